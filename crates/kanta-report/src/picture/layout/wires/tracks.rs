//! Who uses what: from each box one trunk in the space between two lanes, and branches from it.

use super::super::grid::Grid;
use super::super::{Line, Look, Rect};
use super::{as_f64, n, place};
use crate::picture::view::{Availability, PictureView, WireKind};

/// How round a corner is.
const ROUND: f64 = 6.0;

/// What starts at one box.
struct Tree {
    from: Rect,
    to: Vec<(Rect, Availability)>,
    /// Where its trunk begins and ends.
    top: f64,
    bottom: f64,
    track: usize,
}

pub(super) fn draw(view: &PictureView, grid: &Grid) -> Vec<Line> {
    let mut lines = Vec::new();
    for pair in grid.lanes.windows(2) {
        let [left, right] = pair else { continue };
        let from = left.rect.right() - 10.0;
        let to = right.rect.x + 10.0;
        let in_lane = |rect: &Rect, lane: &Rect| rect.x >= lane.x && rect.x < lane.right();
        let mut trees = Vec::new();
        for item in &view.items {
            let Some((_, start)) = place(view, grid, &item.id) else {
                continue;
            };
            if !in_lane(&start, &left.rect) {
                continue;
            }
            let wires = view.wires.iter();
            let own = wires.filter(|wire| wire.kind == WireKind::Uses && wire.from == item.id);
            let ends: Vec<(Rect, Availability)> = own
                .filter_map(|wire| Some((place(view, grid, &wire.to)?.1, wire.state)))
                .collect();
            if ends.is_empty() {
                continue;
            }
            let places = ends.iter().map(|(rect, _)| rect.middle());
            let places: Vec<f64> = places.chain([start.middle()]).collect();
            trees.push(Tree {
                from: start,
                to: ends,
                top: places.iter().copied().fold(f64::INFINITY, f64::min),
                bottom: places.iter().copied().fold(0.0, f64::max),
                track: 0,
            });
        }
        let tracks = assign(&mut trees);
        let step = (to - from) / as_f64(tracks.saturating_add(1));
        for tree in &trees {
            let x = from + step * as_f64(tree.track.saturating_add(1));
            // One path for all that works alike: where branches share the trunk it is drawn once.
            for look in [
                Availability::Up,
                Availability::Perhaps,
                Availability::CutOff,
                Availability::Down,
            ] {
                let alike = tree.to.iter().filter(|(_, state)| *state == look);
                let path: String = alike.map(|&(end, _)| branch(tree.from, x, end)).collect();
                if !path.is_empty() {
                    let look = Look {
                        link: None,
                        state: look,
                    };
                    lines.push(Line { path, look });
                }
            }
        }
    }
    lines
}

/// Gives each trunk a track that is free where it runs; how many tracks there are.
fn assign(trees: &mut [Tree]) -> usize {
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let top = |index: &usize| trees.get(*index).map_or(0.0, |tree| tree.top);
    order.sort_by(|one, other| top(one).total_cmp(&top(other)));
    let mut ends: Vec<f64> = Vec::new();
    for index in order {
        let Some(tree) = trees.get_mut(index) else {
            continue;
        };
        match ends.iter().position(|&end| end + 2.0 < tree.top) {
            Some(track) => {
                tree.track = track;
                if let Some(end) = ends.get_mut(track) {
                    *end = tree.bottom;
                }
            }
            None => {
                tree.track = ends.len();
                ends.push(tree.bottom);
            }
        }
    }
    ends.len()
}

/// From a box along its trunk to another, with round corners.
fn branch(start: Rect, x: f64, end: Rect) -> String {
    let (y0, y1) = (start.middle(), end.middle());
    let rise = y1 - y0;
    // Two boxes that only rounding keeps from standing level.
    if rise.abs() < 2.0 {
        return format!("M{} {}H{}", n(start.right()), n(y0), n(end.x));
    }
    let round = ROUND.min(rise.abs() / 2.0);
    let turn = if rise > 0.0 { round } else { -round };
    format!(
        "M{} {}H{}Q{} {} {} {}V{}Q{} {} {} {}H{}",
        n(start.right()),
        n(y0),
        n(x - round),
        n(x),
        n(y0),
        n(x),
        n(y0 + turn),
        n(y1 - turn),
        n(x),
        n(y1),
        n(x + round),
        n(y1),
        n(end.x)
    )
}
