//! JSON Lines: one record a line.

use super::{HEADER, KINDS, Part, Reader};
use crate::build::Kind;
use crate::fault::{FaultKind, Place};
use crate::files::json;
use crate::files::place::{At, source_place};
use crate::files::tree::{Node, Spot, Table};

impl Reader<'_> {
    pub(super) fn lines(&mut self, source: u32, text: &str, order: bool) {
        let before = self.read.bytes;
        for (line, words) in (1_u32..).zip(text.split('\n')) {
            let read = words.len().saturating_add(1);
            self.read.bytes = self.read.bytes.saturating_add(read);
            if words.trim_ascii().is_empty() {
                continue;
            }
            let at = At {
                source,
                lines: None,
                line,
            };
            match json::read(words) {
                Ok(table) => self.line(table, at, order),
                Err((offset, kind)) => {
                    let column = words.get(..offset).map_or(0, |text| text.chars().count());
                    let place = Place {
                        source,
                        line,
                        column: u32::try_from(column.saturating_add(1)).unwrap_or(0),
                        path: String::new(),
                    };
                    self.torn(place, kind);
                }
            }
        }
        self.read.bytes = before;
    }

    /// One line: which kind of record it is stands in `record`.
    fn line(&mut self, mut table: Table<'_>, at: At<'_>, order: bool) {
        let mut take = |name: &str| {
            let found = table.iter().position(|(field, _)| field == name)?;
            Some(table.swap_remove(found).1)
        };
        let word = match take("record") {
            Some(Spot {
                node: Node::Text(word),
                ..
            }) => word,
            _ => {
                let place = Place {
                    line: at.line,
                    ..source_place(at.source)
                };
                return self.fault(place, FaultKind::MissingField("record"));
            }
        };
        let part = if order {
            match take("order") {
                Some(Spot {
                    node: Node::Text(word),
                    ..
                }) if word == "withdraw" => Part::Withdraw,
                Some(Spot {
                    node: Node::Text(word),
                    ..
                }) if word == "add" => Part::Add,
                None if word == "header" => Part::Index,
                _ => {
                    let place = Place {
                        line: at.line,
                        path: "order".to_owned(),
                        ..source_place(at.source)
                    };
                    let unknown = FaultKind::UnknownWord {
                        word: String::new(),
                        expected: &["add", "withdraw"],
                    };
                    return self.fault(place, unknown);
                }
            }
        } else {
            Part::Index
        };
        if word == "header" {
            self.header(table, HEADER, at);
            return;
        }
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) else {
            let place = Place {
                line: at.line,
                path: "record".to_owned(),
                ..source_place(at.source)
            };
            let unknown = FaultKind::UnknownWord {
                word: word.into_owned(),
                expected: KINDS,
            };
            return self.fault(place, unknown);
        };
        self.record(kind, table, at, None, part);
    }
}
