//! The report for people.

mod entry;
mod frame;
mod sections;

use std::io::{self, Write};

use kanta_conformance::{Assessment, Finding, Language, Level, Outcome, OutcomeKind, Text, Why};

use super::layout::{RED, YELLOW};
use crate::commands::check::Checked;
use kanta_report::words;

/// Writes the report on one plan.
pub(crate) fn write(
    checked: &Checked,
    language: Language,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    Report {
        checked,
        assessment: &checked.assessment,
        language,
        number: 0,
    }
    .write(all, out)
}

struct Report<'a> {
    checked: &'a Checked,
    assessment: &'a Assessment,
    language: Language,
    number: usize,
}

/// Findings that say the same of several subjects.
type Group<'a> = Vec<&'a Finding>;

impl<'a> Report<'a> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn select(&self, chosen: impl Fn(&Finding) -> bool) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        for finding in self
            .assessment
            .findings
            .iter()
            .filter(|finding| chosen(finding))
        {
            let same = |group: &&mut Group<'a>| {
                group.first().is_some_and(|first| {
                    first.requirement == finding.requirement
                        && first.ground == finding.ground
                        && alike(&first.outcome, &finding.outcome)
                })
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
        groups
    }

    fn write(mut self, all: bool, out: &mut dyn Write) -> io::Result<()> {
        self.opening(out)?;
        let is = |kind: OutcomeKind, level: Level| {
            move |f: &Finding| f.outcome.kind() == kind && f.requirement.level == level
        };
        let open = |level: Level| {
            move |f: &Finding| {
                matches!(
                    f.outcome.kind(),
                    OutcomeKind::Violated | OutcomeKind::Undetermined
                ) && f.requirement.level == level
            }
        };
        self.section(
            RED,
            words::VIOLATED,
            is(OutcomeKind::Violated, Level::Must),
            out,
        )?;
        self.not_known(out)?;
        self.section(YELLOW, words::ADVICE, open(Level::Should), out)?;
        self.section(YELLOW, words::NOTES, open(Level::Note), out)?;
        self.rests_on(out)?;
        self.unused(out)?;
        self.not_in_force(out)?;
        if all {
            self.plain(words::SATISFIED, OutcomeKind::Satisfied, out)?;
            self.plain(words::NOT_APPLICABLE, OutcomeKind::NotApplicable, out)?;
        }
        self.closing(out)
    }
}

/// Whether two outcomes read the same but for their place.
fn alike(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (
            Outcome::Undetermined(Why::InputMissing(_)),
            Outcome::Undetermined(Why::InputMissing(_)),
        ) => true,
        _ => one == other,
    }
}
