//! The lanes, and the boxes in them.

mod network;
mod points;

use std::collections::BTreeMap;

use kanta_conformance::{Language, Text};

use super::card::Content;
use super::measure::{self, Font};
use super::order::{self, GAP, Wish};
use super::{FIRST, Label, Lane, MARGIN, Placed, Rail, Rect, TOP, is_rights};
use crate::picture::view::{FactStyle, Item, ItemKind, PictureView, WireKind};
use crate::picture::words;

/// From how many access points on there is little room.
const MANY: usize = 9;
/// The space between the edge of a lane and its boxes.
const PAD: f64 = 10.0;
/// How far a box that belongs to another is moved in.
const INDENT: f64 = 16.0;

const PARTY: f64 = 170.0;
const SYSTEM: f64 = 156.0;
const POINT: f64 = 184.0;
const LINK: f64 = 178.0;
const CONSOLIDATION: f64 = 158.0;
const SERVICE: f64 = 186.0;
/// The space between two columns of the operator network.
const BETWEEN: f64 = 46.0;
/// The space between two rails.
const RAIL: f64 = 32.0;
/// The space between two lanes that thin lines cross, and that links cross.
const NARROW: f64 = 34.0;
const WIDE: f64 = 44.0;

/// A stretch on which a link goes through a column of others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pass {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) y: f64,
}

/// The lanes and boxes in their places.
pub(super) struct Grid {
    pub(super) width: f64,
    pub(super) bottom: f64,
    pub(super) lanes: Vec<Lane>,
    pub(super) frames: Vec<Placed>,
    pub(super) boxes: Vec<Placed>,
    pub(super) rails: Vec<Rail>,
    /// Where each item of the view stands.
    pub(super) rects: Vec<Option<Rect>>,
    /// Where links pass others on their way to Kanta, by the number of the item.
    pub(super) passes: BTreeMap<usize, Vec<Pass>>,
}

/// Where the columns begin.
struct Columns {
    party: f64,
    system: f64,
    point: f64,
    network: Vec<f64>,
    rails: f64,
    service: f64,
}

struct Builder<'a> {
    view: &'a PictureView,
    language: Language,
    columns: Columns,
    is_small: bool,
    /// The boxes by the number of their item; none where they are not placed yet.
    placed: Vec<Option<Placed>>,
    frames: Vec<Placed>,
    passes: BTreeMap<usize, Vec<Pass>>,
}

impl Grid {
    pub(super) fn of(view: &PictureView, language: Language) -> Self {
        let depths = network::Depths::of(view);
        let (columns, lanes, width) = lanes(view, &depths, language);
        let points = count(view, ItemKind::AccessPoint);
        let mut builder = Builder {
            view,
            language,
            columns,
            is_small: points >= MANY,
            placed: vec![None; view.items.len()],
            frames: Vec::new(),
            passes: BTreeMap::new(),
        };
        builder.place_points();
        builder.lower_points();
        if is_rights(view) {
            builder.place_parties();
        } else {
            builder.place_network(&depths);
            builder.place_services();
            builder.place_systems();
            builder.place_parties();
        }
        builder.finish(lanes, width)
    }
}

/// Whether it stands in the lane of the parties, where those lead to access points.
fn rights_under(item: &Item, kind: ItemKind) -> bool {
    kind == ItemKind::Party && item.under.is_some()
}

fn count(view: &PictureView, kind: ItemKind) -> usize {
    view.items.iter().filter(|item| item.kind == kind).count()
}

