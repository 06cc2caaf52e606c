//! The extensions that profiles speak about.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::name::Name;
use crate::oddity::{Oddity, OddityKind};
use crate::oid::DerOid;
use crate::tlv::{
    BIT_STRING, BOOLEAN, Fault, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE, Span, Tlv,
};

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

/// The basic constraints (RFC 5280, section 4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BasicConstraints {
    /// Whether the certificate is a CA's.
    pub(crate) ca: bool,
}

/// One entry of the subject alternative name.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum AltName<'a> {
    /// A DNS name as it stands, which may hold other characters than it should.
    Dns(&'a str),
    /// An IP address.
    Ip(IpAddr),
    /// An e-mail address.
    Email(&'a str),
    /// A URI.
    Uri(&'a str),
    /// A distinguished name.
    Directory(Name<'a>),
    /// An OID.
    RegisteredId(DerOid<'a>),
    /// A name of another kind.
    Other {
        /// Its tag.
        tag: u8,
        /// Its content.
        content: &'a [u8],
    },
    /// An entry whose content is not what its tag says.
    Unreadable {
        /// Its tag.
        tag: u8,
        /// Its content.
        content: &'a [u8],
    },
}

impl<'a> AltName<'a> {
    pub(crate) fn read(tlv: &Tlv<'a>) -> Self {
        let (tag, content) = (tlv.tag, tlv.content);
        let unreadable = Self::Unreadable { tag, content };
        let text = || std::str::from_utf8(content).ok();
        match tag {
            0x82 => text().map_or(unreadable, AltName::Dns),
            0x81 => text()
                .filter(|text| text.is_ascii())
                .map_or(unreadable, AltName::Email),
            0x86 => text()
                .filter(|text| text.is_ascii())
                .map_or(unreadable, AltName::Uri),
            0x87 => {
                let v4 = <[u8; 4]>::try_from(content)
                    .map(Ipv4Addr::from)
                    .map(IpAddr::V4);
                let v6 = || {
                    <[u8; 16]>::try_from(content)
                        .map(Ipv6Addr::from)
                        .map(IpAddr::V6)
                };
                v4.or_else(|_| v6()).map_or(unreadable, AltName::Ip)
            }
            0xa4 => match tlv.reader().expect(SEQUENCE) {
                Ok(name) => Self::Directory(Name::new(name.content)),
                Err(_) => unreadable,
            },
            0x88 => Self::RegisteredId(DerOid(content)),
            0xa0 | 0xa3 | 0xa5 => Self::Other { tag, content },
            _ => unreadable,
        }
    }
}

/// Iterates over the entries of a subject alternative name.
#[derive(Clone, Debug)]
pub struct AltNames<'a>(Reader<'a>);

impl<'a> AltNames<'a> {
    pub(crate) const fn new(content: &'a [u8]) -> Self {
        Self(Reader::new(content, 0))
    }
}

impl<'a> Iterator for AltNames<'a> {
    type Item = AltName<'a>;

    fn next(&mut self) -> Option<AltName<'a>> {
        match self.0.next() {
            Ok(tlv) => tlv.as_ref().map(AltName::read),
            Err(_) => {
                self.0 = Reader::new(&[], 0);
                None
            }
        }
    }
}

/// Iterates over OIDs: of an extended key usage, or of certificate policies.
#[derive(Clone, Debug)]
pub struct Oids<'a> {
    reader: Reader<'a>,
    /// Whether each OID stands in a SEQUENCE of its own.
    wrapped: bool,
}

impl<'a> Oids<'a> {
    pub(crate) const fn new(content: &'a [u8], wrapped: bool) -> Self {
        Self {
            reader: Reader::new(content, 0),
            wrapped,
        }
    }

    fn read(&mut self) -> Result<Option<DerOid<'a>>, Fault> {
        if self.reader.is_empty() {
            return Ok(None);
        }
        let oid = if self.wrapped {
            self.reader.expect(SEQUENCE)?.reader().expect(OID)?
        } else {
            self.reader.expect(OID)?
        };
        Ok(Some(DerOid(oid.content)))
    }
}

impl<'a> Iterator for Oids<'a> {
    type Item = DerOid<'a>;

    fn next(&mut self) -> Option<DerOid<'a>> {
        match self.read() {
            Ok(oid) => oid,
            Err(_) => {
                self.reader = Reader::new(&[], 0);
                None
            }
        }
    }
}

/// Iterates over the URIs that an extension holds, however deep: of CRL distribution points and of
/// the authority information access.
#[derive(Clone, Debug)]
pub struct Uris<'a> {
    /// What is left at each depth; three are all that these extensions need.
    levels: [Reader<'a>; 4],
    depth: usize,
}

impl<'a> Uris<'a> {
    pub(crate) const fn new(content: &'a [u8]) -> Self {
        let none = Reader::new(&[], 0);
        Self {
            levels: [Reader::new(content, 0), none, none, none],
            depth: 0,
        }
    }
}

