//! Plan files: whatever the bytes are they are read or refused, with every fault placed in the file; a plan that was read is
//! judged alike each time, on any day.
#![no_main]

use kanta_conformance::Date;
use kanta_policy::{FileFault, PlanFile, evaluate};
use libfuzzer_sys::fuzz_target;

/// The first known edition, the days around the last change of the rules, today's edition and far away.
const DAYS: [Date; 5] = [
    Date::constant(2010, 4, 29),
    Date::constant(2025, 8, 31),
    Date::constant(2025, 9, 1),
    Date::constant(2025, 12, 1),
    Date::constant(2099, 12, 31),
];

const SERVER: &[u8] = include_bytes!("../../examples/data/certificates/clinic-server.pem");
const SIGNATURE: &[u8] = include_bytes!("../../examples/data/certificates/clinic-signature.pem");

fn load(name: &str) -> Result<Vec<u8>, FileFault> {
    match name {
        _ if name.ends_with("server.pem") => Ok(SERVER.to_vec()),
        _ if name.ends_with("signature.pem") => Ok(SIGNATURE.to_vec()),
        _ if name.ends_with(".pem") => Ok(name.as_bytes().to_vec()),
        _ => Err(FileFault::NotFound),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    match PlanFile::read(bytes, &mut load) {
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in &faults {
                assert!(!fault.to_string().is_empty());
                assert!(fault.place.line as usize <= lines);
            }
            assert_eq!(PlanFile::read(bytes, &mut load), Err(faults));
        }
        Ok(file) => {
            for on in DAYS {
                let assessment = evaluate(&file.plan, on);
                assert_eq!(assessment, evaluate(&file.plan, on));
                for finding in &assessment.findings {
                    if let Some(place) = file.place(&finding.path) {
                        assert!(place.line >= 1 && place.line as usize <= lines);
                    }
                }
            }
        }
    }
});
