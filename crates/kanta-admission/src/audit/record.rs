//! What is recorded of a decision.

use std::sync::Arc;

use kanta_address_index::Right;
use kanta_conformance::{Citation, Edition, Outcome, OutcomeKind, Why};
use kanta_oid::{AccessPointOid, MAX_TEXT_LEN, OwnerOid};
use serde::{Deserialize, Serialize};

use crate::presented::CertificateSeen;
use crate::{AdmissionCondition, AdmissionExplanation, Attempt, Peer, Presented, Versions};

/// One decision, as it is recorded: who, through what, for whom, what, when and why. A permit and a denial have the
/// same members.
///
/// Persons are not named: parties, units, services and access points are told by their OIDs and codes, a certificate
/// by its issuer, serial number and fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this form: 1.
    pub format: u32,
    /// When it was asked, in UTC: `2025-12-01T10:00:00Z`.
    pub at: String,
    /// The answer.
    pub decision: RecordedDecision,
    /// Who asked.
    pub peer: PeerSeen,
    /// The OID of the right-subject.
    #[serde(rename = "for")]
    pub subject: String,
    /// The code of the service.
    pub service: String,
    /// The OID of the tenant.
    pub tenant: Option<String>,
    /// The OID of the service unit.
    pub service_unit: Option<String>,
    /// The right that decided or, for a denial, the one that came nearest.
    pub right: Option<RightSeen>,
    /// Every missing condition; none for a permit.
    pub reasons: Vec<Reason>,
    /// The ids of the questions on which the guide is silent or ambiguous.
    pub questions: Vec<String>,
    /// What the decision rests on.
    pub rests_on: Arc<Versions>,
    /// The edition of the guide in force on the day.
    pub edition: Option<String>,
}

/// The answer to an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordedDecision {
    /// Allowed.
    Permit,
    /// Not allowed.
    Deny,
}

/// Who asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeerSeen {
    /// As what it is known.
    pub kind: PeerKind,
    /// The operator's word for the system.
    pub system: Option<String>,
    /// The OID of the access point through which it asks.
    pub access_point: Option<String>,
    /// The source address.
    pub source: String,
    /// The certificate.
    pub certificate: Option<Arc<CertificateSeen>>,
}

/// As what a peer is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeerKind {
    /// An access point, by its certificate.
    AccessPoint,
    /// A system at our own access point.
    System,
    /// Nobody that is known.
    Unknown,
}

/// A right of the index, as of the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightSeen {
    /// The OID of the access point.
    pub access_point: String,
    /// Its first day.
    pub from: Option<String>,
    /// The first day that no longer belongs to it.
    pub until: Option<String>,
    /// The application or the like that it rests on, as the index states it.
    pub reference: Option<String>,
}

/// A missing condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The id of the requirement.
    pub requirement: String,
    /// What became of it.
    pub outcome: Unmet,
    /// Why it is not known, where it is not: a code.
    pub why: Option<String>,
    /// The fields to fill in, where that is why.
    pub fields: Vec<String>,
    /// The clauses that ask for it, as `connection-models 4.2.1`; none where no document does.
    pub clauses: Vec<String>,
    /// Who can mend it: a code.
    pub responsible: String,
}

/// How a requirement is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unmet {
    /// Shown not to hold.
    Violated,
    /// Not known.
    Undetermined,
}

impl Record {
    /// The record of a decision.
    #[must_use]
    pub fn of(
        presented: &Presented,
        attempt: &Attempt,
        explanation: &AdmissionExplanation,
    ) -> Self {
        let verdict = if explanation.evaluation.would_permit() {
            RecordedDecision::Permit
        } else {
            RecordedDecision::Deny
        };
        let oid = |oid: &OwnerOid| oid.encode_text(&mut [0; MAX_TEXT_LEN]).to_owned();
        let identity = explanation.identity();
        Self {
            format: 1,
            at: attempt.at.to_string(),
            decision: verdict,
            peer: peer(presented, explanation),
            subject: oid(&attempt.subject),
            service: attempt.service.code().to_owned(),
            tenant: attempt.tenant.as_ref().map(oid),
            service_unit: attempt.service_unit.as_ref().map(oid),
            right: explanation.right.as_ref().map(right),
            reasons: explanation.missing().map(reason).collect(),
            questions: explanation
                .questions()
                .map(|condition| condition.requirement.id().to_owned())
                .collect(),
            rests_on: Arc::clone(&identity.versions),
            edition: Edition::on(identity.day).map(|edition| edition.version.to_string()),
        }
    }
}

fn peer(presented: &Presented, explanation: &AdmissionExplanation) -> PeerSeen {
    let identity = explanation.identity();
    let (kind, system) = match identity.peer() {
        Peer::AccessPoint(_) => (PeerKind::AccessPoint, None),
        Peer::System { id, .. } => (PeerKind::System, Some(id.clone())),
        Peer::Unknown => (PeerKind::Unknown, None),
    };
    PeerSeen {
        kind,
        system,
        access_point: identity.through.as_ref().map(access_point),
        source: presented.source().to_string(),
        certificate: presented.seen().cloned(),
    }
}

fn access_point(oid: &AccessPointOid) -> String {
    oid.encode_text(&mut [0; MAX_TEXT_LEN]).to_owned()
}

fn right(right: &Right) -> RightSeen {
    RightSeen {
        access_point: access_point(&right.access_point),
        from: right.validity.from.map(|day| day.to_string()),
        until: right.validity.until.map(|day| day.to_string()),
        reference: right.basis.reference.clone(),
    }
}

fn reason(condition: &AdmissionCondition) -> Reason {
    let (why, fields) = match &condition.outcome {
        Outcome::Undetermined(why) => (
            Some(why.code().to_owned()),
            match why {
                Why::InputMissing(fields) => fields.iter().map(ToString::to_string).collect(),
                _ => Vec::new(),
            },
        ),
        _ => (None, Vec::new()),
    };
    Reason {
        requirement: condition.requirement.id().to_owned(),
        outcome: match condition.outcome.kind() {
            OutcomeKind::Undetermined => Unmet::Undetermined,
            _ => Unmet::Violated,
        },
        why,
        fields,
        clauses: condition
            .requirement
            .citations()
            .iter()
            .map(clause)
            .collect(),
        responsible: condition.responsible.code().to_owned(),
    }
}

fn clause(citation: &Citation) -> String {
    let document = citation.document.id;
    if citation.clause.is_empty() {
        document.to_owned()
    } else {
        format!("{document} {}", citation.clause)
    }
}
