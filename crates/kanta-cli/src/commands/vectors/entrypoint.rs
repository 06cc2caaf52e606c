//! A program that answers, line by line, and never makes anybody wait for longer than was said.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread;
use std::time::Duration;

use kanta_report::view::Became;

/// The most bytes of one answer.
const LONGEST: u64 = 1 << 20;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// It took too long.
    TimedOut,
    /// The program has ended, or closed its output.
    Ended,
    /// The line is longer than an answer may be.
    TooLong,
    /// The program was started as often as it may be.
    GivenUp,
}

impl From<Silence> for Became {
    fn from(silence: Silence) -> Self {
        match silence {
            Silence::TimedOut => Self::TimedOut,
            Silence::Ended => Self::Ended,
            Silence::TooLong => Self::TooLong,
            Silence::GivenUp => Self::GivenUp,
        }
    }
}

/// Why a program does not run.
pub(super) enum NotStarted {
    /// No word names it.
    NoProgram,
    /// The system does not start it.
    Io(io::Error),
}

impl From<io::Error> for NotStarted {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A running program. Its input and its output belong to a thread each, so that neither a full pipe nor a program that keeps
/// silent can stop whoever asks.
pub(super) struct Running {
    child: Child,
    requests: Option<Sender<Vec<u8>>>,
    answers: Receiver<Result<Vec<u8>, Silence>>,
}

impl Running {
    /// Starts the program that the words name.
    fn start(words: &[&str]) -> Result<Self, NotStarted> {
        let (program, arguments) = words.split_first().ok_or(NotStarted::NoProgram)?;
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (requests, to_write) = mpsc::channel::<Vec<u8>>();
        // Whoever says more than it is asked waits until somebody listens.
        let (found, answers) = mpsc::sync_channel(16);
        if let Some(mut stdin) = child.stdin.take() {
            thread::spawn(move || {
                // A program that reads no more is noticed by its silence.
                for request in to_write {
                    if stdin
                        .write_all(&request)
                        .and_then(|()| stdin.flush())
                        .is_err()
                    {
                        break;
                    }
                }
            });
        }
        if let Some(stdout) = child.stdout.take() {
            thread::spawn(move || read_lines(stdout, &found));
        }
        Ok(Self {
            child,
            requests: Some(requests),
            answers,
        })
    }

    /// Puts one request, which ends with its line, and waits for its answer.
    pub(super) fn ask(&self, request: Vec<u8>, patience: Duration) -> Result<Vec<u8>, Silence> {
        if let Some(requests) = &self.requests {
            // Whether the writer is still there shows in the answer.
            requests.send(request).ok();
        }
        match self.answers.recv_timeout(patience) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => Err(Silence::TimedOut),
            Err(RecvTimeoutError::Disconnected) => Err(Silence::Ended),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The end of its input asks it to end; what has not done so soon is ended.
        self.requests = None;
        for _ in 0..20 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn read_lines(stdout: ChildStdout, found: &SyncSender<Result<Vec<u8>, Silence>>) {
    let mut stdout = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let read = stdout.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        let is_whole = line.last() == Some(&b'\n');
        let told = match read {
            Ok(1..) if is_whole => Ok(line),
            Ok(read) if u64::try_from(read) == Ok(LONGEST) => Err(Silence::TooLong),
            _ => return,
        };
        let is_last = told.is_err();
        if found.send(told).is_err() || is_last {
            return;
        }
    }
}

/// The program, started anew where it has ended or keeps silent, but not for ever.
pub(super) struct Entrypoint<'a> {
    words: Vec<&'a str>,
    patience: Duration,
    running: Option<Running>,
    starts: u8,
}

/// How often the program is started.
const STARTS: u8 = 4;

impl<'a> Entrypoint<'a> {
    pub(super) fn start(command: &'a str, patience: Duration) -> Result<Self, NotStarted> {
        let words: Vec<&str> = command.split_whitespace().collect();
        let running = Some(Running::start(&words)?);
        Ok(Self {
            words,
            patience,
            running,
            starts: 1,
        })
    }

    /// Puts one request. After a silence the next request finds the program started anew, so that a late answer is never
    /// taken for that of another question.
    pub(super) fn ask(&mut self, request: Vec<u8>) -> Result<Vec<u8>, Silence> {
        if self.running.is_none() && self.starts < STARTS {
            self.starts = self.starts.saturating_add(1);
            self.running = Running::start(&self.words).ok();
        }
        let Some(running) = &self.running else {
            return Err(Silence::GivenUp);
        };
        let answer = running.ask(request, self.patience);
        if answer.is_err() {
            self.running = None;
        }
        answer
    }
}
