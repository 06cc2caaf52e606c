use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::tree::{DEEPEST, Node, Spot, Table};
use crate::fault::FaultKind;

/// Reads a JSON text: an object. The fault has the offset at which it stands.
pub(crate) fn read(text: &str) -> Result<Table<'_>, (usize, FaultKind)> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let spot = Depth(0)
        .deserialize(&mut reader)
        .and_then(|spot| reader.end().map(|()| spot));
    match spot {
        Ok(Spot {
            node: Node::Table(table),
            ..
        }) => Ok(table),
        Ok(_) => Err((
            0,
            FaultKind::WrongType {
                expected: crate::Expected::Table,
            },
        )),
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            let said = error.to_string();
            // Its own words end in the place, which is told beside them.
            let said = said
                .rsplit_once(" at line ")
                .map_or(said.as_str(), |(words, _)| words);
            Err((at, FaultKind::Syntax(said.to_owned())))
        }
    }
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let at = start
        .saturating_add(column.saturating_sub(1))
        .min(text.len());
    (0..=at)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

#[derive(Clone, Copy)]
struct Depth(usize);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Spot<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Spot<'de>, D::Error> {
        if self.0 > DEEPEST {
            return Err(D::Error::custom("tables lie deeper than any record does"));
        }
        let node = reader.deserialize_any(self)?;
        Ok(Spot { node, at: None })
    }
}

impl Depth {
    fn down(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl<'de> Visitor<'de> for Depth {
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

/// A name, borrowed where it has no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> serde::Deserialize<'de> for Name<'de> {
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
