//! The extensions that profiles speak about.
//!
//! Each is read by itself and lent from the bytes, so that a bad one hides no good one: a list of
//! `x509-cert`'s `Extension`s is refused whole for one OID that `const-oid` does not decode. What has
//! no list in it is read as the type of `x509-cert`.

mod alternative_name;
mod key_usage;
mod lists;

use der::EncodingRules;
use der::asn1::{BitStringRef, UintRef};
use x509_cert::ext::pkix;

use crate::kind::Marks;
use crate::oddity::{Oddity, OddityKind};
use crate::oid::is_der;
use crate::oid::known::extension::{
    ALTERNATIVE_NAME, AUTHORITY_INFO_ACCESS, AUTHORITY_KEY_IDENTIFIER, BASIC_CONSTRAINTS,
    CRL_DISTRIBUTION_POINTS, EXTENDED_KEY_USAGE, INHIBIT_ANY_POLICY, ISSUER_ALTERNATIVE_NAME,
    KEY_USAGE, NAME_CONSTRAINTS, POLICIES, POLICY_CONSTRAINTS, POLICY_MAPPINGS, QC_STATEMENTS,
    SIGNED_CERTIFICATE_TIMESTAMPS, SUBJECT_KEY_IDENTIFIER,
};
use crate::tlv::{BIT_STRING, BOOLEAN, Fault, INTEGER, OCTET_STRING, OID, SEQUENCE, Span, Tlv};

use alternative_name::check_alternative_names;

pub use alternative_name::{AltName, AltNames};
pub use key_usage::KeyUsage;
pub use lists::{Oids, Uris};

/// The basic constraints (RFC 5280, section 4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BasicConstraints {
    /// Whether the certificate is a CA's.
    pub(crate) ca: bool,
    /// How many CAs may stand below it; none where it does not say, or more than anybody counts.
    pub(crate) path_length: Option<u64>,
}

impl BasicConstraints {
    /// Reads them; the second value tells whether they are DER. DVV has written FALSE out, which is
    /// the default; that is passed over, as it is by `x509-cert`. That knows path lengths below 256
    /// and one way to write TRUE; the rest is read here.
    fn read(value: &Tlv<'_>) -> Result<(Self, bool), Fault> {
        let rules = EncodingRules::Der;
        if let Ok(read) = value.decode::<pkix::BasicConstraints>(rules) {
            let path_length = read.path_len_constraint.map(u64::from);
            let ca = read.ca;
            return Ok((Self { ca, path_length }, true));
        }
        let mut fields = value.reader();
        let ca = fields.optional(BOOLEAN)?;
        let length = fields.optional(INTEGER)?;
        let number = length.map(|length| length.decode::<UintRef<'_>>(rules));
        let is_der = ca.is_none_or(|ca| ca.decode::<bool>(rules).is_ok())
            && number.as_ref().is_none_or(Result::is_ok);
        Ok((
            Self {
                ca: ca.is_some_and(|ca| ca.content != [0]),
                path_length: length.and_then(|length| unsigned(length.content)),
            },
            is_der,
        ))
    }
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

/// One extension, as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extension<'a> {
    /// The content octets of its OID.
    pub(crate) oid: &'a [u8],
    critical: Option<Tlv<'a>>,
    /// Its value: the OCTET STRING.
    pub(crate) value: Tlv<'a>,
}

impl<'a> Extension<'a> {
    pub(crate) fn read(entry: &Tlv<'a>) -> Result<Self, Fault> {
        let mut fields = entry.reader();
        let oid = fields.expect(OID)?.content;
        let critical = fields.optional(BOOLEAN)?;
        let value = fields.expect(OCTET_STRING)?;
        Ok(Self {
            oid,
            critical,
            value,
        })
    }

    /// Those of a list, up to the first that cannot be read.
    #[cfg(feature = "_path")]
    pub(crate) fn all(list: &'a [u8]) -> impl Iterator<Item = Self> {
        let mut list = crate::tlv::Reader::new(list, 0);
        std::iter::from_fn(move || Self::read(&list.next().ok()??).ok())
    }

    pub(crate) fn is_critical(&self) -> bool {
        self.critical.is_some_and(|flag| flag.content != [0])
    }

