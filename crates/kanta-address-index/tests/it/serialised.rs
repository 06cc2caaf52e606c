//! What serde writes is what the files have.

use kanta_address_index::{AddressIndex, Form, Records, Service, Source};
use serde_json::Value;

use crate::example::{EXAMPLE, read as example};

fn read(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Json,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap()
}

#[test]
fn an_index_is_serialised_as_its_file_and_read_back() {
    let index = example(EXAMPLE);
    let text = serde_json::to_string(&index).unwrap();
    let mut written = String::new();
    index.write(Form::Json, &mut written).unwrap();
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(parse(&text), parse(&written));
    assert!(read(&text) == index);
    assert_eq!(text, serde_json::to_string(&index.to_data_set()).unwrap());
}

#[test]
fn a_record_is_serialised_as_its_line() {
    let index = example(EXAMPLE);
    let mut lines = String::new();
    index.write_json_lines(&mut lines).unwrap();
    let mut lines = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    assert_eq!(lines.next().unwrap()["record"], "header");
    let records = Records::of(index.to_data_set());
    let mut written: Vec<Value> = Vec::new();
    let mut take = |value: serde_json::Result<Value>| match value.unwrap() {
        Value::Array(list) => written.extend(list),
        other => panic!("{other} is no list"),
    };
    take(serde_json::to_value(&records.parties));
    take(serde_json::to_value(&records.pharmacies));
    take(serde_json::to_value(&records.tenants));
    take(serde_json::to_value(&records.access_points));
    take(serde_json::to_value(&records.agreements));
    take(serde_json::to_value(&records.annotations));
    take(serde_json::to_value(&records.rights));
    let lines: Vec<Value> = lines
        .map(|mut line| {
            line.as_object_mut().unwrap().remove("record");
            line
        })
        .collect();
    assert!(lines.len() > 7);
    assert_eq!(written, lines);
}

#[test]
fn a_word_is_serialised_as_its_code() {
    for service in Service::ALL {
        assert_eq!(serde_json::to_value(service).unwrap(), service.code());
    }
}
