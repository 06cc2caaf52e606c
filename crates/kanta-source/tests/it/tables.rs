//! Tables, key by key: whole sentences, both forms alike.

use kanta_conformance::Language;
use kanta_source::Form;

use crate::harness::{Shop, Size, faults, shop};

const TOML: &str = "name = \"Kioski\"\nopen = true\nstaff = 0x10\nsince = 2025-09-01\nsize = \"small\"\n\
                    [[door]]\nstreet = \"Väinölänkatu\"\n[[door]]\nstreet = \"Rauhankatu\"\n";
const JSON: &str = "{\"name\": \"Kioski\", \"open\": true, \"staff\": 16, \"since\": \"2025-09-01\",\n\
                    \"size\": \"small\", \"door\": [{\"street\": \"V\\u00e4inölänkatu\"}, {\"street\": \"Rauhankatu\"}]}";

#[test]
fn both_forms_say_the_same() {
    let expected = Shop {
        name: Some("Kioski".into()),
        open: Some(true),
        staff: Some(16),
        since: Some("2025-09-01".into()),
        size: Some(Size::Small),
        doors: vec![Some("Väinölänkatu".into()), Some("Rauhankatu".into())],
    };
    assert_eq!(shop(Form::Toml, TOML), Ok(expected.clone()));
    assert_eq!(shop(Form::Json, JSON), Ok(expected));
}

#[test]
fn every_fault_is_told_at_once_in_the_order_of_the_text() {
    let text = "nmae = \"Kioski\"\nopen = \"yes\"\nstaff = -1\nsince = 2025-13-01\nsize = \"smal\"\n\
                [[door]]\nstret = \"a\"\n[door.lock]\n[[door]]\nstreet = 1.5\n";
    assert_eq!(
        faults(Form::Toml, text),
        [
            "line 1, column 1: unknown key `nmae`; did you mean `name`",
            "line 2, column 8: `open` takes true or false, found a text",
            "line 3, column 9: `staff` takes a whole number from 0 up, found a number",
            "line 4, column 9: this is not TOML: invalid date, expected month between 01 and 12",
            "line 5, column 8: `size` does not take `smal`; did you mean `small`; expected one of `small`, `large`",
            "line 6, column 1: the key `street` is missing, and nothing here can be understood without it",
            "line 7, column 1: unknown key `stret`; did you mean `street`",
            "line 8, column 7: unknown key `lock`",
            "line 10, column 10: `street` takes a text in quotes, found a decimal number",
        ]
    );
    let text = "{\"nmae\": \"Kioski\", \"open\": null,\n\"since\": \"1.9.2025\", \"door\": [{\"stret\": []}, 7]}";
    assert_eq!(
        faults(Form::Json, text),
        [
            "line 1, column 2: unknown key `nmae`; did you mean `name`",
            "line 1, column 28: `open` takes true or false, found null",
            "line 2, column 10: `since` takes a date such as 2025-09-01, without quotes, found a text",
            "line 2, column 31: the key `street` is missing, and nothing here can be understood without it",
            "line 2, column 32: unknown key `stret`; did you mean `street`",
            "line 2, column 46: `door` takes a table, found a number",
        ]
    );
}

#[test]
fn faults_are_told_in_three_languages_with_their_places() {
    let told = shop(Form::Toml, "staff = true\n").unwrap_err();
    assert_eq!(
        Language::ALL.map(|language| told.display(language).to_string()),
        [
            "line 1, column 9: `staff` takes a whole number from 0 up, found true",
            "rivi 1, sarake 9: `staff` ottaa arvoksi: kokonaisluku nollasta ylöspäin, löytyi true",
            "rad 1, kolumn 9: `staff` tar ett heltal från noll uppåt, hittade true",
        ]
    );
    let error: Box<dyn core::error::Error> = told.into();
    assert!(error.to_string().starts_with("line 1, column 9: "));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    assert_eq!(
        faults(Form::Toml, "\"\\u001b[31m\" = 1\nsize = \"\\u001b[31m\"\n"),
        [
            "line 1, column 1: unknown key `\\u{1b}[31m`",
            "line 2, column 8: `size` does not take `\\u{1b}[31m`; expected one of `small`, `large`",
        ]
    );
}

#[test]
fn faults_beyond_the_limit_are_counted() {
    let text: String = (0..150).map(|n| format!("a{n} = 1\n")).collect();
    let told = faults(Form::Toml, &text);
    assert_eq!(told.len(), 101);
    assert_eq!(told[100], "line 100: 50 more faults are not listed");
}

#[test]
fn a_list_where_tables_are_expected_and_one_that_is_too_long() {
    assert_eq!(
        faults(Form::Toml, "[door]\nstreet = \"a\"\n"),
        [
            "line 1, column 1: `door` takes tables, each under its own heading in double square brackets, found a table"
        ]
    );
    let list = format!("door = [{}]\n", "{},".repeat(1001));
    assert_eq!(
        faults(Form::Toml, &list),
        ["line 1, column 8: `door` has more entries than 1000"]
    );
    let most = format!("door = [{}]\n", "{street = \"a\"},".repeat(1000));
    assert_eq!(shop(Form::Toml, &most).unwrap().doors.len(), 1000);
}

/// The shape that the README shows.
#[test]
fn faults_are_written_in_one_shape() {
    let faults = shop(Form::Toml, "name = \"é\"\nopne = 1\nsize = \"smal\"\n").unwrap_err();
    assert_eq!(
        serde_json::to_value(&faults).unwrap(),
        serde_json::json!([
            {
                "place": { "source": 0, "line": 2, "column": 1, "byte": 12, "path": "" },
                "kind": { "unknown-key": { "key": "opne", "nearest": "open" } },
                "other": null,
            },
            {
                "place": { "source": 0, "line": 3, "column": 8, "byte": 28, "path": "" },
                "kind": { "unknown-word": {
                    "key": "size",
                    "found": "smal",
                    "expected": ["small", "large"],
                    "nearest": "small",
                } },
                "other": null,
            },
        ])
    );
}
