//! What the index holds, resolved: who is who, and what stands under what.

mod rights;
mod sharing;
mod times;

use core::ops::Range;

use hashbrown::{HashMap, HashSet};
use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::{AccessPoint, Agreement, Annotation, Header, KELA, Party, PartyKind, Pharmacy, Tenant};

pub(crate) use rights::{Rights, Terms};
pub(crate) use sharing::Sharing;
pub(crate) use times::{Changes, Holds, MOST_CHANGES, Times, joined};

/// Parties come first, then pharmacies, then tenants; each in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ActorId(pub(crate) u32);

impl ActorId {
    pub(crate) const KELA: Self = Self(u32::MAX);
    /// Somebody whom the index does not hold.
    pub(crate) const NOBODY: Self = Self(u32::MAX - 1);
}

/// Access points are in the order of their ids.
pub(crate) type PointId = u32;

/// An access point that the index does not hold.
pub(crate) const NOWHERE: PointId = PointId::MAX;

#[derive(Clone, Copy)]
pub(crate) enum Actor<'a> {
    Party(&'a Party),
    Pharmacy(&'a Pharmacy),
    Tenant(&'a Tenant),
}

impl<'a> Actor<'a> {
    pub(crate) fn id(self) -> &'a str {
        match self {
            Self::Party(party) => &party.id,
            Self::Pharmacy(pharmacy) => &pharmacy.id,
            Self::Tenant(tenant) => &tenant.id,
        }
    }

    pub(crate) fn oid(self) -> Option<OwnerOid> {
        match self {
            Self::Party(party) => party.oid,
            Self::Pharmacy(pharmacy) => Some(pharmacy.oid),
            Self::Tenant(tenant) => Some(tenant.oid),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub(crate) header: Header,
    pub(crate) parties: Vec<Party>,
    pub(crate) pharmacies: Vec<Pharmacy>,
    pub(crate) tenants: Vec<Tenant>,
    pub(crate) points: Vec<AccessPoint>,
    pub(crate) agreements: Vec<Agreement>,
    pub(crate) annotations: Vec<Annotation>,
    /// By pharmacy.
    pub(crate) pharmacists: Vec<ActorId>,
    /// By tenant.
    pub(crate) hosts: Vec<ActorId>,
    /// By access point.
    pub(crate) administrators: Vec<ActorId>,
    pub(crate) subjects: HashMap<OwnerOid, ActorId>,
    pub(crate) point_ids: HashMap<AccessPointOid, PointId>,
    /// The smaller of the two first.
    pub(crate) agreed: Times<(ActorId, ActorId)>,
    /// Annotations of one unit, or of the provider as a whole.
    pub(crate) annotated: Times<(ActorId, Option<OwnerOid>)>,
    /// Annotations of any unit of the provider's organisation.
    pub(crate) annotated_somewhere: Times<ActorId>,
    /// Annotations of units that do not stand under the provider's organisation.
    pub(crate) annotated_elsewhere: Times<ActorId>,
    /// Tenants by joining party and OID.
    pub(crate) tenancies: Vec<(ActorId, OwnerOid, ActorId)>,
    /// Whoever has a right to receive renewal requests.
    pub(crate) receivers: HashSet<ActorId>,
    /// The days on which a receiver's rights to the Prescription Service permit.
    pub(crate) prescribes: Times<ActorId>,
    /// The same, through one access point.
    pub(crate) prescribes_through: Times<(ActorId, PointId)>,
    /// The days on which an organiser's own rights through an access point permit.
    pub(crate) uses: Times<(ActorId, PointId)>,
    /// Organisers with rights of their own through more than one access point.
    pub(crate) users_of_several: HashSet<ActorId>,
    /// Who shares the intermediaries' access points.
    pub(crate) sharing: Sharing,
    pub(crate) rights: Rights,
}

fn position(found: Result<usize, usize>, offset: usize) -> Option<ActorId> {
    let at = found.ok()?.checked_add(offset)?;
    u32::try_from(at).ok().map(ActorId)
}

impl Store {
    pub(crate) fn actor(&self, id: ActorId) -> Option<Actor<'_>> {
        let at = usize::try_from(id.0).ok()?;
        if let Some(party) = self.parties.get(at) {
            return Some(Actor::Party(party));
        }
        let at = at.checked_sub(self.parties.len())?;
        if let Some(pharmacy) = self.pharmacies.get(at) {
            return Some(Actor::Pharmacy(pharmacy));
        }
        let at = at.checked_sub(self.pharmacies.len())?;
        self.tenants.get(at).map(Actor::Tenant)
    }

    /// The actor with that id.
    pub(crate) fn actor_named(&self, id: &str) -> Option<ActorId> {
        if id == KELA {
            return Some(ActorId::KELA);
        }
        let pharmacies = self.parties.len();
        let tenants = pharmacies.saturating_add(self.pharmacies.len());
        let found = self.parties.binary_search_by(|p| p.id.as_str().cmp(id));
        position(found, 0)
            .or_else(|| {
                let found = self.pharmacies.binary_search_by(|p| p.id.as_str().cmp(id));
                position(found, pharmacies)
            })
            .or_else(|| {
                let found = self.tenants.binary_search_by(|t| t.id.as_str().cmp(id));
                position(found, tenants)
            })
    }

    pub(crate) fn point(&self, id: PointId) -> Option<&AccessPoint> {
        self.points.get(usize::try_from(id).ok()?)
    }

    pub(crate) fn administrator(&self, id: PointId) -> Option<ActorId> {
        self.administrators.get(usize::try_from(id).ok()?).copied()
    }

    pub(crate) fn party(&self, id: ActorId) -> Option<&Party> {
        self.parties.get(usize::try_from(id.0).ok()?)
    }

    pub(crate) fn is_intermediary(&self, id: ActorId) -> bool {
        self.party(id)
            .is_some_and(|party| party.kind == PartyKind::Intermediary)
    }

    /// The pharmacist of a pharmacy.
    pub(crate) fn pharmacist(&self, id: ActorId) -> Option<ActorId> {
        let at = usize::try_from(id.0)
            .ok()?
            .checked_sub(self.parties.len())?;
        self.pharmacists.get(at).copied()
    }

    /// The joining party of a tenant.
    pub(crate) fn host(&self, id: ActorId) -> Option<ActorId> {
        let before = self.parties.len().saturating_add(self.pharmacies.len());
        let at = usize::try_from(id.0).ok()?.checked_sub(before)?;
        self.hosts.get(at).copied()
    }

    /// Whether an agreement between the two holds.
    pub(crate) fn agreement(&self, a: ActorId, b: ActorId, day: Date) -> Holds {
        self.agreed.on((a.min(b), a.max(b)), day)
    }

    /// Whether an agreement of the two is there on a day that leaves their duties out.
    pub(crate) fn agreed_without_duties(&self, a: ActorId, b: ActorId, day: Date) -> bool {
        let name = |id| self.actor(id).map_or("", Actor::id);
        let mut pair = [name(a), name(b)];
        pair.sort_unstable();
        // They are in the order of the pairs.
        let between = |it: &Agreement| it.between.each_ref().map(String::as_str).cmp(&pair);
        let first = self.agreements.partition_point(|it| between(it).is_lt());
        let of_both = self.agreements.iter().skip(first);
        let mut of_both = of_both.take_while(|it| between(it).is_eq());
        of_both.any(|it| !it.counts() && matches!(it.validity.covers(day), crate::Covers::Yes))
    }

    /// The tenant with that OID under that joining party.
    pub(crate) fn tenant(&self, host: ActorId, oid: OwnerOid) -> Option<ActorId> {
        let found = self
            .tenancies
            .binary_search_by(|&(h, o, _)| (h, o).cmp(&(host, oid)));
        let (_, _, tenant) = self.tenancies.get(found.ok()?)?;
        Some(*tenant)
    }

    /// How many parties, pharmacies and tenants there are.
    pub(crate) fn subject_count(&self) -> usize {
        self.parties
            .len()
            .saturating_add(self.pharmacies.len())
            .saturating_add(self.tenants.len())
    }

    pub(crate) fn rights_of(&self, subject: ActorId) -> Range<u32> {
        self.rights.of_subject(subject)
    }
}
