//! The law of all rooms, once: no two requirements share an id or a statement.

use std::collections::BTreeMap;

use crate::harness::kanta;
use kanta_address_index::AddressIndex;
use kanta_cert::{Profile, TrustStore};
use kanta_conformance::{Language, Requirement, guide};
use kanta_policy::{readiness, requirements};

/// Every requirement of every room, as the room lists it.
fn of_all_rooms() -> Vec<&'static Requirement> {
    let profiles = [Profile::Server, Profile::SystemSignature].into_iter();
    requirements::all()
        .chain(readiness::requirements())
        .chain(AddressIndex::requirements())
        .chain(profiles.flat_map(Profile::requirements))
        .chain(TrustStore::requirements())
        .collect()
}

/// A requirement without what is a room's own: the fields that it reads, and its example.
fn law(requirement: &Requirement) -> Requirement {
    requirement.clone().with_example("", "").with_fields(&[])
}

#[test]
fn what_two_rooms_check_is_told_in_one_place() {
    let mut told: BTreeMap<&str, Requirement> = BTreeMap::new();
    for requirement in of_all_rooms() {
        let first = told.entry(requirement.id()).or_insert(law(requirement));
        assert_eq!(*first, law(requirement));
    }
    assert!(told.len() > 180, "{}", told.len());
}

#[test]
fn no_two_requirements_have_one_statement_in_any_language() {
    for language in Language::ALL {
        let mut told: BTreeMap<String, &str> = BTreeMap::new();
        for requirement in of_all_rooms() {
            let statement = requirement.statement().get(language).to_lowercase();
            let first = told.entry(statement).or_insert(requirement.id());
            assert_eq!(
                *first,
                requirement.id(),
                "{}",
                requirement.statement().get(language)
            );
        }
    }
}

#[test]
fn a_name_of_before_leads_to_what_took_it_in() {
    let all = of_all_rooms();
    for (name, today) in [
        ("right-of-a-tenant", "use-by-a-tenant"),
        ("tenant-without-agreement", "tenant-agreement-missing"),
        ("joint-model-not-private", "tenant-not-private"),
    ] {
        assert_eq!(guide::renamed(name), Some(today));
        let id = format!("connection-models/{today}");
        assert!(all.iter().any(|requirement| requirement.id() == id), "{id}");
        let before = format!("connection-models/{name}");
        assert!(all.iter().all(|requirement| requirement.id() != before));
        let expected = kanta(&["explain", &id]);
        assert_eq!(expected.status, 0);
        for asked in [name, &before] {
            assert_eq!(
                kanta(&["explain", asked]).stdout,
                expected.stdout,
                "{asked}"
            );
        }
    }
    assert_eq!(
        kanta(&["explain", "connection-models/right-of-nobody"]).status,
        2
    );
}
