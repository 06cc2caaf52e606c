//! Faults: how many are kept, with which places, and how they are shown.

use std::cell::Cell;

use kanta_conformance::Language;
use kanta_source::{
    Diagnostics, Fault, FaultSink, Faults, Form, Lines, Place, Position, Problem, Span,
};

fn position(line: u32, column: u32) -> Position {
    let byte = line;
    Position { line, column, byte }
}

/// A list that is too long, as the fault of one line.
fn fault(line: u32) -> Fault<Problem> {
    let kind = Problem::TooManyValues { limit: 5 };
    Fault::new(Place::new(0, position(line, 2), ""), kind)
}

#[test]
fn a_fault_tells_where_the_other_place_is_unless_nothing_is_known_of_it() {
    let with = |other| Fault { other, ..fault(3) };
    let told =
        |fault: Fault<Problem>| Language::ALL.map(|language| fault.display(language).to_string());
    let alone = [
        "line 3, column 2: there are more values than 5",
        "rivi 3, sarake 2: arvoja on enemmän kuin 5",
        "rad 3, kolumn 2: det finns fler värden än 5",
    ];
    assert_eq!(told(with(None)), alone);
    assert_eq!(told(with(Some(Place::of_source(1)))), alone);
    assert_eq!(
        told(with(Some(Place::new(1, position(7, 4), "door[1]")))),
        [
            "line 3, column 2: there are more values than 5; the other is at line 7, column 4 (door[1])",
            "rivi 3, sarake 2: arvoja on enemmän kuin 5; toinen on: rivi 7, sarake 4 (door[1])",
            "rad 3, kolumn 2: det finns fler värden än 5; den andra är på rad 7, kolumn 4 (door[1])",
        ]
    );
}

/// What was made in memory has a path and no line.
#[test]
fn a_place_is_told_with_as_much_of_it_as_is_known() {
    let path = |line, column| Place::new(0, position(line, column), "door[1].street");
    for (place, en, fi, sv) in [
        (
            path(3, 7),
            "line 3, column 7 (door[1].street)",
            "rivi 3, sarake 7 (door[1].street)",
            "rad 3, kolumn 7 (door[1].street)",
        ),
        (
            path(3, 0),
            "line 3 (door[1].street)",
            "rivi 3 (door[1].street)",
            "rad 3 (door[1].street)",
        ),
        (
            path(0, 0),
            "door[1].street",
            "door[1].street",
            "door[1].street",
        ),
        (
            Place::new(0, position(3, 0), ""),
            "line 3",
            "rivi 3",
            "rad 3",
        ),
        (Place::of_source(2), "", "", ""),
    ] {
        let told = Language::ALL.map(|language| place.display(language).to_string());
        assert_eq!(told, [en, fi, sv]);
        assert_eq!(place.to_string(), en);
        assert_eq!(
            place.position().map(|at| at.line),
            match place.line {
                0 => None,
                line => Some(line),
            }
        );
    }
}

#[test]
fn faults_stand_in_the_order_of_their_places_one_a_line() {
    let mut sink = FaultSink::new(5);
    for line in [4, 2, 3, 2] {
        sink.push_with(|| fault(line));
    }
    let faults: Faults<Problem> = sink.finish().unwrap_err();
    let in_order = [fault(2), fault(3), fault(4)];
    assert_eq!(faults.as_slice(), in_order);
    let mut each = Vec::new();
    for fault in &faults {
        each.push(fault.clone());
    }
    assert_eq!(each, in_order);
    assert_eq!(
        faults.display(Language::Sv).to_string(),
        "rad 2, kolumn 2: det finns fler värden än 5\n\
         rad 3, kolumn 2: det finns fler värden än 5\n\
         rad 4, kolumn 2: det finns fler värden än 5"
    );
    let each: Vec<_> = faults.into_iter().collect();
    assert_eq!(each, in_order);
}

#[test]
fn a_sink_keeps_so_many_faults_and_counts_the_others_without_making_them() {
    let mut sink = FaultSink::new(3);
    assert_eq!(sink.room(), 3);
    let made = Cell::new(0);
    for line in 1..=5 {
        sink.push_with(|| {
            made.set(made.get() + 1);
            fault(line)
        });
    }
    assert_eq!((made.get(), sink.room()), (3, 0));
    let more = Fault::new(
        Place::new(
            0,
            Position {
                line: 3,
                column: 0,
                byte: 3,
            },
            "",
        ),
        Problem::More { count: 2 },
    );
    let faults = sink.finish().unwrap_err();
    assert_eq!(faults.as_slice(), [fault(1), fault(2), fault(3), more]);
}

#[test]
fn faults_beyond_the_limit_are_neither_worded_nor_placed() {
    let at = |start| Span { start, end: start };
    let mut notes = Diagnostics::new(Form::Toml, 2);
    let worded = Cell::new(0);
    for start in 0..4 {
        notes.fault_with(at(start), "", || {
            worded.set(worded.get() + 1);
            Problem::TooDeep
        });
    }
    assert_eq!(worded.get(), 2);
    let mut sink = FaultSink::new(1);
    let placed = Cell::new(0);
    notes.drain_into(&mut sink, |located| {
        placed.set(placed.get() + 1);
        Place::new(0, position(located.span.start + 1, 1), "")
    });
    assert_eq!(placed.get(), 1);
    assert!(notes.is_clean());
    let faults = sink.finish().unwrap_err();
    let kinds: Vec<_> = faults.iter().map(|fault| fault.kind.clone()).collect();
    assert_eq!(kinds, [Problem::TooDeep, Problem::More { count: 3 }]);
}

#[test]
fn there_is_no_fault_until_one_is_told_or_counted() {
    for limit in [0, 1] {
        let mut notes: Diagnostics<Problem> = Diagnostics::new(Form::Json, limit);
        assert!(notes.is_clean());
        notes.fault(Span { start: 0, end: 1 }, "", Problem::TooDeep);
        assert!(!notes.is_clean(), "{limit}");
        let faults = notes.finish(&Lines::new("a")).unwrap_err();
        assert_eq!(faults.len(), 1);
    }
}
