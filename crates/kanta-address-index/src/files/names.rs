//! From the names that people write to the records that they mean.

use hashbrown::{HashMap, HashSet};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::build::{Kind, Origins, Unread};
use crate::fault::{ExpectedRecord, FaultKind, FaultSink};
use crate::order::Records;
use crate::{Basis, KELA, Period, Right, Service};

/// A right whose names may still be ids.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    subject: Name<OwnerOid>,
    point: Name<AccessPointOid>,
    service: Service,
    validity: Period,
    organiser: Option<String>,
    basis: Basis,
}

/// An OID, or an id that stands for one.
#[derive(Clone, Debug)]
enum Name<T> {
    Oid(T),
    Id(Box<str>),
}

impl Named {
    pub(crate) fn new(
        subject: &str,
        point: &str,
        service: Service,
        validity: Period,
        organiser: Option<String>,
        basis: Basis,
    ) -> Option<Self> {
        let subject_oid = OwnerOid::parse(subject).map(Name::Oid);
        let point_oid = AccessPointOid::parse(point).map(Name::Oid);
        Some(Self {
            subject: subject_oid.unwrap_or_else(|_| Name::Id(subject.into())),
            point: point_oid.unwrap_or_else(|_| Name::Id(point.into())),
            service,
            validity,
            organiser,
            basis,
        })
    }
}

impl Named {
    /// The right, if it names its subject and its access point by their OIDs.
    pub(crate) fn settled(self) -> Option<Right> {
        match (self.subject, self.point) {
            (Name::Oid(subject), Name::Oid(access_point)) => Some(Right {
                subject,
                access_point,
                service: self.service,
                validity: self.validity,
                organiser: self.organiser,
                basis: self.basis,
            }),
            _ => None,
        }
    }
}

/// Which record an id or an OID names.
#[derive(Default)]
pub(crate) struct Names {
    owners: HashMap<String, OwnerOid>,
    points: HashMap<String, AccessPointOid>,
    ids: HashMap<OwnerOid, String>,
    /// Parties without an OID.
    pharmacists: HashSet<String>,
}

impl Names {
    pub(crate) fn of(records: &[&Records]) -> Self {
        let mut names = Self::default();
        for records in records {
            for party in &records.parties {
                match party.oid {
                    Some(oid) => names.owner(&party.id, oid),
                    None => {
                        names.pharmacists.insert(party.id.clone());
                    }
                }
            }
            for pharmacy in &records.pharmacies {
                names.owner(&pharmacy.id, pharmacy.oid);
            }
            for point in &records.access_points {
                names.points.entry(point.id.clone()).or_insert(point.oid);
            }
        }
        // A tenant that is a joining party elsewhere is named by that party's OID.
        for records in records {
            for tenant in &records.tenants {
                names.owner(&tenant.id, tenant.oid);
            }
        }
        names
    }

    fn owner(&mut self, id: &str, oid: OwnerOid) {
        self.owners.entry(id.to_owned()).or_insert(oid);
        self.ids.entry(oid).or_insert_with(|| id.to_owned());
    }

    /// The id that a name stands for: an OID stands for its record's.
    pub(crate) fn resolve(&self, name: &mut String) {
        if name == KELA || self.owners.contains_key(name.as_str()) {
            return;
        }
        if let Some(id) = OwnerOid::parse(name)
            .ok()
            .and_then(|oid| self.ids.get(&oid))
        {
            name.clone_from(id);
        }
    }

    /// Why a name in this field of a right leads nowhere.
    fn none(&self, id: String, field: &str) -> FaultKind {
        let of_right = field == "for";
        let expected = if of_right {
            ExpectedRecord::RightSubject
        } else {
            ExpectedRecord::AccessPoint
        };
        let of_another_kind = self.points.contains_key(&id)
            || self.owners.contains_key(&id)
            || self.pharmacists.contains(&id);
        let looks_like_an_oid = id.starts_with("1.") || id.starts_with("urn:");
        match (of_another_kind, looks_like_an_oid) {
            (true, _) => FaultKind::WrongKind { id, expected },
            (false, false) => FaultKind::Dangling(id),
            (false, true) if of_right => FaultKind::NotAnOwner(id),
            (false, true) => FaultKind::NotAnAccessPoint(id),
        }
    }

    /// The OID of the owner with that id.
    pub(crate) fn owner_of(&self, id: &str) -> Option<OwnerOid> {
        self.owners.get(id).copied()
    }

    /// The OID of the access point with that id.
    pub(crate) fn point_of(&self, id: &str) -> Option<AccessPointOid> {
        self.points.get(id).copied()
    }

    /// With what else is needed to resolve names inside records.
    pub(crate) fn resolving<'n>(
        &'n self,
        unread: &'n Unread,
        faults: &'n mut FaultSink,
    ) -> Resolving<'n> {
        Resolving {
            names: self,
            unread,
            faults,
        }
    }
}

/// Settles the names inside records.
pub(crate) struct Resolving<'n> {
    names: &'n Names,
    unread: &'n Unread,
    faults: &'n mut FaultSink,
}

impl Resolving<'_> {
    /// Settles the names inside records, and turns rights into records.
    pub(crate) fn records(
        &mut self,
        records: &mut Records,
        rights: Vec<Named>,
        origins: &mut Origins,
    ) {
        let names = self.names;
        for pharmacy in &mut records.pharmacies {
            names.resolve(&mut pharmacy.pharmacist);
        }
        for tenant in &mut records.tenants {
            names.resolve(&mut tenant.host);
        }
        for point in &mut records.access_points {
            names.resolve(&mut point.administrator);
        }
        for agreement in &mut records.agreements {
            for id in &mut agreement.between {
                names.resolve(id);
            }
        }
        for annotation in &mut records.annotations {
            names.resolve(&mut annotation.party);
        }
        records.rights.reserve(rights.len());
        let mut kept = Vec::with_capacity(rights.len());
        for (at, right) in rights.into_iter().enumerate() {
            let mut organiser = right.organiser;
            if let Some(organiser) = &mut organiser {
                names.resolve(organiser);
            }
            let subject = self.found(right.subject, &names.owners, "for", at, origins);
            let point = self.found(right.point, &names.points, "access_point", at, origins);
            let (Some(subject), Some(access_point)) = (subject, point) else {
                continue;
            };
            kept.push(at);
            records.rights.push(Right {
                subject,
                access_point,
                service: right.service,
                validity: right.validity,
                organiser,
                basis: right.basis,
            });
        }
        origins.keep(Kind::Right, &kept);
    }

    fn found<T: Copy>(
        &mut self,
        name: Name<T>,
        by_id: &HashMap<String, T>,
        field: &str,
        at: usize,
        origins: &Origins,
    ) -> Option<T> {
        let id = match name {
            Name::Oid(oid) => return Some(oid),
            Name::Id(id) => id,
        };
        let found = by_id.get(&*id).copied();
        if found.is_none() && !self.unread.holds(&id) {
            let kind = self.names.none(id.into_string(), field);
            self.faults
                .push(|| origins.place(Kind::Right, at, field), kind);
        }
        found
    }
}
