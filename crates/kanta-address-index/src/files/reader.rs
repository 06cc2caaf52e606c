//! What is read, source by source, and the faults met on the way.

#[cfg(feature = "json")]
mod lines;
mod record;
mod whole;

use super::fields::Fields;
use super::names::Named;
use super::place::{At, source_place};
use super::read::{Form, Progress, SOURCE_LIMIT, Source};
use super::records;
#[cfg(any(feature = "json", feature = "toml"))]
use super::tree::Lines;
use crate::Header;
use crate::build::{Kind, Origins, Unread};
use crate::fault::{FaultKind, Place, Told};
use crate::order::Records;

/// Records as stated, and where.
#[derive(Default)]
pub(super) struct Stated {
    pub(super) records: Records,
    pub(super) rights: Vec<Named>,
    pub(super) origins: Origins,
}

/// A header, and where it stands.
pub(super) struct Stood {
    pub(super) header: Header,
    pub(super) place: Place,
    pub(super) expires: Place,
}

pub(super) struct Reader<'p> {
    progress: &'p mut dyn FnMut(Progress),
    pub(super) told: Told,
    pub(super) stated: Stated,
    /// What an order withdraws.
    pub(super) withdrawn: Stated,
    pub(super) header: Option<Stood>,
    pub(super) unread: Unread,
    read: Progress,
}

impl<'p> Reader<'p> {
    pub(super) fn new(progress: &'p mut dyn FnMut(Progress)) -> Self {
        Self {
            progress,
            told: Told::default(),
            stated: Stated::default(),
            withdrawn: Stated::default(),
            header: None,
            unread: Unread::default(),
            read: Progress {
                bytes: 0,
                records: 0,
            },
        }
    }

    fn fault(&mut self, place: Place, kind: FaultKind) {
        self.told.at(|| place, kind);
    }

    /// Reads one source; an order has its records under `add` and `withdraw`.
    pub(super) fn source(&mut self, number: u32, source: &Source<'_>, order: bool) {
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
}

impl Stood {
    /// The header, and where its expiry stands.
    pub(super) fn parts(stood: Option<Self>) -> (Option<Header>, Option<Place>) {
        stood.map(|stood| (stood.header, stood.expires)).unzip()
    }
}

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

const KINDS: &[&str] = &[
    "party",
    "pharmacy",
    "tenant",
    "access_point",
    "agreement",
    "annotation",
    "right",
];
