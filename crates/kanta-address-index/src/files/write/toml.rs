//! TOML: a header, and a table for each record.

use core::fmt::{self, Write};

use kanta_source::{Entry, SourceValue};

use super::each;
use crate::Header;
use crate::files::columns::is_day;
use crate::order::Records;

pub(super) fn index(out: &mut dyn Write, header: &Header, records: &Records) -> fmt::Result {
    let Header {
        version,
        issued,
        expires,
    } = header;
    // The line by which an editor finds the schema.
    out.write_str("#:schema ./kanta-address-index-1.schema.json\nformat = 1\nversion = ")?;
    quoted(out, version)?;
    writeln!(out, "\nissued = {issued}\nexpires = {expires}")?;
    each(records, &mut |kind, table| {
        writeln!(out, "\n[[{}]]", kind.word())?;
        for entry in &table {
            field(out, entry)?;
            out.write_char('\n')?;
        }
        Ok(())
    })
}

fn field(out: &mut dyn Write, entry: &Entry<'_>) -> fmt::Result {
    write!(out, "{} = ", entry.key)?;
    match &entry.item.value {
        SourceValue::Text(day) if is_day(&entry.key) => out.write_str(day),
        other => value(out, other),
    }
}

fn value(out: &mut dyn Write, of: &SourceValue<'_>) -> fmt::Result {
    match of {
        SourceValue::List(items) => {
            out.write_char('[')?;
            for (at, item) in items.iter().enumerate() {
                out.write_str(if at > 0 { ", " } else { "" })?;
                value(out, &item.value)?;
            }
            out.write_char(']')
        }
        SourceValue::Table(entries) => {
            out.write_str("{ ")?;
            for (at, entry) in entries.iter().enumerate() {
                out.write_str(if at > 0 { ", " } else { "" })?;
                field(out, entry)?;
            }
            out.write_str(" }")
        }
        SourceValue::Text(text) => quoted(out, text),
        other => super::value(out, other),
    }
}

/// A text in quotation marks. JSON's escapes are TOML's, but for the one control character that JSON does not escape.
fn quoted(out: &mut dyn Write, text: &str) -> fmt::Result {
    let json = serde_json::Value::from(text).to_string();
    out.write_str(&json.replace('\u{7f}', "\\u007F"))
}
