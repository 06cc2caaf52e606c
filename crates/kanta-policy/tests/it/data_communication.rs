//! The rows of clauses 5.2, 5.3, 5.6 and chapter 6: for each, the one edit that breaks it and nothing else.

use crate::harness::{assert_changes, edited, example, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const ADDRESS: &str = "access_point.ap1.addresses[0]";
const ASK: &str = "undetermined: input-missing";

fn clinic() -> String {
    example("clinic.toml")
}

fn row(edits: &[(&str, &str)], id: &str, subject: &str) -> String {
    outcome(&edited(&clinic(), edits), id, subject, DAY)
}

#[test]
fn addresses_are_fixed() {
    let fixed = |value| [("access_point.ap1.addresses[0].fixed", value)];
    assert_changes(
        &clinic(),
        &fixed("false"),
        DAY,
        &["address-not-fixed @ access_point.ap1.addresses[0]: satisfied -> violated"],
    );
    assert_eq!(row(&fixed(""), "address-not-fixed", ADDRESS), ASK);
}

#[test]
fn addresses_are_public() {
    let ip = |value| [("access_point.ap1.addresses[0].ip", value)];
    assert_changes(
        &clinic(),
        &ip("\"10.1.2.3\""),
        DAY,
        &["address-not-public @ access_point.ap1.addresses[0]: satisfied -> violated"],
    );
    for (address, expected) in [
        ("\"100.63.255.255\"", "satisfied"),
        ("\"100.64.0.0\"", "violated"),
        ("\"100.127.255.255\"", "violated"),
        ("\"100.128.0.0\"", "satisfied"),
        ("\"::ffff:192.168.1.1\"", "violated"),
        ("\"64:ff9b::10.1.2.3\"", "violated"),
        ("\"64:ff9b::a01:203\"", "violated"),
        ("\"64:ff9b::192.31.196.7\"", "satisfied"),
        ("\"::10.1.2.3\"", "violated"),
        ("\"2002:a01:203::1\"", "violated"),
        ("\"2002:c01f:c407::1\"", "undetermined: guide-silent"),
        ("\"2620:4f:8000::7\"", "satisfied"),
        ("\"2001:db8::1\"", "violated"),
        ("\"192.88.99.1\"", "undetermined: guide-silent"),
        ("\"192.88.99.2\"", "violated"),
        ("\"192.88.99.3\"", "undetermined: guide-silent"),
        ("", ASK),
    ] {
        assert_eq!(
            row(&ip(address), "address-not-public", ADDRESS),
            expected,
            "{address}"
        );
    }
}

#[test]
fn addresses_are_attributable_to_the_administrator() {
    let registered = |to, record| {
        [
            ("access_point.ap1.addresses[0].registered_to", to),
            ("access_point.ap1.addresses[0].assignment_record", record),
        ]
    };
    assert_changes(
        &clinic(),
        &registered("\"Operaattori A\"", "false"),
        DAY,
        &["address-not-attributable @ access_point.ap1.addresses[0]: satisfied -> violated"],
    );
    let of = |edits: &[(&str, &str)]| row(edits, "address-not-attributable", ADDRESS);
    // Reading 52.
    assert_eq!(
        of(&registered("\"Operaattori A\"", "true")),
        "undetermined: guide-ambiguous"
    );
    assert_eq!(
        of(&[(
            "access_point.ap1.addresses[0].registered_to",
            "\"Operaattori A\""
        )]),
        ASK
    );
    assert_eq!(
        of(&registered("\"esimerkkiklinikka oy\"", "false")),
        "satisfied"
    );
    assert_eq!(
        of(&[("access_point.ap1.addresses[0].registered_to", "")]),
        ASK
    );
    assert_eq!(of(&[("access_point.ap1.administrator", "")]), ASK);
    // A name of which the plan cannot tell whether it is the administrator's.
    let nameless = [
        ("party.name", ""),
        registered("\"Operaattori A\"", "false")[0],
    ];
    assert_eq!(of(&nameless), ASK);
}

#[test]
fn a_ruling_settles_what_the_guide_leaves_open_and_nothing_else() {
    let open = [
        (
            "access_point.ap1.addresses[0].registered_to",
            "\"Operaattori A\"",
        ),
        ("access_point.ap1.addresses[0].assignment_record", "true"),
    ];
    let ruled = |met: &str, on: &str, subject: &str| {
        let ruling = format!(
            "{{ requirement = \"connection-models/address-not-attributable\", subject = \"{subject}\", \
             met = {met}, by = \"Kanta-palvelut\", on = {on}, reference = \"case 123\" }}"
        );
        let text = edited(&edited(&clinic(), &open), &[("ruling[+]", &ruling)]);
        outcome(&text, "address-not-attributable", ADDRESS, DAY)
    };
    assert_eq!(ruled("true", "2025-12-01", ADDRESS), "satisfied");
    assert_eq!(
        ruled("true", "2025-12-02", ADDRESS),
        "undetermined: guide-ambiguous"
    );
    assert_eq!(ruled("false", "2025-10-01", ADDRESS), "violated");
    assert_eq!(ruled("true", "2025-10-01", "access_point.ap1"), "satisfied");
    assert_eq!(
        ruled("true", "2025-10-01", "link.mpls-a"),
        "undetermined: guide-ambiguous"
    );
    // Neither a violation nor a missing input takes a ruling.
    let ruling = "{ requirement = \"connection-models/address-not-fixed\", by = \"x\", on = 2025-10-01, reference = \"y\" }";
    for (value, expected) in [("false", "violated"), ("", ASK)] {
        let edits = [
            ("ruling[+]", ruling),
            ("access_point.ap1.addresses[0].fixed", value),
        ];
        assert_eq!(row(&edits, "address-not-fixed", ADDRESS), expected);
    }
}

#[test]
fn addresses_that_are_not_told_are_asked_for() {
    for addresses in ["", "[]"] {
        for id in [
            "address-not-fixed",
            "address-not-public",
            "address-not-attributable",
        ] {
            let edits = [("access_point.ap1.addresses", addresses)];
            let expected = if addresses.is_empty() { ASK } else { "-" };
            assert_eq!(
                row(&edits, id, "access_point.ap1"),
                expected,
                "{id} {addresses}"
            );
        }
    }
    // Of a point that the party does not administer, an empty list is no answer.
    let foreign = [
        ("other_party[+]", "{ id = \"toinen\" }"),
        ("access_point.ap1.administrator", "\"toinen\""),
        ("access_point.ap1.addresses", "[]"),
    ];
    assert_eq!(row(&foreign, "address-not-fixed", "access_point.ap1"), ASK);
}

#[test]
fn firewall_and_malware_protection_stand_before_the_access_point() {
    for (field, id) in [
        ("stateful_firewall", "no-stateful-firewall"),
        ("malware_protection", "no-malware-protection"),
    ] {
        let path = format!("access_point.ap1.{field}");
        let expected = format!("{id} @ access_point.ap1: satisfied -> violated");
        assert_changes(&clinic(), &[(&path, "false")], DAY, &[&expected]);
        assert_eq!(row(&[(&path, "")], id, "access_point.ap1"), ASK);
    }
}

#[test]
fn a_consolidation_point_opens_nothing() {
    let of = |field: &str, value: &str, id: &str| {
        let mut point = "{ id = \"kp\", administrator = \"party\", country = \"FI\"".to_owned();
        if !value.is_empty() {
            point.push_str(&format!(", {field} = {value}"));
        }
        point.push_str(" }");
        row(
            &[("consolidation_point[+]", &point)],
            id,
            "consolidation_point.kp",
        )
    };
    for (field, id) in [
        ("tls_terminated", "tls-ends-in-consolidation-point"),
        ("data_in_clear", "data-in-clear-in-consolidation-point"),
    ] {
        assert_eq!(of(field, "false", id), "satisfied");
        assert_eq!(of(field, "true", id), "violated");
        assert_eq!(of(field, "", id), ASK);
    }
}

#[test]
fn there_are_at_least_two_links_from_every_point() {
    assert_changes(
        &clinic(),
        &[("link.mpls-b", "")],
        DAY,
        &[
            "links-not-redundant @ access_point.ap1: satisfied -> violated",
            "no-backup-connection @ access_point.ap1: satisfied -> violated",
            "link-not-ready-when-applying @ link.mpls-b: satisfied -> -",
            "hall-not-reached @ link.mpls-b: satisfied -> -",
            "open-internet-outside-table-1 @ link.mpls-b: satisfied -> -",
            "routes-not-separate @ link.mpls-b: satisfied -> -",
            "speed-not-symmetric @ link.mpls-b: satisfied -> -",
        ],
    );
    let of = |edits: &[(&str, &str)]| row(edits, "links-not-redundant", "access_point.ap1");
    let none = [("link", "[]")];
    assert_eq!(of(&none), "violated");
    // Of a point that the party does not administer, no link listed means unknown.
    let foreign = [
        none[0],
        ("other_party[+]", "{ id = \"toinen\" }"),
        ("access_point.ap1.administrator", "\"toinen\""),
    ];
    assert_eq!(of(&foreign), ASK);
    assert_eq!(of(&[none[0], ("access_point.ap1.administrator", "")]), ASK);
    // Two links count whatever their route.
    assert_eq!(of(&[("link.mpls-b.separate_route", "false")]), "satisfied");
}

/// Clause 5.2 softens the duty of chapter 6 only where the plan says that full duplication is impossible, and why.
#[test]
fn where_full_duplication_is_impossible_a_second_link_is_open_to_a_ruling() {
    fn said(value: &str) -> [(&str, &str); 2] {
        let field = "access_point.ap1.full_duplication";
        [("link.mpls-b", ""), (field, value)]
    }
    let of = |value: &str| {
        let says = |id| row(&said(value), id, "access_point.ap1");
        (
            says("links-not-redundant"),
            says("not-duplicated-to-sensible-extent"),
        )
    };
    let both = |must: &str, should: &str| (must.to_owned(), should.to_owned());
    let edits = [("link.mpls-b", "")];
    let unsaid = "not-duplicated-to-sensible-extent";
    assert_eq!(row(&edits, unsaid, "access_point.ap1"), "not-applicable");
    assert_eq!(
        of("{ possible = true }"),
        both("violated", "not-applicable")
    );
    assert_eq!(of("{}"), both(ASK, ASK));
    assert_eq!(of("{ possible = false }"), both(ASK, ASK));
    let open = "undetermined: guide-ambiguous";
    let because = "possible = false, reason = \"one cable to the island\"";
    for (extent, should) in [
        ("", ASK),
        (", extent = false", "violated"),
        (", extent = \"equipment at both ends\"", "satisfied"),
    ] {
        let stated = format!("{{ {because}{extent} }}");
        assert_eq!(of(&stated), both(open, should));
    }
    let ruled = "{ requirement = \"connection-models/links-not-redundant\", subject = \"access_point.ap1\", \
                 met = true, by = \"Kanta-palvelut\", on = 2025-11-01, reference = \"case 7\" }";
    let stated = format!("{{ {because} }}");
    let edits = [said(&stated)[0], said(&stated)[1], ("ruling[+]", ruled)];
    let with_ruling = row(&edits, "links-not-redundant", "access_point.ap1");
    assert_eq!(with_ruling, "satisfied");
    // Two links are two links, whatever is said of them.
    let edits = [said(&stated)[1]];
    assert_eq!(
        row(&edits, "links-not-redundant", "access_point.ap1"),
        "satisfied"
    );
    // Of a consolidation point the same can be said.
    let point =
        format!("{{ id = \"cp\", administrator = \"party\", full_duplication = {stated} }}");
    let edits = [("consolidation_point[+]", point.as_str())];
    let at = "consolidation_point.cp";
    assert_eq!(row(&edits, "links-not-redundant", at), open);
}

#[test]
fn a_private_link_reaches_all_three_halls() {
    let of = |edits: &[(&str, &str)]| row(edits, "hall-not-reached", "link.mpls-a");
    assert_changes(
        &clinic(),
        &[("link.mpls-a.halls", "[\"A\", \"C\"]")],
        DAY,
        &["hall-not-reached @ link.mpls-a: satisfied -> undetermined: guide-silent"],
    );
    for set in 0..8_usize {
        let halls: Vec<&str> = (0..3)
            .filter(|bit| set >> bit & 1 == 1)
            .map(|bit| ["\"A\"", "\"B\"", "\"C\""][bit])
            .collect();
        // Whether each link has to reach all of them is not said; all together have to (reading 48).
        let alone = if set == 7 {
            "satisfied"
        } else {
            "undetermined: guide-silent"
        };
        let without_the_other = if set == 7 { "satisfied" } else { "violated" };
        let halls = format!("[{}]", halls.join(","));
        let its = ("link.mpls-a.halls", halls.as_str());
        assert_eq!(of(&[its]), alone, "{halls}");
        for other in [
            ("link.mpls-b.halls", "[]"),
            ("link.mpls-b.network", "\"open-internet\""),
        ] {
            assert_eq!(of(&[its, other]), without_the_other, "{halls} {other:?}");
        }
    }
    assert_eq!(of(&[("link.mpls-a.halls", "")]), ASK);
    assert_eq!(of(&[("link.mpls-a.network", "")]), ASK);
    assert_eq!(
        of(&[("link.mpls-a.network", "\"open-internet\"")]),
        "not-applicable"
    );
    assert_eq!(
        of(&[
            ("link.mpls-a.network", "\"open-internet\""),
            ("link.mpls-a.halls", "")
        ]),
        "not-applicable"
    );
}

#[test]
fn links_are_equally_fast_both_ways() {
    assert_changes(
        &clinic(),
        &[("link.mpls-b.up_mbit", "99")],
        DAY,
        &["speed-not-symmetric @ link.mpls-b: satisfied -> violated"],
    );
    for field in ["up_mbit", "down_mbit"] {
        let path = format!("link.mpls-b.{field}");
        assert_eq!(
            row(&[(&path, "")], "speed-not-symmetric", "link.mpls-b"),
            ASK
        );
    }
}

#[test]
fn primary_and_backup_run_along_confirmed_separate_routes() {
    let of = |edits: &[(&str, &str)]| row(edits, "routes-not-separate", "link.mpls-b");
    let route = "link.mpls-b.separate_route";
    assert_changes(
        &clinic(),
        &[(route, "false")],
        DAY,
        &["routes-not-separate @ link.mpls-b: satisfied -> violated"],
    );
    assert_eq!(of(&[(route, "")]), ASK);
    for (value, expected) in [
        (
            "{ from = \"mpls-a\", confirmed_by = \"Operaattori A\", on = 2025-12-01 }",
            "satisfied",
        ),
        (
            "{ from = \"mpls-a\", confirmed_by = \"Operaattori A\", on = 2025-12-02 }",
            "violated",
        ),
        (
            "{ from = \"mpls-a\", confirmed_by = \"Operaattori A\" }",
            ASK,
        ),
        ("{ from = \"mpls-a\", on = 2025-08-20 }", ASK),
        ("{ from = \"mpls-a\", confirmed_by = false }", "violated"),
    ] {
        assert_eq!(of(&[(route, value)]), expected, "{value}");
    }
    // The confirmation may stand at either link.
    let at_primary = "{ from = \"mpls-b\", confirmed_by = \"Operaattori A\", on = 2025-08-20 }";
    assert_eq!(
        of(&[(route, ""), ("link.mpls-a.separate_route", at_primary)]),
        "satisfied"
    );
    // Whose confirmation it is counts: the operator's, each its own.
    const OTHERS: &str = "undetermined: unchecked";
    let by =
        |name: &str| format!("{{ from = \"mpls-a\", confirmed_by = \"{name}\", on = 2025-08-20 }}");
    assert_eq!(of(&[(route, &by(" operaattori a "))]), "satisfied");
    assert_eq!(of(&[(route, &by("N.N."))]), OTHERS);
    assert_eq!(of(&[("link.mpls-b.operator", "\"Operaattori B\"")]), OTHERS);
    assert_eq!(of(&[("link.mpls-b.operator", "")]), ASK);
    let both = format!("[{}, {}]", by("Operaattori A"), by("Operaattori B"));
    let of_two = ("link.mpls-b.operator", "\"Operaattori B\"");
    assert_eq!(of(&[(route, &both), of_two]), "satisfied");
    // Two operators are no proof (reading 51).
    assert_eq!(
        of(&[(route, ""), ("link.mpls-b.operator", "\"Operaattori B\"")]),
        ASK
    );
    // Two primaries have no backup between them: redundancy rests on them, and the text does not speak of them.
    let primary = ("link.mpls-b.role", "\"primary\"");
    assert_eq!(of(&[(route, ""), primary]), ASK);
    assert_eq!(
        of(&[(route, "false"), primary]),
        "undetermined: guide-silent"
    );
    assert_eq!(of(&[primary]), "satisfied");
    assert_eq!(of(&[("link.mpls-b.role", "")]), "satisfied");
    // Where there is a backup too, it rests on the pairs with the backup.
    let backup = (
        "link[+]",
        "{ id = \"c\", from = \"ap1\", to = \"kanta\", role = \"backup\" }",
    );
    assert_eq!(of(&[(route, "false"), primary, backup]), "not-applicable");
}

#[test]
fn an_address_of_two_administrators_can_be_attributed_to_neither() {
    let id = "address-not-attributable";
    let with = |point: &str| {
        row(
            &[
                (
                    "other_party[+]",
                    "{ id = \"toinen\", name = \"Toinen Oy\" }",
                ),
                ("access_point[+]", point),
            ],
            id,
            ADDRESS,
        )
    };
    let of = |administrator: &str, addresses: &str| {
        with(&format!("{{ id = \"ap2\"{administrator}{addresses} }}"))
    };
    let (theirs, own) = (
        ", administrator = \"toinen\"",
        ", administrator = \"party\"",
    );
    for same in [
        "192.31.196.7",
        "::ffff:192.31.196.7",
        "64:ff9b::192.31.196.7",
    ] {
        let same = format!(", addresses = [{{ ip = \"{same}\" }}]");
        assert_eq!(of(theirs, &same), "violated", "{same}");
        assert_eq!(of(own, &same), "satisfied", "{same}");
        assert_eq!(of("", &same), ASK, "{same}");
    }
    let beside = ", addresses = [{ ip = \"192.31.196.8\" }]";
    assert_eq!(of(theirs, beside), "satisfied");
    assert_eq!(of(theirs, ""), ASK);
    assert_eq!(of(theirs, ", addresses = [{ fixed = true }]"), ASK);
    assert_eq!(of(own, ""), "satisfied");
}
