//! Clause 4.2.1: to whom rights are given.

use super::{MUST, clause, t};
use crate::{Requirement, Text};

/// What the guide leaves open of an organiser's several access points.
pub const SEVERAL_POINTS: Text = t(
    "through which of the organiser's several access points the producer's right runs, the guide does not say",
    "ohje ei sano, minkä järjestäjän useista liityntäpisteistä kautta palveluntuottajan käyttövaltuus kulkee",
    "anvisningen säger inte via vilken av anordnarens flera anslutningspunkter producentens rättighet går",
);

/// What the guide leaves open of the access point for renewal requests.
pub const THROUGH_THE_SAME_POINT: Text = t(
    "whether renewal requests must run through an access point that also carries the Prescription Service",
    "onko uudistamispyyntöjen kuljettava liityntäpisteen kautta, jota käytetään myös Resepti-palveluun",
    "måste en begäran om receptförnyelse gå via en anslutningspunkt som även bär Recepttjänsten",
);

/// What the guide leaves open of an annotation for a whole organisation.
pub const WHOLE_ORGANISATION: Text = t(
    "whether an annotation for a whole organisation is enough in the SOTE register",
    "riittääkö SOTE-rekisterissä koko organisaatiota koskeva merkintä",
    "räcker en anteckning för hela organisationen i organisationsregistret för social- och hälsovården",
);

/// What the guide leaves open of a service unit under another organisation.
pub const UNIT_OF_ANOTHER: Text = t(
    "whether a service unit whose OID stands under another organisation counts as the provider's",
    "onko palveluyksikkö, jonka OID-tunnus on toisen organisaation alla, palvelunantajan oma",
    "räknas en serviceenhet vars OID står under en annan organisation som tillhandahållarens egen",
);

/// A tenant has no rights of its own.
pub const USE_BY_A_TENANT: Requirement = Requirement {
    id: "connection-models/use-by-a-tenant",
    citations: &[clause("4.2.1"), clause("2.3")],
    statement: t(
        "a tenant is given no rights of its own and works with the joining party's",
        "vuokralaiselle ei anneta omia käyttövaltuuksia, vaan se toimii liittyjän käyttövaltuuksilla",
        "en hyresgäst ges inga egna rättigheter utan arbetar med den anslutande aktörens",
    ),
    fault: t(
        "a right is in the name of a tenant",
        "käyttövaltuus on vuokralaisen nimissä",
        "en rättighet står i en hyresgästs namn",
    ),
    remedy: t(
        "ask for the right in the joining party's name; messages name the tenant as the user",
        "hae käyttövaltuutta liittyjän nimiin; sanomat nimeävät vuokralaisen käyttäjäksi",
        "begär rättigheten i den anslutande aktörens namn; meddelandena anger hyresgästen som användare",
    ),
    purpose: Some(t(
        "who has rights has given a commitment, and a tenant gives none",
        "käyttövaltuuden saaja on antanut sitoumuksen, ja vuokralainen ei anna sellaista",
        "den som har rättigheter har avgett en förbindelse, och en hyresgäst avger ingen",
    )),
    ..MUST
};

/// A producer's right runs through the organiser's access point.
pub const PRODUCER_NOT_THROUGH_ORGANISERS_POINT: Requirement = Requirement {
    id: "connection-models/producer-not-through-organisers-point",
    citations: &[clause("4.2.1")],
    statement: t(
        "in the parallel model the producer's right runs through the access point that the organiser uses",
        "rinnakkaisliittymisessä palveluntuottajan käyttövaltuus kulkee järjestäjän käyttämän liityntäpisteen kautta",
        "i modellen med parallell anslutning går producentens rättighet via den anslutningspunkt som anordnaren använder",
    ),
    fault: t(
        "the producer's right does not run through an access point that the organiser uses",
        "palveluntuottajan käyttövaltuus ei kulje järjestäjän käyttämän liityntäpisteen kautta",
        "producentens rättighet går inte via en anslutningspunkt som anordnaren använder",
    ),
    remedy: t(
        "ask the organiser through which access point it uses the services, and use the same",
        "kysy järjestäjältä, minkä liityntäpisteen kautta se käyttää palveluja, ja käytä samaa",
        "fråga anordnaren via vilken anslutningspunkt den använder tjänsterna, och använd samma",
    ),
    reading: Some(t(
        "in an index an organiser uses an access point while a right of its own through it permits; through which of several access points the right runs is left open",
        "osoitehakemistossa järjestäjä käyttää liityntäpistettä, kun sen oma käyttövaltuus sallii käytön sen kautta; minkä kautta useista käyttövaltuus kulkee, jää avoimeksi",
        "i ett adressindex använder en anordnare en anslutningspunkt medan en egen rättighet tillåter användning via den; via vilken av flera rättigheten går lämnas öppet",
    )),
    purpose: Some(t(
        "the producer's documents leave from the organiser's system",
        "palveluntuottajan asiakirjat lähtevät järjestäjän järjestelmästä",
        "producentens handlingar utgår från anordnarens system",
    )),
    ..MUST
};

