//! The engine against the oracle on chapters 2 to 4: joining, tenants, intermediaries, parallel joining, pharmacies, and whose
//! system signature certificate may be used; every combination of the oracle's words on both sides of the dates.

mod models;
mod others;
mod signatures;

use crate::oracle_comparison::compare::{
    Comparison, Difference, Found, Question, date, product, with_unknown, word,
};
use kanta_address_index::{JoiningModel, PartyKind, Register, Sector, Service};
use kanta_conformance::Date;
use kanta_policy::plan::{AccessPoint, Agreement, Claim, Done, Party, Tenant, Use};
use kanta_policy::{ConnectionPlan, evaluate};

/// Both sides of every date that these rows know.
const DAYS: [&str; 8] = [
    "2019-12-08",
    "2019-12-09",
    "2024-01-01",
    "2024-01-02",
    "2025-08-31",
    "2025-09-01",
    "2025-09-02",
    "2026-01-01",
];

/// The words of an input and `unknown`.
fn words(input: &str) -> Vec<&'static str> {
    with_unknown(&kanta_oracle::words(input))
}

fn days() -> Vec<&'static str> {
    DAYS.to_vec()
}

/// A thing that was done, in the oracle's words.
fn done(question: &Question<'_>, input: &str, day: Date) -> Option<Done> {
    match word(question, input) {
        "given" => Some(Claim::Stated(Some(day))),
        "given-later-than-the-day" => Some(Claim::Stated(Some(day.plus_days(1)))),
        "undated" => Some(Claim::Stated(None)),
        "denied" => Some(Claim::Denied),
        _ => None,
    }
}

/// An agreement, in the oracle's words; what is given runs on.
fn agreement(word: &str, day: Date) -> Option<Claim<Agreement>> {
    let mut agreement = Agreement::default();
    agreement.until = Some(Claim::Denied);
    match word {
        "given" => agreement.signed = Some(day),
        "given-later-than-the-day" => agreement.signed = Some(day.plus_days(1)),
        "expired" => {
            agreement.signed = Some(day.plus_days(-30));
            agreement.until = Some(Claim::Stated(day));
        }
        "undated" => {}
        "denied" => return Some(Claim::Denied),
        _ => return None,
    }
    Some(Claim::Stated(agreement))
}

fn flag(question: &Question<'_>, input: &str) -> Option<bool> {
    match word(question, input) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn sector(question: &Question<'_>, input: &str) -> Option<Sector> {
    match word(question, input) {
        "private" => Some(Sector::Private),
        "public" => Some(Sector::Public),
        _ => None,
    }
}

fn model(question: &Question<'_>) -> Option<JoiningModel> {
    JoiningModel::ALL
        .iter()
        .copied()
        .find(|model| model.code() == word(question, "model"))
}

fn plan(party: Party) -> ConnectionPlan {
    let mut plan = ConnectionPlan::default();
    plan.party = Some(party);
    plan
}

fn provider() -> Party {
    let mut party = Party::default();
    party.kind = Some(PartyKind::Provider);
    party
}

fn point(id: &str, administrator: Option<&str>) -> AccessPoint {
    let mut point = AccessPoint::default();
    point.id = id.into();
    point.administrator = administrator.map(Into::into);
    point
}

/// Builds a plan for each question, and puts each of the rows about its subject.
fn compare<'a>(
    inputs: &[(&'static str, Vec<&'a str>)],
    rows: &[(&str, &'static str, &str)],
    differences: &'static [Difference],
    build: impl Fn(&Question<'a>, Date) -> ConnectionPlan,
) {
    let mut comparison = Comparison::new(differences);
    let mut asked = 0;
    product(inputs, |question| {
        let day = date(word(question, "day"));
        let plan = build(question, day);
        let assessment = evaluate(&plan, day);
        let found = Found::of(&assessment);
        for (oracle, engine, subject) in rows {
            comparison.put(oracle, question, found.outcome(engine, subject));
            asked += 1;
        }
    });
    assert!(asked > 0);
    comparison.finish(asked);
}

/// On a day when it is not known whether the row was in force and not known whether it speaks about the subject, the oracle
/// asks for the input first and the engine names the date first.
const fn before(row: &'static str) -> Difference {
    Difference {
        row,
        when: &[("day", &["<2025-09-01"])],
        oracle: "undetermined:input",
        engine: "undetermined:date",
        because: "both are not known; the engine names the date first",
    }
}

#[test]
fn the_steps_of_joining() {
    for (input, oracle, engine) in [
        (
            "applied",
            "joining-not-applied-for",
            "joining-not-applied-for",
        ),
        ("commitment", "commitment-not-given", "commitment-not-given"),
        (
            "terms",
            "terms-of-supply-not-accepted",
            "terms-of-supply-not-accepted",
        ),
        (
            "description",
            "service-description-not-accepted",
            "service-description-not-accepted",
        ),
        ("approved", "joining-not-approved", "joining-not-approved"),
    ] {
        let subject = if input == "description" {
            "use[0]"
        } else {
            "party"
        };
        compare(
            &[
                ("actor", vec!["joining-party", "intermediary"]),
                (input, words(input)),
                ("day", days()),
            ],
            &[(oracle, engine, subject)],
            &[],
            |question, day| {
                let mut party = provider();
                if word(question, "actor") == "intermediary" {
                    party.kind = Some(PartyKind::Intermediary);
                }
                let fact = done(question, input, day);
                match input {
                    "applied" => party.joining.applied = fact,
                    "commitment" => party.joining.commitment = fact,
                    "terms" => party.joining.terms_of_supply = fact,
                    "approved" => {
                        // An approval answers an application: that is there, and as old.
                        let earlier = Some(Claim::Stated(Some(Date::constant(2009, 1, 1))));
                        party.joining.applied.clone_from(&earlier);
                        let described = earlier.map(|done| (Service::PatientData, done));
                        party.joining.service_descriptions.extend(described);
                        party.joining.approved = fact;
                    }
                    _ => party
                        .joining
                        .service_descriptions
                        .extend(fact.map(|done| (Service::PatientData, done))),
                }
                let mut plan = plan(party);
                plan.access_points.push(point("ap1", Some("party")));
                plan.uses.push(Use::new(Service::PatientData, "ap1"));
                plan
            },
        );
    }
}

#[test]
fn registers_of_parties_and_tenants() {
    for (actor, subject, engine) in [
        ("joining-party", "party", "party-in-no-register"),
        ("tenant", "tenant.t1", "tenant-in-no-register"),
    ] {
        compare(
            &[
                ("actor", vec![actor]),
                ("register", vec!["sote", "pharmacy", "intermediary", "none"]),
                ("day", days()),
            ],
            &[("party-in-no-register", engine, subject)],
            &[],
            |question, day| {
                let register = Register::from_code(word(question, "register"));
                // In none of them: `registered = false`.
                let registered = Some(match register {
                    None => Claim::Denied,
                    Some(_) => Claim::Stated(Some(day)),
                });
                let mut party = provider();
                let mut tenant = Tenant::default();
                tenant.id = "t1".into();
                (party.register, tenant.register) = (register, register);
                (party.registered, tenant.registered) = (registered.clone(), registered);
                let mut plan = plan(party);
                plan.tenants.push(tenant);
                plan
            },
        );
    }
}
