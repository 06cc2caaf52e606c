//! A decision on one request, for people.

use std::io;

use kanta_conformance::{Escaped, Language, Text, text};

use super::asked::{Names, days};
use super::reasons::{LOOKED_AT, MISSING, WHO, headline};
use crate::layout::{self, BOLD, GREEN, Page, RED};
use crate::view::{
    AdmissionReport, Beside, ComparedDecisions, DecidingRight, Decision, Finding, Peer, Reason, Why,
};
use crate::words;

/// How often another index decided otherwise, in one sentence.
#[must_use]
pub fn compared(view: ComparedDecisions, language: Language) -> String {
    let ComparedDecisions {
        compared,
        would_permit,
        would_deny,
    } = view;
    match language {
        Language::En => format!(
            "shadow: {compared} compared, {would_permit} denied, which the other index would permit, \
             {would_deny} permitted, which the other index would deny"
        ),
        Language::Fi => format!(
            "varjo: {compared} verrattu, {would_permit} kielletty, jotka toinen aineisto sallisi, \
             {would_deny} sallittu, jotka toinen aineisto kieltäisi"
        ),
        Language::Sv => format!(
            "skugga: {compared} jämförda, {would_permit} nekade som det andra indexet skulle tillåta, \
             {would_deny} tillåtna som det andra indexet skulle neka"
        ),
    }
}

/// Writes a decision, who asked, the right that decided or came nearest, what is missing and what the guide leaves open; and
/// what else was looked at, where that was asked for.
///
/// # Errors
/// Those of `out`.
pub fn admission(view: &AdmissionReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    opening(view, language, out)?;
    for (title, reasons) in [(MISSING, &view.missing), (QUESTIONS, &view.questions)] {
        if reasons.is_empty() {
            continue;
        }
        layout::heading(out, BOLD, title.get(language), reasons.len())?;
        for (number, reason) in (1_usize..).zip(reasons) {
            told(number, reason, language, out)?;
        }
    }
    let Some(links) = &view.links else {
        return Ok(());
    };
    let is_told = |its: &&Reason| !view.missing.contains(its) && !view.questions.contains(its);
    let rest: Vec<&Reason> = links.iter().filter(is_told).collect();
    layout::heading(out, BOLD, LOOKED_AT.get(language), rest.len())?;
    for Reason { finding, .. } in rest {
        let outcome = words::outcome(finding.outcome).get(language);
        let statement = finding.statement.get(language);
        layout::entry(out, &format!("{statement} ({outcome})"))?;
    }
    Ok(())
}

const PERMIT: Text = text! { en: "PERMIT", fi: "SALLITTU", sv: "TILLÅTET" };
const DENY: Text = text! { en: "DENY", fi: "KIELLETTY", sv: "NEKAT" };
const QUESTIONS: Text = text! {
    en: "Questions that the guide leaves open",
    fi: "Kysymykset, jotka ohje jättää avoimiksi",
    sv: "Frågor som anvisningen lämnar öppna",
};
const PEER: Text = text! { en: "peer", fi: "osapuoli", sv: "motpart" };
const UNKNOWN: Text = text! {
    en: "nobody that is known",
    fi: "ei kukaan tunnettu",
    sv: "ingen som är känd",
};
const ACCESS_POINT: Text =
    text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" };
const SYSTEM: Text = text! { en: "system", fi: "järjestelmä", sv: "system" };
const FROM: Text = text! { en: "from address", fi: "osoitteesta", sv: "från adressen" };
const NEAREST: Text = text! { en: "nearest", fi: "lähin", sv: "närmast" };
const BY: Text = text! { en: "by", fi: "peruste", sv: "genom" };
const RECORD: Text = text! { en: "record", fi: "kirjaus", sv: "logg" };
const RESTS_ON: Text = text! { en: "index", fi: "aineisto", sv: "index" };
const NO_CLAUSE: Text = text! {
    en: "no document asks for it: it is this gateway's own condition",
    fi: "mikään asiakirja ei vaadi sitä: se on yhdyskäytävän oma ehto",
    sv: "inget dokument kräver det: det är gatewayens eget villkor",
};
const AGREES: Text = text! { en: "decides the same", fi: "päättää samoin", sv: "beslutar lika" };
const SHADOW: Text = text! { en: "shadow", fi: "varjo", sv: "skugga" };

