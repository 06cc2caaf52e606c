//! From the names that people write to the records that they mean.

use hashbrown::{HashMap, HashSet};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::build::{Kind, Origins};
use crate::fault::{Fault, FaultKind};
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
    /// Names of records that could not be read: what leads to them does not dangle.
    broken: HashSet<String>,
}

impl Names {
    pub(crate) fn of(records: &[&Records], broken: HashSet<String>) -> Self {
        let mut names = Self {
            broken,
            ..Self::default()
        };
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

    /// Whether a name may be left as it is: it leads somewhere, or to what could not be read.
    pub(crate) fn is_broken(&self, name: &str) -> bool {
        self.broken.contains(name)
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

    /// Settles the names inside records, and turns rights into records.
    pub(crate) fn resolve(
        &self,
        records: &mut Records,
        rights: Vec<Named>,
        origins: &mut Origins,
        faults: &mut Vec<Fault>,
    ) {
        for pharmacy in &mut records.pharmacies {
            self.settle(&mut pharmacy.pharmacist);
        }
        for tenant in &mut records.tenants {
            self.settle(&mut tenant.host);
        }
        for point in &mut records.access_points {
            self.settle(&mut point.administrator);
        }
        for agreement in &mut records.agreements {
            for id in &mut agreement.between {
                self.settle(id);
            }
        }
        for annotation in &mut records.annotations {
            self.settle(&mut annotation.party);
        }
        records.rights.reserve(rights.len());
        let mut kept = Vec::with_capacity(rights.len());
        for (at, right) in rights.into_iter().enumerate() {
            let mut organiser = right.organiser;
            if let Some(organiser) = &mut organiser {
                self.settle(organiser);
            }
            let subject = self.found(right.subject, &self.owners, "for", at, origins, faults);
            let points = &self.points;
            let point = self.found(right.point, points, "access_point", at, origins, faults);
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
        &self,
        name: Name<T>,
        by_id: &HashMap<String, T>,
        field: &str,
        at: usize,
        origins: &Origins,
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let id = match name {
            Name::Oid(oid) => return Some(oid),
            Name::Id(id) => id,
        };
        let found = by_id.get(&*id).copied();
        if found.is_none() && !self.broken.contains(&*id) {
            let looks_like_an_oid = id.starts_with("1.") || id.starts_with("urn:");
            faults.push(Fault {
                place: origins.place(Kind::Right, at, field),
                kind: match (looks_like_an_oid, field) {
                    (false, _) => FaultKind::Dangling(id.into_string()),
                    (true, "for") => FaultKind::NotAnOwner(id.into_string()),
                    (true, _) => FaultKind::NotAnAccessPoint(id.into_string()),
                },
                other: None,
            });
        }
        found
    }
}
