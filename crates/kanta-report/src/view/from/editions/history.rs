//! A plan under every edition, each judged as of its own day; and how each finding runs through them.

use kanta_conformance::{
    self as of, Assessment, EDITIONS, Edition, FieldPath, OutcomeKind, Requirement,
};
use kanta_policy::{ConnectionPlan, evaluate_editions};

use crate::view::whereabouts::location;
use crate::view::{FORMAT, History, Run, Stretch, UnderEdition, Why, Words};

impl History {
    /// A plan under each edition; `name` is what its file is called.
    #[must_use]
    pub fn of(name: &str, plan: &ConnectionPlan) -> Self {
        let mut editions = Vec::new();
        let mut courses: Vec<Course> = Vec::new();
        evaluate_editions(plan, |edition, assessment| {
            for (position, finding) in assessment.findings.iter().enumerate() {
                follow(&mut courses, edition, position, finding);
            }
            editions.push(UnderEdition::new(edition, assessment));
        });
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            party: plan.party.as_ref().and_then(|party| party.name.clone()),
            judged_on: "day-of-edition".to_owned(),
            editions,
            findings: courses.iter().map(Run::from).collect(),
        }
    }
}

/// How the outcome of one finding runs through the editions, in the order of the catalogue.
struct Course {
    requirement: &'static Requirement,
    path: FieldPath,
    parts: Vec<Part>,
}

/// Editions that follow each other, in which an outcome is of the same kind for the same reason.
struct Part {
    first: &'static Edition,
    last: &'static Edition,
    /// The outcome in the last of them.
    outcome: of::Outcome,
}

fn follow(
    courses: &mut Vec<Course>,
    edition: &'static Edition,
    position: usize,
    finding: &of::Finding,
) {
    // The same rows are run on every day, so that a finding is where it was; if not, it is looked for.
    let asks = |course: &Course| {
        course.requirement.id() == finding.requirement.id() && course.path == finding.path
    };
    let place = match courses.get(position) {
        Some(course) if asks(course) => Some(position),
        None if Some(edition) == EDITIONS.first() => None,
        _ => courses.iter().position(asks),
    };
    match place.and_then(|place| courses.get_mut(place)) {
        Some(course) if course.parts.last().is_none_or(|part| part.last != edition) => {
            course.extend(edition, finding);
        }
        // Two links of one point, say, are asked the same in one place.
        _ => {
            let mut course = Course {
                requirement: finding.requirement,
                path: finding.path.clone(),
                parts: Vec::new(),
            };
            course.extend(edition, finding);
            courses.push(course);
        }
    }
}

/// The kind of an outcome and, of one that is not known, why.
fn sort(outcome: &of::Outcome) -> (OutcomeKind, Option<&'static str>) {
    let why = match outcome {
        of::Outcome::Undetermined(why) => Some(why.code()),
        _ => None,
    };
    (outcome.kind(), why)
}

impl Course {
    fn extend(&mut self, edition: &'static Edition, finding: &of::Finding) {
        let outcome = finding.outcome.clone();
        match self.parts.last_mut() {
            Some(part) if sort(&part.outcome) == sort(&outcome) => {
                part.last = edition;
                part.outcome = outcome;
            }
            _ => self.parts.push(Part {
                first: edition,
                last: edition,
                outcome,
            }),
        }
    }

    /// The first edition under which the outcome is of that kind.
    fn first(&self, kind: OutcomeKind) -> Option<String> {
        let mut parts = self.parts.iter();
        let found = parts.find(|part| part.outcome.kind() == kind);
        found.map(|part| part.first.version.to_string())
    }
}

impl UnderEdition {
    fn new(edition: &Edition, assessment: &Assessment) -> Self {
        Self {
            edition: edition.version.to_string(),
            on: assessment.on.into(),
            verdict: assessment.verdict().into(),
            gaps: assessment.gaps.iter().map(|&gap| gap.into()).collect(),
            counts: assessment.counts().into(),
        }
    }
}

impl From<&Course> for Run {
    fn from(its: &Course) -> Self {
        let requirement = its.requirement;
        Self {
            requirement: requirement.id().to_owned(),
            statement: requirement.statement().into(),
            level: requirement.level().into(),
            in_force: requirement.in_force().into(),
            path: its.path.to_string(),
            location: location(&its.path),
            first_violated: its.first(OutcomeKind::Violated),
            first_satisfied: its.first(OutcomeKind::Satisfied),
            outcomes: its.parts.iter().map(Stretch::from).collect(),
        }
    }
}

impl From<&Part> for Stretch {
    fn from(its: &Part) -> Self {
        let (why, values) = match &its.outcome {
            of::Outcome::Violated { found, required } => (None, Some((found, required))),
            of::Outcome::Undetermined(why) => {
                let values = match why {
                    of::Why::ByReading(by) => Some((&by.found, &by.required)),
                    _ => None,
                };
                (Some(Why::from(why)), values)
            }
            _ => (None, None),
        };
        Self {
            first: its.first.version.to_string(),
            last: its.last.version.to_string(),
            outcome: its.outcome.kind().into(),
            why,
            found: values.map(|(found, _)| Words::from(found)),
            required: values.map(|(_, required)| Words::from(required)),
        }
    }
}
