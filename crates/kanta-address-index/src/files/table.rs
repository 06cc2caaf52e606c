//! Records as tables again: what is written, and what an order's words are held against.

use std::borrow::Cow;

use super::tree::{Node, Spot, Table};
use crate::{
    AccessPoint, Agreement, Annotation, BasisKind, Certificate, Party, Pharmacy, RegisterEntry,
    Right, Tenant, Validity,
};

/// A table being filled.
#[derive(Default)]
struct Filled(Table<'static>);

impl Filled {
    fn put(mut self, field: &'static str, node: Node<'static>) -> Self {
        self.0.push((Cow::Borrowed(field), Spot { node, at: None }));
        self
    }

    fn text(self, field: &'static str, text: impl ToString) -> Self {
        self.put(field, Node::Text(Cow::Owned(text.to_string())))
    }

    fn maybe(self, field: &'static str, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.text(field, text),
            None => self,
        }
    }

    fn flag(self, field: &'static str, flag: Option<bool>) -> Self {
        match flag {
            Some(flag) => self.put(field, Node::Flag(flag)),
            None => self,
        }
    }

    fn times(self, validity: Validity) -> Self {
        self.maybe("from", validity.from)
            .maybe("until", validity.until)
    }

    /// A list, unless it is empty.
    fn list(self, field: &'static str, items: impl Iterator<Item = Node<'static>>) -> Self {
        let items: Vec<_> = items.map(|node| Spot { node, at: None }).collect();
        if items.is_empty() {
            return self;
        }
        self.put(field, Node::List(items))
    }
}

fn text(text: impl ToString) -> Node<'static> {
    Node::Text(Cow::Owned(text.to_string()))
}

pub(crate) fn party(party: &Party) -> Table<'static> {
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
        Some(RegisterEntry::Denied) => table.put("register_entry", Node::Flag(false)),
        Some(RegisterEntry::Entered(entry)) => table
            .maybe("register_entry", entry.from)
            .maybe("register_entry_until", entry.until),
    };
    table.0
}

pub(crate) fn pharmacy(pharmacy: &Pharmacy) -> Table<'static> {
    let table = Filled::default()
        .text("id", &pharmacy.id)
        .text("oid", pharmacy.oid)
        .maybe("name", pharmacy.name.as_ref())
        .text("pharmacist", &pharmacy.pharmacist)
        .put("branch", Node::Flag(pharmacy.branch))
        .maybe("held_from", pharmacy.held.from)
        .maybe("held_until", pharmacy.held.until);
    table.0
}

pub(crate) fn tenant(tenant: &Tenant) -> Table<'static> {
    let table = Filled::default()
        .text("id", &tenant.id)
        .text("oid", tenant.oid)
        .maybe("name", tenant.name.as_ref())
        .text("host", &tenant.host)
        .maybe("sector", tenant.sector)
        .maybe("register", tenant.register);
    table.0
}

pub(crate) fn access_point(point: &AccessPoint) -> Table<'static> {
    let certificate = |it: &Certificate| {
        let table = Filled::default().text("serial", &it.serial);
        Node::Table(table.times(it.validity).0)
    };
    let table = Filled::default()
        .text("id", &point.id)
        .text("oid", point.oid)
        .text("administrator", &point.administrator)
        .list("addresses", point.addresses.iter().map(text))
        .list("certificates", point.certificates.iter().map(certificate));
    table.0
}

pub(crate) fn agreement(agreement: &Agreement) -> Table<'static> {
    let table = Filled::default().list("between", agreement.between.iter().map(text));
    let table = table.times(agreement.validity);
    table.flag("states_duties", agreement.states_duties).0
}

pub(crate) fn annotation(annotation: &Annotation) -> Table<'static> {
    let table = Filled::default()
        .text("party", &annotation.party)
        .maybe("unit", annotation.unit);
    table.times(annotation.validity).0
}

pub(crate) fn right(right: &Right) -> Table<'static> {
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
pub(crate) fn shown(node: &Node<'_>) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match node {
        Node::Text(text) => text.clone().into_owned(),
        Node::Number(number) => number.to_string(),
        Node::Flag(flag) => flag.to_string(),
        Node::List(items) => joined(items.iter().map(|it| shown(&it.node)).collect()),
        Node::Table(fields) => {
            let parts = fields.iter();
            joined(
                parts
                    .map(|(name, it)| format!("{name} {}", shown(&it.node)))
                    .collect(),
            )
        }
        _ => String::new(),
    }
}
