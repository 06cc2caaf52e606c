//! The files of an index, and of an order.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kanta_address_index::{
    AddressIndex, DataSet, Faults, Form, Header, LINE_KEYS, Order, Places, Progress, SOURCE_LIMIT,
    Source, Trial,
};
use kanta_conformance::{Date, Language};
use kanta_policy::{FaultKind, FileFault};
use kanta_report::view::{RefusedInput, UnreadWorkbook};
use kanta_source::windows_1252;

use super::workbook;
use crate::{files, report};

/// Why there is no answer.
pub(crate) enum Failure {
    /// The output cannot be written.
    Io(io::Error),
    /// The input cannot be read or understood.
    Input {
        /// The files, in their order.
        name: Vec<String>,
        problem: Problem,
    },
}

/// What is wrong with the input.
pub(crate) enum Problem {
    /// A file cannot be opened or read.
    File(Box<FaultKind>),
    /// A file is a workbook that cannot be read.
    Workbook(UnreadWorkbook),
    /// A byte of a file is no letter of the encoding that it is said to have.
    NoLetter(usize),
    /// The files cannot be understood.
    Faults(Faults),
    /// An option names what the index does not hold, and is no OID either.
    Unknown { option: String, word: String },
}

impl Problem {
    /// The same for machines.
    pub(crate) fn refusal(&self, files: &[String], language: Language) -> RefusedInput {
        let first = files.first().map_or("", String::as_str);
        match self {
            Self::File(fault) => {
                RefusedInput::of_file(first, |language| fault.message(language), language)
            }
            Self::Workbook(unread) => RefusedInput::of_workbook(first, unread, language),
            Self::NoLetter(at) => RefusedInput::no_letter(first, *at, language),
            Self::Faults(faults) => report::faults::of_index(files, faults, language),
            Self::Unknown { option, word } => RefusedInput::unknown(option, word, language),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Failure {
    pub(crate) fn faults(files: &[PathBuf], faults: Faults) -> Self {
        Self::Input {
            name: files.iter().map(|path| shown(path)).collect(),
            problem: Problem::Faults(faults),
        }
    }

    pub(crate) fn unknown(option: &str, word: &str) -> Self {
        Self::Input {
            name: Vec::new(),
            problem: Problem::Unknown {
                option: option.to_owned(),
                word: word.to_owned(),
            },
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// How files are read.
#[derive(Clone, Copy, Default)]
pub(super) struct Reading<'a> {
    /// The form, whatever the ending says.
    pub(super) from: Option<Form>,
    /// Sheets are in Windows-1252.
    pub(super) windows_1252: bool,
    /// The sheet of a workbook.
    pub(super) sheet: Option<&'a str>,
}

/// The form of a file, by its ending; where that does not tell, by how it begins.
fn form(path: &Path, bytes: &[u8]) -> Form {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let of_ending = ending.and_then(Form::of_ending);
    of_ending.unwrap_or_else(|| {
        let guess = Form::guess(bytes, LINE_KEYS);
        let head = bytes.get(..4096).unwrap_or(bytes);
        let is_csv = || Form::foreign(&String::from_utf8_lossy(head)) == Some(Form::Csv.name());
        if guess == Form::Toml && is_csv() {
            Form::Csv
        } else {
            guess
        }
    })
}

/// A file's bytes, and their form. A sheet of a workbook becomes CSV.
fn read(path: &Path, reading: Reading<'_>) -> Result<(Form, Vec<u8>), Failure> {
    let failure = |problem| Failure::Input {
        name: vec![shown(path)],
        problem,
    };
    let bytes = files::read(path, SOURCE_LIMIT).map_err(|fault| {
        failure(Problem::File(Box::new(match fault {
            FileFault::TooLarge { limit } => FaultKind::TooLarge { limit },
            other => FaultKind::File(other),
        })))
    })?;
    let workbook = workbook::to_csv(path, &bytes, reading.sheet);
    if let Some(csv) = workbook.map_err(|unread| failure(Problem::Workbook(unread)))? {
        return Ok((Form::Csv, csv.into_bytes()));
    }
    let form = reading.from.unwrap_or_else(|| form(path, &bytes));
    if reading.windows_1252 {
        let text = windows_1252(&bytes).map_err(|at| failure(Problem::NoLetter(at)))?;
        return Ok((form, text.into_bytes()));
    }
    Ok((form, bytes))
}

/// How far reading has come, in hundredths of the bytes and in records, and how many records a
/// second it reads: ` 42 % 420000, 910000/s`.
fn come(progress: Progress, whole: usize, passed: Duration) -> String {
    let percent = progress.bytes.saturating_mul(100).checked_div(whole);
    let percent = percent.unwrap_or(100).min(100);
    let records = progress.records;
    let passed = usize::try_from(passed.as_millis()).unwrap_or(usize::MAX);
    let rate = records.saturating_mul(1000).checked_div(passed);
    let rate = rate.unwrap_or(0);
    format!("{percent:>3} % {records}, {rate}/s")
}

/// Files and their bytes.
struct Texts<'p> {
    paths: &'p [PathBuf],
    texts: Vec<(Form, Vec<u8>)>,
}

impl<'p> Texts<'p> {
    fn read(paths: &'p [PathBuf], reading: Reading<'_>) -> Result<Self, Failure> {
        let texts = paths.iter().map(|path| read(path, reading));
        let texts = texts.collect::<Result<_, _>>()?;
        Ok(Self { paths, texts })
    }

    fn sources(&self) -> Vec<Source<'_>> {
        self.texts.iter().map(source).collect()
    }

    /// Understands the files; on a terminal it says how far it has come.
    fn understood<T>(
        &self,
        read: impl FnOnce(&[Source<'_>], &mut dyn FnMut(Progress)) -> Result<T, Faults>,
    ) -> Result<T, Failure> {
        let whole: usize = self.texts.iter().map(|(_, bytes)| bytes.len()).sum();
        let told = whole > 1 << 20 && io::stderr().is_terminal();
        let mut shown = false;
        let start = Instant::now();
        let index = read(&self.sources(), &mut |progress: Progress| {
            if told {
                // A terminal that cannot be written to is no reason to stop reading.
                let line = come(progress, whole, start.elapsed());
                let written = write!(io::stderr(), "\r{line} ");
                shown = written.is_ok();
            }
        });
        if shown {
            write!(io::stderr(), "\r\x1b[K").ok();
        }
        index.map_err(|faults| Failure::faults(self.paths, faults))
    }

    fn index(&self) -> Result<AddressIndex, Failure> {
        self.understood(AddressIndex::read_with)
    }
}

fn source((form, bytes): &(Form, Vec<u8>)) -> Source<'_> {
    Source { form: *form, bytes }
}

/// Reads files as one index.
pub(crate) fn index(paths: &[PathBuf]) -> Result<AddressIndex, Failure> {
    index_as(paths, Reading::default())
}

/// Reads files as one index, in that way.
pub(super) fn index_as(paths: &[PathBuf], reading: Reading<'_>) -> Result<AddressIndex, Failure> {
    Texts::read(paths, reading)?.index()
}

/// The records that an order adds, as those of an index of their own.
pub(crate) fn order_alone(path: &Path) -> Result<DataSet, Failure> {
    let (form, bytes) = read(path, Reading::default())?;
    let day = Date::constant(2000, 1, 1);
    let header = Header::new("", day, Date::constant(9999, 12, 31));
    let paths = [path.to_owned()];
    let failure = |faults| Failure::faults(&paths, faults);
    let none = AddressIndex::build(DataSet::new(header.clone())).map_err(failure)?;
    let source = Source {
        form,
        bytes: &bytes,
    };
    let add = Order::read(&source, &none).map_err(failure)?.add;
    Ok(add.under(header))
}

/// Reads files as one index, and tells where each record stands.
pub(super) fn placed(paths: &[PathBuf]) -> Result<(AddressIndex, Places), Failure> {
    Texts::read(paths, Reading::default())?.understood(AddressIndex::read_placed)
}

/// Reads files as one index, and tries an order on it.
pub(crate) fn trial(paths: &[PathBuf], order: &Path) -> Result<(AddressIndex, Trial), Failure> {
    let texts = Texts::read(paths, Reading::default())?;
    let index = texts.index()?;
    let read = read(order, Reading::default())?;
    let trial = index.try_source(&source(&read), &texts.sources());
    let trial = trial.map_err(|faults| {
        // The order is the source after the index's own.
        let names = [paths, &[order.to_owned()]].concat();
        Failure::faults(&names, faults)
    })?;
    Ok((index, trial))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(bytes: usize, records: usize, whole: usize, millis: u64) -> String {
        let progress = Progress { bytes, records };
        come(progress, whole, Duration::from_millis(millis))
    }

    #[test]
    fn progress_is_told_in_hundredths_records_and_records_a_second() {
        assert_eq!(line(25, 500, 100, 250), " 25 % 500, 2000/s");
        assert_eq!(line(99, 3, 100, 1000), " 99 % 3, 3/s");
        assert_eq!(line(100, 1_000_000, 100, 2000), "100 % 1000000, 500000/s");
        // Neither the first moment nor an empty file divides by nothing.
        assert_eq!(line(0, 0, 100, 0), "  0 % 0, 0/s");
        assert_eq!(line(0, 7, 0, 0), "100 % 7, 0/s");
    }
}
