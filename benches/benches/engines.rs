//! Other engines with the same rules and the same facts: Cedar and regorus. Equal answers first.
//!
//! Behind the feature `engines`, for their builds are long. Arguments and output: `kanta_benches::table`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision as CedarDecision, Entities, Entity, EntityId, EntityTypeName,
    EntityUid, PolicySet, Request as CedarRequest, RestrictedExpression,
};
use kanta_address_index::{AddressIndex, Request, Service};
use kanta_benches::table::{Bench, Unit, nanos_each};
use kanta_benches::world::{DAY, Dice, world};
use kanta_conformance::Outcome;
use kanta_oid::{AccessPointOid, OwnerOid};
use kanta_policy::{ConnectionPlan, FileFault, PlanFile, evaluate};

/// The rows that the policy in Rego has too.
const RULES: [&str; 20] = [
    "access-point-outside-eu",
    "access-point-abroad-not-approved",
    "address-not-fixed",
    "several-addresses",
    "no-stateful-firewall",
    "no-malware-protection",
    "tls-version-too-old",
    "server-certificate-missing",
    "oid-used-twice",
    "links-not-redundant",
    "open-internet-not-justified",
    "open-internet-risks-not-heeded",
    "imaging-over-open-internet",
    "hall-not-reached",
    "speed-not-symmetric",
    "link-too-slow-under-10000-documents",
    "capacity-need-not-defined",
    "link-below-defined-need",
    "connection-not-scalable",
    "system-signature-certificate-missing",
];

/// The same rules over the plan as JSON: what is violated, as a set of ids.
const REGO: &str = r#"
package kanta
import rego.v1

eu := {"AT","BE","BG","CY","CZ","DE","DK","EE","ES","FI","FR","GR","HR","HU","IE","IT","LT","LU","LV","MT","NL","PL","PT","RO","SE","SI","SK"}
old := {"ssl-2.0","ssl-3.0","1.0","1.1"}
halls := {"A","B","C"}
primary contains l if { some l in input.link; l.role == "primary" }
open contains l if { some l in input.link; l.network == "open-internet" }
archives if { some u in input.use; u.service in {"patient-data","social-welfare","imaging"} }

violated contains "access-point-outside-eu" if { some p in input.access_point; not p.country in eu }
violated contains "access-point-abroad-not-approved" if { some p in input.access_point; p.country != "FI"; p.approval == false }
violated contains "address-not-fixed" if { some p in input.access_point; some a in p.addresses; a.fixed == false }
violated contains "several-addresses" if { some p in input.access_point; count(p.addresses) > 1 }
violated contains "no-stateful-firewall" if { some p in input.access_point; p.stateful_firewall == false }
violated contains "no-malware-protection" if { some p in input.access_point; p.malware_protection == false }
violated contains "tls-version-too-old" if { some p in input.access_point; some v in p.tls; v in old }
violated contains "server-certificate-missing" if { some p in input.access_point; p.certificate == false }
violated contains "oid-used-twice" if { some i, p in input.access_point; some j, q in input.access_point; i != j; p.oid == q.oid }
violated contains "links-not-redundant" if { some p in input.access_point; count([l | some l in input.link; l.from == p.id]) < 2 }
violated contains "open-internet-not-justified" if { some l in open; l.role == "primary"; l.justification == false }
violated contains "open-internet-risks-not-heeded" if { some l in open; l.risks == false }
violated contains "imaging-over-open-internet" if { some l in open; some u in input.use; u.access_point == l.from; u.service == "imaging" }
violated contains "hall-not-reached" if { some l in input.link; l.network == "private"; l.to == "kanta"; some h in halls; not h in l.halls }
violated contains "speed-not-symmetric" if { some l in input.link; l.down_mbit != l.up_mbit }
violated contains "link-too-slow-under-10000-documents" if { archives; input.volume.documents_per_day < 10000; some l in primary; min([l.down_mbit, l.up_mbit]) < 30 }
violated contains "capacity-need-not-defined" if { input.volume.assessed_need_mbit == false }
violated contains "link-below-defined-need" if { some l in primary; min([l.down_mbit, l.up_mbit]) < input.volume.assessed_need_mbit }
violated contains "connection-not-scalable" if { input.volume.scalable == false }
violated contains "system-signature-certificate-missing" if { input.signature_certificate == false; some u in input.use; u.service in {"patient-data","social-welfare"} }
"#;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data")
}

