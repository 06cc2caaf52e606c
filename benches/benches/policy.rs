//! A plan in memory to all findings on one day and on all editions' days, and reading a plan file.
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

use kanta_benches::floors::policy::{Facts, broken};
use kanta_benches::table::{Bench, Unit};
use kanta_conformance::{Date, EDITIONS};
use kanta_policy::{ConnectionPlan, FileFault, PlanFile, evaluate, evaluate_editions};

const DAY: Date = Date::constant(2025, 12, 1);

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn read(text: &str) -> ConnectionPlan {
    let mut load = |name: &str| std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound);
    let file = PlanFile::read(text.as_bytes(), &mut load);
    file.expect("a plan without faults").plan
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

fn plan_to_findings(bench: &mut Bench, name: &str) {
    let plan = read(&std::fs::read_to_string(data().join(name)).expect("a plan"));
    assert_eq!(broken(&CLINIC), 0);
    let findings = evaluate(&plan, DAY).findings.len();
    assert!(findings > 0);
    let [ours, floor] = bench.race_short([
        &mut || {
            black_box(evaluate(black_box(&plan), DAY));
        },
        &mut || {
            black_box(broken(black_box(&CLINIC)));
        },
    ]);
    let what = format!("{name}: {findings} findings, beside twenty branches");
    bench.beside(&what, Unit::Time, floor, ours);
    let each = ours / findings as f64;
    bench.alone(&format!("{name}: one finding"), Unit::Time, each);
}

fn all_editions(bench: &mut Bench) {
    let text = std::fs::read_to_string(data().join("clinic.toml")).expect("a plan");
    let plan = read(&text);
    let [one, all] = bench.race_short([
        &mut || {
            black_box(evaluate(black_box(&plan), DAY));
        },
        &mut || {
            evaluate_editions(black_box(&plan), |_, assessment| {
                black_box(assessment);
            });
        },
    ]);
    bench.section("Every edition", "one day");
    let what = format!("clinic.toml on all {} editions", EDITIONS.len());
    bench.at_most(&what, Unit::Time, one, all, 10.0);
}

fn reading(bench: &mut Bench) {
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
    let [plan, spans, table] = bench.race_short([
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
    bench.section("Reading a plan file", "toml");
    let size = text.len();
    let beside = |what: &str| format!("{size} bytes to a plan with places, beside {what}");
    bench.at_most(&beside("TOML with spans"), Unit::Time, spans, plan, 5.0);
    bench.at_most(&beside("a TOML table"), Unit::Time, table, plan, 5.0);
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    bench.section("A plan judged", "floor");
    for name in ["clinic.toml", "broken.toml"] {
        plan_to_findings(&mut bench, name);
    }
    all_editions(&mut bench);
    reading(&mut bench);
    bench.finish()
}
