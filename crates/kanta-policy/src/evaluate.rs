//! From a plan and a day to findings and a verdict.

use kanta_conformance::{Assessment, Date, Gap, settle};

use crate::plan::ConnectionPlan;
use crate::requirements;

/// Holds a plan against every requirement, as of a day.
///
/// Pure: the same plan and day give the same findings in the same order. Attestations and rulings in the plan settle
/// what they may settle; nothing else does.
#[must_use]
pub fn evaluate(plan: &ConnectionPlan, on: Date) -> Assessment {
    let mut findings = requirements::findings(plan, on);
    settle(&mut findings, &plan.attested, &plan.rulings, on);
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
