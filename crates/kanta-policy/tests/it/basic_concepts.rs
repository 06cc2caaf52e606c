//! The rows of chapter 3: for each, the one edit that breaks it and nothing else, and every outcome it can have.

mod certificates;

use crate::harness::{assert_changes, edited, example, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);

fn clinic() -> String {
    example("clinic.toml")
}

#[test]
fn an_address_more_than_needed_is_advised_against() {
    let third = "[{ ip = \"192.31.196.7\", fixed = true, registered_to = \"party\" }, \
                  { ip = \"192.31.196.9\", fixed = true, registered_to = \"party\" }, \
                  { ip = \"192.31.196.8\", fixed = true, registered_to = \"party\" }]";
    assert_changes(
        &clinic(),
        &[("access_point.ap1.addresses", third)],
        DAY,
        &[
            "several-addresses @ access_point.ap1: satisfied -> violated",
            "address-not-fixed @ access_point.ap1.addresses[1]: - -> satisfied",
            "address-not-public @ access_point.ap1.addresses[1]: - -> satisfied",
            "address-not-attributable @ access_point.ap1.addresses[1]: - -> satisfied",
            "address-not-fixed @ access_point.ap1.addresses[2]: - -> satisfied",
            "address-not-public @ access_point.ap1.addresses[2]: - -> satisfied",
            "address-not-attributable @ access_point.ap1.addresses[2]: - -> satisfied",
        ],
    );
    let with = |value: &str, edits: &[(&str, &str)]| {
        let mut edits = edits.to_vec();
        edits.push(("access_point.ap1.addresses", value));
        outcome(
            &edited(&clinic(), &edits),
            "several-addresses",
            "access_point.ap1",
            DAY,
        )
    };
    let row = |value| with(value, &[]);
    let two = "[{ ip = \"192.31.196.7\" }, { ip = \"192.31.196.8\" }]";
    const ASK: &str = "undetermined: input-missing";
    // One more for the backup link, and as many as a cluster has members.
    assert_eq!(with(two, &[]), "satisfied");
    assert_eq!(
        with(two, &[("link.mpls-b.role", "\"primary\"")]),
        "violated"
    );
    assert_eq!(with(two, &[("link.mpls-b.role", "")]), ASK);
    assert_eq!(with(two, &[("link.mpls-b", "")]), "violated");
    let servers = (
        "access_point.ap1.servers",
        "[{ name = \"a\" }, { name = \"b\" }, { name = \"c\" }]",
    );
    assert_eq!(with(third, &[servers]), "satisfied");
    assert_eq!(with(third, &[("access_point.ap1.servers", "")]), ASK);
    assert_eq!(row(""), "undetermined: input-missing");
    assert_eq!(row("[]"), "undetermined: input-missing");
}

