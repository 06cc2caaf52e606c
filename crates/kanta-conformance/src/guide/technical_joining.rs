//! Clause 4.2.1: to whom rights are given.

use super::clause;
use crate::{Requirement, Text, text};

/// What the guide leaves open of an organiser's several access points.
pub const SEVERAL_POINTS: Text = text! {
    en: "through which of the organiser's several access points the producer's right runs, the guide does not say",
    fi: "ohje ei sano, minkä järjestäjän useista liityntäpisteistä kautta palveluntuottajan käyttövaltuus kulkee",
    sv: "anvisningen säger inte via vilken av anordnarens flera anslutningspunkter producentens rättighet går",
};

/// What the guide leaves open of the access point for renewal requests.
pub const THROUGH_THE_SAME_POINT: Text = text! {
    en: "whether renewal requests must run through an access point that also carries the Prescription Service",
    fi: "onko uudistamispyyntöjen kuljettava liityntäpisteen kautta, jota käytetään myös Resepti-palveluun",
    sv: "måste en begäran om receptförnyelse gå via en anslutningspunkt som även bär Recepttjänsten",
};

/// What the guide leaves open of an annotation for a whole organisation.
pub const WHOLE_ORGANISATION: Text = text! {
    en: "whether an annotation for a whole organisation is enough in the SOTE register",
    fi: "riittääkö SOTE-rekisterissä koko organisaatiota koskeva merkintä",
    sv: "räcker en anteckning för hela organisationen i organisationsregistret för social- och hälsovården",
};

/// What the guide leaves open of a service unit under another organisation.
pub const UNIT_OF_ANOTHER: Text = text! {
    en: "whether a service unit whose OID stands under another organisation counts as the provider's",
    fi: "onko palveluyksikkö, jonka OID-tunnus on toisen organisaation alla, palvelunantajan oma",
    sv: "räknas en serviceenhet vars OID står under en annan organisation som tillhandahållarens egen",
};

/// A tenant has no rights of its own.
pub const USE_BY_A_TENANT: Requirement = Requirement::must("connection-models/use-by-a-tenant")
    .with_citations(&[clause("4.2.1"), clause("2.3")])
    .with_statement(text! {
        en: "a tenant is given no rights of its own and works with the joining party's",
        fi: "vuokralaiselle ei anneta omia käyttövaltuuksia, vaan se toimii liittyjän käyttövaltuuksilla",
        sv: "en hyresgäst ges inga egna rättigheter utan arbetar med den anslutande aktörens",
    })
    .with_fault(text! {
        en: "a right is in the name of a tenant",
        fi: "käyttövaltuus on vuokralaisen nimissä",
        sv: "en rättighet står i en hyresgästs namn",
    })
    .with_remedy(text! {
        en: "ask for the right in the joining party's name; messages name the tenant as the user",
        fi: "hae käyttövaltuutta liittyjän nimiin; sanomat nimeävät vuokralaisen käyttäjäksi",
        sv: "begär rättigheten i den anslutande aktörens namn; meddelandena anger hyresgästen som användare",
    })
    .with_purpose(text! {
        en: "who has rights has given a commitment, and a tenant gives none",
        fi: "käyttövaltuuden saaja on antanut sitoumuksen, ja vuokralainen ei anna sellaista",
        sv: "den som har rättigheter har avgett en förbindelse, och en hyresgäst avger ingen",
    });

