//! The words of the page.

use std::collections::BTreeMap;

use kanta_conformance::{Language, Text, text};

/// What the command says beside the address.
pub(super) const UNTIL: Text = text! {
    en: "is shown at this address until the command is ended (Ctrl-C); whoever has the address can read and judge plans here",
    fi: "näkyy tässä osoitteessa, kunnes komento lopetetaan (Ctrl-C); osoitteen haltija voi lukea ja arvioida suunnitelmia tässä",
    sv: "visas på denna adress tills kommandot avslutas (Ctrl-C); den som har adressen kan läsa och bedöma planer här",
};

/// The words of the page and of its script, each by its name.
const ALL: [(&str, Text); 19] = [
    (
        "title",
        text! { en: "Kanta plan", fi: "Kanta-suunnitelma", sv: "Kanta-plan" },
    ),
    ("plan", text! { en: "Plan", fi: "Suunnitelma", sv: "Plan" }),
    (
        "report",
        text! { en: "Report", fi: "Raportti", sv: "Rapport" },
    ),
    (
        "day",
        text! { en: "Judged as of", fi: "Arviointipäivä", sv: "Bedöms per" },
    ),
    (
        "language",
        text! { en: "Language", fi: "Kieli", sv: "Språk" },
    ),
    (
        "save-plan",
        text! { en: "Save the plan", fi: "Tallenna suunnitelma", sv: "Spara planen" },
    ),
    (
        "save-report",
        text! { en: "Save the report", fi: "Tallenna raportti", sv: "Spara rapporten" },
    ),
    (
        "nothing-kept",
        text! {
            en: "Nothing is written and nothing leaves this machine: save what you want to keep.",
            fi: "Mitään ei kirjoiteta levylle eikä mikään lähde tältä koneelta: tallenna se, minkä haluat säilyttää.",
            sv: "Inget skrivs och inget lämnar den här datorn: spara det som du vill behålla.",
        },
    ),
    (
        "no-kela",
        text! {
            en: "Not Kela's own tool, and no legal advice.",
            fi: "Ei Kelan oma työkalu eikä juridista neuvontaa.",
            sv: "Inte FPA:s eget verktyg och ingen juridisk rådgivning.",
        },
    ),
    (
        "marks",
        text! { en: "Findings by line", fi: "Havainnot riveittäin", sv: "Iakttagelser radvis" },
    ),
    ("line", text! { en: "Line", fi: "Rivi", sv: "Rad" }),
    (
        "keys",
        text! {
            en: "F8 goes to the next line with a finding, Shift+F8 to the one before; Ctrl+S saves the plan.",
            fi: "F8 siirtää seuraavalle riville, jolla on havainto, vaihto+F8 edelliselle; Ctrl+S tallentaa suunnitelman.",
            sv: "F8 går till nästa rad med en iakttagelse, skift+F8 till föregående; Ctrl+S sparar planen.",
        },
    ),
    (
        "judging",
        text! { en: "Judging …", fi: "Arvioidaan …", sv: "Bedöms …" },
    ),
    (
        "changed",
        text! { en: "not saved", fi: "tallentamatta", sv: "inte sparad" },
    ),
    (
        "no-token",
        text! {
            en: "This page was not opened by the address that `kanta serve` prints. Open it with everything behind the #.",
            fi: "Sivua ei avattu osoitteella, jonka `kanta serve` tulostaa. Avaa se kaikkineen, mitä #-merkin jälkeen on.",
            sv: "Sidan öppnades inte med adressen som `kanta serve` skriver ut. Öppna den med allt som står efter #.",
        },
    ),
    (
        "gone",
        text! {
            en: "The command does not answer any more. What you wrote can still be saved.",
            fi: "Komento ei enää vastaa. Kirjoittamasi voi yhä tallentaa.",
            sv: "Kommandot svarar inte längre. Det du har skrivit kan ännu sparas.",
        },
    ),
    (
        "no-plan",
        text! {
            en: "The plan can no longer be read.",
            fi: "Suunnitelmaa ei voi enää lukea.",
            sv: "Planen kan inte läsas längre.",
        },
    ),
    (
        "too-long",
        text! {
            en: "The plan is longer than 1 MiB and is not judged.",
            fi: "Suunnitelma on pidempi kuin 1 MiB, eikä sitä arvioida.",
            sv: "Planen är längre än 1 MiB och bedöms inte.",
        },
    ),
    (
        "not-judged",
        text! {
            en: "This text could not be judged.",
            fi: "Tätä tekstiä ei voitu arvioida.",
            sv: "Den här texten kunde inte bedömas.",
        },
    ),
];

/// The word of that name.
pub(super) fn word(name: &str, language: Language) -> &'static str {
    let found = ALL.iter().find(|(its, _)| *its == name);
    found.map_or("", |(_, text)| text.get(language))
}

/// All words, by language and name, as JSON.
pub(super) fn json() -> String {
    let all: BTreeMap<&str, BTreeMap<&str, &str>> = Language::ALL
        .into_iter()
        .map(|language| {
            let words = ALL.iter().map(|(name, text)| (*name, text.get(language)));
            (language.code(), words.collect())
        })
        .collect();
    serde_json::to_string(&all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::serve::page;

    #[test]
    fn every_word_is_used_and_every_word_that_is_used_is_there() {
        for (name, _) in ALL {
            let of_script = page::SCRIPT.contains(&format!("say('{name}')"));
            let of_page = page::html(Language::En).contains(&format!("=\"{name}\""));
            assert!(of_script || of_page, "{name}");
        }
        for used in page::SCRIPT.split("say('").skip(1) {
            let name = used.split('\'').next().unwrap_or_default();
            assert_ne!(word(name, Language::En), "", "{name}");
        }
        for used in page::html(Language::En).split("data-word=\"").skip(1) {
            let name = used.split('"').next().unwrap_or_default();
            assert_ne!(word(name, Language::En), "", "{name}");
        }
    }
}
