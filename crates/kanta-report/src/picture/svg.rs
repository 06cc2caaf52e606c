//! A picture as SVG.

mod parts;
mod style;

use kanta_conformance::Language;
use maud::{Markup, PreEscaped, html};

use super::layout::{Layout, Rect};
use super::measure;
use super::table;
use super::view::{PictureView, Tone};
use style::Paint;

/// Draws a picture as one SVG: no script, no address but that of the namespace, light and dark by the reader's own
/// setting, and plain colours where styles are not understood.
///
/// The same view gives the same bytes.
#[must_use]
pub fn svg(view: &PictureView, language: Language) -> String {
    let mut text = drawn(view, language, true, false).into_string();
    text.push('\n');
    text
}

/// The style of every picture, for the head of a page that holds some.
pub(crate) const STYLE: &str = style::SHEET;

/// The same as a part of a page whose head holds the style; with `least`, it says itself how small it may become.
pub(crate) fn in_page(view: &PictureView, language: Language, least: bool) -> Markup {
    drawn(view, language, false, least)
}

fn drawn(view: &PictureView, language: Language, alone: bool, least: bool) -> Markup {
    let layout = Layout::of(view, language);
    let whole = Rect {
        x: 0.0,
        y: 0.0,
        w: layout.width,
        h: layout.height,
    };
    let size = format!("0 0 {} {}", parts::n(layout.width), parts::n(layout.height));
    let ink = Paint::Ink.plain();
    let namespace = alone.then_some("http://www.w3.org/2000/svg");
    // Where there is less room, it is moved about in, and shrinks only as far as it can be read.
    let least = least.then(|| format!("min-width:{}px", parts::n(layout.width * 0.85)));
    html! {
        svg class="kanta-picture" xmlns=[namespace] viewBox=(size) style=[least]
            width=(parts::n(layout.width)) height=(parts::n(layout.height)) role="img"
            lang=(language.code()) fill=(ink) font-family=(style::SANS) font-size="11.5" {
            title { (table::title(view, language)) }
            desc { (table::description(view, language)) }
            @if alone { style { (PreEscaped(style::SHEET)) } }
            (parts::rect(whole, 0.0, "bg", Paint::Ground, None))
            @for lane in &layout.lanes {
                (parts::rect(lane.rect, 10.0, "lane", Paint::Lane, None))
                (parts::label(&lane.label))
            }
            (head(&layout, view))
            @for frame in &layout.frames { (parts::frame(frame, view)) }
            @for rail in &layout.rails { (parts::rail(rail, view, language)) }
            @for line in &layout.lines { (parts::line(line)) }
            @for placed in &layout.boxes { (parts::card(placed, view)) }
            @for dot in &layout.dots { (parts::dot(*dot)) }
            @for entry in &layout.legend { (parts::entry(entry)) }
            @for note in &layout.notes {
                (parts::badge(note.badge))
                @for label in &note.labels { (parts::label(label)) }
            }
        }
    }
}

fn head(layout: &Layout, view: &PictureView) -> Markup {
    let (class, ground, edge) = match view.tone {
        Tone::Plain => ("card", Paint::Card, Paint::Edge),
        Tone::Good => ("okc", Paint::GoodGround, Paint::Good),
        Tone::Open => ("askc", Paint::OpenGround, Paint::Open),
        Tone::Bad => ("badc", Paint::BadGround, Paint::Bad),
    };
    html! {
        @for label in &layout.head { (parts::label(label)) }
        @if let Some(summary) = &layout.summary {
            (parts::rect(summary.rect, 8.0, class, ground, Some((edge, 2.0))))
            @for (index, label) in summary.labels.iter().enumerate() {
                (parts::centred(label, if index == 0 { edge } else { Paint::Ink }))
            }
        }
    }
}

/// Words as they may stand in an attribute or an element; maud escapes what is left.
fn safe(words: &str) -> String {
    measure::shown(words)
}