/// A producer's right runs through the organiser's access point.
pub const PRODUCER_NOT_THROUGH_ORGANISERS_POINT: Requirement = Requirement::must("connection-models/producer-not-through-organisers-point")
    .with_citations(&[clause("4.2.1")])
    .with_statement(text! {
        en: "in the parallel model the producer's right runs through the access point that the organiser uses",
        fi: "rinnakkaisliittymisessä palveluntuottajan käyttövaltuus kulkee järjestäjän käyttämän liityntäpisteen kautta",
        sv: "i modellen med parallell anslutning går producentens rättighet via den anslutningspunkt som anordnaren använder",
    })
    .with_fault(text! {
        en: "the producer's right does not run through an access point that the organiser uses",
        fi: "palveluntuottajan käyttövaltuus ei kulje järjestäjän käyttämän liityntäpisteen kautta",
        sv: "producentens rättighet går inte via en anslutningspunkt som anordnaren använder",
    })
    .with_remedy(text! {
        en: "ask the organiser through which access point it uses the services, and use the same",
        fi: "kysy järjestäjältä, minkä liityntäpisteen kautta se käyttää palveluja, ja käytä samaa",
        sv: "fråga anordnaren via vilken anslutningspunkt den använder tjänsterna, och använd samma",
    })
    .with_reading(text! {
        en: "in an index an organiser uses an access point while a right of its own through it permits; through which of several access points the right runs is left open",
        fi: "osoitehakemistossa järjestäjä käyttää liityntäpistettä, kun sen oma käyttövaltuus sallii käytön sen kautta; minkä kautta useista käyttövaltuus kulkee, jää avoimeksi",
        sv: "i ett adressindex använder en anordnare en anslutningspunkt medan en egen rättighet tillåter användning via den; via vilken av flera rättigheten går lämnas öppet",
    })
    .with_purpose(text! {
        en: "the producer's documents leave from the organiser's system",
        fi: "palveluntuottajan asiakirjat lähtevät järjestäjän järjestelmästä",
        sv: "producentens handlingar utgår från anordnarens system",
    });

/// Providers of health care receive renewal requests.
pub const RENEWALS_OUTSIDE_HEALTH_CARE: Requirement = Requirement::must("connection-models/renewals-outside-health-care")
    .with_citations(&[clause("4.2.1")])
    .with_statement(text! {
        en: "renewal requests are received by providers of health care",
        fi: "uudistamispyyntöjä vastaanottavat terveydenhuollon palvelunantajat",
        sv: "begäranden om receptförnyelse tas emot av tillhandahållare av hälso- och sjukvård",
    })
    .with_fault(text! {
        en: "renewal requests are received by somebody who does not provide health care",
        fi: "uudistamispyyntöjä vastaanottaa muu kuin terveydenhuollon palvelunantaja",
        sv: "begäranden om receptförnyelse tas emot av någon som inte tillhandahåller hälso- och sjukvård",
    })
    .with_remedy(text! {
        en: "leave the reception of renewal requests to whoever provides health care",
        fi: "jätä uudistamispyyntöjen vastaanotto terveydenhuollon palvelunantajille",
        sv: "låt dem som tillhandahåller hälso- och sjukvård ta emot begäranden om receptförnyelse",
    })
    .with_purpose(text! {
        en: "pharmacies and MyKanta send them to whoever can prescribe",
        fi: "apteekit ja OmaKanta lähettävät ne lääkkeen määrääjille",
        sv: "apoteken och MittKanta skickar dem till dem som kan ordinera",
    });

/// Whoever receives renewal requests uses the Prescription Service.
pub const RENEWALS_WITHOUT_PRESCRIPTION_SERVICE: Requirement = Requirement::must(
    "connection-models/renewals-without-prescription-service",
)
.with_citations(&[clause("4.2.1")])
.with_statement(text! {
    en: "the right to receive renewal requests is given to whoever uses the Prescription Service",
    fi: "käyttövaltuus uudistamispyyntöjen vastaanottoon annetaan Resepti-palvelun käyttäjälle",
    sv: "rättighet att ta emot begäranden om receptförnyelse ges den som använder Recepttjänsten",
})
.with_fault(text! {
    en: "renewal requests are received without the Prescription Service",
    fi: "uudistamispyyntöjä vastaanotetaan ilman Resepti-palvelua",
    sv: "begäranden om receptförnyelse tas emot utan Recepttjänsten",
})
.with_remedy(text! {
    en: "apply for the Prescription Service too",
    fi: "hae myös Resepti-palvelua",
    sv: "ansök även om Recepttjänsten",
})
.with_reading(THROUGH_THE_SAME_POINT)
.with_purpose(text! {
    en: "a renewal is written in the Prescription Service",
    fi: "uudistus kirjataan Resepti-palveluun",
    sv: "en förnyelse skrivs in i Recepttjänsten",
});

