//! What a file is that holds no certificate and no request as such, and how to get one out of it.

use kanta_conformance::{Text, text};

use crate::tlv::{
    BIT_STRING, GENERALIZED_TIME, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE, Tlv, UTC_TIME,
};

/// What a file is that holds no certificate and no request as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileForm {
    /// PKCS #7 other than SignedData, whose certificates are read.
    Pkcs7 {
        /// Whether it is PEM.
        pem: bool,
    },
    /// A PKCS #12 store (a `.p12` or `.pfx`).
    Pkcs12 {
        /// Whether a private key is seen in it.
        key: bool,
    },
    /// A key store of Java.
    Jks,
    /// A list of revoked certificates.
    Crl,
    /// A public key.
    PublicKey,
    /// Text in UTF-16.
    Utf16,
    /// Base64 without the lines around it.
    Base64 {
        /// Whether a request is in it.
        request: bool,
    },
    /// PEM quoted in a mail.
    Quoted,
    /// PEM in quoted-printable.
    QuotedPrintable,
}

impl FileForm {
    /// What it is, in words.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Pkcs7 { .. } => text! {
                en: "PKCS #7 of another kind than certificates are packed in",
                fi: "PKCS #7 -muotoa, joka on muuta kuin varmenteiden pakkaus",
                sv: "PKCS #7 av annat slag än det som certifikat packas i",
            },
            Self::Pkcs12 { key: true } => text! {
                en: "a PKCS #12 store with a private key, which is never passed on",
                fi: "PKCS #12 -varasto, jossa on yksityinen avain, jota ei anneta eteenpäin",
                sv: "ett PKCS #12-lager med en privat nyckel, som aldrig lämnas vidare",
            },
            Self::Pkcs12 { key: false } => text! {
                en: "a PKCS #12 store",
                fi: "PKCS #12 -varasto",
                sv: "ett PKCS #12-lager",
            },
            Self::Jks => text! {
                en: "a key store of Java (JKS)",
                fi: "Javan avainvarasto (JKS)",
                sv: "ett nyckellager för Java (JKS)",
            },
            Self::Crl => text! {
                en: "a list of revoked certificates (CRL), not a certificate",
                fi: "sulkulista (CRL), ei varmenne",
                sv: "en spärrlista (CRL), inte ett certifikat",
            },
            Self::PublicKey => text! {
                en: "a public key, not a certificate",
                fi: "julkinen avain, ei varmenne",
                sv: "en publik nyckel, inte ett certifikat",
            },
            Self::Utf16 => {
                text! { en: "text in UTF-16", fi: "UTF-16-muotoista tekstiä", sv: "text i UTF-16" }
            }
            Self::Base64 { .. } => text! {
                en: "base64 without its BEGIN and END lines",
                fi: "base64-muotoa ilman BEGIN- ja END-rivejä",
                sv: "base64 utan BEGIN- och END-rader",
            },
            Self::Quoted => text! {
                en: "PEM quoted in a mail, with `>` before its lines",
                fi: "sähköpostissa lainattua PEM-muotoa, jonka rivien edessä on `>`",
                sv: "PEM citerat i ett e-brev, med `>` framför raderna",
            },
            Self::QuotedPrintable => text! {
                en: "PEM in the quoted-printable form of mails",
                fi: "PEM sähköpostin quoted-printable-muodossa",
                sv: "PEM i e-postens quoted-printable-form",
            },
        }
    }

    /// The command that gets PEM out of it, or shows what is in it.
    #[must_use]
    pub const fn command(self) -> &'static str {
        match self {
            Self::Pkcs7 { pem: true } => "openssl cms -cmsout -print -noout -inform PEM -in FILE",
            Self::Pkcs7 { pem: false } => "openssl cms -cmsout -print -noout -inform DER -in FILE",
            Self::Pkcs12 { .. } => "openssl pkcs12 -in FILE -nokeys -out certificate.pem",
            Self::Jks => {
                "keytool -exportcert -rfc -keystore FILE -alias NAME -file certificate.pem"
            }
            Self::Crl => "openssl crl -in FILE -noout -text",
            Self::PublicKey => "openssl pkey -pubin -in FILE -noout -text",
            Self::Utf16 => "iconv -f UTF-16 -t UTF-8 FILE > certificate.pem",
            Self::Base64 { request: false } => {
                "tr -d ' \\r\\n' < FILE | openssl base64 -d -A | openssl x509 -inform DER -out certificate.pem"
            }
            Self::Base64 { request: true } => {
                "tr -d ' \\r\\n' < FILE | openssl base64 -d -A | openssl req -inform DER -out request.pem"
            }
            Self::Quoted => "sed 's/^[> ]*//' FILE > certificate.pem",
            Self::QuotedPrintable => {
                "perl -MMIME::QuotedPrint -pe '$_ = decode_qp($_)' FILE > certificate.pem"
            }
        }
    }

    /// The form of a PEM block with this label, where it is one.
    pub(crate) fn of_label(label: &[u8]) -> Option<Self> {
        match label {
            b"X509 CRL" => Some(Self::Crl),
            _ if label.ends_with(b"PUBLIC KEY") => Some(Self::PublicKey),
            _ => None,
        }
    }

    /// The form of bytes that need not be DER.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        match *bytes {
            [0xfe, 0xed, 0xfe, 0xed, ..] | [0xce, 0xce, 0xce, 0xce, ..] => return Some(Self::Jks),
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Some(Self::Utf16),
            // `--` or `MI`, with which PEM and base64 begin.
            [0, b'-', 0, b'-', ..]
            | [b'-', 0, b'-', 0, ..]
            | [0, b'M', 0, b'I', ..]
            | [b'M', 0, b'I', 0, ..] => return Some(Self::Utf16),
            _ => {}
        }
        let inside = inside(bytes)?;
        if starts_as_pkcs7(inside) {
            return Some(Self::Pkcs7 { pem: false });
        }
        let store = inside.strip_prefix(&[INTEGER, 1, 3])?;
        starts_as_pkcs7(self::inside(store)?).then(|| Self::Pkcs12 {
            key: has_key_bag(bytes),
        })
    }

    /// The form of a SEQUENCE, where it is one of those in DER.
    pub(crate) fn of_der(outer: &Tlv<'_>) -> Option<Self> {
        let mut fields = outer.reader();
        let first = fields.next().ok()?.filter(|first| first.tag == SEQUENCE)?;
        let mut parts = first.reader();
        if parts.peek() == Some(OID) {
            return (fields.peek() == Some(BIT_STRING)).then_some(Self::PublicKey);
        }
        // TBSCertList: a version, the algorithm, the issuer and a time.
        parts.optional(INTEGER).ok()?;
        parts.expect(SEQUENCE).ok()?;
        parts.expect(SEQUENCE).ok()?;
        matches!(parts.peek(), Some(UTC_TIME | GENERALIZED_TIME)).then_some(Self::Crl)
    }
}

