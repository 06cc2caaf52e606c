//! What serde writes is what the plan file has.

use std::path::Path;

use kanta_address_index::Service;
use kanta_conformance::Date;
use kanta_policy::fields::json_schema;
use kanta_policy::plan::{
    Agreement, Approval, Claim, Hall, Joining, Link, Party, SeparateRoute, Use,
};
use kanta_policy::{ConnectionPlan, FileFault, PlanFile, strategies};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use crate::fields::full;
use crate::harness::{data, edited, example, plan};

/// A file of the examples.
fn load(name: &str) -> Result<Vec<u8>, FileFault> {
    std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound)
}

/// What was written, read back: as JSON and as TOML.
fn read_back(plan: &impl Serialize, load: fn(&str) -> Result<Vec<u8>, FileFault>) -> [PlanFile; 2] {
    let mut load = load;
    let json = serde_json::to_string(plan).unwrap();
    let of_json = PlanFile::read_json(json.as_bytes(), &mut load);
    let toml = toml::to_string(plan).unwrap();
    let of_toml = PlanFile::read(toml.as_bytes(), &mut load);
    [
        of_json.unwrap_or_else(|faults| panic!("{faults}\n{json}")),
        of_toml.unwrap_or_else(|faults| panic!("{faults}\n{toml}")),
    ]
}

/// A file is the same but for the places of its values, and so is its plan without it.
#[track_caller]
fn assert_read_back(file: &PlanFile, load: fn(&str) -> Result<Vec<u8>, FileFault>) {
    for back in read_back(file, load) {
        assert_eq!(back.plan, file.plan);
        assert_eq!(back.as_of, file.as_of);
        assert!(back.absent().eq(file.absent()));
    }
}

fn examples() -> Vec<String> {
    let names = std::fs::read_dir(data()).unwrap().map(|it| it.unwrap());
    let names = names.map(|it| it.file_name().into_string().unwrap());
    let is_plan = |name: &String| {
        let is_toml = Path::new(name).extension().is_some_and(|it| it == "toml");
        is_toml && !name.starts_with("index") && name != "broken.toml"
    };
    let mut names: Vec<String> = names.filter(is_plan).collect();
    names.sort();
    names
}

#[test]
fn every_example_is_serialised_and_read_back() {
    let names = examples();
    assert!(names.len() >= 13, "{names:?}");
    for name in names {
        let file = plan(&example(&name));
        assert_read_back(&file, load);
        for back in read_back(&file.plan, load) {
            assert_eq!(back.plan, file.plan, "{name}");
            assert_eq!(back.as_of, None);
        }
    }
}

#[test]
fn a_plan_with_every_field_is_serialised_and_read_back() {
    assert_read_back(&plan(&full().to_string()), load);
}

#[test]
fn what_is_denied_or_empty_is_serialised_as_such() {
    let edits = [
        ("party.registered", "false"),
        (
            "party.joining.applied",
            "{ patient-data = true, prescription = false }",
        ),
        ("party.joining.approved", "true"),
        ("access_point.ap1.certificate", "false"),
        ("access_point.ap1.systems", "[]"),
        ("access_point.ap1.addresses", "[]"),
        ("access_point.ap1.approval", "false"),
        ("access_point.ap1.full_duplication", "{}"),
        ("link.mpls-b.separate_route", "[]"),
        ("link.mpls-a.separate_route", "false"),
        ("link.mpls-a.justification", "false"),
        ("link.mpls-a.down_mbit", "9.875"),
        ("volume.assessed_need_mbit", "false"),
        ("signature_certificate", "false"),
        ("trust", "[]"),
        ("readiness", "{ disruption_notices = false }"),
    ];
    assert_read_back(&plan(&edited(&example("clinic.toml"), &edits)), load);
}

#[test]
fn a_certificate_that_is_not_there_is_still_named() {
    let file = plan(&edited(
        &example("clinic.toml"),
        &[
            ("access_point.ap1.certificate", "\"none.pem\""),
            (
                "access_point.ap1.servers",
                "[{}, { certificate = \"second.pem\" }]",
            ),
            ("signature_certificate", "{ file = \"third.pem\" }"),
            ("trust", "[\"fourth.pem\"]"),
        ],
    ));
    assert_eq!(file.absent().count(), 4);
    assert_read_back(&file, load);
}

