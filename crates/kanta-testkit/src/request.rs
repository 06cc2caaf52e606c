//! Certificate requests (PKCS #10), described like certificates.

use const_oid::db::rfc5912;
use der::Encode;
use der::asn1::{Any, SetOfVec};

use crate::certificate::CertificateBuilder;
use crate::key::{self, Signer};
use crate::pem::pem;
use crate::structure::{self, Attribute, RequestInfo};
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
        self.written().unwrap_or_default()
    }

    fn written(&self) -> Option<Vec<u8>> {
        let signer = Signer {
            kind: self.content.key,
            label: self.content.key_label(),
            instead: (!self.signed).then(|| vec![0x5a; 71]),
            breaks: self.broken_signature,
        };
        let extensions = structure::extensions(&self.content.all_extensions());
        let mut attributes = SetOfVec::new();
        if !extensions.is_empty() {
            let list = Any::encode_from(&extensions).ok()?;
            let attribute = Attribute {
                kind: Any::from(rfc5912::ID_EXTENSION_REQ),
                values: SetOfVec::try_from(vec![list]).ok()?,
            };
            attributes.insert(attribute).ok()?;
        }
        let info = RequestInfo {
            version: 0,
            subject: structure::field(&self.content.subject.der(self.content.strings))?,
            key: structure::field(&key::public(signer.kind, &signer.label))?,
            attributes,
        };
        let info = info.to_der().ok()?;
        structure::signed(&info, &signer.algorithm(), &signer.signature(&info))
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
