//! The words by which files write a value, and what is said of a word that is none of them.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;

use kanta_text::Escaped;

/// A word that is none of a vocabulary's: the error of every `FromStr` that [`words!`](crate::words!) gives.
///
/// ```
/// use kanta_conformance::Environment;
///
/// let unknown = "prodution".parse::<Environment>().unwrap_err();
/// assert_eq!((unknown.found(), unknown.expected()), ("prodution", &["production", "test"][..]));
/// # #[cfg(feature = "std")]
/// assert_eq!(
///     unknown.to_string(),
///     "unknown environment `prodution` (did you mean `production`?); expected one of `production`, `test`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    vocabulary: &'static str,
    found: String,
    expected: &'static [&'static str],
}

impl UnknownWord {
    /// That word, where one of these was expected. The vocabulary is named by what its words stand for: `service`.
    #[must_use]
    pub fn new(vocabulary: &'static str, found: &str, expected: &'static [&'static str]) -> Self {
        Self {
            vocabulary,
            found: found.to_owned(),
            expected,
        }
    }

    /// What the words of the vocabulary stand for: `service`, `register` …
    #[must_use]
    pub const fn vocabulary(&self) -> &'static str {
        self.vocabulary
    }

    /// The word.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Every word of the vocabulary, in its order.
    #[must_use]
    pub const fn expected(&self) -> &'static [&'static str] {
        self.expected
    }

    /// The word that was most likely meant.
    #[cfg(feature = "std")]
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        crate::nearest(&self.found, self.expected.iter().copied())
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {} `{}`", self.vocabulary, Escaped(&self.found))?;
        #[cfg(feature = "std")]
        if let Some(nearest) = self.nearest() {
            write!(f, " (did you mean `{nearest}`?)")?;
        }
        f.write_str("; expected one of")?;
        for (at, word) in self.expected.iter().enumerate() {
            write!(f, "{} `{word}`", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}

/// Gives an enum the words by which files write it, one line a variant, so that none can be forgotten: `ALL`, `code`,
/// `from_code`, and `Display` and `FromStr`, which read back what they write and nothing else.
///
/// ```
/// #[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// enum Light {
///     Red,
///     Green,
/// }
///
/// kanta_conformance::words! { Light, "light", Red => "red", Green => "green" }
///
/// assert_eq!("red".parse(), Ok(Light::Red));
/// assert_eq!(Light::Green.to_string(), "green");
/// assert!("Red".parse::<Light>().is_err());
/// ```
#[macro_export]
macro_rules! words {
    ($type:ident, $vocabulary:literal, $($variant:ident => $code:literal),+ $(,)?) => {
        impl $type {
            /// Every one of them, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word by which it is written in files. Never changes once published.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What a word stands for; nothing but the exact word is read.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        /// The word by which it is written in files.
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        /// Reads the word by which it is written in files.
        impl core::str::FromStr for $type {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::from_code(word)
                    .ok_or_else(|| $crate::UnknownWord::new($vocabulary, word, &[$($code),+]))
            }
        }
    };
}
