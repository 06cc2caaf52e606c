//! A plan in memory to its page, beside the same plan to its JSON.
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

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use kanta_conformance::{Date, Language};
use kanta_policy::{FileFault, PlanFile, evaluate};
use kanta_report::format::{Report, html};
use kanta_report::json;
use kanta_report::view::{Outcome, PlanReport};

const DAY: Date = Date::constant(2025, 12, 1);
const BUDGET: f64 = 3.0;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn read(text: &[u8]) -> PlanFile {
    let mut load = |file: &str| std::fs::read(data().join(file)).map_err(|_| FileFault::NotFound);
    PlanFile::read(text, &mut load).expect("a plan")
}

/// A plan with so many access points, each with two links.
fn access_points(count: usize) -> String {
    let mut plan = String::from("format = 1\n[party]\nname = \"Esimerkki\"\nkind = \"provider\"\n");
    for n in 1..=count {
        plan.push_str(&format!(
            "[[access_point]]\nid = \"ap{n}\"\nadministrator = \"party\"\ntls = [\"1.1\", \"1.2\"]\n\
             [[use]]\nservice = \"patient-data\"\naccess_point = \"ap{n}\"\n"
        ));
        for role in ["primary", "backup"] {
            plan.push_str(&format!(
                "[[link]]\nid = \"{role}-{n}\"\nfrom = \"ap{n}\"\nto = \"kanta\"\nrole = \"{role}\"\n\
                 network = \"private\"\noperator = \"Operaattori {n}\"\nhalls = [\"A\", \"B\"]\n"
            ));
        }
    }
    plan
}

/// The page, with the picture, the checklist and the failures.
fn page(file: &PlanFile) -> Vec<u8> {
    let report = PlanReport::new("plan.toml", file, &evaluate(&file.plan, DAY)).with_annexes(file);
    let mut out = Vec::new();
    html(&[report.sheet()], Language::Fi, &mut out).expect("a page");
    out
}

/// The JSON that `kanta check` writes.
fn line(file: &PlanFile) -> Vec<u8> {
    let mut out = Vec::new();
    json(
        &PlanReport::new("plan.toml", file, &evaluate(&file.plan, DAY)),
        &mut out,
    )
    .expect("JSON");
    out
}

/// The same findings in both: what is open is told in the page, each requirement under its id.
fn agree(page: &[u8], line: &[u8]) {
    let page = String::from_utf8_lossy(page);
    let report: PlanReport = serde_json::from_slice(line).expect("a view");
    for finding in &report.findings {
        if matches!(finding.outcome, Outcome::Violated | Outcome::Undetermined) {
            assert!(
                page.contains(&finding.requirement),
                "{}",
                finding.requirement
            );
        }
    }
}

/// The shortest time of one call, in nanoseconds, of both: they take turns, so that what else the machine does falls on both.
fn race(mut runners: [&mut dyn FnMut(); 2]) -> [f64; 2] {
    let mut best = [f64::INFINITY; 2];
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(4) {
        for (runner, best) in runners.iter_mut().zip(&mut best) {
            let start = Instant::now();
            runner();
            *best = best.min(start.elapsed().as_secs_f64() * 1e9);
        }
    }
    best
}

fn main() -> ExitCode {
    let measured = std::env::args().any(|argument| argument == "--bench");
    let mut missed = false;
    let clinic = std::fs::read(data().join("clinic.toml")).expect("a plan");
    let broken = std::fs::read(data().join("broken.toml")).expect("a plan");
    let forty = access_points(40).into_bytes();
    for (name, text) in [
        ("clinic.toml", clinic),
        ("broken.toml", broken),
        ("40 access points", forty),
    ] {
        let file = read(&text);
        agree(&page(&file), &line(&file));
        if !measured {
            continue;
        }
        let [as_page, as_json] = race([
            &mut || {
                black_box(page(black_box(&file)));
            },
            &mut || {
                black_box(line(black_box(&file)));
            },
        ]);
        let ratio = as_page / as_json;
        missed |= ratio > BUDGET;
        let word = if ratio <= BUDGET { "met" } else { "MISSED" };
        println!("{name}: {as_page:.0} ns the page, {as_json:.0} ns the JSON");
        println!("  a plan to its page, to its JSON: {ratio:.2}, budget at most {BUDGET}: {word}");
    }
    let enforced = std::env::args().any(|argument| argument == "--enforce");
    if missed && enforced {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
