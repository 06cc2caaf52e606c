//! CSV: a row that names the columns, the header, and one record a row.

use core::fmt::{self, Write};
use std::collections::BTreeSet;

use kanta_conformance::Language;
use kanta_source::{Entries, SourceValue, to_cell};

use super::each;
use crate::files::columns::{self, CERTIFICATE, COLUMNS, OTHER_SIDE};
use crate::order::Records;
use crate::{AddressIndex, Header};

/// What a row says, by the key of the column.
type Said<'r> = Vec<(&'r str, String)>;

impl AddressIndex {
    /// An empty sheet to fill in: every column by its name in that language, and the row of the header.
    #[must_use]
    pub fn sheet_template(language: Language) -> String {
        let names: Vec<_> = columns::names(language).map(to_cell).collect();
        let first = COLUMNS.iter().map(|column| match column.key {
            "record" => "header",
            "format" => "1",
            _ => "",
        });
        let first: Vec<_> = first.collect();
        format!("\u{feff}{}\r\n{}\r\n", names.join(";"), first.join(";"))
    }
}

pub(super) fn index(out: &mut dyn Write, header: &Header, records: &Records) -> fmt::Result {
    let mut used: BTreeSet<&str> = ["record", "format", "version", "issued", "expires"].into();
    rows(records, &mut |row| {
        let keys = row.into_iter().map(|(key, _)| key);
        let known = keys.filter_map(|key| COLUMNS.iter().find(|column| column.key == key));
        used.extend(known.map(|column| column.key));
        Ok(())
    })?;
    let columns = || COLUMNS.iter().map(|column| column.key);
    let columns: Vec<&str> = columns().filter(|key| used.contains(key)).collect();
    write!(out, "\u{feff}{}\r\n", columns.join(";"))?;
    let Header {
        version,
        issued,
        expires,
    } = header;
    let head = vec![
        ("record", "header".to_owned()),
        ("format", "1".to_owned()),
        ("version", to_cell(version)),
        ("issued", issued.to_string()),
        ("expires", expires.to_string()),
    ];
    write_row(out, &columns, &head)?;
    rows(records, &mut |row| write_row(out, &columns, &row))
}

fn write_row(out: &mut dyn Write, columns: &[&str], row: &Said<'_>) -> fmt::Result {
    for (at, column) in columns.iter().enumerate() {
        out.write_str(if at > 0 { ";" } else { "" })?;
        if let Some((_, cell)) = row.iter().find(|(key, _)| key == column) {
            out.write_str(cell)?;
        }
    }
    out.write_str("\r\n")
}

/// The rows of the records: one each, and one for each certificate of an access point.
fn rows(records: &Records, give: &mut dyn FnMut(Said<'_>) -> fmt::Result) -> fmt::Result {
    each(records, &mut |kind, table| {
        let mut row = vec![("record", kind.word().to_owned())];
        let mut certificates = Vec::new();
        for entry in &table {
            match (&*entry.key, &entry.item.value) {
                ("between", SourceValue::List(sides)) => {
                    let keys = ["between", OTHER_SIDE].into_iter();
                    row.extend(keys.zip(sides.iter().map(|side| cell(&side.value))));
                }
                ("certificates", SourceValue::List(list)) => certificates = list.iter().collect(),
                (key, value) => row.push((key, cell(value))),
            }
        }
        let id = row.iter().find(|(key, _)| *key == "id");
        let id = id.map_or_else(String::new, |(_, id)| id.clone());
        give(row)?;
        for certificate in certificates {
            if let SourceValue::Table(fields) = &certificate.value {
                give(certificate_row(&id, fields))?;
            }
        }
        Ok(())
    })
}

fn certificate_row<'r>(id: &str, fields: &'r Entries<'_>) -> Said<'r> {
    let mut row = vec![
        ("record", CERTIFICATE.to_owned()),
        ("access_point", id.to_owned()),
    ];
    let fields = fields.iter();
    row.extend(fields.map(|field| (&*field.key, cell(&field.item.value))));
    row
}

fn cell(value: &SourceValue<'_>) -> String {
    match value {
        SourceValue::Text(text) => to_cell(text),
        SourceValue::Flag(flag) => flag.to_string(),
        SourceValue::List(items) => {
            let items: Vec<_> = items.iter().map(|item| cell(&item.value)).collect();
            items.join(" ")
        }
        _ => String::new(),
    }
}
