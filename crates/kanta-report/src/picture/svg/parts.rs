//! What a picture is made of. Each element carries its colour as an attribute, which a style overrides.

use kanta_conformance::Language;
use maud::{Markup, html};

pub(super) use crate::picture::layout::n;
use crate::picture::layout::{
    Badge, Dot, Entry, Label, Line, Look, Meeting, Placed, Rail, Rect, Swatch,
};
use crate::picture::marks::{self, Sign};
use crate::picture::measure::Font;
use crate::picture::view::{Availability, FactStyle, ItemKind, Network, PictureView, Role};

use super::safe;
use super::style::{MONO, Paint};

pub(super) fn rect(
    rect: Rect,
    round: f64,
    class: &str,
    fill: Paint,
    edge: Option<(Paint, f64)>,
) -> Markup {
    let stroke = edge.map(|(paint, _)| paint.plain());
    let width = edge.map(|(_, width)| n(width));
    let round = (round > 0.0).then(|| n(round));
    html! {
        rect class=(class) x=(n(rect.x)) y=(n(rect.y)) width=(n(rect.w)) height=(n(rect.h))
            rx=[round] fill=(fill.plain()) stroke=[stroke] stroke-width=[width] {}
    }
}

/// Class and colour of words.
const fn ink(style: FactStyle) -> (Option<&'static str>, Option<Paint>) {
    match style {
        FactStyle::Plain | FactStyle::Code => (None, None),
        FactStyle::Soft => (Some("soft"), Some(Paint::Soft)),
        FactStyle::Bad => (Some("bad"), Some(Paint::Bad)),
        FactStyle::Open => (Some("ask"), Some(Paint::Open)),
    }
}

pub(super) fn label(label: &Label) -> Markup {
    let (class, paint) = ink(label.style);
    text(label, class, paint, None)
}

/// Words around the middle of a box.
pub(super) fn centred(label: &Label, paint: Paint) -> Markup {
    let class = match paint {
        Paint::Bad => Some("bad"),
        Paint::Open => Some("ask"),
        Paint::Good => Some("ok"),
        _ => None,
    };
    text(label, class, class.map(|_| paint), Some("middle"))
}

fn text(label: &Label, class: Option<&str>, paint: Option<Paint>, anchor: Option<&str>) -> Markup {
    let size =
        (label.font != Font::Small && label.font != Font::Strong).then(|| n(label.font.size()));
    let weight = matches!(label.font, Font::Name | Font::Title | Font::Strong).then_some("600");
    let family = (label.font == Font::Code).then_some(MONO);
    html! {
        text class=[class] x=(n(label.x)) y=(n(label.y)) fill=[paint.map(Paint::plain)]
            font-size=[size] font-weight=[weight] font-family=[family] text-anchor=[anchor] {
            (label.words)
        }
    }
}

/// The number of a mark: a filled square for a fault, a round one with a question mark for what is not known, and a
/// framed one for advice.
pub(super) fn badge(badge: Badge) -> Markup {
    let rect_of = |round: f64, class: &str, fill: Paint, edge: Paint| {
        rect(badge.rect, round, class, fill, Some((edge, 1.5)))
    };
    let (shape, class, paint, mark) = match badge.sign {
        Sign::Fault => (
            rect_of(3.0, "badf", Paint::Bad, Paint::Bad),
            "inv",
            Paint::Ground,
            "",
        ),
        Sign::Open => (
            rect_of(8.5, "askc", Paint::OpenGround, Paint::Open),
            "ask",
            Paint::Open,
            "?",
        ),
        Sign::Advice => (
            rect_of(1.0, "advc", Paint::AdviceGround, Paint::Advice),
            "adv",
            Paint::Advice,
            "",
        ),
    };
    let middle = badge.rect.x + badge.rect.w / 2.0;
    html! {
        (shape)
        text class=(class) x=(n(middle)) y=(n(badge.rect.y + 12.5)) fill=(paint.plain())
            font-weight="600" text-anchor="middle" {
            (badge.number) (mark)
        }
    }
}

