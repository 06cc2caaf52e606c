//! What cannot be understood is refused: whole messages, both places, all at once.
#![cfg(all(feature = "json", feature = "toml"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use kanta_address_index::{AddressIndex, Fault, Faults, Form, Source};
use kanta_conformance::Language;

const GOOD: &str = r#"format = 1
version = "1"
issued = 2025-12-01
expires = 2026-12-01

[[party]]
id = "clinic"
oid = "1.2.246.10.12345671.10.0"
kind = "provider"

[[access_point]]
id = "ap"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "clinic"
addresses = ["192.31.196.7"]

[[right]]
for = "clinic"
access_point = "ap"
service = "prescription"
from = 2025-10-06
until = 2026-10-06
"#;

fn read(form: Form, text: &str) -> Result<AddressIndex, Faults> {
    AddressIndex::read(&[Source {
        form,
        bytes: text.as_bytes(),
    }])
}

/// The faults of the good index with more behind it, in English.
fn with(more: &str) -> Vec<String> {
    faults(read(Form::Toml, &format!("{GOOD}{more}")))
}

/// The faults of the good index with one text replaced.
fn instead(of: &str, is: &str) -> Vec<String> {
    assert_eq!(GOOD.matches(of).count(), 1, "{of}");
    faults(read(Form::Toml, &GOOD.replace(of, is)))
}

