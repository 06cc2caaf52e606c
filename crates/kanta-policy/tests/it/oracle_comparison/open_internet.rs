//! Clause 5.1 and its Table 1: one link and the one use it carries.

use kanta_address_index::{PartyKind, Service};
use kanta_policy::plan::{
    AccessPoint, Claim, ConsolidationPoint, Intermediary, Link, LinkRole, Network, OtherParty,
    Party, Pharmacy, System, SystemKind, Tenant, Traffic, Use,
};
use kanta_policy::{ConnectionPlan, evaluate};

use super::compare::{
    Comparison, Difference, Found, Question, date, days_of_editions, product, with_unknown, word,
};

const ROWS: [&str; 5] = [
    "imaging-over-open-internet",
    "pharmacy-prescription-primary-over-open-internet",
    "open-internet-outside-table-1",
    "open-internet-not-justified",
    "open-internet-risks-not-heeded",
];

/// Where the documents leave open whether a rule was in force, the engine says so before it looks for what is missing; the
/// oracle asks for it first where the answer could be that the rule does not speak of the link at all.
const DATE_FIRST: &str = "where the date is not known the engine does not ask for input";

/// On days when everything is known there is none.
const NO_DIFFERENCES: &[Difference] = &[];

const BEFORE_THE_DATES: &[Difference] = &[
    Difference {
        row: "pharmacy-prescription-primary-over-open-internet",
        when: &[("day", &["<2025-09-01"])],
        oracle: "undetermined:input",
        engine: "undetermined:date",
        because: DATE_FIRST,
    },
    Difference {
        row: "open-internet-not-justified",
        when: &[("day", &["<2019-01-31"])],
        oracle: "undetermined:input",
        engine: "undetermined:date",
        because: DATE_FIRST,
    },
    Difference {
        row: "open-internet-risks-not-heeded",
        when: &[("day", &["<2025-09-01"])],
        oracle: "undetermined:input",
        engine: "undetermined:date",
        because: DATE_FIRST,
    },
];

fn claim(word: &str) -> Option<Claim<String>> {
    match word {
        "given" => Some(Claim::Stated("so it is".into())),
        "denied" => Some(Claim::Denied),
        _ => None,
    }
}

/// The plan that a question describes, with these links, all from one point.
fn plan(question: &Question<'_>, links: &[Asked]) -> ConnectionPlan {
    let word = |input| word(question, input);
    let mut plan = ConnectionPlan::default();
    let mut party = Party::default();
    party.kind = PartyKind::from_code(word("party"));
    plan.party = Some(party);

    let mut point = AccessPoint::default();
    point.id = "point".into();
    point.administrator = match word("administrator") {
        "party" => Some("party".into()),
        "unknown" => None,
        other => Some(other.into()),
    };
    plan.access_points.push(point);
    match word("administrator") {
        "pharmacy" => {
            let mut pharmacy = Pharmacy::default();
            pharmacy.id = "pharmacy".into();
            plan.pharmacies.push(pharmacy);
        }
        "intermediary" => {
            let mut intermediary = Intermediary::default();
            intermediary.id = "intermediary".into();
            plan.intermediaries.push(intermediary);
        }
        _ => {}
    }
    let mut other = OtherParty::default();
    other.id = "other-party".into();
    plan.other_parties.push(other);

    let mut system = System::default();
    system.id = "system".into();
    system.kind = SystemKind::from_code(word("system"));
    plan.systems.push(system);

    let mut a_use = Use::new(Service::from_code(word("service")).unwrap(), "point");
    a_use.system = Some("system".into());
    let mut shared = a_use.clone();
    plan.uses.push(a_use);
    match word("sharing") {
        "tenant" => {
            let mut tenant = Tenant::default();
            tenant.id = "tenant".into();
            plan.tenants.push(tenant);
            shared.user = "tenant".into();
            plan.uses.push(shared);
        }
        "other-party" => {
            shared.user = "other-party".into();
            plan.uses.push(shared);
        }
        _ => {}
    }
    plan.volume.message_traffic = Traffic::from_code(word("traffic"));

    let mut from = "point";
    if word("from") == "consolidation-point" {
        let mut consolidation = ConsolidationPoint::default();
        consolidation.id = "gathering".into();
        plan.consolidation_points.push(consolidation);
        let mut feeder = Link::default();
        feeder.id = "feeder".into();
        feeder.from = "point".into();
        feeder.to = "gathering".into();
        plan.links.push(feeder);
        from = "gathering";
    }
    for (id, of_link) in links {
        let word = |input| match word(input) {
            "unknown" => self::word(of_link, input),
            told => told,
        };
        let mut link = Link::default();
        link.id = id.clone();
        link.from = from.into();
        link.to = "kanta".into();
        link.role = LinkRole::from_code(word("role"));
        link.network = Network::from_code(word("network"));
        link.justification = claim(word("justification"));
        link.risks = claim(word("risks"));
        plan.links.push(link);
    }
    plan
}

