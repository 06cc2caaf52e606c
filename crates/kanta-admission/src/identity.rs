//! Who the peer of a connection is, and what was found about that.

use std::sync::Arc;

use kanta_address_index::{AccessPoint, Covers, ResponsibleParty};
use kanta_cert::{Certificate, Moment, Profile, Question};
use kanta_conformance::{Date, Outcome, Why};
use kanta_oid::{AccessPointOid, MAX_TEXT_LEN};

use crate::condition::{AdmissionCondition, Responsible};
use crate::policy::{Mode, System};
use crate::rows::{self, Connecting};
use crate::{Fingerprint, Presented, State, Versions};

/// Who the peer is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Peer {
    /// An access point, by the OID in its certificate.
    AccessPoint(AccessPointOid),
    /// A system that uses our own access point, by the operator's word for it.
    System {
        /// Its word.
        id: String,
        /// Our access point.
        access_point: AccessPointOid,
    },
    /// Nobody that is known.
    Unknown,
}

/// Who the peer of a connection is: what one [`State`] says of what is [`Presented`], at one instant and for as long
/// as nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    state: u64,
    /// The instant at which it was worked out, and the last one for which it holds.
    period: (Moment, Moment),
    pub(crate) day: Date,
    peer: Peer,
    /// The access point through which requests go.
    pub(crate) through: Option<AccessPointOid>,
    /// The place of the system in the configuration.
    pub(crate) system: Option<usize>,
    pub(crate) conditions: Vec<AdmissionCondition>,
    in_order: bool,
    /// A copy of its own: all cores would have to pass the counter of a shared one to each other at each decision.
    pub(crate) versions: Arc<Versions>,
}

impl Identity {
    /// Who it is, by what is presented: whether that holds is another question.
    #[must_use]
    pub const fn peer(&self) -> &Peer {
        &self.peer
    }

    /// Everything that was looked at.
    #[must_use]
    pub fn conditions(&self) -> &[AdmissionCondition] {
        &self.conditions
    }

    /// Whether nothing is missing, so that requests are looked at for themselves.
    #[must_use]
    pub const fn is_in_order(&self) -> bool {
        self.in_order
    }

    /// The instant at which it was worked out, and the last one for which it holds.
    #[must_use]
    pub const fn period(&self) -> (Moment, Moment) {
        self.period
    }

    /// Whether it is that set's answer, and holds at that instant.
    pub(crate) fn holds(&self, state: &State, at: Moment) -> bool {
        self.state == state.id() && self.period.0 <= at && at <= self.period.1
    }
}

impl State {
    /// Works out who the peer of a connection is, at an instant. [`Connection`](crate::Connection) keeps the answer
    /// for as long as it holds.
    #[must_use]
    pub fn identify(&self, presented: &Presented, at: Moment) -> Identity {
        let day = at.finnish_day();
        let certificate = presented.certificate();
        let mut conditions = Vec::with_capacity(56);
        let found = match &self.policy.mode {
            Mode::AccessPoints => self.access_point(presented),
            Mode::OwnAccessPoint {
                access_point,
                systems,
            } => {
                let seen = certificate.zip(presented.fingerprint());
                system(seen, *access_point, systems, day)
            }
        };
        if let (Some(certificate), Some(fingerprint)) = (certificate, presented.fingerprint()) {
            let of_found = || self.certificate(certificate, &found, at);
            let examined = self.examine_known(certificate, fingerprint, at, of_found);
            conditions.extend_from_slice(examined.conditions());
        }
        rows::of_connection(
            Connecting {
                index: &self.index,
                policy: &self.policy,
                presented,
                day,
                point: found.point,
                system: found.system.map(|(_, system)| system),
            },
            &mut conditions,
        );
        let in_order =
            found.through.is_some() && !conditions.iter().any(AdmissionCondition::is_missing);
        Identity {
            state: self.id(),
            period: (at, self.steady_until(at, day, certificate)),
            day,
            peer: found.peer,
            through: found.through,
            system: found.system.map(|(at, _)| at),
            conditions,
            in_order,
            versions: Arc::new(self.versions().as_ref().clone()),
        }
    }

