//! Indexes of the size of a country's, and larger ones in the form for machines.

use std::collections::BTreeSet;

use crate::oracle::{Question, Tables};
use crate::worlds::{Dice, row};
use kanta_address_index::{AddressIndex, Form, Request, Service, Source};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;

const DAY: Date = Date::constant(2025, 12, 1);

/// An index in the shape of the largest one that is public: some 2,200 rights of 180 addressees,
/// here access points of one's own and an intermediary's.
#[test]
fn an_index_of_national_shape_is_read_and_asked() {
    let mut tables = Tables::new(vec![], "2027-01-01");
    let relay = [
        ("id", "relay"),
        ("oid", "1.2.246.537.6.918.18.42"),
        ("kind", "intermediary"),
        ("register_entry", "2024-01-01"),
    ];
    tables.rows.push(("party", row(&relay)));
    tables.rows.push((
        "access_point",
        row(&[
            ("id", "relay-ap"),
            ("oid", "1.2.246.537.6.918.18.42.13.1"),
            ("administrator", "relay"),
        ]),
    ));
    for party in 0..180 {
        let oid = format!("1.2.246.10.{}.10.0", 10_000_019 + party * 37_847);
        let id = format!("p{party}");
        tables.rows.push((
            "party",
            row(&[
                ("id", &id),
                ("oid", &oid),
                ("kind", "provider"),
                ("register", "sote"),
            ]),
        ));
        tables.rows.push((
            "agreement",
            row(&[("one", &id), ("other", "relay"), ("from", "2024-01-01")]),
        ));
        let mut points = vec!["1.2.246.537.6.918.18.42.13.1".to_owned()];
        for number in 1..=2 {
            let point = format!("{oid}.13.{number}");
            tables.rows.push((
                "access_point",
                row(&[("oid", &point), ("administrator", &id)]),
            ));
            points.push(point);
        }
        for point in &points {
            for service in ["patient-data", "imaging", "prescription", "social-welfare"] {
                tables.rows.push((
                    "right",
                    row(&[
                        ("for", &oid),
                        ("access_point", point),
                        ("service", service),
                        ("from", "2024-01-01"),
                    ]),
                ));
            }
        }
    }
    let index = crate::worlds::index(&tables);
    assert_eq!(index.len(), 2_160);
    assert_eq!(index.findings(DAY), []);
    for service in [
        Service::PatientData,
        Service::Imaging,
        Service::Prescription,
        Service::SocialWelfare,
    ] {
        assert_eq!(index.who(service, DAY).len(), 540);
    }
    assert_eq!(index.rests_on(OwnerOid::intermediary(42), DAY).len(), 720);
}

/// A thousand clinics with twenty rights each: five services, through an access point of its own
/// and through an intermediary's, until and from the first day of 2026.
fn a_thousand_clinics() -> Tables {
    let mut tables = Tables::new(vec![], "2027-01-01");
    let rows = &mut tables.rows;
    let relay = "1.2.246.537.6.918.18.42.13.1";
    rows.push((
        "party",
        row(&[
            ("id", "relay"),
            ("oid", "1.2.246.537.6.918.18.42"),
            ("kind", "intermediary"),
            ("register_entry", "2024-01-01"),
        ]),
    ));
    let fields = [
        ("id", "relay-ap"),
        ("oid", relay),
        ("administrator", "relay"),
    ];
    rows.push(("access_point", row(&fields)));
    for clinic in 0..1_000 {
        let oid = format!("1.2.246.10.{}.10.0", 10_000_019 + clinic * 7_919);
        let (id, own) = (format!("c{clinic}"), format!("{oid}.13.1"));
        rows.push((
            "party",
            row(&[
                ("id", &id),
                ("oid", &oid),
                ("kind", "provider"),
                ("sector", "private"),
                ("health_care", "true"),
                ("social_welfare", "true"),
                // Every tenth is in no register.
                ("register", if clinic % 10 == 0 { "" } else { "sote" }),
            ]),
        ));
        let fields = [("oid", own.as_str()), ("administrator", &id)];
        rows.push(("access_point", row(&fields)));
        // Every fourth agreement with the intermediary is over.
        let until = if clinic % 4 == 0 { "2025-06-01" } else { "" };
        rows.push((
            "agreement",
            row(&[
                ("one", &id),
                ("other", "relay"),
                ("from", "2024-01-01"),
                ("until", until),
            ]),
        ));
        for point in [own.as_str(), relay] {
            for service in [
                "patient-data",
                "imaging",
                "prescription",
                "social-welfare",
                "phr",
            ] {
                for (from, until) in [("2024-01-01", "2026-01-01"), ("2026-01-01", "")] {
                    rows.push((
                        "right",
                        row(&[
                            ("for", &oid),
                            ("access_point", point),
                            ("service", service),
                            ("from", from),
                            ("until", until),
                        ]),
                    ));
                }
            }
        }
    }
    tables
}

