//! The rows that hold for both profiles: validity, issuer, hierarchy, strength, notes.

use std::collections::BTreeSet;

use crate::common::{DAY, certificate, outcome, words};
use kanta_cert::{Environment, Moment, Profile, Question};
use kanta_conformance::{
    Bound, Certainty, Date, Language, Level, Outcome, OutcomeKind, Requirement, Why,
};
use kanta_testkit::{
    CertificateBuilder, TestKey, server_certificate, system_signature_certificate,
};

const VALID: &str = "private-network/certificate-not-valid";
const ISSUER_VALID: &str = "private-network/issuer-not-valid";
const TEST: &str = "deployment-requirements/test-certificate-in-production";
const PRODUCTION: &str = "observed-certificates/production-certificate-in-test";
const KEY: &str = "quoted-tl-iv/key-too-short";
const SIGNATURE: &str = "quoted-tl-iv/weak-signature";
const REVOCATION: &str = "observed-certificates/no-revocation-address";
const CONSTRAINTS: &str = "observed-certificates/basic-constraints";
const SOON: &str = "advice/expires-within-30-days";

/// The outcome, equal in both profiles.
fn both(builder: &CertificateBuilder, question: &Question<'_>, id: &str) -> Outcome {
    let one = outcome(Profile::Server, builder, question, id);
    let other = outcome(Profile::SystemSignature, builder, question, id);
    assert_eq!(one, other, "{id}");
    one
}

fn kind(builder: &CertificateBuilder, question: &Question<'_>, id: &str) -> OutcomeKind {
    both(builder, question, id).kind()
}

#[test]
fn a_whole_day_inside_is_valid_none_is_not_and_part_of_one_is_left_open() {
    // From 12:00 on 1.9.2025 to 12:00 on 1.12.2025 in Finland: UTC+3 and UTC+2.
    let builder = server_certificate().valid("2025-09-01T09:00:00Z", "2025-12-01T10:00:00Z");
    for (day, expected) in [
        (Date::constant(2025, 8, 31), OutcomeKind::Violated),
        (Date::constant(2025, 9, 1), OutcomeKind::Undetermined),
        (Date::constant(2025, 9, 2), OutcomeKind::Satisfied),
        (Date::constant(2025, 11, 30), OutcomeKind::Satisfied),
        (Date::constant(2025, 12, 1), OutcomeKind::Undetermined),
        (Date::constant(2025, 12, 2), OutcomeKind::Violated),
    ] {
        assert_eq!(kind(&builder, &Question::on(day), VALID), expected, "{day}");
    }
}

#[test]
fn finnish_midnight_is_the_edge_in_summer_and_in_winter() {
    for (first, last, first_day, last_day) in [
        (
            "2025-08-31T21:00:00Z",
            "2026-08-31T20:59:59Z",
            Date::constant(2025, 9, 1),
            Date::constant(2026, 8, 31),
        ),
        (
            "2025-11-30T22:00:00Z",
            "2026-11-30T21:59:59Z",
            Date::constant(2025, 12, 1),
            Date::constant(2026, 11, 30),
        ),
    ] {
        let builder = server_certificate().valid(first, last);
        let on = |day| kind(&builder, &Question::on(day), VALID);
        assert_eq!(on(first_day), OutcomeKind::Satisfied);
        assert_eq!(on(first_day.plus_days(-1)), OutcomeKind::Violated);
        assert_eq!(on(last_day), OutcomeKind::Satisfied);
        assert_eq!(on(last_day.plus_days(1)), OutcomeKind::Violated);
    }
    // A second less, and the last day is no longer whole.
    let short = server_certificate().valid("2025-08-31T21:00:00Z", "2026-08-31T20:59:58Z");
    let last = Question::on(Date::constant(2026, 8, 31));
    assert_eq!(kind(&short, &last, VALID), OutcomeKind::Undetermined);
}

#[test]
fn where_a_moment_is_asked_about_the_moment_decides() {
    let builder = server_certificate().valid("2025-09-01T09:00:00Z", "2025-12-01T10:00:00Z");
    // 2025-09-01T09:00:00Z and 2025-12-01T10:00:00Z.
    let (first, last) = (1_756_717_200, 1_764_583_200);
    let at = |seconds| {
        kind(
            &builder,
            &Question::at(Moment::from_unix_seconds(seconds)),
            VALID,
        )
    };
    assert_eq!(at(first - 1), OutcomeKind::Violated);
    assert_eq!(at(first), OutcomeKind::Satisfied);
    assert_eq!(at(last), OutcomeKind::Satisfied);
    assert_eq!(at(last + 1), OutcomeKind::Violated);
}

