//! What is left before going live, for people.

mod calendar;

use std::io;

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text, Value, text};
use kanta_policy::readiness::Step;

use crate::layout::{self, BOLD, Lines as _, Page, RED, YELLOW};
use crate::view::{
    Finding, Ground, Level, Outcome, Place, ReadyItem, ReadyReport, Verdict, Why, Words,
};
use crate::words;

/// Writes the checklist and, where it was asked for, the calendar.
///
/// # Errors
/// Those of `out`.
pub fn ready(view: &ReadyReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    layout::paragraph(out, BOLD, &Escaped(&view.plan).to_string())?;
    // What the guide refuses does not go live, however much of the list is done.
    let ready = view.verdict.min(view.guide.verdict);
    let words = layout::capitalised(say(words::readiness(ready)));
    layout::paragraph(out, layout::verdict(ready), &words)?;
    let on = view.on.0.display(language);
    layout::paragraph(out, Style::new(), &format!("{} {on}", say(TITLE)))?;
    if let Some(words) = view.stage.as_deref().and_then(not_yet_due) {
        layout::paragraph(out, Style::new(), say(words))?;
    }
    let mut number = 0_usize;
    for &step in Step::ALL {
        let of_step = view.items.iter().filter(|item| item.step == step.code());
        let items: Vec<&ReadyItem> = of_step.collect();
        if items.is_empty() {
            continue;
        }
        let name = layout::capitalised(say(step.name()));
        layout::heading(out, BOLD, &name, items.len())?;
        for item in items {
            number = number.saturating_add(1);
            entry(number, item, language, out)?;
        }
    }
    refused(view, language, out)?;
    if let Some(calendar) = &view.calendar {
        calendar::dated(calendar, view.on, language, out)?;
    }
    out.line(format_args!(""))?;
    super::missing_files(&view.missing_files, language, out)?;
    let done = view.items.iter().filter(|item| is_done(item)).count();
    let (of, made) = (say(text! { en: "of", fi: "/", sv: "av" }), say(words::DONE));
    let verdict = say(words::readiness(ready));
    let line = format!("{done} {of} {number} {made}: {verdict}");
    layout::paragraph(out, layout::verdict(ready), &line)?;
    layout::paragraph(out, Style::new(), say(NOT_THE_GUIDE))
}

fn is_done(item: &ReadyItem) -> bool {
    matches!(item.state.as_str(), "done" | "attested")
}

/// What is not yet due at the stage of joining that the plan names.
fn not_yet_due(stage: &str) -> Option<Text> {
    match stage {
        "preparing" => Some(text! {
            en: "Joining is being prepared: application, commitment, terms, service descriptions and approval are not yet due.",
            fi: "Liittymistä valmistellaan: hakemusta, sitoumusta, toimitusehtoja, palvelukuvauksia ja hyväksyntää ei vielä vaadita.",
            sv: "Anslutningen förbereds: ansökan, förbindelse, leveransvillkor, tjänstebeskrivningar och godkännande krävs ännu inte.",
        }),
        "applied" => Some(text! {
            en: "Joining is applied for: the approval is not yet due.",
            fi: "Liittymistä on haettu: hyväksyntää ei vielä vaadita.",
            sv: "Anslutning är ansökt: godkännandet krävs ännu inte.",
        }),
        _ => None,
    }
}

/// What `kanta check` refuses, named, and how much it leaves open.
fn refused(view: &ReadyReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let refused = &view.guide.refused;
    if !refused.is_empty() {
        layout::heading(out, RED, say(REFUSED), refused.len())?;
        out.line(format_args!(""))?;
    }
    for finding in refused {
        let mut place = finding.location.get(language).to_owned();
        if let Some((line, column)) = at(finding.place.as_ref()) {
            place.push_str(&format!(", {line}:{column}"));
        }
        let fault = finding.fault.get(language);
        layout::entry(out, &format!("{fault} ({place}; {})", finding.requirement))?;
    }
    if view.guide.verdict == Verdict::Undetermined {
        out.line(format_args!(""))?;
        let words = format!("{} {}", say(LEFT_OPEN), view.guide.undetermined);
        layout::paragraph(out, YELLOW, &words)?;
    }
    Ok(())
}

