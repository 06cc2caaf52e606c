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
    let file = read(bytes);
    PlanReport::new(name, &file, &evaluate(&file.plan, file.as_of.unwrap()))
}

/// The same with the picture, the checklist and the failures.
pub(crate) fn whole(name: &str, bytes: &[u8]) -> PlanReport {
    plan(name, bytes).with_annexes(&read(bytes))
}

/// Reads a plan, with the certificates of the examples.
pub(crate) fn read(bytes: &[u8]) -> PlanFile {
    let mut load =
        |file: &str| std::fs::read(Path::new(DATA).join(file)).map_err(|_| FileFault::NotFound);
    PlanFile::read(bytes, &mut load).unwrap()
}

/// A plan with so many access points, each with two links and a service.
pub(crate) fn access_points(count: usize) -> String {
    let mut plan = String::from(
        "format = 1\nas_of = 2025-12-01\n[party]\nname = \"Esimerkkimaan hyvinvointialue\"\n\
         kind = \"provider\"\noid = \"1.2.246.10.12345671.10.0\"\n",
    );
    for n in 1..=count {
        plan.push_str(&format!(
            "[[access_point]]\nid = \"ap{n}\"\noid = \"1.2.246.10.12345671.10.0.13.{n}\"\n\
             administrator = \"party\"\ncountry = \"FI\"\n\
             addresses = [{{ ip = \"192.31.196.{n}\", fixed = true }}]\ntls = [\"1.1\", \"1.2\"]\n\
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

/// Every plan among the examples.
pub(crate) fn examples() -> Vec<PlanReport> {
    let table = std::fs::read_to_string(Path::new(DATA).join("expected-statuses.txt")).unwrap();
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| example(line.split(' ').next().unwrap()))
        .collect()
}
