//! What keeps an index from being read, in words.

use kanta_conformance::{Language, Text, text};

pub(super) const UNKNOWN: Text = text! {
    en: "no id of the index and no OID",
    fi: "ei hakemiston tunnus eikä OID-tunnus",
    sv: "inget id i indexet och ingen OID",
};

/// A byte, counted from 0, that Windows-1252 has no letter for.
pub(super) fn no_letter(at: usize, language: Language) -> String {
    match language {
        Language::En => format!("byte {at} is no letter of Windows-1252"),
        Language::Fi => format!("tavu {at} ei ole Windows-1252:n kirjain"),
        Language::Sv => format!("byte {at} är ingen bokstav i Windows-1252"),
    }
}
