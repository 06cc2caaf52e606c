//! Certificates that others made to try linters with, for whoever has them: name the folder of zlint's `v3/testdata` in
//! ZLINT_TESTDATA, that of pkilint's `tests` in PKILINT_TESTS.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kanta_cert::Certificate;
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::agreement::differences;

const ENDINGS: [&str; 4] = ["pem", "der", "crttest", "crttetst"];

/// Every file below a folder that may hold a certificate, in the order of the names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path
            .extension()
            .is_some_and(|it| ENDINGS.iter().any(|known| it == *known))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The octets of the certificate that a file holds, whatever they are; none where it holds something else.
fn der(text: &[u8]) -> Option<Vec<u8>> {
    let Some(start) = find(text, b"-----BEGIN CERTIFICATE-----") else {
        return (text.first() == Some(&0x30)).then(|| text.to_vec());
    };
    let rest = &text[start + 27..];
    let body = &rest[..find(rest, b"-----END")?];
    let body: Vec<u8> = body
        .iter()
        .copied()
        .filter(|it| !it.is_ascii_whitespace())
        .collect();
    data_encoding::BASE64.decode(&body).ok()
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|it| it == what)
}

#[test]
fn of_zlints_certificates_both_readers_say_the_same_but_for_what_is_written_down() {
    compare("ZLINT_TESTDATA", include_str!("suite/zlint.txt"), 1_317);
}

#[test]
fn of_pkilints_certificates_both_readers_say_the_same_but_for_what_is_written_down() {
    compare("PKILINT_TESTS", include_str!("suite/pkilint.txt"), 435);
}

fn compare(variable: &str, differences_known: &str, at_least: usize) {
    let Some(folder) = std::env::var_os(variable).map(PathBuf::from) else {
        eprintln!("SKIPPED: this suite is not here; name its folder in {variable}");
        return;
    };
    let lines = differences_known.lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut known: BTreeMap<&str, &str> =
        lines.map(|line| line.split_once(": ").unwrap()).collect();
    let (mut surprises, mut compared) = (Vec::new(), 0);
    for path in files(&folder) {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        let Some(der) = der(&std::fs::read(&path).unwrap()) else {
            continue;
        };
        let theirs = X509Certificate::from_der(&der).ok();
        let theirs = theirs.filter(|(rest, _)| rest.is_empty());
        let differ = match (Certificate::from_der(&der), theirs) {
            (Ok(our), Some((_, theirs))) => {
                compared += 1;
                differences(&our, &theirs)
            }
            (Err(error), Some(_)) => vec![format!("refused: {error}")],
            // What they do not read is no measure.
            (_, None) => continue,
        };
        match (differ.is_empty(), known.remove(&*name)) {
            (false, None) => surprises.push(format!("{name}: {}", differ.join("; "))),
            (true, Some(_)) => surprises.push(format!("{name}: the difference is gone")),
            _ => {}
        }
    }
    surprises.extend(known.keys().map(|name| format!("{name}: no such file")));
    assert!(
        surprises.is_empty(),
        "{compared} compared\n{}",
        surprises.join("\n")
    );
    assert!(compared >= at_least, "{compared} compared");
}
