//! What makes the functions known: to a session, or by name to whoever runs a part of a query.

use std::sync::Arc;

use datafusion::error::Result;
use datafusion::execution::context::SessionContext;
use datafusion::logical_expr::ScalarUDF;

use crate::function::{Definition, function};
use crate::{Snapshots, address, admit, certificate, decide, oid, pin, tables, time};

/// Every function, by its module.
pub(crate) fn definitions() -> impl Iterator<Item = &'static Definition> {
    oid::FUNCTIONS
        .iter()
        .chain(&address::FUNCTIONS)
        .chain(&time::FUNCTIONS)
        .chain(&pin::FUNCTIONS)
        .chain(&decide::FUNCTIONS)
        .chain(&admit::FUNCTIONS)
        .chain(&certificate::FUNCTIONS)
}

/// The functions, each by its name: for a registry of one's own, such as an executor's.
///
/// They travel by name. Client, scheduler and executor each register this same list.
#[must_use]
pub fn functions(snapshots: &Snapshots) -> Vec<Arc<ScalarUDF>> {
    let functions = definitions().map(|it| Arc::new(function(it, snapshots)));
    functions.collect()
}

/// Makes every function, and every function that gives a table, known to a session.
///
/// # Errors
/// The session takes no functions.
pub fn register(context: &SessionContext, snapshots: &Snapshots) -> Result<()> {
    for function in functions(snapshots) {
        context.register_udf(function.as_ref().clone());
    }
    tables::register(context, snapshots);
    Ok(())
}
