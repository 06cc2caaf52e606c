//! Clauses 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

use super::clause;
use crate::{Certainty, Requirement, Text, text};

/// What the guide leaves open of an access point that somebody else administers for a pharmacy.
pub const ADMINISTERED_BY_ANOTHER: Text = text! {
    en: "whether an access point that somebody else administers for one pharmacy alone is its own, the guide does not say",
    fi: "ohje ei sano, onko toisen yhdelle apteekille hallinnoima liityntäpiste apteekin oma",
    sv: "anvisningen säger inte om en anslutningspunkt som någon annan administrerar för ett enda apotek är dess egen",
};

/// What the guide leaves open of other services for a pharmacy.
pub const OTHER_SERVICES: Text = text! {
    en: "whether a pharmacy, a hospital pharmacy or a medicine centre may use another service than the Prescription Service",
    fi: "voiko apteekki, sairaala-apteekki tai lääkekeskus käyttää muuta kuin Resepti-palvelua",
    sv: "får ett apotek, ett sjukhusapotek eller en läkemedelscentral använda en annan tjänst än Recepttjänsten",
};

/// What the guide leaves open of other users of the reimbursement services.
pub const OTHER_USERS: Text = text! {
    en: "whether anybody but a main or branch pharmacy may use Kela's reimbursement services through an access point",
    fi: "voiko muu kuin apteekki tai sivuapteekki käyttää Kelan lääkekorvauspalveluja liityntäpisteen kautta",
    sv: "får någon annan än ett huvud- eller filialapotek använda FPA:s ersättningstjänster via en anslutningspunkt",
};

/// Every pharmacy has its own access point.
pub const PHARMACY_WITHOUT_OWN_ACCESS_POINT: Requirement = Requirement::must("connection-models/pharmacy-without-own-access-point")
    .with_citations(&[clause("4.2.2")])
    .with_statement(text! {
        en: "every main and branch pharmacy has its own access point, through which it uses the Prescription Service",
        fi: "jokaisella apteekilla ja sivuapteekilla on oma liityntäpiste, jonka kautta se käyttää Resepti-palvelua",
        sv: "varje huvud- och filialapotek har en egen anslutningspunkt, via vilken det använder Recepttjänsten",
    })
    .with_fault(text! {
        en: "the pharmacy does not use the services through an access point of its own",
        fi: "apteekki ei käytä palveluja oman liityntäpisteen kautta",
        sv: "apoteket använder inte tjänsterna via en egen anslutningspunkt",
    })
    .with_remedy(text! {
        en: "give the pharmacy an access point of its own, and have it use the Prescription Service through it",
        fi: "järjestä apteekille oma liityntäpiste, jonka kautta se käyttää Resepti-palvelua",
        sv: "ge apoteket en egen anslutningspunkt, via vilken det använder Recepttjänsten",
    })
    .with_reading(ADMINISTERED_BY_ANOTHER)
    .with_purpose(text! {
        en: "the access point tells which pharmacy it is",
        fi: "liityntäpiste kertoo, mikä apteekki on kyseessä",
        sv: "anslutningspunkten berättar vilket apotek det är",
    });

/// Pharmacies are given rights to the Prescription Service.
pub const ANOTHER_SERVICE_FOR_A_PHARMACY: Requirement = Requirement::must("connection-models/another-service-for-a-pharmacy")
    .with_citations(&[clause("4.2.1"), clause("4.2.2")])
    .with_statement(text! {
        en: "pharmacies, hospital pharmacies and medicine centres are given rights to the Prescription Service",
        fi: "apteekeille, sairaala-apteekeille ja lääkekeskuksille annetaan käyttövaltuudet Resepti-palveluun",
        sv: "apotek, sjukhusapotek och läkemedelscentraler ges rättigheter till Recepttjänsten",
    })
    .with_fault(text! {
        en: "the guide does not name this service for pharmacies, hospital pharmacies or medicine centres",
        fi: "ohje ei nimeä tätä palvelua apteekeille, sairaala-apteekeille eikä lääkekeskuksille",
        sv: "anvisningen nämner inte denna tjänst för apotek, sjukhusapotek eller läkemedelscentraler",
    })
    .with_remedy(text! {
        en: "ask Kanta Services, and record the ruling",
        fi: "kysy Kanta-palveluista ja kirjaa ratkaisu",
        sv: "fråga Kanta-tjänsterna och anteckna avgörandet",
    })
    .with_reading(OTHER_SERVICES)
    .with_purpose(text! {
        en: "rights follow from what the guide grants, and it grants these parties one service",
        fi: "käyttövaltuudet perustuvat ohjeeseen, ja se antaa näille yhden palvelun",
        sv: "rättigheterna följer av anvisningen, och den ger dessa en tjänst",
    })
    .with_certainty(Certainty::Interpreted);

/// Pharmacies use the reimbursement services.
pub const REIMBURSEMENT_SERVICE_OUTSIDE_PHARMACIES: Requirement =
    Requirement::must("connection-models/reimbursement-service-outside-pharmacies")
        .with_citations(&[clause("4.2.2")])
        .with_statement(text! {
            en: "Kela's reimbursement services are used by pharmacies",
            fi: "Kelan lääkekorvauspalveluja käyttävät apteekit",
            sv: "FPA:s tjänster för läkemedelsersättningar används av apotek",
        })
        .with_fault(text! {
            en: "a reimbursement service is used by somebody other than a pharmacy",
            fi: "lääkekorvauspalvelua käyttää muu kuin apteekki",
            sv: "en tjänst för läkemedelsersättningar används av någon annan än ett apotek",
        })
        .with_remedy(text! {
            en: "ask Kela, and record the ruling",
            fi: "kysy Kelalta ja kirjaa ratkaisu",
            sv: "fråga FPA och anteckna avgörandet",
        })
        .with_reading(OTHER_USERS)
        .with_purpose(text! {
            en: "they settle what a pharmacy has dispensed",
            fi: "niillä tilitetään apteekin toimittamat lääkkeet",
            sv: "med dem redovisas det som ett apotek har expedierat",
        });

/// The reimbursement services need an agreement with Kela.
pub const REIMBURSEMENT_AGREEMENT_MISSING: Requirement = Requirement::must("connection-models/reimbursement-agreement-missing")
    .with_citations(&[clause("4.2.2")])
    .with_statement(text! {
        en: "using Kela's reimbursement services needs a valid agreement with Kela",
        fi: "Kelan lääkekorvauspalvelujen käyttö edellyttää voimassa olevaa sopimusta Kelan kanssa",
        sv: "användningen av FPA:s tjänster för läkemedelsersättningar kräver ett gällande avtal med FPA",
    })
    .with_fault(text! {
        en: "there is no valid agreement with Kela on its reimbursement services",
        fi: "voimassa olevaa sopimusta Kelan lääkekorvauspalveluista ei ole",
        sv: "det finns inget gällande avtal med FPA om dess ersättningstjänster",
    })
    .with_remedy(text! {
        en: "conclude the agreement with Kela, and record when it was signed and until when it runs",
        fi: "tee sopimus Kelan kanssa ja kirjaa, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        sv: "ingå avtalet med FPA, och anteckna när det undertecknades och hur länge det gäller",
    })
    .with_purpose(text! {
        en: "the services are Kela's own and not Kanta's: joining Kanta does not open them",
        fi: "palvelut ovat Kelan omia eivätkä Kannan: Kantaan liittyminen ei avaa niitä",
        sv: "tjänsterna är FPA:s egna och inte Kantas: anslutning till Kanta öppnar dem inte",
    });
