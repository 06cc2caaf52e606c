//! The sections of the report, each under its heading.

use std::io;

use kanta_conformance::{Text, Value, text};

use super::super::entries::Group;
use super::Report;
use crate::layout::{self, BOLD, GREEN, Lines as _, Page, YELLOW};
use crate::view::{Finding, Level, Outcome, Why};
use crate::{dates, words};

impl Report<'_> {
    pub(super) fn section(
        &mut self,
        style: anstyle::Style,
        heading: Text,
        chosen: impl Fn(&Finding) -> bool,
        out: &mut Page<'_>,
    ) -> io::Result<()> {
        let groups = self.select(chosen);
        self.entries.section(style, heading, groups, out)
    }

    /// What is not known: first what can be filled in or asked, then what no document tells.
    pub(super) fn not_known(&mut self, out: &mut Page<'_>) -> io::Result<()> {
        let open = |f: &Finding| f.outcome == Outcome::Undetermined && f.level == Level::Must;
        let undated = |f: &Finding| f.why == Some(Why::DateUnknown);
        let groups = self.select(|f| open(f) && !undated(f));
        let dateless = self.select(|f| open(f) && undated(f));
        let count = |groups: &[Group<'_>]| groups.iter().map(Vec::len).sum::<usize>();
        let total = count(&groups)
            .saturating_add(count(&dateless))
            .saturating_add(self.view.gaps.len());
        if total == 0 {
            return Ok(());
        }
        layout::heading(out, YELLOW, self.say(words::NOT_KNOWN), total)?;
        if !self.view.gaps.is_empty() {
            out.line(format_args!(""))?;
        }
        for gap in &self.view.gaps {
            layout::entry(out, self.say(words::gap(*gap)))?;
        }
        for group in &groups {
            self.entries.group(group, out)?;
        }
        if !dateless.is_empty() {
            out.line(format_args!(""))?;
            layout::paragraph(out, anstyle::Style::new(), self.say(words::DATE_UNKNOWN))?;
            for finding in dateless.iter().filter_map(|group| group.first()) {
                let statement = finding.statement.get(self.language);
                let days = dates::in_force(finding.in_force, finding.decisive_day, self.language);
                layout::entry(out, &format!("{statement}; {days}"))?;
            }
        }
        Ok(())
    }

    /// Attestations and rulings that settle nothing.
    pub(super) fn unused(&self, out: &mut Page<'_>) -> io::Result<()> {
        let unused = &self.view.unused;
        if unused.is_empty() {
            return Ok(());
        }
        layout::heading(out, YELLOW, self.say(words::UNUSED), unused.len())?;
        out.line(format_args!(""))?;
        let settles_nothing = self.say(text! {
            en: "settles nothing on this day",
            fi: "ei ratkaise mitään arviointipäivänä",
            sv: "avgör inget på bedömningsdagen",
        });
        for statement in unused {
            let place = self
                .entries
                .located(&statement.location, statement.place.as_ref());
            let reference = Value::words(&statement.words)
                .display(self.language)
                .to_string();
            let requirement = &statement.requirement;
            let words = format!("{place}: {reference} {settles_nothing} ({requirement})");
            layout::entry(out, &words)?;
        }
        Ok(())
    }

    /// What is satisfied because somebody says so.
    pub(super) fn rests_on(&mut self, out: &mut Page<'_>) -> io::Result<()> {
        let groups = self.select(|f| f.outcome == Outcome::Satisfied && f.ground.is_some());
        if groups.is_empty() {
            return Ok(());
        }
        layout::heading(
            out,
            GREEN,
            self.say(words::RESTS_ON),
            groups.iter().map(Vec::len).sum(),
        )?;
        for group in groups {
            let Some(finding) = group.first() else {
                continue;
            };
            let statement = finding.statement.get(self.language);
            self.entries.title(statement, out)?;
            self.entries.places(&group, out)?;
            self.entries.ground(finding, out)?;
            layout::labelled(out, self.say(words::ID), &finding.requirement)?;
        }
        Ok(())
    }

    pub(super) fn not_in_force(&self, out: &mut Page<'_>) -> io::Result<()> {
        let binding = |f: &Finding| f.level != Level::Note;
        let groups = self.select(|f| f.outcome == Outcome::NotInForce && binding(f));
        if groups.is_empty() {
            return Ok(());
        }
        layout::heading(out, BOLD, self.say(words::NOT_IN_FORCE), groups.len())?;
        out.line(format_args!(""))?;
        for finding in groups.iter().filter_map(|group| group.first()) {
            let mut words = finding.statement.get(self.language).to_owned();
            if let Some(in_force) = words::in_force(finding.in_force, self.language) {
                words = format!("{words}; {in_force}");
            }
            layout::entry(out, &words)?;
        }
        Ok(())
    }
}
