//! Sources of any form, several as one.

use hashbrown::HashSet;

use super::fields::Fields;
use super::names::{Named, Names};
use super::records;
use super::tree::{Lines, Node, Spot, Table};
use crate::build::{self, Kind, Origin, Origins};
use crate::fault::{Expected, Fault, FaultKind, Faults, MOST_FAULTS, Place};
use crate::order::Records;
use crate::{AddressIndex, Header};

/// The most bytes of one source that are read: 512 MiB, enough for two million rights a line.
pub const SOURCE_LIMIT: usize = 512 << 20;

/// The form of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// TOML, for people.
    #[cfg(feature = "toml")]
    Toml,
    /// JSON of the same shape.
    #[cfg(feature = "json")]
    Json,
    /// JSON Lines: one record a line, for machines.
    #[cfg(feature = "json")]
    JsonLines,
}

/// A file's bytes, and their form.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The form.
    pub form: Form,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read, of all sources.
    pub bytes: usize,
    /// Records read.
    pub records: usize,
}

impl AddressIndex {
    /// Reads one or several sources as one index.
    ///
    /// # Errors
    /// Every fault of every source, with its place.
    pub fn read(sources: &[Source<'_>]) -> Result<Self, Faults> {
        Self::read_with(sources, &mut |_| {})
    }

    /// Reads sources and tells how far it has come, every few thousand records.
    ///
    /// # Errors
    /// Every fault of every source, with its place.
    pub fn read_with(
        sources: &[Source<'_>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, Faults> {
        let mut reader = Reader::new(progress);
        for (number, source) in (0_u32..).zip(sources) {
            reader.source(number, source, false);
        }
        let Reader {
            mut faults,
            mut stated,
            header,
            broken,
            ..
        } = reader;
        if header.is_none() && faults.is_empty() {
            faults.push(Fault {
                place: source_place(0),
                kind: FaultKind::NoHeader,
                other: None,
            });
        }
        let names = Names::of(&[&stated.records], broken);
        let rights = core::mem::take(&mut stated.rights);
        names.resolve(
            &mut stated.records,
            rights,
            &mut stated.origins,
            &mut faults,
        );
        let header = header.map_or_else(Header::none, |(header, _)| header);
        let data = stated.records.under(header);
        if faults.is_empty() {
            return Self::build_from(data, &stated.origins);
        }
        let more = build::faults(data, &stated.origins).into_iter();
        faults.extend(more.filter(|fault| match &fault.kind {
            FaultKind::Dangling(name) => !names.is_broken(name),
            _ => fault.place.path != "expires",
        }));
        Err(Faults::some(faults))
    }
}

impl Header {
    /// Stands where none could be read.
    pub(crate) fn none() -> Self {
        let day = kanta_conformance::Date::constant(2000, 1, 1);
        Self {
            version: String::new(),
            issued: day,
            expires: day.plus_days(1),
        }
    }
}

pub(crate) fn source_place(source: u32) -> Place {
    Place {
        source,
        line: 0,
        column: 0,
        path: String::new(),
    }
}

/// Records as stated, and where.
#[derive(Default)]
pub(crate) struct Stated {
    pub(crate) records: Records,
    pub(crate) rights: Vec<Named>,
    pub(crate) origins: Origins,
}

pub(crate) struct Reader<'p> {
    progress: &'p mut dyn FnMut(Progress),
    pub(crate) faults: Vec<Fault>,
    pub(crate) stated: Stated,
    /// What an order withdraws.
    pub(crate) withdrawn: Stated,
    pub(crate) header: Option<(Header, Place)>,
    pub(crate) broken: HashSet<String>,
    read: Progress,
}

/// Where a record begins, in words that suit its form.
#[derive(Clone, Copy)]
struct At<'t> {
    source: u32,
    lines: Option<(&'t Lines, &'t str)>,
    line: u32,
}

impl At<'_> {
    fn place(self, offset: Option<usize>) -> (u32, u32) {
        match (self.lines, offset) {
            (Some((lines, text)), Some(offset)) => lines.place(text, offset),
            _ => (self.line, 0),
        }
    }
}

impl<'p> Reader<'p> {
    pub(crate) fn new(progress: &'p mut dyn FnMut(Progress)) -> Self {
        Self {
            progress,
            faults: Vec::new(),
            stated: Stated::default(),
            withdrawn: Stated::default(),
            header: None,
            broken: HashSet::new(),
            read: Progress {
                bytes: 0,
                records: 0,
            },
        }
    }

    fn fault(&mut self, place: Place, kind: FaultKind) {
        // Beyond what is told, a fault would only take memory.
        if self.faults.len() <= MOST_FAULTS {
            self.faults.push(Fault {
                place,
                kind,
                other: None,
            });
        }
    }

