//! JSON: a header, and a list for each kind of record, one record a line.

use core::fmt::{self, Write};

use super::{each, quoted, value};
use crate::Header;
use crate::build::Kind;
use crate::order::Records;

pub(super) fn index(out: &mut dyn Write, header: &Header, records: &Records) -> fmt::Result {
    let Header {
        version,
        issued,
        expires,
    } = header;
    out.write_str("{\n  \"format\": 1,\n  \"version\": ")?;
    quoted(out, version)?;
    write!(
        out,
        ",\n  \"issued\": \"{issued}\",\n  \"expires\": \"{expires}\""
    )?;
    let mut last: Option<Kind> = None;
    each(records, &mut |kind, table| {
        if last == Some(kind) {
            out.write_str(",\n    {")?;
        } else {
            let close = if last.is_some() { "\n  ]" } else { "" };
            write!(out, "{close},\n  \"{}\": [\n    {{", kind.word())?;
            last = Some(kind);
        }
        for (at, entry) in table.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(out, "{comma}\"{}\": ", entry.key)?;
            value(out, &entry.item.value)?;
        }
        out.write_char('}')
    })?;
    out.write_str(if last.is_some() {
        "\n  ]\n}\n"
    } else {
        "\n}\n"
    })
}
