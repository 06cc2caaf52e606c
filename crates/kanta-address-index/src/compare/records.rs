//! Every record that differs between two indexes, by its kind and its name.

use core::cmp::Ordering;

use kanta_oid::OwnerOid;

use crate::store::Actor;
use crate::{
    AccessPoint, AddressIndex, Agreement, Annotation, Header, Party, Pharmacy, Right, RightId,
    Service, Tenant,
};
use kanta_conformance::words;

/// The kind of a record, as the files call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordKind {
    /// The header: version, day of issue, expiry.
    Header,
    /// A joining party or an intermediary.
    Party,
    /// A main or branch pharmacy.
    Pharmacy,
    /// A tenant.
    Tenant,
    /// An access point.
    AccessPoint,
    /// An agreement.
    Agreement,
    /// An annotation of the Code Service.
    Annotation,
    /// A right.
    Right,
}

words! { RecordKind, "kind of record",
    Header => "header",
    Party => "party",
    Pharmacy => "pharmacy",
    Tenant => "tenant",
    AccessPoint => "access_point",
    Agreement => "agreement",
    Annotation => "annotation",
    Right => "right",
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Withdrawn,
    /// It is there, and says something else.
    Changed,
}

words! { ChangeKind, "change",
    Added => "added",
    Withdrawn => "withdrawn",
    Changed => "changed",
}

/// A record that differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct RecordChange {
    /// Its kind.
    pub record: RecordKind,
    /// Its name within its kind: `clinic`, `clinic+valittaja` (an agreement),
    /// `clinic[1.2.246.10.12345671.10.1]` (an annotation of a unit),
    /// `clinic.clinic-ap.prescription` (a right); empty for the header.
    pub id: String,
    /// What happened to it.
    pub change: ChangeKind,
    /// Of a record that changed, the fields that differ, as the files call them.
    pub fields: Vec<&'static str>,
}

/// Where two records differ: each field, and whether it is the same.
type Same<const N: usize> = [(&'static str, bool); N];

fn differing<const N: usize>(fields: Same<N>) -> Vec<&'static str> {
    let differing = fields.into_iter().filter(|&(_, same)| !same);
    differing.map(|(field, _)| field).collect()
}

pub(super) fn changes(before: &AddressIndex, after: &AddressIndex) -> Vec<RecordChange> {
    let mut told = Told::default();
    if before.header() != after.header() {
        let fields = of_header(before.header(), after.header());
        told.tell(
            RecordKind::Header,
            String::new(),
            ChangeKind::Changed,
            fields,
        );
    }
    let both = [before, after].map(|index| &index.store);
    let id = |&id: &&str| id.to_owned();
    let items = both.map(|store| store.parties.iter().map(|it| (it.id.as_str(), it)));
    told.pair(RecordKind::Party, items, id, of_party);
    let items = both.map(|store| store.pharmacies.iter().map(|it| (it.id.as_str(), it)));
    told.pair(RecordKind::Pharmacy, items, id, of_pharmacy);
    let items = both.map(|store| store.tenants.iter().map(|it| (it.id.as_str(), it)));
    told.pair(RecordKind::Tenant, items, id, of_tenant);
    let items = both.map(|store| store.points.iter().map(|it| (it.id.as_str(), it)));
    told.pair(RecordKind::AccessPoint, items, id, of_access_point);
    let items = both.map(|store| store.agreements.iter().map(|it| (&it.between, it)));
    let id = |between: &&[String; 2]| between.join("+");
    told.pair(RecordKind::Agreement, items, id, of_agreement);
    let items = both.map(|store| {
        let all = store.annotations.iter();
        all.map(|it| ((it.party.as_str(), it.unit), it))
    });
    let id = |(party, unit): &(&str, Option<OwnerOid>)| match unit {
        Some(unit) => format!("{party}[{unit}]"),
        None => (*party).to_owned(),
    };
    told.pair(RecordKind::Annotation, items, id, of_annotation);
    let items = [before, after].map(rights);
    let id = |(_, subject, point, service): &RightKey<'_>| format!("{subject}.{point}.{service}");
    told.pair(RecordKind::Right, items, id, of_right);
    told.all
}

/// Whose a right is (parties come before pharmacies), through what, and to which service.
type RightKey<'a> = (u8, &'a str, &'a str, Service);

/// The rights in the order of their keys and starts: that in which an index holds them.
fn rights(index: &AddressIndex) -> impl Iterator<Item = (RightKey<'_>, Right)> {
    let store = &index.store;
    (0..store.rights.len()).filter_map(|right| {
        let column = store.rights.get(right)?;
        let subject = store.actor(store.rights.subject(right))?;
        let rank = match subject {
            Actor::Party(_) => 0,
            Actor::Pharmacy(_) => 1,
            Actor::Tenant(_) => 2,
        };
        let point = store.point(column.point)?.id.as_str();
        let key = (rank, subject.id(), point, column.service);
        Some((key, index.right(RightId(right))?))
    })
}

#[derive(Default)]
struct Told {
    all: Vec<RecordChange>,
}

impl Told {
    fn tell(
        &mut self,
        record: RecordKind,
        id: String,
        change: ChangeKind,
        fields: Vec<&'static str>,
    ) {
        self.all.push(RecordChange {
            record,
            id,
            change,
            fields,
        });
    }

    /// Walks two lists in the order of their keys. What one of them alone says under a key is put
    /// together with what the other alone says, in its order; the rest was added or withdrawn.
    fn pair<K: Ord, T: Ord>(
        &mut self,
        record: RecordKind,
        [old, new]: [impl Iterator<Item = (K, T)>; 2],
        id: impl Fn(&K) -> String,
        differ: impl Fn(&T, &T) -> Vec<&'static str>,
    ) {
        let (mut old, mut new) = (old.peekable(), new.peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (Some((one, _)), Some((other, _))) => one.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return,
            };
            let first = if order.is_le() {
                old.next()
            } else {
                new.next()
            };
            let Some((key, first)) = first else { return };
            let (mut gone, mut come) = (Vec::new(), Vec::new());
            if order.is_le() {
                gone.push(first);
            } else {
                come.push(first);
            }
            while let Some((_, item)) = old.next_if(|(other, _)| *other == key) {
                gone.push(item);
            }
            while let Some((_, item)) = new.next_if(|(other, _)| *other == key) {
                come.push(item);
            }
            let (gone, come) = apart(gone, come);
            let (mut gone, mut come) = (gone.into_iter(), come.into_iter());
            loop {
                let (change, fields) = match (gone.next(), come.next()) {
                    (Some(old), Some(new)) => (ChangeKind::Changed, differ(&old, &new)),
                    (Some(_), None) => (ChangeKind::Withdrawn, Vec::new()),
                    (None, Some(_)) => (ChangeKind::Added, Vec::new()),
                    (None, None) => break,
                };
                self.tell(record, id(&key), change, fields);
            }
        }
    }
}

