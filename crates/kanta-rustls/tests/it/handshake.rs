//! Handshakes: the good one, and each certificate that is refused; what the operator is told, and what the peer is.

use std::sync::Arc;

use kanta_admission::Gate;
use kanta_rustls::{Calling, Listening, Refused};
use kanta_testkit::{CertificateBuilder, ChainBuilder, system_signature_certificate};
use rustls::client::Resumption;
use rustls::version::{TLS12, TLS13};
use rustls::{AlertDescription, ClientConfig, Error, ProtocolVersion, ServerConfig};

use crate::harness::tls::{Failed, handshake, identity, provider};
use crate::harness::{INDEX, Memory, SetClock, gate, good, own, state};

const NAME: &str = "gate.valittaja.example";

fn gate_of(chain: &ChainBuilder) -> Arc<Gate> {
    gate(state(INDEX, chain), Box::new(Memory::default()))
}

fn server(gate: &Arc<Gate>, certificate: &CertificateBuilder) -> Arc<ServerConfig> {
    let (chain, key) = identity(certificate);
    let listening = Listening::new(gate.clone(), provider()).clock(SetClock::at_noon().clock());
    Arc::new(listening.server(chain, key).unwrap())
}

fn client(gate: &Arc<Gate>, certificate: &CertificateBuilder) -> Arc<ClientConfig> {
    let (chain, key) = identity(certificate);
    let calling = Calling::new(gate.clone(), provider()).clock(SetClock::at_noon().clock());
    Arc::new(calling.client(chain, key).unwrap())
}

/// A client of one version, with that certificate or none, that sees the server's by the good chain.
fn speaking(
    version: &'static rustls::SupportedProtocolVersion,
    certificate: Option<&CertificateBuilder>,
) -> Arc<ClientConfig> {
    let gate = gate_of(&good());
    let verifier = kanta_rustls::AccessPointVerifier::new(gate, &provider());
    let clock = Arc::new(SetClock::at_noon().clock());
    let builder = ClientConfig::builder_with_details(provider(), clock);
    let builder = builder.with_protocol_versions(&[version]).unwrap();
    let builder = builder.dangerous();
    let builder = builder.with_custom_certificate_verifier(Arc::new(verifier));
    let mut config = match certificate {
        None => builder.with_no_client_auth(),
        Some(certificate) => {
            let (chain, key) = identity(certificate);
            builder.with_client_auth_cert(chain, key).unwrap()
        }
    };
    config.resumption = Resumption::disabled();
    Arc::new(config)
}

#[test]
fn both_versions_are_spoken_and_both_ends_verify() {
    let chain = good();
    let gate = gate_of(&chain);
    let server = server(&gate, &own());
    let both = handshake(&client(&gate, &chain.end_entity), &server, NAME).unwrap();
    assert_eq!(
        both.server.protocol_version(),
        Some(ProtocolVersion::TLSv1_3)
    );
    for version in [&TLS12, &TLS13] {
        let client = speaking(version, Some(&chain.end_entity));
        let both = handshake(&client, &server, NAME).unwrap();
        assert_eq!(both.server.protocol_version(), Some(version.version));
        let peer = kanta_rustls::TlsPeer::of(&both.server, "192.31.196.7".parse().unwrap());
        let shown = peer.presented().certificate().unwrap();
        assert_eq!(shown.der(), chain.end_entity.der());
        assert!(!peer.is_resumed());
    }
}

