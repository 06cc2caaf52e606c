//! What breaks when one thing breaks: a search through the plan's own links, once for each failure.

mod graph;

use std::collections::{BTreeMap, BTreeSet};

use kanta_address_index::Service;
use kanta_conformance::{Date, FieldPath, Mbit, Verdict};

use crate::plan::{AccessPoint, Claim, ConnectionPlan, Hall, PharmacySize, Who};
use graph::{Broken, Graph};

/// One thing that fails.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Failure {
    /// A link, by its id.
    Link(String),
    /// Every link of an operator; none for links whose operator is not known, which may be one and the same.
    Operator(Option<String>),
    /// Links from one point whose operators have not confirmed that their routes are separate.
    Route(Vec<String>),
    /// A server of an access point: the point, and the server's number, from 1.
    Server(String, usize),
    /// A certificate that ran out: its file; or the point whose certificate the plan does not name.
    Certificate(Result<String, String>),
    /// A consolidation point.
    ConsolidationPoint(String),
    /// One of Kanta's halls.
    Hall(Hall),
}

/// A service in the hands of one user.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Served {
    /// The service.
    pub service: Service,
    /// Who uses it: `party`, or an id of the plan.
    pub user: String,
}

/// How much of an access point's capacity is left.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Capacity {
    /// The access point, by its id.
    pub access_point: String,
    /// The widest way that is left, in Mbit/s, the slower of both directions; none where a speed is not known.
    pub left: Option<Mbit>,
    /// The largest figure of the guide, or the need that the party has defined, that applies here; none where none does.
    pub figure: Option<Mbit>,
}

/// What a failure does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effect {
    /// What fails; two things for pairs, none for the plan as it stands.
    pub failures: Vec<Failure>,
    /// What is certainly cut off.
    pub cut_off: Vec<Served>,
    /// What may be cut off: the plan does not tell enough.
    pub not_known: Vec<Served>,
    /// The fields that would tell.
    pub missing: Vec<FieldPath>,
    /// What is left, for each access point that is affected and not cut off.
    pub capacity: Vec<Capacity>,
    /// Several links go down at once, and none of them alone cuts anything off: the redundancy exists on paper only.
    pub on_paper_only: bool,
}

/// What each failure does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Resilience {
    /// What is cut off without any failure.
    pub standing: Effect,
    /// Each single failure, in the order of the plan.
    pub singles: Vec<Effect>,
    /// Each two failures that together cut off more than either: only where asked for.
    pub pairs: Vec<Effect>,
    /// There are more failures than pairs are tried for.
    pub too_many_for_pairs: bool,
}

/// The most single failures of which all pairs are tried.
pub const MOST_FOR_PAIRS: usize = 120;

impl Resilience {
    /// Conforming where no failure cuts anything off, non-conforming where one does, else undetermined.
    ///
    /// A plan without uses has nothing that could be cut off: undetermined.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let mut effects = core::iter::once(&self.standing).chain(&self.singles);
        if effects.clone().any(|effect| !effect.cut_off.is_empty()) {
            Verdict::NonConforming
        } else if self.singles.is_empty() || effects.any(|effect| !effect.not_known.is_empty()) {
            Verdict::Undetermined
        } else {
            Verdict::Conforming
        }
    }
}

