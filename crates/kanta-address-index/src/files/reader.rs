//! What is read, source by source, and the faults met on the way.

#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod lines;
mod record;
#[cfg(feature = "toml")]
mod whole;

use super::fields::Fields;
use super::names::Named;
use super::place::{At, source_place};
#[cfg(feature = "toml")]
use super::read::TOML_LIMIT;
use super::read::{Form, Progress, SOURCE_LIMIT, Source};
use super::records;
#[cfg(any(feature = "json", feature = "toml"))]
use super::tree::Lines;
use super::withdrawn::Held;
use crate::Header;
use crate::build::{Kind, Origins, Part, Unread};
#[cfg(feature = "toml")]
use crate::fault::Fault;
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
    /// A header was read, or may stand in what could not be read.
    pub(super) headed: bool,
    /// The index from which an order withdraws.
    pub(super) held: Option<Held<'p>>,
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
            headed: false,
            held: None,
            read: Progress {
                bytes: 0,
                records: 0,
            },
        }
    }

    /// What could not be read at all may hold a header, and records that others name.
    fn torn(&mut self, place: Place, kind: FaultKind) {
        self.headed = true;
        self.unread.nameless = true;
        self.fault(place, kind);
    }

    fn fault(&mut self, place: Place, kind: FaultKind) {
        self.told.at(|| place, kind);
    }

    /// Reads one source; an order has its records under `add` and `withdraw`.
    pub(super) fn source(&mut self, number: u32, source: &Source<'_>, order: bool) {
        let place = source_place(number);
        if let Some(kind) = too_large(source) {
            return self.torn(place, kind);
        }
        let text = match core::str::from_utf8(source.bytes) {
            Ok(text) => text,
            Err(error) => {
                let place = not_text(number, source.bytes, error.valid_up_to());
                return self.torn(place, FaultKind::NotText);
            }
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
                    json: None,
                };
                if let Some(form) = super::other::form_of(text) {
                    return self.torn(place, FaultKind::OtherForm(form));
                }
                let mended = super::toml::Mended::of(text);
                match super::toml::read(text, &mended) {
                    Ok(table) => self.whole(table, at, order),
                    Err(broken) => {
                        for (offset, kind) in broken {
                            let other = match &kind {
                                FaultKind::DuplicateField(name) => {
                                    super::toml::first_place(text, offset, name)
                                }
                                _ => None,
                            };
                            self.headed = true;
                            self.unread.nameless = true;
                            self.told.with(|| Fault {
                                place: at.at(Some(offset), ""),
                                kind,
                                other: other.map(|other| at.at(Some(other), "")),
                            });
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
                    json: Some(text),
                };
                self.json(json::Whole { text, at }, order);
            }
            #[cfg(feature = "json")]
            Form::JsonLines => self.lines(number, text, order),
        }
        self.read.bytes = self.read.bytes.saturating_add(source.bytes.len());
        (self.progress)(self.read);
    }

    #[cfg(feature = "json")]
    fn broken_form(&mut self, at: At<'_>, offset: usize, kind: FaultKind) {
        self.torn(at.at(Some(offset), ""), kind);
    }
}

/// Where the first byte stands that is no UTF-8.
fn not_text(source: u32, bytes: &[u8], valid: usize) -> Place {
    let before = bytes.get(..valid).unwrap_or_default();
    let before = String::from_utf8_lossy(before);
    let lines = Lines::of(&before);
    let lines = Some((&lines, &*before));
    let line = 0;
    At {
        source,
        lines,
        line,
        json: None,
    }
    .at(Some(valid), "")
}

/// Whether a source is longer than what is read of its form.
fn too_large(source: &Source<'_>) -> Option<FaultKind> {
    let length = source.bytes.len();
    match source.form {
        #[cfg(feature = "toml")]
        Form::Toml if length > TOML_LIMIT => {
            let limit = TOML_LIMIT;
            Some(FaultKind::TooLargeForToml { limit })
        }
        _ if length > SOURCE_LIMIT => {
            let limit = SOURCE_LIMIT;
            Some(FaultKind::TooLarge { limit })
        }
        _ => None,
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
        fn whole<T>(record: Option<T>, fields: &Fields<'_>) -> Option<T> {
            record.filter(|_| fields.faults.is_empty())
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
                keep(&mut records.agreements, whole(record, fields))
            }
            Kind::Annotation => {
                let record = records::annotation(fields);
                keep(&mut records.annotations, whole(record, fields))
            }
            Kind::Right => {
                let record = records::right(fields);
                keep(&mut self.rights, whole(record, fields))
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
#[cfg(feature = "json")]
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
