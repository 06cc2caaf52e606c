//! What a plan leaves open, in the order in which it is asked.

use kanta_conformance::{Date, Finding, Outcome, Why};
use kanta_policy::readiness::checklist;
use kanta_policy::{PlanFile, evaluate};

use super::place::Place;

/// A field that is not filled in, and the first requirement that asks for it.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) place: Place,
    pub(super) finding: Finding,
}

/// Every open question once: those of the checklist for going live in its order, then those of the guide in its order.
pub(super) fn open(file: &PlanFile, on: Date) -> Vec<Question> {
    let list = checklist(&file.plan, on);
    let guide = evaluate(&file.plan, on);
    let mut questions: Vec<Question> = Vec::new();
    let items = list.items().map(|item| item.finding);
    for finding in items.chain(&guide.findings) {
        let Outcome::Undetermined(Why::InputMissing(fields)) = &finding.outcome else {
            continue;
        };
        for field in fields {
            let path = field.to_string();
            let is_known = questions.iter().any(|question| question.place.path == path);
            if let (false, Some(place)) = (is_known, Place::of(&path)) {
                let finding = finding.clone();
                questions.push(Question { place, finding });
            }
        }
    }
    questions
}

/// What the guide forbids in a plan: the findings, each by its requirement and its path.
pub(super) fn violated(file: &PlanFile, on: Date) -> Vec<Finding> {
    let findings = evaluate(&file.plan, on).findings.into_iter();
    findings
        .filter(|finding| matches!(finding.outcome, Outcome::Violated { .. }))
        .collect()
}
