//! Why each requirement exists: told in three languages, and nowhere the same as what else is told.

use std::collections::BTreeMap;

use kanta_cert::Profile;
use kanta_conformance::{Language, Requirement, Text};

/// The requirements of both profiles and of the trust store, each once, by its id.
fn requirements() -> BTreeMap<&'static str, &'static Requirement> {
    let rows = Profile::ALL.iter().copied().flat_map(Profile::requirements);
    #[cfg(feature = "_path")]
    let rows = rows.chain(kanta_cert::TrustStore::requirements());
    rows.map(|requirement| (requirement.id(), requirement))
        .collect()
}

fn purpose(requirement: &Requirement) -> Text {
    requirement
        .purpose()
        .unwrap_or_else(|| panic!("{} has no purpose", requirement.id()))
}

#[test]
fn every_row_says_why_it_exists_in_three_languages() {
    let rows = requirements();
    let of_paths = if cfg!(feature = "_path") { 10 } else { 0 };
    assert_eq!(rows.len(), 47 + of_paths);
    for (id, row) in rows {
        let purpose = purpose(row);
        let [en, fi, sv] = Language::ALL.map(|language| purpose.get(language));
        for words in [en, fi, sv] {
            assert!(words.len() > 20, "{id}: {words:?}");
            assert!(!words.ends_with('.'), "{id}: {words}");
            assert_eq!(words.trim(), words, "{id}");
        }
        assert!(en != fi && fi != sv && sv != en, "{id}: {en}");
    }
}

#[test]
fn no_purpose_repeats_what_the_row_says_already() {
    for (id, row) in requirements() {
        let purpose = purpose(row);
        for told in [row.statement(), row.fault(), row.remedy()]
            .into_iter()
            .chain(row.reading())
        {
            for language in Language::ALL {
                let words = purpose.get(language);
                assert_ne!(words, told.get(language), "{id} in {language}");
            }
        }
    }
}

#[test]
fn no_two_rows_have_the_same_purpose() {
    for language in Language::ALL {
        let mut told = BTreeMap::new();
        for (id, row) in requirements() {
            let words = purpose(row).get(language);
            if let Some(other) = told.insert(words, id) {
                panic!("{id} says in {language} what {other} says: {words}");
            }
        }
    }
}

#[test]
fn no_certificate_is_shown_as_a_fragment_of_a_plan() {
    for (id, row) in requirements() {
        assert_eq!(row.example(), None, "{id}");
    }
}
