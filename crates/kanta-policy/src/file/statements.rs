//! What somebody attests, and what somebody has ruled.

use kanta_conformance::{Attestation, Evidence, Ruling};
use kanta_source::{TableReader, nearest};

use super::Diagnostics;
use super::fault::FaultKind;
use crate::catalogue;
use crate::plan::ConnectionPlan;

/// The tables of statements, read once every subject is known.
pub(super) struct Statements<'v, 't> {
    pub(super) attested: Vec<TableReader<'v, 't>>,
    pub(super) rulings: Vec<TableReader<'v, 't>>,
}

impl Statements<'_, '_> {
    pub(super) fn read(self, plan: &mut ConnectionPlan, notes: &mut Diagnostics) {
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
fn demand(table: &TableReader<'_, '_>, given: &[(&'static str, bool)], notes: &mut Diagnostics) {
    for (key, is_given) in given {
        if !is_given && !table.has(key) {
            table.missing(key, notes);
        }
    }
}

/// The requirement and the subject of an attestation or a ruling.
fn about(
    table: &TableReader<'_, '_>,
    attests: bool,
    notes: &mut Diagnostics,
) -> Option<(String, Option<String>)> {
    let item = table.field("requirement", notes);
    let subject = table.field("subject", notes);
    let item = table.need("requirement", item, notes)?;
    let id = item.text(notes)?;
    match catalogue::find(&id) {
        None => {
            let unknown = || FaultKind::UnknownRequirement {
                nearest: nearest(&id, catalogue::all().map(|requirement| requirement.id())),
                id: id.clone(),
            };
            return item.fault(unknown, notes);
        }
        Some(requirement) if attests && requirement.evidence() != Evidence::Attested => {
            return item.fault(|| FaultKind::NotAttestable { id }, notes);
        }
        Some(_) => {}
    }
    let Some(item) = subject else {
        return Some((id, None));
    };
    let path = item.text(notes)?;
    if notes.span_of(&path).is_some() && !path.is_empty() {
        return Some((id, Some(path)));
    }
    item.fault(|| FaultKind::UnknownSubject { path }, notes)
}