/// What each of two lists holds and the other does not.
fn apart<T: Ord>(mut one: Vec<T>, mut other: Vec<T>) -> (Vec<T>, Vec<T>) {
    if one == other {
        return (Vec::new(), Vec::new());
    }
    one.sort_unstable();
    other.sort_unstable();
    let is_in = |list: &[T], item: &T| list.binary_search(item).is_ok();
    let common: Vec<bool> = other.iter().map(|item| is_in(&one, item)).collect();
    one.retain(|item| !is_in(&other, item));
    let mut common = common.into_iter();
    other.retain(|_| !common.next().unwrap_or_default());
    (one, other)
}

fn of_header(a: &Header, b: &Header) -> Vec<&'static str> {
    differing([
        ("version", a.version == b.version),
        ("issued", a.issued == b.issued),
        ("expires", a.expires == b.expires),
    ])
}

fn of_party(a: &&Party, b: &&Party) -> Vec<&'static str> {
    differing([
        ("oid", a.oid == b.oid),
        ("name", a.name == b.name),
        ("kind", a.kind == b.kind),
        ("sector", a.sector == b.sector),
        ("health_care", a.health_care == b.health_care),
        ("social_welfare", a.social_welfare == b.social_welfare),
        ("register", a.register == b.register),
        ("register_entry", a.register_entry == b.register_entry),
    ])
}

fn of_pharmacy(a: &&Pharmacy, b: &&Pharmacy) -> Vec<&'static str> {
    differing([
        ("oid", a.oid == b.oid),
        ("name", a.name == b.name),
        ("pharmacist", a.pharmacist == b.pharmacist),
        ("branch", a.branch == b.branch),
        ("held_from", a.held.from == b.held.from),
        ("held_until", a.held.until == b.held.until),
    ])
}

fn of_tenant(a: &&Tenant, b: &&Tenant) -> Vec<&'static str> {
    differing([
        ("oid", a.oid == b.oid),
        ("name", a.name == b.name),
        ("host", a.host == b.host),
        ("sector", a.sector == b.sector),
        ("register", a.register == b.register),
    ])
}

fn of_access_point(a: &&AccessPoint, b: &&AccessPoint) -> Vec<&'static str> {
    differing([
        ("oid", a.oid == b.oid),
        ("administrator", a.administrator == b.administrator),
        ("addresses", a.addresses == b.addresses),
        ("certificates", a.certificates == b.certificates),
    ])
}

fn of_agreement(a: &&Agreement, b: &&Agreement) -> Vec<&'static str> {
    differing([
        ("from", a.validity.from == b.validity.from),
        ("until", a.validity.until == b.validity.until),
        ("states_duties", a.states_duties == b.states_duties),
    ])
}

fn of_annotation(a: &&Annotation, b: &&Annotation) -> Vec<&'static str> {
    differing([
        ("from", a.validity.from == b.validity.from),
        ("until", a.validity.until == b.validity.until),
    ])
}

fn of_right(a: &Right, b: &Right) -> Vec<&'static str> {
    differing([
        ("for", a.subject == b.subject),
        ("access_point", a.access_point == b.access_point),
        ("from", a.validity.from == b.validity.from),
        ("until", a.validity.until == b.validity.until),
        ("organiser", a.organiser == b.organiser),
        ("basis", a.basis.kind == b.basis.kind),
        ("agreed", a.basis.agreed == b.basis.agreed),
        ("reference", a.basis.reference == b.basis.reference),
    ])
}
