//! What a row answers where one of several conditions alone decides.

use crate::bases::clinic;
use crate::harness::{edited, outcome, plan, word};
use kanta_conformance::{Date, Outcome, Value, Why};
use kanta_policy::{evaluate, readiness};

const DAY: Date = Date::constant(2025, 12, 1);
const ASK: &str = "undetermined: input-missing";

fn row(edits: &[(&str, &str)], requirement: &str, subject: &str) -> String {
    outcome(&edited(&clinic(), edits), requirement, subject, DAY)
}

/// The outcome of one row for one subject, whole.
fn whole(edits: &[(&str, &str)], requirement: &str, subject: &str) -> Outcome {
    let text = edited(&clinic(), edits);
    let mut findings = evaluate(&plan(&text).plan, DAY).findings.into_iter();
    let id = format!("connection-models/{requirement}");
    let found = findings.find(|it| it.requirement.id() == id && it.path.subject() == subject);
    found.map(|it| it.outcome).unwrap()
}

fn fields(outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::Undetermined(Why::InputMissing(fields)) => {
            fields.iter().map(ToString::to_string).collect()
        }
        other => panic!("{other:?}"),
    }
}

const ADDRESS: &str = "access_point.ap1.addresses[0]";

/// Another access point with these addresses, of that administrator or of nobody who is named.
fn beside(administrator: &str, addresses: &str) -> (&'static str, String) {
    let administrator = match administrator {
        "" => String::new(),
        id => format!("administrator = \"{id}\", "),
    };
    let point = format!("{{ id = \"ap2\", {administrator}addresses = [{addresses}] }}");
    ("access_point[+]", point)
}

#[test]
fn an_address_is_one_administrators_only_where_nobody_else_has_it() {
    let intermediary = ("intermediary[+]", "{ id = \"relay\" }");
    let of = |edits: &[(&str, &str)]| whole(edits, "address-not-attributable", ADDRESS);
    let same = "{ ip = \"192.31.196.7\" }";
    let (at, point) = beside("relay", same);
    let shared = [intermediary, (at, point.as_str())];
    assert_eq!(word(&of(&shared)), "violated");
    // Whose the other access point is has to be told, and so have its addresses.
    let (at, point) = beside("", same);
    assert_eq!(
        fields(&of(&[(at, &point)])),
        ["access_point.ap2.administrator"]
    );
    let (at, point) = beside("relay", "{ fixed = true }");
    assert_eq!(
        fields(&of(&[intermediary, (at, &point)])),
        ["access_point.ap2.addresses"]
    );
    // What is not known of the address itself is asked of the address.
    let unknown = ("access_point.ap1.addresses[0].ip", "");
    let (at, point) = beside("relay", "{ ip = \"192.31.196.8\" }");
    let asked = fields(&of(&[intermediary, (at, &point), unknown]));
    assert!(asked.contains(&format!("{ADDRESS}.ip")), "{asked:?}");
    assert!(
        !asked.iter().any(|field| field.contains("ap2")),
        "{asked:?}"
    );
    // Registered to somebody else it is violated, whatever else is open; not told to whom, both are asked.
    let registered = "access_point.ap1.addresses[0].registered_to";
    let record = "access_point.ap1.addresses[0].assignment_record";
    let (at, point) = beside("", same);
    let elsewhere = [
        (at, point.as_str()),
        (registered, "\"Operaattori A\""),
        (record, "false"),
    ];
    assert_eq!(word(&of(&elsewhere)), "violated");
    let untold = [(at, point.as_str()), (registered, "")];
    let asked = fields(&of(&untold));
    assert!(asked.len() > 1, "{asked:?}");
    assert!(
        asked.contains(&"access_point.ap2.administrator".to_owned()),
        "{asked:?}"
    );
    assert!(asked.iter().any(|it| it.starts_with(ADDRESS)), "{asked:?}");
}

