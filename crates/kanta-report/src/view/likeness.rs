//! What a file looks like that was taken for something else.

use kanta_conformance::{Text, text};

/// What a file looks like that was taken for a plan or for an address index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Likeness {
    /// An address index, taken for a plan.
    Index,
    /// A certificate, taken for a plan.
    Certificate,
    /// A plan, taken for an address index.
    Plan,
}

impl Likeness {
    /// What it looks like, and which command of the tool reads it.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Index => text! {
                en: "this looks like an address index and not like a plan: `kanta index check` reads it",
                fi: "tämä näyttää osoitehakemistolta eikä suunnitelmalta: sen lukee `kanta index check`",
                sv: "detta ser ut som ett adressindex och inte som en plan: `kanta index check` läser det",
            },
            Self::Certificate => text! {
                en: "this looks like a certificate and not like a plan: `kanta cert` reads it",
                fi: "tämä näyttää varmenteelta eikä suunnitelmalta: sen lukee `kanta cert`",
                sv: "detta ser ut som ett certifikat och inte som en plan: `kanta cert` läser det",
            },
            Self::Plan => text! {
                en: "this looks like a plan and not like an address index: `kanta check` reads it",
                fi: "tämä näyttää suunnitelmalta eikä osoitehakemistolta: sen lukee `kanta check`",
                sv: "detta ser ut som en plan och inte som ett adressindex: `kanta check` läser den",
            },
        }
    }
}
