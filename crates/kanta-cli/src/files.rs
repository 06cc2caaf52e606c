//! Reads files, none of them further than it may be long.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use kanta_conformance::{Escaped, Language, text};
use kanta_policy::FileFault;
use kanta_source::system_words;

/// Whether standard input was read: it can be read once.
static READ: AtomicBool = AtomicBool::new(false);

/// The bytes of a file, or of standard input where it is called `-`, without a byte order mark.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
    if is_standard_input(path) {
        if READ.swap(true, Ordering::Relaxed) {
            return Err(FileFault::ReadAlready);
        }
        return read_all(&mut io::stdin().lock(), 0, limit);
    }
    read_file(path, limit)
}

/// Whether a name on the command line is that of standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file, whatever it is called, without a byte order mark.
pub(crate) fn read_file(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(fault)?;
    let metadata = file.metadata().map_err(fault)?;
    if metadata.is_dir() {
        return Err(FileFault::Directory);
    }
    let length = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    if metadata.is_file() && length > limit {
        return Err(FileFault::TooLarge { limit });
    }
    read_all(&mut { file }, length.min(limit), limit)
}

fn read_all(input: &mut dyn Read, expected: usize, limit: usize) -> Result<Vec<u8>, FileFault> {
    // With room for all of it a file is read at once.
    let mut bytes = Vec::with_capacity(expected);
    let longest = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    input.take(longest).read_to_end(&mut bytes).map_err(fault)?;
    if bytes.len() > limit {
        Err(FileFault::TooLarge { limit })
    } else {
        let marked = bytes.len().saturating_sub(without_mark(&bytes).len());
        bytes.drain(..marked);
        Ok(bytes)
    }
}

/// Writes a file; one that is there already only where that is wanted.
pub(crate) fn create(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    if over {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    options.open(path)?.write_all(bytes)
}

/// Why a file was not written.
pub(crate) fn not_written(path: &Path, error: &io::Error, language: Language) -> String {
    let file = path.display().to_string();
    let why = match error.kind() {
        io::ErrorKind::NotFound => text! {
            en: "there is no such folder to write into",
            fi: "kansiota, johon kirjoittaa, ei ole",
            sv: "det finns ingen sådan mapp att skriva i",
        }
        .get(language)
        .to_owned(),
        io::ErrorKind::IsADirectory => FileFault::Directory.message(language),
        io::ErrorKind::PermissionDenied => text! {
            en: "it may not be written",
            fi: "siihen ei saa kirjoittaa",
            sv: "den får inte skrivas",
        }
        .get(language)
        .to_owned(),
        _ => system_words(&error.to_string(), language),
    };
    format!("{}: {why}", Escaped(&file))
}

/// Why a file was not written that should not be there yet.
pub(crate) fn not_created(path: &Path, error: &io::Error, language: Language) -> String {
    if error.kind() != io::ErrorKind::AlreadyExists {
        return not_written(path, error, language);
    }
    let file = path.display().to_string();
    let file = Escaped(&file);
    match language {
        Language::En => {
            format!("{file} is there already and stays as it is; --force writes over it")
        }
        Language::Fi => {
            format!("{file} on jo olemassa ja jää ennalleen; --force kirjoittaa sen päälle")
        }
        Language::Sv => {
            format!("{file} finns redan och lämnas som den är; --force skriver över den")
        }
    }
}

/// The bytes behind a byte order mark, which some editors put before the text.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn fault(error: io::Error) -> FileFault {
    match error.kind() {
        io::ErrorKind::NotFound => FileFault::NotFound,
        io::ErrorKind::IsADirectory => FileFault::Directory,
        _ => FileFault::Unreadable(error.to_string()),
    }
}
