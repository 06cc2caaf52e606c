//! Why a list cannot be used.

use kanta_conformance::Text;
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
            Self::Delta => Text::new(
                "a delta list, which is not evaluated",
                "muutosluettelo (delta), jota ei tulkita",
                "en deltalista, som inte tolkas",
            ),
            Self::Indirect => Text::new(
                "an indirect list, which is not evaluated",
                "epäsuora luettelo, jota ei tulkita",
                "en indirekt lista, som inte tolkas",
            ),
            Self::SomeReasons => Text::new(
                "a list for some reasons only, which is not evaluated",
                "vain joitakin syitä koskeva luettelo, jota ei tulkita",
                "en lista för bara vissa skäl, som inte tolkas",
            ),
            Self::CriticalExtension => Text::new(
                "a list with a critical extension that is not processed",
                "luettelo, jonka kriittistä laajennusta ei tulkita",
                "en lista med ett kritiskt tillägg som inte tolkas",
            ),
            Self::NoNextUpdate => Text::new(
                "a list that does not say until when it holds",
                "luettelo, joka ei kerro, mihin asti se on voimassa",
                "en lista som inte anger hur länge den gäller",
            ),
            Self::Version => Text::new(
                "a list without extensions (version 1), which is not evaluated",
                "luettelo ilman laajennuksia (versio 1), jota ei tulkita",
                "en lista utan tillägg (version 1), som inte tolkas",
            ),
            Self::Unprocessed => Text::new(
                "a list with something in it that is not processed",
                "luettelo, jossa on jotain, jota ei tulkita",
                "en lista med något som inte tolkas",
            ),
        }
    }
}
