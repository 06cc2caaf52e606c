//! Clause 5.4: the capacity that the joining party defines as its need, has, and can raise.

use kanta_conformance::{Evidence, FieldPath, Outcome, Requirement, Row, Value, text};

use super::speed::{FASTER, fast_enough, is_own_access};
use crate::plan::{Claim, Link, LinkRole, Volume};
use crate::requirements::{About, OfLink, OfVolume, clause};

pub(super) const NOT_COVERED: Row<OfLink> = Row {
    requirement: &Requirement::must("connection-models/link-below-defined-need")
        .with_citations(&[clause("5.4"), clause("5")])
        .with_statement(text! {
            en: "each primary link on the way to Kanta has the capacity that the joining party has defined as its need",
            fi: "jokaisella ensisijaisella yhteydellä matkalla Kantaan on se kapasiteetti, jonka liittyjä on määritellyt tarpeekseen",
            sv: "varje primär förbindelse på vägen till Kanta har den kapacitet som den anslutande aktören har definierat som sitt behov",
        })
        .with_fault(text! {
            en: "the link is slower than the need that the party itself has defined",
            fi: "yhteys on hitaampi kuin liittyjän itse määrittelemä tarve",
            sv: "teleförbindelsen är långsammare än det behov som aktören själv har definierat",
        })
        .with_remedy(FASTER)
        .with_reading(text! {
            en: "the need counts the whole way, a shared link behind a consolidation point included; from 10 000 to 100 000 documents a day, where the guide gives no figure, it decides alone",
            fi: "tarve koskee koko matkaa, myös kokoamispisteen jälkeistä yhteistä yhteyttä; 10 000–100 000 asiakirjasta päivässä, joille ohje ei anna lukua, se ratkaisee yksin",
            sv: "behovet gäller hela vägen, även en delad teleförbindelse efter en samlingspunkt; från 10 000 till 100 000 handlingar om dagen, där anvisningen inte ger någon siffra, avgör det ensamt",
        })
        .with_purpose(text! {
            en: "the need that the party has defined covers its own traffic and activity, which the guide's figures cannot",
            fi: "liittyjän määrittelemä tarve ottaa huomioon sen oman liikenteen ja toiminnan, toisin kuin ohjeen luvut",
            sv: "behovet som aktören har definierat beaktar dess egen trafik och verksamhet, vilket anvisningens siffror inte kan",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 50
up_mbit = 50

[volume]
assessed_need_mbit = 60"#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 100
up_mbit = 100

[volume]
assessed_need_mbit = 60"#,
        )
        .with_evidence(Evidence::Computed)
        .with_fields(&["down_mbit", "up_mbit", "role", "volume.assessed_need_mbit"]),
    check: defined_need,
};

fn defined_need(about: About<'_, &Link>) -> Outcome {
    if !is_own_access(&about) || about.item.role == Some(LinkRole::Backup) {
        return Outcome::NotApplicable;
    }
    match about.plan.volume.assessed_need_mbit {
        None => Outcome::missing(FieldPath::table("volume").field("assessed_need_mbit")),
        // That nothing is defined is another row's finding.
        Some(Claim::Denied) => Outcome::NotApplicable,
        Some(Claim::Stated(need)) => fast_enough(&about, need),
    }
}

pub(super) static VOLUME: &[Row<OfVolume>] = &[
    Row {
        requirement: &Requirement::must("connection-models/capacity-need-not-defined")
            .with_citations(&[clause("5.4")])
            .with_statement(text! {
                en: "the joining party defines how much capacity its connection needs",
                fi: "liittyjä määrittelee, kuinka paljon kapasiteettia sen yhteys tarvitsee",
                sv: "den anslutande aktören definierar hur mycket kapacitet dess teleförbindelse behöver",
            })
            .with_fault(text! {
                en: "the capacity need is not defined",
                fi: "kapasiteettitarvetta ei ole määritelty",
                sv: "kapacitetsbehovet är inte definierat",
            })
            .with_remedy(text! {
                en: "assess the need from the traffic volume and how critical the activity is, and state it in Mbit/s",
                fi: "arvioi tarve liikenteen määrän ja toiminnan kriittisyyden perusteella ja ilmoita se yksikössä Mbit/s",
                sv: "bedöm behovet utifrån trafikmängden och hur kritisk verksamheten är, och ange det i Mbit/s",
            })
            .with_purpose(text! {
                en: "only the joining party knows its traffic and how critical its activity is; the guide's figures are examples of a minimum",
                fi: "vain liittyjä tuntee liikenteensä ja toimintansa kriittisyyden; ohjeen luvut ovat esimerkkejä vähimmäisvaatimuksesta",
                sv: "bara den anslutande aktören känner sin trafik och hur kritisk verksamheten är; anvisningens siffror är exempel på ett minimum",
            })
            .with_example(
                r#"[volume]
assessed_need_mbit = false"#,
                r#"[volume]
assessed_need_mbit = 60"#,
            )
            .with_fields(&["assessed_need_mbit"]),
        check: |about| match about.item.assessed_need_mbit {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(
                Value::Term(text! { en: "none", fi: "ei ole", sv: "inget" }),
                Value::Term(
                    text! { en: "a need in Mbit/s", fi: "tarve Mbit/s", sv: "ett behov i Mbit/s" },
                ),
            ),
            None => about.missing("assessed_need_mbit"),
        },
    },
    Row {
        requirement: &Requirement::must("connection-models/connection-not-scalable")
            .with_citations(&[clause("5.4")])
            .with_statement(text! {
                en: "the joining party makes sure that its connection can be scaled",
                fi: "liittyjä varmistaa, että sen yhteys on skaalattavissa",
                sv: "den anslutande aktören försäkrar sig om att teleförbindelsen är skalbar",
            })
            .with_fault(text! {
                en: "the connection cannot be scaled",
                fi: "yhteys ei ole skaalattavissa",
                sv: "teleförbindelsen är inte skalbar",
            })
            .with_remedy(text! {
                en: "agree with the operator how capacity can be raised",
                fi: "sovi operaattorin kanssa, miten kapasiteettia voi lisätä",
                sv: "kom överens med operatören om hur kapaciteten kan höjas",
            })
            .with_purpose(text! {
                en: "traffic grows with services and users; a connection that cannot grow becomes the bottleneck",
                fi: "liikenne kasvaa palvelujen ja käyttäjien myötä; yhteydestä, joka ei voi kasvaa, tulee pullonkaula",
                sv: "trafiken växer med tjänster och användare; en teleförbindelse som inte kan växa blir en flaskhals",
            })
            .with_example(r#"[volume]
scalable = false"#, r#"[volume]
scalable = true"#)
            .with_fields(&["scalable"]),
        check: |about| match about.item.scalable {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(true) => Outcome::Satisfied,
            Some(false) => Outcome::violated(
                Value::Term(text! { en: "no", fi: "ei", sv: "nej" }),
                Value::Term(text! { en: "yes", fi: "kyllä", sv: "ja" }),
            ),
            None => about.missing("scalable"),
        },
    },
];

/// Whether the plan lists neither a use nor a link, so that there is no connection to speak of.
fn nothing_is_used(about: &About<'_, &Volume>) -> bool {
    about.plan.uses.is_empty() && about.plan.links.is_empty()
}
