//! Who asked for what, and what came of it.

use std::collections::BTreeMap;

use super::filter::peer_of;
use super::line::Line;
use super::record::RecordedDecision;

/// How often was permitted and denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DecisionCounts {
    /// Permits.
    pub permits: u64,
    /// Denials.
    pub denials: u64,
}

/// By what decisions are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Grouping {
    /// By right-subject.
    Party,
    /// By service.
    Service,
    /// By the requirement that was not met: a denial counts at each.
    Reason,
    /// By the access point or the system that asked.
    Peer,
    /// By the day in UTC.
    Day,
}

kanta_conformance::words! { Grouping, "grouping",
    Party => "party",
    Service => "service",
    Reason => "reason",
    Peer => "peer",
    Day => "day",
}

/// Counts the decisions of a log as its lines go by. It grows with the parties, services, requirements, peers and days
/// that it meets, not with the lines.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    all: DecisionCounts,
    unrecorded: u64,
    first: Option<String>,
    last: Option<String>,
    groups: [BTreeMap<String, DecisionCounts>; 5],
}

impl Summary {
    /// Counts a line.
    pub fn add(&mut self, line: &Line) {
        let record = &line.record;
        let count = |tally: &mut DecisionCounts| {
            let number = match record.decision {
                RecordedDecision::Permit => &mut tally.permits,
                RecordedDecision::Deny => &mut tally.denials,
            };
            *number = number.saturating_add(1);
        };
        count(&mut self.all);
        self.unrecorded = self.unrecorded.saturating_add(line.unrecorded);
        if self.first.as_ref().is_none_or(|first| record.at < *first) {
            self.first = Some(record.at.clone());
        }
        if self.last.as_ref().is_none_or(|last| record.at > *last) {
            self.last = Some(record.at.clone());
        }
        let day = record.at.get(..10).unwrap_or(&record.at);
        let [parties, services, reasons, peers, days] = &mut self.groups;
        for (group, key) in [
            (parties, record.subject.as_str()),
            (services, &record.service),
            (peers, peer_of(line)),
            (days, day),
        ] {
            count(entry(group, key));
        }
        for reason in &record.reasons {
            count(entry(reasons, &reason.requirement));
        }
    }

    /// All decisions.
    #[must_use]
    pub const fn all(&self) -> DecisionCounts {
        self.all
    }

    /// How many decisions could not be recorded.
    #[must_use]
    pub const fn unrecorded(&self) -> u64 {
        self.unrecorded
    }

    /// The first and the last instant; none without lines.
    #[must_use]
    pub fn span(&self) -> Option<(&str, &str)> {
        Some((self.first.as_deref()?, self.last.as_deref()?))
    }

    /// The counts of a grouping, by key.
    #[must_use]
    pub const fn by(&self, grouping: Grouping) -> &BTreeMap<String, DecisionCounts> {
        let [parties, services, reasons, peers, days] = &self.groups;
        match grouping {
            Grouping::Party => parties,
            Grouping::Service => services,
            Grouping::Reason => reasons,
            Grouping::Peer => peers,
            Grouping::Day => days,
        }
    }
}

fn entry<'g>(group: &'g mut BTreeMap<String, DecisionCounts>, key: &str) -> &'g mut DecisionCounts {
    group.entry(key.to_owned()).or_default()
}
