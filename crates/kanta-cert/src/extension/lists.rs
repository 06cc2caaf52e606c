//! The lists of OIDs and of URIs that extensions hold.

use crate::oid::RawOid;
use crate::tlv::{Fault, OID, Reader, SEQUENCE};

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

    pub(super) fn read(&mut self) -> Result<Option<RawOid<'a>>, Fault> {
        if self.reader.is_empty() {
            return Ok(None);
        }
        let oid = if self.wrapped {
            self.reader.expect(SEQUENCE)?.reader().expect(OID)?
        } else {
            self.reader.expect(OID)?
        };
        Ok(Some(RawOid(oid.content)))
    }
}

impl<'a> Iterator for Oids<'a> {
    type Item = RawOid<'a>;

    fn next(&mut self) -> Option<RawOid<'a>> {
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