fn read(text: &str) -> ConnectionPlan {
    let mut load = |name: &str| std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound);
    let file = PlanFile::read(text.as_bytes(), &mut load);
    file.expect("a plan without faults").plan
}

/// The plan as JSON, dates as texts: the input of the policy in Rego.
fn json(text: &str) -> serde_json::Value {
    fn value(toml: toml::Value) -> serde_json::Value {
        match toml {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(value).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(k, v)| (k, value(v))).collect(),
        }
    }
    value(toml::Value::Table(text.parse().expect("TOML")))
}

/// What we say is violated, among the twenty.
fn ours(plan: &ConnectionPlan) -> BTreeSet<String> {
    let findings = evaluate(plan, DAY).findings.into_iter();
    findings
        .filter(|finding| matches!(finding.outcome, Outcome::Violated { .. }))
        .filter_map(|finding| finding.requirement.id().strip_prefix("connection-models/"))
        .filter(|id| RULES.contains(id))
        .map(str::to_owned)
        .collect()
}

/// A plan's rows beside twenty of the same in Rego: the time of one.
fn plans(bench: &mut Bench, name: &str) {
    let text = std::fs::read_to_string(data().join(name)).expect("a plan");
    let plan = read(&text);
    let mut rego = regorus::Engine::new();
    rego.add_policy("kanta.rego".into(), REGO.into())
        .expect("a policy");
    let input = regorus::Value::from_json_str(&json(&text).to_string()).expect("an input");
    let mut ask = || {
        rego.set_input(input.clone());
        rego.eval_rule("data.kanta.violated".into())
            .expect("an answer")
    };
    let answer = ask();
    let theirs: BTreeSet<String> = answer
        .as_set()
        .expect("a set")
        .iter()
        .map(|id| id.as_string().expect("a text").to_string())
        .collect();
    assert_eq!(ours(&plan), theirs, "{name}");
    let findings = evaluate(&plan, DAY).findings.into_iter();
    let rows: BTreeSet<&str> = findings.map(|finding| finding.requirement.id()).collect();
    let [by_us, by_rego] = bench.race_short([
        &mut || {
            black_box(evaluate(black_box(&plan), DAY));
        },
        &mut || {
            black_box(ask());
        },
    ]);
    let (by_us, by_rego) = (by_us / rows.len() as f64, by_rego / RULES.len() as f64);
    bench.at_most(
        &format!("{name}: one requirement, beside one rule"),
        Unit::Time,
        by_rego,
        by_us,
        0.1,
    );
}