    /// The access point that the certificate names or, where it names none, the one that speaks from the address, so
    /// that the rest can be looked at.
    fn access_point(&self, presented: &Presented) -> Found<'_> {
        let oid = rows::named_by(presented);
        let mut speaking = self.index.access_points_at(presented.source());
        let alone = speaking.next().filter(|_| speaking.next().is_none());
        Found {
            through: oid.or(alone.map(|point| point.oid)),
            point: oid.and_then(|oid| self.point(oid)),
            ..named(oid)
        }
    }

    fn point(&self, oid: AccessPointOid) -> Option<&AccessPoint> {
        let id = self.index.id_of_access_point(oid)?;
        let points = self.index.access_points();
        let at = points.binary_search_by(|point| point.id.as_str().cmp(id));
        points.get(at.ok()?)
    }

    /// What holds of a certificate wherever it is presented.
    pub(crate) fn conditions_of_peer(
        &self,
        certificate: &Certificate,
        fingerprint: Fingerprint,
        at: Moment,
    ) -> Vec<AdmissionCondition> {
        let found = match &self.policy.mode {
            Mode::AccessPoints => named(rows::named_in(certificate)),
            Mode::OwnAccessPoint {
                access_point,
                systems,
            } => {
                let seen = Some((certificate, fingerprint));
                system(seen, *access_point, systems, at.finnish_day())
            }
        };
        self.certificate(certificate, &found, at)
    }

    /// What a server that is called has wrong with its certificate: path and revocation, the profile of servers
    /// and, where it is known which one should answer, the access point.
    #[must_use]
    pub fn examine_server(
        &self,
        certificate: &Certificate,
        access_point: Option<AccessPointOid>,
        at: Moment,
    ) -> Vec<AdmissionCondition> {
        self.certificate(certificate, &named(access_point), at)
    }

    /// Path, revocation, profile and day of a certificate.
    fn certificate(
        &self,
        certificate: &Certificate,
        found: &Found<'_>,
        at: Moment,
    ) -> Vec<AdmissionCondition> {
        let mut conditions = Vec::with_capacity(48);
        let mut question = Question::at(at).issuers(self.issuers());
        if let Some(environment) = self.policy.environment {
            question = question.environment(environment);
        }
        let mut buffer = [0; MAX_TEXT_LEN];
        let oid = match &found.peer {
            Peer::AccessPoint(oid) => Some(oid.encode_text(&mut buffer)),
            _ => None,
        };
        if let Some(oid) = oid {
            question = question.access_point(oid);
        }
        for judged in self.trust.outcomes(certificate, &question) {
            let responsible = responsible(&judged.1);
            conditions.push(AdmissionCondition::of_certificate(judged, responsible));
        }
        if let Some(profile) = found.profile {
            for judged in profile.outcomes(certificate, &question) {
                let administrator = Responsible::Index(ResponsibleParty::Administrator);
                conditions.push(AdmissionCondition::of_certificate(judged, administrator));
            }
        }
        conditions
    }
}

/// What a path lacks is the certificate holder's to mend; what could not be checked is a matter of our own anchors
/// and lists.
const fn responsible(outcome: &Outcome) -> Responsible {
    match outcome {
        Outcome::Undetermined(Why::Unchecked(_)) => Responsible::Operator,
        _ => Responsible::Index(ResponsibleParty::Administrator),
    }
}

/// Whose certificate it is, by what it says or by configuration.
struct Found<'a> {
    peer: Peer,
    through: Option<AccessPointOid>,
    point: Option<&'a AccessPoint>,
    system: Option<(usize, &'a System)>,
    profile: Option<Profile>,
}

/// Whoever holds a server certificate that names that access point.
fn named<'a>(oid: Option<AccessPointOid>) -> Found<'a> {
    Found {
        peer: oid.map_or(Peer::Unknown, Peer::AccessPoint),
        through: oid,
        point: None,
        system: None,
        profile: Some(Profile::Server),
    }
}

fn system<'a>(
    seen: Option<(&Certificate, Fingerprint)>,
    access_point: AccessPointOid,
    systems: &'a [System],
    day: Date,
) -> Found<'a> {
    let is_of = |system: &&System| {
        seen.is_some_and(|(certificate, fingerprint)| {
            system.certificates.iter().any(|(id, validity)| {
                // An end that the operator does not state is none.
                let is_known = matches!(validity.covers(day), Covers::Yes | Covers::Unknown);
                is_known && id.is_of(certificate, fingerprint)
            })
        })
    };
    let system = systems.iter().enumerate().find(|(_, system)| is_of(system));
    Found {
        peer: system.map_or(Peer::Unknown, |(_, system)| Peer::System {
            id: system.id.clone(),
            access_point,
        }),
        through: Some(access_point),
        point: None,
        system,
        profile: system.and_then(|(_, system)| system.profile),
    }
}
