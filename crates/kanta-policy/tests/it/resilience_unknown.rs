//! What shares a route, and what has to be asked where the plan does not tell what a failure does.

use std::collections::BTreeSet;

use crate::resilience_sharing::{TWO_SERVERS, effect, link, missing, point, search, separate_from};
use kanta_policy::resilience::{Effect, Failure, Resilience};

/// Links by their names.
type Names = &'static [&'static str];

/// Two links on separate routes.
type Pair = (&'static str, &'static str);

/// The routes that are tried, in alphabetical order.
fn routes(links: &[String]) -> Vec<Vec<String>> {
    let result = search(&[&point("ap", TWO_SERVERS), &links.concat()], false);
    let failures = result.singles.into_iter().flat_map(|its| its.failures);
    let mut routes: Vec<Vec<String>> = failures
        .filter_map(|failure| match failure {
            Failure::Route(links) => Some(links),
            _ => None,
        })
        .collect();
    routes.sort();
    routes
}

/// Links from one point, each of an operator of its own; the links in each pair are on separate routes.
fn links(names: &[&str], separate: &[Pair]) -> Vec<String> {
    let one = |name: &&str| {
        let pairs = separate.iter().filter(|(_, other)| other == name);
        let others: Vec<&str> = pairs.map(|(one, _)| *one).collect();
        let mut text = link(name, "ap", "kanta", name);
        if let Some(other) = others.first() {
            assert_eq!(others.len(), 1, "one pair for each link that comes later");
            text.push_str(&separate_from(&[other], [other, name]));
        }
        text
    };
    names.iter().map(one).collect()
}

#[test]
fn every_largest_set_of_links_that_may_share_a_route_is_tried_once() {
    let cases: [(Names, &[Pair], &[Names]); 7] = [
        (&["a"], &[], &[]),
        (&["a", "b"], &[], &[&["a", "b"]]),
        (&["a", "b"], &[("a", "b")], &[]),
        (&["a", "b", "c"], &[("a", "b"), ("a", "c")], &[&["b", "c"]]),
        (&["a", "b", "c"], &[("a", "c")], &[&["a", "b"], &["b", "c"]]),
        (
            &["a", "b", "c", "d"],
            &[("a", "c")],
            &[&["a", "b", "d"], &["b", "c", "d"]],
        ),
        (
            &["a", "b", "c", "d"],
            &[("a", "b"), ("c", "d")],
            &[&["a", "c"], &["a", "d"], &["b", "c"], &["b", "d"]],
        ),
    ];
    for (names, separate, expected) in cases {
        assert_eq!(
            routes(&links(names, separate)),
            expected,
            "{names:?} {separate:?}"
        );
    }
}

#[test]
fn of_more_than_eight_links_from_a_point_only_the_route_of_all_is_tried() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    let (eight, nine) = (&names[..8], &names[..]);
    let without = |all: &[&'static str], one: &str| -> Vec<&'static str> {
        all.iter().copied().filter(|name| *name != one).collect()
    };
    assert_eq!(routes(&links(eight, &[])), [eight]);
    assert_eq!(routes(&links(nine, &[])), [nine]);
    assert_eq!(
        routes(&links(eight, &[("a", "b")])),
        [without(eight, "b"), without(eight, "a")]
    );
    assert!(routes(&links(nine, &[("a", "b")])).is_empty());
    assert!(routes(&links(nine, &[("h", "i")])).is_empty());
}

/// Who may be cut off, and what has to be asked.
fn open(effect: &Effect) -> (BTreeSet<&str>, Vec<String>) {
    let users = effect.not_known.iter().map(|its| its.user.as_str());
    (users.collect(), missing(effect))
}

fn asked<'a>(users: &[&'a str], fields: &[&str]) -> (BTreeSet<&'a str>, Vec<String>) {
    let fields = fields.iter().map(|field| (*field).to_owned());
    (users.iter().copied().collect(), fields.collect())
}

/// Two access points, each with a link of its own.
fn two_points(first: &str, second: &str) -> Resilience {
    let links = [
        link("a", "ap1", "kanta", "A"),
        link("b", "ap2", "kanta", "B"),
    ];
    search(
        &[&point("ap1", first), &point("ap2", second), &links.concat()],
        false,
    )
}

