//! Clause 3.1.1: where access points and consolidation points may lie, and Kanta's separate approval.

use kanta_conformance::{
    Bound, Citation, Country, Date, InForce, Outcome, Requirement, Row, Text, Value, Version, text,
};

use crate::plan::{Approval, Claim, ConsolidationPoint};
use crate::requirements::{About, OfAccessPoint, OfConsolidationPoint, V3_17, clause};

/// Edition 3.17: Finland or the EU, and a separate approval outside Finland.
const LOCATION_OF_2025: Date = Date::constant(2025, 9, 1);

const ASK_KANTA: Text = text! {
    en: "ask Kanta Services for a separate approval before the connection is taken into use",
    fi: "pyydä Kanta-palveluilta erillinen hyväksyntä ennen yhteyden käyttöönottoa",
    sv: "be Kanta-tjänsterna om ett separat godkännande innan teleförbindelsen tas i bruk",
};

const IN_FINLAND: Text = text! { en: "Finland", fi: "Suomi", sv: "Finland" };
const IN_EU: Text =
    text! { en: "a member state of the EU", fi: "EU:n jäsenvaltio", sv: "en medlemsstat i EU" };

pub(super) const OUTSIDE_FINLAND: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/access-point-outside-finland")
        .with_citations(&[
            Citation::guide_until("2.3", Version::new(3, 9), Version::new(3, 12)),
            Citation::guide_until("5", Version::new(3, 9), Version::new(3, 12)),
            Citation::guide_until("3.1.1", Version::new(3, 13), Version::new(3, 16)),
            Citation::guide_until("7", Version::new(3, 13), Version::new(3, 16)),
        ])
        .with_statement(text! {
            en: "the access point is in Finland",
            fi: "liityntäpiste sijaitsee Suomessa",
            sv: "anslutningspunkten finns i Finland",
        })
        .with_fault(text! {
            en: "the access point is outside Finland",
            fi: "liityntäpiste on Suomen ulkopuolella",
            sv: "anslutningspunkten finns utanför Finland",
        })
        .with_remedy(text! {
            en: "move the access point to Finland, or wait for edition 3.17 (1.9.2025), which allows the EU with an approval",
            fi: "siirrä liityntäpiste Suomeen tai odota versiota 3.17 (1.9.2025), joka sallii EU-alueen hyväksynnällä",
            sv: "flytta anslutningspunkten till Finland eller vänta på version 3.17 (1.9.2025), som tillåter EU med godkännande",
        })
        .with_reading(text! {
            en: "Åland, under its own country code (AX) too, is part of Finland",
            fi: "Ahvenanmaa kuuluu Suomeen myös omalla maakoodillaan (AX)",
            sv: "Åland hör till Finland, även med sin egen landskod (AX)",
        })
        .with_purpose(text! {
            en: "client data leave the party's own systems at the access point; the rule kept that place in Finland, and the guide gives no reason of its own",
            fi: "asiakastiedot lähtevät liittyjän omista järjestelmistä liityntäpisteessä; sääntö piti sen paikan Suomessa, eikä ohje itse perustele sitä",
            sv: "klientuppgifterna lämnar aktörens egna system i anslutningspunkten; regeln höll den platsen i Finland, och anvisningen motiverar det inte",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
country = "SE""#,
            r#"[[access_point]]
id = "ap1"
country = "FI""#,
        )
        .with_in_force(InForce {
            from: Bound::On(Date::constant(2021, 2, 16)),
            until: Bound::On(LOCATION_OF_2025),
        })
        .with_fields(&["country"]),
    check: |about| match about.item.country {
        None => about.missing("country"),
        Some(country) if country.is_part_of_finland() => Outcome::Satisfied,
        Some(country) => Outcome::violated(Value::Country(country), Value::Term(IN_FINLAND)),
    },
};

