//! One entry of a section: what was found, where, and what to do.

use std::io;

use kanta_conformance::{Escaped, Text};

use super::Report;
use crate::layout::{self, Page};
use crate::view::{Finding, Level, Missing, Outcome, Place, Why, Words};
use crate::{told, words};

impl Report<'_> {
    pub(super) fn group(&mut self, group: &[&Finding], out: &mut Page<'_>) -> io::Result<()> {
        let Some(finding) = group.first() else {
            return Ok(());
        };
        let language = self.language;
        self.number = self.number.saturating_add(1);
        if finding.outcome == Outcome::Violated {
            layout::title(out, self.number, finding.fault.get(language))?;
        } else {
            let question = self.say(words::QUESTION);
            let words = format!("{question} {}", finding.statement.get(language));
            layout::title(out, self.number, &words)?;
        }
        self.places(group, out)?;
        if finding.outcome == Outcome::Violated {
            layout::labelled(out, self.say(words::ASKS), finding.statement.get(language))?;
        }
        let mut clause = finding.clause.get(language).to_owned();
        if let Some(in_force) = words::in_force(finding.in_force, language) {
            clause = format!("{clause}; {in_force}");
        }
        if finding.level != Level::Must {
            clause = format!("{clause} ({})", self.say(words::level(finding.level)));
        }
        layout::labelled(out, self.say(words::CLAUSE), &clause)?;
        self.reason(finding, out)?;
        self.ground(finding, out)?;
        for (label, words) in told::settled(finding, language) {
            layout::labelled(out, self.say(label), &words)?;
        }
        layout::labelled(out, self.say(words::ID), &finding.requirement)
    }

    /// Why it is not known, and what to do.
    fn reason(&self, finding: &Finding, out: &mut Page<'_>) -> io::Result<()> {
        let language = self.language;
        let line = |out: &mut Page<'_>, label: Text, words: &str| {
            layout::labelled(out, self.say(label), words)
        };
        let told = |words: &Option<Words>| match words {
            Some(words) => words.get(language).to_owned(),
            None => String::new(),
        };
        let remedy = finding.remedy.get(language);
        match finding.why {
            // By a reading alone: what was found stands beside it.
            Some(Why::GuideAmbiguous) if finding.found.is_some() => {
                self.found(finding, out)?;
                line(out, words::OPEN, self.say(words::BY_READING))?;
                line(out, words::READING, &told(&finding.question))?;
                line(out, words::DO, remedy)?;
                layout::labelled(out, "", self.say(words::RULING_HINT))
            }
            Some(Why::GuideSilent | Why::GuideAmbiguous) => {
                line(out, words::OPEN, &told(&finding.question))?;
                line(out, words::DO, self.say(words::RULING_HINT))
            }
            Some(Why::EvidenceOutside) => {
                let only = self.say(words::ONLY_THIS_DOCUMENT);
                line(
                    out,
                    words::OPEN,
                    &format!("{only} {}", told(&finding.document_title)),
                )?;
                line(out, words::DO, remedy)
            }
            Some(Why::Unchecked) => {
                line(out, words::OPEN, &told(&finding.obstacle))?;
                line(out, words::DO, remedy)
            }
            Some(Why::DateUnknown) => {
                let words = words::date_unknown(finding.in_force, finding.decisive_day, language);
                line(out, words::OPEN, &words)
            }
            Some(Why::InputMissing) => Ok(()),
            None => {
                if let Some(reading) = &finding.reading {
                    line(out, words::READING, reading.get(language))?;
                }
                line(out, words::DO, remedy)
            }
        }
    }

    /// Every place of a group; where not the same was found everywhere, with what was found there.
    pub(super) fn places(&self, group: &[&Finding], out: &mut Page<'_>) -> io::Result<()> {
        let Some((first, rest)) = group.split_first() else {
            return Ok(());
        };
        let violated = first.outcome == Outcome::Violated;
        let same = |its: &&Finding| its.found == first.found && its.required == first.required;
        let everywhere = rest.iter().all(same);
        if violated && everywhere {
            self.found(first, out)?;
        }
        for (nth, finding) in group.iter().enumerate() {
            self.place(finding, nth > 0 && everywhere, out)?;
            if violated && !everywhere {
                self.found(finding, out)?;
            }
        }
        Ok(())
    }

    /// What was found, and what is required.
    fn found(&self, finding: &Finding, out: &mut Page<'_>) -> io::Result<()> {
        for (label, words) in [
            (words::FOUND, &finding.found),
            (words::REQUIRED, &finding.required),
        ] {
            if let Some(words) = words {
                layout::labelled(out, self.say(label), words.get(self.language))?;
            }
        }
        Ok(())
    }

    /// Where a finding stands, and which fields it asks for; one that follows another stands below it without a label.
    fn place(&self, finding: &Finding, follows: bool, out: &mut Page<'_>) -> io::Result<()> {
        for Missing {
            location, place, ..
        } in &finding.missing
        {
            let words = self.located(location, place.as_ref());
            layout::labelled(out, self.say(words::FILL_IN), &words)?;
        }
        if !finding.missing.is_empty() {
            return Ok(());
        }
        let words = self.located(&finding.location, finding.place.as_ref());
        let label = if follows { "" } else { self.say(words::AT) };
        layout::labelled(out, label, &words)
    }

    pub(super) fn located(&self, location: &Words, place: Option<&Place>) -> String {
        let words = location.get(self.language);
        let name = Escaped(&self.view.plan);
        match place {
            Some(Place {
                line: Some(line),
                column: Some(column),
                ..
            }) => format!("{words} ({name}:{line}:{column})"),
            _ => format!("{words} ({name})"),
        }
    }

    /// Who said so, and when.
    pub(super) fn ground(&self, finding: &Finding, out: &mut Page<'_>) -> io::Result<()> {
        match told::ground(finding, self.language) {
            Some((label, words)) => layout::labelled(out, self.say(label), &words),
            None => Ok(()),
        }
    }
}
