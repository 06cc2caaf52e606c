//! Findings that are not satisfied, numbered, each at the box that it is about.

use std::collections::BTreeSet;

use kanta_conformance::Language;

use super::view::{Item, Mark, MarkPlace, PictureView};
use crate::layout::capitalised;
use crate::told;
use crate::view::{Counts, Finding, Level, Outcome, Verdict, Words};
use crate::words;

/// The ids of what can carry a mark.
struct Homes<'a> {
    ids: BTreeSet<String>,
    services: &'a [String],
}

impl Homes<'_> {
    /// Where a path belongs; everything has a home, and what has none of its own is the party's.
    fn of(&self, path: &str) -> String {
        let party = || "party".to_owned();
        if let Some(rest) = path.strip_prefix("use[") {
            let index = rest.split(']').next().and_then(|text| text.parse().ok());
            let service = index.and_then(|index: usize| self.services.get(index));
            return service.cloned().unwrap_or_else(party);
        }
        // An id may go on with a dot, so the longest is meant.
        let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '['));
        let ends: Vec<usize> = ends.map(|(at, _)| at).chain([path.len()]).collect();
        let mut parts = ends.iter().rev().filter_map(|&end| path.get(..end));
        let own = parts.find(|part| self.ids.contains(*part));
        own.map_or_else(party, str::to_owned)
    }
}

/// Numbers the findings that are not satisfied: faults first, then what is not known, then recommendations and notes.
///
/// Those of one requirement with one outcome share a number, however many places they are found at.
pub(super) fn put(view: &mut PictureView, findings: &[Finding], services: &[String]) {
    let mut open: Vec<&Finding> = findings.iter().filter(|its| told::is_open(its)).collect();
    let items = view.items.iter().map(|item| item.id.clone());
    let frames = view.frames.iter().map(|frame| frame.id.clone());
    let homes = Homes {
        ids: items.chain(frames).collect(),
        services,
    };
    open.sort_by_key(|its| (its.level != Level::Must, its.outcome));
    let mut marks: Vec<Mark> = Vec::new();
    for finding in open {
        let same = |mark: &Mark| {
            mark.requirement == finding.requirement && mark.outcome == finding.outcome
        };
        let at = match marks.iter().position(same) {
            Some(at) => at,
            None => {
                let number = marks.len().saturating_add(1);
                marks.push(Mark {
                    number,
                    requirement: finding.requirement.clone(),
                    outcome: finding.outcome,
                    level: finding.level,
                    words: Words::said(|language| capitalised(&told::headline(finding, language))),
                    clause: finding.clause.clone(),
                    places: Vec::new(),
                });
                number.saturating_sub(1)
            }
        };
        let Some(mark) = marks.get_mut(at) else {
            continue;
        };
        let at = homes.of(&finding.path);
        mark.places.push(MarkPlace {
            at: at.clone(),
            path: finding.path.clone(),
            location: finding.location.clone(),
            found: finding.found.clone(),
        });
        let number = mark.number;
        let numbers = match view.items.iter_mut().find(|item| item.id == at) {
            Some(Item { marks, .. }) => Some(marks),
            None => {
                let frame = view.frames.iter_mut().find(|frame| frame.id == at);
                frame.map(|frame| &mut frame.marks)
            }
        };
        if let Some(numbers) = numbers.filter(|numbers| !numbers.contains(&number)) {
            numbers.push(number);
        }
    }
    view.marks = marks;
}

/// What a plan comes to, in a few words.
pub(super) fn summary(verdict: Verdict) -> Words {
    Words::said(|language| {
        let words = match verdict {
            Verdict::Conforming => words::CONFORMS_SHORT,
            Verdict::Undetermined => words::UNDETERMINED,
            Verdict::NonConforming => words::CONFORMS_NOT,
        };
        capitalised(words.get(language))
    })
}

/// How many findings there are of each kind.
pub(super) fn detail(counts: &Counts) -> Words {
    let Counts {
        violated,
        undetermined,
        satisfied,
        ..
    } = *counts;
    Words::said(|language| match language {
        Language::En => {
            let faults = if violated == 1 { "fault" } else { "faults" };
            format!("{violated} {faults} · {undetermined} not known · {satisfied} satisfied")
        }
        Language::Fi => {
            let faults = if violated == 1 { "vika" } else { "vikaa" };
            format!("{violated} {faults} · {undetermined} ei tiedossa · {satisfied} täyttyy")
        }
        Language::Sv => {
            format!("{violated} fel · {undetermined} inte kända · {satisfied} uppfyllda")
        }
    })
}

/// What calls for attention most among the marks of a box: a fault, then what is not known, then advice.
pub(super) fn worst<'a>(view: &'a PictureView, numbers: &[usize]) -> Option<&'a Mark> {
    // They are numbered in that order.
    view.mark(*numbers.iter().min()?)
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A fault.
    Fault,
    /// Not known.
    Open,
    /// A recommendation or a note.
    Advice,
}

impl Mark {
    /// How it is drawn.
    pub(super) fn sign(&self) -> Sign {
        match (self.level, self.outcome) {
            (Level::Must, Outcome::Violated) => Sign::Fault,
            (Level::Must, _) => Sign::Open,
            _ => Sign::Advice,
        }
    }
}
