//! From the checklist before going live to its view.

use kanta_conformance::{Assessment, Date, Finding as Found, Level, Outcome};
use kanta_policy::PlanFile;
use kanta_policy::plan::Stage;
use kanta_policy::readiness::{Checklist, Deadline as Due, Item};

use super::{InPlan, missing_files};
use crate::view::{Calendar, Deadline, FORMAT, Finding, Guide, ReadyItem, ReadyReport, Words};
use crate::words;

impl ReadyReport {
    /// What is left to do before a plan goes live; `guide` is what the plan came to, and the calendar is that of a day.
    #[must_use]
    pub fn new(
        name: &str,
        file: &PlanFile,
        list: &Checklist,
        guide: &Assessment,
        calendar: Option<(Date, &[Due])>,
    ) -> Self {
        let places = InPlan { name, file };
        let party = file.plan.party.as_ref();
        let stage = party.and_then(|its| its.joining.stage).map(Stage::code);
        let assessment = list.assessment();
        let item = |Item {
                        step,
                        finding,
                        state,
                        ..
                    }: Item<'_>| ReadyItem {
            step: step.code().to_owned(),
            step_name: step.name().into(),
            state: state.code().to_owned(),
            state_name: state.name().into(),
            finding: Finding::new(finding, assessment.edition, &places),
        };
        let refused = |its: &&Found| {
            its.requirement.level == Level::Must && matches!(its.outcome, Outcome::Violated { .. })
        };
        let refused = guide.findings.iter().filter(refused);
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            on: assessment.on.into(),
            stage: stage.map(str::to_owned),
            verdict: list.verdict().into(),
            missing_files: missing_files(file),
            items: list.items().map(item).collect(),
            guide: Guide {
                verdict: guide.verdict().into(),
                undetermined: guide.counts().undetermined,
                refused: refused
                    .map(|its| Finding::new(its, guide.edition, &places))
                    .collect(),
            },
            calendar: calendar.map(|(by, dates)| Calendar {
                by: by.into(),
                dates: dates.iter().map(Deadline::from).collect(),
            }),
        }
    }
}

impl From<&Due> for Deadline {
    fn from(due: &Due) -> Self {
        Self {
            what: due.what.into(),
            about: due.about.to_string(),
            latest: due.latest.map(Into::into),
            earliest: due.earliest.map(Into::into),
            before: due.before.map(Into::into),
            lead_time: Words::said(|language| words::lead(due.lead, language)),
            done: due.done,
            late: due.late,
            over: due.over,
            source: due.source.into(),
        }
    }
}
