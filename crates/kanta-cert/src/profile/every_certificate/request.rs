//! What only a request has: a signature with the key that it asks a certificate for.

use kanta_conformance::{Citation, Date, InForce, Outcome, Row, Text, Value, text};

use crate::content::Content;
use crate::profile::documents::RFC_2986;
use crate::profile::{Entry, Facts, Run, guide};

pub(super) const SIGNATURE_FALSE: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("rfc-2986/signature-false")
            .with_citations(&[Citation::page(&RFC_2986, "3, 4.2")])
            .with_statement(text! {
                en: "a request is signed with the private key that belongs to the public key in it",
                fi: "varmennepyyntö on allekirjoitettu siinä olevaa julkista avainta vastaavalla yksityisellä avaimella",
                sv: "en certifikatbegäran är signerad med den privata nyckel som hör till dess publika nyckel",
            })
            .with_fault(text! {
                en: "the signature of the request is not by the key in it",
                fi: "varmennepyynnön allekirjoitus ei vastaa siinä olevaa avainta",
                sv: "signaturen på certifikatbegäran hör inte till nyckeln i den",
            })
            .with_remedy(text! {
                en: "make the request anew with the private key that the certificate is for",
                fi: "tee varmennepyyntö uudelleen sillä yksityisellä avaimella, jolle varmenne tulee",
                sv: "gör en ny certifikatbegäran med den privata nyckel som certifikatet är för",
            })
            .with_reading(text! {
                en: "the CA verifies this signature before it issues, so a request that fails is refused and does not serve",
                fi: "varmentaja tarkistaa allekirjoituksen ennen myöntämistä, joten väärin allekirjoitettu pyyntö hylätään eikä kelpaa",
                sv: "utfärdaren verifierar signaturen före utfärdandet, så en felaktigt signerad begäran avvisas och duger inte",
            })
            .with_purpose(text! {
                en: "so that nobody is given a certificate for a key that is not theirs, and a request that was changed on its way is noticed",
                fi: "jotta kukaan ei saa varmennetta toisen avaimelle ja matkalla muuttunut pyyntö huomataan",
                sv: "för att ingen ska få ett certifikat för en nyckel som inte är dennes, och för att en begäran som ändrats på vägen ska märkas",
            })
            .with_in_force(InForce::from(Date::constant(2000, 11, 1))),
        check: signature,
    },
};

const DOES_NOT_VERIFY: Text = text! {
    en: "a signature that does not verify",
    fi: "allekirjoitus, joka ei täsmää",
    sv: "en signatur som inte stämmer",
};
const OF_ITS_KEY: Text = text! {
    en: "a signature by the key in the request",
    fi: "pyynnössä olevan avaimen allekirjoitus",
    sv: "en signatur av nyckeln i begäran",
};

fn signature(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_some() {
        return Outcome::NotApplicable;
    }
    match verified(facts.content) {
        Ok(true) => Outcome::Satisfied,
        Ok(false) => Outcome::violated(Value::Term(DOES_NOT_VERIFY), Value::Term(OF_ITS_KEY)),
        Err(obstacle) => Outcome::unchecked(Value::Term(obstacle)),
    }
}

#[cfg(feature = "_path")]
fn verified(request: &Content) -> Result<bool, Text> {
    use crate::signature::Signature;

    const UNKNOWN: Text = text! {
        en: "signed with an algorithm or a kind of key that is not verified here",
        fi: "allekirjoitettu algoritmilla tai avaintyypillä, jota ei tarkisteta tässä",
        sv: "signerad med en algoritm eller nyckeltyp som inte verifieras här",
    };
    const SHORT: Text = text! {
        en: "signed with a key too short to be verified",
        fi: "allekirjoitettu avaimella, joka on liian lyhyt tarkistettavaksi",
        sv: "signerad med en nyckel som är för kort för att verifieras",
    };
    match request.own_signature() {
        Some(Signature::Good) => Ok(true),
        Some(Signature::False) => Ok(false),
        Some(Signature::UnknownAlgorithm) | None => Err(UNKNOWN),
        Some(Signature::ShortKey) => Err(SHORT),
    }
}

#[cfg(not(feature = "_path"))]
fn verified(_: &Content) -> Result<bool, Text> {
    Err(text! {
        en: "this program was built without the verification of signatures",
        fi: "tämä ohjelma on koottu ilman allekirjoitusten tarkistusta",
        sv: "detta program är byggt utan verifiering av signaturer",
    })
}