/// The columns from left to right, the lanes around them, and how wide that is.
fn lanes(
    view: &PictureView,
    depths: &network::Depths,
    language: Language,
) -> (Columns, Vec<Lane>, f64) {
    let mut lanes = Vec::new();
    let mut x = MARGIN;
    let mut lane = |text: Text, inside: f64, behind: f64| {
        let left = x;
        let rect = Rect {
            x: left,
            y: TOP,
            w: inside + 2.0 * PAD,
            h: 0.0,
        };
        let words = measure::cut(text.get(language), Font::Small, rect.w - 20.0);
        lanes.push(Lane {
            rect,
            label: Label {
                x: left + 14.0,
                y: TOP + 22.0,
                words,
                font: Font::Small,
                style: FactStyle::Soft,
            },
        });
        x = rect.right() + behind;
        left + PAD
    };
    let party = lane(words::PARTIES, PARTY, NARROW);
    let rights = is_rights(view);
    let system = if rights {
        party
    } else {
        lane(words::SYSTEMS, SYSTEM, NARROW)
    };
    let point = lane(words::POINTS, POINT + 2.0 * PAD, WIDE) + PAD;
    let mut network = Vec::new();
    let mut rails = 0.0;
    let service;
    if rights {
        service = lane(words::KANTA, SERVICE, 0.0);
    } else {
        let mut inside = 0.0;
        for column in 0..depths.columns() {
            if column > 0 {
                inside += BETWEEN;
            }
            network.push(inside);
            inside += network_width(column);
        }
        let left = lane(words::NETWORK, inside, WIDE);
        network.iter_mut().for_each(|x| *x += left);
        let halls = view.halls.iter().map(|_| RAIL).sum::<f64>();
        let behind = if view.halls.is_empty() { 0.0 } else { 14.0 };
        let left = lane(words::KANTA, halls + behind + SERVICE, 0.0);
        rails = left + RAIL / 2.0;
        service = left + halls + behind;
    }
    let columns = Columns {
        party,
        system,
        point,
        network,
        rails,
        service,
    };
    (columns, lanes, x + MARGIN)
}

/// Links and consolidation points take turns.
const fn network_width(column: usize) -> f64 {
    if column.is_multiple_of(2) {
        LINK
    } else {
        CONSOLIDATION
    }
}

