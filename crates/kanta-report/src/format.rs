//! The formats in which judged files are told, and what prints them.

mod attempts;
mod beside;
mod csv;
mod expiring;
mod github;
mod html;
mod junit;
mod markdown;
mod oscal;
mod sarif;

use std::io::{self, Write};

use kanta_conformance::Language;
use serde::Serialize;

use crate::view::{AcceptanceReport, Checked, Finding, RefusedInput, ReportSheet, SetAside};
use crate::{json, text};

pub use attempts::{attempt_csv, attempts_csv};
pub use csv::csv;
pub use expiring::{expiring, ical, prometheus};
pub use github::github;
pub use html::{fragment, html, style};
pub use junit::junit;
pub use markdown::markdown;
pub use oscal::oscal;
pub use sarif::sarif;

/// A form in which judged files are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A report for people.
    Text,
    /// One JSON object a line for each file.
    Json,
    /// One SARIF 2.1.0 log.
    Sarif,
    /// One JUnit report.
    Junit,
    /// Annotations of GitHub's workflows.
    Github,
    /// One Markdown document.
    Markdown,
    /// One HTML page.
    Html,
}

kanta_conformance::words! { Format, "format",
    Text => "text",
    Json => "json",
    Sarif => "sarif",
    Junit => "junit",
    Github => "github",
    Markdown => "markdown",
    Html => "html",
}

/// What a file came to, as every format can tell it.
pub trait Report: Serialize {
    /// Its verdict and its findings.
    fn sheet(&self) -> ReportSheet<'_>;

    /// Its findings, to be marked as accepted or known.
    fn findings_mut(&mut self) -> Vec<&mut Finding>;

    /// Says what is left of its verdict beside those.
    fn set_aside(&mut self, left: SetAside);
}

impl<T: Report> Checked<T> {
    /// Its verdict and its findings, or its faults.
    #[must_use]
    pub fn sheet(&self) -> ReportSheet<'_> {
        match self {
            Self::Refused(refusal) => refusal.sheet(),
            Self::Judged(report) => report.sheet(),
            Self::Accepted(report) => report.sheet(),
        }
    }
}

/// Prints what files came to, one after the other.
///
/// Text, JSON and annotations are written as they come; the other formats are one document, written at the end.
#[derive(Debug)]
pub struct Printer<T> {
    format: Format,
    language: Language,
    all: bool,
    texts: usize,
    drop_accepted: bool,
    kept: Vec<Checked<T>>,
}

impl<T: Report> Printer<T> {
    /// Nothing printed yet; with `all`, also what is satisfied and what does not apply is told.
    #[must_use]
    pub const fn new(format: Format, language: Language, all: bool) -> Self {
        Self {
            format,
            language,
            all,
            texts: 0,
            drop_accepted: false,
            kept: Vec::new(),
        }
    }

    /// In SARIF, leaves out accepted findings.
    #[must_use]
    pub fn drop_accepted(mut self, drop: bool) -> Self {
        self.drop_accepted = drop;
        self
    }

    /// Prints what is out of date in a file of accepted findings; for people to `err`.
    ///
    /// # Errors
    /// Those of `out` and `err`.
    pub fn stale(
        &mut self,
        report: AcceptanceReport,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        match self.format {
            Format::Text => text::stale(&report, self.language, err),
            Format::Json => json(&report, out),
            Format::Github => github(&report.sheet(), self.language, out),
            _ => {
                self.kept.push(Checked::Accepted(report));
                Ok(())
            }
        }
    }

    /// Prints what a file came to; `text` writes it for people.
    ///
    /// # Errors
    /// Those of `out` and of `text`.
    pub fn report(
        &mut self,
        report: T,
        out: &mut dyn Write,
        text: impl FnOnce(&T, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        match self.format {
            Format::Text => {
                if self.texts > 0 {
                    writeln!(out)?;
                }
                self.texts = self.texts.saturating_add(1);
                text(&report, out)
            }
            Format::Json => json(&report, out),
            Format::Github => github(&report.sheet(), self.language, out),
            _ => {
                self.kept.push(Checked::Judged(report));
                Ok(())
            }
        }
    }

    /// Prints that a file could not be understood; for people to `err`, else in the place of its report.
    ///
    /// # Errors
    /// Those of `out` and `err`.
    pub fn refusal(
        &mut self,
        refusal: RefusedInput,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<()> {
        match self.format {
            Format::Text => text::refusal(&refusal, self.language, err),
            Format::Json => json(&refusal, out),
            Format::Github => github(&refusal.sheet(), self.language, out),
            _ => {
                self.kept.push(Checked::Refused(refusal));
                Ok(())
            }
        }
    }

    /// Prints what is one document.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn finish(self, out: &mut dyn Write) -> io::Result<()> {
        let mut sheets: Vec<ReportSheet<'_>> = self.kept.iter().map(Checked::sheet).collect();
        if self.format == Format::Sarif {
            for sheet in &mut sheets {
                sheet.drop_accepted = self.drop_accepted;
            }
        }
        match self.format {
            Format::Text | Format::Json | Format::Github => Ok(()),
            Format::Sarif => sarif(&sheets, self.language, self.all, out),
            Format::Junit => junit(&sheets, self.language, out),
            Format::Markdown => markdown(&sheets, self.language, self.all, out),
            Format::Html => html(&sheets, self.language, out),
        }
    }
}