#[test]
fn that_validity_is_verified_was_first_read_on_10_5_2019() {
    let builder = server_certificate().valid("2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z");
    let before = Question::on(Date::constant(2019, 5, 9));
    assert_eq!(
        both(&builder, &before, VALID),
        Outcome::Undetermined(Why::DateUnknown)
    );
    let since = Question::on(Date::constant(2019, 5, 10));
    assert_eq!(kind(&builder, &since, VALID), OutcomeKind::Violated);
}

#[test]
fn what_an_expired_certificate_was_is_told_in_days() {
    let builder = server_certificate().valid("2024-06-30T21:00:00Z", "2025-06-30T20:59:59Z");
    let (found, required) = words(&both(&builder, &Question::on(DAY), VALID));
    assert_eq!(
        (found.as_str(), required.as_str()),
        ("2024-07-01 – 2025-06-30", "2025-12-01")
    );
}

const GEN_1: &str = "C=FI, O=Vaestorekisterikeskus CA, \
                     OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
                     CN=VRK CA for Social Welfare and Health Care Service Providers";

#[test]
fn the_first_generation_of_cas_expired_on_18_12_2023() {
    let builder = system_signature_certificate()
        .issuer(GEN_1)
        .valid("2022-12-31T22:00:00Z", "2024-12-31T21:59:59Z");
    for (day, expected) in [
        (Date::constant(2023, 12, 17), OutcomeKind::Satisfied),
        // It ended at 13:51:08 UTC.
        (Date::constant(2023, 12, 18), OutcomeKind::Undetermined),
        (Date::constant(2023, 12, 19), OutcomeKind::Violated),
    ] {
        assert_eq!(
            kind(&builder, &Question::on(day), ISSUER_VALID),
            expected,
            "{day}"
        );
    }
    let unknown_dates = "C=FI, O=Vaestorekisterikeskus CA, \
                         CN=VRK CA for Healthcare Service Providers";
    let builder = server_certificate().issuer(unknown_dates);
    assert_eq!(
        kind(&builder, &Question::on(DAY), ISSUER_VALID),
        OutcomeKind::Undetermined
    );
    let foreign = server_certificate().issuer("O=Someone, CN=CA");
    assert_eq!(
        kind(&foreign, &Question::on(DAY), ISSUER_VALID),
        OutcomeKind::NotApplicable
    );
}

#[test]
fn the_hierarchy_is_told_by_issuer_and_policy_and_not_by_the_subject() {
    let test_ca = "C=FI, O=Vaestorekisterikeskus TEST, \
                   CN=VRK TEST CA for Social Welfare and Healthcare Service Prov. - G2";
    let new_test_ca = "C=FI, O=Digi- ja vaestotietovirasto TEST, \
                       OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
                       CN=DVV TEST Social Welfare and Healthcare Service Certificates - G4E";
    let good = server_certificate;
    let production = Question::on(DAY).environment(Environment::Production);
    let test = Question::on(DAY).environment(Environment::Test);
    for (what, builder, is_test) in [
        ("a good one", good(), false),
        (
            "test in its name",
            good()
                .common_name("testi.klinikka.example")
                .organisation("Testi TEST"),
            false,
        ),
        ("a test CA", good().issuer(test_ca), true),
        ("an unlisted test CA", good().issuer(new_test_ca), true),
        (
            "a test policy",
            good().policies(&["1.2.246.517.99.10.358.1"]),
            true,
        ),
    ] {
        let (in_production, in_test) = if is_test {
            (OutcomeKind::Violated, OutcomeKind::Satisfied)
        } else {
            (OutcomeKind::Satisfied, OutcomeKind::Violated)
        };
        assert_eq!(kind(&builder, &production, TEST), in_production, "{what}");
        assert_eq!(
            kind(&builder, &test, TEST),
            OutcomeKind::NotApplicable,
            "{what}"
        );
        assert_eq!(kind(&builder, &test, PRODUCTION), in_test, "{what}");
        assert_eq!(
            kind(&builder, &production, PRODUCTION),
            OutcomeKind::NotApplicable,
            "{what}"
        );
    }
}

