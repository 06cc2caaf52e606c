//! Statements, one after another, and their answers as they come.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, StringArray};
use datafusion::arrow::csv::WriterBuilder;
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::SessionContext;
use datafusion::sql::parser::DFParser;

use crate::Failure;
use crate::args::{Args, Form};
use crate::session::{add_table, session};

pub(crate) async fn run(args: &Args) -> Result<(), Failure> {
    let context = session(&args.engine, args.index.as_deref())?;
    for (name, path) in &args.table {
        add_table(&context, name, path).await?;
    }
    let text = match (&args.command_text, &args.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => {
            std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?
        }
        (None, None) if io::stdin().is_terminal() => return talk(&context, args.format).await,
        (None, None) => io::read_to_string(io::stdin())?,
    };
    statements(&context, &text, args.format).await
}

/// Statements as they are typed; one that fails ends nothing.
async fn talk(context: &SessionContext, form: Form) -> Result<(), Failure> {
    let mut text = String::new();
    loop {
        write!(
            io::stdout(),
            "{}",
            if text.is_empty() { "> " } else { ". " }
        )?;
        io::stdout().flush()?;
        if io::stdin().lock().read_line(&mut text)? == 0 {
            return Ok(());
        }
        if text.trim_end().ends_with(';') {
            if let Err(error) = statements(context, &text, form).await {
                writeln!(io::stderr(), "error: {error}")?;
            }
            text.clear();
        }
    }
}

/// Answers statements, one after another, on standard output.
///
/// # Errors
/// One of them fails, or nobody takes the answer.
pub async fn statements(context: &SessionContext, text: &str, form: Form) -> Result<(), Failure> {
    for statement in DFParser::parse_sql(text)? {
        let plan = context.state().statement_to_plan(statement).await?;
        let frame = context.execute_logical_plan(plan).await?;
        match form {
            Form::Table => {
                let schema = Arc::new(frame.schema().as_arrow().clone());
                let mut batches = frame.collect().await?;
                if batches.is_empty() {
                    batches.push(RecordBatch::new_empty(schema));
                }
                writeln!(io::stdout(), "{}", pretty_format_batches(&batches)?)?;
            }
            Form::Csv => {
                let mut writer = WriterBuilder::new().build(io::stdout().lock());
                let frame = crate::report::plain(frame)?;
                let batches = frame.collect().await?;
                for batch in &batches {
                    writer.write(&flat(batch)?)?;
                }
            }
            Form::Json => {
                let batches = frame.collect().await?;
                let mut writer = LineDelimitedWriter::new(io::stdout().lock());
                for batch in &batches {
                    writer.write(batch)?;
                }
                writer.finish()?;
            }
        }
    }
    Ok(())
}

/// Whatever is left that has parts, such as a map of counts, as one text.
fn flat(batch: &RecordBatch) -> Result<RecordBatch, Failure> {
    let options = FormatOptions::default();
    let fields = batch.schema_ref().fields().iter();
    let columns = fields.zip(batch.columns()).map(|(field, column)| {
        let column = if field.data_type().is_nested() {
            let cells = ArrayFormatter::try_new(column.as_ref(), &options)?;
            let cell = |row| column.is_valid(row).then(|| cells.value(row).to_string());
            let texts: StringArray = (0..column.len()).map(cell).collect();
            Arc::new(texts)
        } else {
            Arc::clone(column)
        };
        Ok::<_, Failure>((field.name(), column, true))
    });
    let columns = columns.collect::<Result<Vec<(_, ArrayRef, _)>, _>>()?;
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}
