//! The client: statements, planned here and worked on by executors.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use ballista_core::extension::{SessionConfigExt, SessionStateExt};
use ballista_core::planner::BallistaQueryPlanner;
use datafusion::catalog::Session;
use datafusion::error::Result;
use datafusion::execution::SessionStateBuilder;
use datafusion::execution::context::QueryPlanner;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::protobuf::LogicalPlanNode;
use kanta_datafusion::{Snapshots, register};
use kanta_sql::{Failure, add_table, statements};

use crate::args::QueryArgs;
use crate::cluster::reach;
use crate::tables::{Tables, every_table_travels};

pub(crate) async fn run(args: &QueryArgs) -> Result<(), Failure> {
    let text = match (&args.statements, &args.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => {
            std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?
        }
        (None, None) => return Err("no statement".into()),
    };
    reach(args.scheduler).await?;
    let context = session(args)?;
    for (name, path) in &args.table {
        add_table(&context, name, path).await?;
    }
    statements(&context, &text, args.format).await
}

/// A session whose queries go to the scheduler, with the functions.
fn session(args: &QueryArgs) -> Result<SessionContext, Failure> {
    let url = format!("http://{}", args.scheduler);
    let codec = Arc::new(Tables::default());
    // Planned anew after each stage, columns that are dictionaries are read from other executors as plain text, and a query that
    // sorts by them fails: so it is planned once.
    let config = SessionConfig::new_with_ballista()
        .with_ballista_adaptive_query_planner(false)
        .with_target_partitions(usize::from(args.partitions.get()))
        .with_ballista_logical_extension_codec(codec.clone());
    let ballista = config.ballista_config();
    let planner = BallistaQueryPlanner::with_extension(url.clone(), ballista, codec);
    let state = SessionStateBuilder::new()
        .with_default_features()
        .with_config(config.with_ballista_query_planner(Arc::new(Planner(planner))))
        .build()
        .upgrade_for_ballista(url)?;
    let context = SessionContext::new_with_state(state).enable_url_table();
    let snapshots = match &args.index {
        Some(index) => Snapshots::with_index(&everywhere(index)?)?,
        None => Snapshots::default(),
    };
    // Last, because the upgrade puts Ballista's own functions in the place of all others.
    register(&context, &snapshots)?;
    Ok(context)
}

/// A path that is the same in every folder.
fn everywhere(path: &Path) -> Result<std::path::PathBuf, Failure> {
    Ok(std::path::absolute(path)?)
}

/// Ballista's planner; what cannot travel is told before it is tried.
#[derive(Debug)]
struct Planner(BallistaQueryPlanner<LogicalPlanNode>);

#[async_trait]
impl QueryPlanner for Planner {
    async fn create_physical_plan(
        &self,
        plan: &LogicalPlan,
        session: &dyn Session,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        every_table_travels(plan)?;
        self.0.create_physical_plan(plan, session).await
    }
}
