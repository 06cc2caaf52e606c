//! Where everything of a picture stands: lanes from left to right, as the traffic goes.

mod card;
mod foot;
mod grid;
mod order;
mod wires;

pub(crate) use wires::n;

use kanta_conformance::Language;

use super::marks::Sign;
use super::measure::{self, Font};
use super::view::{Availability, FactStyle, Network, PictureOf, PictureView, Role};

/// The space around the picture.
pub(super) const MARGIN: f64 = 24.0;
/// Where the lanes begin.
const TOP: f64 = 84.0;
/// Where their boxes begin.
const FIRST: f64 = TOP + 38.0;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    pub(super) const fn right(self) -> f64 {
        self.x + self.w
    }

    pub(super) const fn bottom(self) -> f64 {
        self.y + self.h
    }

    pub(super) const fn middle(self) -> f64 {
        self.y + self.h / 2.0
    }
}

/// Words at a place; `x` is where they begin and `y` their base line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where they begin.
    pub x: f64,
    /// Their base line.
    pub y: f64,
    /// The words.
    pub words: String,
    /// Their font.
    pub font: Font,
    /// Their colour.
    pub style: FactStyle,
}

/// The number of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Badge {
    /// Where it stands.
    pub rect: Rect,
    /// The number.
    pub number: usize,
    /// How it is drawn.
    pub sign: Sign,
}

/// A box or a frame in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// The number of the item or frame in the view.
    pub index: usize,
    /// Where it stands.
    pub rect: Rect,
    /// What is written in it.
    pub labels: Vec<Label>,
    /// The numbers of its marks.
    pub badges: Vec<Badge>,
    /// The words that are cut, whole; shown when pointed at.
    pub whole: Option<String>,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Where it stands.
    pub rect: Rect,
    /// What it is called.
    pub label: Label,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Of a link, its network and role; a thin line where it is none.
    pub link: Option<(Network, Role)>,
    /// Whether it works.
    pub state: Availability,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its path, as SVG writes it.
    pub path: String,
    /// How it is drawn.
    pub look: Look,
}

/// How a hall is met by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// It is reached.
    Reached,
    /// It is not.
    Missed,
    /// That is not known.
    NotKnown,
    /// The link ends at Kanta, wherever.
    Ends,
}

/// Where a link meets a hall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its centre.
    pub x: f64,
    /// Its centre.
    pub y: f64,
    /// Whether it is reached.
    pub meeting: Meeting,
    /// How the link is drawn.
    pub look: Look,
}

/// A hall: a rail that links meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// The number of the hall in the view.
    pub index: usize,
    /// Where it stands.
    pub x: f64,
    /// Its top.
    pub top: f64,
    /// Its end.
    pub bottom: f64,
}

/// What an entry of the legend shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Swatch {
    /// A line.
    Line(Look),
    /// A mark.
    Badge(Sign),
    /// A dot.
    Dot(Meeting),
    /// A box that does not work.
    Box(Availability),
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where its swatch begins.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// What is shown.
    pub swatch: Swatch,
    /// What it means.
    pub label: Label,
}

/// A mark in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its number.
    pub badge: Badge,
    /// Its lines.
    pub labels: Vec<Label>,
}

/// A picture with everything in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The width of the picture.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The title and what is under it.
    pub head: Vec<Label>,
    /// What it comes to; nothing where there is nothing to say.
    pub summary: Option<Placed>,
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// The frames.
    pub frames: Vec<Placed>,
    /// The boxes.
    pub boxes: Vec<Placed>,
    /// The lines, thin ones first.
    pub lines: Vec<Line>,
    /// The halls.
    pub rails: Vec<Rail>,
    /// Where links meet them.
    pub dots: Vec<Dot>,
    /// What the signs mean.
    pub legend: Vec<Entry>,
    /// The marks in words.
    pub notes: Vec<Note>,
}

impl Layout {
    /// Places everything.
    #[must_use]
    pub fn of(view: &PictureView, language: Language) -> Self {
        let grid = grid::Grid::of(view, language);
        let (lines, dots) = wires::draw(view, &grid);
        let width = grid.width;
        let (head, summary) = head(view, width, language);
        let mut layout = Self {
            width,
            height: grid.bottom,
            head,
            summary,
            lanes: grid.lanes,
            frames: grid.frames,
            boxes: grid.boxes,
            lines,
            rails: grid.rails,
            dots,
            legend: Vec::new(),
            notes: Vec::new(),
        };
        foot::add(view, &mut layout, language);
        layout
    }
}

fn head(view: &PictureView, width: f64, language: Language) -> (Vec<Label>, Option<Placed>) {
    const BOX: f64 = 320.0;
    let room = width - 3.0 * MARGIN - BOX;
    let line = |y: f64, words: &str, font: Font, style: FactStyle| Label {
        x: MARGIN,
        y,
        words: measure::cut(&measure::shown(words), font, room),
        font,
        style,
    };
    let mut head = vec![line(
        36.0,
        view.title.get(language),
        Font::Title,
        FactStyle::Plain,
    )];
    let subtitle = view.subtitle.get(language);
    head.push(line(57.0, subtitle, Font::Small, FactStyle::Soft));
    let summary = view.summary.get(language);
    if summary.is_empty() {
        return (head, None);
    }
    let rect = Rect {
        x: width - MARGIN - BOX,
        y: 20.0,
        w: BOX,
        h: 46.0,
    };
    let centred = |y: f64, words: &str, font: Font| {
        let words = measure::cut(&measure::shown(words), font, BOX - 24.0);
        Label {
            x: rect.x + rect.w / 2.0,
            y,
            words,
            font,
            style: FactStyle::Plain,
        }
    };
    let labels = vec![
        centred(rect.y + 20.0, summary, Font::Name),
        centred(rect.y + 37.0, view.detail.get(language), Font::Small),
    ];
    let placed = Placed {
        rect,
        labels,
        ..Placed::default()
    };
    (head, Some(placed))
}

/// Whether rights are drawn, and no links.
fn is_rights(view: &PictureView) -> bool {
    view.of == PictureOf::Rights
}
