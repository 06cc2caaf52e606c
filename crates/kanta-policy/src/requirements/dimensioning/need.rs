//! Clause 5.4: the capacity that the joining party defines as its need, has, and can raise.

use kanta_conformance::{Evidence, Example, FieldPath, Outcome, Requirement, Row, Text, Value};

use super::speed::{FASTER, fast_enough, is_own_access};
use crate::plan::{Claim, Link, Role, Volume};
use crate::requirements::{About, MUST, OfLink, OfVolume, clause};

pub(super) const NOT_COVERED: Row<OfLink> = Row {
    requirement: &Requirement {
        id: "connection-models/link-below-defined-need",
        citations: &[clause("5.4"), clause("5")],
        statement: Text::new(
            "each primary link on the way to Kanta has the capacity that the joining party has defined as its need",
            "jokaisella ensisijaisella yhteydellä matkalla Kantaan on se kapasiteetti, jonka liittyjä on määritellyt tarpeekseen",
            "varje primär förbindelse på vägen till Kanta har den kapacitet som den anslutande aktören har definierat som sitt behov",
        ),
        fault: Text::new(
            "the link is slower than the need that the party itself has defined",
            "yhteys on hitaampi kuin liittyjän itse määrittelemä tarve",
            "teleförbindelsen är långsammare än det behov som aktören själv har definierat",
        ),
        remedy: FASTER,
        reading: Some(Text::new(
            "the need counts the whole way, a shared link behind a consolidation point included; from 10 000 to 100 000 documents a day, where the guide gives no figure, it decides alone",
            "tarve koskee koko matkaa, myös kokoamispisteen jälkeistä yhteistä yhteyttä; 10 000–100 000 asiakirjasta päivässä, joille ohje ei anna lukua, se ratkaisee yksin",
            "behovet gäller hela vägen, även en delad teleförbindelse efter en samlingspunkt; från 10 000 till 100 000 handlingar om dagen, där anvisningen inte ger någon siffra, avgör det ensamt",
        )),
        evidence: Evidence::Computed,
        purpose: Some(Text::new(
            "the need that the party has defined covers its own traffic and activity, which the guide's figures cannot",
            "liittyjän määrittelemä tarve ottaa huomioon sen oman liikenteen ja toiminnan, toisin kuin ohjeen luvut",
            "behovet som aktören har definierat beaktar dess egen trafik och verksamhet, vilket anvisningens siffror inte kan",
        )),
        example: Some(Example {
            before: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 50
up_mbit = 50

[volume]
assessed_need_mbit = 60"#,
            after: r#"[[link]]
id = "mpls-a"
role = "primary"
down_mbit = 100
up_mbit = 100

[volume]
assessed_need_mbit = 60"#,
        }),
        fields: &["down_mbit", "up_mbit", "role", "volume.assessed_need_mbit"],
        ..MUST
    },
    check: defined_need,
};

fn defined_need(about: About<'_, &Link>) -> Outcome {
    if !is_own_access(&about) || about.item.role == Some(Role::Backup) {
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
        requirement: &Requirement {
            id: "connection-models/capacity-need-not-defined",
            citations: &[clause("5.4")],
            statement: Text::new(
                "the joining party defines how much capacity its connection needs",
                "liittyjä määrittelee, kuinka paljon kapasiteettia sen yhteys tarvitsee",
                "den anslutande aktören definierar hur mycket kapacitet dess teleförbindelse behöver",
            ),
            fault: Text::new(
                "the capacity need is not defined",
                "kapasiteettitarvetta ei ole määritelty",
                "kapacitetsbehovet är inte definierat",
            ),
            remedy: Text::new(
                "assess the need from the traffic volume and how critical the activity is, and state it in Mbit/s",
                "arvioi tarve liikenteen määrän ja toiminnan kriittisyyden perusteella ja ilmoita se yksikössä Mbit/s",
                "bedöm behovet utifrån trafikmängden och hur kritisk verksamheten är, och ange det i Mbit/s",
            ),
            purpose: Some(Text::new(
                "only the joining party knows its traffic and how critical its activity is; the guide's figures are examples of a minimum",
                "vain liittyjä tuntee liikenteensä ja toimintansa kriittisyyden; ohjeen luvut ovat esimerkkejä vähimmäisvaatimuksesta",
                "bara den anslutande aktören känner sin trafik och hur kritisk verksamheten är; anvisningens siffror är exempel på ett minimum",
            )),
            example: Some(Example {
                before: r#"[volume]
assessed_need_mbit = false"#,
                after: r#"[volume]
assessed_need_mbit = 60"#,
            }),
            fields: &["assessed_need_mbit"],
            ..MUST
        },
        check: |about| match about.item.assessed_need_mbit {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(Claim::Stated(_)) => Outcome::Satisfied,
            Some(Claim::Denied) => Outcome::violated(
                Value::Term(Text::new("none", "ei ole", "inget")),
                Value::Term(Text::new(
                    "a need in Mbit/s",
                    "tarve Mbit/s",
                    "ett behov i Mbit/s",
                )),
            ),
            None => about.missing("assessed_need_mbit"),
        },
    },
    Row {
        requirement: &Requirement {
            id: "connection-models/connection-not-scalable",
            citations: &[clause("5.4")],
            statement: Text::new(
                "the joining party makes sure that its connection can be scaled",
                "liittyjä varmistaa, että sen yhteys on skaalattavissa",
                "den anslutande aktören försäkrar sig om att teleförbindelsen är skalbar",
            ),
            fault: Text::new(
                "the connection cannot be scaled",
                "yhteys ei ole skaalattavissa",
                "teleförbindelsen är inte skalbar",
            ),
            remedy: Text::new(
                "agree with the operator how capacity can be raised",
                "sovi operaattorin kanssa, miten kapasiteettia voi lisätä",
                "kom överens med operatören om hur kapaciteten kan höjas",
            ),
            purpose: Some(Text::new(
                "traffic grows with services and users; a connection that cannot grow becomes the bottleneck",
                "liikenne kasvaa palvelujen ja käyttäjien myötä; yhteydestä, joka ei voi kasvaa, tulee pullonkaula",
                "trafiken växer med tjänster och användare; en teleförbindelse som inte kan växa blir en flaskhals",
            )),
            example: Some(Example {
                before: r#"[volume]
scalable = false"#,
                after: r#"[volume]
scalable = true"#,
            }),
            fields: &["scalable"],
            ..MUST
        },
        check: |about| match about.item.scalable {
            _ if nothing_is_used(&about) => Outcome::NotApplicable,
            Some(true) => Outcome::Satisfied,
            Some(false) => Outcome::violated(
                Value::Term(Text::new("no", "ei", "nej")),
                Value::Term(Text::new("yes", "kyllä", "ja")),
            ),
            None => about.missing("scalable"),
        },
    },
];

/// Whether the plan lists neither a use nor a link, so that there is no connection to speak of.
fn nothing_is_used(about: &About<'_, &Volume>) -> bool {
    about.plan.uses.is_empty() && about.plan.links.is_empty()
}
