//! The forms of an index: what each says, and what is told of a broken one.

use crate::good::{GOOD, faults, read};
use kanta_address_index::{AddressIndex, Form, LINE_KEYS, Source};
use kanta_conformance::Language;

const GOOD_HEADER: &str = "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n";

#[test]
fn the_forms_say_the_same() {
    let toml = read(Form::Toml, GOOD).unwrap();
    let json = r#"{"format":1,"version":"1","issued":"2025-12-01","expires":"2026-12-01",
        "right":[{"for":"1.2.246.10.12345671.10.0","access_point":"ap","service":"prescription",
                  "from":"2025-10-06","until":"2026-10-06"}],
        "access_point":[{"id":"ap","oid":"1.2.246.10.12345671.10.0.13.1",
                         "administrator":"1.2.246.10.12345671.10.0","addresses":["192.31.196.7/32"]}],
        "party":[{"id":"clinic","oid":"1.2.246.10.12345671.10.0","kind":"provider"}]}"#;
    assert!(read(Form::Json, json).unwrap() == toml);
    let mut lines = String::new();
    toml.write_json_lines(&mut lines).unwrap();
    assert!(read(Form::JsonLines, &lines).unwrap() == toml);
    assert_eq!(
        lines,
        "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n\
         {\"record\":\"party\",\"id\":\"clinic\",\"oid\":\"1.2.246.10.12345671.10.0\",\"kind\":\"provider\"}\n\
         {\"record\":\"access_point\",\"id\":\"ap\",\"oid\":\"1.2.246.10.12345671.10.0.13.1\",\"administrator\":\"clinic\",\"addresses\":[\"192.31.196.7/32\"]}\n\
         {\"record\":\"right\",\"for\":\"1.2.246.10.12345671.10.0\",\"access_point\":\"1.2.246.10.12345671.10.0.13.1\",\"service\":\"prescription\",\"from\":\"2025-10-06\",\"until\":\"2026-10-06\"}\n"
    );
}

#[test]
fn several_files_are_one_and_their_headers_agree() {
    let (head, rights) = GOOD.split_once("[[right]]").unwrap();
    let second = format!("format = 1\n[[right]]{rights}");
    let both = |first: &str, second: &str| {
        AddressIndex::read(&[first, second].map(|text| Source {
            form: Form::Toml,
            bytes: text.as_bytes(),
        }))
    };
    assert!(both(&second, head).unwrap() == read(Form::Toml, GOOD).unwrap());
    let other = format!(
        "format = 1\nversion = \"2\"\nissued = 2025-12-01\nexpires = 2026-12-01\n[[right]]{rights}"
    );
    assert_eq!(
        faults(both(head, &other)),
        [
            "line 2, column 11: the sources disagree on the version, the day of issue or the expiry; the other is at line 2, column 11"
        ]
    );
    // Each fault of a header is told of the source that has it, whatever else is wrong.
    let inverted = head.replace("expires = 2026-12-01", "expires = 2025-12-01");
    let other =
        format!("{second}\n[[right]]\nfor = \"x\"\naccess_point = \"ap\"\nservice = \"imaging\"\n");
    let faults = both(&other, &inverted).unwrap_err();
    let told: Vec<_> = faults
        .as_slice()
        .iter()
        .map(|fault| (fault.place.source, fault.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            (
                0,
                "line 9, column 1 (right[1].for): no record has this id or OID: `x`".to_owned()
            ),
            (
                1,
                "line 4, column 11 (expires): the end does not lie after the start".to_owned()
            ),
        ]
    );
}

/// In JSON and in JSON Lines a fault of a field stands where its value does, as in TOML.
#[test]
fn a_fault_of_a_field_stands_at_its_value_in_every_form() {
    let told = |form, text: &str| {
        let told = faults(read(form, text));
        let of_kind = |fault: &String| fault.contains("expected text");
        told.into_iter().find(of_kind).unwrap()
    };
    assert_eq!(
        told(Form::Toml, "format = 1\n[[party]]\nid = \"é\"\nname = 7\n"),
        "line 4, column 8 (party[0].name): expected text"
    );
    assert_eq!(
        told(
            Form::Json,
            "{\"format\":1,\"party\":[\n{\"id\":\"é\",\"name\":7}]}"
        ),
        "line 2, column 18 (party[0].name): expected text"
    );
    assert_eq!(
        told(
            Form::JsonLines,
            "\n{\"record\":\"party\",\"id\":\"é\",\"name\":7}"
        ),
        "line 2, column 35 (party[0].name): expected text"
    );
}

