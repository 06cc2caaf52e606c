//! What is too much is refused, and memory stays in proportion to what is read.

use kanta_address_index::{AddressIndex, Form, SOURCE_LIMIT, Source, TOML_LIMIT};
use kanta_conformance::Language;

const HEADER: &str =
    r#"{"record":"header","format":1,"version":"1","issued":"2025-12-01","expires":"2026-12-01"}"#;
const TOP: &str = r#"{"format":1,"version":"1","issued":"2025-12-01","expires":"2026-12-01""#;

/// The faults, and the most bytes that were held at once beside the text.
fn read(form: Form, text: &str) -> (Vec<String>, usize) {
    let mut faults = Vec::new();
    let counted = allocation_counter::measure(|| {
        let source = Source {
            form,
            bytes: text.as_bytes(),
        };
        let told = AddressIndex::read(&[source]).unwrap_err();
        allocation_counter::opt_out(|| {
            faults = told.as_slice().iter().map(ToString::to_string).collect();
        });
    });
    (faults, usize::try_from(counted.bytes_max).unwrap())
}

/// Faults are told with their places: ten thousand of them take this much at the most.
const TOLD: usize = 8 << 20;

#[test]
fn a_list_of_what_is_no_record_costs_no_memory() {
    let items = "0,".repeat(400_000);
    let text = format!("{TOP},\"party\":[{items}0]}}");
    let (faults, most) = read(Form::Json, &text);
    assert_eq!(faults.len(), 10_001);
    let first = "line 1, column 81 (party[0]): expected a table".to_owned();
    assert!(faults.contains(&first));
    assert!(
        faults[10_000].ends_with(": more faults: 390001"),
        "{}",
        faults[10_000]
    );
    assert!(most < TOLD, "{most}");
}

#[test]
fn a_record_with_more_values_than_any_has_is_refused_by_itself() {
    let items = "0,".repeat(400_000);
    let record = format!("{{\"record\":\"access_point\",\"addresses\":[{items}0]}}");
    let text = format!("{HEADER}\n{record}\n{{\"record\":\"right\"}}\n");
    let (faults, most) = read(Form::JsonLines, &text);
    let told = [
        "line 2, column 1: the record holds more values than are read, 65536",
        "line 3 (right[0]): field missing: `for`",
        "line 3 (right[0]): field missing: `access_point`",
        "line 3 (right[0]): field missing: `service`",
    ];
    assert_eq!(faults.len(), told.len(), "{faults:#?}");
    assert!(
        told.iter()
            .all(|fault| faults.iter().any(|told| told == fault)),
        "{faults:#?}"
    );
    assert!(most < TOLD, "{most}");
    // In JSON, under a field that nobody knows, too.
    for list in [
        format!("\"addresses\":[{items}0]"),
        format!("\"x\":[{items}0]"),
    ] {
        let text = format!("{TOP},\"access_point\":[{{{list}}}]}}");
        let (faults, most) = read(Form::Json, &text);
        assert_eq!(
            faults,
            [
                "line 1, column 88 (access_point[0]): the record holds more values than are read, 65536"
            ]
        );
        assert!(most < TOLD, "{most}");
    }
    let (faults, most) = read(Form::Json, &format!("{TOP},\"x\":[{items}0]}}"));
    assert_eq!(faults, ["line 1, column 76 (x): unknown field: `x`"]);
    assert!(most < TOLD, "{most}");
}

#[test]
fn as_many_values_as_are_read_are_read() {
    let addresses = |count: u32| {
        let address = |n: u32| format!("\"{}\"", std::net::Ipv4Addr::from(n));
        let list: Vec<String> = (1..=count).map(address).collect();
        let point = "\"oid\":\"1.2.246.553.1.9.13.1\",\"administrator\":\"1.2.246.553.1.9\"";
        let party = "{\"oid\":\"1.2.246.553.1.9\",\"kind\":\"provider\"}";
        let list = list.join(",");
        format!("{TOP},\"party\":[{party}],\"access_point\":[{{{point},\"addresses\":[{list}]}}]}}")
    };
    // The record, its two texts and its list are values as well.
    let read = |text: String| {
        let bytes = text.as_bytes();
        AddressIndex::read(&[Source {
            form: Form::Json,
            bytes,
        }])
        .map(|index| index.access_points()[0].addresses.len())
    };
    assert_eq!(read(addresses(65_532)), Ok(65_532));
    assert!(read(addresses(65_533)).is_err());
}

