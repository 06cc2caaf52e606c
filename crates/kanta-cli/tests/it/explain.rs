//! `kanta explain`, and the proof that each example in an explanation is one.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{EDITIONS, LANGUAGES, assert_fits, data, kanta};
use kanta_address_index::AddressIndex;
use kanta_cert::{Profile, TrustStore};
use kanta_conformance::{Bound, Certainty, Date, Force, Language, Level, Outcome, Requirement};
use kanta_policy::{FileFault, PlanFile, evaluate, readiness, requirements};
use toml::{Table, Value};

/// A plan that fragments are laid over: a clinic with its own access point.
const BASE: &str = r#"
format = 1
environment = "production"

[party]
name = "Esimerkkiklinikka Oy"
kind = "provider"
sector = "private"
health_care = true
register = "sote"
oid = "1.2.246.10.12345671.10.0"
model = "direct"

[party.joining]
applied = 2018-09-15
commitment = 2018-09-15
terms_of_supply = 2018-09-15
service_descriptions = { patient-data = 2018-09-15, prescription = 2018-09-15 }
declared = 2018-09-15
approved = 2018-10-06

[[system]]
id = "emr"
kind = "patient-data-system"
class = "A3"
transfer_functions = true
in_register = true
assessed_until = 2027-05-31
joint_tested = 2018-04-02

[[access_point]]
id = "ap1"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "party"
systems = ["emr"]
country = "FI"
dns_name = "kanta.klinikka.example"
certificate = "certificates/clinic-server.pem"
addresses = [{ ip = "192.31.196.7", fixed = true, registered_to = "party" }]
tls = ["1.2"]
stateful_firewall = true
malware_protection = true

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"

[[use]]
service = "prescription"
access_point = "ap1"
system = "emr"

[signature_certificate]
file = "certificates/clinic-signature.pem"
holder = "party"

[[link]]
id = "mpls-a"
from = "ap1"
to = "kanta"
role = "primary"
ready = 2018-09-10
network = "private"
operator = "Operaattori A"
halls = ["A", "B", "C"]
down_mbit = 1000
up_mbit = 1000

[[link]]
id = "mpls-b"
from = "ap1"
to = "kanta"
role = "backup"
ready = 2018-09-10
network = "private"
operator = "Operaattori A"
separate_route = { from = "mpls-a", confirmed_by = "Operaattori A", on = 2018-08-20 }
halls = ["A", "B", "C"]
down_mbit = 1000
up_mbit = 1000

[volume]
documents_per_day = 4000
assessed_need_mbit = 60
message_traffic = "small"
scalable = true
"#;

/// Other plans that fragments are laid over, each by its difference from the clinic's.
const OTHERS: [(&str, &str); 6] = [
    (
        "through an intermediary's access point",
        r#"
[[intermediary]]
id = "valittaja"
name = "Esimerkkivälittäjä Oy"
oid = "1.2.246.537.6.918.18.42"

[[access_point]]
id = "ap1"
administrator = "valittaja"
"#,
    ),
    (
        "through another party's access point",
        r#"
[[other_party]]
id = "sairaala"

[[access_point]]
id = "ap1"
administrator = "sairaala"
"#,
    ),
    (
        "with the supplier's system signature certificate",
        r#"
[[intermediary]]
id = "toimittaja"

[[system]]
id = "emr"
packaged_service = true

[signature_certificate]
holder = "toimittaja"
"#,
    ),
    (
        "with a tenant",
        r#"
[[tenant]]
id = "t1"
sector = "private"
register = "sote"
uses_party_signature_certificate = true

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"

[[use]]
service = "patient-data"
access_point = "ap1"
system = "emr"
for = "t1"
"#,
    ),
    (
        "in parallel joining",
        r#"
[party]
health_care = false
model = "parallel"

[party.joining]
service_descriptions = { social-welfare = 2018-09-15 }

[[organiser]]
id = "alue"
uses_access_points = ["ap1"]
provides_system = true

[[access_point]]
id = "ap1"
administrator = "alue"

[[access_point]]
id = "ap2"

[[system]]
id = "emr"
kind = "client-data-system"

[[use]]
service = "social-welfare"
access_point = "ap1"
system = "emr"
"#,
    ),
    (
        "of a pharmacist",
        r#"
[party]
kind = "pharmacist"
register = "pharmacy"

[[pharmacy]]
id = "main"
kind = "main"
oid = "1.2.246.553.1.101"

[[pharmacy]]
id = "branch"
kind = "branch"
oid = "1.2.246.553.1.102"

[[access_point]]
id = "ap1"
oid = "1.2.246.553.1.101.13.1"
administrator = "main"

[[access_point]]
id = "ap2"
oid = "1.2.246.553.1.102.13.1"
administrator = "branch"

[[use]]
service = "prescription"
access_point = "ap1"
for = "main"

[[use]]
service = "prescription"
access_point = "ap2"
for = "branch"

[[use]]
service = "reimbursement-query"
access_point = "ap1"
for = "main"
"#,
    ),
];

