//! Clause 5.2 on routes: primary and backup run apart the whole way, and the operator has confirmed it.

use kanta_conformance::{Date, FieldPath, Outcome, Requirement, Row, Text, Value, text};

use crate::plan::{Claim, Link, LinkRole, SeparateRoute};
use crate::requirements::facts::worst;
use crate::requirements::known::Open;
use crate::requirements::{About, OfLinkPair, clause};

pub(super) static LINK_PAIRS: &[Row<OfLinkPair>] = &[Row {
    requirement: &Requirement::must("connection-models/routes-not-separate")
        .with_citations(&[clause("5.2")])
        .with_statement(text! {
            en: "whoever orders the links makes sure with the operator that primary and backup run along different routes the whole way",
            fi: "yhteyksien tilaaja varmistaa operaattorilta, että ensisijainen yhteys ja varayhteys kulkevat koko matkan eri reittejä",
            sv: "beställaren försäkrar sig hos operatören om att den primära förbindelsen och reservförbindelsen hela vägen löper via olika rutter",
        })
        .with_fault(text! {
            en: "the backup does not run along a route of its own",
            fi: "varayhteys ei kulje omaa reittiään",
            sv: "reservförbindelsen löper inte via en egen rutt",
        })
        .with_remedy(text! {
            en: "ask the operator to confirm in writing that the routes are separate; with two operators that may prove impossible",
            fi: "pyydä operaattorilta kirjallinen vahvistus reittien erillisyydestä; kahdella operaattorilla se voi olla mahdotonta",
            sv: "be operatören bekräfta skriftligt att rutterna är skilda; med två operatörer kan det visa sig omöjligt",
        })
        .with_reading(text! {
            en: "the operator of each link confirms it, each its own; two operators are no proof of separate routes",
            fi: "kummankin yhteyden oma operaattori vahvistaa sen; kaksi operaattoria ei todista reittien erillisyyttä",
            sv: "varje teleförbindelses egen operatör bekräftar det; två operatörer bevisar inte att rutterna är skilda",
        })
        .with_purpose(text! {
            en: "two links that run along the same route break together",
            fi: "kaksi samaa reittiä kulkevaa yhteyttä katkeaa yhdessä",
            sv: "två teleförbindelser längs samma rutt bryts samtidigt",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
operator = "Operaattori A"

[[link]]
id = "mpls-b"
role = "backup"
operator = "Operaattori A"
separate_route = false"#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
operator = "Operaattori A"

[[link]]
id = "mpls-b"
role = "backup"
operator = "Operaattori A"

[link.separate_route]
from = "mpls-a"
confirmed_by = "Operaattori A"
on = 2025-08-20"#,
        )
        .with_fields(&["separate_route", "operator", "role"]),
    check: separate,
}];

/// What is known of the roles at the point where two links start, beside their own.
fn another<'a>(
    about: &About<'a, (&'a Link, &'a Link)>,
    open: &mut Open,
    role: LinkRole,
) -> crate::requirements::known::Input<bool> {
    let (first, second) = about.item;
    let others = about
        .plan
        .links_from(&first.from)
        .filter(|link| link.id != first.id && link.id != second.id);
    let mut unknown = None;
    let mut known = Some(false);
    for link in others {
        match link.role {
            Some(its) if its == role => known = Some(true),
            Some(_) => {}
            None => unknown = unknown.or(Some(&link.id)),
        }
    }
    if known == Some(false) && unknown.is_some() {
        known = None;
    }
    open.flag(known, || {
        FieldPath::named("link", unknown.map_or("", |id| id)).field("role")
    })
}

/// Primary and backup; and two links in one role, where the redundancy of their point rests on nothing else.
fn separate(about: About<'_, (&Link, &Link)>) -> Outcome {
    let (first, second) = about.item;
    let path = |link: &Link, field| FieldPath::named("link", &link.id).field(field);
    let mut open = Open::default();
    let first_role = open.input(first.role, LinkRole::ALL, || path(first, "role"));
    let second_role = open.input(second.role, LinkRole::ALL, || path(second, "role"));
    let primary = another(&about, &mut open, LinkRole::Primary);
    let backup = another(&about, &mut open, LinkRole::Backup);
    open.decide(|choice| {
        let (role, its_fellow) = (first_role.under(choice)?, second_role.under(choice)?);
        let outcome = confirmed(&about, first, second);
        if role != its_fellow {
            return Some(outcome);
        }
        let (primary, backup) = (primary.under(choice)?, backup.under(choice)?);
        let of_the_other_role = match role {
            LinkRole::Primary => backup,
            LinkRole::Backup => primary,
        };
        Some(match outcome {
            _ if of_the_other_role => Outcome::NotApplicable,
            Outcome::Violated { .. } => Outcome::silent(ONE_ROLE),
            other => other,
        })
    })
}

