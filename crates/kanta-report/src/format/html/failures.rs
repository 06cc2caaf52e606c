//! What each single failure cuts off.

use kanta_conformance::{Escaped, Text};
use maud::{Markup, html};

use super::finding::sentence;
use super::{Page, heading, labels};
use crate::layout::capitalised;
use crate::view::{Effect, FailuresReport, Served};
use crate::words;

impl Page<'_> {
    pub(super) fn failures(&self, failures: &FailuresReport) -> Markup {
        let holding: Vec<&Effect> = failures.holding().collect();
        html! {
            section {
                (heading(self.top.saturating_add(1), &html! { (self.say(labels::ONE_FAILURE)) }))
                p { (words::resilience(failures, self.language)) }
                (self.effects(words::CUTS_OFF, labels::CUT_OFF, failures.cutting().collect(), |its| &its.cut_off))
                (self.effects(words::NOT_KNOWN, labels::PERHAPS, failures.open().collect(), |its| &its.not_known))
                @if !holding.is_empty() {
                    details {
                        summary { (sentence(self.say(words::HOLDS))) " (" (holding.len()) ")" }
                        ul { @for effect in holding { li { (self.fails(effect)) (self.noted(effect)) } } }
                    }
                }
            }
        }
    }

    /// A table of failures, with what becomes of which service.
    fn effects(
        &self,
        title: Text,
        column: Text,
        effects: Vec<&Effect>,
        of: fn(&Effect) -> &[Served],
    ) -> Markup {
        let title = sentence(self.say(title));
        html! {
            @if !effects.is_empty() {
                (heading(self.top.saturating_add(2), &html! { (title) " (" (effects.len()) ")" }))
                div.wide tabindex="0" role="region" aria-label=(self.region(&title)) {
                    table {
                        thead { tr {
                            th scope="col" { (self.say(labels::FAILS)) }
                            th scope="col" { (self.say(column)) }
                        } }
                        tbody {
                            @for effect in effects {
                                tr {
                                    td { (self.fails(effect)) (self.noted(effect)) }
                                    td { @for served in of(effect) { div { (served.words(self.language)) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn fails(&self, effect: &Effect) -> String {
        capitalised(&Escaped(&effect.name(self.language)).to_string())
    }

    /// What would tell, what is left, and why nothing alone cuts anything off.
    fn noted(&self, effect: &Effect) -> Markup {
        html! {
            @if !effect.missing_names.is_empty() {
                div.soft { (sentence(self.say(words::FILL_IN))) ": "
                    @for (index, field) in effect.missing_names.iter().enumerate() {
                        @if index > 0 { "; " }
                        (Escaped(field.get(self.language)))
                    } }
            }
            @for capacity in &effect.capacity {
                div.soft { (sentence(self.say(words::LEFT))) ": " (capacity.words(self.language)) }
            }
            @if effect.on_paper_only { div.soft { (sentence(self.say(words::ON_PAPER_ONLY))) } }
        }
    }
}
