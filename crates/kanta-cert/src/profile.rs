//! The profiles: rows of requirements, and how they are run over one certificate or request.

mod dns;
pub(crate) mod documents;
mod encoding;
mod every_certificate;
mod server_certificate;
mod system_signature_certificate;

use std::cell::Cell;

use kanta_conformance::{
    AskedDay, Certainty, Citation, Date, Days, EachDay, Evidence, FieldPath, Finding, InForce,
    Level, Outcome, Requirement, Row, Subject, Text, Value,
};

use crate::certificate::{Certificate, CertificateOrRequest, CertificateRequest};
use crate::content::Content;
use crate::extension::KeyUsage;
use crate::held::Held;
use crate::issuer::IssuerList;
use crate::kind::{self, CertificateKind, Marks, Origin, Purpose};
use crate::name::{COMMON_NAME, SERIAL_NUMBER};
use crate::question::{Question, When};

/// What a certificate can be meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// The server certificate of an access point (guide, clause 3.2).
    Server,
    /// The system signature certificate of a joining party (guide, clause 3.3).
    SystemSignature,
}

/// A certificate or a request, lent to be examined.
#[derive(Clone, Copy, Debug)]
pub struct CertificateOrRequestRef<'a>(&'a Content);

impl<'a> From<&'a Certificate> for CertificateOrRequestRef<'a> {
    fn from(certificate: &'a Certificate) -> Self {
        Self(&certificate.0)
    }
}

impl<'a> From<&'a CertificateRequest> for CertificateOrRequestRef<'a> {
    fn from(request: &'a CertificateRequest) -> Self {
        Self(&request.0)
    }
}

impl<'a> From<&'a CertificateOrRequest> for CertificateOrRequestRef<'a> {
    fn from(document: &'a CertificateOrRequest) -> Self {
        match document {
            CertificateOrRequest::Certificate(certificate) => (&**certificate).into(),
            CertificateOrRequest::Request(request) => (&**request).into(),
        }
    }
}

/// What rows see: the content, the question, and what was worked out once for all of them.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    content: &'a Content,
    question: &'a Question<'a>,
    asked: &'a AskedDay,
    /// The day that was last looked at.
    when: Cell<When>,
    common_names: Held<'a>,
    serial_numbers: Held<'a>,
    origin: Origin<'a>,
    marks: Marks,
    purpose: Purpose,
    /// The days of a certificate's validity.
    period: Option<Period>,
    /// One bit for each kind of oddity that was met.
    oddities: u32,
}

/// A validity as civil days in Finland, both included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    first: Date,
    last: Date,
}

impl<'a> Facts<'a> {
    fn new(content: &'a Content, question: &'a Question<'a>, asked: &'a AskedDay) -> Self {
        let subject = content.subject();
        let serial_numbers = serial_numbers(content);
        let marks = content.extensions.marks;
        Self {
            asked,
            when: Cell::new(question.when),
            content,
            question,
            common_names: Held::of(&subject, COMMON_NAME, str::eq_ignore_ascii_case),
            purpose: marks.purpose(content, &serial_numbers),
            serial_numbers,
            origin: Origin::of(content, question.issuers),
            marks,
            period: content.issued().map(|issued| Period {
                first: issued.validity.not_before.finnish_day(),
                last: issued.validity.not_after.finnish_day(),
            }),
            oddities: content
                .oddities()
                .iter()
                .fold(0, |bits, oddity| bits | encoding::bit(oddity.kind)),
        }
    }

    fn kind(&self) -> CertificateKind {
        kind::kind(self.purpose, &self.origin, &self.serial_numbers)
    }

    /// The day asked about with its first and last second, or the one moment that was asked about.
    fn when(&self) -> When {
        let day = self.asked.get();
        if self.when.get().day != day {
            self.when.set(When::day(day));
        }
        self.when.get()
    }

    /// A request is judged as if it were issued on the day asked about.
    fn days(&self) -> Days {
        let asked = self.question.day();
        let issued = self.period.map_or(asked, |period| period.first);
        Days {
            asked,
            issued: Some(issued),
        }
    }
}

/// The subject of all rows here: one certificate, or the request for one.
pub(crate) struct OneCertificate;

