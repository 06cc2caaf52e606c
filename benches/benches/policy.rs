//! A plan in memory to all findings, beside twenty of the same rules in Rego and a floor; and reading a plan file.
//!
//! Prints ratios taken in one run, and the budgets beside them; with `--enforce` a budget missed is an exit status of 1.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use kanta_benches::floors::policy::{Facts, broken};
use kanta_conformance::{Date, EDITIONS, Outcome};
use kanta_policy::{
    ConnectionPlan, FileFault, PlanFile, evaluate, evaluate_editions, requirements,
};

const DAY: Date = Date::constant(2025, 12, 1);

/// The rows that the policy in Rego has too.
const RULES: [&str; 20] = [
    "access-point-outside-eu",
    "access-point-abroad-not-approved",
    "address-not-fixed",
    "several-addresses",
    "no-stateful-firewall",
    "no-malware-protection",
    "tls-version-too-old",
    "server-certificate-missing",
    "oid-used-twice",
    "links-not-redundant",
    "open-internet-not-justified",
    "open-internet-risks-not-heeded",
    "imaging-over-open-internet",
    "hall-not-reached",
    "speed-not-symmetric",
    "link-too-slow-under-10000-documents",
    "capacity-need-not-defined",
    "link-below-defined-need",
    "connection-not-scalable",
    "system-signature-certificate-missing",
];

/// The same rules over the plan as JSON: what is violated, as a set of ids.
const REGO: &str = r#"
package kanta
import rego.v1

eu := {"AT","BE","BG","CY","CZ","DE","DK","EE","ES","FI","FR","GR","HR","HU","IE","IT","LT","LU","LV","MT","NL","PL","PT","RO","SE","SI","SK"}
old := {"ssl-2.0","ssl-3.0","1.0","1.1"}
halls := {"A","B","C"}
primary contains l if { some l in input.link; l.role == "primary" }
open contains l if { some l in input.link; l.network == "open-internet" }
archives if { some u in input.use; u.service in {"patient-data","social-welfare","imaging"} }

violated contains "access-point-outside-eu" if { some p in input.access_point; not p.country in eu }
violated contains "access-point-abroad-not-approved" if { some p in input.access_point; p.country != "FI"; p.approval == false }
violated contains "address-not-fixed" if { some p in input.access_point; some a in p.addresses; a.fixed == false }
violated contains "several-addresses" if { some p in input.access_point; count(p.addresses) > 1 }
violated contains "no-stateful-firewall" if { some p in input.access_point; p.stateful_firewall == false }
violated contains "no-malware-protection" if { some p in input.access_point; p.malware_protection == false }
violated contains "tls-version-too-old" if { some p in input.access_point; some v in p.tls; v in old }
violated contains "server-certificate-missing" if { some p in input.access_point; p.certificate == false }
violated contains "oid-used-twice" if { some i, p in input.access_point; some j, q in input.access_point; i != j; p.oid == q.oid }
violated contains "links-not-redundant" if { some p in input.access_point; count([l | some l in input.link; l.from == p.id]) < 2 }
violated contains "open-internet-not-justified" if { some l in open; l.role == "primary"; l.justification == false }
violated contains "open-internet-risks-not-heeded" if { some l in open; l.risks == false }
violated contains "imaging-over-open-internet" if { some l in open; some u in input.use; u.access_point == l.from; u.service == "imaging" }
violated contains "hall-not-reached" if { some l in input.link; l.network == "private"; l.to == "kanta"; some h in halls; not h in l.halls }
violated contains "speed-not-symmetric" if { some l in input.link; l.down_mbit != l.up_mbit }
violated contains "link-too-slow-under-10000-documents" if { archives; input.volume.documents_per_day < 10000; some l in primary; min([l.down_mbit, l.up_mbit]) < 30 }
violated contains "capacity-need-not-defined" if { input.volume.assessed_need_mbit == false }
violated contains "link-below-defined-need" if { some l in primary; min([l.down_mbit, l.up_mbit]) < input.volume.assessed_need_mbit }
violated contains "connection-not-scalable" if { input.volume.scalable == false }
violated contains "system-signature-certificate-missing" if { input.signature_certificate == false; some u in input.use; u.service in {"patient-data","social-welfare"} }
"#;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn read(text: &str) -> ConnectionPlan {
    let mut load = |name: &str| std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound);
    let file = PlanFile::read(text.as_bytes(), &mut load);
    file.expect("a plan without faults").plan
}

