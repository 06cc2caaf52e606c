//! From what an address index answers to its views.

use kanta_address_index as of;
use kanta_address_index::AddressIndex;
use kanta_conformance::{Date, Edition};

use super::ids::Ids;
use super::index::AtRecord;
use crate::view::{
    Decision, DecisionReport, FORMAT, Finding, IndexEnding, IndexExpiringReport, Period, Permitted,
    PermittedReport, Reason, ReasonsReport, Responsible, Speaker, SpeakersReport,
};

impl From<of::Decision> for Decision {
    fn from(its: of::Decision) -> Self {
        if its.is_permit() {
            Self::Permit
        } else {
            Self::Deny
        }
    }
}

impl From<of::Decision> for DecisionReport {
    fn from(its: of::Decision) -> Self {
        Self {
            format: FORMAT,
            decision: its.into(),
        }
    }
}

impl ReasonsReport {
    /// The decision on a request with its reasons; with `all`, with everything that was looked at.
    #[must_use]
    pub fn new(
        index: &AddressIndex,
        request: &of::Request,
        explanation: &of::Explanation,
        all: bool,
    ) -> Self {
        let reasons = |links: &mut dyn Iterator<Item = &of::Condition>| {
            links.map(|link| Reason::new(link, request.day)).collect()
        };
        let indexes = [index];
        let mut ids = Ids::of(&indexes);
        let owners = [Some(request.subject), request.tenant, request.service_unit];
        for oid in owners.into_iter().flatten() {
            ids.owner(oid);
        }
        ids.point(request.access_point);
        if let Some(right) = &explanation.right {
            ids.right(right);
        }
        Self {
            format: FORMAT,
            on: request.day.into(),
            subject: request.subject.to_string(),
            access_point: request.access_point.to_string(),
            service: request.service.code().to_owned(),
            tenant: request.tenant.map(|oid| oid.to_string()),
            service_unit: request.service_unit.map(|oid| oid.to_string()),
            decision: explanation.decision.into(),
            undetermined: explanation.is_undetermined(),
            right: explanation.right.as_ref().map(Into::into),
            missing: reasons(&mut explanation.missing()),
            questions: reasons(&mut explanation.questions()),
            links: all.then(|| reasons(&mut explanation.conditions.iter())),
            ids: ids.told(),
        }
    }
}

impl Reason {
    /// What was found, told by the clauses of a day.
    pub(crate) fn new(link: &of::Condition, day: Date) -> Self {
        let at = AtRecord(None);
        Self {
            finding: Finding::of(link.requirement, &link.outcome, Edition::on(day), &at),
            responsible: Responsible {
                code: link.responsible.code().to_owned(),
                name: link.responsible.name().into(),
            },
        }
    }
}

impl From<of::Period> for Period {
    fn from(days: of::Period) -> Self {
        Self {
            from: days.from.map(Into::into),
            until: days.until.map(Into::into),
        }
    }
}

impl PermittedReport {
    /// The rights that an index holds on a day.
    #[must_use]
    pub fn new(index: &AddressIndex, rights: &[of::Permitted], day: Date) -> Self {
        let permitted = |its: &of::Permitted| Permitted {
            right: (&its.right).into(),
            permits: its.permits.into(),
        };
        let indexes = [index];
        let mut ids = Ids::of(&indexes);
        for its in rights {
            ids.right(&its.right);
        }
        Self {
            format: FORMAT,
            on: day.into(),
            expired: index.is_expired(day),
            expires: index.header().expires.into(),
            rights: rights.iter().map(permitted).collect(),
            ids: ids.told(),
        }
    }
}

impl SpeakersReport {
    /// The access points of an index that speak from an address.
    #[must_use]
    pub fn new(index: &AddressIndex, speakers: &[of::Speaker<'_>], day: Date) -> Self {
        let speaker = |its: &of::Speaker<'_>| Speaker {
            range: its.range.to_string(),
            id: its.access_point.id.clone(),
            oid: its.access_point.oid.to_string(),
            administrator: its.access_point.administrator.clone(),
        };
        Self {
            format: FORMAT,
            on: day.into(),
            expired: index.is_expired(day),
            expires: index.header().expires.into(),
            access_points: speakers.iter().map(speaker).collect(),
        }
    }
}

impl IndexExpiringReport {
    /// What ends soon in an index.
    #[must_use]
    pub fn new(index: &AddressIndex, ending: &[of::Expiring], day: Date) -> Self {
        let end = |its: &of::Expiring| IndexEnding {
            on: its.on.into(),
            what: its.what.clone(),
            stops: its.rights.iter().map(Into::into).collect(),
        };
        let indexes = [index];
        let mut ids = Ids::of(&indexes);
        for right in ending.iter().flat_map(|its| &its.rights) {
            ids.right(right);
        }
        Self {
            format: FORMAT,
            on: day.into(),
            expired: index.is_expired(day),
            expires: index.header().expires.into(),
            expiring: ending.iter().map(end).collect(),
            ids: ids.told(),
        }
    }
}
