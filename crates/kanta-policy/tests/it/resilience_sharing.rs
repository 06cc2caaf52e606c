//! What fails together, what is left then, and what has to be asked: told by the plan's own links.

use crate::harness::plan;
use kanta_conformance::{Date, Mbit, Verdict};
use kanta_policy::plan::Hall;
use kanta_policy::resilience::{Effect, Failure, MOST_FOR_PAIRS, Resilience, failures};

const DAY: Date = Date::constant(2025, 12, 1);

pub(crate) const TWO_SERVERS: &str = r#"servers = [
    { name = "a", certificate = "certificates/clinic-server.pem" },
    { name = "b", certificate = "certificates/hospital-server.pem" },
]"#;

/// An access point of the joining party over which prescriptions go, with these fields.
pub(crate) fn point(id: &str, fields: &str) -> String {
    format!(
        "[[access_point]]\nid = \"{id}\"\nadministrator = \"party\"\n{fields}\n\
         [[other_party]]\nid = \"user-{id}\"\n\
         [[use]]\nservice = \"prescription\"\naccess_point = \"{id}\"\nfor = \"user-{id}\"\n"
    )
}

/// A link to all halls where nothing else is told.
pub(crate) fn link(id: &str, from: &str, to: &str, operator: &str) -> String {
    let halls = match to {
        "kanta" => "halls = [\"A\", \"B\", \"C\"]\n",
        _ => "",
    };
    format!(
        "[[link]]\nid = \"{id}\"\nfrom = \"{from}\"\nto = \"{to}\"\noperator = \"{operator}\"\n{halls}"
    )
}

/// That both operators have confirmed that a link is separate from these.
pub(crate) fn separate_from(others: &[&str], operators: [&str; 2]) -> String {
    let confirmed = others.iter().flat_map(|other| {
        operators
            .map(|by| format!("{{ from = \"{other}\", confirmed_by = \"{by}\", on = 2025-11-01 }}"))
    });
    let confirmed: Vec<String> = confirmed.collect();
    format!("separate_route = [{}]\n", confirmed.join(", "))
}

pub(crate) fn search(parts: &[&str], pairs: bool) -> Resilience {
    let text = format!(
        "format = 1\n[party]\nkind = \"provider\"\n{}",
        parts.concat()
    );
    failures(&plan(&text).plan, DAY, pairs)
}

#[track_caller]
pub(crate) fn effect<'a>(result: &'a Resilience, failure: &Failure) -> &'a Effect {
    let mut all = result.singles.iter();
    all.find(|its| its.failures == std::slice::from_ref(failure))
        .unwrap_or_else(|| panic!("{failure:?} is not tried"))
}

fn operator(name: &str) -> Failure {
    Failure::Operator(Some(name.into()))
}

pub(crate) fn missing(effect: &Effect) -> Vec<String> {
    effect.missing.iter().map(ToString::to_string).collect()
}

/// A link of each of two operators on separate routes.
fn two_ways() -> String {
    let separate = separate_from(&["a"], ["A", "B"]);
    format!(
        "{}{}{separate}",
        link("a", "ap", "kanta", "A"),
        link("b", "ap", "kanta", "B")
    )
}

#[test]
fn a_connection_that_is_duplicated_throughout_conforms() {
    let result = search(&[&point("ap", TWO_SERVERS), &two_ways()], false);
    assert_eq!(result.verdict(), Verdict::Conforming);
    let one_server =
        "servers = [{ name = \"a\", certificate = \"certificates/clinic-server.pem\" }]";
    let result = search(&[&point("ap", one_server), &two_ways()], false);
    assert_eq!(result.verdict(), Verdict::NonConforming);
}

#[test]
fn redundancy_is_on_paper_only_where_no_link_that_fails_with_others_cuts_off_alone() {
    let ap = point("ap", TWO_SERVERS);
    let cp = "[[consolidation_point]]\nid = \"cp\"\nadministrator = \"party\"\n";
    let to = |id, operator| link(id, "ap", "kanta", operator);
    let into = |id, operator| link(id, "ap", "cp", operator);
    let out = |id, operator| link(id, "cp", "kanta", operator);
    let of_cp = Failure::ConsolidationPoint("cp".into());
    let one_hall = |id| to(id, "A").replace("[\"A\", \"B\", \"C\"]", "[\"A\"]");
    // What there is, what fails, whether it cuts off, whether the redundancy is on paper only.
    let cases: [(&[String], Failure, bool, bool); 9] = [
        (&[to("a", "A"), to("b", "A")], operator("A"), true, true),
        (&[to("a", "A")], operator("A"), true, false),
        (
            &[to("a", "A"), to("b", "A"), to("c", "B")],
            operator("A"),
            false,
            false,
        ),
        (
            &[one_hall("a"), one_hall("b")],
            Failure::Hall(Hall::A),
            true,
            false,
        ),
        (
            &[into("a", "A"), into("b", "B"), out("c", "A"), out("d", "B")],
            of_cp.clone(),
            true,
            true,
        ),
        (
            &[into("a", "A"), into("b", "B"), out("c", "A")],
            of_cp.clone(),
            true,
            false,
        ),
        (
            &[into("a", "A"), out("c", "A"), out("d", "B")],
            of_cp.clone(),
            true,
            false,
        ),
        // The link past the point has nothing to do with it.
        (
            &[into("a", "A"), out("c", "A"), to("d", "B"), to("e", "B")],
            of_cp,
            false,
            false,
        ),
        (
            &[into("a", "A"), into("b", "A"), out("c", "B")],
            operator("A"),
            true,
            true,
        ),
    ];
    for (links, failure, cuts_off, on_paper_only) in cases {
        let links = links.concat();
        let result = search(&[&ap, cp, &links], false);
        let its = effect(&result, &failure);
        assert_eq!(
            (!its.cut_off.is_empty(), its.on_paper_only),
            (cuts_off, on_paper_only),
            "{failure:?}\n{links}"
        );
    }
}

