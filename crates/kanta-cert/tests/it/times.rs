//! The times of a validity, as older software writes them: with a difference to UTC, and without seconds.

use crate::common::rewritten;
use kanta_cert::{Certificate, OddityKind, ReadError};
use kanta_testkit::server_certificate;

/// A certificate whose first moment is written with this text, in GeneralizedTime.
fn from(first: &str) -> Result<Certificate, ReadError> {
    let builder = server_certificate().without_signing();
    let plus = first.replace('-', "+");
    let der = builder.valid(&plus, "2026-08-31T20:59:59Z").der();
    Certificate::from_der(&rewritten(&der, plus.as_bytes(), first.as_bytes()))
}

#[test]
fn a_difference_to_utc_is_counted() {
    for (first, expected) in [
        ("20250901000000+0300", "2025-08-31T21:00:00Z"),
        ("20250831160000-0500", "2025-08-31T21:00:00Z"),
        ("20250901203000+2330", "2025-08-31T21:00:00Z"),
        ("20250831210000+0000", "2025-08-31T21:00:00Z"),
        ("20250901205900+2359", "2025-08-31T21:00:00Z"),
        ("202509010000+0300", "2025-08-31T21:00:00Z"),
    ] {
        let read = from(first).unwrap();
        assert_eq!(read.validity().not_before.to_string(), expected, "{first}");
        let kinds: Vec<OddityKind> = read.oddities().iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [OddityKind::NotDer], "{first}");
    }
}

#[test]
fn a_difference_of_a_day_or_of_sixty_minutes_is_none() {
    for first in [
        "20250901000000+2400",
        "20250901000000-2400",
        "20250901000000+0060",
        "20250901000000+030",
        "20250901000000+030000",
        "20250901000000+0300Z",
    ] {
        let error = from(first).unwrap_err();
        assert!(matches!(error, ReadError::Time { .. }), "{first}: {error}");
    }
}

#[test]
fn what_is_no_digit_is_not_counted_as_one() {
    let der = server_certificate().without_signing().der();
    let time = b"250831210000Z";
    for place in 0..12 {
        // The characters before 0 and behind 9.
        for character in *b"/:" {
            let mut odd = *time;
            odd[place] = character;
            let read = Certificate::from_der(&rewritten(&der, time, &odd));
            assert!(
                matches!(read, Err(ReadError::Time { .. })),
                "{}",
                String::from_utf8_lossy(&odd)
            );
        }
    }
}

#[test]
fn times_that_are_not_der_are_told_of_where_the_validity_stands() {
    let builder = server_certificate().without_signing();
    let der = builder.valid("202508312100Z", "2026-08-31T20:59:59Z").der();
    let read = Certificate::from_der(&der).unwrap();
    let [only] = read.oddities() else {
        panic!("{:?}", read.oddities())
    };
    // SEQUENCE of 30 octets, GeneralizedTime of 13.
    let validity = [&[0x30, 30, 0x18, 13][..], b"202508312100Z"].concat();
    assert!(der[only.offset..].starts_with(&validity));
}
