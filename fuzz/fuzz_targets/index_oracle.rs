//! Worlds and questions steered by the input, against the naive search over plain strings.
#![no_main]

#[path = "../../crates/kanta-address-index/tests/it/oracle.rs"]
mod oracle;
#[path = "../../crates/kanta-address-index/tests/it/worlds.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod worlds;

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first bytes are the questions', which are few; the rest are the world's.
    let (questions, world) = bytes.split_at(bytes.len().min(64));
    let seed = bytes.len() as u64;
    let tables = worlds::world_of(&mut worlds::Dice::fed(seed, world.to_vec()));
    let index = worlds::index(&tables);
    let mut dice = worlds::Dice::fed(seed, questions.to_vec());
    for _ in 0..12 {
        let ask = worlds::question(&mut dice, &tables);
        let request = worlds::request(&ask);
        let explanation = index.explain(&request);
        assert_eq!(explanation.decision, index.decide(&request));
        let missing: BTreeSet<_> = explanation
            .missing()
            .map(|link| link.requirement.id())
            .collect();
        assert_eq!(missing, tables.missing(&ask), "{ask:?}");
        assert_eq!(explanation.decision.is_permit(), missing.is_empty());
    }
});