/// Line and column, where both are known.
fn at(place: Option<&Place>) -> Option<(usize, usize)> {
    place.and_then(|place| place.line.zip(place.column))
}

fn located(location: &Words, place: Option<&Place>, language: Language) -> String {
    let words = location.get(language);
    match at(place) {
        Some((line, column)) => format!("{words} ({line}:{column})"),
        None => words.to_owned(),
    }
}

fn entry(
    number: usize,
    item: &ReadyItem,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let finding = &item.finding;
    layout::title(out, number, finding.statement.get(language))?;
    let name = item.state_name.get(language);
    let state = match (item.state.as_str(), &finding.ground) {
        ("attested", Some(Ground::Attestation { by, on, .. })) => {
            let by = Value::words(by);
            format!(
                "{name}: {}, {}",
                by.display(language),
                on.0.display(language)
            )
        }
        _ => name.to_owned(),
    };
    layout::labelled(out, say(STATE), &state)?;
    if !is_done(item) {
        left(finding, language, out)?;
        if finding.level != Level::Must {
            let weight = say(words::level(finding.level));
            layout::labelled(out, say(WEIGHT), weight)?;
        }
    }
    layout::labelled(out, say(words::ID), &finding.requirement)
}

/// What is left to do.
fn left(finding: &Finding, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    if finding.why == Some(Why::InputMissing) {
        return finding.missing.iter().try_for_each(|field| {
            let words = located(&field.location, field.place.as_ref(), language);
            layout::labelled(out, say(words::FILL_IN), &words)
        });
    }
    if finding.why == Some(Why::DateUnknown) {
        let words = words::date_unknown(finding.in_force, finding.decisive_day, language);
        layout::labelled(out, say(words::OPEN), &words)?;
    }
    if finding.outcome == Outcome::Violated {
        let words = located(&finding.location, finding.place.as_ref(), language);
        layout::labelled(out, say(words::AT), &words)?;
        for (label, value) in [
            (words::FOUND, &finding.found),
            (words::REQUIRED, &finding.required),
        ] {
            let value = value.as_ref().map_or("", |value| value.get(language));
            layout::labelled(out, say(label), value)?;
        }
    }
    if let Some(question) = &finding.question {
        layout::labelled(out, say(words::OPEN), question.get(language))?;
    }
    layout::labelled(out, say(words::DO), finding.remedy.get(language))
}

const TITLE: Text = text! {
    en: "What has to be done before going live, as of",
    fi: "Ennen tuotantoon siirtymistä tehtävä, arvioitu päivänä",
    sv: "Vad som ska göras före produktionsstarten, per",
};
const STATE: Text = text! { en: "state", fi: "tila", sv: "läge" };
const WEIGHT: Text = text! { en: "weight", fi: "paino", sv: "vikt" };
const REFUSED: Text = text! {
    en: "Refused by `kanta check`",
    fi: "`kanta check` hylkää",
    sv: "Underkänns av `kanta check`",
};
const LEFT_OPEN: Text = text! {
    en: "`kanta check` leaves open whether the plan conforms; not known:",
    fi: "`kanta check` jättää avoimeksi, onko suunnitelma ohjeen mukainen; ei tiedossa:",
    sv: "`kanta check` lämnar öppet om planen följer anvisningen; inte känt:",
};
const NOT_THE_GUIDE: Text = text! {
    en: "`kanta check` holds the plan against the guide; this list does not repeat it.",
    fi: "`kanta check` vertaa suunnitelmaa ohjeeseen; tämä lista ei toista sitä.",
    sv: "`kanta check` jämför planen med anvisningen; listan upprepar inte det.",
};
