//! From what stands in a certificate to its view.

use std::fmt::Write as _;

use kanta_cert::{
    AltName, Certificate, CertificateOrRequest, IssuerList, KeyUsage, Name, RawOid, Uris,
};

use super::certificate::kind_words;
use crate::view::{
    FORMAT, Issued, NamePart, Oddity, OtherName, Purpose, SharedAccessPoint, ShownCertificate,
    Words,
};

/// What certificates and requests have alike.
macro_rules! of {
    ($one:expr) => {
        ShownCertificate {
            format: FORMAT,
            subject: parts(&$one.subject()),
            other_names: $one
                .alt_names()
                .map(|name| OtherName::from(&name))
                .collect(),
            key: $one.key().to_string(),
            key_usage: usage($one.key_usage()),
            purposes: $one
                .extended_key_usage()
                .into_iter()
                .flatten()
                .map(Purpose::from)
                .collect(),
            ca: $one.is_ca(),
            policies: $one.policies().map(|oid| oid.to_string()).collect(),
            size: $one.der().len(),
            oddities: $one.oddities().iter().map(Oddity::from).collect(),
            ..ShownCertificate::default()
        }
    };
}
impl ShownCertificate {
    /// What stands in a certificate or request; `name` is what its file is called, and `number` its number in the file and
    /// how many the file has.
    #[must_use]
    pub fn new(name: &str, number: (usize, usize), document: &CertificateOrRequest) -> Self {
        let kind = kanta_cert::kind_of(document, IssuerList::built_in());
        let request = matches!(document, CertificateOrRequest::Request(_));
        let mut view = match document {
            CertificateOrRequest::Certificate(one) => of!(one),
            CertificateOrRequest::Request(one) => of!(one),
        };
        name.clone_into(&mut view.file);
        (view.number, view.count) = number;
        view.request = request;
        kind.code().clone_into(&mut view.kind);
        view.kind_name = Words::said(|language| kind_words(kind.name(), request, language));
        if let CertificateOrRequest::Certificate(one) = document {
            view.issued = Some(Issued::from(&**one));
        }
        view
    }
}

impl SharedAccessPoint {
    /// Where several of these certificates speak of one access point, each with the file that it stands in.
    #[must_use]
    pub fn among(seen: &[(String, CertificateOrRequest)]) -> Vec<Self> {
        let certificates = seen.iter().filter_map(|(name, document)| match document {
            CertificateOrRequest::Certificate(certificate) => Some((name, &**certificate)),
            CertificateOrRequest::Request(_) => None,
        });
        let certificates: Vec<(&String, &Certificate)> = certificates.collect();
        let shared = kanta_cert::shared_access_points(certificates.iter().map(|(_, one)| *one));
        let file = |index: &usize| certificates.get(*index).map(|(name, _)| (*name).clone());
        shared
            .into_iter()
            .map(|its| Self {
                oid: its.oid.to_string(),
                same_certificate: its.same_certificate,
                files: its.members.iter().filter_map(file).collect(),
            })
            .collect()
    }
}

impl From<&Certificate> for Issued {
    fn from(its: &Certificate) -> Self {
        let validity = its.validity();
        let uris = |uris: Uris<'_>| uris.map(str::to_owned).collect();
        Self {
            issuer: parts(&its.issuer()),
            not_before: validity.not_before.to_string(),
            not_after: validity.not_after.to_string(),
            first_day: validity.not_before.finnish_day().into(),
            last_day: validity.not_after.finnish_day().into(),
            serial: hex(its.certificate_serial()),
            signed_with: its.signature_algorithm().to_string(),
            crl: uris(its.crl_uris()),
            authority: uris(its.authority_uris()),
        }
    }
}

fn usage(usage: Option<KeyUsage>) -> Vec<String> {
    let names = usage.into_iter().flat_map(KeyUsage::names);
    names.map(str::to_owned).collect()
}

fn parts(name: &Name<'_>) -> Vec<NamePart> {
    let parts = name.attributes().map(|attribute| NamePart {
        kind: match attribute.short_name() {
            Some(short) => short.to_owned(),
            None => attribute.kind().to_string(),
        },
        text: attribute.text().map(|text| text.into_owned()),
    });
    parts.collect()
}

impl From<&AltName<'_>> for OtherName {
    fn from(its: &AltName<'_>) -> Self {
        let (kind, name) = match its {
            AltName::Dns(name) => ("dns", (*name).to_owned()),
            AltName::Ip(address) => ("ip", address.to_string()),
            AltName::Email(address) => ("email", (*address).to_owned()),
            AltName::Uri(uri) => ("uri", (*uri).to_owned()),
            AltName::Directory(name) => ("directory", name.to_string()),
            AltName::RegisteredId(oid) => ("oid", oid.to_string()),
            AltName::Unreadable { content, .. } => ("unreadable", hex(content)),
            AltName::Other { content, .. } => ("other", hex(content)),
            _ => ("other", String::new()),
        };
        Self {
            kind: kind.to_owned(),
            name,
        }
    }
}

impl From<RawOid<'_>> for Purpose {
    fn from(oid: RawOid<'_>) -> Self {
        let oid = oid.to_string();
        let name = match oid.as_str() {
            "1.3.6.1.5.5.7.3.1" => Some("TLS server"),
            "1.3.6.1.5.5.7.3.2" => Some("TLS client"),
            "1.3.6.1.5.5.7.3.4" => Some("e-mail"),
            _ => None,
        };
        Self {
            name: name.map(str::to_owned),
            oid,
        }
    }
}

impl From<&kanta_cert::Oddity> for Oddity {
    fn from(its: &kanta_cert::Oddity) -> Self {
        Self {
            name: its.kind.name().into(),
            byte: its.offset,
        }
    }
}

fn hex(octets: &[u8]) -> String {
    let mut text = String::with_capacity(octets.len().saturating_mul(2));
    for octet in octets {
        // Writing to a string cannot fail.
        write!(text, "{octet:02x}").ok();
    }
    text
}
