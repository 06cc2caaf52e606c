//! Plans that nobody would write, with 1 to 40 access points and names that break formats, drawn all the same.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{Date, Language, Mbit};
use kanta_policy::plan::{
    AccessPoint, ConsolidationPoint, Hall, Intermediary, Link, LinkRole, Network, Party, System,
    Tenant, Use,
};
use kanta_policy::{ConnectionPlan, FileFault, PlanFile, evaluate};
use kanta_report::picture::{PictureView, dot, mermaid};
use kanta_report::view::PlanReport;
use proptest::prelude::*;

use crate::hostile::WORDS;
use crate::picture::{all_marked, in_place, well_formed};

fn name() -> impl Strategy<Value = Option<String>> {
    let long =
        "Keskisen ja eteläisen Esimerkkimaan hyvinvointikuntayhtymänlaboratoriopalvelukeskus";
    prop_oneof![
        Just(None),
        Just(Some("Esimerkki Oy".to_owned())),
        Just(Some(long.to_owned())),
        prop::sample::select(&WORDS[..]).prop_map(|word| Some(word.to_owned())),
        any::<String>().prop_map(Some),
    ]
}

fn choice<T: Clone + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}

fn link(points: usize, through: usize) -> impl Strategy<Value = Link> {
    let end = 0..points + through;
    (
        (end.clone(), prop::option::of(0..through.max(1))),
        choice(LinkRole::ALL),
        choice(Network::ALL),
        (name(), name()),
        prop::option::of(prop::collection::vec(prop::sample::select(Hall::ALL), 0..4)),
        (0_u64..100_000, 0_u64..100_000),
    )
        .prop_map(
            move |((from, to), role, network, (technology, operator), halls, (down, up))| {
                let point = |index: usize| {
                    if index < points {
                        format!("ap{index}")
                    } else {
                        format!("cp{}", index - points)
                    }
                };
                let mut link = Link::default();
                link.from = point(from);
                link.to = match to {
                    Some(to) if through > 0 => format!("cp{to}"),
                    _ => "kanta".to_owned(),
                };
                link.role = role;
                link.network = network;
                link.technology = technology;
                link.operator = operator;
                link.halls = halls;
                link.down_mbit = (down > 0).then(|| Mbit::whole(down));
                link.up_mbit = (up > 0).then(|| Mbit::whole(up));
                link
            },
        )
}

fn plan() -> impl Strategy<Value = ConnectionPlan> {
    (1_usize..=40, 0_usize..4, 0_usize..6, 0_usize..4).prop_flat_map(
        |(points, through, systems, tenants)| {
            let uses = prop::collection::vec(
                (
                    prop::sample::select(Service::ALL),
                    0..points,
                    prop::option::of(0..systems.max(1)),
                    prop::sample::select(&["party", "valittaja", "tenant0", "nobody"][..]),
                ),
                0..60,
            );
            let who = prop::sample::select(&["party", "valittaja", "somebody else", ""][..]);
            (
                prop::option::of(name()),
                prop::collection::vec((who, name()), points),
                prop::collection::vec(name(), systems),
                prop::collection::vec(name(), tenants),
                prop::collection::vec(name(), through),
                prop::collection::vec(link(points, through), 0..=2 * points),
                uses,
            )
                .prop_map(
                    move |(party, administrators, systems, tenants, through, links, uses)| {
                        let mut plan = ConnectionPlan::default();
                        plan.party = party.map(|name| {
                            let mut party = Party::default();
                            party.name = name;
                            party.kind = Some(PartyKind::Provider);
                            party
                        });
                        let mut intermediary = Intermediary::default();
                        intermediary.id = "valittaja".to_owned();
                        plan.intermediaries.push(intermediary);
                        for (index, (who, name)) in administrators.into_iter().enumerate() {
                            let mut point = AccessPoint::default();
                            point.id = format!("ap{index}");
                            point.administrator = (!who.is_empty()).then(|| who.to_owned());
                            point.dns_name = name;
                            plan.access_points.push(point);
                        }
                        let count = systems.len();
                        for (index, name) in systems.into_iter().enumerate() {
                            let mut system = System::default();
                            system.id = format!("system{index}");
                            system.name = name;
                            plan.systems.push(system);
                        }
                        for (index, name) in tenants.into_iter().enumerate() {
                            let mut tenant = Tenant::default();
                            tenant.id = format!("tenant{index}");
                            tenant.name = name;
                            plan.tenants.push(tenant);
                        }
                        for (index, name) in through.into_iter().enumerate() {
                            let mut point = ConsolidationPoint::default();
                            point.id = format!("cp{index}");
                            point.administrator = name;
                            plan.consolidation_points.push(point);
                        }
                        for (index, mut link) in links.into_iter().enumerate() {
                            link.id = format!("link{index}");
                            plan.links.push(link);
                        }
                        for (service, point, system, user) in uses {
                            let mut its = Use::new(service, &format!("ap{point}"));
                            its.system = system.filter(|_| count > 0).map(|n| format!("system{n}"));
                            its.user = user.to_owned();
                            plan.uses.push(its);
                        }
                        plan
                    },
                )
        },
    )
}

/// A plan's report, with a file that says nothing of places.
fn report(plan: ConnectionPlan) -> (ConnectionPlan, PlanReport) {
    let mut none = |_: &str| Err(FileFault::NotFound);
    let mut file = PlanFile::read(b"format = 1\n", &mut none).unwrap();
    file.plan = plan;
    let assessment = evaluate(&file.plan, Date::constant(2025, 12, 1));
    let report = PlanReport::new("plan.toml", &file, &assessment);
    (file.plan, report)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_is_drawn_with_everything_in_its_place(plan in plan()) {
        let (plan, report) = report(plan);
        let view = PictureView::of_plan(&plan, &report);
        in_place(&view);
        well_formed(&view);
        all_marked(&view, &report);
    }

    #[test]
    fn words_are_never_taken_for_syntax(word in prop_oneof![
        prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        any::<String>(),
        Just("\"] end; click n0 \"javascript:x\"".to_owned()),
        Just("\\\"]; evil [label=\"".to_owned()),
    ]) {
        let mut plan = ConnectionPlan::default();
        let mut party = Party::default();
        party.name = Some(word);
        plan.party = Some(party);
        let (plan, report) = report(plan);
        let view = PictureView::of_plan(&plan, &report);
        let plain = {
            let mut plan = plan.clone();
            plan.party = Some(Party::default());
            PictureView::of_plan(&plan, &report)
        };
        // Whatever the word is, there are as many lines as without it, and outside of quotes the same.
        for draw in [mermaid, dot] {
            let outside = |view: &PictureView| outside_of_quotes(&draw(view, Language::En));
            prop_assert_eq!(outside(&view), outside(&plain));
        }
    }
}

/// What stands outside of quotes; a backslash takes the next character along.
fn outside_of_quotes(text: &str) -> String {
    let (mut kept, mut inside, mut taken) = (String::new(), false, false);
    for c in text.chars() {
        match c {
            _ if taken => taken = false,
            '\\' if inside => taken = true,
            '"' => inside = !inside,
            _ if !inside => kept.push(c),
            _ => {}
        }
    }
    assert!(!inside, "a quote is left open: {text}");
    kept
}
