//! The header, and one record.

use super::{Reader, Stood};
use crate::build::{Kind, Origin};
use crate::fault::{Fault, FaultKind, Place};
use crate::files::fields::Fields;
use crate::files::place::At;
use crate::files::records;
use crate::files::tree::{Node, Table};

impl Reader<'_> {
    pub(super) fn header(&mut self, table: Table<'_>, at: At<'_>) {
        let mut fields = Fields::new(table, TOP);
        let place = |offset, path: &str| {
            let (line, column) = at.place(offset);
            Place {
                source: at.source,
                line,
                column,
                path: path.to_owned(),
            }
        };
        let offset = fields.offset("format");
        let format = fields.number("format");
        let format = fields.need("format", format);
        if format.is_some_and(|format| format != 1) {
            fields.fault("format", offset, FaultKind::UnknownFormat);
        }
        let [version, expires] = ["version", "expires"].map(|field| fields.offset(field));
        let header = records::header(&mut fields);
        for (field, offset, kind) in fields.finish() {
            self.fault(place(offset, &field), kind);
        }
        let Some(header) = header else { return };
        match &self.header {
            Some(first) if first.header != header => {
                let other = Some(first.place.clone());
                self.told.with(|| Fault {
                    place: place(version, ""),
                    kind: FaultKind::HeadersDisagree,
                    other,
                });
            }
            Some(_) => {}
            None => {
                self.header = Some(Stood {
                    header,
                    place: place(version, ""),
                    expires: place(expires, "expires"),
                });
            }
        }
    }

    pub(super) fn record(
        &mut self,
        kind: Kind,
        table: Table<'_>,
        at: At<'_>,
        listed: Option<(u32, Option<usize>)>,
        withdraw: bool,
    ) {
        self.read.records = self.read.records.saturating_add(1);
        let names = ["id", "oid"].map(|name| {
            let field = table.iter().find(|(field, _)| field == name);
            match field.map(|(_, spot)| &spot.node) {
                Some(Node::Text(text)) if kind != Kind::Right => Some(text.clone().into_owned()),
                _ => None,
            }
        });
        let stated = if withdraw {
            &mut self.withdrawn
        } else {
            &mut self.stated
        };
        let (line, column) = match listed {
            Some((_, offset)) => at.place(offset),
            None => (at.line, 0),
        };
        let count = stated.origins.of(kind).len();
        let origin = Origin {
            source: at.source,
            line,
            column,
            index: listed.map_or_else(
                || u32::try_from(count).unwrap_or(u32::MAX),
                |(index, _)| index,
            ),
        };
        let mut fields = Fields::new(table, records::known(kind));
        let read = stated.push(kind, &mut fields);
        if read {
            stated.origins.push(kind, origin);
        }
        let faults = fields.finish();
        if !read {
            self.unread.names.extend(names.into_iter().flatten());
        }
        for (field, offset, fault) in faults {
            let (line, column) = match offset {
                Some(_) => at.place(offset),
                None => (line, column),
            };
            let dot = if field.is_empty() { "" } else { "." };
            let place = Place {
                source: at.source,
                line,
                column,
                path: format!("{}[{}]{dot}{field}", kind.word(), origin.index),
            };
            self.fault(place, fault);
        }
    }
}

const TOP: &[&str] = &[
    "format",
    "version",
    "issued",
    "expires",
    "party",
    "pharmacy",
    "tenant",
    "access_point",
    "agreement",
    "annotation",
    "right",
];
