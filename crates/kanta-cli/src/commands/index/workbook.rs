//! Workbooks: what kind a file is, and one sheet of an XLSX as CSV.

#[cfg(feature = "xlsx")]
mod cells;

use std::path::Path;

use kanta_conformance::{Language, text};

/// Why a workbook is not read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Of another kind than is read: its name.
    OtherKind(&'static str),
    /// This build reads no workbooks.
    #[cfg(not(feature = "xlsx"))]
    NotBuilt,
    /// It is broken, in the words of its reader.
    #[cfg(feature = "xlsx")]
    Broken(String),
    /// Unpacked it is larger than is read.
    #[cfg(feature = "xlsx")]
    TooLarge(u64),
    /// A cell lies beyond the rows and columns that are read.
    #[cfg(feature = "xlsx")]
    TooFar { row: u32, column: u32 },
    /// It has several sheets, or none of the name asked for.
    #[cfg(feature = "xlsx")]
    WhichSheet(Vec<String>),
}

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

impl Unread {
    pub(crate) fn message(&self, language: Language) -> String {
        let say = |en, fi, sv| text! { en: en, fi: fi, sv: sv }.get(language);
        let save = say(
            "save the sheet as “CSV UTF-8”",
            "tallenna taulukko muodossa ”CSV UTF-8”",
            "spara bladet som ”CSV UTF-8”",
        );
        match self {
            Self::OtherKind(name) => format!(
                "{name} {}; {save}",
                say("is not read", "ei ole luettava muoto", "läses inte"),
            ),
            #[cfg(not(feature = "xlsx"))]
            Self::NotBuilt => format!(
                "{}; {save}",
                say(
                    "XLSX is read by a build with the feature xlsx, and this is none",
                    "XLSX-muotoa lukee ominaisuudella xlsx koottu ohjelma, eikä tämä ole sellainen",
                    "XLSX läses av ett bygge med funktionen xlsx, och detta är inget sådant",
                ),
            ),
            #[cfg(feature = "xlsx")]
            Self::Broken(words) => format!(
                "{}: {}",
                say(
                    "the workbook cannot be read",
                    "työkirjaa ei voi lukea",
                    "arbetsboken kan inte läsas",
                ),
                kanta_conformance::Escaped(words),
            ),
            #[cfg(feature = "xlsx")]
            Self::TooLarge(limit) => format!(
                "{} {limit} {}; {save}",
                say(
                    "unpacked the workbook is larger than",
                    "purettuna työkirja on suurempi kuin",
                    "uppackad är arbetsboken större än",
                ),
                say("bytes", "tavua", "byte"),
            ),
            #[cfg(feature = "xlsx")]
            Self::TooFar { row, column } => format!(
                "{} {row}, {} {column} {}",
                say("row", "rivi", "rad"),
                say("column", "sarake", "kolumn"),
                say(
                    "lies beyond what is read: 1048576 rows in their order, 256 columns",
                    "on luettavan alueen ulkopuolella: 1048576 riviä järjestyksessä, 256 saraketta",
                    "ligger utanför det som läses: 1048576 rader i ordning, 256 kolumner",
                ),
            ),
            #[cfg(feature = "xlsx")]
            Self::WhichSheet(sheets) => {
                let sheets: Vec<String> = sheets
                    .iter()
                    .map(|sheet| format!("`{}`", kanta_conformance::Escaped(sheet)))
                    .collect();
                format!(
                    "{}: {}; kanta index convert FILE --sheet NAME --to csv",
                    say(
                        "the workbook has several sheets or none of that name, say which",
                        "työkirjassa on useita taulukoita tai ei sen nimistä, kerro mikä",
                        "arbetsboken har flera blad eller inget med det namnet, ange vilket",
                    ),
                    sheets.join(", "),
                )
            }
        }
    }
}
