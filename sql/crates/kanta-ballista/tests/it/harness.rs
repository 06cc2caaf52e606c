//! A scheduler and executors as processes of their own, and the answers of both ways.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::prelude::SessionContext;
use kanta_datafusion::{Snapshots, register};

/// The longest that anything may take.
const LONGEST: Duration = Duration::from_secs(180);

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanta-ballista"));
    command.args(words).stdin(Stdio::null());
    command
}

/// A process that says where it listens; it ends with the test.
pub(crate) struct Process {
    child: Child,
    pub(crate) address: String,
    _output: BufReader<ChildStdout>,
}

impl Process {
    fn start(words: &[&str]) -> Self {
        let mut command = command(words);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let address = line.split(": ").nth(1);
        let address = address.unwrap_or_else(|| panic!("{words:?}: {line}"));
        Self {
            address: address.trim().to_owned(),
            child,
            _output: output,
        }
    }

    /// Ends it at once, without a word to anybody.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A scheduler and its executors.
pub(crate) struct Cluster {
    pub(crate) scheduler: Process,
    pub(crate) executors: Vec<Process>,
    folder: tempfile::TempDir,
}

impl Cluster {
    /// Executors of one thread each.
    pub(crate) fn of(executors: usize) -> Self {
        Self::with(executors, 1)
    }

    /// Executors of so many threads each.
    pub(crate) fn with(executors: usize, threads: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let words = ["scheduler", "--bind", "127.0.0.1:0", "--patience", "8"];
        let scheduler = Process::start(&words);
        let executors = (0..executors).map(|number| {
            let work = folder.path().join(number.to_string());
            Process::start(&[
                "executor",
                "--scheduler",
                &scheduler.address,
                "--threads",
                &threads.to_string(),
                "--memory",
                "256M",
                "--work",
                work.to_str().unwrap(),
            ])
        });
        let executors = executors.collect();
        Self {
            scheduler,
            executors,
            folder,
        }
    }

    /// Whether an executor has written something of a query.
    pub(crate) fn has_worked(&self, executor: usize) -> bool {
        let folder = self.folder.path().join(executor.to_string());
        files(&folder) > 0
    }

    fn query(&self, world: &World, sql: &str) -> Command {
        let [log, attempts] = [&world.log, &world.attempts].map(|it| it.to_str().unwrap());
        command(&[
            "query",
            "--scheduler",
            &self.scheduler.address,
            "--index",
            world.index.to_str().unwrap(),
            "--table",
            &format!("log={log}"),
            "--table",
            &format!("attempts={attempts}"),
            "--partitions",
            "4",
            "--format",
            "json",
            sql,
        ])
    }

    /// Begins a query.
    pub(crate) fn begin(&self, world: &World, sql: &str) -> Query {
        let mut command = self.query(world, sql);
        let output = world.folder.path().join("answer.jsonl");
        let written = fs::File::create(&output).unwrap();
        command.stdout(written).stderr(Stdio::piped());
        Query {
            child: command.spawn().unwrap(),
            output,
        }
    }

    /// The rows of an answer as lines, in order.
    pub(crate) fn ask(&self, world: &World, sql: &str) -> Vec<String> {
        self.begin(world, sql).rows(sql)
    }

    /// What is said when it fails, which it has to.
    pub(crate) fn refused(&self, world: &World, sql: &str) -> String {
        let (code, _, error) = self.begin(world, sql).end(sql);
        assert_eq!(code, Some(2), "{sql}: {error}");
        error
    }
}

/// How many files there are in a folder and below.
fn files(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .map(|path| if path.is_dir() { files(&path) } else { 1 })
        .sum()
}

/// A query that was begun.
pub(crate) struct Query {
    child: Child,
    output: PathBuf,
}

impl Query {
    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    fn end(mut self, sql: &str) -> (Option<i32>, String, String) {
        let began = Instant::now();
        while self.is_running() {
            if began.elapsed() > LONGEST {
                self.child.kill().unwrap();
                panic!("no answer in {LONGEST:?}: {sql}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let Output { status, stderr, .. } = self.child.wait_with_output().unwrap();
        let output = fs::read_to_string(self.output).unwrap();
        let error = String::from_utf8_lossy(&stderr).into_owned();
        (status.code(), output, error)
    }

    /// The rows as lines, in order; it has to succeed.
    pub(crate) fn rows(self, sql: &str) -> Vec<String> {
        let (code, output, error) = self.end(sql);
        assert_eq!(code, Some(0), "{sql}: {error}");
        in_order(&output)
    }
}

fn in_order(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

/// Runs a command to its end, which has to be a failure.
pub(crate) fn fails(words: &[&str]) -> String {
    let output = command(words).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{words:?}: {error}");
    error
}

/// A log in several files, attempts with certificates, and what both rest on.
pub(crate) struct World {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) log: PathBuf,
    pub(crate) attempts: PathBuf,
    pub(crate) index: PathBuf,
    /// The index of the attempts, and what is trusted.
    pub(crate) example: PathBuf,
    pub(crate) trust: PathBuf,
}

impl World {
    pub(crate) fn of(files: u64, lines: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let log = path.join("log");
        for seed in 1..=files {
            let part = path.join("part");
            kanta_sql::generate(lines, seed, 60, &part).unwrap();
            fs::create_dir_all(&log).unwrap();
            let file = log.join(format!("part-{seed}.parquet"));
            fs::rename(part.join("log/part-00000.parquet"), file).unwrap();
        }
        let chain =
            kanta_testkit::chain().with_end_entity(|it| it.certificate_serial(&[0x4f, 0x2a, 0x01]));
        let trust = path.join("trust.pem");
        fs::write(&trust, chain.trust_pem()).unwrap();
        let example = path.join("index.toml");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../examples/data/index.toml");
        fs::copy(root, &example).unwrap();
        let attempts = path.join("attempts.jsonl");
        fs::write(&attempts, self::attempts(&chain.end_entity.pem())).unwrap();
        Self {
            index: path.join("part/index.jsonl"),
            log,
            attempts,
            example,
            trust,
            folder,
        }
    }

    /// The rows of an answer in one process, in order.
    pub(crate) fn ask(&self, sql: &str) -> Vec<String> {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let context = SessionContext::new();
            register(&context, &Snapshots::with_index(&self.index).unwrap()).unwrap();
            for (name, path) in [("log", &self.log), ("attempts", &self.attempts)] {
                kanta_sql::add_table(&context, name, path).await.unwrap();
            }
            let batches = context.sql(sql).await.unwrap().collect().await.unwrap();
            let mut writer = LineDelimitedWriter::new(Vec::new());
            for batch in &batches {
                writer.write(batch).unwrap();
            }
            writer.finish().unwrap();
            in_order(&String::from_utf8(writer.into_inner()).unwrap())
        })
    }
}

/// Attempts that are admitted, that are not, and that cannot be read.
fn attempts(certificate: &str) -> String {
    let mut lines = String::new();
    for certificate in [certificate, "none"] {
        for source in ["192.31.196.7", "192.31.196.8", "here"] {
            for party in ["clinic", "1.2.246.10.12345671.10.0", "nobody"] {
                for service in ["prescription", "imaging", "nothing"] {
                    let line = serde_json::json!({
                        "certificate": certificate, "source": source, "party": party,
                        "service": service, "at": "2025-12-01T12:00:00+02:00",
                    });
                    lines.push_str(&line.to_string());
                    lines.push('\n');
                }
            }
        }
    }
    lines
}