/// Every plan that fragments are laid over.
fn bases() -> Vec<(&'static str, Table)> {
    let clinic: Table = BASE.parse().unwrap();
    let mut single = clinic.clone();
    single["link"].as_array_mut().unwrap().truncate(1);
    let mut bases = vec![
        ("of a clinic", clinic.clone()),
        ("with a single link", single),
    ];
    for (name, difference) in OTHERS {
        let mut plan = clinic.clone();
        lay(difference.parse().unwrap(), &mut plan);
        bases.push((name, plan));
    }
    bases
}

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

/// Those that any command prints: of plans, of the checklist before going live, of an index.
fn explained() -> impl Iterator<Item = &'static Requirement> {
    let of_the_checklist = readiness::requirements();
    requirements::all()
        .chain(of_the_checklist)
        .chain(AddressIndex::requirements())
}

#[test]
fn every_requirement_says_why_it_exists() {
    let without: Vec<&str> = explained()
        .filter(|row| row.purpose().is_none())
        .map(|row| row.id())
        .collect();
    assert_eq!(without, [""; 0]);
    assert!(explained().count() > 200);
}

#[test]
fn an_explanation_tells_all_that_there_is_in_every_language() {
    for requirement in explained() {
        for (language, code) in Language::ALL.into_iter().zip(LANGUAGES) {
            let mut arguments = vec!["explain", requirement.id()];
            arguments.extend(["--lang", code]);
            let answer = kanta(&arguments);
            assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
            assert_fits(&answer.stdout);
            assert!(
                answer
                    .stdout
                    .starts_with(&format!("{}\n\n", requirement.id()))
            );
            // Lines are broken between words: without the breaks, the sentences stand there whole.
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let told = words(&answer.stdout).to_lowercase();
            let mut sentences = vec![
                requirement.statement(),
                requirement.fault(),
                requirement.remedy(),
            ];
            sentences.extend(requirement.reading());
            sentences.extend(requirement.purpose());
            for sentence in sentences {
                let sentence = words(sentence.get(language)).to_lowercase();
                assert!(told.contains(&sentence), "{}: {sentence}", requirement.id());
            }
            for line in requirement
                .example()
                .iter()
                .flat_map(|e| [e.before, e.after])
                .flat_map(str::lines)
            {
                let shown = if line.is_empty() {
                    "\n\n".into()
                } else {
                    format!("\n    {line}\n")
                };
                assert!(
                    answer.stdout.contains(&shown),
                    "{}: {line}",
                    requirement.id()
                );
            }
        }
    }
}

#[test]
fn an_explanation_as_people_read_it() {
    let expected = r#"connection-models/hall-not-reached

A private network link is connected to Kanta's halls A, B and C

     why      traffic can be moved to another hall when one of them cannot be
              reached
     fault    the link does not reach all of Kanta's halls
     to do    order the link to halls A, B and C
     clause   6 (edition 3.17 and later)
     clause   5.2 (edition 3.17 and later)
     level    binding; a text states it
     in force at the latest from edition 3.17 (2025-09-01); since when is not
              known
     rests on what the plan states
     reads    `halls`, `network`
     read as  all three halls, by the private links of an access point together;
              whether by each of them is left open

Not satisfied by this part of a plan:

    [[link]]
    id = "mpls-a"
    network = "private"
    halls = ["A", "B"]

Satisfied by this:

    [[link]]
    id = "mpls-a"
    network = "private"
    halls = ["A", "B", "C"]
"#;
    assert_eq!(
        kanta(&["explain", "connection-models/hall-not-reached"]).stdout,
        expected
    );
    // The document may be left out where the rest is unique.
    assert_eq!(kanta(&["explain", "hall-not-reached"]).stdout, expected);
}

