//! What changes from one index to another, for machines. The help of `kanta index diff` and of
//! `kanta index try` names every field.

use std::io::{self, Write};

use kanta_address_index::{
    AddressChange, AddressIndex, Changes, FindingChanges, IdleRight, RecordChange, Span,
    TenantSpan, Trial, UnitSpan, Validity,
};
use kanta_oid::AccessPointOid;
use serde_json::{Map, Value as Json, json};

use super::findings::finding;
use super::{date, line};

/// What it is, and its days.
fn with_days(mut object: Json, days: Validity) -> Json {
    if let Some(fields) = object.as_object_mut() {
        fields.insert("from".into(), date(days.from));
        fields.insert("until".into(), date(days.until));
    }
    object
}

fn right(span: &Span) -> Json {
    let what = json!({
        "for": span.subject.to_string(),
        "access_point": span.access_point.to_string(),
        "service": span.service.code(),
    });
    with_days(what, span.days)
}

fn tenant(span: &TenantSpan) -> Json {
    let what = json!({
        "host": span.host.to_string(),
        "tenant": span.tenant.to_string(),
    });
    with_days(what, span.days)
}

fn unit(span: &UnitSpan) -> Json {
    let what = json!({
        "party": span.party.to_string(),
        "unit": span.unit.map(|unit| unit.to_string()),
    });
    with_days(what, span.days)
}

fn address(change: &AddressChange) -> Json {
    let oids =
        |oids: &[AccessPointOid]| -> Vec<String> { oids.iter().map(ToString::to_string).collect() };
    json!({
        "prefix": change.prefix.to_string(),
        "change": change.kind().code(),
        "before": oids(&change.before),
        "after": oids(&change.after),
    })
}

fn record(change: &RecordChange) -> Json {
    json!({
        "record": change.record.code(),
        "id": change.id,
        "change": change.change.code(),
        "fields": change.fields,
    })
}

fn list<T>(items: &[T], tell: impl Fn(&T) -> Json) -> Json {
    items.iter().map(tell).collect()
}

fn told(changes: &Changes) -> Json {
    json!({
        "format": 1,
        "equal": changes.is_empty(),
        "gained": list(&changes.gained, right),
        "lost": list(&changes.lost, right),
        "tenants": {
            "gained": list(&changes.tenants_gained, tenant),
            "lost": list(&changes.tenants_lost, tenant),
        },
        "units": {
            "gained": list(&changes.units_gained, unit),
            "lost": list(&changes.units_lost, unit),
        },
        "addresses": list(&changes.addresses, address),
        "records": list(&changes.records, record),
    })
}

pub(in super::super) fn changes(changes: &Changes, out: &mut dyn Write) -> io::Result<()> {
    line(out, &told(changes))
}

pub(in super::super) fn trial(
    before: &AddressIndex,
    trial: &Trial,
    findings: &FindingChanges,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut report = told(&trial.changes);
    let idle = |idle: &IdleRight| {
        let missing = idle.missing.iter();
        let missing =
            missing.map(|it| super::found(it.requirement, &it.outcome, Some(it.responsible)));
        json!({ "right": super::right(&idle.right), "missing": missing.collect::<Vec<_>>() })
    };
    if let Some(fields) = report.as_object_mut() {
        fields.insert("broken".into(), list(&trial.broken, right));
        let tenants = list(&trial.broken_tenants, tenant);
        fields.insert("broken_tenants".into(), tenants);
        let units = list(&trial.broken_units, unit);
        fields.insert("broken_units".into(), units);
        let brought = list(&findings.brought, |it| finding(&trial.index, it));
        let taken = list(&findings.taken, |it| finding(before, it));
        let found = json!({ "brought": brought, "taken": taken });
        fields.insert("findings".into(), found);
        fields.insert("never_permitting".into(), list(&trial.idle, idle));
    }
    line(out, &report)
}

/// An order of JSON Lines as one object, which `kanta index try` reads too.
pub(in super::super) fn order(lines: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut whole = Map::new();
    for text in lines.lines() {
        let mut fields: Map<String, Json> = serde_json::from_str(text).map_err(io::Error::other)?;
        let record = fields.remove("record");
        let record = record.as_ref().and_then(Json::as_str).unwrap_or_default();
        let Some(order) = fields.remove("order") else {
            whole.extend(fields);
            continue;
        };
        let order = order.as_str().unwrap_or_default();
        let part = whole.entry(order).or_insert_with(|| json!({}));
        let list = part.as_object_mut();
        let list = list.map(|part| part.entry(record).or_insert_with(|| json!([])));
        if let Some(list) = list.and_then(Json::as_array_mut) {
            list.push(fields.into());
        }
    }
    line(out, &whole.into())
}