fn opening(view: &AdmissionReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let names = Names(&view.ids);
    let style = match view.decision {
        Decision::Permit => GREEN,
        Decision::Deny => RED,
    };
    let asked = format!(
        "{}  {} → {}, {}",
        say(verdict(view.decision)),
        names.of(&view.subject),
        view.service,
        view.at
    );
    layout::paragraph(out, style, &asked)?;
    let (peer, from) = (peer(&view.peer, names, language), say(FROM));
    let peer = format!("{peer}, {from} {}", view.peer.source);
    layout::labelled(out, say(PEER), &peer)?;
    if let Some(right) = &view.right {
        let word = if view.missing.is_empty() { BY } else { NEAREST };
        layout::labelled(out, say(word), &self::right(right, names, language))?;
    }
    layout::labelled(out, say(RESTS_ON), &format!("`{}`", view.rests_on.index))?;
    if let Some(beside) = &view.shadow {
        layout::labelled(out, say(SHADOW), &shadow(beside, language))?;
    }
    for record in view.reference.iter().chain(&view.unrecorded) {
        layout::labelled(out, say(RECORD), record)?;
    }
    Ok(())
}

const fn verdict(decision: Decision) -> Text {
    match decision {
        Decision::Permit => PERMIT,
        Decision::Deny => DENY,
    }
}

fn peer(peer: &Peer, names: Names<'_>, language: Language) -> String {
    let (word, name) = match (peer.kind.as_str(), &peer.access_point, &peer.system) {
        ("access-point", Some(oid), _) => (ACCESS_POINT, names.of(oid)),
        ("system", _, Some(system)) => (SYSTEM, format!("`{}`", Escaped(system))),
        _ => return UNKNOWN.get(language).to_owned(),
    };
    format!("{} {name}", word.get(language))
}

fn right(right: &DecidingRight, names: Names<'_>, language: Language) -> String {
    let point = names.of(&right.access_point);
    let days = days([right.from, right.until], language);
    let mut text = format!("{} → {point}, {days}", right.service);
    if let Some(reference) = &right.reference {
        text.push_str(&format!(", `{}`", Escaped(reference)));
    }
    text
}

fn told(number: usize, reason: &Reason, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let finding = &reason.finding;
    layout::title(out, number, &headline(finding, language))?;
    found(finding, language, out)?;
    let mut line = |label: Text, words: &str| layout::labelled(out, say(label), words);
    line(words::ASKS, finding.statement.get(language))?;
    if finding.citations.is_empty() {
        line(words::CLAUSE, say(NO_CLAUSE))?;
    } else {
        line(words::CLAUSE, finding.clause.get(language))?;
    }
    if let Some(reading) = &finding.reading {
        line(words::READING, reading.get(language))?;
    }
    line(words::DO, finding.remedy.get(language))?;
    line(WHO, reason.responsible.name.get(language))?;
    line(words::ID, &finding.requirement)
}

/// What was found, or why that is not known.
fn found(finding: &Finding, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let mut line = |label: Text, words: &str| layout::labelled(out, say(label), words);
    let by_reading = finding.why.is_some();
    if let Some(found) = &finding.found {
        line(words::FOUND, found.get(language))?;
    }
    match &finding.required {
        Some(_) if by_reading => line(words::OPEN, say(words::BY_READING))?,
        Some(required) => line(words::REQUIRED, required.get(language))?,
        None => {}
    }
    for field in &finding.missing {
        line(words::FILL_IN, field.location.get(language))?;
    }
    match (finding.why, &finding.obstacle) {
        (Some(Why::Unchecked), Some(obstacle)) => line(words::OPEN, obstacle.get(language)),
        (Some(Why::DateUnknown), _) => line(words::OPEN, say(words::DATE_UNKNOWN_OF_ONE)),
        _ => Ok(()),
    }
}

/// What the other index decides.
fn shadow(beside: &Beside, language: Language) -> String {
    if beside.agrees {
        return AGREES.get(language).to_owned();
    }
    let verdict = verdict(beside.decision).get(language);
    let told = format!("{verdict} {}", beside.missing.join(", "));
    told.trim_end().to_owned()
}
