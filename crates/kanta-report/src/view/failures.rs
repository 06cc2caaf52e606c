//! What breaks when one thing breaks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::{Day, Verdict, Words};

/// What each failure of a plan cuts off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FailuresReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The day asked about.
    pub on: Day,
    /// Conforming where no single failure cuts anything off, non-conforming where one does.
    pub verdict: Verdict,
    /// What is cut off without any failure.
    pub standing: Effect,
    /// Each single failure, in the order of the plan.
    pub singles: Vec<Effect>,
    /// Each two failures that together cut off more than either, where they were asked for.
    pub pairs: Vec<Effect>,
    /// Whether there are too many single failures to try every two of them.
    pub too_many_for_pairs: bool,
}

impl FailuresReport {
    /// What cuts something off, the plan as it stands first.
    pub fn cutting(&self) -> impl Iterator<Item = &Effect> {
        self.all().filter(|its| !its.cut_off.is_empty())
    }

    /// What may cut something off and certainly cuts off nothing.
    pub fn open(&self) -> impl Iterator<Item = &Effect> {
        let open = |its: &&Effect| its.cut_off.is_empty() && !its.not_known.is_empty();
        self.all().filter(open)
    }

    /// What cuts nothing off.
    pub fn holding(&self) -> impl Iterator<Item = &Effect> {
        let holds = |its: &&Effect| its.cut_off.is_empty() && its.not_known.is_empty();
        self.singles.iter().filter(holds)
    }

    fn all(&self) -> impl Iterator<Item = &Effect> {
        core::iter::once(&self.standing).chain(&self.singles)
    }
}

/// What a failure does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Effect {
    /// What fails; two things of a pair, none for the plan as it stands.
    pub failures: Vec<Failing>,
    /// What is certainly cut off.
    pub cut_off: Vec<Served>,
    /// What may be cut off.
    pub not_known: Vec<Served>,
    /// The fields that would tell, as paths.
    pub missing: Vec<String>,
    /// The same in people's words.
    pub missing_names: Vec<Words>,
    /// What is left, for each access point that is affected and not cut off.
    pub capacity: Vec<Capacity>,
    /// Whether several links go down at once, none of which cuts anything off alone.
    pub on_paper_only: bool,
}

/// One thing that fails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Failing {
    /// `link`, `operator`, `route`, `server`, `certificate`, `consolidation-point` or `hall`.
    pub kind: String,
    /// Which of that kind.
    pub what: What,
    /// The same in people's words.
    pub name: Words,
    /// The words by which it is asked for, for example `link.mpls-a`.
    pub key: String,
}

/// Which thing fails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[non_exhaustive]
pub enum What {
    /// An operator that is not named.
    #[default]
    NotNamed,
    /// By its id, its name, or the letter of a hall.
    Named(String),
    /// The server of an access point, by its number from 1.
    Server(String, usize),
    /// The links that share a route.
    Links(Vec<String>),
    /// A certificate's file.
    File {
        /// The file.
        file: String,
        /// The last day of the certificate.
        last_day: Option<Day>,
    },
    /// A certificate that is not named.
    OfPoint {
        /// The access point.
        access_point: String,
    },
}

/// A service in the hands of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Served {
    /// The service.
    pub service: String,
    /// The same in people's words.
    pub service_name: Words,
    /// Who uses it: `party`, or an id of the plan.
    #[serde(rename = "for")]
    pub user: String,
}

/// How much of an access point's capacity is left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Capacity {
    /// The access point.
    pub access_point: String,
    /// What is left, in Mbit/s; none where a speed is not known.
    pub left_mbit: Option<Number>,
    /// The figure that applies, in Mbit/s; none where none does.
    pub figure_mbit: Option<Number>,
}
