//! Whole commands, as users run them, and how their cost grows: a folder of plans checked, an index converted from a
//! spreadsheet, a batch of attempts decided.
//!
//! Runs the tool built with `cargo build --release -p kanta-cli`, or the one that `KANTA` names; where there is none it
//! says so and measures nothing. Arguments and output: `kanta_benches::table`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use kanta_address_index::AddressIndex;
use kanta_benches::table::{Bench, Unit};
use kanta_benches::world::{DAY, world};
use kanta_policy::{FileFault, PlanFile, evaluate};

/// Kanta's peak, 5,500 messages a minute, a thousand times over.
const PEAK: f64 = 5_500.0 / 60.0 * 1_000.0;

/// Plans that are read and judged: each is one of the examples.
const PLANS: [&str; 6] = [
    "clinic.toml",
    "figure-2.toml",
    "figure-4.toml",
    "figure-8.toml",
    "intermediary.toml",
    "unknown.toml",
];

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn kanta() -> Option<PathBuf> {
    let named = std::env::var_os("KANTA").map(PathBuf::from);
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/release/kanta");
    named.or(Some(built)).filter(|file| file.is_file())
}

/// Runs the tool in a folder; its seconds, and what it wrote.
fn run(kanta: &Path, folder: &Path, arguments: &[&str]) -> (f64, Vec<u8>) {
    let start = Instant::now();
    let done = Command::new(kanta)
        .args(arguments)
        .current_dir(folder)
        .env_remove("KANTA_LANG")
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .expect("the tool runs");
    let seconds = start.elapsed().as_secs_f64();
    let status = done.status.code();
    assert!(
        matches!(status, Some(0 | 1 | 3)),
        "{arguments:?}: {status:?}"
    );
    (seconds, done.stdout)
}

/// The shortest of some runs: what else the machine does only makes a run longer.
fn best(rounds: usize, mut seconds: impl FnMut() -> f64) -> f64 {
    (0..rounds).map(|_| seconds()).fold(f64::INFINITY, f64::min)
}

/// So many plans in a folder, with the certificates that they name.
fn plans(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let certificates = folder.path().join("certificates");
    fs::create_dir(&certificates).expect("a folder");
    for file in fs::read_dir(data().join("certificates")).expect("files") {
        let file = file.expect("a file");
        fs::copy(file.path(), certificates.join(file.file_name())).expect("copied");
    }
    for number in 0..count {
        let plan = fs::read(data().join(PLANS[number % PLANS.len()])).expect("a plan");
        fs::write(folder.path().join(format!("plan-{number:05}.toml")), plan).expect("written");
    }
    folder
}

/// The same plans read and judged in process, by so many threads, each of which takes the next one.
fn in_process(folder: &Path, count: usize, threads: usize) -> f64 {
    let start = Instant::now();
    let (next, judged) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                break;
            }
            let file = folder.join(format!("plan-{number:05}.toml"));
            let text = fs::read(file).expect("a plan");
            let mut load =
                |name: &str| fs::read(folder.join(name)).map_err(|_| FileFault::NotFound);
            let plan = PlanFile::read(&text, &mut load).expect("a plan");
            if !evaluate(&plan.plan, DAY).findings.is_empty() {
                judged.fetch_add(1, Ordering::Relaxed);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    assert_eq!(judged.into_inner(), count);
    start.elapsed().as_secs_f64()
}

/// A folder of plans, beside reading and judging them in process on every core.
fn check(bench: &mut Bench, kanta: &Path, count: usize, rounds: usize, budget: Option<f64>) {
    let folder = plans(count);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let arguments = ["check", "--on", "2025-12-01", "."];
    let (_, told) = run(kanta, folder.path(), &arguments);
    let told = String::from_utf8(told).expect("text");
    let rows = told.lines().filter(|line| line.contains("./plan-"));
    assert_eq!(rows.count(), count, "{told}");
    let [mut alone, mut together, mut tool] = [f64::INFINITY; 3];
    for _ in 0..rounds {
        alone = alone.min(in_process(folder.path(), count, 1));
        together = together.min(in_process(folder.path(), count, cores));
        tool = tool.min(run(kanta, folder.path(), &arguments).0);
    }
    let floor = alone / f64::from(u32::try_from(cores).expect("few"));
    let what = format!("{count} plans checked, beside reading and judging them on {cores} cores");
    match budget {
        Some(budget) => bench.at_most(&what, Unit::Time, floor * 1e9, tool * 1e9, budget),
        None => bench.beside(&what, Unit::Time, floor * 1e9, tool * 1e9),
    }
    let what = format!("the same, beside {cores} threads in process that do no more");
    bench.beside(&what, Unit::Time, together * 1e9, tool * 1e9);
}

