//! Attestations and rulings of a plan that settle nothing.

use kanta_conformance::{Assessment, FieldPath, Ground};

use crate::plan::ConnectionPlan;
use crate::requirements;

/// An attestation or a ruling that settles no finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unused<'a> {
    /// Where it stands, for example `ruling[0]`.
    pub path: FieldPath,
    /// The id of the requirement.
    pub requirement: &'a str,
    /// On what ground it was attested, or where the ruling is written down.
    pub words: &'a str,
}

/// The attestations and rulings that no finding of an assessment rests on, attestations first.
///
/// Such a one is about something that is decided without it, does not apply, or is dated after the day asked about. Of
/// those on the checklist before going live an assessment tells nothing.
#[must_use]
pub fn unused<'a>(plan: &'a ConnectionPlan, assessment: &Assessment) -> Vec<Unused<'a>> {
    let judged = |id: &str| requirements::all().any(|requirement| requirement.id() == id);
    let grounds = || {
        assessment
            .findings
            .iter()
            .filter_map(|its| its.ground.as_ref())
    };
    let attested = plan.attested.iter().enumerate().filter_map(|(index, its)| {
        let used = grounds().any(|ground| matches!(ground, Ground::Attested(one) if one == its));
        (!used && judged(&its.requirement)).then(|| Unused {
            path: FieldPath::entry("attested", index),
            requirement: &its.requirement,
            words: &its.ground,
        })
    });
    let rulings = plan.rulings.iter().enumerate().filter_map(|(index, its)| {
        let used = grounds().any(|ground| matches!(ground, Ground::Ruled(one) if one == its));
        (!used && judged(&its.requirement)).then(|| Unused {
            path: FieldPath::entry("ruling", index),
            requirement: &its.requirement,
            words: &its.reference,
        })
    });
    attested.chain(rulings).collect()
}