/// Twenty thousand rights in the form for machines: read, equal after writing and reading again,
/// and asked. A million is a matter of minutes without optimization, so that it is read and asked
/// in the benches (`cargo bench -p kanta-benches --bench index`).
#[test]
fn twenty_thousand_rights_are_read_written_and_asked() {
    let tables = a_thousand_clinics();
    let text = crate::worlds::lines(&tables);
    let source = Source {
        form: Form::JsonLines,
        bytes: text.as_bytes(),
    };
    // A header and 23,002 records.
    let mut told = Vec::new();
    let index = AddressIndex::read_with(&[source], &mut |progress| told.push(progress.records))
        .unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(index.len(), 20_000);
    assert!(told.is_sorted() && !told.is_empty());
    assert!(*told.last().unwrap() <= 23_003, "{told:?}");

    let written = |index: &AddressIndex| {
        let mut text = String::new();
        index.write_json_lines(&mut text).unwrap();
        text
    };
    let once = written(&index);
    assert_eq!(once.lines().count(), 23_003);
    let again = crate::worlds::read(&once).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(again == index);
    assert_eq!(written(&again), once);

    // Counted by hand: 900 clinics are registered, of which 700 have an agreement that holds
    // (those whose number is a multiple of neither ten nor four: 1,000 - 100 - 250 + 50).
    assert_eq!(index.who(Service::Imaging, DAY).len(), 900 + 700);
    assert_eq!(index.who(Service::Phr, DAY), []);
    assert_eq!(
        index.rests_on(OwnerOid::intermediary(42), DAY).len(),
        4 * 700
    );

    let (subjects, points) = (
        crate::worlds::subjects(&tables),
        crate::worlds::points(&tables),
    );
    let mut dice = Dice::new(20_000);
    let mut permits = 0;
    for sample in 0..400 {
        let subject = subjects[dice.roll(subjects.len())].clone();
        let point = match sample % 3 {
            0 => "1.2.246.537.6.918.18.42.13.1".to_owned(),
            1 => points[dice.roll(points.len())].clone(),
            _ => format!("{subject}.13.1"),
        };
        let ask = Question {
            subject,
            point,
            service: dice
                .pick(&["patient-data", "social-welfare", "phr"])
                .to_owned(),
            day: dice
                .pick(&[
                    "2023-12-31",
                    "2024-01-01",
                    "2025-12-31",
                    "2026-01-01",
                    "2027-01-01",
                ])
                .to_owned(),
            tenant: None,
            unit: None,
        };
        let request: Request = crate::worlds::request(&ask);
        let expected = tables.missing(&ask);
        let explanation = again.explain(&request);
        let missing: BTreeSet<_> = explanation
            .missing()
            .map(|link| link.requirement.id())
            .collect();
        assert_eq!(missing, expected, "{ask:?}");
        assert_eq!(again.decide(&request).is_permit(), expected.is_empty());
        permits += u32::from(expected.is_empty());
    }
    assert!(permits > 60, "{permits}");
}
