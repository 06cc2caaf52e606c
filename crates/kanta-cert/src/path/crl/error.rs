//! Why an input is no list of revoked certificates.

use kanta_conformance::Language;
use thiserror::Error;

use super::CRL_SIZE_LIMIT;
use crate::error::ReadError;

/// Why an input cannot be understood as a list of revoked certificates.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum CrlError {
    /// Over the limit; nothing was read.
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// No list in it.
    NotFound,
    /// The list breaks off, or holds something else, at that byte.
    Broken {
        /// The byte.
        offset: usize,
    },
    /// Its text form is broken, or a private key is in it.
    Text(ReadError),
}

impl CrlError {
    /// The message in one language: lower-case, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [en, fi, sv] = match self {
            Self::TooLarge { size } => [
                format!(
                    "too large for a list of revoked certificates: {size} bytes, at most {CRL_SIZE_LIMIT} are read"
                ),
                format!(
                    "liian suuri sulkulistaksi: {size} tavua, enintään {CRL_SIZE_LIMIT} luetaan"
                ),
                format!("för stor för en spärrlista: {size} byte, högst {CRL_SIZE_LIMIT} läses"),
            ],
            Self::NotFound => [
                "no list of revoked certificates in it, neither as PEM nor as DER".into(),
                "ei sisällä sulkulistaa, ei PEM- eikä DER-muodossa".into(),
                "innehåller ingen spärrlista, varken som PEM eller DER".into(),
            ],
            Self::Broken { offset } => [
                format!("the list of revoked certificates is broken at byte {offset}"),
                format!("sulkulista on rikki tavussa {offset}"),
                format!("spärrlistan är trasig vid byte {offset}"),
            ],
            Self::Text(error) => return error.message(language),
        };
        match language {
            Language::En => en,
            Language::Fi => fi,
            Language::Sv => sv,
        }
    }
}
