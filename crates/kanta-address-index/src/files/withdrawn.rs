//! What an order withdraws: a record of the index, named by its id or its key.

use std::borrow::Cow;

use kanta_oid::{AccessPointOid, OwnerOid};

use super::fields::Fields;
use super::names::Names;
use super::records;
use super::table::{self, shown};
use super::tree::{Node, Table};
use crate::build::Kind;
use crate::fault::FaultKind;
use crate::order::Records;
use crate::{AddressIndex, RightId};

/// The index from which an order withdraws.
pub(super) struct Held<'i> {
    index: &'i AddressIndex,
    names: &'i Names,
    records: &'i Records,
}

/// A field of the index's record that is other than stated, and what it is.
type Differing = (&'static str, Option<String>);

impl<'i> Held<'i> {
    /// The index, its records but the rights, and their names.
    pub(super) const fn new(
        index: &'i AddressIndex,
        records: &'i Records,
        names: &'i Names,
    ) -> Self {
        Self {
            index,
            names,
            records,
        }
    }

    /// The record that is meant, in full. What is stated of it beside its key has to be so.
    ///
    /// What names no record by a key is given back as it is, to be told what it lacks.
    pub(super) fn meant<'a>(
        &self,
        kind: Kind,
        mut stated: Table<'a>,
    ) -> Result<Table<'a>, FaultKind> {
        for (field, spot) in &mut stated {
            if NAMES.contains(&&**field) {
                self.settle(&mut spot.node);
            }
        }
        let candidates = self.of_key(kind, &stated);
        if candidates.is_empty() {
            let by_id = matches!(
                kind,
                Kind::Party | Kind::Pharmacy | Kind::Tenant | Kind::AccessPoint
            );
            let named = text(&stated, "id").or(text(&stated, "oid")).is_some();
            return if by_id && named {
                Err(FaultKind::NotThere)
            } else {
                Ok(stated)
            };
        }
        let mut nearest: Option<Vec<Differing>> = None;
        let mut same = Vec::new();
        for candidate in candidates {
            // What is wrong in itself is told where every record's faults are.
            let Some(differing) = differing(kind, &stated, &candidate) else {
                return Ok(filled(kind, &stated, &candidate));
            };
            if differing.is_empty() {
                same.push(candidate);
            } else if nearest.as_ref().is_none_or(|it| differing.len() < it.len()) {
                nearest = Some(differing);
            }
        }
        match (same.len(), same.pop(), nearest) {
            (1, Some(record), _) => Ok(record),
            (0, _, Some(differing)) => Err(FaultKind::Differs(differing)),
            (count, ..) => Err(FaultKind::Several(count)),
        }
    }

    /// Ids in place of OIDs that stand for them.
    fn settle(&self, node: &mut Node<'_>) {
        match node {
            Node::Text(text) => self.names.settle(text.to_mut()),
            Node::List(items) => items.iter_mut().for_each(|it| self.settle(&mut it.node)),
            _ => {}
        }
    }

    /// The records of the index with the stated key.
    fn of_key(&self, kind: Kind, stated: &Table<'_>) -> Vec<Table<'static>> {
        let id = text(stated, "id");
        let oid = text(stated, "oid");
        // An id may be an OID, and an OID may stand for the id.
        let named = |record: &str, of: Option<String>| match (id, oid) {
            (Some(id), _) => id == record || Some(id) == of.as_deref(),
            (None, Some(oid)) => Some(oid) == of.as_deref(),
            (None, None) => false,
        };
        let held = self.records;
        match kind {
            Kind::Party => {
                let all = held.parties.iter();
                let oid = |oid: Option<OwnerOid>| oid.map(|oid| oid.to_string());
                let meant = all.filter(|it| named(&it.id, oid(it.oid)));
                meant.map(table::party).collect()
            }
            Kind::Pharmacy => {
                let all = held.pharmacies.iter();
                let meant = all.filter(|it| named(&it.id, Some(it.oid.to_string())));
                meant.map(table::pharmacy).collect()
            }
            Kind::Tenant => {
                let host = text(stated, "host");
                let all = held.tenants.iter();
                let meant = all.filter(|it| named(&it.id, Some(it.oid.to_string())));
                // A tenant of several has one OID at each.
                let meant = meant.filter(|it| id.is_some() || host.is_none_or(|of| of == it.host));
                meant.map(table::tenant).collect()
            }
            Kind::AccessPoint => {
                let all = held.access_points.iter();
                let meant = all.filter(|it| named(&it.id, Some(it.oid.to_string())));
                meant.map(table::access_point).collect()
            }
            Kind::Agreement => {
                let mut pair = pair(stated);
                pair.sort_unstable();
                let all = held.agreements.iter();
                let meant = all.filter(|it| it.between.iter().eq(&pair));
                meant.map(table::agreement).collect()
            }
            Kind::Annotation => {
                let unit = text(stated, "unit");
                let all = held.annotations.iter();
                let meant = all.filter(|it| {
                    Some(it.party.as_str()) == text(stated, "party")
                        && it.unit.map(|unit| unit.to_string()).as_deref() == unit
                });
                meant.map(table::annotation).collect()
            }
            Kind::Right => self.rights(stated).unwrap_or_default(),
        }
    }

    fn rights(&self, stated: &Table<'_>) -> Option<Vec<Table<'static>>> {
        let store = &self.index.store;
        let (subject, point) = (text(stated, "for")?, text(stated, "access_point")?);
        let subject = OwnerOid::parse(subject).ok();
        let subject = subject.or_else(|| self.names.owner_of(text(stated, "for")?))?;
        let point = AccessPointOid::parse(point).ok();
        let point = point.or_else(|| self.names.point_of(text(stated, "access_point")?))?;
        let (subject, point) = (
            *store.subjects.get(&subject)?,
            *store.point_ids.get(&point)?,
        );
        let service = text(stated, "service")?;
        let of_key = store.rights_of(subject).filter(|&right| {
            let column = store.rights.get(right);
            column.is_some_and(|it| it.point == point && it.service.code() == service)
        });
        let rights = of_key.filter_map(|right| self.index.right(RightId(right)));
        Some(rights.map(|right| table::right(&right)).collect())
    }
}

/// The fields in which records name others.
const NAMES: [&str; 6] = [
    "pharmacist",
    "host",
    "administrator",
    "between",
    "party",
    "organiser",
];

/// The fields that make up a key: what is stated there stands for the record's own.
const fn key(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Party | Kind::Pharmacy | Kind::Tenant | Kind::AccessPoint => &["id"],
        Kind::Agreement => &["between"],
        Kind::Annotation => &["party", "unit"],
        Kind::Right => &["for", "access_point", "service"],
    }
}

