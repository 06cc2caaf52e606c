//! Functions that give tables: the records of an index, the catalogue of requirements, the lines of audit logs.

mod audit;
mod catalogue;
mod records;

use std::fmt;
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, Int32Array, RecordBatch, RecordBatchOptions};
use datafusion::arrow::array::{AsArray, Date32Array, ListArray, StringArray};
use datafusion::arrow::datatypes::{Int64Type, Schema};
use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::DFSchema;
use datafusion::datasource::MemTable;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::context::SessionContext;
use datafusion::logical_expr::ColumnarValue;
use kanta_conformance::Date;
use kanta_text::{Language, Text};

use crate::decide::lists;
use crate::{Snapshots, time};

/// A function that gives a table, as its module states it.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) about: Text,
    pub(crate) usage: &'static str,
    make: fn(&Asked<'_>) -> Result<Arc<dyn TableProvider>>,
}

/// Every one, by its module.
pub(crate) fn all() -> impl Iterator<Item = &'static Table> {
    records::TABLES
        .iter()
        .chain(&catalogue::TABLES)
        .chain(&audit::TABLES)
}

pub(crate) fn register(context: &SessionContext, snapshots: &Snapshots) {
    for table in all() {
        let snapshots = snapshots.clone();
        context.register_udtf(table.name, Arc::new(Function { table, snapshots }));
    }
}

struct Function {
    table: &'static Table,
    snapshots: Snapshots,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.table.usage)
    }
}

impl TableFunctionImpl for Function {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let asked = Asked {
            table: self.table,
            arguments: constants(&args)?,
            snapshots: &self.snapshots,
        };
        (self.table.make)(&asked)
    }
}

/// The arguments worked out: they are constants, or functions of such.
fn constants(args: &TableFunctionArgs<'_, '_>) -> Result<Vec<ArrayRef>> {
    let nothing = DFSchema::empty();
    let one_row = RecordBatchOptions::new().with_row_count(Some(1));
    let row = RecordBatch::try_new_with_options(Arc::new(Schema::empty()), Vec::new(), &one_row)?;
    let exprs = args.exprs().iter();
    let values = exprs.map(|expr| {
        let made = args
            .session()
            .create_physical_expr(expr.clone(), &nothing)?;
        match made.evaluate(&row)? {
            ColumnarValue::Array(array) => Ok(array),
            ColumnarValue::Scalar(scalar) => scalar.to_array(),
        }
    });
    values.collect()
}

/// The arguments of one call.
struct Asked<'a> {
    table: &'static Table,
    arguments: Vec<ArrayRef>,
    snapshots: &'a Snapshots,
}

impl Asked<'_> {
    fn wrong(&self) -> DataFusionError {
        DataFusionError::Plan(format!("expected {}", self.table.usage))
    }

    /// A text that has to be there.
    fn text(&self, at: usize) -> Result<String> {
        let array = self.arguments.get(at).ok_or_else(|| self.wrong())?;
        let text = crate::coded::Coded::of_text(&ColumnarValue::Array(Arc::clone(array)), |it| {
            it.map(str::to_owned)
        })?;
        let text = text.get(0).cloned().flatten();
        text.ok_or_else(|| self.wrong())
    }

    fn day(&self, at: usize) -> Result<Date> {
        let array = self.arguments.get(at).ok_or_else(|| self.wrong())?;
        let days = time::days(&ColumnarValue::Array(Arc::clone(array)))?;
        let day = days.get(0).copied().flatten();
        day.ok_or_else(|| self.wrong())
    }

    fn number(&self, at: usize) -> Result<u16> {
        let array = self.arguments.get(at).ok_or_else(|| self.wrong())?;
        let array = array.as_primitive_opt::<Int64Type>();
        let number = array.filter(|array| array.is_valid(0));
        let number = number.and_then(|array| u16::try_from(array.value(0)).ok());
        number.ok_or_else(|| self.wrong())
    }

    /// The language; English where it is left out.
    fn language(&self, at: usize) -> Result<Language> {
        if self.arguments.get(at).is_none() {
            return Ok(Language::En);
        }
        Language::from_code(&self.text(at)?).ok_or_else(|| self.wrong())
    }

    /// Nothing stands behind the last argument.
    fn ends(&self, at: usize) -> Result<()> {
        if self.arguments.len() > at {
            return Err(self.wrong());
        }
        Ok(())
    }
}

/// A table of columns that are all there.
fn table(columns: Vec<(&str, ArrayRef)>) -> Result<Arc<dyn TableProvider>> {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns)?;
    let made = MemTable::try_new(batch.schema(), vec![vec![batch]])?;
    Ok(Arc::new(made))
}

/// A column of texts.
fn texts<T: AsRef<str>>(values: impl Iterator<Item = Option<T>>) -> ArrayRef {
    Arc::new(values.collect::<StringArray>())
}

/// A column of days.
fn days(values: impl Iterator<Item = Option<Date>>) -> ArrayRef {
    let days = values.map(|day| day.map(time::days_of));
    Arc::new(days.collect::<Date32Array>())
}

/// A column of counts.
fn counts(values: impl Iterator<Item = usize>) -> ArrayRef {
    let counts = values.map(|count| i32::try_from(count).ok());
    Arc::new(counts.collect::<Int32Array>())
}

/// A column of lists of texts.
fn text_lists(values: impl Iterator<Item = Vec<String>>) -> ArrayRef {
    let values: Vec<Option<Vec<String>>> = values.map(Some).collect();
    let lists: ListArray = lists(&values);
    Arc::new(lists)
}
