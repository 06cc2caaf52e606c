//! What makes the functions known: to a session, or by name to whoever runs a part of a query.

use std::sync::Arc;

use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::execution::context::SessionContext;
use datafusion::logical_expr::ScalarUDF;

use crate::function::{Definition, function};
use crate::{Snapshots, address, admit, aggregate, certificate, decide, oid, pin, tables, time};

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

/// The functions of single rows, each by its name.
#[must_use]
pub fn functions(snapshots: &Snapshots) -> Vec<Arc<ScalarUDF>> {
    let functions = definitions().map(|it| Arc::new(function(it, snapshots)));
    functions.collect()
}

/// Makes the functions of rows and of groups known to a registry, such as the session of a scheduler or an executor.
///
/// They travel by name: client, scheduler and executor each register this same list. Functions that give tables are not
/// among them: they run where a query is planned.
///
/// # Errors
/// The registry takes no functions.
pub fn register_functions(
    registry: &mut dyn FunctionRegistry,
    snapshots: &Snapshots,
) -> Result<()> {
    for function in functions(snapshots) {
        registry.register_udf(function)?;
    }
    for function in aggregate::aggregates(snapshots) {
        registry.register_udaf(Arc::new(function))?;
    }
    Ok(())
}

/// Makes every function, and every function that gives a table, known to a session.
///
/// # Errors
/// The session takes no functions.
pub fn register(context: &SessionContext, snapshots: &Snapshots) -> Result<()> {
    let state = context.state_ref();
    register_functions(&mut *state.write(), snapshots)?;
    tables::register(context, snapshots);
    Ok(())
}
