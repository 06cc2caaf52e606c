//! How a text is told in English, Finnish and Swedish.

use core::fmt;

use kanta_text::Language;

/// Something that can be told in the three languages.
pub(crate) trait Tell {
    fn tell(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A value together with the language to tell it in.
pub(crate) struct In<'a, T>(pub(crate) &'a T, pub(crate) Language);

impl<T: Tell> fmt::Display for In<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.tell(self.1, f)
    }
}

/// Gives a type `en`, `fi` and `sv`, and `Display` in English.
macro_rules! tell_in_three_languages {
    ($type:ty) => {
        impl $type {
            /// The text in a language.
            pub fn display(&self, language: kanta_text::Language) -> impl core::fmt::Display + '_ {
                $crate::language::In(self, language)
            }

            /// The text in English.
            pub fn en(&self) -> impl core::fmt::Display + '_ {
                $crate::language::In(self, kanta_text::Language::En)
            }

            /// The text in Finnish.
            pub fn fi(&self) -> impl core::fmt::Display + '_ {
                $crate::language::In(self, kanta_text::Language::Fi)
            }

            /// The text in Swedish.
            pub fn sv(&self) -> impl core::fmt::Display + '_ {
                $crate::language::In(self, kanta_text::Language::Sv)
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::language::Tell::tell(self, kanta_text::Language::En, f)
            }
        }
    };
}
pub(crate) use tell_in_three_languages;
