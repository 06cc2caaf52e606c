//! What breaks when one thing breaks, for people.

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Mbit, Text, Value, text};
use serde_json::Number;

use crate::layout::{self, GREEN, Lines as _, Page, RED, YELLOW};
use crate::picture::NoSuchFailure;
use crate::view::{Capacity, Effect, FailuresReport, Served};
use crate::words;

/// Writes what each failure does.
///
/// # Errors
/// Those of `out`.
pub fn failures(view: &FailuresReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let number = 0;
    Report { language, number }.write(view, out)
}

/// Writes that a plan has nothing that could fail of the name asked for, and what it has.
///
/// # Errors
/// Those of `out`.
pub fn no_failure(
    unknown: &NoSuchFailure,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", unknown.message(language))?;
    for known in &unknown.known {
        writeln!(out, "   - {}", Escaped(known))?;
    }
    Ok(())
}

struct Report {
    language: Language,
    number: usize,
}

impl Report {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn write(&mut self, view: &FailuresReport, out: &mut Page<'_>) -> io::Result<()> {
        layout::paragraph(out, layout::BOLD, &Escaped(&view.plan).to_string())?;
        let on = view.on.0.display(self.language);
        let title = format!("{}, {} {on}", self.say(words::FAILURES), self.say(AS_OF));
        layout::paragraph(out, Style::new(), &title)?;
        for (style, heading, effects) in [
            (RED, words::CUTS_OFF, view.cutting().collect()),
            (YELLOW, words::NOT_KNOWN, view.open().collect()),
            (GREEN, words::HOLDS, view.holding().collect()),
            (RED, TWO, view.pairs.iter().collect::<Vec<_>>()),
        ] {
            self.section(style, heading, &effects, out)?;
        }
        out.line(format_args!(""))?;
        if view.too_many_for_pairs {
            layout::paragraph(out, YELLOW, self.say(TOO_MANY))?;
        }
        let words = words::resilience(view, self.language);
        layout::paragraph(out, layout::verdict(view.verdict), &words)
    }

    fn section(
        &mut self,
        style: Style,
        heading: Text,
        effects: &[&Effect],
        out: &mut Page<'_>,
    ) -> io::Result<()> {
        if effects.is_empty() {
            return Ok(());
        }
        layout::heading(out, style, self.say(heading), effects.len())?;
        effects
            .iter()
            .try_for_each(|effect| self.effect(effect, out))
    }

    fn effect(&mut self, effect: &Effect, out: &mut Page<'_>) -> io::Result<()> {
        self.number = self.number.saturating_add(1);
        layout::title(out, self.number, &effect.name(self.language))?;
        let language = self.language;
        for (label, all) in [
            (
                text! { en: "cuts off", fi: "katkeaa", sv: "bryts" },
                &effect.cut_off,
            ),
            (
                text! { en: "perhaps", fi: "ehkä", sv: "kanske" },
                &effect.not_known,
            ),
        ] {
            for served in all {
                layout::labelled(out, self.say(label), &served.words(language))?;
            }
        }
        for field in &effect.missing_names {
            layout::labelled(out, self.say(words::FILL_IN), field.get(language))?;
        }
        for capacity in &effect.capacity {
            layout::labelled(out, self.say(words::LEFT), &capacity.words(language))?;
        }
        if effect.on_paper_only {
            let label = text! { en: "why", fi: "miksi", sv: "varför" };
            layout::labelled(out, self.say(label), self.say(words::ON_PAPER_ONLY))?;
        }
        Ok(())
    }
}

impl Effect {
    /// What fails, in words.
    pub(crate) fn name(&self, language: Language) -> String {
        let names: Vec<&str> = self
            .failures
            .iter()
            .map(|its| its.name.get(language))
            .collect();
        if names.is_empty() {
            let none = text! { en: "without any failure", fi: "ilman vikaa", sv: "utan fel" };
            return none.get(language).to_owned();
        }
        let and = text! { en: "and", fi: "ja", sv: "och" }.get(language);
        names.join(&format!(" {and} "))
    }
}

impl Served {
    /// The service, and whose.
    pub(crate) fn words(&self, language: Language) -> String {
        let service = Escaped(self.service_name.get(language));
        let user = match self.user.as_str() {
            "party" => words::JOINING_PARTY.get(language).to_owned(),
            id => Value::words(id).display(language).to_string(),
        };
        format!("{service}: {user}")
    }
}

impl Capacity {
    /// What is left at which access point, and how much there should be.
    pub(crate) fn words(&self, language: Language) -> String {
        let say = |text: Text| text.get(language);
        let point = Value::words(&self.access_point);
        let speed = |number: &Number| {
            let speed: Option<Mbit> = number.to_string().parse().ok();
            let speed = speed.map(Value::MbitPerSecond);
            speed.map_or_else(|| number.to_string(), |it| it.display(language).to_string())
        };
        let left = self
            .left_mbit
            .as_ref()
            .map_or_else(|| say(SPEED_NOT_KNOWN).to_owned(), speed);
        let figure = self.figure_mbit.as_ref().map_or_else(
            || say(NO_FIGURE).to_owned(),
            |figure| format!("{} {}", say(FIGURE), speed(figure)),
        );
        format!("{}: {left}; {figure}", point.display(language))
    }
}

const AS_OF: Text = text! { en: "as of", fi: "arvioitu päivänä", sv: "per" };
const TWO: Text = text! {
    en: "TWO AT ONCE CUT OFF",
    fi: "KAKSI YHTÄ AIKAA KATKAISEE",
    sv: "TVÅ PÅ EN GÅNG BRYTER",
};
const TOO_MANY: Text = text! {
    en: "There are too many single failures to try every two of them.",
    fi: "Yksittäisiä vikoja on liikaa, jotta kaikki parit voitaisiin kokeilla.",
    sv: "Det finns för många enskilda fel för att pröva alla par.",
};
const SPEED_NOT_KNOWN: Text = text! {
    en: "speed not known",
    fi: "nopeus ei tiedossa",
    sv: "hastigheten inte känd",
};
const FIGURE: Text = text! { en: "the figure is", fi: "luku on", sv: "siffran är" };
const NO_FIGURE: Text =
    text! { en: "no figure applies", fi: "mikään luku ei koske", sv: "ingen siffra gäller" };