/// An index of so many rights from a spreadsheet to JSON Lines; nanoseconds.
fn convert(kanta: &Path, rights: usize, rounds: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let index = AddressIndex::build(world(rights)).expect("an index");
    let mut lines = String::new();
    index.write_json_lines(&mut lines).expect("memory");
    fs::write(folder.path().join("index.jsonl"), &lines).expect("written");
    let convert = |from: &str, to: &str| {
        let (seconds, out) = run(
            kanta,
            folder.path(),
            &["index", "convert", from, "--to", to],
        );
        fs::write(folder.path().join(format!("out.{to}")), &out).expect("written");
        (seconds, out)
    };
    convert("index.jsonl", "csv");
    let (_, back) = convert("out.csv", "jsonl");
    assert!(back == lines.as_bytes(), "a round trip loses nothing");
    best(rounds, || convert("out.csv", "jsonl").0) * 1e9
}

/// A batch of attempts, one core.
fn batch(kanta: &Path, attempts: usize, rounds: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = String::new();
    for number in 0..attempts {
        let service = ["prescription", "patient-data", "imaging"][number % 3];
        let source = ["192.31.196.7", "192.31.196.8"][usize::from(number % 7 == 0)];
        lines += &format!(
            "{{\"cert\":\"clinic-on-record.pem\",\"source\":\"{source}\",\"for\":\"clinic\",\"service\":\"{service}\"}}\n"
        );
    }
    let batch = folder.path().join("batch.jsonl");
    fs::write(&batch, lines).expect("written");
    let arguments = [
        "admit",
        "--index",
        "index.toml",
        "--trust",
        "certificates/trust.pem",
        "--at",
        "2025-12-01T12:00:00+02:00",
        "--base",
        "certificates",
        "--batch",
        batch.to_str().expect("a name"),
    ];
    let (_, told) = run(kanta, &data(), &arguments);
    let lines = told
        .split(|&byte| byte == b'\n')
        .filter(|it| !it.is_empty());
    assert_eq!(lines.count(), attempts);
    let seconds = best(rounds, || run(kanta, &data(), &arguments).0);
    attempts as f64 / seconds
}

/// An index of so many rights in JSON Lines, read and asked one question; nanoseconds.
fn load(kanta: &Path, rights: usize, rounds: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let index = AddressIndex::build(world(rights)).expect("an index");
    let mut lines = String::new();
    index.write_json_lines(&mut lines).expect("memory");
    fs::write(folder.path().join("index.jsonl"), &lines).expect("written");
    let right = index.rights().next().expect("a right");
    let (subject, point) = (right.subject.to_string(), right.access_point.to_string());
    let service = right.service.to_string();
    let arguments = [
        "index",
        "decide",
        "index.jsonl",
        "--for",
        &subject,
        "--through",
        &point,
        "--service",
        &service,
        "--on",
        "2025-12-01",
    ];
    best(rounds, || run(kanta, folder.path(), &arguments).0) * 1e9
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    let Some(kanta) = kanta() else {
        println!("NOT RUN: there is no tool; build it with `cargo build --release -p kanta-cli`");
        return ExitCode::SUCCESS;
    };
    if !bench.is_measured() {
        check(&mut bench, &kanta, 12, 1, None);
        convert(&kanta, 500, 1);
        load(&kanta, 500, 1);
        batch(&kanta, 50, 1);
        return ExitCode::SUCCESS;
    }
    bench.section("Whole commands", "in process");
    // Of few plans the start of a process is a part.
    check(&mut bench, &kanta, 250, 12, None);
    check(&mut bench, &kanta, 1_000, 12, Some(1.2));
    bench.section(
        "Whole commands as their input grows",
        "a quarter of it, times four",
    );
    for (what, work) in [
        (
            "100,000 rights from CSV to JSON Lines",
            convert as fn(&Path, usize, usize) -> f64,
        ),
        ("100,000 rights read and one question answered", load),
    ] {
        let (few, many) = (work(&kanta, 25_000, 3), work(&kanta, 100_000, 3));
        bench.at_most(what, Unit::Time, few * 4.0, many, 1.25);
    }
    bench.alone(
        "1,000,000 rights read and one question answered",
        Unit::Time,
        load(&kanta, 1_000_000, 2),
    );
    let (few, many) = (batch(&kanta, 50_000, 3), batch(&kanta, 200_000, 3));
    bench.section(
        "A batch of attempts, on one core",
        "the nation's peak a thousand times over",
    );
    bench.at_least(
        "50,000 attempts in a batch",
        Unit::PerSecond,
        PEAK,
        few,
        1.0,
    );
    bench.at_least(
        "200,000 attempts in a batch",
        Unit::PerSecond,
        PEAK,
        many,
        1.0,
    );
    bench.finish()
}
