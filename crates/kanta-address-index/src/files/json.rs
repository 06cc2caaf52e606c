//! JSON, read member by member and item by item: no more than one record is held as a tree.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::tree::{DEEPEST, MOST_VALUES, Node, Spot, Table};
use crate::fault::FaultKind;

/// A fault of the form itself, and the offset at which it stands.
pub(crate) type Broken = (usize, FaultKind);

/// Reads a JSON text: an object.
pub(crate) fn read(text: &str) -> Result<Table<'_>, Broken> {
    match value(text)? {
        Node::Table(table) => Ok(table),
        _ => Err((
            0,
            FaultKind::WrongType {
                expected: crate::Expected::Table,
            },
        )),
    }
}

/// Reads a JSON text: one value, with no more in it than a record has.
pub(crate) fn value(text: &str) -> Result<Node<'_>, Broken> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let limits = Limits {
        left: Cell::new(MOST_VALUES),
        passed: Cell::new(None),
    };
    let value = Value {
        depth: 0,
        limits: &limits,
    };
    let spot = value
        .deserialize(&mut reader)
        .and_then(|spot| reader.end().map(|()| spot));
    spot.map(|spot| spot.node)
        .map_err(|error| match limits.passed.take() {
            Some(kind) => (0, kind),
            None => broken(text, &error),
        })
}

/// Goes through an object, and gives each member as it is written.
pub(crate) fn members<'a>(
    text: &'a str,
    give: &mut dyn FnMut(Cow<'a, str>, &'a str),
) -> Result<(), Broken> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_map(Members { give });
    let read = read.and_then(|()| reader.end());
    read.map_err(|error| broken(text, &error))
}

/// Where the values of a name stand in an object with which the text begins.
pub(crate) fn places_of(text: &str, name: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut give = |member: Cow<'_, str>, value: &str| {
        if member == name {
            places.push(offset(text, value));
        }
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    // It has been read before.
    drop(reader.deserialize_map(Members { give: &mut give }));
    places
}

/// Goes through a list, and gives each item as it is written.
pub(crate) fn items<'a>(text: &'a str, give: &mut dyn FnMut(&'a str)) -> Result<(), Broken> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = reader.deserialize_seq(Items { give });
    let read = read.and_then(|()| reader.end());
    read.map_err(|error| broken(text, &error))
}

/// Where a part of a text begins in it.
pub(crate) fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

fn broken(text: &str, error: &serde_json::Error) -> Broken {
    let before = text.split_inclusive('\n');
    let before = before.take(error.line().saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let at = start
        .saturating_add(error.column().saturating_sub(1))
        .min(text.len());
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at));
    let said = error.to_string();
    // Its own words end in the place, which is told beside them.
    let said = said
        .rsplit_once(" at line ")
        .map_or(said.as_str(), |(words, _)| words);
    (at.unwrap_or(0), FaultKind::Syntax(said.to_owned()))
}

/// What one value may have, and which of it was passed.
struct Limits {
    left: Cell<usize>,
    passed: Cell<Option<FaultKind>>,
}

#[derive(Clone, Copy)]
struct Value<'l> {
    depth: usize,
    limits: &'l Limits,
}

impl Value<'_> {
    fn down(self) -> Self {
        Self {
            depth: self.depth.saturating_add(1),
            ..self
        }
    }

    fn pass<E: Error>(self, kind: FaultKind) -> E {
        self.limits.passed.set(Some(kind));
        E::custom("")
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Spot<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Spot<'de>, D::Error> {
        if self.depth > DEEPEST {
            return Err(self.pass(FaultKind::TooDeep));
        }
        match self.limits.left.get().checked_sub(1) {
            Some(left) => self.limits.left.set(left),
            None => {
                let limit = MOST_VALUES;
                return Err(self.pass(FaultKind::TooManyValues { limit }));
            }
        }
        let node = reader.deserialize_any(self)?;
        Ok(Spot { node, at: None })
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node<'de>, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(i64::try_from(number).map_or(Node::Other, Node::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node<'de>, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Other)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self.down())? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Table::with_capacity(map.size_hint().unwrap_or(6));
        while let Some(Name(name)) = map.next_key()? {
            fields.push((name, map.next_value_seed(self.down())?));
        }
        Ok(Node::Table(fields))
    }
}

struct Members<'g, 'a> {
    give: &'g mut dyn FnMut(Cow<'a, str>, &'a str),
}

impl<'a> Visitor<'a> for Members<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            let value: &'a RawValue = map.next_value()?;
            (self.give)(name, value.get());
        }
        Ok(())
    }
}

struct Items<'g, 'a> {
    give: &'g mut dyn FnMut(&'a str),
}

impl<'a> Visitor<'a> for Items<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element::<&'a RawValue>()? {
            (self.give)(item.get());
        }
        Ok(())
    }
}

/// A name, borrowed where it has no escapes.
pub(super) struct Name<'a>(pub(super) Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        reader.deserialize_str(Words)
    }
}
