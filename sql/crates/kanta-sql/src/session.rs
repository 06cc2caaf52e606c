//! The session of a query: its memory, its folder to spill into, the functions, and tables of files and folders.

use std::path::Path;
use std::sync::Arc;

use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::{FairSpillPool, TrackConsumersPool};
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use kanta_datafusion::Snapshots;

use crate::Failure;
use crate::args::Engine;

/// So many consumers of memory are named when there is none left.
const NAMED: std::num::NonZeroUsize = std::num::NonZeroUsize::MIN;

/// Kept for merging what a sort has spilled, at most.
const MERGING: usize = 10 << 20;

/// A session with the functions.
pub(crate) fn session(engine: &Engine, index: Option<&Path>) -> Result<SessionContext, Failure> {
    let pool = TrackConsumersPool::new(FairSpillPool::new(engine.memory), NAMED);
    let mut disk = DiskManagerBuilder::default();
    if let Some(folder) = &engine.spill {
        std::fs::create_dir_all(folder)?;
        disk = disk.with_mode(DiskManagerMode::Directories(vec![folder.clone()]));
    }
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(pool))
        .with_disk_manager_builder(disk)
        .build_arc()?;
    let config = SessionConfig::new()
        .with_target_partitions(engine.threads())
        .with_sort_spill_reservation_bytes((engine.memory / 32).min(MERGING))
        .with_information_schema(true);
    let context = SessionContext::new_with_config_rt(config, runtime).enable_url_table();
    let snapshots = match index {
        Some(index) => Snapshots::with_index(index)?,
        None => Snapshots::default(),
    };
    kanta_datafusion::register(&context, &snapshots)?;
    Ok(context)
}

/// What a file is, by its ending.
fn format_of(path: &Path) -> Option<(Arc<dyn FileFormat>, String)> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let format: Arc<dyn FileFormat> = match ending.as_str() {
        "parquet" => Arc::new(ParquetFormat::default()),
        "csv" => Arc::new(CsvFormat::default().with_has_header(true)),
        "jsonl" | "json" | "ndjson" => Arc::new(JsonFormat::default()),
        _ => return None,
    };
    Some((format, format!(".{ending}")))
}

/// The first file of a folder, or of the folders in it, that is one of a table.
fn first_file(folder: &Path) -> Result<Option<std::path::PathBuf>, Failure> {
    let mut entries = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    entries.sort();
    for entry in &entries {
        if entry.is_file() && format_of(entry).is_some() {
            return Ok(Some(entry.clone()));
        }
    }
    for entry in entries.iter().filter(|entry| entry.is_dir()) {
        if let Some(file) = first_file(entry)? {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

/// Makes a file, or the files of a folder that are of one form, known as a table.
///
/// # Errors
/// There is no such file, or it cannot be read.
pub async fn add_table(context: &SessionContext, name: &str, path: &Path) -> Result<(), Failure> {
    let nothing = || format!("{}: no file of Parquet, CSV or JSON Lines", path.display());
    let failed = |error: Failure| Failure::from(format!("{}: {error}", path.display()));
    let sample = if path.is_dir() {
        first_file(path).map_err(failed)?.ok_or_else(nothing)?
    } else {
        path.to_owned()
    };
    let (format, ending) = format_of(&sample).ok_or_else(nothing)?;
    let state = context.state();
    let absolute = std::path::absolute(path)?;
    let mut location = absolute.display().to_string();
    if path.is_dir() {
        location.push('/');
    }
    let table = async {
        let url = ListingTableUrl::parse(&location)?;
        let options = ListingOptions::new(format).with_file_extension(ending);
        let schema = options.infer_schema(&state, &url).await?;
        let config = ListingTableConfig::new(url)
            .with_listing_options(options)
            .with_schema(schema);
        ListingTable::try_new(config)
    };
    let table = table.await.map_err(|error| failed(error.into()))?;
    context.register_table(name, Arc::new(table))?;
    Ok(())
}
