//! Why a list cannot be used.

use kanta_conformance::{Text, text};
use thiserror::Error;

/// Why a list of revoked certificates is not evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[error("{}", self.text().en)]
#[non_exhaustive]
pub enum CrlObstacle {
    /// It holds only what has changed since another list.
    Delta,
    /// It holds certificates of other issuers than its own.
    Indirect,
    /// It holds only what was revoked for some reasons.
    SomeReasons,
    /// It has a critical extension that is not processed.
    CriticalExtension,
    /// It does not say until when it holds.
    NoNextUpdate,
    /// It is of version 1, or has no extensions.
    Version,
    /// Something else in it is not processed.
    Unprocessed,
}

impl CrlObstacle {
    /// What it is, as part of a sentence.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Delta => text! {
                en: "a delta list, which is not evaluated",
                fi: "muutosluettelo (delta), jota ei tulkita",
                sv: "en deltalista, som inte tolkas",
            },
            Self::Indirect => text! {
                en: "an indirect list, which is not evaluated",
                fi: "epäsuora luettelo, jota ei tulkita",
                sv: "en indirekt lista, som inte tolkas",
            },
            Self::SomeReasons => text! {
                en: "a list for some reasons only, which is not evaluated",
                fi: "vain joitakin syitä koskeva luettelo, jota ei tulkita",
                sv: "en lista för bara vissa skäl, som inte tolkas",
            },
            Self::CriticalExtension => text! {
                en: "a list with a critical extension that is not processed",
                fi: "luettelo, jonka kriittistä laajennusta ei tulkita",
                sv: "en lista med ett kritiskt tillägg som inte tolkas",
            },
            Self::NoNextUpdate => text! {
                en: "a list that does not say until when it holds",
                fi: "luettelo, joka ei kerro, mihin asti se on voimassa",
                sv: "en lista som inte anger hur länge den gäller",
            },
            Self::Version => text! {
                en: "a list without extensions (version 1), which is not evaluated",
                fi: "luettelo ilman laajennuksia (versio 1), jota ei tulkita",
                sv: "en lista utan tillägg (version 1), som inte tolkas",
            },
            Self::Unprocessed => text! {
                en: "a list with something in it that is not processed",
                fi: "luettelo, jossa on jotain, jota ei tulkita",
                sv: "en lista med något som inte tolkas",
            },
        }
    }
}
