//! A plan in memory to its page, beside the same plan to its JSON.
//!
//! Arguments and output: `kanta_benches::table`.

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

use kanta_benches::table::{Bench, Unit};
use kanta_conformance::{Date, Language};
use kanta_policy::{FileFault, PlanFile, evaluate};
use kanta_report::format::{Report, html};
use kanta_report::json;
use kanta_report::view::{Outcome, PlanReport};

const DAY: Date = Date::constant(2025, 12, 1);

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

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    bench.section("A plan judged and told", "as JSON");
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
        let [as_page, as_json] = bench.race_short([
            &mut || {
                black_box(page(black_box(&file)));
            },
            &mut || {
                black_box(line(black_box(&file)));
            },
        ]);
        bench.at_most(
            &format!("{name} as a page"),
            Unit::Time,
            as_json,
            as_page,
            3.0,
        );
    }
    bench.finish()
}
