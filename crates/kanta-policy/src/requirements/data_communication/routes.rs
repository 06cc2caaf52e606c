//! Clause 5.2 on routes: primary and backup run apart the whole way, and the operator has confirmed it.

use kanta_conformance::{Example, Outcome, Path, Requirement, Row, Text, Value};

use crate::plan::{Claim, Link, Role, SeparateRoute};
use crate::requirements::known::Open;
use crate::requirements::{About, MUST, OfLinkPair, clause};

pub(super) static LINK_PAIRS: &[Row<OfLinkPair>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/routes-not-separate",
        citations: &[clause("5.2")],
        statement: Text::new(
            "whoever orders the links makes sure with the operator that primary and backup run along different routes the whole way",
            "yhteyksien tilaaja varmistaa operaattorilta, että ensisijainen yhteys ja varayhteys kulkevat koko matkan eri reittejä",
            "beställaren försäkrar sig hos operatören om att den primära förbindelsen och reservförbindelsen hela vägen löper via olika rutter",
        ),
        fault: Text::new(
            "the backup does not run along a route of its own",
            "varayhteys ei kulje omaa reittiään",
            "reservförbindelsen löper inte via en egen rutt",
        ),
        remedy: Text::new(
            "ask the operator to confirm in writing that the routes are separate; with two operators that may prove impossible",
            "pyydä operaattorilta kirjallinen vahvistus reittien erillisyydestä; kahdella operaattorilla se voi olla mahdotonta",
            "be operatören bekräfta skriftligt att rutterna är skilda; med två operatörer kan det visa sig omöjligt",
        ),
        reading: Some(Text::new(
            "two operators are no proof of separate routes",
            "kaksi operaattoria ei todista reittien erillisyyttä",
            "två operatörer bevisar inte att rutterna är skilda",
        )),
        purpose: Some(Text::new(
            "two links that run along the same route break together",
            "kaksi samaa reittiä kulkevaa yhteyttä katkeaa yhdessä",
            "två förbindelser längs samma rutt bryts samtidigt",
        )),
        example: Some(Example {
            before: r#"[[link]]
id = "mpls-a"
role = "primary"

[[link]]
id = "mpls-b"
role = "backup"
separate_route = false"#,
            after: r#"[[link]]
id = "mpls-a"
role = "primary"

[[link]]
id = "mpls-b"
role = "backup"

[link.separate_route]
from = "mpls-a"
confirmed_by = "operator"
on = 2025-08-20"#,
        }),
        fields: &["separate_route", "role"],
        ..MUST
    },
    check: separate,
}];

fn separate(about: About<'_, (&Link, &Link)>) -> Outcome {
    let (first, second) = about.item;
    let path = |link: &Link, field| Path::new(&format!("link.{}", link.id), field);
    let mut open = Open::default();
    let first_role = open.input(first.role, Role::ALL, || path(first, "role"));
    let second_role = open.input(second.role, Role::ALL, || path(second, "role"));
    open.decide(|choice| {
        if first_role.under(choice)? == second_role.under(choice)? {
            return Some(Outcome::NotApplicable);
        }
        Some(confirmed(&about, first, second))
    })
}

fn confirmed(about: &About<'_, (&Link, &Link)>, first: &Link, second: &Link) -> Outcome {
    const CONFIRMED: Text = Text::new(
        "separate routes, confirmed by the operator",
        "operaattorin vahvistamat erilliset reitit",
        "skilda rutter, bekräftade av operatören",
    );
    let same_route = || {
        const SAME: Text = Text::new(
            "not separate from",
            "ei erillinen yhteydestä",
            "inte skild från",
        );
        Outcome::violated(
            Value::About(SAME, Box::new(Value::words(&first.id))),
            Value::Term(CONFIRMED),
        )
    };
    let denied = |link: &Link| matches!(link.separate_routes, Some(Claim::Denied));
    if denied(first) || denied(second) {
        return same_route();
    }
    let stated = |link: &Link, other: &Link| -> Option<SeparateRoute> {
        let Some(Claim::Stated(routes)) = &link.separate_routes else {
            return None;
        };
        routes.iter().find(|route| route.from == other.id).cloned()
    };
    let Some(route) = stated(second, first).or_else(|| stated(first, second)) else {
        return about.missing("separate_route");
    };
    match (route.confirmed_by, route.on) {
        (Some(Claim::Denied), _) => same_route(),
        (None, _) => about.missing("separate_route.confirmed_by"),
        (Some(Claim::Stated(_)), None) => about.missing("separate_route.on"),
        (Some(Claim::Stated(_)), Some(day)) if day > about.on => {
            Outcome::violated(Value::Date(day), Value::Date(about.on).at_most())
        }
        (Some(Claim::Stated(_)), Some(_)) => Outcome::Satisfied,
    }
}
