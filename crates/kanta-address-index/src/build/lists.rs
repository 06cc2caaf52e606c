//! The records in their order, and everything that is looked up in them.

use hashbrown::{HashMap, HashSet};
use kanta_oid::OwnerOid;

use super::{Checker, Kind, derived, names, rights};
use crate::fault::FaultKind;
use crate::store::{ActorId, Rights, Sharing, Store, Times};
use crate::{DataSet, Header, Period, RecordedCertificate, RegisterEntry};

/// The store, and the place of each of its rights in the data set.
pub(super) fn resolved(mut data: DataSet, checker: &mut Checker<'_>) -> (Store, Vec<u32>) {
    header(&data.header, checker);
    names::check(&data, checker);
    times(&data, checker);

    data.parties.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    data.pharmacies.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    data.tenants.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    for point in &mut data.access_points {
        point.addresses.sort_unstable();
        point.addresses.dedup();
        point.certificates.sort_unstable();
    }
    data.access_points.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    for agreement in &mut data.agreements {
        agreement.between.sort_unstable();
    }
    data.agreements.sort_unstable();
    data.annotations.sort_unstable();

    let mut store = Store {
        header: data.header,
        parties: data.parties,
        pharmacies: data.pharmacies,
        tenants: data.tenants,
        points: data.access_points,
        agreements: data.agreements,
        annotations: data.annotations,
        pharmacists: Vec::new(),
        hosts: Vec::new(),
        administrators: Vec::new(),
        subjects: HashMap::new(),
        point_ids: HashMap::new(),
        agreed: Times::default(),
        annotated: Times::default(),
        annotated_somewhere: Times::default(),
        annotated_elsewhere: Times::default(),
        tenancies: Vec::new(),
        prescribes: Times::default(),
        prescribes_through: Times::default(),
        uses: Times::default(),
        users_of_several: HashSet::new(),
        receivers: HashSet::new(),
        sharing: Sharing::default(),
        rights: Rights::default(),
    };
    actors(&mut store);
    annotations(&mut store);
    let order = rights::lay_out(&mut store, data.rights, checker);
    derived::work_out(&mut store);
    (store, order)
}

fn header(header: &Header, checker: &mut Checker<'_>) {
    if header.expires <= header.issued {
        checker.expires(FaultKind::Inverted);
    }
}

/// Ends before starts, and two records for the same time.
fn times(data: &DataSet, checker: &mut Checker<'_>) {
    let mut inverted = |kind, at, field, validity: Period| {
        if validity.is_inverted() {
            checker.fault(kind, at, field, FaultKind::Inverted);
        }
    };
    for (at, party) in data.parties.iter().enumerate() {
        if let Some(RegisterEntry::Entered(validity)) = party.register_entry {
            inverted(Kind::Party, at, "register_entry", validity);
        }
    }
    for (at, pharmacy) in data.pharmacies.iter().enumerate() {
        inverted(Kind::Pharmacy, at, "held_until", pharmacy.held);
    }
    for (at, point) in data.access_points.iter().enumerate() {
        for certificate in &point.certificates {
            inverted(Kind::AccessPoint, at, "certificates", certificate.validity);
        }
    }
    for (at, agreement) in data.agreements.iter().enumerate() {
        inverted(Kind::Agreement, at, "until", agreement.validity);
    }
    for (at, annotation) in data.annotations.iter().enumerate() {
        inverted(Kind::Annotation, at, "until", annotation.validity);
    }
    for (at, point) in data.access_points.iter().enumerate() {
        serials(at, &point.certificates, checker);
    }
    let agreements = data.agreements.iter().enumerate().map(|(at, agreement)| {
        let [a, b] = &agreement.between;
        ((a.min(b), a.max(b)), agreement.validity, at)
    });
    apart(agreements.collect(), Kind::Agreement, checker);
    let annotations = data.annotations.iter().enumerate().map(|(at, annotation)| {
        (
            (&annotation.party, annotation.unit),
            annotation.validity,
            at,
        )
    });
    apart(annotations.collect(), Kind::Annotation, checker);
}

/// A serial number is one certificate's.
fn serials(point: usize, certificates: &[RecordedCertificate], checker: &mut Checker<'_>) {
    let mut seen = HashMap::with_capacity(certificates.len());
    for (number, certificate) in certificates.iter().enumerate() {
        let field = |number: usize| format!("certificates[{number}].serial");
        let serial = certificate.serial.as_str();
        if serial.is_empty() {
            let empty = FaultKind::EmptyField("serial");
            checker.fault(Kind::AccessPoint, point, &field(number), empty);
        } else if let Some(&first) = seen.get(&certificate.number()) {
            checker.between(
                (Kind::AccessPoint, point, &field(number)),
                Some((Kind::AccessPoint, point, &field(first))),
                FaultKind::DuplicateSerial(serial.to_owned()),
            );
        } else {
            seen.insert(certificate.number(), number);
        }
    }
}

