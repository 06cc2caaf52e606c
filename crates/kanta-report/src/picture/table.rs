//! The facts of a picture in words and in rows.

use kanta_conformance::{Language, Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::measure::shown;
use super::view::{Availability, Item, ItemKind, PictureView};
use super::words;
use crate::layout::capitalised;

/// The facts of a picture, for whoever cannot see it, or would rather read: a row for each box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Table {
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl PictureView {
    /// The same facts in rows: what it is, its name, what is known of it, where it leads, and the numbers of its marks.
    #[must_use]
    pub fn table(&self, language: Language) -> Table {
        let say = |text: Text| text.get(language).to_owned();
        let head = vec![
            say(text! { en: "What", fi: "Mikä", sv: "Vad" }),
            say(text! { en: "Name", fi: "Nimi", sv: "Namn" }),
            say(text! { en: "Known of it", fi: "Tiedot", sv: "Uppgifter" }),
            say(text! { en: "Leads to", fi: "Johtaa", sv: "Leder till" }),
            say(text! { en: "Findings", fi: "Havainnot", sv: "Iakttagelser" }),
        ];
        let frames = self.frames.iter().map(|frame| {
            let within = self.items.iter();
            let within = within.filter(|item| item.frame.as_ref() == Some(&frame.id));
            let names: Vec<&str> = within.map(|item| item.name.get(language)).collect();
            vec![
                say(text! { en: "administrator", fi: "ylläpitäjä", sv: "administratör" }),
                shown(frame.name.get(language)),
                shown(frame.kind.get(language)),
                shown(&names.join(", ")),
                numbers(&frame.marks),
            ]
        });
        let items = self.items.iter().map(|item| {
            vec![
                say(words::kind(item.kind)),
                shown(item.name.get(language)),
                shown(&self.facts(item, language)),
                shown(&self.leads_to(item, language)),
                numbers(&item.marks),
            ]
        });
        let rows = frames.chain(items).collect();
        Table { head, rows }
    }

    fn facts(&self, item: &Item, language: Language) -> String {
        let state = match item.state {
            Availability::Up | Availability::NotNamed => None,
            Availability::Down => Some(words::DOWN),
            Availability::CutOff if self.of == super::PictureOf::Rights => Some(words::NO_PERMIT),
            Availability::CutOff => Some(words::CUT_OFF),
            Availability::Perhaps => Some(words::PERHAPS),
        };
        let state = state.map(|text| text.get(language));
        let facts = item.facts.iter().map(|fact| fact.words.get(language));
        state
            .into_iter()
            .chain(facts)
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn leads_to(&self, item: &Item, language: Language) -> String {
        let wires = self.wires.iter().filter(|wire| wire.from == item.id);
        let mut names: Vec<String> = wires
            .filter_map(|wire| self.item(&wire.to))
            .map(|item| item.name.get(language).to_owned())
            .collect();
        if let Some(link) = item.link.as_ref().filter(|link| link.to_kanta) {
            let halls = match &link.halls {
                Some(halls) => halls.join(", "),
                None => "?".to_owned(),
            };
            let word = text! { en: "halls", fi: "salit", sv: "hallar" }.get(language);
            names.push(format!("Kanta ({word}: {halls})"));
        }
        names.join(", ")
    }
}

fn numbers(marks: &[usize]) -> String {
    let all: Vec<String> = marks.iter().map(ToString::to_string).collect();
    all.join(", ")
}

/// A picture in one line.
pub(super) fn title(view: &PictureView, language: Language) -> String {
    let title = view.title.get(language);
    let subtitle = view.subtitle.get(language);
    let summary = view.summary.get(language);
    let mut line = format!("{title}. {subtitle}");
    if !summary.is_empty() {
        line.push_str(&format!(": {summary}, {}", view.detail.get(language)));
    }
    shown(&line)
}

/// A picture in some lines: how much of what there is, and how each access point goes on.
pub(super) fn description(view: &PictureView, language: Language) -> String {
    let mut lines = Vec::new();
    for item in &view.items {
        let told = matches!(
            item.kind,
            ItemKind::AccessPoint | ItemKind::Link | ItemKind::ConsolidationPoint
        );
        if told {
            let kind = capitalised(words::kind(item.kind).get(language));
            let name = item.name.get(language);
            lines.push(format!("{kind} {name} → {}", view.leads_to(item, language)));
        }
    }
    shown(&lines.join(". "))
}
