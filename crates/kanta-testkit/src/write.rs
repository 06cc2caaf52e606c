//! What `der` and `x509-cert` have no type for, written over `der`: a tag that is none, an OID that
//! `const-oid` has no room for, a time in the wrong type.

use der::asn1::{Any, UintRef};
use der::{Encode, Length, Tag};

/// Tag, length and content. The tag is any octet; the length is `der`'s.
pub(crate) fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = Length::try_from(content.len()).and_then(|length| length.to_der());
    [&[tag][..], &length.unwrap_or_default(), content].concat()
}

/// A SEQUENCE of what is written already.
pub(crate) fn sequence(content: &[u8]) -> Vec<u8> {
    tlv(0x30, content)
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

/// An OID from its dotted text. A text that is none gives an empty OID, which is refused by
/// whoever reads it.
pub(crate) fn oid(dotted: &str) -> Option<Any> {
    let content = oid_content(dotted).unwrap_or_default();
    Any::new(Tag::ObjectIdentifier, content).ok()
}

/// The content octets of an OID; arcs of any size up to 128 bits.
fn oid_content(dotted: &str) -> Option<Vec<u8>> {
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
pub(crate) fn time(text: &str) -> Option<Any> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '-' | ':' | 'T'))
        .collect();
    let year = digits.get(..4).and_then(|year| year.parse::<u16>().ok());
    match (year, digits.get(2..)) {
        (Some(1950..=2049), Some(short)) if digits.len() == 15 => {
            Any::new(Tag::UtcTime, short.as_bytes())
        }
        _ => Any::new(Tag::GeneralizedTime, digits.as_bytes()),
    }
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_oid_is_written_as_x690_has_it() {
        // X.690 8.19.5 gives {2 100 3} as 81 34 03.
        let written = |text| oid(text).and_then(|oid| oid.to_der().ok());
        assert_eq!(written("2.100.3"), Some(vec![6, 3, 0x81, 0x34, 0x03]));
        assert_eq!(written("1.2.246"), Some(vec![6, 3, 0x2a, 0x81, 0x76]));
        assert_eq!(written("no oid"), Some(vec![6, 0]));
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
            Any::new(Tag::UtcTime, *b"491231235959Z").ok()
        );
        assert_eq!(
            time("2050-01-01T00:00:00Z"),
            Any::new(Tag::GeneralizedTime, *b"20500101000000Z").ok()
        );
    }

    #[test]
    fn an_integer_never_turns_negative() {
        assert_eq!(unsigned(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(unsigned(&[0, 0, 0x7f]), [2, 1, 0x7f]);
        assert_eq!(unsigned(&[]), [2, 1, 0]);
    }
}
