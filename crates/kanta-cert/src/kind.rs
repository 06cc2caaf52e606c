//! What kind of certificate it is, whatever it was offered as.

use std::borrow::Cow;

use kanta_conformance::{Text, text};

use crate::content::Content;
use crate::extension::{AltName, KeyUsage};
use crate::held::Held;
use crate::issuer::{self, Branch, IssuerList, IssuingCa};
use crate::name::{GIVEN_NAME, PSEUDONYM, SURNAME};
use crate::oid::known::purpose::{CLIENT_AUTH, SERVER_AUTH};

/// What kind of certificate it is, by its purpose, its issuer and its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CertificateKind {
    /// A server certificate for social welfare and health care.
    Server,
    /// A system signature certificate for social welfare and health care.
    SystemSignature,
    /// A server certificate of DVV's general service.
    GeneralServer,
    /// A signature certificate of DVV's general service.
    GeneralSignature,
    /// A certificate for the Data Exchange Layer (X-Road).
    XRoad,
    /// A certificate on a person's card.
    Person,
    /// A CA's certificate.
    Ca,
    /// Half a server certificate, half a signature certificate.
    Crossed,
    /// A server certificate from someone else.
    ForeignServer,
    /// A signature certificate from someone else.
    ForeignSignature,
    /// None of these can be told.
    Unknown,
}

impl CertificateKind {
    /// Its word in machine-readable output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::SystemSignature => "system-signature",
            Self::GeneralServer => "general-server",
            Self::GeneralSignature => "general-signature",
            Self::XRoad => "x-road",
            Self::Person => "person",
            Self::Ca => "ca",
            Self::Crossed => "crossed",
            Self::ForeignServer => "foreign-server",
            Self::ForeignSignature => "foreign-signature",
            Self::Unknown => "unknown",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Server => text! {
                en: "a server certificate for social welfare and health care",
                fi: "sosiaali- ja terveydenhuollon palvelinvarmenne",
                sv: "ett servercertifikat för social- och hälsovården",
            },
            Self::SystemSignature => text! {
                en: "a system signature certificate for social welfare and health care",
                fi: "sosiaali- ja terveydenhuollon järjestelmäallekirjoitusvarmenne",
                sv: "ett systemsignaturcertifikat för social- och hälsovården",
            },
            Self::GeneralServer => text! {
                en: "a server certificate of DVV's general service",
                fi: "DVV:n yleinen palvelinvarmenne",
                sv: "ett servercertifikat av MDB:s allmänna tjänst",
            },
            Self::GeneralSignature => text! {
                en: "a signature certificate of DVV's general service",
                fi: "DVV:n yleinen järjestelmäallekirjoitusvarmenne",
                sv: "ett systemsignaturcertifikat av MDB:s allmänna tjänst",
            },
            Self::XRoad => text! {
                en: "a certificate for the Data Exchange Layer (X-Road)",
                fi: "palveluväylän (X-Road) varmenne",
                sv: "ett certifikat för informationsleden (X-Road)",
            },
            Self::Person => text! {
                en: "a certificate from a person's card",
                fi: "henkilön varmennekortin varmenne",
                sv: "ett certifikat på en persons kort",
            },
            Self::Ca => text! {
                en: "a CA's certificate",
                fi: "varmentajan varmenne",
                sv: "en utfärdares certifikat",
            },
            Self::Crossed => text! {
                en: "half a server certificate and half a signature certificate",
                fi: "puoliksi palvelinvarmenne, puoliksi allekirjoitusvarmenne",
                sv: "till hälften ett servercertifikat, till hälften ett signaturcertifikat",
            },
            Self::ForeignServer => text! {
                en: "a server certificate that is not from DVV",
                fi: "palvelinvarmenne, joka ei ole DVV:n",
                sv: "ett servercertifikat som inte är från MDB",
            },
            Self::ForeignSignature => text! {
                en: "a signature certificate that is not from DVV",
                fi: "allekirjoitusvarmenne, joka ei ole DVV:n",
                sv: "ett signaturcertifikat som inte är från MDB",
            },
            Self::Unknown => text! {
                en: "a certificate of unknown kind",
                fi: "tuntemattoman tyyppinen varmenne",
                sv: "ett certifikat av okänt slag",
            },
        }
    }
}

