//! Two records for the same thing on the same day: each such pair is told once, with the earlier of the two.

use crate::good::{GOOD, faults, read};
use kanta_address_index::{Covers, Form, Period};
use kanta_conformance::Date;

/// The faults of a good index with these times of one thing, as `from/until`.
fn of(times: &[&str], record: &str) -> Vec<String> {
    let mut text = format!(
        "{GOOD}[[party]]\nid = \"b\"\noid = \"1.2.246.10.22222229.10.0\"\nkind = \"provider\"\n"
    );
    for time in times {
        let (from, until) = time.split_once('/').unwrap();
        text.push_str(record);
        for (field, day) in [("from", from), ("until", until)] {
            if !day.is_empty() {
                text.push_str(&format!("{field} = 2025-{day}\n"));
            }
        }
    }
    faults(read(Form::Toml, &text))
        .iter()
        .map(|told| {
            let (first, rest) = told.split_once("): ").unwrap();
            let (what, other) = rest.split_once("; the other is at ").unwrap();
            let number = |place: &str| {
                let (_, path) = place.split_once('(').unwrap();
                path.trim_end_matches(')').to_owned()
            };
            let same = match what {
                "two records say the same" => "is",
                "two records speak of the same thing on the same day" => "overlaps",
                other => panic!("{other}"),
            };
            format!("{} {same} {}", number(first), number(other))
        })
        .collect()
}

#[test]
fn no_two_records_of_one_thing_overlap() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["01-01/02-01", "02-01/03-01", "03-01/"], &[]),
        (&["01-01/03-01", "02-28/"], &["[1] overlaps [0]"]),
        (&["01-01/03-01", "01-01/03-01"], &["[1] is [0]"]),
        (&["01-01/", "06-01/07-01"], &["[1] overlaps [0]"]),
        // The longest so far is what the next is held against.
        (
            &["01-01/06-01", "02-01/03-01", "04-01/05-01"],
            &["[1] overlaps [0]", "[2] overlaps [0]"],
        ),
        (
            &["01-01/03-01", "02-01/06-01", "04-01/05-01"],
            &["[1] overlaps [0]", "[2] overlaps [1]"],
        ),
        (
            &["01-01/03-01", "02-01/", "04-01/05-01"],
            &["[1] overlaps [0]", "[2] overlaps [1]"],
        ),
        (
            &["01-01/06-01", "02-01/06-01", "05-01/05-15"],
            &["[1] overlaps [0]", "[2] overlaps [0]"],
        ),
        (
            &["01-01/06-01", "02-01/03-01", "06-01/07-01"],
            &["[1] overlaps [0]"],
        ),
        // Of a start that is not known any day before the end may be the first.
        (&["/02-01", "02-01/"], &[]),
        (&["/02-02", "02-01/"], &["[1] overlaps [0]"]),
    ];
    for (kind, record) in [
        (
            "agreement",
            "[[agreement]]\nbetween = [\"clinic\", \"b\"]\n",
        ),
        ("annotation", "[[annotation]]\nparty = \"clinic\"\n"),
        (
            "right",
            "[[right]]\nfor = \"b\"\naccess_point = \"ap\"\nservice = \"imaging\"\n",
        ),
    ] {
        for (times, expected) in cases {
            // The good index has a right already.
            let told = of(times, record).join("\n").replace("right", "");
            let numbered = |at: usize| format!("[{at}]");
            let told = (1..4).fold(told, |told, at| match kind {
                "right" => told.replace(&numbered(at), &numbered(at - 1)),
                _ => told.replace(kind, ""),
            });
            assert_eq!(told, expected.join("\n"), "{kind} {times:?}");
        }
    }
}

/// Whether two times overlap is whether a day lies in both.
#[test]
fn two_times_overlap_where_a_day_lies_in_both() {
    let days: Vec<Date> = (0..5)
        .map(|at| Date::constant(2025, 1, 1).plus_days(at))
        .collect();
    let ends: Vec<Option<Date>> = core::iter::once(None)
        .chain(days.iter().map(|day| Some(*day)))
        .collect();
    let mut times = Vec::new();
    for &from in &ends {
        for &until in &ends {
            let time = Period::new(from, until);
            if !time.is_inverted() {
                times.push(time);
            }
        }
    }
    let around = (-2..8).map(|at| Date::constant(2025, 1, 1).plus_days(at));
    let around: Vec<Date> = around.collect();
    for &one in &times {
        for &other in &times {
            let may =
                |time: Period, day: Date| matches!(time.covers(day), Covers::Yes | Covers::Unknown);
            let both = around.iter().any(|&day| may(one, day) && may(other, day));
            assert_eq!(one.overlaps(other), both, "{one} and {other}");
        }
    }
}

/// A right that leads nowhere does not shift the places of those behind it.
#[test]
fn an_overlap_is_told_in_its_place_behind_a_right_that_leads_nowhere() {
    let right = |subject: &str, from: &str| {
        format!(
            "[[right]]\nfor = \"{subject}\"\naccess_point = \"ap\"\nservice = \"imaging\"\nfrom = 2025-{from}\n"
        )
    };
    let text = format!(
        "{GOOD}{}{}{}",
        right("nobody", "01-01"),
        right("clinic", "02-01"),
        right("clinic", "03-01")
    );
    let line = |number: usize| {
        let before = text.match_indices("[[right]]").nth(number).unwrap().0;
        text[..before].matches('\n').count() + 1
    };
    let told = faults(read(Form::Toml, &text));
    assert_eq!(
        told,
        [
            format!(
                "line {}, column 1 (right[1].for): no record has this id or OID: `nobody`",
                line(1)
            ),
            format!(
                "line {}, column 1 (right[3]): two records speak of the same thing on the same day; the other is at line {}, column 1 (right[2])",
                line(3),
                line(2)
            ),
        ]
    );
}
