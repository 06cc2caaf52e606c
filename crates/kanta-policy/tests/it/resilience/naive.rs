//! Every small plan, and many random ones, against a naive search.

use super::{DAY, kind};
use crate::harness::plan;
use kanta_policy::resilience::{Effect, failures};
use std::collections::BTreeSet;

/// A link of a small plan: where it starts and ends, by number; access points 0..3, consolidation points 3..5, Kanta 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    from: usize,
    to: usize,
    /// One bit a hall.
    halls: u8,
    /// Confirmed separate from the link before it.
    separate: bool,
    operator: usize,
}

/// A small plan.
#[derive(Clone, Debug)]
struct Small {
    points: usize,
    consolidation: usize,
    links: Vec<Link>,
    servers: usize,
}

const KANTA: usize = 9;

fn name(point: usize) -> String {
    match point {
        KANTA => "kanta".into(),
        0..=2 => format!("ap{point}"),
        _ => format!("cp{point}"),
    }
}

impl Small {
    fn text(&self) -> String {
        let mut text = String::from("format = 1\n[party]\nkind = \"provider\"\n");
        let servers = vec!["{ name = \"s\" }"; self.servers].join(", ");
        for point in 0..self.points {
            let id = name(point);
            text.push_str(&format!(
                "[[access_point]]\nid = \"{id}\"\nadministrator = \"party\"\nservers = [{servers}]\n\
                 [[use]]\nservice = \"prescription\"\naccess_point = \"{id}\"\nfor = \"user{point}\"\n\
                 [[other_party]]\nid = \"user{point}\"\n"
            ));
        }
        for point in 3..3 + self.consolidation {
            let id = name(point);
            text.push_str(&format!(
                "[[consolidation_point]]\nid = \"{id}\"\nadministrator = \"party\"\n"
            ));
        }
        for (index, link) in self.links.iter().enumerate() {
            let halls = ["A", "B", "C"]
                .iter()
                .enumerate()
                .filter(|(bit, _)| link.halls & (1 << bit) != 0);
            let halls: Vec<String> = halls.map(|(_, hall)| format!("\"{hall}\"")).collect();
            text.push_str(&format!(
                "[[link]]\nid = \"l{index}\"\nfrom = \"{}\"\nto = \"{}\"\nhalls = [{}]\noperator = \"o{}\"\n",
                name(link.from),
                name(link.to),
                halls.join(", "),
                link.operator
            ));
            if link.separate && index > 0 {
                text.push_str(&format!(
                    "separate_route = [{{ from = \"l{0}\", confirmed_by = \"o0\", on = 2025-12-01 }}, \
                     {{ from = \"l{0}\", confirmed_by = \"o1\", on = 2025-12-01 }}]\n",
                    index - 1
                ));
            }
        }
        text
    }

    /// The naive search: follow every link from a point, again and again, until nothing new is found.
    fn cut_off(
        &self,
        dead_links: &[usize],
        dead_points: &[usize],
        dead_halls: u8,
    ) -> BTreeSet<usize> {
        let mut cut = BTreeSet::new();
        for start in 0..self.points {
            let mut seen = BTreeSet::new();
            if !dead_points.contains(&start) {
                seen.insert(start);
            }
            let mut arrived = false;
            for _ in 0..=self.links.len() {
                for (index, link) in self.links.iter().enumerate() {
                    if dead_links.contains(&index) || !seen.contains(&link.from) {
                        continue;
                    }
                    if link.to == KANTA {
                        arrived |= link.halls & !dead_halls != 0;
                    } else if !dead_points.contains(&link.to) {
                        seen.insert(link.to);
                    }
                }
            }
            if !arrived {
                cut.insert(start);
            }
        }
        cut
    }

    fn separate(&self, one: usize, other: usize) -> bool {
        one.abs_diff(other) == 1 && self.links[one.max(other)].separate
    }

    /// Every set of links from one point of which no two are separate: a subset is tried, too, and cuts off less.
    fn shared_routes(&self) -> Vec<Vec<usize>> {
        let count = self.links.len();
        let sets = 0..1_usize << count;
        sets.map(|bits| {
            (0..count)
                .filter(|link| bits & (1 << link) != 0)
                .collect::<Vec<_>>()
        })
        .filter(|set| set.len() > 1)
        .filter(|set| {
            set.iter()
                .all(|link| self.links[*link].from == self.links[set[0]].from)
        })
        .filter(|set| {
            set.iter()
                .all(|a| set.iter().all(|b| a == b || !self.separate(*a, *b)))
        })
        .collect()
    }

