//! A whole TOML or JSON text: a header, and lists of records.

use super::{KINDS, Reader};
use crate::build::Kind;
use crate::fault::{Expected, FaultKind, Place};
use crate::files::fields;
use crate::files::place::At;
use crate::files::tree::{Node, Spot, Table};

impl Reader<'_> {
    /// A whole TOML or JSON text: the header's fields, and a list for each kind of record.
    pub(super) fn whole(&mut self, table: Table<'_>, at: At<'_>, order: bool) {
        let mut header = Table::new();
        for (name, spot) in table {
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == name);
            match (kind, &*name, order) {
                (Some(kind), _, false) => self.records(kind, spot, at, false),
                (None, "add" | "withdraw", true) => {
                    let withdraw = name == "withdraw";
                    self.half(&name, spot, at, withdraw);
                }
                _ => header.push((name, spot)),
            }
        }
        self.header(header, at);
    }

    /// What an order adds, or withdraws.
    fn half(&mut self, name: &str, spot: Spot<'_>, at: At<'_>, withdraw: bool) {
        let Node::Table(table) = spot.node else {
            let (line, column) = at.place(spot.at);
            let place = Place {
                source: at.source,
                line,
                column,
                path: name.to_owned(),
            };
            let expected = Expected::Table;
            return self.fault(place, FaultKind::WrongType { expected });
        };
        for (field, spot) in table {
            match Kind::ALL.into_iter().find(|kind| kind.word() == field) {
                Some(kind) => self.records(kind, spot, at, withdraw),
                None => {
                    let (line, column) = at.place(spot.at);
                    let place = Place {
                        source: at.source,
                        line,
                        column,
                        path: format!("{name}.{field}"),
                    };
                    let unknown = FaultKind::UnknownField {
                        nearest: fields::nearest(&field, KINDS),
                        field: field.into_owned(),
                    };
                    self.fault(place, unknown);
                }
            }
        }
    }

    fn records(&mut self, kind: Kind, spot: Spot<'_>, at: At<'_>, withdraw: bool) {
        let wrong = |reader: &mut Self, offset, path, expected| {
            let (line, column) = at.place(offset);
            let place = Place {
                source: at.source,
                line,
                column,
                path,
            };
            reader.fault(place, FaultKind::WrongType { expected });
        };
        let Node::List(list) = spot.node else {
            return wrong(self, spot.at, kind.word().to_owned(), Expected::List);
        };
        for (index, item) in (0_u32..).zip(list) {
            match item.node {
                Node::Table(table) => {
                    self.record(kind, table, at, Some((index, item.at)), withdraw)
                }
                _ => {
                    let path = format!("{}[{index}]", kind.word());
                    wrong(self, item.at, path, Expected::Table);
                }
            }
        }
    }
}
