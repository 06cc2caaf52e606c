//! Attempts of whoever presents whatever: deciding is explaining, and a denial always has a reason.
#![no_main]

use std::net::IpAddr;
use std::sync::OnceLock;

use kanta_address_index::{AddressIndex, Form, Service, Source};
use kanta_admission::{Attempt, Connection, Policy, Presented, State};
use kanta_cert::{Moment, TrustStore};
use libfuzzer_sys::fuzz_target;

const INDEX: &[u8] = include_bytes!("../../examples/data/index.toml");
const TRUST: &[u8] = include_bytes!("../../examples/data/certificates/trust.pem");
const SOURCES: [&str; 4] = [
    "192.31.196.7",
    "192.175.48.3",
    "192.31.196.70",
    "2001:db8::7",
];
const OWNERS: [&str; 5] = [
    "1.2.246.10.12345671.10.0",
    "1.2.246.10.76543212.10.0",
    "1.2.246.10.12345671.10.1",
    "1.2.246.553.1.1234",
    "1.2.246.10.99999999.10.0",
];

fn state() -> &'static State {
    static STATE: OnceLock<State> = OnceLock::new();
    STATE.get_or_init(|| {
        let source = Source {
            form: Form::Toml,
            bytes: INDEX,
        };
        let index = AddressIndex::read(&[source]).expect("it is the example");
        let mut trust = TrustStore::new();
        trust.trust("trust.pem", TRUST).expect("it is the example");
        State::new(index, trust, Policy::access_points())
    })
}

fn pick<T: Copy>(all: &[T], byte: u8) -> T {
    all[usize::from(byte) % all.len()]
}

fuzz_target!(|bytes: &[u8]| {
    // Six bytes tell what is asked; the rest is the certificate.
    let Some((&[source, subject, service, tenant, unit, hours], der)) = bytes.split_first_chunk()
    else {
        return;
    };
    let owner = |byte| pick(&OWNERS, byte).parse().expect("an OID");
    let noon = 1_764_583_200 + (i64::from(hours) - 128) * 3600;
    let mut attempt = Attempt::new(
        owner(subject),
        pick(Service::ALL, service),
        Moment::from_unix_seconds(noon),
    );
    attempt.tenant = (tenant > 127).then(|| owner(tenant));
    attempt.service_unit = (unit > 127).then(|| owner(unit));
    let source: IpAddr = pick(&SOURCES, source).parse().expect("an address");
    let presented = if der.is_empty() {
        Presented::without_certificate(source)
    } else {
        Presented::from_der(der, source)
    };
    let connection = Connection::new(presented);
    let explanation = state().explain(&connection, &attempt);
    assert_eq!(
        state().evaluate(&connection, &attempt),
        explanation.evaluation
    );
    let permits = explanation.evaluation.would_permit();
    assert_eq!(permits, explanation.missing().next().is_none());
    // Nobody gets in but by the certificate on record, from its own address.
    if permits {
        let seen = connection
            .presented()
            .certificate()
            .expect("it was presented");
        assert_eq!(seen.certificate_serial(), [0x4f, 0x2a, 0x01]);
        assert_eq!(source.to_string(), SOURCES[0]);
    }
});