/// What the top of a JSON text has beside records is not kept.
#[test]
fn fields_that_nobody_knows_cost_no_memory() {
    let fields: String = (0..100_000).map(|n| format!("\"a{n}\":0,")).collect();
    let twice = "\"format\":1,".repeat(100_000);
    let text = format!("{{{fields}{twice}\"format\":1}}");
    let (faults, most) = read(Form::Json, &text);
    assert_eq!(faults.len(), 10_001);
    assert!(most < TOLD, "{most}");
}

/// In TOML a value takes far more than it has bytes, and so TOML is short.
#[test]
fn toml_is_read_up_to_its_own_limit() {
    let header = "format = 1\nversion = \"1\"\nissued = 2025-12-01\nexpires = 2026-12-01\n";
    let padded = |length: usize| format!("{header}{}", "#".repeat(length - header.len()));
    let source = |text: &str| {
        let bytes = text.as_bytes();
        AddressIndex::read(&[Source {
            form: Form::Toml,
            bytes,
        }])
    };
    assert!(source(&padded(TOML_LIMIT)).is_ok());
    let faults = source(&padded(TOML_LIMIT + 1)).unwrap_err();
    let told = Language::ALL.map(|language| faults.as_slice()[0].message(language));
    assert_eq!(
        told,
        [
            "the source is larger than the limit for TOML in bytes, 2097152; a larger index belongs into JSON Lines",
            "lähde ylittää TOML-muodon tavurajan 2097152; suurempi hakemisto kirjoitetaan JSON Lines -muotoon",
            "källan överskrider gränsen för TOML i byte, 2097152; ett större index skrivs som JSON Lines",
        ]
    );
    assert_eq!((SOURCE_LIMIT, TOML_LIMIT), (512 << 20, 2 << 20));
}

/// Each break of the form takes memory: in a long text the first is told.
#[test]
fn a_long_text_broken_on_every_line_costs_little() {
    let (faults, most) = read(Form::Toml, &"=\n".repeat(128 << 10));
    assert_eq!(faults.len(), 10_001);
    assert!(most < 200 << 20, "{most}");
    let (faults, most) = read(Form::Toml, &"=\n".repeat(1 << 20));
    assert_eq!(faults.len(), 1);
    assert!(most < 220 << 20, "{most}");
}

/// In a long text, too, a broken value hides no other fault, until there are many.
#[test]
fn a_long_text_has_some_broken_values_told() {
    let header = "format = 1\nversion = \"1\"\nissued = 2025-12-01\nexpires = 2025-13-01\n";
    let broken = "[[right]]\nfrom = 2025-02-30\nservice = pacs\n";
    let padding = format!("# {}\n", "-".repeat(300_000));
    let (faults, _) = read(Form::Toml, &format!("{header}{padding}{broken}"));
    let said = [
        "line 4, column 11 (expires): not a day of the calendar, expected year-month-day such as 2025-09-01: `2025-13-01`",
        "line 6, column 1 (right[0]): field missing: `access_point`",
        "line 6, column 1 (right[0]): field missing: `for`",
        "line 7, column 8 (right[0].from): not a day of the calendar, expected year-month-day such as 2025-09-01: `2025-02-30`",
        "line 8, column 11 (right[0].service): the source cannot be read: `string values must be quoted, expected literal string`",
    ];
    for said in said {
        assert!(
            faults.iter().any(|fault| fault == said),
            "{said} {faults:#?}"
        );
    }
    assert_eq!(faults.len(), said.len());
    // Beyond their number the form is broken, and nothing else is told.
    let (faults, _) = read(
        Form::Toml,
        &format!("{header}{padding}{}", broken.repeat(20)),
    );
    assert_eq!(faults.len(), 33);
}

/// The worst that a short text can do to each form, in bytes held for each byte read.
#[test]
fn memory_is_a_multiple_of_the_text() {
    let list = format!("right = [{}]", "0,".repeat(200_000));
    let (_, most) = read(Form::Toml, &list);
    assert!(most < 100 * list.len() + TOLD, "{most}");
    let annotations = "{\"party\":\"p\"},".repeat(100_000);
    let text = format!("{TOP},\"annotation\":[{annotations}{{}}]}}");
    let (_, most) = read(Form::Json, &text);
    assert!(most < 30 * text.len() + TOLD, "{most} {}", text.len());
}
