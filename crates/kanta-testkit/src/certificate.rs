//! Certificates, each described by how it differs from a good one.

use sha2::{Digest as _, Sha256};

use crate::der;
use crate::extension::{self, AltName, Extension};
use crate::key::{self, KeyPair};
use crate::name::Name;
use crate::pem::pem;
use crate::{Key, KeyUsage, StringType};

/// The name of DVV's issuing CA for social welfare and health care service certificates (elliptic
/// curves, in production since 9.12.2021).
pub const SOTE_CA_G3E: &str = "C=FI, O=Digi- ja vaestotietovirasto CA, \
     OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
     CN=DVV Social Welfare and Healthcare Service Certificates - G3E";

/// The name of the root above [`SOTE_CA_G3E`].
pub const ROOT_CA_G3_ECC: &str = "C=FI, O=Digi- ja vaestotietovirasto CA, \
     OU=Certification Authority Services, OU=Varmennepalvelut, CN=DVV Gov. Root CA - G3 ECC";

/// The extended key usage of a TLS server.
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
/// The extended key usage of a TLS client.
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";

/// A certificate to be made. Equal descriptions give equal bytes.
///
/// Every method takes the certificate one step away from the good one that it began as.
#[derive(Clone, Debug)]
#[must_use]
pub struct CertificateBuilder {
    version: Option<u8>,
    serial: Vec<u8>,
    issuer: Name,
    issuer_key: Key,
    not_before: String,
    not_after: String,
    pub(crate) subject: Name,
    pub(crate) strings: StringType,
    pub(crate) key: Key,
    pub(crate) san: Option<Vec<AltName>>,
    pub(crate) extensions: Vec<Extension>,
    reversed: bool,
    signed: bool,
    other_key: bool,
    other_issuer_key: bool,
    broken_signature: bool,
    issuer_strings: Option<StringType>,
    trailing: Vec<u8>,
}

/// A good server certificate: access point `1.2.246.10.12345671.10.0.13.1`, CN and SAN
/// `kanta.klinikka.example`, P-256, one year from 1.9.2025 in Finland.
pub fn server_certificate() -> CertificateBuilder {
    use KeyUsage::DigitalSignature;
    CertificateBuilder::new(
        "C=FI, ST=Finland, L=Helsinki, O=Esimerkkiklinikka Oy, \
         serialNumber=1.2.246.10.12345671.10.0.13.1, CN=kanta.klinikka.example",
    )
    .valid("2025-08-31T21:00:00Z", "2026-08-31T20:59:59Z")
    .key_usage(&[DigitalSignature])
    .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.358.1"])
    .dns_name("kanta.klinikka.example")
    .extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH])
    .dvv_addresses()
}

/// A good system signature certificate: the system `Esimerkkijärjestelmä`, P-256, two years from
/// 1.9.2025 in Finland.
pub fn system_signature_certificate() -> CertificateBuilder {
    use KeyUsage::{DigitalSignature, NonRepudiation};
    CertificateBuilder::new(
        "C=FI, ST=Finland, L=Helsinki, O=Esimerkkiklinikka Oy, \
         serialNumber=1.2.246.10.12345671.10.0, CN=Esimerkkijärjestelmä",
    )
    .valid("2025-08-31T21:00:00Z", "2027-08-31T20:59:59Z")
    .key_usage(&[DigitalSignature, NonRepudiation])
    .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.358.2"])
    .dvv_addresses()
}

/// The certificate of the issuing CA of all the others: it bears the name of DVV's G3E CA and a
/// throw-away key, and is signed by an equally made [`root`].
pub fn ca() -> CertificateBuilder {
    use KeyUsage::{CrlSign, KeyCertSign};
    CertificateBuilder::new(SOTE_CA_G3E)
        .issuer(ROOT_CA_G3_ECC)
        .key(Key::P384)
        .valid("2021-05-25T11:44:24Z", "2041-05-20T12:14:24Z")
        .key_usage(&[KeyCertSign, CrlSign])
        .policies(&["1.2.246.517.1.10.351.7"])
        .basic_constraints(true, Some(0))
        .extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH])
}

/// The self-signed root above [`ca`], to be given as a trust anchor.
pub fn root() -> CertificateBuilder {
    use KeyUsage::{CrlSign, KeyCertSign};
    CertificateBuilder::new(ROOT_CA_G3_ECC)
        .issuer(ROOT_CA_G3_ECC)
        .key(Key::P384)
        .valid("2021-05-06T07:51:30Z", "2042-05-05T07:51:30Z")
        .key_usage(&[KeyCertSign, CrlSign])
        .basic_constraints(true, None)
}

