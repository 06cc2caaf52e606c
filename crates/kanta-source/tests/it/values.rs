//! Values: when two are equal, what a number is, and what is borrowed from the text.

use std::borrow::Cow;

use kanta_source::{Entry, Filled, FormFault, Limits, Number, SourceValue, Span, json, toml};

#[test]
fn values_are_equal_that_say_the_same_wherever_they_stand() {
    let read = |text| json(text, &Limits::default()).unwrap().root;
    let said = read("{\"a\": [1, true], \"b\": \"x\"}");
    assert_eq!(said, read("\n{ \"a\":[1,true],\n\"b\":\"\\u0078\" }"));
    for other in [
        "{\"a\": [1, true], \"b\": \"y\"}",
        "{\"a\": [1, true], \"c\": \"x\"}",
        "{\"a\": [1, false], \"b\": \"x\"}",
        "{\"a\": [1], \"b\": \"x\"}",
        "{\"a\": [1, true]}",
        "[]",
    ] {
        assert_ne!(said, read(other), "{other}");
    }
}

#[test]
fn a_whole_number_is_digits_with_or_without_a_minus() {
    for (written, value) in [
        ("0", Some(0)),
        ("7", Some(7)),
        ("-7", Some(-7)),
        ("0012", Some(12)),
        ("", None),
        ("-", None),
        ("--7", None),
        ("+7", None),
        ("1.5", None),
        ("1e5", None),
        ("0x1f", None),
        ("seven", None),
    ] {
        let number = Number::whole(written);
        assert_eq!(number.as_ref().and_then(Number::as_i64), value, "{written}");
        let shown = value.map(|_| written.to_owned());
        assert_eq!(number.map(|it| it.to_string()), shown, "{written}");
    }
}

#[test]
fn a_text_is_borrowed_where_it_has_no_escapes() {
    for (written, is_borrowed) in [("\"é\"", true), ("\"\\u00e9\"", false)] {
        let of_json = json(written, &Limits::default()).unwrap().root.value;
        let line = format!("a = {written}");
        let SourceValue::Table(entries) = toml(&line, &Limits::default()).root.value else {
            panic!("a document is a table");
        };
        for value in [&of_json, &entries[0].item.value] {
            assert_eq!(*value, SourceValue::text("é"));
            let borrowed = matches!(value, SourceValue::Text(Cow::Borrowed(_)));
            assert_eq!(borrowed, is_borrowed, "{written}");
        }
    }
}

#[test]
fn a_table_that_is_filled_has_entries_that_stand_nowhere() {
    let table = Filled::default().text("id", "a").put("count", 7);
    let entries = table.entries();
    assert_eq!(
        entries,
        [
            Entry::of("id", SourceValue::text("a")),
            Entry::of("count", SourceValue::from(7)),
        ]
    );
    assert!(entries.iter().all(|entry| entry.key_span == Span::NOWHERE));
}

#[test]
fn a_fault_of_the_form_says_what_is_wrong() {
    let span = Span { start: 1, end: 2 };
    let fault = |key: &str| FormFault::Duplicate {
        span,
        key: key.to_owned(),
        path: String::new(),
        first: None,
        is_readable: true,
    };
    for (fault, words) in [
        (
            FormFault::Syntax {
                span,
                words: "trailing comma".into(),
                in_value: false,
            },
            "trailing comma",
        ),
        (fault("name"), "the key `name` stands twice"),
        (fault("\u{1b}[m"), "the key `\\u{1b}[m` stands twice"),
        (FormFault::TooDeep { span }, "tables and lists lie too deep"),
        (
            FormFault::TooManyValues { span, limit: 9 },
            "there are more than 9 values",
        ),
    ] {
        assert_eq!(fault.to_string(), words);
        assert_eq!(fault.span(), span);
    }
}
