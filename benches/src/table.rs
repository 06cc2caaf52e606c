//! What the benches print: tables in Markdown, ours beside a peer or a floor of the same run, with the budget.
//!
//! `docs/benchmarks.md` is made of them, so that its figures and a terminal's are the same.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use criterion::Criterion;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nanoseconds.
    Time,
    /// Bytes.
    Bytes,
    /// So many a second.
    PerSecond,
    /// A number of anything.
    Count,
}

impl Unit {
    /// A figure with as many digits as it is worth, and its unit.
    #[must_use]
    pub fn print(self, figure: f64) -> String {
        let steps: &[(f64, &str)] = match self {
            Self::Time => &[(1e9, " s"), (1e6, " ms"), (1e3, " µs"), (1.0, " ns")],
            Self::Bytes => &[(1e6, " MB"), (1e3, " kB"), (1.0, " B")],
            Self::PerSecond => &[(1e6, " M/s"), (1e3, " k/s"), (1.0, "/s")],
            Self::Count => &[(1.0, "")],
        };
        let fits = steps.iter().find(|(step, _)| figure >= *step);
        let (step, name) = fits.or(steps.last()).copied().unwrap_or((1.0, ""));
        let figure = figure / step;
        let digits = match figure {
            _ if self == Self::Count || self == Self::Bytes && step == 1.0 => 0,
            ..10.0 => 2,
            ..100.0 => 1,
            _ => 0,
        };
        format!("{figure:.digits$}{name}")
    }
}

/// A bench: what it prints, and whether a budget was missed.
///
/// With `--bench` it measures, without it everything runs once and nothing is printed; with `--enforce` a budget
/// missed is an exit status of 1; with `--table` nothing but the tables is made, which is quicker where Criterion
/// measures as well; `--enforce` leaves Criterion out, too.
#[derive(Debug)]
pub struct Bench {
    measured: bool,
    enforced: bool,
    table_only: bool,
    missed: bool,
}

impl Bench {
    /// A bench as its arguments ask for it.
    #[must_use]
    pub fn from_arguments() -> Self {
        let has = |name: &str| std::env::args().any(|argument| argument == name);
        Self {
            measured: has("--bench"),
            enforced: has("--enforce"),
            table_only: has("--table"),
            missed: false,
        }
    }

    /// Whether it measures; otherwise everything is run once.
    #[must_use]
    pub const fn is_measured(&self) -> bool {
        self.measured
    }

    /// One of two numbers: for a measurement, or for a single run.
    #[must_use]
    pub const fn size(&self, measured: usize, once: usize) -> usize {
        if self.measured { measured } else { once }
    }

    /// Begins a table; the peer is what stands in the column beside ours.
    pub fn section(&self, title: &str, peer: &str) {
        self.print(&format!(
            "\n### {title}\n\n| | {peer} | ours | ratio | budget | |\n|---|--:|--:|--:|--:|---|"
        ));
    }

    /// A sentence below a table.
    pub fn note(&self, text: &str) {
        self.print(&format!("\n{text}"));
    }

    /// A line whose ratio, ours to the peer's, should not be above the budget.
    pub fn at_most(&mut self, what: &str, unit: Unit, peer: f64, ours: f64, budget: f64) {
        self.line(what, unit, (peer, ours), "≤", budget, |ratio| {
            ratio <= budget
        });
    }

    /// A line whose ratio, ours to the peer's, should not be below the budget.
    pub fn at_least(&mut self, what: &str, unit: Unit, peer: f64, ours: f64, budget: f64) {
        self.line(what, unit, (peer, ours), "≥", budget, |ratio| {
            ratio >= budget
        });
    }

    /// A line without a budget.
    pub fn beside(&self, what: &str, unit: Unit, peer: f64, ours: f64) {
        let ratio = ours / peer;
        let (peer, ours) = (unit.print(peer), unit.print(ours));
        self.print(&format!("| {what} | {peer} | {ours} | {ratio:.3} | | |"));
    }

    /// A line with nothing beside it.
    pub fn alone(&self, what: &str, unit: Unit, ours: f64) {
        self.print(&format!("| {what} | | {} | | | |", unit.print(ours)));
    }

    fn line(
        &mut self,
        what: &str,
        unit: Unit,
        (peer, ours): (f64, f64),
        sign: &str,
        budget: f64,
        is_met: impl FnOnce(f64) -> bool,
    ) {
        let ratio = ours / peer;
        let met = is_met(ratio);
        self.missed |= !met;
        let verdict = if met { "met" } else { "**missed**" };
        let (peer, ours) = (unit.print(peer), unit.print(ours));
        self.print(&format!(
            "| {what} | {peer} | {ours} | {ratio:.3} | {sign} {budget} | {verdict} |"
        ));
    }

    fn print(&self, text: &str) {
        if self.measured {
            println!("{text}");
        }
    }

    /// The shortest of so many rounds of each, taken in turn, so that what else the machine does falls on all.
    #[must_use]
    pub fn race<const N: usize>(
        &self,
        mut work: [&mut dyn FnMut(); N],
        rounds: usize,
    ) -> [Duration; N] {
        let mut best = [Duration::MAX; N];
        for _ in 0..self.size(rounds, 1) {
            for (best, work) in best.iter_mut().zip(&mut work) {
                let start = Instant::now();
                work();
                *best = start.elapsed().min(*best);
            }
        }
        best
    }

    /// The nanoseconds of one call of each, where a call is too short for a clock: repeated for some milliseconds, and
    /// the shortest of forty such rounds, taken in turn.
    #[must_use]
    pub fn race_short<const N: usize>(&self, mut work: [&mut dyn FnMut(); N]) -> [f64; N] {
        let mut calls = [1_u32; N];
        if self.measured {
            for (work, calls) in work.iter_mut().zip(&mut calls) {
                loop {
                    let start = Instant::now();
                    for _ in 0..*calls {
                        work();
                    }
                    if start.elapsed() > Duration::from_millis(4) {
                        break;
                    }
                    *calls = calls.saturating_mul(2);
                }
            }
        }
        let mut best = [f64::INFINITY; N];
        for _ in 0..self.size(40, 1) {
            for ((work, calls), best) in work.iter_mut().zip(calls).zip(&mut best) {
                let start = Instant::now();
                for _ in 0..calls {
                    work();
                }
                *best = best.min(nanos(start.elapsed()) / f64::from(calls));
            }
        }
        best
    }

    /// The same by name, measured by Criterion as well unless only tables were asked for: its statistics and its
    /// comparison with the run before.
    #[must_use]
    pub fn compare<const N: usize>(
        &self,
        group: &str,
        mut work: [(&str, &mut dyn FnMut()); N],
    ) -> [f64; N] {
        if self.measured && !self.table_only && !self.enforced {
            let mut criterion = Criterion::default().without_plots();
            let mut group = criterion.benchmark_group(group);
            for (name, work) in &mut work {
                group.bench_function(*name, |bencher| bencher.iter(&mut *work));
            }
            group.finish();
        }
        self.race_short(work.map(|(_, work)| work))
    }

    /// The exit status.
    #[must_use]
    pub fn finish(self) -> ExitCode {
        if self.missed && self.enforced {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        }
    }
}

/// A time as a figure.
#[must_use]
pub fn nanos(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}

/// A time divided by so many, as a figure.
#[must_use]
pub fn nanos_each(time: Duration, count: usize) -> f64 {
    nanos(time) / count as f64
}
