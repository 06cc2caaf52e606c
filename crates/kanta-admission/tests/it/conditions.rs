//! Each condition broken alone, and every two together.

use std::collections::BTreeSet;

use kanta_address_index::{Period, ResponsibleParty, Service};
use kanta_admission::{CertificateId, Fingerprint, KnownCertificate, Responsible};
use kanta_conformance::{Date, Language};
use kanta_testkit::RevocationReason;

use crate::harness::{CLINIC_AP, Case, ON_RECORD, PHYSIO, UNIT, good, missing, owner};

/// A condition, broken: what it turns, how, and what is then missing.
struct Break {
    name: &'static str,
    /// What of the case it touches: two that touch the same thing cannot be told apart when both are there.
    touches: &'static [&'static str],
    apply: fn(&mut Case),
    missing: &'static [&'static str],
}

const BREAKS: &[Break] = &[
    Break {
        name: "no certificate",
        touches: &[
            "subject",
            "serial",
            "validity",
            "signature",
            "record",
            "lists",
        ],
        apply: |case| case.presents = false,
        missing: &["private-network/certificate-not-presented"],
    },
    Break {
        name: "a certificate that names no access point",
        touches: &["subject", "record"],
        apply: |case| {
            case.chain.end_entity = case.chain.end_entity.clone().without_serial_number();
        },
        missing: &["connection-models/server-certificate-without-access-point"],
    },
    Break {
        name: "a certificate of another serial number",
        touches: &["serial", "record"],
        apply: |case| {
            case.chain.end_entity = case.chain.end_entity.clone().certificate_serial(&[1, 2, 3]);
        },
        missing: &["admission/certificate-not-on-record"],
    },
    Break {
        name: "a certificate of which the record has ended",
        touches: &["record"],
        apply: |case| {
            case.index = case
                .index
                .replace("until = 2027-03-11", "until = 2025-12-01")
        },
        missing: &["admission/certificate-not-on-record"],
    },
    Break {
        name: "an expired certificate",
        touches: &["validity"],
        apply: |case| {
            let certificate = case.chain.end_entity.clone();
            case.chain.end_entity =
                certificate.valid("2024-11-30T22:00:00Z", "2025-11-30T21:59:59Z");
        },
        missing: &[
            "private-network/certificate-not-valid",
            "private-network/path-certificate-not-valid",
        ],
    },
    Break {
        name: "a certificate signed by somebody else",
        touches: &["signature"],
        apply: |case| case.chain.end_entity = case.chain.end_entity.clone().other_issuer_key(),
        missing: &["private-network/path-signature-false"],
    },
    Break {
        name: "a revoked certificate",
        touches: &["serial", "lists"],
        apply: |case| {
            let list = case.chain.crl.take().unwrap();
            let reason = Some(RevocationReason::KeyCompromise);
            case.chain.crl = Some(list.revoke(&ON_RECORD, "2025-11-30T12:00:00Z", reason));
        },
        missing: &["private-network/certificate-revoked"],
    },
    Break {
        name: "no lists of revoked certificates",
        touches: &["lists"],
        apply: |case| case.chain = case.chain.clone().without_crls(),
        missing: &["private-network/certificate-revoked"],
    },
    Break {
        name: "an address of nobody",
        touches: &["source"],
        apply: |case| case.source = "192.31.196.8".parse().unwrap(),
        missing: &["private-network/source-of-no-access-point"],
    },
    Break {
        name: "an address of another access point",
        touches: &["source", "subject"],
        apply: |case| case.source = "192.175.48.9".parse().unwrap(),
        missing: &["private-network/source-of-another-access-point"],
    },
    Break {
        name: "a data set that has expired",
        touches: &["index"],
        apply: |case| {
            case.index = case
                .index
                .replace("issued = 2025-12-01", "issued = 2025-11-01")
                .replace("expires = 2026-12-01", "expires = 2025-12-01")
        },
        missing: &["address-index/data-set-expired"],
    },
    Break {
        name: "a service without a right",
        touches: &["service"],
        apply: |case| case.attempt.service = Service::Imaging,
        missing: &["connection-models/no-right-on-the-day"],
    },
    Break {
        name: "a tenant without an agreement",
        touches: &["tenant"],
        apply: |case| {
            case.attempt.tenant = Some(owner(PHYSIO));
            case.index = case.index.replace("from = 2024-05-01", "from = 2026-05-01");
        },
        missing: &["connection-models/tenant-agreement-missing"],
    },
    Break {
        name: "somebody else's tenant",
        touches: &["tenant"],
        apply: |case| case.attempt.tenant = Some(owner("1.2.246.10.33333338.10.0")),
        missing: &["connection-models/tenant-not-of-this-party"],
    },
    Break {
        name: "a service unit without an annotation",
        touches: &["service"],
        apply: |case| {
            case.attempt.service = Service::RenewalRequests;
            case.attempt.service_unit = Some(owner("1.2.246.10.12345671.10.3"));
        },
        missing: &["connection-models/service-unit-not-annotated"],
    },
    Break {
        name: "a party that the index does not hold",
        touches: &["party", "service", "tenant"],
        apply: |case| case.attempt.subject = owner("1.2.246.10.99999999.10.0"),
        missing: &[
            "connection-models/no-right-on-the-day",
            "connection-models/right-subject-not-in-index",
        ],
    },
];

