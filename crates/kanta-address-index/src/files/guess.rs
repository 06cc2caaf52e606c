//! The form of a text that has no name.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::json::Name;
use super::read::Form;

impl Form {
    /// The form of a text by how it begins, for one that comes without a name.
    ///
    /// What begins with an object is JSON Lines if the object says which `record` it is, or if more
    /// follows it, and JSON otherwise; everything else is TOML. A byte order mark is passed over.
    ///
    /// ```
    /// use kanta_address_index::Form;
    ///
    /// assert_eq!(Form::guess(b"format = 1"), Form::Toml);
    /// assert_eq!(Form::guess(br#"{"format": 1, "party": []}"#), Form::Json);
    /// assert_eq!(Form::guess(br#"{"record": "header", "format": 1}"#), Form::JsonLines);
    /// ```
    #[must_use]
    pub fn guess(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = bytes.trim_ascii();
        if !text.starts_with(b"{") {
            // A list of objects is JSON, though not one that is read; no TOML begins so.
            let list = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
            return match list {
                Some(rest) if rest.starts_with(b"{") => Self::Json,
                _ => Self::Toml,
            };
        }
        let mut objects = serde_json::Deserializer::from_slice(text).into_iter::<First>();
        match objects.next() {
            Some(Ok(First { is_record })) if is_record || objects.byte_offset() < text.len() => {
                Self::JsonLines
            }
            Some(Ok(_)) | None => Self::Json,
            // Broken: a line that ends as an object does was meant to be one.
            Some(Err(_)) => {
                let line = text.split(|&byte| byte == b'\n').next();
                let line = line.unwrap_or_default().trim_ascii_end();
                if line.ends_with(b"}") && line.len() < text.len() {
                    Self::JsonLines
                } else {
                    Self::Json
                }
            }
        }
    }
}

/// The first object of a text.
struct First {
    /// Whether it is a record in a line of its own, or a record of an order.
    is_record: bool,
}

impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = First;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<First, A::Error> {
                let mut is_record = false;
                while let Some(Name(name)) = map.next_key()? {
                    is_record |= name == "record" || name == "order";
                    let IgnoredAny = map.next_value()?;
                }
                Ok(First { is_record })
            }
        }
        reader.deserialize_map(Names)
    }
}
