//! One record's fields, taken one by one; what is left over is unknown.

use std::borrow::Cow;

use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

use super::tree::{Node, Spot, Table};
use crate::fault::{Expected, FaultKind, MOST_FAULTS};
use crate::{UnknownCode, Validity};

/// A record being read, and the faults found in it: each with the field and its offset.
pub(crate) struct Fields<'a> {
    fields: Table<'a>,
    known: &'static [&'static str],
    pub(crate) faults: Vec<(String, Option<usize>, FaultKind)>,
}

impl<'a> Fields<'a> {
    /// A record with these fields and no others.
    pub(crate) fn new(fields: Table<'a>, known: &'static [&'static str]) -> Self {
        let mut faults = Vec::new();
        for (at, (name, spot)) in fields.iter().enumerate() {
            let earlier = fields.iter().take(at);
            if fields.len() <= 32 && earlier.into_iter().any(|(other, _)| other == name) {
                let twice = FaultKind::DuplicateField(name.clone().into_owned());
                faults.push((name.clone().into_owned(), spot.at, twice));
            }
        }
        Self {
            fields,
            known,
            faults,
        }
    }

    pub(crate) fn fault(&mut self, field: &str, at: Option<usize>, kind: FaultKind) {
        self.faults.push((field.to_owned(), at, kind));
    }

    /// Whether a fault of that field was told.
    pub(crate) fn has_fault(&self, field: &str) -> bool {
        self.faults.iter().any(|(name, ..)| name == field)
    }

    /// Whether there is a field that has not been taken.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Where a field stands that has not been taken.
    pub(crate) fn offset(&self, name: &str) -> Option<usize> {
        let mut fields = self.fields.iter();
        fields.find(|(field, _)| field == name)?.1.at
    }

    /// The value of a field.
    pub(crate) fn take(&mut self, name: &str) -> Option<Spot<'a>> {
        let at = self.fields.iter().position(|(field, _)| field == name)?;
        Some(self.fields.swap_remove(at).1)
    }

    /// Names whatever has not been taken.
    pub(crate) fn finish(mut self) -> Vec<(String, Option<usize>, FaultKind)> {
        let twice: Vec<String> = self
            .faults
            .iter()
            .filter(|(.., kind)| matches!(kind, FaultKind::DuplicateField(_)))
            .map(|(field, ..)| field.clone())
            .collect();
        for (name, spot) in core::mem::take(&mut self.fields) {
            if twice.iter().any(|field| *field == name) {
                continue;
            }
            let known = if self.faults.len() < MOST_FAULTS {
                self.known
            } else {
                &[]
            };
            let unknown = FaultKind::UnknownField {
                nearest: nearest(&name, known),
                field: name.clone().into_owned(),
            };
            self.faults.push((name.into_owned(), spot.at, unknown));
        }
        self.faults
    }

    pub(crate) fn wrong(&mut self, field: &str, at: Option<usize>, expected: Expected) {
        self.fault(field, at, FaultKind::WrongType { expected });
    }

    /// A value that is none of what is expected.
    pub(crate) fn refuse<T>(
        &mut self,
        field: &str,
        at: Option<usize>,
        node: &Node<'_>,
        expected: Expected,
    ) -> Option<T> {
        match (node, expected) {
            #[cfg(feature = "toml")]
            (Node::Broken(broken), Expected::Date | Expected::DateOrNo) => {
                let written = broken.written.to_owned();
                self.fault(field, at, FaultKind::NotADate(written));
            }
            #[cfg(feature = "toml")]
            (Node::Broken(broken), _) => {
                self.fault(field, at, FaultKind::Syntax(broken.said.clone()));
            }
            _ => self.wrong(field, at, expected),
        }
        None
    }