impl Subject for OneCertificate {
    type View<'a> = &'a Facts<'a>;
}

/// When a row is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Always,
    AccessPointAsked,
    AccessPointNotAsked,
    NameAsked,
    NameNotAsked,
    HolderAsked,
    EnvironmentAsked,
}

struct Entry {
    run: Run,
    row: Row<OneCertificate>,
}

impl Run {
    fn applies(self, question: &Question<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::AccessPointAsked => question.access_point.is_asked(),
            Self::AccessPointNotAsked => !question.access_point.is_asked(),
            Self::NameAsked => question.dns_name.is_asked(),
            Self::NameNotAsked => !question.dns_name.is_asked(),
            Self::HolderAsked => question.holder.is_asked(),
            Self::EnvironmentAsked => question.environment.is_asked(),
        }
    }
}

kanta_conformance::words! { Profile, "profile",
    Server => "server",
    SystemSignature => "system-signature",
}

impl Profile {
    fn entries(self) -> impl Iterator<Item = &'static Entry> {
        let own: &'static [Entry] = match self {
            Self::Server => &server_certificate::ROWS,
            Self::SystemSignature => &system_signature_certificate::ROWS,
        };
        own.iter()
            .chain(&every_certificate::ROWS)
            .chain(&encoding::ROWS)
    }

    /// What people call a certificate of this profile.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Server => CertificateKind::Server.name(),
            Self::SystemSignature => CertificateKind::SystemSignature.name(),
        }
    }

    /// The requirements of this profile, in order.
    pub fn requirements(self) -> impl Iterator<Item = &'static Requirement> {
        self.entries().map(|entry| entry.row.requirement)
    }

    /// The requirements that are not run because the question does not ask for what they need.
    pub fn not_asked<'q>(
        self,
        question: &'q Question<'_>,
    ) -> impl Iterator<Item = &'static Requirement> + use<'q> {
        let asked = move |entry: &&Entry| {
            !entry.run.applies(question)
                && !matches!(entry.run, Run::AccessPointNotAsked | Run::NameNotAsked)
        };
        self.entries()
            .filter(asked)
            .map(|entry| entry.row.requirement)
    }

    /// Holds a certificate or request against the profile: each requirement that is run, with its
    /// outcome, in order.
    #[must_use]
    pub fn outcomes<'a>(
        self,
        examined: impl Into<CertificateOrRequestRef<'a>>,
        question: &'a Question<'a>,
    ) -> Vec<(&'static Requirement, Outcome)> {
        let asked = AskedDay::new(question.day());
        let facts = Facts::new(examined.into().0, question, &asked);
        let days = facts.days();
        let mut outcomes = Vec::with_capacity(48);
        for entry in self.entries().filter(|entry| entry.run.applies(question)) {
            outcomes.push((
                entry.row.requirement,
                entry.row.judge(&facts, days, &FieldPath::ROOT),
            ));
        }
        outcomes
    }

    /// The same as findings at the entry to which the certificate belongs, for example `access_point.ap1`.
    #[must_use]
    pub fn findings<'a>(
        self,
        examined: impl Into<CertificateOrRequestRef<'a>>,
        question: &'a Question<'a>,
        at: &FieldPath,
    ) -> Vec<Finding> {
        let asked = AskedDay::new(question.day());
        let facts = Facts::new(examined.into().0, question, &asked);
        let days = facts.days();
        let mut findings = Vec::with_capacity(48);
        let asked = self.entries().filter(|entry| entry.run.applies(question));
        findings.extend(asked.map(|entry| entry.row.find(&facts, days, at)));
        findings
    }

    /// What the certificate or request holds where a requirement looks, for those that compare it
    /// with what was asked about: to be shown where the comparison leaves the answer open.
    #[must_use]
    pub fn found<'a>(
        self,
        requirement: &Requirement,
        examined: impl Into<CertificateOrRequestRef<'a>>,
    ) -> Option<Value> {
        let content = examined.into().0;
        server_certificate::found(requirement.id(), content)
    }

    /// The profile that a certificate or request is plainly meant for; the server certificate's
    /// where that cannot be told.
    #[must_use]
    pub fn of<'a>(examined: impl Into<CertificateOrRequestRef<'a>>) -> Self {
        let content = examined.into().0;
        match content
            .extensions
            .marks
            .purpose(content, &serial_numbers(content))
        {
            Purpose::Signature => Self::SystemSignature,
            _ => Self::Server,
        }
    }
}