#[test]
fn the_oid_lies_under_whoever_administers_the_point() {
    // Another organisation's OID; the certificate then belongs to another point, and nothing else changes.
    assert_changes(
        &clinic(),
        &[("party.oid", "\"1.2.246.10.87654321.10.0\"")],
        DAY,
        &[
            "oid-not-under-administrator @ access_point.ap1: satisfied -> violated",
            "renewal-annotation-missing @ use[2]: satisfied -> undetermined: guide-silent",
        ],
    );
    let row = |edits: &[(&str, &str)]| {
        outcome(
            &edited(&clinic(), edits),
            "oid-not-under-administrator",
            "access_point.ap1",
            DAY,
        )
    };
    // Another unit of the same organisation is not treated in the guide (reading 6).
    assert_eq!(
        row(&[("party.oid", "\"1.2.246.10.12345671.10.1\"")]),
        "undetermined: guide-silent"
    );
    // The two SOTE roots are not aliases (reading 5).
    assert_eq!(
        row(&[("party.oid", "\"1.2.246.537.10.12345671.10.0\"")]),
        "violated"
    );
    assert_eq!(row(&[("party.oid", "")]), "undetermined: input-missing");
    assert_eq!(
        row(&[("access_point.ap1.oid", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(
        row(&[("access_point.ap1.administrator", "")]),
        "undetermined: input-missing"
    );
}

#[test]
fn an_intermediary_s_access_point_lies_under_the_intermediary() {
    // Reading 12: an access point under the client with the intermediary as administrator is a conflict.
    let valittaja = "{ id = \"valittaja\", name = \"Esimerkkivälittäjä Oy\", oid = \"1.2.246.537.6.918.18.42\" }";
    let base = edited(
        &clinic(),
        &[
            ("intermediary[+]", valittaja),
            ("access_point.ap1.administrator", "\"valittaja\""),
        ],
    );
    assert_eq!(
        outcome(
            &base,
            "oid-not-under-administrator",
            "access_point.ap1",
            DAY
        ),
        "violated"
    );
    assert_eq!(
        outcome(&base, "oid-form-not-of-register", "access_point.ap1", DAY),
        "violated"
    );
    let own = edited(
        &base,
        &[("access_point.ap1.oid", "\"1.2.246.537.6.918.18.42.13.1\"")],
    );
    assert_eq!(
        outcome(&own, "oid-not-under-administrator", "access_point.ap1", DAY),
        "satisfied"
    );
    assert_eq!(
        outcome(&own, "oid-form-not-of-register", "access_point.ap1", DAY),
        "satisfied"
    );
}

#[test]
fn the_form_of_the_oid_follows_the_register() {
    let forms = [
        (
            "sote",
            ["1.2.246.10.7.10.0.13.1", "1.2.246.537.10.7.10.0.13.1"].as_slice(),
        ),
        ("valvira", &["1.2.246.537.28.10000000001.13.1"]),
        ("pharmacy", &["1.2.246.553.1.7.13.1"]),
        ("intermediary", &["1.2.246.537.6.918.18.7.13.1"]),
    ];
    for (register, own) in forms {
        for oid in forms.iter().flat_map(|(_, oids)| oids.iter()) {
            let text = edited(
                &clinic(),
                &[
                    ("party.register", &format!("\"{register}\"")),
                    ("access_point.ap1.oid", &format!("\"{oid}\"")),
                ],
            );
            let expected = if own.contains(oid) {
                "satisfied"
            } else {
                "violated"
            };
            let found = outcome(&text, "oid-form-not-of-register", "access_point.ap1", DAY);
            assert_eq!(found, expected, "{oid} of {register}");
        }
    }
    let row = |edits: &[(&str, &str)]| {
        outcome(
            &edited(&clinic(), edits),
            "oid-form-not-of-register",
            "access_point.ap1",
            DAY,
        )
    };
    assert_eq!(
        row(&[("party.register", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(
        row(&[("access_point.ap1.oid", "")]),
        "undetermined: input-missing"
    );
    let other = "{ id = \"toinen\", name = \"Toinen Oy\" }";
    let by_other = [
        ("other_party[+]", other),
        ("access_point.ap1.administrator", "\"toinen\""),
    ];
    assert_eq!(row(&by_other), "not-applicable");
}

#[test]
fn no_two_access_points_have_one_oid() {
    let second = |oid: &str| {
        let oid = if oid.is_empty() {
            String::new()
        } else {
            format!("oid = \"{oid}\", ")
        };
        format!("{{ id = \"ap2\", {oid}administrator = \"party\" }}")
    };
    let rows = |oid: &str| {
        let text = edited(&clinic(), &[("access_point[+]", &second(oid))]);
        let of = |point: &str| {
            outcome(
                &text,
                "oid-used-twice",
                &format!("access_point.{point}"),
                DAY,
            )
        };
        [of("ap1"), of("ap2")]
    };
    assert_eq!(
        rows("1.2.246.10.12345671.10.0.13.2"),
        ["satisfied", "satisfied"]
    );
    assert_eq!(
        rows("1.2.246.10.12345671.10.0.13.1"),
        ["violated", "violated"]
    );
    // The other point's OID may yet turn out to be the same.
    assert_eq!(
        rows(""),
        ["undetermined: input-missing", "undetermined: input-missing"]
    );
}

#[test]
fn nothing_older_than_tls_1_2_is_offered() {
    assert_changes(
        &clinic(),
        &[("access_point.ap1.tls", "[\"1.1\", \"1.2\"]")],
        DAY,
        &["tls-version-too-old @ access_point.ap1: satisfied -> violated"],
    );
    // All 64 sets of versions, by the reading: older versions violate, 1.3 alone is left open (17, 18).
    let versions = ["ssl-2.0", "ssl-3.0", "1.0", "1.1", "1.2", "1.3"];
    for set in 0..64_usize {
        let offered: Vec<&str> = (0..6)
            .filter(|bit| set >> bit & 1 == 1)
            .map(|bit| versions[bit])
            .collect();
        let list: Vec<String> = offered
            .iter()
            .map(|version| format!("\"{version}\""))
            .collect();
        let text = edited(
            &clinic(),
            &[("access_point.ap1.tls", &format!("[{}]", list.join(", ")))],
        );
        let expected = match offered.as_slice() {
            [] => "violated",
            ["1.3"] => "undetermined: guide-ambiguous",
            ["1.2"] | ["1.2", "1.3"] => "satisfied",
            _ => "violated",
        };
        let found = outcome(&text, "tls-version-too-old", "access_point.ap1", DAY);
        assert_eq!(found, expected, "{offered:?}");
    }
    let unsaid = edited(&clinic(), &[("access_point.ap1.tls", "")]);
    let found = outcome(&unsaid, "tls-version-too-old", "access_point.ap1", DAY);
    assert_eq!(found, "undetermined: input-missing");
}

#[test]
fn a_consolidation_point_abroad_needs_an_approval_and_outside_the_eu_an_answer() {
    let rows = |country: &str, approval: &str, on: &str| {
        let point = format!(
            "{{ id = \"kp\", administrator = \"party\"{country}{approval}, tls_terminated = false, data_in_clear = false }}"
        );
        let text = edited(&clinic(), &[("consolidation_point[+]", &point)]);
        let of = |row| outcome(&text, row, "consolidation_point.kp", on.parse().unwrap());
        [
            of("consolidation-point-abroad-not-approved"),
            of("consolidation-point-outside-eu"),
        ]
    };
    let given = ", approval = { by = \"Kanta-palvelut\", on = 2025-08-01 }";
    let ask = "undetermined: input-missing".to_owned();
    let silent = "undetermined: guide-silent".to_owned();
    assert_eq!(
        rows(", country = \"FI\"", "", "2025-12-01"),
        ["not-applicable", "satisfied"]
    );
    assert_eq!(
        rows(", country = \"SE\"", given, "2025-12-01"),
        ["satisfied", "satisfied"]
    );
    assert_eq!(
        rows(", country = \"SE\"", ", approval = false", "2025-12-01"),
        ["violated", "satisfied"]
    );
    assert_eq!(
        rows(", country = \"SE\"", "", "2025-12-01"),
        [ask.clone(), "satisfied".into()]
    );
    assert_eq!(
        rows(", country = \"NO\"", given, "2025-12-01"),
        ["satisfied".into(), silent]
    );
    assert_eq!(rows("", given, "2025-12-01"), [ask.clone(), ask]);
    assert_eq!(
        rows(", country = \"NO\"", given, "2025-08-31"),
        ["not-in-force", "not-in-force"]
    );
    assert_eq!(
        rows(", country = \"FI\"", given, "2025-09-01"),
        ["not-applicable", "satisfied"]
    );
}

#[test]
fn what_only_people_can_tell_rests_on_their_word() {
    let base = clinic();
    let row = |edits: &[(&str, &str)], on: &str| {
        let text = edited(&base, edits);
        outcome(
            &text,
            "security-requirements-not-met",
            "party",
            on.parse().unwrap(),
        )
    };
    assert_eq!(row(&[], "2025-12-01"), "satisfied");
    assert_eq!(
        row(&[("attested[0].met", "false")], "2025-12-01"),
        "violated"
    );
    assert_eq!(
        row(&[("attested[0]", "")], "2025-12-01"),
        "undetermined: evidence-outside"
    );
    // An attestation counts from its own day on.
    assert_eq!(
        row(&[("attested[0].on", "2025-12-01")], "2025-12-01"),
        "satisfied"
    );
    assert_eq!(
        row(&[("attested[0].on", "2025-12-02")], "2025-12-01"),
        "undetermined: evidence-outside"
    );
    // A denial outweighs an attestation.
    let denial = "{ requirement = \"connection-models/security-requirements-not-met\", met = false, \
                  by = \"tarkastaja\", on = 2025-10-01, ground = \"report\" }";
    assert_eq!(row(&[("attested[+]", denial)], "2025-12-01"), "violated");
    assert_eq!(row(&[("attested[+]", denial)], "2025-09-30"), "satisfied");
}

#[test]
fn an_attestation_reaches_the_subject_that_it_names() {
    let of = |subject: &str| {
        let text = edited(
            &clinic(),
            &[("attested[1].subject", &format!("\"{subject}\""))],
        );
        let row = |at| outcome(&text, "cryptography-below-tl-iv", at, DAY);
        [
            row("access_point.ap1.certificate"),
            row("signature_certificate"),
        ]
    };
    let open = "undetermined: evidence-outside".to_owned();
    assert_eq!(
        of("access_point.ap1"),
        ["satisfied".to_owned(), open.clone()]
    );
    assert_eq!(
        of("access_point.ap1.certificate"),
        ["satisfied".to_owned(), open.clone()]
    );
    assert_eq!(of("signature_certificate"), [open, "satisfied".to_owned()]);
}
