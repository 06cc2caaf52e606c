//! What ends soon: certificates, agreements, assessments, rights.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Fault};

/// What ends within some days, or has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ExpiringReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The day asked about.
    pub on: Day,
    /// Within how many days.
    pub within: u16,
    /// How many files were looked into.
    pub files: usize,
    /// How many files of other kinds were left out.
    pub skipped: usize,
    /// What ends, soonest first.
    pub ending: Vec<Ending>,
    /// The files that cannot be read.
    pub unreadable: Vec<UnreadableFile>,
}

/// Something that ends.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[non_exhaustive]
pub struct Ending {
    /// Its last day.
    pub last_day: Day,
    /// How many days are left after the day asked about; negative when it has ended.
    pub days_left: i32,
    /// The file, as it was called.
    pub file: String,
    /// What kind of thing it is.
    pub kind: EndingKind,
    /// What it is: a path in the plan or index, or the number of the certificate in its file.
    pub what: String,
    /// What people call it; empty where the path says it all.
    pub name: String,
}

/// What kind of thing ends.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EndingKind {
    /// A certificate.
    #[default]
    Certificate,
    /// An agreement.
    Agreement,
    /// The security assessment of a system.
    Assessment,
    /// A right to use a service.
    Right,
    /// A whole index.
    DataSet,
    /// A list of revoked certificates, by its next update.
    RevocationList,
    /// Another record of an index: an annotation, an entry in a register, a pharmacy that is held.
    Record,
}

/// A file that cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnreadableFile {
    /// The file, as it was called.
    pub file: String,
    /// Its faults.
    pub faults: Vec<Fault>,
}

impl Ending {
    /// Something with its last day, as of a day.
    #[must_use]
    pub fn new(
        file: &str,
        kind: EndingKind,
        what: String,
        name: String,
        last: Day,
        on: Day,
    ) -> Self {
        Self {
            last_day: last,
            days_left: on.0.days_until(last.0),
            file: file.to_owned(),
            kind,
            what,
            name,
        }
    }
}

impl EndingKind {
    /// Its word in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::Agreement => "agreement",
            Self::Assessment => "assessment",
            Self::Right => "right",
            Self::DataSet => "data-set",
            Self::RevocationList => "revocation-list",
            Self::Record => "record",
        }
    }
}