pub(super) const OUTSIDE_EU: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/access-point-outside-eu")
        .with_citations(&[clause("3.1.1"), clause("7")])
        .with_statement(text! {
            en: "the access point is in Finland or in the EU area",
            fi: "liityntäpiste sijaitsee Suomessa tai EU-alueella",
            sv: "anslutningspunkten finns i Finland eller i EU-området",
        })
        .with_fault(text! {
            en: "the access point is neither in Finland nor in the EU",
            fi: "liityntäpiste ei ole Suomessa eikä EU-alueella",
            sv: "anslutningspunkten finns varken i Finland eller i EU",
        })
        .with_remedy(text! {
            en: "move the access point to Finland or to a member state of the EU",
            fi: "siirrä liityntäpiste Suomeen tai EU:n jäsenvaltioon",
            sv: "flytta anslutningspunkten till Finland eller till en medlemsstat i EU",
        })
        .with_reading(text! {
            en: "the EEA is not the EU; Åland is part of Finland; other territories of member states with a code of their own are not treated in the guide",
            fi: "ETA ei ole EU; Ahvenanmaa kuuluu Suomeen; ohje ei käsittele muita jäsenvaltioiden alueita, joilla on oma maakoodi",
            sv: "EES är inte EU; Åland hör till Finland; anvisningen behandlar inte medlemsstaternas övriga områden som har en egen landskod",
        })
        .with_purpose(text! {
            en: "client data leave the party's own systems at the access point; the rule keeps that place in Finland or the EU, and the guide gives no reason of its own",
            fi: "asiakastiedot lähtevät liittyjän omista järjestelmistä liityntäpisteessä; sääntö pitää sen paikan Suomessa tai EU:ssa, eikä ohje itse perustele sitä",
            sv: "klientuppgifterna lämnar aktörens egna system i anslutningspunkten; regeln håller den platsen i Finland eller i EU, och anvisningen motiverar det inte",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
country = "NO""#,
            r#"[[access_point]]
id = "ap1"
country = "FI""#,
        )
        .with_in_force(InForce::from(LOCATION_OF_2025))
        .with_fields(&["country"]),
    check: |about| match about.item.country {
        None => about.missing("country"),
        Some(country) if in_eu_area(country) => Outcome::Satisfied,
        Some(country) if country.is_territory_of_eu_member() => Outcome::ambiguous(TERRITORY),
        Some(country) => Outcome::violated(Value::Country(country), Value::Term(IN_EU)),
    },
};

pub(super) const ABROAD_NOT_APPROVED: Row<OfAccessPoint> = Row {
    requirement: &Requirement::must("connection-models/access-point-abroad-not-approved")
        .with_citations(&[clause("3.1.1"), clause("7")])
        .with_statement(text! {
            en: "an access point anywhere but in Finland is approved separately by Kanta Services",
            fi: "muualla kuin Suomessa sijaitseva liityntäpiste hyväksytään erikseen Kanta-palveluissa",
            sv: "en anslutningspunkt någon annanstans än i Finland godkänns separat i Kanta-tjänsterna",
        })
        .with_fault(text! {
            en: "the access point is abroad and Kanta has not approved it separately",
            fi: "liityntäpiste on ulkomailla, eikä Kanta ole hyväksynyt sitä erikseen",
            sv: "anslutningspunkten finns utomlands och Kanta har inte godkänt den separat",
        })
        .with_remedy(ASK_KANTA)
        .with_reading(APPROVAL_OF_ITS_OWN)
        .with_purpose(text! {
            en: "Kanta judges each place abroad for itself before client data pass through it",
            fi: "Kanta arvioi jokaisen ulkomaisen sijaintipaikan erikseen, ennen kuin asiakastietoja kulkee sen kautta",
            sv: "Kanta bedömer varje plats utomlands för sig innan klientuppgifter passerar den",
        })
        .with_example(
            r#"[[access_point]]
id = "ap1"
country = "SE"
approval = false"#,
            r#"[[access_point]]
id = "ap1"
country = "SE"
approval = { by = "Kanta-palvelut", on = 2025-10-01, reference = "123" }"#,
        )
        .with_in_force(InForce::from(LOCATION_OF_2025))
        .with_fields(&["approval", "country"]),
    check: |about| approved_abroad(&about, about.item.country, about.item.approval.as_ref()),
};

