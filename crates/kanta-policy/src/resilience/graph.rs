//! The points and links of a plan, and what is reached when some of them are down.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use kanta_conformance::{Date, FieldPath, Mbit};

use super::Failure;
use crate::plan::{AccessPoint, Claim, ConnectionPlan, Hall, Link};
use crate::requirements::{Point, are_separate as separate};

/// The most links from one point of which every shared route is tried; beyond, only the one of all of them.
const MOST_FOR_ROUTES: usize = 8;

/// How what the plan does not tell is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// At its worst: what is left is left for certain.
    Certain,
    /// At its best: what is gone is gone for certain.
    Possible,
}

/// What is down: for certain, or possibly.
#[derive(Clone, Debug, Default)]
pub(super) struct Broken {
    links: BTreeSet<usize>,
    perhaps_links: BTreeSet<usize>,
    points: BTreeSet<usize>,
    perhaps_points: BTreeSet<usize>,
    servers: BTreeSet<(usize, usize)>,
    halls: BTreeSet<Hall>,
}

/// The points, access points first, and the links between them.
pub(super) struct Graph<'a> {
    plan: &'a ConnectionPlan,
    numbers: BTreeMap<&'a str, usize>,
    /// Links by the point at which they end; those to Kanta under none.
    into: BTreeMap<Option<usize>, Vec<usize>>,
    /// Points of somebody else without links: how they go on is not known.
    unknown: Vec<usize>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(plan: &'a ConnectionPlan) -> Self {
        let access = plan.access_points.iter().map(Point::Access);
        let consolidation = plan.consolidation_points.iter().map(Point::Consolidation);
        let points: Vec<Point<'a>> = access.chain(consolidation).collect();
        let numbers: BTreeMap<&str, usize> = points
            .iter()
            .enumerate()
            .map(|(number, point)| (point.id(), number))
            .collect();
        let mut into: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (index, link) in plan.links.iter().enumerate() {
            let end = numbers.get(link.to.as_str()).copied();
            if end.is_some() || link.to == "kanta" {
                into.entry(end).or_default().push(index);
            }
        }
        let linked: BTreeSet<&str> = plan.links.iter().map(|link| link.from.as_str()).collect();
        let unknown = points
            .iter()
            .enumerate()
            .filter(|(_, point)| !linked.contains(point.id()) && !point.is_own(plan))
            .map(|(number, _)| number)
            .collect();
        Self {
            plan,
            numbers,
            into,
            unknown,
        }
    }

    /// For each access point: whether it reaches Kanta, and how wide the widest way is, where that is known.
    pub(super) fn reach(&self, broken: &Broken, mode: Mode) -> Vec<Option<Option<Mbit>>> {
        let down = |point: usize| {
            broken.points.contains(&point)
                || (mode == Mode::Certain && broken.perhaps_points.contains(&point))
                || self.servers_down(point, broken, mode)
        };
        // Widest first; a speed that is not known counts as nothing, so that a known way is told where there is one.
        let mut heap: BinaryHeap<(Mbit, usize)> = BinaryHeap::new();
        if mode == Mode::Possible {
            heap.extend(self.unknown.iter().map(|&point| (Mbit::ZERO, point)));
        }
        let through = |end: Option<usize>, width: Mbit, heap: &mut BinaryHeap<(Mbit, usize)>| {
            for &index in self.into.get(&end).map_or(&[][..], Vec::as_slice) {
                let Some(link) = self.plan.links.get(index) else {
                    continue;
                };
                let down = broken.links.contains(&index)
                    || (mode == Mode::Certain && broken.perhaps_links.contains(&index));
                let works = !down && (end.is_some() || reaches_a_hall(link, broken, mode));
                if let (true, Some(&start)) = (works, self.numbers.get(link.from.as_str())) {
                    heap.push((width.min(speed(link)), start));
                }
            }
        };
        through(None, Mbit::MAX, &mut heap);
        let mut reached: BTreeMap<usize, Mbit> = BTreeMap::new();
        while let Some((width, point)) = heap.pop() {
            if down(point) || reached.contains_key(&point) {
                continue;
            }
            reached.insert(point, width);
            through(Some(point), width, &mut heap);
        }
        (0..self.plan.access_points.len())
            .map(|point| {
                let width = reached.get(&point)?;
                Some(Some(*width).filter(|width| *width > Mbit::ZERO))
            })
            .collect()
    }

    /// Whether no server of an access point is left.
    fn servers_down(&self, point: usize, broken: &Broken, mode: Mode) -> bool {
        let Some(access) = self.plan.access_points.get(point) else {
            return false;
        };
        let of_it = |server: usize| broken.servers.contains(&(point, server));
        match access.servers.as_deref() {
            // How many there are is not known: there may be another.
            None | Some([]) => of_it(1) && mode == Mode::Certain,
            Some(servers) => (1..=servers.len()).all(of_it),
        }
    }

    pub(super) fn break_down(&self, failure: &Failure, broken: &mut Broken) {
        let links = || self.plan.links.iter().enumerate();
        match failure {
            Failure::Link(id) => {
                let failed = links().filter(|(_, link)| link.id == *id);
                broken.links.extend(failed.map(|(index, _)| index));
            }
            Failure::Operator(operator) => {
                for (index, link) in links() {
                    let its = link.operator.as_deref().map(str::trim);
                    match (its, operator.as_deref()) {
                        (None, _) => {
                            broken.perhaps_links.insert(index);
                        }
                        (Some(its), Some(operator)) if its == operator => {
                            broken.links.insert(index);
                        }
                        _ => {}
                    }
                }
            }
            Failure::Route(ids) => {
                let failed = links().filter(|(_, link)| ids.contains(&link.id));
                broken.links.extend(failed.map(|(index, _)| index));
            }
            Failure::Server(point, number) => {
                let point = self.numbers.get(point.as_str());
                broken.servers.extend(point.map(|&point| (point, *number)));
            }
            Failure::Certificate(certificate) => self.expire(certificate, broken),
            Failure::ConsolidationPoint(id) => {
                broken.points.extend(self.numbers.get(id.as_str()));
            }
            Failure::Hall(hall) => {
                broken.halls.insert(*hall);
            }
        }
    }

    /// The servers that show a certificate go down with it.
    fn expire(&self, certificate: &Result<String, String>, broken: &mut Broken) {
        for (number, point) in self.plan.access_points.iter().enumerate() {
            match certificate {
                Ok(file) => {
                    let shown = servers_of(point);
                    let with_it = shown
                        .iter()
                        .enumerate()
                        .filter(|(_, its)| **its == Some(file));
                    let servers = with_it.map(|(index, _)| (number, index.saturating_add(1)));
                    broken.servers.extend(servers);
                }
                Err(id) if *id == point.id => {
                    broken.perhaps_points.insert(number);
                }
                Err(_) => {}
            }
        }
    }

    /// Every certificate that some server shows; for a point of which none is known, the point.
    pub(super) fn certificates(&self) -> Vec<Result<String, String>> {
        let mut all = BTreeSet::new();
        for point in &self.plan.access_points {
            for certificate in servers_of(point) {
                all.insert(
                    certificate.map_or_else(|| Err(point.id.clone()), |file| Ok(file.to_owned())),
                );
            }
        }
        all.into_iter().collect()
    }

    /// Links of which nobody has confirmed separate routes: every largest set of them, by the point where they start.
    pub(super) fn shared_routes(&self, on: Date) -> Vec<Vec<String>> {
        let mut by_start: BTreeMap<&str, Vec<&Link>> = BTreeMap::new();
        for link in &self.plan.links {
            by_start.entry(link.from.as_str()).or_default().push(link);
        }
        let mut all = Vec::new();
        for links in by_start.values() {
            if links.len() > MOST_FOR_ROUTES {
                // Every way out goes down at once only where no two of them are separate.
                let none_separate = links.iter().enumerate().all(|(index, one)| {
                    let rest = links.iter().skip(index.saturating_add(1));
                    rest.into_iter().all(|other| !separate(one, other, on))
                });
                if none_separate {
                    all.push(links.iter().map(|link| link.id.clone()).collect());
                }
                continue;
            }
            let mut sets = Vec::new();
            largest(links, &mut Vec::new(), 0, on, &mut sets);
            let within = |set: &Vec<&Link>, other: &Vec<&Link>| {
                set.len() < other.len()
                    && set.iter().all(|link| other.iter().any(|l| l.id == link.id))
            };
            for set in &sets {
                if set.len() > 1 && !sets.iter().any(|other| within(set, other)) {
                    all.push(set.iter().map(|link| link.id.clone()).collect());
                }
            }
        }
        all
    }

    /// The fields that would tell whether something is cut off.
    pub(super) fn missing(
        &self,
        failures: &[&Failure],
        broken: &Broken,
        doubtful: &BTreeSet<usize>,
    ) -> Vec<FieldPath> {
        let mut missing = BTreeSet::new();
        if doubtful.is_empty() {
            return Vec::new();
        }
        for failure in failures {
            match failure {
                Failure::Operator(_) => {
                    let unnamed = self
                        .plan
                        .links
                        .iter()
                        .filter(|link| link.operator.is_none());
                    missing
                        .extend(unnamed.map(|l| FieldPath::named("link", &l.id).field("operator")));
                }
                Failure::Hall(_) => {
                    let to_kanta = self.plan.links.iter().filter(|link| link.to == "kanta");
                    let open = to_kanta.filter(|link| link.halls.is_none());
                    missing.extend(open.map(|l| FieldPath::named("link", &l.id).field("halls")));
                }
                Failure::Server(id, _) => {
                    missing.insert(FieldPath::named("access_point", id).field("servers"));
                }
                Failure::Certificate(Err(id)) => {
                    missing.insert(FieldPath::named("access_point", id).field("certificate"));
                }
                Failure::Certificate(Ok(_)) => {
                    for &point in doubtful {
                        if let Some(point) = self.plan.access_points.get(point) {
                            missing.insert(
                                FieldPath::named("access_point", &point.id).field("servers"),
                            );
                        }
                    }
                }
                _ => {}
            }
        }
        // How a point of somebody else goes on tells something only where it is on a way that is left.
        let asked = if missing.is_empty() {
            self.ways_from(doubtful, broken)
        } else {
            doubtful.clone()
        };
        let points = self.plan.access_points.len();
        for number in self.unknown.iter().filter(|number| asked.contains(number)) {
            let access = self.plan.access_points.get(*number);
            let consolidation = number
                .checked_sub(points)
                .and_then(|number| self.plan.consolidation_points.get(number));
            missing.extend(access.map(|its| FieldPath::named("access_point", &its.id)));
            missing
                .extend(consolidation.map(|its| FieldPath::named("consolidation_point", &its.id)));
        }
        missing.into_iter().collect()
    }

    /// The points on the ways from some that are not down for certain, those included.
    fn ways_from(&self, points: &BTreeSet<usize>, broken: &Broken) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<usize> = points.iter().copied().collect();
        while let Some(point) = next.pop() {
            if broken.points.contains(&point)
                || self.servers_down(point, broken, Mode::Possible)
                || !reached.insert(point)
            {
                continue;
            }
            for (index, link) in self.plan.links.iter().enumerate() {
                let starts_here = self.numbers.get(link.from.as_str()) == Some(&point);
                if starts_here && !broken.links.contains(&index) {
                    next.extend(self.numbers.get(link.to.as_str()));
                }
            }
        }
        reached
    }
}

