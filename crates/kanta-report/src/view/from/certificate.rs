//! From a certificate held against its profile to its view.

use kanta_cert::{
    Authority as Ca, CertificateOrRequest, IssuerList, Profile, Question, ReadError, TrustStore,
};
use kanta_conformance::{Assessment, FieldPath, Language, Level, Text};

use super::Places;
use crate::view::{
    Authority, CertificateReport, FORMAT, Fault, Finding, Outcome, Place, RefusedInput,
    RevocationList, Trust, Validity, Words,
};

/// A certificate or request that was checked, and what it came to.
#[derive(Debug)]
pub struct CheckedCertificate<'a> {
    /// The file, as it was called.
    pub name: &'a str,
    /// Its number in the file, and how many the file has.
    pub number: (usize, usize),
    /// The certificate or request.
    pub document: &'a CertificateOrRequest,
    /// The profile that it was held against.
    pub profile: Profile,
    /// What was asked.
    pub question: &'a Question<'a>,
    /// The CAs that are known.
    pub issuers: &'a IssuerList,
    /// What is trusted, where path and revocation were checked.
    pub store: Option<&'a TrustStore>,
    /// What it came to.
    pub assessment: Assessment,
}

impl CheckedCertificate<'_> {
    /// Whether path and revocation were checked; a request has neither.
    #[must_use]
    pub const fn is_path_checked(&self) -> bool {
        self.store.is_some() && matches!(self.document, CertificateOrRequest::Certificate(_))
    }

    /// What no program can compute, or was not computed here.
    #[must_use]
    pub const fn not_judged(&self) -> &'static [&'static str] {
        // A request's own signature is verified.
        if self.is_path_checked() || matches!(self.document, CertificateOrRequest::Request(_)) {
            &["tl-iv"]
        } else {
            &["tl-iv", "path-and-revocation"]
        }
    }
}

/// Of a certificate no line of a file is told.
struct InCertificate<'a>(&'a str);

impl Places for InCertificate<'_> {
    fn place(&self, _: &FieldPath) -> Option<Place> {
        let mut place = Place::default();
        self.0.clone_into(&mut place.file);
        Some(place)
    }
}

impl CertificateReport {
    /// What a certificate or request came to.
    #[must_use]
    pub fn new(checked: &CheckedCertificate<'_>) -> Self {
        let assessment = &checked.assessment;
        let kind = kanta_cert::kind_of(checked.document, checked.issuers);
        let request = matches!(checked.document, CertificateOrRequest::Request(_));
        let not_asked: Vec<_> = checked.profile.not_asked(checked.question).collect();
        let places = InCertificate(checked.name);
        let findings = assessment.findings.iter().map(|finding| {
            let mut view = Finding::new(finding, assessment.edition, &places);
            if view.outcome == Outcome::Undetermined && view.found.is_none() {
                let found = checked.profile.found(finding.requirement, checked.document);
                view.found = found.as_ref().map(Words::from);
            }
            view
        });
        Self {
            format: FORMAT,
            file: checked.name.to_owned(),
            number: checked.number.0,
            count: checked.number.1,
            request,
            kind: kind.code().to_owned(),
            kind_name: Words::said(|language| kind_words(kind.name(), request, language)),
            profile: checked.profile.code().to_owned(),
            profile_name: checked.profile.name().into(),
            validity: validity(checked),
            on: assessment.on.into(),
            edition: assessment
                .edition
                .map(|edition| edition.version.to_string()),
            verdict: assessment.verdict().into(),
            set_aside: None,
            gaps: assessment.gaps.iter().map(|&gap| gap.into()).collect(),
            not_asked: not_asked.iter().map(|its| its.id().to_owned()).collect(),
            not_asked_names: not_asked
                .iter()
                .filter(|its| its.level() != Level::Note)
                .map(|its| its.statement().into())
                .collect(),
            not_judged: checked
                .not_judged()
                .iter()
                .map(|&it| it.to_owned())
                .collect(),
            trust: checked
                .store
                .filter(|_| checked.is_path_checked())
                .map(|store| trust(store, checked.issuers)),
            counts: assessment.counts().into(),
            findings: findings.collect(),
        }
    }
}

impl RefusedInput {
    /// A file that holds no certificate that can be read.
    #[must_use]
    pub fn of_certificate(name: &str, error: &ReadError, language: Language) -> Self {
        let messages = Words::said(|language| error.message(language));
        let mut fault = Fault::new(messages, None, language);
        fault.byte = error.offset();
        Self::new(name, vec![fault])
    }
}

pub(super) fn kind_words(name: Text, request: bool, language: Language) -> String {
    let name = name.get(language);
    match language {
        _ if !request => name.to_owned(),
        Language::En => format!("a request for {name}"),
        Language::Fi => format!("varmennepyyntö: {name}"),
        Language::Sv => format!("en certifikatbegäran: {name}"),
    }
}

fn validity(checked: &CheckedCertificate<'_>) -> Option<Validity> {
    let CertificateOrRequest::Certificate(certificate) = checked.document else {
        return None;
    };
    let validity = certificate.validity();
    let last = validity.not_after.finnish_day();
    Some(Validity {
        not_before: validity.not_before.to_string(),
        not_after: validity.not_after.to_string(),
        first_day: validity.not_before.finnish_day().into(),
        last_day: last.into(),
        days_left: checked.assessment.on.days_until(last),
    })
}

fn trust(store: &TrustStore, issuers: &IssuerList) -> Trust {
    let cas = |cas: &[Ca]| {
        let view = |ca: &Ca| {
            let subject = ca.certificate().subject();
            let place = ca.role(issuers);
            Authority {
                subject: match subject.common_name() {
                    Some(name) => name.into_owned(),
                    None => subject.to_string(),
                },
                file: ca.file().to_owned(),
                place: place.name().en.to_owned(),
                place_name: place.name().into(),
                test: place.is_test(),
            }
        };
        cas.iter().map(view).collect()
    };
    let lists = store.crls().map(|(file, list)| RevocationList {
        issuer: list.issuer().to_string(),
        file: file.to_owned(),
        this_update: list.this_update().to_string(),
        next_update: list.next_update().map(|next| next.to_string()),
        obstacle: list.obstacle().map(|obstacle| obstacle.to_string()),
    });
    Trust {
        anchors: cas(store.roots()),
        between: cas(store.intermediates()),
        lists: lists.collect(),
    }
}