fn node<'t, 'a>(table: &'t Table<'a>, field: &str) -> Option<&'t Node<'a>> {
    let mut fields = table.iter();
    fields
        .find(|(name, _)| name == field)
        .map(|(_, spot)| &spot.node)
}

fn text<'t>(table: &'t Table<'_>, field: &str) -> Option<&'t str> {
    match node(table, field)? {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// The names of an agreement's sides.
fn pair(stated: &Table<'_>) -> Vec<String> {
    let Some(Node::List(items)) = node(stated, "between") else {
        return Vec::new();
    };
    let names = items.iter().filter_map(|it| match &it.node {
        Node::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    });
    names.collect()
}

/// What is stated, with the rest from the index's record.
fn filled<'a>(kind: Kind, stated: &Table<'a>, record: &Table<'static>) -> Table<'a> {
    let mut filled: Table<'a> = stated
        .iter()
        .filter(|(field, _)| !key(kind).contains(&&**field))
        .cloned()
        .collect();
    for (field, spot) in record {
        if node(&filled, field).is_none() {
            filled.push((Cow::clone(field), spot.clone()));
        }
    }
    filled
}

/// Where the index's record is other than what is stated of it; none if that cannot be read.
fn differing(kind: Kind, stated: &Table<'_>, record: &Table<'static>) -> Option<Vec<Differing>> {
    let fields = &mut Fields::new(filled(kind, stated, record), records::known(kind));
    let read = match kind {
        Kind::Party => records::party(fields).map(|it| table::party(&it)),
        Kind::Pharmacy => records::pharmacy(fields).map(|it| table::pharmacy(&it)),
        Kind::Tenant => records::tenant(fields).map(|it| table::tenant(&it)),
        Kind::AccessPoint => records::access_point(fields).map(|mut it| {
            it.in_order();
            table::access_point(&it)
        }),
        Kind::Agreement => records::agreement(fields).map(|it| table::agreement(&it)),
        Kind::Annotation => records::annotation(fields).map(|it| table::annotation(&it)),
        Kind::Right => {
            let right = records::right(fields).and_then(|it| it.settled());
            right.map(|it| table::right(&it))
        }
    };
    let rest = core::mem::replace(fields, Fields::new(Table::new(), &[]));
    if !rest.finish().is_empty() {
        return None;
    }
    let read = read?;
    let known = records::known(kind).iter();
    let differing = known.filter_map(|&field| {
        let [is, stated] = [record, &read].map(|table| node(table, field).map(shown));
        (is != stated).then_some((field, is))
    });
    Some(differing.collect())
}
