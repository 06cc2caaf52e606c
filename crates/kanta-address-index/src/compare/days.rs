//! Runs of days: what one list covers and another does not.

use crate::Period;
use crate::day::{Day, validity};

/// Something that holds from a day until another.
pub(super) type Kept<K> = (K, Day, Day);

/// Days from one until another.
pub(super) type Run = (Day, Day);

pub(super) fn validity_of(from: Day, until: Day) -> Period {
    validity((from, until))
}

/// The days of one list that the other does not cover. Both are sorted and joined.
pub(super) fn without<K: Ord + Copy>(list: &[Kept<K>], cover: &[Kept<K>]) -> Vec<Kept<K>> {
    let mut left = Vec::new();
    let mut rest = cover;
    for &(key, from, until) in list {
        let mut at = from;
        // What ends before this time begins covers nothing of it or of what follows.
        let past = rest.partition_point(|&(k, _, end)| (k, end) <= (key, from));
        rest = rest.get(past..).unwrap_or_default();
        for &(_, start, end) in rest
            .iter()
            .take_while(|&&(k, start, _)| k == key && start < until)
        {
            if at < start {
                left.push((key, at, start));
            }
            at = at.max(end);
        }
        if at < until {
            left.push((key, at, until));
        }
    }
    left
}

/// The part of a sorted list whose keys have a part.
pub(super) fn of<K: Copy, P: Ord>(
    list: &[Kept<K>],
    part: impl Fn(K) -> P,
    sought: P,
) -> &[Kept<K>] {
    let first = list.partition_point(|&(key, ..)| part(key) < sought);
    let last = list.partition_point(|&(key, ..)| part(key) <= sought);
    list.get(first..last).unwrap_or_default()
}

/// From the first to the last day of a window that lies in one of the runs, which are sorted and
/// joined.
pub(super) fn hull(runs: &[Kept<()>], (from, until): Run) -> Option<Run> {
    let first = runs.partition_point(|&(_, _, end)| end <= from);
    let after = runs.partition_point(|&(_, start, _)| start < until);
    let &(_, start, _) = runs.get(first)?;
    let &(_, _, end) = runs.get(after.checked_sub(1)?)?;
    let (first, last) = (from.max(start), until.min(end));
    (first < last).then_some((first, last))
}

/// The first day of a window that lies in none of the runs, which are sorted and joined.
pub(super) fn gap(runs: &[Run], (from, until): Run) -> Option<Day> {
    let at = runs.partition_point(|&(_, end)| end <= from);
    let day = match runs.get(at) {
        Some(&(start, end)) if start <= from => end,
        _ => from,
    };
    (day < until).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run((from, until): (u32, u32)) -> Kept<()> {
        ((), Day(from), Day(until))
    }

    #[test]
    fn a_hull_and_a_gap_end_where_the_runs_do() {
        let runs = [(10, 20), (30, 40)];
        for (window, hull_of, first_gap) in [
            ((0, 10), None, Some(0)),
            ((0, 11), Some((10, 11)), Some(0)),
            ((10, 20), Some((10, 20)), None),
            ((15, 21), Some((15, 20)), Some(20)),
            ((20, 30), None, Some(20)),
            ((5, 35), Some((10, 35)), Some(5)),
            ((12, 50), Some((12, 40)), Some(20)),
            ((40, 50), None, Some(40)),
        ] {
            let window = (Day(window.0), Day(window.1));
            let told = hull(&runs.map(run), window).map(|(from, until)| (from.0, until.0));
            assert_eq!(told, hull_of, "{window:?}");
            let runs = runs.map(|(from, until)| (Day(from), Day(until)));
            assert_eq!(gap(&runs, window).map(|day| day.0), first_gap, "{window:?}");
        }
    }
}
