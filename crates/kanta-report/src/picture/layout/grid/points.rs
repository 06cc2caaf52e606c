//! Access points in the frames of whoever administers them, and beside each what leads on from it.

use std::collections::BTreeSet;

use super::{Builder, FIRST, GAP, LINK, PAD, POINT, Placed, SERVICE, is_rights};
use crate::picture::layout::card::Content;
use crate::picture::view::{ItemKind, WireKind};

impl Builder<'_> {
    pub(super) fn place_points(&mut self) {
        let rights = is_rights(self.view);
        let (beside, width) = match self.columns.network.first() {
            Some(&left) if !rights => (left, LINK),
            _ => (self.columns.service, SERVICE),
        };
        let mut done: BTreeSet<usize> = BTreeSet::new();
        let mut y = FIRST;
        let groups = self.view.frames.iter().map(|frame| Some(frame.id.as_str()));
        let groups: Vec<Option<&str>> = groups.chain([None]).collect();
        for (number, group) in groups.into_iter().enumerate() {
            let points = self.of_kind(|item| {
                item.kind == ItemKind::AccessPoint && item.frame.as_deref() == group
            });
            if points.is_empty() {
                continue;
            }
            let top = y;
            let mut frame = group.and_then(|_| self.frame(number));
            if let Some(frame) = &frame {
                y += frame.rect.h;
            }
            for point in points {
                y = self.row(point, (beside, width), y, &mut done);
            }
            if let Some(frame) = &mut frame {
                frame.put(self.columns.point - PAD, top);
                frame.rect.h = y - GAP + PAD - top;
                y += PAD + 4.0;
            }
            self.frames.extend(frame);
        }
        // What starts nowhere in the picture.
        let rest = self.of_kind(|item| match item.kind {
            ItemKind::Link => !rights,
            ItemKind::Service => rights,
            _ => false,
        });
        for index in rest {
            let starts = self.view.items.get(index).is_some_and(|item| {
                let mut wires = self.view.wires.iter();
                wires.any(|wire| wire.kind == WireKind::Carries && wire.to == item.id)
            });
            if starts {
                continue;
            }
            if let Some(card) = self.card(index, width) {
                let height = card.rect.h;
                self.put(card, beside, y);
                y += height + GAP;
            }
        }
    }

    /// The head of a frame; its height is how much room that takes.
    fn frame(&self, number: usize) -> Option<Placed> {
        let frame = self.view.frames.get(number)?;
        let kind = crate::picture::view::Fact {
            words: frame.kind.clone(),
            style: crate::picture::view::FactStyle::Soft,
        };
        let facts = if frame.kind.en.is_empty() {
            Vec::new()
        } else {
            vec![kind]
        };
        let content = Content {
            name: &frame.name,
            facts: &facts,
            state: frame.state,
            marks: &frame.marks,
            is_small: false,
        };
        Some(content.placed(self.view, number, POINT + 2.0 * PAD, self.language))
    }

    /// An access point and, beside it, what leads on from it; where the next one begins.
    fn row(
        &mut self,
        point: usize,
        (left, width): (f64, f64),
        y: f64,
        done: &mut BTreeSet<usize>,
    ) -> f64 {
        let Some(card) = self.card(point, POINT) else {
            return y;
        };
        let onward = self.onward(point);
        let onward: Vec<usize> = onward.into_iter().filter(|its| done.insert(*its)).collect();
        let cards: Vec<Placed> = onward
            .iter()
            .filter_map(|&index| self.card(index, width))
            .collect();
        let stack: f64 = cards.iter().map(|card| card.rect.h + GAP).sum::<f64>() - GAP;
        let height = card.rect.h.max(stack);
        let middle = |own: f64| (y + (height - own) / 2.0).round();
        let top = middle(card.rect.h);
        let mut below = middle(stack.max(0.0));
        self.put(card, self.columns.point, top);
        for card in cards {
            let own = card.rect.h;
            self.put(card, left, below);
            below += own + GAP;
        }
        y + height.ceil() + GAP
    }

    /// What leads on from an access point, primary links first.
    fn onward(&self, point: usize) -> Vec<usize> {
        let Some(item) = self.view.items.get(point) else {
            return Vec::new();
        };
        let wires = self.view.wires.iter();
        let own = wires.filter(|wire| wire.kind == WireKind::Carries && wire.from == item.id);
        let mut all: Vec<usize> = own
            .filter_map(|wire| self.view.items.iter().position(|its| its.id == wire.to))
            .collect();
        all.sort_by_key(|&index| {
            let item = self.view.items.get(index);
            item.and_then(|item| item.link.as_ref())
                .map(|link| link.role)
        });
        all
    }
}
