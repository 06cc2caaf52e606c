//! What does not fit into memory goes to disk, and what may not go there is an error.

use std::sync::Arc;

use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use kanta_datafusion::{Snapshots, register};

use crate::harness::{ask, example};

fn session(memory: usize, disk: DiskManagerMode) -> SessionContext {
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(FairSpillPool::new(memory)))
        .with_disk_manager_builder(DiskManagerBuilder::default().with_mode(disk))
        .build_arc()
        .unwrap();
    let config = SessionConfig::new()
        .with_target_partitions(1)
        .with_batch_size(1024)
        .with_sort_spill_reservation_bytes(2 << 20);
    let context = SessionContext::new_with_config_rt(config, runtime);
    register(&context, &Snapshots::with_index(&example()).unwrap()).unwrap();
    context
}

const MEMORY: usize = 24 << 20;

/// Decisions by something long that no request shares with another: some sixty megabytes of it.
const GROUPED: &str = "SELECT count(*), sum(permitted) FROM (SELECT name, \
    count(*) FILTER (WHERE kanta_decide(kanta_index(), 'clinic', 'clinic-ap', service, DATE '2025-12-01')) AS permitted \
    FROM (SELECT repeat(CAST(value AS VARCHAR), 100) AS name, \
    CASE WHEN value % 4 = 0 THEN 'imaging' ELSE 'prescription' END AS service FROM range(100000, 200000)) \
    GROUP BY name)";

#[tokio::test]
async fn what_does_not_fit_goes_to_disk() {
    let context = session(MEMORY, DiskManagerMode::OsTmpDirectory);
    let rows = ask(&context, GROUPED).await.unwrap();
    assert_eq!(rows, [["100000", "75000"]]);
}

#[tokio::test]
async fn without_a_disk_it_is_an_error_that_names_the_lack() {
    let context = session(MEMORY, DiskManagerMode::Disabled);
    let error = ask(&context, GROUPED).await.unwrap_err();
    let text = error.strip_backtrace();
    assert!(text.contains("Resources exhausted"), "{text}");
}