/// Tries every single failure of a plan, and every pair where asked for.
///
/// Links count from the day on which they are planned; whether a separate route was confirmed is asked as of a day. Two
/// links from one point share a route until somebody has confirmed that they do not. A certificate that only signs is not
/// tried: when it ends no connection does. Pure: the same plan and day
/// give the same answer in the same order.
///
/// ```
/// use kanta_policy::{ConnectionPlan, resilience};
/// use kanta_conformance::Verdict;
///
/// let nothing = resilience::failures(&ConnectionPlan::default(), "2025-12-01".parse()?, false);
/// assert_eq!(nothing.verdict(), Verdict::Undetermined);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn failures(plan: &ConnectionPlan, on: Date, pairs: bool) -> Resilience {
    let search = Search {
        plan,
        graph: Graph::of(plan),
        served: served(plan),
        figures: plan
            .access_points
            .iter()
            .map(|its| figure(plan, its))
            .collect(),
    };
    let mut standing = search.effect(&[], None);
    let before = search.ways(&Broken::default());
    standing.capacity = search.capacities(&before, None);
    if search.served.is_empty() {
        return Resilience {
            standing,
            singles: Vec::new(),
            pairs: Vec::new(),
            too_many_for_pairs: false,
        };
    }
    let all = search.failures(on);
    let mut singles: Vec<Effect> = Vec::with_capacity(all.len());
    for (failure, _) in &all {
        singles.push(search.effect(&[failure], Some(&before)));
    }
    let alone: BTreeMap<String, bool> = singles
        .iter()
        .filter_map(|effect| match effect.failures.as_slice() {
            [Failure::Link(id)] => Some((id.clone(), !effect.cut_off.is_empty())),
            _ => None,
        })
        .collect();
    for (effect, (_, links)) in singles.iter_mut().zip(&all) {
        let each_alone_cuts_nothing = links.iter().all(|id| alone.get(id) == Some(&false));
        effect.on_paper_only =
            !links.is_empty() && !effect.cut_off.is_empty() && each_alone_cuts_nothing;
    }
    let too_many_for_pairs = pairs && all.len() > MOST_FOR_PAIRS;
    let tried = if pairs && !too_many_for_pairs {
        all.len()
    } else {
        0
    };
    Resilience {
        pairs: search.pairs(all.get(..tried).unwrap_or_default(), &singles, &before),
        standing,
        singles,
        too_many_for_pairs,
    }
}

/// Who is served with what, and through which access points.
fn served(plan: &ConnectionPlan) -> BTreeMap<Served, BTreeSet<usize>> {
    let mut served: BTreeMap<Served, BTreeSet<usize>> = BTreeMap::new();
    for its in &plan.uses {
        let point = plan
            .access_points
            .iter()
            .position(|p| p.id == its.access_point);
        let key = Served {
            service: its.service,
            user: its.user.clone(),
        };
        served.entry(key).or_default().extend(point);
    }
    served
}

/// The largest figure that applies to an access point: the guide's examples of a minimum (clause 5.5), or the party's need.
fn figure(plan: &ConnectionPlan, point: &AccessPoint) -> Option<Mbit> {
    let assessed = match plan.volume.assessed_need_mbit {
        Some(Claim::Stated(need)) => Some(need),
        _ => None,
    };
    let mut figures: Vec<Mbit> = assessed.into_iter().collect();
    for its in plan.uses_through(&point.id) {
        match its.service {
            Service::Imaging => figures.push(Mbit::whole(300)),
            Service::PatientData | Service::SocialWelfare => match plan.volume.documents_per_day {
                Some(documents) if documents < 10_000 => figures.push(Mbit::whole(30)),
                Some(documents) if documents > 100_000 => figures.push(Mbit::whole(500)),
                _ => {}
            },
            _ => {}
        }
        if let Some(Who::Pharmacy(pharmacy)) = plan.who(&its.user) {
            figures.extend(pharmacy.size.map(|size| match size {
                PharmacySize::Small => Mbit::whole(10),
                PharmacySize::Large => Mbit::whole(30),
            }));
        }
    }
    figures.into_iter().max()
}

struct Search<'a> {
    plan: &'a ConnectionPlan,
    graph: Graph<'a>,
    served: BTreeMap<Served, BTreeSet<usize>>,
    figures: Vec<Option<Mbit>>,
}

