//! What is read, source by source, and the faults met on the way.

mod lines;
mod record;
mod rows;
mod whole;

pub(super) use rows::in_column;

use std::collections::BTreeMap;

use kanta_source::{
    Form, FormFault, Lazy, Limits, Lines, Place, Position, Problem, Sheet, Source, Span, decode,
    decode_sheet, toml,
};

use super::fields::Fields;
use super::names::Named;
use super::read::{Progress, SOURCE_LIMIT, TOML_LIMIT};
use super::records;
use super::sheet;
use super::withdrawn::Held;
use crate::Header;
use crate::build::{Kind, Origins, Part, Unread};
use crate::fault::{Fault, FaultKind, FaultSink, MOST_FAULTS};
use crate::order::Records;

/// Tables and lists deeper than this are not read, nor more values of one record: a record of an access point with ten
/// thousand addresses has fewer.
const LIMITS: Limits = Limits {
    depth: 8,
    values: 65_536,
};

/// A header, and where it stands.
pub(super) struct LocatedHeader {
    pub(super) header: Header,
    pub(super) place: Place,
    pub(super) expires: Place,
}

impl LocatedHeader {
    /// The header, and where its expiry stands.
    pub(super) fn parts(located: Option<Self>) -> (Option<Header>, Option<Place>) {
        located.map(|it| (it.header, it.expires)).unzip()
    }
}

/// Where in a source something stands.
#[derive(Clone, Copy)]
struct At<'t> {
    source: u32,
    lines: &'t Lines<'t>,
    form: Form,
}

impl At<'_> {
    /// The place of what begins there.
    fn place(self, span: Span, path: impl Into<String>) -> Place {
        Place::new(self.source, self.lines.start_of(span), path)
    }

    /// The place of a record: in JSON Lines its line, in a sheet its row. What stands nowhere is placed in the source.
    fn of_record(self, span: Span, path: impl Into<String>) -> Place {
        let position = match self.form {
            Form::JsonLines => self.lines.first(),
            Form::Csv => self.lines.line_of(span.start),
            _ if span.is_somewhere() => self.lines.start_of(span),
            _ => Position::default(),
        };
        Place::new(self.source, position, path)
    }
}

/// Records as they are stated, and where.
#[derive(Default)]
pub(super) struct ParsedRecords {
    pub(super) records: Records,
    pub(super) rights: Vec<Named>,
    pub(super) origins: Origins,
}

impl ParsedRecords {
    /// Reads a record into its list, in which nothing else is wrong; false if it cannot be kept.
    fn push(&mut self, kind: Kind, fields: &mut Fields<'_, '_>, is_good: bool) -> bool {
        fn keep<T>(list: &mut Vec<T>, record: Option<T>) -> bool {
            let read = record.is_some();
            list.extend(record);
            read
        }
        fn whole<T>(record: Option<T>, fields: &Fields<'_, '_>, is_good: bool) -> Option<T> {
            record.filter(|_| is_good && fields.notes.is_clean())
        }
        let records = &mut self.records;
        match kind {
            Kind::Party => keep(&mut records.parties, records::party(fields)),
            Kind::Pharmacy => keep(&mut records.pharmacies, records::pharmacy(fields)),
            Kind::Tenant => keep(&mut records.tenants, records::tenant(fields)),
            Kind::AccessPoint => keep(&mut records.access_points, records::access_point(fields)),
            // What nobody names is of no use with a part of it missing, such as a day.
            Kind::Agreement => {
                let record = records::agreement(fields);
                keep(&mut records.agreements, whole(record, fields, is_good))
            }
            Kind::Annotation => {
                let record = records::annotation(fields);
                keep(&mut records.annotations, whole(record, fields, is_good))
            }
            Kind::Right => {
                let record = records::right(fields);
                keep(&mut self.rights, whole(record, fields, is_good))
            }
        }
    }
}

pub(super) struct Reader<'p> {
    progress: &'p mut dyn FnMut(Progress),
    pub(super) faults: FaultSink,
    pub(super) parsed: ParsedRecords,
    /// What an order withdraws.
    pub(super) withdrawn: ParsedRecords,
    pub(super) header: Option<LocatedHeader>,
    pub(super) unread: Unread,
    /// A header was read, or may stand in what could not be read.
    pub(super) may_have_header: bool,
    /// The index from which an order withdraws.
    pub(super) held: Option<Held<'p>>,
    /// The columns of the sources that are sheets.
    pub(super) sheets: BTreeMap<u32, sheet::Names>,
    read: Progress,
}