/// Class, colours and edge of a box.
fn shade(
    view: &PictureView,
    numbers: &[usize],
    state: Availability,
) -> (&'static str, Paint, Paint, f64) {
    let sign = marks::worst(view, numbers).map(|mark| mark.sign());
    match (state, sign) {
        (Availability::Down | Availability::CutOff, _) | (_, Some(Sign::Fault)) => {
            ("badc", Paint::BadGround, Paint::Bad, 2.0)
        }
        (Availability::Perhaps | Availability::NotNamed, _) | (_, Some(Sign::Open)) => {
            ("askc", Paint::OpenGround, Paint::Open, 2.0)
        }
        _ => ("card", Paint::Card, Paint::Edge, 1.0),
    }
}

/// A box.
pub(super) fn card(placed: &Placed, view: &PictureView) -> Markup {
    let item = view.items.get(placed.index);
    let state = item.map_or(Availability::Up, |item| item.state);
    let numbers = item.map_or(&[][..], |item| item.marks.as_slice());
    let (class, fill, edge, width) = shade(view, numbers, state);
    let round = match item.map(|item| item.kind) {
        Some(ItemKind::ConsolidationPoint) => 18.0,
        _ => 8.0,
    };
    let dashes = matches!(state, Availability::Down | Availability::NotNamed).then_some("6 4");
    let r = placed.rect;
    html! {
        g stroke-dasharray=[dashes] {
            @if let Some(whole) = &placed.whole { title { (safe(whole)) } }
            (rect(r, round, class, fill, Some((edge, width))))
        }
        (inside(placed))
    }
}

/// What is written in a box; what no table of widths foresees is cut at its edge.
fn inside(placed: &Placed) -> Markup {
    let odd = |c: char| u32::from(c) > 0x24f && !matches!(c, '–' | '→' | '…' | '’');
    let clip = placed
        .labels
        .iter()
        .any(|label| label.words.chars().any(odd));
    let r = placed.rect;
    let words = html! {
        @for words in &placed.labels { (label(words)) }
        @for number in &placed.badges { (badge(*number)) }
    };
    if !clip {
        return words;
    }
    let view_box = format!("{} {} {} {}", n(r.x), n(r.y), n(r.w), n(r.h));
    html! {
        svg x=(n(r.x)) y=(n(r.y)) width=(n(r.w)) height=(n(r.h)) viewBox=(view_box) { (words) }
    }
}

/// The frame around access points.
pub(super) fn frame(placed: &Placed, view: &PictureView) -> Markup {
    let frame = view.frames.get(placed.index);
    let state = frame.map_or(Availability::Up, |frame| frame.state);
    let numbers = frame.map_or(&[][..], |frame| frame.marks.as_slice());
    let (class, fill, edge) = match shade(view, numbers, state) {
        ("card", ..) => ("frame", Paint::Frame, None),
        (class, fill, edge, width) => (class, fill, Some((edge, width))),
    };
    html! {
        g {
            @if let Some(whole) = &placed.whole { title { (safe(whole)) } }
            (rect(placed.rect, 8.0, class, fill, edge))
        }
        (inside(placed))
    }
}

/// Class, class of a filling, colour, width and dashes of a line.
fn pen(look: Look) -> (&'static str, &'static str, Paint, f64, Option<&'static str>) {
    let Some((network, role)) = look.link else {
        return ("thin", "thinf", Paint::Thin, 1.5, None);
    };
    let (class, fill, paint) = match network {
        Network::Private => ("priv", "privf", Paint::Private),
        Network::OpenInternet | Network::Tunnel => ("net", "netf", Paint::Internet),
        Network::NotKnown => ("thin", "thinf", Paint::Thin),
    };
    match role {
        _ if look.state == Availability::Down => ("gone", "gonef", Paint::Bad, 2.0, Some("1 5")),
        Role::Primary => (class, fill, paint, 3.0, None),
        Role::Backup => (class, fill, paint, 2.0, Some("7 5")),
        Role::NotKnown => (class, fill, paint, 2.0, Some("2 4")),
    }
}

/// Of what does not work little is seen.
fn faint(look: Look) -> Option<&'static str> {
    matches!(look.state, Availability::CutOff).then_some("0.35")
}

