//! Chains of three: a root, an issuing CA and an end entity, with a list of revoked certificates of
//! each issuer; described by how they differ from a good chain.

use crate::certificate::{CertificateBuilder, ca, root, server_certificate};
use crate::extension;
use crate::revocation::{CrlBuilder, ROOT_CRL, crl, root_crl};
use crate::{KeyUsage, TestKey};

/// The extension that constrains the names below a CA.
const NAME_CONSTRAINTS: &str = "2.5.29.30";

/// A chain to be made. Equal descriptions give equal bytes.
#[derive(Clone, Debug)]
#[must_use]
pub struct ChainBuilder {
    /// The root, to be given as a trust anchor.
    pub root: CertificateBuilder,
    /// The issuing CA; none where it is left out.
    pub ca: Option<CertificateBuilder>,
    /// The end entity.
    pub end_entity: CertificateBuilder,
    /// The root's list of revoked certificates; none where it is left out.
    pub root_crl: Option<CrlBuilder>,
    /// The issuing CA's list of revoked certificates; none where it is left out.
    pub crl: Option<CrlBuilder>,
}

/// A good chain: [`root`], [`ca`] with the address of its root's list, and
/// [`server_certificate`], all on elliptic curves, with good lists; it verifies throughout
/// 1.12.2025.
pub fn chain() -> ChainBuilder {
    ChainBuilder {
        root: root(),
        ca: Some(ca().crl_address(ROOT_CRL)),
        end_entity: server_certificate(),
        root_crl: Some(root_crl()),
        crl: Some(crl()),
    }
}

impl ChainBuilder {
    /// Puts every key on RSA: 4096 bits for the root, 3072 for the CA, 2048 for the end entity.
    pub fn rsa(self) -> Self {
        let (root, ca) = (TestKey::Rsa4096, TestKey::Rsa3072);
        Self {
            root: self.root.key(root).issuer_key(root),
            ca: self.ca.map(|it| it.key(ca).issuer_key(root)),
            end_entity: self.end_entity.key(TestKey::Rsa2048).issuer_key(ca),
            root_crl: self.root_crl.map(|list| list.issuer_key(root)),
            crl: self.crl.map(|list| list.issuer_key(ca)),
        }
    }

    /// Puts every key on P-256, which is the quickest to sign and verify with.
    pub fn quick(self) -> Self {
        let key = TestKey::P256;
        Self {
            root: self.root.key(key).issuer_key(key),
            ca: self.ca.map(|it| it.key(key).issuer_key(key)),
            end_entity: self.end_entity.key(key).issuer_key(key),
            root_crl: self.root_crl.map(|list| list.issuer_key(key)),
            crl: self.crl.map(|list| list.issuer_key(key)),
        }
    }

    /// Changes the root.
    pub fn with_root(self, change: impl FnOnce(CertificateBuilder) -> CertificateBuilder) -> Self {
        let root = change(self.root);
        Self { root, ..self }
    }

    /// Changes the issuing CA.
    pub fn with_ca(self, change: impl FnOnce(CertificateBuilder) -> CertificateBuilder) -> Self {
        let ca = self.ca.map(change);
        Self { ca, ..self }
    }

    /// Leaves out the issuing CA.
    pub fn without_ca(self) -> Self {
        Self { ca: None, ..self }
    }

    /// Changes the end entity.
    pub fn with_end_entity(
        self,
        change: impl FnOnce(CertificateBuilder) -> CertificateBuilder,
    ) -> Self {
        let end_entity = change(self.end_entity);
        Self { end_entity, ..self }
    }

    /// Changes the root's list of revoked certificates.
    pub fn with_root_crl(self, change: impl FnOnce(CrlBuilder) -> CrlBuilder) -> Self {
        let root_crl = self.root_crl.map(change);
        Self { root_crl, ..self }
    }

    /// Changes the issuing CA's list of revoked certificates.
    pub fn with_crl(self, change: impl FnOnce(CrlBuilder) -> CrlBuilder) -> Self {
        let crl = self.crl.map(change);
        Self { crl, ..self }
    }

    /// Leaves out both lists of revoked certificates.
    pub fn without_crls(self) -> Self {
        Self {
            root_crl: None,
            crl: None,
            ..self
        }
    }

    /// All of it but the end entity as PEM text: what a trust store is made of.
    #[must_use]
    pub fn trust_pem(&self) -> String {
        let mut text = self.root.pem();
        text.extend(self.ca.as_ref().map(CertificateBuilder::pem));
        text.extend(self.root_crl.as_ref().map(CrlBuilder::pem));
        text.extend(self.crl.as_ref().map(CrlBuilder::pem));
        text
    }
}

/// What certificates of a chain can have wrong with them, in words.
impl CertificateBuilder {
    /// Ended before 1.12.2025.
    pub fn expired(self) -> Self {
        self.valid("2021-05-25T11:44:24Z", "2025-11-29T21:59:59Z")
    }

    /// Begins after 1.12.2025.
    pub fn not_yet_valid(self) -> Self {
        self.valid("2025-12-02T22:00:00Z", "2041-05-20T12:14:24Z")
    }

    /// Bears basic constraints that say it is no CA.
    pub fn not_a_ca(self) -> Self {
        self.basic_constraints(false, None)
    }

    /// Leaves out the basic constraints.
    pub fn without_basic_constraints(self) -> Self {
        self.without_extension(extension::BASIC_CONSTRAINTS)
    }

    /// Bears a key usage without the signing of certificates.
    pub fn may_not_sign_certificates(self) -> Self {
        self.key_usage(&[KeyUsage::CrlSign])
    }

    /// Bears a key usage without the signing of lists of revoked certificates.
    pub fn may_not_sign_crls(self) -> Self {
        self.key_usage(&[KeyUsage::KeyCertSign])
    }

    /// Allows names below this DNS domain only.
    pub fn only_names_below(self, domain: &str) -> Self {
        let value = extension::permitted_dns_name(domain);
        self.extension(NAME_CONSTRAINTS, true, &value)
    }

    /// Marks the certificate policies as critical.
    pub fn critical_policies(self, policies: &[&str]) -> Self {
        let policies: Vec<String> = policies.iter().map(|&policy| policy.to_owned()).collect();
        let value = extension::policies(&policies);
        self.extension(extension::CERTIFICATE_POLICIES, true, &value)
    }

    /// Bears a critical extension that nobody knows.
    pub fn unknown_critical_extension(self) -> Self {
        self.extension("1.2.246.517.99.1", true, &[5, 0])
    }

    /// Says that its issuer's list of revoked certificates is published there.
    pub fn crl_address(self, uri: &str) -> Self {
        let value = extension::crl_distribution_point(uri);
        self.extension(extension::CRL_DISTRIBUTION_POINTS, false, &value)
    }

    /// Does not say where its issuer's list of revoked certificates is published.
    pub fn without_crl_address(self) -> Self {
        self.without_extension(extension::CRL_DISTRIBUTION_POINTS)
    }

    /// Says neither where a list is published nor whom to ask by OCSP.
    pub fn without_revocation_addresses(self) -> Self {
        self.without_crl_address()
            .without_extension(extension::AUTHORITY_INFO_ACCESS)
    }
}
