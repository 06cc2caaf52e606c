//! Reads systems, access points, links and certificates.

mod certificates;
mod links;
mod points;
mod uses;

use kanta_conformance::Text;
use toml::de::DeValue;

use super::actors::done;
use super::cursor::{Notes, Table};
use super::document::{Ids, Kind, Load};
use crate::plan::{Claim, ConnectionPlan, System, SystemClass, SystemKind, Traffic, Volume};
use certificates::{signature_certificate, trust};
use links::link;
use points::{access_point, consolidation_point};
use uses::a_use;

pub(super) fn read(
    root: &Table<'_, '_>,
    plan: &mut ConnectionPlan,
    ids: &mut Ids,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) {
    for table in root.tables("system", notes) {
        plan.systems.push(system(table, ids, notes));
    }
    for table in root.tables("access_point", notes) {
        plan.access_points
            .push(access_point(table, ids, load, notes));
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
    if let Some(item) = root.item("signature_certificate", notes) {
        plan.signature_certificate = signature_certificate(&item, ids, load, notes);
    }
    plan.trust = trust(root, load, notes);
    plan.volume = root
        .table("volume", notes)
        .map(|table| volume(table, notes))
        .unwrap_or_default();
}

fn system(mut table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> System {
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

fn volume(table: Table<'_, '_>, notes: &mut Notes<'_>) -> Volume {
    let need = table
        .item("assessed_need_mbit", notes)
        .and_then(|item| match item.value {
            DeValue::Boolean(false) => Some(Claim::Denied),
            _ => item.speed(notes).map(Claim::Stated),
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

/// Somebody's id; `party` is the joining party and nobody's id.
fn actor(
    table: &Table<'_, '_>,
    key: &'static str,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let item = table.item(key, notes)?;
    let id = item.text(notes)?;
    if id != "party" {
        ids.refer(&item.span, key, Kind::Actor, &id);
    }
    Some(id)
}

fn words<T: Copy>(
    table: &Table<'_, '_>,
    key: &'static str,
    all: &[T],
    code: fn(T) -> &'static str,
    notes: &mut Notes<'_>,
) -> Option<Vec<T>> {
    let items = table.list(key, notes)?;
    Some(
        items
            .iter()
            .filter_map(|item| item.word(all, code, notes))
            .collect(),
    )
}

/// A fact in words that can be denied with `false`.
pub(super) fn claim(
    table: &Table<'_, '_>,
    key: &'static str,
    notes: &mut Notes<'_>,
) -> Option<Claim<String>> {
    let item = table.item(key, notes)?;
    match item.value {
        DeValue::Boolean(false) => Some(Claim::Denied),
        DeValue::String(text) => Some(Claim::Stated(text.to_string())),
        _ => item.wrong(
            Text::new(
                "a text in quotes, or false",
                "teksti lainausmerkeissä, tai false",
                "en text inom citattecken, eller false",
            ),
            notes,
        ),
    }
}
