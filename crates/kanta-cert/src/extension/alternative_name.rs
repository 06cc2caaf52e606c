//! The entries of a subject alternative name.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::kind::Marks;
use crate::name::Name;
use crate::oddity::{Oddity, OddityKind};
use crate::oid::RawOid;
use crate::tlv::{Reader, SEQUENCE, Tlv};

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
    RegisteredId(RawOid<'a>),
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
    fn read(tlv: &Tlv<'a>) -> Self {
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
            0x88 => Self::RegisteredId(RawOid(content)),
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

/// Notes what kinds of names there are, and those that are not as they should be.
pub(super) fn check_alternative_names(names: &Tlv<'_>, marks: &mut Marks, odd: &mut Vec<Oddity>) {
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
            Ok(Some(entry)) => {
                let name = AltName::read(&entry);
                marks.note_name(&name);
                match name {
                    AltName::Dns(name) if !name.is_ascii() => OddityKind::NonAsciiDnsName,
                    AltName::Unreadable { .. } => OddityKind::UnreadableAlternativeName,
                    _ => continue,
                }
            }
        };
        odd.push(Oddity { kind, offset });
    }
}
