//! Tables in memory on their way to the scheduler, such as those that functions give.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use ballista_core::serde::BallistaLogicalExtensionCodec;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::ipc::reader::StreamReader;
use datafusion::arrow::ipc::writer::StreamWriter;
use datafusion::catalog::TableProvider;
use datafusion::common::TableReference;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::datasource::file_format::FileFormatFactory;
use datafusion::datasource::listing::ListingTable;
use datafusion::datasource::view::ViewTable;
use datafusion::datasource::{MemTable, source_as_provider};
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::TaskContext;
use datafusion::logical_expr::{Extension, LogicalPlan};
use datafusion_proto::logical_plan::LogicalExtensionCodec;

/// So many octets a table in memory may have: a whole query may have 16 MiB.
const LIMIT: usize = 8 << 20;

/// Ballista's codec, and tables in memory beside it. Functions travel by name, because nothing is written of them.
#[derive(Debug, Default)]
pub(crate) struct Tables(BallistaLogicalExtensionCodec);

impl LogicalExtensionCodec for Tables {
    fn try_decode(
        &self,
        octets: &[u8],
        inputs: &[LogicalPlan],
        context: &TaskContext,
    ) -> Result<Extension> {
        self.0.try_decode(octets, inputs, context)
    }

    fn try_encode(&self, node: &Extension, octets: &mut Vec<u8>) -> Result<()> {
        self.0.try_encode(node, octets)
    }

    fn try_decode_table_provider(
        &self,
        octets: &[u8],
        _: &TableReference,
        schema: SchemaRef,
        _: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        let reader = StreamReader::try_new(Cursor::new(octets), None)?;
        let batches = reader.collect::<Result<Vec<_>, _>>()?;
        Ok(Arc::new(MemTable::try_new(schema, vec![batches])?))
    }

    fn try_encode_table_provider(
        &self,
        name: &TableReference,
        table: Arc<dyn TableProvider>,
        octets: &mut Vec<u8>,
    ) -> Result<()> {
        let batches = held(name, table.as_ref())?;
        let mut writer = StreamWriter::try_new(octets, table.schema().as_ref())?;
        for batch in &batches {
            writer.write(batch)?;
        }
        writer.finish()?;
        Ok(())
    }

    fn try_decode_file_format(
        &self,
        octets: &[u8],
        context: &TaskContext,
    ) -> Result<Arc<dyn FileFormatFactory>> {
        self.0.try_decode_file_format(octets, context)
    }

    fn try_encode_file_format(
        &self,
        octets: &mut Vec<u8>,
        format: Arc<dyn FileFormatFactory>,
    ) -> Result<()> {
        self.0.try_encode_file_format(octets, format)
    }
}

/// The rows of a table in memory, if there are few enough of them.
fn held(name: &TableReference, table: &dyn TableProvider) -> Result<Vec<RecordBatch>> {
    let Some(table) = table.downcast_ref::<MemTable>() else {
        return Err(stays(name, "it is neither of files nor in memory"));
    };
    let mut all = Vec::new();
    let mut size = 0_usize;
    for partition in &table.batches {
        let Ok(batches) = partition.try_read() else {
            return Err(stays(name, "it is being written to"));
        };
        for batch in batches.iter() {
            size = size.saturating_add(batch.get_array_memory_size());
            all.push(batch.clone());
        }
    }
    if size > LIMIT {
        let why = format_args!("it holds {size} bytes, and at most {LIMIT} can");
        return Err(stays(name, why));
    }
    Ok(all)
}

fn stays(name: &TableReference, why: impl fmt::Display) -> DataFusionError {
    DataFusionError::NotImplemented(format!(
        "the table `{name}` cannot be sent to executors: {why}. Write it to a file of Parquet with `kanta-sql`, \
         `COPY (SELECT …) TO 'file.parquet'`, and ask that"
    ))
}

/// Whether every table of a plan is one of files, or in memory and small enough: those that are not are told by name.
pub(crate) fn every_table_travels(plan: &LogicalPlan) -> Result<()> {
    plan.apply_with_subqueries(|node| {
        if let LogicalPlan::TableScan(scan) = node {
            let table = source_as_provider(&scan.source)?;
            let is_written_out = table.is::<ListingTable>() || table.is::<ViewTable>();
            let describes = scan.table_name.schema() == Some("information_schema");
            if !is_written_out && !describes {
                held(&scan.table_name, table.as_ref())?;
            }
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(())
}
