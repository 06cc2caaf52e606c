//! The words of an audit log.

use kanta_admission::audit::{Damage, Grouping, LineError};
use kanta_conformance::{Language, Text, text};

pub(super) const WHOLE: Text = text! {
    en: "WHOLE as far as the checkpoints reach",
    fi: "EHEÄ niin pitkälle kuin tarkistuspisteet ulottuvat",
    sv: "HEL så långt kontrollpunkterna räcker",
};
pub(super) const DAMAGED: Text = text! { en: "DAMAGED", fi: "VAURIOITUNUT", sv: "SKADAD" };
pub(super) const LINES: Text = text! { en: "lines", fi: "rivejä", sv: "rader" };
pub(super) const UNSEALED: Text = text! {
    en: "lines after the last checkpoint",
    fi: "rivejä viimeisen tarkistuspisteen jälkeen",
    sv: "rader efter den sista kontrollpunkten",
};
pub(super) const UNRECORDED: Text = text! {
    en: "decisions without a line",
    fi: "päätöksiä ilman riviä",
    sv: "beslut utan rad",
};
pub(super) const DAMAGES: Text = text! { en: "faults", fi: "virheitä", sv: "fel" };
pub(super) const DECISIONS: Text = text! { en: "decisions", fi: "päätöksiä", sv: "beslut" };
pub(super) const PERMITTED: Text = text! { en: "permitted", fi: "sallittu", sv: "tillåtna" };
pub(super) const DENIED: Text = text! { en: "denied", fi: "kielletty", sv: "nekade" };
pub(super) const UNREADABLE: Text = text! {
    en: "lines that are none of a log",
    fi: "rivejä, jotka eivät ole lokin rivejä",
    sv: "rader som inte hör till en logg",
};

pub(super) fn torn(line: u64, language: Language) -> String {
    match language {
        Language::En => format!("line {line} was torn by a crash and is no decision's record"),
        Language::Fi => {
            format!("rivi {line} jäi kesken keskeytyksessä eikä ole minkään päätöksen kirjaus")
        }
        Language::Sv => format!("rad {line} blev avbruten vid en krasch och är inget besluts logg"),
    }
}

/// What is wrong, as a sentence.
pub(super) fn damage(damage: &Damage, language: Language) -> String {
    let say = |text: [String; 3]| {
        let [en, fi, sv] = text;
        match language {
            Language::En => en,
            Language::Fi => fi,
            Language::Sv => sv,
        }
    };
    match damage {
        Damage::NotALine {
            line,
            error: LineError::Altered,
        } => say([
            format!("line {line} was altered: its hash is not that of its text"),
            format!("riviä {line} on muutettu: tiiviste ei vastaa tekstiä"),
            format!("rad {line} har ändrats: dess hash är inte textens"),
        ]),
        Damage::NotALine { line, .. } => say([
            format!("line {line} is no line of an audit log"),
            format!("rivi {line} ei ole lokin rivi"),
            format!("rad {line} är ingen rad i en logg"),
        ]),
        Damage::Missing { line, first, last } => say([
            format!("before line {line}, numbers {first}–{last} are missing"),
            format!("ennen riviä {line} puuttuvat numerot {first}–{last}"),
            format!("före rad {line} saknas numren {first}–{last}"),
        ]),
        Damage::OutOfOrder {
            line,
            expected,
            found,
        } => say([
            format!("line {line} is out of order or repeated: number {found}, expected {expected}"),
            format!(
                "rivi {line} on väärässä järjestyksessä tai toistuu: numero {found}, odotettu {expected}"
            ),
            format!(
                "rad {line} står i fel ordning eller upprepas: nummer {found}, väntat {expected}"
            ),
        ]),
        Damage::Replaced { line, number } => say([
            format!(
                "line {line}, number {number}, does not follow from the line before it: one of the two was replaced"
            ),
            format!(
                "rivi {line}, numero {number}, ei jatka edellistä riviä: toinen niistä on vaihdettu"
            ),
            format!(
                "rad {line}, nummer {number}, följer inte på raden före: en av de två har bytts ut"
            ),
        ]),
        Damage::AgainstCheckpoint { size } => say([
            format!("the checkpoint at {size} tells another hash: a line up to there was replaced"),
            format!(
                "tarkistuspisteen {size} tiiviste on toinen: jokin rivi siihen asti on vaihdettu"
            ),
            format!(
                "kontrollpunkten vid {size} anger en annan hash: en rad fram till den har bytts ut"
            ),
        ]),
        Damage::CutOff { size, last } => say([
            format!("the end was cut off: a checkpoint tells {size} lines, the log ends at {last}"),
            format!(
                "loppu on katkaistu: tarkistuspisteen mukaan rivejä on {size}, loki päättyy numeroon {last}"
            ),
            format!(
                "slutet har kapats: en kontrollpunkt anger {size} rader, loggen slutar vid {last}"
            ),
        ]),
        other => format!("{other:?}"),
    }
}

/// The code of a damage in machine-readable output.
pub(super) const fn code(damage: &Damage) -> &'static str {
    match damage {
        Damage::NotALine {
            error: LineError::Altered,
            ..
        } => "altered",
        Damage::NotALine { .. } => "not-a-line",
        Damage::Missing { .. } => "missing",
        Damage::OutOfOrder { .. } => "out-of-order",
        Damage::Replaced { .. } => "replaced",
        Damage::AgainstCheckpoint { .. } => "against-checkpoint",
        Damage::CutOff { .. } => "cut-off",
        _ => "other",
    }
}

/// By what is counted, as a heading.
pub(super) const fn grouping(grouping: Grouping) -> Text {
    match grouping {
        Grouping::Party => text! { en: "By party", fi: "Osapuolittain", sv: "Per part" },
        Grouping::Service => text! { en: "By service", fi: "Palveluittain", sv: "Per tjänst" },
        Grouping::Reason => text! {
            en: "By reason of denial",
            fi: "Kiellon syittäin",
            sv: "Per orsak till nekande",
        },
        Grouping::Day => text! { en: "By day (UTC)", fi: "Päivittäin (UTC)", sv: "Per dag (UTC)" },
        _ => text! { en: "By peer", fi: "Yhteyden ottajittain", sv: "Per motpart" },
    }
}
