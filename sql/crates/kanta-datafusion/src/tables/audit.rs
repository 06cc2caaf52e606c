//! The lines of audit logs as a table: read as they are needed, and never more of them held than fit a batch.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use datafusion::arrow::array::{
    ArrayRef, ListBuilder, RecordBatch, StringBuilder, TimestampSecondBuilder, UInt64Builder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use datafusion::catalog::TableProvider;
use datafusion::catalog::streaming::StreamingTable;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::streaming::PartitionStream;
use kanta_admission::audit::{Line, RecordedDecision};
use kanta_cert::Moment;
use kanta_conformance::text;

use super::{Asked, Table};

pub(super) static TABLES: [Table; 1] = [Table {
    name: "kanta_audit",
    about: text! {
        en: "the lines of an audit log: of a file, or of the files of a folder; of a line that is none, why",
        fi: "auditointilokin rivit: tiedostosta tai kansion tiedostoista; rivistä, joka ei ole sellainen, syy",
        sv: "raderna i en granskningslogg: i en fil eller i en mapps filer; för en rad som inte är en sådan, varför",
    },
    usage: "kanta_audit(file)",
    make: audit,
}];

/// The longest line that is held.
const LONGEST: u64 = (1 << 20) + 1;
/// So many lines a batch.
const BATCH: usize = 1 << 12;
/// A file is read so often before somebody has to take what was read.
const AHEAD: usize = 2;

/// The columns that are texts.
const TEXTS: [&str; 17] = [
    "file",
    "reference",
    "decision",
    "peer",
    "system",
    "access_point",
    "source",
    "certificate_issuer",
    "certificate_serial",
    "certificate_sha256",
    "party",
    "service",
    "tenant",
    "unit",
    "index_version",
    "edition",
    "fault",
];

static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    let list = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
    let at = DataType::Timestamp(TimeUnit::Second, Some("UTC".into()));
    let mut fields = vec![
        Field::new("line", DataType::UInt64, true),
        Field::new("seq", DataType::UInt64, true),
        Field::new("at", at, true),
        Field::new("reasons", list.clone(), true),
        Field::new("questions", list, true),
    ];
    fields.extend(TEXTS.map(|name| Field::new(name, DataType::Utf8, true)));
    Arc::new(Schema::new(fields))
});

fn audit(asked: &Asked<'_>) -> Result<Arc<dyn TableProvider>> {
    asked.ends(1)?;
    let files = files(Path::new(&asked.text(0)?))?;
    let partition = |file| Arc::new(LogFile(file)) as Arc<dyn PartitionStream>;
    let partitions = files.into_iter().map(partition).collect();
    Ok(Arc::new(StreamingTable::try_new(
        Arc::clone(&SCHEMA),
        partitions,
    )?))
}

/// The file itself, or the files of a folder in the order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| {
        DataFusionError::Execution(format!("`{}` cannot be read: {error}", path.display()))
    };
    if !std::fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(failed)?;
    let entries = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = entries.collect::<Result<_, _>>().map_err(failed)?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// One file of a log.
#[derive(Debug)]
struct LogFile(PathBuf);