impl CertificateBuilder {
    pub(crate) fn new(subject: &str) -> Self {
        CertificateBuilder {
            version: Some(2),
            serial: vec![0x01, 0x99, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77],
            issuer: Name::parse(SOTE_CA_G3E),
            issuer_key: Key::P384,
            not_before: String::new(),
            not_after: String::new(),
            subject: Name::parse(subject),
            strings: StringType::Utf8,
            key: Key::P256,
            san: None,
            extensions: Vec::new(),
            reversed: false,
            signed: true,
            other_key: false,
            other_issuer_key: false,
            broken_signature: false,
            issuer_strings: None,
            trailing: Vec::new(),
        }
    }

    fn dvv_addresses(self) -> Self {
        self.extension(
            extension::CRL_DISTRIBUTION_POINTS,
            false,
            &extension::crl_distribution_point("http://proxy.fineid.fi/crl/dvvshsp3ec.crl"),
        )
        .extension(
            extension::AUTHORITY_INFO_ACCESS,
            false,
            &extension::authority_info_access(
                "http://proxy.fineid.fi/ca/dvvshsp3ec.crt",
                "http://ocsp.fineid.fi/dvvshsp3ec",
            ),
        )
    }

    /// Gives another common name in the subject; the subject alternative name stays.
    pub fn common_name(self, name: &str) -> Self {
        self.subject_attribute("CN", name)
    }

    /// Gives another primary DNS name: the common name, and alone in the alternative name.
    pub fn primary_name(self, name: &str) -> Self {
        self.common_name(name).without_san().dns_name(name)
    }

    /// Takes away the common name.
    pub fn without_common_name(self) -> Self {
        self.without_subject_attribute("CN")
    }

    /// Gives another subject serialNumber. (The certificate's own is
    /// [`certificate_serial`](Self::certificate_serial).)
    pub fn serial_number(self, value: &str) -> Self {
        self.subject_attribute("serialNumber", value)
    }

    /// Takes away the subject's serialNumber.
    pub fn without_serial_number(self) -> Self {
        self.without_subject_attribute("serialNumber")
    }

    /// Gives another organisation, the holder.
    pub fn organisation(self, name: &str) -> Self {
        self.subject_attribute("O", name)
    }

    /// Takes away the organisation.
    pub fn without_organisation(self) -> Self {
        self.without_subject_attribute("O")
    }

    /// Gives an attribute of the subject a value. `kind` is a short name (`C`, `ST`, `L`, `O`,
    /// `OU`, `serialNumber`, `CN`, `SN`, `GN`, `T`, `pseudonym`, `emailAddress`) or a dotted OID.
    pub fn subject_attribute(mut self, kind: &str, value: &str) -> Self {
        self.subject.set(kind, value);
        self
    }

    /// Takes an attribute out of the subject.
    pub fn without_subject_attribute(mut self, kind: &str) -> Self {
        self.subject.remove(kind);
        self
    }

    /// Gives another subject, written as `C=FI, O=…, CN=…` in the order of the certificate.
    pub fn subject(mut self, name: &str) -> Self {
        self.subject = Name::parse(name);
        self
    }

    /// Writes the values of the names in another string type.
    pub fn strings(mut self, strings: StringType) -> Self {
        self.strings = strings;
        self
    }

    /// Gives another issuer, written as `C=FI, O=…, CN=…`. Each name has a key of its own.
    pub fn issuer(mut self, name: &str) -> Self {
        self.issuer = Name::parse(name);
        self
    }

    /// Signs with an issuer's key of this kind instead of P-384.
    pub fn issuer_key(mut self, key: Key) -> Self {
        self.issuer_key = key;
        self
    }

    /// Gives other first and last moments, in UTC, as `2025-08-31T21:00:00Z`.
    pub fn valid(mut self, not_before: &str, not_after: &str) -> Self {
        not_before.clone_into(&mut self.not_before);
        not_after.clone_into(&mut self.not_after);
        self
    }

