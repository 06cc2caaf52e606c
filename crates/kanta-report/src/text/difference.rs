//! What differs between two plans, for people.

use std::io;

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text, Value, text};

use super::entries::Entries;
use super::outcomes::{self, Values};
use crate::layout::{self, BOLD, GREEN, Lines as _, Page, RED, YELLOW};
use crate::view::{Change, DifferenceReport, Finding, Ground, Outcome, Side, Way};
use crate::words;

/// Writes what differs between two plans: what got worse, what better, and what changed otherwise.
///
/// # Errors
/// Those of `out`.
pub fn difference(
    view: &DifferenceReport,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let title = text! {
        en: "What differs between two connection plans",
        fi: "Kahden liittymissuunnitelman erot",
        sv: "Skillnader mellan två anslutningsplaner",
    };
    layout::paragraph(out, BOLD, say(title))?;
    out.line(format_args!(""))?;
    layout::labelled(out, say(BEFORE), &summary(&view.before, language))?;
    layout::labelled(out, say(AFTER), &summary(&view.after, language))?;
    for gap in view.new_gaps() {
        out.line(format_args!(""))?;
        layout::entry(out, say(words::gap(gap)))?;
    }
    let mut number = 0_usize;
    for (way, count, style, heading) in [
        (Way::Worse, view.worse, RED, WORSE),
        (Way::Better, view.better, GREEN, BETTER),
        (Way::Other, view.other, YELLOW, OTHER),
    ] {
        if count == 0 {
            continue;
        }
        layout::heading(out, style, say(heading), count)?;
        for change in view.changes.iter().filter(|change| change.way == way) {
            number = number.saturating_add(1);
            changed(view, change, number, language, out)?;
        }
    }
    out.line(format_args!(""))?;
    layout::paragraph(out, Style::new(), &closing(view, language))
}

const BEFORE: Text = text! { en: "before", fi: "ennen", sv: "före" };
const AFTER: Text = text! { en: "after", fi: "jälkeen", sv: "efter" };
const WORSE: Text = text! { en: "WORSE", fi: "HUONONTUNUT", sv: "SÄMRE" };
const BETTER: Text = text! { en: "BETTER", fi: "PARANTUNUT", sv: "BÄTTRE" };
const OTHER: Text = text! { en: "OTHER CHANGES", fi: "MUITA MUUTOKSIA", sv: "ANDRA ÄNDRINGAR" };

fn changed(
    view: &DifferenceReport,
    change: &Change,
    number: usize,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let (finding, side) = match (&change.after, &change.before) {
        (Some(after), _) => (after, &view.after),
        (None, Some(before)) => (before, &view.before),
        (None, None) => return Ok(()),
    };
    let statement = finding.statement.get(language);
    let title = match change.after.as_ref().map(|after| after.outcome) {
        Some(Outcome::Violated) => finding.fault.get(language).to_owned(),
        Some(Outcome::Undetermined) => format!("{} {statement}", words::QUESTION.get(language)),
        _ => statement.to_owned(),
    };
    layout::title(out, number, &title)?;
    let entries = Entries::new(language, Some(&side.plan));
    let place = entries.located(&finding.location, finding.place.as_ref());
    layout::labelled(out, words::AT.get(language), &place)?;
    let before = told(change.before.as_ref(), language);
    layout::labelled(out, BEFORE.get(language), &before)?;
    let after = told(change.after.as_ref(), language);
    layout::labelled(out, AFTER.get(language), &after)?;
    layout::labelled(
        out,
        words::CLAUSE.get(language),
        finding.clause.get(language),
    )?;
    layout::labelled(out, words::ID.get(language), &finding.requirement)
}

fn closing(view: &DifferenceReport, language: Language) -> String {
    let (worse, better, other) = (view.worse, view.better, view.other);
    if view.changes.is_empty() {
        let none = text! {
            en: "No finding differs.",
            fi: "Yksikään havainto ei eroa.",
            sv: "Ingen iakttagelse skiljer sig.",
        };
        return none.get(language).to_owned();
    }
    match language {
        Language::En => format!("{worse} worse, {better} better, {other} other changes"),
        Language::Fi => {
            format!("{worse} huonontunut, {better} parantunut, {other} muuta muutosta")
        }
        Language::Sv => format!("{worse} sämre, {better} bättre, {other} andra ändringar"),
    }
}

/// `clinic.toml, judged as of 2025-12-01 (edition 3.18): undetermined`.
fn summary(side: &Side, language: Language) -> String {
    let judged = text! { en: "judged as of", fi: "arvioitu päivän mukaan:", sv: "bedömd per" };
    let judged = judged.get(language);
    let on = side.on.0.display(language);
    let edition = words::edition_of(side.edition.as_deref(), language);
    let counts = side.counts;
    let verdict = words::verdict(side.verdict, counts.attested, counts.ruled, language);
    let plan = Escaped(&side.plan);
    format!("{plan}, {judged} {on} ({edition}): {verdict}")
}

/// An outcome, and on whose word it rests.
fn told(finding: Option<&Finding>, language: Language) -> String {
    let Some(finding) = finding else {
        let none = text! { en: "no finding", fi: "ei havaintoa", sv: "ingen iakttagelse" };
        return none.get(language).to_owned();
    };
    let outcome = outcomes::told(&Values::from(finding), language);
    let attested = text! { en: "attested by", fi: "vakuuttaja:", sv: "intygat av" };
    let ruled = text! { en: "ruled by", fi: "ratkaisija:", sv: "avgjort av" };
    let (word, by, on, why) = match &finding.ground {
        None => return outcome,
        Some(Ground::Attestation { by, on, ground, .. }) => (attested, by, on, ground),
        Some(Ground::Ruling {
            by, on, reference, ..
        }) => (ruled, by, on, reference),
    };
    let quoted = |text: &str| Value::words(text).display(language).to_string();
    let (word, on) = (word.get(language), on.0.display(language));
    format!("{outcome}; {word} {}, {on}: {}", quoted(by), quoted(why))
}
