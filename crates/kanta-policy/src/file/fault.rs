//! What can be wrong with a plan file, told in three languages.

mod file_fault;
mod message;

use kanta_conformance::Language;
use kanta_source::{FaultMessage, Problem};

pub use file_fault::FileFault;

/// One fault of a plan file, with its place where it has one.
pub type Fault = kanta_source::Fault<FaultKind>;

/// Every fault of a plan file, in the order of its lines.
pub type Faults = kanta_source::Faults<FaultKind>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum FaultKind {
    /// What any text may have wrong.
    Source(Problem),
    /// The file is larger than a plan may be.
    TooLarge {
        /// The most bytes that a plan may have.
        limit: usize,
    },
    /// The file itself cannot be had.
    File(FileFault),
    /// There is nothing in the file.
    Empty,
    /// `format` names no format that this version reads.
    UnknownFormat(String),
    /// An identifier that has none of the forms of its kind; the sentence says what is wrong with it.
    BadOid {
        /// The key.
        key: String,
        /// The text.
        found: String,
        /// English.
        en: String,
        /// Finnish.
        fi: String,
        /// Swedish.
        sv: String,
    },
    /// An id that is used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// The line on which it was used first.
        line: u32,
    },
    /// An id that names nothing in the plan.
    Dangling {
        /// The key.
        key: String,
        /// The id.
        id: String,
        /// The nearest id that does name something here.
        nearest: Option<String>,
    },
    /// An attestation or a ruling about a requirement that does not exist.
    UnknownRequirement {
        /// The id.
        id: String,
        /// The nearest one.
        nearest: Option<&'static str>,
    },
    /// A requirement that nobody can attest, because it is computed or stated.
    NotAttestable {
        /// The requirement.
        id: String,
    },
    /// An attestation or a ruling about a subject that is not in the plan.
    UnknownSubject {
        /// The path.
        path: String,
    },
    /// A certificate that cannot be had.
    Certificate {
        /// The file as the plan names it.
        file: String,
        /// Why.
        why: FileFault,
    },
}

impl From<Problem> for FaultKind {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::TooLarge { limit } => Self::TooLarge { limit },
            other => Self::Source(other),
        }
    }
}

impl FaultMessage for FaultKind {
    fn message(&self, language: Language) -> String {
        Self::message(self, language)
    }
}