/// Whoever receives renewal requests is annotated.
pub const RENEWAL_ANNOTATION_MISSING: Requirement = Requirement::must("connection-models/renewal-annotation-missing")
    .with_citations(&[clause("4.2.1")])
    .with_statement(text! {
        en: "whoever receives renewal requests is annotated as a receiver in the national Code Service",
        fi: "uudistamispyyntöjen vastaanottajalla on siitä merkintä kansallisessa koodistopalvelussa",
        sv: "den som tar emot begäranden om receptförnyelse har en anteckning om det i den nationella kodtjänsten",
    })
    .with_fault(text! {
        en: "the annotation on receiving renewal requests is missing",
        fi: "merkintä uudistamispyyntöjen vastaanotosta puuttuu",
        sv: "anteckningen om mottagande av begäranden om receptförnyelse saknas",
    })
    .with_remedy(text! {
        en: "have the annotation made: for each service unit in the SOTE register, for the provider in Valvira's",
        fi: "huolehdi merkinnästä: SOTE-rekisterissä palveluyksikölle, Valviran rekisterissä palvelunantajalle",
        sv: "se till att anteckningen görs: per serviceenhet i organisationsregistret för social- och hälsovården, för tillhandahållaren i Valviras register",
    })
    .with_reading(text! {
        en: "the annotation stands at each service unit in the SOTE register, and at the provider in Valvira's; whether one for a whole organisation is enough in the SOTE register is left open",
        fi: "merkintä on SOTE-rekisterissä palveluyksiköllä ja Valviran rekisterissä palvelunantajalla; riittääkö SOTE-rekisterissä koko organisaation merkintä, jää avoimeksi",
        sv: "anteckningen står vid varje serviceenhet i organisationsregistret för social- och hälsovården och vid tillhandahållaren i Valviras register; om en för hela organisationen räcker i det förstnämnda lämnas öppet",
    })
    .with_purpose(text! {
        en: "pharmacies and MyKanta see from the annotation where a request can be sent",
        fi: "apteekit ja OmaKanta näkevät merkinnästä, mihin pyynnön voi lähettää",
        sv: "apoteken och MittKanta ser av anteckningen vart en begäran kan skickas",
    });

/// An annotation is of a unit of the provider's own.
pub const ANNOTATION_OF_ANOTHERS_UNIT: Requirement = Requirement::must("connection-models/annotation-of-anothers-unit")
    .with_citations(&[clause("4.2.1")])
    .with_statement(text! {
        en: "the service unit that is annotated is the provider's own",
        fi: "palveluyksikkö, jolla merkintä on, on palvelunantajan oma",
        sv: "den serviceenhet som har anteckningen är tillhandahållarens egen",
    })
    .with_fault(text! {
        en: "the annotation is of a service unit whose OID stands under another organisation",
        fi: "merkintä on palveluyksiköllä, jonka OID-tunnus on toisen organisaation alla",
        sv: "anteckningen gäller en serviceenhet vars OID står under en annan organisation",
    })
    .with_remedy(text! {
        en: "name the provider's own service unit, or ask Kanta Services",
        fi: "nimeä palvelunantajan oma palveluyksikkö tai kysy Kanta-palveluista",
        sv: "ange tillhandahållarens egen serviceenhet, eller fråga Kanta-tjänsterna",
    })
    .with_reading(UNIT_OF_ANOTHER)
    .with_purpose(text! {
        en: "a renewal request is sent to the unit that is annotated, and is answered by its provider",
        fi: "uudistamispyyntö lähetetään yksikölle, jolla on merkintä, ja siihen vastaa yksikön palvelunantaja",
        sv: "en begäran om receptförnyelse skickas till den enhet som har anteckningen och besvaras av dess tillhandahållare",
    });
