//! CSV as spreadsheets write it: rows, cells, days, letters.

use kanta_conformance::Language;
use kanta_source::{
    CellDay, FaultMessage, Lines, NoDay, Problem, Sheet, SheetProblem, decode_sheet, from_cell,
    is_shortened, to_cell, windows_1252,
};
use proptest::prelude::*;

/// The rows of a text with their numbers, each cell as it reads.
fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let sheet = Sheet::new(text);
    let rows = sheet.rows().map(|row| {
        let cells = row.cells.iter().map(|cell| cell.text.to_string());
        (row.number, cells.collect())
    });
    rows.collect()
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|&cell| cell.to_owned()).collect())
}

#[test]
fn semicolons_commas_and_tabs_separate_by_what_the_first_row_has_most_of() {
    let read = [row(1, &["a", "b"]), row(2, &["1,5", ""])];
    assert_eq!(rows("a;b\n1,5;\n"), read);
    assert_eq!(rows("a\tb\n1,5\t\n"), read);
    assert_eq!(rows("a,b\n\"1,5\",\n"), read);
    // What stands in quotation marks does not count.
    assert_eq!(rows("\"a,b,c\";d\n"), [row(1, &["a,b,c", "d"])]);
    assert_eq!(rows("\n\na\n"), [row(3, &["a"])]);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a;b", "\"x\ny\";\"say \"\"hi\"\"\"", "", ";", "last;"].join(end);
        let read = [
            row(1, &["a", "b"]),
            row(2, &["x\ny", "say \"hi\""]),
            row(4, &["", ""]),
            row(5, &["last", ""]),
        ];
        assert_eq!(rows(&text), read, "{end:?}");
    }
    assert_eq!(rows(""), []);
}