    /// Gives another kind of key.
    pub fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }

    /// Gives another certificate serial number: the octets of the INTEGER as they will stand.
    pub fn certificate_serial(mut self, octets: &[u8]) -> Self {
        self.serial = octets.to_vec();
        self
    }

    /// Writes another version number (0, 1, 2 for versions 1, 2, 3); `None` leaves it out.
    pub fn version(mut self, version: Option<u8>) -> Self {
        self.version = version;
        self
    }

    /// Adds a DNS name to the subject alternative name.
    pub fn dns_name(self, name: &str) -> Self {
        self.alt_name(AltName::Dns(name.to_owned()))
    }

    /// Adds an IP address to the subject alternative name. Text that is no address is written as
    /// it stands.
    pub fn ip_address(self, address: &str) -> Self {
        self.alt_name(AltName::Ip(address.to_owned()))
    }

    /// Adds an e-mail address to the subject alternative name.
    pub fn email(self, address: &str) -> Self {
        self.alt_name(AltName::Email(address.to_owned()))
    }

    /// Adds a URI to the subject alternative name.
    pub fn uri(self, uri: &str) -> Self {
        self.alt_name(AltName::Uri(uri.to_owned()))
    }

    /// Adds a directory name, written as `C=FI, O=…`, to the subject alternative name.
    pub fn directory_name(self, name: &str) -> Self {
        self.alt_name(AltName::Directory(name.to_owned()))
    }

    /// Adds an entry with any tag octet and content to the subject alternative name.
    pub fn raw_alt_name(self, tag: u8, content: &[u8]) -> Self {
        self.alt_name(AltName::Raw(tag, content.to_vec()))
    }

    fn alt_name(mut self, entry: AltName) -> Self {
        self.san.get_or_insert_default().push(entry);
        self
    }

    /// Leaves out the subject alternative name.
    pub fn without_san(mut self) -> Self {
        self.san = None;
        self
    }

    /// Leaves the subject alternative name in, with nothing in it.
    pub fn empty_san(mut self) -> Self {
        self.san = Some(Vec::new());
        self
    }

    /// Turns the order of the subject alternative name round.
    pub fn reversed_san(mut self) -> Self {
        if let Some(san) = &mut self.san {
            san.reverse();
        }
        self
    }

    /// Gives other key usages (critical, as in every certificate of DVV).
    pub fn key_usage(self, usages: &[KeyUsage]) -> Self {
        self.extension(extension::KEY_USAGE, true, &extension::key_usage(usages))
    }

    /// Gives other extended key usages, as dotted OIDs; none gives an empty list.
    pub fn extended_key_usage(self, usages: &[&str]) -> Self {
        let value = extension::oids(&owned(usages));
        self.extension(extension::EXTENDED_KEY_USAGE, false, &value)
    }

    /// Leaves out the extended key usage.
    pub fn without_extended_key_usage(self) -> Self {
        self.without_extension(extension::EXTENDED_KEY_USAGE)
    }

    /// Gives other certificate policies, as dotted OIDs.
    pub fn policies(self, policies: &[&str]) -> Self {
        let value = extension::policies(&owned(policies));
        self.extension(extension::CERTIFICATE_POLICIES, false, &value)
    }

    /// Puts basic constraints in (critical).
    pub fn basic_constraints(self, ca: bool, path_length: Option<u8>) -> Self {
        let value = extension::basic_constraints(ca, path_length);
        self.extension(extension::BASIC_CONSTRAINTS, true, &value)
    }

    /// Puts in an extension with this value, in place of the one of that type.
    pub fn extension(mut self, oid: &str, critical: bool, value: &[u8]) -> Self {
        let new = Extension::new(oid, critical, value.to_vec());
        match self
            .extensions
            .iter_mut()
            .find(|extension| extension.oid == oid)
        {
            Some(old) => *old = new,
            None => self.extensions.push(new),
        }
        self
    }

    /// Leaves out the extension of this type.
    pub fn without_extension(mut self, oid: &str) -> Self {
        self.extensions.retain(|extension| extension.oid != oid);
        self
    }

    /// Puts the extension of this type in a second time.
    pub fn duplicate_extension(mut self, oid: &str) -> Self {
        let again: Vec<Extension> = self
            .extensions
            .iter()
            .filter(|extension| extension.oid == oid)
            .cloned()
            .collect();
        self.extensions.extend(again);
        self
    }

    /// Turns the order of the extensions round.
    pub fn reversed_extensions(mut self) -> Self {
        self.reversed = true;
        self
    }

    /// Puts octets of no meaning where the signature belongs. Much quicker, for tests that do not
    /// look at signatures.
    pub fn without_signing(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Gives it another key than the one that its name has everywhere else.
    pub fn other_key(mut self) -> Self {
        self.other_key = true;
        self
    }

    /// Signs with another key than the one that the issuer's name has everywhere else.
    pub fn other_issuer_key(mut self) -> Self {
        self.other_issuer_key = true;
        self
    }

    /// Turns one bit of the signature round.
    pub fn broken_signature(mut self) -> Self {
        self.broken_signature = true;
        self
    }

    /// Writes the issuer's name in another string type than the subject's.
    pub fn issuer_strings(mut self, strings: StringType) -> Self {
        self.issuer_strings = Some(strings);
        self
    }

    /// Adds octets behind the end of the certificate.
    pub fn trailing_bytes(mut self, bytes: &[u8]) -> Self {
        self.trailing = bytes.to_vec();
        self
    }

    /// The extensions in the order in which they will stand.
    pub(crate) fn all_extensions(&self) -> Vec<Extension> {
        let mut extensions = self.extensions.clone();
        if let Some(san) = &self.san {
            let value = extension::alt_names(san);
            extensions.push(Extension::new(extension::SUBJECT_ALT_NAME, false, value));
        }
        extensions
    }

    /// What the key follows from.
    pub(crate) fn key_label(&self) -> String {
        label(&self.subject, self.other_key)
    }

    pub(crate) fn key_pair(&self) -> Option<KeyPair> {
        KeyPair::derive(self.key, &self.key_label())
    }

    /// The certificate in DER.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        let issuer_label = label(&self.issuer, self.other_issuer_key);
        let public = key::public(self.key, &self.key_label());
        let issuer_public = key::public(self.issuer_key, &issuer_label);
        let algorithm = key::signature_algorithm(self.issuer_key);

        let mut extensions = vec![
            Extension::new(
                extension::AUTHORITY_KEY_IDENTIFIER,
                false,
                der::of(
                    der::SEQUENCE,
                    &[&der::tlv(0x80, &identifier(&issuer_public))],
                ),
            ),
            Extension::new(
                extension::SUBJECT_KEY_IDENTIFIER,
                false,
                der::tlv(der::OCTET_STRING, &identifier(&public)),
            ),
        ];
        extensions.extend(self.all_extensions());
        if self.reversed {
            extensions.reverse();
        }
        let extensions: Vec<u8> = extensions.iter().flat_map(Extension::der).collect();
        let extensions = der::tlv(0xa3, &der::tlv(der::SEQUENCE, &extensions));

        let version = self
            .version
            .map(|version| der::tlv(0xa0, &der::unsigned(&[version])));
        let (not_before, not_after) = (der::time(&self.not_before), der::time(&self.not_after));
        let to_be_signed = der::of(
            der::SEQUENCE,
            &[
                &version.unwrap_or_default(),
                &der::tlv(der::INTEGER, &self.serial),
                &algorithm,
                &self.issuer.der(self.issuer_strings.unwrap_or(self.strings)),
                &der::of(der::SEQUENCE, &[&not_before, &not_after]),
                &self.subject.der(self.strings),
                &public,
                &extensions,
            ],
        );
        let issuer = || KeyPair::derive(self.issuer_key, &issuer_label);
        let signature = match self.signed.then(issuer).flatten() {
            Some(issuer) => issuer.sign(&to_be_signed),
            None => vec![0x5a; 103],
        };
        let signature = if self.broken_signature {
            broken(signature)
        } else {
            signature
        };
        let mut out = der::of(
            der::SEQUENCE,
            &[&to_be_signed, &algorithm, &der::bit_string(&signature)],
        );
        out.extend_from_slice(&self.trailing);
        out
    }

    /// The certificate as PEM text.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("CERTIFICATE", &self.der())
    }

    /// The private key that belongs to the certificate, as PEM text (PKCS #8). It is no secret:
    /// it follows from the subject's name.
    #[must_use]
    pub fn private_key_pem(&self) -> String {
        let key = self.key_pair().map(|key| key.pkcs8());
        pem("PRIVATE KEY", &key.unwrap_or_default())
    }
}

/// The values of a name, from which its key follows; or those of another key.
pub(crate) fn label(name: &Name, other: bool) -> String {
    let mut values: Vec<&str> = name.0.iter().map(|part| part.value.as_str()).collect();
    if other {
        values.push("another key");
    }
    values.join("/")
}

/// A signature with its last bit turned round.
pub(crate) fn broken(mut signature: Vec<u8>) -> Vec<u8> {
    if let Some(last) = signature.last_mut() {
        *last ^= 1;
    }
    signature
}

/// A key identifier: 160 bits of a digest over the public key.
pub(crate) fn identifier(public: &[u8]) -> Vec<u8> {
    Sha256::digest(public).into_iter().take(20).collect()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