#[test]
fn strength_is_measured_by_what_is_quoted_of_tl_iv_and_is_only_a_note() {
    for (key, expected) in [
        (TestKey::P256, OutcomeKind::Satisfied),
        (TestKey::P384, OutcomeKind::Satisfied),
        (TestKey::Rsa2048, OutcomeKind::Violated),
        (TestKey::Rsa3072, OutcomeKind::Satisfied),
        (TestKey::Rsa4096, OutcomeKind::Satisfied),
    ] {
        let builder = server_certificate().key(key);
        assert_eq!(kind(&builder, &Question::on(DAY), KEY), expected, "{key:?}");
    }
    let (found, required) = words(&both(
        &server_certificate().key(TestKey::Rsa2048),
        &Question::on(DAY),
        KEY,
    ));
    assert_eq!(
        (found.as_str(), required.as_str()),
        ("2048 bits", "at least 3072 bits")
    );
    assert_eq!(
        kind(&server_certificate(), &Question::on(DAY), SIGNATURE),
        OutcomeKind::Satisfied
    );
    for row in Profile::Server
        .requirements()
        .filter(|row| [KEY, SIGNATURE].contains(&row.id()))
    {
        assert_eq!(row.level(), Level::Note);
    }
}

#[test]
fn notes_on_revocation_and_constraints() {
    let question = Question::on(DAY);
    for oid in ["2.5.29.31", "1.3.6.1.5.5.7.1.1"] {
        let builder = server_certificate().without_extension(oid);
        assert_eq!(
            kind(&builder, &question, REVOCATION),
            OutcomeKind::Violated,
            "{oid}"
        );
    }
    assert_eq!(
        kind(&server_certificate(), &question, REVOCATION),
        OutcomeKind::Satisfied
    );
    // Issued on 1.11.2024, in December 2024, and on 31.12.2024 in Finland.
    for (first, expected) in [
        ("2024-11-01T10:00:00Z", OutcomeKind::Violated),
        ("2024-12-15T10:00:00Z", OutcomeKind::Undetermined),
        ("2024-12-30T22:00:00Z", OutcomeKind::NotInForce),
    ] {
        let builder = server_certificate().valid(first, "2025-11-01T10:00:00Z");
        assert_eq!(kind(&builder, &question, CONSTRAINTS), expected, "{first}");
    }
}

#[test]
fn the_last_month_is_told_as_days_left() {
    // The last day is 31.8.2026.
    for (day, expected) in [
        (Date::constant(2026, 8, 1), OutcomeKind::Satisfied),
        (Date::constant(2026, 8, 2), OutcomeKind::Violated),
        (Date::constant(2026, 8, 31), OutcomeKind::Violated),
        (Date::constant(2026, 9, 1), OutcomeKind::NotApplicable),
    ] {
        assert_eq!(
            kind(&server_certificate(), &Question::on(day), SOON),
            expected,
            "{day}"
        );
    }
    let one = certificate(&server_certificate());
    let noon = Moment::from_unix_seconds(1_785_578_400); // 2026-08-01T10:00:00Z
    assert_eq!(one.days_left(noon), 30);
}

#[test]
fn every_row_is_written_as_the_house_writes_them() {
    let mut ids = BTreeSet::new();
    let rows: Vec<&Requirement> = Profile::ALL
        .iter()
        .copied()
        .flat_map(Profile::requirements)
        .collect();
    for row in &rows {
        let id = row.id();
        if ids.contains(id) {
            let first = rows.iter().find(|other| other.id() == id).unwrap();
            assert!(std::ptr::eq(*first, *row), "{id} names two rows");
        }
        ids.insert(id);
        assert!(
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/".contains(c))
        );
        let (document, _) = id.split_once('/').unwrap();
        let cited: Vec<&str> = row.citations().iter().map(|c| c.document.id).collect();
        assert_eq!(
            cited,
            [document],
            "{id} stands under the document that states it"
        );
        if row.certainty() != Certainty::Documented {
            assert_eq!(row.level(), Level::Note, "{id}: only documented rows bind");
        }
        for text in [row.statement(), row.fault(), row.remedy()]
            .into_iter()
            .chain(row.reading())
        {
            for language in Language::ALL {
                let words = text.get(language);
                assert!(!words.is_empty() && !words.ends_with('.'), "{id}: {words}");
                assert!(!words.contains("  "), "{id}: {words}");
            }
            assert!(
                text.en != text.fi && text.fi != text.sv,
                "{id}: {}",
                text.en
            );
        }
        if let (Bound::On(from), Bound::On(until)) = (row.in_force().from, row.in_force().until) {
            assert!(from < until, "{id}");
        }
    }
    assert_eq!(ids.len(), 14 + 7 + 11 + 15);
    // The README tells these.
    assert_eq!(Profile::Server.requirements().count(), 40);
    assert_eq!(Profile::SystemSignature.requirements().count(), 33);
}
