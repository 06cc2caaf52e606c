//! Clause 3.1.3: whose OID stands in that of an access point.

use super::{MUST, clause, t};
use crate::{Evidence, Requirement};

/// The OID of an access point lies under its administrator's.
pub const OID_NOT_UNDER_ADMINISTRATOR: Requirement = Requirement {
    id: "connection-models/oid-not-under-administrator",
    citations: &[clause("3.1.3")],
    statement: t(
        "the access point's OID is formed in node 13 under the OID of whoever administers the access point",
        "liityntäpisteen OID-tunnus muodostetaan solmuun 13 liityntäpistettä hallinnoivan organisaation OID-tunnuksen alle",
        "anslutningspunktens OID-kod bildas i nod 13 under OID-koden för den som administrerar anslutningspunkten",
    ),
    fault: t(
        "the access point's OID does not lie under its administrator's OID",
        "liityntäpisteen OID-tunnus ei ole hallinnoijansa OID-tunnuksen alla",
        "anslutningspunktens OID-kod ligger inte under administratörens OID-kod",
    ),
    remedy: t(
        "form the OID from the administrator's own OID followed by .13 and a number, or name the right administrator",
        "muodosta tunnus hallinnoijan omasta OID-tunnuksesta, jota seuraa .13 ja numero, tai nimeä oikea hallinnoija",
        "bilda koden av administratörens egen OID-kod följd av .13 och ett nummer, eller ange rätt administratör",
    ),
    reading: Some(t(
        "the administrator's present OID decides; another unit of the same organisation is left open",
        "hallinnoijan nykyinen OID-tunnus ratkaisee; saman organisaation toinen yksikkö jää avoimeksi",
        "administratörens nuvarande OID-kod avgör; en annan enhet i samma organisation lämnas öppen",
    )),
    evidence: Evidence::Computed,
    purpose: Some(t(
        "the OID by itself tells who answers for the access point",
        "OID-tunnus kertoo jo sellaisenaan, kuka vastaa liityntäpisteestä",
        "OID-koden berättar redan i sig vem som svarar för anslutningspunkten",
    )),
    ..MUST
};
