//! The plan's top level.

use std::collections::BTreeMap;

use kanta_conformance::{Attestation, Evidence, Ruling};
use toml::de::{DeTable, DeValue};

use super::cursor::{Notes, Table, nearest};
use super::fault::{Fault, FaultKind, FileFault};
use super::{PlanFile, actors, readiness, syntax, technical};
use crate::plan::{ConnectionPlan, Environment};
use crate::requirements;

pub(super) type Load<'l> = dyn FnMut(&str) -> Result<Vec<u8>, FileFault> + 'l;

pub(super) fn read(text: &str, load: &mut Load<'_>) -> Result<PlanFile, Vec<Fault>> {
    let mut notes = Notes::new(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    if !syntax::note(text, document.get_ref(), &errors, &mut notes) {
        // What follows a broken line may be read as something it is not: report what is broken, and stop.
        return Err(notes.into_faults());
    }
    let root = Table::new(document.get_ref(), 0..0, String::new(), &mut notes);
    if let Some(format) = root.item("format", &mut notes) {
        match format.value {
            DeValue::Integer(number) if number.as_str() == "1" && number.radix() == 10 => {}
            DeValue::Integer(number) => {
                notes.fault(&format.span, FaultKind::UnknownFormat(number.to_string()));
            }
            _ => {
                format.number(&mut notes);
            }
        }
    } else {
        root.missing("format", &mut notes);
    }
    let as_of = root.date("as_of", &mut notes);
    let mut ids = Ids::default();
    let mut plan = ConnectionPlan {
        environment: root.word(
            "environment",
            Environment::ALL,
            Environment::code,
            &mut notes,
        ),
        ..ConnectionPlan::default()
    };
    actors::read(&root, &mut plan, &mut ids, &mut notes);
    technical::read(&root, &mut plan, &mut ids, load, &mut notes);
    plan.readiness = readiness::read(&root, &mut notes);
    ids.resolve(&mut notes);
    let statements = Statements {
        attested: root.tables("attested", &mut notes),
        rulings: root.tables("ruling", &mut notes),
    };
    statements.read(&mut plan, &mut notes);
    root.close(&mut notes);
    if notes.is_clean() {
        let (places, absent) = notes.into_places();
        Ok(PlanFile {
            plan,
            as_of,
            places,
            absent,
        })
    } else {
        Err(notes.into_faults())
    }
}

/// What an id in the plan names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Actor,
    System,
    Point,
    Link,
}

type Span = core::ops::Range<usize>;

/// The ids that are defined and those that are referred to; a reference is looked up once all are known.
#[derive(Default)]
pub(super) struct Ids {
    defined: BTreeMap<(Kind, String), usize>,
    referred: Vec<(Span, &'static str, Kind, String)>,
}

impl Ids {
    /// Defines the id of a table, and gives the table its path: `link.mpls-b`.
    pub(super) fn define(
        &mut self,
        kind: Kind,
        table: &mut Table<'_, '_>,
        name: &str,
        notes: &mut Notes<'_>,
    ) -> Option<String> {
        let Some(item) = table.item("id", notes) else {
            table.missing("id", notes);
            return None;
        };
        let id = item.text(notes)?;
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || id.chars().count() > 64 || !id.chars().all(plain) || is_reserved(&id) {
            return item.not_a(
                kanta_conformance::Text::new(
                    "an id: 1 to 64 letters, digits, `-` or `_`, and not `party`, `kanta` or `supplier`",
                    "tunnus: 1–64 kirjainta, numeroa, `-` tai `_`, eikä `party`, `kanta` tai `supplier`",
                    "ett id: 1–64 bokstäver, siffror, `-` eller `_`, och inte `party`, `kanta` eller `supplier`",
                ),
                notes,
            );
        }
        if let Some(first) = self.defined.get(&(kind, id.clone())) {
            let line = notes.line(*first);
            notes.fault(&item.span, FaultKind::DuplicateId { id, line });
            return None;
        }
        self.defined.insert((kind, id.clone()), item.span.start);
        table.rename(format!("{name}.{id}"), notes);
        Some(id)
    }

    /// Remembers that this id has to be defined somewhere.
    pub(super) fn refer(&mut self, span: &Span, key: &'static str, kind: Kind, id: &str) {
        self.referred.push((span.clone(), key, kind, id.to_owned()));
    }

