//! A log in files of bounded size, with its checkpoints in another place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use fs4::{FileExt, TryLockError};
use kanta_admission::audit::{Checkpoint, CheckpointError, Head, Line, Sink, SinkError, Verifier};
use kanta_cert::Moment;
use kanta_conformance::{Escaped, Language, Text, text};
use kanta_source::system_words;
use thiserror::Error;

use super::read::{LogReadError, verify_files};

/// So many octets of lines are written at once, at most.
const TOGETHER: usize = 1 << 18;

/// The longest file of checkpoints that is read.
const LONGEST: u64 = 1 << 26;
/// How long to wait for room on a disk before asking again.
const PAUSE: Duration = Duration::from_millis(50);

/// Where a log is, and how it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogFiles {
    /// The file that is written. Full ones stand beside it, named after it and the number of their last line, in 20
    /// digits: `audit.jsonl.00000000000000004096`.
    pub log: PathBuf,
    /// The file of checkpoints: best on another machine.
    pub checkpoints: PathBuf,
    /// A file is full when another line would make it larger than so many bytes; absent: never.
    pub rotate_at: Option<u64>,
    /// When what was written is forced to disk.
    pub sync: SyncPolicy,
}

impl LogFiles {
    /// A log that is never full, and is forced to disk at each checkpoint.
    #[must_use]
    pub fn new(log: impl Into<PathBuf>, checkpoints: impl Into<PathBuf>) -> Self {
        Self {
            log: log.into(),
            checkpoints: checkpoints.into(),
            rotate_at: None,
            sync: SyncPolicy::default(),
        }
    }
}

/// When what was written is forced to disk. Whatever a process wrote outlives its own end; only the end of the machine
/// takes what was not forced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SyncPolicy {
    /// At each line, before the decision can be acted on.
    EveryLine,
    /// At each checkpoint, before it is written, and when a file is full.
    #[default]
    EveryCheckpoint,
}

kanta_conformance::words! { SyncPolicy, "time to force a log to disk",
    EveryLine => "every-line",
    EveryCheckpoint => "every-checkpoint",
}

/// Why a log cannot be gone on with.
#[derive(Debug, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum OpenError {
    /// A file cannot be read or written.
    File {
        /// Which one.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file of checkpoints holds something else, or none while there are lines.
    Checkpoints {
        /// Which one.
        file: PathBuf,
        /// Why.
        error: CheckpointError,
    },
    /// The checkpoints are of another log.
    Origin(String),
    /// The log does not verify.
    Damaged(PathBuf),
    /// Another process writes it now: it holds the lock on this file.
    InUse(PathBuf),
}

impl OpenError {
    /// Why, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |text: Text| text.get(language);
        match self {
            Self::File { file, error } => {
                let why = system_words(&error.to_string(), language);
                format!("{}: {why}", named(file))
            }
            Self::Checkpoints { file, error } => {
                format!("{}: {}", named(file), error.message(language))
            }
            Self::Origin(origin) => {
                let words = text! {
                    en: "the checkpoints are of the log",
                    fi: "tarkistuspisteet ovat lokista",
                    sv: "kontrollpunkterna är från loggen",
                };
                format!("{} `{}`", say(words), Escaped(origin))
            }
            Self::Damaged(file) => {
                let words = text! {
                    en: "does not verify: it is not gone on from",
                    fi: "loki ei ole eheä: siitä ei jatketa",
                    sv: "loggen är inte hel: den fortsätts inte",
                };
                format!("{}: {}", named(file), say(words))
            }
            Self::InUse(file) => {
                let words = text! {
                    en: "another process writes this log",
                    fi: "toinen ohjelma kirjoittaa tätä lokia",
                    sv: "ett annat program skriver denna logg",
                };
                format!("{}: {}", named(file), say(words))
            }
        }
    }
}

/// Appends lines to a file, and checkpoints to another. One process at a time writes a log: it holds the lock on a file
/// beside the log, named after it with `.lock`, until it ends, however it ends.
#[derive(Debug)]
pub struct FileSink {
    /// Held, not written.
    _lock: File,
    origin: String,
    files: LogFiles,
    log: File,
    checkpoints: File,
    size: u64,
    /// A line was written in part: the next one begins on a line of its own.
    torn: bool,
    /// Lines that are written at once; kept for its memory.
    together: Vec<u8>,
}

