//! `kanta-sql report`: the standing questions to a log, answered in one go.

use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::datatypes::{DataType, Int64Type, UInt64Type};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::functions_nested::expr_fn::array_to_string;
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionContext, col, lit};
use kanta_conformance::Language;

use crate::args::{Engine, ReportArgs};
use crate::questions::{COLUMNS, OPTIONAL, Question, questions};
use crate::session::{add_table, session};
use crate::{Failure, page, words};

/// An answer, as much of it as is shown.
pub(crate) struct Answer {
    pub(crate) question: Question,
    pub(crate) header: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
    /// How many rows it has.
    pub(crate) whole: usize,
}

pub(crate) async fn run(engine: &Engine, args: &ReportArgs) -> Result<(), Failure> {
    let started = Instant::now();
    let context = session(engine, Some(&args.index))?;
    view(&context, args).await?;
    let room = tempfile::tempdir()?;
    let folder = args.out.as_deref().unwrap_or(room.path());
    std::fs::create_dir_all(folder)?;
    let ends = args.day.map(|day| (day, args.days));
    let mut answers = Vec::new();
    for question in questions(ends, args.lang) {
        let answer = answer(&context, question, folder, args).await?;
        if args.html.is_none() || args.out.is_none() {
            tell(&answer, args.lang)?;
        }
        answers.push(answer);
    }
    if let Some(file) = &args.html {
        let text = page::page(&answers, args.lang);
        std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let lines = answers
        .first()
        .and_then(|it| it.rows.first()?.first().cloned());
    let lines: u64 = lines.and_then(|it| it.parse().ok()).unwrap_or(0);
    let passed = started.elapsed().as_secs_f64();
    writeln!(io::stderr(), "{}", words::rate(lines, passed, args.lang))?;
    Ok(())
}

/// The view `log`, of the columns that questions name.
async fn view(context: &SessionContext, args: &ReportArgs) -> Result<(), Failure> {
    let given = if args.audit {
        let path = args.log.display().to_string().replace('\'', "''");
        context
            .sql(&format!(
                "SELECT * FROM kanta_audit('{path}') WHERE fault IS NULL"
            ))
            .await?
    } else {
        add_table(context, "given", &args.log).await?;
        context.table("given").await?
    };
    let has = |name: &str| given.schema().has_column_with_unqualified_name(name);
    let absent: Vec<_> = COLUMNS.into_iter().filter(|name| !has(name)).collect();
    if !absent.is_empty() {
        let (log, absent) = (args.log.display(), absent.join(", "));
        return Err(format!("{log}: no column {absent}: expected {}", COLUMNS.join(", ")).into());
    }
    let mut columns: Vec<_> = COLUMNS.into_iter().map(col).collect();
    for name in OPTIONAL {
        columns.push(if has(name) {
            col(name)
        } else {
            lit(datafusion::scalar::ScalarValue::Utf8(None)).alias(name)
        });
    }
    let view = given.select(columns)?.into_view();
    context.register_table("log", view)?;
    Ok(())
}

/// Answers a question into a file, of which as much is read again as is shown.
async fn answer(
    context: &SessionContext,
    question: Question,
    folder: &Path,
    args: &ReportArgs,
) -> Result<Answer, Failure> {
    let file = folder.join(format!("{}.parquet", question.name));
    let name = file.to_str().ok_or("the name of the folder is no text")?;
    let failed = |error| format!("{}: {error}", question.name);
    let asked = context.sql(&question.sql).await.map_err(failed)?;
    let options = DataFrameWriteOptions::new().with_single_file_output(true);
    let written = asked
        .write_parquet(name, options, None)
        .await
        .map_err(failed)?;
    let read = context
        .read_parquet(name, ParquetReadOptions::default())
        .await?;
    let shown = read.limit(0, Some(args.rows))?;
    let header = header(&shown);
    let batches = shown.collect().await?;
    Ok(Answer {
        header,
        rows: rows(&batches)?,
        whole: count(&written),
        question,
    })
}

fn header(shown: &DataFrame) -> Vec<&'static str> {
    let fields = shown.schema().fields().iter();
    fields.map(|field| words::column(field.name())).collect()
}

/// How many rows were written.
fn count(written: &[RecordBatch]) -> usize {
    let first = written.first().filter(|batch| batch.num_rows() > 0);
    let column = first.and_then(|batch| batch.columns().first());
    let unsigned = column.and_then(|it| it.as_primitive_opt::<UInt64Type>());
    let signed = column.and_then(|it| it.as_primitive_opt::<Int64Type>());
    unsigned
        .and_then(|it| usize::try_from(it.value(0)).ok())
        .or_else(|| usize::try_from(signed?.value(0)).ok())
        .unwrap_or(0)
}

/// The cells as text; what is absent is empty.
fn rows(batches: &[RecordBatch]) -> Result<Vec<Vec<String>>, Failure> {
    let options = FormatOptions::new().with_timestamp_tz_format(Some("%Y-%m-%d %H:%M:%SZ"));
    let mut rows = Vec::new();
    for batch in batches {
        let columns = batch.columns().iter();
        let cells = columns.map(|column| ArrayFormatter::try_new(column.as_ref(), &options));
        let cells = cells.collect::<Result<Vec<_>, _>>()?;
        for row in 0..batch.num_rows() {
            rows.push(
                cells
                    .iter()
                    .map(|cell| cell.value(row).to_string())
                    .collect(),
            );
        }
    }
    Ok(rows)
}

/// Lists as words with blanks between, for forms that have no lists.
pub(crate) fn plain(frame: DataFrame) -> Result<DataFrame, Failure> {
    let fields = frame.schema().fields().iter();
    let columns = fields.map(|field| {
        let column = datafusion::prelude::ident(field.name());
        match field.data_type() {
            DataType::List(_) => array_to_string(column, lit(" ")).alias(field.name()),
            _ => column,
        }
    });
    let columns: Vec<_> = columns.collect();
    Ok(frame.select(columns)?)
}

/// An answer as a table for people.
fn tell(answer: &Answer, language: Language) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n{}", answer.question.title.get(language))?;
    writeln!(out, "  {}", answer.question.about.get(language))?;
    if answer.whole == 0 {
        writeln!(out, "  {}", words::NONE.get(language))?;
        return Ok(());
    }
    let widths = (0..answer.header.len()).map(|at| {
        let cells = answer.rows.iter().filter_map(|row| row.get(at));
        let cells = cells.map(|cell| cell.chars().count());
        let header = answer
            .header
            .get(at)
            .map_or(0, |it| words::told(it, language).chars().count());
        cells.chain([header]).max().unwrap_or(0)
    });
    let widths: Vec<usize> = widths.collect();
    let mut line = |cells: &[String]| -> io::Result<()> {
        let mut text = String::from("  ");
        for (cell, width) in cells.iter().zip(&widths) {
            text.push_str(&format!("{cell:width$}  "));
        }
        writeln!(out, "{}", text.trim_end())
    };
    let header = answer
        .header
        .iter()
        .map(|it| words::told(it, language).to_owned());
    line(&header.collect::<Vec<_>>())?;
    for row in &answer.rows {
        line(row)?;
    }
    let rest = answer.whole.saturating_sub(answer.rows.len());
    if rest > 0 {
        writeln!(out, "  {}", words::more(rest, language))?;
    }
    Ok(())
}
