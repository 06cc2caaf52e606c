//! Values, serialised as JSON has them: a day is a text.

use serde::ser::{Serialize, Serializer};

use crate::{Entry, Number, SourceValue};

impl Serialize for SourceValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Date(date) => serializer.collect_str(date),
            Self::Time | Self::Null => serializer.serialize_unit(),
            Self::List(items) => serializer.collect_seq(items.iter().map(|item| &item.value)),
            Self::Table(entries) => {
                let pair = |entry| {
                    let Entry { key, item, .. }: &Entry<'_> = entry;
                    (&**key, &item.value)
                };
                serializer.collect_map(entries.iter().map(pair))
            }
        }
    }
}

/// A whole number is one where it has 64 bits; every other is the nearest of 64 bits with a fraction.
impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(number) = self.as_i64() {
            return serializer.serialize_i64(number);
        }
        if let Some(number) = self.as_u64() {
            return serializer.serialize_u64(number);
        }
        let digits = self.as_decimal().unwrap_or_default();
        match digits.parse::<f64>() {
            Ok(number) => serializer.serialize_f64(number),
            Err(_) => serializer.collect_str(self),
        }
    }
}
