//! The forms of a text.

use crate::json::first_object;

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Form {
    /// TOML, for people.
    Toml,
    /// JSON of the same shape.
    Json,
    /// JSON Lines: one record a line, for machines.
    JsonLines,
    /// CSV: a row that names the columns, and one record a row, for spreadsheets.
    Csv,
}

/// A file's bytes, and their form.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The form.
    pub form: Form,
    /// The bytes.
    pub bytes: &'a [u8],
}

impl Form {
    /// The form's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::Csv => "CSV",
        }
    }

    /// The form of files with that ending: `toml`, `json`, `jsonl` or `ndjson`, or `csv`.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "toml" => Some(Self::Toml),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The form of a text by how it begins, for one that comes without a name.
    ///
    /// What begins with an object is JSON Lines if the object has one of the keys of a line, or if more follows it, and
    /// JSON otherwise; everything else is TOML. A byte order mark is passed over.
    ///
    /// ```
    /// use kanta_source::Form;
    ///
    /// let keys = ["record"];
    /// assert_eq!(Form::guess(b"format = 1", &keys), Form::Toml);
    /// assert_eq!(Form::guess(br#"{"format": 1, "party": []}"#, &keys), Form::Json);
    /// assert_eq!(Form::guess(br#"{"record": "header", "format": 1}"#, &keys), Form::JsonLines);
    /// ```
    #[must_use]
    pub fn guess(bytes: &[u8], line_keys: &[&str]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = bytes.trim_ascii();
        if !text.starts_with(b"{") {
            // A list of objects is JSON, though not one that is read; no TOML begins so.
            let list = text.strip_prefix(b"[").map(<[u8]>::trim_ascii_start);
            return match list {
                Some(rest) if rest.starts_with(b"{") => Self::Json,
                _ => Self::Toml,
            };
        }
        match first_object(text, line_keys) {
            Ok([false, false]) => Self::Json,
            Ok(_) => Self::JsonLines,
            // Broken: a line that ends as an object does was meant to be one.
            Err(_) => {
                let line = text.split(|&byte| byte == b'\n').next();
                let line = line.unwrap_or_default().trim_ascii_end();
                if line.ends_with(b"}") && line.len() < text.len() {
                    Self::JsonLines
                } else {
                    Self::Json
                }
            }
        }
    }

    /// The name of the form of what cannot be TOML, if its first line tells: XML, CSV or YAML.
    #[must_use]
    pub fn foreign(text: &str) -> Option<&'static str> {
        let mut lines = text.lines().map(str::trim);
        let line = lines.find(|line| !line.is_empty() && !line.starts_with('#'))?;
        if line.starts_with('<') {
            Some("XML")
        } else if line.starts_with('[') || line.contains('=') {
            None
        } else if line.contains([';', ',', '\t']) {
            Some("CSV")
        } else if line == "---" || line.ends_with(':') || line.contains(": ") {
            Some("YAML")
        } else {
            None
        }
    }
}
