//! Clients that come back to a session: none can where the operator has not said so, and where some can, nothing that
//! was lost meanwhile is admitted.

use std::sync::Arc;

use kanta_admission::{Connection, Gate};
use kanta_rustls::{AccessPointVerifier, Listening, Resumption, TlsPeer, keep_no_sessions};
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, HandshakeKind, ServerConfig};

use crate::harness::tls::{handshake, identity, provider};
use crate::harness::{ADDRESS, INDEX, Memory, SetClock, gate, good, own, prescription, state};

const NAME: &str = "gate.valittaja.example";

fn listening(gate: &Arc<Gate>, clock: &SetClock, resumption: Resumption) -> ServerConfig {
    let (chain, key) = identity(&own());
    let listening = Listening::new(gate.clone(), provider());
    let listening = listening.clock(clock.clock()).resumption(resumption);
    listening.server(chain, key).unwrap()
}

/// A client that keeps sessions, as clients do.
fn client(
    version: &'static rustls::SupportedProtocolVersion,
    gate: &Arc<Gate>,
) -> Arc<ClientConfig> {
    let verifier = AccessPointVerifier::new(gate.clone(), &provider());
    let clock = Arc::new(SetClock::at_noon().clock());
    let builder = ClientConfig::builder_with_details(provider(), clock);
    let builder = builder.with_protocol_versions(&[version]).unwrap();
    let builder = builder.dangerous();
    let builder = builder.with_custom_certificate_verifier(Arc::new(verifier));
    let (chain, key) = identity(&good().end_entity);
    Arc::new(builder.with_client_auth_cert(chain, key).unwrap())
}

fn connect(client: &Arc<ClientConfig>, server: &Arc<ServerConfig>) -> (TlsPeer, HandshakeKind) {
    let ends = handshake(client, server, NAME).unwrap();
    let kind = ends.server.handshake_kind().unwrap();
    let peer = TlsPeer::of(&ends.server, ADDRESS.parse().unwrap());
    assert_eq!(peer.is_resumed(), kind == HandshakeKind::Resumed);
    (peer, kind)
}

fn missing(gate: &Gate, peer: &Connection, clock: &SetClock) -> Vec<&'static str> {
    let admission = gate.admit(peer, &prescription(clock.clock().now()));
    let missing = admission.report.explanation.missing();
    let missing: Vec<_> = missing.map(|link| link.requirement.id()).collect();
    assert_eq!(admission.answer.is_ok(), missing.is_empty());
    missing
}

#[test]
fn nobody_comes_back_unless_the_operator_says_so() {
    let gate = gate(state(INDEX, &good()), Box::new(Memory::default()));
    let clock = SetClock::at_noon();
    let never = listening(&gate, &clock, Resumption::Never);
    // One that was built elsewhere, with sessions and tickets, and then told.
    let mut told = listening(&gate, &clock, Resumption::Sessions(16));
    told.ticketer = rustls::crypto::ring::Ticketer::new().unwrap();
    keep_no_sessions(&mut told);
    for server in [never, told].map(Arc::new) {
        for version in [&TLS12, &TLS13] {
            let client = client(version, &gate);
            for _ in 0..3 {
                let (peer, kind) = connect(&client, &server);
                assert_ne!(kind, HandshakeKind::Resumed);
                assert!(missing(&gate, &peer, &clock).is_empty());
            }
        }
    }
}

#[test]
fn who_comes_back_is_admitted_to_nothing_that_was_lost_meanwhile() {
    for version in [&TLS12, &TLS13] {
        let gate = gate(state(INDEX, &good()), Box::new(Memory::default()));
        let clock = SetClock::at_noon();
        let server = Arc::new(listening(&gate, &clock, Resumption::Sessions(16)));
        let client = client(version, &gate);
        let come_back = || {
            let (peer, kind) = connect(&client, &server);
            assert_eq!(kind, HandshakeKind::Resumed, "{version:?}");
            peer
        };
        let (first, kind) = connect(&client, &server);
        assert_ne!(kind, HandshakeKind::Resumed);
        assert!(missing(&gate, &first, &clock).is_empty());
        assert!(missing(&gate, &come_back(), &clock).is_empty());

        // The right was withdrawn.
        let withdrawn = INDEX.replace("service = \"prescription\"", "service = \"imaging\"");
        gate.live().replace(state(&withdrawn, &good()));
        let no_right = ["connection-models/no-right-on-the-day"];
        assert_eq!(missing(&gate, &come_back(), &clock), no_right);
        assert_eq!(
            missing(&gate, &first, &clock),
            no_right,
            "the one that stayed"
        );

        // The certificate was revoked: the handshake does not notice, the request does.
        let serial = crate::harness::ON_RECORD;
        let revoked = good().with_crl(|it| it.revoke(&serial, "2025-11-30T22:00:00Z", None));
        gate.live().replace(state(INDEX, &revoked));
        let is_revoked = ["private-network/certificate-revoked"];
        assert_eq!(missing(&gate, &come_back(), &clock), is_revoked);
        assert_eq!(missing(&gate, &first, &clock), is_revoked);
        gate.live().replace(state(INDEX, &good()));
        assert!(missing(&gate, &come_back(), &clock).is_empty());
    }
}

#[test]
fn who_comes_back_with_a_certificate_that_ended_is_refused_at_the_request() {
    for version in [&TLS12, &TLS13] {
        // Ends an hour after noon.
        let short = |it: kanta_testkit::CertificateBuilder| {
            it.valid("2025-08-31T21:00:00Z", "2025-12-01T11:00:00Z")
        };
        let chain = good().with_end_entity(short);
        let gate = gate(state(INDEX, &chain), Box::new(Memory::default()));
        let clock = SetClock::at_noon();
        let server = Arc::new(listening(&gate, &clock, Resumption::Sessions(16)));
        let mut config = ClientConfig::clone(&client(version, &gate));
        let (certificates, key) = identity(&chain.end_entity);
        let signer = rustls::crypto::ring::sign::any_supported_type(&key).unwrap();
        config.client_auth_cert_resolver = Arc::new(rustls::sign::SingleCertAndKey::from(
            rustls::sign::CertifiedKey::new(certificates, signer),
        ));
        let client = Arc::new(config);
        let (first, _) = connect(&client, &server);
        assert!(missing(&gate, &first, &clock).is_empty());
        let end = crate::harness::NOON + 3600;
        for (at, ended) in [(end, false), (end + 1, true)] {
            clock.set(at);
            let (peer, kind) = connect(&client, &server);
            assert_eq!(kind, HandshakeKind::Resumed);
            for peer in [&peer, &first] {
                let missing = missing(&gate, peer, &clock);
                assert_eq!(
                    missing.contains(&"private-network/path-certificate-not-valid"),
                    ended
                );
            }
        }
    }
}
