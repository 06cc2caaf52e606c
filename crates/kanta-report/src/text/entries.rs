//! The entries of a report, numbered: what was found, where, and what to do.

use std::io;

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text};

use crate::layout::{self, BOLD, Lines as _, Page, RED, YELLOW};
use crate::view::{Finding, Level, Missing, Outcome, Place, Why, Words};
use crate::{told, words};

/// Findings that say the same of several subjects.
pub(super) type Group<'a> = Vec<&'a Finding>;

/// Writes entries one after the other.
pub(super) struct Entries<'a> {
    language: Language,
    /// The file of what has no place of its own; none where no file is told beside the place.
    file: Option<&'a str>,
    number: usize,
}

impl<'a> Entries<'a> {
    pub(super) const fn new(language: Language, file: Option<&'a str>) -> Self {
        Self {
            language,
            file,
            number: 0,
        }
    }

    pub(super) fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// What is violated, not known, advised and worth knowing, each under its heading.
    pub(super) fn open(&mut self, findings: &[&Finding], out: &mut Page<'_>) -> io::Result<()> {
        let sections: [(Style, Text, &[Outcome], Level); 4] = [
            (RED, words::VIOLATED, &[Outcome::Violated], Level::Must),
            (
                YELLOW,
                words::NOT_KNOWN,
                &[Outcome::Undetermined],
                Level::Must,
            ),
            (YELLOW, words::ADVICE, &OPEN, Level::Should),
            (YELLOW, words::NOTES, &OPEN, Level::Note),
        ];
        for (style, heading, outcomes, level) in sections {
            let chosen = findings.iter().copied();
            let chosen = chosen.filter(|its| its.level == level && outcomes.contains(&its.outcome));
            self.section(style, heading, told::told_once(chosen), out)?;
        }
        Ok(())
    }

    pub(super) fn section(
        &mut self,
        style: Style,
        heading: Text,
        groups: Vec<Group<'_>>,
        out: &mut Page<'_>,
    ) -> io::Result<()> {
        if groups.is_empty() {
            return Ok(());
        }
        let count = groups.iter().map(Vec::len).sum();
        layout::heading(out, style, self.say(heading), count)?;
        for group in groups {
            self.group(&group, out)?;
        }
        Ok(())
    }

    /// What calls for no attention, by the outcome.
    pub(super) fn plain(
        &self,
        heading: Text,
        findings: &[&Finding],
        outcome: Outcome,
        out: &mut Page<'_>,
    ) -> io::Result<()> {
        let of_outcome = findings.iter().filter(|its| its.outcome == outcome);
        let findings: Vec<&&Finding> = of_outcome.collect();
        if findings.is_empty() {
            return Ok(());
        }
        layout::heading(out, BOLD, self.say(heading), findings.len())?;
        out.line(format_args!(""))?;
        for finding in findings {
            let statement = finding.statement.get(self.language);
            if finding.path.is_empty() {
                layout::entry(out, statement)?;
            } else {
                let place = finding.location.get(self.language);
                layout::entry(out, &format!("{statement}: {place}"))?;
            }
        }
        Ok(())
    }

    /// The next title.
    pub(super) fn title(&mut self, words: &str, out: &mut Page<'_>) -> io::Result<()> {
        self.number = self.number.saturating_add(1);
        layout::title(out, self.number, words)
    }

    pub(super) fn group(&mut self, group: &[&Finding], out: &mut Page<'_>) -> io::Result<()> {
        let Some(finding) = group.first() else {
            return Ok(());
        };
        let language = self.language;
        if finding.outcome == Outcome::Violated {
            self.title(finding.fault.get(language), out)?;
        } else {
            let question = self.say(words::QUESTION);
            let words = format!("{question} {}", finding.statement.get(language));
            self.title(&words, out)?;
        }
        self.places(group, out)?;
        if finding.outcome == Outcome::Violated {
            layout::labelled(out, self.say(words::ASKS), finding.statement.get(language))?;
        }
        // Of what is not known, the reason comes before the clause.
        self.reason(finding, out)?;
        let clause = told::clause(finding, language);
        layout::labelled(out, self.say(words::CLAUSE), &clause)?;
        self.remedy(finding, out)?;
        self.ground(finding, out)?;
        for (label, words) in told::settled(finding, language) {
            layout::labelled(out, self.say(label), &words)?;
        }
        layout::labelled(out, self.say(words::ID), &finding.requirement)
    }

    /// Why it is not known, and what was found all the same.
    fn reason(&self, finding: &Finding, out: &mut Page<'_>) -> io::Result<()> {
        let told = |words: &Option<Words>| match words {
            Some(words) => words.get(self.language).to_owned(),
            None => String::new(),
        };
        let open = match finding.why {
            // By a reading alone: what was found stands beside it.
            Some(Why::GuideAmbiguous) if finding.required.is_some() => {
                self.found(finding, out)?;
                layout::labelled(out, self.say(words::OPEN), self.say(words::BY_READING))?;
                let question = told(&finding.question);
                return layout::labelled(out, self.say(words::READING), &question);
            }
            Some(Why::GuideSilent | Why::GuideAmbiguous) => told(&finding.question),
            Some(Why::EvidenceOutside) => {
                let only = self.say(words::ONLY_THIS_DOCUMENT);
                format!("{only} {}", told(&finding.document_title))
            }
            Some(Why::Unchecked) => told(&finding.obstacle),
            Some(Why::DateUnknown) => {
                words::date_unknown(finding.in_force, finding.decisive_day, self.language)
            }
            Some(Why::InputMissing) | None => return Ok(()),
        };
        layout::labelled(out, self.say(words::OPEN), &open)?;
        self.found(finding, out)
    }

    /// How it was read, and what to do.
    fn remedy(&self, finding: &Finding, out: &mut Page<'_>) -> io::Result<()> {
        if matches!(finding.why, Some(Why::InputMissing | Why::DateUnknown)) {
            return Ok(());
        }
        if let Some(reading) = finding.reading.as_ref().filter(|_| finding.why.is_none()) {
            let reading = reading.get(self.language);
            layout::labelled(out, self.say(words::READING), reading)?;
        }
        let remedy = told::remedy(finding, self.language);
        layout::labelled(out, self.say(words::DO), &remedy)?;
        if finding.takes_ruling && finding.required.is_some() {
            layout::labelled(out, "", self.say(words::RULING_HINT))?;
        }
        Ok(())
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
        if finding.path.is_empty() {
            return Ok(());
        }
        let words = self.located(&finding.location, finding.place.as_ref());
        let label = if follows { "" } else { self.say(words::AT) };
        layout::labelled(out, label, &words)
    }

    /// A place in words, with file, line and column.
    pub(super) fn located(&self, location: &Words, place: Option<&Place>) -> String {
        let words = location.get(self.language);
        match place {
            Some(Place {
                file,
                line: Some(line),
                column: Some(column),
                ..
            }) => format!("{words} ({}:{line}:{column})", Escaped(file)),
            _ => match self.file {
                Some(file) => format!("{words} ({})", Escaped(file)),
                None => words.to_owned(),
            },
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

const OPEN: [Outcome; 2] = [Outcome::Violated, Outcome::Undetermined];
