//! The plans that are named, one by one or by their folders.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::settings;

/// Plans in the order in which they are told, and how many files were left out.
#[derive(Default)]
pub(crate) struct Plans {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) skipped: usize,
    /// Whether a folder was named, so that there may be very many.
    pub(crate) folder: bool,
    /// The folders that were named and have no plan in them or below: nothing is checked there.
    pub(crate) empty: Vec<PathBuf>,
}

impl Plans {
    /// Files as they are named; of folders, every plan in them and below, by name. A symbolic link to a folder is not
    /// followed.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        let mut plans = Self::default();
        for path in paths {
            if path.is_dir() {
                plans.folder = true;
                let before = plans.files.len();
                let mut files = Vec::new();
                walk(path, &mut files);
                let is_plan = files.par_iter().map(|file| {
                    // A folder that cannot be read is told as a file that cannot.
                    file.is_dir() || kind(file, false) == Kind::Plan
                });
                let is_plan: Vec<bool> = is_plan.collect();
                for (file, is_plan) in files.into_iter().zip(is_plan) {
                    if is_plan {
                        plans.files.push(file);
                    } else {
                        plans.skipped = plans.skipped.saturating_add(1);
                    }
                }
                if plans.files.len() == before {
                    plans.empty.push(path.clone());
                }
            } else {
                plans.files.push(path.clone());
            }
        }
        plans
    }
}

/// The files in a folder and below, by name; the folder itself where it cannot be read.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        files.push(folder.to_owned());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if !path.is_dir() {
            files.push(path);
        } else if !path.is_symlink() {
            walk(&path, files);
        }
    }
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
    if path.file_name().is_some_and(|name| name == settings::NAME) {
        return Kind::Other;
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase);
    let head = || {
        let mut head = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
        // What cannot be opened is told, not left out.
        read.map(|_| String::from_utf8_lossy(&head).into_owned())
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
    for line in text.lines().map(str::trim_start) {
        if line.starts_with('[') {
            if starts(line, &OTHER) {
                return Kind::Other;
            }
            if starts(line, &INDEX) {
                kind = Kind::Index;
            }
        } else if kind == Kind::Plan && starts(line, &KEYS) {
            let key = line.split('=').next().unwrap_or_default();
            if KEYS.contains(&key.trim_end()) {
                kind = Kind::Index;
            }
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
