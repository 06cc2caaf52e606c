//! Ids that are OIDs: a name leads to one record, whether it is read as the one or as the other.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use kanta_oid::{AccessPointOid, OwnerOid};

use super::{At, Checker, Kind};
use crate::DataSet;
use crate::fault::FaultKind;

/// Who has an OID: the first, and a second where there is one.
type Holders = (At, Option<At>);

struct Oids {
    owners: HashMap<OwnerOid, Holders>,
    points: HashMap<AccessPointOid, At>,
}

/// Everybody in turn: where it stands, its id and its OID.
fn actors(data: &DataSet) -> impl Iterator<Item = (At, &str, Option<OwnerOid>)> {
    let parties = data.parties.iter().enumerate();
    let parties = parties.map(|(at, party)| ((Kind::Party, at), party.id.as_str(), party.oid));
    let pharmacies = data.pharmacies.iter().enumerate();
    let pharmacies = pharmacies.map(|(at, pharmacy)| {
        let oid = Some(pharmacy.oid);
        ((Kind::Pharmacy, at), pharmacy.id.as_str(), oid)
    });
    let tenants = data.tenants.iter().enumerate();
    let tenants =
        tenants.map(|(at, tenant)| ((Kind::Tenant, at), tenant.id.as_str(), Some(tenant.oid)));
    parties.chain(pharmacies).chain(tenants)
}

/// No id is the OID of another record, or of none.
pub(super) fn check(data: &DataSet, checker: &mut Checker<'_>) {
    let looks_like_an_oid = |id: &str| id.starts_with(|first: char| first.is_ascii_digit());
    let mut ids = actors(data).map(|(_, id, _)| id);
    let mut points = data.access_points.iter();
    if !ids.any(looks_like_an_oid) && !points.any(|point| looks_like_an_oid(&point.id)) {
        return;
    }
    let oids = Oids::of(data);
    for (at, id, own) in actors(data) {
        let other = match (OwnerOid::parse(id), AccessPointOid::parse(id)) {
            (Ok(oid), _) => match (oids.other(oid, at), own == Some(oid)) {
                // An OID names the party or the pharmacy before a tenant that has it, too.
                (None, true) => continue,
                (Some(_), true) if at.0 != Kind::Tenant => continue,
                (other, _) => other,
            },
            (_, Ok(oid)) => oids.points.get(&oid).copied(),
            _ => continue,
        };
        told(at, id, other, checker);
    }
    for (at, point) in data.access_points.iter().enumerate() {
        let id = point.id.as_str();
        let at = (Kind::AccessPoint, at);
        let other = match (AccessPointOid::parse(id), OwnerOid::parse(id)) {
            (Ok(oid), _) if oid == point.oid => continue,
            (Ok(oid), _) => oids.points.get(&oid).copied(),
            (_, Ok(oid)) => oids.other(oid, at),
            _ => continue,
        };
        told(at, id, other, checker);
    }
}

impl Oids {
    fn of(data: &DataSet) -> Self {
        let mut owners: HashMap<OwnerOid, Holders> = HashMap::new();
        for (at, _, oid) in actors(data) {
            let Some(oid) = oid else { continue };
            match owners.entry(oid) {
                Entry::Vacant(entry) => {
                    entry.insert((at, None));
                }
                Entry::Occupied(mut entry) => {
                    entry.get_mut().1.get_or_insert(at);
                }
            }
        }
        let points = data.access_points.iter().enumerate();
        let points = points.map(|(at, point)| (point.oid, (Kind::AccessPoint, at)));
        Self {
            owners,
            points: points.collect(),
        }
    }

    /// A record of that OID other than this one.
    fn other(&self, oid: OwnerOid, at: At) -> Option<At> {
        let &(first, second) = self.owners.get(&oid)?;
        if first == at { second } else { Some(first) }
    }
}

fn told(at: At, id: &str, other: Option<At>, checker: &mut Checker<'_>) {
    let other = other.map(|(kind, other)| (kind, other, "oid"));
    let foreign = FaultKind::ForeignOid(id.to_owned());
    checker.between((at.0, at.1, "id"), other, foreign);
}
