//! Any text as an index in TOML: understood, or refused with places; and what is understood is
//! the same again from JSON Lines, and answers alike when deciding and when explaining.
#![no_main]

use kanta_address_index::{AddressIndex, Form, Request, Service, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = Source {
        form: Form::Toml,
        bytes,
    };
    match AddressIndex::read(&[source]) {
        Err(faults) => assert!(!faults.to_string().is_empty()),
        Ok(index) => same_again(&index),
    }
});

fn same_again(index: &AddressIndex) {
    let mut lines = String::new();
    index.write_json_lines(&mut lines).unwrap();
    let source = Source {
        form: Form::JsonLines,
        bytes: lines.as_bytes(),
    };
    let again = AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}\n{lines}"));
    assert!(again == *index);
    let day = index.header().issued;
    assert!(
        index
            .findings(day)
            .iter()
            .all(|finding| !finding.path.to_string().is_empty())
    );
    for right in index.rights() {
        for service in [right.service, Service::Prescription] {
            for day in [right.validity.from, right.validity.until, Some(day)]
                .into_iter()
                .flatten()
            {
                let request = Request::new(right.subject, right.access_point, service, day);
                assert_eq!(index.decide(&request), index.explain(&request).decision);
            }
        }
    }
}
