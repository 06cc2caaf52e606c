//! A plan against the guide, for people.

mod frame;
mod sections;

use std::io;

use kanta_conformance::{Language, Text};

use super::entries::{Entries, Group};
use crate::layout::{Page, RED, YELLOW};
use crate::view::{Finding, Level, Outcome, PlanReport};
use crate::{told, words};

/// Writes what a plan came to; with `all`, also what is satisfied and what does not apply.
///
/// # Errors
/// Those of `out`.
pub fn plan(
    view: &PlanReport,
    language: Language,
    all: bool,
    out: &mut Page<'_>,
) -> io::Result<()> {
    Report {
        view,
        language,
        entries: Entries::new(language, Some(&view.plan)),
    }
    .write(all, out)
}

struct Report<'a> {
    view: &'a PlanReport,
    language: Language,
    entries: Entries<'a>,
}

impl<'a> Report<'a> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn select(&self, chosen: impl Fn(&Finding) -> bool) -> Vec<Group<'a>> {
        told::told_once(self.view.findings.iter().filter(|its| chosen(its)))
    }

    fn write(mut self, all: bool, out: &mut Page<'_>) -> io::Result<()> {
        self.opening(out)?;
        let is = |outcome: Outcome, level: Level| {
            move |f: &Finding| f.outcome == outcome && f.level == level
        };
        let open = |level: Level| {
            move |f: &Finding| {
                matches!(f.outcome, Outcome::Violated | Outcome::Undetermined) && f.level == level
            }
        };
        self.section(
            RED,
            words::VIOLATED,
            is(Outcome::Violated, Level::Must),
            out,
        )?;
        self.not_known(out)?;
        self.section(YELLOW, words::ADVICE, open(Level::Should), out)?;
        self.section(YELLOW, words::NOTES, open(Level::Note), out)?;
        self.rests_on(out)?;
        self.unused(out)?;
        self.not_in_force(out)?;
        if all {
            let all: Vec<&Finding> = self.view.findings.iter().collect();
            let entries = &self.entries;
            entries.plain(words::SATISFIED, &all, Outcome::Satisfied, out)?;
            entries.plain(words::NOT_APPLICABLE, &all, Outcome::NotApplicable, out)?;
        }
        self.closing(out)
    }
}
