//! Every checkable statement of the guide is a row, or is left out with a reason; never both.

use std::collections::{BTreeMap, BTreeSet};

use kanta_address_index::AddressIndex;
use kanta_conformance::{Certainty, Language, Level, Requirement};
use kanta_policy::requirements::{self, LEFT_OUT};

/// The statements of the guide as the oracle lists them: id, clause, modality, checkable.
const CATALOGUE: &str = include_str!("../../../kanta-oracle/tables/catalogue.csv");

/// A statement, and the requirements that carry it (without `connection-models/`). Those of the address index stand last.
const CARRIED: &[(&str, &[&str])] = &[
    ("KG-GL-g", &["oid-used-twice"]),
    ("KG-GL-h", &["tls-version-too-old"]),
    ("KG-GL-i", &["tls-version-too-old"]),
    (
        "KG-1-a",
        &[
            "service-needs-no-joining",
            "service-with-its-own-instruction",
        ],
    ),
    ("KG-1-b", &["service-needs-no-joining"]),
    (
        "KG-1-c",
        &[
            "service-with-its-own-instruction",
            "personal-data-repository-out-of-scope",
        ],
    ),
    ("KG-2.1-c", &["service-used-by-intermediary"]),
    ("KG-2.2-a", &["service-used-by-intermediary"]),
    (
        "KG-2.2-b",
        &[
            "commitment-not-given",
            "terms-of-supply-not-accepted",
            "service-description-not-accepted",
        ],
    ),
    (
        "KG-2.2-d",
        &["system-and-point-not-declared", "system-not-approved"],
    ),
    ("KG-2.2-e", &["joining-not-approved"]),
    (
        "KG-2.2-g",
        &["party-in-no-register", "tenant-in-no-register"],
    ),
    (
        "KG-2.2-i",
        &[
            "entered-in-valviras-register-after-2023",
            "tenant-entered-in-valviras-register-after-2023",
        ],
    ),
    ("KG-2.3-a", &["tenant-not-private", "use-by-a-tenant"]),
    ("KG-2.3-c", &["tenant-agreement-missing"]),
    ("KG-2.4-b", &["intermediary-without-security-plan"]),
    ("KG-2.4-f", &["intermediary-not-registered"]),
    ("KG-2.4-h", &["agreement-with-intermediary-missing"]),
    (
        "KG-2.4-i",
        &["agreement-with-intermediary-silent-on-duties"],
    ),
    ("KG-3.1-c", &["server-certificate-of-someone-else"]),
    ("KG-3.1-d", &["access-point-data-not-declared"]),
    (
        "KG-3.1.1-a",
        &["no-system-for-an-access-point", "system-not-approved"],
    ),
    (
        "KG-3.1.1-b",
        &["access-point-outside-finland", "access-point-outside-eu"],
    ),
    ("KG-3.1.1-c", &["access-point-abroad-not-approved"]),
    (
        "KG-3.1.1-d",
        &[
            "consolidation-point-abroad-not-approved",
            "consolidation-point-outside-eu",
        ],
    ),
    ("KG-3.1.2-a", &["several-addresses"]),
    ("KG-3.1.2-c", &["server-certificate-on-several-servers"]),
    (
        "KG-3.1.2-d",
        &["server-certificate-on-several-servers", "oid-used-twice"],
    ),
    ("KG-3.1.3-a", &["oid-used-twice"]),
    ("KG-3.1.3-b", &["oid-not-under-administrator"]),
    (
        "KG-3.1.3-c",
        &[
            "oid-form-not-of-register",
            "owner-oid-of-another-register",
            "tenant-oid-of-another-register",
        ],
    ),
    ("KG-3.1.3-d", &["oid-not-under-administrator"]),
    ("KG-3.1.3-e", &["oid-form-not-of-register"]),
    ("KG-3.1.3-f", &["oid-form-not-of-register"]),
    ("KG-3.1.3-g", &["oid-form-not-of-register"]),
    ("KG-3.1.3-h", &["oid-used-twice", "number-zero-in-oid"]),
    (
        "KG-3.2-a",
        &[
            "server-certificate-missing",
            "server-certificate-of-another-kind",
            "server-certificate-of-another-issuer",
        ],
    ),
    (
        "KG-3.2-b",
        &["connection-not-encrypted", "tls-version-too-old"],
    ),
    (
        "KG-3.2-d",
        &[
            "server-certificate-of-another-point",
            "server-certificate-without-access-point",
        ],
    ),
    ("KG-3.2-e", &["server-certificate-name-not-in-subject"]),
    (
        "KG-3.2-f",
        &["server-certificate-name-not-in-alternative-names"],
    ),
    ("KG-3.2-h", &["server-certificate-of-someone-else"]),
    ("KG-3.2-i", &["traffic-to-access-point-not-identified"]),
    (
        "KG-3.3-a",
        &[
            "system-signature-certificate-missing",
            "signature-certificate-of-another-kind",
        ],
    ),
    ("KG-3.3-e", &["signature-certificate-of-someone-else"]),
    (
        "KG-3.3-f",
        &["suppliers-signature-certificate-without-packaged-service"],
    ),
    (
        "KG-3.3-g",
        &["signature-certificate-not-agreed-with-supplier"],
    ),
    (
        "KG-3.3-h",
        &["signature-certificate-supplier-no-intermediary"],
    ),
    (
        "KG-3.3-j",
        &["signature-certificate-not-agreed-with-tenant"],
    ),
    ("KG-4-a", &["joining-not-applied-for"]),
    (
        "KG-4-c",
        &[
            "joining-not-applied-for",
            "commitment-not-given",
            "terms-of-supply-not-accepted",
            "service-description-not-accepted",
        ],
    ),
    ("KG-4-d", &["service-description-not-accepted"]),
    ("KG-4-e", &["system-and-point-not-declared"]),
    ("KG-4-f", &["joining-not-approved"]),
    (
        "KG-4.1.1-b",
        &[
            "tenant-not-private",
            "host-of-tenant-not-private",
            "tenant-outside-premises",
            "tenant-on-another-system",
        ],
    ),
    ("KG-4.1.1-d", &["tenant-agreement-missing"]),
    (
        "KG-4.1.1-e",
        &[
            "parallel-model-outside-social-welfare",
            "producer-in-parallel-model-not-private",
            "producer-on-another-system",
        ],
    ),
    (
        "KG-4.1.1-f",
        &["joining-not-applied-for", "commitment-not-given"],
    ),
    ("KG-4.1.2-a", &["joining-not-applied-for"]),
    ("KG-4.1.3-a", &["commitment-not-given"]),
    ("KG-4.2-a", &["system-and-point-not-declared"]),
    ("KG-4.2.1-a", &["joining-not-approved"]),
    (
        "KG-4.2.1-b",
        &[
            "renewals-without-prescription-service",
            "renewals-outside-health-care",
        ],
    ),
    ("KG-4.2.1-c", &["renewal-annotation-missing"]),
    ("KG-4.2.1-d", &["renewal-annotation-missing"]),
    ("KG-4.2.1-f", &["use-by-a-tenant"]),
    ("KG-4.2.1-h", &["tenant-not-named-in-messages"]),
    ("KG-4.2.1-i", &["producer-not-through-organisers-point"]),
    ("KG-4.2.1-j", &["another-service-for-a-pharmacy"]),
    ("KG-4.2.2-a", &["pharmacy-without-own-access-point"]),
    (
        "KG-4.2.2-b",
        &[
            "pharmacy-without-own-access-point",
            "another-service-for-a-pharmacy",
        ],
    ),
    ("KG-4.2.2-d", &["reimbursement-service-outside-pharmacies"]),
    ("KG-4.2.2-e", &["reimbursement-agreement-missing"]),
    (
        "KG-4.2.2-f",
        &[
            "reimbursement-service-outside-pharmacies",
            "reimbursement-agreement-missing",
        ],
    ),
    ("KG-5-a", &["access-point-data-not-declared"]),
    ("KG-5-d", &["no-backup-connection"]),
    ("KG-5.1-a", &["open-internet-outside-table-1"]),
    ("KG-5.1-f", &["link-not-ready-when-applying"]),
    ("KG-5.1-g", &["open-internet-not-justified"]),
    ("KG-5.1-h", &["imaging-over-open-internet"]),
    (
        "KG-5.1-i",
        &["pharmacy-prescription-primary-over-open-internet"],
    ),
    ("KG-5.1-T1", &["open-internet-outside-table-1"]),
    ("KG-5.1-T2", &["open-internet-outside-table-1"]),
    ("KG-5.1-T3", &["open-internet-outside-table-1"]),
    ("KG-5.1-T4", &["open-internet-outside-table-1"]),
    ("KG-5.2-a", &["address-not-fixed"]),
    ("KG-5.2-b", &["address-not-public"]),
    ("KG-5.2-c", &["address-not-attributable"]),
    ("KG-5.2-d", &["open-internet-outside-table-1"]),
    ("KG-5.2-f", &["open-internet-outside-table-1"]),
    ("KG-5.2-g", &["connection-not-encrypted"]),
    ("KG-5.2-h", &["routes-not-separate"]),
    ("KG-5.2-j", &["not-duplicated-to-sensible-extent"]),
    ("KG-5.3-a", &["speed-not-symmetric"]),
    (
        "KG-5.4-a",
        &["capacity-need-not-defined", "link-below-defined-need"],
    ),
    ("KG-5.4-c", &["connection-not-scalable"]),
    ("KG-5.5-a", &["link-too-slow-for-small-pharmacy"]),
    ("KG-5.5-b", &["link-too-slow-for-large-pharmacy"]),
    ("KG-5.5-c", &["link-too-slow-under-10000-documents"]),
    ("KG-5.5-d", &["link-too-slow-over-100000-documents"]),
    ("KG-5.5-e", &["link-too-slow-for-imaging"]),
    ("KG-5.5-g", &["link-below-defined-need"]),
    ("KG-5.6-b", &["tls-ends-in-consolidation-point"]),
    ("KG-5.6-c", &["data-in-clear-in-consolidation-point"]),
    ("KG-6-b", &["open-internet-outside-table-1"]),
    ("KG-6-c", &["hall-not-reached"]),
    ("KG-6-d", &["open-internet-outside-table-1"]),
    ("KG-6-e", &["address-not-fixed", "address-not-public"]),
    ("KG-6-f", &["address-not-attributable"]),
    ("KG-6-g", &["no-stateful-firewall", "no-malware-protection"]),
    ("KG-6-h", &["server-certificate-missing"]),
    ("KG-6-i", &["cryptography-below-tl-iv"]),
    ("KG-6-j", &["system-signature-certificate-missing"]),
    ("KG-6-k", &["links-not-redundant"]),
    ("KG-6-l", &["speed-not-symmetric"]),
    (
        "KG-7-b",
        &[
            "access-point-outside-eu",
            "access-point-abroad-not-approved",
        ],
    ),
    ("KG-7.1.1-b", &["server-certificate-missing"]),
    ("KG-7.2-b", &["server-certificate-of-someone-else"]),
    (
        "KG-7.2-c",
        &[
            "traffic-to-access-point-not-encrypted",
            "traffic-to-access-point-not-identified",
        ],
    ),
    ("KG-7.3-b", &["server-certificate-of-someone-else"]),
    (
        "KG-7.3-c",
        &[
            "traffic-to-access-point-not-encrypted",
            "traffic-to-access-point-not-identified",
        ],
    ),
    ("KG-7.3-d", &["signature-certificate-of-someone-else"]),
    ("KG-7.4-a", &["tenant-on-another-system"]),
    ("KG-7.4-b", &["tenant-agreement-missing"]),
    ("KG-7.4-c", &["tenant-not-named-in-messages"]),
    ("KG-CL-2.7", &["several-access-points"]),
    ("KG-CL-2.9", &["server-certificate-of-another-issuer"]),
    ("KG-CL-3.4", &["open-internet-not-justified"]),
    ("KG-CL-3.6", &["imaging-over-open-internet"]),
    ("KG-CL-3.7", &["system-signature-certificate-missing"]),
    (
        "KG-CL-3.9",
        &[
            "access-point-outside-finland",
            "joint-model-in-social-welfare",
        ],
    ),
    ("KG-CL-3.12", &["signature-certificate-of-someone-else"]),
    (
        "KG-CL-3.14",
        &["tenant-not-private", "host-of-tenant-not-private"],
    ),
    (
        "KG-CL-3.15",
        &["server-certificate-name-not-in-alternative-names"],
    ),
    (
        "KG-CL-3.17",
        &["access-point-outside-eu", "reimbursement-agreement-missing"],
    ),
    ("KG-4.1.2-b", &["pharmacy-not-held"]),
    ("KG-CL-3.11", &["address-book-link-for-new-subcontractor"]),
];

