//! The words of the domain, each with the code it is written by.

mod model;
mod names;
mod party;
mod service;

pub use model::{AdministratorKind, JoiningModel};
pub use party::{PartyKind, Register, Sector, provides_social_welfare};
pub use service::Service;

use core::error::Error;
use core::fmt;

/// A code that is none of a vocabulary's words.
///
/// The message names the vocabulary and lists its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    pub(crate) word: &'static str,
    pub(crate) codes: &'static [&'static str],
}

impl UnknownCode {
    /// The vocabulary that was asked, in words: `service`, `register` …
    #[must_use]
    pub const fn word(&self) -> &'static str {
        self.word
    }

    /// Every code the vocabulary knows, in its order.
    #[must_use]
    pub const fn codes(&self) -> &'static [&'static str] {
        self.codes
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {}, expected one of", self.word)?;
        for (at, code) in self.codes.iter().enumerate() {
            write!(f, "{} `{code}`", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl Error for UnknownCode {}

/// Gives a vocabulary its codes: one line a word, so that none can be forgotten.
macro_rules! codes {
    ($type:ident, $word:literal, $($variant:ident => $code:literal),+ $(,)?) => {
        impl $type {
            /// Every word, in the order of the vocabulary.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            const CODES: &'static [&'static str] = &[$($code),+];

            /// The code by which the word is written in files. Never changes once published.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $($type::$variant => $code),+
                }
            }

            /// The word of a code; nothing but the exact code is read.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$type> {
                match code {
                    $($code => Some($type::$variant),)+
                    _ => None,
                }
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl core::str::FromStr for $type {
            type Err = crate::vocabulary::UnknownCode;

            fn from_str(code: &str) -> Result<$type, Self::Err> {
                $type::from_code(code).ok_or(crate::vocabulary::UnknownCode {
                    word: $word,
                    codes: $type::CODES,
                })
            }
        }
    };
}
pub(crate) use codes;
