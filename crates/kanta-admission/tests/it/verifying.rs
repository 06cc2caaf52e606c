//! Verifying: what is told of each kind of damage, and that nothing else is.

use kanta_admission::audit::{Checkpoint, Damage, Line, LineError, OnFull};

use crate::audit::{Memory, gate, lines, verify, written};
use crate::harness::good;

const GARBAGE: &[u8] = b"{}\n";

/// Lines of the same numbers as those of a log, of other decisions.
fn rewritten(decisions: usize) -> Vec<Vec<u8>> {
    let (case, memory) = (good(), Memory::default());
    let gate = gate(&case, &memory, OnFull::Refuse, 100);
    let connection = case.connection();
    for _ in 0..decisions {
        let _ = gate.admit(&connection, &case.attempt);
    }
    let log = memory.0.lock().unwrap().lines.clone();
    lines(&log)
}

/// Six lines with checkpoints at three and at six.
struct Six {
    lines: Vec<Vec<u8>>,
    checkpoints: String,
}

impl Six {
    fn new() -> Self {
        let (log, checkpoints) = written(6);
        Self {
            lines: lines(&log),
            checkpoints,
        }
    }

    fn damages(&self, lines: &[&[u8]]) -> Vec<Damage> {
        verify(&lines.concat(), &self.checkpoints).damages
    }

    /// Line by its number.
    fn line(&self, number: usize) -> &[u8] {
        &self.lines[number - 1]
    }
}

#[test]
fn what_begins_at_a_checkpoint_is_whole_and_what_begins_elsewhere_misses_its_beginning() {
    let six = Six::new();
    let from = |number: usize| {
        let lines: Vec<&[u8]> = six.lines[number - 1..].iter().map(|it| &it[..]).collect();
        verify(&lines.concat(), &six.checkpoints)
    };
    let behind = from(4);
    assert!(behind.is_whole(), "{:?}", behind.damages);
    assert_eq!((behind.lines, behind.head.size, behind.sealed), (3, 6, 6));
    let missing = |line, first, last| Damage::Missing { line, first, last };
    assert_eq!(from(5).damages, [missing(1, 1, 4)]);
    assert_eq!(from(2).damages, [missing(1, 1, 1)]);
    // Number and hash have to be those of one checkpoint: this begins at the number of one, with another hash.
    let other = rewritten(4);
    let first = six.checkpoints.split_inclusive("\n\n").next().unwrap();
    let begun = verify(&other[3], first);
    assert_eq!(begun.damages, [missing(1, 1, 3)]);
}

#[test]
fn a_line_that_is_missing_is_told_once_though_a_checkpoint_knows_it() {
    let six = Six::new();
    let without = |gone: std::ops::RangeInclusive<usize>| {
        let kept = (1..=6).filter(|number| !gone.contains(number));
        let lines: Vec<&[u8]> = kept.map(|number| six.line(number)).collect();
        six.damages(&lines)
    };
    let missing = |line, first, last| Damage::Missing { line, first, last };
    assert_eq!(without(1..=1), [missing(1, 1, 1)]);
    assert_eq!(without(3..=3), [missing(3, 3, 3)]);
    assert_eq!(without(2..=4), [missing(2, 2, 4)]);
    assert_eq!(without(6..=6), [Damage::CutOff { size: 6, last: 5 }]);
}

#[test]
fn a_line_that_stands_twice_or_too_early_is_out_of_order() {
    let six = Six::new();
    let twice = [1, 2, 2, 3, 4, 5, 6].map(|number| six.line(number));
    let out_of_order = |line, expected, found| Damage::OutOfOrder {
        line,
        expected,
        found,
    };
    assert_eq!(six.damages(&twice), [out_of_order(3, 3, 2)]);
    let swapped = [1, 2, 3, 5, 4, 6].map(|number| six.line(number));
    let missing = |line, first, last| Damage::Missing { line, first, last };
    assert_eq!(
        six.damages(&swapped),
        [missing(4, 4, 4), out_of_order(5, 6, 4), missing(6, 5, 5)]
    );
}

