//! The schemas in `docs/schemas`: what the types say, and what the JSON keeps to.

use std::path::Path;

use jsonschema::Validator;
use kanta_report::format::Report;
use kanta_report::schema::{names, schema};
use kanta_report::view::Checked;
use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value as Json;

use crate::harness::examples;
use crate::hostile::checked;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schemas");

pub(crate) fn validator(name: &str) -> Validator {
    let schema = serde_json::to_value(schema(name).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

pub(crate) fn held(validator: &Validator, view: &impl Serialize) {
    let json: Json = serde_json::to_value(view).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&json)
        .map(|it| it.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_files_are_what_the_types_say() {
    if std::env::var_os("KANTA_SCHEMAS").is_some() {
        for name in names() {
            let types = serde_json::to_string_pretty(&schema(name).unwrap()).unwrap();
            let file = Path::new(FOLDER).join(format!("{name}.json"));
            std::fs::write(file, format!("{types}\n")).unwrap();
        }
    }
    let mut files: Vec<String> = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    files.sort();
    let mut expected: Vec<String> = names().map(|name| format!("{name}.json")).collect();
    expected.sort();
    assert_eq!(files, expected);
    for name in names() {
        let file = std::fs::read_to_string(Path::new(FOLDER).join(format!("{name}.json"))).unwrap();
        let types = serde_json::to_string_pretty(&schema(name).unwrap()).unwrap();
        assert!(
            file.trim_end() == types,
            "write {name} anew: `KANTA_SCHEMAS=1 cargo test -p kanta-report schema`"
        );
        assert!(types.contains("https://json-schema.org/draft/2020-12/schema"));
    }
}

#[test]
fn every_example_keeps_to_its_schema() {
    let check = validator("check");
    for report in examples() {
        assert_eq!(report.sheet().file, report.plan);
        held(&check, &Checked::Judged(report));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_view_keeps_to_its_schema_and_is_read_back(view in checked()) {
        held(&validator("check"), &view);
        let json = serde_json::to_string(&view).unwrap();
        prop_assert_eq!(serde_json::from_str::<Checked<_>>(&json).unwrap(), view);
    }
}
