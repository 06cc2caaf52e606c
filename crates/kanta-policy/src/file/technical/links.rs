//! Links, and the separate routes between them.

use kanta_conformance::Text;
use toml::de::DeValue;

use super::{claim, words};
use crate::file::actors::done;
use crate::file::cursor::{Notes, Table};
use crate::file::document::{Ids, Kind};
use crate::plan::{Claim, Hall, Link, Network, Role, SeparateRoute};

pub(super) fn link(mut table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> Link {
    let id = ids.define(Kind::Link, &mut table, "link", notes);
    let from = end(&table, "from", ids, notes);
    let to = end(&table, "to", ids, notes);
    let link = Link {
        id: id.unwrap_or_default(),
        from: from.unwrap_or_default(),
        to: to.unwrap_or_default(),
        role: table.word("role", Role::ALL, Role::code, notes),
        network: table.word("network", Network::ALL, Network::code, notes),
        technology: table.text("technology", notes),
        operator: table.text("operator", notes),
        halls: words(&table, "halls", Hall::ALL, Hall::code, notes),
        down_mbit: table.speed("down_mbit", notes),
        up_mbit: table.speed("up_mbit", notes),
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
    table: &Table<'_, '_>,
    key: &'static str,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let Some(item) = table.item(key, notes) else {
        table.missing(key, notes);
        return None;
    };
    let id = item.text(notes)?;
    if key != "to" || id != "kanta" {
        ids.refer(&item.span, key, Kind::Point, &id);
    }
    Some(id)
}

/// `separate_route = false`, one table, or a list of tables.
fn separate_routes(
    table: &Table<'_, '_>,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<Claim<Vec<SeparateRoute>>> {
    let item = table.item("separate_route", notes)?;
    let items = match item.value {
        DeValue::Boolean(false) => return Some(Claim::Denied),
        DeValue::Table(_) => vec![item],
        DeValue::Array(_) => item.items(notes)?,
        _ => {
            return item.wrong(
                Text::new(
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, a list of such, or false",
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, luettelo sellaisia tai false",
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, en lista med sådana eller false",
                ),
                notes,
            );
        }
    };
    let mut routes = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        let from = table.item("from", notes);
        if from.is_none() {
            table.missing("from", notes);
        }
        let from = from.and_then(|item| {
            let id = item.text(notes)?;
            ids.refer(&item.span, "from", Kind::Link, &id);
            Some(id)
        });
        routes.push(SeparateRoute {
            from: from.unwrap_or_default(),
            confirmed_by: claim(&table, "confirmed_by", notes),
            on: table.date("on", notes),
        });
        table.close(notes);
    }
    Some(Claim::Stated(routes))
}
