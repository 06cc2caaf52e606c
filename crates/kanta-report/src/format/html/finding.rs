//! Findings of one outcome: each once, with every place where it was found.

use kanta_conformance::{Escaped, Language, Text};
use maud::{Markup, html};

use super::{heading, labels};
use crate::told;
use crate::view::{Finding, Outcome, Place};
use crate::words;

pub(super) struct Findings<'a> {
    pub(super) groups: Vec<Vec<&'a Finding>>,
    pub(super) class: &'static str,
    pub(super) title: Text,
    pub(super) level: u8,
    pub(super) language: Language,
    /// Whether places lead somewhere.
    pub(super) live: bool,
}

impl Findings<'_> {
    pub(super) fn show(&self) -> Markup {
        let total: usize = self.groups.iter().map(Vec::len).sum();
        let title = sentence(self.title.get(self.language));
        html! {
            @if total > 0 {
                section {
                    (heading(self.level, &html! { (title) " (" (total) ")" }))
                    @for group in &self.groups {
                        @if let Some(finding) = group.first() { (self.group(finding, group)) }
                    }
                }
            }
        }
    }

    fn group(&self, finding: &Finding, group: &[&Finding]) -> Markup {
        let language = self.language;
        let headline = sentence(&told::headline(finding, language));
        let skipped = [words::AT.get(language), words::FILL_IN.get(language)];
        let details = told::details(finding, language).into_iter();
        let details = details.filter(|(label, _)| !skipped.contains(label));
        html! {
            div.finding.(self.class) {
                (heading(self.level.saturating_add(1), &html! { (headline) }))
                (self.places(finding, group))
                dl {
                    @for (label, words) in details {
                        div { dt { (sentence(label)) } dd { (words) } }
                    }
                    div { dt { (labels::ID.get(language)) } dd { code { (Escaped(&finding.requirement)) } } }
                }
            }
        }
    }

    /// Where it was found, or what has to be filled in.
    fn places(&self, finding: &Finding, group: &[&Finding]) -> Markup {
        let asked = finding.outcome == Outcome::Undetermined && !finding.missing.is_empty();
        let label = if asked { words::FILL_IN } else { words::AT };
        let places: Vec<(&str, Option<&Place>)> = if asked {
            let fields = group.iter().flat_map(|its| &its.missing);
            fields
                .map(|its| (its.location.get(self.language), its.place.as_ref()))
                .collect()
        } else {
            let named = group.iter().filter(|its| !its.path.is_empty());
            named
                .map(|its| (its.location.get(self.language), its.place.as_ref()))
                .collect()
        };
        html! {
            @if !places.is_empty() {
                p.label { (sentence(label.get(self.language))) }
                ul.places {
                    @for (location, at) in places {
                        li { (Escaped(location)) @if let Some(at) = at { " " (place(at, self.live)) } }
                    }
                }
            }
        }
    }
}

/// A place in a file; a button where it leads somewhere.
pub(super) fn place(place: &Place, live: bool) -> Markup {
    let mut at = Escaped(&place.file).to_string();
    for number in [place.line, place.column].into_iter().flatten() {
        at.push_str(&format!(":{number}"));
    }
    match place.line {
        Some(line) if live => html! {
            button.place type="button" data-line=(line) data-column=(place.column.unwrap_or(1)) { (at) }
        },
        _ => html! { span.place { (at) } },
    }
}

/// Words that begin with a capital and are not shouted.
pub(super) fn sentence(words: &str) -> String {
    let shouted = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    if shouted {
        crate::layout::capitalised(&words.to_lowercase())
    } else {
        crate::layout::capitalised(words)
    }
}