fn faults(read: Result<AddressIndex, Faults>) -> Vec<String> {
    let faults = read.err().map(|faults| faults.as_slice().to_vec());
    let faults = faults.unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn the_good_index_is_good() {
    assert_eq!(with(""), Vec::<String>::new());
}

#[test]
fn each_fault_has_its_sentence_and_its_places() {
    let none: [&str; 0] = [];
    assert_eq!(with(""), none);
    let cases: &[(&str, &[&str])] = &[
        (
            "[[party]]\nid = \"clinic\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): two records have the same id: `clinic`; the other is at line 6, column 1 (party[0].id)",
            ],
        ),
        (
            "[[party]]\nid = \"b\"\noid = \"1.2.246.10.12345671.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].oid): two records have the same OID: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[access_point]]\nid = \"ap2\"\noid = \"1.2.246.10.12345671.10.0.13.1\"\nadministrator = \"clinic\"\n",
            &[
                "line 23, column 1 (access_point[1].oid): two records have the same OID: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
            ],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2026-10-05\n",
            &[
                "line 23, column 1 (right[1]): two records speak of the same thing on the same day; the other is at line 17, column 1 (right[0])",
            ],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2025-10-06\nuntil = 2026-10-06\n",
            &[
                "line 23, column 1 (right[1]): two records say the same; the other is at line 17, column 1 (right[0])",
            ],
        ),
        // The end is no part of the time: a right may begin on the day on which another ends.
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2026-10-06\n",
            &[],
        ),
        (
            "[[right]]\nfor = \"clinc\"\naccess_point = \"1.2.246.553.1.9.13.1\"\nservice = \"imaging\"\n",
            &["line 23, column 1 (right[1].for): no record has this id or OID: `clinc`"],
        ),
        (
            "[[right]]\nfor = \"clinic\"\naccess_point = \"1.2.246.553.1.9.13.1\"\nservice = \"imaging\"\n",
            &[
                "line 23, column 1 (right[1].access_point): no record has this id or OID: `1.2.246.553.1.9.13.1`",
            ],
        ),
        (
            "[[agreement]]\nbetween = [\"clinic\", \"nobody\"]\nfrom = 2026-01-01\nuntil = 2026-01-01\n",
            &[
                "line 23, column 1 (agreement[0].between): no record has this id or OID: `nobody`",
                "line 23, column 1 (agreement[0].until): the end does not lie after the start",
            ],
        ),
        (
            "[[pharmacy]]\noid = \"1.2.246.553.1.9\"\npharmacist = \"clinic\"\n",
            &[
                "line 23, column 1 (pharmacy[0].pharmacist): the record is of another kind: `clinic`, expected a pharmacist",
            ],
        ),
        (
            "[[party]]\nid = \"kela\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &["line 23, column 1 (party[1].id): this id cannot be used: `kela`"],
        ),
        (
            "[[party]]\nid = \"n\"\noid = \"1.2.246.553.1.9\"\nkind = \"pharmacist\"\n",
            &[
                "line 23, column 1 (party[1].oid): a pharmacist is a person and has no OID here, the pharmacies have",
            ],
        ),
        // An OID names the record that has it, and no other by its id.
        (
            "[[party]]\nid = \"1.2.246.10.12345671.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.33333338.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.33333338.10.0`",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.12345671.10.0.13.1\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n",
            &[
                "line 23, column 1 (party[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
            ],
        ),
        (
            "[[access_point]]\nid = \"1.2.246.10.12345671.10.0.13.1\"\noid = \"1.2.246.10.12345671.10.0.13.2\"\nadministrator = \"clinic\"\n[[access_point]]\nid = \"1.2.246.10.12345671.10.0\"\noid = \"1.2.246.10.12345671.10.0.13.3\"\nadministrator = \"clinic\"\n",
            &[
                "line 23, column 1 (access_point[1].id): the id is the OID of something else: `1.2.246.10.12345671.10.0.13.1`; the other is at line 11, column 1 (access_point[0].oid)",
                "line 27, column 1 (access_point[2].id): the id is the OID of something else: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        // A tenant that is a party elsewhere needs an id: its OID is the party's name.
        (
            "[[party]]\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\nid = \"b\"\n[[tenant]]\noid = \"1.2.246.10.22222229.10.0\"\nhost = \"clinic\"\n",
            &[
                "line 27, column 1 (tenant[0].id): the id is the OID of something else: `1.2.246.10.22222229.10.0`; the other is at line 23, column 1 (party[1].oid)",
            ],
        ),
        (
            "[[party]]\nid = \"1.2.246.10.22222229.10.0\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n[[tenant]]\nid = \"t\"\noid = \"1.2.246.10.22222229.10.0\"\nhost = \"clinic\"\n",
            &[],
        ),
        (
            "[[tenant]]\nid = \"t\"\noid = \"1.2.246.10.12345671.10.0\"\nhost = \"clinic\"\n",
            &[
                "line 23, column 1 (tenant[0].oid): the tenant has the OID of its own host: `1.2.246.10.12345671.10.0`; the other is at line 6, column 1 (party[0].oid)",
            ],
        ),
        (
            "[[access_point]]\noid = \"1.2.246.10.12345671.10.0.13.2\"\nadministrator = \"clinic\"\ncertificates = [{ serial = \"1\", until = 2025-01-01 }, { serial = \"\" }, { serial = \"1\", from = 2025-01-01 }, { serial = \"2\" }]\n",
            &[
                "line 23, column 1 (access_point[1].certificates[1].serial): the field is empty: `serial`",
                "line 23, column 1 (access_point[1].certificates[2].serial): two certificates have the same serial number: `1`; the other is at line 23, column 1 (access_point[1].certificates[0].serial)",
            ],
        ),
        (
            "[[party]]\nid = \"i\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"intermediary\"\nregister_entry_until = 2025-01-01\n[[party]]\nid = \"j\"\noid = \"1.2.246.10.33333338.10.0\"\nkind = \"intermediary\"\nregister_entry_until = 2025-01-01\nregister_entry = false\n",
            &[
                "line 23, column 1 (party[1]): field missing: `register_entry`",
                "line 33, column 18 (party[2].register_entry): expected a date",
            ],
        ),
        (
            "[[party]]\nsector = \"Private\"\nkinds = \"provider\"\n",
            &[
                "line 23, column 1 (party[1]): field missing: `kind`",
                "line 23, column 1 (party[1]): field missing: `oid`",
                "line 24, column 10 (party[1].sector): unknown word: `Private`, expected `public` or `private`",
                "line 25, column 9 (party[1].kinds): unknown field: `kinds`, perhaps `kind`",
            ],
        ),
        (
            "[[annotation]]\nparty = \"clinic\"\nunit = 7\nfrom = \"2025-02-29\"\n",
            &[
                "line 25, column 8 (annotation[0].unit): expected text",
                "line 26, column 8 (annotation[0].from): not a day of the calendar, expected year-month-day such as 2025-09-01: `2025-02-29`",
            ],
        ),
    ];
    for (more, expected) in cases {
        assert_eq!(with(more), *expected, "{more}");
    }
}

#[test]
fn each_value_is_refused_by_name() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "\"192.31.196.7\"",
            "\"192.31.196.7/24\", \"kanta.example\"",
            &[
                "line 15, column 14 (access_point[0].addresses): the prefix has bits beyond its length: `192.31.196.7/24`",
                "line 15, column 33 (access_point[0].addresses): not an address or a prefix: `kanta.example`",
            ],
        ),
        (
            "until = 2026-10-06",
            "until = 2025-10-06",
            &["line 17, column 1 (right[0].until): the end does not lie after the start"],
        ),
        (
            "format = 1",
            "format = 2",
            &["line 1, column 10 (format): unknown format, expected 1"],
        ),
        (
            "expires = 2026-12-01",
            "expires = 2025-12-01",
            &["line 4, column 11 (expires): the end does not lie after the start"],
        ),
        (
            "version = \"1\"\nissued = 2025-12-01\nexpires = 2026-12-01\n",
            "",
            &["no source gives the version, the day of issue and the expiry"],
        ),
    ];
    for (of, is, expected) in cases {
        assert_eq!(instead(of, is), *expected, "{is}");
    }
}

