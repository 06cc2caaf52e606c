//! DER written with `der`, and nothing that would stop a test from writing what no certificate should
//! hold: any tag, OIDs that `const-oid` has no room for, and times in the wrong type.

use der::asn1::{BitStringRef, UintRef};
use der::{Encode, Length};

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const UTF8_STRING: u8 = 0x0c;
pub(crate) const PRINTABLE_STRING: u8 = 0x13;
pub(crate) const TELETEX_STRING: u8 = 0x14;
pub(crate) const IA5_STRING: u8 = 0x16;
pub(crate) const UTC_TIME: u8 = 0x17;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const BMP_STRING: u8 = 0x1e;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// Tag, length and content. The tag is any octet; the length is `der`'s.
pub(crate) fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = Length::try_from(content.len()).and_then(|length| length.to_der());
    [&[tag][..], &length.unwrap_or_default(), content].concat()
}

/// A constructed value from its parts.
pub(crate) fn of(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    tlv(tag, &parts.concat())
}

/// A non-negative INTEGER from its magnitude.
pub(crate) fn unsigned(magnitude: &[u8]) -> Vec<u8> {
    // `der` writes no octet for none.
    let magnitude = if magnitude.is_empty() {
        &[0]
    } else {
        magnitude
    };
    let number = UintRef::new(magnitude).and_then(|number| number.to_der());
    number.unwrap_or_default()
}

/// A BIT STRING without unused bits.
pub(crate) fn bit_string(bytes: &[u8]) -> Vec<u8> {
    let string = BitStringRef::from_bytes(bytes).and_then(|string| string.to_der());
    string.unwrap_or_default()
}

/// An OID from its dotted text. A text that is none gives an empty OID, which is refused by
/// whoever reads it.
pub(crate) fn oid(dotted: &str) -> Vec<u8> {
    tlv(OID, &oid_content(dotted).unwrap_or_default())
}

/// The content octets of an OID; arcs of any size up to 128 bits.
pub(crate) fn oid_content(dotted: &str) -> Option<Vec<u8>> {
    let mut arcs = dotted.split('.').map(|arc| arc.parse::<u128>().ok());
    let first = arcs.next()??;
    let second = arcs.next()??;
    let mut content = Vec::new();
    base128(first.checked_mul(40)?.checked_add(second)?, &mut content);
    for arc in arcs {
        base128(arc?, &mut content);
    }
    Some(content)
}

fn base128(mut value: u128, out: &mut Vec<u8>) {
    let mut groups = vec![u8::try_from(value & 0x7f).unwrap_or(0)];
    value >>= 7;
    while value > 0 {
        groups.push(0x80 | u8::try_from(value & 0x7f).unwrap_or(0));
        value >>= 7;
    }
    out.extend(groups.into_iter().rev());
}

/// A point in time written as `2025-08-31T21:00:00Z`: UTCTime from 1950 to 2049, GeneralizedTime
/// outside, as RFC 5280 section 4.1.2.5 has it. Other text is written as it stands.
pub(crate) fn time(text: &str) -> Vec<u8> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '-' | ':' | 'T'))
        .collect();
    let year = digits.get(..4).and_then(|year| year.parse::<u16>().ok());
    match (year, digits.get(2..)) {
        (Some(1950..=2049), Some(short)) if digits.len() == 15 => tlv(UTC_TIME, short.as_bytes()),
        _ => tlv(GENERALIZED_TIME, digits.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oid_is_written_as_x690_has_it() {
        // X.690 8.19.5 gives {2 100 3} as 81 34 03.
        assert_eq!(oid("2.100.3"), [6, 3, 0x81, 0x34, 0x03]);
        assert_eq!(oid("1.2.246"), [6, 3, 0x2a, 0x81, 0x76]);
        assert_eq!(oid("no oid"), [6, 0]);
    }

    #[test]
    fn lengths_take_the_short_and_the_long_form() {
        assert_eq!(tlv(4, &[0; 127]).get(..2), Some(&[4, 127][..]));
        assert_eq!(tlv(4, &[0; 128]).get(..3), Some(&[4, 0x81, 128][..]));
        assert_eq!(tlv(4, &[0; 256]).get(..4), Some(&[4, 0x82, 1, 0][..]));
    }

    #[test]
    fn the_year_2050_is_the_first_in_generalized_time() {
        assert_eq!(
            time("2049-12-31T23:59:59Z"),
            tlv(UTC_TIME, b"491231235959Z")
        );
        assert_eq!(
            time("2050-01-01T00:00:00Z"),
            tlv(GENERALIZED_TIME, b"20500101000000Z")
        );
    }

    #[test]
    fn an_integer_never_turns_negative() {
        assert_eq!(unsigned(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(unsigned(&[0, 0, 0x7f]), [2, 1, 0x7f]);
        assert_eq!(unsigned(&[]), [2, 1, 0]);
    }
}
