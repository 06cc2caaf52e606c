//! The access point that the certificate names by its OID.

use kanta_conformance::{Outcome, Requirement, Row, Text, Value};
use kanta_oid::AccessPointOid;

use super::{ABSENT, SINCE_3_17};
use crate::profile::{Entry, Facts, GUIDE, Run};
use crate::question::Asked;

pub(super) const OF_ANOTHER_POINT: Entry = Entry {
    run: Run::AccessPointAsked,
    row: Row {
        requirement: &Requirement {
            id: "connection-models/server-certificate-of-another-point",
            citations: SINCE_3_17,
            statement: Text::new(
                "the attribute serialNumber of the subject is the OID of the access point",
                "haltijan serialNumber-kenttä on liityntäpisteen OID-tunnus",
                "fältet serialNumber i Subject är anslutningspunktens OID-kod",
            ),
            fault: Text::new(
                "the certificate does not belong to this access point",
                "varmenne ei kuulu tälle liityntäpisteelle",
                "certifikatet hör inte till denna anslutningspunkt",
            ),
            remedy: Text::new(
                "use the certificate of this access point, or order one with its OID in the subject's serialNumber",
                "käytä tämän liityntäpisteen varmennetta tai tilaa varmenne, jonka serialNumber on sen OID-tunnus",
                "använd anslutningspunktens certifikat, eller beställ ett med dess OID-kod i serialNumber",
            ),
            reading: Some(NOT_THE_SERIAL),
            purpose: Some(Text::new(
                "this OID ties certificate and access point together; another OID would identify another access point",
                "tämä tunnus liittää varmenteen ja liityntäpisteen toisiinsa; muu tunnus osoittaisi toisen liityntäpisteen",
                "denna kod kopplar certifikatet och anslutningspunkten till varandra; en annan kod skulle peka ut en annan anslutningspunkt",
            )),
            fields: &["", "oid"],
            ..GUIDE
        },
        check: access_point,
    },
};

pub(super) const WITHOUT_ACCESS_POINT: Entry = Entry {
    run: Run::AccessPointNotAsked,
    row: Row {
        requirement: &Requirement {
            id: "connection-models/server-certificate-without-access-point",
            citations: SINCE_3_17,
            statement: Text::new(
                "the attribute serialNumber of the subject is the OID of an access point",
                "haltijan serialNumber-kenttä on jonkin liityntäpisteen OID-tunnus",
                "fältet serialNumber i Subject är en anslutningspunkts OID-kod",
            ),
            fault: Text::new(
                "the certificate names no access point",
                "varmenne ei nimeä liityntäpistettä",
                "certifikatet anger ingen anslutningspunkt",
            ),
            remedy: Text::new(
                "order a certificate with the access point's OID in the subject's serialNumber",
                "tilaa varmenne, jonka serialNumber on liityntäpisteen OID-tunnus",
                "beställ ett certifikat med anslutningspunktens OID-kod i serialNumber",
            ),
            reading: Some(NOT_THE_SERIAL),
            purpose: Some(Text::new(
                "without such an OID the certificate is tied to no access point",
                "ilman tällaista tunnusta varmenne ei liity mihinkään liityntäpisteeseen",
                "utan en sådan kod är certifikatet inte kopplat till någon anslutningspunkt",
            )),
            ..GUIDE
        },
        check: some_access_point,
    },
};

const NOT_THE_SERIAL: Text = Text::new(
    "the subject's serialNumber is meant, not the certificate's own serial number",
    "tarkoitetaan haltijan serialNumber-kenttää, ei varmenteen omaa sarjanumeroa",
    "fältet serialNumber i Subject avses, inte certifikatets eget serienummer",
);

fn serial_found(facts: &Facts<'_>) -> Value {
    match &facts.serial_number {
        Some(text) => Value::words(text),
        None => Value::Term(ABSENT),
    }
}

fn access_point(facts: &Facts<'_>) -> Outcome {
    let parsed = facts.serial_number.as_deref().map(AccessPointOid::parse);
    let required = match &facts.question.access_point {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => {
            return match parsed {
                Some(Ok(_)) => Outcome::missing(path.clone()),
                // Whatever the access point's OID is, this is none.
                _ => Outcome::violated(serial_found(facts), Value::Term(AN_ACCESS_POINT)),
            };
        }
        Asked::Is(oid) => *oid,
    };
    if facts.serial_number.as_deref() == Some(required) {
        return Outcome::Satisfied;
    }
    Outcome::violated(serial_found(facts), Value::Oid(required.to_owned()))
}

const AN_ACCESS_POINT: Text = Text::new(
    "the OID of an access point",
    "liityntäpisteen OID-tunnus",
    "en anslutningspunkts OID-kod",
);

fn some_access_point(facts: &Facts<'_>) -> Outcome {
    match facts.serial_number.as_deref().map(AccessPointOid::parse) {
        Some(Ok(_)) => Outcome::Satisfied,
        _ => Outcome::violated(serial_found(facts), Value::Term(AN_ACCESS_POINT)),
    }
}