#[test]
fn that_an_address_is_carried_inside_another_is_told_only_where_it_is() {
    let found = |ip: &str| {
        let edits = [("access_point.ap1.addresses[0].ip", ip)];
        match whole(&edits, "address-not-public", ADDRESS) {
            Outcome::Violated { found, .. } => found,
            other => panic!("{other:?}"),
        }
    };
    let is_nested = |value: &Value| matches!(value, Value::About(_, inner) if matches!(**inner, Value::About(..)));
    assert!(!is_nested(&found("\"10.1.2.3\"")));
    assert!(is_nested(&found("\"64:ff9b::10.1.2.3\"")));
}

#[test]
fn links_reach_every_hall_together_only_over_networks_that_are_known_to_be_private() {
    const A: &str = "link.mpls-a.halls";
    const B: &str = "link.mpls-b.halls";
    const NETWORK: &str = "link.mpls-b.network";
    let of = |edits: &[(&str, &str)]| row(edits, "hall-not-reached", "link.mpls-a");
    assert_eq!(of(&[]), "satisfied");
    let alone = of(&[(A, "[\"A\"]"), (B, "[\"B\"]")]);
    assert_eq!(alone, "violated");
    let together = of(&[(A, "[\"A\"]"), (B, "[\"B\", \"C\"]")]);
    assert_eq!(together, "undetermined: guide-silent");
    // Its own halls are known and whatever the other reaches is not enough, or may be.
    let unknown = of(&[(A, "[\"A\"]"), (B, "")]);
    assert_eq!(unknown, ASK);
    let not_enough = of(&[(A, "[\"A\"]"), (B, "[\"B\"]"), (NETWORK, "")]);
    assert_eq!(not_enough, "violated");
    let may_be = of(&[(A, "[\"A\"]"), (B, "[\"B\", \"C\"]"), (NETWORK, "")]);
    assert_eq!(may_be, ASK);
}

#[test]
fn a_plan_without_uses_and_links_needs_no_capacity_and_one_with_either_does() {
    let without = |uses: bool, links: bool| {
        let mut text = String::from(
            "format = 1\n[party]\nkind = \"provider\"\n[volume]\ndocuments_per_day = 10\n\
             [[access_point]]\nid = \"ap\"\nadministrator = \"party\"\n",
        );
        if uses {
            text += "[[use]]\nservice = \"prescription\"\naccess_point = \"ap\"\n";
        }
        if links {
            text += "[[link]]\nid = \"a\"\nfrom = \"ap\"\nto = \"kanta\"\n";
        }
        ["capacity-need-not-defined", "connection-not-scalable"]
            .map(|id| outcome(&text, id, "volume", DAY))
    };
    let silent = |outcomes: &[String; 2]| {
        outcomes
            .iter()
            .all(|it| it == "not-applicable" || it == "-")
    };
    assert!(
        silent(&without(false, false)),
        "{:?}",
        without(false, false)
    );
    for (uses, links) in [(true, false), (false, true), (true, true)] {
        assert_eq!(without(uses, links), [ASK, ASK], "{uses} {links}");
    }
}

/// The outcome of a row of the checklist.
fn listed(edits: &[(&str, &str)], id: &str, on: Date) -> Outcome {
    let text = edited(&clinic(), edits);
    let list = readiness::checklist(&plan(&text).plan, on);
    let mut items = list.items().map(|it| it.finding);
    let found = items.find(|it| it.requirement.id() == id);
    found.map(|it| it.outcome.clone()).unwrap()
}

#[test]
fn somebody_is_named_by_a_name() {
    let id = "data-security/data-protection-officer-missing";
    let of = |name: &str| {
        let readiness = format!("{{ data_protection_officer = {name} }}");
        word(&listed(&[("readiness", &readiness)], id, DAY))
    };
    assert_eq!(of("\"N.N.\""), "satisfied");
    for nobody in ["\"\"", "\"  \"", "false"] {
        assert_eq!(of(nobody), "violated", "{nobody}");
    }
}

