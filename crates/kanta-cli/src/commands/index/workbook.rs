//! Workbooks: what kind a file is, and one sheet of an XLSX as CSV.

#[cfg(feature = "xlsx")]
mod cells;

use std::path::Path;

use kanta_report::view::UnreadWorkbook as Unread;

/// What a file is by its first bytes, if it is a workbook.
fn kind(path: &Path, bytes: &[u8]) -> Option<&'static str> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some("XLS");
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let first = bytes.get(..200).unwrap_or(bytes);
    let is_open = first.windows(12).any(|it| it == b"opendocument");
    match ending {
        _ if is_open => Some("ODS"),
        Some("xlsb") => Some("XLSB"),
        _ => Some("XLSX"),
    }
}

/// The sheet of a workbook as CSV, with the same rows; nothing where the file is no workbook. Of several sheets one has to be
/// named.
pub(crate) fn to_csv(
    path: &Path,
    bytes: &[u8],
    sheet: Option<&str>,
) -> Result<Option<String>, Unread> {
    match kind(path, bytes) {
        None => Ok(None),
        Some("XLSX") => read(bytes, sheet).map(Some),
        Some(other) => Err(Unread::OtherKind(other)),
    }
}

#[cfg(feature = "xlsx")]
fn read(bytes: &[u8], sheet: Option<&str>) -> Result<String, Unread> {
    cells::read(bytes, sheet)
}

#[cfg(not(feature = "xlsx"))]
fn read(_: &[u8], _: Option<&str>) -> Result<String, Unread> {
    Err(Unread::NotBuilt)
}
