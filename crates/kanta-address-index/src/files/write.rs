//! The forms, written: reading them gives the same records again.

mod csv;
mod json;
mod toml;

use core::fmt::{self, Write};

use kanta_source::{Entries, Form, SourceValue};

use super::table;
use crate::build::Kind;
use crate::order::Records;
use crate::{AddressIndex, Header, Order};

impl AddressIndex {
    /// Writes the index as JSON Lines: a header, and one record a line.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write_json_lines(&self, out: &mut dyn Write) -> fmt::Result {
        header(out, self.header())?;
        records(out, &Records::of(self.to_data_set()), "")
    }

    /// Writes the index in a form; reading it gives the same index again.
    ///
    /// CSV has a byte order mark, semicolons and CRLF, as spreadsheets in Finland and Sweden take it, and the columns that
    /// hold something. Of TOML no more than [`TOML_LIMIT`](crate::TOML_LIMIT) bytes are read.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write(&self, form: Form, out: &mut dyn Write) -> fmt::Result {
        let records = || Records::of(self.to_data_set());
        match form {
            Form::Toml => toml::index(out, self.header(), &records()),
            Form::Json => json::index(out, self.header(), &records()),
            Form::Csv => csv::index(out, self.header(), &records()),
            _ => self.write_json_lines(out),
        }
    }
}

impl Order {
    /// Writes the order as JSON Lines; [`Order::read`] reads it.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write_json_lines(&self, out: &mut dyn Write) -> fmt::Result {
        match &self.header {
            Some(head) => header(out, head)?,
            None => writeln!(out, r#"{{"record":"header","format":1}}"#)?,
        }
        records(out, &self.withdraw, "withdraw")?;
        records(out, &self.add, "add")
    }
}

fn header(out: &mut dyn Write, header: &Header) -> fmt::Result {
    let Header {
        version,
        issued,
        expires,
    } = header;
    write!(out, r#"{{"record":"header","format":1,"version":"#)?;
    quoted(out, version)?;
    writeln!(out, r#","issued":"{issued}","expires":"{expires}"}}"#)
}

fn records(out: &mut dyn Write, records: &Records, order: &str) -> fmt::Result {
    each(records, &mut |kind, table| {
        write!(out, r#"{{"record":"{}""#, kind.word())?;
        if !order.is_empty() {
            write!(out, r#","order":"{order}""#)?;
        }
        for entry in table {
            write!(out, r#","{}":"#, entry.key)?;
            value(out, &entry.item.value)?;
        }
        writeln!(out, "}}")
    })
}

/// Goes through the records, kind by kind.
fn each(records: &Records, give: &mut dyn FnMut(Kind, Entries<'_>) -> fmt::Result) -> fmt::Result {
    for party in &records.parties {
        give(Kind::Party, table::party(party))?;
    }
    for pharmacy in &records.pharmacies {
        give(Kind::Pharmacy, table::pharmacy(pharmacy))?;
    }
    for tenant in &records.tenants {
        give(Kind::Tenant, table::tenant(tenant))?;
    }
    for point in &records.access_points {
        give(Kind::AccessPoint, table::access_point(point))?;
    }
    for agreement in &records.agreements {
        give(Kind::Agreement, table::agreement(agreement))?;
    }
    for annotation in &records.annotations {
        give(Kind::Annotation, table::annotation(annotation))?;
    }
    for right in &records.rights {
        give(Kind::Right, table::right(right))?;
    }
    Ok(())
}

/// A text in quotation marks, escaped.
fn quoted(out: &mut dyn Write, text: &str) -> fmt::Result {
    write!(out, "{}", serde_json::Value::from(text))
}

fn value(out: &mut dyn Write, of: &SourceValue<'_>) -> fmt::Result {
    match of {
        SourceValue::Text(text) => quoted(out, text),
        SourceValue::Flag(flag) => write!(out, "{flag}"),
        SourceValue::Number(number) => write!(out, "{number}"),
        SourceValue::List(items) => {
            out.write_char('[')?;
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.write_char(',')?;
                }
                value(out, &item.value)?;
            }
            out.write_char(']')
        }
        SourceValue::Table(entries) => {
            out.write_char('{')?;
            for (at, entry) in entries.iter().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                write!(out, r#"{comma}"{}":"#, entry.key)?;
                value(out, &entry.item.value)?;
            }
            out.write_char('}')
        }
        // A record has no such value.
        _ => out.write_str("null"),
    }
}
