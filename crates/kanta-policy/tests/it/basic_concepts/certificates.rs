//! Certificates (clause 3.2).

use crate::harness::{edited, outcome, outcomes};

use super::{DAY, clinic};

#[test]
fn an_access_point_has_a_server_certificate() {
    let row = |value| {
        let text = edited(&clinic(), &[("access_point.ap1.certificate", value)]);
        outcome(&text, "server-certificate-missing", "access_point.ap1", DAY)
    };
    assert_eq!(row("\"certificates/clinic-server.pem\""), "satisfied");
    assert_eq!(row("false"), "violated");
    assert_eq!(row(""), "undetermined: input-missing");
}

#[test]
fn a_server_certificate_is_asked_for_since_the_page_of_11_7_2019() {
    let row = |text: &str, on: &str| {
        let (id, at) = ("server-certificate-missing", "access_point.ap1");
        outcome(text, id, at, on.parse().unwrap())
    };
    let denied = edited(&clinic(), &[("access_point.ap1.certificate", "false")]);
    let welfare = "[{ service = \"social-welfare\", access_point = \"ap1\", system = \"emr\" }]";
    let welfare = edited(&denied, &[("use", welfare)]);
    // The page is about the archive of social welfare; the guide is seen to state it for all from 3.17 on.
    for (day, of_welfare, of_others) in [
        (
            "2019-07-10",
            "undetermined: date-unknown",
            "undetermined: date-unknown",
        ),
        ("2019-07-11", "violated", "undetermined: guide-ambiguous"),
        ("2025-08-31", "violated", "undetermined: guide-ambiguous"),
        ("2025-09-01", "violated", "violated"),
    ] {
        assert_eq!(row(&welfare, day), of_welfare, "{day}");
        assert_eq!(row(&denied, day), of_others, "{day}");
    }
    assert_eq!(row(&clinic(), "2019-07-11"), "satisfied");
}

#[test]
fn a_signature_certificate_is_asked_for_with_two_of_the_services() {
    let row = |text: &str, on: &str| {
        outcome(
            text,
            "system-signature-certificate-missing",
            "",
            on.parse().unwrap(),
        )
    };
    let denied = edited(&clinic(), &[("signature_certificate", "false")]);
    let unsaid = edited(&clinic(), &[("signature_certificate", "")]);
    assert_eq!(row(&clinic(), "2025-12-01"), "satisfied");
    assert_eq!(row(&denied, "2025-12-01"), "violated");
    assert_eq!(row(&unsaid, "2025-12-01"), "undetermined: input-missing");
    // One certificate for both services since 3.7 (9.12.2019).
    assert_eq!(row(&denied, "2019-12-09"), "violated");
    // Before, the page of 11.7.2019 states it for the archive of social welfare, and for others by our reading.
    assert_eq!(row(&denied, "2019-12-08"), "undetermined: guide-ambiguous");
    assert_eq!(row(&denied, "2019-07-11"), "undetermined: guide-ambiguous");
    assert_eq!(row(&clinic(), "2019-07-11"), "satisfied");
    assert_eq!(row(&denied, "2019-07-10"), "undetermined: date-unknown");
    let welfare = "[{ service = \"social-welfare\", access_point = \"ap1\", system = \"emr\" }]";
    let welfare = edited(&denied, &[("use", welfare)]);
    assert_eq!(row(&welfare, "2019-07-11"), "violated");
    assert_eq!(row(&welfare, "2019-07-10"), "undetermined: date-unknown");
    for (service, expected) in [
        ("patient-data", "violated"),
        ("social-welfare", "violated"),
        ("prescription", "not-applicable"),
        ("imaging", "not-applicable"),
    ] {
        let only =
            format!("[{{ service = \"{service}\", access_point = \"ap1\", system = \"emr\" }}]");
        let text = edited(&denied, &[("use", &only)]);
        assert_eq!(row(&text, "2025-12-01"), expected, "{service}");
    }
    // Reading 21: of a producer in parallel joining the guide can be read both ways.
    let producer = [
        ("party.model", "\"parallel\""),
        (
            "use",
            "[{ service = \"social-welfare\", access_point = \"ap1\", system = \"emr\" }]",
        ),
    ];
    assert_eq!(
        row(&edited(&denied, &producer), "2025-12-01"),
        "undetermined: guide-ambiguous"
    );
    assert_eq!(
        row(&edited(&clinic(), &producer), "2025-12-01"),
        "satisfied"
    );
    let model_unsaid = [producer[1], ("party.model", "")];
    assert_eq!(
        row(&edited(&denied, &model_unsaid), "2025-12-01"),
        "undetermined: input-missing"
    );
}

#[test]
fn each_certificate_row_is_broken_by_one_edit() {
    let base = clinic();
    let server = "access_point.ap1.certificate";
    let of = |text: &str, id: &str| outcomes(text, DAY)[&format!("{id} @ {server}")].clone();
    let other_point = edited(
        &base,
        &[("access_point.ap1.oid", "\"1.2.246.10.12345671.10.0.13.2\"")],
    );
    assert_eq!(
        of(
            &other_point,
            "connection-models/server-certificate-of-another-point"
        ),
        "violated"
    );
    let other_name = edited(
        &base,
        &[("access_point.ap1.dns_name", "\"toinen.klinikka.example\"")],
    );
    assert_eq!(
        of(
            &other_name,
            "connection-models/server-certificate-name-not-in-subject"
        ),
        "violated"
    );
    assert_eq!(
        of(
            &other_name,
            "connection-models/server-certificate-name-not-in-alternative-names"
        ),
        "violated"
    );
    let no_name = edited(&base, &[("access_point.ap1.dns_name", "")]);
    assert_eq!(
        of(
            &no_name,
            "connection-models/server-certificate-name-not-in-subject"
        ),
        "undetermined: input-missing"
    );
    let no_oid = edited(&base, &[("access_point.ap1.oid", "")]);
    assert_eq!(
        of(
            &no_oid,
            "connection-models/server-certificate-of-another-point"
        ),
        "undetermined: input-missing"
    );
    for id in [
        "connection-models/server-certificate-of-another-point",
        "connection-models/server-certificate-name-not-in-subject",
        "connection-models/server-certificate-name-not-in-alternative-names",
        "private-network/certificate-not-valid",
    ] {
        assert_eq!(of(&base, id), "satisfied", "{id}");
    }
}
