//! OIDs as certificates hold them: compared by their bytes, printed for people.

pub(crate) mod known;

use std::fmt;

/// The content octets of an OID in a certificate; equal when the octets are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RawOid<'a>(pub(crate) &'a [u8]);

impl<'a> RawOid<'a> {
    /// The content octets.
    #[must_use]
    pub const fn octets(self) -> &'a [u8] {
        self.0
    }
}

impl fmt::Display for RawOid<'_> {
    /// The dotted text, or `#` and the octets in hexadecimal when they are no OID in DER or an
    /// arc exceeds 128 bits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = dotted(self.0) {
            return f.write_str(&text);
        }
        f.write_str("#")?;
        self.0.iter().try_for_each(|octet| write!(f, "{octet:02x}"))
    }
}

impl fmt::Debug for RawOid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether content octets are an OID in DER: no arc begins with a padding octet, and the last one
/// ends.
pub(crate) fn is_der(octets: &[u8]) -> bool {
    let mut before = 0_u8;
    for &octet in octets {
        if before < 0x80 && octet == 0x80 {
            return false;
        }
        before = octet;
    }
    !octets.is_empty() && before < 0x80
}

fn dotted(octets: &[u8]) -> Option<String> {
    use std::fmt::Write as _;
    let mut text = String::new();
    let mut arc = 0_u128;
    let mut open = false;
    for &octet in octets {
        // 0x80 at the start of an arc would be a leading zero.
        if !open && octet == 0x80 {
            return None;
        }
        arc = arc
            .checked_mul(128)?
            .checked_add(u128::from(octet & 0x7f))?;
        open = octet >= 0x80;
        if open {
            continue;
        }
        if text.is_empty() {
            let root = (arc.checked_div(40)?).min(2);
            let second = arc.checked_sub(root.checked_mul(40)?)?;
            write!(text, "{root}.{second}").ok()?;
        } else {
            write!(text, ".{arc}").ok()?;
        }
        arc = 0;
    }
    (!open && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{RawOid, is_der};

    #[test]
    fn oids_print_as_x660_writes_them() {
        for (octets, text) in [
            (&[0x55, 4, 5][..], "2.5.4.5"),
            (&[0x88, 0x37, 3], "2.999.3"),
            (&[0x2a, 0x81, 0x76], "1.2.246"),
            // 2^32 as an arc.
            (&[0x2a, 0x90, 0x80, 0x80, 0x80, 0], "1.2.4294967296"),
        ] {
            assert_eq!(RawOid(octets).to_string(), text);
            assert!(is_der(octets));
        }
    }

    #[test]
    fn what_is_no_der_is_shown_as_it_is() {
        for (octets, text) in [
            (&[][..], "#"),
            (&[0x2a, 0x80, 1], "#2a8001"),
            (&[0x2a, 0x81], "#2a81"),
            (
                &[
                    0x2a, 0x84, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
                    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0,
                ],
                "#2a848080808080808080808080808080808080",
            ),
        ] {
            let shown = RawOid(octets).to_string();
            assert!(shown.starts_with(text), "{shown}");
            // The last one is an OID, of an arc too large to be printed.
            assert_eq!(is_der(octets), octets.len() > 3, "{shown}");
        }
    }
}
