//! Configurations of `rustls` that ask for certificates and keep no sessions.

use std::sync::Arc;

use kanta_oid::AccessPointOid;
use rustls::client::Resumption as ClientResumption;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{NoServerSessionStorage, ProducesTickets, ServerSessionMemoryCache};
use rustls::{ClientConfig, Error, ServerConfig};

use crate::{AccessPointVerifier, Clock, PeerVerifier, States};

/// Whether a peer may come back to a session, so that its certificate is not presented again.
///
/// `rustls` resumes unless it is told otherwise, and hands back the chain of the first handshake without a look at it:
/// trust anchors and lists of revoked certificates that were exchanged meanwhile do not reach such a handshake. What
/// reaches it is that each request is decided by itself, by the set and the day of the request: a resumed session is
/// admitted to nothing to which a new one would not be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Resumption {
    /// No tickets and no cache of sessions: each connection presents its certificate.
    #[default]
    Never,
    /// So many sessions are kept in memory, for as long as `rustls` keeps them.
    Sessions(usize),
}

/// What a server of ours needs beside its own certificate.
#[derive(Clone, Debug)]
#[must_use]
pub struct Listening {
    states: Arc<dyn States>,
    provider: Arc<CryptoProvider>,
    clock: Clock,
    resumption: Resumption,
}

impl Listening {
    /// Asks every client for a certificate, and verifies it by the set of now. The provider is the caller's choice; no
    /// process-wide default is looked for.
    pub fn new(states: Arc<dyn States>, provider: Arc<CryptoProvider>) -> Self {
        Self {
            states,
            provider,
            clock: Clock::system(),
            resumption: Resumption::Never,
        }
    }

    /// The same by another clock.
    pub fn clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// The same with sessions to come back to, if the operator says so.
    pub fn resumption(self, resumption: Resumption) -> Self {
        Self { resumption, ..self }
    }

    /// The configuration of a server with that certificate and key: TLS 1.2 and 1.3.
    ///
    /// # Errors
    /// The key is not the certificate's, or the provider does not know its kind.
    pub fn server(
        &self,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<ServerConfig, Error> {
        let verifier = PeerVerifier::new(Arc::clone(&self.states), &self.provider);
        let builder = ServerConfig::builder_with_details(
            Arc::clone(&self.provider),
            Arc::new(self.clock.clone()),
        );
        let builder =
            builder.with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?;
        let builder = builder.with_client_cert_verifier(Arc::new(verifier));
        let mut config = builder.with_single_cert(chain, key)?;
        match self.resumption {
            Resumption::Never => keep_no_sessions(&mut config),
            Resumption::Sessions(most) => {
                config.session_storage = ServerSessionMemoryCache::new(most);
            }
        }
        Ok(config)
    }
}

/// Takes from a configuration what lets peers come back to sessions: for servers whose configuration is built
/// elsewhere, with a [`PeerVerifier`].
pub fn keep_no_sessions(config: &mut ServerConfig) {
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.ticketer = Arc::new(NoTickets);
    config.send_tls13_tickets = 0;
    config.max_early_data_size = 0;
}

#[derive(Debug)]
struct NoTickets;

impl ProducesTickets for NoTickets {
    fn enabled(&self) -> bool {
        false
    }

    fn lifetime(&self) -> u32 {
        0
    }

    fn encrypt(&self, _: &[u8]) -> Option<Vec<u8>> {
        None
    }

    fn decrypt(&self, _: &[u8]) -> Option<Vec<u8>> {
        None
    }
}

/// What a client of ours needs beside its own certificate: to call access points.
#[derive(Clone, Debug)]
#[must_use]
pub struct Calling {
    states: Arc<dyn States>,
    provider: Arc<CryptoProvider>,
    clock: Clock,
    access_point: Option<AccessPointOid>,
}

impl Calling {
    /// Verifies the certificates of servers by the set of now.
    pub fn new(states: Arc<dyn States>, provider: Arc<CryptoProvider>) -> Self {
        Self {
            states,
            provider,
            clock: Clock::system(),
            access_point: None,
        }
    }

    /// The same by another clock.
    pub fn clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// Asks for the server certificate of that access point.
    pub fn access_point(self, access_point: AccessPointOid) -> Self {
        Self {
            access_point: Some(access_point),
            ..self
        }
    }

    /// The configuration of a client with that certificate and key: TLS 1.2 and 1.3, no sessions to come back to.
    ///
    /// # Errors
    /// The key is not the certificate's, or the provider does not know its kind.
    pub fn client(
        &self,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<ClientConfig, Error> {
        let mut verifier = AccessPointVerifier::new(Arc::clone(&self.states), &self.provider);
        if let Some(access_point) = self.access_point {
            verifier = verifier.of(access_point);
        }
        let builder = ClientConfig::builder_with_details(
            Arc::clone(&self.provider),
            Arc::new(self.clock.clone()),
        );
        let builder =
            builder.with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?;
        let builder = builder.dangerous();
        let builder = builder.with_custom_certificate_verifier(Arc::new(verifier));
        let mut config = builder.with_client_auth_cert(chain, key)?;
        config.resumption = ClientResumption::disabled();
        Ok(config)
    }
}