impl<'p> Reader<'p> {
    pub(super) fn new(progress: &'p mut dyn FnMut(Progress)) -> Self {
        Self {
            progress,
            faults: FaultSink::new(MOST_FAULTS),
            parsed: ParsedRecords::default(),
            withdrawn: ParsedRecords::default(),
            header: None,
            unread: Unread::default(),
            may_have_header: false,
            held: None,
            sheets: BTreeMap::new(),
            read: Progress {
                bytes: 0,
                records: 0,
            },
        }
    }

    fn fault(&mut self, place: Place, kind: impl Into<FaultKind>) {
        self.faults.push(|| place, kind.into());
    }

    /// What could not be read at all may hold a header, and records that others name.
    fn fatal(&mut self, place: Place, kind: impl Into<FaultKind>) {
        self.may_have_header = true;
        self.unread.nameless = true;
        self.fault(place, kind);
    }

    /// A fault of the form.
    fn form_fault(&mut self, at: At<'_>, fault: &FormFault, path: &str) {
        let line = |byte| at.lines.position(byte).line;
        let problem = Problem::of_form(fault, at.form, line);
        let other = match *fault {
            FormFault::Duplicate { first, .. } => first,
            _ => None,
        };
        let span = |start| Span { start, end: start };
        self.faults.push_with(|| Fault {
            place: at.place(fault.span(), path),
            kind: problem.into(),
            other: other.map(|first| at.place(span(first), path)),
        });
    }

    /// A fault of the form that may hide anything.
    fn fatal_form_fault(&mut self, at: At<'_>, fault: &FormFault) {
        self.may_have_header = true;
        self.unread.nameless = true;
        self.form_fault(at, fault, "");
    }

    /// Reads one source; an order has its records under `add` and `withdraw`.
    pub(super) fn source(&mut self, number: u32, source: &Source<'_>, order: bool) {
        if source.form == Form::Toml && source.bytes.len() > TOML_LIMIT {
            let limit = TOML_LIMIT;
            let place = Place::of_source(number);
            return self.fatal(place, FaultKind::TooLargeForToml { limit });
        }
        let decode = match source.form {
            Form::Csv => decode_sheet,
            _ => decode,
        };
        let text = match decode(source.bytes, SOURCE_LIMIT) {
            Ok(text) => text,
            Err(refused) => return self.fatal(refused.place(number), refused.problem),
        };
        let sheet = (source.form == Form::Csv).then(|| Sheet::new(text));
        let lines = match &sheet {
            Some(sheet) => Lines::of_sheet(text, sheet.clone()),
            None => Lines::new(text),
        };
        let at = At {
            source: number,
            lines: &lines,
            form: source.form,
        };
        match (source.form, &sheet) {
            (_, Some(sheet)) => self.rows(at, sheet, order),
            (Form::Toml, _) => self.toml(at, order),
            (Form::JsonLines, _) => self.lines(number, text, order),
            _ => self.whole(Lazy::json(text), at, order),
        }
        self.read.bytes = self.read.bytes.saturating_add(source.bytes.len());
        (self.progress)(self.read);
    }

    fn toml(&mut self, at: At<'_>, order: bool) {
        let text = at.lines.text();
        if let Some(name) = Form::foreign(text) {
            let place = Place::of_source(at.source);
            return self.fatal(place, Problem::OtherForm { name });
        }
        let document = toml(text, &LIMITS);
        let faults = document.faults;
        // What breaks more than a value may have hidden anything: nothing else is told.
        let is_hiding =
            |fault: &FormFault| fault.is_fatal() || matches!(fault, FormFault::Duplicate { .. });
        if !faults.iter().any(is_hiding) {
            self.whole(Lazy::from(document.root), at, order);
        }
        // A broken value is told by whoever reads it; what nobody reads is told here.
        if faults.iter().any(is_hiding) || self.faults.is_empty() {
            for fault in &faults {
                self.fatal_form_fault(at, fault);
            }
        }
    }
}

const KINDS: &[&str] = &[
    "party",
    "pharmacy",
    "tenant",
    "access_point",
    "agreement",
    "annotation",
    "right",
];

/// The fields of a header.
const HEADER: &[&str] = &["format", "version", "issued", "expires"];

/// What an index has at its top.
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

/// What an order has at its top.
const TOP_OF_ORDER: &[&str] = &["format", "version", "issued", "expires", "add", "withdraw"];
