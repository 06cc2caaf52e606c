//! The example index of the repository, whole or with one text replaced.

use kanta_address_index::{AddressIndex, Form, Permitted, Request, Service, Source};
use kanta_conformance::Date;

pub(crate) const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn read(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The example with one text replaced.
pub(crate) fn instead(of: &str, is: &str) -> AddressIndex {
    assert_eq!(EXAMPLE.matches(of).count(), 1, "{of}");
    read(&EXAMPLE.replace(of, is))
}

pub(crate) fn ask(
    index: &AddressIndex,
    subject: &str,
    point: &str,
    service: Service,
    on: &str,
) -> Request {
    let subject = index.owner_named(subject).unwrap();
    let point = index.access_point_named(point).unwrap();
    Request::new(subject, point, service, day(on))
}

/// The ids of the requirements that stand in the way, without their document.
pub(crate) fn missing(index: &AddressIndex, request: &Request) -> Vec<&'static str> {
    let explanation = index.explain(request);
    assert_eq!(explanation.decision, index.decide(request));
    let ids = explanation.missing().map(|link| link.requirement.id());
    ids.map(|id| id.split_once('/').unwrap().1).collect()
}

pub(crate) fn shown(index: &AddressIndex, rights: &[Permitted]) -> Vec<String> {
    let show = |permitted: &Permitted| {
        let right = &permitted.right;
        let subject = index.id_of_owner(right.subject).unwrap();
        let point = index.id_of_access_point(right.access_point).unwrap();
        format!("{subject} {point} {}", right.service)
    };
    rights.iter().map(show).collect()
}
