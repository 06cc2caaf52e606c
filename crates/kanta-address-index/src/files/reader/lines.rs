//! JSON Lines: one record a line.

use std::borrow::Cow;

use kanta_source::{
    Entries, Expected, Form, ParsedText, Problem, SourceValue, Span, SpannedValue, json_lines,
};

use super::{At, KINDS, LIMITS, Part, Reader};
use crate::build::Kind;

impl Reader<'_> {
    pub(super) fn lines(&mut self, source: u32, text: &str, order: bool) {
        let before = self.read.bytes;
        for (lines, line) in json_lines(text) {
            let come = usize::try_from(line.span().start).unwrap_or(0);
            self.read.bytes = before.saturating_add(come);
            let at = At {
                source,
                lines: &lines,
                form: Form::JsonLines,
            };
            match line.read(&LIMITS) {
                Ok(document) => self.line(document, at, order),
                Err(fault) => self.fatal_form_fault(at, &fault),
            }
        }
        self.read.bytes = before;
    }

    /// One line: which kind of record it is stands in `record`.
    pub(super) fn line(&mut self, document: ParsedText<'_>, at: At<'_>, order: bool) {
        let ParsedText { root, faults } = document;
        let span = root.span;
        let mut entries = match root.value {
            SourceValue::Table(entries) => entries,
            other => {
                let problem = Problem::WrongType {
                    key: String::new(),
                    expected: Expected::Table,
                    found: other.kind(),
                };
                return self.fatal(at.place(span, ""), problem);
            }
        };
        let Some(record) = self.word(&mut entries, "record", span, at) else {
            return self.unread.nameless = true;
        };
        let is_stated = entries.iter().any(|entry| entry.key == "order");
        let part = if order && (is_stated || record.0 != "header") {
            match self.word(&mut entries, "order", span, at) {
                Some((word, _)) if word == "withdraw" => Part::Withdraw,
                Some((word, _)) if word == "add" => Part::Add,
                Some(word) => return self.unknown_word("order", word, &["add", "withdraw"], at),
                None => return,
            }
        } else {
            Part::Index
        };
        if record.0 == "header" {
            for fault in &faults {
                self.form_fault(at, fault, "");
            }
            return self.header(&entries, span, at);
        }
        match Kind::ALL.into_iter().find(|kind| kind.word() == record.0) {
            Some(kind) => {
                let root = SpannedValue {
                    value: SourceValue::Table(entries),
                    span,
                    broken: None,
                };
                self.record(kind, ParsedText { root, faults }, at, None, part);
            }
            None => {
                self.unread.nameless = true;
                self.unknown_word("record", record, KINDS, at);
            }
        }
    }

    fn unknown_word(
        &mut self,
        key: &str,
        (found, span): (Cow<'_, str>, Span),
        expected: &[&'static str],
        at: At<'_>,
    ) {
        self.faults.push_with(|| {
            let unknown = Problem::UnknownWord {
                key: key.to_owned(),
                found: found.into_owned(),
                expected: expected.to_vec(),
                nearest: None,
            };
            crate::Fault::new(at.place(span, key), unknown.into())
        });
    }

    /// A word that every line has to say, taken out, and where it stands.
    fn word<'t>(
        &mut self,
        entries: &mut Entries<'t>,
        key: &'static str,
        of: Span,
        at: At<'_>,
    ) -> Option<(Cow<'t, str>, Span)> {
        let Some(found) = entries.iter().position(|entry| entry.key == key) else {
            let place = at.of_record(of, "");
            self.fault(place, Problem::MissingKey { key });
            return None;
        };
        let item = entries.swap_remove(found).item;
        match item.value {
            SourceValue::Text(word) => Some((word, item.span)),
            other => {
                let problem = Problem::WrongType {
                    key: key.to_owned(),
                    expected: Expected::Text,
                    found: other.kind(),
                };
                self.fault(at.place(item.span, key), problem);
                None
            }
        }
    }
}
