//! Why no index is read of a workbook.

use core::fmt;

use kanta_conformance::{Escaped, Language, Text, text};

/// Why no index is read of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnreadWorkbook {
    /// It is of another kind than is read: its name, such as `ODS`.
    OtherKind(&'static str),
    /// Whoever was asked was built without a reader of XLSX.
    NotBuilt,
    /// It is broken, in the words of its reader.
    Broken(String),
    /// Unpacked it has more bytes than are read.
    TooLarge {
        /// So many are.
        limit: u64,
    },
    /// A cell lies beyond the rows and columns that are read.
    TooFar {
        /// Its row, counted from 1.
        row: u32,
        /// Its column, counted from 1.
        column: u32,
    },
    /// It has several sheets, or none of the name asked for: these are its sheets.
    WhichSheet(Vec<String>),
}

const SAVE: Text = text! {
    en: "save the sheet as “CSV UTF-8”",
    fi: "tallenna taulukko muodossa ”CSV UTF-8”",
    sv: "spara bladet som ”CSV UTF-8”",
};
const NOT_BUILT: Text = text! {
    en: "XLSX is read by a build with the feature xlsx, and this is none",
    fi: "XLSX-muotoa lukee ominaisuudella xlsx koottu ohjelma, eikä tämä ole sellainen",
    sv: "XLSX läses av ett bygge med funktionen xlsx, och detta är inget sådant",
};
const BROKEN: Text = text! {
    en: "the workbook cannot be read",
    fi: "työkirjaa ei voi lukea",
    sv: "arbetsboken kan inte läsas",
};
const WHICH_SHEET: Text = text! {
    en: "the workbook has several sheets or none of that name, say which",
    fi: "työkirjassa on useita taulukoita tai ei sen nimistä, kerro mikä",
    sv: "arbetsboken har flera blad eller inget med det namnet, ange vilket",
};

impl UnreadWorkbook {
    /// Why, and what to do, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |text: Text| text.get(language);
        let save = say(SAVE);
        match self {
            Self::OtherKind(name) => match language {
                Language::En => format!("{name} is not read; {save}"),
                Language::Fi => format!("{name} ei ole luettava muoto; {save}"),
                Language::Sv => format!("{name} läses inte; {save}"),
            },
            Self::NotBuilt => format!("{}; {save}", say(NOT_BUILT)),
            Self::Broken(words) => match language {
                Language::En => format!("{}: {}", say(BROKEN), Escaped(words)),
                // Its reader's words are English, and of the inside of the file.
                Language::Fi => format!("{}: se ei ole ehjä XLSX-tiedosto; {save}", say(BROKEN)),
                Language::Sv => format!("{}: den är ingen hel XLSX-fil; {save}", say(BROKEN)),
            },
            Self::TooLarge { limit } => match language {
                Language::En => {
                    format!("unpacked the workbook is larger than {limit} bytes; {save}")
                }
                Language::Fi => {
                    format!("purettuna työkirja on suurempi kuin {limit} tavua; {save}")
                }
                Language::Sv => format!("uppackad är arbetsboken större än {limit} byte; {save}"),
            },
            Self::TooFar { row, column } => match language {
                Language::En => format!(
                    "row {row}, column {column} lies beyond what is read: 1048576 rows in their order, 256 columns"
                ),
                Language::Fi => format!(
                    "rivi {row}, sarake {column} on luettavan alueen ulkopuolella: 1048576 riviä järjestyksessä, 256 saraketta"
                ),
                Language::Sv => format!(
                    "rad {row}, kolumn {column} ligger utanför det som läses: 1048576 rader i ordning, 256 kolumner"
                ),
            },
            Self::WhichSheet(sheets) => {
                let sheets = sheets.iter();
                let sheets: Vec<_> = sheets.map(|name| format!("`{}`", Escaped(name))).collect();
                let sheets = sheets.join(", ");
                let which = say(WHICH_SHEET);
                format!("{which}: {sheets}; kanta index convert FILE --sheet NAME --to csv")
            }
        }
    }
}

impl fmt::Display for UnreadWorkbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl core::error::Error for UnreadWorkbook {}
