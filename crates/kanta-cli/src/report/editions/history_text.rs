//! A plan under every edition, told to people.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{
    Assessment, Escaped, Language, Outcome, OutcomeKind, Text, Value, Verdict, Version, text,
};

use super::history::{History, Run, Sort, Stretch, sort};
use crate::report::outcomes;
use kanta_report::layout::{self, BOLD, GREEN, RED, YELLOW};
use kanta_report::words;

const JUDGED: Text = text! {
    en: "Each edition is judged as of the day that it carries: what the plan, a certificate or an attestation dates later \
     was not there on that day.",
    fi: "Kutakin versiota arvioidaan sen päiväyksen mukaan: mikä suunnitelmassa, varmenteessa tai vakuutuksessa on \
     päivätty myöhemmäksi, sitä ei silloin ollut.",
    sv: "Varje version bedöms per den dag som den bär: det som planen, ett certifikat eller ett intyg daterar senare \
     fanns inte den dagen.",
};

impl History {
    /// For people.
    pub(crate) fn text(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        layout::paragraph(out, BOLD, &Escaped(&self.name).to_string())?;
        let title = match language {
            Language::En => "Connection plan under every edition of the guide",
            Language::Fi => "Liittymissuunnitelma ohjeen jokaisen version mukaan",
            Language::Sv => "Anslutningsplan enligt varje version av anvisningen",
        };
        let title = match &self.party {
            Some(party) => format!("{title}: {}", Value::words(party).display(language)),
            None => title.to_owned(),
        };
        layout::paragraph(out, Style::new(), &title)?;
        layout::paragraph(out, Style::new(), JUDGED.get(language))?;
        writeln!(out)?;
        for (edition, assessment) in &self.verdicts {
            super::row(edition, &verdict(assessment, language), language, out)?;
        }
        let mut count = 0_usize;
        for group in self.groups() {
            let speaks = |run: &&Run| run.stretches.iter().any(|s| !is_silent(&s.outcome));
            if group.first().is_some_and(speaks) {
                told(&group, language, out)?;
            } else {
                count = count.saturating_add(group.len());
            }
        }
        writeln!(out)?;
        let words = match language {
            Language::En => {
                format!("{count} more do not apply or are not in force under any edition.")
            }
            Language::Fi => {
                format!(
                    "{count} muuta ei koske suunnitelmaa tai ei ole voimassa missään versiossa."
                )
            }
            Language::Sv => {
                format!("{count} andra är inte tillämpliga eller gäller inte i någon version.")
            }
        };
        layout::paragraph(out, Style::new(), &words)
    }

    /// Findings whose outcome runs through the editions in the same way; those that fail somewhere first.
    fn groups(&self) -> Vec<Vec<&Run>> {
        let mut groups: Vec<Vec<&Run>> = Vec::new();
        let mut found: BTreeMap<Course, usize> = BTreeMap::new();
        for run in &self.runs {
            let place = *found.entry(course(run)).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(run),
                None => groups.push(vec![run]),
            }
        }
        groups.sort_by_key(|group| {
            let first = group.first();
            let fails = first.and_then(|run| run.first(OutcomeKind::Violated));
            let passes = first.and_then(|run| run.first(OutcomeKind::Satisfied));
            (
                fails.is_none(),
                passes.is_some(),
                core::cmp::Reverse(fails.map(|edition| edition.date)),
                core::cmp::Reverse(passes.map(|edition| edition.date)),
            )
        });
        groups
    }
}

/// From which edition to which an outcome is of which sort.
type Course = Vec<(Version, Version, Sort)>;

fn course(run: &Run) -> Course {
    let told = |s: &Stretch| (s.first.version, s.last.version, sort(&s.outcome));
    run.stretches.iter().map(told).collect()
}

const fn is_silent(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::NotApplicable | Outcome::NotInForce)
}

