//! A sentence in the three languages of the product.

use crate::Language;

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

/// A [`Text`], each language by its name.
///
/// ```
/// use kanta_text::{Language, text};
///
/// let done = text! { en: "done", fi: "tehty", sv: "gjort" };
/// assert_eq!(done.get(Language::Sv), "gjort");
/// ```
#[macro_export]
macro_rules! text {
    (en: $en:expr, fi: $fi:expr, sv: $sv:expr $(,)?) => {
        $crate::Text {
            en: $en,
            fi: $fi,
            sv: $sv,
        }
    };
}
