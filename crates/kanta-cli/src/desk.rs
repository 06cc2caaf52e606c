//! Where judged files are told, one after the other, and what the process ends with.

use std::fs;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use kanta_conformance::Language;
use kanta_report::format::Report;
use kanta_report::settled::{NewBaseline, beyond};
use kanta_report::text::{self, Page, TableLine, Tally};
use kanta_report::view::{Checked, RefusedInput, ReportSheet, Verdict};
use kanta_report::{Format, Printer};
use rayon::prelude::*;

use crate::files;
use crate::output;
use crate::status;
use crate::telling::Manner;

/// How many files are written before they are told: the JSON of a plan has some hundred kilobytes.
const WRITTEN_AT_ONCE: usize = 32;

/// Tells what files came to.
pub(crate) struct Desk<'a, T> {
    manner: Manner,
    printer: Printer<T>,
    out: Page<'a>,
    err: &'a mut dyn Write,
    tally: Tally,
    worst: u8,
    /// What is written for a later baseline.
    baseline: NewBaseline,
}

impl<'a, T: Report> Desk<'a, T> {
    pub(crate) fn new(manner: Manner, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        let printer = Printer::new(manner.format, manner.lang, manner.all);
        Self {
            printer: printer.drop_accepted(manner.drop_accepted),
            manner,
            out: Page::new(out, output::width()),
            err,
            tally: Tally::default(),
            worst: status::CONFORMING,
            baseline: NewBaseline::new(),
        }
    }

