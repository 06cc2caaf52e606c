//! TOML: what breaks the form, and how far the rest is read beside it.

use kanta_source::{Form, FormFault, Limits, SourceValue, Span, toml};

use crate::harness::faults;

#[test]
fn a_key_that_is_given_twice_is_told_with_its_first_line_and_hides_nothing() {
    assert_eq!(
        faults(Form::Toml, "name = \"a\"\nopen = 1\n\"name\" = \"b\"\n"),
        [
            "line 2, column 8: `open` takes true or false, found a number",
            "line 3, column 1: `name` is given twice: first on line 1 and again here",
        ]
    );
    // In the table of its own, and not in the one before.
    assert_eq!(
        faults(
            Form::Toml,
            "[[door]]\nstreet = \"a\"\n[[door]]\nstreet = \"b\"\nstreet = \"c\"\n"
        ),
        ["line 5, column 1: `street` is given twice: first on line 4 and again here"]
    );
    assert_eq!(
        faults(Form::Toml, "door = [{ street = \"a\", street = \"b\" }]\n"),
        ["line 1, column 25: `street` is given twice: first on line 1 and again here"]
    );
}

#[test]
fn a_table_that_is_given_twice_is_told_once() {
    assert_eq!(
        faults(
            Form::Toml,
            "[a]\nx = 1\ny = 2\n[b]\n[a]\nx = 1\ny = 2\n[a]\nx = 1\n"
        ),
        [
            "line 4, column 2: unknown key `b`",
            "line 5, column 2: `a` is given twice: first on line 1 and again here",
            "line 8, column 2: `a` is given twice: first on line 1 and again here",
            // Of tables the last is what remains.
            "line 8, column 2: unknown key `a`",
        ]
    );
    // A list that a table of its name replaces is gone, and the rest is not read.
    assert_eq!(
        faults(Form::Toml, "open = 1\n[[door]]\nstreet = \"a\"\n[door]\n"),
        ["line 4, column 2: `door` is given twice: first on line 2 and again here"]
    );
}

#[test]
fn what_breaks_more_than_a_value_is_told_alone() {
    let told = faults(Form::Toml, "open = 1\nname = \"a\nsize = \"smal\"\n");
    assert!(told[0].starts_with("line 2, column"), "{told:?}");
    assert!(
        told.iter().all(|fault| fault.contains("this is not TOML")),
        "{told:?}"
    );
}

/// The values of a long text are read, and those that break the form by themselves told, up to their number.
#[test]
fn a_long_text_is_read_beside_its_broken_values() {
    let padding = format!("# {}\n", "-".repeat(300_000));
    let text = format!("name = \"a\"\n{padding}since = 2025-13-01\nopen = maybe\nstaff = 7\n");
    let document = toml(&text, &Limits::default());
    assert_eq!(document.faults.len(), 2);
    assert!(document.faults.iter().all(|fault| !fault.is_fatal()));
    let SourceValue::Table(entries) = &document.root.value else {
        panic!("a document is a table")
    };
    assert_eq!(entries.len(), 4);
    assert_eq!(
        entries[1].item.broken.as_ref().map(|it| &*it.written),
        Some("2025-13-01")
    );
    let twice = format!("name = \"a\"\n{padding}staff = 7\nname = \"b\"\nopen = \"?\"\n");
    let document = toml(&twice, &Limits::default());
    assert!(
        matches!(
            document.faults.as_slice(),
            [FormFault::Duplicate {
                first: Some(0),
                is_readable: false,
                ..
            }]
        ),
        "{:?}",
        document.faults
    );
    let values: String = (0..40).map(|n| format!("a{n} = x\n")).collect();
    let broken = format!("{padding}{values}");
    assert_eq!(toml(&broken, &Limits::default()).faults.len(), 33);
}

#[test]
fn numbers_are_told_with_their_radix_and_what_was_read_stands_somewhere() {
    let read = toml("a = 0x1F\nb = 0o17\nc = 0b11\nd = 12\n", &Limits::default());
    let SourceValue::Table(entries) = &read.root.value else {
        panic!("a table");
    };
    let told = entries.iter().map(|entry| match &entry.item.value {
        SourceValue::Number(number) => (number.to_string(), number.as_u64()),
        other => panic!("{other:?}"),
    });
    let told: Vec<_> = told.collect();
    let number = |text: &str, value| (text.to_owned(), Some(value));
    assert_eq!(
        told,
        [
            number("0x1F", 31),
            number("0o17", 15),
            number("0b11", 3),
            number("12", 12)
        ]
    );
    assert!(entries.iter().all(|entry| entry.key_span.is_somewhere()));
    assert!(!Span::NOWHERE.is_somewhere());
}