/// What the certificate is made for, whoever issued it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Server,
    Signature,
    Crossed,
    Person,
    Ca,
    Unknown,
}

/// What the issuer's name says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin<'a> {
    /// A request has no issuer.
    None,
    /// A CA of the list.
    Listed(&'a IssuingCa),
    /// A CA of the agency that the list does not have.
    Unlisted { branch: Option<Branch> },
    /// Someone else's.
    Foreign,
}

impl<'a> Origin<'a> {
    pub(crate) fn of(content: &Content, issuers: &'a IssuerList) -> Self {
        if content.issued().is_none() {
            return Self::None;
        }
        let name = content.issuer();
        if let Some(ca) = issuers.find(&name) {
            return Self::Listed(ca);
        }
        if !issuer::is_agency(&name) {
            return Self::Foreign;
        }
        let units: Vec<Cow<'_, str>> = name
            .all(crate::name::ORGANISATIONAL_UNIT)
            .filter_map(|unit| unit.text())
            .collect();
        let has = |unit: &str| units.iter().any(|text| crate::name::same_text(text, unit));
        let person = || name.common_names().any(|text| text.contains(" Prof."));
        let branch = if has(issuer::SOTE_UNIT) {
            Some(Branch::Sote)
        } else if has("Palveluvarmenteet") || has("Testipalveluvarmenteet") {
            Some(Branch::General)
        } else if person() {
            Some(Branch::Person)
        } else {
            None
        };
        Self::Unlisted { branch }
    }

    pub(crate) const fn branch(&self) -> Option<Branch> {
        match self {
            Self::Listed(ca) => Some(ca.branch()),
            Self::Unlisted { branch } => *branch,
            Self::None | Self::Foreign => None,
        }
    }
}

/// What the policies say, by the arcs that real certificates bear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Policies {
    pub(crate) server: bool,
    pub(crate) signature: bool,
    /// A policy of the test hierarchy: 1.2.246.517.99.10.
    pub(crate) test: bool,
    pub(crate) any: bool,
}

impl Policies {
    /// Notes one policy.
    fn note(&mut self, policy: &[u8]) {
        self.any = true;
        // 1.2.246.517.(1 or 99).10. and the rest.
        let [
            0x2a,
            0x81,
            0x76,
            0x84,
            0x05,
            hierarchy @ (1 | 99),
            10,
            ref rest @ ..,
        ] = *policy
        else {
            return;
        };
        self.test |= hierarchy == 99;
        match *rest {
            // Generation 3: 305, 308 (RSA) and 355, 358 (EC).
            [0x82, 0x31 | 0x34 | 0x63 | 0x66, 1] => self.server = true,
            [0x82, 0x31 | 0x34 | 0x63 | 0x66, 2] => self.signature = true,
            // Generation 1 of social welfare and health care.
            [10, 2] => self.signature = true,
            _ => {}
        }
    }
}

/// What extensions say of the purpose, noted while they are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    pub(crate) policies: Policies,
    pub(crate) server_auth: bool,
    pub(crate) client_auth: bool,
    pub(crate) non_repudiation: bool,
    pub(crate) dns: bool,
    pub(crate) ip: bool,
}

impl Marks {
    pub(crate) fn note_key_usage(&mut self, usage: KeyUsage) {
        self.non_repudiation = usage.contains(KeyUsage::NON_REPUDIATION);
    }

    pub(crate) fn note_extended_key_usage(&mut self, usage: &[u8]) {
        match usage {
            SERVER_AUTH => self.server_auth = true,
            CLIENT_AUTH => self.client_auth = true,
            _ => {}
        }
    }

