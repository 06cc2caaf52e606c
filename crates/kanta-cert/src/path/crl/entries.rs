//! The certificates that a list revokes.

use webpki::RevocationReason;

use super::CrlObstacle;
use crate::oid::known::list::{CERTIFICATE_ISSUER, INVALIDITY_DATE, REASON};
use crate::time::Moment;
use crate::tlv::{BOOLEAN, Fault, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE};

/// One certificate that a list revokes.
#[derive(Clone, Copy, Debug)]
pub(in crate::path) struct Entry<'a> {
    /// The content of its serial number.
    serial: &'a [u8],
    /// When it was revoked.
    pub(in crate::path) on: Moment,
    /// Why, where the list says so.
    pub(in crate::path) reason: Option<RevocationReason>,
}

/// ENUMERATED
const ENUMERATED: u8 = 0x0a;

/// Reads entries one after the other; what cannot be used of one is an obstacle to the list.
pub(super) struct Entries<'a>(pub(super) Reader<'a>);

impl<'a> Iterator for Entries<'a> {
    type Item = Result<Entry<'a>, CrlObstacle>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.0.next() {
            Ok(None) => None,
            Ok(Some(entry)) if entry.tag == SEQUENCE => {
                let read = read(entry.reader());
                Some(read.unwrap_or(Err(CrlObstacle::Unprocessed)))
            }
            _ => {
                self.0 = Reader::new(&[], 0);
                Some(Err(CrlObstacle::Unprocessed))
            }
        }
    }
}

fn read(mut fields: Reader<'_>) -> Result<Result<Entry<'_>, CrlObstacle>, Fault> {
    let serial = fields.expect(INTEGER)?.content;
    let offset = fields.offset();
    let time = fields.next()?.ok_or(Fault::Missing { offset })?;
    let Some((on, _)) = Moment::read(&time) else {
        return Ok(Err(CrlObstacle::Unprocessed));
    };
    let mut entry = Entry {
        serial,
        on,
        reason: None,
    };
    if let Some(extensions) = fields.optional(SEQUENCE)? {
        let mut list = extensions.reader();
        while let Some(extension) = list.next()? {
            let mut parts = extension.reader();
            let oid = parts.expect(OID)?.content;
            let critical = parts.optional(BOOLEAN)?;
            let mut value = parts.expect(OCTET_STRING)?.reader();
            match oid {
                REASON => {
                    let code = value.expect(ENUMERATED)?.content;
                    let known = match *code {
                        [code] => RevocationReason::try_from(code).ok(),
                        _ => None,
                    };
                    let Some(reason) = known else {
                        return Ok(Err(CrlObstacle::Unprocessed));
                    };
                    entry.reason = Some(reason);
                }
                INVALIDITY_DATE => {}
                CERTIFICATE_ISSUER => return Ok(Err(CrlObstacle::Indirect)),
                _ if critical.is_some_and(|flag| flag.content != [0]) => {
                    return Ok(Err(CrlObstacle::CriticalExtension));
                }
                _ => {}
            }
        }
    }
    if !fields.is_empty() {
        return Ok(Err(CrlObstacle::Unprocessed));
    }
    Ok(Ok(entry))
}

impl Entry<'_> {
    /// Whether it is about the certificate with this serial number; numbers count, not octets.
    pub(super) fn is_of(&self, serial: &[u8]) -> bool {
        number(self.serial) == number(serial)
    }
}

/// The octets of an INTEGER without those that say nothing.
fn number(mut octets: &[u8]) -> &[u8] {
    while matches!(octets, [0, 0..=0x7f, ..]) {
        octets = octets.get(1..).unwrap_or_default();
    }
    octets
}
