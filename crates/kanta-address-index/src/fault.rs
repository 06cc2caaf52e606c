//! Why a data set is refused.

mod told;
mod words;

use core::error::Error;
use core::fmt;

use kanta_conformance::Language;

#[cfg(any(feature = "json", feature = "toml"))]
pub(crate) use told::MOST_FAULTS;
pub(crate) use told::Told;

/// Where a record or a field stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which source, counted from 0 in the order given; 0 for records made in memory.
    pub source: u32,
    /// The line, counted from 1; 0 where it is not known.
    pub line: u32,
    /// The column in characters, counted from 1; 0 where it is not known.
    pub column: u32,
    /// The path, for example `right[3].from`; empty for the source as a whole.
    pub path: String,
}

/// Written `line 3, column 7 (right[3].from)`, with as much of it as is known.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (0, _) => return f.write_str(&self.path),
            (line, 0) => write!(f, "line {line}")?,
            (line, column) => write!(f, "line {line}, column {column}")?,
        }
        if self.path.is_empty() {
            Ok(())
        } else {
            write!(f, " ({})", self.path)
        }
    }
}

impl Place {
    /// Nothing is known but the source.
    fn is_bare(&self) -> bool {
        self.line == 0 && self.path.is_empty()
    }
}

/// One reason why a data set cannot be understood, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FaultKind,
    /// The other place, where two disagree.
    pub other: Option<Place>,
}

/// What cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FaultKind {
    /// The source is larger than what is read.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The source is larger than what is read of TOML; JSON Lines may be larger.
    TooLargeForToml {
        /// The limit in bytes.
        limit: usize,
    },
    /// The source is not UTF-8.
    NotText,
    /// The source breaks its form; the reader's own words.
    Syntax(String),
    /// The tables lie deeper than any record does.
    TooDeep,
    /// One record holds more values than are read.
    TooManyValues {
        /// The most values that are.
        limit: usize,
    },
    /// A field or record that the form does not have.
    UnknownField {
        /// Its name.
        field: String,
        /// The nearest one that exists.
        nearest: Option<&'static str>,
    },
    /// A field stands twice in one record.
    DuplicateField(String),
    /// A field that has to be there is not.
    MissingField(&'static str),
    /// A value of another type than the one expected.
    WrongType {
        /// What is expected, for example `text`.
        expected: Expected,
    },
    /// A word that is none of a vocabulary's.
    UnknownWord {
        /// The word.
        word: String,
        /// The vocabulary's words.
        expected: &'static [&'static str],
    },
    /// Not the OID of an access point, in one of the five forms.
    NotAnAccessPoint(String),
    /// Not the OID of an owner of access points, in one of the five forms.
    NotAnOwner(String),
    /// Not a day of the calendar.
    NotADate(String),
    /// Not an address or a prefix.
    NotAPrefix(String),
    /// A prefix with bits beyond its length, for example `10.0.0.1/8`.
    HostBits(String),
    /// A format number other than 1.
    UnknownFormat,
    /// No source says which data set this is.
    NoHeader,
    /// Two sources say different things about which data set this is.
    HeadersDisagree,
    /// Two records have the same id.
    DuplicateId(String),
    /// The id is empty, or kept for Kela.
    ReservedId(String),
    /// The id is a well-formed OID, and not that of its record alone.
    ForeignOid(String),
    /// Two records have the same OID.
    DuplicateOid(String),
    /// A tenant has the OID of its own host.
    OwnTenant(String),
    /// Two certificates of one access point have the same serial number.
    DuplicateSerial(String),
    /// A text that has to say something is empty.
    EmptyField(&'static str),
    /// Two records say the same.
    DuplicateRecord,
    /// Two records speak of the same thing on the same day.
    Overlap,
    /// The end does not lie after the start.
    Inverted,
    /// No record has that id or OID.
    Dangling(String),
    /// The record named is of another kind.
    WrongKind {
        /// The id.
        id: String,
        /// What is expected there.
        expected: Expected,
    },
    /// A pharmacist is a person, and has no OID of the five forms.
    PharmacistWithOid,
    /// The source is of a form that is not read, for example CSV.
    OtherForm(&'static str),
    /// An order withdraws what is not there.
    NotThere,
    /// An order withdraws a record that is there, and states it otherwise: the fields, and what each
    /// is in the index.
    Differs(Vec<(&'static str, Option<String>)>),
    /// An order withdraws one of several records with the same key, and does not say which.
    Several(usize),
    /// The days on which a right permits change more often than is followed.
    TooManyChanges {
        /// The most changes that are.
        limit: usize,
    },
    /// There are more faults than are told.
    More(usize),
}

/// What a place asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Expected {
    /// A text.
    Text,
    /// A date.
    Date,
    /// True or false.
    Flag,
    /// A number.
    Number,
    /// A list.
    List,
    /// A table.
    Table,
    /// A date, or false.
    DateOrNo,
    /// Two ids.
    TwoIds,
    /// A joining party or an intermediary.
    Party,
    /// A party, a pharmacy or a tenant.
    Actor,
    /// A pharmacist.
    Pharmacist,
    /// A party or a pharmacy.
    PartyOrPharmacy,
    /// Who has rights: a pharmacy, or a party other than a pharmacist.
    RightSubject,
    /// An access point.
    AccessPoint,
}

impl Fault {
    /// The message, in one language: lower-case, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        words::message(&self.kind, language)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_bare() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message(Language::En))?;
        match &self.other {
            Some(other) if !other.is_bare() => write!(f, "; the other is at {other}"),
            _ => Ok(()),
        }
    }
}

/// Every fault of a data set, in the order of their places; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults, in the order of their places.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl Error for Faults {}
