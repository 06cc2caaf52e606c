//! The header, and one record.

use super::{Reader, Stood};
use crate::build::{Kind, Origin, Part};
use crate::fault::{Fault, FaultKind, Place};
use crate::files::fields::Fields;
use crate::files::place::At;
use crate::files::records;
use crate::files::tree::{Node, Table};

impl Reader<'_> {
    /// A header among fields of these names.
    pub(super) fn header(&mut self, table: Table<'_>, known: &'static [&'static str], at: At<'_>) {
        let mut fields = Fields::new(table, known);
        let offset = fields.offset("format");
        let format = fields.number("format");
        let format = fields.need("format", format);
        if format.is_some_and(|format| format != 1) {
            fields.fault("format", offset, FaultKind::UnknownFormat);
        }
        let [version, expires] = ["version", "expires"].map(|field| fields.offset(field));
        let header_fields = ["version", "issued", "expires"];
        self.headed |= header_fields.iter().any(|field| fields.has(field));
        let header = records::header(&mut fields);
        for (field, offset, kind) in fields.finish() {
            self.fault(at.at(offset, field), kind);
        }
        let Some(header) = header else { return };
        match &self.header {
            Some(first) if first.header != header => {
                let other = Some(first.place.clone());
                self.told.with(|| Fault {
                    place: at.at(version, ""),
                    kind: FaultKind::HeadersDisagree,
                    other,
                });
            }
            Some(_) => {}
            None => {
                self.header = Some(Stood {
                    header,
                    place: at.at(version, ""),
                    expires: at.at(expires, "expires"),
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
        part: Part,
    ) {
        self.read.records = self.read.records.saturating_add(1);
        let mut nameless = false;
        let names = ["id", "oid"].map(|name| {
            let field = table.iter().find(|(field, _)| field == name);
            match field.map(|(_, spot)| &spot.node) {
                _ if kind == Kind::Right => None,
                Some(Node::Text(text)) => Some(text.clone().into_owned()),
                node => {
                    nameless |= node.is_some();
                    None
                }
            }
        });
        let stated = match part {
            Part::Withdraw => &mut self.withdrawn,
            Part::Index | Part::Add => &mut self.stated,
        };
        let (line, column) = match listed {
            Some((_, offset)) => at.place(offset),
            None => (at.line, 0),
        };
        let count = stated.origins.of(kind).len();
        let origin = Origin {
            part,
            source: at.source,
            line,
            column,
            index: listed.map_or_else(
                || u32::try_from(count).unwrap_or(u32::MAX),
                |(index, _)| index,
            ),
        };
        let table = match &self.held {
            Some(held) if part == Part::Withdraw => match held.meant(kind, table) {
                Ok(table) => table,
                Err(fault) => {
                    let place = Place {
                        source: at.source,
                        line,
                        column,
                        path: part.path(kind, Some(origin.index)),
                    };
                    return self.fault(place, fault);
                }
            },
            _ => table,
        };
        let mut fields = Fields::new(table, records::known(kind));
        let read = stated.push(kind, &mut fields);
        if read {
            stated.origins.push(kind, origin);
        }
        let faults = fields.finish();
        if !read {
            self.unread.nameless |= nameless;
            self.unread.names.extend(names.into_iter().flatten());
        }
        for (field, offset, fault) in faults {
            let (line, column) = match offset {
                Some(_) => at.place(offset),
                None => (line, column),
            };
            #[cfg(feature = "json")]
            let twice = match &fault {
                FaultKind::DuplicateField(name) => {
                    at.twice(listed.and_then(|(_, offset)| offset), name)
                }
                _ => None,
            };
            #[cfg(not(feature = "json"))]
            let twice: Option<[(u32, u32); 2]> = None;
            let dot = if field.is_empty() { "" } else { "." };
            let record = part.path(kind, Some(origin.index));
            let place = |(line, column): (u32, u32)| Place {
                source: at.source,
                line,
                column,
                path: format!("{record}{dot}{field}"),
            };
            self.told.with(|| Fault {
                place: place(twice.map_or((line, column), |[_, second]| second)),
                kind: fault,
                other: twice.map(|[first, _]| place(first)),
            });
        }
        if self.read.records % 4096 == 0 {
            (self.progress)(self.read);
        }
    }
}