/// The ids of the catalogue with what it says of checking.
fn statements() -> BTreeMap<&'static str, &'static str> {
    let mut lines = CATALOGUE.lines();
    assert_eq!(lines.next(), Some("id,clause,modality,checkable"));
    lines
        .map(|line| {
            let (rest, checkable) = line.rsplit_once(',').unwrap();
            (rest.split(',').next().unwrap(), checkable)
        })
        .collect()
}

#[test]
fn every_checkable_statement_is_carried_or_left_out_and_never_both() {
    let carried: BTreeSet<&str> = CARRIED.iter().map(|(statement, _)| *statement).collect();
    let left_out: BTreeSet<&str> = LEFT_OUT.iter().map(|entry| entry.statement).collect();
    assert_eq!(carried.len(), CARRIED.len(), "a statement is carried twice");
    assert_eq!(
        left_out.len(),
        LEFT_OUT.len(),
        "a statement is left out twice"
    );
    let both: Vec<_> = carried.intersection(&left_out).collect();
    assert!(both.is_empty(), "carried and left out: {both:?}");

    let statements = statements();
    assert!(statements.len() > 200);
    let accounted: BTreeSet<&str> = carried.union(&left_out).copied().collect();
    let checkable: BTreeSet<&str> = statements
        .iter()
        .filter(|(_, checkable)| **checkable != "no")
        .map(|(statement, _)| *statement)
        .collect();
    let forgotten: Vec<_> = checkable.difference(&accounted).collect();
    let unknown: Vec<_> = accounted.difference(&checkable).collect();
    assert!(
        forgotten.is_empty(),
        "neither a row nor left out: {forgotten:?}"
    );
    assert!(unknown.is_empty(), "not a checkable statement: {unknown:?}");
}