/// The plan as JSON, dates as texts: the input of the policy in Rego.
fn json(text: &str) -> serde_json::Value {
    fn value(toml: toml::Value) -> serde_json::Value {
        match toml {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(value).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(k, v)| (k, value(v))).collect(),
        }
    }
    value(toml::Value::Table(text.parse().expect("TOML")))
}

/// What we say is violated, among the twenty.
fn ours(plan: &ConnectionPlan) -> BTreeSet<String> {
    let findings = evaluate(plan, DAY).findings.into_iter();
    findings
        .filter(|finding| matches!(finding.outcome, Outcome::Violated { .. }))
        .filter_map(|finding| finding.requirement.id().strip_prefix("connection-models/"))
        .filter(|id| RULES.contains(id))
        .map(str::to_owned)
        .collect()
}

/// The facts of the clinic, for the floor.
const CLINIC: Facts = Facts {
    in_eu: true,
    in_finland: true,
    approved: false,
    fixed: true,
    addresses: 1,
    firewall: true,
    malware: true,
    oldest_tls: 12,
    server_certificate: true,
    oid_twice: false,
    links: 2,
    primary_open: false,
    backup_open: false,
    justified: false,
    risks: false,
    imaging: false,
    halls: 3,
    down: 100,
    up: 100,
    documents: 4000,
    need: 60,
    scalable: true,
    signs: true,
    signature_certificate: true,
};

/// The shortest time of one call, in nanoseconds, of each of the runners: they take turns, so that what else the machine does
/// falls on all of them.
fn race<const N: usize>(mut runners: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut calls = [1_u32; N];
    for (runner, calls) in runners.iter_mut().zip(&mut calls) {
        loop {
            let start = Instant::now();
            for _ in 0..*calls {
                runner();
            }
            if start.elapsed() > Duration::from_millis(4) {
                break;
            }
            *calls *= 2;
        }
    }
    let mut best = [f64::INFINITY; N];
    for _ in 0..40 {
        for ((runner, calls), best) in runners.iter_mut().zip(calls).zip(&mut best) {
            let start = Instant::now();
            for _ in 0..calls {
                runner();
            }
            *best = best.min(start.elapsed().as_secs_f64() * 1e9 / f64::from(calls));
        }
    }
    best
}

struct Budgets {
    missed: bool,
}

impl Budgets {
    fn at_most(&mut self, what: &str, ratio: f64, budget: f64) {
        let word = if ratio <= budget { "met" } else { "MISSED" };
        self.missed |= ratio > budget;
        println!("  {what}: {ratio:.2}, budget at most {budget}: {word}");
    }

    fn at_least(&mut self, what: &str, ratio: f64, budget: f64) {
        let word = if ratio >= budget { "met" } else { "MISSED" };
        self.missed |= ratio < budget;
        println!("  {what}: {ratio:.1}, budget at least {budget}: {word}");
    }
}

