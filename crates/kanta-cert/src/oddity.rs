//! What a strict reader would have refused.

use kanta_conformance::Text;

/// Something in a certificate or request that a strict reader would refuse, kept as a fact.
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
            Self::SerialNotPositive => Text::new(
                "the certificate's serial number is not positive",
                "varmenteen sarjanumero ei ole positiivinen",
                "certifikatets serienummer är inte positivt",
            ),
            Self::SerialTooLong => Text::new(
                "the certificate's serial number is longer than 20 octets",
                "varmenteen sarjanumero on yli 20 tavua pitkä",
                "certifikatets serienummer är längre än 20 byte",
            ),
            Self::TrailingBytes => Text::new(
                "something follows the end of the certificate",
                "varmenteen lopun jälkeen on jotain",
                "något följer efter certifikatets slut",
            ),
            Self::DuplicateExtension => Text::new(
                "an extension stands there twice",
                "sama laajennus on kahdesti",
                "ett tillägg finns två gånger",
            ),
            Self::UnknownCriticalExtension => Text::new(
                "an unknown extension is marked critical",
                "tuntematon laajennus on merkitty kriittiseksi",
                "ett okänt tillägg är märkt som kritiskt",
            ),
            Self::EmptyAlternativeName => Text::new(
                "the subject alternative name is empty",
                "vaihtoehtoisten nimien luettelo on tyhjä",
                "listan över alternativa namn är tom",
            ),
            Self::UnreadableAlternativeName => Text::new(
                "an entry of the subject alternative name cannot be read",
                "vaihtoehtoista nimeä ei voi lukea",
                "ett alternativt namn kan inte läsas",
            ),
            Self::NonAsciiDnsName => Text::new(
                "a DNS name holds other characters than ASCII",
                "DNS-nimessä on muita kuin ASCII-merkkejä",
                "ett DNS-namn innehåller andra tecken än ASCII",
            ),
            Self::EmptyExtendedKeyUsage => Text::new(
                "the extended key usage is empty",
                "laajennettu avaimen käyttötarkoitus on tyhjä",
                "den utökade nyckelanvändningen är tom",
            ),
            Self::UnreadableExtension => Text::new(
                "an extension cannot be read",
                "laajennusta ei voi lukea",
                "ett tillägg kan inte läsas",
            ),
            Self::UnreadableName => Text::new(
                "an attribute of a name cannot be read",
                "nimen osaa ei voi lukea",
                "en del av ett namn kan inte läsas",
            ),
            Self::NotDer => Text::new(
                "something is not encoded as DER asks",
                "jokin kohta ei ole DER-muotoinen",
                "något är inte kodat enligt DER",
            ),
            Self::Version => Text::new(
                "there are extensions, but the version is not 3",
                "laajennuksia on, mutta versio ei ole 3",
                "det finns tillägg men versionen är inte 3",
            ),
            Self::AlgorithmMismatch => Text::new(
                "the signature algorithm is named in two different ways",
                "allekirjoitusalgoritmi on nimetty kahdella eri tavalla",
                "signaturalgoritmen anges på två olika sätt",
            ),
        }
    }
}
