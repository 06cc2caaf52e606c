//! The guide's figures as plans: each conforms, shows what the guide says of it, and breaks when that is taken away.

use crate::harness::{changes, example, plan};
use kanta_conformance::{Date, Verdict};
use kanta_policy::{ConnectionPlan, evaluate};

const DAY: Date = Date::constant(2025, 12, 1);
const FIGURES: [u8; 8] = [2, 3, 4, 5, 6, 7, 8, 9];

fn figure(number: u8) -> String {
    example(&format!("figure-{number}.toml"))
}

fn plan_of(number: u8) -> ConnectionPlan {
    plan(&figure(number)).plan
}

/// Which findings an edit turns to the worse: `row @ subject: outcome`.
#[track_caller]
fn assert_breaks(number: u8, edits: &[(&str, &str)], expected: &[&str]) {
    let worse = changes(&figure(number), edits, DAY);
    let mut worse: Vec<String> = worse
        .iter()
        .filter(|change| change.ends_with("violated") || change.contains("-> undetermined"))
        .map(|change| {
            let (finding, change) = change.split_once(": ").unwrap();
            let (_, after) = change.split_once("-> ").unwrap();
            format!("{finding}: {after}")
        })
        .collect();
    worse.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(worse, expected, "figure {number}, {edits:?}");
}

/// The entries of the address index that a plan asks for: who, which service, through which point.
fn entries(plan: &ConnectionPlan) -> Vec<(&str, &str, &str)> {
    let uses = plan.uses.iter();
    uses.map(|u| (u.user.as_str(), u.service.code(), u.access_point.as_str()))
        .collect()
}

#[test]
fn every_figure_conforms_without_a_ruling_and_says_which_it_is() {
    for number in FIGURES {
        let text = figure(number);
        assert!(
            text.starts_with(&format!("# The guide's figure {number}: ")),
            "figure {number}"
        );
        let plan = plan(&text).plan;
        let assessment = evaluate(&plan, DAY);
        assert_eq!(
            assessment.verdict(),
            Verdict::Conforming,
            "figure {number}: {:?}",
            assessment
                .findings
                .iter()
                .filter(|f| matches!(f.outcome.kind().code(), "violated" | "undetermined"))
                .map(|f| format!("{} {}", f.requirement.id(), f.path))
                .collect::<Vec<_>>()
        );
        let counts = assessment.counts();
        assert_eq!((counts.advice, counts.notes), (0, 0), "figure {number}");
        assert_eq!(counts.ruled, plan.rulings.len(), "figure {number}");
    }
}

/// 4.2.1: two access points, four entries, two service units that receive renewal requests through the own point.
#[test]
fn figure_2_a_provider_with_two_access_points() {
    let plan = plan_of(2);
    assert_eq!(
        entries(&plan),
        [
            ("party", "prescription", "ap1"),
            ("party", "patient-data", "ap1"),
            ("party", "renewal-requests", "ap1"),
            ("party", "patient-data", "ap2"),
        ]
    );
    assert_eq!(plan.uses[2].service_units.as_ref().unwrap().len(), 2);
    let administrator = |id| plan.access_point(id).unwrap().administrator.clone();
    assert_eq!(administrator("ap1").as_deref(), Some("party"));
    assert_eq!(administrator("ap2").as_deref(), Some("valittaja"));
    assert_breaks(
        2,
        &[("use[2].service_units[1].annotated", "false")],
        &["renewal-annotation-missing @ use[2]: violated"],
    );
    assert_breaks(
        2,
        &[("intermediary.valittaja.registered", "false")],
        &["intermediary-not-registered @ intermediary.valittaja: violated"],
    );
    assert_breaks(
        2,
        &[("intermediary.valittaja.agreement", "false")],
        &["agreement-with-intermediary-missing @ intermediary.valittaja: violated"],
    );
}

/// 4.2.2: the pharmacist joins; main and branch pharmacy each use the Prescription Service through a point of their own.
#[test]
fn figure_3_a_pharmacist_with_two_pharmacies() {
    let plan = plan_of(3);
    assert_eq!(
        entries(&plan),
        [
            ("apteekki", "prescription", "ap-main"),
            ("apteekki", "reimbursement-query", "ap-main"),
            ("sivuapteekki", "prescription", "ap-branch"),
        ]
    );
    // The branch goes through the main pharmacy's point.
    assert_breaks(
        3,
        &[("use[2].access_point", "\"ap-main\"")],
        &[
            "pharmacy-without-own-access-point @ pharmacy.apteekki: violated",
            "pharmacy-without-own-access-point @ pharmacy.sivuapteekki: violated",
        ],
    );
    // The open internet as the primary.
    assert_breaks(
        3,
        &[
            ("link.branch-a.role", "\"backup\""),
            ("link.branch-b.role", "\"primary\""),
        ],
        &["pharmacy-prescription-primary-over-open-internet @ link.branch-b: violated"],
    );
    assert_breaks(
        3,
        &[("pharmacy.apteekki.reimbursement_agreement", "false")],
        &["reimbursement-agreement-missing @ use[1]: violated"],
    );
}

