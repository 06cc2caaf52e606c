//! What is answered, as plain values: owned, serialisable, with a schema; the same in each language.
//!
//! A view is made from what another crate answers, and everything that is printed is made from a view: what a view
//! lacks is in no report. Field names are the keys of the JSON.

mod admission;
mod asked;
mod attempt;
mod audit;
mod catalogue;
mod certificate;
mod changes;
mod codes;
mod day;
mod difference;
mod editions;
mod expiring;
mod failures;
mod fault;
mod finding;
mod from;
mod gateway;
mod index;
mod likeness;
mod oid;
mod plan;
mod questions;
mod ready;
mod requirement;
mod rights;
mod settled;
mod sheet;
mod shown;
mod vectors;
mod whereabouts;
mod words;
mod workbook;

pub use admission::{
    AdmissionReport, Beside, ComparedDecisions, DecidingRight, Peer, PeerCertificate, RestsOn,
};
pub use asked::{
    Decision, DecisionReport, IndexEnding, IndexExpiringReport, Period, Permitted, PermittedReport,
    Reason, ReasonsReport, Responsible, Speaker, SpeakersReport, WhatReport,
};
pub use attempt::{Answered, AttemptAnswer};
pub use audit::{Decided, DecidedBy, LogDamage, LogSummary, LogVerification, LoggedDecision};
pub use catalogue::{Example, Explained, Explanation, OnDay, Requirement};
pub use certificate::{Authority, CertificateReport, RevocationList, Trust, Validity};
pub use changes::{
    AddressChange, Brought, IdleRight, IndexChanges, RecordChange, RightSpan, TenantSpan,
    TrialReport, Turned, UnitSpan,
};
pub use codes::{Certainty, Evidence, Gap, JudgedOn, Level, Outcome, Verdict, Why};
pub use day::Day;
pub use difference::{Change, Changed, DifferenceReport, Side, Way};
pub use editions::{
    AllEditions, EditionChanges, EditionEntry, EditionsReport, History, Run, Stretch, Turn,
    UnderEdition,
};
pub use expiring::{Ending, EndingKind, ExpiringReport, UnreadableFile};
pub use failures::{Capacity, Effect, Failing, FailuresReport, Served, What};
pub use fault::{Fault, RefusedInput};
pub use finding::{Counts, Finding, Ground, Missing, Place};
#[doc(hidden)]
pub use from::missing_files;
pub use from::{CheckedCertificate, Endings, JudgedPlan};
pub use gateway::{GatewayReport, OwnCertificate};
pub use index::{IndexCounts, IndexFinding, IndexReport, OfParty, OfRequirement, Right};
pub use likeness::Likeness;
pub use oid::{BusinessId, KnownOid, OidReport};
pub use plan::{MissingFile, PlanReport, Unused};
pub use questions::{Choice, OpenQuestion, QuestionsReport};
pub use ready::{Calendar, Deadline, Guide, ReadyItem, ReadyReport};
pub use requirement::{Bound, Citation, Editions, InForce};
pub use rights::{Compared, Contradiction, Entitlement, RightsReport, TooMuch};
pub use settled::{AcceptanceReport, Accepted, Against, SetAside};
pub use sheet::{Annexes, Checked, ReportSheet};
pub use shown::{
    Issued, NamePart, Oddity, OtherName, Purpose, SharedAccessPoint, ShownCertificate,
};
pub use vectors::{AskedVector, Became, OfVectors, VectorFailure, VectorsReport};
#[doc(hidden)]
pub use whereabouts::{clause, clauses, place};
pub use words::Words;
pub use workbook::UnreadWorkbook;

/// The number of the form in which views are written as JSON; another number when a key changes its meaning or goes.
pub const FORMAT: u32 = 1;