    /// DEFAULT FALSE is left out in DER, and TRUE is written in one way.
    fn has_der_flag(&self) -> bool {
        let is_true = |flag: Tlv<'_>| flag.decode::<bool>(EncodingRules::Der) == Ok(true);
        self.critical.is_none_or(is_true)
    }
}

/// Where the extensions' values stand, and what was read of the small ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extensions {
    pub(crate) present: u32,
    pub(crate) key_usage: Option<KeyUsage>,
    pub(crate) basic_constraints: Option<BasicConstraints>,
    pub(crate) marks: Marks,
    pub(crate) alternative_name: Option<Span>,
    pub(crate) extended_key_usage: Option<Span>,
    pub(crate) policies: Option<Span>,
    pub(crate) crl_distribution_points: Option<Span>,
    pub(crate) authority_info_access: Option<Span>,
    #[cfg(feature = "_path")]
    pub(crate) name_constraints: Option<Span>,
    /// Where all of them stand.
    #[cfg(feature = "_path")]
    pub(crate) list: Option<Span>,
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
    pub(crate) fn read(list: &Tlv<'_>, oddities: &mut Vec<Oddity>) -> Self {
        let mut extensions = Self {
            #[cfg(feature = "_path")]
            list: Some(Span::of(list)),
            ..Self::default()
        };
        let mut list = list.reader();
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
            let Ok(extension) = Extension::read(&entry) else {
                odd(OddityKind::UnreadableExtension);
                continue;
            };
            let oid = extension.oid;
            if !is_der(oid) {
                odd(OddityKind::NotDer);
            }
            if !extension.has_der_flag() {
                odd(OddityKind::NotDer);
            }
            let Some(index) = KNOWN.iter().position(|known| *known == oid) else {
                unknown.push((oid, offset));
                if extension.is_critical() {
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
            if extensions.take(oid, &extension.value, oddities).is_err() {
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
                let read = bits.decode::<pkix::KeyUsage>(EncodingRules::Der);
                let usage = match &read {
                    Ok(usage) => KeyUsage::from(*usage),
                    // More bits than have names: those that have one count.
                    Err(_) => bits
                        .decode::<BitStringRef<'_>>(EncodingRules::Der)
                        .map(|bits| KeyUsage::of_bits(bits.raw_bytes()))
                        .map_err(|_| fault)?,
                };
                self.marks.note_key_usage(usage);
                self.key_usage = Some(usage);
                read.map_err(|_| fault)?;
            }
            BASIC_CONSTRAINTS => {
                let (constraints, is_der) = BasicConstraints::read(&reader.expect(SEQUENCE)?)?;
                if !is_der {
                    odd.push(Oddity {
                        kind: OddityKind::NotDer,
                        offset,
                    });
                }
                self.basic_constraints = Some(constraints);
            }
            ALTERNATIVE_NAME => {
                let names = reader.expect(SEQUENCE)?;
                self.alternative_name = Some(Span::of(&names));
                check_alternative_names(&names, &mut self.marks, odd);
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
                let list = Oids::new(usages.content, false);
                let marks = &mut self.marks;
                read_oids(list, offset, odd, |oid| marks.note_extended_key_usage(oid))?;
            }
            POLICIES => {
                let policies = reader.expect(SEQUENCE)?;
                self.policies = Some(Span::of(&policies));
                let list = Oids::new(policies.content, true);
                let marks = &mut self.marks;
                read_oids(list, offset, odd, |oid| marks.note_policy(oid))?;
            }
            CRL_DISTRIBUTION_POINTS => {
                self.crl_distribution_points = Some(Span::of(&reader.expect(SEQUENCE)?));
            }
            AUTHORITY_INFO_ACCESS => {
                self.authority_info_access = Some(Span::of(&reader.expect(SEQUENCE)?));
            }
            #[cfg(feature = "_path")]
            NAME_CONSTRAINTS => {
                self.name_constraints = Some(Span::of(value));
                return Ok(());
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
fn read_oids(
    mut list: Oids<'_>,
    offset: usize,
    odd: &mut Vec<Oddity>,
    mut note: impl FnMut(&[u8]),
) -> Result<(), Fault> {
    while let Some(oid) = list.read()? {
        note(oid.octets());
        if !is_der(oid.octets()) {
            odd.push(Oddity {
                kind: OddityKind::NotDer,
                offset,
            });
        }
    }
    Ok(())
}