#[test]
fn a_fault_is_told_in_three_languages() {
    let text =
        format!("{GOOD}[[right]]\nfor = \"x\"\naccess_point = \"ap\"\nservice = \"imaging\"\n");
    let faults = read(Form::Toml, &text).unwrap_err();
    let fault: &Fault = &faults.as_slice()[0];
    let told = Language::ALL.map(|language| fault.message(language));
    assert_eq!(
        told,
        [
            "no record has this id or OID: `x`",
            "millään tietueella ei ole tätä tunnusta: `x`",
            "ingen post har detta id eller denna OID: `x`",
        ]
    );
}

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
            "line 1 (record): unknown word: `link`, expected `party`",
        ),
    ];
    for (form, text, expected) in cases {
        let told = faults(read(form, text));
        let any = told.iter().any(|fault| fault.starts_with(expected));
        assert!(any, "{told:#?}");
    }
    let bytes = [b'{', 0xff];
    let source = Source {
        form: Form::Json,
        bytes: &bytes,
    };
    assert_eq!(
        faults(AddressIndex::read(&[source])),
        ["the source is not UTF-8 text"]
    );
    let twice = "{\"record\":\"right\",\"for\":\"a\",\"for\":\"b\",\"access_point\":\"c\",\"service\":\"imaging\"}";
    let told = faults(read(Form::JsonLines, twice));
    assert!(
        told.contains(&"line 1 (right[0].for): the field stands twice: `for`".to_owned()),
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
        "ei kalenterin päivä, odotettiin vuosi-kuukausi-päivä kuten 2025-09-01: `2025-13-31`"
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

/// A record that could not be read is still what others name: one fault, and no more.
#[test]
fn a_broken_record_breaks_nothing_else() {
    assert_eq!(
        instead("kind = \"provider\"", "kind = \"hospital\""),
        [
            "line 9, column 8 (party[0].kind): unknown word: `hospital`, expected `provider`, `pharmacist`, `hospital-pharmacy`, `medicine-centre` or `intermediary`"
        ]
    );
}

/// Escaped wherever it is shown.
#[test]
fn control_characters_never_reach_the_terminal() {
    let told =
        with("[[right]]\nfor = \"\\u001b[31m\"\naccess_point = \"ap\"\nservice = \"imaging\"\n");
    assert_eq!(
        told,
        ["line 23, column 1 (right[1].for): no record has this id or OID: `\\u{1b}[31m`"]
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

const GOOD_HEADER: &str = "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n";