fn ids(breaks: &[&Break]) -> BTreeSet<&'static str> {
    let all = breaks.iter().flat_map(|it| it.missing);
    all.copied().collect()
}

fn differs(wrong: &mut Vec<String>, name: &str, case: &Case, expected: &BTreeSet<&'static str>) {
    let missing = case.missing();
    if missing != *expected {
        wrong.push(format!("{name}: {missing:?}, expected {expected:?}"));
    }
}

#[test]
fn nothing_is_missing_of_a_good_attempt() {
    let explanation = good().explain();
    assert!(
        explanation.evaluation.would_permit(),
        "{:?}",
        good().missing()
    );
    assert_eq!(
        explanation.identity().peer(),
        &kanta_admission::Peer::AccessPoint(CLINIC_AP.parse().unwrap())
    );
    // The certificate is asked for the access point that it names, and no longer whether it names any.
    let conditions = explanation.conditions();
    let asked: BTreeSet<_> = conditions.map(|it| it.requirement.id()).collect();
    assert!(asked.contains("connection-models/server-certificate-of-another-point"));
    assert!(!asked.contains("connection-models/server-certificate-without-access-point"));
    let right = explanation.right.unwrap();
    assert_eq!(right.basis.reference.as_deref(), Some("hakemus 2024-17"));
    let mut renewal = good();
    renewal.attempt.service = Service::RenewalRequests;
    renewal.attempt.service_unit = Some(owner(UNIT));
    assert_eq!(renewal.missing(), BTreeSet::new());
    let mut tenant = good();
    tenant.attempt.tenant = Some(owner(PHYSIO));
    assert_eq!(tenant.missing(), BTreeSet::new());
}

