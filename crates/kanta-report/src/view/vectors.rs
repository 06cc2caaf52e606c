//! What became of the vectors that were put to a program.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What became of the vectors that were put to a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct VectorsReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// How many of each kind came to what, in the order of the kinds.
    pub kinds: Vec<OfVectors>,
    /// How many of all.
    pub together: OfVectors,
    /// How many vectors are wrong on purpose.
    pub canaries: usize,
    /// How many of those were found wrong.
    pub canaries_noticed: usize,
    /// What is not as it has to be, in the order of the vectors.
    pub failures: Vec<VectorFailure>,
}

/// How many vectors came to what; those that are wrong on purpose are right where they are found wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OfVectors {
    /// The kind; of all kinds together, nothing.
    pub kind: Option<String>,
    /// How many there are.
    pub vectors: usize,
    /// How many are right.
    pub right: usize,
    /// How many are wrong.
    pub wrong: usize,
    /// How many the program does not know.
    pub unsupported: usize,
}

/// A vector that is not as it has to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct VectorFailure {
    /// The vector.
    pub id: String,
    /// What became of it.
    pub became: Became,
    /// The clause on which the right answer stands.
    pub clause: String,
    /// Why that is the right answer.
    pub reason: String,
}

/// A vector that was put to a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedVector<'a> {
    /// The vector.
    pub id: &'a str,
    /// Its kind.
    pub kind: &'a str,
    /// The clause on which the right answer stands.
    pub clause: &'a str,
    /// Why that is the right answer.
    pub reason: &'a str,
    /// Whether its answer is wrong on purpose.
    pub canary: bool,
    /// What became of it.
    pub became: Became,
}

/// What became of one vector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "what")]
#[non_exhaustive]
pub enum Became {
    /// The answer is right.
    Right,
    /// The program does not know such questions.
    Unsupported,
    /// The answer differs in one of its members.
    Wrong {
        /// Which.
        member: String,
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
    },
    /// The answer is none of the protocol.
    NoAnswer {
        /// Why, in the words of the reader of JSON.
        why: String,
    },
    /// There was no answer in time.
    TimedOut,
    /// The program has ended, or closed its output.
    Ended,
    /// The answer is longer than one may be.
    TooLong,
    /// It was not asked: the program was started as often as it may be.
    GivenUp,
}

impl AskedVector<'_> {
    /// Whether it is as it has to be: what is wrong on purpose has to be found wrong, everything else right.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        match self.became {
            Became::Right => !self.canary,
            Became::Wrong { .. } => self.canary,
            Became::Unsupported => true,
            _ => false,
        }
    }
}

impl OfVectors {
    fn of<'a>(kind: Option<&str>, all: impl Iterator<Item = &'a AskedVector<'a>>) -> Self {
        let mut counts = Self {
            kind: kind.map(str::to_owned),
            ..Self::default()
        };
        for asked in all {
            counts.vectors = counts.vectors.saturating_add(1);
            let count = match asked.became {
                Became::Unsupported => &mut counts.unsupported,
                _ if asked.is_good() => &mut counts.right,
                _ => &mut counts.wrong,
            };
            *count = count.saturating_add(1);
        }
        counts
    }
}

impl VectorsReport {
    /// What became of vectors of these kinds.
    #[must_use]
    pub fn new(kinds: &[&str], all: &[AskedVector<'_>]) -> Self {
        let of_kind = |kind: &&str| {
            let its = all.iter().filter(|asked| asked.kind == *kind);
            OfVectors::of(Some(kind), its)
        };
        let canaries = all.iter().filter(|asked| asked.canary);
        let noticed = |asked: &&AskedVector<'_>| matches!(asked.became, Became::Wrong { .. });
        Self {
            format: super::FORMAT,
            kinds: kinds.iter().map(of_kind).collect(),
            together: OfVectors::of(None, all.iter()),
            canaries: canaries.clone().count(),
            canaries_noticed: canaries.filter(noticed).count(),
            failures: all
                .iter()
                .filter(|asked| !asked.is_good())
                .map(|asked| VectorFailure {
                    id: asked.id.to_owned(),
                    became: asked.became.clone(),
                    clause: asked.clause.to_owned(),
                    reason: asked.reason.to_owned(),
                })
                .collect(),
        }
    }
}