    /// A field that has to be there.
    pub(crate) fn need<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.has_fault(field) {
            self.fault("", None, FaultKind::MissingField(field));
        }
        value
    }

    pub(crate) fn text(&mut self, name: &str) -> Option<Cow<'a, str>> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Text(text) => Some(text),
            node => self.refuse(name, spot.at, &node, Expected::Text),
        }
    }

    pub(crate) fn owned(&mut self, name: &str) -> Option<String> {
        self.text(name).map(Cow::into_owned)
    }

    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Flag(flag) => Some(flag),
            node => self.refuse(name, spot.at, &node, Expected::Flag),
        }
    }

    pub(crate) fn number(&mut self, name: &str) -> Option<i64> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Number(number) => Some(number),
            node => self.refuse(name, spot.at, &node, Expected::Number),
        }
    }

    pub(crate) fn list(&mut self, name: &str) -> Vec<Spot<'a>> {
        match self.take(name) {
            None => Vec::new(),
            Some(Spot {
                node: Node::List(list),
                ..
            }) => list,
            Some(spot) => {
                self.refuse::<()>(name, spot.at, &spot.node, Expected::List);
                Vec::new()
            }
        }
    }

    pub(crate) fn date(&mut self, name: &str) -> Option<Date> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Text(text) => match text.parse() {
                Ok(date) => Some(date),
                Err(_) => {
                    self.fault(name, spot.at, FaultKind::NotADate(text.into_owned()));
                    None
                }
            },
            node => self.refuse(name, spot.at, &node, Expected::Date),
        }
    }

    pub(crate) fn validity(&mut self, from: &str, until: &str) -> Validity {
        Validity::new(self.date(from), self.date(until))
    }

    pub(crate) fn word<T: core::str::FromStr<Err = UnknownCode>>(
        &mut self,
        name: &str,
    ) -> Option<T> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Text(text) => match text.parse() {
                Ok(word) => Some(word),
                Err(unknown) => {
                    let unknown = FaultKind::UnknownWord {
                        word: text.into_owned(),
                        expected: UnknownCode::codes(&unknown),
                    };
                    self.fault(name, spot.at, unknown);
                    None
                }
            },
            node => self.refuse(name, spot.at, &node, Expected::Text),
        }
    }

    pub(crate) fn owner(&mut self, name: &str) -> Option<OwnerOid> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Text(text) => match OwnerOid::parse(&text) {
                Ok(oid) => Some(oid),
                Err(_) => {
                    self.fault(name, spot.at, FaultKind::NotAnOwner(text.into_owned()));
                    None
                }
            },
            node => self.refuse(name, spot.at, &node, Expected::Text),
        }
    }

    pub(crate) fn access_point(&mut self, name: &str) -> Option<AccessPointOid> {
        let spot = self.take(name)?;
        match spot.node {
            Node::Text(text) => match AccessPointOid::parse(&text) {
                Ok(oid) => Some(oid),
                Err(_) => {
                    let not = FaultKind::NotAnAccessPoint(text.into_owned());
                    self.fault(name, spot.at, not);
                    None
                }
            },
            node => self.refuse(name, spot.at, &node, Expected::Text),
        }
    }
}

/// The known word that differs least, if it differs by two letters at most.
pub(crate) fn nearest(word: &str, known: &'static [&'static str]) -> Option<&'static str> {
    if word.len() > 32 {
        return None;
    }
    let near = known.iter().map(|known| (distance(word, known), *known));
    near.min()
        .filter(|&(far, _)| far <= 2)
        .map(|(_, known)| known)
}

/// How many letters have to be added, taken or changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut next = vec![i.saturating_add(1)];
        for (j, other) in b.iter().enumerate() {
            let get = |at: usize| row.get(at).copied().unwrap_or(usize::MAX);
            let change = get(j).saturating_add(usize::from(letter != *other));
            let take = get(j.saturating_add(1)).saturating_add(1);
            let add = next.last().copied().unwrap_or(0).saturating_add(1);
            next.push(change.min(take).min(add));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}
