//! Clause 2.4 and example 7.2: intermediaries, and access points that another joining party administers.

use super::{MUST, clause, t};
use crate::{Certainty, Requirement, Text};

/// Why an intermediary has duties.
pub const SEES_DATA: Text = t(
    "an intermediary can see client data unencrypted, for example in maintenance",
    "välittäjä voi nähdä asiakastietoja salaamattomina esimerkiksi ylläpidossa",
    "en förmedlare kan se okrypterade kunduppgifter, till exempel vid underhåll",
);

/// What the guide leaves open between two joining parties.
pub const BETWEEN_PARTIES: Text = t(
    "whether an agreement is needed between two joining parties that share an access point, the guide does not say",
    "ohje ei sano, tarvitaanko sopimus kahden liityntäpisteen jakavan liittyjän välillä",
    "anvisningen säger inte om det behövs ett avtal mellan två anslutande aktörer som delar en anslutningspunkt",
);

/// An intermediary stands in THL's register.
pub const INTERMEDIARY_NOT_REGISTERED: Requirement = Requirement {
    id: "connection-models/intermediary-not-registered",
    citations: &[clause("2.4")],
    statement: t(
        "a Kanta intermediary is in THL's register of Kanta intermediaries",
        "Kanta-välittäjä on THL:n Kanta-välittäjärekisterissä",
        "en Kanta-förmedlare finns i THL:s register över Kanta-förmedlare",
    ),
    fault: t(
        "the intermediary is not in the register of Kanta intermediaries",
        "välittäjä ei ole Kanta-välittäjärekisterissä",
        "förmedlaren finns inte i registret över Kanta-förmedlare",
    ),
    remedy: t(
        "have the intermediary enter itself in the register, and record since when it stands there",
        "pyydä välittäjää ilmoittautumaan rekisteriin ja kirjaa, mistä lähtien se on siellä",
        "be förmedlaren anmäla sig till registret, och anteckna sedan när den står där",
    ),
    reading: Some(t(
        "a provider or a pharmacy that lets others use its access point is no intermediary but another party",
        "palvelunantaja tai apteekki, jonka liityntäpistettä muut käyttävät, ei ole välittäjä vaan toinen liittyjä",
        "en tjänstetillhandahållare eller ett apotek vars anslutningspunkt andra använder är ingen förmedlare utan en annan aktör",
    )),
    purpose: Some(t(
        "the register tells who may carry the traffic of others",
        "rekisteri kertoo, kuka saa välittää muiden liikennettä",
        "registret berättar vem som får förmedla andras trafik",
    )),
    ..MUST
};

/// An intermediary has an agreement with whoever uses its access point.
pub const AGREEMENT_WITH_INTERMEDIARY_MISSING: Requirement = Requirement {
    id: "connection-models/agreement-with-intermediary-missing",
    citations: &[clause("2.4")],
    statement: t(
        "there is an agreement between the Kanta intermediary and each joining party that uses its access point",
        "Kanta-välittäjällä on sopimus jokaisen liityntäpistettään käyttävän liittyjän kanssa",
        "det finns ett avtal mellan Kanta-förmedlaren och varje anslutande aktör som använder dess anslutningspunkt",
    ),
    fault: t(
        "there is no agreement between the intermediary and the joining party",
        "välittäjän ja liittyjän välillä ei ole sopimusta",
        "det finns inget avtal mellan förmedlaren och den anslutande aktören",
    ),
    remedy: t(
        "conclude the agreement, and record when it was signed and until when it runs",
        "tehkää sopimus ja kirjatkaa, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        "ingå avtalet, och anteckna när det undertecknades och hur länge det gäller",
    ),
    purpose: Some(SEES_DATA),
    ..MUST
};

/// Two joining parties that share an access point.
pub const AGREEMENT_WITH_OTHER_PARTY_NOT_SETTLED: Requirement = Requirement {
    id: "connection-models/agreement-with-other-party-not-settled",
    citations: &[clause("7.2")],
    statement: t(
        "whether joining parties that share an access point need an agreement is settled",
        "on selvitetty, tarvitsevatko liityntäpisteen jakavat liittyjät sopimuksen",
        "det är utrett om anslutande aktörer som delar en anslutningspunkt behöver ett avtal",
    ),
    fault: t(
        "the joining parties share an access point without an agreement, of which the guide does not speak",
        "liittyjät jakavat liityntäpisteen ilman sopimusta, mitä ohje ei käsittele",
        "aktörerna delar en anslutningspunkt utan avtal, vilket anvisningen inte behandlar",
    ),
    remedy: t(
        "conclude an agreement, or ask Kanta Services whether one is needed and record the ruling",
        "tehkää sopimus tai kysykää Kanta-palveluista, tarvitaanko se, ja kirjatkaa ratkaisu",
        "ingå ett avtal, eller fråga Kanta-tjänsterna om det behövs och anteckna avgörandet",
    ),
    reading: Some(BETWEEN_PARTIES),
    purpose: Some(t(
        "with an intermediary an agreement is required; with another joining party the guide is silent",
        "välittäjän kanssa vaaditaan sopimus; toisen liittyjän kanssa ohje vaikenee",
        "med en förmedlare krävs ett avtal; med en annan anslutande aktör tiger anvisningen",
    )),
    certainty: Certainty::Interpreted,
    ..MUST
};
