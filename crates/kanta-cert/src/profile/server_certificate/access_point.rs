//! The access point that the certificate names by its OID.

use kanta_conformance::{Outcome, Row, Text, Value, text};
use kanta_oid::AccessPointOid;

use super::SINCE_3_17;
use crate::held::{Held, SEVERAL};
use crate::profile::{Entry, Facts, Run, guide};
use crate::question::Asked;

pub(super) const OF_ANOTHER_POINT: Entry = Entry {
    run: Run::AccessPointAsked,
    row: Row {
        requirement: &guide("connection-models/server-certificate-of-another-point")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the attribute serialNumber of the subject is the OID of the access point",
                fi: "haltijan serialNumber-kenttä on liityntäpisteen OID-tunnus",
                sv: "fältet serialNumber i Subject är anslutningspunktens OID-kod",
            })
            .with_fault(text! {
                en: "the certificate does not belong to this access point",
                fi: "varmenne ei kuulu tälle liityntäpisteelle",
                sv: "certifikatet hör inte till denna anslutningspunkt",
            })
            .with_remedy(text! {
                en: "use the certificate of this access point, or order one with its OID in the subject's serialNumber",
                fi: "käytä tämän liityntäpisteen varmennetta tai tilaa varmenne, jonka serialNumber on sen OID-tunnus",
                sv: "använd anslutningspunktens certifikat, eller beställ ett med dess OID-kod i serialNumber",
            })
            .with_reading(NOT_THE_SERIAL)
            .with_purpose(text! {
                en: "this OID ties certificate and access point together; another OID would identify another access point",
                fi: "tämä tunnus liittää varmenteen ja liityntäpisteen toisiinsa; muu tunnus osoittaisi toisen liityntäpisteen",
                sv: "denna kod kopplar certifikatet och anslutningspunkten till varandra; en annan kod skulle peka ut en annan anslutningspunkt",
            })
            .with_fields(&["", "oid"]),
        check: access_point,
    },
};

pub(super) const WITHOUT_ACCESS_POINT: Entry = Entry {
    run: Run::AccessPointNotAsked,
    row: Row {
        requirement: &guide("connection-models/server-certificate-without-access-point")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the attribute serialNumber of the subject is the OID of an access point",
                fi: "haltijan serialNumber-kenttä on jonkin liityntäpisteen OID-tunnus",
                sv: "fältet serialNumber i Subject är en anslutningspunkts OID-kod",
            })
            .with_fault(text! {
                en: "the certificate names no access point",
                fi: "varmenne ei nimeä liityntäpistettä",
                sv: "certifikatet anger ingen anslutningspunkt",
            })
            .with_remedy(text! {
                en: "order a certificate with the access point's OID in the subject's serialNumber",
                fi: "tilaa varmenne, jonka serialNumber on liityntäpisteen OID-tunnus",
                sv: "beställ ett certifikat med anslutningspunktens OID-kod i serialNumber",
            })
            .with_reading(NOT_THE_SERIAL)
            .with_purpose(text! {
                en: "without such an OID the certificate is tied to no access point",
                fi: "ilman tällaista tunnusta varmenne ei liity mihinkään liityntäpisteeseen",
                sv: "utan en sådan kod är certifikatet inte kopplat till någon anslutningspunkt",
            }),
        check: some_access_point,
    },
};

const NOT_THE_SERIAL: Text = text! {
    en: "the subject's serialNumber is meant, not the certificate's own serial number",
    fi: "tarkoitetaan haltijan serialNumber-kenttää, ei varmenteen omaa sarjanumeroa",
    sv: "fältet serialNumber i Subject avses, inte certifikatets eget serienummer",
};

/// What stands in serialNumber; what stands before or behind an OID is named, since it is not seen.
pub(in crate::profile) fn serial_found(serial_numbers: &Held<'_>) -> Value {
    serial_numbers.found(|text| {
        let words = Value::words(text);
        let is_oid = |text: &str| kanta_oid::Oid::parse(text).is_ok();
        let bare = text.trim();
        if bare != text && is_oid(bare) {
            let words = Box::new(words);
            return if text.starts_with(bare) {
                Value::About(BLANK_BEHIND, words)
            } else {
                Value::About(BLANK_BEFORE, words)
            };
        }
        match text.get(..8) {
            Some(prefix) if prefix.eq_ignore_ascii_case("urn:oid:") => {
                Value::About(URN_BEFORE, Box::new(words))
            }
            _ => words,
        }
    })
}

const BLANK_BEFORE: Text = text! {
    en: "an OID with a blank before it",
    fi: "OID-tunnus, jonka edessä on välilyönti",
    sv: "en OID-kod med ett blanksteg framför",
};
const BLANK_BEHIND: Text = text! {
    en: "an OID with a blank behind it",
    fi: "OID-tunnus, jonka perässä on välilyönti",
    sv: "en OID-kod med ett blanksteg efter",
};
const URN_BEFORE: Text = text! {
    en: "an OID with a prefix that does not belong to it",
    fi: "OID-tunnus, jonka edessä on siihen kuulumaton etuliite",
    sv: "en OID-kod med ett prefix som inte hör till den",
};

fn is_access_point(text: &str) -> bool {
    AccessPointOid::parse(text).is_ok()
}

fn access_point(facts: &Facts<'_>) -> Outcome {
    let held = &facts.serial_numbers;
    let required = match &facts.question.access_point {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => {
            return if !held.any(is_access_point) {
                // Whatever the access point's OID is, this is none.
                Outcome::violated(serial_found(held), Value::Term(AN_ACCESS_POINT))
            } else if held.is_several() {
                Outcome::silent(SEVERAL)
            } else {
                Outcome::missing(path.clone())
            };
        }
        Asked::Is(oid) => *oid,
    };
    if held.sole() == Some(required) {
        return Outcome::Satisfied;
    }
    if held.any(|text| text == required) {
        return Outcome::silent(SEVERAL);
    }
    Outcome::violated(serial_found(held), Value::Oid(required.to_owned()))
}

const AN_ACCESS_POINT: Text = text! {
    en: "the OID of an access point",
    fi: "liityntäpisteen OID-tunnus",
    sv: "en anslutningspunkts OID-kod",
};

fn some_access_point(facts: &Facts<'_>) -> Outcome {
    let held = &facts.serial_numbers;
    if held.sole().is_some_and(is_access_point) {
        return Outcome::Satisfied;
    }
    if held.any(is_access_point) {
        return Outcome::silent(SEVERAL);
    }
    Outcome::violated(serial_found(held), Value::Term(AN_ACCESS_POINT))
}
