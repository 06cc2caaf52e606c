//! Why a data set is refused.

mod words;

use kanta_conformance::{Language, text};
use kanta_source::{FaultMessage, Problem};

/// The most faults that are told one by one.
pub(crate) const MOST_FAULTS: usize = 10_000;

/// One reason why a data set cannot be understood, and where.
pub type Fault = kanta_source::Fault<FaultKind>;

/// Every fault of a data set, in the order of their places; never empty.
pub type Faults = kanta_source::Faults<FaultKind>;

/// Faults as they are met.
pub(crate) type FaultSink = kanta_source::FaultSink<FaultKind>;

/// What cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum FaultKind {
    /// What any text may have wrong.
    Source(Problem),
    /// Something is wrong in a column of a sheet.
    InColumn {
        /// The column's name, as the sheet writes it.
        column: String,
        /// What is wrong.
        fault: Box<FaultKind>,
    },
    /// The source is larger than what is read of TOML; JSON Lines may be larger.
    TooLargeForToml {
        /// The limit in bytes.
        limit: usize,
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
        expected: ExpectedRecord,
    },
    /// A pharmacist is a person, and has no OID of the five forms.
    PharmacistWithOid,
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
}

/// What a name has to lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum ExpectedRecord {
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

impl From<kanta_source::SheetProblem> for FaultKind {
    fn from(problem: kanta_source::SheetProblem) -> Self {
        Self::Source(problem.into())
    }
}

impl From<Problem> for FaultKind {
    fn from(problem: Problem) -> Self {
        Self::Source(problem)
    }
}

impl FaultMessage for FaultKind {
    fn message(&self, language: Language) -> String {
        words::message(self, language)
    }
}

/// What a field takes that is a date or false.
pub(crate) const DATE_OR_NO: kanta_source::Expected = kanta_source::Expected::Words(text! {
    en: "a date, or false",
    fi: "päivämäärää tai false",
    sv: "ett datum eller false",
});

/// What a field takes that names two.
pub(crate) const TWO_IDS: kanta_source::Expected =
    kanta_source::Expected::Words(text! { en: "two ids", fi: "kahta tunnusta", sv: "två id" });