#[test]
fn a_plan_reviewed_within_365_days_will_do_and_of_an_older_one_nothing_is_said() {
    let id = "data-security/data-security-plan-not-kept-up-to-date";
    let readiness = "{ security_plan_reviewed = 2024-12-01 }";
    let on = |day: Date| word(&listed(&[("readiness", readiness)], id, day));
    assert_eq!(on(Date::constant(2025, 12, 1)), "satisfied");
    assert_eq!(
        on(Date::constant(2025, 12, 2)),
        "undetermined: guide-silent"
    );
}

#[test]
fn joint_testing_is_passed_on_the_day_before_production_at_the_latest() {
    let id = "deployment-requirements/joint-testing-not-passed-before-production";
    let edits = [
        ("system.emr.joint_tested", "2025-11-20"),
        ("system.emr.class", "\"A2\""),
        ("readiness", "{ production_start = 2025-11-20 }"),
    ];
    let day = Date::constant(2025, 11, 19);
    match listed(&edits, id, DAY) {
        Outcome::Violated { required, .. } => {
            assert_eq!(required, Value::Date(day).at_most());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_duplication_is_said_to_be_impossible_it_is_asked_whether_it_is() {
    let of = |stated: &str| {
        let edits = [
            ("link.mpls-b", ""),
            ("access_point.ap1.full_duplication", stated),
        ];
        whole(&edits, "links-not-redundant", "access_point.ap1")
    };
    let field = |name: &str| format!("access_point.ap1.full_duplication.{name}");
    for stated in ["{ reason = \"one cable\" }", "{ }"] {
        assert_eq!(fields(&of(stated)), [field("possible")], "{stated}");
    }
    assert_eq!(fields(&of("{ possible = false }")), [field("reason")]);
    let both = of("{ possible = false, reason = \"one cable\" }");
    assert_eq!(word(&both), "undetermined: guide-ambiguous");
    assert_eq!(word(&of("{ possible = true }")), "violated");
}

#[test]
fn more_addresses_than_servers_and_backups_are_asked_about_only_where_links_may_be_told_elsewhere()
{
    let addresses =
        "[{ ip = \"192.31.196.7\" }, { ip = \"192.31.196.8\" }, { ip = \"192.31.196.9\" }]";
    let text = |administrator: &str, links: bool| {
        let mut text = format!(
            "format = 1\n[party]\nkind = \"provider\"\n[[intermediary]]\nid = \"relay\"\n[[access_point]]\n\
             id = \"ap\"\nadministrator = \"{administrator}\"\nservers = [{{ name = \"s\" }}]\naddresses = {addresses}\n"
        );
        if links {
            text += "[[link]]\nid = \"a\"\nfrom = \"ap\"\nto = \"kanta\"\nrole = \"primary\"\n";
        }
        outcome(&text, "several-addresses", "access_point.ap", DAY)
    };
    for (administrator, links, expected) in [
        ("party", true, "violated"),
        ("party", false, "violated"),
        ("relay", true, "violated"),
        ("relay", false, ASK),
    ] {
        assert_eq!(
            text(administrator, links),
            expected,
            "{administrator} {links}"
        );
    }
}

#[test]
fn an_oid_is_of_a_register_of_its_partys_kind_and_an_intermediarys_of_the_one_stated() {
    let of = |kind: &str, register: &str, oid: &str| {
        let text = format!(
            "format = 1\n[party]\nkind = \"{kind}\"\nregister = \"{register}\"\noid = \"{oid}\"\n"
        );
        outcome(&text, "owner-oid-of-another-register", "party", DAY)
    };
    let (sote, intermediary) = ("1.2.246.10.12345671.10.0", "1.2.246.537.6.918.18.1234");
    assert_eq!(of("provider", "sote", sote), "satisfied");
    assert_eq!(of("provider", "intermediary", intermediary), "violated");
    assert_eq!(
        of("intermediary", "intermediary", intermediary),
        "satisfied"
    );
    assert_eq!(of("intermediary", "sote", sote), "satisfied");
}
