//! Every row that a plan states, denied and left out.

use std::collections::BTreeSet;

use kanta_conformance::Evidence;
use kanta_policy::readiness::requirements;

use super::{BY_READING, DAY, one, outcomes, ready};
use crate::harness::edited;

#[test]
fn every_row_that_a_plan_states_is_violated_by_denying_it_and_open_without_it() {
    // The row, the field, and what denies it.
    let cases = [
        (
            "deployment-requirements/register-data-not-up-to-date",
            "readiness.register_data_checked",
            "false",
        ),
        (
            "data-security/assessment-missing-or-out-of-date",
            "system.emr.assessed_until",
            "2025-11-30",
        ),
        (
            "deployment-requirements/joint-testing-not-passed-before-production",
            "system.emr.joint_tested",
            "false",
        ),
        (
            "deployment-requirements/system-not-in-register",
            "system.emr.in_register",
            "false",
        ),
        (
            "data-security/assessment-not-given-to-kela",
            "readiness.assessment_delivered",
            "false",
        ),
        (
            "data-security/assessment-body-not-approved",
            "readiness.assessor_approved",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.applied",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.commitment",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.terms_of_supply",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.declared",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.approved",
            "2025-12-02",
        ),
        (
            "data-security/data-security-plan-missing",
            "party.security_plan",
            "false",
        ),
        (
            "data-security/data-security-plan-not-kept-up-to-date",
            "readiness.security_plan_reviewed",
            "false",
        ),
        (
            "data-security/data-protection-officer-missing",
            "readiness.data_protection_officer",
            "false",
        ),
        (
            "data-security/processing-not-logged",
            "readiness.logging",
            "false",
        ),
        (
            "data-security/professionals-not-strongly-identified",
            "readiness.strong_identification",
            "false",
        ),
        (
            "deployment-requirements/test-certificate-missing",
            "readiness.test_certificate",
            "false",
        ),
        (
            "deployment-requirements/server-certificate-not-installed",
            "access_point.ap1.certificate",
            "false",
        ),
        (
            "deployment-requirements/signature-certificate-missing",
            "signature_certificate",
            "false",
        ),
        (
            "deployment-requirements/professional-cards-missing",
            "readiness.professional_cards",
            "false",
        ),
        (
            "availability/nobody-named-for-disruption-notices",
            "readiness.disruption_notices",
            "false",
        ),
    ];
    let base = ready();
    let before = outcomes(&base, DAY);
    for (row, field, denied) in cases {
        assert_eq!(one(&base, row, DAY), "satisfied", "{row}");
        let broken = match BY_READING.contains(&row) {
            true => "undetermined: guide-ambiguous",
            false => "violated",
        };
        for (value, expected) in [(denied, broken), ("", "undetermined: input-missing")] {
            let after = outcomes(&edited(&base, &[(field, value)]), DAY);
            let changed: Vec<_> = after
                .iter()
                .filter(|(key, word)| before.get(*key) != Some(word))
                .map(|(key, word)| (key.split(" @ ").next().unwrap(), word.as_str()))
                .filter(|(key, _)| !key.starts_with("certification-renewal/"))
                .collect();
            assert_eq!(changed, [(row, expected)], "{field} = {value:?}");
        }
    }
    let covered: BTreeSet<&str> = cases.iter().map(|(row, ..)| *row).collect();
    // These have a test of their own, as they speak about social welfare, past days or a length.
    let elsewhere = [
        "certification-renewal/assessment-longer-than-three-years",
        "deployment-requirements/licence-not-up-to-date",
        "deployment-requirements/public-provider-not-in-sote-register",
        "deployment-requirements/self-monitoring-plan-missing",
    ];
    let rest: Vec<&str> = requirements()
        .filter(|row| row.evidence() != Evidence::Attested)
        .map(|row| row.id())
        .filter(|id| !covered.contains(id) && !elsewhere.contains(id))
        .collect();
    assert!(rest.is_empty(), "not tested: {rest:?}");
}
