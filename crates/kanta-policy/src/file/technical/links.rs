//! Links, and the separate routes between them.
use kanta_conformance::text;
use kanta_source::{SourceValue, TableReader};

use crate::file::Diagnostics;
use crate::file::claims::{claim, done, speed, words};
use crate::file::ids::{Ids, Kind, reference};
use crate::plan::{Claim, Hall, Link, LinkRole, Network, SeparateRoute};

pub(super) fn link(
    mut table: TableReader<'_, '_>,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Link {
    let id = ids.define(Kind::Link, &mut table, "link", notes);
    let from = end(&table, "from", ids, notes);
    let to = end(&table, "to", ids, notes);
    let link = Link {
        id: id.unwrap_or_default(),
        from: from.unwrap_or_default(),
        to: to.unwrap_or_default(),
        role: table.word("role", LinkRole::ALL, LinkRole::code, notes),
        network: table.word("network", Network::ALL, Network::code, notes),
        technology: table.text("technology", notes),
        operator: table.text("operator", notes),
        halls: words(&table, "halls", Hall::ALL, Hall::code, notes),
        down_mbit: speed(&table, "down_mbit", notes),
        up_mbit: speed(&table, "up_mbit", notes),
        justification: claim(&table, "justification", notes),
        risks: claim(&table, "risks", notes),
        ready: done(&table, "ready", notes),
        separate_routes: separate_routes(&table, ids, notes),
    };
    table.close(notes);
    link
}

/// One end of a link; `kanta` is nobody's id, and may stand only where the link ends.
fn end(
    table: &TableReader<'_, '_>,
    key: &'static str,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<String> {
    let item = table.field(key, notes);
    let item = table.need(key, item, notes)?;
    let but: &[&str] = if key == "to" { &["kanta"] } else { &[] };
    ids.refer_but(but, &item, Kind::Point, notes)
}

/// `separate_route = false`, one table, or a list of tables.
fn separate_routes(
    table: &TableReader<'_, '_>,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> Option<Claim<Vec<SeparateRoute>>> {
    let item = table.field("separate_route", notes)?;
    let items = match item.value() {
        SourceValue::Flag(false) => return Some(Claim::Denied),
        SourceValue::Table(_) => vec![item],
        SourceValue::List(_) => item.items(notes)?,
        _ => {
            return item.not(text! {
                en: "{ from = \"…\", confirmed_by = \"…\", on = … }, a list of such, or false",
                fi: "{ from = \"…\", confirmed_by = \"…\", on = … }, luettelo sellaisia tai false",
                sv: "{ from = \"…\", confirmed_by = \"…\", on = … }, en lista med sådana eller false",
            },
                notes,
            );
        }
    };
    let mut routes = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        let from = reference(&table, "from", Kind::Link, ids, notes);
        let from = table.need("from", from, notes);
        routes.push(SeparateRoute {
            from: from.unwrap_or_default(),
            confirmed_by: claim(&table, "confirmed_by", notes),
            on: table.date("on", notes),
        });
        table.close(notes);
    }
    Some(Claim::Stated(routes))
}
