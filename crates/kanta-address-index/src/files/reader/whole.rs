//! A whole TOML text: a header, and lists of records.

use super::{KINDS, Part, Reader, TOP, TOP_OF_ORDER};
use crate::build::Kind;
use crate::fault::{Expected, FaultKind};
use crate::files::fields;
use crate::files::place::At;
use crate::files::tree::{Node, Spot, Table};

impl Reader<'_> {
    /// The header's fields, and a list for each kind of record.
    pub(super) fn whole(&mut self, table: Table<'_>, at: At<'_>, order: bool) {
        let mut header = Table::new();
        for (name, spot) in table {
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == name);
            match (kind, &*name, order) {
                (Some(kind), _, false) => self.records(kind, spot, at, Part::Index),
                (None, "add", true) => self.half("add", spot, at, Part::Add),
                (None, "withdraw", true) => self.half("withdraw", spot, at, Part::Withdraw),
                _ => {
                    // Records under a name that is not known.
                    let held = matches!(spot.node, Node::List(_) | Node::Table(_));
                    self.unread.nameless |= held;
                    header.push((name, spot));
                }
            }
        }
        self.header(header, if order { TOP_OF_ORDER } else { TOP }, at);
    }

    /// What an order adds, or withdraws.
    fn half(&mut self, name: &str, spot: Spot<'_>, at: At<'_>, part: Part) {
        let Node::Table(table) = spot.node else {
            self.unread.nameless = true;
            let expected = Expected::Table;
            return self.fault(at.at(spot.at, name), FaultKind::WrongType { expected });
        };
        for (field, spot) in table {
            match Kind::ALL.into_iter().find(|kind| kind.word() == field) {
                Some(kind) => self.records(kind, spot, at, part),
                None => {
                    self.unread.nameless = true;
                    let place = at.at(spot.at, format!("{name}.{field}"));
                    let unknown = FaultKind::UnknownField {
                        nearest: fields::nearest(&field, KINDS),
                        field: field.into_owned(),
                    };
                    self.fault(place, unknown);
                }
            }
        }
    }

    fn records(&mut self, kind: Kind, spot: Spot<'_>, at: At<'_>, part: Part) {
        let Node::List(list) = spot.node else {
            self.unread.nameless = true;
            let expected = Expected::List;
            let place = at.at(spot.at, part.path(kind, None));
            return self.fault(place, FaultKind::WrongType { expected });
        };
        for (index, item) in (0_u32..).zip(list) {
            match item.node {
                Node::Table(table) => {
                    self.record(kind, table, at, Some((index, item.at)), part);
                }
                _ => {
                    self.unread.nameless = true;
                    let expected = Expected::Table;
                    let place = || at.at(item.at, part.path(kind, Some(index)));
                    self.told.at(place, FaultKind::WrongType { expected });
                }
            }
        }
    }
}