#[test]
fn an_explanation_of_a_requirement_on_an_index_as_people_read_it() {
    let expected = r#"connection-models/pharmacy-not-held

The pharmacist's commitment covers the pharmacies held at the time

     why      the commitment is the pharmacist's own: of a pharmacy that
              somebody else holds it says nothing
     fault    the pharmacist does not hold the pharmacy on that day
     to do    the new pharmacist joins, or record the time for which it is held
     clause   4.1.2 (edition 3.17 and later)
     level    binding; a text states it
     in force at the latest from edition 3.17 (2025-09-01); since when is not
              known
     rests on what the index states
     reads    `for`

Not satisfied by this part of an index:

    [[pharmacy]]
    id = "branch-pharmacy"
    held_from = 2026-02-01

    [[right]]
    for = "branch-pharmacy"
    access_point = "branch-pharmacy-ap"
    service = "prescription"
    from = 2026-01-01

Satisfied by this:

    [[pharmacy]]
    id = "branch-pharmacy"
    held_from = 2026-02-01

    [[right]]
    for = "branch-pharmacy"
    access_point = "branch-pharmacy-ap"
    service = "prescription"
    from = 2026-02-01
"#;
    let id = "connection-models/pharmacy-not-held";
    assert_eq!(kanta(&["explain", id]).stdout, expected);
    for (language, words) in [
        (
            "fi",
            [
                "\nTämä osoitehakemiston osa ei täytä sitä:\n",
                "mitä osoitehakemisto kertoo\n",
            ],
        ),
        (
            "sv",
            [
                "\nUppfylls inte av denna del av ett adressindex:\n",
                "vad adressindexet uppger\n",
            ],
        ),
    ] {
        let told = kanta(&["explain", id, "--lang", language]).stdout;
        assert!(words.iter().all(|words| told.contains(words)), "{told}");
    }
}

#[test]
fn every_requirement_is_found_by_its_own_name() {
    let names: BTreeSet<&str> = explained().map(|requirement| requirement.id()).collect();
    for requirement in explained() {
        assert_eq!(kanta(&["explain", requirement.id()]).status, 0);
        let short = requirement.id().split_once('/').unwrap().1;
        let namesakes = names
            .iter()
            .filter(|name| name.ends_with(&format!("/{short}")))
            .count();
        let answer = kanta(&["explain", short]);
        assert_eq!(answer.status, if namesakes == 1 { 0 } else { 2 }, "{short}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let expected = "\
kanta: there is no requirement `connection-models/adress-not-fixd`; the nearest
are:
   - connection-models/address-not-fixed
   - connection-models/address-not-public
";
    let answer = kanta(&["explain", "connection-models/adress-not-fixd"]);
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.starts_with(expected), "{}", answer.stderr);
    let openings = [
        "kanta: there is no requirement `x\\u{1b}[31m`; the nearest are:\n   - ",
        "kanta: vaatimusta `x\\u{1b}[31m` ei ole; lähimmät ovat:\n   - ",
        "kanta: kravet `x\\u{1b}[31m` finns inte; de närmaste är:\n   - ",
    ];
    for (language, opening) in LANGUAGES.into_iter().zip(openings) {
        let answer = kanta(&["explain", "x\u{1b}[31m", "--lang", language]);
        assert_eq!(answer.status, 2);
        assert!(answer.stderr.starts_with(opening), "{}", answer.stderr);
        assert_eq!(answer.stderr.lines().count(), 4, "three names are offered");
        assert_fits(&answer.stderr);
    }
    // A word of a name is enough to be shown those that have it.
    let answer = kanta(&["explain", "firewall"]);
    assert!(
        answer
            .stderr
            .contains("   - connection-models/no-stateful-firewall\n"),
        "{}",
        answer.stderr
    );
    let long = "a".repeat(100_000);
    assert_eq!(kanta(&["explain", &long]).status, 2);
    assert_eq!(kanta(&["explain", ""]).status, 2);
    assert_eq!(kanta(&["explain"]).status, 2);
}
