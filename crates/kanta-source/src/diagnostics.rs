//! What is gathered while tables are read.

use std::collections::BTreeMap;

use crate::{FaultMessage, FaultSink, Form, FormFault, Lines, ParsedText, Place, Problem, Span};

/// A fault, and where in the text and in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<K> {
    /// Where in the text.
    pub span: Span,
    /// Where in the tables.
    pub path: String,
    /// What.
    pub kind: K,
}

/// The most entries that a list may have, unless another number is named.
const MOST_ENTRIES: usize = 1000;

/// What is gathered while [tables](crate::TableReader) are read: every fault, and where each value stands.
#[derive(Clone, Debug)]
pub struct Diagnostics<K> {
    faults: Vec<Located<K>>,
    unlisted: usize,
    limit: usize,
    /// Where values stand by their paths, where that is kept.
    places: Option<BTreeMap<String, Span>>,
    pub(crate) form: Form,
    /// Broken values were told with the form.
    pub(crate) is_broken_told: bool,
    pub(crate) most_entries: usize,
}

impl<K: FaultMessage> Diagnostics<K> {
    /// For a text of that form; so many faults are kept one by one, and more are counted.
    #[must_use]
    pub const fn new(form: Form, limit: usize) -> Self {
        Self {
            faults: Vec::new(),
            unlisted: 0,
            limit,
            places: None,
            form,
            is_broken_told: false,
            most_entries: MOST_ENTRIES,
        }
    }

    /// Keeps the place of every value that is asked for, by its path.
    #[must_use]
    pub fn with_places(self) -> Self {
        Self {
            places: Some(BTreeMap::new()),
            ..self
        }
    }

    /// Adds every fault of the form, and says nothing more of values that break it. Whether the rest can be read beside
    /// them: behind an open quotation mark, say, nothing is what it seems.
    pub fn form_faults(&mut self, document: &ParsedText<'_>, lines: &Lines<'_>) -> bool {
        self.is_broken_told = true;
        for fault in &document.faults {
            let form = self.form;
            let line = |byte| lines.position(byte).line;
            self.problem(fault.span(), "", || Problem::of_form(fault, form, line));
        }
        !document.faults.iter().any(FormFault::is_fatal)
    }

    /// Says nothing of broken values: whoever read the form has told of them.
    #[must_use]
    pub fn with_broken_told(self) -> Self {
        Self {
            is_broken_told: true,
            ..self
        }
    }

    /// Lets lists have so many entries, instead of 1000.
    #[must_use]
    pub fn with_entries(self, most: usize) -> Self {
        Self {
            most_entries: most,
            ..self
        }
    }

    /// Adds a fault; what it says is worked out only while faults are kept one by one.
    pub fn fault_with(&mut self, span: Span, path: &str, kind: impl FnOnce() -> K) {
        if self.faults.len() < self.limit {
            self.faults.push(Located {
                span,
                path: path.to_owned(),
                kind: kind(),
            });
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    /// Adds a fault.
    pub fn fault(&mut self, span: Span, path: &str, kind: impl Into<K>) {
        self.fault_with(span, path, || kind.into());
    }

    /// Whether there was no fault.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty() && self.unlisted == 0
    }

    /// Where the value of that path stands, where places are kept.
    #[must_use]
    pub fn span_of(&self, path: &str) -> Option<Span> {
        self.places.as_ref()?.get(path).copied()
    }

    pub(crate) fn keep(&mut self, path: &str, span: Span) {
        if let Some(places) = &mut self.places {
            places.insert(path.to_owned(), span);
        }
    }

    pub(crate) fn forget(&mut self, path: &str) {
        if let Some(places) = &mut self.places {
            places.remove(path);
        }
    }

    /// Where each value stands by its path, where places are kept; taken out.
    pub fn take_places(&mut self) -> BTreeMap<String, Span> {
        self.places
            .as_mut()
            .map(core::mem::take)
            .unwrap_or_default()
    }

    /// Hands the faults on, each with the place that it is given.
    pub fn drain_into(&mut self, sink: &mut FaultSink<K>, place: impl Fn(&Located<K>) -> Place) {
        for located in self.faults.drain(..) {
            let place = || place(&located);
            if sink.room() > 0 {
                let place = place();
                sink.push(|| place, located.kind);
            } else {
                sink.count(1);
            }
        }
        sink.count(core::mem::take(&mut self.unlisted));
    }

    /// The faults of one text in their order, with their positions.
    ///
    /// # Errors
    /// The faults.
    pub fn finish(mut self, lines: &Lines<'_>) -> Result<(), crate::Faults<K>>
    where
        K: PartialEq,
    {
        let mut sink = FaultSink::new(self.limit);
        self.drain_into(&mut sink, |located| {
            Place::new(0, lines.start_of(located.span), "")
        });
        sink.finish()
    }

    /// A fault that any text may have.
    pub(crate) fn problem(&mut self, span: Span, path: &str, problem: impl FnOnce() -> Problem) {
        self.fault_with(span, path, || problem().into());
    }
}