    /// Tells what a file came to; `text` writes the whole of it for people.
    pub(crate) fn judged(
        &mut self,
        mut report: T,
        text: impl FnOnce(&T, &mut Page<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.manner.settled.mark(&mut report);
        let sheet = report.sheet();
        self.count(&sheet);
        if self.manner.quiet && self.manner.format == Format::Text {
            return text::line(&sheet, self.manner.lang, &mut self.out);
        }
        let (width, lang) = (output::width(), self.manner.lang);
        self.printer.report(report, &mut self.out, |report, out| {
            let mut page = Page::new(out, width);
            text(report, &mut page)?;
            text::set_aside(&report.sheet(), lang, &mut page)
        })
    }

    /// Tells that a file cannot be judged.
    pub(crate) fn refused(&mut self, refusal: RefusedInput) -> io::Result<()> {
        let sheet = refusal.sheet();
        self.count(&sheet);
        self.told_aside(refusal)
    }

    /// Tells it to people behind what was told before, where both go to the same place.
    fn told_aside(&mut self, refusal: RefusedInput) -> io::Result<()> {
        if self.manner.format == Format::Text {
            self.out.flush()?;
        }
        self.printer.refusal(refusal, &mut self.out, &mut *self.err)
    }

    /// Tells a file on one line of a table, for people; else as it is told anyway.
    pub(crate) fn row(&mut self, mut checked: Checked<T>) -> io::Result<()> {
        if self.manner.format != Format::Text {
            return match checked {
                Checked::Judged(report) => self.judged(report, |_, _| Ok(())),
                Checked::Refused(refusal) => self.refused(refusal),
                Checked::Accepted(_) => Ok(()),
            };
        }
        if let Checked::Judged(report) = &mut checked {
            self.manner.settled.mark(report);
        }
        let sheet = checked.sheet();
        self.line(&TableLine::of(&sheet))?;
        self.count(&sheet);
        match checked {
            Checked::Judged(_) | Checked::Accepted(_) => Ok(()),
            Checked::Refused(refusal) => self.told_aside(refusal),
        }
    }

    /// Whether a file is told by its line alone, so that no report of it is needed.
    pub(crate) const fn asks_for_lines(&self) -> bool {
        let manner = &self.manner;
        matches!(manner.format, Format::Text)
            && manner.settled.is_empty()
            && manner.write_baseline.is_none()
    }

    /// Tells a file by its line alone.
    pub(crate) fn line_alone(&mut self, line: &TableLine) -> io::Result<()> {
        self.line(line)?;
        self.add(line.verdict, line.verdict);
        Ok(())
    }

    fn line(&mut self, line: &TableLine) -> io::Result<()> {
        if self.manner.quiet {
            return Ok(());
        }
        if self.tally.files() == 0 {
            text::head(self.manner.lang, &mut self.out)?;
        }
        text::row(line, self.manner.lang, &mut self.out)
    }

    /// Whether each file is told for machines as it comes.
    pub(crate) const fn is_by_file(&self) -> bool {
        matches!(self.manner.format, Format::Json | Format::Github)
    }

    /// Tells what files came to where each is told for machines as it comes: written beside each other, and told in their
    /// order.
    pub(crate) fn by_file(&mut self, mut all: Vec<Checked<T>>) -> io::Result<()>
    where
        T: Sync,
    {
        for checked in &mut all {
            if let Checked::Judged(report) = checked {
                self.manner.settled.mark(report);
            }
        }
        let (format, lang) = (self.manner.format, self.manner.lang);
        let write = |checked: &Checked<T>| {
            let mut bytes = Vec::new();
            match format {
                Format::Github => kanta_report::format::github(&checked.sheet(), lang, &mut bytes)?,
                _ => kanta_report::json(checked, &mut bytes)?,
            }
            io::Result::Ok(bytes)
        };
        for some in all.chunks(WRITTEN_AT_ONCE) {
            let told: Vec<io::Result<Vec<u8>>> = some.par_iter().map(write).collect();
            for (checked, bytes) in some.iter().zip(told) {
                self.count(&checked.sheet());
                self.out.write_all(&bytes?)?;
            }
        }
        Ok(())
    }

    fn count(&mut self, sheet: &ReportSheet<'_>) {
        let left = if self.manner.write_baseline.is_some() {
            // From now on the findings are known, and what is open beside them stays open.
            self.baseline.add(sheet);
            sheet.verdict.map(|_| beyond(sheet))
        } else {
            sheet.left()
        };
        self.add(sheet.verdict, left);
    }

    /// Counts a verdict, and what is left of it for the exit status.
    fn add(&mut self, verdict: Option<Verdict>, left: Option<Verdict>) {
        self.tally.add(verdict);
        let status = left.map_or(status::UNREADABLE, status::of_view);
        self.worst = status::worst(self.worst, status);
    }

    /// Writes what is open now, and tells what is not in it: whoever writes a baseline takes it for whole.
    fn write_baseline(&mut self) -> io::Result<()> {
        let (Some(path), lang) = (&self.manner.write_baseline, self.manner.lang) else {
            return Ok(());
        };
        let name = path.display().to_string();
        let Some(lines) = self.baseline.lines() else {
            return writeln!(self.err, "kanta: {}", text::no_baseline(&name, lang));
        };
        write(path, lines, lang)?;
        for file in self.baseline.not_judged() {
            let told = text::not_in_baseline(&name, file, lang);
            writeln!(self.err, "kanta: {told}")?;
        }
        for file in self.baseline.open_beyond() {
            let told = text::open_beyond_baseline(&name, file, lang);
            writeln!(self.err, "kanta: {told}")?;
        }
        Ok(())
    }

    /// How many files came to what, and how many were left out: for people; else only that some were left out.
    pub(crate) fn totals(&mut self, skipped: usize) -> io::Result<()> {
        let (lang, format) = (self.manner.lang, self.manner.format);
        self.tally.skipped = skipped;
        if format == Format::Text {
            if !self.manner.quiet {
                writeln!(self.out)?;
            }
            return text::totals(self.tally, lang, &mut self.out);
        }
        if skipped > 0 {
            self.out.flush()?;
            writeln!(self.err, "kanta: {}", text::skipped(skipped, lang))?;
        }
        Ok(())
    }

    /// How far many files are, where people wait for them.
    pub(crate) fn progress(&self, done: usize, of: usize) {
        if io::stderr().is_terminal() {
            // A terminal that cannot be written to is no reason to stop.
            let mut err = io::stderr();
            write!(err, "\r\x1b[K{}/{of}\r", done.min(of)).ok();
            if done >= of {
                write!(err, "\x1b[K").ok();
            }
        }
    }

    /// For people, beside what is told.
    pub(crate) const fn out(&mut self) -> &mut Page<'a> {
        &mut self.out
    }

    /// Writes what is one document, and gives the exit status.
    pub(crate) fn finish(mut self) -> io::Result<u8> {
        // What stands aside comes behind what was told, where both go to the same place.
        self.out.flush()?;
        if let Some(stale) = self.manner.settled.stale() {
            self.printer.stale(stale, &mut self.out, &mut *self.err)?;
        }
        self.write_baseline()?;
        if let Some((path, judged)) = &self.manner.prune_baseline {
            let is_judged = |id: &str| judged.contains(id);
            let is_there = |file: &str| Path::new(file).exists();
            if let Some((baseline, gone)) = self.manner.settled.pruned(is_judged, is_there) {
                if gone > 0 {
                    write(path, &baseline.lines(), self.manner.lang)?;
                }
                let name = path.display().to_string();
                let told = text::pruned(&name, gone, self.manner.lang);
                writeln!(self.err, "kanta: {told}")?;
            }
        }
        self.printer.finish(&mut self.out)?;
        self.out.flush()?;
        Ok(self.worst)
    }
}

fn write(path: &Path, text: &str, language: Language) -> io::Result<()> {
    fs::write(path, text)
        .map_err(|error| io::Error::new(error.kind(), files::not_written(path, &error, language)))
}
