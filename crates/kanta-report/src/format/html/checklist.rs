//! The checklist before going live, and the calendar.

use kanta_conformance::{Escaped, Text};
use maud::{Markup, html};

use super::finding::{place, sentence};
use super::{Page, heading, labels};
use crate::told;
use crate::view::{Calendar, Deadline, Outcome, ReadyItem};
use crate::words;

impl Page<'_> {
    /// What has to be done, by its steps; nothing where there is no list.
    pub(super) fn checklist(&self, items: &[ReadyItem]) -> Markup {
        if items.is_empty() {
            return Markup::default();
        }
        let done = items.iter().filter(|item| !told::is_open(&item.finding));
        let mut steps: Vec<(&ReadyItem, Vec<&ReadyItem>)> = Vec::new();
        for item in items {
            match steps.last_mut() {
                Some((first, items)) if first.step == item.step => items.push(item),
                _ => steps.push((item, vec![item])),
            }
        }
        html! {
            section {
                (heading(self.top.saturating_add(1), &html! { (self.say(labels::CHECKLIST)) }))
                p { (done.count()) " / " (items.len()) " " (self.say(labels::DONE)) }
                @for (first, items) in steps {
                    (heading(self.top.saturating_add(2), &html! {
                        (sentence(&Escaped(first.step_name.get(self.language)).to_string()))
                    }))
                    ul.checklist { @for item in items { (self.item(item)) } }
                }
                @if let Some(calendar) = self.sheet.calendar { (self.calendar(calendar)) }
            }
        }
    }

    fn item(&self, item: &ReadyItem) -> Markup {
        let finding = &item.finding;
        let class = match finding.outcome {
            Outcome::Violated => "bad",
            Outcome::Undetermined => "ask",
            _ => "good",
        };
        html! {
            li.(class) {
                p { span.state { (Escaped(item.state_name.get(self.language))) } " "
                    (sentence(&Escaped(finding.statement.get(self.language)).to_string())) }
                @for field in &finding.missing {
                    p.soft { (self.say(words::FILL_IN)) ": " (Escaped(field.location.get(self.language)))
                        @if let Some(at) = &field.place { " " (place(at, self.live)) } }
                }
                @if told::is_open(finding) && finding.missing.is_empty() {
                    p.soft { (self.say(words::DO)) ": "
                        (Escaped(&told::remedy(finding, self.language))) }
                }
                @if let Some((label, said)) = told::ground(finding, self.language) {
                    p.soft { (self.say(label)) ": " (said) }
                }
            }
        }
    }

    fn calendar(&self, calendar: &Calendar) -> Markup {
        let by = calendar.by.0.display(self.language).to_string();
        html! {
            (heading(self.top.saturating_add(2), &html! { (self.say(labels::CALENDAR)) " " (by) }))
            div.wide tabindex="0" role="region" aria-label=(self.region(self.say(labels::CALENDAR))) {
                table {
                    thead { tr {
                        th scope="col" { (self.say(labels::LATEST)) }
                        th scope="col" { (self.say(labels::STATE)) }
                        th scope="col" { (self.say(labels::WHAT)) }
                        th scope="col" { (self.say(labels::SOURCE)) }
                    } }
                    tbody { @for date in &calendar.dates { (self.deadline(date)) } }
                }
            }
        }
    }

    fn deadline(&self, date: &Deadline) -> Markup {
        let latest = date
            .latest
            .map(|day| day.0.display(self.language).to_string());
        html! {
            tr {
                td { (latest.unwrap_or_else(|| "–".to_owned())) }
                td { (self.say(state(date))) }
                td { (Escaped(date.what.get(self.language)))
                    @if !date.about.is_empty() { " (" (Escaped(&date.about)) ")" }
                    "; " (Escaped(date.lead_time.get(self.language))) }
                td { (Escaped(date.source.get(self.language))) }
            }
        }
    }
}

const fn state(date: &Deadline) -> Text {
    words::deadline(date.done, date.late, date.over)
}