pub(super) fn line(line: &Line) -> Markup {
    let (class, _, paint, width, dashes) = pen(line.look);
    html! {
        path class=(class) d=(line.path) fill="none" stroke=(paint.plain()) stroke-width=(n(width))
            stroke-dasharray=[dashes] stroke-opacity=[faint(line.look)] {}
    }
}

/// A hall: its letter over a rail.
pub(super) fn rail(rail: &Rail, view: &PictureView, language: Language) -> Markup {
    let hall = view.halls.get(rail.index);
    let down = hall.is_some_and(|hall| hall.state == Availability::Down);
    let (class, fill, edge, line, paint) = if down {
        ("badc", Paint::BadGround, Paint::Bad, "gone", Paint::Bad)
    } else {
        ("card", Paint::Card, Paint::Edge, "thin", Paint::Thin)
    };
    let head = Rect {
        x: rail.x - 12.0,
        y: rail.top,
        w: 24.0,
        h: 22.0,
    };
    let path = format!("M{} {}V{}", n(rail.x), n(head.bottom()), n(rail.bottom));
    let dashes = down.then_some("1 5");
    html! {
        path class=(line) d=(path) fill="none" stroke=(paint.plain()) stroke-width="2" stroke-dasharray=[dashes] {}
        g {
            @if let Some(hall) = hall { title { (safe(hall.name.get(language))) } }
            (rect(head, 6.0, class, fill, Some((edge, 1.0))))
            text x=(n(rail.x)) y=(n(head.y + 15.5)) font-size="13" font-weight="600" text-anchor="middle" {
                @if let Some(hall) = hall { (safe(&hall.code)) }
            }
        }
    }
}

pub(super) fn dot(dot: Dot) -> Markup {
    let (_, class, paint, ..) = pen(dot.look);
    let (x, y) = (n(dot.x), n(dot.y));
    match dot.meeting {
        Meeting::Reached | Meeting::Ends => html! {
            circle class=(class) cx=(x) cy=(y) r="5.5" fill=(paint.plain()) fill-opacity=[faint(dot.look)] {}
        },
        Meeting::Missed => html! {
            circle class="ring" cx=(x) cy=(y) r="5" fill=(Paint::Lane.plain()) stroke=(Paint::Thin.plain())
                stroke-width="1.5" {}
        },
        Meeting::NotKnown => html! {
            circle class="askc" cx=(x) cy=(y) r="7.5" fill=(Paint::OpenGround.plain())
                stroke=(Paint::Open.plain()) stroke-width="1.5" {}
            text class="ask" x=(x) y=(n(dot.y + 4.0)) fill=(Paint::Open.plain()) font-weight="600"
                text-anchor="middle" { "?" }
        },
    }
}

/// An entry of the legend.
pub(super) fn entry(entry: &Entry) -> Markup {
    let (x, y) = (entry.x, entry.y);
    let small = Rect {
        x,
        y: y - 8.0,
        w: 22.0,
        h: 16.0,
    };
    let swatch = match entry.swatch {
        Swatch::Line(look) => line(&Line {
            path: format!("M{} {}H{}", n(x), n(y), n(x + 34.0)),
            look,
        }),
        Swatch::Dot(meeting) => dot(Dot {
            x: x + 6.0,
            y,
            meeting,
            look: Look {
                link: Some((Network::Private, Role::Primary)),
                state: Availability::Up,
            },
        }),
        Swatch::Badge(sign) => {
            let (class, fill, edge, round) = match sign {
                Sign::Fault => ("badf", Paint::Bad, Paint::Bad, 3.0),
                Sign::Open => ("askc", Paint::OpenGround, Paint::Open, 8.0),
                Sign::Advice => ("advc", Paint::AdviceGround, Paint::Advice, 1.0),
            };
            rect(small, round, class, fill, Some((edge, 1.5)))
        }
        Swatch::Box(state) => {
            let (class, fill, edge) = if state == Availability::Perhaps {
                ("askc", Paint::OpenGround, Paint::Open)
            } else {
                ("badc", Paint::BadGround, Paint::Bad)
            };
            let dashes = (state == Availability::Down).then_some("6 4");
            html! { g stroke-dasharray=[dashes] { (rect(small, 4.0, class, fill, Some((edge, 2.0)))) } }
        }
    };
    html! { (swatch) (label(&entry.label)) }
}
