//! The index of the examples and a chain of the testkit: a clinic's access point that asks for its own rights.

use std::collections::BTreeSet;
use std::net::IpAddr;

use kanta_address_index::{AddressIndex, Form, Service, Source};
use kanta_admission::{
    AdmissionExplanation, Attempt, Connection, Evaluation, Policy, Presented, State,
};
use kanta_cert::{Certificate, Moment, TrustStore};
use kanta_oid::OwnerOid;
use kanta_testkit::{ChainBuilder, chain};

pub(crate) const INDEX: &str = include_str!("../../../../examples/data/index.toml");
pub(crate) const CLINIC: &str = "1.2.246.10.12345671.10.0";
pub(crate) const CLINIC_AP: &str = "1.2.246.10.12345671.10.0.13.1";
pub(crate) const UNIT: &str = "1.2.246.10.12345671.10.1";
pub(crate) const PHYSIO: &str = "1.2.246.10.76543212.10.0";
/// The serial number that the index has on record at the clinic's access point.
pub(crate) const ON_RECORD: [u8; 3] = [0x4f, 0x2a, 0x01];
/// Noon of 1.12.2025 in Finland.
pub(crate) const NOON: Moment = Moment::from_unix_seconds(1_764_583_200);

pub(crate) fn owner(text: &str) -> OwnerOid {
    text.parse().unwrap()
}

pub(crate) fn index(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}"))
}

pub(crate) fn trust(pem: &str) -> TrustStore {
    let mut store = TrustStore::new();
    store.trust("trust.pem", pem.as_bytes()).unwrap();
    store
}

/// What a decision is made from; each test takes it one step away from the good one.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) index: String,
    pub(crate) policy: Policy,
    pub(crate) chain: ChainBuilder,
    pub(crate) presents: bool,
    pub(crate) source: IpAddr,
    pub(crate) attempt: Attempt,
}

/// The clinic's own system, through its own access point, to the Prescription Service.
pub(crate) fn good() -> Case {
    let chain = chain().quick();
    Case {
        index: INDEX.to_owned(),
        policy: Policy::access_points(),
        chain: chain.with_end_entity(|it| it.certificate_serial(&ON_RECORD)),
        presents: true,
        source: "192.31.196.7".parse().unwrap(),
        attempt: Attempt::new(owner(CLINIC), Service::Prescription, NOON),
    }
}

impl Case {
    pub(crate) fn state(&self) -> State {
        State::new(
            index(&self.index),
            trust(&self.chain.trust_pem()),
            self.policy.clone(),
        )
    }

    pub(crate) fn presented(&self) -> Presented {
        if !self.presents {
            return Presented::without_certificate(self.source);
        }
        let certificate = Certificate::from_der(&self.chain.end_entity.der()).unwrap();
        Presented::new(certificate, self.source)
    }

    pub(crate) fn connection(&self) -> Connection {
        Connection::new(self.presented())
    }

    /// The answer, held against its explanation.
    pub(crate) fn explain(&self) -> AdmissionExplanation {
        explained(&self.state(), &self.connection(), &self.attempt)
    }

    pub(crate) fn missing(&self) -> BTreeSet<&'static str> {
        missing(&self.explain())
    }
}

/// Deciding and explaining give one answer, and a denial has a reason.
pub(crate) fn explained(
    state: &State,
    connection: &Connection,
    attempt: &Attempt,
) -> AdmissionExplanation {
    let explanation = state.explain(connection, attempt);
    assert_eq!(state.evaluate(connection, attempt), explanation.evaluation);
    let permits = matches!(explanation.evaluation, Evaluation::WouldPermit(_));
    assert_eq!(permits, explanation.missing().next().is_none());
    assert!(!(permits && explanation.is_undetermined()));
    explanation
}

pub(crate) fn missing(explanation: &AdmissionExplanation) -> BTreeSet<&'static str> {
    let missing = explanation.missing();
    missing
        .map(|condition| condition.requirement.id())
        .collect()
}
