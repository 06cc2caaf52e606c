//! From an audit log to its views.

use std::collections::BTreeMap;

use kanta_admission::audit::{
    Damage, DecisionCounts, Grouping, Line, LineError, RecordedDecision, Summary, Verified,
};
use kanta_conformance::Language;

use crate::view::{
    Decided, DecidedBy, Decision, FORMAT, LogDamage, LogSummary, LogVerification, LoggedDecision,
    Words,
};

impl From<&Verified> for LogVerification {
    fn from(its: &Verified) -> Self {
        Self {
            format: FORMAT,
            whole: its.is_whole(),
            lines: its.lines,
            size: its.head.size,
            hash: its.head.hash.to_string(),
            sealed: its.sealed,
            unsealed: its.unsealed(),
            unrecorded: its.unrecorded,
            torn: its.torn.clone(),
            damages: its.damages.iter().map(LogDamage::from).collect(),
            damage_count: its.damage_count,
        }
    }
}

impl From<&Damage> for LogDamage {
    fn from(its: &Damage) -> Self {
        Self {
            damage: code(its).to_owned(),
            message: Words::said(|language| message(its, language)),
        }
    }
}

impl LogSummary {
    /// What was counted, and how many lines are none of a log.
    #[must_use]
    pub fn new(summary: &Summary, unreadable: u64) -> Self {
        let by = |grouping| -> BTreeMap<String, Decided> {
            let counted = summary.by(grouping).iter();
            counted
                .map(|(key, &tally)| (key.clone(), tally.into()))
                .collect()
        };
        let span = summary.span();
        Self {
            format: FORMAT,
            first: span.map(|(first, _)| first.to_owned()),
            last: span.map(|(_, last)| last.to_owned()),
            all: summary.all().into(),
            unrecorded: summary.unrecorded(),
            unreadable,
            by: DecidedBy {
                party: by(Grouping::Party),
                service: by(Grouping::Service),
                reason: by(Grouping::Reason),
                peer: by(Grouping::Peer),
                day: by(Grouping::Day),
            },
        }
    }
}

impl From<DecisionCounts> for Decided {
    fn from(its: DecisionCounts) -> Self {
        Self {
            permits: its.permits,
            denials: its.denials,
        }
    }
}

impl From<&Line> for LoggedDecision {
    fn from(line: &Line) -> Self {
        let record = &line.record;
        let reasons = record.reasons.iter();
        Self {
            at: record.at.clone(),
            decision: match record.decision {
                RecordedDecision::Permit => Decision::Permit,
                RecordedDecision::Deny => Decision::Deny,
            },
            peer: line.peer().to_owned(),
            subject: record.subject.clone(),
            service: record.service.clone(),
            reference: line.reference.clone(),
            reasons: reasons.map(|its| its.requirement.clone()).collect(),
        }
    }
}

/// What is wrong, as a sentence.
fn message(damage: &Damage, language: Language) -> String {
    let say = |text: [String; 3]| {
        let [en, fi, sv] = text;
        match language {
            Language::En => en,
            Language::Fi => fi,
            Language::Sv => sv,
        }
    };
    match damage {
        Damage::NotALine {
            line,
            error: LineError::Altered,
        } => say([
            format!("line {line} was altered: its hash is not that of its text"),
            format!("riviä {line} on muutettu: tiiviste ei vastaa tekstiä"),
            format!("rad {line} har ändrats: dess hash är inte textens"),
        ]),
        Damage::NotALine { line, .. } => say([
            format!("line {line} is no line of an audit log"),
            format!("rivi {line} ei ole lokin rivi"),
            format!("rad {line} är ingen rad i en logg"),
        ]),
        Damage::Missing { line, first, last } => say([
            format!("before line {line}, numbers {first}–{last} are missing"),
            format!("ennen riviä {line} puuttuvat numerot {first}–{last}"),
            format!("före rad {line} saknas numren {first}–{last}"),
        ]),
        Damage::OutOfOrder {
            line,
            expected,
            found,
        } => say([
            format!("line {line} is out of order or repeated: number {found}, expected {expected}"),
            format!(
                "rivi {line} on väärässä järjestyksessä tai toistuu: numero {found}, odotettu {expected}"
            ),
            format!(
                "rad {line} står i fel ordning eller upprepas: nummer {found}, väntat {expected}"
            ),
        ]),
        Damage::Replaced { line, number } => say([
            format!(
                "line {line}, number {number}, does not follow from the line before it: one of the two was replaced"
            ),
            format!(
                "rivi {line}, numero {number}, ei jatka edellistä riviä: toinen niistä on vaihdettu"
            ),
            format!(
                "rad {line}, nummer {number}, följer inte på raden före: en av de två har bytts ut"
            ),
        ]),
        Damage::AgainstCheckpoint { size } => say([
            format!("the checkpoint at {size} tells another hash: a line up to there was replaced"),
            format!(
                "tarkistuspisteen {size} tiiviste on toinen: jokin rivi siihen asti on vaihdettu"
            ),
            format!(
                "kontrollpunkten vid {size} anger en annan hash: en rad fram till den har bytts ut"
            ),
        ]),
        Damage::CutOff { size, last } => say([
            format!("the end was cut off: a checkpoint tells {size} lines, the log ends at {last}"),
            format!(
                "loppu on katkaistu: tarkistuspisteen mukaan rivejä on {size}, loki päättyy numeroon {last}"
            ),
            format!(
                "slutet har kapats: en kontrollpunkt anger {size} rader, loggen slutar vid {last}"
            ),
        ]),
        other => format!("{other:?}"),
    }
}

/// The code of a damage in machine-readable output.
const fn code(damage: &Damage) -> &'static str {
    match damage {
        Damage::NotALine {
            error: LineError::Altered,
            ..
        } => "altered",
        Damage::NotALine { .. } => "not-a-line",
        Damage::Missing { .. } => "missing",
        Damage::OutOfOrder { .. } => "out-of-order",
        Damage::Replaced { .. } => "replaced",
        Damage::AgainstCheckpoint { .. } => "against-checkpoint",
        Damage::CutOff { .. } => "cut-off",
        _ => "other",
    }
}
