//! A baseline being written.

use super::{Baseline, beyond};
use crate::view::{ReportSheet, Verdict};

/// A baseline being written: what is open in each file that was judged, and which files were not.
///
/// What a file has of findings is not known where it cannot be read: none of them come in, and
/// [`NewBaseline::not_judged`] names it. What is open beside findings, such as that a plan has no access point, is in no
/// baseline: [`NewBaseline::open_beyond`] names the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewBaseline {
    lines: String,
    not_judged: Vec<String>,
    open_beyond: Vec<String>,
}

impl NewBaseline {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            lines: String::new(),
            not_judged: Vec::new(),
            open_beyond: Vec::new(),
        }
    }

    /// Takes what is open in a file; of one that could not be judged its name.
    pub fn add(&mut self, sheet: &ReportSheet<'_>) {
        if sheet.verdict.is_some() {
            self.lines.push_str(&Baseline::line(sheet));
            self.lines.push('\n');
            if beyond(sheet) != Verdict::Conforming {
                self.open_beyond.push(sheet.file.to_owned());
            }
        } else {
            self.not_judged.push(sheet.file.to_owned());
        }
    }

    /// What is to be written, a line a judged file; nothing where none was judged, so that an earlier baseline stays.
    #[must_use]
    pub fn lines(&self) -> Option<&str> {
        let any = !self.lines.is_empty() || self.not_judged.is_empty();
        any.then_some(self.lines.as_str())
    }

    /// The files that could not be judged, in their order.
    #[must_use]
    pub fn not_judged(&self) -> &[String] {
        &self.not_judged
    }

    /// The files in which more is open than findings, in their order.
    #[must_use]
    pub fn open_beyond(&self) -> &[String] {
        &self.open_beyond
    }
}
