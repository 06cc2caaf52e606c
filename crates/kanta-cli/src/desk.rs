//! Where judged files are told, one after the other, and what the process ends with.

use std::io::{self, IsTerminal as _, Write};

use kanta_conformance::Language;
use kanta_report::format::Report;
use kanta_report::text::{self, Page, Tally};
use kanta_report::view::{Checked, Refusal, Sheet};
use kanta_report::{Format, Printer};

use crate::output;
use crate::status;

/// How judged files are told.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) lang: Language,
    pub(crate) format: Format,
    /// For people: only verdicts.
    pub(crate) quiet: bool,
    /// Also what is satisfied and what does not apply.
    pub(crate) all: bool,
}

/// Tells what files came to.
pub(crate) struct Desk<'a, T> {
    manner: Manner,
    printer: Printer<T>,
    out: Page<'a>,
    err: &'a mut dyn Write,
    tally: Tally,
    worst: u8,
}

impl<'a, T: Report> Desk<'a, T> {
    pub(crate) fn new(manner: Manner, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            manner,
            printer: Printer::new(manner.format, manner.lang, manner.all),
            out: Page::new(out, output::width()),
            err,
            tally: Tally::default(),
            worst: status::CONFORMING,
        }
    }

    /// Tells what a file came to; `text` writes the whole of it for people.
    pub(crate) fn judged(
        &mut self,
        report: T,
        text: impl FnOnce(&T, &mut Page<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        let sheet = report.sheet();
        self.count(&sheet);
        if self.manner.quiet && self.manner.format == Format::Text {
            return text::line(&sheet, self.manner.lang, &mut self.out);
        }
        let width = output::width();
        self.printer.report(report, &mut self.out, |report, out| {
            text(report, &mut Page::new(out, width))
        })
    }

    /// Tells that a file cannot be judged.
    pub(crate) fn refused(&mut self, refusal: Refusal) -> io::Result<()> {
        let sheet = refusal.sheet();
        self.count(&sheet);
        self.printer.refusal(refusal, &mut self.out, &mut *self.err)
    }

    /// Tells a file on one line of a table, for people; else as it is told anyway.
    pub(crate) fn row(&mut self, checked: Checked<T>) -> io::Result<()> {
        if self.manner.format != Format::Text {
            return match checked {
                Checked::Judged(report) => self.judged(report, |_, _| Ok(())),
                Checked::Refused(refusal) => self.refused(refusal),
            };
        }
        if self.tally.files() == 0 && !self.manner.quiet {
            text::head(self.manner.lang, &mut self.out)?;
        }
        let sheet = checked.sheet();
        self.count(&sheet);
        if !self.manner.quiet {
            text::row(&sheet, self.manner.lang, &mut self.out)?;
        }
        match checked {
            Checked::Judged(_) => Ok(()),
            Checked::Refused(refusal) => {
                self.printer.refusal(refusal, &mut self.out, &mut *self.err)
            }
        }
    }

    fn count(&mut self, sheet: &Sheet<'_>) {
        self.tally.add(sheet.verdict);
        let status = sheet.verdict.map_or(status::UNREADABLE, status::of_view);
        self.worst = status::worst(self.worst, status);
    }

    /// How many files came to what, and how many were left out: for people; else only that some were left out.
    pub(crate) fn totals(&mut self, skipped: usize) -> io::Result<()> {
        let Manner { lang, format, .. } = self.manner;
        self.tally.skipped = skipped;
        if format == Format::Text {
            if !self.manner.quiet {
                writeln!(self.out)?;
            }
            return text::totals(self.tally, lang, &mut self.out);
        }
        if skipped > 0 {
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
        self.printer.finish(&mut self.out)?;
        self.out.flush()?;
        Ok(self.worst)
    }
}
