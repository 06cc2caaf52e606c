//! Clauses 2.1 to 2.3: who takes services into use, in which register they stand, and the agreement with a tenant.

use super::{MUST, clause, t};
use crate::{Requirement, Text};

const ENTER: Text = t(
    "have it entered in its register in the Code Service, and state since when it stands there",
    "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa, ja ilmoita, mistä lähtien se on siellä",
    "se till att den införs i sitt register i kodtjänsten, och ange sedan när den står där",
);

/// Providers and pharmacists take services into use.
pub const SERVICE_USED_BY_INTERMEDIARY: Requirement = Requirement {
    id: "connection-models/service-used-by-intermediary",
    citations: &[clause("2.1"), clause("2.2")],
    statement: t(
        "a service is taken into use by a provider or a pharmacist",
        "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
        "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
    ),
    fault: t(
        "the service is used by an intermediary, which joins nothing itself",
        "palvelun käyttäjä on välittäjä, joka ei itse liity palveluihin",
        "tjänsten används av en förmedlare, som inte själv ansluter sig",
    ),
    remedy: t(
        "name the joining party that the intermediary serves",
        "nimeä liittyjä, jota välittäjä palvelee",
        "ange den anslutande aktör som förmedlaren betjänar",
    ),
    reading: Some(t(
        "nobody else than a provider or a pharmacist is named",
        "muita kuin palvelunantajaa tai apteekkaria ei nimetä",
        "ingen annan än en tjänstetillhandahållare eller en apotekare nämns",
    )),
    purpose: Some(t(
        "an intermediary carries the traffic of those that have joined",
        "välittäjä välittää liittyneiden liikennettä",
        "en förmedlare förmedlar trafiken för dem som har anslutit sig",
    )),
    ..MUST
};

/// A joining party stands in one of three registers.
pub const PARTY_IN_NO_REGISTER: Requirement = Requirement {
    id: "connection-models/party-in-no-register",
    citations: &[clause("2.2")],
    statement: t(
        "a joining party is in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
        "liittyjä on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
        "en anslutande aktör finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
    ),
    fault: t(
        "the joining party is in none of the three registers",
        "liittyjä ei ole missään kolmesta rekisteristä",
        "den anslutande aktören finns inte i något av de tre registren",
    ),
    remedy: ENTER,
    reading: Some(t(
        "the register of Kanta intermediaries is none of the three",
        "Kanta-välittäjärekisteri ei ole yksi näistä kolmesta",
        "registret över Kanta-förmedlare är inte ett av de tre",
    )),
    purpose: Some(t(
        "Kanta takes the basic facts on whoever joins from these registers",
        "Kanta saa liittyjien perustiedot näistä rekistereistä",
        "Kanta får basfakta om anslutande aktörer från dessa register",
    )),
    ..MUST
};

/// A tenant stands in one of three registers.
pub const TENANT_IN_NO_REGISTER: Requirement = Requirement {
    id: "connection-models/tenant-in-no-register",
    citations: &[clause("2.2")],
    statement: t(
        "a tenant is in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
        "vuokralainen on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
        "en hyresgäst finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
    ),
    fault: t(
        "the tenant is in none of the three registers",
        "vuokralainen ei ole missään kolmesta rekisteristä",
        "hyresgästen finns inte i något av de tre registren",
    ),
    remedy: ENTER,
    purpose: Some(t(
        "messages name the tenant as the user, so it has to be known to the Code Service",
        "sanomat nimeävät vuokralaisen käyttäjäksi, joten koodistopalvelun on tunnettava se",
        "meddelanden anger hyresgästen som användare, så kodtjänsten måste känna till den",
    )),
    ..MUST
};

/// A joining party and its tenant have an agreement.
pub const TENANT_AGREEMENT_MISSING: Requirement = Requirement {
    id: "connection-models/tenant-agreement-missing",
    citations: &[clause("2.3"), clause("4.1.1"), clause("7.4")],
    statement: t(
        "the joining party and the tenant settle duties and responsibilities in a mutual agreement",
        "liittyjä ja vuokralainen sopivat vastuista ja velvollisuuksista keskinäisessä sopimuksessa",
        "den anslutande aktören och hyresgästen avtalar om ansvar och skyldigheter i ett inbördes avtal",
    ),
    fault: t(
        "the joining party and the tenant have no agreement on duties and responsibilities",
        "liittyjällä ja vuokralaisella ei ole sopimusta vastuista ja velvollisuuksista",
        "den anslutande aktören och hyresgästen har inget avtal om ansvar och skyldigheter",
    ),
    remedy: t(
        "conclude the agreement, and record what it settles, when it was signed and until when it runs",
        "tehkää sopimus ja kirjatkaa, mistä siinä sovitaan, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        "ingå avtalet, och anteckna vad man avtalat om, när det undertecknades och hur länge det gäller",
    ),
    purpose: Some(t(
        "the tenant gives no commitment to Kanta, so its duties rest on this agreement alone",
        "vuokralainen ei anna sitoumusta Kannalle, joten sen velvollisuudet nojaavat vain tähän sopimukseen",
        "hyresgästen avger ingen förbindelse till Kanta, så dess skyldigheter vilar på detta avtal",
    )),
    ..MUST
};
