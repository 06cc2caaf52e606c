//! Outcomes in a few words.

use kanta_conformance::{Language, Outcome, Text, Why, text};

use kanta_report::words;

/// The outcome as a word, and of one that is not known the reason.
pub(super) fn sort(outcome: &Outcome, language: Language) -> String {
    let unknown = text! { en: "not known", fi: "ei tiedossa", sv: "inte känt" }.get(language);
    let word = match outcome {
        Outcome::NotInForce => text! { en: "not in force", fi: "ei voimassa", sv: "gäller inte" },
        Outcome::NotApplicable => {
            text! { en: "does not apply", fi: "ei koske", sv: "tillämpas inte" }
        }
        Outcome::Satisfied => text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllt" },
        Outcome::Violated { .. } => text! { en: "violated", fi: "rikottu", sv: "bryts" },
        Outcome::Undetermined(why) => {
            return format!("{unknown}: {}", reason(why).get(language));
        }
    };
    word.get(language).to_owned()
}

const fn reason(why: &Why) -> Text {
    match why {
        Why::InputMissing(_) => text! {
            en: "the plan leaves out what decides it",
            fi: "suunnitelmasta puuttuu ratkaiseva tieto",
            sv: "planen saknar det som avgör",
        },
        Why::GuideSilent(_) => text! {
            en: "the guide says nothing of it",
            fi: "ohje ei sano siitä mitään",
            sv: "anvisningen säger inget om det",
        },
        Why::GuideAmbiguous(_) => text! {
            en: "the guide can be read in more than one way",
            fi: "ohjetta voi tulkita monella tavalla",
            sv: "anvisningen kan läsas på flera sätt",
        },
        Why::ByReading(_) => words::BY_READING,
        Why::DateUnknown => text! {
            en: "the documents do not tell whether it was in force",
            fi: "asiakirjat eivät kerro, oliko se voimassa",
            sv: "dokumenten säger inte om det gällde",
        },
        Why::EvidenceOutside(_) => text! {
            en: "only a document that is not public, or an attestation, can tell",
            fi: "vain ei-julkinen asiakirja tai vakuutus voi kertoa sen",
            sv: "bara ett icke-offentligt dokument eller ett intyg kan säga det",
        },
        Why::Unchecked(_) => text! {
            en: "it could not be checked",
            fi: "sitä ei voitu tarkistaa",
            sv: "det kunde inte kontrolleras",
        },
    }
}

/// The outcome with the values that it carries, and where a field has to be filled in, which.
pub(super) fn told(outcome: &Outcome, language: Language) -> String {
    let sort = sort(outcome, language);
    let say = |text: Text| text.get(language);
    match outcome {
        Outcome::Violated { found, required } => format!(
            "{sort}: {} {}, {} {}",
            say(words::FOUND),
            found.display(language),
            say(words::REQUIRED),
            required.display(language)
        ),
        Outcome::Undetermined(Why::InputMissing(fields)) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|field| words::place(field, language))
                .collect();
            format!("{sort}: {}", fields.join("; "))
        }
        Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)) => {
            format!("{sort}: {}", say(*question))
        }
        Outcome::Undetermined(Why::ByReading(by)) => format!(
            "{sort}: {} {}, {} {}",
            say(words::FOUND),
            by.found.display(language),
            say(words::REQUIRED),
            by.required.display(language)
        ),
        Outcome::Undetermined(Why::EvidenceOutside(document)) => {
            format!("{sort}: {}", say(document.title))
        }
        Outcome::Undetermined(Why::Unchecked(obstacle)) => {
            format!("{sort}: {}", obstacle.display(language))
        }
        _ => sort,
    }
}
