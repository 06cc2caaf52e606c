//! Records as tables again: what is written, and what an order's words are held against.

use std::borrow::Cow;

use kanta_source::{Entries, Entry, Item, Value};

use crate::{
    AccessPoint, Agreement, Annotation, BasisKind, Certificate, Party, Pharmacy, RegisterEntry,
    Right, Tenant, Validity,
};

/// A table being filled.
#[derive(Default)]
struct Filled(Entries<'static>);

impl Filled {
    fn put(mut self, field: &'static str, value: Value<'static>) -> Self {
        self.0.push(Entry::of(field, value));
        self
    }

    fn text(self, field: &'static str, text: impl ToString) -> Self {
        self.put(field, Value::Text(Cow::Owned(text.to_string())))
    }

    fn maybe(self, field: &'static str, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.text(field, text),
            None => self,
        }
    }

    fn flag(self, field: &'static str, flag: Option<bool>) -> Self {
        match flag {
            Some(flag) => self.put(field, Value::Flag(flag)),
            None => self,
        }
    }

    fn times(self, validity: Validity) -> Self {
        self.maybe("from", validity.from)
            .maybe("until", validity.until)
    }

    /// A list, unless it is empty.
    fn list(self, field: &'static str, items: impl Iterator<Item = Value<'static>>) -> Self {
        let items: Vec<_> = items.map(Item::of).collect();
        if items.is_empty() {
            return self;
        }
        self.put(field, Value::List(items))
    }
}

fn text(text: impl ToString) -> Value<'static> {
    Value::Text(Cow::Owned(text.to_string()))
}

pub(crate) fn party(party: &Party) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &party.id)
        .maybe("oid", party.oid)
        .maybe("name", party.name.as_ref())
        .text("kind", party.kind)
        .maybe("sector", party.sector)
        .flag("health_care", party.health_care)
        .flag("social_welfare", party.social_welfare)
        .maybe("register", party.register);
    let table = match party.register_entry {
        None => table,
        Some(RegisterEntry::Denied) => table.put("register_entry", Value::Flag(false)),
        Some(RegisterEntry::Entered(entry)) => table
            .maybe("register_entry", entry.from)
            .maybe("register_entry_until", entry.until),
    };
    table.0
}

pub(crate) fn pharmacy(pharmacy: &Pharmacy) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &pharmacy.id)
        .text("oid", pharmacy.oid)
        .maybe("name", pharmacy.name.as_ref())
        .text("pharmacist", &pharmacy.pharmacist)
        .put("branch", Value::Flag(pharmacy.branch))
        .maybe("held_from", pharmacy.held.from)
        .maybe("held_until", pharmacy.held.until);
    table.0
}

pub(crate) fn tenant(tenant: &Tenant) -> Entries<'static> {
    let table = Filled::default()
        .text("id", &tenant.id)
        .text("oid", tenant.oid)
        .maybe("name", tenant.name.as_ref())
        .text("host", &tenant.host)
        .maybe("sector", tenant.sector)
        .maybe("register", tenant.register);
    table.0
}

pub(crate) fn access_point(point: &AccessPoint) -> Entries<'static> {
    let certificate = |it: &Certificate| {
        let table = Filled::default().text("serial", &it.serial);
        Value::Table(table.times(it.validity).0)
    };
    let table = Filled::default()
        .text("id", &point.id)
        .text("oid", point.oid)
        .text("administrator", &point.administrator)
        .list("addresses", point.addresses.iter().map(text))
        .list("certificates", point.certificates.iter().map(certificate));
    table.0
}

pub(crate) fn agreement(agreement: &Agreement) -> Entries<'static> {
    let table = Filled::default().list("between", agreement.between.iter().map(text));
    let table = table.times(agreement.validity);
    table.flag("states_duties", agreement.states_duties).0
}

pub(crate) fn annotation(annotation: &Annotation) -> Entries<'static> {
    let table = Filled::default()
        .text("party", &annotation.party)
        .maybe("unit", annotation.unit);
    table.times(annotation.validity).0
}

pub(crate) fn right(right: &Right) -> Entries<'static> {
    let basis = Some(right.basis.kind).filter(|&kind| kind != BasisKind::Application);
    let table = Filled::default()
        .text("for", right.subject)
        .text("access_point", right.access_point)
        .text("service", right.service)
        .times(right.validity)
        .maybe("organiser", right.organiser.as_ref())
        .maybe("basis", basis)
        .maybe("agreed", right.basis.agreed)
        .maybe("reference", right.basis.reference.as_ref());
    table.0
}

/// A value as people read it.
pub(crate) fn shown(value: &Value<'_>) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::Text(text) => text.clone().into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Date(date) => date.to_string(),
        Value::List(items) => joined(items.iter().map(|it| shown(&it.value)).collect()),
        Value::Table(entries) => {
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
