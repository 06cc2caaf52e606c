//! What the formats ask of a report, whatever it is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::format::Report;

use super::{Fault, Finding, PlanReport, Refusal, Verdict};

/// A file that was judged, or one that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Checked<T> {
    /// It could not be understood.
    Refused(Refusal),
    /// It was judged.
    Judged(T),
}

/// What every format tells of one file: its verdict, its findings, its faults.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Sheet<'a> {
    /// The file, as it was called.
    pub file: &'a str,
    /// What it came to; none where it could not be understood.
    pub verdict: Option<Verdict>,
    /// What was found.
    pub findings: Vec<&'a Finding>,
    /// Why it could not be understood.
    pub faults: &'a [Fault],
}

impl Report for PlanReport {
    fn sheet(&self) -> Sheet<'_> {
        Sheet {
            file: &self.plan,
            verdict: Some(self.verdict),
            findings: self.findings.iter().collect(),
            faults: &[],
        }
    }
}

impl Refusal {
    /// What every format tells of it.
    #[must_use]
    pub fn sheet(&self) -> Sheet<'_> {
        Sheet {
            file: &self.file,
            verdict: None,
            findings: Vec::new(),
            faults: &self.faults,
        }
    }
}