#[test]
fn a_place_is_a_row_and_the_number_of_a_cell() {
    let text = "a;b;c\r\n\"ä\nö\";\"2\";3\r\n\r\n4;5;6";
    let sheet = Sheet::new(text);
    let lines = Lines::of_sheet(text, sheet.clone());
    let mut places = Vec::new();
    for row in sheet.rows() {
        assert_eq!(lines.line_of(row.span.start).line, row.number);
        assert_eq!(lines.line_of(row.span.start).column, 0);
        for cell in &row.cells {
            let place = lines.start_of(cell.span);
            places.push((
                place.line,
                place.column,
                &text[cell.span.start as usize..cell.span.end as usize],
            ));
        }
    }
    let expected = [
        (1, 1, "a"),
        (1, 2, "b"),
        (1, 3, "c"),
        (2, 1, "\"ä\nö\""),
        (2, 2, "\"2\""),
        (2, 3, "3"),
        (4, 1, "4"),
        (4, 2, "5"),
        (4, 3, "6"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn broken_quotation_marks_are_named() {
    let broken = |text: &str| {
        let sheet = Sheet::new(text);
        let cells = sheet.rows().flat_map(|row| row.cells);
        cells.filter_map(|cell| cell.broken).collect::<Vec<_>>()
    };
    assert_eq!(broken("a;\"b\nc;d\n"), [SheetProblem::OpenQuote]);
    assert_eq!(broken("\"a\"b;c\n"), [SheetProblem::BehindQuote]);
    assert_eq!(broken("\"a\"b\"c\";d\n"), [SheetProblem::BehindQuote]);
    assert_eq!(broken("\"a\"\"b\";c\"d\"\n"), []);
    assert_eq!(broken("\"\";\"\"\"\"\n"), []);
}

#[test]
fn a_row_keeps_so_many_cells_and_one_beyond() {
    let text = format!("a{}x;y\n1;2\n", ";".repeat(1_000_000));
    let read = rows(&text);
    assert_eq!(read[0].1.len(), 257);
    assert_eq!((&*read[0].1[0], &*read[0].1[256]), ("a", "x"));
    assert_eq!(read[1], row(2, &["1", "2"]));
    // Beyond the most, empty cells are none.
    for (separators, count) in [(254, 255), (255, 256), (256, 256), (300, 256)] {
        let text = format!("a{}\n", ";".repeat(separators));
        assert_eq!(rows(&text)[0].1.len(), count, "{separators}");
    }
}

#[test]
fn days_are_read_as_spreadsheets_write_them_and_ambiguous_ones_are_not() {
    let is = |text: &str| CellDay::Is(text.parse().unwrap());
    for (text, day) in [
        ("2026-12-31", is("2026-12-31")),
        ("31.12.2026", is("2026-12-31")),
        ("1.2.2026", is("2026-02-01")),
        ("01.02.2026", is("2026-02-01")),
        ("29.2.2024", is("2024-02-29")),
        ("29.2.2026", CellDay::Other),
        ("31.12.26", CellDay::Not(NoDay::Century)),
        ("12/31/2026", CellDay::Not(NoDay::Order)),
        ("01/02/2026", CellDay::Not(NoDay::Order)),
        ("31-12-2026", CellDay::Not(NoDay::Order)),
        ("46387", CellDay::Not(NoDay::Number)),
        ("31.12.2026 0:00", CellDay::Not(NoDay::Time)),
        ("2026-12-31T00:00:00", CellDay::Not(NoDay::Time)),
        ("12/31/2026 12:00", CellDay::Not(NoDay::Order)),
        ("soon", CellDay::Other),
        ("", CellDay::Other),
        ("4638", CellDay::Other),
        ("1.2.246", CellDay::Other),
        // Three parts, and not those of a day.
        ("a/b/c", CellDay::Other),
        ("10000/1/2", CellDay::Other),
        ("031.12.2026", CellDay::Other),
        ("31.012.2026", CellDay::Other),
        ("+1.2.2026", CellDay::Other),
        ("1.2.2026.3", CellDay::Other),
        // Five letters are no number, and a word behind a day no time.
        ("today", CellDay::Other),
        ("2026-12-31 noon", CellDay::Other),
        ("2026-12-31 ", CellDay::Other),
    ] {
        assert_eq!(CellDay::read(text), day, "{text}");
    }
}

#[test]
fn shortened_numbers_are_known_by_their_exponent() {
    for text in ["1.2E+12", "1,23457E+17", "1E+05", "-1,2E-7", "1.2e+12"] {
        assert!(is_shortened(text), "{text}");
    }
    for text in [
        "1.2.246.10",
        "12",
        "1,5",
        "E+5",
        "1E5",
        "1E+",
        "A1E+5",
        "1.E+5",
        "",
    ] {
        assert!(!is_shortened(text), "{text}");
    }
}

/// An apostrophe stands before what a spreadsheet would change, and nowhere else.
#[test]
fn a_cell_has_an_apostrophe_where_a_spreadsheet_would_change_the_text() {
    for text in [
        "", "=1+1", "+358", "-1", "@a", "\tb", "\rb", "'a", "1E+05", "1,5E+9",
    ] {
        let cell = to_cell(text);
        let cell = cell.trim_matches('"');
        assert_eq!(cell, format!("'{text}"));
        assert_eq!(from_cell(cell), text);
    }
    for text in ["a", "1", "1.5", "a=b", "a-b", "o'clock", "1E5", " =1"] {
        assert_eq!(to_cell(text), text);
        assert_eq!(from_cell(text), text);
    }
    // By hand, before what needs none.
    for cell in ["'a", "'1", "'1.5", "'tis"] {
        assert_eq!(from_cell(cell), cell);
    }
}

/// A file in Windows-1252 is not guessed at: the encoding is named with the letter that shows it, and where it stands.
#[test]
fn other_encodings_are_named() {
    let told = |bytes: &[u8]| {
        let refused = decode_sheet(bytes, 100).unwrap_err();
        (
            refused.position.map(|at| (at.line, at.column)),
            refused.problem.message(Language::En),
        )
    };
    let (place, words) = told(b"a;b\nV\xe4in\xf6;1\n");
    assert_eq!(place, Some((2, 1)));
    assert_eq!(told(b"a;b\n\xe4").0, Some((2, 1)));
    assert_eq!(told(b"a;b\n1;\xe4").0, Some((2, 2)));
    assert_eq!(
        words,
        "the text is not UTF-8 but seems to be Windows-1252, found `ä`; save it as “CSV UTF-8”, or convert it with --encoding windows-1252"
    );
    assert!(told(b"\xff\xfea\0;\0").1.contains("UTF-16"));
    assert_eq!(decode_sheet(b"\xef\xbb\xbfa;b", 100), Ok("a;b"));
    assert_eq!(
        decode_sheet(b"a;b", 2).unwrap_err().problem,
        Problem::TooLarge { limit: 2 }
    );
    // Every byte but five is a letter, as the table of the Unicode consortium has it.
    assert_eq!(windows_1252(b"\x80\x8a\x9f\xe5\xff").unwrap(), "€ŠŸåÿ");
    let none: Vec<u8> = (0..=255)
        .filter(|&byte| windows_1252(&[byte]).is_err())
        .collect();
    assert_eq!(none, [0x81, 0x8d, 0x8f, 0x90, 0x9d]);
}

#[test]
fn every_problem_is_told_in_three_languages() {
    let name = || "x".to_owned();
    let problems = [
        SheetProblem::OtherEncoding {
            name: "UTF-16",
            letter: None,
        },
        SheetProblem::OpenQuote,
        SheetProblem::BehindQuote,
        SheetProblem::NoColumns,
        SheetProblem::NoColumn { name: "record" },
        SheetProblem::UnknownColumn {
            name: name(),
            nearest: Some("id"),
        },
        SheetProblem::ColumnTwice {
            name: name(),
            first: 1,
        },
        SheetProblem::Nameless { found: name() },
        SheetProblem::Shortened { found: name() },
        SheetProblem::TooMany { limit: 5 },
        SheetProblem::Day {
            found: name(),
            why: NoDay::Order,
        },
        SheetProblem::Day {
            found: name(),
            why: NoDay::Century,
        },
        SheetProblem::Day {
            found: name(),
            why: NoDay::Number,
        },
        SheetProblem::Day {
            found: name(),
            why: NoDay::Time,
        },
    ];
    for problem in problems {
        let problem = Problem::from(problem);
        let said = Language::ALL.map(|language| problem.message(language));
        assert!(
            said[0] != said[1] && said[1] != said[2] && said[0] != said[2],
            "{said:?}"
        );
    }
}

proptest! {
    /// Whatever a cell says, it says again; and no spreadsheet takes it for a formula.
    #[test]
    fn a_cell_says_what_was_written(texts in prop::collection::vec("(?s)[=+@'\t\r\n;,\"aE1.-]{0,8}|\\PC{0,6}", 1..5)) {
        let line: Vec<String> = texts.iter().map(|text| to_cell(text)).collect();
        let text = format!("h{}\r\n{}\r\n", ";".repeat(texts.len()), line.join(";"));
        let sheet = Sheet::new(&text);
        let row = sheet.rows().nth(1).unwrap();
        let said: Vec<&str> = row.cells.iter().map(|cell| from_cell(&cell.text)).collect();
        prop_assert_eq!(said, texts);
        for cell in &row.cells {
            prop_assert!(cell.broken.is_none());
            prop_assert!(!cell.text.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert!(!is_shortened(&cell.text));
        }
    }

    /// Any text is rows, whose numbers rise and whose parts lie in it one behind the other.
    #[test]
    fn any_text_is_rows(text in "(?s)[a;,\"\r\n\tä]{0,60}") {
        let sheet = Sheet::new(&text);
        let lines = Lines::of_sheet(&text, sheet.clone());
        let (mut number, mut end) = (0, 0);
        for row in sheet.rows() {
            prop_assert!(row.number > number && row.span.start >= end && row.span.end > row.span.start);
            (number, end) = (row.number, row.span.end);
            let again = sheet.rows().row_at(row.span.start).unwrap();
            prop_assert_eq!(again.span, row.span);
            for (column, cell) in (1..).zip(&row.cells) {
                prop_assert!(text.get(cell.span.start as usize..cell.span.end as usize).is_some());
                let place = lines.start_of(cell.span);
                prop_assert_eq!((place.line, place.column), (row.number, column));
            }
        }
    }
}
