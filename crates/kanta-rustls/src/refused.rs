//! Why a handshake was refused: for the operator. The peer gets an alert, and nothing else.

use std::fmt;
use std::io;
use std::sync::Arc;

use kanta_admission::{AdmissionCondition, CertificateConditions, Fingerprint};
use kanta_cert::Certificate;
use kanta_conformance::{Escaped, Language, text};
use rustls::{CertificateError, Error, OtherError};

/// Why a handshake was refused. It travels inside the error of `rustls`, on our side only: the peer gets the alert
/// `certificate_unknown`, whatever the reason was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The certificate cannot be read.
    Unreadable(Fingerprint),
    /// Something that a certificate needs is missing.
    Certificate {
        /// Which certificate.
        fingerprint: Fingerprint,
        /// Who is named in it, as its holder: untrusted text.
        subject: String,
        /// Every condition that is missing.
        missing: Vec<AdmissionCondition>,
    },
    /// The certificate of the server is not made out to the name that was called.
    OtherName(Fingerprint),
}

impl Refused {
    pub(crate) fn by(certificate: &Certificate, examined: &CertificateConditions) -> Self {
        Self::because(certificate, examined.missing().cloned().collect())
    }

    pub(crate) fn because(certificate: &Certificate, missing: Vec<AdmissionCondition>) -> Self {
        let subject = certificate.subject();
        Self::Certificate {
            fingerprint: Fingerprint::of(certificate.der()),
            subject: match subject.common_name() {
                Some(name) => name.into_owned(),
                None => subject.to_string(),
            },
            missing,
        }
    }

    /// The reason inside an error of `rustls`, where the verifiers of this crate refused.
    #[must_use]
    pub fn of(error: &Error) -> Option<&Self> {
        match error {
            Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => {
                inner.downcast_ref()
            }
            _ => None,
        }
    }

    /// The same inside an error of reading or writing, as servers have it.
    #[must_use]
    pub fn of_io(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref::<Error>().and_then(Self::of)
    }

    /// The ids of the requirements that are not met.
    pub fn requirements(&self) -> impl Iterator<Item = &'static str> {
        let missing: &[AdmissionCondition] = match self {
            Self::Certificate { missing, .. } => missing,
            _ => &[],
        };
        missing.iter().map(|condition| condition.requirement.id())
    }

    /// The certificate.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        match self {
            Self::Unreadable(fingerprint)
            | Self::OtherName(fingerprint)
            | Self::Certificate { fingerprint, .. } => *fingerprint,
        }
    }

    /// One line in one language, for the operator.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Unreadable(_) => UNREADABLE.get(language).to_owned(),
            Self::OtherName(_) => OTHER_NAME.get(language).to_owned(),
            Self::Certificate {
                subject, missing, ..
            } => {
                let faults = missing.iter();
                let faults = faults.map(|condition| condition.requirement.fault().get(language));
                let faults: Vec<&str> = faults.collect();
                format!("`{}`: {}", Escaped(subject), faults.join("; "))
            }
        }
    }
}

const UNREADABLE: kanta_conformance::Text = text! {
    en: "a certificate that cannot be read",
    fi: "varmenne, jota ei voi lukea",
    sv: "ett certifikat som inte kan läsas",
};
const OTHER_NAME: kanta_conformance::Text = text! {
    en: "a certificate that is not made out to the name that was called",
    fi: "varmenne, jota ei ole myönnetty kutsutulle nimelle",
    sv: "ett certifikat som inte är utfärdat för det anropade namnet",
};

/// In English.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::En))
    }
}

impl std::error::Error for Refused {}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        CertificateError::Other(OtherError(Arc::new(refused))).into()
    }
}
