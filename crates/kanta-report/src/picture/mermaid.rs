//! A picture as a Mermaid flowchart, for people's own documents.

use core::fmt::Write;

use kanta_conformance::Language;

use super::marks;
use super::measure::shown;
use super::view::{Availability, Item, ItemKind, Network, PictureView, Role};
use super::words;

/// Draws a picture as a Mermaid flowchart; words are escaped, so that none of them is taken for syntax.
#[must_use]
pub fn mermaid(view: &PictureView, language: Language) -> String {
    let mut text = String::from("flowchart LR\n");
    let number = |id: &str| view.items.iter().position(|item| item.id == id);
    let mut line = |indent: usize, words: core::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        writeln!(text, "{:indent$}{words}", "").ok();
    };
    for (at, frame) in view.frames.iter().enumerate() {
        let name = label(&[frame.name.get(language), frame.kind.get(language)]);
        line(2, format_args!("subgraph f{at}[\"{name}\"]"));
        for (index, item) in view.items.iter().enumerate() {
            if item.frame.as_ref() == Some(&frame.id) {
                line(4, format_args!("{}", node(view, index, item, language)));
            }
        }
        line(2, format_args!("end"));
    }
    for (index, item) in view.items.iter().enumerate() {
        if item.frame.is_none() {
            line(2, format_args!("{}", node(view, index, item, language)));
        }
    }
    if view
        .items
        .iter()
        .any(|item| item.link.as_ref().is_some_and(|link| link.to_kanta))
    {
        let kanta = label(&[words::KANTA.get(language)]);
        line(2, format_args!("kanta[[\"{kanta}\"]]"));
    }
    for wire in &view.wires {
        if let (Some(from), Some(to)) = (number(&wire.from), number(&wire.to)) {
            let ends = [from, to];
            let items = ends.iter().filter_map(|&index| view.items.get(index));
            let link = items.into_iter().find(|item| item.link.is_some());
            line(2, format_args!("n{from} {} n{to}", arrow(link)));
        }
    }
    for (index, item) in view.items.iter().enumerate() {
        if let Some(under) = item.under.as_deref().and_then(number) {
            line(2, format_args!("n{under} --- n{index}"));
        }
        let Some(link) = item.link.as_ref().filter(|link| link.to_kanta) else {
            continue;
        };
        let halls = link
            .halls
            .as_ref()
            .map_or_else(|| "?".to_owned(), |its| its.join(" "));
        let halls = label(&[&halls]);
        line(
            2,
            format_args!("n{index} {}|\"{halls}\"| kanta", arrow(Some(item))),
        );
    }
    for (class, style) in [
        ("bad", "stroke:#b3261e,stroke-width:2px"),
        (
            "open",
            "stroke:#7a5b00,stroke-width:2px,stroke-dasharray:5 4",
        ),
    ] {
        let all: Vec<String> = view
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| look(view, item) == Some(class))
            .map(|(index, _)| format!("n{index}"))
            .collect();
        if !all.is_empty() {
            line(2, format_args!("classDef {class} {style}"));
            line(2, format_args!("class {} {class}", all.join(",")));
        }
    }
    text
}

/// How a box is drawn where something is wrong or not known.
pub(super) fn look(view: &PictureView, item: &Item) -> Option<&'static str> {
    let sign = marks::worst(view, &item.marks).map(|mark| mark.sign());
    match (item.state, sign) {
        (Availability::Down | Availability::CutOff, _) | (_, Some(marks::Sign::Fault)) => {
            Some("bad")
        }
        (Availability::Perhaps | Availability::NotNamed, _) | (_, Some(marks::Sign::Open)) => {
            Some("open")
        }
        _ => None,
    }
}

/// What is written in a box, line by line: its name, its facts, and the numbers of its marks.
pub(super) fn lines(view: &PictureView, item: &Item, language: Language) -> Vec<String> {
    let mut all = vec![item.name.get(language).to_owned()];
    let state = match item.state {
        Availability::Down => Some(words::DOWN),
        Availability::CutOff if view.of == super::PictureOf::Rights => Some(words::NO_PERMIT),
        Availability::CutOff => Some(words::CUT_OFF),
        Availability::Perhaps => Some(words::PERHAPS),
        _ => None,
    };
    all.extend(state.map(|text| text.get(language).to_owned()));
    all.extend(
        item.facts
            .iter()
            .map(|fact| fact.words.get(language).to_owned()),
    );
    let marks = item.marks.iter().filter_map(|&number| view.mark(number));
    all.extend(marks.map(|mark| {
        let sign = match mark.sign() {
            marks::Sign::Fault => words::FAULT,
            marks::Sign::Open => words::NOT_KNOWN,
            marks::Sign::Advice => words::ADVICE,
        };
        format!(
            "{} ({}): {}",
            mark.number,
            sign.get(language),
            mark.words.get(language)
        )
    }));
    all
}

fn node(view: &PictureView, index: usize, item: &Item, language: Language) -> String {
    let lines = lines(view, item, language);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let words = label(&lines);
    match item.kind {
        ItemKind::ConsolidationPoint => format!("n{index}([\"{words}\"])"),
        ItemKind::Service => format!("n{index}[[\"{words}\"]]"),
        _ => format!("n{index}[\"{words}\"]"),
    }
}

fn arrow(link: Option<&Item>) -> &'static str {
    match link.and_then(|item| item.link.as_ref()) {
        None => "---",
        Some(link) if link.role == Role::Backup => "-.->",
        Some(link) if link.network == Network::Private => "==>",
        Some(_) => "-->",
    }
}

/// Lines as one label: whatever Mermaid or HTML could take for something else is written by its number.
fn label(lines: &[&str]) -> String {
    let lines = lines.iter().filter(|line| !line.is_empty());
    let escaped = lines.map(|line| {
        let mut text = String::new();
        for c in shown(line).chars() {
            if c.is_alphanumeric()
                || matches!(
                    c,
                    ' ' | '.' | ',' | '-' | '/' | ':' | '(' | ')' | '·' | '→' | '–'
                )
            {
                text.push(c);
            } else {
                write!(text, "#{};", u32::from(c)).ok();
            }
        }
        text
    });
    escaped.collect::<Vec<_>>().join("<br/>")
}
