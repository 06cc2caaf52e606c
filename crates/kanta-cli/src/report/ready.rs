//! What is left before going live, told for people and for machines.

use std::io::{self, Write};

use kanta_conformance::{
    Assessment, Date, Escaped, FieldPath, Finding, Language, Level, Outcome, Text, Value, Verdict,
    Why, text,
};
use kanta_policy::PlanFile;
use kanta_policy::plan::Stage;
use kanta_policy::readiness::{Checklist, Deadline, Item, State, Step};

use kanta_report::layout::{self, BOLD, RED, YELLOW};
use kanta_report::words;

/// Writes the checklist and, where it was asked for, the calendar.
pub(crate) fn text(
    name: &str,
    file: &PlanFile,
    list: &Checklist,
    guide: &Assessment,
    calendar: Option<(Date, &[Deadline])>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    layout::paragraph(out, BOLD, &Escaped(name).to_string())?;
    let title = text! {
        en: "What has to be done before going live, as of",
        fi: "Ennen tuotantoon siirtymistä tehtävä, arvioitu päivänä",
        sv: "Vad som ska göras före produktionsstarten, per",
    };
    let on = list.assessment().on;
    layout::paragraph(
        out,
        anstyle::Style::new(),
        &format!("{} {}", say(title), on.display(language)),
    )?;
    if let Some(words) = not_yet_due(file) {
        layout::paragraph(out, anstyle::Style::new(), say(words))?;
    }
    let mut number = 0_usize;
    for step in Step::ALL {
        let items: Vec<Item<'_>> = list.items().filter(|item| item.step == step).collect();
        if items.is_empty() {
            continue;
        }
        layout::heading(
            out,
            BOLD,
            &layout::capitalised(say(step.name())),
            items.len(),
        )?;
        for item in items {
            number = number.saturating_add(1);
            entry(file, number, &item, language, out)?;
        }
    }
    refused(file, guide, language, out)?;
    if let Some((by, dates)) = calendar {
        dated(by, on, dates, language, out)?;
    }
    writeln!(out)?;
    kanta_report::text::missing_files(&kanta_report::view::missing_files(file), language, out)?;
    let verdict = kanta_report::view::Verdict::from(list.verdict());
    let (style, verdict) = (layout::verdict(verdict), words::readiness(verdict));
    let done = list.items().filter(|item| item.state.is_done()).count();
    let of = text! { en: "of", fi: "/", sv: "av" };
    let words = text! { en: "done", fi: "tehty", sv: "gjort" };
    layout::paragraph(
        out,
        style,
        &format!(
            "{done} {} {number} {}: {}",
            say(of),
            say(words),
            say(verdict)
        ),
    )?;
    layout::paragraph(
        out,
        anstyle::Style::new(),
        say(text! {
            en: "`kanta check` holds the plan against the guide; this list does not repeat it.",
            fi: "`kanta check` vertaa suunnitelmaa ohjeeseen; tämä lista ei toista sitä.",
            sv: "`kanta check` jämför planen med anvisningen; listan upprepar inte det.",
        }),
    )
}

/// What is not yet due at the stage of joining that the plan names.
fn not_yet_due(file: &PlanFile) -> Option<Text> {
    match file.plan.party.as_ref()?.joining.stage? {
        Stage::Preparing => Some(text! {
            en: "Joining is being prepared: application, commitment, terms, service descriptions and approval are not yet due.",
            fi: "Liittymistä valmistellaan: hakemusta, sitoumusta, toimitusehtoja, palvelukuvauksia ja hyväksyntää ei vielä vaadita.",
            sv: "Anslutningen förbereds: ansökan, förbindelse, leveransvillkor, tjänstebeskrivningar och godkännande krävs ännu inte.",
        }),
        Stage::Applied => Some(text! {
            en: "Joining is applied for: the approval is not yet due.",
            fi: "Liittymistä on haettu: hyväksyntää ei vielä vaadita.",
            sv: "Anslutning är ansökt: godkännandet krävs ännu inte.",
        }),
        _ => None,
    }
}

/// What the guide refuses: binding, and violated.
fn refusals(guide: &Assessment) -> impl Iterator<Item = &Finding> {
    guide.findings.iter().filter(|finding| {
        finding.requirement.level() == Level::Must
            && matches!(finding.outcome, Outcome::Violated { .. })
    })
}

/// What `kanta check` refuses, named, and how much it leaves open.
fn refused(
    file: &PlanFile,
    guide: &Assessment,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let counts = guide.counts();
    if counts.violated > 0 {
        let heading = text! {
            en: "Refused by `kanta check`",
            fi: "`kanta check` hylkää",
            sv: "Underkänns av `kanta check`",
        };
        layout::heading(out, RED, say(heading), counts.violated)?;
        writeln!(out)?;
        for finding in refusals(guide) {
            let place = words::place(&finding.path, language);
            let place = match file.place(&finding.path) {
                Some(at) => format!("{place}, {}:{}", at.line, at.column),
                None => place,
            };
            let requirement = finding.requirement;
            let words = format!(
                "{} ({place}; {})",
                say(requirement.fault()),
                requirement.id()
            );
            layout::entry(out, &words)?;
        }
    }
    if guide.verdict() == Verdict::Undetermined {
        writeln!(out)?;
        let words = text! {
            en: "`kanta check` leaves open whether the plan conforms; not known:",
            fi: "`kanta check` jättää avoimeksi, onko suunnitelma ohjeen mukainen; ei tiedossa:",
            sv: "`kanta check` lämnar öppet om planen följer anvisningen; inte känt:",
        };
        let words = format!("{} {}", say(words), counts.undetermined);
        layout::paragraph(out, YELLOW, &words)?;
    }
    Ok(())
}

