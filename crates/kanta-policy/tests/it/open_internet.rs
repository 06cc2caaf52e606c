//! The rows of clause 5.1: the open internet, both bars and their dates. Table 1 itself is compared in `oracle_*`.

use crate::harness::{assert_changes, edited, example, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const ASK: &str = "undetermined: input-missing";
const UNDATED: &str = "undetermined: date-unknown";
const SILENT: &str = "undetermined: guide-silent";
const AMBIGUOUS: &str = "undetermined: guide-ambiguous";

fn clinic() -> String {
    example("clinic.toml")
}

/// The clinic with its backup over the open internet, as table 1 allows it.
fn open_backup() -> String {
    edited(
        &clinic(),
        &[
            ("link.mpls-b.network", "\"open-internet\""),
            ("link.mpls-b.justification", "\"no second private link\""),
            (
                "link.mpls-b.risks",
                "\"denial of service: filtered by the operator\"",
            ),
            ("volume.message_traffic", "\"small\""),
        ],
    )
}

fn of(text: &str, id: &str, on: &str) -> String {
    outcome(text, id, "link.mpls-b", on.parse().unwrap())
}

#[test]
fn imaging_never_goes_over_the_open_internet() {
    let id = "imaging-over-open-internet";
    let imaging = (
        "use[+]",
        "{ service = \"imaging\", access_point = \"ap1\", system = \"emr\" }",
    );
    let barred = edited(&open_backup(), &[imaging]);
    assert_eq!(of(&barred, id, "2025-12-01"), "violated");
    // The bar is mentioned from 3.6 (8.11.2019) on; whether it held before is not told (reading 63).
    assert_eq!(of(&barred, id, "2019-11-08"), "violated");
    assert_eq!(of(&barred, id, "2019-11-07"), UNDATED);
    assert_eq!(of(&open_backup(), id, "2025-12-01"), "not-applicable");
    assert_eq!(
        of(&edited(&clinic(), &[imaging]), id, "2025-12-01"),
        "satisfied"
    );
    assert_eq!(
        of(
            &edited(&barred, &[("link.mpls-b.network", "")]),
            id,
            "2025-12-01"
        ),
        ASK
    );
    assert_eq!(
        of(
            &edited(&barred, &[("link.mpls-b.network", "\"tunnel\"")]),
            id,
            "2025-12-01"
        ),
        AMBIGUOUS
    );
    // Lower numbers win: of imaging alone, which the bar decides, table 1 has nothing to say.
    let alone = edited(
        &barred,
        &[(
            "use",
            "[{ service = \"imaging\", access_point = \"ap1\", system = \"emr\" }]",
        )],
    );
    assert_eq!(of(&alone, id, "2025-12-01"), "violated");
    assert_eq!(
        of(&alone, "open-internet-outside-table-1", "2025-12-01"),
        "not-applicable"
    );
}

#[test]
fn a_pharmacy_s_primary_link_is_private_since_an_unknown_day() {
    let id = "pharmacy-prescription-primary-over-open-internet";
    let plan = |role: &str, network: &str, kind: &str| {
        let line = |key: &str, value: &str| {
            if value.is_empty() {
                String::new()
            } else {
                format!("{key} = \"{value}\"\n")
            }
        };
        format!(
            "format = 1\n[party]\n{}[[pharmacy]]\nid = \"p1\"\n[[system]]\nid = \"s\"\nkind = \"pharmacy-system\"\n\
             [[access_point]]\nid = \"ap1\"\nadministrator = \"p1\"\n\
             [[use]]\nservice = \"prescription\"\nfor = \"p1\"\naccess_point = \"ap1\"\nsystem = \"s\"\n\
             [[link]]\nid = \"mpls-b\"\nfrom = \"ap1\"\nto = \"kanta\"\n{}{}",
            line("kind", kind),
            line("role", role),
            line("network", network),
        )
    };
    let open = plan("primary", "open-internet", "pharmacist");
    // On 10.5.2019 Kanta still allowed it; 3.18 bars it, attested back to 3.17 (reading 61).
    assert_eq!(of(&open, id, "2019-05-10"), "not-in-force");
    assert_eq!(of(&open, id, "2019-05-11"), UNDATED);
    assert_eq!(of(&open, id, "2025-08-31"), UNDATED);
    assert_eq!(of(&open, id, "2025-09-01"), "violated");
    assert_eq!(
        of(&plan("primary", "private", "pharmacist"), id, "2025-12-01"),
        "satisfied"
    );
    assert_eq!(
        of(
            &plan("backup", "open-internet", "pharmacist"),
            id,
            "2025-12-01"
        ),
        "not-applicable"
    );
    assert_eq!(
        of(&plan("", "open-internet", "pharmacist"), id, "2025-12-01"),
        ASK
    );
    assert_eq!(
        of(&plan("primary", "", "pharmacist"), id, "2025-12-01"),
        ASK
    );
    assert_eq!(
        of(&plan("primary", "open-internet", ""), id, "2025-12-01"),
        ASK
    );
    // Reading 44.
    assert_eq!(
        of(
            &plan("primary", "open-internet", "hospital-pharmacy"),
            id,
            "2025-12-01"
        ),
        AMBIGUOUS
    );
    assert_eq!(
        of(
            &plan("primary", "open-internet", "provider"),
            id,
            "2025-12-01"
        ),
        "not-applicable"
    );
    // Table 1, row 1: as a backup, yes.
    let table = "open-internet-outside-table-1";
    assert_eq!(
        of(
            &plan("backup", "open-internet", "pharmacist"),
            table,
            "2025-12-01"
        ),
        "satisfied"
    );
    assert_eq!(of(&open, table, "2025-12-01"), "not-applicable");
}

#[test]
fn only_the_cases_of_table_1_may_use_the_open_internet() {
    let id = "open-internet-outside-table-1";
    assert_eq!(of(&open_backup(), id, "2025-12-01"), "satisfied");
    // Before, the cases that were excepted are not told.
    assert_eq!(of(&open_backup(), id, "2025-08-31"), SILENT);
    // One edit: the traffic is not small, and the link is the primary.
    let primary = edited(
        &clinic(),
        &[
            ("link.mpls-a.network", "\"open-internet\""),
            (
                "link.mpls-a.justification",
                "\"no private network in the archipelago\"",
            ),
            ("link.mpls-a.risks", "\"filtered\""),
            ("volume.message_traffic", "\"small\""),
        ],
    );
    assert_changes(
        &primary,
        &[("volume.message_traffic", "\"large\"")],
        DAY,
        &["open-internet-outside-table-1 @ link.mpls-a: satisfied -> violated"],
    );
    // Readings 37, 39.
    let large = edited(&open_backup(), &[("volume.message_traffic", "\"large\"")]);
    assert_eq!(of(&large, id, "2025-12-01"), AMBIGUOUS);
    let unsaid = edited(&open_backup(), &[("volume.message_traffic", "")]);
    assert_eq!(of(&unsaid, id, "2025-12-01"), ASK);
    // Readings 40, 41: another party shares the point, or a tenant.
    let with = |table: &str| {
        edited(
            &open_backup(),
            &[
                (&format!("{table}[+]"), "{ id = \"muu\" }"),
                (
                    "use[+]",
                    "{ service = \"patient-data\", for = \"muu\", access_point = \"ap1\", system = \"emr\" }",
                ),
            ],
        )
    };
    assert_eq!(of(&with("other_party"), id, "2025-12-01"), SILENT);
    assert_eq!(of(&with("tenant"), id, "2025-12-01"), AMBIGUOUS);
    // Row 4: an intermediary's access point, as a backup only.
    let foreign = [
        ("intermediary[+]", "{ id = \"v\" }"),
        ("access_point.ap1.administrator", "\"v\""),
    ];
    assert_eq!(
        of(&edited(&open_backup(), &foreign), id, "2025-12-01"),
        "satisfied"
    );
    let as_primary = [foreign[0], foreign[1], ("link.mpls-b.role", "\"primary\"")];
    assert_eq!(
        of(&edited(&open_backup(), &as_primary), id, "2025-12-01"),
        "violated"
    );
    // Reading 47.
    let tunnel = edited(&large, &[("link.mpls-b.network", "\"tunnel\"")]);
    assert_eq!(of(&tunnel, id, "2025-12-01"), AMBIGUOUS);
}

#[test]
fn the_open_internet_needs_a_reason() {
    let id = "open-internet-not-justified";
    let primary = |value: &str| {
        edited(
            &open_backup(),
            &[
                ("link.mpls-b.role", "\"primary\""),
                ("link.mpls-b.justification", value),
            ],
        )
    };
    assert_eq!(of(&primary("\"islands\""), id, "2025-12-01"), "satisfied");
    assert_eq!(of(&primary("false"), id, "2025-12-01"), "violated");
    assert_eq!(of(&primary(""), id, "2025-12-01"), ASK);
    // Reading 43: of a backup the guide says nothing.
    let backup = |value: &str| edited(&open_backup(), &[("link.mpls-b.justification", value)]);
    assert_eq!(of(&backup("\"islands\""), id, "2025-12-01"), "satisfied");
    assert_eq!(of(&backup("false"), id, "2025-12-01"), SILENT);
    assert_eq!(of(&backup(""), id, "2025-12-01"), ASK);
    assert_eq!(of(&clinic(), id, "2025-12-01"), "not-applicable");
    assert_eq!(
        of(
            &edited(&clinic(), &[("link.mpls-b.network", "")]),
            id,
            "2025-12-01"
        ),
        ASK
    );
}

#[test]
fn its_risks_should_be_heeded() {
    let id = "open-internet-risks-not-heeded";
    assert_changes(
        &open_backup(),
        &[("link.mpls-b.risks", "false")],
        DAY,
        &["open-internet-risks-not-heeded @ link.mpls-b: satisfied -> violated"],
    );
    assert_eq!(
        of(
            &edited(&open_backup(), &[("link.mpls-b.risks", "")]),
            id,
            "2025-12-01"
        ),
        ASK
    );
    assert_eq!(of(&clinic(), id, "2025-12-01"), "not-applicable");
}

#[test]
fn what_flows_through_a_consolidation_point_counts_on_its_link_too() {
    let gathered = edited(
        &clinic(),
        &[
            (
                "consolidation_point[+]",
                "{ id = \"kp\", administrator = \"party\", country = \"FI\" }",
            ),
            ("link.mpls-a.to", "\"kp\""),
            (
                "use[+]",
                "{ service = \"imaging\", access_point = \"ap1\", system = \"emr\" }",
            ),
            (
                "link[+]",
                "{ id = \"trunk\", from = \"kp\", to = \"kanta\", role = \"backup\", network = \"open-internet\" }",
            ),
        ],
    );
    let at = |id| outcome(&gathered, id, "link.trunk", DAY);
    assert_eq!(at("imaging-over-open-internet"), "violated");
    assert_eq!(at("open-internet-outside-table-1"), "satisfied");
}

/// Reads the clinic's primary link, over the open internet and without a justification, as of a day.
fn primary(edits: &[(&str, &str)], id: &str, on: &str) -> String {
    let mut all = vec![
        ("link.mpls-a.network", "\"open-internet\""),
        ("link.mpls-a.justification", "false"),
    ];
    all.extend_from_slice(edits);
    let text = edited(&clinic(), &all);
    outcome(&text, id, "link.mpls-a", on.parse().unwrap())
}

#[test]
fn providers_use_a_private_network_since_the_article_of_10_5_2019() {
    let id = "open-internet-outside-table-1";
    for (day, expected) in [
        ("2019-05-09", UNDATED),
        ("2019-05-10", "violated"),
        ("2025-08-31", "violated"),
        ("2025-09-01", "violated"),
    ] {
        let traffic = [("volume.message_traffic", "\"large\"")];
        assert_eq!(primary(&traffic, id, day), expected, "{day}");
    }
    let private = [("link.mpls-a.network", "\"private\"")];
    let reason = ("link.mpls-a.justification", "\"no private network\"");
    for (day, of_private, of_justified) in [
        ("2019-05-09", UNDATED, UNDATED),
        // The article excepts what is justified; which cases that were, it does not tell.
        ("2019-05-10", "satisfied", SILENT),
        ("2025-08-31", "satisfied", SILENT),
    ] {
        assert_eq!(primary(&private, id, day), of_private, "{day}");
        assert_eq!(primary(&[reason], id, day), of_justified, "{day}");
    }
    let unsaid = [("link.mpls-a.justification", "")];
    assert_eq!(primary(&unsaid, id, "2019-05-10"), ASK);
    let intermediary = [("party.kind", "\"intermediary\"")];
    assert_eq!(primary(&intermediary, id, "2019-05-10"), SILENT);
}

#[test]
fn a_pharmacy_s_open_primary_with_a_private_backup_was_allowed_on_10_5_2019() {
    let pharmacy = ("party.kind", "\"pharmacist\"");
    let prescription = (
        "use",
        "[{ service = \"prescription\", access_point = \"ap1\", system = \"emr\" }]",
    );
    let open_backup = ("link.mpls-b.network", "\"open-internet\"");
    let (reason, table) = (
        "open-internet-not-justified",
        "open-internet-outside-table-1",
    );
    let of = |edits: &[(&str, &str)], id: &str, on: &str| {
        let all: Vec<_> = [pharmacy, prescription]
            .iter()
            .chain(edits)
            .copied()
            .collect();
        primary(&all, id, on)
    };
    // The article allows it; since when and until when, nobody tells.
    for (day, of_reason, of_table) in [
        ("2019-05-09", SILENT, UNDATED),
        ("2019-05-10", "not-applicable", "satisfied"),
        ("2019-05-11", SILENT, SILENT),
        ("2025-08-31", SILENT, SILENT),
        ("2025-09-01", "violated", "not-applicable"),
    ] {
        assert_eq!(of(&[], reason, day), of_reason, "{day}");
        assert_eq!(of(&[], table, day), of_table, "{day}");
    }
    // The backup has to be private.
    assert_eq!(of(&[open_backup], reason, "2019-05-10"), "violated");
    assert_eq!(of(&[open_backup], table, "2019-05-10"), SILENT);
    let unsaid = [("link.mpls-b.network", "")];
    assert_eq!(of(&unsaid, reason, "2019-05-10"), SILENT);
    // Whoever is no pharmacy had no such leave.
    let provider = [("party.kind", "\"provider\"")];
    assert_eq!(of(&provider, reason, "2019-05-10"), "violated");
    assert_eq!(of(&[("party.kind", "")], reason, "2019-05-10"), ASK);
    let hospital = [("party.kind", "\"hospital-pharmacy\"")];
    assert_eq!(of(&hospital, reason, "2019-05-10"), AMBIGUOUS);
}

#[test]
fn a_leg_into_a_consolidation_point_is_judged_by_two_rows() {
    let of = |role: &str, traffic: &str| {
        let link = format!(
            "{{ id = \"leg\", from = \"ap1\", to = \"kp\", role = \"{role}\", network = \"open-internet\" }}"
        );
        let traffic = format!("\"{traffic}\"");
        let edits = [
            (
                "consolidation_point[+]",
                "{ id = \"kp\", administrator = \"Operaattori A\" }",
            ),
            ("link[+]", link.as_str()),
            ("volume.message_traffic", traffic.as_str()),
        ];
        outcome(
            &edited(&clinic(), &edits),
            "open-internet-outside-table-1",
            "link.leg",
            DAY,
        )
    };
    assert_eq!(of("primary", "small"), "undetermined: guide-ambiguous");
    assert_eq!(of("backup", "small"), "satisfied");
    assert_eq!(of("primary", "large"), "violated");
    assert_eq!(of("backup", "large"), "undetermined: guide-ambiguous");
}
