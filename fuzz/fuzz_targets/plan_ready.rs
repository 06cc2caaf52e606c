//! Any text as a plan, through the checklist, the calendar, the failures and the rights: nothing panics, the same
//! comes again, every asked field is named, and a failure never gives back what is cut off without it.
#![no_main]

use kanta_address_index::{AddressIndex, DataSet, Header};
use kanta_conformance::Date;
use kanta_policy::readiness::{calendar, checklist};
use kanta_policy::{FileFault, PlanFile, resilience, rights};
use libfuzzer_sys::fuzz_target;

const DAY: Date = Date::constant(2025, 12, 1);
const CERTIFICATE: &[u8] = include_bytes!("../../examples/data/certificates/clinic-server.pem");

fuzz_target!(|bytes: &[u8]| {
    let read = PlanFile::read(bytes, &mut |name| {
        if name.ends_with(".pem") {
            Ok(CERTIFICATE.to_vec())
        } else {
            Err(FileFault::NotFound)
        }
    });
    let Ok(file) = read else { return };
    let plan = &file.plan;
    let on = file.as_of.unwrap_or(DAY);

    let list = checklist(plan, on);
    assert_eq!(list, checklist(plan, on));
    let steps: Vec<_> = list.items().map(|item| item.step).collect();
    assert!(steps.is_sorted());
    let by = plan.readiness.production_start.unwrap_or(DAY);
    let dates = calendar(plan, by, on);
    assert!(dates.iter().all(|date| !date.late || date.done.is_some()));

    let few = plan.links.len() + plan.access_points.len() + plan.consolidation_points.len() < 20;
    let found = resilience::failures(plan, on, few);
    for effect in &found.singles {
        assert!(
            found
                .standing
                .cut_off
                .iter()
                .all(|its| effect.cut_off.contains(its))
        );
        assert!(
            effect
                .not_known
                .iter()
                .all(|its| !effect.cut_off.contains(its))
        );
    }

    let needed = rights::of(plan, on);
    let header = Header::new("1", on, Date::constant(9999, 12, 31));
    let nothing = AddressIndex::build(DataSet::new(header)).unwrap();
    let compared = rights::compare(plan, &needed, &nothing, on);
    assert_eq!(compared.missing.len(), needed.entitlements.len());
    assert!(compared.too_much.is_empty());
    if let Ok(trial) = nothing.try_order(&compared.order) {
        let again = rights::compare(plan, &needed, &trial.index, on);
        assert!(again.too_much.is_empty());
    }
});