/// A certificate and a question, to be judged on one day after the other.
#[derive(Debug)]
pub struct Examination<'a> {
    profile: Profile,
    facts: Facts<'a>,
}

impl<'a> Examination<'a> {
    /// A certificate and a question about a civil day; `asked` is the day, which will change.
    #[must_use]
    pub fn new(
        profile: Profile,
        certificate: &'a Certificate,
        question: &'a Question<'a>,
        asked: &'a AskedDay,
    ) -> Self {
        let facts = Facts::new(&certificate.0, question, asked);
        Self { profile, facts }
    }

    /// Adds the requirements that are run: [`EachDay::find`] then finds what [`Profile::findings`] does on each day.
    pub fn add_to(&'a self, at: &FieldPath, each_day: &mut EachDay<'a>) {
        let Self { profile, facts } = self;
        let issued = facts.period.map(|period| period.first);
        for entry in profile.entries() {
            if entry.run.applies(facts.question) {
                each_day.add(&entry.row, facts, issued, at);
            }
        }
    }
}

/// What kind of certificate it is, whatever it is offered as; issuers are looked up in the list.
#[must_use]
pub fn kind_of<'a>(
    examined: impl Into<CertificateOrRequestRef<'a>>,
    issuers: &IssuerList,
) -> CertificateKind {
    let content = examined.into().0;
    let serial = serial_numbers(content);
    let purpose = content.extensions.marks.purpose(content, &serial);
    kind::kind(purpose, &Origin::of(content, issuers), &serial)
}

/// The values of the subject's serialNumber.
fn serial_numbers(content: &Content) -> Held<'_> {
    Held::of(&content.subject(), SERIAL_NUMBER, str::eq)
}

/// At most that many years by the calendar, counted in Finnish days.
fn at_most_years(facts: &Facts<'_>, years: i16) -> Outcome {
    let Some(Period { first, last }) = facts.period else {
        return Outcome::NotApplicable;
    };
    let limit = first.plus_years(years);
    if last <= limit {
        return Outcome::Satisfied;
    }
    Outcome::violated(Value::Period(first, last), Value::Date(limit).at_most())
}

/// The key usages and purposes that were found, by their names.
fn usages(facts: &Facts<'_>) -> Value {
    let mut found: Vec<Value> = facts
        .content
        .key_usage()
        .into_iter()
        .flat_map(KeyUsage::names)
        .map(Value::words)
        .collect();
    for (there, name) in [
        (facts.marks.server_auth, "serverAuth"),
        (facts.marks.client_auth, "clientAuth"),
    ] {
        if there {
            found.push(Value::words(name));
        }
    }
    if found.is_empty() {
        Value::Term(server_certificate::ABSENT)
    } else {
        Value::List(found)
    }
}

/// The policies that were found.
fn policies_found(facts: &Facts<'_>) -> Value {
    let found: Vec<Value> = facts
        .content
        .policies()
        .take(8)
        .map(|oid| Value::Oid(oid.to_string()))
        .collect();
    if found.is_empty() {
        Value::Term(server_certificate::ABSENT)
    } else {
        Value::List(found)
    }
}

/// Whether two DNS names are surely the same.
pub(crate) fn same_dns_name(found: &str, expected: &str) -> bool {
    dns::compare(found, expected) == dns::Match::Same
}

/// What most rows of the guide have in common.
const fn guide(id: &'static str) -> Requirement {
    Requirement::must(id).with_evidence(Evidence::Computed)
}

/// What was seen in real certificates, or follows from them: never more than a note.
const fn observed(id: &'static str) -> Requirement {
    guide(id)
        .with_citations(const { &[Citation::page(&documents::OBSERVED, "")] })
        .with_level(Level::Note)
        .with_certainty(Certainty::Observed)
        .with_in_force(InForce::ALWAYS)
}
