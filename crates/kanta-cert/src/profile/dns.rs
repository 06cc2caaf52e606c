//! DNS names in certificates, compared by the reading of the catalogue: letter case does not
//! count, a wildcard never passes, and of a trailing dot and of internationalised names the guide
//! says nothing.

/// What a text is, taken as a DNS name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A plain DNS name.
    Plain,
    /// One with a trailing dot.
    TrailingDot,
    /// One with other characters than ASCII, or with a label in the form `xn--…`.
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
    if name.contains('*') {
        return Shape::Wildcard;
    }
    let (body, dot) = match name.strip_suffix('.') {
        Some(body) => (body, true),
        None => (name, false),
    };
    // RFC 1035 section 2.3.4: 253 characters, labels of 1 to 63. One label alone is no name that
    // the internet's DNS could know, and an IP address is none.
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let address = body.parse::<std::net::IpAddr>().is_ok();
    if body.len() > 253 || !body.contains('.') || address || !body.split('.').all(label) {
        return Shape::None;
    }
    let encoded = |label: &str| {
        label
            .get(..4)
            .is_some_and(|p| p.eq_ignore_ascii_case("xn--"))
    };
    if !body.is_ascii() || body.split('.').any(encoded) {
        Shape::Internationalised
    } else if dot {
        Shape::TrailingDot
    } else {
        Shape::Plain
    }
}

/// Compares a name in a certificate with the one that it should be.
pub(super) fn compare(found: &str, expected: &str) -> Match {
    // Nearly all names are plain and the same; then no label has to be looked at.
    let plain = |byte: u8| byte.is_ascii() && byte != b'*';
    if found.eq_ignore_ascii_case(expected)
        && found.bytes().all(plain)
        && !found.ends_with('.')
        && !found
            .as_bytes()
            .windows(4)
            .any(|four| four.eq_ignore_ascii_case(b"xn--"))
    {
        return Match::Same;
    }
    let (a, b) = (shape(found), shape(expected));
    let international = |shape| shape == Shape::Internationalised;
    if a == Shape::Wildcard || b == Shape::Wildcard {
        Match::Different
    } else if international(a) && international(b) {
        Match::Unsaid
    } else if found.eq_ignore_ascii_case(expected) {
        if a == Shape::TrailingDot {
            Match::Unsaid
        } else {
            Match::Same
        }
    } else {
        let bare = |name| str::strip_suffix(name, '.').unwrap_or(name);
        let same = bare(found).eq_ignore_ascii_case(bare(expected));
        if same {
            Match::Unsaid
        } else {
            Match::Different
        }
    }
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
            ("xn--lkri-5qaaa.example", Shape::Internationalised),
            ("XN--lkri-5qaaa.example", Shape::Internationalised),
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
            ("lääkäri.example", name, Match::Different),
            ("192.31.196.7", name, Match::Different),
            ("", name, Match::Different),
        ] {
            assert_eq!(compare(found, expected), answer, "{found} / {expected}");
        }
    }
}