impl Builder<'_> {
    /// A box at the origin.
    fn card(&self, index: usize, width: f64) -> Option<Placed> {
        let item = self.view.items.get(index)?;
        let content = Content {
            name: &item.name,
            facts: &item.facts,
            state: item.state,
            marks: &item.marks,
            is_small: self.is_small,
        };
        Some(content.placed(self.view, index, width, self.language))
    }

    fn put(&mut self, mut card: Placed, x: f64, y: f64) {
        card.put(x, y);
        let index = card.index;
        if let Some(slot) = self.placed.get_mut(index) {
            *slot = Some(card);
        }
    }

    fn rect(&self, index: usize) -> Option<Rect> {
        self.placed.get(index)?.as_ref().map(|its| its.rect)
    }

    /// The numbers of the items of a kind.
    fn of_kind(&self, keep: impl Fn(&Item) -> bool) -> Vec<usize> {
        let items = self.view.items.iter().enumerate();
        items
            .filter(|(_, item)| keep(item))
            .map(|(index, _)| index)
            .collect()
    }

    /// The middles of the boxes to which lines go from this one, or that come to it.
    fn neighbours(&self, index: usize, kind: WireKind, onward: bool) -> Vec<f64> {
        let Some(item) = self.view.items.get(index) else {
            return Vec::new();
        };
        let wires = self.view.wires.iter().filter(|wire| wire.kind == kind);
        let others = wires.filter_map(|wire| {
            let (own, other) = if onward {
                (&wire.from, &wire.to)
            } else {
                (&wire.to, &wire.from)
            };
            (*own == item.id).then_some(other)
        });
        others
            .filter_map(|id| {
                let index = self.view.items.iter().position(|its| its.id == *id)?;
                self.rect(index).map(Rect::middle)
            })
            .collect()
    }

    /// Puts boxes into a column, each as near as can be to what it leads to.
    fn column(&mut self, order: &[(usize, Option<f64>)], x: impl Fn(usize) -> (f64, f64)) {
        let cards: Vec<Placed> = order
            .iter()
            .filter_map(|&(index, _)| self.card(index, x(index).1))
            .collect();
        let wishes: Vec<Wish> = order
            .iter()
            .zip(&cards)
            .map(|(&(_, middle), card)| Wish {
                middle,
                height: card.rect.h,
            })
            .collect();
        let tops = order::settle(&wishes, FIRST);
        for (card, top) in cards.into_iter().zip(tops) {
            let left = x(card.index).0;
            self.put(card, left, top);
        }
    }

    /// Where a box wishes to be: at the mean of what it leads to; at the top where there is much of that.
    fn wish(&self, index: usize) -> Option<f64> {
        let all = self.neighbours(index, WireKind::Uses, true);
        order::mean(all.into_iter())
    }

    fn place_systems(&mut self) {
        let systems = self.of_kind(|item| item.kind == ItemKind::System);
        let wishes = systems.iter().map(|&index| (index, self.wish(index)));
        let order = self.at_the_top(order::by_wish(wishes.collect()));
        let left = self.columns.system;
        self.column(&order, |_| (left, SYSTEM));
    }

    /// Who is in the plan; whoever belongs to the joining party stands under it.
    fn place_parties(&mut self) {
        let of = |kind| move |item: &Item| item.kind == kind;
        let own = |item: &Item| item.under.is_some();
        let mut order: Vec<(usize, Option<f64>)> = Vec::new();
        for index in self.of_kind(of(ItemKind::Party)) {
            order.push((index, self.wish(index)));
        }
        let under = self.of_kind(own);
        let under = under.iter().map(|&index| (index, self.wish(index)));
        order.extend(order::by_wish(under.collect()));
        let others = self.of_kind(of(ItemKind::Other));
        let others = others.iter().map(|&index| (index, self.wish(index)));
        order.extend(order::by_wish(others.collect()));
        let order = self.at_the_top(order);
        let left = self.columns.party;
        let indents: Vec<bool> = self.view.items.iter().map(own).collect();
        self.column(&order, |index| {
            if indents.get(index).copied().unwrap_or_default() {
                (left + INDENT, PARTY - INDENT)
            } else {
                (left, PARTY)
            }
        });
    }

    /// Puts the access points beside the middle of what leads to them, where that is taller.
    fn lower_points(&mut self) {
        let (kind, width) = if is_rights(self.view) {
            (ItemKind::Party, PARTY)
        } else {
            (ItemKind::System, SYSTEM)
        };
        let before = self.of_kind(|item| item.kind == kind || (rights_under(item, kind)));
        let cards = before.iter().filter_map(|&index| self.card(index, width));
        let tall: f64 = cards.map(|card| card.rect.h + GAP).sum::<f64>() - GAP;
        let placed = self.placed.iter().flatten().chain(&self.frames);
        let own = placed.map(|its| its.rect.bottom()).fold(FIRST, f64::max) - FIRST;
        let down = ((tall - own) / 2.0).floor();
        if self.is_small || down <= 0.0 {
            return;
        }
        for its in self.placed.iter_mut().flatten().chain(&mut self.frames) {
            let Rect { x, y, .. } = its.rect;
            its.put(x, y + down);
        }
    }

    /// In a tall picture nobody looks for the party in the middle.
    fn at_the_top(&self, order: Vec<(usize, Option<f64>)>) -> Vec<(usize, Option<f64>)> {
        if !self.is_small {
            return order;
        }
        order.into_iter().map(|(index, _)| (index, None)).collect()
    }

    fn place_services(&mut self) {
        let services = self.of_kind(|item| item.kind == ItemKind::Service);
        let order: Vec<(usize, Option<f64>)> =
            services.into_iter().map(|index| (index, None)).collect();
        let left = self.columns.service;
        self.column(&order, |_| (left, SERVICE));
    }

    fn finish(self, mut lanes: Vec<Lane>, width: f64) -> Grid {
        let rects: Vec<Option<Rect>> = (0..self.placed.len()).map(|i| self.rect(i)).collect();
        let boxes: Vec<Placed> = self.placed.into_iter().flatten().collect();
        let ends = boxes
            .iter()
            .chain(&self.frames)
            .map(|its| its.rect.bottom());
        let bottom = ends.fold(FIRST + 90.0, f64::max) + GAP;
        for lane in &mut lanes {
            lane.rect.h = bottom - TOP;
        }
        let links = self.view.items.iter().zip(&rects);
        let ends = links.filter(|(item, _)| item.link.as_ref().is_some_and(|its| its.to_kanta));
        let last = ends.filter_map(|(_, rect)| rect.map(Rect::middle));
        let passes = self.passes.values().flatten().map(|pass| pass.y);
        let last = last.chain(passes).fold(FIRST + 60.0, f64::max);
        let mut x = self.columns.rails;
        let mut rails = Vec::new();
        for index in 0..self.view.halls.len() {
            rails.push(Rail {
                index,
                x,
                top: FIRST,
                bottom: last + 16.0,
            });
            x += RAIL;
        }
        Grid {
            width,
            bottom,
            lanes,
            frames: self.frames,
            boxes,
            rails,
            rects,
            passes: self.passes,
        }
    }
}
