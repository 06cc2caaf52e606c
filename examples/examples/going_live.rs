//! A clinic on its way to production: what is left to do, what breaks, and what to apply for.
//!
//! Run it with `cargo run -p kanta-examples --example going_live`.

use std::path::Path;

use kanta_address_index::{AddressIndex, DataSet, Header};
use kanta_conformance::Language;
use kanta_policy::readiness::{calendar, checklist};
use kanta_policy::{FileFault, PlanFile, resilience, rights};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| -> Result<PlanFile, Box<dyn std::error::Error>> {
        let bytes = std::fs::read(folder.join(name))?;
        let file = |name: &str| std::fs::read(folder.join(name)).map_err(|_| FileFault::NotFound);
        let plan = PlanFile::read(&bytes, &mut { file });
        Ok(plan.map_err(|faults| {
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        })?)
    };
    let day = "2025-12-01".parse()?;

    // The first plan says little of going live.
    for name in ["clinic.toml", "going-live.toml"] {
        let file = read(name)?;
        let list = checklist(&file.plan, day);
        let done = list.items().filter(|item| item.state.is_done()).count();
        println!(
            "{name}: {done} of {} done, {}",
            list.items().count(),
            list.verdict().code()
        );
    }

    let plan = read("going-live.toml")?.plan;
    println!("By when?");
    for date in calendar(&plan, "2026-02-02".parse()?, day) {
        if let Some(latest) = date.latest {
            println!("  {latest}: {}", date.what.get(Language::En));
        }
    }

    println!("What breaks?");
    let found = resilience::failures(&plan, day, false);
    for effect in found
        .singles
        .iter()
        .filter(|effect| !effect.cut_off.is_empty())
    {
        println!(
            "  {:?} cuts off {} services",
            effect.failures,
            effect.cut_off.len()
        );
    }

    // The entitlements, applied to an index without records, permit what the plan uses.
    let needed = rights::of(&plan, day);
    let start = needed.from;
    let header = Header::new("1", day, "2026-12-01".parse()?);
    let nothing = AddressIndex::build(DataSet::new(header))?;
    let index = nothing.try_order(&needed.order)?.index;
    assert!(rights::compare(&plan, &needed, &index, start).agrees());
    println!(
        "{} rights to apply for, from {start}",
        needed.order.add.rights.len()
    );
    Ok(())
}
