//! A sentence in the three languages of the product.

use core::fmt;

/// One of the three languages in which everything is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
}

impl Language {
    /// All three, English first.
    pub const ALL: [Self; 3] = [Self::En, Self::Fi, Self::Sv];

    /// The ISO 639-1 code: `en`, `fi`, `sv`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fi => "fi",
            Self::Sv => "sv",
        }
    }

    /// The language with that ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The same words in English, Finnish and Swedish; no language can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Finnish.
    pub fi: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

impl Text {
    /// The words in English, Finnish and Swedish, in this order.
    #[must_use]
    pub const fn new(en: &'static str, fi: &'static str, sv: &'static str) -> Self {
        Self { en, fi, sv }
    }

    /// The words in one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fi => self.fi,
            Language::Sv => self.sv,
        }
    }
}