fn plan_to_findings(budgets: &mut Budgets, name: &str) {
    let text = std::fs::read_to_string(data().join(name)).expect("a plan");
    let plan = read(&text);
    let mut rego = regorus::Engine::new();
    rego.add_policy("kanta.rego".into(), REGO.into())
        .expect("a policy");
    let input = regorus::Value::from_json_str(&json(&text).to_string()).expect("an input");
    let mut ask = || {
        rego.set_input(input.clone());
        rego.eval_rule("data.kanta.violated".into())
            .expect("an answer")
    };

    // Equal answers first.
    let answer = ask();
    let theirs: BTreeSet<String> = answer
        .as_set()
        .expect("a set")
        .iter()
        .map(|id| id.as_string().expect("a text").to_string())
        .collect();
    assert_eq!(ours(&plan), theirs, "{name}");
    if name == "clinic.toml" {
        assert_eq!(broken(&CLINIC), 0);
    }

    // The clinic without certificates has the rows of the guide alone.
    let mut bare = plan.clone();
    for point in &mut bare.access_points {
        point.certificate = None;
    }
    bare.signature_certificate = None;
    let findings = evaluate(&plan, DAY).findings.len();
    let bare_findings = evaluate(&bare, DAY).findings.len();
    let rows = |plan: &ConnectionPlan| -> BTreeSet<&str> {
        let findings = evaluate(plan, DAY).findings.into_iter();
        findings.map(|finding| finding.requirement.id()).collect()
    };
    let (all, few) = (rows(&plan).len(), rows(&bare).len());
    let [whole, without, by_rego, floor] = race([
        &mut || {
            black_box(evaluate(black_box(&plan), DAY));
        },
        &mut || {
            black_box(evaluate(black_box(&bare), DAY));
        },
        &mut || {
            black_box(ask());
        },
        &mut || {
            black_box(broken(black_box(&CLINIC)));
        },
    ]);
    let per = |time: f64, rows: usize| time / rows as f64;
    println!("{name}");
    println!(
        "  {whole:.0} ns: {all} rows, {findings} findings, {:.0} ns a row",
        per(whole, all)
    );
    println!(
        "  {without:.0} ns without certificates: {few} rows, {bare_findings} findings, {:.0} ns a row",
        per(without, few)
    );
    println!(
        "  {by_rego:.0} ns: regorus, {} rules, {:.0} ns a rule",
        RULES.len(),
        per(by_rego, 20)
    );
    println!("  {floor:.1} ns: twenty branches by hand");
    let ratio = per(by_rego, RULES.len()) / per(whole, all);
    budgets.at_least("a rule in regorus to a row of ours", ratio, 10.0);
}

fn all_editions(budgets: &mut Budgets) {
    let text = std::fs::read_to_string(data().join("clinic.toml")).expect("a plan");
    let plan = read(&text);
    let [one, all] = race([
        &mut || {
            black_box(evaluate(black_box(&plan), DAY));
        },
        &mut || {
            for assessed in evaluate_editions(black_box(&plan)) {
                black_box(assessed);
            }
        },
    ]);
    println!("clinic.toml, every edition");
    println!(
        "  {one:.0} ns one day, {all:.0} ns all {} editions",
        EDITIONS.len()
    );
    budgets.at_most("all editions to one day", all / one, 23.0);
}

fn reading(budgets: &mut Budgets) {
    let text = std::fs::read_to_string(data().join("clinic.toml")).expect("a plan");
    // The certificates' reading is measured with the certificates.
    let text: String = text
        .lines()
        .filter(|line| !line.starts_with("certificate = ") && !line.starts_with("file = "))
        .map(|line| format!("{line}\n"))
        .collect();
    let plain: toml::Table = text.parse().expect("TOML");
    assert_eq!(
        plain["link"].as_array().expect("links").len(),
        read(&text).links.len()
    );
    let [plan, spans, table] = race([
        &mut || {
            let file = PlanFile::read(black_box(text.as_bytes()), &mut |_| {
                Err(FileFault::NotFound)
            });
            black_box(file.expect("a plan"));
        },
        &mut || {
            black_box(toml::de::DeTable::parse(black_box(&text)).expect("TOML"));
        },
        &mut || {
            black_box(black_box(&text).parse::<toml::Table>().expect("TOML"));
        },
    ]);
    println!("a plan file of {} bytes", text.len());
    println!(
        "  {plan:.0} ns plan with places, {spans:.0} ns TOML with spans, {table:.0} ns TOML as a table"
    );
    budgets.at_most("a plan to TOML with spans", plan / spans, 5.0);
    budgets.at_most("a plan to TOML as a table", plan / table, 5.0);
}

fn main() -> ExitCode {
    let mut budgets = Budgets { missed: false };
    println!("{} requirements", requirements::all().count());
    for name in ["clinic.toml", "broken.toml"] {
        plan_to_findings(&mut budgets, name);
    }
    all_editions(&mut budgets);
    reading(&mut budgets);
    let enforced = std::env::args().any(|argument| argument == "--enforce");
    if budgets.missed && enforced {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
