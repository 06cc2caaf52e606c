//! What cannot be understood, and where.

use core::error::Error;
use core::fmt;
use core::ops::Deref;

use kanta_conformance::{Language, text};

use crate::{Place, Problem};

/// A kind of fault: what a reader of its own tables adds to the [problems](Problem) of every text.
pub trait FaultMessage: From<Problem> {
    /// The fault as a sentence in one language: lower-case, without a full stop, the user's words escaped.
    fn message(&self, language: Language) -> String;
}

/// One fault, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fault<K> {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: K,
    /// The other place, where two disagree.
    pub other: Option<Place>,
}

impl<K> Fault<K> {
    /// A fault of one place.
    #[must_use]
    pub const fn new(place: Place, kind: K) -> Self {
        Self {
            place,
            kind,
            other: None,
        }
    }
}

impl<K: FaultMessage> Fault<K> {
    /// The message in one language, without the place.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.kind.message(language)
    }

    /// Place and message in one language.
    #[must_use]
    pub const fn display(&self, language: Language) -> impl fmt::Display + '_ {
        Localized(self, language)
    }
}

struct Localized<'f, K>(&'f Fault<K>, Language);

impl<K: FaultMessage> fmt::Display for Localized<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(fault, language) = *self;
        if !fault.place.is_bare() {
            write!(f, "{}: ", fault.place.display(language))?;
        }
        f.write_str(&fault.message(language))?;
        match &fault.other {
            Some(other) if !other.is_bare() => {
                let words =
                    text! { en: "the other is at", fi: "toinen on:", sv: "den andra är på" };
                let other = other.display(language);
                write!(f, "; {} {other}", words.get(language))
            }
            _ => Ok(()),
        }
    }
}

/// In English.
impl<K: FaultMessage> fmt::Display for Fault<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(Language::En).fmt(f)
    }
}

impl<K: FaultMessage + fmt::Debug> Error for Fault<K> {}

/// Every fault of one or several texts, in the order of their places; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Faults<K>(Vec<Fault<K>>);

impl<K> Faults<K> {
    /// The same faults, each changed.
    #[must_use]
    pub fn map(self, change: impl FnMut(Fault<K>) -> Fault<K>) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// The faults, in the order of their places.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault<K>] {
        &self.0
    }
}

impl<K: FaultMessage> Faults<K> {
    /// The faults in one language, one a line.
    #[must_use]
    pub const fn display(&self, language: Language) -> impl fmt::Display + '_ {
        LocalizedFaults(self, language)
    }
}

impl<K> From<Fault<K>> for Faults<K> {
    fn from(fault: Fault<K>) -> Self {
        Self(vec![fault])
    }
}

impl<K> Deref for Faults<K> {
    type Target = [Fault<K>];

    fn deref(&self) -> &[Fault<K>] {
        &self.0
    }
}

impl<'f, K> IntoIterator for &'f Faults<K> {
    type Item = &'f Fault<K>;
    type IntoIter = core::slice::Iter<'f, Fault<K>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K> IntoIterator for Faults<K> {
    type Item = Fault<K>;
    type IntoIter = std::vec::IntoIter<Fault<K>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

struct LocalizedFaults<'f, K>(&'f Faults<K>, Language);

impl<K: FaultMessage> fmt::Display for LocalizedFaults<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            fault.display(self.1).fmt(f)?;
        }
        Ok(())
    }
}

/// In English.
impl<K: FaultMessage> fmt::Display for Faults<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(Language::En).fmt(f)
    }
}

impl<K: FaultMessage + fmt::Debug> Error for Faults<K> {}

/// Collects faults. Beyond a number they take no memory, and are counted.
#[derive(Clone, Debug)]
pub struct FaultSink<K> {
    list: Vec<Fault<K>>,
    more: usize,
    limit: usize,
}

impl<K> FaultSink<K> {
    /// A sink that keeps so many faults one by one.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self {
            list: Vec::new(),
            more: 0,
            limit,
        }
    }

    /// Adds a fault; it is not made where it is only counted.
    pub fn push_with(&mut self, fault: impl FnOnce() -> Fault<K>) {
        if self.list.len() < self.limit {
            self.list.push(fault());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Adds a fault of one place.
    pub fn push(&mut self, place: impl FnOnce() -> Place, kind: K) {
        self.push_with(|| Fault::new(place(), kind));
    }

    /// Counts faults that are not kept.
    pub const fn count(&mut self, more: usize) {
        self.more = self.more.saturating_add(more);
    }

    /// How many more faults are kept one by one.
    #[must_use]
    pub fn room(&self) -> usize {
        self.limit.saturating_sub(self.list.len())
    }

    /// Whether there was no fault.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && self.more == 0
    }
}

impl<K: FaultMessage + PartialEq> FaultSink<K> {
    /// Nothing, or the faults in the order of their places; how many more there are, last.
    ///
    /// # Errors
    /// The faults.
    pub fn finish(self) -> Result<(), Faults<K>> {
        match self.is_empty() {
            true => Ok(()),
            false => Err(self.in_order()),
        }
    }

    /// The faults in the order of their places; or this one, where there was none.
    #[must_use]
    pub fn into_faults_or(self, fault: Fault<K>) -> Faults<K> {
        match self.is_empty() {
            true => fault.into(),
            false => self.in_order(),
        }
    }

    fn in_order(mut self) -> Faults<K> {
        self.list.sort_by(|a, b| a.place.cmp(&b.place));
        self.list.dedup();
        if self.more > 0 {
            let last = self.list.last().map(|last| &last.place);
            let line = last.map_or_else(Place::default, |last| Place {
                column: 0,
                path: String::new(),
                ..*last
            });
            let more = Problem::More { count: self.more };
            self.list.push(Fault::new(line, more.into()));
        }
        Faults(self.list)
    }
}
