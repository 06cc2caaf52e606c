//! Why an input cannot be understood.

use kanta_conformance::{Language, Text, text};
use thiserror::Error;

use crate::form::FileForm;
use crate::tlv::Fault;

/// The part of a certificate or request that was being read.
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Structure {
    /// The certificate as a whole.
    Certificate,
    /// The part of it that is signed.
    ToBeSigned,
    /// The certificate's own serial number.
    SerialNumber,
    /// The signature algorithm.
    SignatureAlgorithm,
    /// The issuer's name.
    Issuer,
    /// The validity.
    Validity,
    /// The subject's name.
    Subject,
    /// The public key.
    PublicKey,
    /// The extensions.
    Extensions,
    /// The signature.
    Signature,
    /// The certificate request as a whole.
    Request,
    /// The attributes of a certificate request.
    Attributes,
    /// The PKCS #7 that certificates are packed in.
    Pkcs7,
}

impl Structure {
    /// What people call it.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Certificate => {
                text! { en: "the certificate", fi: "varmenne", sv: "certifikatet" }
            }
            Self::ToBeSigned => text! {
                en: "the signed part",
                fi: "allekirjoitettu osa",
                sv: "den signerade delen",
            },
            Self::SerialNumber => text! {
                en: "the certificate's serial number",
                fi: "varmenteen sarjanumero",
                sv: "certifikatets serienummer",
            },
            Self::SignatureAlgorithm => text! {
                en: "the signature algorithm",
                fi: "allekirjoitusalgoritmi",
                sv: "signaturalgoritmen",
            },
            Self::Issuer => text! { en: "the issuer", fi: "myöntäjä", sv: "utfärdaren" },
            Self::Validity => text! { en: "the validity", fi: "voimassaolo", sv: "giltigheten" },
            Self::Subject => text! { en: "the subject", fi: "haltija", sv: "innehavaren" },
            Self::PublicKey => {
                text! { en: "the public key", fi: "julkinen avain", sv: "den publika nyckeln" }
            }
            Self::Extensions => text! { en: "the extensions", fi: "laajennukset", sv: "tilläggen" },
            Self::Signature => text! { en: "the signature", fi: "allekirjoitus", sv: "signaturen" },
            Self::Request => {
                text! { en: "the request", fi: "varmennepyyntö", sv: "certifikatbegäran" }
            }
            Self::Pkcs7 => text! {
                en: "the PKCS #7 around the certificates",
                fi: "varmenteiden PKCS #7 -pakkaus",
                sv: "certifikatens PKCS #7-paket",
            },
            Self::Attributes => text! {
                en: "the request's attributes",
                fi: "pyynnön attribuutit",
                sv: "begärans attribut",
            },
        }
    }
}

/// Why an input cannot be understood as a certificate or a certificate request.
///
/// Offsets count bytes from the start of the DER, or, for faults of the text form, of the text.
/// `Display` is English; [`ReadError::message`] has all three languages.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum ReadError {
    /// Over the limit of 1 MB; nothing was read.
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// Nothing at all, or blanks only.
    Empty,
    /// A private key is in it; it has to stay out of files that are passed on.
    PrivateKey {
        /// Where it starts.
        offset: usize,
    },
    /// Neither DER nor PEM with a certificate or a request in it.
    NotFound,
    /// PKCS #7 in which no certificate is packed.
    NoCertificate,
    /// Something else, which is known; a certificate may be got out of it.
    OtherForm(FileForm),
    /// Several certificates, and more or fewer than one of them is an end entity's.
    Ambiguous {
        /// How many are an end entity's.
        end_entities: usize,
    },
    /// A certificate request where a certificate is needed.
    IsRequest,
    /// A certificate where a certificate request is needed.
    IsCertificate,
    /// A BEGIN line without its END line.
    Unfinished {
        /// Where the BEGIN line starts.
        offset: usize,
    },
    /// A character that base64 does not have, or padding in a wrong place.
    Base64 {
        /// Where it stands.
        offset: usize,
    },
    /// The bytes end in the middle, or a length reaches too far.
    Truncated {
        /// What was being read.
        structure: Structure,
        /// Where the unfinished value starts.
        offset: usize,
    },
    /// A tag or a length that DER does not have.
    Encoding {
        /// What was being read.
        structure: Structure,
        /// Where it stands.
        offset: usize,
    },
    /// A value of another kind than the structure has in this place.
    Unexpected {
        /// What was being read.
        structure: Structure,
        /// Where it stands.
        offset: usize,
        /// Its tag.
        tag: u8,
    },
    /// A time that is none.
    Time {
        /// Where it stands.
        offset: usize,
    },
}

impl ReadError {
    pub(crate) const fn from_fault(fault: Fault, structure: Structure) -> Self {
        match fault {
            Fault::Truncated { offset } | Fault::Missing { offset } => {
                Self::Truncated { structure, offset }
            }
            Fault::Header { offset } => Self::Encoding { structure, offset },
            Fault::Tag { offset, found } => Self::Unexpected {
                structure,
                offset,
                tag: found,
            },
        }
    }

    /// What was being read, where that is known.
    #[must_use]
    pub const fn structure(&self) -> Option<Structure> {
        match self {
            Self::Truncated { structure, .. }
            | Self::Encoding { structure, .. }
            | Self::Unexpected { structure, .. } => Some(*structure),
            Self::Time { .. } => Some(Structure::Validity),
            _ => None,
        }
    }

    /// The byte at which it went wrong, where there is one.
    #[must_use]
    pub const fn offset(&self) -> Option<usize> {
        match self {
            Self::Truncated { offset, .. }
            | Self::Encoding { offset, .. }
            | Self::Unexpected { offset, .. }
            | Self::PrivateKey { offset }
            | Self::Unfinished { offset }
            | Self::Base64 { offset }
            | Self::Time { offset } => Some(*offset),
            _ => None,
        }
    }

