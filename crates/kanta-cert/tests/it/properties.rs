//! Sentences about certificates that hold for all of them.

use kanta_cert::{
    Certificate, CertificateOrRequest, Environment, Holder, Profile, Question, kind_of,
};
use kanta_cert::{IssuerList, Moment, Validity};
use kanta_conformance::{Date, FieldPath, Outcome};
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, StringType, TestKey,
    server_certificate, system_signature_certificate,
};
use proptest::prelude::*;

/// A certificate some steps away from a good one.
fn certificates() -> impl Strategy<Value = CertificateBuilder> {
    let step = prop_oneof![
        Just(Step::Nothing),
        prop_oneof![
            Just("1.2.246.10.12345671.10.0.13.2"),
            Just("1234567-1"),
            Just("FI/1/GOV"),
            Just("1.2.246.556.12.21.2"),
        ]
        .prop_map(Step::Serial),
        prop_oneof![
            Just("kanta.klinikka.example"),
            Just("*.klinikka.example"),
            Just("Järjestelmä"),
            Just("kanta.klinikka.example."),
        ]
        .prop_map(Step::Name),
        Just(Step::NoSan),
        Just(Step::MoreNames),
        Just(Step::Email),
        Just(Step::SignatureUsage),
        Just(Step::NoPurposes),
        Just(Step::OtherIssuer),
        Just(Step::Rsa),
        Just(Step::Expired),
        Just(Step::Odd),
    ];
    (any::<bool>(), prop::collection::vec(step, 0..5)).prop_map(|(server, steps)| {
        let good = if server {
            server_certificate()
        } else {
            system_signature_certificate()
        };
        steps
            .into_iter()
            .fold(good.without_signing(), |builder, step| step.take(builder))
    })
}

#[derive(Clone, Debug)]
enum Step {
    Nothing,
    Serial(&'static str),
    Name(&'static str),
    NoSan,
    MoreNames,
    Email,
    SignatureUsage,
    NoPurposes,
    OtherIssuer,
    Rsa,
    Expired,
    Odd,
}

impl Step {
    fn take(self, builder: CertificateBuilder) -> CertificateBuilder {
        match self {
            Step::Nothing => builder,
            Step::Serial(serial) => builder.serial_number(serial),
            Step::Name(name) => builder.common_name(name),
            Step::NoSan => builder.without_san(),
            Step::MoreNames => builder
                .dns_name("toinen.example")
                .ip_address("192.31.196.7"),
            Step::Email => builder.email("a@b.example"),
            Step::SignatureUsage => {
                builder.key_usage(&[KeyUsage::DigitalSignature, KeyUsage::NonRepudiation])
            }
            Step::NoPurposes => builder.without_extended_key_usage(),
            Step::OtherIssuer => builder.issuer("C=FI, O=Jokin, CN=Jokin CA"),
            Step::Rsa => builder.key(TestKey::Rsa2048),
            Step::Expired => builder.valid("2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z"),
            Step::Odd => builder.dns_name("lääkäri.example").certificate_serial(&[0]),
        }
    }
}

fn question() -> Question<'static> {
    Question::on(Date::constant(2025, 12, 1))
        .environment(Environment::Production)
        .access_point("1.2.246.10.12345671.10.0.13.1")
        .dns_name("kanta.klinikka.example")
        .holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others: &[],
        })
}

/// The kinds of all outcomes in both profiles. What was found may be told in another order.
fn outcomes(certificate: &Certificate) -> Vec<(&'static str, kanta_conformance::OutcomeKind)> {
    let question = question();
    let of = |profile: Profile| profile.outcomes(certificate, &question);
    Profile::ALL
        .iter()
        .copied()
        .flat_map(of)
        .map(|(requirement, outcome)| (requirement.id(), outcome.kind()))
        .collect()
}

