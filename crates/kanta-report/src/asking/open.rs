//! What a plan leaves open, in the order in which it is asked.

use kanta_conformance::{Assessment, Date, Edition, Finding as Found, Outcome, Why};
use kanta_policy::evaluate;
use kanta_policy::fields::Takes;
use kanta_policy::readiness::checklist;

use super::place::Place;
use super::{AskedPlan, example};
use crate::view::{Choice, FORMAT, Finding, OpenQuestion, QuestionsReport};

impl AskedPlan {
    fn day(&self) -> Date {
        self.on.or(self.file.as_of).unwrap_or(self.today)
    }

    pub(super) fn assessment(&self) -> Assessment {
        evaluate(&self.file.plan, self.day())
    }
}

/// The fields that are not filled in, each with the first requirement that asks for it.
pub(super) struct Open<'a> {
    plan: &'a AskedPlan,
    edition: Option<&'static Edition>,
    fields: Vec<(Place, Found)>,
}

impl<'a> Open<'a> {
    pub(super) fn of(plan: &'a AskedPlan) -> Self {
        let list = checklist(&plan.file.plan, plan.day());
        let guide = plan.assessment();
        let mut fields: Vec<(Place, Found)> = Vec::new();
        let items = list.items().map(|item| item.finding);
        for finding in items.chain(&guide.findings) {
            let Outcome::Undetermined(Why::InputMissing(missing)) = &finding.outcome else {
                continue;
            };
            for field in missing {
                let path = field.to_string();
                let is_known = fields.iter().any(|(place, _)| place.path == path);
                if let (false, Some(place)) = (is_known, Place::of(&path)) {
                    fields.push((place, finding.clone()));
                }
            }
        }
        Self {
            plan,
            edition: guide.edition,
            fields,
        }
    }

    pub(super) fn report(&self) -> QuestionsReport {
        let found = self.fields.iter().map(|(_, finding)| finding);
        let found = Finding::of_plan(&self.plan.name, &self.plan.file, self.edition, found);
        let fields = self.fields.iter().zip(found);
        QuestionsReport {
            format: FORMAT,
            plan: self.plan.name.clone(),
            on: self.plan.day().into(),
            questions: fields
                .map(|((place, _), asked_by)| OpenQuestion {
                    field: place.path.clone(),
                    about: place.field.about().into(),
                    choices: choices(&place.takes),
                    example: example::of(place, &self.plan.text),
                    asked_by,
                })
                .collect(),
        }
    }
}

fn choices(takes: &Takes) -> Vec<Choice> {
    let Takes::Word(words) = takes else {
        return Vec::new();
    };
    let words = words().into_iter();
    let choice = |word: kanta_policy::fields::Word| Choice {
        code: word.code.to_owned(),
        name: word.name.into(),
    };
    words.map(choice).collect()
}

pub(super) const fn is_violated(finding: &Found) -> bool {
    matches!(finding.outcome, Outcome::Violated { .. })
}
