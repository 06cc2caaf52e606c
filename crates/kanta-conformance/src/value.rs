//! What was found, and what is required, as values.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::net::IpAddr;

use crate::{Country, Date, Escaped, Language, Mbit, Text, text};

/// What was found or is required: never a sentence built in a check, so that it can be told in three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Value {
    /// Words of the user's own, shown in backticks with control characters escaped.
    Words(String),
    /// A term of the field.
    Term(Text),
    /// A term with what it is about: `agreement missing: valittaja`.
    About(Text, Box<Value>),
    /// An object identifier.
    Oid(String),
    /// A DNS name.
    DnsName(String),
    /// An IP address.
    Address(IpAddr),
    /// A day.
    Date(Date),
    /// A time from its first to its last moment, both as Finnish civil days.
    Period(Date, Date),
    /// A country.
    Country(Country),
    /// Mbit/s.
    MbitPerSecond(Mbit),
    /// Mbit/s down and up.
    Speed {
        /// Towards the party.
        down: Mbit,
        /// Towards Kanta.
        up: Mbit,
    },
    /// A number of things.
    Count(u64),
    /// A number of days.
    Days(i64),
    /// The length of a key in bits.
    Bits(u32),
    /// That, or more.
    AtLeast(Box<Value>),
    /// That, or less.
    AtMost(Box<Value>),
    /// All of these.
    List(Vec<Value>),
    /// One of these.
    OneOf(Vec<Value>),
}

impl Value {
    /// Words of the user's own.
    #[must_use]
    pub fn words(text: &str) -> Self {
        Self::Words(text.into())
    }

    /// That, or more.
    #[must_use]
    pub fn at_least(self) -> Self {
        Self::AtLeast(Box::new(self))
    }

    /// That, or less.
    #[must_use]
    pub fn at_most(self) -> Self {
        Self::AtMost(Box::new(self))
    }

    /// Whether it is a day, which is not more or less than another but later or earlier.
    const fn is_day(&self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// In words, in one language. Text from outside has its control characters escaped.
    #[must_use]
    pub fn display(&self, language: Language) -> impl fmt::Display {
        DisplayValue {
            value: self,
            language,
        }
    }
}

struct DisplayValue<'a> {
    value: &'a Value,
    language: Language,
}

impl DisplayValue<'_> {
    const fn with<'a>(&self, value: &'a Value) -> DisplayValue<'a> {
        DisplayValue {
            value,
            language: self.language,
        }
    }

    fn joined(&self, values: &[Value], last: Text, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = values.len().saturating_sub(1);
        for (index, value) in values.iter().enumerate() {
            if index > 0 && index == end {
                write!(f, " {} ", last.get(self.language))?;
            } else if index > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{}", self.with(value))?;
        }
        Ok(())
    }
}

impl fmt::Display for DisplayValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let say = |text: Text| text.get(self.language);
        match self.value {
            Value::Words(text) | Value::Oid(text) | Value::DnsName(text) => {
                write!(f, "`{}`", Escaped(text))
            }
            Value::Term(text) => f.write_str(say(*text)),
            Value::About(text, value) => write!(f, "{}: {}", say(*text), self.with(value)),
            Value::Address(address) => write!(f, "{address}"),
            Value::Date(date) => write!(f, "{}", date.display(self.language)),
            Value::Period(first, last) => write!(
                f,
                "{} – {}",
                first.display(self.language),
                last.display(self.language)
            ),
            Value::Country(country) => write!(f, "{country}"),
            Value::MbitPerSecond(speed) => write!(f, "{} Mbit/s", speed.display(self.language)),
            Value::Speed { down, up } => {
                let (d, u) = (
                    say(text! { en: "down", fi: "vastaanottoon", sv: "ned" }),
                    say(text! { en: "up", fi: "lähetykseen", sv: "upp" }),
                );
                let (down, up) = (down.display(self.language), up.display(self.language));
                write!(f, "{down} Mbit/s {d}, {up} Mbit/s {u}")
            }
            Value::Count(count) => write!(f, "{count}"),
            Value::Days(1) => f.write_str(say(text! { en: "1 day", fi: "1 päivä", sv: "1 dag" })),
            Value::Days(days) => {
                write!(
                    f,
                    "{days} {}",
                    say(text! { en: "days", fi: "päivää", sv: "dagar" })
                )
            }
            Value::Bits(bits) => write!(
                f,
                "{bits} {}",
                say(text! { en: "bits", fi: "bittiä", sv: "bitar" })
            ),
            Value::AtLeast(value) if value.is_day() => {
                let words =
                    say(text! { en: "no earlier than", fi: "aikaisintaan", sv: "tidigast" });
                write!(f, "{words} {}", self.with(value))
            }
            Value::AtMost(value) if value.is_day() => {
                let words = say(text! { en: "no later than", fi: "viimeistään", sv: "senast" });
                write!(f, "{words} {}", self.with(value))
            }
            Value::AtLeast(value) => {
                let words = say(text! { en: "at least", fi: "vähintään", sv: "minst" });
                write!(f, "{words} {}", self.with(value))
            }
            Value::AtMost(value) => {
                let words = say(text! { en: "at most", fi: "enintään", sv: "högst" });
                write!(f, "{words} {}", self.with(value))
            }
            Value::List(values) => self.joined(values, text! { en: "and", fi: "ja", sv: "och" }, f),
            Value::OneOf(values) => {
                self.joined(values, text! { en: "or", fi: "tai", sv: "eller" }, f)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec;

    use super::*;

    fn said(value: &Value) -> [String; 3] {
        Language::ALL.map(|language| value.display(language).to_string())
    }

    #[test]
    fn values_are_told_in_three_languages() {
        assert_eq!(
            said(&Value::MbitPerSecond(Mbit::whole(30)).at_least()),
            [
                "at least 30 Mbit/s",
                "vähintään 30 Mbit/s",
                "minst 30 Mbit/s"
            ]
        );
        assert_eq!(
            said(&Value::Date(Date::constant(2025, 9, 1))),
            ["2025-09-01", "1.9.2025", "1.9.2025"]
        );
        assert_eq!(
            said(&Value::Date(Date::constant(2025, 9, 1)).at_most()),
            [
                "no later than 2025-09-01",
                "viimeistään 1.9.2025",
                "senast 1.9.2025"
            ]
        );
        assert_eq!(
            said(&Value::Date(Date::constant(2025, 9, 1)).at_least()),
            [
                "no earlier than 2025-09-01",
                "aikaisintaan 1.9.2025",
                "tidigast 1.9.2025"
            ]
        );
        assert_eq!(
            said(&Value::Days(365).at_most()),
            ["at most 365 days", "enintään 365 päivää", "högst 365 dagar"]
        );
        let halls = ["A", "B", "C"].map(Value::words).to_vec();
        assert_eq!(
            said(&Value::List(halls)),
            ["`A`, `B` and `C`", "`A`, `B` ja `C`", "`A`, `B` och `C`"]
        );
        assert_eq!(said(&Value::OneOf(vec![Value::Count(1)])), ["1", "1", "1"]);
    }

    #[test]
    fn control_characters_of_the_user_never_reach_the_terminal() {
        let hostile = Value::words("a\u{1b}[31m\u{202e}b\n\u{7f}\u{9b}");
        for text in said(&hostile) {
            assert_eq!(text, "`a\\u{1b}[31m\\u{202e}b\\u{a}\\u{7f}\\u{9b}`");
        }
    }
}
