//! The certificates that a list revokes.
//!
//! Each is read where it stands: a `RevokedCert` of `x509-cert` is refused for a serial number with
//! a superfluous octet, and such an entry has to count.

use der::Decode;
use x509_cert::ext::pkix::CrlReason;

use super::CrlObstacle;
use crate::extension::Extension;
use crate::oid::known::list::{CERTIFICATE_ISSUER, INVALIDITY_DATE, REASON};
use crate::time::Moment;
use crate::tlv::{Fault, INTEGER, Reader, SEQUENCE};

/// One certificate that a list revokes.
#[derive(Clone, Copy, Debug)]
pub(in crate::path) struct Entry<'a> {
    /// The content of its serial number.
    serial: &'a [u8],
    /// When it was revoked.
    pub(in crate::path) on: Moment,
    /// Why, where the list says so.
    pub(in crate::path) reason: Option<CrlReason>,
}

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
            let extension = Extension::read(&extension)?;
            match extension.oid {
                REASON => {
                    let Ok(reason) = CrlReason::from_der(extension.value.content) else {
                        return Ok(Err(CrlObstacle::Unprocessed));
                    };
                    entry.reason = Some(reason);
                }
                INVALIDITY_DATE => {}
                CERTIFICATE_ISSUER => return Ok(Err(CrlObstacle::Indirect)),
                _ if extension.is_critical() => {
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
