//! From the rows of the law to their views.

use kanta_conformance as of;
use kanta_conformance::Date;

use crate::dates;
use crate::view::{Example, Explained, Explanation, FORMAT, OnDay, Requirement, Words};

impl Requirement {
    /// A row, and where a day is asked about, whether it is in force on it.
    #[must_use]
    pub fn new(row: &of::Requirement, on: Option<Date>) -> Self {
        let fields = row.fields().iter().filter(|field| !field.is_empty());
        Self {
            id: row.id().to_owned(),
            level: row.level().into(),
            certainty: row.certainty().into(),
            evidence: row.evidence().into(),
            citations: row.citations().iter().map(Into::into).collect(),
            in_force: row.in_force().into(),
            judged_on: row.judged_on().into(),
            statement: row.statement().into(),
            fault: row.fault().into(),
            remedy: row.remedy().into(),
            reading: row.reading().map(Words::from),
            purpose: row.purpose().map(Words::from),
            example: row.example().map(|example| Example {
                before: example.before.to_owned(),
                after: example.after.to_owned(),
            }),
            fields: fields.map(|&field| field.to_owned()).collect(),
            on: on.map(|day| OnDay {
                day: day.into(),
                in_force: dates::force(row.in_force().on(day)).to_owned(),
            }),
        }
    }
}

impl Explanation {
    /// What was asked for, with each list in which it stands; or the nearest names.
    #[must_use]
    pub fn new(asked: &str, found: &[(&str, &of::Requirement)], nearest: &[&str]) -> Self {
        let explained = found.iter().map(|&(held, row)| Explained {
            held: held.to_owned(),
            of: Requirement::new(row, None),
        });
        Self {
            format: FORMAT,
            asked: asked.to_owned(),
            explained: explained.collect(),
            nearest: nearest.iter().map(|&name| name.to_owned()).collect(),
        }
    }
}