#[test]
fn each_link_broken_alone_is_what_is_missing() {
    let mut wrong = Vec::new();
    for broken in BREAKS {
        let mut case = good();
        (broken.apply)(&mut case);
        differs(&mut wrong, broken.name, &case, &ids(&[broken]));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_every_two_broken_links_both_are_missing() {
    let mut pairs = 0;
    let mut wrong = Vec::new();
    for (at, one) in BREAKS.iter().enumerate() {
        for other in &BREAKS[at + 1..] {
            if one.touches.iter().any(|it| other.touches.contains(it)) {
                continue;
            }
            let mut case = good();
            (one.apply)(&mut case);
            (other.apply)(&mut case);
            let name = format!("{} and {}", one.name, other.name);
            differs(&mut wrong, &name, &case, &ids(&[one, other]));
            pairs += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(pairs > 70, "{pairs}");
}

#[test]
fn every_missing_link_is_told_with_its_clause_and_with_who_can_mend_it() {
    for broken in BREAKS {
        let mut case = good();
        (broken.apply)(&mut case);
        for condition in case.explain().missing() {
            let requirement = condition.requirement;
            for language in Language::ALL {
                assert!(!condition.responsible.name().get(language).is_empty());
                assert!(!requirement.fault().get(language).is_empty());
                assert!(!requirement.remedy().get(language).is_empty());
            }
            let own = requirement.id().starts_with("admission/")
                || requirement.id().starts_with("address-index/");
            assert_eq!(
                requirement.citations().is_empty(),
                own,
                "{}",
                requirement.id()
            );
        }
    }
}

#[test]
fn of_a_point_without_addresses_on_record_it_is_not_known_whether_the_source_is_its_own() {
    let mut case = good();
    case.index = case.index.replace("addresses = [\"192.31.196.7\"]\n", "");
    let unknown = case.explain();
    assert!(unknown.is_undetermined(), "{:?}", case.missing());
    assert!(!unknown.evaluation.would_permit());
    // Where others are on record, it is known that it is not.
    let mut case = good();
    case.source = "192.31.196.8".parse().unwrap();
    assert!(!case.explain().is_undetermined(), "{:?}", case.missing());
}

#[test]
fn what_could_not_be_checked_of_a_certificate_is_for_the_operator_to_mend_and_the_rest_for_its_holder()
 {
    let responsible = |change: fn(&mut Case)| {
        let mut case = good();
        change(&mut case);
        let explanation = case.explain();
        let missing = explanation.missing();
        let found: Vec<_> = missing
            .map(|it| (it.requirement.id(), it.responsible))
            .collect();
        found
    };
    let id = "private-network/certificate-revoked";
    let without_lists = responsible(|case| case.chain = case.chain.clone().without_crls());
    assert_eq!(without_lists, [(id, Responsible::Operator)]);
    let revoked = responsible(|case| {
        let list = case.chain.crl.take().unwrap();
        case.chain.crl = Some(list.revoke(&ON_RECORD, "2025-11-30T12:00:00Z", None));
    });
    let administrator = Responsible::Index(ResponsibleParty::Administrator);
    assert_eq!(revoked, [(id, administrator)]);
}

#[test]
fn a_certificate_may_be_on_record_with_the_operator_where_the_index_names_none() {
    let mut case = good();
    let recorded =
        r#"certificates = [{ serial = "4f2a01", from = 2025-03-10, until = 2027-03-11 }]"#;
    assert!(case.index.contains(recorded));
    case.index = case.index.replace(recorded, "");
    let fingerprint = Fingerprint::of(&case.chain.end_entity.der());
    let (from, until) = (
        Some(Date::constant(2025, 12, 1)),
        Some(Date::constant(2025, 12, 2)),
    );
    let known = |point: &str, id: CertificateId| {
        let mut case = case.clone();
        let point = point.parse().unwrap();
        case.policy.known = vec![KnownCertificate::new(point, id, Period { from, until })];
        case.explain()
    };
    let id = "admission/certificate-not-on-record";
    let own = known(CLINIC_AP, CertificateId::Fingerprint(fingerprint));
    assert!(own.evaluation.would_permit());
    let other = Fingerprint::of(b"another certificate");
    let another = known(CLINIC_AP, CertificateId::Fingerprint(other));
    assert_eq!(missing(&another), BTreeSet::from([id]));
    assert!(!another.is_undetermined());
    // What is on record at another access point says nothing of this one, of which none is known.
    let elsewhere = "1.2.246.10.76543212.10.0.13.1";
    let elsewhere = known(elsewhere, CertificateId::Fingerprint(fingerprint));
    assert_eq!(missing(&elsewhere), BTreeSet::from([id]));
    assert!(elsewhere.is_undetermined());
}

#[test]
fn no_question_is_one_that_could_be_answered_by_a_fact() {
    // The guide is silent on nothing that the good attempt rests on, and a missing fact is no silence.
    assert_eq!(good().explain().questions().count(), 0);
    let mut unknown = good();
    unknown.index = unknown
        .index
        .replace("addresses = [\"192.31.196.7\"]\n", "");
    let explanation = unknown.explain();
    assert!(explanation.missing().next().is_some());
    assert_eq!(explanation.questions().count(), 0);
}