/// Providers of health care receive renewal requests.
pub const RENEWALS_OUTSIDE_HEALTH_CARE: Requirement = Requirement {
    id: "connection-models/renewals-outside-health-care",
    citations: &[clause("4.2.1")],
    statement: t(
        "renewal requests are received by providers of health care",
        "uudistamispyyntöjä vastaanottavat terveydenhuollon palvelunantajat",
        "begäranden om receptförnyelse tas emot av tillhandahållare av hälso- och sjukvård",
    ),
    fault: t(
        "renewal requests are received by somebody who does not provide health care",
        "uudistamispyyntöjä vastaanottaa muu kuin terveydenhuollon palvelunantaja",
        "begäranden om receptförnyelse tas emot av någon som inte tillhandahåller hälso- och sjukvård",
    ),
    remedy: t(
        "leave the reception of renewal requests to whoever provides health care",
        "jätä uudistamispyyntöjen vastaanotto terveydenhuollon palvelunantajille",
        "låt dem som tillhandahåller hälso- och sjukvård ta emot begäranden om receptförnyelse",
    ),
    purpose: Some(t(
        "pharmacies and MyKanta send them to whoever can prescribe",
        "apteekit ja OmaKanta lähettävät ne lääkkeen määrääjille",
        "apoteken och MittKanta skickar dem till dem som kan ordinera",
    )),
    ..MUST
};

/// Whoever receives renewal requests uses the Prescription Service.
pub const RENEWALS_WITHOUT_PRESCRIPTION_SERVICE: Requirement = Requirement {
    id: "connection-models/renewals-without-prescription-service",
    citations: &[clause("4.2.1")],
    statement: t(
        "the right to receive renewal requests is given to whoever uses the Prescription Service",
        "käyttövaltuus uudistamispyyntöjen vastaanottoon annetaan Resepti-palvelun käyttäjälle",
        "rättighet att ta emot begäranden om receptförnyelse ges den som använder Recepttjänsten",
    ),
    fault: t(
        "renewal requests are received without the Prescription Service",
        "uudistamispyyntöjä vastaanotetaan ilman Resepti-palvelua",
        "begäranden om receptförnyelse tas emot utan Recepttjänsten",
    ),
    remedy: t(
        "apply for the Prescription Service too",
        "hae myös Resepti-palvelua",
        "ansök även om Recepttjänsten",
    ),
    reading: Some(THROUGH_THE_SAME_POINT),
    purpose: Some(t(
        "a renewal is written in the Prescription Service",
        "uudistus kirjataan Resepti-palveluun",
        "en förnyelse skrivs in i Recepttjänsten",
    )),
    ..MUST
};

/// Whoever receives renewal requests is annotated.
pub const RENEWAL_ANNOTATION_MISSING: Requirement = Requirement {
    id: "connection-models/renewal-annotation-missing",
    citations: &[clause("4.2.1")],
    statement: t(
        "whoever receives renewal requests is annotated as a receiver in the national Code Service",
        "uudistamispyyntöjen vastaanottajalla on siitä merkintä kansallisessa koodistopalvelussa",
        "den som tar emot begäranden om receptförnyelse har en anteckning om det i den nationella kodtjänsten",
    ),
    fault: t(
        "the annotation on receiving renewal requests is missing",
        "merkintä uudistamispyyntöjen vastaanotosta puuttuu",
        "anteckningen om mottagande av begäranden om receptförnyelse saknas",
    ),
    remedy: t(
        "have the annotation made: for each service unit in the SOTE register, for the provider in Valvira's",
        "huolehdi merkinnästä: SOTE-rekisterissä palveluyksikölle, Valviran rekisterissä palvelunantajalle",
        "se till att anteckningen görs: per serviceenhet i organisationsregistret för social- och hälsovården, för tillhandahållaren i Valviras register",
    ),
    reading: Some(t(
        "the annotation stands at each service unit in the SOTE register, and at the provider in Valvira's; whether one for a whole organisation is enough in the SOTE register is left open",
        "merkintä on SOTE-rekisterissä palveluyksiköllä ja Valviran rekisterissä palvelunantajalla; riittääkö SOTE-rekisterissä koko organisaation merkintä, jää avoimeksi",
        "anteckningen står vid varje serviceenhet i organisationsregistret för social- och hälsovården och vid tillhandahållaren i Valviras register; om en för hela organisationen räcker i det förstnämnda lämnas öppet",
    )),
    purpose: Some(t(
        "pharmacies and MyKanta see from the annotation where a request can be sent",
        "apteekit ja OmaKanta näkevät merkinnästä, mihin pyynnön voi lähettää",
        "apoteken och MittKanta ser av anteckningen vart en begäran kan skickas",
    )),
    ..MUST
};

/// An annotation is of a unit of the provider's own.
pub const ANNOTATION_OF_ANOTHERS_UNIT: Requirement = Requirement {
    id: "connection-models/annotation-of-anothers-unit",
    citations: &[clause("4.2.1")],
    statement: t(
        "the service unit that is annotated is the provider's own",
        "palveluyksikkö, jolla merkintä on, on palvelunantajan oma",
        "den serviceenhet som har anteckningen är tillhandahållarens egen",
    ),
    fault: t(
        "the annotation is of a service unit whose OID stands under another organisation",
        "merkintä on palveluyksiköllä, jonka OID-tunnus on toisen organisaation alla",
        "anteckningen gäller en serviceenhet vars OID står under en annan organisation",
    ),
    remedy: t(
        "name the provider's own service unit, or ask Kanta Services",
        "nimeä palvelunantajan oma palveluyksikkö tai kysy Kanta-palveluista",
        "ange tillhandahållarens egen serviceenhet, eller fråga Kanta-tjänsterna",
    ),
    reading: Some(UNIT_OF_ANOTHER),
    purpose: Some(t(
        "a renewal request is sent to the unit that is annotated, and is answered by its provider",
        "uudistamispyyntö lähetetään yksikölle, jolla on merkintä, ja siihen vastaa yksikön palvelunantaja",
        "en begäran om receptförnyelse skickas till den enhet som har anteckningen och besvaras av dess tillhandahållare",
    )),
    ..MUST
};