fn told(group: &[&Run], language: Language, out: &mut dyn Write) -> io::Result<()> {
    let Some(run) = group.first() else {
        return Ok(());
    };
    let style = match (
        run.first(OutcomeKind::Violated),
        run.first(OutcomeKind::Satisfied),
    ) {
        (Some(_), _) => RED,
        (None, Some(_)) => GREEN,
        (None, None) => YELLOW,
    };
    let heading = layout::capitalised(&turning_points(run, language));
    writeln!(out)?;
    layout::paragraph(out, style, &format!("{heading} ({})", group.len()))?;
    for stretch in &run.stretches {
        let (first, last) = (stretch.first.version, stretch.last.version);
        let editions = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        let first = format!("     {editions:<11}");
        let rest = " ".repeat(first.chars().count());
        layout::hanging(
            out,
            &first,
            &rest,
            &outcomes::sort(&stretch.outcome, language),
        )?;
    }
    // What says the same of several places is said once.
    let mut entries: Vec<(&Run, String, Vec<String>)> = Vec::new();
    let mut found: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for run in group {
        let violated = violation(run).map_or_else(String::new, |outcome| {
            format!("; {}", outcomes::told(outcome, language))
        });
        let place = words::place(&run.path, language);
        let key = (run.requirement.id(), violated.clone());
        let index = *found.entry(key).or_insert(entries.len());
        match entries.get_mut(index) {
            Some((_, _, places)) => places.push(place),
            None => entries.push((run, violated, vec![place])),
        }
    }
    for (run, violated, places) in entries {
        let statement = run.requirement.statement().get(language);
        layout::entry(
            out,
            &format!("{statement}: {}{violated}", places.join("; ")),
        )?;
    }
    Ok(())
}

/// The last violation.
fn violation(run: &Run) -> Option<&Outcome> {
    let mut outcomes = run.stretches.iter().rev().map(|stretch| &stretch.outcome);
    outcomes.find(|outcome| outcome.kind() == OutcomeKind::Violated)
}

/// The first edition that it fails under, and the first that it passes under.
fn turning_points(run: &Run, language: Language) -> String {
    let named = |kind| {
        run.first(kind)
            .map(|edition| words::edition(edition, language))
    };
    let [fails, passes] = [OutcomeKind::Violated, OutcomeKind::Satisfied].map(named);
    match (language, fails, passes) {
        (Language::En, None, None) => "neither fails nor passes under any edition".into(),
        (Language::Fi, None, None) => "ei riko eikä täytä missään versiossa".into(),
        (Language::Sv, None, None) => "varken bryts eller uppfylls i någon version".into(),
        (Language::En, None, Some(passes)) => {
            format!("passes first under {passes}, fails under none")
        }
        (Language::Fi, None, Some(passes)) => {
            format!("täyttyy ensi kerran: {passes}; ei riko missään")
        }
        (Language::Sv, None, Some(passes)) => {
            format!("uppfylls först i {passes}, bryts inte i någon")
        }
        (Language::En, Some(fails), None) => {
            format!("fails first under {fails}, passes under none")
        }
        (Language::Fi, Some(fails), None) => {
            format!("rikkoo ensi kerran: {fails}; ei täyty missään")
        }
        (Language::Sv, Some(fails), None) => {
            format!("bryts först i {fails}, uppfylls inte i någon")
        }
        (Language::En, Some(fails), Some(passes)) => {
            format!("fails first under {fails}, passes first under {passes}")
        }
        (Language::Fi, Some(fails), Some(passes)) => {
            format!("rikkoo ensi kerran: {fails}; täyttyy ensi kerran: {passes}")
        }
        (Language::Sv, Some(fails), Some(passes)) => {
            format!("bryts först i {fails}, uppfylls först i {passes}")
        }
    }
}

fn verdict(assessment: &Assessment, language: Language) -> String {
    let counts = assessment.counts();
    let verdict = assessment.verdict();
    let words = words::verdict(verdict, counts.attested, counts.ruled, language);
    if verdict == Verdict::Conforming {
        return words;
    }
    let open = counts.undetermined.saturating_add(assessment.gaps.len());
    let (violated, unknown) = match language {
        Language::En => ("violated", "not known"),
        Language::Fi => ("rikottu", "ei tiedossa"),
        Language::Sv => ("brutna", "inte kända"),
    };
    format!("{words}; {} {violated}, {open} {unknown}", counts.violated)
}
