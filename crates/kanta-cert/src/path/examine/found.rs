//! What was found on a chain, and the answers that follow from it.

use kanta_conformance::{Outcome, Text, Value};
use webpki::Error;

use crate::certificate::Certificate;
use crate::path::store::called;
use crate::path::words::*;

/// What is asked of a path: one row each, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::path) enum Matter {
    Trusted,
    Genuine,
    Valid,
    Cas,
    Length,
    Names,
    Revoked,
    Processed,
}

pub(in crate::path) const MATTERS: [Matter; 8] = [
    Matter::Trusted,
    Matter::Genuine,
    Matter::Valid,
    Matter::Cas,
    Matter::Length,
    Matter::Names,
    Matter::Revoked,
    Matter::Processed,
];

impl Matter {
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

/// What was found on a chain: on each matter what is wrong, and what is not known.
#[derive(Clone, Debug, Default)]
pub(in crate::path) struct Found {
    wrong: Vec<(Matter, Value)>,
    unknown: Vec<(Matter, Value)>,
}

impl Found {
    pub(in crate::path) fn wrong(&mut self, matter: Matter, parts: Vec<Value>) {
        self.wrong.push((matter, Value::List(parts)));
    }

    pub(in crate::path) fn unknown(&mut self, matter: Matter, parts: Vec<Value>) {
        self.unknown.push((matter, Value::List(parts)));
    }

    /// Whatever the reason: what webpki refuses never passes.
    pub(super) fn stopped(&mut self, matter: Matter, refusal: &Error) {
        let words = Value::words(&refusal.to_string());
        self.unknown(matter, vec![about(PATH_CHECK_STOPPED, words)]);
    }

    /// Whether anything but revocation was found, so that a refused path does not look good.
    pub(super) fn explains_the_path(&self) -> bool {
        let mut all = self.wrong.iter().chain(&self.unknown);
        all.any(|(matter, _)| *matter != Matter::Revoked)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wrong.is_empty() && self.unknown.is_empty()
    }

    fn count(found: &[(Matter, Value)], matter: Matter) -> usize {
        found.iter().filter(|(of, _)| *of == matter).count()
    }

    /// How far a chain is from a good one: the least is the one that was meant.
    pub(super) fn weight(&self) -> (usize, usize, usize, usize) {
        (
            Self::count(&self.wrong, Matter::Trusted),
            Self::count(&self.wrong, Matter::Genuine),
            self.wrong.len(),
            self.unknown.len(),
        )
    }

    /// The answer on each matter.
    pub(in crate::path) fn outcomes(&self) -> [Outcome; 8] {
        MATTERS.map(|matter| {
            let of = |found: &[(Matter, Value)]| -> Vec<Value> {
                let mine = found.iter().filter(|(of, _)| *of == matter);
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
            Outcome::violated(one(wrong), Value::Term(matter.required()))
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

pub(in crate::path) fn about(text: Text, value: Value) -> Value {
    Value::About(text, Box::new(value))
}

pub(in crate::path) fn of(certificate: &Certificate) -> Value {
    Value::words(&called(&certificate.subject()))
}

/// A fault and the certificate that has it.
pub(in crate::path) fn with(fault: Text, certificate: &Certificate) -> Value {
    about(fault, of(certificate))
}
