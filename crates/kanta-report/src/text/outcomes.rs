//! Outcomes in a few words.

use kanta_conformance::{Language, Text, text};

use crate::view::{Finding, Outcome, Stretch, Why, Words};
use crate::words;

/// What is told of an outcome: of a finding, or of a stretch of editions.
pub(super) struct Values<'a> {
    outcome: Outcome,
    why: Option<Why>,
    found: Option<&'a Words>,
    required: Option<&'a Words>,
    /// What else says why it is not known: a question, a document, an obstacle.
    open: Option<&'a Words>,
    /// The fields that have to be filled in.
    missing: Vec<&'a Words>,
}

impl<'a> From<&'a Stretch> for Values<'a> {
    fn from(its: &'a Stretch) -> Self {
        Self {
            outcome: its.outcome,
            why: its.why,
            found: its.found.as_ref(),
            required: its.required.as_ref(),
            open: None,
            missing: Vec::new(),
        }
    }
}

impl<'a> From<&'a Finding> for Values<'a> {
    fn from(its: &'a Finding) -> Self {
        let open = its.question.as_ref();
        let open = open.or(its.document_title.as_ref());
        Self {
            outcome: its.outcome,
            why: its.why,
            found: its.found.as_ref(),
            required: its.required.as_ref(),
            open: open.or(its.obstacle.as_ref()),
            missing: its.missing.iter().map(|field| &field.location).collect(),
        }
    }
}

impl Values<'_> {
    /// What falls short by a reading alone says what was found.
    const fn by_reading(&self) -> bool {
        matches!(self.why, Some(Why::GuideAmbiguous)) && self.required.is_some()
    }
}

/// The outcome as a word, and of one that is not known the reason.
pub(super) fn sort(its: &Values<'_>, language: Language) -> String {
    let word = words::outcome(its.outcome).get(language);
    match its.why {
        Some(_) if its.by_reading() => format!("{word}: {}", words::BY_READING.get(language)),
        Some(why) => format!("{word}: {}", reason(why).get(language)),
        None => word.to_owned(),
    }
}

/// The outcome with the values that it carries, and where a field has to be filled in, which.
pub(super) fn told(its: &Values<'_>, language: Language) -> String {
    let sort = sort(its, language);
    if its.why == Some(Why::InputMissing) {
        let fields = its.missing.iter();
        let fields: Vec<&str> = fields.map(|field| field.get(language)).collect();
        return format!("{sort}: {}", fields.join("; "));
    }
    if its.outcome == Outcome::Violated || its.by_reading() {
        if let (Some(found), Some(required)) = (its.found, its.required) {
            return format!(
                "{sort}: {} {}, {} {}",
                words::FOUND.get(language),
                found.get(language),
                words::REQUIRED.get(language),
                required.get(language)
            );
        }
        return sort;
    }
    match its.open {
        Some(open) => format!("{sort}: {}", open.get(language)),
        None => sort,
    }
}

const fn reason(why: Why) -> Text {
    match why {
        Why::InputMissing => text! {
            en: "the plan leaves out what decides it",
            fi: "suunnitelmasta puuttuu ratkaiseva tieto",
            sv: "planen saknar det som avgör",
        },
        Why::GuideSilent => text! {
            en: "the guide says nothing of it",
            fi: "ohje ei sano siitä mitään",
            sv: "anvisningen säger inget om det",
        },
        Why::GuideAmbiguous => text! {
            en: "the guide can be read in more than one way",
            fi: "ohjetta voi tulkita monella tavalla",
            sv: "anvisningen kan läsas på flera sätt",
        },
        Why::DateUnknown => text! {
            en: "the documents do not tell whether it was in force",
            fi: "asiakirjat eivät kerro, oliko se voimassa",
            sv: "dokumenten säger inte om det gällde",
        },
        Why::EvidenceOutside => text! {
            en: "only a document that is not public, or an attestation, can tell",
            fi: "vain ei-julkinen asiakirja tai vakuutus voi kertoa sen",
            sv: "bara ett icke-offentligt dokument eller ett intyg kan säga det",
        },
        Why::Unchecked => text! {
            en: "it could not be checked",
            fi: "sitä ei voitu tarkistaa",
            sv: "det kunde inte kontrolleras",
        },
    }
}
