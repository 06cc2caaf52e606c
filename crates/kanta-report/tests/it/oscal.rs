//! The OSCAL catalogue, held against NIST's own schema.

use kanta_conformance::Language;
use kanta_policy::requirements;
use kanta_report::format::oscal;
use kanta_report::view::Requirement;
use serde_json::Value as Json;

fn written(requirements: &[Requirement], language: Language) -> Json {
    let mut out = Vec::new();
    oscal(requirements, language, &mut out).unwrap();
    let mut again = Vec::new();
    oscal(requirements, language, &mut again).unwrap();
    assert_eq!(out, again);
    let catalogue: Json = serde_json::from_slice(&out).unwrap();
    let schema = include_str!("../schemas/oscal_catalog_schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let faults: Vec<String> = schema
        .iter_errors(&catalogue)
        .map(|it| format!("{} {it}", it.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    catalogue
}

#[test]
fn each_requirement_is_one_control_in_the_group_of_its_document() {
    let all: Vec<Requirement> = requirements::all()
        .map(|row| Requirement::new(row, None))
        .collect();
    for language in Language::ALL {
        let catalogue = written(&all, language);
        let groups = catalogue["catalog"]["groups"].as_array().unwrap();
        let mut ids: Vec<String> = groups
            .iter()
            .flat_map(|group| group["controls"].as_array().unwrap())
            .map(|control| control["id"].as_str().unwrap().replacen('.', "/", 1))
            .collect();
        let mut expected: Vec<String> = all.iter().map(|its| its.id.clone()).collect();
        ids.sort();
        expected.sort();
        assert_eq!(ids, expected);
    }
}

#[test]
fn no_requirement_is_a_valid_catalogue_too() {
    let none = written(&[], Language::En);
    assert_eq!(none["catalog"]["groups"], Json::Null);
    assert_eq!(none["catalog"]["metadata"]["version"], "3.18");
}
