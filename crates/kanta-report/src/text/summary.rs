//! Many files: a line for each, and how many came to what.

use std::io;

use kanta_conformance::{Assessment, Escaped, Language, Text, text};

use crate::layout::{self, Lines as _, Page};
use crate::told;
use crate::view::{Level, Outcome, ReportSheet, Verdict};
use crate::words;

/// How many files came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// They conform.
    pub conforming: usize,
    /// It is not known whether they do.
    pub undetermined: usize,
    /// They do not.
    pub non_conforming: usize,
    /// They cannot be read.
    pub unreadable: usize,
    /// They are of other kinds and were left out.
    pub skipped: usize,
}

impl Tally {
    /// Counts one more file.
    pub const fn add(&mut self, verdict: Option<Verdict>) {
        let count = match verdict {
            Some(Verdict::Conforming) => &mut self.conforming,
            Some(Verdict::Undetermined) => &mut self.undetermined,
            Some(Verdict::NonConforming) => &mut self.non_conforming,
            None => &mut self.unreadable,
        };
        *count = count.saturating_add(1);
    }

    /// How many were judged, or could not be read.
    #[must_use]
    pub const fn files(self) -> usize {
        self.conforming
            .saturating_add(self.undetermined)
            .saturating_add(self.non_conforming)
            .saturating_add(self.unreadable)
    }
}

/// A file on its line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableLine {
    /// The file, as it was called.
    pub file: String,
    /// What it came to; none where it cannot be read.
    pub verdict: Option<Verdict>,
    /// How much that is binding is violated.
    pub violated: usize,
    /// How much that is binding is not known.
    pub unknown: usize,
}

impl TableLine {
    /// Of what was told of a file.
    #[must_use]
    pub fn of(sheet: &ReportSheet<'_>) -> Self {
        let [violated, unknown] = counts(sheet);
        Self {
            file: sheet.file.to_owned(),
            verdict: sheet.verdict,
            violated,
            unknown,
        }
    }

    /// Of a plan that was judged: the line of its [`PlanReport`](crate::view::PlanReport), which need not be made for it.
    #[must_use]
    pub fn of_plan(name: &str, assessment: &Assessment) -> Self {
        let counts = assessment.counts();
        Self {
            file: name.to_owned(),
            verdict: Some(assessment.verdict().into()),
            violated: counts.violated,
            unknown: counts.undetermined,
        }
    }
}

/// What is binding in a file: how much is violated, how much not known; of one that cannot be read, its faults.
fn counts(sheet: &ReportSheet<'_>) -> [usize; 2] {
    let must = |outcome: Outcome| {
        let found = sheet.findings();
        found
            .filter(|its| its.outcome == outcome && its.level == Level::Must)
            .count()
    };
    [must(Outcome::Violated), must(Outcome::Undetermined)]
}

/// The verdict on one file, on one line that names the file.
///
/// # Errors
/// Those of `out`.
pub fn line(sheet: &ReportSheet<'_>, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let style = sheet.verdict.map_or(layout::RED, layout::verdict);
    let [violated, unknown] = counts(sheet);
    let counts = match sheet.verdict {
        None => format!(
            "{} {}",
            sheet.faults.len(),
            words::COUNT_FAULTS.get(language)
        ),
        Some(_) => format!(
            "{violated} {}, {unknown} {}",
            words::COUNT_VIOLATED.get(language),
            words::COUNT_NOT_KNOWN.get(language),
        ),
    };
    let counts = match sheet.set_aside {
        Some(left) => {
            let aside = left.accepted.saturating_add(left.unchanged);
            format!("{counts}; {aside} {}", words::COUNT_SET_ASIDE.get(language))
        }
        None => counts,
    };
    let verdict = told::verdict(sheet, language);
    let mut file = Escaped(sheet.file).to_string();
    if let Some((number, count)) = sheet.number {
        file.push_str(&format!(" ({number}/{count})"));
    }
    out.line(format_args!("{style}{verdict}{style:#}: {file} ({counts})"))
}

