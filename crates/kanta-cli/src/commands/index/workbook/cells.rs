//! The cells of an XLSX workbook, one at a time: the rectangle around them is never held.

use std::io::{self, Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx};
use kanta_report::view::UnreadWorkbook as Unread;
use zip::ZipArchive;

/// The most bytes of a workbook, unpacked: a million rows of an index have fewer.
const UNPACKED: u64 = 512 << 20;

/// The most bytes of any part beside the sheets, unpacked: the reader holds texts and formats as a whole.
const HELD: u64 = 64 << 20;

/// The most parts of a workbook.
const PARTS: usize = 10_000;

/// The most columns.
const COLUMNS: u32 = 256;

/// The most rows, as spreadsheets have them.
const ROWS: u32 = 1 << 20;

/// From here on a number of a spreadsheet may have lost digits.
const EXACT: f64 = 1e15;

pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<String, Unread> {
    measure(bytes)?;
    let broken = |error: calamine::XlsxError| Unread::Broken(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = workbook.sheet_names();
    let name = match (sheet, names.as_slice()) {
        (Some(name), names) if names.iter().any(|it| it == name) => name.to_owned(),
        (None, [only]) => only.clone(),
        _ => return Err(Unread::WhichSheet(names)),
    };
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(broken)?;
    let mut csv = String::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (at_row, at_column) = cell.get_position();
        let is_behind = (at_row, at_column) < (row, column);
        if is_behind || at_row >= ROWS || at_column >= COLUMNS {
            return Err(Unread::TooFar {
                row: at_row.saturating_add(1),
                column: at_column.saturating_add(1),
            });
        }
        let said = said(cell.get_value());
        if said.is_empty() {
            continue;
        }
        while row < at_row {
            csv.push('\n');
            (row, column) = (row.saturating_add(1), 0);
        }
        while column < at_column {
            csv.push(';');
            column = column.saturating_add(1);
        }
        csv.push_str(&cell_of(&said));
        if csv.len() as u64 > UNPACKED {
            return Err(Unread::TooLarge { limit: UNPACKED });
        }
    }
    csv.push('\n');
    Ok(csv)
}

/// Unpacks every part into nothing: what a part says of its own size proves nothing.
fn measure(bytes: &[u8]) -> Result<(), Unread> {
    let broken = |error: zip::result::ZipError| Unread::Broken(error.to_string());
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if parts.len() > PARTS {
        return Err(Unread::TooLarge { limit: UNPACKED });
    }
    let mut left = UNPACKED;
    for number in 0..parts.len() {
        let part = parts.by_index(number).map_err(broken)?;
        let is_sheet = part.name().map_err(broken)?.starts_with("xl/worksheets/");
        let limit = if is_sheet { left } else { left.min(HELD) };
        let mut part = part.take(limit.saturating_add(1));
        let read = io::copy(&mut part, &mut io::sink());
        let read = read.map_err(|error| Unread::Broken(error.to_string()))?;
        left = match limit.checked_sub(read) {
            Some(_) => left.saturating_sub(read),
            None => {
                let limit = if is_sheet { UNPACKED } else { HELD };
                return Err(Unread::TooLarge { limit });
            }
        };
    }
    Ok(())
}

/// A cell in quotation marks where something in it would end it; nothing in it is changed.
fn cell_of(said: &str) -> String {
    if said.contains([';', ',', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", said.replace('"', "\"\""))
    } else {
        said.to_owned()
    }
}

/// What a cell says, as CSV has it.
fn said(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Float(number) => number_of(*number),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => day_of(time),
        DataRef::Empty => String::new(),
        other => Data::from(other.clone()).to_string(),
    }
}

/// A number with all its digits; one that may have lost some, in the form in which a spreadsheet shortens it.
fn number_of(number: f64) -> String {
    if number.abs() < EXACT {
        return number.to_string();
    }
    let written = format!("{number:E}");
    written.replace('E', "E+")
}

/// A day; with a time of day behind it, where there is one.
fn day_of(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}
