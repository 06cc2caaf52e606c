//! From the names that people write to the records that they mean.

use hashbrown::HashMap;
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::build::{Kind, Origins, Unread};
use crate::fault::{FaultKind, Told};
use crate::order::Records;
use crate::{Basis, KELA, Right, Service, Validity};

/// A right whose names may still be ids.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    subject: Name<OwnerOid>,
    point: Name<AccessPointOid>,
    service: Service,
    validity: Validity,
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
        validity: Validity,
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

/// Which record an id or an OID names.
#[derive(Default)]
pub(crate) struct Names {
    owners: HashMap<String, OwnerOid>,
    points: HashMap<String, AccessPointOid>,
    ids: HashMap<OwnerOid, String>,
}

impl Names {
    pub(crate) fn of(records: &[&Records]) -> Self {
        let mut names = Self::default();
        for records in records {
            for party in &records.parties {
                if let Some(oid) = party.oid {
                    names.owner(&party.id, oid);
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
    fn settle(&self, name: &mut String) {
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

    /// With what else is needed to settle names inside records.
    pub(crate) fn resolving<'n>(&'n self, unread: &'n Unread, told: &'n mut Told) -> Resolving<'n> {
        Resolving {
            names: self,
            unread,
            told,
        }
    }
}

/// Settles the names inside records.
pub(crate) struct Resolving<'n> {
    names: &'n Names,
    unread: &'n Unread,
    told: &'n mut Told,
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
            names.settle(&mut pharmacy.pharmacist);
        }
        for tenant in &mut records.tenants {
            names.settle(&mut tenant.host);
        }
        for point in &mut records.access_points {
            names.settle(&mut point.administrator);
        }
        for agreement in &mut records.agreements {
            for id in &mut agreement.between {
                names.settle(id);
            }
        }
        for annotation in &mut records.annotations {
            names.settle(&mut annotation.party);
        }
        records.rights.reserve(rights.len());
        let mut kept = Vec::with_capacity(rights.len());
        for (at, right) in rights.into_iter().enumerate() {
            let mut organiser = right.organiser;
            if let Some(organiser) = &mut organiser {
                names.settle(organiser);
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
            let looks_like_an_oid = id.starts_with("1.") || id.starts_with("urn:");
            let kind = match (looks_like_an_oid, field) {
                (false, _) => FaultKind::Dangling(id.into_string()),
                (true, "for") => FaultKind::NotAnOwner(id.into_string()),
                (true, _) => FaultKind::NotAnAccessPoint(id.into_string()),
            };
            self.told.at(|| origins.place(Kind::Right, at, field), kind);
        }
        found
    }
}
