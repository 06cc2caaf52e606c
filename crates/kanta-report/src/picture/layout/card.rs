//! What is written in a box, from its top left corner.

use kanta_conformance::Language;

use super::{Badge, Label, Placed, Rect};
use crate::picture::marks::Sign;
use crate::picture::measure::{self, Font};
use crate::picture::view::{Availability, Fact, FactStyle, PictureView};
use crate::picture::words;
use crate::view::Words;

/// The space between the edge of a box and its words.
const PAD: f64 = 12.0;
/// How high a badge is.
pub(super) const BADGE: f64 = 17.0;

/// What a box says.
pub(super) struct Content<'a> {
    pub(super) name: &'a Words,
    pub(super) facts: &'a [Fact],
    pub(super) state: Availability,
    pub(super) marks: &'a [usize],
    /// Whether there is little room: facts of less weight are left out.
    pub(super) is_small: bool,
}

impl Content<'_> {
    /// Lays it out for a width; the box stands at the origin.
    pub(super) fn placed(
        &self,
        view: &PictureView,
        index: usize,
        width: f64,
        language: Language,
    ) -> Placed {
        let room = width - 2.0 * PAD;
        let mut labels = Vec::new();
        let mut whole = None;
        let mut y = 6.0;
        let mut write = |words: &str, font: Font, style: FactStyle, most: usize| {
            let lines = measure::wrapped(words, font, room, most);
            if lines.last().is_some_and(|line| line.ends_with('…')) {
                whole = Some(self.told(language));
            }
            for words in lines {
                y += if font == Font::Name { 17.0 } else { 16.0 };
                labels.push(Label {
                    x: PAD,
                    y: y - 2.0,
                    words,
                    font,
                    style,
                });
            }
        };
        let style = match self.state {
            Availability::NotNamed => FactStyle::Open,
            _ => FactStyle::Plain,
        };
        // The longest official name of a service takes four lines.
        write(self.name.get(language), Font::Name, style, 4);
        let told = match self.state {
            Availability::Down => Some((words::DOWN, FactStyle::Bad)),
            Availability::CutOff if view.of == crate::picture::PictureOf::Rights => {
                Some((words::NO_PERMIT, FactStyle::Bad))
            }
            Availability::CutOff => Some((words::CUT_OFF, FactStyle::Bad)),
            Availability::Perhaps => Some((words::PERHAPS, FactStyle::Open)),
            _ => None,
        };
        if let Some((text, style)) = told {
            write(text.get(language), Font::Strong, style, 1);
        }
        for fact in self.facts {
            let (font, most) = match fact.style {
                FactStyle::Code => (Font::Code, 3),
                FactStyle::Bad | FactStyle::Open => (Font::Strong, 2),
                FactStyle::Soft if self.is_small => continue,
                _ => (Font::Small, 2),
            };
            write(fact.words.get(language), font, fact.style, most);
        }
        let (badges, bottom) = badges(view, self.marks, PAD, y + 6.0, room);
        let end = if badges.is_empty() { y } else { bottom };
        Placed {
            index,
            rect: Rect {
                x: 0.0,
                y: 0.0,
                w: width,
                h: end + 10.0,
            },
            labels,
            badges,
            whole,
        }
    }

    /// Everything that it says, in one line.
    fn told(&self, language: Language) -> String {
        let facts = self.facts.iter().map(|fact| fact.words.get(language));
        let all: Vec<&str> = core::iter::once(self.name.get(language))
            .chain(facts)
            .collect();
        measure::shown(&all.join("; "))
    }
}

/// How wide a badge is.
pub(super) fn badge_width(number: usize, sign: Sign) -> f64 {
    let mark = if sign == Sign::Open { "?" } else { "" };
    (Font::Strong.width(&format!("{number}{mark}")) + 9.0).max(BADGE + 2.0)
}

/// Rows of badges from a place on, and where they end.
pub(super) fn badges(
    view: &PictureView,
    numbers: &[usize],
    left: f64,
    top: f64,
    room: f64,
) -> (Vec<Badge>, f64) {
    let (mut x, mut y) = (left, top);
    let mut badges = Vec::new();
    for &number in numbers {
        let sign = view.mark(number).map_or(Sign::Open, |mark| mark.sign());
        let w = badge_width(number, sign);
        if x + w > left + room && x > left {
            x = left;
            y += BADGE + 4.0;
        }
        let rect = Rect { x, y, w, h: BADGE };
        badges.push(Badge { rect, number, sign });
        x += w + 5.0;
    }
    (badges, y + BADGE)
}

impl Placed {
    /// Puts it elsewhere with everything in it.
    pub(super) fn put(&mut self, x: f64, y: f64) {
        let (dx, dy) = (x - self.rect.x, y - self.rect.y);
        self.rect.x = x;
        self.rect.y = y;
        for label in &mut self.labels {
            label.x += dx;
            label.y += dy;
        }
        for badge in &mut self.badges {
            badge.rect.x += dx;
            badge.rect.y += dy;
        }
    }
}
