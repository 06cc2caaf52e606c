//! The extensions that profiles speak about.

mod alternative_name;
mod key_usage;
mod lists;

use der::EncodingRules;
use der::asn1::{BitStringRef, UintRef};

use crate::oddity::{Oddity, OddityKind};
use crate::oid::is_der;
use crate::oid::known::extension::{
    ALTERNATIVE_NAME, AUTHORITY_INFO_ACCESS, AUTHORITY_KEY_IDENTIFIER, BASIC_CONSTRAINTS,
    CRL_DISTRIBUTION_POINTS, EXTENDED_KEY_USAGE, INHIBIT_ANY_POLICY, ISSUER_ALTERNATIVE_NAME,
    KEY_USAGE, NAME_CONSTRAINTS, POLICIES, POLICY_CONSTRAINTS, POLICY_MAPPINGS, QC_STATEMENTS,
    SIGNED_CERTIFICATE_TIMESTAMPS, SUBJECT_KEY_IDENTIFIER,
};
use crate::tlv::{
    BIT_STRING, BOOLEAN, Fault, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE, Span, Tlv,
};

use alternative_name::check_alternative_names;

pub use alternative_name::{AltName, AltNames};
pub use key_usage::KeyUsage;
pub use lists::{Oids, Uris};

/// The basic constraints (RFC 5280, section 4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BasicConstraints {
    /// Whether the certificate is a CA's.
    pub(crate) ca: bool,
}

/// Where the extensions' values stand, and what was read of the small ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extensions {
    pub(crate) present: u32,
    pub(crate) key_usage: Option<KeyUsage>,
    pub(crate) basic_constraints: Option<BasicConstraints>,
    pub(crate) alternative_name: Option<Span>,
    pub(crate) extended_key_usage: Option<Span>,
    pub(crate) policies: Option<Span>,
    pub(crate) crl_distribution_points: Option<Span>,
    pub(crate) authority_info_access: Option<Span>,
}

/// Extensions that are known, by their OID. Only what stands here may be critical.
const KNOWN: [&[u8]; 16] = [
    KEY_USAGE,
    ALTERNATIVE_NAME,
    BASIC_CONSTRAINTS,
    EXTENDED_KEY_USAGE,
    POLICIES,
    CRL_DISTRIBUTION_POINTS,
    AUTHORITY_INFO_ACCESS,
    SUBJECT_KEY_IDENTIFIER,
    AUTHORITY_KEY_IDENTIFIER,
    ISSUER_ALTERNATIVE_NAME,
    NAME_CONSTRAINTS,
    POLICY_MAPPINGS,
    POLICY_CONSTRAINTS,
    INHIBIT_ANY_POLICY,
    QC_STATEMENTS,
    SIGNED_CERTIFICATE_TIMESTAMPS,
];

impl Extensions {
    /// Reads what stands in the SEQUENCE of extensions, as far as it goes.
    pub(crate) fn read(mut list: Reader<'_>, oddities: &mut Vec<Oddity>) -> Self {
        let mut extensions = Self::default();
        let mut unknown: Vec<(&[u8], usize)> = Vec::new();
        loop {
            let offset = list.offset();
            let mut odd = |kind| oddities.push(Oddity { kind, offset });
            let entry = match list.next() {
                Ok(Some(entry)) if entry.tag == SEQUENCE => entry,
                Ok(None) => break,
                Ok(Some(_)) => {
                    odd(OddityKind::UnreadableExtension);
                    continue;
                }
                Err(_) => {
                    odd(OddityKind::UnreadableExtension);
                    break;
                }
            };
            let Ok((oid, critical, value)) = parts(&entry) else {
                odd(OddityKind::UnreadableExtension);
                continue;
            };
            if !is_der(oid) {
                odd(OddityKind::NotDer);
            }
            // DEFAULT FALSE is left out in DER, and TRUE is written in one way.
            if critical.is_some_and(|flag| flag.decode::<bool>(EncodingRules::Der) != Ok(true)) {
                odd(OddityKind::NotDer);
            }
            let Some(index) = KNOWN.iter().position(|known| *known == oid) else {
                unknown.push((oid, offset));
                if critical.is_some_and(|flag| flag.content != [0]) {
                    odd(OddityKind::UnknownCriticalExtension);
                }
                continue;
            };
            let bit = u32::try_from(index)
                .ok()
                .and_then(|index| 1_u32.checked_shl(index));
            let bit = bit.unwrap_or(0);
            if extensions.present & bit != 0 {
                // The first one counts; the second is named.
                odd(OddityKind::DuplicateExtension);
                continue;
            }
            extensions.present |= bit;
            if extensions.take(oid, &value, oddities).is_err() {
                oddities.push(Oddity {
                    kind: OddityKind::UnreadableExtension,
                    offset,
                });
            }
        }
        if unknown.len() > 1 {
            unknown.sort_unstable();
            for pair in unknown.windows(2) {
                match pair {
                    [(first, _), (second, offset)] if first == second => oddities.push(Oddity {
                        kind: OddityKind::DuplicateExtension,
                        offset: *offset,
                    }),
                    _ => {}
                }
            }
        }
        extensions
    }