/// The name of a file, safe to be shown.
fn named(file: &Path) -> String {
    Escaped(&file.display().to_string()).to_string()
}

impl FileSink {
    /// Opens a log to begin it, or to go on from where it ended. A log that does not verify is not gone on from; a line
    /// that a crash tore is left as it is.
    ///
    /// # Errors
    /// The files cannot be used.
    pub fn open(origin: &str, files: &LogFiles, now: Moment) -> Result<(Head, Self), OpenError> {
        let of = |file: &Path| {
            let file = file.to_owned();
            move |error| OpenError::File { file, error }
        };
        let lock = locked(&files.log)?;
        let text = text_of(&files.checkpoints).map_err(of(&files.checkpoints))?;
        let rotated = rotated(&files.log).map_err(of(&files.log))?;
        let size = match fs::metadata(&files.log) {
            Ok(file) => file.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => 0,
            Err(error) => return Err(of(&files.log)(error)),
        };
        let mut last = match rotated.last() {
            Some(last) if size == 0 => vec![last.clone()],
            _ => vec![files.log.clone()],
        };
        if size == 0 && rotated.is_empty() {
            last.clear();
        }
        let is_new = last.is_empty() && text.is_empty();
        let (head, end) = if is_new {
            (Head::empty(origin), 0)
        } else {
            Self::found(origin, files, &text, &last)?
        };
        let open = |path: &Path| append_to(path).map_err(of(path));
        let mut sink = Self {
            _lock: lock,
            origin: origin.to_owned(),
            files: files.clone(),
            log: open(&files.log)?,
            checkpoints: open(&files.checkpoints)?,
            size,
            torn: size > 0 && size > end,
            together: Vec::new(),
        };
        if is_new {
            // From here on nobody can take the whole log away unseen.
            let first = Checkpoint::new(origin, head, &now.to_string());
            let first = first.map_err(|error| OpenError::Checkpoints {
                file: files.checkpoints.clone(),
                error,
            })?;
            sink.keep(&first).map_err(of(&files.checkpoints))?;
        }
        Ok((head, sink))
    }

    fn found(
        origin: &str,
        files: &LogFiles,
        text: &str,
        last: &[PathBuf],
    ) -> Result<(Head, u64), OpenError> {
        let wrong = |error| OpenError::Checkpoints {
            file: files.checkpoints.clone(),
            error,
        };
        let checkpoints = Checkpoint::read_all(text).map_err(wrong)?;
        if let Some(other) = checkpoints.iter().find(|it| it.origin != origin) {
            return Err(OpenError::Origin(other.origin.clone()));
        }
        let verifier = Verifier::new(checkpoints).map_err(wrong)?;
        let (verified, end) = verify_files(verifier, last, |_| ())
            .map_err(|LogReadError { file, error }| OpenError::File { file, error })?;
        if !verified.is_whole() {
            let file = last.first().unwrap_or(&files.log);
            return Err(OpenError::Damaged(file.clone()));
        }
        Ok((verified.head, end))
    }

    /// Whether the file would be too long with so many octets more.
    fn is_full_with(&self, octets: usize) -> bool {
        let octets = u64::try_from(octets).unwrap_or(u64::MAX);
        let would_be = self.size.saturating_add(octets);
        self.files.rotate_at.is_some_and(|most| would_be > most)
    }

    fn keep(&mut self, checkpoint: &Checkpoint) -> io::Result<()> {
        self.log.sync_data()?;
        self.checkpoints
            .write_all(format!("{checkpoint}\n").as_bytes())?;
        self.checkpoints.sync_data()
    }

