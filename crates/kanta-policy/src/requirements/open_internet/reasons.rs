//! Clause 5.1: what an open internet connection has to give, a justification and how its risks are met.

use kanta_address_index::PartyKind;
use kanta_conformance::{
    Citation, Date, Document, InForce, Outcome, Requirement, Row, Text, Value, Version, text,
};

use super::link::{LinkView, TUNNEL, network, party_kind, role};
use super::of_2019::pharmacies_allowance;
use crate::plan::{Claim, LinkRole, Network};
use crate::requirements::known::Open;
use crate::requirements::{OfLink, clause};

pub(super) const NOT_JUSTIFIED: Row<OfLink> = Row {
    requirement: &Requirement::must("connection-models/open-internet-not-justified")
        .with_citations(&[
            Citation::guide_until("4.2", Version::new(3, 4), Version::new(3, 12)),
            Citation::guide("5.1", Version::new(3, 13)),
            Citation::page(&Document::PRIVATE_NETWORK, ""),
        ])
        .with_statement(text! {
            en: "an open internet connection is used only in justified exceptional cases",
            fi: "avointa internetyhteyttä käytetään vain perustelluissa poikkeustapauksissa",
            sv: "en öppen internetförbindelse används endast i motiverade undantagsfall",
        })
        .with_fault(text! {
            en: "no reason is given for the open internet connection",
            fi: "avoimelle internetyhteydelle ei ole perustelua",
            sv: "ingen motivering ges för den öppna internetförbindelsen",
        })
        .with_remedy(text! {
            en: "write down why a private network cannot be used (`justification`), or order one",
            fi: "kirjaa, miksi yksityistä verkkoa ei voi käyttää (`justification`), tai tilaa sellainen",
            sv: "skriv ner varför ett privat nät inte kan användas (`justification`), eller beställ ett",
        })
        .with_reading(text! {
            en: "a backup without a justification is left open; on 10.5.2019 a pharmacy's primary connection with a private backup needed none",
            fi: "varayhteys ilman perustelua jää avoimeksi; 10.5.2019 apteekin ensisijainen yhteys ei tarvinnut perustelua, kun varayhteys oli yksityinen",
            sv: "en reservförbindelse utan motivering lämnas öppen; den 10.5.2019 behövde ett apoteks primära förbindelse med privat reservförbindelse ingen",
        })
        .with_purpose(text! {
            en: "whoever gives up the better protection of a private network has to be able to say why",
            fi: "joka luopuu yksityisen verkon paremmasta suojasta, sen on voitava kertoa miksi",
            sv: "den som avstår från det privata nätets bättre skydd ska kunna säga varför",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"
justification = false"#,
            r#"[[link]]
id = "mpls-a"
role = "primary"
network = "open-internet"
justification = "no operator offers a private link on the island""#,
        )
        .with_in_force(InForce::seen(Date::constant(2019, 1, 31)))
        .with_fields(&["justification", "network", "role"]),
    check: justified,
};

pub(super) const RISKS_NOT_HEEDED: Row<OfLink> = Row {
    requirement: &Requirement::should("connection-models/open-internet-risks-not-heeded")
        .with_citations(&[clause("5.1")])
        .with_statement(text! {
            en: "where the open internet is used, its risks, such as denial of service, are taken into account",
            fi: "avointa internetiä käytettäessä otetaan huomioon sen riskit, kuten palvelunestohyökkäykset",
            sv: "när öppet internet används beaktas dess risker, såsom överbelastningsattacker",
        })
        .with_fault(text! {
            en: "the risks of the open internet connection are not taken into account",
            fi: "avoimen internetyhteyden riskejä ei ole otettu huomioon",
            sv: "riskerna med den öppna internetförbindelsen har inte beaktats",
        })
        .with_remedy(text! {
            en: "write down how denial of service and other threats at the internet interface are met (`risks`)",
            fi: "kirjaa, miten palvelunestohyökkäyksiin ja muihin internetrajapinnan uhkiin varaudutaan (`risks`)",
            sv: "skriv ner hur överbelastningsattacker och andra hot mot internetgränssnittet möts (`risks`)",
        })
        .with_purpose(text! {
            en: "anybody can attack an interface to the internet, for example by denial of service",
            fi: "kuka tahansa voi hyökätä internetrajapintaan, esimerkiksi palvelunestolla",
            sv: "vem som helst kan attackera ett gränssnitt mot internet, till exempel genom överbelastning",
        })
        .with_example(
            r#"[[link]]
id = "mpls-a"
network = "open-internet"
risks = false"#,
            r#"[[link]]
id = "mpls-a"
network = "open-internet"
risks = "the operator filters denial of service""#,
        )
        .with_fields(&["risks", "network"]),
    check: risks,
};

pub(super) const BACKUP_JUSTIFICATION: Text = text! {
    en: "whether a backup over the open internet needs a justification of its own, the guide does not say",
    fi: "ohje ei sano, tarvitseeko avoimen internetin varayhteys oman perustelun",
    sv: "anvisningen säger inte om en reservförbindelse över öppet internet behöver en egen motivering",
};

/// A fact that only an open internet connection has to give.
fn given_if_open(
    about: &LinkView<'_>,
    fact: Option<&Claim<String>>,
    field: &'static str,
    denied: impl Fn(LinkRole, PartyKind) -> Outcome,
) -> Outcome {
    let mut open = Open::default();
    let (network, role) = (network(about, &mut open), role(about, &mut open));
    let kind = party_kind(about, &mut open);
    let given = open.flag(fact.map(|fact| matches!(fact, Claim::Stated(_))), || {
        about.path(field)
    });
    open.decide(|choice| {
        let network = network.under(choice)?;
        if network == Network::Private {
            return Some(Outcome::NotApplicable);
        }
        let outcome = match given.under(choice)? {
            true => Outcome::Satisfied,
            false => denied(role.under(choice)?, kind.under(choice)?),
        };
        Some(match (network, outcome) {
            (Network::Tunnel, Outcome::Satisfied) => Outcome::Satisfied,
            (Network::Tunnel, _) => Outcome::ambiguous(TUNNEL),
            (_, outcome) => outcome,
        })
    })
}

const NOT_GIVEN: Value = Value::Term(text! { en: "none", fi: "ei ole", sv: "ingen" });

fn justified(about: LinkView<'_>) -> Outcome {
    const ONE: Text = text! { en: "a justification", fi: "perustelu", sv: "en motivering" };
    let justification = about.item.justification.as_ref();
    given_if_open(
        &about,
        justification,
        "justification",
        |role, kind| match role {
            LinkRole::Backup => Outcome::silent(BACKUP_JUSTIFICATION),
            LinkRole::Primary => pharmacies_allowance(&about, kind)
                .unwrap_or_else(|| Outcome::violated(NOT_GIVEN, Value::Term(ONE))),
        },
    )
}

fn risks(about: LinkView<'_>) -> Outcome {
    given_if_open(&about, about.item.risks.as_ref(), "risks", |_, _| {
        Outcome::violated(
            NOT_GIVEN,
            Value::Term(text! {
                en: "how the risks are met",
                fi: "miten riskeihin varaudutaan",
                sv: "hur riskerna möts",
            }),
        )
    })
}
