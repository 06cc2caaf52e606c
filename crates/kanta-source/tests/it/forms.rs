//! Bytes, and the form that they have.

use kanta_source::{Form, Place, Position, Problem, decode};

#[test]
fn a_byte_that_is_no_text_is_told_with_its_place() {
    for (bytes, line, column, byte) in [
        (&b"{\xff"[..], 1, 2, 1),
        (b"\xff\xfe{", 1, 1, 0),
        (b"\xef\xbb\xbf{\n\"n\": \"V\xe4l\"}", 2, 8, 9),
    ] {
        let refused = decode(bytes, 100).unwrap_err();
        let position = Position { line, column, byte };
        assert_eq!(refused.position, Some(position));
        assert_eq!(refused.place(3), Place::new(3, position, ""));
        let offset = byte as usize;
        assert_eq!(refused.problem, Problem::NotUtf8 { offset });
    }
    assert_eq!(decode(b"\xef\xbb\xbfa", 4), Ok("a"));
    let refused = decode(b"abcde", 4).unwrap_err();
    assert_eq!(refused.to_string(), "the text is larger than 4 bytes");
    assert_eq!(refused.place(3), Place::of_source(3));
    assert!(refused.place(3).is_bare());
}

#[test]
fn the_form_is_told_by_ending_and_by_how_a_text_begins() {
    for (ending, form) in [
        ("toml", Some(Form::Toml)),
        ("json", Some(Form::Json)),
        ("jsonl", Some(Form::JsonLines)),
        ("ndjson", Some(Form::JsonLines)),
        ("csv", Some(Form::Csv)),
        ("yaml", None),
        ("", None),
    ] {
        assert_eq!(Form::of_ending(ending), form, "{ending}");
    }
    for (text, form) in [
        ("", Form::Toml),
        ("[[a]]", Form::Toml),
        ("[{\"a\":1}]", Form::Json),
        ("\u{feff}{\"a\":1}", Form::Json),
        ("{\"a\":1}\n{\"a\":2}", Form::JsonLines),
        ("{\"record\":1}", Form::JsonLines),
        ("{\"record\":1,}", Form::Json),
        ("{\"record\":1,}\n{}", Form::JsonLines),
        ("{\n\"a\":1,}", Form::Json),
    ] {
        assert_eq!(Form::guess(text.as_bytes(), &["record"]), form, "{text}");
    }
}

#[test]
fn a_form_that_is_not_read_is_known_by_its_first_line() {
    for (text, form) in [
        ("# a\n\na;b\n", Some("CSV")),
        ("<a/>", Some("XML")),
        ("---\n", Some("YAML")),
        ("a: 1\n", Some("YAML")),
        ("a = 1, 2\n", None),
        ("[a\n", None),
        ("", None),
    ] {
        assert_eq!(Form::foreign(text), form, "{text}");
    }
}