    /// The message in one language: lower-case, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: String, fi: String, sv: String| match language {
            Language::En => en,
            Language::Fi => fi,
            Language::Sv => sv,
        };
        let fixed = |text: Text| text.get(language).to_owned();
        match *self {
            Self::TooLarge { size } => say(
                format!("too large for a certificate: {size} bytes, at most 1048576 are read"),
                format!("liian suuri varmenteeksi: {size} tavua, enintään 1048576 luetaan"),
                format!("för stort för ett certifikat: {size} byte, högst 1048576 läses"),
            ),
            Self::Empty => fixed(text! { en: "empty", fi: "tyhjä", sv: "tom" }),
            Self::PrivateKey { offset } => say(
                format!(
                    "holds a private key (byte {offset}): take it out, a private key is never passed on"
                ),
                format!(
                    "sisältää yksityisen avaimen (tavu {offset}): poista se, yksityistä avainta ei anneta eteenpäin"
                ),
                format!(
                    "innehåller en privat nyckel (byte {offset}): ta bort den, en privat nyckel lämnas aldrig vidare"
                ),
            ),
            Self::NotFound => fixed(text! {
                en: "no certificate and no certificate request in it, neither as PEM nor as DER",
                fi: "ei sisällä varmennetta eikä varmennepyyntöä, ei PEM- eikä DER-muodossa",
                sv: "innehåller varken certifikat eller certifikatbegäran, varken som PEM eller DER",
            }),
            Self::NoCertificate => fixed(text! {
                en: "PKCS #7 in which no certificate is packed",
                fi: "PKCS #7 -pakkaus, jossa ei ole varmennetta",
                sv: "ett PKCS #7-paket utan certifikat",
            }),
            Self::OtherForm(form) => {
                let (name, command) = (form.name(), form.command());
                let (en, fi, sv) = match form {
                    FileForm::Crl | FileForm::PublicKey | FileForm::Pkcs7 { .. } => (
                        "what it holds is shown by",
                        "sisällön näyttää",
                        "innehållet visas av",
                    ),
                    _ => ("to get PEM:", "PEM-muotoon:", "för att få PEM:"),
                };
                say(
                    format!("{}; {en} `{command}`", name.en),
                    format!("{}; {fi} `{command}`", name.fi),
                    format!("{}; {sv} `{command}`", name.sv),
                )
            }
            Self::Ambiguous { end_entities: 0 } => fixed(text! {
                en: "several certificates, all of them a CA's",
                fi: "useita varmenteita, kaikki varmentajan",
                sv: "flera certifikat, alla en certifikatutfärdares",
            }),
            Self::Ambiguous { end_entities } => say(
                format!(
                    "{end_entities} certificates that are not a CA's: it is unclear which one is meant"
                ),
                format!(
                    "{end_entities} varmennetta, jotka eivät ole varmentajan: epäselvää, mitä niistä tarkoitetaan"
                ),
                format!(
                    "{end_entities} certifikat som inte är en utfärdares: oklart vilket som avses"
                ),
            ),
            Self::IsRequest => fixed(text! {
                en: "a certificate request, not a certificate",
                fi: "varmennepyyntö, ei varmenne",
                sv: "en certifikatbegäran, inte ett certifikat",
            }),
            Self::IsCertificate => fixed(text! {
                en: "a certificate, not a certificate request",
                fi: "varmenne, ei varmennepyyntö",
                sv: "ett certifikat, inte en certifikatbegäran",
            }),
            Self::Unfinished { offset } => say(
                format!("the BEGIN line at byte {offset} has no END line"),
                format!("tavun {offset} BEGIN-riviltä puuttuu END-rivi"),
                format!("BEGIN-raden vid byte {offset} saknar END-rad"),
            ),
            Self::Base64 { offset } => say(
                format!("not base64 at byte {offset}"),
                format!("ei base64-muotoa tavussa {offset}"),
                format!("inte base64 vid byte {offset}"),
            ),
            Self::Truncated { structure, offset } => {
                let name = structure.name();
                say(
                    format!(
                        "{} is cut off: the value at byte {offset} has no end",
                        name.en
                    ),
                    format!(
                        "{} on katkennut: tavusta {offset} alkava arvo ei pääty",
                        name.fi
                    ),
                    format!(
                        "{} är avhuggen: värdet vid byte {offset} har inget slut",
                        name.sv
                    ),
                )
            }
            Self::Encoding { structure, offset } => {
                let name = structure.name();
                say(
                    format!("{} is not DER: byte {offset} starts no value", name.en),
                    format!(
                        "{} ei ole DER-muotoa: tavusta {offset} ei ala arvo",
                        name.fi
                    ),
                    format!(
                        "{} är inte DER: vid byte {offset} börjar inget värde",
                        name.sv
                    ),
                )
            }
            Self::Unexpected {
                structure,
                offset,
                tag,
            } => {
                let name = structure.name();
                say(
                    format!(
                        "{} holds something else at byte {offset} (tag {tag:#04x})",
                        name.en
                    ),
                    format!(
                        "{}: tavussa {offset} on jotain muuta (tunniste {tag:#04x})",
                        name.fi
                    ),
                    format!(
                        "{}: något annat vid byte {offset} (tagg {tag:#04x})",
                        name.sv
                    ),
                )
            }
            Self::Time { offset } => say(
                format!("the validity holds no readable time at byte {offset}"),
                format!("voimassaolon aika tavussa {offset} ei ole luettavissa"),
                format!("giltighetens tid vid byte {offset} kan inte läsas"),
            ),
        }
    }
}
