//! From a decision on a request to its view.

use kanta_address_index::{AddressIndex, Right};
use kanta_admission::audit::{CertificateSeen, PeerKind, PeerSeen, Record};
use kanta_admission::{self as of, AdmissionExplanation};
use kanta_conformance::{Date, Edition};
use kanta_oid::OwnerOid;

use super::ids::Ids;
use super::index::AtRecord;
use crate::view::{
    AdmissionReport, Beside, ComparedDecisions, DecidingRight, Decision, FORMAT, Finding, Peer,
    PeerCertificate, Reason, Responsible, RestsOn,
};

pub(super) const fn decision(permits: bool) -> Decision {
    if permits {
        Decision::Permit
    } else {
        Decision::Deny
    }
}

impl AdmissionReport {
    /// A decision of a day by an index, as it is or would be recorded; with `all`, with everything that was looked at.
    #[must_use]
    pub fn new(
        index: &AddressIndex,
        explanation: &AdmissionExplanation,
        record: Record,
        day: Date,
        all: bool,
    ) -> Self {
        let indexes = [index];
        let mut ids = Ids::of(&indexes);
        if let Ok(subject) = OwnerOid::parse(&record.subject) {
            ids.owner(subject);
        }
        if let of::Peer::AccessPoint(oid) = explanation.identity().peer() {
            ids.point(*oid);
        }
        if let Some(right) = &explanation.right {
            ids.right(right);
        }
        let reasons = |links: &mut dyn Iterator<Item = &of::AdmissionCondition>| {
            links.map(|link| of_link(link, day)).collect()
        };
        Self {
            format: FORMAT,
            decision: decision(explanation.evaluation.would_permit()),
            undetermined: explanation.is_undetermined(),
            at: record.at,
            peer: record.peer.into(),
            subject: record.subject,
            service: record.service,
            tenant: record.tenant,
            service_unit: record.service_unit,
            right: explanation.right.as_ref().map(Into::into),
            rests_on: record.rests_on.as_ref().into(),
            edition: record.edition,
            reference: None,
            unrecorded: None,
            missing: reasons(&mut explanation.missing()),
            questions: reasons(&mut explanation.questions()),
            shadow: None,
            links: all.then(|| reasons(&mut explanation.conditions())),
            ids: ids.told(),
        }
    }

    /// The same as it was recorded; one that should be on record and is not is denied.
    #[must_use]
    pub fn recorded(mut self, reference: Option<String>, unrecorded: Option<String>) -> Self {
        if unrecorded.is_some() {
            self.decision = Decision::Deny;
        }
        (self.reference, self.unrecorded) = (reference, unrecorded);
        self
    }

    /// The same with what another index decides: something else, or the same.
    #[must_use]
    pub fn beside(mut self, difference: Option<&of::Difference>) -> Self {
        self.shadow = Some(match difference {
            Some(difference) => Beside {
                agrees: false,
                decision: decision(difference.would_permit()),
                missing: difference
                    .shadow
                    .missing()
                    .map(|link| link.requirement.id().to_owned())
                    .collect(),
            },
            None => Beside {
                agrees: true,
                decision: self.decision,
                missing: Vec::new(),
            },
        });
        self
    }
}

fn of_link(link: &of::AdmissionCondition, day: Date) -> Reason {
    let at = AtRecord(None);
    Reason {
        finding: Finding::of(link.requirement, &link.outcome, Edition::on(day), &at),
        responsible: Responsible {
            code: link.responsible.code().to_owned(),
            name: link.responsible.name().into(),
        },
    }
}

impl From<PeerSeen> for Peer {
    fn from(peer: PeerSeen) -> Self {
        let kind = match peer.kind {
            PeerKind::AccessPoint => "access-point",
            PeerKind::System => "system",
            PeerKind::Unknown => "unknown",
        };
        Self {
            kind: kind.to_owned(),
            system: peer.system,
            access_point: peer.access_point,
            source: peer.source,
            certificate: peer.certificate.as_deref().map(Into::into),
        }
    }
}

impl From<&CertificateSeen> for PeerCertificate {
    fn from(seen: &CertificateSeen) -> Self {
        Self {
            issuer: seen.issuer.clone(),
            serial: seen.serial.clone(),
            sha256: seen.sha256.clone(),
        }
    }
}

impl From<&Right> for DecidingRight {
    fn from(its: &Right) -> Self {
        Self {
            access_point: its.access_point.to_string(),
            service: its.service.code().to_owned(),
            from: its.validity.from.map(Into::into),
            until: its.validity.until.map(Into::into),
            reference: its.basis.reference.clone(),
        }
    }
}

impl From<&of::Versions> for RestsOn {
    fn from(versions: &of::Versions) -> Self {
        Self {
            index: versions.index.clone(),
            index_issued: versions.index_issued.clone(),
            index_expires: versions.index_expires.clone(),
            trust: versions.trust.clone(),
            crls: versions.crls.clone(),
            policy: versions.policy.clone(),
        }
    }
}

impl From<of::ShadowCounts> for ComparedDecisions {
    fn from(counts: of::ShadowCounts) -> Self {
        Self {
            compared: counts.compared,
            would_permit: counts.would_permit,
            would_deny: counts.would_deny,
        }
    }
}
