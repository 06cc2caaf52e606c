//! Clause 2.4 and example 7.2: intermediaries, and access points that another joining party administers.

use super::clause;
use crate::{Certainty, Requirement, Text, text};

/// Why an intermediary has duties.
pub const SEES_DATA: Text = text! {
    en: "an intermediary can see client data unencrypted, for example in maintenance",
    fi: "välittäjä voi nähdä asiakastietoja salaamattomina esimerkiksi ylläpidossa",
    sv: "en förmedlare kan se okrypterade kunduppgifter, till exempel vid underhåll",
};

/// What the guide leaves open between two joining parties.
pub const BETWEEN_PARTIES: Text = text! {
    en: "whether an agreement is needed between two joining parties that share an access point, the guide does not say",
    fi: "ohje ei sano, tarvitaanko sopimus kahden liityntäpisteen jakavan liittyjän välillä",
    sv: "anvisningen säger inte om det behövs ett avtal mellan två anslutande aktörer som delar en anslutningspunkt",
};

/// An intermediary stands in THL's register.
pub const INTERMEDIARY_NOT_REGISTERED: Requirement = Requirement::must("connection-models/intermediary-not-registered")
    .with_citations(&[clause("2.4")])
    .with_statement(text! {
        en: "a Kanta intermediary is in THL's register of Kanta intermediaries",
        fi: "Kanta-välittäjä on THL:n Kanta-välittäjärekisterissä",
        sv: "en Kanta-förmedlare finns i THL:s register över Kanta-förmedlare",
    })
    .with_fault(text! {
        en: "the intermediary is not in the register of Kanta intermediaries",
        fi: "välittäjä ei ole Kanta-välittäjärekisterissä",
        sv: "förmedlaren finns inte i registret över Kanta-förmedlare",
    })
    .with_remedy(text! {
        en: "have the intermediary enter itself in the register, and record since when it stands there",
        fi: "pyydä välittäjää ilmoittautumaan rekisteriin ja kirjaa, mistä lähtien se on siellä",
        sv: "be förmedlaren anmäla sig till registret, och anteckna sedan när den står där",
    })
    .with_reading(text! {
        en: "a provider or a pharmacy that lets others use its access point is no intermediary but another party",
        fi: "palvelunantaja tai apteekki, jonka liityntäpistettä muut käyttävät, ei ole välittäjä vaan toinen liittyjä",
        sv: "en tjänstetillhandahållare eller ett apotek vars anslutningspunkt andra använder är ingen förmedlare utan en annan aktör",
    })
    .with_purpose(text! {
        en: "the register tells who may carry the traffic of others",
        fi: "rekisteri kertoo, kuka saa välittää muiden liikennettä",
        sv: "registret berättar vem som får förmedla andras trafik",
    });

/// An intermediary has an agreement with whoever uses its access point.
pub const AGREEMENT_WITH_INTERMEDIARY_MISSING: Requirement = Requirement::must("connection-models/agreement-with-intermediary-missing")
    .with_citations(&[clause("2.4")])
    .with_statement(text! {
        en: "there is an agreement between the Kanta intermediary and each joining party that uses its access point",
        fi: "Kanta-välittäjällä on sopimus jokaisen liityntäpistettään käyttävän liittyjän kanssa",
        sv: "det finns ett avtal mellan Kanta-förmedlaren och varje anslutande aktör som använder dess anslutningspunkt",
    })
    .with_fault(text! {
        en: "there is no agreement between the intermediary and the joining party",
        fi: "välittäjän ja liittyjän välillä ei ole sopimusta",
        sv: "det finns inget avtal mellan förmedlaren och den anslutande aktören",
    })
    .with_remedy(text! {
        en: "conclude the agreement, and record when it was signed and until when it runs",
        fi: "tehkää sopimus ja kirjatkaa, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        sv: "ingå avtalet, och anteckna när det undertecknades och hur länge det gäller",
    })
    .with_purpose(SEES_DATA);

/// Two joining parties that share an access point.
pub const AGREEMENT_WITH_OTHER_PARTY_NOT_SETTLED: Requirement = Requirement::must("connection-models/agreement-with-other-party-not-settled")
    .with_citations(&[clause("7.2")])
    .with_statement(text! {
        en: "whether joining parties that share an access point need an agreement is settled",
        fi: "on selvitetty, tarvitsevatko liityntäpisteen jakavat liittyjät sopimuksen",
        sv: "det är utrett om anslutande aktörer som delar en anslutningspunkt behöver ett avtal",
    })
    .with_fault(text! {
        en: "the joining parties share an access point without an agreement, of which the guide does not speak",
        fi: "liittyjät jakavat liityntäpisteen ilman sopimusta, mitä ohje ei käsittele",
        sv: "aktörerna delar en anslutningspunkt utan avtal, vilket anvisningen inte behandlar",
    })
    .with_remedy(text! {
        en: "conclude an agreement, or ask Kanta Services whether one is needed and record the ruling",
        fi: "tehkää sopimus tai kysykää Kanta-palveluista, tarvitaanko se, ja kirjatkaa ratkaisu",
        sv: "ingå ett avtal, eller fråga Kanta-tjänsterna om det behövs och anteckna avgörandet",
    })
    .with_reading(BETWEEN_PARTIES)
    .with_purpose(text! {
        en: "with an intermediary an agreement is required; with another joining party the guide is silent",
        fi: "välittäjän kanssa vaaditaan sopimus; toisen liittyjän kanssa ohje vaikenee",
        sv: "med en förmedlare krävs ett avtal; med en annan anslutande aktör tiger anvisningen",
    })
    .with_certainty(Certainty::Interpreted);
