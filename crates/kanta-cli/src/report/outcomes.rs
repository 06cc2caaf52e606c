//! Outcomes in a few words.

use kanta_conformance::{Language, Outcome, Text, Why};

use kanta_report::words;

/// The outcome as a word, and of one that is not known the reason.
pub(super) fn sort(outcome: &Outcome, language: Language) -> String {
    let unknown = Text::new("not known", "ei tiedossa", "inte känt").get(language);
    let word = match outcome {
        Outcome::NotInForce => Text::new("not in force", "ei voimassa", "gäller inte"),
        Outcome::NotApplicable => Text::new("does not apply", "ei koske", "tillämpas inte"),
        Outcome::Satisfied => Text::new("satisfied", "täyttyy", "uppfyllt"),
        Outcome::Violated { .. } => Text::new("violated", "rikottu", "bryts"),
        Outcome::Undetermined(why) => {
            return format!("{unknown}: {}", reason(why).get(language));
        }
    };
    word.get(language).to_owned()
}

const fn reason(why: &Why) -> Text {
    match why {
        Why::InputMissing(_) => Text::new(
            "the plan leaves out what decides it",
            "suunnitelmasta puuttuu ratkaiseva tieto",
            "planen saknar det som avgör",
        ),
        Why::GuideSilent(_) => Text::new(
            "the guide says nothing of it",
            "ohje ei sano siitä mitään",
            "anvisningen säger inget om det",
        ),
        Why::GuideAmbiguous(_) => Text::new(
            "the guide can be read in more than one way",
            "ohjetta voi tulkita monella tavalla",
            "anvisningen kan läsas på flera sätt",
        ),
        Why::ByReading(_) => words::BY_READING,
        Why::DateUnknown => Text::new(
            "the documents do not tell whether it was in force",
            "asiakirjat eivät kerro, oliko se voimassa",
            "dokumenten säger inte om det gällde",
        ),
        Why::EvidenceOutside(_) => Text::new(
            "only a document that is not public, or an attestation, can tell",
            "vain ei-julkinen asiakirja tai vakuutus voi kertoa sen",
            "bara ett icke-offentligt dokument eller ett intyg kan säga det",
        ),
        Why::Unchecked(_) => Text::new(
            "it could not be checked",
            "sitä ei voitu tarkistaa",
            "det kunde inte kontrolleras",
        ),
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