#[test]
fn broken_forms_are_named_with_their_place() {
    let cases = [
        (
            Form::Toml,
            "format = ",
            "line 1, column 10 (format): the source cannot be read: `",
        ),
        (
            Form::Json,
            "{\"format\": 1,}",
            "line 1, column 14: the source cannot be read: `",
        ),
        (Form::Json, "[]", "line 1, column 1: expected a table"),
        (
            Form::JsonLines,
            "\n{\"record\": \"right\"\n",
            "line 2, column 18: the source cannot be read: `",
        ),
        (
            Form::JsonLines,
            "{\"id\": 1}",
            "line 1: field missing: `record`",
        ),
        (
            Form::JsonLines,
            "{\"record\":\"link\"}",
            "line 1, column 11 (record): unknown word: `link`, expected `party`",
        ),
    ];
    for (form, text, expected) in cases {
        let told = faults(read(form, text));
        let any = told.iter().any(|fault| fault.starts_with(expected));
        assert!(any, "{told:#?}");
    }
    for (bytes, expected) in [
        (&b"{\xff"[..], "line 1, column 2"),
        (b"\xff\xfe{", "line 1, column 1"),
        (b"{\n\"n\": \"V\xe4l\"}", "line 2, column 8"),
    ] {
        for form in [Form::Toml, Form::Json, Form::JsonLines] {
            let told = faults(AddressIndex::read(&[Source { form, bytes }]));
            assert_eq!(told, [format!("{expected}: the source is not UTF-8 text")]);
        }
    }
    let twice = "{\"record\":\"right\",\"for\":\"a\",\"for\":\"b\",\"access_point\":\"c\",\"service\":\"imaging\"}";
    let told = faults(read(Form::JsonLines, twice));
    assert!(
        told.contains(&"line 1, column 35 (right[0].for): the field stands twice: `for`; the other is at line 1, column 25 (right[0].for)".to_owned()),
        "{told:#?}"
    );
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    let deep = format!("{{\"format\":1,\"party\":[\n{{\"id\":{deep}}}]}}");
    assert_eq!(
        faults(read(Form::Json, &deep)),
        [
            "no source gives the version, the day of issue and the expiry",
            "line 2, column 1 (party[0]): the tables lie deeper than any record does",
        ]
    );
}

/// A name that stands twice is no second list.
#[test]
fn a_list_stands_once() {
    let json = "{\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\",\n\"format\":1,\n\"party\":[],\n\"party\":[]}";
    assert_eq!(
        faults(read(Form::Json, json)),
        [
            "line 2, column 10 (format): the field stands twice: `format`; the other is at line 1, column 11 (format)",
            "line 4, column 9 (party): the field stands twice: `party`; the other is at line 3, column 9 (party)",
        ]
    );
}

/// A value that breaks its form alone hides no other fault, and a bare day is told as any other.
#[test]
fn a_bare_value_that_is_none_hides_nothing() {
    let text = GOOD
        .replace("from = 2025-10-06", "from = 2025-13-31")
        .replace("kind = \"provider\"", "kind = provider")
        .replace(
            "addresses = [\"192.31.196.7\"]",
            "addresses = [192.31.196.7]\nnotes = 1.2.3",
        );
    let read = read(
        Form::Toml,
        &format!("{text}[[right]]\nfor = \"x\"\naccess_point = \"ap\"\n"),
    );
    assert_eq!(
        faults(read.clone()),
        [
            "line 9, column 8 (party[0].kind): the source cannot be read: `string values must be quoted, expected literal string`",
            "line 15, column 14 (access_point[0].addresses): the source cannot be read: `invalid float, expected nothing`",
            "line 16, column 9 (access_point[0].notes): unknown field: `notes`",
            "line 22, column 8 (right[0].from): not a day of the calendar, expected year-month-day such as 2025-09-01: `2025-13-31`",
            "line 24, column 1 (right[1]): field missing: `service`",
        ]
    );
    let read = read.unwrap_err();
    let told: Vec<_> = read
        .as_slice()
        .iter()
        .map(|fault| fault.message(Language::Fi))
        .collect();
    assert_eq!(
        told[3],
        "ei kalenterin päivä, odotettiin muotoa vuosi-kuukausi-päivä kuten 2025-09-01: `2025-13-31`"
    );
}

