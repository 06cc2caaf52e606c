//! The words of a report on an index.

use kanta_conformance::{Language, Text, text};

pub(crate) const BY_REQUIREMENT: Text = text! {
    en: "Findings by requirement",
    fi: "Havainnot vaatimuksittain",
    sv: "Iakttagelser per krav",
};
pub(crate) const BY_PARTY: Text = text! {
    en: "Findings by party",
    fi: "Havainnot osapuolittain",
    sv: "Iakttagelser per part",
};

/// `3 findings, 17 rights`.
pub(crate) fn counted(findings: usize, rights: usize, language: Language) -> String {
    let [one, more, right, rights_word] = match language {
        Language::En => ["finding", "findings", "right", "rights"],
        Language::Fi => ["havainto", "havaintoa", "käyttövaltuus", "käyttövaltuutta"],
        Language::Sv => ["iakttagelse", "iakttagelser", "rättighet", "rättigheter"],
    };
    let found = if findings == 1 { one } else { more };
    let held = if rights == 1 { right } else { rights_word };
    format!("{findings} {found}, {rights} {held}")
}

/// `4 rights rest on it`.
pub(crate) fn resting(rights: usize, language: Language) -> String {
    match (language, rights) {
        (Language::En, 1) => "1 right rests on it".to_owned(),
        (Language::En, _) => format!("{rights} rights rest on it"),
        (Language::Fi, 1) => "koskee yhtä käyttövaltuutta".to_owned(),
        (Language::Fi, _) => format!("koskee {rights} käyttövaltuutta"),
        (Language::Sv, 1) => "gäller 1 rättighet".to_owned(),
        (Language::Sv, _) => format!("gäller {rights} rättigheter"),
    }
}

/// `2 violated, 1 not known`, with no word of what there is none of.
pub(crate) fn tally(violated: usize, undetermined: usize, language: Language) -> String {
    let [forbidden, open] = match language {
        Language::En => ["violated", "not known"],
        Language::Fi => ["rikottua", "ei tiedossa"],
        Language::Sv => ["brutna", "inte kända"],
    };
    let parts = [(violated, forbidden), (undetermined, open)];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    parts.join(", ")
}
