//! What a key may be used for.

use x509_cert::ext::pkix;

/// The bits of the key usage (RFC 5280, section 4.2.1.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeyUsage(u16);

impl From<pkix::KeyUsage> for KeyUsage {
    fn from(usage: pkix::KeyUsage) -> Self {
        Self(usage.0.bits())
    }
}

impl KeyUsage {
    /// digitalSignature
    pub const DIGITAL_SIGNATURE: Self = Self(1 << 0);
    /// nonRepudiation, also called contentCommitment
    pub const NON_REPUDIATION: Self = Self(1 << 1);
    /// keyEncipherment
    pub const KEY_ENCIPHERMENT: Self = Self(1 << 2);
    /// dataEncipherment
    pub const DATA_ENCIPHERMENT: Self = Self(1 << 3);
    /// keyAgreement
    pub const KEY_AGREEMENT: Self = Self(1 << 4);
    /// keyCertSign
    pub const KEY_CERT_SIGN: Self = Self(1 << 5);
    /// cRLSign
    pub const CRL_SIGN: Self = Self(1 << 6);
    /// encipherOnly
    pub const ENCIPHER_ONLY: Self = Self(1 << 7);
    /// decipherOnly
    pub const DECIPHER_ONLY: Self = Self(1 << 8);

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

    /// The first nine bits of a BIT STRING.
    pub(crate) fn of_bits(octets: &[u8]) -> Self {
        let first = octets.first().copied().unwrap_or(0).reverse_bits();
        let ninth = octets.get(1).is_some_and(|octet| octet & 0x80 != 0);
        Self(u16::from(first) | u16::from(ninth) << 8)
    }

    /// Whether all bits of `other` are set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The names of the bits that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED
            .into_iter()
            .filter(move |(bit, _)| self.contains(*bit))
            .map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use x509_cert::ext::pkix::KeyUsages;

    use super::*;

    #[test]
    fn bits_without_a_name_are_passed_over() {
        for (octets, expected) in [
            (&[][..], KeyUsage::default()),
            (&[0x80], KeyUsage::DIGITAL_SIGNATURE),
            (&[0x01], KeyUsage::ENCIPHER_ONLY),
            (&[0x00, 0x80], KeyUsage::DECIPHER_ONLY),
            (&[0x00, 0x7f, 0xff], KeyUsage::default()),
            (
                &[0x06, 0x00, 0x01],
                KeyUsage::KEY_CERT_SIGN.union(KeyUsage::CRL_SIGN),
            ),
        ] {
            assert_eq!(KeyUsage::of_bits(octets), expected, "{octets:x?}");
        }
    }

    #[test]
    fn each_bit_is_the_one_of_the_library() {
        for (ours, theirs) in [
            (KeyUsage::DIGITAL_SIGNATURE, KeyUsages::DigitalSignature),
            (KeyUsage::NON_REPUDIATION, KeyUsages::NonRepudiation),
            (KeyUsage::KEY_ENCIPHERMENT, KeyUsages::KeyEncipherment),
            (KeyUsage::DATA_ENCIPHERMENT, KeyUsages::DataEncipherment),
            (KeyUsage::KEY_AGREEMENT, KeyUsages::KeyAgreement),
            (KeyUsage::KEY_CERT_SIGN, KeyUsages::KeyCertSign),
            (KeyUsage::CRL_SIGN, KeyUsages::CRLSign),
            (KeyUsage::ENCIPHER_ONLY, KeyUsages::EncipherOnly),
            (KeyUsage::DECIPHER_ONLY, KeyUsages::DecipherOnly),
        ] {
            assert_eq!(KeyUsage::from(pkix::KeyUsage(theirs.into())), ours);
        }
    }
}
