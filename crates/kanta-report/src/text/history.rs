//! A plan under every edition, for people.

use core::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text, Value, text};

use super::editions::{edition, row};
use super::outcomes::{Values, sort, told};
use crate::layout::{self, BOLD, GREEN, Lines as _, Page, RED, YELLOW};
use crate::view::{History, Outcome, Run, Stretch, UnderEdition, Verdict, Why};
use crate::words;

/// Writes the verdict under each edition, and how the outcome of each finding runs through them.
///
/// # Errors
/// Those of `out`.
pub fn history(view: &History, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    layout::paragraph(out, BOLD, &Escaped(&view.plan).to_string())?;
    let title = match language {
        Language::En => "Connection plan under every edition of the guide",
        Language::Fi => "Liittymissuunnitelma ohjeen jokaisen version mukaan",
        Language::Sv => "Anslutningsplan enligt varje version av anvisningen",
    };
    let title = match &view.party {
        Some(party) => format!("{title}: {}", Value::words(party).display(language)),
        None => title.to_owned(),
    };
    layout::paragraph(out, Style::new(), &title)?;
    layout::paragraph(out, Style::new(), JUDGED.get(language))?;
    out.line(format_args!(""))?;
    for its in &view.editions {
        row(&its.edition, its.on, &verdict(its, language), language, out)?;
    }
    let mut count = 0_usize;
    for group in groups(view) {
        if group.first().is_some_and(|run| speaks(run)) {
            self::group(view, &group, language, out)?;
        } else {
            count = count.saturating_add(group.len());
        }
    }
    out.line(format_args!(""))?;
    let words = match language {
        Language::En => format!("{count} more do not apply or are not in force under any edition."),
        Language::Fi => {
            format!("{count} muuta ei koske suunnitelmaa tai ei ole voimassa missään versiossa.")
        }
        Language::Sv => {
            format!("{count} andra är inte tillämpliga eller gäller inte i någon version.")
        }
    };
    layout::paragraph(out, Style::new(), &words)
}

const JUDGED: Text = text! {
    en: "Each edition is judged as of the day that it carries: what the plan, a certificate or an attestation dates later \
     was not there on that day.",
    fi: "Kutakin versiota arvioidaan sen päiväyksen mukaan: mikä suunnitelmassa, varmenteessa tai vakuutuksessa on \
     päivätty myöhemmäksi, sitä ei silloin ollut.",
    sv: "Varje version bedöms per den dag som den bär: det som planen, ett certifikat eller ett intyg daterar senare \
     fanns inte den dagen.",
};

fn verdict(its: &UnderEdition, language: Language) -> String {
    let counts = its.counts;
    let words = words::verdict(its.verdict, counts.attested, counts.ruled, language);
    if its.verdict == Verdict::Conforming {
        return words;
    }
    let open = counts.undetermined.saturating_add(its.gaps.len());
    let violated = words::COUNT_VIOLATED.get(language);
    let unknown = words::COUNT_NOT_KNOWN.get(language);
    format!("{words}; {} {violated}, {open} {unknown}", counts.violated)
}

/// From which edition to which an outcome is of which sort.
type Course<'a> = Vec<(&'a str, &'a str, Outcome, Option<Why>)>;

/// Findings whose outcome runs through the editions in the same way; those that fail somewhere first.
fn groups(view: &History) -> Vec<Vec<&Run>> {
    let mut groups: Vec<Vec<&Run>> = Vec::new();
    let mut found: BTreeMap<Course<'_>, usize> = BTreeMap::new();
    for run in &view.findings {
        let place = *found.entry(course(run)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(run),
            None => groups.push(vec![run]),
        }
    }
    let nth = |version: Option<&String>| {
        let version = version?;
        view.editions.iter().position(|its| its.edition == *version)
    };
    groups.sort_by_key(|group| {
        let first = group.first();
        let fails = nth(first.and_then(|run| run.first_violated.as_ref()));
        let passes = nth(first.and_then(|run| run.first_satisfied.as_ref()));
        (
            fails.is_none(),
            passes.is_some(),
            Reverse(fails),
            Reverse(passes),
        )
    });
    groups
}

fn course(run: &Run) -> Course<'_> {
    let mut course = Vec::with_capacity(run.outcomes.len());
    for its in &run.outcomes {
        course.push((its.first.as_str(), its.last.as_str(), its.outcome, its.why));
    }
    course
}

fn speaks(run: &Run) -> bool {
    let silent = [Outcome::NotApplicable, Outcome::NotInForce];
    run.outcomes
        .iter()
        .any(|its| !silent.contains(&its.outcome))
}

fn group(view: &History, group: &[&Run], language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let Some(run) = group.first() else {
        return Ok(());
    };
    let style = match (&run.first_violated, &run.first_satisfied) {
        (Some(_), _) => RED,
        (None, Some(_)) => GREEN,
        (None, None) => YELLOW,
    };
    let heading = layout::capitalised(&turning_points(view, run, language));
    out.line(format_args!(""))?;
    layout::paragraph(out, style, &format!("{heading} ({})", group.len()))?;
    for its in &run.outcomes {
        let editions = if its.first == its.last {
            its.first.clone()
        } else {
            format!("{}–{}", its.first, its.last)
        };
        let first = format!("     {editions:<11}");
        let rest = " ".repeat(first.chars().count());
        layout::hanging(out, &first, &rest, &sort(&Values::from(its), language))?;
    }
    // What says the same of several places is said once.
    let mut entries: Vec<(&Run, String, Vec<&str>)> = Vec::new();
    let mut found: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for run in group {
        let violated = violation(run).map_or_else(String::new, |its| {
            format!("; {}", told(&Values::from(its), language))
        });
        let place = run.location.get(language);
        let key = (run.requirement.as_str(), violated.clone());
        let index = *found.entry(key).or_insert(entries.len());
        match entries.get_mut(index) {
            Some((_, _, places)) => places.push(place),
            None => entries.push((run, violated, vec![place])),
        }
    }
    for (run, violated, places) in entries {
        let statement = run.statement.get(language);
        let places = places.join("; ");
        layout::entry(out, &format!("{statement}: {places}{violated}"))?;
    }
    Ok(())
}

/// The last violation.
fn violation(run: &Run) -> Option<&Stretch> {
    let mut outcomes = run.outcomes.iter().rev();
    outcomes.find(|its| its.outcome == Outcome::Violated)
}

/// The first edition that it fails under, and the first that it passes under.
fn turning_points(view: &History, run: &Run, language: Language) -> String {
    let named = |version: &Option<String>| {
        let version = version.as_ref()?;
        let its = view.editions.iter().find(|its| its.edition == *version)?;
        Some(edition(&its.edition, its.on, language))
    };
    let (fails, passes) = (named(&run.first_violated), named(&run.first_satisfied));
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