/// The certificate of each server, by its file; a point without listed servers has one.
fn servers_of(point: &AccessPoint) -> Vec<Option<&str>> {
    let of_point = match &point.certificate {
        Some(Claim::Stated(certificate)) => Some(certificate.file.as_str()),
        _ => None,
    };
    match point.servers.as_deref() {
        None | Some([]) => vec![of_point],
        Some(servers) => servers
            .iter()
            .map(|server| {
                let own = server.certificate.as_ref().map(|its| its.file.as_str());
                own.or(of_point)
            })
            .collect(),
    }
}

/// The slower of both directions; nothing where one is not known.
fn speed(link: &Link) -> Mbit {
    match (link.down_mbit, link.up_mbit) {
        (Some(down), Some(up)) => down.min(up),
        _ => Mbit::ZERO,
    }
}

fn reaches_a_hall(link: &Link, broken: &Broken, mode: Mode) -> bool {
    match &link.halls {
        Some(halls) => halls.iter().any(|hall| !broken.halls.contains(hall)),
        // Two fail at most, and there are three.
        None => mode == Mode::Possible || broken.halls.is_empty(),
    }
}

/// Every set of links of which no two are separate, to which no link that comes later can be added.
fn largest<'a>(
    links: &[&'a Link],
    chosen: &mut Vec<&'a Link>,
    at: usize,
    on: Date,
    sets: &mut Vec<Vec<&'a Link>>,
) {
    let Some(link) = links.get(at) else {
        sets.push(chosen.clone());
        return;
    };
    let next = at.saturating_add(1);
    if chosen.iter().all(|other| !separate(link, other, on)) {
        chosen.push(link);
        largest(links, chosen, next, on, sets);
        chosen.pop();
    }
    // A link that is separate from none of the others is in every largest set.
    let mut others = links.iter().filter(|other| other.id != link.id);
    if others.any(|other| separate(link, other, on)) {
        largest(links, chosen, next, on, sets);
    }
}
