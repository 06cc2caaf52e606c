//! Clause 5.2 and chapter 6 on duplication: more than one link, or as much as makes sense where that is impossible.

use kanta_conformance::{Evidence, FieldPath, Outcome, Requirement, Row, Text, Value, text};

use crate::plan::{Claim, FullDuplication};
use crate::requirements::{About, OfPoint, Point, clause};

pub(super) static POINTS: &[Row<OfPoint>] = &[LINKS_NOT_REDUNDANT, EXTENT_NOT_SENSIBLE];

const LINKS_NOT_REDUNDANT: Row<OfPoint> = Row {
    requirement: &Requirement::must("connection-models/links-not-redundant")
        .with_citations(&[clause("6"), clause("5.2")])
        .with_statement(text! {
            en: "connections are multiplied: there is more than one link",
            fi: "tietoliikenneyhteydet monistetaan: yhteyksiä on useampi kuin yksi",
            sv: "teleförbindelserna mångdubblas: det finns fler än en teleförbindelse",
        })
        .with_fault(text! {
            en: "there is no second link",
            fi: "toista yhteyttä ei ole",
            sv: "det finns ingen andra teleförbindelse",
        })
        .with_remedy(text! {
            en: "order a second link, and have the operator confirm that its route is separate the whole way",
            fi: "tilaa toinen yhteys ja pyydä operaattorilta vahvistus, että reitti on koko matkan erillinen",
            sv: "beställ en andra teleförbindelse och be operatören bekräfta att rutten är skild hela vägen",
        })
        .with_reading(text! {
            en: "a missing second link is a fault unless the plan says that full duplication is impossible; clause 5.2 then recommends what makes sense economically, and whether chapter 6 still asks for the second link is open",
            fi: "toisen yhteyden puuttuminen on virhe, ellei suunnitelma kerro, että täysi kahdennus on mahdoton; silloin luku 5.2 suosittelee taloudellisesti järkevää, ja jää avoimeksi, vaatiiko luku 6 silti toisen yhteyden",
            sv: "att en andra teleförbindelse saknas är ett fel om planen inte säger att full dubblering är omöjlig; då rekommenderar 5.2 det ekonomiskt förnuftiga, och det är öppet om kapitel 6 ändå kräver den andra teleförbindelsen",
        })
        .with_purpose(text! {
            en: "with a single link one fault cuts off the services",
            fi: "jos yhteyksiä on vain yksi, yksi vika katkaisee palvelut",
            sv: "med en enda teleförbindelse bryter ett fel tjänsterna",
        })
        .with_example(
            r#"[[access_point]]
id = "ap2"
administrator = "party"

[[link]]
id = "c"
from = "ap2"
to = "kanta""#,
            r#"[[access_point]]
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
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&[
            "",
            "link",
            "full_duplication.possible",
            "full_duplication.reason",
        ]),
    check: redundant,
};

const EXTENT_NOT_SENSIBLE: Row<OfPoint> = Row {
    requirement: &Requirement::should("connection-models/not-duplicated-to-sensible-extent")
        .with_citations(&[clause("5.2")])
        .with_statement(text! {
            en: "where full duplication is impossible, connections are duplicated as far as makes sense economically",
            fi: "jos täysi kahdennus ei ole mahdollinen, yhteydet kahdennetaan taloudellisesti järkevässä laajuudessa",
            sv: "om full dubblering är omöjlig dubbleras teleförbindelserna i den utsträckning som är ekonomiskt förnuftig",
        })
        .with_fault(text! {
            en: "connections are not duplicated as far as makes sense economically",
            fi: "yhteyksiä ei ole kahdennettu taloudellisesti järkevässä laajuudessa",
            sv: "teleförbindelserna har inte dubblerats i ekonomiskt förnuftig utsträckning",
        })
        .with_remedy(text! {
            en: "say in `full_duplication.extent` what has been duplicated, such as the first part of the route or the equipment",
            fi: "kerro kohdassa `full_duplication.extent`, mikä on kahdennettu, esimerkiksi reitin alkuosa tai laitteet",
            sv: "ange i `full_duplication.extent` vad som har dubblerats, till exempel ruttens första del eller utrustningen",
        })
        .with_purpose(text! {
            en: "every part that is duplicated is one fault fewer that cuts off the services",
            fi: "jokainen kahdennettu osa on yksi palvelut katkaiseva vika vähemmän",
            sv: "varje dubblerad del är ett fel mindre som bryter tjänsterna",
        })
        .with_example(
            r#"[[access_point]]
id = "ap2"
administrator = "party"
full_duplication = { possible = false, extent = false }"#,
            r#"[[access_point]]
id = "ap2"
administrator = "party"
full_duplication = { possible = false, extent = "equipment" }"#,
        )
        .with_fields(&[
            "full_duplication.extent",
            "full_duplication.possible",
            "link",
        ]),
    check: sensible_extent,
};

