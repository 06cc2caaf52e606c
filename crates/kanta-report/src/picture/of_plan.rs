//! The picture of a plan.

mod boxes;
mod facts;

use std::collections::BTreeMap;

use kanta_policy::ConnectionPlan;
use kanta_policy::plan::{AccessPoint, Hall, Use, Who};

use super::marks;
use super::view::{
    Availability, Frame, HallView, Item, ItemKind, PictureOf, PictureView, Tone, Wire, WireKind,
};
use super::words;
use crate::layout::capitalised;
use crate::view::{FORMAT, PlanReport, Verdict, Words};

use self::boxes::Boxes;

impl PictureView {
    /// The picture of a plan, with what the report found of it.
    #[must_use]
    pub fn of_plan(plan: &ConnectionPlan, report: &PlanReport) -> Self {
        let mut view = Self {
            format: FORMAT,
            of: PictureOf::Plan,
            file: report.plan.clone(),
            on: report.on,
            title: match plan.party.as_ref().map(|party| party.name.as_deref()) {
                Some(Some(name)) => words::same(name),
                Some(None) => words::kind(ItemKind::Party).into(),
                None => words::NO_PARTY.into(),
            },
            subtitle: Words::said(|language| {
                let say = |text: kanta_conformance::Text| text.get(language);
                let mut line = format!(
                    "{}, {} {}",
                    say(words::of(PictureOf::Plan)),
                    say(words::AS_OF),
                    report.on.0.display(language)
                );
                if let Some(edition) = &report.edition {
                    line.push_str(&format!(", {} {edition}", say(words::EDITION)));
                }
                line
            }),
            tone: match report.verdict {
                Verdict::Conforming => Tone::Good,
                Verdict::Undetermined => Tone::Open,
                Verdict::NonConforming => Tone::Bad,
            },
            summary: marks::summary(report.verdict),
            detail: marks::detail(&report.counts),
            ..Self::default()
        };
        let services: Vec<String> = plan.uses.iter().map(service_id).collect();
        let boxes = Boxes { plan };
        view.frames = frames(plan);
        view.items.extend(boxes.parties(&view.frames));
        view.items.extend(boxes.systems());
        view.items.extend(boxes.access_points());
        view.items.extend(boxes.links());
        view.items.extend(boxes.consolidation_points());
        view.items.extend(boxes.services());
        view.wires = wires(plan, &view);
        if plan.links.iter().any(|link| link.to == "kanta") {
            view.halls = Hall::ALL.iter().map(|&hall| hall_view(hall)).collect();
        }
        marks::put(&mut view, &report.findings, &services);
        view
    }
}

fn hall_view(hall: Hall) -> HallView {
    HallView {
        code: hall.code().to_owned(),
        name: Words::said(|language| capitalised(hall.name().get(language))),
        state: Availability::Up,
    }
}

/// The box of the service of a use.
pub(super) fn service_id(its: &Use) -> String {
    format!("service.{}", its.service.code())
}

/// The box of the system of a use.
fn system_id(system: Option<&str>) -> String {
    system.map_or_else(|| "system".to_owned(), |id| format!("system.{id}"))
}

/// The frame around an access point.
fn frame_id(plan: &ConnectionPlan, point: &AccessPoint) -> String {
    match (&point.administrator, plan.administrator(point)) {
        (_, Some(who)) => who.path().to_string(),
        (Some(id), None) => format!("administrator.{id}"),
        (None, None) => "administrator".to_owned(),
    }
}

/// Whoever administers access points, in the order of the points.
fn frames(plan: &ConnectionPlan) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for point in &plan.access_points {
        let id = frame_id(plan, point);
        if frames.iter().any(|frame| frame.id == id) {
            continue;
        }
        let who = plan.administrator(point);
        let named = who.and_then(Who::name).or(point.administrator.as_deref());
        frames.push(Frame {
            id,
            name: named.map_or_else(|| words::NO_ADMINISTRATOR.into(), words::same),
            kind: who.map_or_else(Words::default, facts::who),
            state: if named.is_some() {
                Availability::Up
            } else {
                Availability::NotNamed
            },
            marks: Vec::new(),
        });
    }
    frames
}

fn wires(plan: &ConnectionPlan, view: &PictureView) -> Vec<Wire> {
    // Each pair once, in the order of the plan.
    let mut seen: BTreeMap<(String, String), ()> = BTreeMap::new();
    let mut wires = Vec::new();
    let mut wire = |from: String, to: String, kind: WireKind| {
        let drawn = view.item(&from).is_some() && view.item(&to).is_some();
        if drawn && seen.insert((from.clone(), to.clone()), ()).is_none() {
            let state = Availability::Up;
            wires.push(Wire {
                from,
                to,
                kind,
                state,
            });
        }
    };
    for its in &plan.uses {
        let user = plan.who(&its.user).map_or_else(
            || {
                if its.user == "party" {
                    "party".to_owned()
                } else {
                    format!("who.{}", its.user)
                }
            },
            |who| who.path().to_string(),
        );
        let system = system_id(its.system.as_deref());
        let point = format!("access_point.{}", its.access_point);
        wire(user, system.clone(), WireKind::Uses);
        wire(system, point, WireKind::Uses);
    }
    for point in &plan.access_points {
        for system in point.systems.iter().flatten() {
            let to = format!("access_point.{}", point.id);
            wire(format!("system.{system}"), to, WireKind::Uses);
        }
    }
    let start = |id: &str| {
        let point = format!("access_point.{id}");
        if view.item(&point).is_some() {
            point
        } else {
            format!("consolidation_point.{id}")
        }
    };
    for link in &plan.links {
        let id = format!("link.{}", link.id);
        wire(start(&link.from), id.clone(), WireKind::Carries);
        if link.to != "kanta" {
            let to = format!("consolidation_point.{}", link.to);
            wire(id, to, WireKind::Carries);
        }
    }
    wires
}

/// A box without anything in it yet.
fn item(id: String, kind: ItemKind, name: Words) -> Item {
    Item {
        id,
        kind,
        name,
        ..Item::default()
    }
}
