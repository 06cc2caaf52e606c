//! What rests on whose word: each attestation and ruling once, with all that rests on it.

use std::collections::BTreeMap;

use kanta_conformance::Escaped;
use maud::{Markup, html};

use super::finding::sentence;
use super::{Page, heading};
use crate::layout::capitalised;
use crate::told;
use crate::view::{Finding, Ground, Outcome};
use crate::words;

/// Somebody's word, and the findings that rest on it.
type Word<'a> = (String, Vec<&'a Finding>);

impl Page<'_> {
    pub(super) fn rests_on(&self) -> Markup {
        let all = self.said();
        let total: usize = all.iter().map(|(_, findings)| findings.len()).sum();
        let title = sentence(self.say(words::RESTS_ON));
        html! {
            @if total > 0 {
                section {
                    (heading(self.top.saturating_add(1), &html! { (title) " (" (total) ")" }))
                    @for (words, findings) in &all {
                        div.finding.good {
                            (heading(self.top.saturating_add(2), &html! { (words) }))
                            ul.places {
                                @for group in told::grouped(findings.iter().copied()) {
                                    (self.resting(&group))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whose words there are, in the order of the findings.
    fn said(&self) -> Vec<Word<'_>> {
        let mut all: Vec<Word<'_>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let found = self.sheet.found.iter().copied();
        for finding in found.filter(|its| its.outcome == Outcome::Satisfied) {
            let Some(ground) = &finding.ground else {
                continue;
            };
            let words = self.word(ground);
            let at = *known.entry(words.clone()).or_insert(all.len());
            match all.get_mut(at) {
                Some((_, findings)) => findings.push(finding),
                None => all.push((words, vec![finding])),
            }
        }
        all
    }

    /// Who said what, and when.
    fn word(&self, ground: &Ground) -> String {
        let (label, by, on, why) = match ground {
            Ground::Attestation { by, on, ground, .. } => (words::ATTESTED, by, on, ground),
            Ground::Ruling {
                by, on, reference, ..
            } => (words::RULED, by, on, reference),
        };
        let (label, on) = (self.say(label), on.0.display(self.language));
        capitalised(&format!("{label}: {}, {on}: {}", Escaped(by), Escaped(why)))
    }

    /// One requirement that rests on it, with every place.
    fn resting(&self, group: &[&Finding]) -> Markup {
        let language = self.language;
        let places = group.iter().filter(|its| !its.path.is_empty());
        let places: Vec<&str> = places.map(|its| its.location.get(language)).collect();
        html! {
            @if let Some(finding) = group.first() {
                li {
                    (capitalised(&told::headline(finding, language)))
                    " " span.place { "(" (Escaped(finding.clause.get(language))) ")" }
                    @if !places.is_empty() { div.soft { (Escaped(&places.join("; "))) } }
                    " " code { (Escaped(&finding.requirement)) }
                }
            }
        }
    }
}
