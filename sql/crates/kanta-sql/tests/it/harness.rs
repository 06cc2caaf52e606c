//! Runs the command.

use std::path::Path;
use std::process::{Command, Output};

/// Runs it with these words, in a folder.
pub(crate) fn run(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanta-sql"));
    command
        .current_dir(folder)
        .args(words)
        .env_remove("KANTA_LANG");
    command.output().unwrap()
}

/// What it prints; it has to succeed.
pub(crate) fn printed(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{words:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// What it says when it fails, which it has to, with the status of an error and not of a crash.
pub(crate) fn refused(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{words:?}: {error}");
    assert!(!error.contains("panicked"), "{error}");
    error
}

/// A log of so many lines and its index, made from a seed.
pub(crate) fn made(lines: u64, seed: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (lines, seed) = (lines.to_string(), seed.to_string());
    let words = [
        "generate",
        "--lines",
        &lines,
        "--seed",
        &seed,
        "--parties",
        "60",
        "--out",
        ".",
    ];
    printed(folder.path(), &words);
    folder
}
