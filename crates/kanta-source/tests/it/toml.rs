//! TOML: what breaks the form, and how far the rest is read beside it.

use kanta_source::{Form, FormFault, Limits, Lines, SourceValue, Span, toml};

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

/// The key or the table that is given twice, with the line on which it was given first.
#[test]
fn the_first_line_is_that_of_the_same_key_in_the_same_table() {
    for (text, expected) in [
        // A table in one line that is closed has keys of its own, and so has one that is not.
        (
            "name = 1\na = { name = 2 }\nname = 3\n",
            &[("name", 1, 3)][..],
        ),
        (
            "name = 1\na = [{ name = 2 }, { name = 3, name = 4 }]\n",
            &[("name", 2, 2)],
        ),
        // A list and a table between two of a name change nothing, wherever they belong.
        ("[a]\n[[b]]\n[c]\n[a]\n", &[("a", 1, 4)]),
        ("[a.b]\n[[c]]\n[d]\n[a.b]\n", &[("b", 1, 4)]),
        ("[a.b]\n[a]\n[a.b]\n", &[("b", 1, 3)]),
        ("[a]\n[[a.b]]\n[a]\n", &[("a", 1, 3)]),
        ("[a.b]\n[[a.c]]\n[a.b]\n", &[("b", 1, 3)]),
        // A new entry of a list has tables of its own.
        ("[[a]]\n[a.b]\n[[a]]\n[a.b]\n[a.b]\n", &[("b", 4, 5)]),
        ("[[a]]\n[a.b.c]\n[[a]]\n[a.b.c]\n[a.b.c]\n", &[("c", 4, 5)]),
        // Of a list, its first entry.
        ("[[a]]\n[[a]]\n[a]\n", &[("a", 1, 3)]),
        // Behind a table that is given twice, keys of the next one are told again.
        (
            "[a]\nx = 1\n[a]\nx = 2\n[b]\ny = 1\ny = 2\n",
            &[("a", 1, 3), ("y", 6, 7)],
        ),
    ] {
        let lines = Lines::new(text);
        let document = toml(text, &Limits::default());
        let told: Vec<_> = document
            .faults
            .iter()
            .map(|fault| match fault {
                FormFault::Duplicate {
                    span, key, first, ..
                } => {
                    let first = first.map_or(0, |at| lines.position(at).line);
                    (&**key, first, lines.start_of(*span).line)
                }
                other => panic!("{other}: {text}"),
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }
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

/// What is broken within a text in quotation marks breaks that text alone.
#[test]
fn a_value_that_is_broken_within_is_told_beside_the_rest() {
    let text = "name = \"a \\q b\"\nopen = 1\nsize = \"small\"\n";
    let told = faults(Form::Toml, text);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("line 1, column 1"), "{told:?}");
    assert_eq!(
        told[1],
        "line 2, column 8: `open` takes true or false, found a number"
    );
    // Of several breaks in one value, the value says the first.
    let text = "name = \"\\q \\u12 \"\n";
    let document = toml(text, &Limits::default());
    let words: Vec<_> = document.faults.iter().map(ToString::to_string).collect();
    assert!(words.len() > 1 && words[0] != words[1], "{words:?}");
    let SourceValue::Table(entries) = &document.root.value else {
        panic!("a document is a table")
    };
    let broken = entries[0].item.broken.as_deref().unwrap();
    assert_eq!(broken.words, words[0]);
    assert_eq!(broken.written, "\"\\q \\u12 \"");
}

#[test]
fn a_list_with_a_broken_item_is_none_itself() {
    let text = "a = [1, maybe, 3]\n";
    let document = toml(text, &Limits::default());
    assert!(document.faults.iter().all(|fault| !fault.is_fatal()));
    let SourceValue::Table(entries) = &document.root.value else {
        panic!("a document is a table")
    };
    let SourceValue::List(items) = &entries[0].item.value else {
        panic!("a list")
    };
    let broken: Vec<_> = items.iter().map(|item| item.broken.is_some()).collect();
    assert_eq!(broken, [false, true, false]);
    assert!(entries[0].item.broken.is_none());
    // What stands between the items breaks none of them, and more than the list.
    let told = faults(Form::Toml, "open = 1\nname = [1 = 2]\n");
    assert!(
        told.iter().all(|fault| fault.contains("this is not TOML")),
        "{told:?}"
    );
}

/// Every break of the form is told of a text up to 256 KiB, and the first alone of one that is longer by a byte.
#[test]
fn a_text_is_long_from_so_many_bytes() {
    let lines = "name\nopen\n";
    for (length, count) in [(256 << 10, 2), ((256 << 10) + 1, 1)] {
        let padding = "-".repeat(length - lines.len() - 2);
        let text = format!("#{padding}\n{lines}");
        assert_eq!(text.len(), length);
        let document = toml(&text, &Limits::default());
        assert_eq!(document.faults.len(), count, "{length}");
    }
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
    // Each stands as a whole where it is, whichever letter of it breaks the form.
    let values = ["2025-13-01", "maybe", "1__0", "0x1g", "12.", "1e"];
    let lines = (0..).zip(values);
    let lines: String = lines
        .map(|(n, value)| format!("a{n} = {value}\n"))
        .collect();
    let text = format!("{padding}{lines}");
    let document = toml(&text, &Limits::default());
    let written: Vec<_> = document
        .faults
        .iter()
        .map(|fault| &text[fault.span().start as usize..fault.span().end as usize])
        .collect();
    assert_eq!(written, values);
    assert!(document.faults.iter().all(|fault| !fault.is_fatal()));
    // A value that is not there, a word that is no value, a key that nothing follows: more than a value is broken.
    for line in ["open = \n", "open = ?\n", "open\n", "open maybe = 1\n"] {
        let text = format!("name = \"a\"\n{padding}{line}staff = 7\n");
        let document = toml(&text, &Limits::default());
        assert_eq!(document.faults.len(), 1, "{line}");
        assert!(document.faults[0].is_fatal(), "{line}");
    }
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
