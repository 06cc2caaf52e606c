//! The plans that are named, one by one or by their folders.

use std::borrow::Cow;
use std::fs::{self, DirEntry};
use std::io::Read;
use std::path::{Path, PathBuf};

use kanta_policy::FileFault;

use crate::settings;

/// Files in the order in which they are told, and how many files were left out.
#[derive(Default)]
pub(crate) struct Plans {
    pub(crate) files: Vec<Listed>,
    pub(crate) skipped: usize,
    /// The folders that were named, so that there may be very many files.
    pub(crate) folders: Vec<PathBuf>,
}

/// A file that was named, or that may be a plan by its name and lies in a folder that was.
pub(crate) struct Listed {
    pub(crate) path: PathBuf,
    /// Which of the folders it was found in; none where it was named itself.
    pub(crate) folder: Option<usize>,
}

impl Plans {
    /// Files as they are named; of folders, every file in them and below that may be a plan, by name. A symbolic link to a
    /// folder is not followed.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        let mut plans = Self::default();
        for path in paths {
            if path.is_dir() {
                let folder = plans.folders.len();
                plans.folders.push(path.clone());
                walk(path, folder, &mut plans);
            } else {
                let path = path.clone();
                plans.files.push(Listed { path, folder: None });
            }
        }
        plans
    }
}

/// The files in a folder and below, by name; the folder itself where it cannot be read, which is told as a file that cannot.
fn walk(folder: &Path, of: usize, plans: &mut Plans) {
    let list = |plans: &mut Plans, path: PathBuf| {
        let folder = Some(of);
        plans.files.push(Listed { path, folder });
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return list(plans, folder.to_owned());
    };
    let mut entries: Vec<DirEntry> = entries.flatten().collect();
    entries.sort_by_cached_key(DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, of, plans),
            Ok(kind) if kind.is_symlink() && path.is_dir() => {}
            // Who opens a pipe waits for somebody to write into it.
            Ok(kind) if (kind.is_file() || kind.is_symlink()) && may_be_plan(&path) => {
                list(plans, path);
            }
            _ => plans.skipped = plans.skipped.saturating_add(1),
        }
    }
}

/// Whether a file in a folder bears the name of a plan.
fn may_be_plan(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) && !is_settings(path)
}

fn is_settings(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == settings::NAME)
}

/// Whether a file that was found in a folder, and read, is a plan; what cannot be read is told, not left out.
pub(crate) fn is_plan(path: &Path, read: Result<&[u8], &FileFault>) -> bool {
    match read {
        Ok(bytes) => of_toml(&text(bytes)) == Kind::Plan,
        Err(FileFault::TooLarge { .. }) => kind(path, false) == Kind::Plan,
        Err(_) => true,
    }
}

/// Bytes as text, whatever they are.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let whole = std::str::from_utf8(bytes).map(Cow::Borrowed);
    whole.unwrap_or_else(|_| String::from_utf8_lossy(bytes))
}

/// How far into a file it is looked what it is.
const HEAD: u64 = 1 << 16;

/// What a file is, by its name and its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Plan,
    Index,
    Certificate,
    /// Lists of revoked certificates alone.
    Lists,
    /// Settings, accepted findings, an order to an index, a private key, and whatever else lies in a folder.
    Other,
}