#[test]
fn every_statement_is_carried_by_a_requirement_that_exists() {
    let known: BTreeSet<&str> = requirements::all()
        .chain(AddressIndex::requirements())
        .map(|requirement| requirement.id())
        .collect();
    for (statement, carriers) in CARRIED {
        assert!(!carriers.is_empty(), "{statement}");
        for carrier in *carriers {
            let id = format!("connection-models/{carrier}");
            assert!(
                known.contains(id.as_str()),
                "{statement}: no requirement `{id}`"
            );
        }
    }
}

#[test]
fn every_requirement_of_the_guide_carries_a_statement() {
    // Readings of the catalogue's gaps (ambiguities 14 and 34) and of what binds a tenant, not statements of their own.
    const READINGS: [&str; 7] = [
        "access-point-administered-by-tenant",
        "agreement-with-other-party-not-settled",
        "security-requirements-not-met",
        "server-certificate-name-no-dns-name",
        "signature-certificate-of-another-issuer",
        "tenant-with-another-signature-certificate",
        "open-internet-risks-not-heeded",
    ];
    let carriers: BTreeSet<&str> = CARRIED
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .collect();
    let mut idle: Vec<&str> = requirements::all()
        .filter_map(|requirement| requirement.id().strip_prefix("connection-models/"))
        .filter(|id| !carriers.contains(id))
        .collect();
    idle.sort_unstable();
    let mut expected = READINGS.to_vec();
    expected.sort_unstable();
    assert_eq!(idle, expected);
}

