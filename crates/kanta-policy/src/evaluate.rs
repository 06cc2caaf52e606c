//! From a plan and a day to findings and a verdict.

use kanta_conformance::{Assessment, Date, EDITIONS, Edition, Finding, Gap, apply_attestations};

use crate::plan::ConnectionPlan;
use crate::requirements;

/// About how many findings a plan of one access point has.
const EXPECTED: usize = 256;

/// Holds a plan against every requirement, as of a day.
///
/// Pure: the same plan and day give the same findings in the same order. Attestations and rulings in the plan settle
/// what they may settle; nothing else does.
#[must_use]
pub fn evaluate(plan: &ConnectionPlan, on: Date) -> Assessment {
    assessment(plan, on, requirements::findings(plan, on, EXPECTED))
}

/// Holds a plan against every requirement under each edition of the guide, on the edition's own day; the oldest first.
///
/// The same as [`evaluate`] for each of the days, in less time: a check that does not look at the day is run once, and a
/// finding that no day changes is kept. `told` is shown each assessment, of which the next is then made.
///
/// ```
/// use kanta_policy::{ConnectionPlan, evaluate_editions};
///
/// let mut open = Vec::new();
/// evaluate_editions(&ConnectionPlan::default(), |edition, assessment| {
///     open.push((edition.version, assessment.gaps.len()));
/// });
/// assert_eq!(open.len(), 23);
/// ```
pub fn evaluate_editions(
    plan: &ConnectionPlan,
    mut told: impl FnMut(&'static Edition, &Assessment),
) {
    requirements::findings_each_edition(plan, EDITIONS, |edition, findings| {
        let assessment = assessment(plan, edition.date, std::mem::take(findings));
        told(edition, &assessment);
        *findings = assessment.findings;
    });
}

fn assessment(plan: &ConnectionPlan, on: Date, mut findings: Vec<Finding>) -> Assessment {
    apply_attestations(&mut findings, &plan.attested, &plan.rulings, on);
    let gaps = [
        (plan.party.is_none(), Gap::NoParty),
        (
            !plan.uses.iter().any(|its| its.service.in_scope()),
            Gap::NoService,
        ),
        (plan.access_points.is_empty(), Gap::NoAccessPoint),
    ];
    let gaps = gaps
        .into_iter()
        .filter_map(|(is_open, gap)| is_open.then_some(gap))
        .collect();
    Assessment::new(on, findings, gaps)
}
