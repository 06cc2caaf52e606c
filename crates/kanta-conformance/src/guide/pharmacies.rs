//! Clauses 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

use super::{MUST, clause, t};
use crate::{Certainty, Requirement, Text};

/// What the guide leaves open of an access point that somebody else administers for a pharmacy.
pub const ADMINISTERED_BY_ANOTHER: Text = t(
    "whether an access point that somebody else administers for one pharmacy alone is its own, the guide does not say",
    "ohje ei sano, onko toisen yhdelle apteekille hallinnoima liityntäpiste apteekin oma",
    "anvisningen säger inte om en anslutningspunkt som någon annan administrerar för ett enda apotek är dess egen",
);

/// What the guide leaves open of other services for a pharmacy.
pub const OTHER_SERVICES: Text = t(
    "whether a pharmacy, a hospital pharmacy or a medicine centre may use another service than the Prescription Service",
    "voiko apteekki, sairaala-apteekki tai lääkekeskus käyttää muuta kuin Resepti-palvelua",
    "får ett apotek, ett sjukhusapotek eller en läkemedelscentral använda en annan tjänst än Recepttjänsten",
);

/// What the guide leaves open of other users of the reimbursement services.
pub const OTHER_USERS: Text = t(
    "whether anybody but a main or branch pharmacy may use Kela's reimbursement services through an access point",
    "voiko muu kuin apteekki tai sivuapteekki käyttää Kelan lääkekorvauspalveluja liityntäpisteen kautta",
    "får någon annan än ett huvud- eller filialapotek använda FPA:s ersättningstjänster via en anslutningspunkt",
);

/// Every pharmacy has its own access point.
pub const PHARMACY_WITHOUT_OWN_ACCESS_POINT: Requirement = Requirement {
    id: "connection-models/pharmacy-without-own-access-point",
    citations: &[clause("4.2.2")],
    statement: t(
        "every main and branch pharmacy has its own access point, through which it uses the Prescription Service",
        "jokaisella apteekilla ja sivuapteekilla on oma liityntäpiste, jonka kautta se käyttää Resepti-palvelua",
        "varje huvud- och filialapotek har en egen anslutningspunkt, via vilken det använder Recepttjänsten",
    ),
    fault: t(
        "the pharmacy does not use the services through an access point of its own",
        "apteekki ei käytä palveluja oman liityntäpisteen kautta",
        "apoteket använder inte tjänsterna via en egen anslutningspunkt",
    ),
    remedy: t(
        "give the pharmacy an access point of its own, and have it use the Prescription Service through it",
        "järjestä apteekille oma liityntäpiste, jonka kautta se käyttää Resepti-palvelua",
        "ge apoteket en egen anslutningspunkt, via vilken det använder Recepttjänsten",
    ),
    reading: Some(ADMINISTERED_BY_ANOTHER),
    purpose: Some(t(
        "the access point tells which pharmacy it is",
        "liityntäpiste kertoo, mikä apteekki on kyseessä",
        "anslutningspunkten berättar vilket apotek det är",
    )),
    ..MUST
};

/// Pharmacies are given rights to the Prescription Service.
pub const ANOTHER_SERVICE_FOR_A_PHARMACY: Requirement = Requirement {
    id: "connection-models/another-service-for-a-pharmacy",
    citations: &[clause("4.2.1"), clause("4.2.2")],
    statement: t(
        "pharmacies, hospital pharmacies and medicine centres are given rights to the Prescription Service",
        "apteekeille, sairaala-apteekeille ja lääkekeskuksille annetaan käyttövaltuudet Resepti-palveluun",
        "apotek, sjukhusapotek och läkemedelscentraler ges rättigheter till Recepttjänsten",
    ),
    fault: t(
        "the guide does not name this service for pharmacies, hospital pharmacies or medicine centres",
        "ohje ei nimeä tätä palvelua apteekeille, sairaala-apteekeille eikä lääkekeskuksille",
        "anvisningen nämner inte denna tjänst för apotek, sjukhusapotek eller läkemedelscentraler",
    ),
    remedy: t(
        "ask Kanta Services, and record the ruling",
        "kysy Kanta-palveluista ja kirjaa ratkaisu",
        "fråga Kanta-tjänsterna och anteckna avgörandet",
    ),
    reading: Some(OTHER_SERVICES),
    purpose: Some(t(
        "rights follow from what the guide grants, and it grants these parties one service",
        "käyttövaltuudet perustuvat ohjeeseen, ja se antaa näille yhden palvelun",
        "rättigheterna följer av anvisningen, och den ger dessa en tjänst",
    )),
    certainty: Certainty::Interpreted,
    ..MUST
};

/// Pharmacies use the reimbursement services.
pub const REIMBURSEMENT_SERVICE_OUTSIDE_PHARMACIES: Requirement = Requirement {
    id: "connection-models/reimbursement-service-outside-pharmacies",
    citations: &[clause("4.2.2")],
    statement: t(
        "Kela's reimbursement services are used by pharmacies",
        "Kelan lääkekorvauspalveluja käyttävät apteekit",
        "FPA:s tjänster för läkemedelsersättningar används av apotek",
    ),
    fault: t(
        "a reimbursement service is used by somebody other than a pharmacy",
        "lääkekorvauspalvelua käyttää muu kuin apteekki",
        "en tjänst för läkemedelsersättningar används av någon annan än ett apotek",
    ),
    remedy: t(
        "ask Kela, and record the ruling",
        "kysy Kelalta ja kirjaa ratkaisu",
        "fråga FPA och anteckna avgörandet",
    ),
    reading: Some(OTHER_USERS),
    purpose: Some(t(
        "they settle what a pharmacy has dispensed",
        "niillä tilitetään apteekin toimittamat lääkkeet",
        "med dem redovisas det som ett apotek har expedierat",
    )),
    ..MUST
};

/// The reimbursement services need an agreement with Kela.
pub const REIMBURSEMENT_AGREEMENT_MISSING: Requirement = Requirement {
    id: "connection-models/reimbursement-agreement-missing",
    citations: &[clause("4.2.2")],
    statement: t(
        "using Kela's reimbursement services needs a valid agreement with Kela",
        "Kelan lääkekorvauspalvelujen käyttö edellyttää voimassa olevaa sopimusta Kelan kanssa",
        "användningen av FPA:s tjänster för läkemedelsersättningar kräver ett gällande avtal med FPA",
    ),
    fault: t(
        "there is no valid agreement with Kela on its reimbursement services",
        "voimassa olevaa sopimusta Kelan lääkekorvauspalveluista ei ole",
        "det finns inget gällande avtal med FPA om dess ersättningstjänster",
    ),
    remedy: t(
        "conclude the agreement with Kela, and record when it was signed and until when it runs",
        "tee sopimus Kelan kanssa ja kirjaa, milloin se allekirjoitettiin ja mihin asti se on voimassa",
        "ingå avtalet med FPA, och anteckna när det undertecknades och hur länge det gäller",
    ),
    purpose: Some(t(
        "the services are Kela's own and not Kanta's: joining Kanta does not open them",
        "palvelut ovat Kelan omia eivätkä Kannan: Kantaan liittyminen ei avaa niitä",
        "tjänsterna är FPA:s egna och inte Kantas: anslutning till Kanta öppnar dem inte",
    )),
    ..MUST
};