/// In Finland, Åland with it, or in another member state.
fn in_eu_area(country: Country) -> bool {
    country.is_part_of_finland() || country.is_eu_member()
}

const TERRITORY: Text = text! {
    en: "whether the EU area includes territories of member states with a code of their own, the guide does not say",
    fi: "ohje ei sano, kuuluvatko jäsenvaltioiden omalla maakoodilla merkityt alueet EU-alueeseen",
    sv: "anvisningen säger inte om EU-området omfattar medlemsstaternas områden med egen landskod",
};

const APPROVAL_OF_ITS_OWN: Text = text! {
    en: "approval of the joining application is another thing and does not count, nor does an approval by anybody but Kanta Services (Kela)",
    fi: "liittymishakemuksen hyväksyminen on eri asia eikä riitä, eikä kenenkään muun kuin Kanta-palvelujen (Kelan) hyväksyntä",
    sv: "godkännandet av anslutningsansökan är en annan sak och räcker inte, och inte heller någon annans godkännande än Kanta-tjänsternas (FPA:s)",
};

/// Whether that is Kanta Services: by the name of the services in one of three languages, or by that of Kela, which
/// provides them.
fn is_kanta_services(name: &str) -> bool {
    const NAMES: [&str; 14] = [
        "kanta",
        "kanta-palvelut",
        "kanta-tjänsterna",
        "kanta services",
        "kanta-services",
        "kela",
        "kela/kanta-palvelut",
        "kela, kanta-palvelut",
        "fpa",
        "fpa/kanta-tjänsterna",
        "fpa, kanta-tjänsterna",
        "kansaneläkelaitos",
        "folkpensionsanstalten",
        "the social insurance institution of finland",
    ];
    let name = name.trim().to_lowercase();
    NAMES.contains(&name.as_str())
}

/// Kanta's separate approval of a point that is not in Finland.
fn approved_abroad<T>(
    about: &About<'_, T>,
    country: Option<Country>,
    approval: Option<&Claim<Approval>>,
) -> Outcome {
    const APPROVED: Text = text! {
        en: "a separate approval by Kanta Services",
        fi: "Kanta-palvelujen erillinen hyväksyntä",
        sv: "ett separat godkännande av Kanta-tjänsterna",
    };
    const NONE: Text = text! { en: "no approval", fi: "ei hyväksyntää", sv: "inget godkännande" };
    match country {
        None => about.missing("country"),
        Some(country) if country.is_part_of_finland() => Outcome::NotApplicable,
        Some(_) => match approval {
            None => about.missing("approval"),
            Some(Claim::Denied) => Outcome::violated(Value::Term(NONE), Value::Term(APPROVED)),
            Some(Claim::Stated(approval)) => match approval.on {
                None => about.missing("approval.on"),
                Some(day) if day > about.on() => {
                    Outcome::violated(Value::Date(day), Value::Date(about.on()).at_most())
                }
                Some(_) => match approval.by.as_deref() {
                    None => about.missing("approval.by"),
                    Some(by) if is_kanta_services(by) => Outcome::Satisfied,
                    Some(by) => Outcome::violated(Value::words(by), Value::Term(APPROVED)),
                },
            },
        },
    }
}