impl PartitionStream for LogFile {
    fn schema(&self) -> &SchemaRef {
        &SCHEMA
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let mut builder = RecordBatchReceiverStream::builder(Arc::clone(&SCHEMA), AHEAD);
        let (file, batches) = (self.0.clone(), builder.tx());
        builder.spawn_blocking(move || {
            let mut lines = Lines::open(&file)?;
            while let Some(batch) = lines.batch()? {
                // Nobody may want the rest.
                if batches.blocking_send(Ok(batch)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        builder.build()
    }
}

/// A file, read line by line.
struct Lines {
    name: String,
    input: BufReader<File>,
    line: Vec<u8>,
    number: u64,
}

impl Lines {
    fn open(file: &Path) -> Result<Self> {
        Ok(Self {
            name: file.display().to_string(),
            input: BufReader::with_capacity(1 << 16, File::open(file)?),
            line: Vec::new(),
            number: 0,
        })
    }

    /// The next line; false at the end. What is beyond the longest line is dropped.
    fn advance(&mut self) -> Result<bool> {
        self.line.clear();
        let read = (&mut self.input)
            .take(LONGEST)
            .read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(false);
        }
        self.number = self.number.saturating_add(1);
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
        } else {
            self.input.skip_until(b'\n')?;
        }
        Ok(true)
    }

    fn batch(&mut self) -> Result<Option<RecordBatch>> {
        let mut columns = Columns::default();
        let mut rows = 0_usize;
        while rows < BATCH && self.advance()? {
            if self.line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let line = Line::read(&self.line).map_err(|error| error.to_string());
            columns.push(&self.name, self.number, &line);
            rows = rows.saturating_add(1);
        }
        if rows == 0 {
            return Ok(None);
        }
        Ok(Some(columns.finish()?))
    }
}

#[derive(Default)]
struct Columns {
    line: UInt64Builder,
    seq: UInt64Builder,
    at: TimestampSecondBuilder,
    reasons: ListBuilder<StringBuilder>,
    questions: ListBuilder<StringBuilder>,
    texts: [StringBuilder; TEXTS.len()],
}

impl Columns {
    fn push(&mut self, file: &str, number: u64, line: &Result<Line, String>) {
        self.line.append_value(number);
        let read = line.as_ref().ok();
        self.seq.append_option(read.map(|line| line.seq));
        let at = read.and_then(|line| line.record.at.parse::<Moment>().ok());
        self.at.append_option(at.map(Moment::unix_seconds));
        let record = read.map(|line| &line.record);
        let reasons = record.map(|it| it.reasons.iter().map(|reason| reason.requirement.as_str()));
        append(&mut self.reasons, reasons);
        let questions = record.map(|it| it.questions.iter().map(String::as_str));
        append(&mut self.questions, questions);
        let kind = record.and_then(|it| serde_json::to_value(it.peer.kind).ok());
        let certificate = record.and_then(|it| it.peer.certificate.as_ref());
        let texts = [
            Some(file),
            read.map(|line| line.reference.as_str()),
            record.map(|it| match it.decision {
                RecordedDecision::Permit => "permit",
                RecordedDecision::Deny => "deny",
            }),
            kind.as_ref().and_then(|kind| kind.as_str()),
            record.and_then(|it| it.peer.system.as_deref()),
            record.and_then(|it| it.peer.access_point.as_deref()),
            record.map(|it| it.peer.source.as_str()),
            certificate.and_then(|it| it.issuer.as_deref()),
            certificate.map(|it| it.serial.as_str()),
            certificate.map(|it| it.sha256.as_str()),
            record.map(|it| it.subject.as_str()),
            record.map(|it| it.service.as_str()),
            record.and_then(|it| it.tenant.as_deref()),
            record.and_then(|it| it.service_unit.as_deref()),
            record.map(|it| it.rests_on.index.as_str()),
            record.and_then(|it| it.edition.as_deref()),
            line.as_ref().err().map(String::as_str),
        ];
        for (column, text) in self.texts.iter_mut().zip(texts) {
            column.append_option(text);
        }
    }

    fn finish(mut self) -> Result<RecordBatch> {
        let at = self.at.finish().with_timezone("UTC");
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.line.finish()),
            Arc::new(self.seq.finish()),
            Arc::new(at),
            Arc::new(self.reasons.finish()),
            Arc::new(self.questions.finish()),
        ];
        for mut texts in self.texts {
            columns.push(Arc::new(texts.finish()));
        }
        Ok(RecordBatch::try_new(Arc::clone(&SCHEMA), columns)?)
    }
}

fn append<'t>(
    lists: &mut ListBuilder<StringBuilder>,
    values: Option<impl Iterator<Item = &'t str>>,
) {
    let is_there = values.is_some();
    for value in values.into_iter().flatten() {
        lists.values().append_value(value);
    }
    lists.append(is_there);
}
