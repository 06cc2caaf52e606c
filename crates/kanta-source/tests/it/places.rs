//! Lines, columns and bytes.

use kanta_source::{Lines, Position};

/// Line and column, counted letter by letter.
fn counted(text: &str, at: usize) -> Position {
    let before = &text[..at];
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default();
    Position {
        line: line as u32,
        column: column.chars().count() as u32 + 1,
        byte: at as u32,
    }
}

#[test]
fn each_position_is_the_one_that_counting_gives() {
    for text in ["ä\n\nöl ".repeat(300), "é".repeat(2000), String::new()] {
        let lines = Lines::new(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            assert_eq!(lines.position(at as u32), counted(&text, at), "{at}");
        }
    }
}

#[test]
fn a_part_of_a_text_counts_from_where_it_begins() {
    let lines = Lines::within("ä\nb", 100, 7);
    let told = |byte| {
        let position = lines.position(byte);
        (position.line, position.column, position.byte)
    };
    assert_eq!(told(102), (7, 2, 102));
    assert_eq!(told(103), (8, 1, 103));
}

#[test]
fn a_line_as_a_whole_has_no_column() {
    let text = "ä\nbcd\n";
    let lines = Lines::new(text);
    assert_eq!(lines.text(), text);
    assert_eq!(lines.position(5).column, 3);
    let whole = Position {
        line: 2,
        column: 0,
        byte: 5,
    };
    assert_eq!(lines.line_of(5), whole);
}