    fn resolve(self, notes: &mut Notes<'_>) {
        for (span, key, kind, id) in self.referred {
            if self.defined.contains_key(&(kind, id.clone())) {
                continue;
            }
            let known = || {
                self.defined
                    .keys()
                    .filter(|(k, _)| *k == kind)
                    .map(|(_, id)| id.as_str())
            };
            notes.fault_with(&span, || FaultKind::Dangling {
                key: key.to_owned(),
                nearest: nearest(&id, known()).map(str::to_owned),
                id: id.clone(),
            });
        }
    }
}

fn is_reserved(id: &str) -> bool {
    matches!(id, "party" | "kanta" | "supplier")
}

struct Statements<'a, 'i> {
    attested: Vec<Table<'a, 'i>>,
    rulings: Vec<Table<'a, 'i>>,
}

impl Statements<'_, '_> {
    fn read(self, plan: &mut ConnectionPlan, notes: &mut Notes<'_>) {
        for table in self.attested {
            let about = about(&table, true, notes);
            let met = table.flag("met", notes);
            let (by, on) = (table.text("by", notes), table.date("on", notes));
            let ground = table.text("ground", notes);
            if let Some((requirement, subject)) = about {
                match (met, by, on, ground) {
                    (Some(met), Some(by), Some(on), Some(ground)) => {
                        let attestation = Attestation {
                            requirement,
                            subject,
                            met,
                            by,
                            on,
                            ground,
                        };
                        plan.attested.push(attestation);
                    }
                    (met, by, on, ground) => {
                        let given = [
                            ("met", met.is_some()),
                            ("by", by.is_some()),
                            ("on", on.is_some()),
                            ("ground", ground.is_some()),
                        ];
                        demand(&table, &given, notes);
                    }
                }
            }
            table.close(notes);
        }
        for table in self.rulings {
            let about = about(&table, false, notes);
            let met = table.flag("met", notes).unwrap_or(true);
            let (by, on) = (table.text("by", notes), table.date("on", notes));
            let reference = table.text("reference", notes);
            if let Some((requirement, subject)) = about {
                match (by, on, reference) {
                    (Some(by), Some(on), Some(reference)) => {
                        let ruling = Ruling {
                            requirement,
                            subject,
                            met,
                            by,
                            on,
                            reference,
                        };
                        plan.rulings.push(ruling);
                    }
                    (by, on, reference) => {
                        let given = [
                            ("by", by.is_some()),
                            ("on", on.is_some()),
                            ("reference", reference.is_some()),
                        ];
                        demand(&table, &given, notes);
                    }
                }
            }
            table.close(notes);
        }
    }
}

/// Who says something, when and on what ground is the whole worth of a statement: all of it is asked for.
fn demand(table: &Table<'_, '_>, given: &[(&'static str, bool)], notes: &mut Notes<'_>) {
    for (key, is_given) in given {
        if !is_given && !notes.has_place(&format!("{}.{key}", table.path)) {
            table.missing(key, notes);
        }
    }
}

/// The requirement and the subject of an attestation or a ruling.
fn about(
    table: &Table<'_, '_>,
    attests: bool,
    notes: &mut Notes<'_>,
) -> Option<(String, Option<String>)> {
    let item = table.item("requirement", notes);
    let subject = table.item("subject", notes);
    let Some(item) = item else {
        table.missing("requirement", notes);
        return None;
    };
    let id = item.text(notes)?;
    match requirements::find(&id) {
        None => {
            let known = || requirements::all().chain(crate::readiness::requirements());
            notes.fault_with(&item.span, || FaultKind::UnknownRequirement {
                nearest: nearest(&id, known().map(|requirement| requirement.id)),
                id,
            });
            return None;
        }
        Some(requirement) if attests && requirement.evidence != Evidence::Attested => {
            notes.fault(&item.span, FaultKind::NotAttestable { id });
            return None;
        }
        Some(_) => {}
    }
    let Some(item) = subject else {
        return Some((id, None));
    };
    let path = item.text(notes)?;
    if notes.has_place(&path) && !path.is_empty() {
        return Some((id, Some(path)));
    }
    notes.fault(&item.span, FaultKind::UnknownSubject { path });
    None
}
