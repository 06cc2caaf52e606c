//! What is asked: rows that nobody asked for, and values that are missing.

use super::{HOLDER, IN_SAN, IN_SUBJECT, NAME, NO_DNS_NAME, NO_POINT, OID, POINT};
use crate::common::{DAY, certificate, outcome, violated};
use kanta_cert::{Asked, Holder, Profile, Question};
use kanta_conformance::{FieldPath, Outcome, OutcomeKind, Why};
use kanta_testkit::server_certificate;

#[test]
fn rows_that_nobody_asked_for_are_listed_and_not_run() {
    let asked = Question::on(DAY);
    let not_asked: Vec<&str> = Profile::Server
        .not_asked(&asked)
        .map(|row| row.id())
        .collect();
    assert_eq!(
        not_asked,
        [
            POINT,
            IN_SUBJECT,
            HOLDER,
            "deployment-requirements/test-certificate-in-production",
            "observed-certificates/production-certificate-in-test",
        ]
    );
    for (builder, id) in [
        (server_certificate().without_serial_number(), NO_POINT),
        (
            server_certificate().primary_name("*.klinikka.example"),
            NO_DNS_NAME,
        ),
    ] {
        assert!(
            violated(Profile::Server, &builder, &asked).contains(&id),
            "{id}"
        );
    }
    // Without a primary name, the common name is taken for it.
    let builder = server_certificate().common_name("other.example");
    assert_eq!(violated(Profile::Server, &builder, &asked), [IN_SAN]);
}

#[test]
fn what_is_missing_is_asked_for_by_its_field() {
    let path = || FieldPath::named("access_point", "ap1").field("oid");
    let asked = Question::on(DAY)
        .access_point_asked(Asked::Missing(path()))
        .dns_name_asked(Asked::or_missing(None, || {
            FieldPath::named("access_point", "ap1").field("dns_name")
        }))
        .holder_asked(Asked::Missing(FieldPath::table("party").field("name")));
    for (id, field) in [
        (POINT, "access_point.ap1.oid"),
        (IN_SUBJECT, "access_point.ap1.dns_name"),
        (IN_SAN, "access_point.ap1.dns_name"),
        (HOLDER, "party.name"),
    ] {
        match outcome(Profile::Server, &server_certificate(), &asked, id) {
            Outcome::Undetermined(Why::InputMissing(fields)) => {
                assert_eq!(
                    fields.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    [field]
                );
            }
            other => panic!("{id}: {other:?}"),
        }
    }
}

/// Filling in what is missing never changes an answer that was not open.
#[test]
fn a_missing_value_can_only_open_an_answer() {
    let good = server_certificate;
    let certificates = [
        good(),
        good().without_serial_number(),
        good().serial_number("x"),
        good().without_common_name(),
        good().common_name("*.klinikka.example"),
        good().common_name("Todistuspalvelu"),
        good().common_name("kanta.klinikka.example."),
        good().primary_name("lääkäri.example"),
        good().primary_name("other.example"),
        good().without_san(),
        good().without_san().ip_address("192.31.196.7"),
        good().without_organisation(),
        good().organisation("Toinen Oy"),
    ];
    let oids = [OID, "1.2.246.10.12345671.10.0.13.2"];
    let names = [
        NAME,
        "other.example",
        "*.klinikka.example",
        "xn--lkri-5qaaa.example",
        "kanta.klinikka.example.",
    ];
    let holders = ["Esimerkkiklinikka Oy", "Toinen Oy", "Kolmas Oy"];
    for builder in &certificates {
        let certificate = certificate(builder);
        let missing = || FieldPath::table("x").field("y");
        let open = Question::on(DAY)
            .access_point_asked(Asked::Missing(missing()))
            .dns_name_asked(Asked::Missing(missing()))
            .holder_asked(Asked::Missing(missing()))
            .environment_asked(Asked::Missing(missing()));
        for (requirement, before) in Profile::Server.outcomes(&certificate, &open) {
            if before.kind() == OutcomeKind::Undetermined {
                continue;
            }
            for oid in oids {
                for name in names {
                    for administrator in holders {
                        let others = &["Toinen Oy", "Kolmas Oy"][..];
                        let full = Question::on(DAY)
                            .access_point(oid)
                            .dns_name(name)
                            .holder(Holder {
                                administrator,
                                others,
                            })
                            .environment(kanta_cert::Environment::Production);
                        let after = Profile::Server.outcomes(&certificate, &full);
                        let after = after
                            .iter()
                            .find(|(row, _)| row.id() == requirement.id())
                            .unwrap();
                        assert_eq!(
                            after.1.kind(),
                            before.kind(),
                            "{} with {oid} {name} {administrator}",
                            requirement.id()
                        );
                    }
                }
            }
        }
    }
}
