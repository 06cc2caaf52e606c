//! A good index, for tests that spoil it.

use kanta_address_index::{AddressIndex, Faults, Form, Source};

pub(crate) const GOOD: &str = r#"format = 1
version = "1"
issued = 2025-12-01
expires = 2026-12-01

[[party]]
id = "clinic"
oid = "1.2.246.10.12345671.10.0"
kind = "provider"

[[access_point]]
id = "ap"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "clinic"
addresses = ["192.31.196.7"]

[[right]]
for = "clinic"
access_point = "ap"
service = "prescription"
from = 2025-10-06
until = 2026-10-06
"#;

pub(crate) fn read(form: Form, text: &str) -> Result<AddressIndex, Faults> {
    AddressIndex::read(&[Source {
        form,
        bytes: text.as_bytes(),
    }])
}

pub(crate) fn faults(read: Result<AddressIndex, Faults>) -> Vec<String> {
    let faults = read.err().map(|faults| faults.as_slice().to_vec());
    let faults = faults.unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}
