//! Records as tables again: what is written, and what an order's words are held against.

use kanta_source::{Entries, Filled, SourceValue};

use crate::{
    AccessPoint, Agreement, Annotation, BasisKind, Party, Period, Pharmacy, RecordedCertificate,
    RegisterEntry, Right, Tenant,
};

fn times(table: Filled, validity: Period) -> Filled {
    table
        .maybe_text("from", validity.from)
        .maybe_text("until", validity.until)
}

/// A list, unless it is empty.
fn list<T: Into<SourceValue<'static>>>(
    items: impl Iterator<Item = T>,
) -> Option<SourceValue<'static>> {
    let mut items = items.peekable();
    items.peek()?;
    Some(SourceValue::list(items))
}

pub(crate) fn party(party: &Party) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &party.id)
        .maybe_text("oid", party.oid)
        .maybe_text("name", party.name.as_ref())
        .text("kind", party.kind)
        .maybe_text("sector", party.sector)
        .maybe("health_care", party.health_care)
        .maybe("social_welfare", party.social_welfare)
        .maybe_text("register", party.register);
    let table = match party.register_entry {
        None => table,
        Some(RegisterEntry::Denied) => table.put("register_entry", false),
        Some(RegisterEntry::Entered(entry)) => table
            .maybe_text("register_entry", entry.from)
            .maybe_text("register_entry_until", entry.until),
    };
    table.entries()
}

pub(crate) fn pharmacy(pharmacy: &Pharmacy) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &pharmacy.id)
        .text("oid", pharmacy.oid)
        .maybe_text("name", pharmacy.name.as_ref())
        .text("pharmacist", &pharmacy.pharmacist)
        .put("branch", pharmacy.branch)
        .maybe_text("held_from", pharmacy.held.from)
        .maybe_text("held_until", pharmacy.held.until);
    table.entries()
}

pub(crate) fn tenant(tenant: &Tenant) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &tenant.id)
        .text("oid", tenant.oid)
        .maybe_text("name", tenant.name.as_ref())
        .text("host", &tenant.host)
        .maybe_text("sector", tenant.sector)
        .maybe_text("register", tenant.register);
    table.entries()
}

pub(crate) fn access_point(point: &AccessPoint) -> Entries<'static> {
    let certificate = |it: &RecordedCertificate| {
        let table = Filled::default().text("serial", &it.serial);
        times(table, it.validity)
    };
    let table = Filled::default()
        .text("id", &point.id)
        .text("oid", point.oid)
        .text("administrator", &point.administrator)
        .maybe(
            "addresses",
            list(point.addresses.iter().map(SourceValue::text)),
        )
        .maybe(
            "certificates",
            list(point.certificates.iter().map(certificate)),
        );
    table.entries()
}

pub(crate) fn agreement(agreement: &Agreement) -> Entries<'static> {
    let table = Filled::default().put("between", SourceValue::texts(&agreement.between));
    let table = times(table, agreement.validity);
    table
        .maybe("states_duties", agreement.states_duties)
        .entries()
}

pub(crate) fn annotation(annotation: &Annotation) -> Entries<'static> {
    let table = Filled::default()
        .text("party", &annotation.party)
        .maybe_text("unit", annotation.unit);
    times(table, annotation.validity).entries()
}

pub(crate) fn right(right: &Right) -> Entries<'static> {
    let basis = Some(right.basis.kind).filter(|&kind| kind != BasisKind::Application);
    let table = Filled::default()
        .text("for", right.subject)
        .text("access_point", right.access_point)
        .text("service", right.service);
    let table = times(table, right.validity)
        .maybe_text("organiser", right.organiser.as_ref())
        .maybe_text("basis", basis)
        .maybe_text("agreed", right.basis.agreed)
        .maybe_text("reference", right.basis.reference.as_ref());
    table.entries()
}

/// A value as people read it.
pub(crate) fn shown(value: &SourceValue<'_>) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        SourceValue::Text(text) => text.clone().into_owned(),
        SourceValue::Number(number) => number.to_string(),
        SourceValue::Flag(flag) => flag.to_string(),
        SourceValue::Date(date) => date.to_string(),
        SourceValue::List(items) => joined(items.iter().map(|it| shown(&it.value)).collect()),
        SourceValue::Table(entries) => {
            let parts = entries.iter();
            joined(
                parts
                    .map(|it| format!("{} {}", it.key, shown(&it.item.value)))
                    .collect(),
            )
        }
        _ => String::new(),
    }
}