/// What follows the header of a SEQUENCE, of whatever length it says it is.
fn inside(bytes: &[u8]) -> Option<&[u8]> {
    match *bytes {
        [SEQUENCE, 0x81, _, ref rest @ ..]
        | [SEQUENCE, 0x82, _, _, ref rest @ ..]
        | [SEQUENCE, 0x83, _, _, _, ref rest @ ..]
        | [SEQUENCE, 0x84, _, _, _, _, ref rest @ ..]
        | [SEQUENCE, 0..=0x80, ref rest @ ..] => Some(rest),
        _ => None,
    }
}

/// An OID below 1.2.840.113549.1.7, PKCS #7.
fn starts_as_pkcs7(bytes: &[u8]) -> bool {
    bytes.starts_with(&[OID, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7])
}

/// Whether a bag for keys stands in the open: 1.2.840.113549.1.12.10.1.1 or 2.
fn has_key_bag(bytes: &[u8]) -> bool {
    let bag = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1];
    bytes
        .windows(11)
        .any(|window| matches!(window.strip_prefix(&bag), Some([1 | 2])))
}

/// Whether a SEQUENCE is a private key: PKCS #8, in the open or encrypted, PKCS #1, SEC 1 or DSA.
pub(crate) fn is_private_key(outer: &Tlv<'_>) -> bool {
    let mut fields = outer.reader();
    let Ok(Some(first)) = fields.next() else {
        return false;
    };
    match first.tag {
        // EncryptedPrivateKeyInfo: an algorithm and what it encrypts.
        SEQUENCE => first.reader().peek() == Some(OID) && fields.peek() == Some(OCTET_STRING),
        INTEGER if matches!(*first.content, [0..=1]) => match fields.peek() {
            // PKCS #8: an algorithm and the key.
            Some(SEQUENCE) => {
                let algorithm = fields.next();
                matches!(algorithm, Ok(Some(algorithm)) if algorithm.reader().peek() == Some(OID))
                    && fields.peek() == Some(OCTET_STRING)
            }
            // SEC 1
            Some(OCTET_STRING) => true,
            // PKCS #1 has nine numbers, DSA six; parameters and public keys have fewer.
            Some(INTEGER) => numbers(fields) >= 5,
            _ => false,
        },
        _ => false,
    }
}

fn numbers(mut fields: Reader<'_>) -> usize {
    let mut count = 0_usize;
    while let Ok(Some(field)) = fields.next() {
        if field.tag != INTEGER {
            break;
        }
        count = count.saturating_add(1);
    }
    count
}