/// No two of the same key overlap. Each overlap is told once, with the earlier of the two.
pub(super) fn apart<K: Ord>(
    mut times: Vec<(K, Period, usize)>,
    kind: Kind,
    checker: &mut Checker<'_>,
) {
    times.sort_unstable();
    let mut times = times.iter();
    let Some(mut reach) = times.next() else {
        return;
    };
    for next in times {
        if next.0 == reach.0 && next.1.overlaps(reach.1) {
            let fault = if next.1 == reach.1 {
                FaultKind::DuplicateRecord
            } else {
                FaultKind::Overlap
            };
            checker.clash((kind, next.2), (kind, reach.2), "", fault);
            let longer = match (next.1.until, reach.1.until) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(next), Some(reach)) => next > reach,
            };
            if longer {
                reach = next;
            }
        } else {
            reach = next;
        }
    }
}

/// Everybody by id. An id that is there twice is a fault already.
fn ids(store: &Store) -> HashMap<&str, ActorId> {
    let parties = store.parties.iter().map(|party| party.id.as_str());
    let pharmacies = store.pharmacies.iter().map(|pharmacy| pharmacy.id.as_str());
    let tenants = store.tenants.iter().map(|tenant| tenant.id.as_str());
    let all = parties.chain(pharmacies).chain(tenants);
    all.zip((0_u32..).map(ActorId)).collect()
}

fn actors(store: &mut Store) {
    let ids = ids(store);
    let named = |id: &str| ids.get(id).copied().unwrap_or(ActorId::KELA);
    let pharmacists = store
        .pharmacies
        .iter()
        .map(|pharmacy| named(&pharmacy.pharmacist))
        .collect();
    let hosts = store
        .tenants
        .iter()
        .map(|tenant| named(&tenant.host))
        .collect();
    let administrators = store
        .points
        .iter()
        .map(|point| named(&point.administrator))
        .collect();
    let counting = store.agreements.iter().filter(|it| it.counts());
    let agreed = counting.map(|agreement| {
        let [a, b] = &agreement.between;
        let (a, b) = (named(a), named(b));
        ((a.min(b), a.max(b)), agreement.validity)
    });
    let agreed = Times::new(agreed);
    drop(ids);
    (
        store.pharmacists,
        store.hosts,
        store.administrators,
        store.agreed,
    ) = (pharmacists, hosts, administrators, agreed);
    let ids = (0_u32..).map(ActorId);
    let parties = store.parties.iter().map(|party| party.oid);
    let pharmacies = store.pharmacies.iter().map(|pharmacy| Some(pharmacy.oid));
    let tenants = store.tenants.iter().map(|tenant| Some(tenant.oid));
    let mut subjects = HashMap::with_capacity(store.subject_count());
    for (oid, id) in parties.chain(pharmacies).chain(tenants).zip(ids) {
        // A tenant that is a joining party elsewhere stands after it, and does not hide it.
        if let Some(oid) = oid {
            subjects.entry(oid).or_insert(id);
        }
    }
    store.subjects = subjects;
    let points = store.points.iter().zip(0..);
    store.point_ids = points.map(|(point, id)| (point.oid, id)).collect();
    let first = store.parties.len().saturating_add(store.pharmacies.len());
    let tenants = store.tenants.iter().zip(&store.hosts).enumerate();
    let mut tenancies: Vec<(ActorId, OwnerOid, ActorId)> = tenants
        .filter_map(|(at, (tenant, &host))| {
            let id = u32::try_from(first.checked_add(at)?).ok()?;
            Some((host, tenant.oid, ActorId(id)))
        })
        .collect();
    tenancies.sort_unstable();
    store.tenancies = tenancies;
}

fn annotations(store: &mut Store) {
    let annotated = store.annotations.iter().filter_map(|annotation| {
        let party = store.actor_named(&annotation.party)?;
        Some(((party, annotation.unit), annotation.validity))
    });
    store.annotated = Times::new(annotated);
    let mut own = Vec::new();
    let mut foreign = Vec::new();
    for annotation in &store.annotations {
        let party = store.actor_named(&annotation.party);
        let (Some(unit), Some(party)) = (annotation.unit, party) else {
            continue;
        };
        let of_party = store.actor(party).and_then(|actor| actor.oid());
        let of_party = of_party.is_some_and(|oid| unit.same_organisation(&oid));
        let list = if of_party { &mut own } else { &mut foreign };
        list.push((party, annotation.validity));
    }
    store.annotated_somewhere = Times::new(own.into_iter());
    store.annotated_elsewhere = Times::new(foreign.into_iter());
}
