//! What a name holds in an attribute that should stand there once.

use std::borrow::Cow;

use kanta_conformance::{Text, Value, text};

use crate::name::Name;

/// The values of one attribute, each once, in the order of the name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held<'a> {
    texts: Vec<Cow<'a, str>>,
    /// Whether one of them cannot be read.
    has_unreadable: bool,
}

impl<'a> Held<'a> {
    /// The values of this attribute; `same` tells which of them are one.
    pub(crate) fn of(
        name: &Name<'a>,
        kind: &'static [u8],
        same: impl Fn(&str, &str) -> bool,
    ) -> Self {
        let mut held = Self::default();
        for attribute in name.all(kind) {
            match attribute.text() {
                Some(text) if held.texts.iter().any(|known| same(known, &text)) => {}
                Some(text) => held.texts.push(text),
                None => held.has_unreadable = true,
            }
        }
        held
    }

    /// The value, where there is one and no other beside it.
    pub(crate) fn sole(&self) -> Option<&str> {
        match &*self.texts {
            [only] if !self.has_unreadable => Some(only),
            _ => None,
        }
    }

    /// Whether one value stands beside another, so that which one counts is not settled.
    pub(crate) fn is_several(&self) -> bool {
        self.texts
            .len()
            .saturating_add(usize::from(self.has_unreadable))
            > 1
    }

    pub(crate) fn any(&self, is: impl Fn(&str) -> bool) -> bool {
        self.texts.iter().any(|text| is(text))
    }

    pub(crate) fn all(&self, is: impl Fn(&str) -> bool) -> bool {
        self.texts.iter().all(|text| is(text))
    }

    /// The values, to be shown; `show` shows one.
    pub(crate) fn found(&self, show: impl Fn(&str) -> Value) -> Value {
        // Enough to recognise it by.
        let mut found: Vec<Value> = self.texts.iter().take(8).map(|text| show(text)).collect();
        match (found.pop(), found.is_empty()) {
            (None, _) => Value::Term(ABSENT),
            (Some(only), true) => only,
            (Some(last), false) => {
                found.push(last);
                Value::List(found)
            }
        }
    }
}

pub(crate) const ABSENT: Text = text! { en: "nothing", fi: "ei mitään", sv: "inget" };

/// Which of several values counts is not settled.
pub(crate) const SEVERAL: Text = text! {
    en: "which one counts where the subject holds several",
    fi: "mikä pätee, kun haltijalla on useita",
    sv: "vilket som gäller när innehavaren har flera",
};
