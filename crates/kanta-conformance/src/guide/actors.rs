//! Clauses 2.1 to 2.3: who takes services into use, in which register they stand, and the agreement with a tenant.

use super::clause;
use crate::{Requirement, Text, text};

const ENTER: Text = text! {
    en: "have it entered in its register in the Code Service, and state since when it stands there",
    fi: "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa, ja ilmoita, mistä lähtien se on siellä",
    sv: "se till att den införs i sitt register i kodtjänsten, och ange sedan när den står där",
};

/// Providers and pharmacists take services into use.
pub const SERVICE_USED_BY_INTERMEDIARY: Requirement =
    Requirement::must("connection-models/service-used-by-intermediary")
        .with_citations(&[clause("2.1"), clause("2.2")])
        .with_statement(text! {
            en: "a service is taken into use by a provider or a pharmacist",
            fi: "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
            sv: "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
        })
        .with_fault(text! {
            en: "the service is used by an intermediary, which joins nothing itself",
            fi: "palvelun käyttäjä on välittäjä, joka ei itse liity palveluihin",
            sv: "tjänsten används av en förmedlare, som inte själv ansluter sig",
        })
        .with_remedy(text! {
            en: "name the joining party that the intermediary serves",
            fi: "nimeä liittyjä, jota välittäjä palvelee",
            sv: "ange den anslutande aktör som förmedlaren betjänar",
        })
        .with_reading(text! {
            en: "nobody else than a provider or a pharmacist is named",
            fi: "muita kuin palvelunantajaa tai apteekkaria ei nimetä",
            sv: "ingen annan än en tjänstetillhandahållare eller en apotekare nämns",
        })
        .with_purpose(text! {
            en: "an intermediary carries the traffic of those that have joined",
            fi: "välittäjä välittää liittyneiden liikennettä",
            sv: "en förmedlare förmedlar trafiken för dem som har anslutit sig",
        });

/// A joining party stands in one of three registers.
pub const PARTY_IN_NO_REGISTER: Requirement = Requirement::must("connection-models/party-in-no-register")
    .with_citations(&[clause("2.2")])
    .with_statement(text! {
        en: "a joining party is in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
        fi: "liittyjä on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
        sv: "en anslutande aktör finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
    })
    .with_fault(text! {
        en: "the joining party is in none of the three registers",
        fi: "liittyjä ei ole missään kolmesta rekisteristä",
        sv: "den anslutande aktören finns inte i något av de tre registren",
    })
    .with_remedy(ENTER)
    .with_reading(text! {
        en: "the register of Kanta intermediaries is none of the three",
        fi: "Kanta-välittäjärekisteri ei ole yksi näistä kolmesta",
        sv: "registret över Kanta-förmedlare är inte ett av de tre",
    })
    .with_purpose(text! {
        en: "Kanta takes the basic facts on whoever joins from these registers",
        fi: "Kanta saa liittyjien perustiedot näistä rekistereistä",
        sv: "Kanta får basfakta om anslutande aktörer från dessa register",
    });

/// A tenant stands in one of three registers.
pub const TENANT_IN_NO_REGISTER: Requirement = Requirement::must("connection-models/tenant-in-no-register")
    .with_citations(&[clause("2.2")])
    .with_statement(text! {
        en: "a tenant is in the SOTE organisation register, in Valvira's register or in Fimea's pharmacy register",
        fi: "vuokralainen on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
        sv: "en hyresgäst finns i organisationsregistret för social- och hälsovården, i Valviras register eller i Fimeas apoteksregister",
    })
    .with_fault(text! {
        en: "the tenant is in none of the three registers",
        fi: "vuokralainen ei ole missään kolmesta rekisteristä",
        sv: "hyresgästen finns inte i något av de tre registren",
    })
    .with_remedy(ENTER)
    .with_purpose(text! {
        en: "messages name the tenant as the user, so it has to be known to the Code Service",
        fi: "sanomat nimeävät vuokralaisen käyttäjäksi, joten koodistopalvelun on tunnettava se",
        sv: "meddelanden anger hyresgästen som användare, så kodtjänsten måste känna till den",
    });

/// A joining party and its tenant have an agreement.
pub const TENANT_AGREEMENT_MISSING: Requirement = Requirement::must("connection-models/tenant-agreement-missing")
    .with_citations(&[clause("2.3"), clause("4.1.1"), clause("7.4")])
    .with_statement(text! {
        en: "the joining party and the tenant settle duties and responsibilities in a mutual agreement",
        fi: "liittyjä ja vuokralainen sopivat vastuista ja velvollisuuksista keskinäisessä sopimuksessa",
        sv: "den anslutande aktören och hyresgästen avtalar om ansvar och skyldigheter i ett inbördes avtal",
    })
    .with_fault(text! {
        en: "the joining party and the tenant have no agreement on duties and responsibilities",
        fi: "liittyjällä ja vuokralaisella ei ole sopimusta vastuista ja velvollisuuksista",
        sv: "den anslutande aktören och hyresgästen har inget avtal om ansvar och skyldigheter",
    })
    .with_remedy(text! {
        en: "conclude the agreement, and record what it settles, when it was signed and until when it runs",
        fi: "tehkää sopimus ja kirjatkaa, mistä siinä sovitaan, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        sv: "ingå avtalet, och anteckna vad man avtalat om, när det undertecknades och hur länge det gäller",
    })
    .with_purpose(text! {
        en: "the tenant gives no commitment to Kanta, so its duties rest on this agreement alone",
        fi: "vuokralainen ei anna sitoumusta Kannalle, joten sen velvollisuudet nojaavat vain tähän sopimukseen",
        sv: "hyresgästen avger ingen förbindelse till Kanta, så dess skyldigheter vilar på detta avtal",
    });
