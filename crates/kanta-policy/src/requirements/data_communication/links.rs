//! Clauses 5.2 and 5.3 on links: more than one of them, to all of Kanta's halls, equally fast both ways.

use kanta_conformance::{Evidence, Example, Outcome, Requirement, Row, Text, Value};

use crate::plan::{Hall, Link, Network};
use crate::requirements::known::Open;
use crate::requirements::{About, MUST, OfLink, OfPoint, Point, SHOULD, clause};

pub(super) static POINTS: &[Row<OfPoint>] = &[Row {
    requirement: &Requirement {
        id: "connection-models/links-not-redundant",
        citations: &[clause("6"), clause("5.2")],
        statement: Text::new(
            "connections are multiplied: there is more than one link",
            "tietoliikenneyhteydet monistetaan: yhteyksiä on useampi kuin yksi",
            "teleförbindelserna mångdubblas: det finns fler än en förbindelse",
        ),
        fault: Text::new(
            "there is no second link",
            "toista yhteyttä ei ole",
            "det finns ingen andra förbindelse",
        ),
        remedy: Text::new(
            "order a second link, and have the operator confirm that its route is separate the whole way",
            "tilaa toinen yhteys ja pyydä operaattorilta vahvistus, että reitti on koko matkan erillinen",
            "beställ en andra förbindelse och be operatören bekräfta att rutten är skild hela vägen",
        ),
        reading: Some(Text::new(
            "a missing backup is reported, although clause 5.2 asks for as much as is economically sensible where full duplication is impossible",
            "puuttuva varayhteys ilmoitetaan, vaikka luku 5.2 tyytyy taloudellisesti järkevään, jos täysi kahdennus on mahdoton",
            "en saknad reservförbindelse rapporteras, fast 5.2 nöjer sig med det ekonomiskt förnuftiga där full dubblering är omöjlig",
        )),
        evidence: Evidence::Computed,
        purpose: Some(Text::new(
            "with a single link one fault cuts off the services",
            "jos yhteyksiä on vain yksi, yksi vika katkaisee palvelut",
            "med en enda förbindelse bryter ett fel tjänsterna",
        )),
        example: Some(Example {
            before: r#"[[access_point]]
id = "ap2"
administrator = "party"

[[link]]
id = "c"
from = "ap2"
to = "kanta""#,
            after: r#"[[access_point]]
id = "ap2"
administrator = "party"

[[link]]
id = "c"
from = "ap2"
to = "kanta"

[[link]]
id = "d"
from = "ap2"
to = "kanta""#,
        }),
        fields: &["", "link"],
        ..MUST
    },
    check: redundant,
}];

fn redundant(about: About<'_, Point<'_>>) -> Outcome {
    let (plan, point) = (about.plan, about.item);
    let count = plan.links_from(point.id()).count();
    if count >= 2 {
        return Outcome::Satisfied;
    }
    if count == 0 && !point.is_own(plan) {
        let known = match point {
            Point::Access(point) => plan.administrator(point).is_some(),
            Point::Consolidation(point) => point.administrator.is_some(),
        };
        return about.missing(if known { "link" } else { "administrator" });
    }
    let found = u64::try_from(count).unwrap_or(u64::MAX);
    Outcome::violated(Value::Count(found), Value::Count(2).at_least())
}

pub(super) static LINKS: &[Row<OfLink>] = &[
    Row {
        requirement: &Requirement {
            id: "connection-models/hall-not-reached",
            citations: &[clause("6"), clause("5.2")],
            statement: Text::new(
                "a private network link is connected to Kanta's halls A, B and C",
                "yksityisen verkon yhteys kytketään Kannan A-, B- ja C-saleihin",
                "en förbindelse via ett privat nät kopplas till Kantas A-, B- och C-hallar",
            ),
            fault: Text::new(
                "the link does not reach all of Kanta's halls",
                "yhteys ei ulotu kaikkiin Kannan saleihin",
                "förbindelsen når inte alla Kantas hallar",
            ),
            remedy: Text::new(
                "order the link to halls A, B and C",
                "tilaa yhteys saleihin A, B ja C",
                "beställ förbindelsen till hallarna A, B och C",
            ),
            reading: Some(Text::new(
                "all three halls",
                "kaikki kolme salia",
                "alla tre hallarna",
            )),
            purpose: Some(Text::new(
                "traffic can be moved to another hall when one of them cannot be reached",
                "liikenne voidaan siirtää toiseen saliin, kun johonkin niistä ei saada yhteyttä",
                "trafiken kan flyttas till en annan hall när någon av dem inte kan nås",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B"]"#,
                after: r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B", "C"]"#,
            }),
            fields: &["halls", "network"],
            ..MUST
        },
        check: halls,
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/speed-not-symmetric",
            citations: &[clause("5.3"), clause("6")],
            statement: Text::new(
                "the link has the same speed in both directions",
                "yhteyden nopeus on sama molempiin suuntiin",
                "förbindelsen har samma hastighet i båda riktningarna",
            ),
            fault: Text::new(
                "the link is not equally fast in both directions",
                "yhteys ei ole yhtä nopea molempiin suuntiin",
                "förbindelsen är inte lika snabb i båda riktningarna",
            ),
            remedy: Text::new(
                "order a symmetric link",
                "tilaa symmetrinen yhteys",
                "beställ en symmetrisk förbindelse",
            ),
            evidence: Evidence::Computed,
            purpose: Some(Text::new(
                "documents go to Kanta as well as from it: one slow direction slows everything",
                "asiakirjoja kulkee sekä Kantaan että Kannasta: yksi hidas suunta hidastaa kaikkea",
                "handlingar går både till och från Kanta: en långsam riktning gör allt långsamt",
            )),
            example: Some(Example {
                before: r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 10"#,
                after: r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 100"#,
            }),
            fields: &["up_mbit", "down_mbit"],
            ..SHOULD
        },
        check: |about| match (about.item.down_mbit, about.item.up_mbit) {
            (None, _) => about.missing("down_mbit"),
            (_, None) => about.missing("up_mbit"),
            (Some(down), Some(up)) if down == up => Outcome::Satisfied,
            (Some(down), Some(up)) => Outcome::violated(
                Value::Speed { down, up },
                Value::Term(Text::new(
                    "the same speed both ways",
                    "sama nopeus molempiin suuntiin",
                    "samma hastighet i båda riktningarna",
                )),
            ),
        },
    },
];

fn halls(about: About<'_, &Link>) -> Outcome {
    if about.item.to != "kanta" {
        return Outcome::NotApplicable;
    }
    let mut open = Open::default();
    let network = open.input(about.item.network, Network::ALL, || about.path("network"));
    let reached = about
        .item
        .halls
        .as_ref()
        .map(|halls| Hall::ALL.iter().all(|hall| halls.contains(hall)));
    let reached = open.flag(reached, || about.path("halls"));
    let hall_names = |halls: &[Hall]| {
        let mut sorted = halls.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        Value::List(
            sorted
                .into_iter()
                .map(|hall| Value::Term(hall.name()))
                .collect(),
        )
    };
    open.decide(|choice| {
        let found = || match about.item.halls.as_deref() {
            Some([]) | None => Value::Term(Text::new("none", "ei yhtään", "ingen")),
            Some(halls) => hall_names(halls),
        };
        Some(match (network.under(choice)?, reached.under(choice)?) {
            (Network::Private, true) => Outcome::Satisfied,
            (Network::Private, false) => Outcome::violated(found(), hall_names(Hall::ALL)),
            _ => Outcome::NotApplicable,
        })
    })
}
