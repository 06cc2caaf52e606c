//! Verifying the certificates of servers: whoever we call.

use std::sync::Arc;

use kanta_admission::Fingerprint;
use kanta_cert::Certificate;
use kanta_oid::AccessPointOid;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature,
};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{DigitallySignedStruct, Error, SignatureScheme};

use crate::clock::moment;
use crate::{Refused, States};

/// Verifies the certificate of a server that is called: path, revocation and profile by the set of now, the name that
/// was called and, where it is known which access point should answer, its OID.
#[derive(Debug)]
pub struct AccessPointVerifier {
    states: Arc<dyn States>,
    access_point: Option<AccessPointOid>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl AccessPointVerifier {
    /// Verifies by the set of now, and handshake signatures by that provider.
    #[must_use]
    pub fn new(states: Arc<dyn States>, provider: &CryptoProvider) -> Self {
        Self {
            states,
            access_point: None,
            algorithms: provider.signature_verification_algorithms,
        }
    }

    /// Asks for the server certificate of that access point.
    #[must_use]
    pub fn of(self, access_point: AccessPointOid) -> Self {
        Self {
            access_point: Some(access_point),
            ..self
        }
    }
}

impl ServerCertVerifier for AccessPointVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let fingerprint = || Fingerprint::of(end_entity);
        let certificate =
            Certificate::from_der(end_entity).map_err(|_| Refused::Unreadable(fingerprint()))?;
        let state = self.states.state();
        let mut missing = state.examine_server(&certificate, self.access_point, moment(now));
        missing.retain(kanta_admission::AdmissionCondition::is_missing);
        if !missing.is_empty() {
            return Err(Refused::because(&certificate, missing).into());
        }
        let parsed = ParsedCertificate::try_from(end_entity)?;
        verify_server_name(&parsed, name).map_err(|_| Refused::OtherName(fingerprint()))?;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}