    /// Reads one source; an order has its records under `add` and `withdraw`.
    pub(crate) fn source(&mut self, number: u32, source: &Source<'_>, order: bool) {
        let place = source_place(number);
        if source.bytes.len() > SOURCE_LIMIT {
            let limit = SOURCE_LIMIT;
            return self.fault(place, FaultKind::TooLarge { limit });
        }
        let Ok(text) = core::str::from_utf8(source.bytes) else {
            return self.fault(place, FaultKind::NotText);
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match source.form {
            #[cfg(feature = "toml")]
            Form::Toml => {
                let lines = Lines::of(text);
                let at = At {
                    source: number,
                    lines: Some((&lines, text)),
                    line: 0,
                };
                match super::toml::read(text) {
                    Ok(table) => self.whole(table, at, order),
                    Err(broken) => {
                        for (offset, kind) in broken {
                            self.broken_form(at, offset, kind);
                        }
                    }
                }
            }
            #[cfg(feature = "json")]
            Form::Json => {
                let lines = Lines::of(text);
                let at = At {
                    source: number,
                    lines: Some((&lines, text)),
                    line: 0,
                };
                match super::json::read(text) {
                    Ok(table) => self.whole(table, At { lines: None, ..at }, order),
                    Err((offset, kind)) => self.broken_form(at, offset, kind),
                }
            }
            #[cfg(feature = "json")]
            Form::JsonLines => self.lines(number, text, order),
        }
        self.read.bytes = self.read.bytes.saturating_add(source.bytes.len());
        (self.progress)(self.read);
    }

    fn broken_form(&mut self, at: At<'_>, offset: usize, kind: FaultKind) {
        let (line, column) = at.place(Some(offset));
        let place = Place {
            source: at.source,
            line,
            column,
            path: String::new(),
        };
        self.fault(place, kind);
    }

    #[cfg(feature = "json")]
    fn lines(&mut self, source: u32, text: &str, order: bool) {
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
            match super::json::read(words) {
                Ok(table) => self.line(table, at, order),
                Err((offset, kind)) => {
                    let column = words.get(..offset).map_or(0, |text| text.chars().count());
                    let place = Place {
                        source,
                        line,
                        column: u32::try_from(column.saturating_add(1)).unwrap_or(0),
                        path: String::new(),
                    };
                    self.fault(place, kind);
                }
            }
            if self.read.records.is_multiple_of(4096) {
                (self.progress)(self.read);
            }
        }
        self.read.bytes = before;
    }

    /// One line: which kind of record it is stands in `record`.
    #[cfg(feature = "json")]
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
        let withdraw = if order {
            match take("order") {
                Some(Spot {
                    node: Node::Text(word),
                    ..
                }) if word == "withdraw" => true,
                Some(Spot {
                    node: Node::Text(word),
                    ..
                }) if word == "add" => false,
                None if word == "header" => false,
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
            false
        };
        if word == "header" {
            self.header(table, at);
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
        self.record(kind, table, at, None, withdraw);
    }

    /// A whole TOML or JSON text: the header's fields, and a list for each kind of record.
    fn whole(&mut self, table: Table<'_>, at: At<'_>, order: bool) {
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
                        nearest: super::fields::nearest(&field, KINDS),
                        field: field.into_owned(),
                    };
                    self.fault(place, unknown);
                }
            }
        }
    }

    fn header(&mut self, table: Table<'_>, at: At<'_>) {
        let mut fields = Fields::new(table, TOP);
        let format = fields.number("format");
        let format = fields.need("format", format);
        if format.is_some_and(|format| format != 1) {
            fields.fault("format", None, FaultKind::UnknownFormat);
        }
        let header = records::header(&mut fields);
        for (field, offset, kind) in fields.finish() {
            let (line, column) = at.place(offset);
            let place = Place {
                source: at.source,
                line,
                column,
                path: field,
            };
            self.fault(place, kind);
        }
        let Some(header) = header else { return };
        let place = Place {
            line: at.line,
            ..source_place(at.source)
        };
        match &self.header {
            Some((first, other)) if *first != header => {
                let other = Some(other.clone());
                self.faults.push(Fault {
                    place,
                    kind: FaultKind::HeadersDisagree,
                    other,
                });
            }
            Some(_) => {}
            None => self.header = Some((header, place)),
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

    fn record(
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
            self.broken.extend(names.into_iter().flatten());
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

const KINDS: &[&str] = &[
    "party",
    "pharmacy",
    "tenant",
    "access_point",
    "agreement",
    "annotation",
    "right",
];

impl Stated {
    /// Reads a record into its list; false if it cannot be kept.
    fn push(&mut self, kind: Kind, fields: &mut Fields<'_>) -> bool {
        fn keep<T>(list: &mut Vec<T>, record: Option<T>) -> bool {
            let read = record.is_some();
            list.extend(record);
            read
        }
        let records = &mut self.records;
        match kind {
            Kind::Party => keep(&mut records.parties, records::party(fields)),
            Kind::Pharmacy => keep(&mut records.pharmacies, records::pharmacy(fields)),
            Kind::Tenant => keep(&mut records.tenants, records::tenant(fields)),
            Kind::AccessPoint => keep(&mut records.access_points, records::access_point(fields)),
            Kind::Agreement => keep(&mut records.agreements, records::agreement(fields)),
            Kind::Annotation => keep(&mut records.annotations, records::annotation(fields)),
            Kind::Right => keep(&mut self.rights, records::right(fields)),
        }
    }
}