/// 7.1.1: several systems along one link, the certificate at the integration solution, one signature certificate for all.
#[test]
fn figure_4_an_integration_solution() {
    let plan = plan_of(4);
    assert_eq!(plan.access_points.len(), 1);
    assert_eq!(plan.access_points[0].systems.as_ref().unwrap().len(), 4);
    assert_breaks(
        4,
        &[("access_point.ap1.certificate", "false")],
        &["server-certificate-missing @ access_point.ap1: violated"],
    );
    assert_breaks(
        4,
        &[("signature_certificate", "false")],
        &["system-signature-certificate-missing @ : violated"],
    );
    // Imaging needs 300 Mbit/s, and never goes over the open internet.
    assert_breaks(
        4,
        &[
            ("link.mpls-a.down_mbit", "299"),
            ("link.mpls-a.up_mbit", "299"),
        ],
        &[
            "link-below-defined-need @ link.mpls-a: violated",
            "link-too-slow-for-imaging @ link.mpls-a: violated",
        ],
    );
    assert_breaks(
        4,
        &[
            ("link.mpls-b.network", "\"open-internet\""),
            ("link.mpls-b.justification", "\"none to be had\""),
            ("link.mpls-b.risks", "\"filtered\""),
        ],
        &[
            "imaging-over-open-internet @ link.mpls-b: violated",
            "open-internet-outside-table-1 @ link.mpls-b: undetermined: input-missing",
        ],
    );
}

/// 7.1.2: the party administers its system and its access point.
#[test]
fn figure_5_a_system_of_ones_own() {
    // An identifier under somebody else's.
    assert_breaks(
        5,
        &[("access_point.ap1.oid", "\"1.2.246.10.12345671.10.0.13.1\"")],
        &[
            "oid-form-not-of-register @ access_point.ap1: violated",
            "oid-not-under-administrator @ access_point.ap1: violated",
            "server-certificate-of-another-point @ access_point.ap1.certificate: violated",
        ],
    );
    assert_breaks(
        5,
        &[(
            "access_point.ap1.certificate",
            "\"certificates/clinic-server.pem\"",
        )],
        &[
            "server-certificate-name-not-in-alternative-names @ access_point.ap1.certificate: violated",
            "server-certificate-name-not-in-subject @ access_point.ap1.certificate: violated",
            "server-certificate-of-another-point @ access_point.ap1.certificate: violated",
            "server-certificate-of-someone-else @ access_point.ap1.certificate: undetermined: guide-silent",
        ],
    );
    assert_breaks(
        5,
        &[("volume.message_traffic", "\"large\"")],
        &["open-internet-outside-table-1 @ link.internet-b: undetermined: guide-ambiguous"],
    );
}

/// 7.2: the certificate in the name of the party that administers the point; the traffic between the two encrypted and
/// identified with it.
#[test]
fn figure_6_another_partys_access_point() {
    assert_breaks(
        6,
        &[(
            "access_point.ap1.certificate",
            "\"certificates/clinic-server.pem\"",
        )],
        &[
            "server-certificate-name-not-in-alternative-names @ access_point.ap1.certificate: violated",
            "server-certificate-name-not-in-subject @ access_point.ap1.certificate: violated",
            "server-certificate-of-another-point @ access_point.ap1.certificate: violated",
            "server-certificate-of-someone-else @ access_point.ap1.certificate: violated",
        ],
    );
    assert_breaks(
        6,
        &[("other_party.sairaala.traffic_encrypted", "false")],
        &[
            "traffic-to-access-point-not-encrypted @ other_party.sairaala: undetermined: guide-ambiguous",
        ],
    );
    assert_breaks(
        6,
        &[(
            "other_party.sairaala.identified_by_server_certificate",
            "false",
        )],
        &[
            "traffic-to-access-point-not-identified @ other_party.sairaala: undetermined: guide-ambiguous",
        ],
    );
}

