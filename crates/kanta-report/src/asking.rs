//! What a plan leaves open, question by question, and answers that are written into its text.
//!
//! Nothing is read or written here but texts: who asks, and where the plan is kept, is the caller's affair.
//!
//! ```
//! use kanta_conformance::{Date, Language};
//! use kanta_policy::{FileFault, Template};
//! use kanta_report::asking::AskedPlan;
//! use kanta_report::text;
//!
//! let mut files = |_: &str| Err(FileFault::NotFound);
//! let text = Template::Clinic.plan(Language::En);
//! let day = Date::constant(2025, 12, 1);
//! let mut plan = AskedPlan::read("plan.toml", text, day, &mut files).unwrap();
//!
//! let open = plan.questions().questions;
//! assert_eq!(open[0].field, "party.register");
//! let mut shown = Vec::new();
//! text::question(&open[0], open.len() - 1, Language::En, &mut shown).unwrap();
//!
//! // As people say it: a word by its code, by its name, or by its number in the list.
//! let forbidden = plan.answer("party.register", "1", &mut files).unwrap();
//! assert!(forbidden.is_empty());
//! assert!(plan.text().contains("\nregister = \"sote\"\n"));
//! assert!(plan.questions().questions.iter().all(|its| its.field != "party.register"));
//!
//! let wrong = plan.answer("party.registered", "31.2.2019", &mut files).unwrap_err();
//! let told = wrong.messages()[0].get(Language::En).to_owned();
//! assert!(told.starts_with("`31.2.2019` is not what is asked for, expected: a day"));
//! ```

mod answer;
mod document;
mod example;
mod open;
mod place;
mod sheet;
mod wrong;

use kanta_conformance::{Date, Finding as Found};
use kanta_policy::{Faults, FileFault, PlanFile};
use kanta_source::nearest;
use toml_edit::Value;

use self::open::Open;
use self::place::Place;
use crate::view::{Finding, QuestionsReport};

pub use sheet::{NoSheet, read_sheet};
pub use wrong::WrongAnswer;

/// The bytes of a file that a plan names.
type Load<'a> = &'a mut dyn FnMut(&str) -> Result<Vec<u8>, FileFault>;

/// A plan that is asked about: its text can be read as a plan, and holds every answer that was given.
#[derive(Clone, Debug)]
pub struct AskedPlan {
    name: String,
    text: String,
    file: PlanFile,
    /// The day that somebody named, whatever the plan says.
    on: Option<Date>,
    today: Date,
    answers: Vec<(String, String)>,
}

impl AskedPlan {
    /// Reads a plan's text; `name` is what its file is called, and `load` is asked for the files that it names. It is judged by
    /// its own `as_of`, and where it has none by `today`.
    ///
    /// # Errors
    /// Every fault of the text.
    pub fn read(
        name: impl Into<String>,
        text: impl Into<Vec<u8>>,
        today: Date,
        load: Load<'_>,
    ) -> Result<Self, Faults> {
        let bytes = text.into();
        Ok(Self {
            name: name.into(),
            file: PlanFile::read(&bytes, load)?,
            // What could be read is UTF-8.
            text: String::from_utf8(bytes).unwrap_or_default(),
            on: None,
            today,
            answers: Vec::new(),
        })
    }

    /// Judged by that day, whatever the plan says.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }

    /// The plan's text as it stands.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The plan as it stands.
    #[must_use]
    pub const fn file(&self) -> &PlanFile {
        &self.file
    }

    /// The answers that were given, each field with its value as the plan says it.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        let answers = self.answers.iter();
        answers.map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// What is open: every field once, those of the checklist for going live in its order, then those of the guide in its
    /// order.
    #[must_use]
    pub fn questions(&self) -> QuestionsReport {
        Open::of(self).report()
    }

    /// The answers that were given, a line each, and every open question as a line to fill in; [`read_sheet`] reads it.
    #[must_use]
    pub fn sheet(&self) -> String {
        let given = self.answers();
        let given = given.map(|(field, value)| format!("{}\n", sheet::line(field, value)));
        let open = self.questions().questions.into_iter();
        let open = open.map(|its| format!("#{}\n", sheet::line(&its.field, &its.example)));
        given.chain(open).collect()
    }

    /// Writes an answer into the text, comments and layout staying; what of the guide it newly breaks.
    ///
    /// # Errors
    /// The plan has no such field, the field takes something else, or the plan could not be read with it. The text stays as it
    /// was then.
    pub fn answer(
        &mut self,
        field: &str,
        said: &str,
        load: Load<'_>,
    ) -> Result<Vec<Finding>, WrongAnswer> {
        let Some(place) = Place::of(field) else {
            let nearest = nearest_to(field);
            return Err(WrongAnswer::NoField { nearest });
        };
        let value = answer::value(&place.takes, said);
        let value = value.ok_or_else(|| WrongAnswer::not_that(&place, said, &self.text))?;
        let text = document::put(&self.text, &place, &value).ok_or(WrongAnswer::NoPlace)?;
        let file = PlanFile::read(text.as_bytes(), load).map_err(WrongAnswer::Faults)?;
        let before = self.assessment().findings;
        (self.text, self.file) = (text, file);
        let value = value.to_string().trim().to_owned();
        self.answers.push((field.to_owned(), value));
        Ok(self.broken_since(&before))
    }

    /// What the guide forbids in the plan and did not before.
    fn broken_since(&self, before: &[Found]) -> Vec<Finding> {
        let now = self.assessment();
        let is_violated = |its: &&Found| open::is_violated(its);
        let is_new = |its: &&Found| {
            let is_same =
                |old: &Found| old.requirement.id() == its.requirement.id() && old.path == its.path;
            !before.iter().filter(is_violated).any(is_same)
        };
        let violated = now.findings.iter().filter(is_violated);
        let new = violated.filter(is_new);
        Finding::of_plan(&self.name, &self.file, now.edition, new)
    }
}

/// The text of a plan with a value, as TOML has it, at the path of a field such as `access_point.ap1.country`; none where the
/// plan has no place for it.
///
/// Where a line such as `#country = "…"` stands in the table to be filled in, the value takes its place; comments and
/// layout stay.
#[must_use]
pub fn put(text: &str, field: &str, value: &str) -> Option<String> {
    let value: Value = value.parse().ok()?;
    document::put(text, &Place::of(field)?, &value)
}

/// The path with the part that leads nowhere mended, if that is near to a field.
fn nearest_to(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    for good in (0..parts.len()).rev() {
        let before = parts.get(..good)?.join(".");
        let inner = match (good, Place::of(&before)) {
            (0, _) => kanta_policy::fields::all(),
            (_, Some(place)) => place.field.inner(),
            _ => continue,
        };
        let part = parts.get(good)?;
        let key = nearest(part, inner.iter().map(|field| field.key()))?;
        let mut mended: Vec<&str> = parts.clone();
        *mended.get_mut(good)? = key;
        let mended = mended.join(".");
        return Place::of(&mended).is_some().then_some(mended);
    }
    None
}
