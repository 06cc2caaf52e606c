//! Clauses 5.2 and 5.3 on links: to all of Kanta's halls, equally fast both ways.

use kanta_conformance::{Evidence, FieldPath, Outcome, Requirement, Row, Text, Value, text};

use crate::plan::{Hall, Link, Network};
use crate::requirements::known::Open;
use crate::requirements::{About, OfLink, clause};

pub(super) static LINKS: &[Row<OfLink>] = &[
    Row {
        requirement: &Requirement::must("connection-models/hall-not-reached")
            .with_citations(&[clause("6"), clause("5.2")])
            .with_statement(text! {
                en: "a private network link is connected to Kanta's halls A, B and C",
                fi: "yksityisen verkon yhteys kytketään Kannan A-, B- ja C-saleihin",
                sv: "en förbindelse via ett privat nät kopplas till Kantas A-, B- och C-hallar",
            })
            .with_fault(text! {
                en: "the link does not reach all of Kanta's halls",
                fi: "yhteys ei ulotu kaikkiin Kannan saleihin",
                sv: "teleförbindelsen når inte alla Kantas hallar",
            })
            .with_remedy(text! {
                en: "order the link to halls A, B and C",
                fi: "tilaa yhteys saleihin A, B ja C",
                sv: "beställ teleförbindelsen till hallarna A, B och C",
            })
            .with_reading(text! {
                en: "all three halls, by the private links of an access point together; whether by each of them is left open",
                fi: "kaikki kolme salia liityntäpisteen yksityisen verkon yhteyksillä yhdessä; ulottuuko jokainen niistä kaikkiin, jää avoimeksi",
                sv: "alla tre hallarna, med anslutningspunktens privata förbindelser tillsammans; om var och en måste nå dem lämnas öppet",
            })
            .with_purpose(text! {
                en: "traffic can be moved to another hall when one of them cannot be reached",
                fi: "liikenne voidaan siirtää toiseen saliin, kun johonkin niistä ei saada yhteyttä",
                sv: "trafiken kan flyttas till en annan hall när någon av dem inte kan nås",
            })
            .with_example(
                r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B"]"#,
                r#"[[link]]
id = "mpls-a"
network = "private"
halls = ["A", "B", "C"]"#,
            )
            .with_fields(&["halls", "network"]),
        check: halls,
    },
    Row {
        requirement: &Requirement::should("connection-models/speed-not-symmetric")
            .with_citations(&[clause("5.3"), clause("6")])
            .with_statement(text! {
                en: "the link has the same speed in both directions",
                fi: "yhteyden nopeus on sama molempiin suuntiin",
                sv: "teleförbindelsen har samma hastighet i båda riktningarna",
            })
            .with_fault(text! {
                en: "the link is not equally fast in both directions",
                fi: "yhteys ei ole yhtä nopea molempiin suuntiin",
                sv: "teleförbindelsen är inte lika snabb i båda riktningarna",
            })
            .with_remedy(text! {
                en: "order a symmetric link",
                fi: "tilaa symmetrinen yhteys",
                sv: "beställ en symmetrisk teleförbindelse",
            })
            .with_purpose(text! {
                en: "documents go to Kanta as well as from it: one slow direction slows everything",
                fi: "asiakirjoja kulkee sekä Kantaan että Kannasta: yksi hidas suunta hidastaa kaikkea",
                sv: "handlingar går både till och från Kanta: en långsam riktning gör allt långsamt",
            })
            .with_example(
                r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 10"#,
                r#"[[link]]
id = "mpls-a"
down_mbit = 100
up_mbit = 100"#,
            )
            .with_evidence(Evidence::Computed)
            .with_fields(&["up_mbit", "down_mbit"]),
        check: |about| match (about.item.down_mbit, about.item.up_mbit) {
            (None, _) => about.missing("down_mbit"),
            (_, None) => about.missing("up_mbit"),
            (Some(down), Some(up)) if down == up => Outcome::Satisfied,
            (Some(down), Some(up)) => Outcome::violated(
                Value::Speed { down, up },
                Value::Term(text! {
                    en: "the same speed both ways",
                    fi: "sama nopeus molempiin suuntiin",
                    sv: "samma hastighet i båda riktningarna",
                }),
            ),
        },
    },
];

const EACH_LINK: Text = text! {
    en: "whether each link has to reach all three halls, or all private links together, the guide does not say",
    fi: "ohje ei sano, onko jokaisen yhteyden ulotuttava kaikkiin kolmeen saliin vai riittääkö, että yhteydet ulottuvat niihin yhdessä",
    sv: "anvisningen säger inte om varje teleförbindelse måste nå alla tre hallarna eller om teleförbindelserna når dem tillsammans",
};

/// The links to Kanta that stand beside a link: those of the access points from which it can be reached.
fn beside<'a>(about: &About<'a, &'a Link>) -> Vec<&'a Link> {
    let (plan, link) = (about.plan, about.item);
    let before = plan.points_before(&link.from).into_iter();
    let points: Vec<&str> = before.flat_map(|point| plan.points_behind(point)).collect();
    let to_kanta = plan.links.iter().filter(|other| other.to == "kanta");
    to_kanta
        .filter(|other| other.id != link.id && points.contains(&other.from.as_str()))
        .collect()
}

/// Whether a link and those beside it reach every hall together, over private networks; none where the plan does not
/// tell, with the field that would.
fn together(about: &About<'_, &Link>) -> Result<bool, FieldPath> {
    let own = about.item.halls.as_deref();
    let mut sure: Vec<Hall> = own.unwrap_or_default().to_vec();
    let mut open = own.is_none().then(|| about.path("halls"));
    let mut possible = sure.clone();
    for link in beside(about) {
        let path = |field| FieldPath::named("link", &link.id).field(field);
        let halls = link.halls.as_deref();
        match link.network {
            Some(Network::OpenInternet) => continue,
            Some(Network::Private) => sure.extend(halls.unwrap_or_default()),
            // Of a tunnel the guide does not say whether it is private.
            Some(Network::Tunnel) => {}
            None => open = open.or_else(|| Some(path("network"))),
        }
        possible.extend(halls.unwrap_or(Hall::ALL));
        if halls.is_none() {
            open = open.or_else(|| Some(path("halls")));
        }
    }
    let all = |halls: &[Hall]| Hall::ALL.iter().all(|hall| halls.contains(hall));
    match open {
        _ if all(&sure) => Ok(true),
        None => Ok(all(&possible)),
        Some(_) if own.is_some() && !all(&possible) => Ok(false),
        Some(path) => Err(path),
    }
}

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
    let together = together(&about);
    let reached_together = open.flag(together.as_ref().ok().copied(), || {
        together
            .as_ref()
            .err()
            .cloned()
            .unwrap_or_else(|| about.path("halls"))
    });
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
            Some([]) | None => Value::Term(text! { en: "none", fi: "ei yhtään", sv: "ingen" }),
            Some(halls) => hall_names(halls),
        };
        if network.under(choice)? != Network::Private {
            return Some(Outcome::NotApplicable);
        }
        Some(
            match (reached.under(choice)?, reached_together.under(choice)?) {
                (true, _) => Outcome::Satisfied,
                (false, true) => Outcome::silent(EACH_LINK),
                (false, false) => Outcome::violated(found(), hall_names(Hall::ALL)),
            },
        )
    })
}
