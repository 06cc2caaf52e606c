//! The parts of a certificate that a path is made of, read where they stand.

use crate::oid::known::extension::{self as known, BASIC_CONSTRAINTS, KEY_USAGE, NAME_CONSTRAINTS};
use crate::tlv::{BIT_STRING, BOOLEAN, Fault, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE};

/// What the path needs of a certificate: slices of its DER.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// What is signed, with its header.
    pub(super) signed: &'a [u8],
    /// The content of the signature's AlgorithmIdentifier.
    pub(super) algorithm: &'a [u8],
    /// The signature.
    pub(super) signature: &'a [u8],
    /// The content of the serial number.
    pub(super) serial: &'a [u8],
    /// The content of the issuer's name.
    pub(super) issuer: &'a [u8],
    /// The content of the subject's name.
    pub(super) subject: &'a [u8],
    /// The content of the key's AlgorithmIdentifier.
    pub(super) key_algorithm: &'a [u8],
    /// The public key.
    pub(super) key: &'a [u8],
    /// Whether the basic constraints say that it is a CA's.
    pub(super) is_ca: bool,
    /// The path length of the basic constraints.
    pub(super) path_length: Option<u64>,
    /// Whether there is a key usage, and it leaves out the signing of certificates.
    pub(super) may_not_sign_certificates: bool,
    /// Whether there is a key usage, and it leaves out the signing of CRLs.
    pub(super) may_not_sign_crls: bool,
    /// Whether there are name constraints.
    pub(super) has_name_constraints: bool,
    /// Whether they constrain names of other kinds than DNS names and IP addresses.
    pub(super) constrains_other_names: bool,
    /// Critical extensions that are not processed: the content octets of their OIDs.
    pub(super) unprocessed: Vec<&'a [u8]>,
}

pub(super) use known::POLICIES;

/// What webpki processes, or may leave alone, when it is critical.
const PROCESSED: [&[u8]; 6] = [
    KEY_USAGE,
    known::ALTERNATIVE_NAME,
    BASIC_CONSTRAINTS,
    NAME_CONSTRAINTS,
    known::CRL_DISTRIBUTION_POINTS,
    known::EXTENDED_KEY_USAGE,
];

/// A signed structure: certificate or CRL.
pub(super) struct Signed<'a> {
    pub(super) to_be_signed: Reader<'a>,
    pub(super) bytes: &'a [u8],
    pub(super) algorithm: &'a [u8],
    pub(super) signature: &'a [u8],
    /// Whether its outer values are written as DER asks, with nothing behind them.
    pub(super) is_strict: bool,
}

impl<'a> Signed<'a> {
    pub(super) fn read(der: &'a [u8]) -> Result<Self, Fault> {
        let mut input = Reader::new(der, 0);
        let whole = input.expect(SEQUENCE)?;
        let mut outer = whole.reader();
        let to_be_signed = outer.expect(SEQUENCE)?;
        let bytes = der.get(to_be_signed.offset..to_be_signed.end());
        let algorithm = outer.expect(SEQUENCE)?;
        let signature = outer.expect(BIT_STRING)?;
        let values = [&whole, &to_be_signed, &algorithm, &signature];
        Ok(Self {
            to_be_signed: to_be_signed.reader(),
            bytes: bytes.unwrap_or_default(),
            algorithm: algorithm.content,
            signature: signature.content.get(1..).unwrap_or_default(),
            is_strict: input.is_empty()
                && outer.is_empty()
                && signature.content.first() == Some(&0)
                && values.iter().all(|value| value.is_der),
        })
    }
}

impl<'a> Parts<'a> {
    /// Reads DER that was read as a certificate before.
    pub(super) fn read(der: &'a [u8]) -> Result<Self, Fault> {
        let whole = Signed::read(der)?;
        let mut fields = whole.to_be_signed;
        fields.optional(0xa0)?;
        let serial = fields.expect(INTEGER)?.content;
        fields.expect(SEQUENCE)?;
        let issuer = fields.expect(SEQUENCE)?.content;
        fields.expect(SEQUENCE)?;
        let subject = fields.expect(SEQUENCE)?.content;
        let mut key = fields.expect(SEQUENCE)?.reader();
        let key_algorithm = key.expect(SEQUENCE)?.content;
        let key = key.expect(BIT_STRING)?.content.get(1..);
        let mut parts = Self {
            signed: whole.bytes,
            algorithm: whole.algorithm,
            signature: whole.signature,
            serial,
            issuer,
            subject,
            key_algorithm,
            key: key.unwrap_or_default(),
            ..Self::default()
        };
        while let Some(field) = fields.next()? {
            if field.tag == 0xa3 {
                parts.extensions(field.reader().expect(SEQUENCE)?.reader());
            }
        }
        Ok(parts)
    }

    /// Reads the extensions as far as they go; what cannot be read is webpki's to refuse.
    fn extensions(&mut self, mut list: Reader<'a>) {
        while let Ok(Some(entry)) = list.next() {
            if self.extension(entry.reader()).is_err() {
                return;
            }
        }
    }

    fn extension(&mut self, mut fields: Reader<'a>) -> Result<(), Fault> {
        let oid = fields.expect(OID)?.content;
        let critical = fields.optional(BOOLEAN)?;
        let critical = critical.is_some_and(|flag| flag.content != [0]);
        let mut value = fields.expect(OCTET_STRING)?.reader();
        match oid {
            KEY_USAGE => {
                let bits = value.expect(BIT_STRING)?.content;
                let bits = bits.get(1).copied().unwrap_or(0);
                self.may_not_sign_certificates = bits & 0x04 == 0;
                self.may_not_sign_crls = bits & 0x02 == 0;
            }
            BASIC_CONSTRAINTS => {
                let mut constraints = value.expect(SEQUENCE)?.reader();
                let ca = constraints.optional(BOOLEAN)?;
                self.is_ca = ca.is_some_and(|ca| ca.content != [0]);
                self.path_length = constraints
                    .optional(INTEGER)?
                    .and_then(|length| unsigned(length.content));
            }
            NAME_CONSTRAINTS => {
                self.has_name_constraints = true;
                self.constrains_other_names = constrains_others(value).unwrap_or(true);
            }
            _ if critical && !PROCESSED.contains(&oid) => self.unprocessed.push(oid),
            _ => {}
        }
        Ok(())
    }
}

/// Whether one of the subtrees is of another kind than DNS name and IP address.
fn constrains_others(mut value: Reader<'_>) -> Result<bool, Fault> {
    let mut lists = value.expect(SEQUENCE)?.reader();
    while let Some(list) = lists.next()? {
        let mut subtrees = list.reader();
        while let Some(subtree) = subtrees.next()? {
            let base = subtree.reader().next()?.map(|base| base.tag);
            if !matches!(base, Some(0x82 | 0x87)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// A non-negative INTEGER of up to 64 bits.
fn unsigned(octets: &[u8]) -> Option<u64> {
    if octets.first().is_none_or(|octet| *octet >= 0x80) || octets.len() > 9 {
        return None;
    }
    octets.iter().try_fold(0_u64, |value, octet| {
        value.checked_mul(256)?.checked_add(u64::from(*octet))
    })
}
