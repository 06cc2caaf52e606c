//! Printing, from the last digit to the first, so that no length need be known.

use crate::{AccessPointOid, MAX_TEXT_LEN, OwnerOid};

pub(crate) fn access_point<'b>(
    oid: &AccessPointOid,
    buffer: &'b mut [u8; MAX_TEXT_LEN],
) -> &'b str {
    let mut printer = Printer {
        buffer,
        start: MAX_TEXT_LEN,
    };
    printer.number(oid.number);
    printer.text(b".13.");
    printer.owner(&oid.owner);
    printer.finish()
}

pub(crate) fn owner<'b>(oid: &OwnerOid, buffer: &'b mut [u8; MAX_TEXT_LEN]) -> &'b str {
    let mut printer = Printer {
        buffer,
        start: MAX_TEXT_LEN,
    };
    printer.owner(oid);
    printer.finish()
}

/// The number of characters of the printed OID.
pub(crate) const fn length(oid: &AccessPointOid) -> usize {
    let owner = &oid.owner;
    let unit = if owner.form.has_unit() {
        ".10.".len().saturating_add(digits(owner.unit))
    } else {
        0
    };
    (owner.form.root().len())
        .saturating_add(".".len())
        .saturating_add(digits(owner.code))
        .saturating_add(unit)
        .saturating_add(".13.".len())
        .saturating_add(digits(oid.number))
}

const fn digits(value: u64) -> usize {
    match value.checked_ilog10() {
        Some(log) => (log as usize).saturating_add(1),
        None => 1,
    }
}

struct Printer<'b> {
    buffer: &'b mut [u8; MAX_TEXT_LEN],
    start: usize,
}

impl<'b> Printer<'b> {
    fn owner(&mut self, owner: &OwnerOid) {
        if owner.form.has_unit() {
            self.number(owner.unit);
            self.text(b".10.");
        }
        self.number(owner.code);
        self.text(b".");
        self.text(owner.form.root().as_bytes());
    }

    fn number(&mut self, mut value: u64) {
        loop {
            self.text(&[b'0' | (value % 10) as u8]);
            value /= 10;
            if value == 0 {
                break;
            }
        }
    }

    fn text(&mut self, text: &[u8]) {
        let Some(start) = self.start.checked_sub(text.len()) else {
            return;
        };
        if let Some(place) = self.buffer.get_mut(start..self.start) {
            place.copy_from_slice(text);
            self.start = start;
        }
    }

    /// The text. What was printed is ASCII and, by the guarantee of its type, fits.
    fn finish(self) -> &'b str {
        let text = self.buffer.get(self.start..).unwrap_or_default();
        core::str::from_utf8(text).unwrap_or_default()
    }
}