/// 7.3: the certificate in the intermediary's name; the traffic encrypted and identified; a signature certificate of one's
/// own.
#[test]
fn figure_7_an_intermediarys_access_point() {
    assert_breaks(
        7,
        &[(
            "access_point.ap1.certificate",
            "\"certificates/hospital-server.pem\"",
        )],
        &[
            "server-certificate-name-not-in-alternative-names @ access_point.ap1.certificate: violated",
            "server-certificate-name-not-in-subject @ access_point.ap1.certificate: violated",
            "server-certificate-of-another-point @ access_point.ap1.certificate: violated",
            "server-certificate-of-someone-else @ access_point.ap1.certificate: undetermined: guide-silent",
        ],
    );
    assert_breaks(
        7,
        &[("intermediary.valittaja.traffic_encrypted", "false")],
        &[
            "traffic-to-access-point-not-encrypted @ intermediary.valittaja: undetermined: guide-ambiguous",
        ],
    );
    assert_breaks(
        7,
        &[(
            "intermediary.valittaja.identified_by_server_certificate",
            "false",
        )],
        &[
            "traffic-to-access-point-not-identified @ intermediary.valittaja: undetermined: guide-ambiguous",
        ],
    );
    assert_breaks(
        7,
        &[("intermediary.valittaja.agreement", "false")],
        &["agreement-with-intermediary-missing @ intermediary.valittaja: violated"],
    );
    assert_breaks(
        7,
        &[("signature_certificate.holder", "\"valittaja\"")],
        &[
            "signature-certificate-not-agreed-with-supplier @ : undetermined: input-missing",
            "suppliers-signature-certificate-without-packaged-service @ : undetermined: input-missing",
            "system-signature-certificate-missing @ : undetermined: input-missing",
        ],
    );
}

/// 7.4: an agreement, and the system adds who the tenant is.
#[test]
fn figure_8_a_tenant() {
    assert!(plan_of(8).uses.iter().all(|u| u.user == "party"));
    assert_breaks(
        8,
        &[("tenant.vuokralainen.agreement", "false")],
        &[
            "signature-certificate-not-agreed-with-tenant @ tenant.vuokralainen: violated",
            "tenant-agreement-missing @ tenant.vuokralainen: violated",
        ],
    );
    assert_breaks(
        8,
        &[("tenant.vuokralainen.named_in_messages", "false")],
        &["tenant-not-named-in-messages @ tenant.vuokralainen: violated"],
    );
    assert_breaks(
        8,
        &[("tenant.vuokralainen.in_party_premises", "false")],
        &["tenant-outside-premises @ tenant.vuokralainen: violated"],
    );
    assert_breaks(
        8,
        &[("tenant.vuokralainen.sector", "\"public\"")],
        &["tenant-not-private @ tenant.vuokralainen: violated"],
    );
    assert_breaks(
        8,
        &[("use[0].for", "\"vuokralainen\"")],
        &["use-by-a-tenant @ use[0]: violated"],
    );
}

/// 7.5 with 5.6: the point's traffic is gathered, and TLS is neither removed nor formed on the way.
#[test]
fn figure_9_a_consolidation_point() {
    let plan = plan_of(9);
    assert!(
        plan.links_from("ap1")
            .all(|link| link.to == "kokoamispiste")
    );
    assert!(
        plan.links_from("kokoamispiste")
            .all(|link| link.to == "kanta")
    );
    assert_breaks(
        9,
        &[("consolidation_point.kokoamispiste.tls_terminated", "true")],
        &["tls-ends-in-consolidation-point @ consolidation_point.kokoamispiste: violated"],
    );
    assert_breaks(
        9,
        &[("consolidation_point.kokoamispiste.data_in_clear", "true")],
        &["data-in-clear-in-consolidation-point @ consolidation_point.kokoamispiste: violated"],
    );
    assert_breaks(
        9,
        &[("consolidation_point.kokoamispiste.country", "\"SE\"")],
        &[
            "consolidation-point-abroad-not-approved @ consolidation_point.kokoamispiste: undetermined: input-missing",
        ],
    );
    assert_breaks(
        9,
        &[("link.yhteinen-a.network", "\"open-internet\"")],
        &[
            "open-internet-not-justified @ link.yhteinen-a: undetermined: input-missing",
            "open-internet-outside-table-1 @ link.yhteinen-a: violated",
            "open-internet-risks-not-heeded @ link.yhteinen-a: undetermined: input-missing",
        ],
    );
}
