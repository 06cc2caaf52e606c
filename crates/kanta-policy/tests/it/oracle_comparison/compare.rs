//! Questions, answers, and the list of differences.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use kanta_conformance::{Assessment, Date, EDITIONS, Outcome, Why};
use kanta_oracle::answer;

/// One question: an input of the oracle and its word, each.
pub(crate) type Question<'a> = [(&'static str, &'a str)];

/// The word of an input; `unknown` where the question does not tell it.
pub(crate) fn word<'a>(question: &Question<'a>, input: &str) -> &'a str {
    question
        .iter()
        .find(|(name, _)| *name == input)
        .map_or("unknown", |(_, word)| *word)
}

/// Calls `each` with every combination of the words.
pub(crate) fn product<'a>(
    inputs: &[(&'static str, Vec<&'a str>)],
    mut each: impl FnMut(&Question<'a>),
) {
    let count: usize = inputs.iter().map(|(_, words)| words.len()).product();
    for number in 0..count {
        each(&combination(inputs, number));
    }
}

/// The combination with that number.
fn combination<'a>(
    inputs: &[(&'static str, Vec<&'a str>)],
    mut number: usize,
) -> Vec<(&'static str, &'a str)> {
    inputs
        .iter()
        .map(|(input, words)| {
            let word = words[number % words.len()];
            number /= words.len();
            (*input, word)
        })
        .collect()
}

/// The words of an input that an unknown one may turn out to be, and `unknown` itself.
pub(crate) fn with_unknown(words: &[&'static str]) -> Vec<&'static str> {
    words.iter().copied().chain(["unknown"]).collect()
}

/// The day of every edition, the day before and the day after.
pub(crate) fn days_of_editions() -> Vec<String> {
    let mut days: Vec<String> = EDITIONS
        .iter()
        .flat_map(|edition| [-1, 0, 1].map(|step| edition.date.plus_days(step).to_string()))
        .collect();
    days.sort();
    days.dedup();
    days
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The oracle's word for what the engine found.
pub(crate) fn engine_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::NotInForce => "not-in-force",
        Outcome::NotApplicable => "not-applicable",
        Outcome::Satisfied => "satisfied",
        Outcome::Violated { .. } => "violated",
        Outcome::Undetermined(
            Why::InputMissing(_) | Why::EvidenceOutside(_) | Why::Unchecked(_),
        ) => "undetermined:input",
        Outcome::Undetermined(Why::GuideSilent(_)) => "undetermined:silent",
        Outcome::Undetermined(Why::GuideAmbiguous(_) | Why::ByReading(_)) => {
            "undetermined:ambiguous"
        }
        Outcome::Undetermined(Why::DateUnknown) => "undetermined:date",
    }
}

/// The outcomes of an assessment by row and subject.
pub(crate) struct Found<'a>(HashMap<(&'static str, String), &'a Outcome>);

impl<'a> Found<'a> {
    /// Those of the guide's rows; of several about one subject (of two links, the second is the subject) the last.
    pub(crate) fn of(assessment: &'a Assessment) -> Self {
        let findings = assessment.findings.iter().filter_map(|finding| {
            let row = finding
                .requirement
                .id()
                .strip_prefix("connection-models/")?;
            Some(((row, finding.path.subject().to_string()), &finding.outcome))
        });
        Self(findings.collect())
    }

    /// None where the row says nothing of the subject.
    pub(crate) fn outcome(&self, row: &'static str, subject: &str) -> Option<&'a Outcome> {
        self.0.get(&(row, subject.to_owned())).copied()
    }
}

/// Where the two differ on purpose: wherever the oracle gives that answer to such a question, the engine gives another.
pub(crate) struct Difference {
    /// The oracle's row.
    pub(crate) row: &'static str,
    /// The questions: for each of these inputs one of these words, or a day before (`<`) or not before (`>=`) another.
    pub(crate) when: &'static [(&'static str, &'static [&'static str])],
    pub(crate) oracle: &'static str,
    pub(crate) engine: &'static str,
    pub(crate) because: &'static str,
}

impl Difference {
    fn covers(&self, row: &str, question: &Question<'_>, oracle: &str) -> bool {
        self.row == row
            && self.oracle == oracle
            && self.when.iter().all(|(input, patterns)| {
                let word = word(question, input);
                patterns.iter().any(|pattern| matches(pattern, word))
            })
    }
}

fn matches(pattern: &str, word: &str) -> bool {
    if let Some(day) = pattern.strip_prefix('<') {
        word < day
    } else if let Some(day) = pattern.strip_prefix(">=") {
        word >= day
    } else {
        word == pattern
    }
}

/// Compares answers, and tells at the end everything that was not foreseen.
pub(crate) struct Comparison {
    differences: &'static [Difference],
    seen: Vec<Cell<usize>>,
    asked: usize,
    /// What the oracle has answered, by the row and what the row looks at.
    answers: HashMap<String, &'static str>,
    /// Row, oracle, engine: how often, and one question.
    surprises: BTreeMap<(String, String, String), (usize, Vec<String>)>,
}

impl Comparison {
    pub(crate) fn new(differences: &'static [Difference]) -> Self {
        for difference in differences {
            assert!(!difference.because.is_empty());
        }
        Self {
            differences,
            seen: vec![Cell::new(0); differences.len()],
            asked: 0,
            answers: HashMap::new(),
            surprises: BTreeMap::new(),
        }
    }

    /// Puts one question. The engine's answer is none where it has no finding.
    pub(crate) fn put(&mut self, row: &str, question: &Question<'_>, engine: Option<&Outcome>) {
        self.asked += 1;
        let oracle = self.oracle(row, question);
        let engine = engine.map_or("no finding", engine_word);
        let listed = self
            .differences
            .iter()
            .position(|difference| difference.covers(row, question, oracle));
        let expected = listed.map_or(oracle, |index| {
            self.seen[index].set(self.seen[index].get() + 1);
            self.differences[index].engine
        });
        if engine != expected {
            let listed = if listed.is_some() { " (listed)" } else { "" };
            let key = (
                row.to_owned(),
                format!("{oracle}{listed}"),
                engine.to_owned(),
            );
            let (count, questions) = self.surprises.entry(key).or_default();
            *count += 1;
            if count.is_power_of_two() && questions.len() < 8 {
                questions.push(format!("{question:?}"));
            }
        }
    }

    fn oracle(&mut self, row: &str, question: &Question<'_>) -> &'static str {
        let mut key = row.to_owned();
        for input in &kanta_oracle::row(row).unwrap().inputs {
            key.push(' ');
            key.push_str(word(question, input));
        }
        self.answers
            .entry(key)
            .or_insert_with(|| answer(row, question).unwrap())
    }

    /// Fails on a new difference and on a vanished one; `asked` says how many questions there had to be.
    pub(crate) fn finish(self, asked: usize) {
        let mut report = String::new();
        for ((row, oracle, engine), (count, questions)) in &self.surprises {
            report += &format!("{row}: oracle {oracle}, engine {engine}, {count} times\n");
            for question in questions {
                report += &format!("  {question}\n");
            }
        }
        for (difference, seen) in self.differences.iter().zip(&self.seen) {
            if seen.get() == 0 {
                report += &format!("never asked: {} {:?}\n", difference.row, difference.when);
            }
        }
        assert!(report.is_empty(), "\n{report}");
        assert_eq!(self.asked, asked);
    }
}
