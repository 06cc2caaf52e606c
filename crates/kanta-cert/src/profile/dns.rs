//! DNS names in certificates, compared by the reading of the catalogue: letter case does not
//! count, a wildcard never passes, and of a trailing dot and of the forms of an internationalised
//! name the guide says nothing.

/// What a text is, taken as a DNS name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A plain DNS name.
    Plain,
    /// One with a trailing dot.
    TrailingDot,
    /// One in ASCII with a label in the form `xn--…`.
    Encoded,
    /// One with other characters than ASCII.
    Internationalised,
    /// One with a wildcard.
    Wildcard,
    /// None at all.
    None,
}

/// How two names compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    Same,
    Different,
    /// The guide does not say whether they count as the same.
    Unsaid,
}

pub(super) fn shape(name: &str) -> Shape {
    if name.as_bytes().contains(&b'*') {
        return Shape::Wildcard;
    }
    let (body, dot) = match name.strip_suffix('.') {
        Some(body) => (body, true),
        None => (name, false),
    };
    // RFC 1035 section 2.3.4: 253 characters, labels of 1 to 63. One label alone is no name that
    // the internet's DNS could know, and an IP address is none.
    if body.len() > 253 {
        return Shape::None;
    }
    let (mut labels, mut number, mut encoded) = (0_usize, false, false);
    for label in labels_of(body) {
        if !has_form(label) {
            return Shape::None;
        }
        labels = labels.saturating_add(1);
        number = is_number(label);
        encoded |= is_encoded(label);
    }
    // RFC 1123 section 2.1: the last label is not all digits, so that no address and no OID is one.
    if labels < 2 || number {
        Shape::None
    } else if !body.is_ascii() {
        Shape::Internationalised
    } else if dot {
        Shape::TrailingDot
    } else if encoded {
        Shape::Encoded
    } else {
        Shape::Plain
    }
}

/// The labels of a name, as octets of UTF-8.
fn labels_of(name: &str) -> impl Iterator<Item = &[u8]> {
    name.as_bytes().split(|octet| *octet == b'.')
}

/// Whether a text can be the DNS name of a connection, in whatever form.
pub(super) fn is_name(name: &str) -> bool {
    !matches!(shape(name), Shape::Wildcard | Shape::None)
}

/// Compares a name in a certificate with the one that it should be.
pub(super) fn compare(found: &str, expected: &str) -> Match {
    if !is_name(found) || !is_name(expected) {
        return Match::Different;
    }
    if found.is_ascii() && expected.is_ascii() {
        let bare = |name| str::strip_suffix(name, '.').unwrap_or(name);
        return if !bare(found).eq_ignore_ascii_case(bare(expected)) {
            Match::Different
        } else if found.ends_with('.') || expected.ends_with('.') {
            Match::Unsaid
        } else {
            Match::Same
        };
    }
    // At least one in characters of its own: no encoding is worked out here.
    let is_international = |name: &str| !name.is_ascii() || labels_of(name).any(is_encoded);
    if is_international(found) && is_international(expected) {
        Match::Unsaid
    } else {
        Match::Different
    }
}

fn is_number(label: &[u8]) -> bool {
    label.iter().all(u8::is_ascii_digit)
}

/// Whether a text has the form of one label of a name.
fn has_form(label: &[u8]) -> bool {
    let is_ours = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_');
    (1..=63).contains(&label.len())
        && label.first() != Some(&b'-')
        && label.last() != Some(&b'-')
        && (label.iter().all(|octet| is_ours(*octet)) || is_international(label))
}

/// Whether a label is made of letters and digits of any script.
fn is_international(label: &[u8]) -> bool {
    core::str::from_utf8(label).is_ok_and(|label| {
        label
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

/// Whether a name is one label alone.
pub(super) fn is_label(name: &str) -> bool {
    has_form(name.as_bytes()) && !is_number(name.as_bytes())
}

/// Whether a label has the form `xn--…`.
fn is_encoded(label: &[u8]) -> bool {
    label
        .get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"xn--"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_by_their_shape() {
        for (name, expected) in [
            ("kanta.klinikka.example", Shape::Plain),
            ("a_b.example", Shape::Plain),
            ("kanta.klinikka.example.", Shape::TrailingDot),
            ("*.klinikka.example", Shape::Wildcard),
            ("kanta.*.example", Shape::Wildcard),
            ("lääkäri.example", Shape::Internationalised),
            ("xn--lkri-5qaaa.example", Shape::Encoded),
            ("XN--lkri-5qaaa.example", Shape::Encoded),
            ("xn--lkri-5qaaa.example.", Shape::TrailingDot),
            ("1.2.246.10.12345671.10.0.13.1", Shape::None),
            ("1.2.3.4.5", Shape::None),
            ("192.31.196.7.", Shape::None),
            ("kanta.example.7", Shape::None),
            ("7.kanta.example", Shape::Plain),
            ("kanta.example.7a", Shape::Plain),
            ("192.31.196.7", Shape::None),
            ("2001:db8::1", Shape::None),
            ("Todistuspalvelu", Shape::None),
            ("Todistuspalvelu_testi", Shape::None),
            ("Esimerkki palvelu.example", Shape::None),
            ("", Shape::None),
            (".", Shape::None),
            ("a..example", Shape::None),
            ("-a.example", Shape::None),
        ] {
            assert_eq!(shape(name), expected, "{name}");
        }
        let long = format!("{}.example", "a".repeat(64));
        assert_eq!(shape(&long), Shape::None);
        let fits = format!("{}.example", "a".repeat(63));
        assert_eq!(shape(&fits), Shape::Plain);
    }

    #[test]
    fn names_compare_by_the_readings_of_the_catalogue() {
        let name = "kanta.klinikka.example";
        for (found, expected, answer) in [
            (name, name, Match::Same),
            ("Kanta.KLINIKKA.example", name, Match::Same),
            ("kanta.klinikka.example.", name, Match::Unsaid),
            (
                "kanta.klinikka.example.",
                "kanta.klinikka.example.",
                Match::Unsaid,
            ),
            ("toinen.klinikka.example.", name, Match::Different),
            ("*.klinikka.example", name, Match::Different),
            ("*.klinikka.example", "*.klinikka.example", Match::Different),
            ("lääkäri.example", "xn--lkri-5qaaa.example", Match::Unsaid),
            ("lääkäri.example", "lääkäri.example", Match::Unsaid),
            (
                "xn--lkri-5qaaa.example",
                "XN--LKRI-5QAAA.example",
                Match::Same,
            ),
            (
                "xn--lkri-5qaaa.example",
                "xn--hmeenklinikka-bfb.example",
                Match::Different,
            ),
            (
                "xn--lkri-5qaaa.example.",
                "xn--lkri-5qaaa.example",
                Match::Unsaid,
            ),
            ("192.31.196.7", "192.31.196.7", Match::Different),
            ("kanta", "kanta", Match::Different),
            ("1.2.246.10", "1.2.246.10", Match::Different),
            ("lääkäri.example", name, Match::Different),
            ("192.31.196.7", name, Match::Different),
            ("", name, Match::Different),
        ] {
            assert_eq!(compare(found, expected), answer, "{found} / {expected}");
        }
    }
}
