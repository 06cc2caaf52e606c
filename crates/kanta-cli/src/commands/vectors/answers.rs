//! The answers, a function for each kind of vector.

use std::net::IpAddr;

use kanta_address_index::{AddressIndex, Form, Request, Service, Source};
use kanta_admission::{Attempt, Connection, OnRecord, Policy, Presented, State};
use kanta_cert::{
    Certificate, CertificateOrRequest, Environment, Holder, Moment, Profile, Question, TrustStore,
};
use kanta_conformance::{Date, Outcome, Why};
use kanta_oid::{AccessPointOid, OwnerOid};
use kanta_policy::{FileFault, PlanFile, evaluate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

type Members = Map<String, Value>;
type Answer = Result<Members, String>;

fn read<T: DeserializeOwned>(input: Members) -> Result<T, String> {
    serde_json::from_value(Value::Object(input)).map_err(|error| error.to_string())
}

fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(
    name: &str,
    text: &str,
) -> Result<T, String> {
    text.parse().map_err(|error| format!("{name}: {error}"))
}

fn verdict(word: &str) -> Members {
    Members::from_iter([("verdict".to_owned(), Value::from(word))])
}

/// A verdict, and what is told beside it.
fn with_details(word: &str, details: Value) -> Members {
    let mut answer = verdict(word);
    answer.insert("details".to_owned(), details);
    answer
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OidInput {
    text: String,
}

/// Whether a text is the OID of an access point, of which form, and whose.
pub(super) fn oid(input: Members) -> Answer {
    let input: OidInput = read(input)?;
    Ok(match AccessPointOid::parse(&input.text) {
        Ok(oid) => with_details(
            "valid",
            json!({ "form": oid.form().as_str(), "owner": oid.owner().to_string(), "number": oid.number().to_string() }),
        ),
        Err(_) => verdict("invalid"),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CertificateInput {
    pem: String,
    profile: Option<String>,
    requirement: Option<String>,
    on: Option<String>,
    at: Option<String>,
    access_point: Option<String>,
    dns_name: Option<String>,
    holder: Option<String>,
    environment: Option<String>,
}

/// Whether a certificate or request can be read, or how it stands to one requirement.
pub(super) fn certificate(input: Members) -> Answer {
    let input: CertificateInput = read(input)?;
    let read = CertificateOrRequest::from_pem_or_der(input.pem.as_bytes());
    let (Some(requirement), Ok(document)) = (&input.requirement, &read) else {
        return Ok(verdict(if read.is_ok() {
            "readable"
        } else {
            "unreadable"
        }));
    };
    let mut question = match (&input.on, &input.at) {
        (Some(day), None) => Question::on(parse::<Date>("on", day)?),
        (None, Some(moment)) => Question::at(parse::<Moment>("at", moment)?),
        _ => return Err("one of `on` and `at` is needed".to_owned()),
    };
    if let Some(oid) = &input.access_point {
        question = question.access_point(oid);
    }
    if let Some(name) = &input.dns_name {
        question = question.dns_name(name);
    }
    if let Some(name) = &input.holder {
        question = question.holder(Holder {
            administrator: name,
            others: &[],
        });
    }
    question = match input.environment.as_deref() {
        Some(code) => question.environment(
            code.parse::<Environment>()
                .map_err(|unknown| format!("environment: {unknown}"))?,
        ),
        None => question,
    };
    let profile = match input.profile.as_deref() {
        None => Profile::of(document),
        Some(code) => code
            .parse()
            .map_err(|unknown| format!("profile: {unknown}"))?,
    };
    let outcomes = profile.outcomes(document, &question);
    let found = outcomes.iter().find(|(row, _)| row.id() == requirement);
    let (_, outcome) = found.ok_or_else(|| format!("`{requirement}` was not asked of this"))?;
    Ok(of_outcome(outcome))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanInput {
    plan: Members,
    on: String,
    requirement: Option<String>,
    subject: Option<String>,
}

/// The verdict of a plan, or how one of its subjects stands to one requirement.
pub(super) fn plan(input: Members) -> Answer {
    let input: PlanInput = read(input)?;
    let text = Value::Object(input.plan).to_string();
    let file = PlanFile::read_json(text.as_bytes(), &mut |_| Err(FileFault::NotFound))
        .map_err(|faults| faults.to_string())?;
    let assessment = evaluate(&file.plan, parse::<Date>("on", &input.on)?);
    let Some(requirement) = &input.requirement else {
        return Ok(verdict(assessment.verdict().code()));
    };
    let subject = input.subject.unwrap_or_default();
    let found = assessment.findings.iter().rfind(|finding| {
        finding.requirement.id() == requirement && finding.path.subject().to_string() == subject
    });
    let none = || format!("`{requirement}` has no finding about `{subject}`");
    Ok(of_outcome(&found.ok_or_else(none)?.outcome))
}

/// The word of an outcome and, where it is not known, why.
fn of_outcome(outcome: &Outcome) -> Members {
    let mut answer = verdict(outcome.kind().code());
    if let Outcome::Undetermined(why) = outcome {
        let why = match why {
            Why::InputMissing(_) | Why::EvidenceOutside(_) | Why::Unchecked(_) => "input-missing",
            Why::GuideSilent(_) => "guide-silent",
            Why::GuideAmbiguous(_) | Why::ByReading(_) => "guide-ambiguous",
            Why::DateUnknown => "date-unknown",
        };
        answer.insert("why".to_owned(), Value::from(why));
    }
    answer
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexInput {
    index: Members,
    on: String,
    #[serde(rename = "for")]
    subject: String,
    access_point: String,
    service: String,
    tenant: Option<String>,
    unit: Option<String>,
}

fn index_of(index: Members) -> Result<Option<AddressIndex>, String> {
    let bytes = serde_json::to_vec(&Value::Object(index)).map_err(|error| error.to_string())?;
    let source = Source {
        form: Form::Json,
        bytes: &bytes,
    };
    Ok(AddressIndex::read(&[source]).ok())
}

fn owner(index: &AddressIndex, name: &str) -> Result<OwnerOid, String> {
    let owner = index.owner_named(name);
    owner.ok_or_else(|| format!("`{name}` is neither an id of the index nor an OID"))
}

/// Whether a request is permitted, and every requirement that stands in its way; or that the index is refused.
pub(super) fn index(input: Members) -> Answer {
    let input: IndexInput = read(input)?;
    let Some(index) = index_of(input.index)? else {
        return Ok(verdict("refused"));
    };
    let point = index.access_point_named(&input.access_point);
    let point = point.ok_or_else(|| format!("`{}` is no access point", input.access_point))?;
    let service: Service = parse("service", &input.service)?;
    let day = parse::<Date>("on", &input.on)?;
    let mut request = Request::new(owner(&index, &input.subject)?, point, service, day);
    if let Some(tenant) = &input.tenant {
        request.tenant = Some(owner(&index, tenant)?);
    }
    if let Some(unit) = &input.unit {
        request.service_unit = Some(parse("unit", unit)?);
    }
    let explanation = index.explain(&request);
    let missing: Vec<&str> = explanation
        .missing()
        .map(|link| link.requirement.id())
        .collect();
    Ok(decided(index.decide(&request).is_permit(), &missing))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdmissionInput {
    index: Members,
    trust: Option<String>,
    certificate: Option<String>,
    source: String,
    at: String,
    #[serde(rename = "for")]
    subject: String,
    service: String,
    tenant: Option<String>,
    unit: Option<String>,
    /// Whether certificates have to be on record at their access points; they have.
    records: Option<bool>,
}

/// Whether a peer is admitted, and every requirement that stands in its way.
pub(super) fn admission(input: Members) -> Answer {
    let input: AdmissionInput = read(input)?;
    let Some(index) = index_of(input.index)? else {
        return Ok(verdict("refused"));
    };
    let mut trust = TrustStore::new();
    if let Some(pem) = &input.trust {
        trust
            .trust("trust", pem.as_bytes())
            .map_err(|error| error.to_string())?;
    }
    let source: IpAddr = parse("source", &input.source)?;
    let presented = match &input.certificate {
        None => Presented::without_certificate(source),
        Some(pem) => Presented::from_read(Certificate::from_pem_or_der(pem.as_bytes()), source),
    };
    let service: Service = parse("service", &input.service)?;
    let at = parse::<Moment>("at", &input.at)?;
    let mut attempt = Attempt::new(owner(&index, &input.subject)?, service, at);
    if let Some(tenant) = &input.tenant {
        attempt.tenant = Some(owner(&index, tenant)?);
    }
    if let Some(unit) = &input.unit {
        attempt.service_unit = Some(parse("unit", unit)?);
    }
    let mut policy = Policy::access_points();
    if input.records == Some(false) {
        policy.on_record = OnRecord::NotKept;
    }
    let state = State::new(index, trust, policy);
    let explanation = state.explain(&Connection::new(presented), &attempt);
    let missing: Vec<&str> = explanation
        .missing()
        .map(|link| link.requirement.id())
        .collect();
    Ok(decided(explanation.evaluation.would_permit(), &missing))
}

fn decided(permits: bool, missing: &[&str]) -> Members {
    if permits {
        verdict("permit")
    } else {
        with_details("deny", json!({ "missing": missing }))
    }
}
