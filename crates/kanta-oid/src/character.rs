//! What a character that is neither an ASCII digit nor a dot was meant to be.

use crate::OidFault;

/// The fault of the first character of `bytes`, which is the rest of a text.
pub(crate) const fn fault(bytes: &[u8]) -> OidFault {
    match first(bytes) {
        Some(c) if is_blank(c) => OidFault::Blank,
        Some(c) if c == '+' || is_hyphen(c) => OidFault::Sign,
        Some(c) if foreign_digit(c).is_some() => OidFault::ForeignDigit,
        Some(c) if is_separator(c) => OidFault::Separator,
        _ => OidFault::Character,
    }
}

/// Blanks, and characters that are not seen at all.
pub(crate) const fn is_blank(c: char) -> bool {
    is_whitespace(c)
        || matches!(
            c,
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// [`char::is_whitespace`], which is `const` only since Rust 1.87.
const fn is_whitespace(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
            | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Characters that are seen, typed or set in place of the dot.
pub(crate) const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ',' | '\u{b7}'
            | '\u{2022}'
            | '\u{2024}'
            | '\u{2027}'
            | '\u{2219}'
            | '\u{22c5}'
            | '\u{3002}'
            | '\u{fe52}'
            | '\u{ff0c}'
            | '\u{ff0e}'
            | '\u{ff61}'
    )
}

/// The value of a full-width, Arabic or Persian digit.
pub(crate) const fn foreign_digit(c: char) -> Option<u8> {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return None,
    };
    Some((c as u32).wrapping_sub(zero) as u8)
}

pub(crate) const fn starts_with_urn_oid(bytes: &[u8]) -> bool {
    // `eq_ignore_ascii_case` is constant only since Rust 1.89.
    matches!(
        bytes,
        [
            b'u' | b'U',
            b'r' | b'R',
            b'n' | b'N',
            b':',
            b'o' | b'O',
            b'i' | b'I',
            b'd' | b'D',
            b':',
            ..
        ]
    )
}

/// The first character of bytes that are UTF-8.
const fn first(bytes: &[u8]) -> Option<char> {
    const fn tail(byte: u8) -> u32 {
        (byte & 0x3f) as u32
    }
    char::from_u32(match bytes {
        [a @ 0..=0x7f, ..] => *a as u32,
        [a @ 0xc0..=0xdf, b, ..] => ((*a & 0x1f) as u32) << 6 | tail(*b),
        [a @ 0xe0..=0xef, b, c, ..] => ((*a & 0x0f) as u32) << 12 | tail(*b) << 6 | tail(*c),
        [a, b, c, d, ..] => ((*a & 7) as u32) << 18 | tail(*b) << 12 | tail(*c) << 6 | tail(*d),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_of_some_octets_is_the_character_that_they_begin_with() {
        for c in '\0'..=char::MAX {
            let text = &mut [0; 5];
            c.encode_utf8(text);
            assert_eq!(super::first(text), Some(c), "{c:?}");
        }
        assert_eq!(super::first(b""), None);
    }

    #[test]
    fn white_space_is_what_the_standard_library_calls_so() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_whitespace(c), c.is_whitespace(), "{c:?}");
        }
    }
}
