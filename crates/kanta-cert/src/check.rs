//! The verdict on a certificate in one call.

use kanta_conformance::{Assessment, FieldPath};

use crate::certificate::CertificateOrRequest;
use crate::error::ReadError;
use crate::profile::{CertificateOrRequestRef, Profile};
use crate::question::Question;

/// Reads a file with one certificate or one request, in PEM or DER, and holds it against a profile:
/// the findings and the verdict that they come to. Of a file with a chain, the end entity's
/// certificate is taken.
///
/// The question may be a day or a moment alone.
///
/// ```
/// use kanta_cert::{Date, Profile, Question, Verdict};
///
/// let file = kanta_testkit::server_certificate().pem();
/// let day = Date::constant(2025, 12, 1);
/// let assessment = kanta_cert::check(file.as_bytes(), Profile::Server, day)?;
/// assert_eq!(assessment.verdict(), Verdict::Conforming);
///
/// let question = Question::on(day).access_point("1.2.246.10.12345671.10.0.13.2");
/// let assessment = kanta_cert::check(file.as_bytes(), Profile::Server, question)?;
/// assert_eq!(assessment.verdict(), Verdict::NonConforming);
/// assert_eq!(assessment.counts().violated, 1);
/// # Ok::<(), kanta_cert::ReadError>(())
/// ```
///
/// # Errors
/// As [`CertificateOrRequest::read_all`]; also, several certificates of which not exactly one is an end
/// entity's.
pub fn check<'a>(
    bytes: &[u8],
    profile: Profile,
    question: impl Into<Question<'a>>,
) -> Result<Assessment, ReadError> {
    let document = CertificateOrRequest::from_pem_or_der(bytes)?;
    Ok(profile.assess(&document, &question.into()))
}

impl Profile {
    /// Holds a certificate or request against the profile: the findings and the verdict that they
    /// come to.
    #[must_use]
    pub fn assess<'a>(
        self,
        examined: impl Into<CertificateOrRequestRef<'a>>,
        question: &'a Question<'a>,
    ) -> Assessment {
        let findings = self.findings(examined, question, &FieldPath::ROOT);
        Assessment::new(question.day(), findings, Vec::new())
    }
}
