//! A clinic's access point that calls a gateway, both on certificates of one chain; connections in memory.
#![cfg_attr(
    not(all(feature = "ring", feature = "tower")),
    allow(dead_code, reason = "some tests need more features")
)]

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use kanta_address_index::{AddressIndex, Form, Service, Source};
use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Sink, SinkError};
use kanta_admission::{Attempt, Gate, Live, Policy, State};
use kanta_cert::{Moment, TrustStore};
use kanta_rustls::Clock;
use kanta_testkit::{CertificateBuilder, ChainBuilder, chain};

pub(crate) const INDEX: &str = include_str!("../../../../examples/data/index.toml");
pub(crate) const CLINIC: &str = "1.2.246.10.12345671.10.0";
/// The serial number that the index has on record at the clinic's access point.
pub(crate) const ON_RECORD: [u8; 3] = [0x4f, 0x2a, 0x01];
pub(crate) const ADDRESS: &str = "192.31.196.7";
/// Noon of 1.12.2025 in Finland.
pub(crate) const NOON: i64 = 1_764_583_200;

pub(crate) fn now() -> Moment {
    Moment::from_unix_seconds(NOON)
}

/// A clock that a test sets.
#[derive(Clone)]
pub(crate) struct SetClock(Arc<AtomicI64>);

impl SetClock {
    pub(crate) fn at_noon() -> Self {
        Self(Arc::new(AtomicI64::new(NOON)))
    }

    pub(crate) fn set(&self, seconds: i64) {
        self.0.store(seconds, Ordering::Relaxed);
    }

    pub(crate) fn clock(&self) -> Clock {
        let at = Arc::clone(&self.0);
        Clock::new(move || Moment::from_unix_seconds(at.load(Ordering::Relaxed)))
    }
}

/// The chain of everybody, with the clinic's certificate that is on record.
pub(crate) fn good() -> ChainBuilder {
    let chain = chain().quick();
    chain.with_end_entity(|it| it.certificate_serial(&ON_RECORD))
}

/// The gateway's own certificate, of the same CA.
pub(crate) fn own() -> CertificateBuilder {
    let certificate = chain().quick().end_entity;
    let certificate = certificate.serial_number("1.2.246.537.6.918.18.42.13.1");
    certificate
        .subject_attribute("CN", "gate.valittaja.example")
        .common_name("gate.valittaja.example")
        .without_san()
        .dns_name("gate.valittaja.example")
        .certificate_serial(&[0x11, 0x22])
}

pub(crate) fn state(index: &str, chain: &ChainBuilder) -> State {
    let source = Source {
        form: Form::Toml,
        bytes: index.as_bytes(),
    };
    let index = AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}"));
    let mut trust = TrustStore::new();
    let pem = chain.trust_pem();
    trust.trust("trust.pem", pem.as_bytes()).unwrap();
    State::new(index, trust, Policy::access_points())
}

/// Takes everything into memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(pub(crate) Arc<Mutex<Vec<u8>>>);

impl Sink for Memory {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(())
    }

    fn checkpoint(&mut self, _: &Checkpoint) -> Result<(), SinkError> {
        Ok(())
    }

    fn wait(&mut self) {}
}

pub(crate) fn gate(state: State, sink: Box<dyn Sink>) -> Arc<Gate> {
    let log = Log::new("gate", Head::empty("gate"), sink, OnFull::Refuse, 1000);
    Arc::new(Gate::new(Live::new(state), log.unwrap()))
}

pub(crate) fn prescription(at: Moment) -> Attempt {
    Attempt::new(CLINIC.parse().unwrap(), Service::Prescription, at)
}

#[cfg(feature = "ring")]
pub(crate) mod tls {
    use std::sync::Arc;

    use kanta_testkit::CertificateBuilder;
    use rustls::crypto::{CryptoProvider, ring};
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer};
    use rustls::{ClientConfig, ClientConnection, Error, ServerConfig, ServerConnection};

    pub(crate) fn provider() -> Arc<CryptoProvider> {
        Arc::new(ring::default_provider())
    }

    pub(crate) fn identity(
        certificate: &CertificateBuilder,
    ) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let chain = vec![CertificateDer::from(certificate.der())];
        let key = PrivateKeyDer::from_pem_slice(certificate.private_key_pem().as_bytes());
        (chain, key.unwrap())
    }

    /// Both ends after a handshake, or how each of them saw it fail.
    #[derive(Debug)]
    pub(crate) struct Ends {
        pub(crate) server: ServerConnection,
    }

    #[derive(Debug)]
    pub(crate) struct Failed {
        pub(crate) client: Option<Error>,
        pub(crate) server: Option<Error>,
    }

    pub(crate) fn handshake(
        client: &Arc<ClientConfig>,
        server: &Arc<ServerConfig>,
        name: &'static str,
    ) -> Result<Ends, Box<Failed>> {
        let name = name.try_into().unwrap();
        let mut client = ClientConnection::new(Arc::clone(client), name).unwrap();
        let mut server = ServerConnection::new(Arc::clone(server)).unwrap();
        let mut failed = Failed {
            client: None,
            server: None,
        };
        for _ in 0..10 {
            let mut sent = Vec::new();
            while client.wants_write() {
                client.write_tls(&mut sent).unwrap();
            }
            let mut rest = &sent[..];
            while !rest.is_empty() {
                server.read_tls(&mut rest).unwrap();
                if let Err(error) = server.process_new_packets() {
                    failed.server.get_or_insert(error);
                    break;
                }
            }
            let mut sent = Vec::new();
            while server.wants_write() {
                server.write_tls(&mut sent).unwrap();
            }
            let mut rest = &sent[..];
            while !rest.is_empty() {
                client.read_tls(&mut rest).unwrap();
                if let Err(error) = client.process_new_packets() {
                    failed.client.get_or_insert(error);
                    break;
                }
            }
        }
        if failed.client.is_some() || failed.server.is_some() {
            return Err(Box::new(failed));
        }
        assert!(!client.is_handshaking() && !server.is_handshaking());
        Ok(Ends { server })
    }
}
