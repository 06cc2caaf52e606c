//! JSON Lines: one record a line.

use std::borrow::Cow;

use super::{HEADER, KINDS, Part, Reader};
use crate::build::Kind;
use crate::fault::{Expected, FaultKind, Place};
use crate::files::json;
use crate::files::place::{At, source_place};
use crate::files::tree::{Node, Table};

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
                json: Some(words),
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
        let word = match self.word(&mut table, "record", at) {
            Some(word) => word,
            None => return self.unread.nameless = true,
        };
        let stated = table.iter().any(|(field, _)| field == "order");
        let part = if order && (stated || word != "header") {
            match self.word(&mut table, "order", at) {
                Some(word) if word == "withdraw" => Part::Withdraw,
                Some(word) if word == "add" => Part::Add,
                Some(word) => {
                    let word = word.into_owned();
                    let expected = &["add", "withdraw"];
                    let unknown = FaultKind::UnknownWord { word, expected };
                    return self.fault(of_line(at, "order"), unknown);
                }
                None => return,
            }
        } else {
            Part::Index
        };
        if word == "header" {
            self.header(table, HEADER, at);
            return;
        }
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) else {
            let unknown = FaultKind::UnknownWord {
                word: word.into_owned(),
                expected: KINDS,
            };
            self.unread.nameless = true;
            return self.fault(of_line(at, "record"), unknown);
        };
        self.record(kind, table, at, None, part);
    }

    /// A word that every line has to say.
    fn word<'t>(
        &mut self,
        table: &mut Table<'t>,
        field: &'static str,
        at: At<'_>,
    ) -> Option<Cow<'t, str>> {
        let Some(found) = table.iter().position(|(name, _)| name == field) else {
            self.fault(of_line(at, ""), FaultKind::MissingField(field));
            return None;
        };
        match table.swap_remove(found).1.node {
            Node::Text(word) => Some(word),
            _ => {
                let expected = Expected::Text;
                self.fault(of_line(at, field), FaultKind::WrongType { expected });
                None
            }
        }
    }
}

fn of_line(at: At<'_>, path: &str) -> Place {
    Place {
        line: at.line,
        path: path.to_owned(),
        ..source_place(at.source)
    }
}