/// Cedar and regorus with the same rights and the same requests.
fn rights(bench: &mut Bench) {
    let size = bench.size(100_000, 1_000);
    let data = world(size);
    let mut dice = Dice(11);
    let requests: Vec<Request> = (0..1 << 12)
        .map(|at| {
            let right = &data.rights[dice.below(data.rights.len())];
            let other = &data.rights[dice.below(data.rights.len())];
            let subject = [right.subject, other.subject][at % 2];
            Request::new(subject, right.access_point, right.service, DAY)
        })
        .collect();
    let index = AddressIndex::build(data.clone()).expect("understood");
    // Cedar: one policy; the rights are an attribute of the party.
    let uid = |kind: &str, id: &str| {
        EntityUid::from_type_name_and_id(
            EntityTypeName::from_str(kind).expect("a name"),
            EntityId::new(id),
        )
    };
    let name = |point: AccessPointOid, service: Service| format!("{point} {service}");
    let policies = PolicySet::from_str(
        "permit(principal, action, resource) when { principal.rights.contains(resource) };",
    )
    .expect("a policy");
    let mut by_party = std::collections::HashMap::<OwnerOid, Vec<RestrictedExpression>>::new();
    for right in &data.rights {
        let resource = uid("Right", &name(right.access_point, right.service));
        by_party
            .entry(right.subject)
            .or_default()
            .push(RestrictedExpression::new_entity_uid(resource));
    }
    let entities = by_party.into_iter().map(|(party, rights)| {
        let rights = RestrictedExpression::new_set(rights);
        let attributes = [("rights".to_owned(), rights)].into_iter().collect();
        Entity::new(
            uid("Party", &party.to_string()),
            attributes,
            std::collections::HashSet::new(),
        )
        .expect("an entity")
    });
    let entities = Entities::from_entities(entities, None).expect("entities");
    let cedar = Authorizer::new();
    let asked: Vec<CedarRequest> = requests
        .iter()
        .map(|request| {
            CedarRequest::new(
                uid("Party", &request.subject.to_string()),
                uid("Action", "use"),
                uid("Right", &name(request.access_point, request.service)),
                Context::empty(),
                None,
            )
            .expect("a request")
        })
        .collect();
    // regorus: the rights are a map of data, looked up by one rule.
    let mut rego = regorus::Engine::new();
    let policy = "package kanta\nimport rego.v1\ndefault allow := false\nallow if data.rights[input.party][input.right]";
    rego.add_policy("kanta.rego".into(), policy.into())
        .expect("a policy");
    let mut by_party = std::collections::BTreeMap::<String, Vec<String>>::new();
    for right in &data.rights {
        by_party
            .entry(right.subject.to_string())
            .or_default()
            .push(format!(
                "\"{}\":true",
                name(right.access_point, right.service)
            ));
    }
    let parties: Vec<String> = by_party
        .iter()
        .map(|(party, rights)| format!("\"{party}\":{{{}}}", rights.join(",")))
        .collect();
    let json = format!("{{\"rights\":{{{}}}}}", parties.join(","));
    rego.add_data_json(&json).expect("data");
    let inputs: Vec<regorus::Value> = requests
        .iter()
        .map(|request| {
            let right = name(request.access_point, request.service);
            let input = format!(
                "{{\"party\":\"{}\",\"right\":\"{right}\"}}",
                request.subject
            );
            regorus::Value::from_json_str(&input).expect("an input")
        })
        .collect();
    let rule = "data.kanta.allow".to_owned();
    for ((request, cedars), input) in requests.iter().zip(&asked).zip(&inputs) {
        let ours = index.decide(request).is_permit();
        let answer = cedar.is_authorized(cedars, &policies, &entities).decision();
        assert_eq!(ours, answer == CedarDecision::Allow);
        rego.set_input(input.clone());
        assert_eq!(
            rego.eval_rule(rule.clone()).expect("an answer"),
            regorus::Value::from(ours)
        );
    }
    let [by_us, by_cedar, by_rego] = bench.race(
        [
            &mut || {
                for request in &requests {
                    let _ = black_box(index.decide(black_box(request)));
                }
            },
            &mut || {
                for request in &asked {
                    black_box(cedar.is_authorized(request, &policies, &entities));
                }
            },
            &mut || {
                for input in &inputs {
                    rego.set_input(input.clone());
                    black_box(rego.eval_rule(rule.clone())).expect("an answer");
                }
            },
        ],
        5,
    );
    let each = |time| nanos_each(time, requests.len());
    bench.section(&format!("A decision at {size} rights"), "engine");
    for (name, time) in [("Cedar", by_cedar), ("regorus", by_rego)] {
        bench.beside(
            &format!("beside {name}"),
            Unit::Time,
            each(time),
            each(by_us),
        );
    }
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    rights(&mut bench);
    bench.section("A plan judged", "regorus");
    for name in ["clinic.toml", "broken.toml"] {
        plans(&mut bench, name);
    }
    bench.finish()
}
