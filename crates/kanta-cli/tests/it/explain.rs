//! `kanta explain`, and the proof that each example in an explanation is one.

mod bases;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use self::bases::bases;
use crate::harness::{EDITIONS, data};
use kanta_cert::{Profile, TrustStore};
use kanta_conformance::{Bound, Certainty, Date, Force, Language, Level, Outcome, Requirement};
use kanta_policy::{FileFault, PlanFile, evaluate, requirements};
use toml::{Table, Value};

/// Lays a fragment over a plan: a table over the table of the same name; an entry over the entry with the same `id` (of
/// an attestation or a ruling, the same `requirement`), or beside the others; entries without either, such as those of
/// `[[use]]`, in the place of all the others. Anything else replaces what was there.
fn lay(fragment: Table, over: &mut Table) {
    for (key, new) in fragment {
        match (over.get_mut(&key), new) {
            (Some(Value::Table(old)), Value::Table(new)) => lay(new, old),
            (Some(Value::Array(old)), Value::Array(new))
                if !new.is_empty() && new.iter().all(|e| name(e).is_some()) =>
            {
                for entry in new {
                    let twin = old.iter_mut().find(|twin| name(twin) == name(&entry));
                    match (twin, entry) {
                        (Some(Value::Table(twin)), Value::Table(entry)) => lay(entry, twin),
                        (_, entry) => old.push(entry),
                    }
                }
            }
            (_, new) => {
                over.insert(key, new);
            }
        }
    }
}

fn name(entry: &Value) -> Option<&str> {
    let table = entry.as_table()?;
    table
        .get("id")
        .or_else(|| table.get("requirement"))?
        .as_str()
}

/// The outcomes of one requirement on a plan with a fragment laid over it, on that day or the fragment's own.
fn outcomes(
    requirement: &Requirement,
    base: &Table,
    fragment: &str,
    on: Date,
) -> Result<Vec<&'static str>, String> {
    let id = requirement.id();
    let mut plan = base.clone();
    let fragment: Table = fragment.parse().map_err(|error| format!("{error}"))?;
    lay(fragment, &mut plan);
    let text = toml::to_string(&plan).unwrap();
    // A fragment may name certificates that are nowhere: each name stands for another certificate.
    let mut stand_ins = ["clinic-server", "clinic-abroad-server", "general-server"].into_iter();
    let mut named: BTreeMap<String, &str> = BTreeMap::new();
    let mut load = |name: &str| {
        std::fs::read(data().join(name)).or_else(|_| {
            let stand_in = named
                .entry(name.to_owned())
                .or_insert_with(|| stand_ins.next().expect("a fragment names few certificates"));
            std::fs::read(data().join(format!("certificates/{stand_in}.pem")))
                .map_err(|_| FileFault::NotFound)
        })
    };
    let file = PlanFile::read(text.as_bytes(), &mut load).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        faults.join("; ")
    })?;
    let findings = evaluate(&file.plan, file.as_of.unwrap_or(on)).findings;
    Ok(findings
        .iter()
        .filter(|finding| finding.requirement.id() == id)
        .map(|finding| match &finding.outcome {
            Outcome::Undetermined(why) => why.code(),
            known => known.kind().code(),
        })
        .collect())
}

/// The latest day on which a requirement is known to be in force: today's edition, an edition's day, or a day beside one
/// of its own bounds.
fn day_in_force(requirement: &Requirement) -> Date {
    let mut days: Vec<Date> = EDITIONS
        .iter()
        .map(|(_, date)| date.parse().unwrap())
        .collect();
    days.extend(["2025-12-01", "2026-06-01"].map(|day| day.parse::<Date>().unwrap()));
    for bound in [requirement.in_force().from, requirement.in_force().until] {
        match bound {
            Bound::On(day) | Bound::Between { seen: day, .. } => {
                days.extend([day, day.plus_days(-1)]);
            }
            Bound::NotYet(day) => days.push(day),
            Bound::Open => {}
        }
    }
    days.sort_unstable();
    let known = |day: &&Date| requirement.in_force().on(**day) == Force::Yes;
    // Not before the dates of the plan and its certificates, where that can be had.
    let preferred: Date = "2025-12-01".parse().unwrap();
    if known(&&preferred) {
        return preferred;
    }
    *days
        .iter()
        .rev()
        .find(known)
        .unwrap_or_else(|| panic!("{} is never known to be in force", requirement.id()))
}

