//! Rows with dates: how long a certificate is valid, and since when a rule is known.

use super::{
    DOMAIN, E_MAIL, IN_SAN, IN_SUBJECT, NAME, OID, ONE_YEAR, POINT, TWO_YEARS, kind_of_outcome,
};
use crate::common::outcome;
use kanta_cert::{Profile, Question};
use kanta_conformance::{Date, OutcomeKind};
use kanta_testkit::{CertificateBuilder, server_certificate};

/// From the first moment of one Finnish day to the last of another.
fn from_to(first: &str, last: &str) -> CertificateBuilder {
    server_certificate().valid(first, last)
}

#[test]
fn one_year_is_counted_by_the_finnish_calendar() {
    for (what, builder, expected) in [
        (
            "a year less a second",
            from_to("2025-08-31T21:00:00Z", "2026-08-31T20:59:59Z"),
            OutcomeKind::Satisfied,
        ),
        (
            "to the end of the same date",
            from_to("2025-08-31T21:00:00Z", "2026-09-01T20:59:59Z"),
            OutcomeKind::Satisfied,
        ),
        (
            "one second into the day after",
            from_to("2025-08-31T21:00:00Z", "2026-09-01T21:00:00Z"),
            OutcomeKind::Violated,
        ),
        (
            "one day too long in winter",
            from_to("2025-11-30T22:00:00Z", "2026-12-01T22:00:00Z"),
            OutcomeKind::Violated,
        ),
        (
            "the end of the date in winter",
            from_to("2025-11-30T22:00:00Z", "2026-12-01T21:59:59Z"),
            OutcomeKind::Satisfied,
        ),
        (
            "from a leap day to 28 February",
            from_to("2024-02-29T10:00:00Z", "2025-02-28T21:59:59Z"),
            OutcomeKind::Satisfied,
        ),
        (
            "from a leap day to 1 March",
            from_to("2024-02-29T10:00:00Z", "2025-02-28T22:00:00Z"),
            OutcomeKind::Violated,
        ),
        (
            "over a leap day, 366 days",
            from_to("2023-12-31T22:00:00Z", "2024-12-31T22:00:00Z"),
            OutcomeKind::Satisfied,
        ),
    ] {
        assert_eq!(kind_of_outcome(&builder, ONE_YEAR), expected, "{what}");
    }
}

#[test]
fn before_1_9_2020_two_years_were_granted() {
    // Issued at the last second of 31.8.2020 in Finland, and at the first of 1.9.2020.
    let before = from_to("2020-08-31T20:59:59Z", "2022-08-31T20:59:59Z");
    assert_eq!(kind_of_outcome(&before, TWO_YEARS), OutcomeKind::Satisfied);
    assert_eq!(kind_of_outcome(&before, ONE_YEAR), OutcomeKind::NotInForce);
    let too_long = from_to("2020-08-31T20:59:59Z", "2022-08-31T21:00:00Z");
    assert_eq!(kind_of_outcome(&too_long, TWO_YEARS), OutcomeKind::Violated);

    let after = from_to("2020-08-31T21:00:00Z", "2022-08-31T20:59:59Z");
    assert_eq!(kind_of_outcome(&after, TWO_YEARS), OutcomeKind::NotInForce);
    assert_eq!(kind_of_outcome(&after, ONE_YEAR), OutcomeKind::Violated);
}

#[test]
fn since_15_9_2023_a_domain_name_is_needed_and_an_e_mail_address_is_none_of_it() {
    let bare = |builder: CertificateBuilder| {
        builder
            .common_name("192.31.196.7")
            .without_san()
            .ip_address("192.31.196.7")
            .email("a@b.example")
    };
    let before = bare(from_to("2023-09-14T20:59:59Z", "2024-09-14T20:59:59Z"));
    let after = bare(from_to("2023-09-14T21:00:00Z", "2024-09-14T20:59:59Z"));
    for id in [DOMAIN, E_MAIL] {
        assert_eq!(
            kind_of_outcome(&before, id),
            OutcomeKind::NotInForce,
            "{id}"
        );
        assert_eq!(kind_of_outcome(&after, id), OutcomeKind::Violated, "{id}");
    }
    let both = from_to("2023-09-14T21:00:00Z", "2024-09-14T20:59:59Z").ip_address("192.31.196.7");
    assert_eq!(kind_of_outcome(&both, DOMAIN), OutcomeKind::Satisfied);
}

#[test]
fn the_guide_is_not_read_back_before_it_is_attested() {
    let bad = server_certificate()
        .serial_number("1.2.246.10.12345671.10.0.13.2")
        .common_name("other.example")
        .without_san()
        .valid("2024-06-30T21:00:00Z", "2025-06-30T20:59:59Z");
    // 3.15 (3.7.2024) made the details of the links more precise; the passage on both names is seen in 3.17.
    for (day, point, name, alternative) in [
        (
            Date::constant(2024, 7, 3),
            OutcomeKind::Undetermined,
            OutcomeKind::Undetermined,
            OutcomeKind::Undetermined,
        ),
        (
            Date::constant(2025, 8, 31),
            OutcomeKind::Undetermined,
            OutcomeKind::Undetermined,
            OutcomeKind::Undetermined,
        ),
        (
            Date::constant(2025, 9, 1),
            OutcomeKind::Violated,
            OutcomeKind::Violated,
            OutcomeKind::Violated,
        ),
    ] {
        let asked = Question::on(day).access_point(OID).dns_name(NAME);
        let kind = |id| outcome(Profile::Server, &bad, &asked, id).kind();
        assert_eq!(
            (kind(POINT), kind(IN_SUBJECT), kind(IN_SAN)),
            (point, name, alternative),
            "{day}"
        );
    }
}
