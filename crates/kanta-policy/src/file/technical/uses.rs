//! The uses of services.

use kanta_address_index::Service;

use super::actor;
use crate::file::cursor::{Notes, Table};
use crate::file::document::{Ids, Kind};
use crate::plan::{ServiceUnit, Use};

pub(super) fn a_use(table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> Option<Use> {
    let service = table.item("service", notes);
    let access_point = table.item("access_point", notes);
    for (key, given) in [
        ("service", service.is_some()),
        ("access_point", access_point.is_some()),
    ] {
        if !given {
            table.missing(key, notes);
        }
    }
    let service = service.and_then(|item| item.word(Service::ALL, Service::code, notes));
    let access_point = access_point.and_then(|item| {
        let id = item.text(notes)?;
        ids.refer(&item.span, "access_point", Kind::Point, &id);
        Some(id)
    });
    let user = actor(&table, "for", ids, notes);
    let system = table.item("system", notes).and_then(|item| {
        let id = item.text(notes)?;
        ids.refer(&item.span, "system", Kind::System, &id);
        Some(id)
    });
    let service_units = service_units(&table, notes);
    let annotated = table.flag("annotated", notes);
    table.close(notes);
    let mut a_use = Use::new(service?, &access_point?);
    a_use.user = user.unwrap_or_else(|| "party".into());
    a_use.system = system;
    a_use.service_units = service_units;
    a_use.annotated = annotated;
    Some(a_use)
}

fn service_units(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Vec<ServiceUnit>> {
    let items = table.list("service_units", notes)?;
    let mut units = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        units.push(ServiceUnit {
            oid: table.text("oid", notes),
            annotated: table.flag("annotated", notes),
        });
        table.close(notes);
    }
    Some(units)
}