/// What a file is. In a folder only what bears the ending of its kind is; a file that is named is what its first bytes say.
pub(crate) fn kind(path: &Path, is_named: bool) -> Kind {
    if is_settings(path) {
        return Kind::Other;
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase);
    let head = || {
        let mut head = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
        // What cannot be opened is told, not left out.
        read.map(|_| text(&head).into_owned())
    };
    match ending.as_deref() {
        Some("toml") => head().map_or(Kind::Plan, |head| of_toml(&head)),
        Some("json" | "jsonl") => match head() {
            Ok(head) if !is_named && !is_index_in_json(&head) => Kind::Other,
            _ => Kind::Index,
        },
        Some("csv") => match head() {
            Ok(head) if !is_named && !is_index_in_csv(&head) => Kind::Other,
            _ => Kind::Index,
        },
        Some("xlsx") if is_named => Kind::Index,
        Some("crl") => Kind::Lists,
        Some("pem" | "crt" | "cer" | "der") => match head() {
            Ok(head) if is_lists(&head) => Kind::Lists,
            Ok(head) if !is_named && is_other_pem(&head) => Kind::Other,
            _ => Kind::Certificate,
        },
        _ if is_named => match head() {
            Ok(head) if head.starts_with('{') || is_index_in_csv(&head) => Kind::Index,
            Ok(head) if is_lists(&head) => Kind::Lists,
            Ok(head) if head.starts_with('0') || head.contains("-----BEGIN") => Kind::Certificate,
            Ok(head) => of_toml(&head),
            Err(_) => Kind::Plan,
        },
        _ => Kind::Other,
    }
}

/// Whether a file that is named has what every plan has and no index.
pub(crate) fn is_plainly_a_plan(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let text = text(&head);
    let mut lines = text.lines().map(str::trim_ascii_start);
    read.is_ok() && lines.any(|line| line.starts_with("[party]"))
}

/// Lists of revoked certificates, and no certificate.
fn is_lists(head: &str) -> bool {
    head.contains("-----BEGIN X509 CRL-----") && is_other_pem(head)
}

/// A sheet whose header names the columns that every index has.
fn is_index_in_csv(head: &str) -> bool {
    const RECORD: [&str; 3] = ["record", "tietue", "post"];
    const VERSION: [&str; 2] = ["version", "versio"];
    let first = head.trim_start_matches('\u{feff}').lines().next();
    let cells = first.unwrap_or_default().split([';', ',', '\t']);
    let cells: Vec<String> = cells
        .map(|cell| cell.trim().trim_matches('"').to_lowercase())
        .collect();
    let has = |names: &[&str]| cells.iter().any(|cell| names.contains(&cell.as_str()));
    has(&RECORD) && has(&VERSION)
}

/// A key, a list of revoked certificates or a request alone: no certificate of it ends here.
fn is_other_pem(head: &str) -> bool {
    head.contains("-----BEGIN ") && !head.contains("-----BEGIN CERTIFICATE-----")
}

/// An index says when it expires; a report on one does too, and has findings.
fn is_index_in_json(head: &str) -> bool {
    head.contains("\"expires\"") && !head.contains("\"findings\"")
}

fn of_toml(text: &str) -> Kind {
    const KEYS: [&str; 3] = ["version", "issued", "expires"];
    const INDEX: [&str; 2] = ["[[right]]", "[header]"];
    const OTHER: [&str; 6] = [
        "[package]",
        "[workspace]",
        "[project]",
        "[[add.",
        "[[withdraw.",
        "[[accept]]",
    ];
    let starts = |line: &str, tables: &[&str]| tables.iter().any(|table| line.starts_with(table));
    let mut kind = Kind::Plan;
    for line in text.lines().map(str::trim_ascii_start) {
        match line.as_bytes() {
            [b'[', ..] if starts(line, &OTHER) => return Kind::Other,
            [b'[', ..] if starts(line, &INDEX) => kind = Kind::Index,
            [b'v' | b'i' | b'e', ..] if kind == Kind::Plan => {
                let key = line.split('=').next().unwrap_or_default();
                if KEYS.contains(&key.trim_end()) {
                    kind = Kind::Index;
                }
            }
            _ => {}
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_told_from_indexes_orders_and_packages() {
        for plan in [
            "format = 1\n[party]\nkind = \"provider\"\n",
            "",
            "x y z",
            "format=2",
        ] {
            assert_eq!(of_toml(plan), Kind::Plan, "{plan}");
        }
        for other in [
            "format = 1\nversion = \"2025-12-01.1\"\n",
            "format = 1\n[[withdraw.agreement]]\n",
            "[[add.right]]\n",
            "format = 1\n[[accept]]\n",
            "[package]\nname = \"x\"\n",
            "[workspace]\n",
        ] {
            assert_ne!(of_toml(other), Kind::Plan, "{other}");
        }
    }
}
