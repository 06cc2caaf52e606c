//! What only a request has: a signature with the key that it asks a certificate for.

use kanta_conformance::{Citation, Date, InForce, Outcome, Requirement, Row, Text, Value};

use crate::content::Content;
use crate::profile::documents::RFC_2986;
use crate::profile::{Entry, Facts, GUIDE, Run};

pub(super) const SIGNATURE_FALSE: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &Requirement {
            id: "rfc-2986/signature-false",
            citations: &[Citation::page(&RFC_2986, "3, 4.2")],
            statement: Text::new(
                "a request is signed with the private key that belongs to the public key in it",
                "varmennepyyntö on allekirjoitettu siinä olevaa julkista avainta vastaavalla yksityisellä avaimella",
                "en certifikatbegäran är signerad med den privata nyckel som hör till dess publika nyckel",
            ),
            fault: Text::new(
                "the signature of the request is not by the key in it",
                "varmennepyynnön allekirjoitus ei vastaa siinä olevaa avainta",
                "signaturen på certifikatbegäran hör inte till nyckeln i den",
            ),
            remedy: Text::new(
                "make the request anew with the private key that the certificate is for",
                "tee varmennepyyntö uudelleen sillä yksityisellä avaimella, jolle varmenne tulee",
                "gör en ny certifikatbegäran med den privata nyckel som certifikatet är för",
            ),
            reading: Some(Text::new(
                "the CA verifies this signature before it issues, so a request that fails is refused and does not serve",
                "varmentaja tarkistaa allekirjoituksen ennen myöntämistä, joten väärin allekirjoitettu pyyntö hylätään eikä kelpaa",
                "utfärdaren verifierar signaturen före utfärdandet, så en felaktigt signerad begäran avvisas och duger inte",
            )),
            purpose: Some(Text::new(
                "so that nobody is given a certificate for a key that is not theirs, and a request that was changed on its way is noticed",
                "jotta kukaan ei saa varmennetta toisen avaimelle ja matkalla muuttunut pyyntö huomataan",
                "för att ingen ska få ett certifikat för en nyckel som inte är dennes, och för att en begäran som ändrats på vägen ska märkas",
            )),
            in_force: InForce::from(Date::constant(2000, 11, 1)),
            ..GUIDE
        },
        check: signature,
    },
};

const DOES_NOT_VERIFY: Text = Text::new(
    "a signature that does not verify",
    "allekirjoitus, joka ei täsmää",
    "en signatur som inte stämmer",
);
const OF_ITS_KEY: Text = Text::new(
    "a signature by the key in the request",
    "pyynnössä olevan avaimen allekirjoitus",
    "en signatur av nyckeln i begäran",
);

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

    const UNKNOWN: Text = Text::new(
        "signed with an algorithm or a kind of key that is not verified here",
        "allekirjoitettu algoritmilla tai avaintyypillä, jota ei tarkisteta tässä",
        "signerad med en algoritm eller nyckeltyp som inte verifieras här",
    );
    const SHORT: Text = Text::new(
        "signed with a key too short to be verified",
        "allekirjoitettu avaimella, joka on liian lyhyt tarkistettavaksi",
        "signerad med en nyckel som är för kort för att verifieras",
    );
    match request.own_signature() {
        Some(Signature::Good) => Ok(true),
        Some(Signature::False) => Ok(false),
        Some(Signature::UnknownAlgorithm) | None => Err(UNKNOWN),
        Some(Signature::ShortKey) => Err(SHORT),
    }
}

#[cfg(not(feature = "_path"))]
fn verified(_: &Content) -> Result<bool, Text> {
    Err(Text::new(
        "this program was built without the verification of signatures",
        "tämä ohjelma on koottu ilman allekirjoitusten tarkistusta",
        "detta program är byggt utan verifiering av signaturer",
    ))
}
