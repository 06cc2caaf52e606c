//! The plans that are named, one by one or by their folders.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

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
                plans.walk(path);
                if plans.files.len() == before {
                    plans.empty.push(path.clone());
                }
            } else {
                plans.files.push(path.clone());
            }
        }
        plans
    }

    fn walk(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else {
            // It is told as a file that cannot be read.
            self.files.push(folder.to_owned());
            return;
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let linked = path.is_symlink();
            if path.is_dir() {
                if !linked {
                    self.walk(&path);
                }
            } else if is_plan(&path) {
                self.files.push(path);
            } else {
                self.skipped = self.skipped.saturating_add(1);
            }
        }
    }
}

/// How far into a file it is looked whether it is a plan.
const HEAD: u64 = 1 << 16;

/// Whether a file is a plan: TOML, and by its first keys neither an index nor an order to one, nor accepted findings, settings or a package of software.
fn is_plan(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| name == settings::NAME) {
        return false;
    }
    if path.extension().is_none_or(|ending| ending != "toml") {
        return false;
    }
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    // What cannot be opened is told, not left out.
    read.is_err() || !is_of_another_kind(&String::from_utf8_lossy(&head))
}

fn is_of_another_kind(text: &str) -> bool {
    const KEYS: [&str; 3] = ["version", "issued", "expires"];
    const TABLES: [&str; 8] = [
        "[package]",
        "[workspace]",
        "[project]",
        "[[right]]",
        "[[add.",
        "[[withdraw.",
        "[header]",
        "[[accept]]",
    ];
    text.lines().map(str::trim_start).any(|line| {
        let key = line.split('=').next().unwrap_or_default().trim_end();
        KEYS.contains(&key) || TABLES.iter().any(|table| line.starts_with(table))
    })
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
            assert!(!is_of_another_kind(plan), "{plan}");
        }
        for other in [
            "format = 1\nversion = \"2025-12-01.1\"\n",
            "format = 1\n[[withdraw.agreement]]\n",
            "[[add.right]]\n",
            "format = 1\n[[accept]]\n",
            "[package]\nname = \"x\"\n",
            "[workspace]\n",
        ] {
            assert!(is_of_another_kind(other), "{other}");
        }
    }
}