/// The parts of a plan, each as its table, and a plan that no file ever held.
#[test]
fn a_plan_that_is_built_is_serialised_as_the_file_would_have_it() {
    let day = Date::constant(2025, 9, 1);
    let mut agreement = Agreement::default();
    agreement.signed = Some(day);
    agreement.until = Some(Claim::Denied);
    assert_eq!(
        serde_json::to_value(Claim::Stated(agreement)).unwrap(),
        json!({ "signed": "2025-09-01", "until": false })
    );
    let mut approval = Approval::default();
    approval.by = Some("Kela".into());
    let approval: Claim<Approval> = Claim::Stated(approval);
    assert_eq!(
        serde_json::to_value(approval).unwrap(),
        json!({ "by": "Kela" })
    );

    let mut joining = Joining::default();
    joining.applied_for = vec![(Service::Prescription, Claim::Stated(Some(day)))];
    joining.declared = Some(Claim::Stated(None));
    let mut party = Party::default();
    party.joining = joining;
    let mut link = Link::default();
    link.id = "a".into();
    link.from = "ap".into();
    link.to = "kanta".into();
    link.halls = Some(vec![Hall::A, Hall::C]);
    link.down_mbit = Some("9.9".parse().unwrap());
    link.up_mbit = Some("10".parse().unwrap());
    let mut route = SeparateRoute::default();
    route.from = "a".into();
    route.confirmed_by = Some(Claim::Denied);
    link.separate_routes = Some(Claim::Stated(vec![route]));
    let mut built = ConnectionPlan::default();
    built.party = Some(party);
    built.access_points.push(Default::default());
    built.access_points[0].id = "ap".into();
    built.uses.push(Use::new(Service::Prescription, "ap"));
    built.links.push(link);
    assert_eq!(
        serde_json::to_value(&built).unwrap(),
        json!({
            "format": 1,
            "party": {
                "joining": { "applied": { "prescription": "2025-09-01" }, "declared": true }
            },
            "access_point": [{ "id": "ap" }],
            "use": [{ "service": "prescription", "for": "party", "access_point": "ap" }],
            "link": [{
                "id": "a", "from": "ap", "to": "kanta", "halls": ["A", "C"],
                "down_mbit": 9.9, "up_mbit": 10,
                "separate_route": [{ "from": "a", "confirmed_by": false }],
            }],
        })
    );
    for back in read_back(&built, load) {
        assert_eq!(back.plan, built);
    }
}

#[test]
fn what_is_serialised_is_of_the_published_schema() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let mut texts: Vec<String> = examples().iter().map(|name| example(name)).collect();
    texts.push(full().to_string());
    for text in texts {
        let written = serde_json::to_value(plan(&text)).unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&written)
            .map(|it| it.to_string())
            .collect();
        assert_eq!(faults, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn json_is_read_with_every_fault_in_its_place() {
    let read = |text: &str| {
        let read = PlanFile::read_json(text.as_bytes(), &mut |_| Err(FileFault::NotFound));
        let faults = read.expect_err(text);
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        read("{\"format\": 1,\n\"party\": {\"kind\": \"provder\", \"registered\": \"1.9.2025\"}}"),
        [
            "line 2, column 19: `kind` does not take `provder`; did you mean `provider`; expected one of `provider`, \
             `pharmacist`, `hospital-pharmacy`, `medicine-centre`, `intermediary`",
            "line 2, column 44: `registered` takes the date on which it was done, or true or false, found a text",
        ]
    );
    assert_eq!(
        read("[]"),
        ["line 1, column 1: `` takes a table, found a list"]
    );
    assert_eq!(
        read("{\"format\": 1,"),
        ["line 1, column 13: this is not JSON: EOF while parsing a value"]
    );
    assert_eq!(
        read("{}"),
        [
            "line 1, column 1: the key `format` is missing, and nothing here can be understood without it"
        ]
    );
}

/// `toml::to_string` writes days as texts.
#[test]
fn a_day_may_stand_in_quotation_marks_and_must_be_one() {
    let with = |day: &str| edited(&example("clinic.toml"), &[("party.registered", day)]);
    assert_eq!(
        plan(&with("\"2019-03-01\"")).plan,
        plan(&with("2019-03-01")).plan
    );
    let faults = crate::harness::read(&with("\"2019-02-29\"")).unwrap_err();
    assert!(faults[0].to_string().contains("found a text"), "{faults}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a plan tells, it is read back from what is written of it.
    #[test]
    fn any_plan_is_serialised_and_read_back(file in strategies::plans()) {
        assert_read_back(&file, |_| Err(FileFault::NotFound));
    }
}
