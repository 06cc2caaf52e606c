//! From what a plan leaves open to findings under the name of its file.

use kanta_conformance::{Edition, Finding as Found};
use kanta_policy::PlanFile;

use super::InPlan;
use crate::view::Finding;

impl Finding {
    /// What was found in a plan, told by the clauses of an edition.
    pub(crate) fn of_plan<'f>(
        name: &str,
        file: &PlanFile,
        edition: Option<&Edition>,
        found: impl Iterator<Item = &'f Found>,
    ) -> Vec<Self> {
        let places = InPlan::new(name, file);
        found.map(|its| Self::new(its, edition, &places)).collect()
    }
}
