//! Verifying the certificates of clients: whoever connects to us.

use std::sync::Arc;

use kanta_admission::Fingerprint;
use kanta_cert::Certificate;
use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature,
};
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};

use crate::clock::moment;
use crate::{Refused, States};

/// Verifies the certificate of whoever connects: a path to a trust anchor of the set of now, not revoked by any of its
/// lists, none of which is stale, and the profile that the set asks for. `webpki` judges the path.
///
/// A client has to present a certificate. Whether it is on record, and comes from the right address, is a matter of
/// each request, and told there with everything else.
#[derive(Debug)]
pub struct PeerVerifier {
    states: Arc<dyn States>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl PeerVerifier {
    /// Verifies by the set of now, and handshake signatures by that provider.
    #[must_use]
    pub fn new(states: Arc<dyn States>, provider: &CryptoProvider) -> Self {
        Self {
            states,
            algorithms: provider.signature_verification_algorithms,
        }
    }
}

impl ClientCertVerifier for PeerVerifier {
    /// None: the set of now can change, and nobody has to know whom it trusts.
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        let certificate = Certificate::from_der(end_entity)
            .map_err(|_| Refused::Unreadable(Fingerprint::of(end_entity)))?;
        let examined = self.states.state().examine(&certificate, moment(now));
        if examined.is_in_order() {
            Ok(ClientCertVerified::assertion())
        } else {
            Err(Refused::by(&certificate, &examined).into())
        }
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