#[test]
fn a_line_that_a_crash_tore_is_no_damage_where_the_log_went_on_from_the_one_before_it() {
    let six = Six::new();
    let torn = [&six.line(3)[..40], b"\n"].concat();
    let [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map(|number| six.line(number));
    let verified = verify(&[a, b, &torn, c, d, e, f].concat(), &six.checkpoints);
    assert!(verified.is_whole(), "{:?}", verified.damages);
    assert_eq!((&verified.torn[..], verified.lines), (&[3][..], 7));
    // At its very beginning, too.
    let verified = verify(&[&torn, a, b, c, d, e, f].concat(), &six.checkpoints);
    assert_eq!((verified.is_whole(), &verified.torn[..]), (true, &[1][..]));
    // In the place of a line it is that line, damaged.
    let no_line = |line, error| Damage::NotALine { line, error };
    let form = LineError::Form;
    assert_eq!(six.damages(&[a, b, &torn, d, e, f]), [no_line(3, form)]);
    assert_eq!(six.damages(&[&torn, b, c, d, e, f]), [no_line(1, form)]);
    // A whole line that was altered was not torn.
    let text = String::from_utf8(c.to_vec()).unwrap();
    let altered = text.replace("\"seq\":3", "\"seq\":9");
    assert_eq!(
        six.damages(&[a, b, altered.as_bytes(), d, e, f]),
        [no_line(3, LineError::Altered)]
    );
    // What goes on with the next number from another line did not go on.
    let other = &rewritten(3)[2];
    let damages = six.damages(&[a, b, &torn, other]);
    assert_eq!(damages[0], no_line(3, form));
}

#[test]
fn of_several_lines_that_are_none_each_is_told_and_none_is_taken_for_torn() {
    let six = Six::new();
    let [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map(|number| six.line(number));
    let no_line = |line| Damage::NotALine {
        line,
        error: LineError::Form,
    };
    let both = [no_line(2), no_line(3)];
    assert_eq!(six.damages(&[a, GARBAGE, GARBAGE, d, e, f]), both);
    let first_two = [no_line(1), no_line(2)];
    assert_eq!(six.damages(&[GARBAGE, GARBAGE, c, d, e, f]), first_two);
    // Two for one: which of them was torn, nobody can tell.
    let out_of_order = Damage::OutOfOrder {
        line: 4,
        expected: 4,
        found: 3,
    };
    assert_eq!(
        six.damages(&[a, GARBAGE, GARBAGE, c, d, e, f]),
        [no_line(2), no_line(3), out_of_order]
    );
    // At the end nothing goes on from it.
    let cut_off = Damage::CutOff { size: 6, last: 5 };
    assert_eq!(
        six.damages(&[a, b, c, d, e, GARBAGE]),
        [no_line(6), cut_off]
    );
    let behind = six.damages(&[a, b, c, d, e, f, GARBAGE]);
    assert_eq!(behind, [no_line(7)]);
}

#[test]
fn a_hundred_damages_are_told_and_all_are_counted() {
    let six = Six::new();
    for damaged in [99_u64, 100, 101, 150] {
        let mut log = six.lines.concat();
        (0..damaged).for_each(|_| log.extend_from_slice(GARBAGE));
        let verified = verify(&log, &six.checkpoints);
        assert_eq!(verified.damage_count, damaged);
        assert_eq!(verified.damages.len() as u64, damaged.min(100));
        assert!(!verified.is_whole());
    }
}

#[test]
fn a_line_is_at_most_one_mebibyte_long() {
    const MEBIBYTE: usize = 1 << 20;
    let error = |length: usize| Line::read(&vec![b' '; length]).unwrap_err();
    assert_eq!(error(MEBIBYTE), LineError::Form);
    assert_eq!(error(MEBIBYTE + 1), LineError::TooLong);
    assert_eq!(error(MEBIBYTE + 2), LineError::TooLong);
}

#[test]
fn checkpoints_are_taken_in_any_order_and_more_than_once() {
    let six = Six::new();
    let mut all = Checkpoint::read_all(&six.checkpoints).unwrap();
    all.reverse();
    let again: String = all.iter().map(|it| format!("{it}\n")).collect();
    let verified = verify(
        &six.lines.concat(),
        &format!("{again}\n{}", six.checkpoints),
    );
    assert_eq!((verified.is_whole(), verified.sealed), (true, 6));
}
