//! A good chain with one bit of one part turned round never verifies.
#![no_main]

use std::sync::OnceLock;

use kanta_cert::{Certificate, Moment, Question, TrustStore};
use kanta_conformance::Outcome;
use kanta_testkit::chain;
use libfuzzer_sys::fuzz_target;

/// End entity, CA, the root's list, the CA's list, and the root, which alone is trusted as it is.
fn good() -> &'static [Vec<u8>; 5] {
    static GOOD: OnceLock<[Vec<u8>; 5]> = OnceLock::new();
    GOOD.get_or_init(|| {
        let made = chain().quick();
        [
            made.end_entity.der(),
            made.ca.expect("there").der(),
            made.root_crl.expect("there").der(),
            made.crl.expect("there").der(),
            made.root.der(),
        ]
    })
}

fn verifies(parts: &[Vec<u8>; 5]) -> bool {
    let [end_entity, ca, root_crl, crl, root] = parts;
    let Ok(certificate) = Certificate::from_der(end_entity) else {
        return false;
    };
    let mut store = TrustStore::new();
    store.trust("root", root).expect("it is as it was");
    for (name, bytes) in [("root.crl", root_crl), ("crl", crl)] {
        let _ = store.add_crls(name, bytes);
    }
    let _ = store.add_intermediates("ca", ca);
    let question = Question::at(Moment::from_unix_seconds(1_764_547_200));
    let outcomes = store.outcomes(&certificate, &question);
    outcomes
        .iter()
        .all(|(_, outcome)| *outcome == Outcome::Satisfied)
}

fuzz_target!(|choice: (u8, u32)| {
    let (part, bit) = choice;
    let mut parts = good().clone();
    let part = &mut parts[usize::from(part) % 4];
    let bit = bit as usize % (part.len() * 8);
    part[bit / 8] ^= 1 << (bit % 8);
    assert!(!verifies(&parts), "bit {bit}");
    assert!(verifies(good()));
});
