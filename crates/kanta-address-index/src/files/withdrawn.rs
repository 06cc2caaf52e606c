//! What an order withdraws: a record of the index, named by its id or its key.

use kanta_oid::{AccessPointOid, OwnerOid};
use kanta_source::{Entries, Form, SourceValue, Span, SpannedValue};

use super::fields::Fields;
use super::names::Names;
use super::records;
use super::table::{self, shown};
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
        mut stated: Entries<'a>,
    ) -> Result<Entries<'a>, FaultKind> {
        for entry in &mut stated {
            if NAMES.contains(&&*entry.key) {
                self.resolve(&mut entry.item);
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
    fn resolve(&self, item: &mut SpannedValue<'_>) {
        match &mut item.value {
            SourceValue::Text(text) => self.names.resolve(text.to_mut()),
            SourceValue::List(items) => items.iter_mut().for_each(|it| self.resolve(it)),
            _ => {}
        }
    }

    /// The records of the index with the stated key.
    fn of_key(&self, kind: Kind, stated: &Entries<'_>) -> Vec<Entries<'static>> {
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

    fn rights(&self, stated: &Entries<'_>) -> Option<Vec<Entries<'static>>> {
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

fn value<'v, 't>(table: &'v Entries<'t>, field: &str) -> Option<&'v SourceValue<'t>> {
    let entry = table.iter().find(|entry| entry.key == field)?;
    Some(&entry.item.value)
}

fn text<'v>(table: &'v Entries<'_>, field: &str) -> Option<&'v str> {
    match value(table, field)? {
        SourceValue::Text(text) => Some(text),
        _ => None,
    }
}

/// The names of an agreement's sides.
fn pair(stated: &Entries<'_>) -> Vec<String> {
    let Some(SourceValue::List(items)) = value(stated, "between") else {
        return Vec::new();
    };
    let names = items.iter().filter_map(|it| match &it.value {
        SourceValue::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    });
    names.collect()
}

/// What is stated, with the rest from the index's record.
fn filled<'a>(kind: Kind, stated: &Entries<'a>, record: &Entries<'static>) -> Entries<'a> {
    let mut filled: Entries<'a> = stated
        .iter()
        .filter(|entry| !key(kind).contains(&&*entry.key))
        .cloned()
        .collect();
    for entry in record {
        if value(&filled, &entry.key).is_none() {
            filled.push(entry.clone());
        }
    }
    filled
}

/// Where the index's record is other than what is stated of it; none if that cannot be read.
fn differing(
    kind: Kind,
    stated: &Entries<'_>,
    record: &Entries<'static>,
) -> Option<Vec<Differing>> {
    let filled = filled(kind, stated, record);
    let mut reading = Fields::new(&filled, Span::NOWHERE, Form::Toml);
    let fields = &mut reading;
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
    if !reading.finish().is_clean() {
        return None;
    }
    let read = read?;
    let known = records::known(kind).iter();
    let differing = known.filter_map(|&field| {
        let [is, stated] = [record, &read].map(|table| value(table, field).map(shown));
        (is != stated).then_some((field, is))
    });
    Some(differing.collect())
}
