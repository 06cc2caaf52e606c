//! Where the records of an index stood, for what is found about them.

use crate::good::GOOD;
use kanta_address_index::{AddressIndex, Form, Source};
use kanta_conformance::{Date, FieldPath};

const DAY: Date = Date::constant(2025, 12, 1);

/// Records of every kind, not in the order of the index.
const ONE: &str = r#"{"record":"header","format":1,"version":"1","issued":"2025-11-01","expires":"2026-11-01"}
{"record":"party","id":"unit","oid":"1.2.246.10.12345671.10.0","kind":"provider","sector":"private","register":"sote","health_care":true}
{"record":"party","id":"nameless","oid":"1.2.246.10.33333338.10.0","kind":"provider","sector":"private"}
{"record":"party","id":"relay","oid":"1.2.246.537.6.918.18.42","kind":"intermediary","register_entry":"2024-01-01"}
{"record":"party","id":"chemist","kind":"pharmacist"}
{"record":"party","id":"alone","oid":"1.2.246.10.22222229.10.0","kind":"provider","sector":"private","register":"sote","health_care":true}
{"record":"pharmacy","id":"over","oid":"1.2.246.553.1.1234","pharmacist":"chemist","held_from":"2024-01-01","held_until":"2025-06-01"}
{"record":"pharmacy","id":"held","oid":"1.2.246.553.1.5678","pharmacist":"chemist","held_from":"2024-01-01"}
{"record":"tenant","id":"unknown","oid":"1.2.246.10.76543212.10.0","host":"unit","sector":"private"}
{"record":"tenant","id":"known","oid":"1.2.246.10.44444447.10.0","host":"unit","sector":"private","register":"sote"}
{"record":"access_point","id":"unit-ap","oid":"1.2.246.10.12345671.10.0.13.1","administrator":"unit"}
{"record":"access_point","id":"relay-ap","oid":"1.2.246.537.6.918.18.42.13.1","administrator":"relay"}
{"record":"access_point","id":"inside-ap","oid":"1.2.246.553.1.5678.13.1","administrator":"held","addresses":["10.0.0.1"]}
{"record":"access_point","id":"over-ap","oid":"1.2.246.553.1.1234.13.1","administrator":"over"}
"#;

/// The rest of them, in a source of its own.
const OTHER: &str = r#"{"record":"right","for":"unit","access_point":"unit-ap","service":"prescription","from":"2025-01-01"}
{"record":"right","for":"unit","access_point":"unit-ap","service":"phr","from":"2025-01-01"}
{"record":"right","for":"over","access_point":"over-ap","service":"prescription","from":"2025-01-01"}
{"record":"right","for":"unit","access_point":"unit-ap","service":"renewal-requests","from":"2025-01-01"}
{"record":"right","for":"unit","access_point":"relay-ap","service":"imaging","from":"2025-01-01"}
{"record":"right","for":"alone","access_point":"relay-ap","service":"imaging","from":"2025-01-01"}
{"record":"right","for":"held","access_point":"inside-ap","service":"settlement-p2","from":"2025-01-01"}
{"record":"agreement","between":["unit","unknown"],"from":"2024-01-01"}
{"record":"agreement","between":["unit","relay"],"from":"2025-04-01","until":"2025-06-01"}
{"record":"agreement","between":["relay","unit"],"from":"2024-01-01","until":"2025-02-01"}
{"record":"agreement","between":["unit","known"],"from":"2024-01-01"}
{"record":"agreement","between":["chemist","kela"],"from":"2024-01-01","until":"2025-11-01"}
{"record":"agreement","between":["held","kela"],"from":"2024-01-01","until":"2025-10-01"}
{"record":"agreement","between":["nameless","kela"],"from":"2024-01-01"}
{"record":"annotation","party":"unit","unit":"1.2.246.10.12345671.10.2","from":"2024-01-01","until":"2025-05-01"}
{"record":"annotation","party":"unit","unit":"1.2.246.10.12345671.10.1","from":"2024-01-01","until":"2025-06-01"}
{"record":"annotation","party":"nameless","unit":"1.2.246.10.44444447.10.1","from":"2024-01-01"}
{"record":"annotation","party":"alone","from":"2024-01-01"}
"#;

/// Each finding leads to the line of its record; to the last agreement of the two, or the last annotation of the
/// party, where none holds on the day; and to whoever ought to have one, where there is none at all.
#[test]
fn a_finding_leads_to_the_line_of_its_record() {
    let sources = [ONE, OTHER].map(|text| Source {
        form: Form::JsonLines,
        bytes: text.as_bytes(),
    });
    let (index, places) = AddressIndex::read_placed(&sources, &mut |_| {})
        .unwrap_or_else(|faults| panic!("{faults}"));
    let plain = AddressIndex::read(&sources).unwrap();
    assert!(index == plain);
    let findings = index.findings(DAY);
    let told = findings.iter().map(|finding| {
        let place = places.place(finding.record).unwrap();
        let source = [ONE, OTHER][usize::try_from(place.source).unwrap()];
        let line = source.lines().nth(usize::try_from(place.line).unwrap() - 1);
        let path = finding.path.to_string();
        (path, finding.party.clone(), line.unwrap())
    });
    let told: Vec<_> = told.collect();
    for (path, party, line) in [
        (
            "party.nameless.register",
            "nameless",
            r#""party","id":"nameless""#,
        ),
        ("pharmacy.over", "over", r#""pharmacy","id":"over""#),
        (
            "tenant.unknown.register",
            "unit",
            r#""tenant","id":"unknown""#,
        ),
        (
            "access_point.inside-ap.addresses",
            "held",
            r#""id":"inside-ap""#,
        ),
        (
            "agreement.unit+relay",
            "unit",
            r#"["unit","relay"],"from":"2025-04-01""#,
        ),
        ("agreement.alone+relay", "alone", r#""party","id":"alone""#),
        ("agreement.held+kela", "held", r#"["held","kela"]"#),
        (
            "annotation.nameless.unit",
            "nameless",
            r#""annotation","party":"nameless""#,
        ),
        (
            "annotation.unit",
            "unit",
            r#""unit":"1.2.246.10.12345671.10.2""#,
        ),
        ("right.unit.unit-ap.phr", "unit", r#""service":"phr""#),
    ] {
        let found = told
            .iter()
            .filter(|it| it.0 == path || it.0 == format!("{path}.service"));
        let found: Vec<_> = found.collect();
        assert!(!found.is_empty(), "{path}: {told:#?}");
        for (_, whose, stands) in found {
            assert!(stands.contains(line), "{path}: {stands}");
            assert_eq!(whose, party, "{path}");
        }
    }
}

/// A record of TOML begins where its table does.
#[test]
fn a_finding_leads_into_the_file_that_people_write() {
    let sources = [Source {
        form: Form::Toml,
        bytes: GOOD.as_bytes(),
    }];
    let (index, places) = AddressIndex::read_placed(&sources, &mut |_| {}).unwrap();
    let findings = index.findings(DAY);
    let register = FieldPath::named("party", "clinic").field("register");
    let finding = findings.iter().find(|it| it.path == register);
    let place = places.place(finding.unwrap().record).unwrap();
    let at = GOOD.find("[[party]]").unwrap();
    let line = GOOD[..at].matches('\n').count() + 1;
    assert_eq!((place.source, place.path.as_str()), (0, "party[0]"));
    assert_eq!(usize::try_from(place.line), Ok(line));
}
