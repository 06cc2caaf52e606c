//! What is checked of a chain, what was found, and the answers that follow from it.

use kanta_conformance::{Outcome, Text, Value};
use webpki::Error;

use crate::certificate::Certificate;
use crate::path::store::called;
use crate::path::words::*;

/// What is checked of a path: one row each, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathCheck {
    Trusted,
    Genuine,
    Valid,
    Cas,
    Length,
    Names,
    Revoked,
    Processed,
}

impl PathCheck {
    /// All of them, in the order of the table.
    pub(super) const ALL: [Self; 8] = [
        Self::Trusted,
        Self::Genuine,
        Self::Valid,
        Self::Cas,
        Self::Length,
        Self::Names,
        Self::Revoked,
        Self::Processed,
    ];

    const fn required(self) -> Text {
        match self {
            Self::Trusted => ONE_ANCHOR,
            Self::Genuine => GENUINE,
            Self::Valid => VALID,
            Self::Cas => CAS,
            Self::Length => SHORT_ENOUGH,
            Self::Names => NAMES_INSIDE,
            Self::Revoked => NOT_REVOKED,
            Self::Processed => PROCESSED,
        }
    }
}

/// What was found on a chain: of each check what is wrong, and what is not known.
#[derive(Clone, Debug, Default)]
pub(super) struct CheckResults {
    wrong: Vec<(PathCheck, Value)>,
    unknown: Vec<(PathCheck, Value)>,
}

impl CheckResults {
    pub(super) fn wrong(&mut self, check: PathCheck, parts: Vec<Value>) {
        self.wrong.push((check, Value::List(parts)));
    }

    pub(super) fn unknown(&mut self, check: PathCheck, parts: Vec<Value>) {
        self.unknown.push((check, Value::List(parts)));
    }

    /// Whatever the reason: what webpki refuses never passes.
    pub(super) fn stopped(&mut self, check: PathCheck, refusal: &Error) {
        let words = Value::words(&refusal.to_string());
        self.unknown(check, vec![about(PATH_CHECK_STOPPED, words)]);
    }

    /// Whether anything but revocation was found, so that a refused path does not look good.
    pub(super) fn explains_the_path(&self) -> bool {
        let mut all = self.wrong.iter().chain(&self.unknown);
        all.any(|(check, _)| *check != PathCheck::Revoked)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wrong.is_empty() && self.unknown.is_empty()
    }

    fn count(found: &[(PathCheck, Value)], check: PathCheck) -> usize {
        found.iter().filter(|(of, _)| *of == check).count()
    }

    /// How far a chain is from a good one: the least is the one that was meant.
    pub(super) fn weight(&self) -> (usize, usize, usize, usize) {
        (
            Self::count(&self.wrong, PathCheck::Trusted),
            Self::count(&self.wrong, PathCheck::Genuine),
            self.wrong.len(),
            self.unknown.len(),
        )
    }

    /// The outcome of each check.
    pub(super) fn outcomes(&self) -> [Outcome; 8] {
        PathCheck::ALL.map(|check| {
            let of = |found: &[(PathCheck, Value)]| -> Vec<Value> {
                let mine = found.iter().filter(|(of, _)| *of == check);
                mine.map(|(_, value)| value.clone()).collect()
            };
            let (mut wrong, mut unknown) = (of(&self.wrong), of(&self.unknown));
            if wrong.is_empty() && unknown.is_empty() {
                return Outcome::Satisfied;
            }
            if wrong.is_empty() {
                return Outcome::unchecked(one(unknown));
            }
            wrong.append(&mut unknown);
            Outcome::violated(one(wrong), Value::Term(check.required()))
        })
    }
}

pub(super) fn one(mut values: Vec<Value>) -> Value {
    match values.pop() {
        Some(only) if values.is_empty() => only,
        Some(last) => {
            values.push(last);
            Value::List(values)
        }
        None => Value::List(values),
    }
}

pub(super) fn about(text: Text, value: Value) -> Value {
    Value::About(text, Box::new(value))
}

pub(super) fn of(certificate: &Certificate) -> Value {
    Value::words(&called(&certificate.subject()))
}

/// A fault and the certificate that has it.
pub(super) fn with(fault: Text, certificate: &Certificate) -> Value {
    about(fault, of(certificate))
}
