//! Certificate requests (PKCS #10), described like certificates.

use crate::certificate::{CertificateBuilder, broken};
use crate::der;
use crate::extension::Extension;
use crate::key;
use crate::pem::pem;
use crate::{server_certificate, system_signature_certificate};

/// A certificate request to be made, signed with the key that it asks a certificate for. Equal
/// descriptions give equal bytes.
#[derive(Clone, Debug)]
#[must_use]
pub struct RequestBuilder {
    content: CertificateBuilder,
    signed: bool,
    broken_signature: bool,
}

/// A good request for the certificate that [`server_certificate`] makes.
pub fn request() -> RequestBuilder {
    request_for(server_certificate())
}

/// A good request for the certificate that [`system_signature_certificate`] makes.
pub fn system_signature_request() -> RequestBuilder {
    request_for(system_signature_certificate())
}

/// The request that would lead to this certificate: its subject, key, subject alternative name,
/// key usage and extended key usage. What the CA adds by itself is left out.
pub fn request_for(mut certificate: CertificateBuilder) -> RequestBuilder {
    certificate.extensions.retain(|extension| {
        matches!(
            extension.oid.as_str(),
            crate::extension::KEY_USAGE | crate::extension::EXTENDED_KEY_USAGE
        )
    });
    RequestBuilder {
        content: certificate,
        signed: true,
        broken_signature: false,
    }
}

impl RequestBuilder {
    /// Takes the request's content one step away from the good one.
    ///
    /// ```
    /// let request = kanta_testkit::request().with(|content| content.without_san());
    /// assert!(request.pem().starts_with("-----BEGIN CERTIFICATE REQUEST-----\n"));
    /// ```
    pub fn with(
        self,
        change: impl FnOnce(CertificateBuilder) -> CertificateBuilder,
    ) -> RequestBuilder {
        RequestBuilder {
            content: change(self.content),
            ..self
        }
    }

    /// Asks for no extensions at all.
    pub fn without_extensions(mut self) -> RequestBuilder {
        self.content = self.content.without_san();
        self.content.extensions.clear();
        self
    }

    /// Puts octets of no meaning where the signature belongs.
    pub fn without_signing(mut self) -> RequestBuilder {
        self.signed = false;
        self
    }

    /// Turns one bit of the signature round.
    pub fn broken_signature(mut self) -> RequestBuilder {
        self.broken_signature = true;
        self
    }

    /// The request in DER.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        let extensions = self.content.all_extensions();
        let attributes = if extensions.is_empty() {
            Vec::new()
        } else {
            let list: Vec<u8> = extensions.iter().flat_map(Extension::der).collect();
            let list = der::tlv(der::SET, &der::tlv(der::SEQUENCE, &list));
            der::of(der::SEQUENCE, &[&der::oid("1.2.840.113549.1.9.14"), &list])
        };
        let info = der::of(
            der::SEQUENCE,
            &[
                &der::unsigned(&[0]),
                &self.content.subject.der(self.content.strings),
                &key::public(self.content.key, &self.content.key_label()),
                &der::tlv(0xa0, &attributes),
            ],
        );
        let signature = match self.signed.then(|| self.content.key_pair()).flatten() {
            Some(key) => key.sign(&info),
            None => vec![0x5a; 71],
        };
        let signature = if self.broken_signature {
            broken(signature)
        } else {
            signature
        };
        der::of(
            der::SEQUENCE,
            &[
                &info,
                &key::signature_algorithm(self.content.key),
                &der::bit_string(&signature),
            ],
        )
    }

    /// The request as PEM text.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("CERTIFICATE REQUEST", &self.der())
    }

    /// The private key that belongs to the request, as PEM text (PKCS #8). It is no secret.
    #[must_use]
    pub fn private_key_pem(&self) -> String {
        self.content.private_key_pem()
    }
}