/// The reason on our side, and the alert on the other.
fn refusal(failed: &Failed) -> (&Refused, AlertDescription) {
    let ours = failed.server.as_ref().and_then(Refused::of).unwrap();
    match &failed.client {
        Some(Error::AlertReceived(alert)) => (ours, *alert),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_certificate_that_is_refused_has_its_reason_and_the_peer_only_an_alert() {
    let leaf = || good().end_entity;
    let revoked =
        good().with_crl(|it| it.revoke(&crate::harness::ON_RECORD, "2025-11-30T22:00:00Z", None));
    let stale = good().with_crl(|it| it.next_update("2025-12-01T09:00:00Z"));
    let unlisted = good().without_crls();
    let other_ca = good().with_ca(|it| it.other_key());
    let cases: [(&str, ChainBuilder, CertificateBuilder, &str); 8] = [
        (
            "expired",
            good(),
            leaf().expired(),
            "private-network/path-certificate-not-valid",
        ),
        (
            "not yet valid",
            good(),
            leaf().not_yet_valid(),
            "private-network/path-certificate-not-valid",
        ),
        (
            "revoked",
            revoked,
            leaf(),
            "private-network/certificate-revoked",
        ),
        (
            "a stale list",
            stale,
            leaf(),
            "private-network/certificate-revoked",
        ),
        (
            "no lists",
            unlisted,
            leaf(),
            "private-network/certificate-revoked",
        ),
        (
            "signed by another key",
            other_ca,
            leaf(),
            "private-network/path-signature-false",
        ),
        (
            "a broken signature",
            good(),
            leaf().broken_signature(),
            "private-network/path-signature-false",
        ),
        (
            "another issuer",
            good(),
            leaf().issuer("C=FI, O=Joku muu, CN=Joku muu CA"),
            "private-network/path-without-trust-anchor",
        ),
    ];
    for (what, trusted, certificate, reason) in cases {
        let server = server(&gate_of(&trusted), &own());
        for version in [&TLS12, &TLS13] {
            let client = speaking(version, Some(&certificate));
            let failed = handshake(&client, &server, NAME).unwrap_err();
            let (ours, alert) = refusal(&failed);
            let found: Vec<_> = ours.requirements().collect();
            assert!(found.contains(&reason), "{what}: {found:?}");
            assert_eq!(alert, AlertDescription::CertificateUnknown, "{what}");
            assert!(
                ours.to_string().starts_with("`kanta.klinikka.example`: "),
                "{ours}"
            );
        }
    }
}

#[test]
fn the_profile_is_asked_for() {
    let signature = system_signature_certificate().issuer_key(kanta_testkit::TestKey::P256);
    let of_nobody = good().end_entity.without_serial_number();
    let server = server(&gate_of(&good()), &own());
    for certificate in [signature, of_nobody] {
        let failed = handshake(&speaking(&TLS13, Some(&certificate)), &server, NAME).unwrap_err();
        let (ours, alert) = refusal(&failed);
        assert!(ours.requirements().next().is_some());
        assert_eq!(alert, AlertDescription::CertificateUnknown);
    }
}

#[test]
fn without_a_certificate_nobody_connects() {
    let server = server(&gate_of(&good()), &own());
    for version in [&TLS12, &TLS13] {
        let failed = handshake(&speaking(version, None), &server, NAME).unwrap_err();
        assert_eq!(failed.server, Some(Error::NoCertificatesPresented));
    }
}

#[test]
fn a_server_that_is_called_is_verified_too() {
    let chain = good();
    let gate = gate_of(&chain);
    let caller = client(&gate, &chain.end_entity);
    let told = |certificate: &CertificateBuilder, name| {
        let failed = handshake(&caller, &server(&gate, certificate), name).unwrap_err();
        failed
            .client
            .as_ref()
            .and_then(Refused::of)
            .unwrap()
            .clone()
    };
    assert!(matches!(
        told(&own(), "other.example"),
        Refused::OtherName(_)
    ));
    let expired: Vec<_> = told(&own().expired(), NAME).requirements().collect();
    assert!(
        expired.contains(&"private-network/path-certificate-not-valid"),
        "{expired:?}"
    );
    // The access point that should answer, and another.
    let (chain_of_client, key) = identity(&chain.end_entity);
    let calling = |oid: &str| {
        let calling = Calling::new(gate.clone(), provider()).clock(SetClock::at_noon().clock());
        let calling = calling.access_point(oid.parse().unwrap());
        Arc::new(
            calling
                .client(chain_of_client.clone(), key.clone_key())
                .unwrap(),
        )
    };
    let server = server(&gate, &own());
    handshake(&calling("1.2.246.537.6.918.18.42.13.1"), &server, NAME).unwrap();
    let failed = handshake(&calling("1.2.246.537.6.918.18.42.13.2"), &server, NAME).unwrap_err();
    let reason = failed.client.as_ref().and_then(Refused::of).unwrap();
    assert!(reason.requirements().next().is_some());
}

#[test]
fn trust_and_lists_of_now_count_at_the_next_handshake() {
    let chain = good();
    let gate = gate_of(&chain);
    let server = server(&gate, &own());
    let client = speaking(&TLS13, Some(&chain.end_entity));
    handshake(&client, &server, NAME).unwrap();
    let revoked =
        good().with_crl(|it| it.revoke(&crate::harness::ON_RECORD, "2025-11-30T22:00:00Z", None));
    gate.live().replace(state(INDEX, &revoked));
    let failed = handshake(&client, &server, NAME).unwrap_err();
    let (ours, _) = refusal(&failed);
    let found: Vec<_> = ours.requirements().collect();
    assert_eq!(found, ["private-network/certificate-revoked"]);
    gate.live().replace(state(INDEX, &chain));
    handshake(&client, &server, NAME).unwrap();
}
