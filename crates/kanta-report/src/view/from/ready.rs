//! From the checklist before going live to its view.

use kanta_conformance::{Assessment, Date, FieldPath, Finding as Found, Level, Outcome};
use kanta_policy::PlanFile;
use kanta_policy::plan::Stage;
use kanta_policy::readiness::{Checklist, ChecklistItem, Deadline as Due, checklist};
use kanta_policy::resilience;

use super::{InPlan, missing_files};
use crate::picture::PictureView;
use crate::view::whereabouts::location;
use crate::view::{
    Calendar, Day, Deadline, FORMAT, FailuresReport, Finding, Guide, PlanReport, ReadyItem,
    ReadyReport, Words,
};
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
        let places = InPlan::new(name, file);
        let party = file.plan.party.as_ref();
        let stage = party.and_then(|its| its.joining.stage).map(Stage::code);
        let assessment = list.assessment();
        let refused = |its: &&Found| {
            its.requirement.level() == Level::Must
                && matches!(its.outcome, Outcome::Violated { .. })
        };
        let refused = guide.findings.iter().filter(refused);
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            on: assessment.on.into(),
            stage: stage.map(str::to_owned),
            verdict: list.verdict().into(),
            set_aside: None,
            missing_files: missing_files(file),
            items: items(list, &places),
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
            picture: None,
            failures: None,
        }
    }

    /// With what the page beside it shows and `kanta ready` does not write as JSON: the plan as a picture with what the
    /// guide found of it, and what each single failure cuts off.
    #[must_use]
    pub fn with_annexes(mut self, file: &PlanFile, guide: &Assessment) -> Self {
        let report = PlanReport::new(&self.plan, file, guide);
        self.picture = Some(Box::new(PictureView::of_plan(&file.plan, &report)));
        self.failures = Some(Box::new(failures(&self.plan, file, self.on)));
        self
    }
}

impl PlanReport {
    /// With what the page beside it shows and `kanta check` does not write as JSON, since `kanta draw`, `kanta ready` and
    /// `kanta failures` do: the plan as a picture, the checklist before going live, and what each single failure cuts off.
    #[must_use]
    pub fn with_annexes(mut self, file: &PlanFile) -> Self {
        let name = self.plan.as_str();
        self.picture = Some(Box::new(PictureView::of_plan(&file.plan, &self)));
        self.checklist = items(&checklist(&file.plan, self.on.0), &InPlan::new(name, file));
        self.failures = Some(Box::new(failures(name, file, self.on)));
        self
    }
}

fn failures(name: &str, file: &PlanFile, on: Day) -> FailuresReport {
    let found = resilience::failures(&file.plan, on.0, false);
    FailuresReport::new(name, &file.plan, &found, on.0)
}

fn items(list: &Checklist, places: &InPlan<'_>) -> Vec<ReadyItem> {
    let edition = list.assessment().edition;
    let item = |ChecklistItem {
                    step,
                    finding,
                    state,
                    ..
                }: ChecklistItem<'_>| ReadyItem {
        step: step.code().to_owned(),
        step_name: step.name().into(),
        state: state.code().to_owned(),
        state_name: state.name().into(),
        finding: Finding::new(finding, edition, places),
    };
    list.items().map(item).collect()
}

impl From<&Due> for Deadline {
    fn from(due: &Due) -> Self {
        Self {
            what: due.what.into(),
            about: due.about.to_string(),
            about_name: (due.about != FieldPath::ROOT).then(|| location(&due.about)),
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
