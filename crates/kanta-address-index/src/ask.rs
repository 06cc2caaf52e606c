mod expiring;

use core::net::IpAddr;

use ipnet::IpNet;
use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::day::{Day, validity};
use crate::{AccessPoint, AddressIndex, PartyKind, Period, Pharmacy, Right, RightId, Service};

pub use expiring::Expiring;

/// A right that permits, and for how long it does without a break.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Permitted {
    /// The right.
    pub right: Right,
    /// The days, with the one asked about among them, on which it permits.
    pub permits: Period,
}

/// An access point that speaks from an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Speaker<'a> {
    /// The range that says so.
    pub range: IpNet,
    /// The access point.
    pub access_point: &'a AccessPoint,
}

impl AddressIndex {
    /// The rights that permit on a day, in their order.
    fn permitted(&self, day: Date, keep: impl Fn(u32) -> bool) -> Vec<Permitted> {
        if self.is_expired(day) {
            return Vec::new();
        }
        let on = Day::of(day);
        let grants = self.grants.permitted();
        let standing = grants
            .iter()
            .filter(|&&(right, from, until)| from <= on && on < until && keep(right));
        standing
            .filter_map(|&(right, from, until)| {
                Some(Permitted {
                    right: self.right(RightId(right))?,
                    permits: validity((from, until)),
                })
            })
            .collect()
    }

    /// Who may use a service on a day, and through what. Tenants act with these rights too; for
    /// renewal requests the annotation of each service unit comes on top.
    #[must_use]
    pub fn who(&self, service: Service, day: Date) -> Vec<Permitted> {
        self.permitted(day, |right| {
            self.store
                .rights
                .get(right)
                .is_some_and(|column| column.service == service)
        })
    }

    /// What a joining party or a pharmacy may use on a day, and through what. For a tenant: what
    /// its joining parties may.
    #[must_use]
    pub fn what(&self, subject: OwnerOid, day: Date) -> Vec<Permitted> {
        let own = self.store.subjects.get(&subject).copied();
        let hosts = self.store.tenancies.iter().filter_map(|&(host, oid, id)| {
            let tenant = crate::case::TenantCase {
                store: &self.store,
                tenant: id,
                host,
                day,
            };
            (oid == subject && crate::rows::tenant_in_order(tenant)).then_some(host)
        });
        let mut subjects: Vec<_> = own.into_iter().chain(hosts).collect();
        subjects.sort_unstable();
        self.permitted(day, |right| {
            subjects
                .binary_search(&self.store.rights.subject(right))
                .is_ok()
        })
    }

    /// The rights that permit on a day through an access point that this actor administers: what
    /// would stop if an intermediary did.
    #[must_use]
    pub fn rests_on(&self, administrator: OwnerOid, day: Date) -> Vec<Permitted> {
        let Some(&id) = self.store.subjects.get(&administrator) else {
            return Vec::new();
        };
        self.permitted(day, |right| {
            let column = self.store.rights.get(right);
            column.and_then(|column| self.store.administrator(column.point)) == Some(id)
        })
    }

    /// Every access point that speaks from an address, with the range that says so: the narrowest
    /// first, and where an access point states several, its narrowest. None where no range has the
    /// address in it.
    ///
    /// An address that carries an IPv4 address (IPv4-mapped, IPv4-compatible, under the well-known
    /// prefix of NAT64) is looked up as that.
    #[must_use]
    pub fn access_points_from(&self, address: IpAddr) -> Vec<Speaker<'_>> {
        crate::addresses::covering(&self.store.points, address)
    }

    /// Of the access points that speak from an address, those of the narrowest range.
    ///
    /// More than one where several state the same range; none where no range has the address in
    /// it. Takes the same time however many there are.
    pub fn access_points_at(&self, address: IpAddr) -> impl Iterator<Item = &AccessPoint> {
        let ids = self.addresses.find(address);
        ids.iter().filter_map(|&id| self.store.point(id))
    }

    /// Whether an access point speaks from an address: whether one of its ranges has the address in it.
    /// None where the index does not hold the access point.
    ///
    /// An address that carries an IPv4 address is looked up as that, as in
    /// [`access_points_from`](Self::access_points_from).
    #[must_use]
    pub fn speaks_from(&self, access_point: AccessPointOid, address: IpAddr) -> Option<bool> {
        let id = self.store.point_ids.get(&access_point)?;
        let point = self.store.point(*id)?;
        Some(crate::addresses::has(point, address))
    }
}

impl AddressIndex {
    /// The OID that an id of the index stands for, or that the text is: of a party, a pharmacy or
    /// a tenant.
    #[must_use]
    pub fn owner_named(&self, name: &str) -> Option<OwnerOid> {
        let actor = self.store.actor_named(name);
        actor
            .and_then(|id| self.store.actor(id))
            .and_then(|actor| actor.oid())
            .or_else(|| OwnerOid::parse(name).ok())
    }

    /// The OID that an id of the index stands for, or that the text is: of an access point.
    #[must_use]
    pub fn access_point_named(&self, name: &str) -> Option<AccessPointOid> {
        let points = &self.store.points;
        let found = points.binary_search_by(|point| point.id.as_str().cmp(name));
        let found = found.ok().and_then(|at| points.get(at));
        found
            .map(|point| point.oid)
            .or_else(|| AccessPointOid::parse(name).ok())
    }

    /// The main and branch pharmacies of a pharmacist, by id; none if that is no pharmacist.
    ///
    /// The pharmacist joins and, being a person, has no OID; each pharmacy has rights of its own
    /// (section 4.1.2), and is what a [`Request`](crate::Request) names.
    #[must_use]
    pub fn pharmacies_of(&self, pharmacist: &str) -> Option<Vec<&Pharmacy>> {
        let id = self.store.actor_named(pharmacist)?;
        let party = self.store.party(id)?;
        if party.kind != PartyKind::Pharmacist {
            return None;
        }
        let all = self.store.pharmacies.iter().zip(&self.store.pharmacists);
        let own = all.filter(|&(_, of)| *of == id);
        Some(own.map(|(pharmacy, _)| pharmacy).collect())
    }

    /// The id of a party, a pharmacy or a tenant, by its OID.
    #[must_use]
    pub fn id_of_owner(&self, oid: OwnerOid) -> Option<&str> {
        let id = self.store.subjects.get(&oid)?;
        self.store.actor(*id).map(|actor| actor.id())
    }

    /// The id of an access point, by its OID.
    #[must_use]
    pub fn id_of_access_point(&self, oid: AccessPointOid) -> Option<&str> {
        let id = self.store.point_ids.get(&oid)?;
        self.store.point(*id).map(|point| point.id.as_str())
    }
}