    /// Everything that some single failure of each kind cuts off.
    fn expected(&self) -> Vec<(&'static str, BTreeSet<usize>)> {
        let all = |sets: Vec<BTreeSet<usize>>| sets.into_iter().flatten().collect::<BTreeSet<_>>();
        let links = 0..self.links.len();
        let of = |operator| {
            let links = links
                .clone()
                .filter(move |link| self.links[*link].operator == operator);
            links.collect::<Vec<_>>()
        };
        vec![
            ("standing", self.cut_off(&[], &[], 0)),
            (
                "link",
                all(links.clone().map(|l| self.cut_off(&[l], &[], 0)).collect()),
            ),
            (
                "operator",
                all((0..2)
                    .map(of)
                    .filter(|l| !l.is_empty())
                    .map(|l| self.cut_off(&l, &[], 0))
                    .collect()),
            ),
            (
                "route",
                all(self
                    .shared_routes()
                    .iter()
                    .map(|l| self.cut_off(l, &[], 0))
                    .collect()),
            ),
            (
                "server",
                all((0..self.points)
                    .map(|p| {
                        if self.servers == 1 {
                            self.cut_off(&[], &[p], 0)
                        } else {
                            self.cut_off(&[], &[], 0)
                        }
                    })
                    .collect()),
            ),
            (
                "consolidation",
                all((3..3 + self.consolidation)
                    .map(|p| self.cut_off(&[], &[p], 0))
                    .collect()),
            ),
            (
                "hall",
                all((0..3)
                    .map(|hall| self.cut_off(&[], &[], 1 << hall))
                    .collect()),
            ),
        ]
    }
}

fn users(effect: &Effect) -> BTreeSet<usize> {
    let number = |user: &str| user.trim_start_matches("user").parse().unwrap();
    effect
        .cut_off
        .iter()
        .map(|served| number(&served.user))
        .collect()
}

/// A small generator of its own, so that the plans are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn random(numbers: &mut Numbers) -> Small {
    let points = 1 + numbers.below(3);
    let consolidation = numbers.below(3);
    let count = numbers.below(5);
    let any = |numbers: &mut Numbers| {
        let at = numbers.below(points + consolidation);
        if at < points { at } else { 3 + at - points }
    };
    let links = (0..count)
        .map(|_| {
            let from = any(numbers);
            let mut to = KANTA;
            if consolidation > 0 && numbers.below(2) == 0 {
                to = 3 + numbers.below(consolidation);
            }
            if to == from {
                to = KANTA;
            }
            Link {
                from,
                to,
                halls: u8::try_from(numbers.below(8)).unwrap(),
                separate: numbers.below(2) == 0,
                operator: numbers.below(2),
            }
        })
        .collect();
    Small {
        points,
        consolidation,
        links,
        servers: 1 + numbers.below(2),
    }
}

fn compare(small: &Small) {
    let text = small.text();
    let result = failures(&plan(&text).plan, DAY, false);
    let effects: Vec<&Effect> = std::iter::once(&result.standing)
        .chain(&result.singles)
        .collect();
    for (wanted, expected) in small.expected() {
        let of_kind = effects.iter().filter(|effect| kind(effect) == wanted);
        let found: BTreeSet<usize> = of_kind.flat_map(|effect| users(effect)).collect();
        // Where no shared route is listed, nothing is tried, and what is cut off stands under "standing".
        if wanted == "route" && found.is_empty() {
            assert!(
                expected.is_subset(&small.cut_off(&[], &[], 0)),
                "{text}\n{expected:?}"
            );
            continue;
        }
        assert_eq!(found, expected, "{wanted}\n{text}");
    }
    // Everything that is asked is stated, but for the certificates: nothing else is left open.
    let open = effects.iter().filter(|effect| !effect.not_known.is_empty());
    assert!(
        open.clone().all(|effect| kind(effect) == "certificate"),
        "{text}"
    );
}

#[test]
fn every_plan_with_one_access_point_and_two_links_is_judged_as_by_a_naive_search() {
    let mut links = Vec::new();
    for (from, to) in [(0, KANTA), (0, 3), (3, KANTA)] {
        for halls in [0, 1, 3, 7] {
            for separate in [false, true] {
                for operator in [0, 1] {
                    links.push(Link {
                        from,
                        to,
                        halls,
                        separate,
                        operator,
                    });
                }
            }
        }
    }
    let mut count = 0;
    for one in &links {
        for other in &links {
            // Whether the first link is separate from one before it says nothing.
            if one.separate {
                continue;
            }
            compare(&Small {
                points: 1,
                consolidation: 1,
                links: vec![*one, *other],
                servers: 2,
            });
            count += 1;
        }
    }
    assert_eq!(count, 24 * 48);
}

#[test]
fn small_plans_of_up_to_three_points_and_four_links_are_judged_as_by_a_naive_search() {
    let mut numbers = Numbers(20_251_201);
    for _ in 0..1500 {
        compare(&random(&mut numbers));
    }
}

#[test]
fn adding_a_link_never_cuts_anything_off() {
    let mut numbers = Numbers(318);
    let all = |small: &Small| {
        let result = failures(&plan(&small.text()).plan, DAY, false);
        let effects = std::iter::once(&result.standing).chain(&result.singles);
        effects.flat_map(users).collect::<BTreeSet<usize>>()
    };
    for _ in 0..600 {
        let less = random(&mut numbers);
        let mut more = less.clone();
        let extra = random(&mut numbers);
        let fits = |link: &&Link| {
            let there = |at: usize| {
                at == KANTA || at < more.points || (3..3 + more.consolidation).contains(&at)
            };
            there(link.from) && there(link.to)
        };
        let Some(link) = extra.links.iter().find(fits) else {
            continue;
        };
        more.links.push(*link);
        let (before, after) = (all(&less), all(&more));
        assert!(
            after.is_subset(&before),
            "{}\n{after:?} {before:?}",
            more.text()
        );
    }
}