const WHERE_IMPOSSIBLE: Text = text! {
    en: "whether a second link is still asked for where full duplication is impossible: chapter 6 asks for it, and clause 5.2 recommends what makes sense economically",
    fi: "vaaditaanko toinen yhteys, vaikka täysi kahdennus on mahdoton: luku 6 vaatii sen, ja luku 5.2 suosittelee taloudellisesti järkevää",
    sv: "krävs en andra teleförbindelse även om full dubblering är omöjlig: kapitel 6 kräver den, och 5.2 rekommenderar det ekonomiskt förnuftiga",
};

/// How many links a point has; the field that would tell where the plan cannot know of them.
fn links(about: &About<'_, Point<'_>>) -> Result<usize, FieldPath> {
    let (plan, point) = (about.plan, about.item);
    let count = plan.links_from(point.id()).count();
    if count > 0 || point.is_own(plan) {
        return Ok(count);
    }
    let known = match point {
        Point::Access(point) => plan.administrator(point).is_some(),
        Point::Consolidation(point) => point.administrator.is_some(),
    };
    Err(about.path(if known { "link" } else { "administrator" }))
}

/// What the plan says where full duplication is impossible.
fn impossible<'a>(about: &About<'a, Point<'a>>) -> Option<&'a FullDuplication> {
    let stated = match about.item {
        Point::Access(point) => point.full_duplication.as_ref(),
        Point::Consolidation(point) => point.full_duplication.as_ref(),
    };
    stated.filter(|duplication| duplication.possible != Some(true))
}

fn redundant(about: About<'_, Point<'_>>) -> Outcome {
    let count = match links(&about) {
        Ok(count) if count >= 2 => return Outcome::Satisfied,
        Ok(count) => count,
        Err(unknown) => return Outcome::missing(unknown),
    };
    match impossible(&about) {
        Some(stated) if stated.possible.is_none() => about.missing("full_duplication.possible"),
        Some(stated) if stated.reason.is_none() => about.missing("full_duplication.reason"),
        Some(_) => Outcome::ambiguous(WHERE_IMPOSSIBLE),
        None => {
            let found = u64::try_from(count).unwrap_or(u64::MAX);
            Outcome::violated(Value::Count(found), Value::Count(2).at_least())
        }
    }
}

fn sensible_extent(about: About<'_, Point<'_>>) -> Outcome {
    let Some(stated) = impossible(&about) else {
        return Outcome::NotApplicable;
    };
    match links(&about) {
        Ok(count) if count >= 2 => return Outcome::NotApplicable,
        Ok(_) => {}
        Err(unknown) => return Outcome::missing(unknown),
    }
    if stated.possible.is_none() {
        return about.missing("full_duplication.possible");
    }
    match &stated.extent {
        None => about.missing("full_duplication.extent"),
        Some(Claim::Stated(_)) => Outcome::Satisfied,
        Some(Claim::Denied) => Outcome::violated(
            Value::Term(text! { en: "none", fi: "ei mitään", sv: "ingenting" }),
            Value::Term(text! {
                en: "as far as makes sense economically",
                fi: "taloudellisesti järkevässä laajuudessa",
                sv: "i ekonomiskt förnuftig utsträckning",
            }),
        ),
    }
}
