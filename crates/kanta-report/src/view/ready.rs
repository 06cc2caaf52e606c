//! What has to be done before going live.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, FailuresReport, Finding, MissingFile, SetAside, Verdict, Words};
use crate::picture::PictureView;

/// The checklist of a plan, and what the guide refuses in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ReadyReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The day asked about.
    pub on: Day,
    /// How far joining has come, where the plan tells.
    pub stage: Option<String>,
    /// What the checklist comes to, without the guide.
    pub verdict: Verdict,
    /// What is left of the verdict when accepted findings and those of the baseline are set aside; only where one of
    /// them is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// The files that the plan names and that are not there.
    pub missing_files: Vec<MissingFile>,
    /// The checklist, in the order in which things have to be done.
    pub items: Vec<ReadyItem>,
    /// What `check` says of the same plan.
    pub guide: Guide,
    /// Counted back from going live, where a day was named.
    pub calendar: Option<Calendar>,
    /// The plan as a picture, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Box<PictureView>>,
    /// What each single failure cuts off, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failures: Option<Box<FailuresReport>>,
}

/// One entry of the checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ReadyItem {
    /// The step to which it belongs.
    pub step: String,
    /// The same in people's words.
    pub step_name: Words,
    /// How it stands.
    pub state: String,
    /// The same in people's words.
    pub state_name: Words,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
}

/// What the guide says of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Guide {
    /// What all findings come to.
    pub verdict: Verdict,
    /// How many binding findings are not known.
    pub undetermined: usize,
    /// What it refuses.
    pub refused: Vec<Finding>,
}

/// What has to be done by when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Calendar {
    /// The day of going live.
    pub by: Day,
    /// What has to be done, in the order of the last days.
    pub dates: Vec<Deadline>,
}

/// Something to be done by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Deadline {
    /// What.
    pub what: Words,
    /// The thing that it is about, as a path of the plan; empty for the party.
    pub about: String,
    /// The same in people's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about_name: Option<Words>,
    /// The last day; none where no lead time with a number is stated.
    pub latest: Option<Day>,
    /// The first day, where the source names one.
    pub earliest: Option<Day>,
    /// What it is counted back from.
    pub before: Option<Day>,
    /// How long before.
    pub lead_time: Words,
    /// Whether it is done on the day asked about; none where the plan has no place to say so.
    pub done: Option<bool>,
    /// Whether it was done too late, or is known not to be done although its last day is over.
    pub late: bool,
    /// Whether its last day is over.
    pub over: bool,
    /// Where the lead time stands.
    pub source: Words,
}
