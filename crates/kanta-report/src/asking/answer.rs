//! From what somebody types to the value of a field.

use kanta_policy::fields::{Takes, Word};
use kanta_source::CellDay;
use toml_edit::{Array, Value};

/// The value that a text says for a field of that kind; none if it says none.
pub(super) fn value(takes: &Takes, said: &str) -> Option<Value> {
    let said = said.trim();
    if said.is_empty() {
        return None;
    }
    match takes {
        Takes::Exactly(number) => (said == number.to_string()).then(|| i64::from(*number).into()),
        Takes::Day => match CellDay::read(said) {
            CellDay::Is(date) => date.to_string().parse().ok(),
            _ => None,
        },
        Takes::Flag => flag(said).map(Value::from),
        Takes::Denied => (flag(said) == Some(false)).then(|| false.into()),
        Takes::Number => said
            .parse::<u32>()
            .ok()
            .map(|number| i64::from(number).into()),
        Takes::Speed => speed(said),
        Takes::Word(words) => word(&words(), unquoted(said)).map(Value::from),
        Takes::Table(_) | Takes::ByService(_) => {
            let value: Value = said.parse().ok()?;
            value.is_inline_table().then_some(value)
        }
        Takes::List(each) => list(each, said),
        Takes::Either(all) => {
            // Any text is a text: what else it may be comes first.
            let others = all.iter().filter(|takes| !is_text(takes));
            let mut in_order = others.chain(all.iter().filter(is_text));
            in_order.find_map(|takes| value(takes, said))
        }
        // Texts of every kind; what is wrong with one the plan's own reader tells.
        _ => Some(unquoted(said).into()),
    }
}

/// Whether any text is one.
const fn is_text(takes: &&Takes) -> bool {
    matches!(
        takes,
        Takes::Text
            | Takes::Id
            | Takes::Reference
            | Takes::Country
            | Takes::Address
            | Takes::Oid
            | Takes::File
            | Takes::Requirement
    )
}

/// Without the quotation marks that TOML has around a text.
fn unquoted(said: &str) -> &str {
    let inner = said.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.unwrap_or(said)
}

fn list(each: &Takes, said: &str) -> Option<Value> {
    if said.starts_with('[') {
        let value: Value = said.parse().ok()?;
        return value.is_array().then_some(value);
    }
    let mut list = Array::new();
    for part in said.split(',') {
        list.push(value(each, part)?);
    }
    Some(list.into())
}

/// Mbit/s, with a point or a comma.
fn speed(said: &str) -> Option<Value> {
    let said = said.replace(',', ".");
    let is_digit = |it: char| it.is_ascii_digit() || it == '.';
    said.chars()
        .all(is_digit)
        .then(|| said.parse().ok())
        .flatten()
}

/// A word by its code, its name in some language, or its number in the list.
fn word(words: &[Word], said: &str) -> Option<&'static str> {
    let lower = said.to_lowercase();
    let mut by_name = words.iter().filter(|word| {
        let name = word.name;
        [word.code, name.en, name.fi, name.sv]
            .iter()
            .any(|it| it.to_lowercase() == lower)
    });
    if let Some(word) = by_name.next() {
        return Some(word.code);
    }
    let number: usize = said.parse().ok()?;
    words.get(number.checked_sub(1)?).map(|word| word.code)
}

/// True or false, as people say it in three languages.
fn flag(said: &str) -> Option<bool> {
    match said.to_lowercase().as_str() {
        "true" | "yes" | "y" | "kyllä" | "k" | "ja" | "j" => Some(true),
        "false" | "no" | "n" | "ei" | "e" | "nej" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::super::place::Place;
    use super::*;

    fn said(path: &str, text: &str) -> Option<String> {
        let place = Place::of(path).unwrap();
        value(&place.takes, text).map(|value| value.to_string())
    }

    #[test]
    fn what_people_type_becomes_a_value_of_the_plan() {
        for (path, text, value) in [
            ("party.registered", "1.3.2019", Some("2019-03-01")),
            ("party.registered", "2019-03-01", Some("2019-03-01")),
            ("party.registered", "3/1/2019", None),
            ("party.registered", "30.2.2019", None),
            (
                "party.name",
                "Klinikka \"A\" Oy",
                Some("'Klinikka \"A\" Oy'"),
            ),
            ("party.name", "\"Klinikka\"", Some("\"Klinikka\"")),
            ("party.health_care", "kyllä", Some("true")),
            ("party.health_care", "nej", Some("false")),
            ("party.health_care", "perhaps", None),
            ("party.register", "sote", Some("\"sote\"")),
            ("party.register", "2", Some("\"valvira\"")),
            ("party.register", "9", None),
            ("party.register", "0", None),
            ("system.emr.class", "A3", Some("\"A3\"")),
            ("system.emr.class", "a3", Some("\"A3\"")),
            ("link.line-a.role", "varayhteys", Some("\"backup\"")),
            (
                "access_point.ap1.tls",
                "1.2, 1.3",
                Some("[\"1.2\", \"1.3\"]"),
            ),
            ("access_point.ap1.tls", "[\"1.3\"]", Some("[\"1.3\"]")),
            ("access_point.ap1.certificate", "ei", Some("false")),
            (
                "access_point.ap1.certificate",
                "server.pem",
                Some("\"server.pem\""),
            ),
            ("link.line-a.down_mbit", "2,5", Some("2.5")),
            ("link.line-a.down_mbit", "100", Some("100")),
            ("link.line-a.down_mbit", "-1", None),
            ("volume.documents_per_day", "9999", Some("9999")),
            ("volume.documents_per_day", "many", None),
            ("party.joining.applied", "15.9.2025", Some("2025-09-15")),
            (
                "party.joining.applied",
                "{ imaging = 2025-09-15 }",
                Some("{ imaging = 2025-09-15 }"),
            ),
            (
                "party.joining.applied.imaging",
                "15.9.2025",
                Some("2025-09-15"),
            ),
            ("party.name", "  ", None),
        ] {
            assert_eq!(said(path, text).as_deref(), value, "{path} {text}");
        }
    }
}
