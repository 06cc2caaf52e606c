//! Lines: thin ones for who uses what, in tracks between two lanes; links as curves, and on to Kanta's halls.

mod tracks;

use std::collections::BTreeMap;

use super::grid::Grid;
use super::{Dot, Line, Look, Meeting, Rect};
use crate::picture::view::{Availability, Item, Network, PictureView, WireKind};

/// Every line, thin ones first, and the dots where links meet halls.
pub(super) fn draw(view: &PictureView, grid: &Grid) -> (Vec<Line>, Vec<Dot>) {
    let mut lines = belonging(view, grid);
    lines.extend(tracks::draw(view, grid));
    lines.extend(links(view, grid));
    let (ends, dots) = to_kanta(view, grid);
    lines.extend(ends);
    (lines, dots)
}

fn place(view: &PictureView, grid: &Grid, id: &str) -> Option<(usize, Rect)> {
    let index = view.items.iter().position(|item| item.id == id)?;
    Some((index, (*grid.rects.get(index)?)?))
}

/// A line from a box down to those that belong to it.
fn belonging(view: &PictureView, grid: &Grid) -> Vec<Line> {
    let mut lines = Vec::new();
    for (item, rect) in view.items.iter().zip(&grid.rects) {
        let above = item.under.as_deref().and_then(|id| place(view, grid, id));
        if let (Some((_, above)), Some(rect)) = (above, rect) {
            let x = above.x + 7.0;
            let path = format!(
                "M{} {}V{}H{}",
                n(x),
                n(above.bottom()),
                n(rect.middle()),
                n(rect.x)
            );
            let look = Look {
                link: None,
                state: Availability::Up,
            };
            lines.push(Line { path, look });
        }
    }
    lines
}

/// How a link is drawn.
pub(super) fn look(item: &Item) -> Look {
    Look {
        link: item.link.as_ref().map(|link| (link.network, link.role)),
        state: item.state,
    }
}

/// Curves from a point to its links, and from a link to the consolidation point where it ends.
fn links(view: &PictureView, grid: &Grid) -> Vec<Line> {
    let wires = view
        .wires
        .iter()
        .filter(|its| its.kind == WireKind::Carries);
    let wires: Vec<_> = wires.collect();
    let mut starts: BTreeMap<&str, Vec<(f64, &str)>> = BTreeMap::new();
    let mut ends: BTreeMap<&str, Vec<(f64, &str)>> = BTreeMap::new();
    for wire in &wires {
        let from = place(view, grid, &wire.from).map(|(_, rect)| rect.middle());
        let to = place(view, grid, &wire.to).map(|(_, rect)| rect.middle());
        let from_list = starts.entry(wire.from.as_str()).or_default();
        from_list.extend(to.map(|y| (y, wire.to.as_str())));
        let to_list = ends.entry(wire.to.as_str()).or_default();
        to_list.extend(from.map(|y| (y, wire.from.as_str())));
    }
    for list in starts.values_mut().chain(ends.values_mut()) {
        list.sort_by(|(one, a), (other, b)| one.total_cmp(other).then(a.cmp(b)));
    }
    // Several lines leave a box at different heights, in the order of where they lead.
    let port = |list: Option<&Vec<(f64, &str)>>, rect: Rect, id: &str| {
        let list = list.map_or(&[][..], Vec::as_slice);
        let count = as_f64(list.len());
        let at = list
            .iter()
            .position(|(_, its)| *its == id)
            .map_or(0.0, as_f64);
        let step = (16.0_f64).min((rect.h - 20.0) / count.max(1.0));
        rect.middle() + (at - (count - 1.0) / 2.0) * step
    };
    let mut lines = Vec::new();
    for wire in wires {
        let from = place(view, grid, &wire.from);
        let to = place(view, grid, &wire.to);
        let (Some((index, start)), Some((last, end))) = (from, to) else {
            continue;
        };
        let y0 = port(starts.get(wire.from.as_str()), start, &wire.to);
        let y1 = port(ends.get(wire.to.as_str()), end, &wire.from);
        let ends_of = [index, last]
            .into_iter()
            .filter_map(|index| view.items.get(index));
        let link = ends_of.into_iter().find(|item| item.link.is_some());
        let mut look = link.map_or(
            Look {
                link: None,
                state: Availability::Up,
            },
            look,
        );
        look.state = wire.state;
        let path = curve(start.right(), y0, end.x, y1);
        lines.push(Line { path, look });
    }
    lines
}

/// From each link that ends at Kanta past what stands between, to the farthest hall that it reaches.
fn to_kanta(view: &PictureView, grid: &Grid) -> (Vec<Line>, Vec<Dot>) {
    let (mut lines, mut dots) = (Vec::new(), Vec::new());
    let Some(border) = grid.lanes.last().map(|lane| lane.rect.x) else {
        return (lines, dots);
    };
    for (index, (item, rect)) in view.items.iter().zip(&grid.rects).enumerate() {
        let (Some(link), Some(rect)) = (&item.link, rect) else {
            continue;
        };
        if !link.to_kanta {
            continue;
        }
        let look = look(item);
        let (mut x, mut y) = (rect.right(), rect.middle());
        let mut path = format!("M{} {}", n(x), n(y));
        for pass in grid.passes.get(&index).into_iter().flatten() {
            path.push_str(&bend(x, y, pass.from, pass.y));
            path.push_str(&format!("H{}", n(pass.to)));
            (x, y) = (pass.to, pass.y);
        }
        let mut end = border;
        match &link.halls {
            // Where traffic over the open internet is let in is Kanta's affair.
            None if link.network == Network::OpenInternet => dots.push(Dot {
                x: border,
                y,
                meeting: Meeting::Ends,
                look,
            }),
            halls => {
                for (hall, rail) in view.halls.iter().zip(&grid.rails) {
                    let meeting = match halls {
                        None => Meeting::NotKnown,
                        Some(halls) if halls.contains(&hall.code) => Meeting::Reached,
                        Some(_) => Meeting::Missed,
                    };
                    if meeting != Meeting::Missed {
                        end = rail.x;
                    }
                    let mut look = look;
                    look.state = look.state.max(hall.state);
                    dots.push(Dot {
                        x: rail.x,
                        y,
                        meeting,
                        look,
                    });
                }
            }
        }
        path.push_str(&format!("H{}", n(end)));
        lines.push(Line { path, look });
    }
    (lines, dots)
}

fn curve(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    // Two boxes that only rounding keeps from standing level.
    let y1 = if (y0 - y1).abs() < 2.0 { y0 } else { y1 };
    format!("M{} {}{}", n(x0), n(y0), bend(x0, y0, x1, y1))
}

/// On from a place to another, both ends level; back where the other lies to the left.
fn bend(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    if (y0 - y1).abs() < 0.5 && x1 >= x0 {
        return format!("H{}", n(x1));
    }
    let reach = ((x1 - x0).abs() / 2.0).max(18.0);
    format!(
        "C{} {} {} {} {} {}",
        n(x0 + reach),
        n(y0),
        n(x1 - reach),
        n(y1),
        n(x1),
        n(y1)
    )
}

/// A number as SVG writes it: at most one decimal.
pub(crate) fn n(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    // No minus before nothing.
    format!("{}", rounded + 0.0)
}

/// A small count as a number to measure with.
pub(super) fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
