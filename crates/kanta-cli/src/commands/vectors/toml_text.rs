//! A plan in JSON, as the text of a plan file.

use std::fmt::Write as _;

use kanta_conformance::Date;
use serde_json::{Map, Value};

/// Writes a plan as TOML: a key a line, everything below it in line, and dates without quotes.
pub(super) fn write(plan: &Map<String, Value>) -> Result<String, String> {
    let mut text = String::new();
    for (key, value) in plan {
        // JSON escapes no character in a way that TOML does not know.
        write!(text, "{} = ", Value::from(key.as_str())).map_err(|error| error.to_string())?;
        write_value(value, &mut text)?;
        text.push('\n');
    }
    Ok(text)
}

fn write_value(value: &Value, text: &mut String) -> Result<(), String> {
    match value {
        Value::Null => return Err("a plan has no null: what is not known is left out".to_owned()),
        Value::String(date) if date.parse::<Date>().is_ok() => text.push_str(date),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => text.push_str(&value.to_string()),
        Value::Array(list) => {
            text.push('[');
            for (at, item) in list.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                write_value(item, text)?;
            }
            text.push(']');
        }
        Value::Object(table) => {
            text.push('{');
            for (at, (key, item)) in table.iter().enumerate() {
                text.push_str(if at == 0 { " " } else { ", " });
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push_str(" = ");
                write_value(item, text)?;
            }
            text.push_str(" }");
        }
    }
    Ok(())
}
