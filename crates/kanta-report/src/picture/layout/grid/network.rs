//! The operator network: links and consolidation points in turn.

use std::collections::BTreeMap;

use super::{Builder, Pass, network_width};
use crate::picture::layout::order::{self, Wish};
use crate::picture::view::{Item, ItemKind, PictureView, WireKind};

/// In which column of the network each link and consolidation point stands.
pub(super) struct Depths {
    /// By the number of the item.
    column: BTreeMap<usize, usize>,
}

impl Depths {
    /// Links of access points come first, then the consolidation points where they end, then the links of those, …
    pub(super) fn of(view: &PictureView) -> Self {
        let number = |id: &str| view.items.iter().position(|item| item.id == id);
        let mut next: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut has_start = Vec::new();
        for wire in view
            .wires
            .iter()
            .filter(|its| its.kind == WireKind::Carries)
        {
            if let (Some(from), Some(to)) = (number(&wire.from), number(&wire.to)) {
                next.entry(from).or_default().push(to);
                has_start.push(to);
            }
        }
        let of_kind = |kind: ItemKind| {
            let items = view.items.iter().enumerate();
            items
                .filter(move |(_, item)| item.kind == kind)
                .map(|(index, _)| index)
        };
        let mut column = BTreeMap::new();
        let mut wave: Vec<usize> = of_kind(ItemKind::AccessPoint)
            .flat_map(|point| next.get(&point).cloned().unwrap_or_default())
            .collect();
        wave.extend(of_kind(ItemKind::Link).filter(|index| !has_start.contains(index)));
        let mut at: usize = 0;
        // A ring that no access point leads into is entered at its first consolidation point.
        let mut rest = of_kind(ItemKind::ConsolidationPoint);
        loop {
            while !wave.is_empty() {
                let mut then = Vec::new();
                for index in wave {
                    if let std::collections::btree_map::Entry::Vacant(free) = column.entry(index) {
                        free.insert(at);
                        then.extend(next.get(&index).into_iter().flatten().copied());
                    }
                }
                wave = then;
                at = at.saturating_add(1);
            }
            match rest.find(|index| !column.contains_key(index)) {
                Some(index) => (wave, at) = (vec![index], 1),
                None => break,
            }
        }
        Self { column }
    }

    /// How many columns there are: at least one.
    pub(super) fn columns(&self) -> usize {
        self.column
            .values()
            .max()
            .map_or(1, |last| last.saturating_add(1))
    }
}

impl Builder<'_> {
    /// The columns behind the first; links that go to Kanta past others keep a place among them.
    pub(super) fn place_network(&mut self, depths: &Depths) {
        let to_kanta = |item: &Item| item.link.as_ref().is_some_and(|link| link.to_kanta);
        let mut passing: Vec<(usize, f64)> = Vec::new();
        for column in 0..depths.columns() {
            let Some(&left) = self.columns.network.get(column) else {
                continue;
            };
            let own = depths.column.iter().filter(|(_, at)| **at == column);
            let own: Vec<usize> = own.map(|(&index, _)| index).collect();
            let width = network_width(column);
            if column > 0 {
                self.network_column(&own, &mut passing, (left, width));
            }
            for index in own {
                let goes_on = self.view.items.get(index).is_some_and(to_kanta);
                if let (true, Some(rect)) = (goes_on, self.rect(index)) {
                    passing.push((index, rect.middle()));
                }
            }
        }
    }

    fn network_column(
        &mut self,
        own: &[usize],
        passing: &mut [(usize, f64)],
        (left, width): (f64, f64),
    ) {
        /// Room for a line that passes.
        const LINE: f64 = 6.0;
        let mut wishes: Vec<(usize, Option<f64>)> = own
            .iter()
            .map(|&index| {
                let from = self.neighbours(index, WireKind::Carries, false);
                (index, order::mean(from.into_iter()))
            })
            .collect();
        wishes.extend(passing.iter().map(|&(index, y)| (index, Some(y))));
        let order = order::by_wish(wishes);
        let heights = order.iter().map(|&(index, middle)| {
            let card = own.contains(&index).then(|| self.card(index, width));
            let height = card.flatten().map_or(LINE, |card| card.rect.h);
            Wish { middle, height }
        });
        let heights: Vec<Wish> = heights.collect();
        let tops = order::settle(&heights, super::FIRST);
        for (((index, _), wish), top) in order.into_iter().zip(heights).zip(tops) {
            if own.contains(&index) {
                if let Some(card) = self.card(index, width) {
                    self.put(card, left, top);
                }
                continue;
            }
            let y = top + wish.height / 2.0;
            let pass = Pass {
                from: left,
                to: left + width,
                y,
            };
            self.passes.entry(index).or_default().push(pass);
            for (passed, at) in passing.iter_mut() {
                if *passed == index {
                    *at = y;
                }
            }
        }
    }
}