fn entry(
    file: &PlanFile,
    number: usize,
    item: &Item<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let finding = item.finding;
    let requirement = finding.requirement;
    layout::title(out, number, say(requirement.statement()))?;
    let state = match item.state {
        State::Attested { by, on } => format!(
            "{}: {}, {}",
            say(item.state.name()),
            Value::words(by).display(language),
            on.display(language)
        ),
        state => say(state.name()).to_owned(),
    };
    let label = text! { en: "state", fi: "tila", sv: "läge" };
    layout::labelled(out, say(label), &state)?;
    let located = |path: &FieldPath| {
        let words = words::place_in(file, path, language);
        match file.place(path) {
            Some(place) => format!("{words} ({}:{})", place.line, place.column),
            None => words,
        }
    };
    if !item.state.is_done() {
        match &finding.outcome {
            Outcome::Undetermined(Why::InputMissing(fields)) => {
                for field in fields {
                    layout::labelled(out, say(words::FILL_IN), &located(field))?;
                }
            }
            Outcome::Undetermined(Why::DateUnknown) => {
                let words =
                    words::date_unknown(requirement.in_force(), requirement.judged_on(), language);
                layout::labelled(out, say(words::OPEN), &words)?;
                layout::labelled(out, say(words::DO), say(requirement.remedy()))?;
            }
            Outcome::Violated { found, required } => {
                layout::labelled(out, say(words::AT), &located(&finding.path))?;
                layout::labelled(out, say(words::FOUND), &found.display(language).to_string())?;
                layout::labelled(
                    out,
                    say(words::REQUIRED),
                    &required.display(language).to_string(),
                )?;
                layout::labelled(out, say(words::DO), say(requirement.remedy()))?;
            }
            Outcome::Undetermined(why) => {
                if let Some(open) = open(why) {
                    layout::labelled(out, say(words::OPEN), say(open))?;
                }
                layout::labelled(out, say(words::DO), say(requirement.remedy()))?;
            }
            _ => layout::labelled(out, say(words::DO), say(requirement.remedy()))?,
        }
        if requirement.level() != Level::Must {
            let label = text! { en: "weight", fi: "paino", sv: "vikt" };
            layout::labelled(out, say(label), say(words::level(requirement.level())))?;
        }
    }
    layout::labelled(out, say(words::ID), requirement.id())
}

/// Why it is not known, where a sentence tells it.
fn open(why: &Why) -> Option<Text> {
    match why {
        Why::GuideSilent(question) | Why::GuideAmbiguous(question) => Some(*question),
        Why::ByReading(by) => Some(by.reading),
        _ => None,
    }
}

fn dated(
    by: Date,
    on: Date,
    dates: &[Deadline],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let heading = text! {
        en: "Calendar, going live on",
        fi: "Kalenteri, tuotantoon",
        sv: "Kalender, i produktion",
    };
    let words = format!("{} {}", say(heading), by.display(language));
    layout::heading(out, BOLD, &words, dates.len())?;
    writeln!(out)?;
    if by < on {
        let past = text! {
            en: "That day has passed: what was not done is late.",
            fi: "Se päivä on mennyt: tekemättä jäänyt on myöhässä.",
            sv: "Den dagen har passerat: det som inte är gjort är försenat.",
        };
        layout::paragraph(out, RED, say(past))?;
    }
    for date in dates {
        let latest = match (date.latest, date.before) {
            (Some(latest), _) => latest.display(language).to_string(),
            (None, Some(_)) => {
                say(text! { en: "no day", fi: "ei päivää", sv: "ingen dag" }).to_owned()
            }
            (None, None) => say(text! {
                en: "end of the assessment not known",
                fi: "arvioinnin loppu ei tiedossa",
                sv: "bedömningens slut inte känt",
            })
            .to_owned(),
        };
        let state = words::deadline(date.done, date.late, date.over);
        let mut line = format!("{latest}  {}: {}", say(state), say(date.what));
        if date.about != FieldPath::ROOT {
            line.push_str(&format!(" ({})", words::place(&date.about, language)));
        }
        line.push_str(&format!("; {}", words::lead(date.lead, language)));
        if let Some(earliest) = date.earliest {
            let words = text! { en: "earliest", fi: "aikaisintaan", sv: "tidigast" };
            line.push_str(&format!(", {} {}", say(words), earliest.display(language)));
        }
        line.push_str(&format!("; {}", say(date.source)));
        layout::entry(out, &line)?;
    }
    Ok(())
}