/// A link, and what is told of it.
type Asked = (String, Vec<(&'static str, &'static str)>);

/// A link for every combination of what may be told of it.
fn links(inputs: &[(&'static str, Vec<&'static str>)]) -> Vec<Asked> {
    let mut links = Vec::new();
    product(inputs, |words| {
        let id = format!("asked-{}", links.len());
        links.push((id, words.to_vec()));
    });
    links
}

/// Puts every combination to both, for each link of each plan.
fn ask(
    inputs: &[(&'static str, Vec<&'static str>)],
    links: &[Asked],
    differences: &'static [Difference],
) {
    let mut comparison = Comparison::new(differences);
    let mut asked = 0;
    product(inputs, |question| {
        let assessment = evaluate(&plan(question, links), date(word(question, "day")));
        let found = Found::of(&assessment);
        for (id, words) in links {
            let mut question = question.to_vec();
            question.extend(words);
            for row in ROWS {
                let outcome = found.outcome(row, &format!("link.{id}"));
                comparison.put(row, &question, outcome);
                asked += 1;
            }
        }
    });
    comparison.finish(asked);
}

const SERVICES: [&str; 4] = ["patient-data", "imaging", "prescription", "social-welfare"];
const PARTIES: [&str; 5] = [
    "provider",
    "pharmacist",
    "hospital-pharmacy",
    "medicine-centre",
    "intermediary",
];
const ADMINISTRATORS: [&str; 4] = ["party", "pharmacy", "other-party", "intermediary"];
const SYSTEMS: [&str; 4] = [
    "patient-data-system",
    "client-data-system",
    "pharmacy-system",
    "transfer-service",
];

/// Every combination for one kind of party, on a day when every rule is in force.
fn table_1(party: &'static str) {
    let inputs = [
        ("from", vec!["access-point", "consolidation-point"]),
        ("administrator", with_unknown(&ADMINISTRATORS)),
        ("system", with_unknown(&SYSTEMS)),
        ("sharing", vec!["alone", "tenant", "other-party"]),
        ("traffic", with_unknown(&["small", "large"])),
        ("service", SERVICES.to_vec()),
        ("party", vec![party]),
        ("day", vec!["2025-12-01"]),
    ];
    let links = links(&[
        ("role", with_unknown(&["primary", "backup"])),
        ("network", with_unknown(&["private", "open-internet"])),
    ]);
    ask(&inputs, &links, NO_DIFFERENCES);
}

#[test]
fn table_1_for_providers() {
    table_1("provider");
}

#[test]
fn table_1_for_pharmacists() {
    table_1("pharmacist");
}

#[test]
fn table_1_for_hospital_pharmacies() {
    table_1("hospital-pharmacy");
}

#[test]
fn table_1_for_medicine_centres() {
    table_1("medicine-centre");
}

#[test]
fn table_1_for_intermediaries() {
    table_1("intermediary");
}

#[test]
fn table_1_for_parties_of_an_unknown_kind() {
    table_1("unknown");
}

/// What table 1 does not look at: the justification and the risks; on every edition's day and on the article's.
#[test]
fn justification_and_risks_on_every_editions_day() {
    let days = days_of_editions();
    let mut days: Vec<&'static str> = days.into_iter().map(|day| &*day.leak()).collect();
    days.extend(["2019-05-09", "2019-05-10", "2019-05-11"]);
    let inputs = [
        ("from", vec!["access-point"]),
        ("administrator", vec!["party"]),
        ("system", vec!["patient-data-system"]),
        ("sharing", vec!["alone"]),
        ("traffic", vec!["small"]),
        ("role", with_unknown(&["primary", "backup"])),
        ("network", with_unknown(&["private", "open-internet"])),
        ("service", vec!["prescription", "imaging"]),
        ("party", vec!["pharmacist"]),
        ("day", days),
    ];
    let links = links(&[
        ("justification", with_unknown(&["given", "denied"])),
        ("risks", with_unknown(&["given", "denied"])),
    ]);
    ask(&inputs, &links, BEFORE_THE_DATES);
}

#[test]
fn every_kind_of_party_on_both_sides_of_the_dates() {
    let inputs = [
        ("from", vec!["access-point"]),
        ("administrator", ADMINISTRATORS.to_vec()),
        ("system", vec!["patient-data-system", "pharmacy-system"]),
        ("sharing", vec!["alone", "tenant"]),
        ("traffic", vec!["large"]),
        ("service", SERVICES.to_vec()),
        ("party", PARTIES.to_vec()),
        (
            "day",
            vec![
                "2019-01-30",
                "2019-11-07",
                "2019-11-08",
                "2025-08-31",
                "2025-09-01",
            ],
        ),
    ];
    let links = links(&[
        ("role", with_unknown(&["primary", "backup"])),
        ("network", with_unknown(&["private", "open-internet"])),
    ]);
    ask(&inputs, &links, BEFORE_THE_DATES);
}
