//! One entry of a section: what was found, where, and what to do.

use std::io::{self, Write};

use kanta_conformance::{Finding, Ground, Level, Outcome, OutcomeKind, Text, Value, Why};

use super::Report;
use crate::report::layout;
use kanta_report::words;

impl Report<'_> {
    pub(super) fn group(&mut self, group: &[&Finding], out: &mut dyn Write) -> io::Result<()> {
        let Some(finding) = group.first() else {
            return Ok(());
        };
        let requirement = finding.requirement;
        let language = self.language;
        self.number = self.number.saturating_add(1);
        match &finding.outcome {
            Outcome::Violated { found, required } => {
                layout::title(out, self.number, self.say(requirement.fault))?;
                layout::labelled(
                    out,
                    self.say(words::FOUND),
                    &found.display(language).to_string(),
                )?;
                layout::labelled(
                    out,
                    self.say(words::REQUIRED),
                    &required.display(language).to_string(),
                )?;
            }
            _ => {
                let question = Text::new(
                    "not known whether",
                    "ei tiedossa, täyttyykö:",
                    "inte känt om",
                );
                let words = format!("{} {}", self.say(question), self.say(requirement.statement));
                layout::title(out, self.number, &words)?;
            }
        }
        for finding in group {
            self.place(finding, out)?;
        }
        if finding.outcome.kind() == OutcomeKind::Violated {
            layout::labelled(out, self.say(words::ASKS), self.say(requirement.statement))?;
        }
        let mut clause = words::clauses(requirement.citations, self.assessment.edition, language);
        if let Some(in_force) = words::in_force(requirement.in_force, language) {
            clause = format!("{clause}; {in_force}");
        }
        if requirement.level != Level::Must {
            clause = format!("{clause} ({})", self.say(words::level(requirement.level)));
        }
        layout::labelled(out, self.say(words::CLAUSE), &clause)?;
        match &finding.outcome {
            Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)) => {
                layout::labelled(out, self.say(words::OPEN), self.say(*question))?;
                layout::labelled(out, self.say(words::DO), self.say(words::RULING_HINT))?;
            }
            Outcome::Undetermined(Why::ByReading(by)) => {
                let shown = |value: &Value| value.display(language).to_string();
                layout::labelled(out, self.say(words::FOUND), &shown(&by.found))?;
                layout::labelled(out, self.say(words::REQUIRED), &shown(&by.required))?;
                layout::labelled(out, self.say(words::OPEN), self.say(words::BY_READING))?;
                layout::labelled(out, self.say(words::READING), self.say(by.reading))?;
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
                layout::labelled(out, "", self.say(words::RULING_HINT))?;
            }
            Outcome::Undetermined(Why::EvidenceOutside(document)) => {
                let only = Text::new(
                    "only this document can tell, or somebody's attestation:",
                    "vain tämä asiakirja tai jonkun vakuutus voi kertoa sen:",
                    "bara detta dokument eller någons intyg kan avgöra det:",
                );
                let words = format!("{} {}", self.say(only), self.say(document.title));
                layout::labelled(out, self.say(words::OPEN), &words)?;
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
            Outcome::Undetermined(Why::Unchecked(obstacle)) => {
                let obstacle = obstacle.display(language).to_string();
                layout::labelled(out, self.say(words::OPEN), &obstacle)?;
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
            Outcome::Undetermined(Why::DateUnknown) => {
                let words =
                    words::date_unknown(requirement.in_force, requirement.judged_on, language);
                layout::labelled(out, self.say(words::OPEN), &words)?;
            }
            Outcome::Undetermined(Why::InputMissing(_)) => {}
            _ => {
                if let Some(reading) = requirement.reading {
                    layout::labelled(out, self.say(words::READING), self.say(reading))?;
                }
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
        }
        self.ground(finding, out)?;
        layout::labelled(out, self.say(words::ID), requirement.id)
    }

    /// Where a finding stands, and which fields it asks for.
    pub(super) fn place(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        if let Outcome::Undetermined(Why::InputMissing(fields)) = &finding.outcome {
            for field in fields {
                let words = self.located(&field.to_string());
                layout::labelled(out, self.say(words::FILL_IN), &words)?;
            }
            return Ok(());
        }
        layout::labelled(
            out,
            self.say(words::AT),
            &self.located(&finding.path.to_string()),
        )
    }

    pub(super) fn located(&self, path: &str) -> String {
        let words = words::place_in(&self.checked.file, path, self.language);
        let name = kanta_conformance::Escaped(&self.checked.name).to_string();
        match self.checked.file.place(path) {
            Some(place) => format!("{words} ({name}:{}:{})", place.line, place.column),
            None => format!("{words} ({name})"),
        }
    }

    /// Who said so, and when.
    pub(super) fn ground(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let language = self.language;
        let quoted = |text: &str| Value::words(text).display(language).to_string();
        let (label, words) = match &finding.ground {
            None => return Ok(()),
            Some(Ground::Attested(a)) => (
                Text::new("attested", "vakuutus", "intygat"),
                format!(
                    "{}, {}: {}",
                    quoted(&a.by),
                    a.on.display(language),
                    quoted(&a.ground)
                ),
            ),
            Some(Ground::Ruled(r)) => (
                Text::new("ruling", "ratkaisu", "beslut"),
                format!(
                    "{}, {}: {}",
                    quoted(&r.by),
                    r.on.display(language),
                    quoted(&r.reference)
                ),
            ),
        };
        layout::labelled(out, self.say(label), &words)
    }
}
