//! Holds a plan against the guide without the command-line tool:
//! `cargo run -p kanta-examples --example check_a_plan`.

use std::error::Error;
use std::path::Path;

use kanta_conformance::{Language, OutcomeKind};
use kanta_policy::{FileFault, PlanFile, evaluate};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");

    // The crate opens no file: it is given the plan's bytes, and asks for those of each certificate by name.
    let bytes = std::fs::read(folder.join("clinic.toml"))?;
    let mut load = |name: &str| std::fs::read(folder.join(name)).map_err(|_| FileFault::NotFound);
    let file = match PlanFile::read(&bytes, &mut load) {
        Ok(file) => file,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            return Err("the plan cannot be read".into());
        }
    };

    // Nor does it read the clock: the day is an argument, here the plan's own.
    let on = file.as_of.ok_or("the plan names no day")?;
    let assessment = evaluate(&file.plan, on);

    for kind in OutcomeKind::ALL {
        let of_kind = assessment
            .findings
            .iter()
            .filter(|finding| finding.outcome.kind() == kind);
        let count = of_kind.clone().count();
        println!("{}: {count}", kind.code());
        if !matches!(kind, OutcomeKind::Violated | OutcomeKind::Undetermined) {
            continue;
        }
        for finding in of_kind {
            let fault = finding.requirement.fault().get(Language::En);
            let line = file.place(&finding.path).map(|place| place.line);
            println!("  {} at line {line:?}: {fault}", finding.path);
        }
    }
    println!("{} as of {on}", assessment.verdict().code());
    Ok(())
}
