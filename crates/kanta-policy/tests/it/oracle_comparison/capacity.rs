//! Clauses 5.4 and 5.5: each figure, one below it, at it and one above it, for every kind of party, point and role.

mod differences;

use kanta_address_index::{PartyKind, Service};
use kanta_policy::plan::{
    AccessPoint, Claim, ConsolidationPoint, Intermediary, Link, LinkRole, OtherParty, Party,
    Pharmacy, PharmacySize, Use,
};
use kanta_policy::{ConnectionPlan, evaluate};

use super::compare::{Comparison, Difference, Found, Question, date, product, with_unknown, word};
use differences::{IMAGING, LARGE, NEED, OVER, SMALL, UNDER};

fn number(word: &str) -> Option<u64> {
    word.parse().ok()
}

/// The plan that a question describes, with a link of each speed.
fn plan(question: &Question<'_>, speeds: &[&str]) -> ConnectionPlan {
    let word = |input| word(question, input);
    let mut plan = ConnectionPlan::default();
    let mut party = Party::default();
    let is_pharmacy = matches!(word("pharmacy"), "small" | "large" | "unknown");
    party.kind = Some(match word("pharmacy") {
        "hospital-pharmacy" => PartyKind::HospitalPharmacy,
        "no-pharmacy" => PartyKind::Provider,
        _ => PartyKind::Pharmacist,
    });
    plan.party = Some(party);
    if is_pharmacy || word("administrator") == "pharmacy" {
        let mut pharmacy = Pharmacy::default();
        pharmacy.id = "pharmacy".into();
        pharmacy.size = PharmacySize::from_code(word("pharmacy"));
        plan.pharmacies.push(pharmacy);
    }
    let mut intermediary = Intermediary::default();
    intermediary.id = "intermediary".into();
    plan.intermediaries.push(intermediary);
    let mut other = OtherParty::default();
    other.id = "other-party".into();
    plan.other_parties.push(other);

    let mut point = AccessPoint::default();
    point.id = "point".into();
    point.administrator = Some(word("administrator"))
        .filter(|word| *word != "unknown")
        .map(str::to_owned);
    plan.access_points.push(point);
    let (service, user) = match (is_pharmacy, word("pharmacy")) {
        (true, _) => (Service::Prescription, "pharmacy"),
        (_, "hospital-pharmacy") => (Service::Prescription, "party"),
        _ => (Service::PatientData, "party"),
    };
    let mut a_use = Use::new(service, "point");
    a_use.user = user.into();
    plan.uses.push(a_use);
    if word("imaging") == "yes" {
        plan.uses.push(Use::new(Service::Imaging, "point"));
    }
    plan.volume.documents_per_day = number(word("documents"));
    plan.volume.assessed_need_mbit = match word("need") {
        "denied" => Some(Claim::Denied),
        other => other.parse().ok().map(Claim::Stated),
    };
    let from = if word("from") == "consolidation-point" {
        let mut gathering = ConsolidationPoint::default();
        gathering.id = "gathering".into();
        plan.consolidation_points.push(gathering);
        let mut feeder = Link::default();
        feeder.id = "feeder".into();
        feeder.from = "point".into();
        feeder.to = "gathering".into();
        plan.links.push(feeder);
        "gathering"
    } else {
        "point"
    };
    for down in speeds {
        for up in speeds {
            let mut link = Link::default();
            link.id = format!("{down}-{up}");
            link.from = from.into();
            link.to = "kanta".into();
            link.role = LinkRole::from_code(word("role"));
            link.down_mbit = down.parse().ok();
            link.up_mbit = up.parse().ok();
            plan.links.push(link);
        }
    }
    plan
}

/// Puts the questions of some rows: every combination of `inputs`, with every role and every two speeds.
fn ask(
    rows: &[&'static str],
    inputs: &[(&'static str, Vec<&'static str>)],
    speeds: &[&'static str],
    differences: &'static [Difference],
) {
    let speeds = with_unknown(speeds);
    let mut inputs = inputs.to_vec();
    inputs.push(("role", with_unknown(&["primary", "backup"])));
    let mut comparison = Comparison::new(differences);
    let mut count = 0;
    product(&inputs, |question| {
        let assessment = evaluate(&plan(question, &speeds), date(word(question, "day")));
        let found = Found::of(&assessment);
        for down in &speeds {
            for up in &speeds {
                let mut asked = question.to_vec();
                asked.extend([("down", *down), ("up", *up)]);
                for row in rows {
                    let subject = match *row {
                        "capacity-need-not-defined" => "volume".to_owned(),
                        _ => format!("link.{down}-{up}"),
                    };
                    comparison.put(row, &asked, found.outcome(row, &subject));
                    count += 1;
                }
            }
        }
    });
    comparison.finish(count);
}

const ADMINISTRATORS: [&str; 4] = ["party", "pharmacy", "other-party", "intermediary"];

fn points() -> [(&'static str, Vec<&'static str>); 3] {
    [
        ("from", vec!["access-point", "consolidation-point"]),
        ("administrator", with_unknown(&ADMINISTRATORS)),
        ("day", vec!["2025-09-01"]),
    ]
}

fn pharmacies() -> (&'static str, Vec<&'static str>) {
    let words = ["small", "large", "hospital-pharmacy", "no-pharmacy"];
    ("pharmacy", with_unknown(&words))
}

#[test]
fn a_small_pharmacy() {
    let mut inputs = points().to_vec();
    inputs.push(pharmacies());
    let rows = ["link-too-slow-for-small-pharmacy"];
    ask(&rows, &inputs, &["9", "10", "11"], SMALL);
}

#[test]
fn a_large_pharmacy() {
    let mut inputs = points().to_vec();
    inputs.push(pharmacies());
    let rows = ["link-too-slow-for-large-pharmacy"];
    ask(&rows, &inputs, &["29", "30", "31"], LARGE);
}

fn documents() -> (&'static str, Vec<&'static str>) {
    let words = ["9999", "10000", "10001", "99999", "100000", "100001"];
    ("documents", with_unknown(&words))
}

#[test]
fn fewer_than_10000_documents() {
    let mut inputs = points().to_vec();
    inputs.extend([pharmacies(), documents()]);
    inputs.push(("imaging", vec!["no"]));
    let rows = ["link-too-slow-under-10000-documents"];
    ask(&rows, &inputs, &["29", "30", "31"], UNDER);
}

#[test]
fn more_than_100000_documents() {
    let mut inputs = points().to_vec();
    inputs.extend([pharmacies(), documents()]);
    inputs.push(("imaging", vec!["no"]));
    let rows = ["link-too-slow-over-100000-documents"];
    ask(&rows, &inputs, &["499", "500", "501"], OVER);
}

#[test]
fn imaging() {
    let mut inputs = points().to_vec();
    inputs.push(("pharmacy", vec!["no-pharmacy", "hospital-pharmacy"]));
    inputs.push(("imaging", vec!["yes", "no"]));
    let rows = ["link-too-slow-for-imaging"];
    ask(&rows, &inputs, &["299", "300", "301"], IMAGING);
}

#[test]
fn the_need_that_the_party_defines() {
    let mut inputs = points().to_vec();
    inputs.push(("pharmacy", vec!["no-pharmacy", "small"]));
    inputs.push(("need", with_unknown(&["0", "59", "60", "61", "denied"])));
    let rows = ["capacity-need-not-defined", "link-below-defined-need"];
    ask(&rows, &inputs, &["59", "60", "61"], NEED);
}
