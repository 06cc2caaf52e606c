//! An audit log, for people.

use std::collections::BTreeMap;
use std::io;

use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout::{self, BOLD, GREEN, Lines as _, Page, RED};
use crate::view::{Decided, Decision, LogSummary, LogVerification, LoggedDecision};

/// Writes whether a log is whole, and what is wrong with it.
///
/// # Errors
/// Those of `out`.
pub fn log_verification(
    view: &LogVerification,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let (word, colour) = if view.whole {
        (WHOLE, GREEN)
    } else {
        (DAMAGED, RED)
    };
    layout::paragraph(out, colour, word.get(language))?;
    let damages = (!view.whole).then_some((DAMAGES, view.damage_count));
    let counts = [
        (LINES, view.lines),
        (UNSEALED, view.unsealed),
        (UNRECORDED, view.unrecorded),
    ];
    for (word, count) in counts.into_iter().chain(damages) {
        indented(out, &format!("{}: {count}", word.get(language)))?;
    }
    for line in &view.torn {
        layout::entry(out, &torn(*line, language))?;
    }
    for damage in &view.damages {
        layout::entry(out, damage.message.get(language))?;
    }
    Ok(())
}

/// Writes what a log tells: how often was permitted and denied, and by whom, for whom, of what and why.
///
/// # Errors
/// Those of `out`.
pub fn log_summary(view: &LogSummary, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let decisions = DECISIONS.get(language);
    let all = told(view.all, language);
    layout::paragraph(out, BOLD, &format!("{decisions}: {all}"))?;
    if let (Some(first), Some(last)) = (&view.first, &view.last) {
        indented(out, &format!("{first} – {last}"))?;
    }
    for (word, count) in [(UNRECORDED, view.unrecorded), (UNREADABLE, view.unreadable)] {
        if count > 0 {
            indented(out, &format!("{}: {count}", word.get(language)))?;
        }
    }
    let by = &view.by;
    let groups: [(Text, &BTreeMap<String, Decided>); 5] = [
        (BY_PARTY, &by.party),
        (BY_SERVICE, &by.service),
        (BY_REASON, &by.reason),
        (BY_PEER, &by.peer),
        (BY_DAY, &by.day),
    ];
    for (title, counted) in groups {
        if counted.is_empty() {
            continue;
        }
        layout::heading(out, BOLD, title.get(language), counted.len())?;
        for (key, decided) in counted {
            let told = told(*decided, language);
            indented(out, &format!("{}: {told}", Escaped(key)))?;
        }
    }
    Ok(())
}

/// Writes a decision on one line, however wide: when, what, by whom, for whom, of which service, the reference, and why not.
///
/// # Errors
/// Those of `out`.
pub fn logged(view: &LoggedDecision, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let decision = match view.decision {
        Decision::Permit => PERMITTED,
        Decision::Deny => DENIED,
    };
    let told = format!(
        "{}  {}  {}  {}  {}  {}  {}",
        view.at,
        decision.get(language),
        view.peer,
        view.subject,
        view.service,
        view.reference,
        view.reasons.join(" "),
    );
    out.line(format_args!("{}", Escaped(told.trim_end())))
}

fn indented(out: &mut Page<'_>, words: &str) -> io::Result<()> {
    layout::hanging(out, "  ", "    ", words)
}

/// `3 permitted, 1 denied`.
fn told(decided: Decided, language: Language) -> String {
    let (permitted, denied) = (PERMITTED.get(language), DENIED.get(language));
    format!(
        "{} {permitted}, {} {denied}",
        decided.permits, decided.denials
    )
}

fn torn(line: u64, language: Language) -> String {
    match language {
        Language::En => format!("line {line} was torn by a crash and is no decision's record"),
        Language::Fi => {
            format!("rivi {line} jäi kesken keskeytyksessä eikä ole minkään päätöksen kirjaus")
        }
        Language::Sv => format!("rad {line} blev avbruten vid en krasch och är inget besluts logg"),
    }
}

const WHOLE: Text = text! {
    en: "WHOLE as far as the checkpoints reach",
    fi: "EHEÄ niin pitkälle kuin tarkistuspisteet ulottuvat",
    sv: "HEL så långt kontrollpunkterna räcker",
};
const DAMAGED: Text = text! { en: "DAMAGED", fi: "VAURIOITUNUT", sv: "SKADAD" };
const LINES: Text = text! { en: "lines", fi: "rivejä", sv: "rader" };
const UNSEALED: Text = text! {
    en: "lines after the last checkpoint",
    fi: "rivejä viimeisen tarkistuspisteen jälkeen",
    sv: "rader efter den sista kontrollpunkten",
};
const UNRECORDED: Text = text! {
    en: "decisions without a line",
    fi: "päätöksiä ilman riviä",
    sv: "beslut utan rad",
};
const DAMAGES: Text = text! { en: "faults", fi: "virheitä", sv: "fel" };
const DECISIONS: Text = text! { en: "decisions", fi: "päätöksiä", sv: "beslut" };
const PERMITTED: Text = text! { en: "permitted", fi: "sallittu", sv: "tillåtna" };
const DENIED: Text = text! { en: "denied", fi: "kielletty", sv: "nekade" };
const UNREADABLE: Text = text! {
    en: "lines that are none of a log",
    fi: "rivejä, jotka eivät ole lokin rivejä",
    sv: "rader som inte hör till en logg",
};
const BY_PARTY: Text = text! { en: "By party", fi: "Osapuolittain", sv: "Per part" };
const BY_SERVICE: Text = text! { en: "By service", fi: "Palveluittain", sv: "Per tjänst" };
const BY_REASON: Text = text! {
    en: "By reason of denial",
    fi: "Kiellon syittäin",
    sv: "Per orsak till nekande",
};
const BY_PEER: Text = text! { en: "By peer", fi: "Yhteyden ottajittain", sv: "Per motpart" };
const BY_DAY: Text = text! { en: "By day (UTC)", fi: "Päivittäin (UTC)", sv: "Per dag (UTC)" };
