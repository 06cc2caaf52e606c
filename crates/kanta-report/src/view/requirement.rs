//! Where a requirement stands, and when it is in force.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Words};

/// Where a requirement stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Citation {
    /// The id of the document.
    pub document: String,
    /// What the document is called.
    pub title: Words,
    /// The day that the document carries; none for the guide, whose editions carry it.
    pub date: Option<Day>,
    /// The clause, for example `5.1, table 1`; empty where the document has no clauses.
    pub clause: String,
    /// The editions of the guide that have it there.
    pub editions: Option<Editions>,
}

/// Editions of the guide, both ends included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Editions {
    /// The first.
    pub first: String,
    /// The last; none while it still stands there.
    pub last: Option<String>,
}

/// The time in which a requirement is in force; the last day is not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InForce {
    /// When it starts; none where it always was.
    pub from: Option<Bound>,
    /// When it ends; none where no end is known.
    pub until: Option<Bound>,
}

/// One end of the time in which a requirement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Bound {
    /// That day: the first in force, or the first no longer in force.
    On {
        /// The day.
        on: Day,
    },
    /// Some unknown day.
    Between {
        /// The last day of which it is known that the bound was not yet passed.
        not_yet: Option<Day>,
        /// The first day of which it is known that it was.
        seen: Option<Day>,
    },
}
