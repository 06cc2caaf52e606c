//! The uses of services.

use kanta_address_index::Service;
use kanta_source::TableReader;

use crate::file::Diagnostics;
use crate::file::ids::{Ids, Kind, actor, reference};
use crate::plan::{ServiceUnit, Use};

pub(super) fn a_use(
    table: TableReader<'_, '_>,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<Use> {
    let service = table.word("service", Service::ALL, Service::code, notes);
    let service = table.need("service", service, notes);
    let access_point = reference(&table, "access_point", Kind::Point, ids, notes);
    let access_point = table.need("access_point", access_point, notes);
    let user = actor(&table, "for", ids, notes);
    let system = reference(&table, "system", Kind::System, ids, notes);
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

fn service_units(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<Vec<ServiceUnit>> {
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
