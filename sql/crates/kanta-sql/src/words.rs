//! The words of a report.

use kanta_conformance::{Language, text};
use kanta_text::Text;

pub(crate) const NONE: Text = text! {
    en: "none",
    fi: "ei yhtään",
    sv: "inga",
};

pub(crate) const TITLE: Text = text! {
    en: "What a connection log tells",
    fi: "Mitä yhteysloki kertoo",
    sv: "Vad en anslutningslogg berättar",
};

/// The columns of answers, by their names in SQL.
const COLUMNS: [(&str, Text); 19] = [
    ("lines", text! { en: "lines", fi: "rivejä", sv: "rader" }),
    (
        "permitted",
        text! { en: "permitted", fi: "sallittuja", sv: "tillåtna" },
    ),
    (
        "denied",
        text! { en: "denied", fi: "evättyjä", sv: "nekade" },
    ),
    (
        "unreadable",
        text! { en: "unreadable", fi: "lukukelvottomia", sv: "oläsliga" },
    ),
    (
        "first",
        text! { en: "first", fi: "ensimmäinen", sv: "första" },
    ),
    ("last", text! { en: "last", fi: "viimeinen", sv: "sista" }),
    ("party", text! { en: "party", fi: "osapuoli", sv: "part" }),
    (
        "access_point",
        text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" },
    ),
    (
        "service",
        text! { en: "service", fi: "palvelu", sv: "tjänst" },
    ),
    (
        "missing",
        text! { en: "not met", fi: "täyttymättä", sv: "inte uppfyllt" },
    ),
    (
        "source",
        text! { en: "address", fi: "osoite", sv: "adress" },
    ),
    (
        "whose",
        text! { en: "on record for", fi: "kirjattu kohteelle", sv: "antecknad för" },
    ),
    ("field", text! { en: "field", fi: "kenttä", sv: "fält" }),
    ("found", text! { en: "found", fi: "löydetty", sv: "funnet" }),
    ("code", text! { en: "code", fi: "koodi", sv: "kod" }),
    ("fault", text! { en: "fault", fi: "vika", sv: "fel" }),
    ("ends", text! { en: "ends", fi: "päättyy", sv: "upphör" }),
    ("what", text! { en: "what", fi: "mikä", sv: "vad" }),
    (
        "rights",
        text! { en: "rights", fi: "käyttövaltuuksia", sv: "rättigheter" },
    ),
];

/// The name of a column, kept for as long as the program runs.
pub(crate) fn column(name: &str) -> &'static str {
    let known = COLUMNS.iter().find(|(column, _)| *column == name);
    known.map_or("kind", |(column, _)| column)
}

/// A column in words.
pub(crate) fn told(column: &str, language: Language) -> &'static str {
    let known = COLUMNS.iter().find(|(name, _)| *name == column);
    let kind = text! { en: "kind", fi: "laji", sv: "slag" };
    known.map_or(kind, |(_, words)| *words).get(language)
}

pub(crate) fn more(rows: usize, language: Language) -> String {
    match language {
        Language::En => format!("and {rows} more"),
        Language::Fi => format!("ja vielä {rows}"),
        Language::Sv => format!("och {rows} till"),
    }
}

/// How fast it went.
pub(crate) fn rate(lines: u64, seconds: f64, language: Language) -> String {
    // A rate is rounded.
    #[allow(
        clippy::cast_precision_loss,
        reason = "a rate is rounded, and no log has 2⁵³ lines"
    )]
    let rate = lines as f64 / seconds.max(0.001);
    match language {
        Language::En => format!("{lines} lines in {seconds:.1} s: {rate:.0} a second"),
        Language::Fi => format!("{lines} riviä, {seconds:.1} s: {rate:.0} sekunnissa"),
        Language::Sv => format!("{lines} rader på {seconds:.1} s: {rate:.0} i sekunden"),
    }
}
