//! The header, and one record.

use kanta_source::{Entries, Expected, FormFault, ParsedText, Place, SourceValue, Span};

use super::{At, LocatedHeader, Reader};
use crate::build::{Kind, Origin, Part};
use crate::fault::{Fault, FaultKind};
use crate::files::fields::{Diagnostics, Fields};
use crate::files::records;

impl Reader<'_> {
    /// A header among these entries.
    pub(super) fn header(&mut self, entries: &Entries<'_>, span: Span, at: At<'_>) {
        let mut fields = Fields::new(entries, span, at.form);
        let format = fields.field("format");
        if let Some(format) = fields.need("format", format) {
            match format.value() {
                SourceValue::Number(number) => match number.as_i64() {
                    Some(1) if !format.is_broken() => {}
                    Some(_) => {
                        fields.fault::<()>(&format, FaultKind::UnknownFormat);
                    }
                    None => {
                        fields.wrong::<()>(&format, Expected::Number);
                    }
                },
                _ => {
                    fields.wrong::<()>(&format, Expected::Number);
                }
            }
        }
        let stated = ["version", "issued", "expires"];
        self.may_have_header |= stated.iter().any(|field| fields.has(field));
        let header = records::header(&mut fields);
        self.report(fields.finish(), at, span, "");
        let Some(header) = header else { return };
        let here = |field: &str, path: &str| {
            let entry = entries.iter().find(|entry| entry.key == field);
            at.place(entry.map_or(span, |entry| entry.item.span), path)
        };
        match &self.header {
            Some(first) if first.header != header => {
                let other = Some(first.place.clone());
                self.faults.push_with(|| Fault {
                    place: here("version", ""),
                    kind: FaultKind::HeadersDisagree,
                    other,
                });
            }
            Some(_) => {}
            None => {
                self.header = Some(LocatedHeader {
                    header,
                    place: here("version", ""),
                    expires: here("expires", "expires"),
                });
            }
        }
    }

    /// Hands on the faults of a record, or of the header, that stands there and has that path.
    fn report(&mut self, mut notes: Diagnostics, at: At<'_>, span: Span, of: &str) {
        notes.drain_into(&mut self.faults, |located| {
            let path = joined(of, &located.path);
            match located.span {
                here if here == span || !here.is_somewhere() => at.of_record(span, path),
                here => at.place(here, path),
            }
        });
    }

    /// One record, in a list of a whole text at that index, or in a line.
    pub(super) fn record(
        &mut self,
        kind: Kind,
        document: ParsedText<'_>,
        at: At<'_>,
        index: Option<u32>,
        part: Part,
    ) {
        self.read.records = self.read.records.saturating_add(1);
        let span = document.root.span;
        let SourceValue::Table(entries) = document.root.value else {
            return;
        };
        let parsed = match part {
            Part::Withdraw => &mut self.withdrawn,
            Part::Index | Part::Add => &mut self.parsed,
        };
        let count = parsed.origins.of(kind).len();
        let index = index.unwrap_or_else(|| u32::try_from(count).unwrap_or(u32::MAX));
        let Place {
            line, column, byte, ..
        } = at.of_record(span, "");
        let origin = Origin {
            part,
            source: at.source,
            line,
            column,
            byte,
            index,
        };
        let path = || part.path(kind, Some(index));
        let names = named(kind, &entries);
        let entries = match &self.held {
            Some(held) if part == Part::Withdraw => match held.meant(kind, entries) {
                Ok(entries) => entries,
                Err(fault) => return self.fault(at.of_record(span, path()), fault),
            },
            _ => entries,
        };
        let mut fields = Fields::new(&entries, span, at.form);
        // A right in which something stands twice is none.
        let is_read = parsed.push(kind, &mut fields, document.faults.is_empty());
        if is_read {
            parsed.origins.push(kind, origin);
        }
        let notes = fields.finish();
        if !is_read {
            match names {
                Some(names) => self.unread.names.extend(names),
                None => self.unread.nameless = true,
            }
        }
        for fault in &document.faults {
            if let FormFault::Duplicate { key, path: of, .. } = fault {
                self.form_fault(at, fault, &joined(&path(), &joined(of, key)));
            }
        }
        if !notes.is_clean() {
            self.report(notes, at, span, &path());
        }
        if self.read.records % 4096 == 0 {
            (self.progress)(self.read);
        }
    }
}

/// By what others may name a record; none if that cannot be read.
fn named(kind: Kind, entries: &Entries<'_>) -> Option<Vec<String>> {
    let mut names = Vec::new();
    if kind == Kind::Right {
        return Some(names);
    }
    for entry in entries
        .iter()
        .filter(|it| it.key == "id" || it.key == "oid")
    {
        match &entry.item.value {
            SourceValue::Text(text) => names.push(text.clone().into_owned()),
            _ => return None,
        }
    }
    Some(names)
}

fn joined(of: &str, path: &str) -> String {
    let dot = if of.is_empty() || path.is_empty() {
        ""
    } else {
        "."
    };
    format!("{of}{dot}{path}")
}
