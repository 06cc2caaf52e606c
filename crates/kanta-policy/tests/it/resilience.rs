//! What breaks when one thing breaks, compared with a naive search over every small plan.

mod naive;

use crate::harness::{example, plan};
use kanta_conformance::{Date, Mbit, Verdict};
use kanta_policy::resilience::{Effect, Failure, failures};

const DAY: Date = Date::constant(2025, 12, 1);

fn kind(effect: &Effect) -> &'static str {
    match effect.failures.as_slice() {
        [] => "standing",
        [Failure::Link(_)] => "link",
        [Failure::Operator(_)] => "operator",
        [Failure::Route(_)] => "route",
        [Failure::Server(..)] => "server",
        [Failure::Certificate(_)] => "certificate",
        [Failure::ConsolidationPoint(_)] => "consolidation",
        [Failure::Hall(_)] => "hall",
        other => panic!("{other:?}"),
    }
}

const TWO: &str = r#"
format = 1
[party]
kind = "provider"
[[access_point]]
id = "ap"
administrator = "party"
servers = [{ name = "a" }, { name = "b" }]
[[use]]
service = "prescription"
access_point = "ap"
[[link]]
id = "a"
from = "ap"
to = "kanta"
operator = "A"
halls = ["A", "B", "C"]
down_mbit = 100
up_mbit = 50
[[link]]
id = "b"
from = "ap"
to = "kanta"
operator = "B"
halls = ["A", "B", "C"]
down_mbit = 20
up_mbit = 20
"#;

fn two(more: &str) -> String {
    format!("{TWO}{more}\n[volume]\nassessed_need_mbit = 30\n")
}

const CONFIRMED: &str = r#"separate_route = [
    { from = "a", confirmed_by = "A", on = 2025-12-01 },
    { from = "a", confirmed_by = "B", on = 2025-12-01 },
]"#;

#[test]
fn redundancy_on_paper_is_named_until_the_route_is_confirmed() {
    let of = |text: &str, day| {
        let result = failures(&plan(text).plan, day, false);
        let shared = result
            .singles
            .iter()
            .find(|effect| kind(effect) == "route")
            .cloned();
        shared.map(|effect| {
            (
                effect.failures.clone(),
                effect.cut_off.len(),
                effect.on_paper_only,
            )
        })
    };
    let route = vec![Failure::Route(vec!["a".into(), "b".into()])];
    assert_eq!(of(&two(""), DAY), Some((route.clone(), 1, true)));
    assert_eq!(
        of(&two("separate_route = false"), DAY),
        Some((route.clone(), 1, true))
    );
    assert_eq!(of(&two(CONFIRMED), DAY), None);
    assert_eq!(
        of(&two(CONFIRMED), Date::constant(2025, 11, 30)),
        Some((route, 1, true))
    );
}

#[test]
fn what_is_left_is_told_beside_the_figure() {
    let result = failures(&plan(&two(CONFIRMED)).plan, DAY, false);
    let link = result
        .singles
        .iter()
        .find(|its| its.failures == [Failure::Link("a".into())])
        .unwrap();
    assert!(link.cut_off.is_empty());
    assert_eq!(
        (link.capacity[0].left, link.capacity[0].figure),
        (Some(Mbit::whole(20)), Some(Mbit::whole(30)))
    );
    assert_eq!(result.standing.capacity[0].left, Some(Mbit::whole(50)));
    let other = result
        .singles
        .iter()
        .find(|its| its.failures == [Failure::Link("b".into())])
        .unwrap();
    assert!(other.capacity.is_empty(), "the widest way is not touched");
}

#[test]
fn what_the_plan_does_not_tell_is_asked_for_and_neither_cut_off_nor_safe() {
    let file = |text: &str| failures(&plan(text).plan, DAY, false);
    let complete = two(CONFIRMED);
    // Nobody names the certificate: the end of it may cut the point off.
    assert_eq!(file(&complete).verdict(), Verdict::Undetermined);
    let asked = |text: &str, wanted: &str| {
        let result = file(text);
        let effect = result
            .singles
            .iter()
            .find(|its| kind(its) == wanted && !its.not_known.is_empty());
        effect.map(|its| {
            its.missing
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        })
    };
    let certificate = asked(&complete, "certificate").unwrap();
    assert_eq!(certificate, ["access_point.ap.certificate"]);
    let servers = complete.replace("servers = [{ name = \"a\" }, { name = \"b\" }]\n", "");
    assert_eq!(
        asked(&servers, "server").unwrap(),
        ["access_point.ap.servers"]
    );
    let halls = complete.replace("halls = [\"A\", \"B\", \"C\"]\n", "");
    assert_eq!(
        asked(&halls, "hall").unwrap(),
        ["link.a.halls", "link.b.halls"]
    );
    let operators = complete
        .replace("operator = \"A\"\n", "")
        .replace("operator = \"B\"\n", "");
    assert_eq!(
        asked(&operators, "operator").unwrap(),
        ["link.a.operator", "link.b.operator"]
    );
    // Somebody else's point without links: nothing is known of its way to Kanta.
    let foreign = complete
        .replace("administrator = \"party\"", "administrator = \"x\"")
        .replace("[[use]]", "[[intermediary]]\nid = \"x\"\n[[use]]");
    let without = foreign.split("[[link]]").next().unwrap().to_owned();
    let result = file(&without);
    assert!(result.standing.cut_off.is_empty());
    assert_eq!(result.standing.not_known.len(), 1);
    assert_eq!(file("format = 1\n").verdict(), Verdict::Undetermined);
}

#[test]
fn two_failures_at_once_are_listed_where_they_cut_off_more_than_either() {
    let result = failures(&plan(&two(CONFIRMED)).plan, DAY, true);
    let pairs: Vec<_> = result
        .pairs
        .iter()
        .map(|its| its.failures.clone())
        .collect();
    let links = vec![Failure::Link("a".into()), Failure::Link("b".into())];
    assert!(pairs.contains(&links), "{pairs:?}");
    let servers = vec![
        Failure::Server("ap".into(), 1),
        Failure::Server("ap".into(), 2),
    ];
    assert!(pairs.contains(&servers));
    assert!(pairs.iter().all(|pair| pair.len() == 2));
    assert!(failures(&plan(&two("")).plan, DAY, false).pairs.is_empty());
}

#[test]
fn the_clinic_of_the_examples_hangs_on_its_one_server_and_certificate() {
    let result = failures(&plan(&example("clinic.toml")).plan, DAY, false);
    let cutting: Vec<&str> = result
        .singles
        .iter()
        .filter(|its| !its.cut_off.is_empty())
        .map(kind)
        .collect();
    assert_eq!(cutting, ["operator", "server", "certificate"]);
    assert_eq!(result.verdict(), Verdict::NonConforming);
}
