//! Clause 3.1.3: whose OID stands in that of an access point.

use super::clause;
use crate::{Evidence, Requirement, text};

/// The OID of an access point lies under its administrator's.
pub const OID_NOT_UNDER_ADMINISTRATOR: Requirement = Requirement::must("connection-models/oid-not-under-administrator")
    .with_citations(&[clause("3.1.3")])
    .with_statement(text! {
        en: "the access point's OID is formed in node 13 under the OID of whoever administers the access point",
        fi: "liityntäpisteen OID-tunnus muodostetaan solmuun 13 liityntäpistettä hallinnoivan organisaation OID-tunnuksen alle",
        sv: "anslutningspunktens OID-kod bildas i nod 13 under OID-koden för den som administrerar anslutningspunkten",
    })
    .with_fault(text! {
        en: "the access point's OID does not lie under its administrator's OID",
        fi: "liityntäpisteen OID-tunnus ei ole hallinnoijansa OID-tunnuksen alla",
        sv: "anslutningspunktens OID-kod ligger inte under administratörens OID-kod",
    })
    .with_remedy(text! {
        en: "form the OID from the administrator's own OID followed by .13 and a number, or name the right administrator",
        fi: "muodosta tunnus hallinnoijan omasta OID-tunnuksesta, jota seuraa .13 ja numero, tai nimeä oikea hallinnoija",
        sv: "bilda koden av administratörens egen OID-kod följd av .13 och ett nummer, eller ange rätt administratör",
    })
    .with_reading(text! {
        en: "the administrator's present OID decides; another unit of the same organisation is left open",
        fi: "hallinnoijan nykyinen OID-tunnus ratkaisee; saman organisaation toinen yksikkö jää avoimeksi",
        sv: "administratörens nuvarande OID-kod avgör; en annan enhet i samma organisation lämnas öppen",
    })
    .with_purpose(text! {
        en: "the OID by itself tells who answers for the access point",
        fi: "OID-tunnus kertoo jo sellaisenaan, kuka vastaa liityntäpisteestä",
        sv: "OID-koden berättar redan i sig vem som svarar för anslutningspunkten",
    })
    .with_evidence(Evidence::Computed);

/// A party's OID is of its register.
pub const OWNER_OID_OF_ANOTHER_REGISTER: Requirement = Requirement::must("connection-models/owner-oid-of-another-register")
    .with_citations(&[clause("3.1.3")])
    .with_statement(text! {
        en: "the OID of a party is that of the register in which it stands",
        fi: "osapuolen OID-tunnus on sen rekisterin mukainen, jossa osapuoli on",
        sv: "en aktörs OID är den som dess register ger",
    })
    .with_fault(text! {
        en: "the OID belongs to another register than the one in which the party stands",
        fi: "OID-tunnus kuuluu toiseen rekisteriin kuin siihen, jossa osapuoli on",
        sv: "OID hör till ett annat register än det där aktören finns",
    })
    .with_remedy(text! {
        en: "correct the register or the OID",
        fi: "korjaa rekisteri tai OID-tunnus",
        sv: "rätta registret eller OID",
    })
    .with_purpose(text! {
        en: "the form of an OID tells in which register its owner stands, so that it can be looked up there",
        fi: "OID-tunnuksen muoto kertoo, missä rekisterissä sen haltija on, joten tunnuksen voi tarkistaa sieltä",
        sv: "formen på en OID berättar i vilket register innehavaren finns, så att den kan kontrolleras där",
    });

/// A tenant's OID is of its register.
pub const TENANT_OID_OF_ANOTHER_REGISTER: Requirement = Requirement::must("connection-models/tenant-oid-of-another-register")
    .with_citations(&[clause("2.2"), clause("3.1.3")])
    .with_statement(text! {
        en: "the OID of a tenant is that of the register in which it stands",
        fi: "vuokralaisen OID-tunnus on sen rekisterin mukainen, jossa vuokralainen on",
        sv: "en hyresgästs OID är den som dess register ger",
    })
    .with_fault(text! {
        en: "the tenant's OID belongs to another register than the one in which it stands",
        fi: "vuokralaisen OID-tunnus kuuluu toiseen rekisteriin kuin siihen, jossa se on",
        sv: "hyresgästens OID hör till ett annat register än det där den finns",
    })
    .with_remedy(text! {
        en: "correct the register or the OID of the tenant",
        fi: "korjaa vuokralaisen rekisteri tai OID-tunnus",
        sv: "rätta hyresgästens register eller OID",
    })
    .with_purpose(text! {
        en: "messages name the tenant by its OID, which is looked up in the register that its form tells",
        fi: "sanomat nimeävät vuokralaisen sen OID-tunnuksella, joka tarkistetaan muodon kertomasta rekisteristä",
        sv: "meddelandena anger hyresgästen med dess OID, som kontrolleras i det register som formen berättar om",
    });
