//! What a strict reader would have refused.

use kanta_conformance::{Text, text};

/// Something in a certificate or request that a strict reader would refuse, kept as a fact.
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// Where it stands: bytes from the start of the DER.
    pub offset: usize,
}

/// The kinds of oddity, each against RFC 5280 or the encoding rules of X.690.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum OddityKind {
    /// The certificate's own serial number is zero or negative (section 4.1.2.2).
    SerialNotPositive,
    /// It takes more than 20 octets (section 4.1.2.2).
    SerialTooLong,
    /// Octets follow the end of the certificate.
    TrailingBytes,
    /// An extension stands there twice (section 4.2).
    DuplicateExtension,
    /// A critical extension that is not known (section 4.2).
    UnknownCriticalExtension,
    /// The subject alternative name is empty (section 4.2.1.6).
    EmptyAlternativeName,
    /// An entry of the subject alternative name cannot be read.
    UnreadableAlternativeName,
    /// A DNS name holds other characters than ASCII (section 4.2.1.6).
    NonAsciiDnsName,
    /// The extended key usage is empty (section 4.2.1.12).
    EmptyExtendedKeyUsage,
    /// An extension's value cannot be read.
    UnreadableExtension,
    /// An attribute of the subject or the issuer cannot be read.
    UnreadableName,
    /// Something is encoded in another way than DER has it.
    NotDer,
    /// The version is not 3 although there are extensions (section 4.1.2.1).
    Version,
    /// The signature algorithm is named twice, differently (section 4.1.1.2).
    AlgorithmMismatch,
}

impl OddityKind {
    /// What it is, in words.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::SerialNotPositive => text! {
                en: "the certificate's serial number is not positive",
                fi: "varmenteen sarjanumero ei ole positiivinen",
                sv: "certifikatets serienummer är inte positivt",
            },
            Self::SerialTooLong => text! {
                en: "the certificate's serial number is longer than 20 octets",
                fi: "varmenteen sarjanumero on yli 20 tavua pitkä",
                sv: "certifikatets serienummer är längre än 20 byte",
            },
            Self::TrailingBytes => text! {
                en: "something follows the end of the certificate",
                fi: "varmenteen lopun jälkeen on jotain",
                sv: "något följer efter certifikatets slut",
            },
            Self::DuplicateExtension => text! {
                en: "an extension stands there twice",
                fi: "sama laajennus on kahdesti",
                sv: "ett tillägg finns två gånger",
            },
            Self::UnknownCriticalExtension => text! {
                en: "an unknown extension is marked critical",
                fi: "tuntematon laajennus on merkitty kriittiseksi",
                sv: "ett okänt tillägg är märkt som kritiskt",
            },
            Self::EmptyAlternativeName => text! {
                en: "the subject alternative name is empty",
                fi: "vaihtoehtoisten nimien luettelo on tyhjä",
                sv: "listan över alternativa namn är tom",
            },
            Self::UnreadableAlternativeName => text! {
                en: "an entry of the subject alternative name cannot be read",
                fi: "vaihtoehtoista nimeä ei voi lukea",
                sv: "ett alternativt namn kan inte läsas",
            },
            Self::NonAsciiDnsName => text! {
                en: "a DNS name holds other characters than ASCII",
                fi: "DNS-nimessä on muita kuin ASCII-merkkejä",
                sv: "ett DNS-namn innehåller andra tecken än ASCII",
            },
            Self::EmptyExtendedKeyUsage => text! {
                en: "the extended key usage is empty",
                fi: "laajennettu avaimen käyttötarkoitus on tyhjä",
                sv: "den utökade nyckelanvändningen är tom",
            },
            Self::UnreadableExtension => text! {
                en: "an extension cannot be read",
                fi: "laajennusta ei voi lukea",
                sv: "ett tillägg kan inte läsas",
            },
            Self::UnreadableName => text! {
                en: "an attribute of a name cannot be read",
                fi: "nimen osaa ei voi lukea",
                sv: "en del av ett namn kan inte läsas",
            },
            Self::NotDer => text! {
                en: "something is not encoded as DER asks",
                fi: "jokin kohta ei ole DER-muotoinen",
                sv: "något är inte kodat enligt DER",
            },
            Self::Version => text! {
                en: "there are extensions, but the version is not 3",
                fi: "laajennuksia on, mutta versio ei ole 3",
                sv: "det finns tillägg men versionen är inte 3",
            },
            Self::AlgorithmMismatch => text! {
                en: "the signature algorithm is named in two different ways",
                fi: "allekirjoitusalgoritmi on nimetty kahdella eri tavalla",
                sv: "signaturalgoritmen anges på två olika sätt",
            },
        }
    }
}