#[test]
fn a_server_that_stands_alone_is_no_redundancy_on_paper() {
    let one_server =
        "servers = [{ name = \"a\", certificate = \"certificates/clinic-server.pem\" }]";
    let result = search(&[&point("ap", one_server), &two_ways()], false);
    for failure in [
        Failure::Server("ap".into(), 1),
        Failure::Certificate(Ok("certificates/clinic-server.pem".into())),
    ] {
        let its = effect(&result, &failure);
        assert_eq!(its.cut_off.len(), 1);
        assert!(!its.on_paper_only, "{failure:?}");
    }
}

#[test]
fn pairs_are_tried_up_to_as_many_failures_as_are_allowed() {
    // Two links, two operators, three halls, and the certificate that is not named.
    let others = 8;
    for (count, are_tried) in [(MOST_FOR_PAIRS, true), (MOST_FOR_PAIRS + 1, false)] {
        let servers = vec!["{ name = \"s\" }"; count - others].join(", ");
        let servers = format!("servers = [{servers}]");
        let result = search(&[&point("ap", &servers), &two_ways()], true);
        assert_eq!(result.singles.len(), count);
        assert_eq!(result.too_many_for_pairs, !are_tried);
        let links = [Failure::Link("a".into()), Failure::Link("b".into())];
        let are_listed = result.pairs.iter().any(|its| its.failures == links);
        assert_eq!(are_listed, are_tried, "{count}");
        if !are_tried {
            assert_eq!(result.pairs, []);
        }
    }
}

#[test]
fn two_failures_of_which_one_cuts_off_as_much_alone_are_not_listed() {
    let ap = point("ap", "servers = [{ name = \"a\" }]");
    let result = search(&[&ap, &two_ways()], true);
    let server = Failure::Server("ap".into(), 1);
    assert_eq!(effect(&result, &server).cut_off.len(), 1);
    assert!(!result.pairs.is_empty());
    for pair in &result.pairs {
        assert!(!pair.failures.contains(&server), "{:?}", pair.failures);
    }
}

#[test]
fn what_is_left_stands_beside_the_largest_figure_of_the_guide_that_applies() {
    let figure = |uses: &str, volume: &str| {
        let text = format!(
            "format = 1\n[party]\nkind = \"provider\"\n\
             [[access_point]]\nid = \"ap\"\nadministrator = \"party\"\n\
             [[access_point]]\nid = \"other\"\nadministrator = \"party\"\n\
             [[pharmacy]]\nid = \"small\"\nsize = \"small\"\n\
             [[pharmacy]]\nid = \"large\"\nsize = \"large\"\n\
             {uses}{}{}[volume]\n{volume}\n",
            link("a", "ap", "kanta", "A"),
            link("b", "other", "kanta", "A"),
        );
        let result = failures(&plan(&text).plan, DAY, false);
        let [its, _] = result.standing.capacity.as_slice() else {
            panic!("{:?}", result.standing)
        };
        assert_eq!((its.access_point.as_str(), its.left), ("ap", None));
        its.figure
    };
    let uses = |service: &str, point: &str, user: &str| {
        format!("[[use]]\nservice = \"{service}\"\naccess_point = \"{point}\"\nfor = \"{user}\"\n")
    };
    // Clause 5.5: from 10 000 to 100 000 documents a day no figure is given.
    for (documents, expected) in [
        (0, Some(30)),
        (9_999, Some(30)),
        (10_000, None),
        (10_001, None),
        (99_999, None),
        (100_000, None),
        (100_001, Some(500)),
    ] {
        let volume = format!("documents_per_day = {documents}");
        let expected = expected.map(Mbit::whole);
        for service in ["patient-data", "social-welfare"] {
            let found = figure(&uses(service, "ap", "party"), &volume);
            assert_eq!(found, expected, "{service}: {documents}");
        }
        // The figures speak of documents that are archived.
        let found = figure(&uses("prescription", "ap", "party"), &volume);
        assert_eq!(found, None, "{documents}");
    }
    let cases = [
        (uses("patient-data", "ap", "party"), "", None),
        (uses("imaging", "ap", "party"), "", Some(300)),
        (uses("imaging", "other", "party"), "", None),
        (uses("prescription", "ap", "small"), "", Some(10)),
        (uses("prescription", "ap", "large"), "", Some(30)),
        (
            uses("prescription", "ap", "party"),
            "assessed_need_mbit = 20",
            Some(20),
        ),
        (
            uses("imaging", "ap", "party") + &uses("patient-data", "ap", "party"),
            "documents_per_day = 100001\nassessed_need_mbit = 400",
            Some(500),
        ),
        (
            uses("imaging", "ap", "party") + &uses("patient-data", "ap", "party"),
            "documents_per_day = 9999",
            Some(300),
        ),
    ];
    for (uses, volume, expected) in cases {
        let found = figure(&uses, volume);
        assert_eq!(found, expected.map(Mbit::whole), "{uses}{volume}");
    }
}
