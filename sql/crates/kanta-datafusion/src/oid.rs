//! Identifiers: what they are, whose they are, and what is wrong with them.

use datafusion::arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::Volatility;
use kanta_conformance::text;
use kanta_oid::{AccessPointOid, BusinessId, CheckDigit, Oid, OidFault, OidForm, OwnerOid};
use kanta_text::{Language, Text};

use crate::coded::Coded;
use crate::function::{Call, Definition, Gives, Kind};

const TEXT: &[(&str, Kind)] = &[("text", Kind::Text)];
const TEXT_AND_LANGUAGE: &[(&str, Kind)] = &[("text", Kind::Text), ("lang", Kind::Text)];

const fn of_text(
    name: &'static str,
    about: Text,
    gives: Gives,
    work: fn(&Call<'_>) -> Result<ArrayRef>,
) -> Definition {
    Definition {
        name,
        about,
        parameters: TEXT,
        required: 1,
        gives,
        volatility: Volatility::Immutable,
        work,
    }
}

const fn fault(
    name: &'static str,
    about: Text,
    work: fn(&Call<'_>) -> Result<ArrayRef>,
) -> Definition {
    Definition {
        parameters: TEXT_AND_LANGUAGE,
        ..of_text(name, about, Gives::Text, work)
    }
}

pub(crate) static FUNCTIONS: [Definition; 9] = [
    of_text(
        "kanta_oid_form",
        text! {
            en: "which of the five forms the OID of an access point or of its owner has",
            fi: "mikä viidestä muodosta liityntäpisteen tai sen omistajan OID-tunnuksella on",
            sv: "vilken av de fem formerna en anslutningspunkts eller dess ägares OID har",
        },
        Gives::Text,
        |call| by_text(call, |text| Some(form(text)?.as_str().to_owned())),
    ),
    of_text(
        "kanta_oid_kind",
        text! {
            en: "what an OID stands for",
            fi: "mitä OID-tunnus tarkoittaa",
            sv: "vad en OID står för",
        },
        Gives::Text,
        |call| {
            by_text(call, |text| {
                Some(Oid::parse(text).ok()?.kind().as_str().to_owned())
            })
        },
    ),
    of_text(
        "kanta_oid_owner",
        text! {
            en: "the OID of the owner of an access point",
            fi: "liityntäpisteen omistajan OID-tunnus",
            sv: "OID för en anslutningspunkts ägare",
        },
        Gives::Text,
        |call| {
            by_text(call, |text| {
                Some(AccessPointOid::parse(text).ok()?.owner().to_string())
            })
        },
    ),
    fault(
        "kanta_oid_fault",
        text! {
            en: "why a text is no OID of an access point; NULL if it is one",
            fi: "miksi teksti ei ole liityntäpisteen OID-tunnus; NULL, jos se on",
            sv: "varför en text inte är en anslutningspunkts OID; NULL om den är det",
        },
        |call| {
            by_text_and_language(call, |text, language| {
                let error = AccessPointOid::parse(text).err()?;
                Some(error.display(language).to_string())
            })
        },
    ),
    of_text(
        "kanta_oid_fault_code",
        text! {
            en: "the same as a code, to group by",
            fi: "sama koodina ryhmittelyä varten",
            sv: "detsamma som en kod, att gruppera efter",
        },
        Gives::Text,
        |call| {
            by_text(call, |text| {
                Some(code(AccessPointOid::parse(text).err()?.fault()))
            })
        },
    ),
    fault(
        "kanta_owner_fault",
        text! {
            en: "why a text is no OID of an owner of access points; NULL if it is one",
            fi: "miksi teksti ei ole liityntäpisteiden omistajan OID-tunnus; NULL, jos se on",
            sv: "varför en text inte är en OID för en ägare av anslutningspunkter; NULL om den är det",
        },
        |call| {
            by_text_and_language(call, |text, language| {
                let error = OwnerOid::parse(text).err()?;
                Some(error.display(language).to_string())
            })
        },
    ),
    of_text(
        "kanta_owner_fault_code",
        text! {
            en: "the same as a code, to group by",
            fi: "sama koodina ryhmittelyä varten",
            sv: "detsamma som en kod, att gruppera efter",
        },
        Gives::Text,
        |call| {
            by_text(call, |text| {
                Some(code(OwnerOid::parse(text).err()?.fault()))
            })
        },
    ),
    of_text(
        "kanta_business_id_ok",
        text! {
            en: "whether the check digit of a business ID is right; NULL if the text is none",
            fi: "onko Y-tunnuksen tarkistusnumero oikein; NULL, jos teksti ei ole Y-tunnus",
            sv: "om kontrollsiffran i ett FO-nummer är rätt; NULL om texten inte är ett sådant",
        },
        Gives::Truth,
        |call| {
            let digits = Coded::of_text(call.argument(0)?, |text| {
                let id = BusinessId::parse(text?).ok()?;
                Some(id.check_digit() == CheckDigit::Right)
            })?;
            digits.booleans(call.rows)
        },
    ),
    fault(
        "kanta_business_id_fault",
        text! {
            en: "what is wrong with a business ID; NULL if nothing is",
            fi: "mikä Y-tunnuksessa on vikana; NULL, jos ei mikään",
            sv: "vad som är fel med ett FO-nummer; NULL om ingenting är det",
        },
        |call| by_text_and_language(call, business_id_fault),
    ),
];

fn form(text: &str) -> Option<OidForm> {
    let of_point = AccessPointOid::parse(text).map(|oid| oid.form());
    of_point
        .or_else(|_| OwnerOid::parse(text).map(|oid| oid.form()))
        .ok()
}

fn business_id_fault(text: &str, language: Language) -> Option<String> {
    match BusinessId::parse(text) {
        Err(error) => Some(error.display(language).to_string()),
        Ok(id) => match id.check_digit() {
            CheckDigit::Right => None,
            digit => Some(digit.display(language).to_string()),
        },
    }
}

/// A fault as a code: `leading-zero`.
fn code(fault: OidFault) -> String {
    let mut code = String::new();
    for letter in format!("{fault:?}").chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// A text for each text; NULL stays NULL.
fn by_text(call: &Call<'_>, work: impl Fn(&str) -> Option<String>) -> Result<ArrayRef> {
    let told = Coded::of_text(call.argument(0)?, |text| work(text?))?;
    told.texts(call.rows)
}

/// The same in a language.
fn by_text_and_language(
    call: &Call<'_>,
    work: impl Fn(&str, Language) -> Option<String>,
) -> Result<ArrayRef> {
    let language = call.language(1)?;
    by_text(call, |text| work(text, language))
}