fn read(builder: &CertificateBuilder) -> Certificate {
    Certificate::from_der(&builder.der()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_alternative_names_and_extensions_changes_nothing(builder in certificates()) {
        let good = outcomes(&read(&builder));
        prop_assert_eq!(&good, &outcomes(&read(&builder.clone().reversed_san())));
        prop_assert_eq!(&good, &outcomes(&read(&builder.reversed_extensions())));
    }

    #[test]
    fn the_order_of_purposes_changes_nothing(builder in certificates()) {
        let one = builder.clone().extended_key_usage(&[SERVER_AUTH, CLIENT_AUTH]);
        let other = builder.extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH]);
        prop_assert_eq!(outcomes(&read(&one)), outcomes(&read(&other)));
    }

    #[test]
    fn the_string_type_of_names_changes_nothing(builder in certificates()) {
        let good = outcomes(&read(&builder));
        for strings in [StringType::Bmp, StringType::Teletex] {
            prop_assert_eq!(&good, &outcomes(&read(&builder.clone().strings(strings))));
        }
    }

    #[test]
    fn the_wrapping_of_pem_changes_nothing(
        builder in certificates(),
        width in 1_usize..200,
        before in "[a-zA-Z :=\n]{0,40}",
    ) {
        let pem = builder.pem();
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let lines: Vec<&str> =
            body.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let wrapped = format!(
            "{before}\n-----BEGIN CERTIFICATE-----\r\n{}\r\n-----END CERTIFICATE-----\n",
            lines.join("\r\n")
        );
        let certificate = Certificate::from_pem_or_der(wrapped.as_bytes()).unwrap();
        prop_assert_eq!(certificate.der(), builder.der());
    }

    #[test]
    fn findings_are_the_outcomes_with_their_place(builder in certificates()) {
        let certificate = read(&builder);
        let question = question();
        for &profile in Profile::ALL {
            let outcomes: Vec<Outcome> =
                profile.outcomes(&certificate, &question).into_iter().map(|(_, one)| one).collect();
            let at = FieldPath::named("access_point", "ap1").inner("certificate");
            let findings = profile.findings(&certificate, &question, &at);
            prop_assert!(findings.iter().all(|f| f.path.is_of(&at)));
            let found: Vec<Outcome> = findings.into_iter().map(|f| f.outcome).collect();
            prop_assert_eq!(found, outcomes);
        }
    }

    #[test]
    fn a_certificate_binds_exactly_what_the_rows_of_clause_3_2_let_pass(builder in certificates()) {
        let certificate = read(&builder);
        let rows = [
            "connection-models/server-certificate-of-another-point",
            "connection-models/server-certificate-name-not-in-subject",
            "connection-models/server-certificate-name-not-in-alternative-names",
        ];
        let passes = Profile::Server
            .outcomes(&certificate, &question())
            .into_iter()
            .filter(|(requirement, _)| rows.contains(&requirement.id()))
            .all(|(_, outcome)| outcome == Outcome::Satisfied);
        let binds =
            certificate.binds("1.2.246.10.12345671.10.0.13.1", "kanta.klinikka.example");
        prop_assert_eq!(binds, passes);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = CertificateOrRequest::read_all(&bytes);
        let _ = CertificateOrRequest::from_der(&bytes);
    }

    #[test]
    fn a_good_certificate_with_a_changed_byte_is_read_or_refused_and_judged(
        position in 0_usize..1000,
        byte in any::<u8>(),
        server in any::<bool>(),
    ) {
        let good = if server { server_certificate() } else { system_signature_certificate() };
        let mut der = good.without_signing().der();
        let length = der.len();
        der[position % length] = byte;
        if let Ok(document) = CertificateOrRequest::from_der(&der) {
            let question = question();
            for &profile in Profile::ALL {
                let run = profile.outcomes(&document, &question).len();
                prop_assert!(run > 20);
            }
            let _ = kind_of(&document, IssuerList::built_in());
        }
    }

    #[test]
    fn a_day_is_whole_exactly_if_its_first_and_last_second_are_inside(
        first in 1_500_000_000_i64..1_900_000_000,
        length in 0_i64..100_000_000,
        offset in -3_i32..1200,
    ) {
        let validity = Validity {
            not_before: Moment::from_unix_seconds(first),
            not_after: Moment::from_unix_seconds(first + length),
        };
        let day = validity.not_before.finnish_day().plus_days(offset);
        let inside = |moment| validity.covers(moment);
        let seconds = Moment::start_of(day).unix_seconds()..=Moment::end_of(day).unix_seconds();
        // Every quarter of an hour of the day, and its last second.
        let some = seconds
            .clone()
            .step_by(900)
            .chain([*seconds.end(), first.clamp(*seconds.start(), *seconds.end())])
            .any(|second| inside(Moment::from_unix_seconds(second)));
        let whole = inside(Moment::start_of(day)) && inside(Moment::end_of(day));
        let expected = match (whole, some) {
            (true, _) => kanta_cert::PartOfDay::Whole,
            (false, true) => kanta_cert::PartOfDay::Part,
            (false, false) => kanta_cert::PartOfDay::None,
        };
        prop_assert_eq!(validity.of_day(day), expected);
    }
}
