//! The scheduler and the executors, each with the functions.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::{default_config_producer, default_session_builder};
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::{create_scheduler, start_grpc_service_with_listener};
use datafusion::error::Result;
use datafusion::execution::SessionState;
use datafusion::prelude::SessionConfig;
use datafusion_proto::protobuf::{LogicalPlanNode, PhysicalPlanNode};
use kanta_datafusion::{Snapshots, register_functions};
use kanta_sql::Failure;
use tokio::net::{TcpListener, TcpStream};

use crate::args::{ExecutorArgs, SchedulerArgs};
use crate::tables::Tables;

/// A session of Ballista's with the functions: what the scheduler plans by, and of which executors take them.
fn session(config: SessionConfig, snapshots: &Snapshots) -> Result<SessionState> {
    let mut state = default_session_builder(config)?;
    register_functions(&mut state, snapshots)?;
    Ok(state)
}

/// Refuses an address that others reach, unless that is wanted.
fn among_trusted(address: SocketAddr, wanted: bool) -> Result<(), Failure> {
    if address.ip().is_loopback() || wanted {
        return Ok(());
    }
    Err(format!(
        "{address} can be reached by others, and whoever reaches it reads what executors read: \
         expected an address of the loopback, or --trusted-network"
    )
    .into())
}

pub(crate) async fn scheduler(args: &SchedulerArgs) -> Result<(), Failure> {
    among_trusted(args.bind, args.trusted_network)?;
    let failed = |error| format!("{}: {error}", args.bind);
    let listener = TcpListener::bind(args.bind).await.map_err(failed)?;
    let address = listener.local_addr()?;
    let snapshots = Snapshots::default();
    let config = SchedulerConfig {
        external_host: address.ip().to_string(),
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        // Executors ask for work: nobody has to reach them for it.
        scheduling_policy: TaskSchedulingPolicy::PullStaged,
        executor_timeout_seconds: args.patience,
        no_executors_grace_period_seconds: args.patience,
        expire_dead_executor_interval_seconds: 1,
        override_session_builder: Some(Arc::new(move |config| session(config, &snapshots))),
        override_logical_codec: Some(Arc::new(Tables::default())),
        ..SchedulerConfig::default()
    };
    config.validate()?;
    let cluster = BallistaCluster::new_from_config(&config).await?;
    let config = Arc::new(config);
    let scheduler = create_scheduler::<LogicalPlanNode, PhysicalPlanNode>(cluster, config).await?;
    writeln!(std::io::stdout(), "scheduler: {address}")?;
    tokio::select! {
        served = start_grpc_service_with_listener(listener, scheduler) => Ok(served?),
        ended = tokio::signal::ctrl_c() => Ok(ended?),
    }
}

pub(crate) async fn executor(args: &ExecutorArgs) -> Result<(), Failure> {
    among_trusted(args.bind, args.trusted_network)?;
    reach(args.scheduler).await?;
    let address = free(args.bind)?;
    let state = session(default_config_producer(), &Snapshots::default())?;
    let all = std::thread::available_parallelism().ok();
    let work = match &args.work {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            Some(folder.to_str().ok_or("the name of the folder is no text")?)
        }
        None => None,
    };
    let config = ExecutorProcessConfig {
        bind_host: address.ip().to_string(),
        external_host: Some(address.ip().to_string()),
        port: address.port(),
        scheduler_host: args.scheduler.ip().to_string(),
        scheduler_port: args.scheduler.port(),
        vcores: args.threads.or(all).map_or(1, std::num::NonZero::get),
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        work_dir: work.map(str::to_owned),
        memory_pool_size: Some(u64::try_from(args.memory)?),
        // What is not in it is not known: it is that of a whole session.
        override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state))),
        override_logical_codec: Some(Arc::new(Tables::default())),
        ..ExecutorProcessConfig::default()
    };
    writeln!(std::io::stdout(), "executor: {address}")?;
    let failed = |error| format!("{}: {error}", args.scheduler);
    Ok(start_executor_process(Arc::new(config))
        .await
        .map_err(failed)?)
}

/// Waits for a scheduler that was started a moment ago, and names it where there is none.
pub(crate) async fn reach(scheduler: SocketAddr) -> Result<(), Failure> {
    let mut left = ATTEMPTS;
    loop {
        match TcpStream::connect(scheduler).await {
            Ok(_) => return Ok(()),
            Err(error) if left == 0 => {
                return Err(format!("no scheduler at {scheduler}: {error}").into());
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
        left = left.saturating_sub(1);
    }
}

/// So often, and so long after each other, a scheduler is looked for.
const ATTEMPTS: u32 = 40;
const PAUSE: Duration = Duration::from_millis(100);

/// An address with a port that is free, where none is named.
fn free(address: SocketAddr) -> Result<SocketAddr, Failure> {
    if address.port() != 0 {
        return Ok(address);
    }
    let failed = |error| format!("{address}: {error}");
    let listener = std::net::TcpListener::bind(address).map_err(failed)?;
    Ok(listener.local_addr()?)
}
