//! Reads systems, access points, links and certificates.

mod certificates;
mod links;
mod points;
mod uses;

use kanta_source::{SourceValue, TableReader};

use super::Diagnostics;
use super::claims::{as_speed, done};
use super::files::Files;
use super::ids::{Ids, Kind};
use crate::plan::{Claim, ConnectionPlan, System, SystemClass, SystemKind, Traffic, Volume};
use certificates::{signature_certificate, trust};
use links::link;
use points::{access_point, consolidation_point};
use uses::a_use;

pub(super) fn read(
    root: &TableReader<'_, '_>,
    plan: &mut ConnectionPlan,
    ids: &mut Ids<'_>,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) {
    for table in root.tables("system", notes) {
        plan.systems.push(system(table, ids, notes));
    }
    for table in root.tables("access_point", notes) {
        plan.access_points
            .push(access_point(table, ids, files, notes));
    }
    for table in root.tables("consolidation_point", notes) {
        plan.consolidation_points
            .push(consolidation_point(table, ids, notes));
    }
    for table in root.tables("use", notes) {
        plan.uses.extend(a_use(table, ids, notes));
    }
    for table in root.tables("link", notes) {
        plan.links.push(link(table, ids, notes));
    }
    if let Some(item) = root.field("signature_certificate", notes) {
        plan.signature_certificate = signature_certificate(&item, ids, files, notes);
    }
    plan.trust = trust(root, files, notes);
    plan.volume = root
        .table("volume", notes)
        .map(|table| volume(table, notes))
        .unwrap_or_default();
}

fn system(mut table: TableReader<'_, '_>, ids: &mut Ids<'_>, notes: &mut Diagnostics) -> System {
    let id = ids.define(Kind::System, &mut table, "system", notes);
    let system = System {
        id: id.unwrap_or_default(),
        name: table.text("name", notes),
        kind: table.word("kind", SystemKind::ALL, SystemKind::code, notes),
        class: table.word("class", SystemClass::ALL, SystemClass::code, notes),
        transfer_functions: table.flag("transfer_functions", notes),
        in_register: table.flag("in_register", notes),
        assessed_until: table.date("assessed_until", notes),
        joint_tested: done(&table, "joint_tested", notes),
        packaged_service: table.flag("packaged_service", notes),
    };
    table.close(notes);
    system
}

fn volume(table: TableReader<'_, '_>, notes: &mut Diagnostics) -> Volume {
    let need = table
        .field("assessed_need_mbit", notes)
        .and_then(|item| match item.value() {
            SourceValue::Flag(false) => Some(Claim::Denied),
            _ => as_speed(&item, notes).map(Claim::Stated),
        });
    let volume = Volume {
        documents_per_day: table.number("documents_per_day", notes),
        assessed_need_mbit: need,
        message_traffic: table.word("message_traffic", Traffic::ALL, Traffic::code, notes),
        scalable: table.flag("scalable", notes),
    };
    table.close(notes);
    volume
}