/// Rows that inform, permit or come from an example: the guide's 2.2 (note), 3.1.1, 3.3, 4.2 and chapter 7.
#[test]
fn what_the_guide_does_not_state_as_a_duty_is_our_reading_and_prints_it() {
    let interpreted: Vec<&Requirement> = requirements::all()
        .filter(|requirement| requirement.certainty() == Certainty::Interpreted)
        .collect();
    let mut ids: Vec<&str> = interpreted
        .iter()
        .filter_map(|requirement| requirement.id().strip_prefix("connection-models/"))
        .collect();
    ids.sort_unstable();
    assert_eq!(
        ids,
        [
            "agreement-with-other-party-not-settled",
            "another-service-for-a-pharmacy",
            "consolidation-point-outside-eu",
            "entered-in-valviras-register-after-2023",
            "joint-model-in-social-welfare",
            "tenant-entered-in-valviras-register-after-2023",
            "tenant-with-another-signature-certificate",
            "traffic-to-access-point-not-encrypted",
            "traffic-to-access-point-not-identified",
        ]
    );
    for requirement in interpreted {
        assert!(requirement.reading().is_some(), "{}", requirement.id());
        assert_ne!(requirement.level(), Level::Note, "{}", requirement.id());
    }
}

#[test]
fn every_id_is_its_own_and_every_row_is_told_in_three_languages() {
    let mut ids = BTreeSet::new();
    for requirement in requirements::all() {
        assert!(ids.insert(requirement.id()), "{} twice", requirement.id());
        let texts = [
            requirement.statement(),
            requirement.fault(),
            requirement.remedy(),
        ];
        for text in texts
            .into_iter()
            .chain(requirement.reading())
            .chain(requirement.purpose())
        {
            for language in Language::ALL {
                let words = text.get(language);
                assert!(
                    !words.is_empty(),
                    "{}: nothing in {language}",
                    requirement.id()
                );
                assert!(!words.ends_with('.'), "{}: {words}", requirement.id());
            }
        }
    }
    for entry in LEFT_OUT {
        for language in Language::ALL {
            assert!(
                !entry.reason.get(language).is_empty(),
                "{}",
                entry.statement
            );
        }
    }
}
