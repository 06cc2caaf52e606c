//! How strong its key and its issuer's signature are.

use kanta_conformance::{Certainty, Citation, Document, Outcome, Row, Text, Value, text};

use crate::key::SignatureAlgorithm;
use crate::profile::documents::QUOTED_TL_IV;
use crate::profile::server_certificate::ABSENT;
use crate::profile::{Entry, Facts, Run, observed};

pub(super) const KEY_TOO_SHORT: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("quoted-tl-iv/key-too-short")
            .with_citations(&[Citation::page(&QUOTED_TL_IV, "3")])
            .with_statement(text! {
                en: "at level TL IV an RSA key has at least 3072 bits, and an elliptic curve at least 256",
                fi: "tasolla TL IV RSA-avaimessa on vähintään 3072 bittiä ja elliptisessä käyrässä vähintään 256",
                sv: "på nivå TL IV har en RSA-nyckel minst 3072 bitar och en elliptisk kurva minst 256",
            })
            .with_fault(text! {
                en: "the key is shorter than what is quoted for level TL IV",
                fi: "avain on lyhyempi kuin tasolle TL IV on mainittu",
                sv: "nyckeln är kortare än vad som återges för nivå TL IV",
            })
            .with_remedy(STRONGER)
            .with_reading(SECOND_HAND)
            .with_purpose(text! {
                en: "helps to notice a key that is easier to break: the shorter it is, the less computing it takes",
                fi: "auttaa huomaamaan helpommin murrettavan avaimen: mitä lyhyempi se on, sitä vähemmän laskentaa tarvitaan",
                sv: "hjälper till att upptäcka en nyckel som är lättare att knäcka: ju kortare den är, desto mindre beräkning krävs",
            })
            .with_certainty(Certainty::Inferred),
        check: key,
    },
};

pub(super) const WEAK_SIGNATURE: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &observed("quoted-tl-iv/weak-signature")
            .with_citations(&[Citation::page(&QUOTED_TL_IV, "3")])
            .with_statement(text! {
                en: "at level TL IV signatures are made over SHA-256 or stronger",
                fi: "tasolla TL IV allekirjoituksissa käytetään SHA-256:ta tai vahvempaa",
                sv: "på nivå TL IV görs signaturer med SHA-256 eller starkare",
            })
            .with_fault(text! {
                en: "the issuer's signature is weaker than what is quoted for level TL IV",
                fi: "varmentajan allekirjoitus on heikompi kuin tasolle TL IV on mainittu",
                sv: "utfärdarens signatur är svagare än vad som återges för nivå TL IV",
            })
            .with_remedy(STRONGER)
            .with_reading(SECOND_HAND)
            .with_purpose(text! {
                en: "helps to notice a certificate that could be forged: for SHA-1 and MD5 two contents with the same digest can be made",
                fi: "auttaa huomaamaan varmenteen, jonka voisi väärentää: SHA-1:llä ja MD5:llä voidaan tehdä kaksi sisältöä, joilla on sama tiiviste",
                sv: "hjälper till att upptäcka ett certifikat som kunde förfalskas: för SHA-1 och MD5 kan man göra två innehåll med samma kontrollsumma",
            })
            .with_certainty(Certainty::Inferred),
        check: signature,
    },
};

const STRONGER: Text = text! {
    en: "choose a stronger key, and have the strength attested",
    fi: "valitse vahvempi avain ja hanki vahvuudesta vahvistus",
    sv: "välj en starkare nyckel och låt intyga styrkan",
};
const SECOND_HAND: Text = text! {
    en: "the table of level TL IV is not public here; this is what another agency quotes of it",
    fi: "tason TL IV taulukko ei ole julkisesti saatavilla; tämä on toisen viranomaisen lainaus",
    sv: "tabellen för nivå TL IV är inte offentligt tillgänglig; detta är vad en annan myndighet återger",
};

fn key(facts: &Facts<'_>) -> Outcome {
    use crate::key::Key;
    let required = match facts.content.key() {
        Key::Rsa { bits } if bits < 3072 => Value::Bits(3072).at_least(),
        Key::Rsa { .. } | Key::P256 | Key::P384 | Key::P521 => return Outcome::Satisfied,
        Key::OtherCurve | Key::Other => {
            return Outcome::outside(&Document::CRYPTOGRAPHIC_STRENGTHS);
        }
    };
    Outcome::violated(
        facts
            .content
            .key()
            .bits()
            .map_or(Value::Term(ABSENT), Value::Bits),
        required,
    )
}

fn signature(facts: &Facts<'_>) -> Outcome {
    let Some(issued) = facts.content.issued() else {
        return Outcome::NotApplicable;
    };
    match issued.algorithm {
        algorithm if algorithm.digest_bits().is_some() => Outcome::Satisfied,
        SignatureAlgorithm::Weak => {
            Outcome::violated(Value::words("SHA-1, MD5"), Value::words("SHA-256"))
        }
        _ => Outcome::outside(&Document::CRYPTOGRAPHIC_STRENGTHS),
    }
}
