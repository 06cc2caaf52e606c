//! Paths are told apart exactly where their texts are.

use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, RandomState};

use kanta_conformance::FieldPath;

/// Paths of every shape, some of them printed alike.
fn paths() -> Vec<FieldPath> {
    let tables = ["a", "b"];
    let mut subjects: Vec<FieldPath> = tables
        .iter()
        .flat_map(|table| {
            [
                FieldPath::table(table),
                FieldPath::named(table, "x"),
                FieldPath::named(table, "y"),
                FieldPath::entry(table, 0),
                FieldPath::entry(table, 1),
            ]
        })
        .collect();
    let deeper = subjects
        .iter()
        .flat_map(|it| [it.inner("a"), it.inner_entry("b", 1)]);
    let deeper: Vec<FieldPath> = deeper.collect();
    subjects.extend(deeper);
    let fields = |it: &FieldPath| ["", "a", "b", "a.b"].map(|field| it.field(field));
    subjects.iter().flat_map(fields).collect()
}

#[test]
fn two_paths_are_equal_and_hashed_alike_exactly_where_they_are_printed_alike() {
    let paths = paths();
    for one in &paths {
        for other in &paths {
            let alike = one.to_string() == other.to_string();
            assert_eq!(one == other, alike, "{one} {other}");
            assert_eq!(one.cmp(other).is_eq(), alike, "{one} {other}");
            assert_eq!(*one == other.to_string().as_str(), alike);
        }
    }
    let printed: BTreeSet<String> = paths.iter().map(ToString::to_string).collect();
    assert!(printed.len() < paths.len());
    let state = RandomState::new();
    let hashes: HashSet<u64> = paths.iter().map(|it| state.hash_one(it)).collect();
    assert_eq!(hashes.len(), printed.len());
}
