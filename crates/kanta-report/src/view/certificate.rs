//! A certificate, or the request for one, against its profile.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Counts, Day, Finding, Gap, SetAside, Verdict, Words};

/// What a certificate or request came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CertificateReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub file: String,
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// How many the file has.
    pub count: usize,
    /// Whether it is a request.
    pub request: bool,
    /// What kind it is, as a word for machines.
    pub kind: String,
    /// The same in people's words.
    pub kind_name: Words,
    /// The profile that it was held against: `server` or `system-signature`.
    pub profile: String,
    /// The same in people's words.
    pub profile_name: Words,
    /// When it is valid; none for a request.
    pub validity: Option<Validity>,
    /// The day asked about.
    pub on: Day,
    /// The edition of the guide on that day.
    pub edition: Option<String>,
    /// What all findings come to.
    pub verdict: Verdict,
    /// What is left of the verdict when accepted findings and those of the baseline are set aside; only where one of
    /// them is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// What keeps the verdict undetermined beside the findings.
    pub gaps: Vec<Gap>,
    /// The ids of what was not asked, as nothing was said to hold it against.
    pub not_asked: Vec<String>,
    /// The same in people's words, but for notes.
    pub not_asked_names: Vec<Words>,
    /// What is not judged here: `tl-iv`, `path-and-revocation`.
    pub not_judged: Vec<String>,
    /// What was trusted, where path and revocation were checked.
    pub trust: Option<Trust>,
    /// How many findings there are of each kind.
    pub counts: Counts,
    /// The findings, in the order of the profile.
    pub findings: Vec<Finding>,
}

/// When a certificate is valid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Validity {
    /// The first moment.
    pub not_before: String,
    /// The last moment.
    pub not_after: String,
    /// The day of the first moment.
    pub first_day: Day,
    /// The day of the last moment.
    pub last_day: Day,
    /// How many days are left after the day asked about; negative when it is over.
    pub days_left: i32,
}

/// What was trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Trust {
    /// The trust anchors.
    pub anchors: Vec<Authority>,
    /// The CAs between.
    pub between: Vec<Authority>,
    /// The lists of revoked certificates.
    pub lists: Vec<RevocationList>,
}

/// A CA that was trusted, or stands between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Authority {
    /// Its name.
    pub subject: String,
    /// The file that it came with.
    pub file: String,
    /// Its place among the CAs of the health and social welfare branch, in English.
    pub place: String,
    /// The same in each language.
    pub place_name: Words,
    /// Whether it belongs to the test hierarchy.
    pub test: bool,
}

/// A list of revoked certificates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RevocationList {
    /// Whose list it is.
    pub issuer: String,
    /// The file that it came with.
    pub file: String,
    /// The moment of its issue.
    pub this_update: String,
    /// The moment of the next, where it tells.
    pub next_update: Option<String>,
    /// What stands in the way of using it.
    pub obstacle: Option<String>,
}
