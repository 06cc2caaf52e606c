//! Every checkable statement of Kanta's dated pages is a row, or is left out with a reason; never both.

use std::collections::BTreeSet;

use kanta_conformance::Language;
use kanta_policy::catalogue;
use kanta_policy::requirements::LEFT_OUT_OF_PAGES;

/// The statements of the pages as the oracle lists them: id, document, modality, checkable.
const PAGES: &str = include_str!("../../../kanta-oracle/tables/pages.csv");

/// A statement, and the requirements that carry it.
const CARRIED: &[(&str, &[&str])] = &[
    (
        "KP-01",
        &["connection-models/open-internet-outside-table-1"],
    ),
    ("KP-04", &["connection-models/open-internet-not-justified"]),
    (
        "KP-05",
        &["connection-models/personal-data-repository-out-of-scope"],
    ),
    (
        "KP-09",
        &["connection-models/open-internet-outside-table-1"],
    ),
    (
        "KP-10",
        &["connection-models/pharmacy-prescription-primary-over-open-internet"],
    ),
    ("KP-12", &["connection-models/connection-not-encrypted"]),
    (
        "KP-14",
        &[
            "private-network/certificate-not-valid",
            "private-network/certificate-revoked",
        ],
    ),
    (
        "KP-16",
        &[
            "connection-models/commitment-not-given",
            "connection-models/terms-of-supply-not-accepted",
            "connection-models/service-description-not-accepted",
        ],
    ),
    ("KD-02", &["deployment-requirements/system-not-in-register"]),
    (
        "KD-06",
        &["deployment-requirements/joint-testing-not-passed-before-production"],
    ),
    ("KD-08", &["deployment-requirements/system-not-in-register"]),
    (
        "KD-09",
        &["deployment-requirements/self-monitoring-plan-missing"],
    ),
    (
        "KD-14",
        &["deployment-requirements/administrative-steps-not-done"],
    ),
    (
        "KD-17",
        &["deployment-requirements/register-data-not-up-to-date"],
    ),
    (
        "KD-19",
        &["deployment-requirements/public-provider-not-in-sote-register"],
    ),
    ("KD-20", &["deployment-requirements/licence-not-up-to-date"]),
    (
        "KD-22",
        &[
            "deployment-requirements/test-certificate-missing",
            "deployment-requirements/test-certificate-in-production",
        ],
    ),
    (
        "KD-23",
        &[
            "deployment-requirements/server-certificate-not-installed",
            "connection-models/server-certificate-missing",
        ],
    ),
    (
        "KD-24",
        &[
            "deployment-requirements/signature-certificate-missing",
            "connection-models/system-signature-certificate-missing",
        ],
    ),
    (
        "KD-25",
        &["deployment-requirements/professional-cards-missing"],
    ),
    (
        "KS-04",
        &["data-security/data-used-without-need-or-consent"],
    ),
    (
        "KS-08",
        &[
            "data-security/assessment-missing-or-out-of-date",
            "data-security/assessment-not-given-to-kela",
            "data-security/assessment-body-not-approved",
        ],
    ),
    (
        "KS-09",
        &[
            "data-security/data-security-plan-missing",
            "data-security/data-security-plan-not-kept-up-to-date",
        ],
    ),
    ("KS-10", &["data-security/processing-not-logged"]),
    (
        "KS-12",
        &["data-security/professionals-not-strongly-identified"],
    ),
    ("KS-14", &["data-security/data-protection-officer-missing"]),
];

#[test]
fn every_checkable_statement_of_the_pages_is_carried_or_left_out_and_never_both() {
    let carried: BTreeSet<&str> = CARRIED.iter().map(|(statement, _)| *statement).collect();
    let left_out: BTreeSet<&str> = LEFT_OUT_OF_PAGES.iter().map(|its| its.statement).collect();
    assert_eq!(carried.len(), CARRIED.len());
    assert_eq!(left_out.len(), LEFT_OUT_OF_PAGES.len());
    assert_eq!(carried.intersection(&left_out).next(), None);
    let lines = || {
        PAGES
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect::<Vec<_>>())
    };
    assert_eq!(lines().count(), 78);
    let checkable: BTreeSet<&str> = lines()
        .filter(|fields| fields[3] != "no")
        .map(|fields| fields[0])
        .collect();
    let accounted: BTreeSet<&str> = carried.union(&left_out).copied().collect();
    assert_eq!(accounted, checkable);
    for entry in LEFT_OUT_OF_PAGES {
        for language in Language::ALL {
            assert!(
                !entry.reason.get(language).is_empty(),
                "{}",
                entry.statement
            );
        }
    }
}

#[test]
fn every_statement_of_the_pages_is_carried_by_a_requirement_that_exists() {
    for (statement, carriers) in CARRIED {
        assert!(!carriers.is_empty(), "{statement}");
        for id in *carriers {
            let there =
                catalogue::find(id).is_some() || *id == "private-network/certificate-revoked";
            assert!(there, "{statement}: no requirement `{id}`");
        }
    }
}
