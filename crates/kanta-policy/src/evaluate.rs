//! From a plan and a day to findings and a verdict.

use kanta_conformance::{
    AskedDay, Assessment, Date, EDITIONS, Edition, Gap, Undated, apply_attestations,
};

use crate::plan::ConnectionPlan;
use crate::requirements::{self, Day, Subjects};

/// About how many findings a plan of one access point has.
const EXPECTED: usize = 256;

/// Holds a plan against every requirement, as of a day.
///
/// Pure: the same plan and day give the same findings in the same order. Attestations and rulings in the plan settle
/// what they may settle; nothing else does.
#[must_use]
pub fn evaluate(plan: &ConnectionPlan, on: Date) -> Assessment {
    as_of(plan, &Subjects::of(plan), on, EXPECTED, None)
}

/// Holds a plan against every requirement under each edition of the guide, on the edition's own day; the oldest first.
///
/// The same as [`evaluate`] for each of the days, in less time. Each assessment is made when it is asked for.
pub fn evaluate_editions(
    plan: &ConnectionPlan,
) -> impl Iterator<Item = (&'static Edition, Assessment)> + '_ {
    let subjects = Subjects::of(plan);
    let (mut expected, mut before) = (EXPECTED, Undated::default());
    EDITIONS.iter().map(move |edition| {
        let assessment = as_of(plan, &subjects, edition.date, expected, Some(&mut before));
        expected = assessment.findings.len();
        (edition, assessment)
    })
}

fn as_of(
    plan: &ConnectionPlan,
    subjects: &Subjects<'_>,
    on: Date,
    expected: usize,
    mut before: Option<&mut Undated>,
) -> Assessment {
    if let Some(before) = &mut before {
        before.begin();
    }
    let asked = &AskedDay::new(on);
    let day = Day { on, asked, before };
    let mut findings = requirements::findings(plan, subjects, day, expected);
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
