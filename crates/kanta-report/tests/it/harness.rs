//! Plans, as the tests judge them.

use std::path::Path;

use kanta_policy::{FileFault, PlanFile, evaluate};
use kanta_report::view::PlanReport;

/// The folder of the examples.
pub(crate) const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data");

/// The plan of that name among the examples, judged as of its own day.
pub(crate) fn example(name: &str) -> PlanReport {
    let bytes = std::fs::read(Path::new(DATA).join(name)).unwrap();
    plan(name, &bytes)
}

/// A plan under a name, judged as of its own day.
pub(crate) fn plan(name: &str, bytes: &[u8]) -> PlanReport {
    let mut load =
        |file: &str| std::fs::read(Path::new(DATA).join(file)).map_err(|_| FileFault::NotFound);
    let file = PlanFile::read(bytes, &mut load).unwrap();
    PlanReport::new(name, &file, &evaluate(&file.plan, file.as_of.unwrap()))
}

/// Every plan among the examples.
pub(crate) fn examples() -> Vec<PlanReport> {
    let table = std::fs::read_to_string(Path::new(DATA).join("expected-statuses.txt")).unwrap();
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| example(line.split(' ').next().unwrap()))
        .collect()
}