impl Search<'_> {
    /// Every single failure, with the links that go down at once.
    fn failures(&self, on: Date) -> Vec<(Failure, Vec<String>)> {
        let plan = self.plan;
        let mut all = Vec::new();
        for link in &plan.links {
            all.push((Failure::Link(link.id.clone()), vec![link.id.clone()]));
        }
        let mut operators: BTreeMap<Option<&str>, Vec<String>> = BTreeMap::new();
        for link in &plan.links {
            let operator = link.operator.as_deref().map(str::trim);
            operators.entry(operator).or_default().push(link.id.clone());
        }
        for (operator, links) in operators {
            all.push((Failure::Operator(operator.map(str::to_owned)), links));
        }
        for links in self.graph.shared_routes(on) {
            all.push((Failure::Route(links.clone()), links));
        }
        for point in &plan.access_points {
            let servers = point.servers.as_deref().unwrap_or_default().len().max(1);
            for number in 1..=servers {
                all.push((Failure::Server(point.id.clone(), number), Vec::new()));
            }
        }
        for certificate in self.graph.certificates() {
            all.push((Failure::Certificate(certificate), Vec::new()));
        }
        for point in &plan.consolidation_points {
            let id = &point.id;
            let touches = |from: &str, to: &str| from == id || to == id;
            let links = plan.links.iter().filter(|l| touches(&l.from, &l.to));
            let links = links.map(|link| link.id.clone()).collect();
            all.push((Failure::ConsolidationPoint(id.clone()), links));
        }
        for hall in Hall::ALL {
            all.push((Failure::Hall(*hall), Vec::new()));
        }
        all
    }

    /// For each access point: the widest way as the plan certainly has it, and whether there may be one.
    fn ways(&self, broken: &Broken) -> Vec<Way> {
        let (sure, possible) = (
            self.graph.reach(broken, graph::Mode::Certain),
            self.graph.reach(broken, graph::Mode::Possible),
        );
        sure.into_iter()
            .zip(possible)
            .map(|(sure, possible)| Way { sure, possible })
            .collect()
    }

    fn effect(&self, failures: &[&Failure], before: Option<&[Way]>) -> Effect {
        let mut broken = Broken::default();
        for failure in failures {
            self.graph.break_down(failure, &mut broken);
        }
        let ways = self.ways(&broken);
        let (mut cut_off, mut not_known) = (Vec::new(), Vec::new());
        let mut doubtful = BTreeSet::new();
        for (served, points) in &self.served {
            let any = |reached: fn(&Way) -> bool| {
                points
                    .iter()
                    .any(|&point| ways.get(point).is_some_and(reached))
            };
            if !any(|way| way.possible.is_some()) {
                cut_off.push(served.clone());
            } else if !any(|way| way.sure.is_some()) {
                not_known.push(served.clone());
                doubtful.extend(points.iter().copied());
            }
        }
        let missing = self.graph.missing(failures, &broken, &doubtful);
        Effect {
            failures: failures.iter().map(|&failure| failure.clone()).collect(),
            cut_off,
            not_known,
            missing,
            capacity: before.map_or_else(Vec::new, |before| self.capacities(&ways, Some(before))),
            on_paper_only: false,
        }
    }

    /// What is left where it is not what it was.
    fn capacities(&self, ways: &[Way], before: Option<&[Way]>) -> Vec<Capacity> {
        let mut capacity = Vec::new();
        for (index, (point, way)) in self.plan.access_points.iter().zip(ways).enumerate() {
            let same = before.and_then(|before| before.get(index)) == Some(way);
            let Some(left) = way.sure else { continue };
            if !same {
                capacity.push(Capacity {
                    access_point: point.id.clone(),
                    left,
                    figure: self.figures.get(index).copied().flatten(),
                });
            }
        }
        capacity
    }

    /// The pairs that cut off more than what either cuts off alone.
    fn pairs(
        &self,
        all: &[(Failure, Vec<String>)],
        singles: &[Effect],
        before: &[Way],
    ) -> Vec<Effect> {
        let mut pairs = Vec::new();
        for (index, ((one, _), first)) in all.iter().zip(singles).enumerate() {
            let rest = all.iter().zip(singles).skip(index.saturating_add(1));
            for ((other, _), second) in rest {
                let effect = self.effect(&[one, other], Some(before));
                let known =
                    |its: &Served| first.cut_off.contains(its) || second.cut_off.contains(its);
                if effect.cut_off.iter().any(|its| !known(its)) {
                    pairs.push(effect);
                }
            }
        }
        pairs
    }
}

/// A way from an access point to Kanta: its width, which may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Way {
    sure: Option<Option<Mbit>>,
    possible: Option<Option<Mbit>>,
}
