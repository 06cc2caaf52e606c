//! A plan against the guide.

use kanta_conformance::Edition;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Counts, Day, FailuresReport, Finding, Gap, Place, ReadyItem, SetAside, Verdict, Words,
};
use crate::picture::PictureView;

/// What a plan came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PlanReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The name of the joining party.
    pub party: Option<String>,
    /// The day asked about.
    pub on: Day,
    /// The edition of the guide on that day; none before the first known one.
    pub edition: Option<String>,
    /// Whether the day lies behind the last known edition, so that there may be a later one.
    pub later_edition_possible: bool,
    /// What all findings come to.
    pub verdict: Verdict,
    /// What is left of the verdict when accepted findings and those of the baseline are set aside; only where one of
    /// them is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// What keeps the verdict undetermined beside the findings.
    pub gaps: Vec<Gap>,
    /// What was not checked: `path-and-revocation`.
    pub not_checked: Vec<String>,
    /// The files that the plan names and that are not there.
    pub missing_files: Vec<MissingFile>,
    /// How many findings there are of each kind.
    pub counts: Counts,
    /// Attestations and rulings that settle nothing.
    pub unused: Vec<Unused>,
    /// The findings, in the order of the requirements and, within one, of the subjects.
    pub findings: Vec<Finding>,
    /// The plan as a picture, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Box<PictureView>>,
    /// The checklist before going live, where it was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<ReadyItem>,
    /// What each single failure cuts off, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failures: Option<Box<FailuresReport>>,
}

impl PlanReport {
    /// The edition of the guide on the day asked about.
    #[must_use]
    pub fn edition(&self) -> Option<&'static Edition> {
        self.edition.as_ref().and(Edition::on(self.on.0))
    }
}

/// A file that a plan names and that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct MissingFile {
    /// The value that names it.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// The file.
    pub file: String,
}

/// An attestation or a ruling that settles nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Unused {
    /// Where it stands in the plan, for example `ruling[0]`.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// Where in the file.
    pub place: Option<Place>,
    /// The id of the requirement.
    pub requirement: String,
    /// On what ground it was attested, or where the ruling is written down.
    pub words: String,
}
