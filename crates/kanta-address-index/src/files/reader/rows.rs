//! CSV: a row that names the columns, and one record a row.

use std::borrow::Cow;
use std::collections::HashMap;

use kanta_source::{
    Entries, Entry, ParsedText, Place, Problem, Sheet, SheetProblem, SourceValue, Span,
    SpannedValue,
};

use super::{At, Reader};
use crate::fault::{Fault, FaultKind};
use crate::files::columns::CERTIFICATE;
use crate::files::sheet::{Headings, Located, Names};

/// What stands in a row, and the row.
type Stated<'t> = (Entries<'t>, Span);

/// Where the rows of certificates begin, by the half of an order and the access point that they name.
type Certificates = HashMap<(String, String), Vec<u32>>;

impl Reader<'_> {
    /// Reads a sheet. An access point's certificates have rows of their own, which name it; of these and of access points
    /// no more than the place is held until all are known.
    pub(super) fn rows(&mut self, at: At<'_>, sheet: &Sheet<'_>, order: bool) {
        let before = self.read.bytes;
        let mut rows = sheet.rows();
        let mut problems = Vec::new();
        let Some(first) = rows.next() else {
            return self.fatal(Place::of_source(at.source), SheetProblem::NoColumns);
        };
        let headings = Headings::of(&first, &mut problems);
        if !problems.is_empty() {
            self.may_have_header = true;
            self.unread.nameless = true;
            return self.sheet_faults(at, problems);
        }
        let mut points: Vec<u32> = Vec::new();
        let mut certificates = Certificates::new();
        for row in rows {
            let come = usize::try_from(row.span.start).unwrap_or(0);
            self.read.bytes = before.saturating_add(come);
            let span = row.span;
            let entries = headings.entries(row, &mut problems);
            let mut told = problems.iter().map(|(_, _, problem)| problem);
            let is_open = told.any(|problem| *problem == SheetProblem::OpenQuote);
            self.sheet_faults(at, core::mem::take(&mut problems));
            if is_open {
                // Behind it nothing is what it seems.
                self.may_have_header = true;
                self.unread.nameless = true;
                break;
            }
            match text(&entries, "record") {
                _ if entries.is_empty() => {}
                Some(CERTIFICATE) => match name_of_point(&entries) {
                    Some(name) => certificates.entry(name).or_default().push(span.start),
                    None => {
                        let key = "access_point";
                        let place = at.of_record(span, CERTIFICATE);
                        self.fault(place, Problem::MissingKey { key });
                    }
                },
                Some("access_point") => points.push(span.start),
                _ => self.row((entries, span), at, order),
            }
        }
        self.read.bytes = before;
        self.points(&points, certificates, &headings, (at, sheet), order);
        self.sheets.insert(at.source, headings.into_names());
    }

    fn row(&mut self, (entries, span): Stated<'_>, at: At<'_>, order: bool) {
        let root = SpannedValue {
            value: SourceValue::Table(entries),
            span,
            broken: None,
        };
        let faults = Vec::new();
        self.line(ParsedText { root, faults }, at, order);
    }

    /// The access points, each with the certificates whose rows name it. What is wrong with their cells was told.
    fn points(
        &mut self,
        points: &[u32],
        mut certificates: Certificates,
        headings: &Headings,
        (at, sheet): (At<'_>, &Sheet<'_>),
        order: bool,
    ) {
        let mut rows = sheet.rows();
        let mut again = |start: u32| {
            let row = rows.row_at(start)?;
            let span = row.span;
            Some((headings.entries(row, &mut Vec::new()), span))
        };
        for &start in points {
            let Some((mut point, span)) = again(start) else {
                continue;
            };
            let part = text(&point, "order").unwrap_or_default().to_owned();
            let mut own = Vec::new();
            for key in ["id", "oid"] {
                if let Some(name) = text(&point, key) {
                    let name = (part.clone(), name.to_owned());
                    own.extend(certificates.remove(&name).unwrap_or_default());
                }
            }
            own.sort_unstable();
            let own = own.into_iter().filter_map(&mut again);
            let own: Vec<_> = own.map(certificate).collect();
            if let Some(first) = own.first() {
                let span = first.span;
                point.push(Entry {
                    key: Cow::Borrowed("certificates"),
                    key_span: span,
                    item: SpannedValue {
                        value: SourceValue::List(own),
                        span,
                        broken: None,
                    },
                });
            }
            self.row((point, span), at, order);
        }
        // In the order of the rows, whatever that of the table is.
        let mut left: Vec<_> = certificates.into_iter().collect();
        left.sort_unstable_by_key(|(_, starts)| starts.first().copied());
        for ((_, name), starts) in left {
            for (entries, span) in starts.into_iter().filter_map(&mut again) {
                let cell = entries.iter().find(|entry| entry.key == "access_point");
                let cell = cell.map_or(span, |entry| entry.item.span);
                let path = format!("{CERTIFICATE}.access_point");
                self.fault(at.place(cell, path), FaultKind::Dangling(name.clone()));
            }
        }
    }

    fn sheet_faults(&mut self, at: At<'_>, problems: Vec<Located>) {
        for (span, path, problem) in problems {
            self.faults.push_with(|| {
                let place = match problem {
                    SheetProblem::NoColumn { .. } => at.of_record(span, path),
                    _ => at.place(span, path),
                };
                Fault::new(place, Problem::from(problem).into())
            });
        }
    }
}

fn text<'e>(entries: &'e Entries<'_>, key: &str) -> Option<&'e str> {
    let entry = entries.iter().find(|entry| entry.key == key)?;
    match &entry.item.value {
        SourceValue::Text(text) => Some(text),
        _ => None,
    }
}

/// The half of an order and the access point that a certificate's row names.
fn name_of_point(entries: &Entries<'_>) -> Option<(String, String)> {
    let part = text(entries, "order").unwrap_or_default().to_owned();
    Some((part, text(entries, "access_point")?.to_owned()))
}

/// The certificate of a row: what the row says but what it names it by.
fn certificate<'t>((mut entries, span): Stated<'t>) -> SpannedValue<'t> {
    let names = ["record", "order", "access_point"];
    entries.retain(|entry| !names.contains(&&*entry.key));
    SpannedValue {
        value: SourceValue::Table(entries),
        span,
        broken: None,
    }
}

/// The fault of a sheet with the column that it is about: by the last part of its path, or by the key that is missing.
pub(in crate::files) fn in_column(mut fault: Fault, names: &Names) -> Fault {
    let key = match &fault.kind {
        FaultKind::Source(Problem::MissingKey { key }) => (*key).to_owned(),
        _ => {
            let last = fault.place.path.rsplit('.').next().unwrap_or_default();
            last.split('[').next().unwrap_or_default().to_owned()
        }
    };
    let key = if key == "certificates" {
        "serial"
    } else {
        &key
    };
    let is_record = fault.place.path.ends_with(']') || fault.place.path.is_empty();
    let is_missing = matches!(fault.kind, FaultKind::Source(Problem::MissingKey { .. }));
    if let (Some((number, column)), true) = (names.get(key), is_missing || !is_record) {
        if fault.place.line > 0 && (is_missing || fault.place.column == 0) {
            fault.place.column = *number;
        }
        fault.kind = FaultKind::InColumn {
            column: column.clone(),
            fault: Box::new(fault.kind),
        };
    }
    fault
}
