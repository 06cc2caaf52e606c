//! A picture in the language of Graphviz, for people's own documents.

use core::fmt::Write;

use kanta_conformance::Language;

use super::measure::shown;
use super::mermaid::{lines, look};
use super::view::{Item, ItemKind, Network, PictureView, Role};
use super::words;

/// Draws a picture in the language of Graphviz; words are quoted, so that none of them is taken for syntax.
#[must_use]
pub fn dot(view: &PictureView, language: Language) -> String {
    let mut text = String::from(
        "digraph kanta {\n  rankdir=LR\n  node [shape=box, style=rounded, fontname=\"sans-serif\"]\n",
    );
    let number = |id: &str| view.items.iter().position(|item| item.id == id);
    let mut line = |indent: usize, words: core::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        writeln!(text, "{:indent$}{words}", "").ok();
    };
    let title = quoted(&[view.title.get(language), view.subtitle.get(language)]);
    line(2, format_args!("label={title}"));
    for (at, frame) in view.frames.iter().enumerate() {
        let name = quoted(&[frame.name.get(language), frame.kind.get(language)]);
        line(2, format_args!("subgraph cluster_{at} {{"));
        line(4, format_args!("label={name}"));
        for (index, item) in view.items.iter().enumerate() {
            if item.frame.as_ref() == Some(&frame.id) {
                line(4, format_args!("{}", node(view, index, item, language)));
            }
        }
        line(2, format_args!("}}"));
    }
    for (index, item) in view.items.iter().enumerate() {
        if item.frame.is_none() {
            line(2, format_args!("{}", node(view, index, item, language)));
        }
    }
    let to_kanta = |item: &Item| item.link.as_ref().is_some_and(|link| link.to_kanta);
    if view.items.iter().any(to_kanta) {
        let kanta = quoted(&[words::KANTA.get(language)]);
        line(2, format_args!("kanta [label={kanta}, shape=box3d]"));
    }
    for wire in &view.wires {
        if let (Some(from), Some(to)) = (number(&wire.from), number(&wire.to)) {
            let ends = [from, to];
            let items = ends.iter().filter_map(|&index| view.items.get(index));
            let link = items.into_iter().find(|item| item.link.is_some());
            line(2, format_args!("n{from} -> n{to} [{}]", pen(link)));
        }
    }
    for (index, item) in view.items.iter().enumerate() {
        if let Some(under) = item.under.as_deref().and_then(number) {
            line(2, format_args!("n{under} -> n{index} [{}]", pen(None)));
        }
        if let Some(link) = item.link.as_ref().filter(|link| link.to_kanta) {
            let halls = link
                .halls
                .as_ref()
                .map_or_else(|| "?".to_owned(), |its| its.join(" "));
            let halls = quoted(&[&halls]);
            line(
                2,
                format_args!("n{index} -> kanta [{}, label={halls}]", pen(Some(item))),
            );
        }
    }
    text.push_str("}\n");
    text
}

fn node(view: &PictureView, index: usize, item: &Item, language: Language) -> String {
    let lines = lines(view, item, language);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let colour = match look(view, item) {
        Some("bad") => ", color=\"#b3261e\", penwidth=2",
        Some(_) => ", color=\"#7a5b00\", penwidth=2, style=\"rounded,dashed\"",
        None => "",
    };
    let shape = match item.kind {
        ItemKind::ConsolidationPoint => ", shape=ellipse",
        ItemKind::Service => ", shape=component",
        _ => "",
    };
    format!("n{index} [label={}{colour}{shape}]", quoted(&lines))
}

fn pen(link: Option<&Item>) -> String {
    let Some(link) = link.and_then(|item| item.link.as_ref()) else {
        return "dir=none, color=\"#7c92a6\"".to_owned();
    };
    let colour = match link.network {
        Network::Private => "#1f5fa8",
        Network::OpenInternet | Network::Tunnel => "#b4540a",
        Network::NotKnown => "#7c92a6",
    };
    let style = match link.role {
        Role::Primary => "penwidth=2.5",
        Role::Backup => "style=dashed",
        Role::NotKnown => "style=dotted",
    };
    format!("color=\"{colour}\", {style}")
}

/// Lines as one quoted string, each to the left.
fn quoted(lines: &[&str]) -> String {
    let mut text = String::from("\"");
    for line in lines.iter().filter(|line| !line.is_empty()) {
        for c in shown(line).chars() {
            match c {
                '"' | '\\' => {
                    text.push('\\');
                    text.push(c);
                }
                // Graphviz reads entities in labels.
                '&' => text.push_str("&amp;"),
                other => text.push(other),
            }
        }
        text.push_str("\\l");
    }
    text.push('"');
    text
}