/// What breaks more than a value may hide anything: what it hides is not told as missing.
#[test]
fn a_broken_source_does_not_make_others_dangle() {
    let (head, rights) = GOOD.split_once("[[right]]").unwrap();
    let rights = format!("format = 1\n[[right]]{rights}[[right]]\nfor = \"y\"\n");
    let sources = [format!("{head}[[party\n"), rights];
    let both = AddressIndex::read(&sources.each_ref().map(|text| Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    }));
    assert_eq!(
        faults(both),
        [
            "line 17, column 8: the source cannot be read: `unclosed array table, expected `]]``",
            "line 8, column 1 (right[1]): field missing: `access_point`",
            "line 8, column 1 (right[1]): field missing: `service`",
        ]
    );
    assert_eq!(
        faults(read(Form::Toml, "format = 1\nx = 1\n")),
        [
            "no source gives the version, the day of issue and the expiry",
            "line 2, column 5 (x): unknown field: `x`",
        ]
    );
}

/// Told one by one up to a limit, and all of them counted.
#[test]
fn faults_beyond_the_limit_are_counted() {
    let header = GOOD_HEADER;
    let bad = format!("{header}{}", "{\"record\":\"bad\"}\n".repeat(50_000));
    let told = faults(read(Form::JsonLines, &bad));
    assert_eq!(told.len(), 10_001);
    assert_eq!(told[10_000], "line 10001: more faults: 40000");
    // The same for faults between the records.
    let right = |n: usize| {
        format!(
            "{{\"record\":\"right\",\"for\":\"1.2.246.553.1.{n}\",\"access_point\":\"x\",\"service\":\"imaging\"}}\n"
        )
    };
    let dangling: String = (1..=12_000).map(right).collect();
    let told = faults(read(Form::JsonLines, &format!("{header}{dangling}")));
    assert_eq!(told.len(), 10_001);
    assert_eq!(told[10_000], "line 10001: more faults: 2000");
}

/// A key that stands twice is named, with the place where it stood first.
#[test]
fn a_key_that_stands_twice_is_named_with_its_first_place() {
    let cases = [
        (
            Form::Toml,
            "format = 1\nversion = \"1\"\nformat = 1\n",
            "line 3, column 1: the field stands twice: `format`; the other is at line 1, column 1",
        ),
        (
            Form::Toml,
            "format = 1\n[[party]]\nid = \"a\"\n[[party]]\nid = \"b\"\noid = \"1\"\n\"id\" = \"c\"\n",
            "line 7, column 1: the field stands twice: `id`; the other is at line 5, column 1",
        ),
        (
            Form::Toml,
            "format = 1\n[[access_point]]\ncertificates = [{ serial = \"1\", serial = \"2\" }]\n",
            "line 3, column 33: the field stands twice: `serial`; the other is at line 3, column 19",
        ),
        (
            Form::Json,
            "{\"format\":1,\"party\":[{\"id\":\"a\"},\n{\"id\":\"b\",\n\"id\":\"c\"}]}",
            "line 3, column 6 (party[1].id): the field stands twice: `id`; the other is at line 2, column 7 (party[1].id)",
        ),
    ];
    for (form, text, expected) in cases {
        let told = faults(read(form, text));
        assert!(told.contains(&expected.to_owned()), "{told:#?}");
    }
    // The same key in two records stands once in each.
    let told = faults(read(
        Form::Toml,
        &format!(
            "{GOOD}[[party]]\nid = \"b\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n"
        ),
    ));
    assert_eq!(told, [""; 0]);
}

/// What is of no form that is read is told once, with the forms that are.
#[test]
fn another_form_is_named_once() {
    let words = "is not read, write TOML (.toml), JSON (.json) or JSON Lines (.jsonl)";
    for (text, form) in [
        (
            "for;access_point;service;from\nP;AP;imaging;2024-01-01\n",
            "CSV",
        ),
        ("for,access_point\nP,AP\n", "CSV"),
        ("# rights\n\nfor\taccess_point\nP\tAP\n", "CSV"),
        ("<index>\n<party id=\"a\"/>\n</index>\n", "XML"),
        ("---\nparty:\n  - id: a\n", "YAML"),
        ("format: 1\n", "YAML"),
    ] {
        assert_eq!(faults(read(Form::Toml, text)), [format!("{form} {words}")]);
    }
    // TOML that is broken is still told as TOML.
    for text in ["format 1\n", "format = 1, 2\n", "[party\nid = \"a\"\n"] {
        let told = faults(read(Form::Toml, text));
        assert!(told.iter().all(|it| !it.contains(words)), "{told:#?}");
    }
    let list = "[{\"record\":\"party\"}]";
    assert_eq!(Form::guess(list.as_bytes(), LINE_KEYS), Form::Json);
    assert_eq!(
        faults(read(Form::Json, list)),
        ["line 1, column 1: expected a table"]
    );
}
