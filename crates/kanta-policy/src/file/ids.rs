//! Identifiers and ids: those that a plan defines, and those that it refers to.

use std::collections::BTreeMap;

use kanta_conformance::{Text, text};
use kanta_oid::ParseError;
use kanta_source::{FieldReader, Lines, Span, TableReader, nearest};

use super::Diagnostics;
use super::fault::FaultKind;

/// What an id in the plan names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Actor,
    System,
    Point,
    Link,
}

/// The ids that are defined and those that are referred to; a reference is looked up once all are known.
pub(super) struct Ids<'t> {
    lines: &'t Lines<'t>,
    defined: BTreeMap<(Kind, String), u32>,
    referred: Vec<Reference>,
}

struct Reference {
    span: Span,
    key: String,
    kind: Kind,
    id: String,
}

impl<'t> Ids<'t> {
    pub(super) const fn new(lines: &'t Lines<'t>) -> Self {
        Self {
            lines,
            defined: BTreeMap::new(),
            referred: Vec::new(),
        }
    }

    /// Defines the id of a table, and gives the table its path: `link.mpls-b`.
    pub(super) fn define(
        &mut self,
        kind: Kind,
        table: &mut TableReader<'_, '_>,
        name: &str,
        notes: &mut Diagnostics,
    ) -> Option<String> {
        const EXPECTED: Text = text! {
            en: "an id: 1 to 64 letters, digits, `-` or `_`, and not `party`, `kanta` or `supplier`",
            fi: "tunnus: 1–64 kirjainta, numeroa, `-` tai `_`, eikä `party`, `kanta` tai `supplier`",
            sv: "ett id: 1–64 bokstäver, siffror, `-` eller `_`, och inte `party`, `kanta` eller `supplier`",
        };
        let item = table.field("id", notes);
        let item = table.need("id", item, notes)?;
        let id = item.text(notes)?;
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || id.chars().count() > 64 || !id.chars().all(plain) || is_reserved(&id) {
            return item.not_a(EXPECTED, notes);
        }
        if let Some(first) = self.defined.get(&(kind, id.clone())) {
            let line = self.lines.position(*first).line;
            return item.fault(|| FaultKind::DuplicateId { id, line }, notes);
        }
        self.defined.insert((kind, id.clone()), item.span().start);
        table.rename(format!("{name}.{id}"), notes);
        Some(id)
    }

    /// An id that has to be defined somewhere.
    pub(super) fn refer(
        &mut self,
        item: &FieldReader<'_, '_>,
        kind: Kind,
        notes: &mut Diagnostics,
    ) -> Option<String> {
        self.refer_but(&[], item, kind, notes)
    }

    /// An id that has to be defined somewhere, unless it is one of these.
    pub(super) fn refer_but(
        &mut self,
        but: &[&str],
        item: &FieldReader<'_, '_>,
        kind: Kind,
        notes: &mut Diagnostics,
    ) -> Option<String> {
        let id = item.text(notes)?;
        if !but.contains(&&*id) && !item.is_broken() {
            self.referred.push(Reference {
                span: item.span(),
                key: item.key().to_owned(),
                kind,
                id: id.clone(),
            });
        }
        Some(id)
    }

    /// Tells which ids name nothing.
    pub(super) fn resolve(self, notes: &mut Diagnostics) {
        let defined = self.defined;
        for Reference {
            span,
            key,
            kind,
            id,
        } in self.referred
        {
            if defined.contains_key(&(kind, id.clone())) {
                continue;
            }
            let known = defined.keys().filter(|(k, _)| *k == kind);
            notes.fault_with(span, "", || FaultKind::Dangling {
                key,
                nearest: nearest(&id, known.map(|(_, id)| id.as_str())).map(str::to_owned),
                id,
            });
        }
    }
}

fn is_reserved(id: &str) -> bool {
    matches!(id, "party" | "kanta" | "supplier")
}

/// An identifier, or the fault of one that was refused.
pub(super) fn oid<T>(
    table: &TableReader<'_, '_>,
    parse: fn(&str) -> Result<T, ParseError>,
    notes: &mut Diagnostics,
) -> Option<T> {
    let item = table.field("oid", notes)?;
    let text = item.text(notes)?;
    parse(&text).map_or_else(
        |error| {
            let refused = || FaultKind::BadOid {
                key: item.key().to_owned(),
                found: text.clone(),
                en: error.en().to_string(),
                fi: error.fi().to_string(),
                sv: error.sv().to_string(),
            };
            item.fault(refused, notes)
        },
        Some,
    )
}

/// The id of another thing of the plan.
pub(super) fn reference(
    table: &TableReader<'_, '_>,
    key: &'static str,
    kind: Kind,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<String> {
    ids.refer(&table.field(key, notes)?, kind, notes)
}

/// Somebody's id; `party` is the joining party and nobody's id.
pub(super) fn actor(
    table: &TableReader<'_, '_>,
    key: &'static str,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<String> {
    let item = table.field(key, notes)?;
    ids.refer_but(&["party"], &item, Kind::Actor, notes)
}

/// Ids of other things of the plan.
pub(super) fn references(
    table: &TableReader<'_, '_>,
    key: &'static str,
    kind: Kind,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<Vec<String>> {
    let items = table.list(key, notes)?.into_iter();
    let ids = items.filter_map(|item| ids.refer(&item, kind, notes));
    Some(ids.collect())
}