/// The requirements of certificates stand in `kanta-cert`; what breaks them is a certificate and no part of a plan.
fn of_a_certificate() -> BTreeSet<&'static str> {
    [Profile::Server, Profile::SystemSignature]
        .into_iter()
        .flat_map(Profile::requirements)
        .chain(TrustStore::requirements())
        .map(|requirement| requirement.id())
        .collect()
}

/// What a plan can state: every requirement but those that only a certificate can break.
fn of_the_plan() -> Vec<&'static Requirement> {
    let certificates = of_a_certificate();
    let rows: Vec<_> = requirements::all()
        .filter(|row| !certificates.contains(row.id()))
        .collect();
    assert!(rows.len() >= 38, "{}", rows.len());
    rows
}

#[test]
fn every_binding_requirement_says_why_it_exists_in_three_languages_and_shows_it() {
    for requirement in of_the_plan() {
        if requirement.level() == Level::Note {
            continue;
        }
        let id = requirement.id();
        let purpose = requirement
            .purpose()
            .unwrap_or_else(|| panic!("{id} has no purpose"));
        let told = Language::ALL.map(|language| purpose.get(language));
        assert!(told.iter().all(|words| words.len() > 10), "{id}");
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "{id}"
        );
        assert!(requirement.example().is_some(), "{id} has no example");
    }
}

/// Requirements that no plan is shown to break, because the guide leaves open what breaking them would be; beside those
/// that are interpreted.
const LEFT_OPEN: [&str; 3] = [
    "access-point-administered-by-tenant",
    "number-zero-in-oid",
    "reimbursement-service-outside-pharmacies",
];

/// Requirements that are mended by getting out of their reach, and what is then said of them.
const OUT_OF_REACH: [(&str, &str); 3] = [
    ("personal-data-repository-out-of-scope", "not-applicable"),
    ("entered-in-valviras-register-after-2023", "not-applicable"),
    ("joint-model-in-social-welfare", "not-in-force"),
];

/// What is wrong with an example on a plan, if anything.
fn flaw(requirement: &Requirement, base: &Table, on: Date) -> Option<String> {
    let example = requirement.example()?;
    let name = requirement.id().trim_start_matches("connection-models/");
    let interpreted = requirement.certainty() == Certainty::Interpreted;
    let broken: &[&str] = if interpreted || LEFT_OPEN.contains(&name) {
        &["guide-silent", "guide-ambiguous"]
    } else {
        &["violated"]
    };
    let out_of_reach = OUT_OF_REACH.iter().find(|(id, _)| *id == name);
    let met = out_of_reach.map_or("satisfied", |(_, outcome)| *outcome);
    let before = outcomes(requirement, base, example.before, on);
    let after = outcomes(requirement, base, example.after, on);
    let breaks = |kinds: &Vec<&str>| kinds.iter().any(|kind| broken.contains(kind));
    let passes = |kinds: &Vec<&str>| {
        kinds.contains(&met)
            && kinds
                .iter()
                .all(|kind| [met, "not-applicable"].contains(kind))
    };
    (!before.as_ref().is_ok_and(breaks) || !after.as_ref().is_ok_and(passes))
        .then(|| format!("before is {before:?}, after is {after:?}"))
}

#[test]
fn what_stands_before_breaks_the_requirement_and_what_stands_after_satisfies_it() {
    let bases = bases();
    let mut faults = Vec::new();
    for requirement in of_the_plan() {
        let on = day_in_force(requirement);
        let flaws: Vec<String> = bases
            .iter()
            .map_while(|(name, base)| Some(format!("  {name}: {}", flaw(requirement, base, on)?)))
            .collect();
        if flaws.len() == bases.len() {
            faults.push(format!(
                "{} on {on}:\n{}",
                requirement.id(),
                flaws.join("\n")
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "no plan is broken before and mended after:\n{}",
        faults.join("\n")
    );
}
