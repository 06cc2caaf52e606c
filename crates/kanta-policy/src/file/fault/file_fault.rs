//! Why a file cannot be had.

use core::fmt;

use kanta_conformance::{Language, text};
use kanta_source::system_words;

/// Why a file that the plan needs cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum FileFault {
    /// There is no such file.
    NotFound,
    /// It is a directory.
    Directory,
    /// It is larger than it may be.
    TooLarge {
        /// The most bytes that it may have.
        limit: usize,
    },
    /// It is standard input, and that was read before.
    ReadAlready,
    /// It cannot be opened; the words are the system's.
    Unreadable(String),
    /// It holds no certificate that can be read; the sentence says why, in each language.
    NotACertificate {
        /// English.
        en: String,
        /// Finnish.
        fi: String,
        /// Swedish.
        sv: String,
    },
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl core::error::Error for FileFault {}

impl FileFault {
    /// The reason in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: &'static str, fi: &'static str, sv: &'static str| {
            text! { en: en, fi: fi, sv: sv }.get(language)
        };
        match self {
            Self::NotFound => say(
                "there is no such file",
                "tiedostoa ei ole",
                "det finns ingen sådan fil",
            )
            .into(),
            Self::Directory => say(
                "this is a directory, not a file",
                "tämä on kansio eikä tiedosto",
                "detta är en mapp, inte en fil",
            )
            .into(),
            Self::TooLarge { limit } => format!(
                "{} {limit} {}",
                say(
                    "the file is larger than",
                    "tiedosto on suurempi kuin",
                    "filen är större än"
                ),
                say("bytes", "tavua", "byte"),
            ),
            Self::ReadAlready => say(
                "standard input can be read once, and it was named before",
                "vakiosyötteen voi lukea vain kerran, ja se on jo nimetty",
                "standardindata kan läsas en gång, och den har redan angetts",
            )
            .into(),
            Self::Unreadable(words) => format!(
                "{}: {}",
                say(
                    "it cannot be read",
                    "sitä ei voi lukea",
                    "den kan inte läsas"
                ),
                system_words(words, language),
            ),
            Self::NotACertificate { en, fi, sv } => match language {
                Language::En => en.clone(),
                Language::Fi => fi.clone(),
                Language::Sv => sv.clone(),
            },
        }
    }
}
