//! The public key: its algorithm and its size.

use std::fmt;

use der::EncodingRules;
use der::asn1::UintRef;

use crate::error::{ReadError, Structure};
use crate::oid::known::algorithm::{
    EC, ECDSA_SHA_1, ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512, P256, P384, P521, RSA, RSA_MD_2,
    RSA_MD_4, RSA_MD_5, RSA_SHA_1, RSA_SHA_256, RSA_SHA_384, RSA_SHA_512,
};
use crate::tlv::{BIT_STRING, INTEGER, OID, Reader, SEQUENCE, Span, Tlv};

/// The algorithm of a key, and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key {
    /// RSA; bits of the modulus.
    Rsa {
        /// Bits of the modulus.
        bits: u32,
    },
    /// Elliptic curve P-256 (secp256r1).
    P256,
    /// Elliptic curve P-384 (secp384r1).
    P384,
    /// Elliptic curve P-521 (secp521r1).
    P521,
    /// Another elliptic curve.
    OtherCurve,
    /// Another algorithm.
    Other,
}

impl Key {
    /// Bits of the RSA modulus or of the curve's field.
    #[must_use]
    pub const fn bits(self) -> Option<u32> {
        match self {
            Self::Rsa { bits } => Some(bits),
            Self::P256 => Some(256),
            Self::P384 => Some(384),
            Self::P521 => Some(521),
            Self::OtherCurve | Self::Other => None,
        }
    }
}

/// The public key of a certificate or request: what it is, and where it stands.
///
/// SubjectPublicKeyInfo is read by its parts, not as the type of `spki`: that refuses a key whose
/// OID `const-oid` does not decode, and such a certificate is to be told about, not refused.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(feature = "_path"),
    expect(dead_code, reason = "read where signatures are verified")
)]
pub(crate) struct SubjectKey {
    pub(crate) kind: Key,
    /// The content of its AlgorithmIdentifier.
    pub(crate) algorithm: Span,
    /// The content of the BIT STRING: how many bits are unused, and the key.
    pub(crate) bits: Span,
}

impl SubjectKey {
    /// Reads a SubjectPublicKeyInfo.
    pub(crate) fn read(info: &Tlv<'_>) -> Result<Self, ReadError> {
        let fault = |fault| ReadError::from_fault(fault, Structure::PublicKey);
        let mut reader = info.reader();
        let algorithm = reader.expect(SEQUENCE).map_err(fault)?;
        let mut parts = algorithm.reader();
        let oid = parts.expect(OID).map_err(fault)?.content;
        let bits = reader.expect(BIT_STRING).map_err(fault)?;
        let kind = match oid {
            RSA => rsa_bits(&bits).map_or(Key::Other, |bits| Key::Rsa { bits }),
            EC => match parts.next() {
                Ok(Some(curve)) if curve.tag == OID => match curve.content {
                    P256 => Key::P256,
                    P384 => Key::P384,
                    P521 => Key::P521,
                    _ => Key::OtherCurve,
                },
                _ => Key::OtherCurve,
            },
            _ => Key::Other,
        };
        Ok(Self {
            kind,
            algorithm: Span::of(&algorithm),
            bits: Span::of(&bits),
        })
    }
}

/// Bits of the modulus of an RSAPublicKey in a BIT STRING.
fn rsa_bits(key: &Tlv<'_>) -> Option<u32> {
    let (0, bytes) = key.content.split_first()? else {
        return None;
    };
    let mut numbers = Reader::new(bytes, 0).expect(SEQUENCE).ok()?.reader();
    let modulus = numbers.expect(INTEGER).ok()?;
    numbers.expect(INTEGER).ok()?;
    let modulus: UintRef<'_> = modulus.decode(EncodingRules::Der).ok()?;
    let top = modulus.as_bytes().first()?.leading_zeros();
    u32::try_from(modulus.as_bytes().len())
        .ok()?
        .checked_mul(8)?
        .checked_sub(top)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { bits } => write!(f, "RSA {bits}"),
            Self::P256 => f.write_str("EC P-256"),
            Self::P384 => f.write_str("EC P-384"),
            Self::P521 => f.write_str("EC P-521"),
            Self::OtherCurve => f.write_str("EC ?"),
            Self::Other => f.write_str("?"),
        }
    }
}

/// The algorithm of the issuer's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSA PKCS #1 v1.5 with SHA-256, SHA-384 or SHA-512, in bits.
    Rsa {
        /// Bits of the digest.
        digest: u16,
    },
    /// ECDSA with SHA-256, SHA-384 or SHA-512, in bits.
    Ecdsa {
        /// Bits of the digest.
        digest: u16,
    },
    /// RSA or ECDSA with SHA-1, or with MD5.
    Weak,
    /// Another algorithm.
    Other,
}

impl SignatureAlgorithm {
    pub(crate) fn read(algorithm: Span, bytes: &[u8]) -> Self {
        let mut reader = Reader::new(algorithm.of_bytes(bytes), 0);
        let Ok(oid) = reader.expect(OID) else {
            return Self::Other;
        };
        match oid.content {
            RSA_SHA_256 => Self::Rsa { digest: 256 },
            RSA_SHA_384 => Self::Rsa { digest: 384 },
            RSA_SHA_512 => Self::Rsa { digest: 512 },
            ECDSA_SHA_256 => Self::Ecdsa { digest: 256 },
            ECDSA_SHA_384 => Self::Ecdsa { digest: 384 },
            ECDSA_SHA_512 => Self::Ecdsa { digest: 512 },
            RSA_MD_2 | RSA_MD_4 | RSA_MD_5 | RSA_SHA_1 | ECDSA_SHA_1 => Self::Weak,
            _ => Self::Other,
        }
    }

    /// Bits of the digest, where the algorithm is one that is known and not weak.
    #[must_use]
    pub const fn digest_bits(self) -> Option<u16> {
        match self {
            Self::Rsa { digest } | Self::Ecdsa { digest } => Some(digest),
            Self::Weak | Self::Other => None,
        }
    }
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { digest } => write!(f, "RSA, SHA-{digest}"),
            Self::Ecdsa { digest } => write!(f, "ECDSA, SHA-{digest}"),
            Self::Weak => f.write_str("SHA-1 / MD5"),
            Self::Other => f.write_str("?"),
        }
    }
}