    pub(crate) fn note_policy(&mut self, policy: &[u8]) {
        self.policies.note(policy);
    }

    pub(crate) fn note_name(&mut self, name: &AltName<'_>) {
        match name {
            AltName::Dns(_) => self.dns = true,
            AltName::Ip(_) => self.ip = true,
            _ => {}
        }
    }

    pub(crate) fn purpose(&self, content: &Content, serial: &Held<'_>) -> Purpose {
        let signs_certificates = content
            .key_usage()
            .is_some_and(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
        if content.is_ca() || signs_certificates {
            return Purpose::Ca;
        }
        let subject = content.subject();
        if subject.has(PSEUDONYM) || (subject.has(SURNAME) && subject.has(GIVEN_NAME)) {
            return Purpose::Person;
        }
        if self.is_crossed(serial) {
            return Purpose::Crossed;
        }
        // What the policies say, then the purposes and the key usage, then the names.
        let Policies {
            server, signature, ..
        } = self.policies;
        let server = server || self.server_auth;
        let signature = signature || self.non_repudiation;
        match (server, signature) {
            (true, true) => Purpose::Unknown,
            (true, false) => Purpose::Server,
            (false, true) => Purpose::Signature,
            (false, false) if self.dns || self.ip => Purpose::Server,
            (false, false) if serial.any(|text| kanta_oid::AccessPointOid::parse(text).is_ok()) => {
                Purpose::Server
            }
            (false, false) => Purpose::Unknown,
        }
    }

    /// The profiles that DVV crossed in December 2024: the policy of one kind with the other's
    /// usage or purpose; a server's policy with a business ID and no alternative name; and a
    /// signature's policy and usage with an alternative name and no serialNumber.
    fn is_crossed(&self, serial: &Held<'_>) -> bool {
        let names = self.dns || self.ip;
        let Policies {
            server, signature, ..
        } = self.policies;
        let has_serial = serial.any(|_| true);
        (server && (signature || self.non_repudiation))
            || (signature && self.server_auth)
            || (server && !names && serial.any(is_business_id))
            || (signature && self.non_repudiation && names && !has_serial)
    }
}

/// Names the kind from purpose, issuer and subject.
pub(crate) fn kind(purpose: Purpose, origin: &Origin<'_>, serial: &Held<'_>) -> CertificateKind {
    let x_road = serial.any(is_x_road_id);
    match purpose {
        Purpose::Ca => CertificateKind::Ca,
        Purpose::Person => CertificateKind::Person,
        Purpose::Crossed => CertificateKind::Crossed,
        Purpose::Server | Purpose::Signature if x_road => CertificateKind::XRoad,
        Purpose::Unknown => CertificateKind::Unknown,
        Purpose::Server => match (origin, origin.branch()) {
            (Origin::None, _) | (_, Some(Branch::Sote)) => CertificateKind::Server,
            (Origin::Foreign, _) => CertificateKind::ForeignServer,
            (_, Some(Branch::General)) => CertificateKind::GeneralServer,
            (_, Some(Branch::Person)) => CertificateKind::Person,
            (_, None) => CertificateKind::Unknown,
        },
        Purpose::Signature => match (origin, origin.branch()) {
            (Origin::None, _) | (_, Some(Branch::Sote)) => CertificateKind::SystemSignature,
            (Origin::Foreign, _) => CertificateKind::ForeignSignature,
            (_, Some(Branch::General)) => CertificateKind::GeneralSignature,
            (_, Some(Branch::Person)) => CertificateKind::Person,
            (_, None) => CertificateKind::Unknown,
        },
    }
}

/// Whether it has the shape of a business ID, `1234567-1`.
pub(crate) fn is_business_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whether it has the shape `instance/server code/member class` of X-Road.
pub(crate) fn is_x_road_id(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty())
}