#[test]
fn a_certificate_that_is_not_named_is_asked_for_of_its_own_access_point() {
    let server = "servers = [{ name = \"s\" }]";
    let result = two_points(server, server);
    for (point, user) in [("ap1", "user-ap1"), ("ap2", "user-ap2")] {
        let its = effect(&result, &Failure::Certificate(Err(point.into())));
        assert!(its.cut_off.is_empty());
        let field = format!("access_point.{point}.certificate");
        assert_eq!(open(its), asked(&[user], &[&field]));
    }
}

#[test]
fn whether_another_server_shows_another_certificate_is_asked_where_no_servers_are_listed() {
    let [one, other] = ["clinic-server", "hospital-server"]
        .map(|name| format!("certificate = \"certificates/{name}.pem\""));
    let file = |name: &str| Failure::Certificate(Ok(format!("certificates/{name}.pem")));
    let result = two_points(&one, &other);
    let first = effect(&result, &file("clinic-server"));
    assert!(first.cut_off.is_empty());
    assert_eq!(
        open(first),
        asked(&["user-ap1"], &["access_point.ap1.servers"])
    );
    let result = two_points(&one, &one);
    let both = effect(&result, &file("clinic-server"));
    assert_eq!(
        open(both),
        asked(
            &["user-ap1", "user-ap2"],
            &["access_point.ap1.servers", "access_point.ap2.servers"]
        )
    );
}

#[test]
fn how_the_point_of_somebody_else_goes_on_is_asked_of_that_point() {
    let other = "[[intermediary]]\nid = \"x\"\n";
    let cp = "[[consolidation_point]]\nid = \"cp\"\nadministrator = \"x\"\n";
    let foreign =
        point("ap", TWO_SERVERS).replace("administrator = \"party\"", "administrator = \"x\"");
    let result = search(&[other, cp, &foreign], false);
    assert_eq!(
        open(&result.standing),
        asked(&["user-ap"], &["access_point.ap"])
    );
    let own = point("ap", TWO_SERVERS);
    let into = link("a", "ap", "cp", "A");
    let result = search(&[other, cp, &own, &into], false);
    assert_eq!(
        open(&result.standing),
        asked(&["user-ap"], &["consolidation_point.cp"])
    );
    // Nothing is open once its own link is listed.
    let out = link("b", "cp", "kanta", "B");
    let result = search(&[other, cp, &own, &into, &out], false);
    assert_eq!(open(&result.standing), asked(&[], &[]));
}

#[test]
fn only_points_on_a_way_that_is_left_are_asked_how_they_go_on() {
    let others = "[[intermediary]]\nid = \"x\"\n\
        [[consolidation_point]]\nid = \"cp\"\nadministrator = \"x\"\n\
        [[consolidation_point]]\nid = \"cq\"\nadministrator = \"x\"\n\
        [[access_point]]\nid = \"aside\"\nadministrator = \"x\"\n";
    let own = point("ap", TWO_SERVERS);
    let into = [link("a", "ap", "cp", "A"), link("b", "ap", "cq", "B")].concat();
    let result = search(&[others, &own, &into], false);
    let [cp, cq] = ["consolidation_point.cp", "consolidation_point.cq"];
    assert_eq!(open(&result.standing), asked(&["user-ap"], &[cp, cq]));
    // A point that is down, or whose link is down, tells nothing.
    for (failure, left) in [
        (Failure::ConsolidationPoint("cp".into()), cq),
        (Failure::ConsolidationPoint("cq".into()), cp),
        (Failure::Link("a".into()), cq),
        (Failure::Operator(Some("B".into())), cp),
    ] {
        let its = effect(&result, &failure);
        assert_eq!(open(its), asked(&["user-ap"], &[left]), "{failure:?}");
    }
}

#[test]
fn a_link_that_is_said_to_share_its_route_is_separate_from_none() {
    let both = separate_from(&["a"], ["A", "B"]);
    let confirmed = link("b", "ap", "kanta", "B") + &both;
    let plain = link("a", "ap", "kanta", "A");
    let none: [&[&str]; 0] = [];
    assert_eq!(routes(&[plain.clone(), confirmed.clone()]), none);
    let denied = plain + "separate_route = false\n";
    assert_eq!(routes(&[denied, confirmed]), [["a", "b"]]);
}
