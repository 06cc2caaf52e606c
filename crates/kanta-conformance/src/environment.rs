//! The environments of the Kanta services.

use crate::{Text, text, words};

/// The environment of a connection, and the hierarchy of certificates that goes with it. There are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Environment {
    /// Production.
    Production,
    /// Test.
    Test,
}

words! { Environment, "environment", Production => "production", Test => "test" }

impl Environment {
    /// In words, in three languages.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Production => text! { en: "production", fi: "tuotanto", sv: "produktion" },
            Self::Test => text! { en: "test", fi: "testi", sv: "test" },
        }
    }
}