    fn take(&mut self, oid: &[u8], value: &Tlv<'_>, odd: &mut Vec<Oddity>) -> Result<(), Fault> {
        let mut reader = value.reader();
        let offset = value.inner;
        match oid {
            KEY_USAGE => {
                let bits = reader.expect(BIT_STRING)?;
                let fault = Fault::Header {
                    offset: bits.offset,
                };
                let string: BitStringRef<'_> =
                    bits.decode(EncodingRules::Der).map_err(|_| fault)?;
                let (high, low) = match *string.raw_bytes() {
                    [] => (0, 0),
                    [high] => (high, 0),
                    [high, low, ..] => (high, low),
                };
                self.key_usage = Some(KeyUsage(u16::from_be_bytes([high, low])));
            }
            BASIC_CONSTRAINTS => {
                let mut fields = reader.expect(SEQUENCE)?.reader();
                let ca = fields.optional(BOOLEAN)?;
                let length = fields.optional(INTEGER)?;
                // DVV has written FALSE out, which is the default; that is passed over.
                let is_der = ca.is_none_or(|ca| ca.decode::<bool>(EncodingRules::Der).is_ok())
                    && length.is_none_or(|it| it.decode::<UintRef<'_>>(EncodingRules::Der).is_ok());
                if !is_der {
                    odd.push(Oddity {
                        kind: OddityKind::NotDer,
                        offset,
                    });
                }
                let ca = ca.is_some_and(|ca| ca.content != [0]);
                self.basic_constraints = Some(BasicConstraints { ca });
            }
            ALTERNATIVE_NAME => {
                let names = reader.expect(SEQUENCE)?;
                self.alternative_name = Some(Span::of(&names));
                check_alternative_names(&names, odd);
            }
            EXTENDED_KEY_USAGE => {
                let usages = reader.expect(SEQUENCE)?;
                self.extended_key_usage = Some(Span::of(&usages));
                if usages.content.is_empty() {
                    odd.push(Oddity {
                        kind: OddityKind::EmptyExtendedKeyUsage,
                        offset,
                    });
                }
                let mut list = Oids::new(usages.content, false);
                read_oids(&mut list, offset, odd)?;
            }
            POLICIES => {
                let policies = reader.expect(SEQUENCE)?;
                self.policies = Some(Span::of(&policies));
                let mut list = Oids::new(policies.content, true);
                read_oids(&mut list, offset, odd)?;
            }
            CRL_DISTRIBUTION_POINTS => {
                self.crl_distribution_points = Some(Span::of(&reader.expect(SEQUENCE)?));
            }
            AUTHORITY_INFO_ACCESS => {
                self.authority_info_access = Some(Span::of(&reader.expect(SEQUENCE)?));
            }
            _ => return Ok(()),
        }
        if !reader.is_empty() {
            odd.push(Oddity {
                kind: OddityKind::NotDer,
                offset: reader.offset(),
            });
        }
        Ok(())
    }
}

/// Reads all OIDs of a list; one that is padded or cut off is named.
fn read_oids(list: &mut Oids<'_>, offset: usize, odd: &mut Vec<Oddity>) -> Result<(), Fault> {
    while let Some(oid) = list.read()? {
        if !is_der(oid.octets()) {
            odd.push(Oddity {
                kind: OddityKind::NotDer,
                offset,
            });
        }
    }
    Ok(())
}

/// The OID, the `critical` flag, and the value of an extension.
fn parts<'a>(entry: &Tlv<'a>) -> Result<(&'a [u8], Option<Tlv<'a>>, Tlv<'a>), Fault> {
    let mut fields = entry.reader();
    let oid = fields.expect(OID)?;
    let critical = fields.optional(BOOLEAN)?;
    let value = fields.expect(OCTET_STRING)?;
    Ok((oid.content, critical, value))
}