/// A verdict where there is little room, in a column of its own.
fn short(verdict: Option<Verdict>) -> Text {
    match verdict {
        Some(Verdict::Conforming) => words::CONFORMS_SHORT,
        Some(Verdict::Undetermined) => words::UNDETERMINED,
        Some(Verdict::NonConforming) => words::CONFORMS_NOT,
        None => words::UNREADABLE,
    }
}

/// How wide the first three columns of the table are.
fn widths(language: Language) -> [usize; 3] {
    let verdicts = [
        Some(Verdict::Conforming),
        Some(Verdict::Undetermined),
        Some(Verdict::NonConforming),
        None,
    ]
    .map(|verdict| short(verdict).get(language).chars().count());
    let verdict = verdicts.into_iter().max().unwrap_or_default();
    let [violated, unknown] =
        [words::COUNT_VIOLATED, words::COUNT_NOT_KNOWN].map(|it| it.get(language).chars().count());
    [verdict, violated, unknown]
}

/// The head of a table with a line for each file.
///
/// # Errors
/// Those of `out`.
pub fn head(language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let [verdict, ..] = widths(language);
    let style = layout::BOLD;
    let label = text! { en: "verdict", fi: "tulos", sv: "resultat" }.get(language);
    let violated = words::COUNT_VIOLATED.get(language);
    let unknown = words::COUNT_NOT_KNOWN.get(language);
    let file = text! { en: "file", fi: "tiedosto", sv: "fil" }.get(language);
    out.line(format_args!(
        "{style}{label:<verdict$}  {violated}  {unknown}  {file}{style:#}"
    ))
}

/// The line of a file in that table. What a reader copies, the file's name, stands last and is never broken.
///
/// # Errors
/// Those of `out`.
pub fn row(line: &TableLine, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let style = line.verdict.map_or(layout::RED, layout::verdict);
    let [verdict, of_violated, of_unknown] = widths(language);
    let words = short(line.verdict).get(language);
    let file = Escaped(&line.file);
    let [violated, unknown] = match line.verdict {
        Some(_) => [line.violated, line.unknown].map(|count| count.to_string()),
        None => ["-", "-"].map(str::to_owned),
    };
    out.line(format_args!(
        "{style}{words:<verdict$}{style:#}  {violated:>of_violated$}  {unknown:>of_unknown$}  {file}"
    ))
}

/// How many files came to what.
///
/// # Errors
/// Those of `out`.
pub fn totals(tally: Tally, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let one = tally.files() == 1;
    let (plans, counted) = match language {
        Language::En => (
            if one { "plan" } else { "plans" },
            [
                "conform",
                "undetermined",
                "do not conform",
                "cannot be read",
            ],
        ),
        Language::Fi => (
            if one { "suunnitelma" } else { "suunnitelmaa" },
            [
                "ohjeen mukaisia",
                "ei ratkaistavissa",
                "ei ohjeen mukaisia",
                "ei luettavissa",
            ],
        ),
        Language::Sv => (
            if one { "plan" } else { "planer" },
            [
                "följer anvisningen",
                "kan inte avgöras",
                "följer inte anvisningen",
                "kan inte läsas",
            ],
        ),
    };
    let counts = [
        tally.conforming,
        tally.undetermined,
        tally.non_conforming,
        tally.unreadable,
    ];
    let parts: Vec<String> = counts
        .iter()
        .zip(counted)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    let mut words = format!("{} {plans}: {}", tally.files(), parts.join(", "));
    if tally.skipped > 0 {
        words.push_str(&format!("; {}", skipped(tally.skipped, language)));
    }
    layout::paragraph(out, layout::BOLD, &words)
}

/// How many files of other kinds were left out.
#[must_use]
pub fn skipped(count: usize, language: Language) -> String {
    let words = if count == 1 {
        text! {
            en: "file of another kind left out",
            fi: "muunlainen tiedosto jätetty pois",
            sv: "fil av annat slag utelämnad",
        }
    } else {
        text! {
            en: "files of other kinds left out",
            fi: "muunlaista tiedostoa jätetty pois",
            sv: "filer av andra slag utelämnade",
        }
    };
    format!("{count} {}", words.get(language))
}
