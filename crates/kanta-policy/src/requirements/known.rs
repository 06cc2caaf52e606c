//! The law of absent values: an unknown input leaves the outcome open, unless every way to fill it in gives the same.

use kanta_conformance::{FieldPath, Outcome, OutcomeKind, Why};

/// The inputs of a decision that the plan leaves open.
#[derive(Default)]
pub(crate) struct Open {
    absent: Vec<(FieldPath, usize)>,
}

/// An input: known, or one of several values.
pub(crate) struct Input<T: 'static> {
    known: Option<T>,
    values: &'static [T],
    slot: usize,
}

/// One way to fill in what is open.
pub(crate) struct Choice<'a>(&'a [usize]);

impl<T: Copy> Input<T> {
    /// Its value under that choice.
    pub(crate) fn under(&self, choice: &Choice<'_>) -> Option<T> {
        self.known
            .or_else(|| self.values.get(*choice.0.get(self.slot)?).copied())
    }
}

impl Open {
    /// An input with all values that it could have; `field` is where it would be filled in.
    pub(crate) fn input<T>(
        &mut self,
        known: Option<T>,
        values: &'static [T],
        field: impl FnOnce() -> FieldPath,
    ) -> Input<T> {
        let slot = self.absent.len();
        if known.is_none() {
            self.absent.push((field(), values.len()));
        }
        Input {
            known,
            values,
            slot,
        }
    }

    /// A yes or no.
    pub(crate) fn flag(
        &mut self,
        known: Option<bool>,
        field: impl FnOnce() -> FieldPath,
    ) -> Input<bool> {
        self.input(known, &[false, true], field)
    }

    /// The outcome on which every way to fill in agrees; else undetermined, naming the fields that matter.
    pub(crate) fn decide(self, decide: impl Fn(&Choice<'_>) -> Option<Outcome>) -> Outcome {
        let all_missing = |absent: Vec<(FieldPath, usize)>| {
            Outcome::Undetermined(Why::InputMissing(
                absent.into_iter().map(|(path, _)| path).collect(),
            ))
        };
        let mut choice = vec![0; self.absent.len()];
        let Some(first) = decide(&Choice(&choice)) else {
            return all_missing(self.absent);
        };
        if self.absent.is_empty() {
            return first;
        }
        let mut kinds = vec![kind(&first)];
        while self.next(&mut choice) {
            match decide(&Choice(&choice)) {
                Some(outcome) => kinds.push(kind(&outcome)),
                None => return all_missing(self.absent),
            }
        }
        if kinds.iter().all(|other| *other == kind(&first)) {
            return first;
        }
        let matters = self.matters(&kinds);
        let absent = self
            .absent
            .into_iter()
            .zip(matters)
            .filter(|(_, matters)| *matters);
        all_missing(absent.map(|(absent, _)| absent).collect())
    }

    /// Counts on to the next choice, the first input fastest.
    fn next(&self, choice: &mut [usize]) -> bool {
        for (value, (_, count)) in choice.iter_mut().zip(&self.absent) {
            *value = value.saturating_add(1);
            if *value < *count {
                return true;
            }
            *value = 0;
        }
        false
    }

    /// For each open input: whether there are two choices that differ in it alone and in their outcome.
    fn matters(&self, kinds: &[(OutcomeKind, &'static str)]) -> Vec<bool> {
        let mut step = 1_usize;
        let mut matters = Vec::with_capacity(self.absent.len());
        for (_, count) in &self.absent {
            let period = step.saturating_mul(*count);
            let differs = kinds.iter().enumerate().any(|(index, kind)| {
                let rest = index.checked_rem(period).unwrap_or_default();
                let next = index.saturating_add(step);
                rest.saturating_add(step) < period
                    && kinds.get(next).is_some_and(|other| other != kind)
            });
            matters.push(differs);
            step = period;
        }
        matters
    }
}

/// What makes two outcomes the same: their kind and, where they are undetermined, why.
const fn kind(outcome: &Outcome) -> (OutcomeKind, &'static str) {
    match outcome {
        Outcome::Undetermined(why) => (OutcomeKind::Undetermined, why.code()),
        _ => (outcome.kind(), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(flags: [Option<bool>; 3], rule: fn(bool, bool, bool) -> bool) -> Outcome {
        let mut open = Open::default();
        let [a, b, c] = flags;
        let a = open.flag(a, || FieldPath::ROOT.field("a"));
        let b = open.flag(b, || FieldPath::ROOT.field("b"));
        let c = open.flag(c, || FieldPath::ROOT.field("c"));
        open.decide(|choice| {
            let holds = rule(a.under(choice)?, b.under(choice)?, c.under(choice)?);
            Some(if holds {
                Outcome::Satisfied
            } else {
                Outcome::NotApplicable
            })
        })
    }

    fn missing(fields: &[&'static str]) -> Outcome {
        let paths = fields
            .iter()
            .map(|field| FieldPath::ROOT.field(field))
            .collect();
        Outcome::Undetermined(Why::InputMissing(paths))
    }

    #[test]
    fn only_the_fields_that_matter_are_asked_for() {
        assert_eq!(open([None; 3], |a, _, c| a && c), missing(&["a", "c"]));
        assert_eq!(
            open([None, None, Some(true)], |a, _, c| a && c),
            missing(&["a"])
        );
        assert_eq!(
            open([None, None, Some(false)], |a, _, c| a && c),
            Outcome::NotApplicable
        );
        assert_eq!(open([None; 3], |_, _, _| true), Outcome::Satisfied);
        assert_eq!(
            open([Some(true), Some(false), Some(true)], |a, _, c| a && c),
            Outcome::Satisfied
        );
    }

    #[test]
    fn filling_in_a_value_never_changes_what_was_known() {
        type Rule = fn(bool, bool, bool) -> bool;
        let rules: [Rule; 4] = [
            |a, b, c| a && b || c,
            |a, b, _| a != b,
            |_, b, c| b || !c,
            |a, b, c| a && b && c,
        ];
        let values = [None, Some(false), Some(true)];
        for rule in rules {
            for a in values {
                for b in values {
                    for c in values {
                        let before = open([a, b, c], rule);
                        if matches!(before, Outcome::Undetermined(_)) {
                            continue;
                        }
                        for (slot, filled) in [
                            (0, true),
                            (1, true),
                            (2, true),
                            (0, false),
                            (1, false),
                            (2, false),
                        ] {
                            let mut flags = [a, b, c];
                            if flags[slot].is_none() {
                                flags[slot] = Some(filled);
                                assert_eq!(open(flags, rule), before);
                            }
                        }
                    }
                }
            }
        }
    }
}
