//! What a key may be used for.

/// The bits of the key usage (RFC 5280, section 4.2.1.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeyUsage(pub(crate) u16);

impl KeyUsage {
    /// digitalSignature
    pub const DIGITAL_SIGNATURE: Self = Self(0x8000);
    /// nonRepudiation, also called contentCommitment
    pub const NON_REPUDIATION: Self = Self(0x4000);
    /// keyEncipherment
    pub const KEY_ENCIPHERMENT: Self = Self(0x2000);
    /// dataEncipherment
    pub const DATA_ENCIPHERMENT: Self = Self(0x1000);
    /// keyAgreement
    pub const KEY_AGREEMENT: Self = Self(0x0800);
    /// keyCertSign
    pub const KEY_CERT_SIGN: Self = Self(0x0400);
    /// cRLSign
    pub const CRL_SIGN: Self = Self(0x0200);
    /// encipherOnly
    pub const ENCIPHER_ONLY: Self = Self(0x0100);
    /// decipherOnly
    pub const DECIPHER_ONLY: Self = Self(0x0080);

    /// Each bit with its name in RFC 5280.
    pub const NAMED: [(Self, &'static str); 9] = [
        (Self::DIGITAL_SIGNATURE, "digitalSignature"),
        (Self::NON_REPUDIATION, "nonRepudiation"),
        (Self::KEY_ENCIPHERMENT, "keyEncipherment"),
        (Self::DATA_ENCIPHERMENT, "dataEncipherment"),
        (Self::KEY_AGREEMENT, "keyAgreement"),
        (Self::KEY_CERT_SIGN, "keyCertSign"),
        (Self::CRL_SIGN, "cRLSign"),
        (Self::ENCIPHER_ONLY, "encipherOnly"),
        (Self::DECIPHER_ONLY, "decipherOnly"),
    ];

    /// Whether all bits of `other` are set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The names of the bits that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED
            .into_iter()
            .filter(move |(bit, _)| self.contains(*bit))
            .map(|(_, name)| name)
    }
}
