//! What stands under the lanes: what the signs mean, and the marks in words.

use std::collections::BTreeSet;

use kanta_conformance::{Language, Text};

use super::card::{BADGE, badge_width};
use super::{Badge, Entry, Label, Layout, Look, MARGIN, Meeting, Note, Rect, Swatch};
use crate::layout::capitalised;
use crate::picture::marks::Sign;
use crate::picture::measure::{self, Font};
use crate::picture::view::{Availability, FactStyle, Mark, Network, PictureOf, PictureView, Role};
use crate::picture::words;

/// How wide a line of the legend is.
const SAMPLE: f64 = 34.0;
/// The most places that a note lists.
const MOST_PLACES: usize = 4;
/// The space between two columns of notes.
const BETWEEN: f64 = 32.0;
/// How far the words of a note stand from its number.
const INDENT: f64 = 42.0;

pub(super) fn add(view: &PictureView, layout: &mut Layout, language: Language) {
    let entries = signs(view, layout);
    let right = layout.width - MARGIN;
    let mut y = layout.height + 30.0;
    let mut x = MARGIN;
    for (swatch, text) in entries {
        let words = text.get(language).to_owned();
        let own = match swatch {
            Swatch::Line(_) => SAMPLE,
            Swatch::Badge(_) | Swatch::Box(_) => 22.0,
            Swatch::Dot(_) => 12.0,
        };
        let width = own + 7.0 + Font::Small.width(&words);
        if x + width > right && x > MARGIN {
            x = MARGIN;
            y += 24.0;
        }
        layout.legend.push(Entry {
            x,
            y,
            swatch,
            label: Label {
                x: x + own + 7.0,
                y: y + 4.0,
                words,
                font: Font::Small,
                style: FactStyle::Plain,
            },
        });
        x += width + 20.0;
    }
    if !layout.legend.is_empty() {
        layout.height = y + 10.0;
    }
    // Two columns, the second as high as the first or lower.
    let top = layout.height + 14.0;
    let column = (layout.width - 2.0 * MARGIN - BETWEEN) / 2.0;
    let mut notes: Vec<(Note, f64)> = view
        .marks
        .iter()
        .map(|mark| note(mark, column, language))
        .collect();
    let whole: f64 = notes.iter().map(|(_, height)| height).sum();
    let (mut x, mut y, mut end) = (MARGIN, top, top);
    for (note, height) in &mut notes {
        if y - top >= whole / 2.0 && x <= MARGIN {
            x += column + BETWEEN;
            y = top;
        }
        note.put(x, y);
        y += *height;
        end = end.max(y);
    }
    if !notes.is_empty() {
        layout.height = end;
    }
    layout.notes = notes.into_iter().map(|(note, _)| note).collect();
    layout.height += 16.0;
}

/// The signs that occur in the picture.
fn signs(view: &PictureView, layout: &Layout) -> Vec<(Swatch, Text)> {
    let mut all: Vec<(Swatch, Text)> = Vec::new();
    let links: BTreeSet<(bool, bool, bool)> = view
        .items
        .iter()
        .filter_map(|item| item.link.as_ref())
        .map(|link| {
            let known = link.network != Network::NotKnown && link.role != Role::NotKnown;
            let open = link.network != Network::Private;
            (!known, open && known, known && link.role == Role::Backup)
        })
        .collect();
    for (unknown, open, backup) in links {
        let (network, role, text) = match (unknown, open, backup) {
            (true, ..) => (Network::NotKnown, Role::NotKnown, words::OTHER_LINK),
            (_, false, false) => (Network::Private, Role::Primary, words::PRIVATE_PRIMARY),
            (_, false, true) => (Network::Private, Role::Backup, words::PRIVATE_BACKUP),
            (_, true, false) => (Network::OpenInternet, Role::Primary, words::OPEN_PRIMARY),
            (_, true, true) => (Network::OpenInternet, Role::Backup, words::OPEN_BACKUP),
        };
        let look = Look {
            link: Some((network, role)),
            state: Availability::Up,
        };
        all.push((Swatch::Line(look), text));
    }
    let met = |meeting: Meeting| layout.dots.iter().any(|dot| dot.meeting == meeting);
    for (meeting, text) in [
        (Meeting::Reached, words::REACHED),
        (Meeting::Missed, words::NOT_REACHED),
        (Meeting::NotKnown, words::HALL_NOT_KNOWN),
    ] {
        if met(meeting) {
            all.push((Swatch::Dot(meeting), text));
        }
    }
    for (sign, text) in [
        (Sign::Fault, words::FAULT),
        (Sign::Open, words::NOT_KNOWN),
        (Sign::Advice, words::ADVICE),
    ] {
        if view.marks.iter().any(|mark| mark.sign() == sign) {
            all.push((Swatch::Badge(sign), text));
        }
    }
    let cut = if view.of == PictureOf::Rights {
        words::NO_PERMIT
    } else {
        words::CUT_OFF
    };
    for (state, text) in [
        (Availability::Down, words::DOWN),
        (Availability::CutOff, cut),
        (Availability::Perhaps, words::PERHAPS),
    ] {
        let items = view.items.iter().map(|item| item.state);
        let halls = view.halls.iter().map(|hall| hall.state);
        if items.chain(halls).any(|its| its == state) {
            all.push((Swatch::Box(state), text));
        }
    }
    all
}

/// A mark with its places, at the origin, and how high it is.
fn note(mark: &Mark, width: f64, language: Language) -> (Note, f64) {
    let sign = mark.sign();
    let badge = Badge {
        rect: Rect {
            x: 0.0,
            y: 0.0,
            w: badge_width(mark.number, sign),
            h: BADGE,
        },
        number: mark.number,
        sign,
    };
    let room = width - INDENT;
    let mut labels = Vec::new();
    let mut y = 12.5;
    let mut write = |words: &str, style: FactStyle, most: usize| {
        for words in measure::wrapped(words, Font::Small, room, most) {
            labels.push(Label {
                x: INDENT,
                y,
                words,
                font: Font::Small,
                style,
            });
            y += 16.0;
        }
    };
    write(mark.words.get(language), FactStyle::Plain, 4);
    write(&places(mark, language), FactStyle::Soft, 5);
    (Note { badge, labels }, y - 12.5 + 8.0)
}

impl Note {
    fn put(&mut self, x: f64, y: f64) {
        self.badge.rect.x += x;
        self.badge.rect.y += y;
        for label in &mut self.labels {
            label.x += x;
            label.y += y;
        }
    }
}

/// The clause, and where what was found.
fn places(mark: &Mark, language: Language) -> String {
    let clause = mark.clause.get(language);
    // What is no number is the title of a document, or a part of the guide by its name.
    let mut line = if clause.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{} {clause}", words::CLAUSE.get(language))
    } else {
        capitalised(clause)
    };
    let told = mark.places.iter().take(MOST_PLACES).map(|place| {
        let location = place.location.get(language);
        match &place.found {
            Some(found) => format!("{location}: {}", found.get(language)),
            None => location.to_owned(),
        }
    });
    for place in told.filter(|place| !place.is_empty()) {
        line.push_str(" · ");
        line.push_str(&place);
    }
    let more = mark.places.len().saturating_sub(MOST_PLACES);
    if more > 0 {
        line.push_str(&format!(" · + {more} {}", words::MORE_PLACES.get(language)));
    }
    line
}