    /// Puts the full file aside, behind a checkpoint at its end, so that it can be verified without the others.
    fn rotate(&mut self, next: &[u8]) -> io::Result<()> {
        let wrong = |_| io::Error::from(ErrorKind::InvalidData);
        let text = next.strip_suffix(b"\n").unwrap_or(next);
        let line = Line::read(text).map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
        let head = Head {
            size: line.seq.saturating_sub(1),
            hash: line.before,
        };
        let checkpoint = Checkpoint::new(&self.origin, head, &line.record.at).map_err(wrong)?;
        self.keep(&checkpoint)?;
        let full = full(&self.files.log, head.size);
        fs::rename(&self.files.log, &full)?;
        self.log = match append_to(&self.files.log) {
            Ok(log) => log,
            Err(error) => {
                // What is written goes on in the file that is open: it bears its name again.
                fs::rename(&full, &self.files.log)?;
                return Err(error);
            }
        };
        self.size = 0;
        self.torn = false;
        Ok(())
    }

    /// All of these lines or, as far as the disk lets them be taken back, none of them.
    fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        if self.torn {
            self.log.write_all(b"\n")?;
            self.size = self.size.saturating_add(1);
        }
        self.torn = true;
        let written = self.log.write_all(lines);
        let forced = written.and_then(|()| match self.files.sync {
            SyncPolicy::EveryLine => self.log.sync_data(),
            SyncPolicy::EveryCheckpoint => Ok(()),
        });
        if forced.is_err() {
            self.torn = self.log.set_len(self.size).is_err();
            return forced;
        }
        self.torn = false;
        let length = u64::try_from(lines.len()).unwrap_or(u64::MAX);
        self.size = self.size.saturating_add(length);
        Ok(())
    }
}

impl Sink for FileSink {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        if self.size > 0 && self.is_full_with(line.len()) {
            // A file that cannot be put aside grows until it can.
            self.rotate(line).ok();
        }
        self.write(line).map_err(failed)
    }

    /// As many as fit into the file are written, and forced to disk, at once.
    fn append_some(&mut self, lines: &[&[u8]]) -> Result<usize, SinkError> {
        let mut together = std::mem::take(&mut self.together);
        together.clear();
        let mut count = 0_usize;
        for line in lines {
            let length = together.len().saturating_add(line.len());
            if length > TOGETHER || self.is_full_with(length) {
                break;
            }
            together.extend_from_slice(line);
            count = count.saturating_add(1);
        }
        let done = match (count, lines.first()) {
            (0..=1, Some(line)) => self.append(line).map(|()| 1),
            _ => self.write(&together).map_err(failed).map(|()| count),
        };
        self.together = together;
        done
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.keep(checkpoint).map_err(failed)
    }

    fn wait(&mut self) {
        std::thread::sleep(PAUSE);
    }
}

/// A disk without room may have some later.
fn failed(error: io::Error) -> SinkError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SinkError::Full,
        _ => SinkError::Failed(error.to_string()),
    }
}

/// The lock on a log, while nobody else holds it.
fn locked(log: &Path) -> Result<File, OpenError> {
    let mut name = log.as_os_str().to_owned();
    name.push(".lock");
    let name = PathBuf::from(name);
    let file = append_to(&name);
    let held = file.and_then(|file| match FileExt::try_lock(&file) {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    });
    match held {
        Ok(Some(file)) => Ok(file),
        Ok(None) => Err(OpenError::InUse(name)),
        Err(error) => Err(OpenError::File { file: name, error }),
    }
}

fn append_to(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(path)
}

fn text_of(path: &Path) -> io::Result<String> {
    let text = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(error),
        Ok(file) if file.len() > LONGEST => return Err(ErrorKind::FileTooLarge.into()),
        Ok(_) => fs::read_to_string(path)?,
    };
    Ok(text)
}

/// How a file is called that was full when it had that line.
fn full(log: &Path, last: u64) -> PathBuf {
    let mut name = log.as_os_str().to_owned();
    name.push(format!(".{last:020}"));
    name.into()
}

/// The full files of a log, in their order.
fn rotated(log: &Path) -> io::Result<Vec<PathBuf>> {
    let folder = match log.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let name = log.file_name().unwrap_or_default().to_string_lossy();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let other = path.file_name().unwrap_or_default().to_string_lossy();
        let ending = other
            .strip_prefix(&*name)
            .and_then(|it| it.strip_prefix('.'));
        let is_number = |it: &str| it.len() == 20 && it.bytes().all(|digit| digit.is_ascii_digit());
        if ending.is_some_and(is_number) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