const ONE_ROLE: Text = text! {
    en: "whether two links in one role, without a link in the other, have to run along different routes, the guide does not say",
    fi: "ohje ei sano, onko kahden samassa roolissa olevan yhteyden kuljettava eri reittejä, kun toisen roolin yhteyttä ei ole",
    sv: "anvisningen säger inte om två teleförbindelser i samma roll måste löpa via olika rutter när ingen teleförbindelse har den andra rollen",
};

const CONFIRMED: Text = text! {
    en: "separate routes, confirmed by the operator",
    fi: "operaattorin vahvistamat erilliset reitit",
    sv: "skilda rutter, bekräftade av operatören",
};

const BY_ANOTHER: Text = text! {
    en: "ask the link's own operator to confirm it; confirmed so far by",
    fi: "pyydä vahvistus yhteyden omalta operaattorilta; tähän mennessä vahvistanut",
    sv: "be teleförbindelsens egen operatör bekräfta; hittills bekräftat av",
};

/// What is said of the routes of two links, at either of them.
fn said<'a>(one: &'a Link, other: &'a Link) -> impl Iterator<Item = &'a SeparateRoute> {
    let at = |link: &'a Link, other: &'a Link| {
        let routes = match &link.separate_routes {
            Some(Claim::Stated(routes)) => routes.as_slice(),
            _ => &[],
        };
        routes.iter().filter(move |route| route.from == other.id)
    };
    at(other, one).chain(at(one, other))
}

/// Whether two names are those of one operator.
fn same_operator(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Whether the operator of each of two links has confirmed, by that day, that their routes are separate.
pub(crate) fn are_separate(one: &Link, other: &Link, on: Date) -> bool {
    let denied = |link: &Link| matches!(link.separate_routes, Some(Claim::Denied));
    let confirmed = |link: &Link| {
        said(one, other).any(|route| match (&route.confirmed_by, &link.operator) {
            (Some(Claim::Stated(by)), Some(operator)) => {
                same_operator(by, operator) && route.on.is_some_and(|day| day <= on)
            }
            _ => false,
        })
    };
    !denied(one) && !denied(other) && confirmed(one) && confirmed(other)
}

fn confirmed(about: &About<'_, (&Link, &Link)>, first: &Link, second: &Link) -> Outcome {
    let denied = |link: &Link| matches!(link.separate_routes, Some(Claim::Denied));
    let not_confirmed = |route: &SeparateRoute| matches!(route.confirmed_by, Some(Claim::Denied));
    if denied(first) || denied(second) || said(first, second).any(not_confirmed) {
        const SAME: Text =
            text! { en: "not separate from", fi: "ei erillinen yhteydestä", sv: "inte skild från" };
        return Outcome::violated(
            Value::About(SAME, Box::new(Value::words(&first.id))),
            Value::Term(CONFIRMED),
        );
    }
    if said(first, second).next().is_none() {
        return about.missing("separate_route");
    }
    let of_each = [first, second].map(|link| by_its_operator(about, link));
    worst(of_each)
}

/// What the operator of one of two links has confirmed.
fn by_its_operator(about: &About<'_, (&Link, &Link)>, link: &Link) -> Outcome {
    let (first, second) = about.item;
    let Some(operator) = &link.operator else {
        return Outcome::missing(FieldPath::named("link", &link.id).field("operator"));
    };
    let its_own = said(first, second).find(|route| match &route.confirmed_by {
        Some(Claim::Stated(by)) => same_operator(by, operator),
        _ => false,
    });
    match its_own.map(|route| route.on) {
        Some(Some(day)) if day > about.on() => {
            Outcome::violated(Value::Date(day), Value::Date(about.on()).at_most())
        }
        Some(Some(_)) => Outcome::Satisfied,
        Some(None) => about.missing("separate_route.on"),
        None => {
            let others = said(first, second).filter_map(|route| match &route.confirmed_by {
                Some(Claim::Stated(by)) => Some(Value::words(by)),
                _ => None,
            });
            let others: Vec<Value> = others.collect();
            if others.is_empty() {
                about.missing("separate_route.confirmed_by")
            } else {
                Outcome::unchecked(Value::About(BY_ANOTHER, Box::new(Value::List(others))))
            }
        }
    }
}