pub(super) static CONSOLIDATION_POINTS: &[Row<OfConsolidationPoint>] = &[
    Row {
        requirement: &Requirement::must("connection-models/consolidation-point-abroad-not-approved")
            .with_citations(&[clause("3.1.1")])
            .with_statement(text! {
                en: "a consolidation point anywhere but in Finland is approved separately by Kanta Services",
                fi: "muualla kuin Suomessa sijaitseva tietoliikenteen kokoamispiste hyväksytään erikseen Kanta-palveluissa",
                sv: "en samlingspunkt för datakommunikation någon annanstans än i Finland godkänns separat i Kanta-tjänsterna",
            })
            .with_fault(text! {
                en: "the consolidation point is abroad and Kanta has not approved it separately",
                fi: "kokoamispiste on ulkomailla, eikä Kanta ole hyväksynyt sitä erikseen",
                sv: "samlingspunkten finns utomlands och Kanta har inte godkänt den separat",
            })
            .with_remedy(ASK_KANTA)
            .with_reading(APPROVAL_OF_ITS_OWN)
            .with_purpose(text! {
                en: "the traffic of several access points passes through it: Kanta judges each place abroad for itself",
                fi: "sen kautta kulkee usean liityntäpisteen liikenne: Kanta arvioi jokaisen ulkomaisen paikan erikseen",
                sv: "trafiken från flera anslutningspunkter går genom den: Kanta bedömer varje plats utomlands för sig",
            })
            .with_example(
                r#"[[consolidation_point]]
id = "node1"
country = "SE"
approval = false"#,
                r#"[[consolidation_point]]
id = "node1"
country = "SE"
approval = { by = "Kanta-palvelut", on = 2025-10-01, reference = "123" }"#,
            )
            .with_in_force(InForce::from(LOCATION_OF_2025))
            .with_fields(&["approval", "country"]),
        check: |about| approved_abroad(&about, about.item.country, about.item.approval.as_ref()),
    },
    Row {
        requirement: &Requirement::interpreted("connection-models/consolidation-point-outside-eu")
            .with_citations(&[Citation::guide("3.1.1", V3_17)])
            .with_statement(text! {
                en: "where a consolidation point may lie, with an approval, is settled",
                fi: "on selvitetty, missä kokoamispiste hyväksynnällä voi sijaita",
                sv: "det är utrett var en samlingspunkt med godkännande får finnas",
            })
            .with_fault(text! {
                en: "the consolidation point is outside the EU, of which the guide does not speak",
                fi: "kokoamispiste on EU-alueen ulkopuolella, mitä ohje ei käsittele",
                sv: "samlingspunkten finns utanför EU, vilket anvisningen inte behandlar",
            })
            .with_remedy(text! {
                en: "ask Kanta Services whether a consolidation point may lie there, and record the ruling in the plan",
                fi: "kysy Kanta-palveluilta, voiko kokoamispiste sijaita siellä, ja kirjaa ratkaisu suunnitelmaan",
                sv: "fråga Kanta-tjänsterna om en samlingspunkt får finnas där och anteckna avgörandet i planen",
            })
            .with_reading(text! {
                en: "inside the EU an approval is enough; outside it is left open",
                fi: "EU-alueella hyväksyntä riittää; sen ulkopuolella asia jää avoimeksi",
                sv: "inom EU räcker ett godkännande; utanför lämnas det öppet",
            })
            .with_purpose(text! {
                en: "the guide names consolidation points where it asks for an approval, not where it names the EU: better asked before one is built there",
                fi: "ohje mainitsee kokoamispisteet hyväksynnän yhteydessä mutta ei EU-alueen: asia on hyvä kysyä ennen rakentamista",
                sv: "anvisningen nämner samlingspunkter vid godkännandet men inte vid EU-området: frågan bör ställas före byggandet",
            })
            .with_example(
                r#"[[consolidation_point]]
id = "node1"
country = "NO""#,
                r#"[[consolidation_point]]
id = "node1"
country = "SE""#,
            )
            .with_in_force(InForce::from(LOCATION_OF_2025))
            .with_fields(&["country"]),
        check: |about: About<'_, &ConsolidationPoint>| match about.item.country {
            None => about.missing("country"),
            Some(country) if in_eu_area(country) => Outcome::Satisfied,
            Some(country) if country.is_territory_of_eu_member() => Outcome::ambiguous(TERRITORY),
            Some(_) => Outcome::silent(CONSOLIDATION_OUTSIDE_EU),
        },
    },
];

const CONSOLIDATION_OUTSIDE_EU: Text = text! {
    en: "whether a consolidation point must lie in the EU, the guide does not say",
    fi: "ohje ei sano, onko kokoamispisteen sijaittava EU-alueella",
    sv: "anvisningen säger inte om en samlingspunkt ska finnas i EU",
};