impl<'a> Iterator for Uris<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let level = self.levels.get_mut(self.depth)?;
            match level.next() {
                Ok(Some(tlv)) if tlv.tag == 0x86 => {
                    if let Ok(uri) = std::str::from_utf8(tlv.content) {
                        return Some(uri);
                    }
                }
                Ok(Some(tlv)) if matches!(tlv.tag, SEQUENCE | 0xa0) => {
                    let below = self.depth.saturating_add(1);
                    if let Some(slot) = self.levels.get_mut(below) {
                        *slot = tlv.reader();
                        self.depth = below;
                    }
                }
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => self.depth = self.depth.checked_sub(1)?,
            }
        }
    }
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
    &[0x55, 0x1d, 14],                        // subjectKeyIdentifier
    &[0x55, 0x1d, 35],                        // authorityKeyIdentifier
    &[0x55, 0x1d, 18],                        // issuerAltName
    &[0x55, 0x1d, 30],                        // nameConstraints
    &[0x55, 0x1d, 33],                        // policyMappings
    &[0x55, 0x1d, 36],                        // policyConstraints
    &[0x55, 0x1d, 54],                        // inhibitAnyPolicy
    &[0x2b, 6, 1, 5, 5, 7, 1, 3],             // qcStatements
    &[0x2b, 6, 1, 4, 1, 0xd6, 0x79, 2, 4, 2], // signed certificate timestamps
];

const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
const ALTERNATIVE_NAME: &[u8] = &[0x55, 0x1d, 17];
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 37];
const POLICIES: &[u8] = &[0x55, 0x1d, 32];
const CRL_DISTRIBUTION_POINTS: &[u8] = &[0x55, 0x1d, 31];
const AUTHORITY_INFO_ACCESS: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 1, 1];

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
            if !entry.minimal {
                odd(OddityKind::NotDer);
            }
            let Ok((oid, critical, value)) = parts(&entry) else {
                odd(OddityKind::UnreadableExtension);
                continue;
            };
            // DEFAULT FALSE is left out in DER, and TRUE is 0xff.
            if critical.is_some_and(|content| content != [0xff]) {
                odd(OddityKind::NotDer);
            }
            let Some(index) = KNOWN.iter().position(|known| *known == oid) else {
                unknown.push((oid, offset));
                if critical.is_some_and(|content| content != [0]) {
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
                if let [(first, _), (second, offset)] = pair
                    && first == second
                {
                    oddities.push(Oddity {
                        kind: OddityKind::DuplicateExtension,
                        offset: *offset,
                    });
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
                let (high, low) = match *bits.content {
                    [_] => (0, 0),
                    [_, high] => (high, 0),
                    [_, high, low, ..] => (high, low),
                    [] => {
                        return Err(Fault::Missing {
                            offset: bits.offset,
                        });
                    }
                };
                self.key_usage = Some(KeyUsage(u16::from_be_bytes([high, low])));
            }
            BASIC_CONSTRAINTS => {
                let mut fields = reader.expect(SEQUENCE)?.reader();
                let ca = fields
                    .optional(BOOLEAN)?
                    .is_some_and(|ca| ca.content != [0]);
                fields.optional(INTEGER)?;
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
                while list.read()?.is_some() {}
            }
            POLICIES => {
                let policies = reader.expect(SEQUENCE)?;
                self.policies = Some(Span::of(&policies));
                let mut list = Oids::new(policies.content, true);
                while list.read()?.is_some() {}
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

/// The OID, the `critical` flag's content, and the value of an extension.
#[expect(
    clippy::type_complexity,
    reason = "three parts of one structure, used once"
)]
fn parts<'a>(entry: &Tlv<'a>) -> Result<(&'a [u8], Option<&'a [u8]>, Tlv<'a>), Fault> {
    let mut fields = entry.reader();
    let oid = fields.expect(OID)?;
    let critical = fields.optional(BOOLEAN)?;
    let value = fields.expect(OCTET_STRING)?;
    Ok((oid.content, critical.map(|flag| flag.content), value))
}

fn check_alternative_names(names: &Tlv<'_>, odd: &mut Vec<Oddity>) {
    let mut reader = names.reader();
    if reader.is_empty() {
        odd.push(Oddity {
            kind: OddityKind::EmptyAlternativeName,
            offset: names.offset,
        });
    }
    loop {
        let offset = reader.offset();
        let kind = match reader.next() {
            Ok(None) => break,
            Err(_) => {
                odd.push(Oddity {
                    kind: OddityKind::UnreadableAlternativeName,
                    offset,
                });
                break;
            }
            Ok(Some(entry)) => match AltName::read(&entry) {
                AltName::Dns(name) if !name.is_ascii() => OddityKind::NonAsciiDnsName,
                AltName::Unreadable { .. } => OddityKind::UnreadableAlternativeName,
                _ => continue,
            },
        };
        odd.push(Oddity { kind, offset });
    }
}
