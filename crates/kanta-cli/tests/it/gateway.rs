//! `kanta gateway`: a configuration, and everything that it names.

use std::fs;
use std::path::{Path, PathBuf};

use kanta_testkit::{CertificateBuilder, server_certificate};
use serde_json::Value;

use crate::harness::{LANGUAGES, kanta};

const WHEN: &str = "2025-12-01T12:00:00+02:00";

/// A configuration in a folder of its own, with the example index.
fn written(folder: &Path, own: &CertificateBuilder, change: impl Fn(String) -> String) -> PathBuf {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data");
    let data = data.canonicalize().unwrap();
    fs::write(folder.join("server.pem"), own.pem()).unwrap();
    fs::write(folder.join("server-key.pem"), own.private_key_pem()).unwrap();
    let text = format!(
        r#"format = 1
index = ["{data}/index.toml"]
trust = ["{data}/certificates/trust.pem"]

[listener]
address = "127.0.0.1:8443"
certificate = "server.pem"
key = "server-key.pem"

[backend]
address = "127.0.0.1:8081"

[audit]
origin = "gate"
log = "audit.jsonl"
checkpoints = "checkpoints.txt"
on_full = "refuse"
"#,
        data = data.display()
    );
    let file = folder.join("gateway.toml");
    fs::write(&file, change(text)).unwrap();
    file
}

fn checked(file: &Path, more: &[&str]) -> crate::harness::Answer {
    let mut args = vec!["gateway", file.to_str().unwrap(), "--at", WHEN];
    args.extend(more);
    kanta(&args)
}

#[test]
fn a_configuration_that_can_be_used_tells_on_what_it_rests() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), &server_certificate(), |text| text);
    let answer = checked(&file, &[]);
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
    assert_eq!(
        answer.stdout,
        "USABLE\n     index    `2025-12-01.1`, expires 2026-12-01\n"
    );
    let answer = checked(&file, &["--format", "json"]);
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["usable"], true);
    assert_eq!(report["rests_on"]["index"], "2025-12-01.1");
    assert_eq!(report["shadow"], Value::Null);
    assert!(
        !folder.path().join("audit.jsonl").exists(),
        "nothing is written"
    );
}

#[test]
fn the_gateways_own_certificate_is_looked_at_as_its_clients_see_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), &server_certificate().expired(), |text| text);
    let answer = checked(&file, &[]);
    assert_eq!(answer.status, 1, "{}", answer.stderr);
    let ended = "private-network/path-certificate-not-valid";
    assert!(answer.stdout.contains(ended), "{}", answer.stdout);
    for (language, word) in [
        ("fi", "Yhdyskäytävän oma varmenne"),
        ("sv", "Gatewayens eget certifikat"),
    ] {
        let answer = checked(&file, &["--lang", language]);
        assert!(answer.stdout.contains(word), "{}", answer.stdout);
    }
}

#[test]
fn every_fault_of_the_text_is_told_and_every_file_that_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), &server_certificate(), |text| {
        text.replace("on_full = \"refuse\"", "on_full = \"drop\"")
            .replace("address = \"127.0.0.1:8081\"", "adress = 1")
    });
    let answer = checked(&file, &[]);
    assert_eq!(answer.status, 2);
    for fault in [
        "`on_full` does not take `drop`",
        "unknown key `adress`; did you mean `address`",
    ] {
        assert!(answer.stderr.contains(fault), "{}", answer.stderr);
    }
    let file = written(folder.path(), &server_certificate(), |text| {
        text.replace("server-key.pem", "none.pem")
            .replace("certificates/trust.pem", "index.toml")
    });
    let answer = checked(&file, &["--format", "json"]);
    assert_eq!(answer.status, 2);
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["usable"], false);
    let faults = report["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert_eq!(kanta(&["gateway", "none.toml"]).status, 2);
}

#[test]
fn files_that_cannot_be_used_are_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let at = |name: &str, told: [&str; 3]| told.map(|told| format!("{}: {told}", path(name)));
    let not_there = [
        "No such file or directory (os error 2)",
        "tiedostoa tai kansiota ei ole",
        "filen eller mappen finns inte",
    ];
    let no_file = [
        "I/O error: No such file or directory (os error 2)",
        "tiedostoa tai kansiota ei ole",
        "filen eller mappen finns inte",
    ];
    let no_certificate = [
        "no certificate in PEM",
        "ei varmennetta PEM-muodossa",
        "inget certifikat i PEM",
    ];
    let no_key = [
        "no items found",
        "tiedostossa ei ole etsittyä PEM-muodossa",
        "filen har inget sådant i PEM",
    ];
    let broken = ["base64 decode error", "PEM-muoto on rikki", "trasig PEM"];
    let unknown = [
        "own.access_point: no id of the index and no OID: `nobody`",
        "own.access_point: ei hakemiston tunnus eikä OID-tunnus: `nobody`",
        "own.access_point: inget id i indexet och ingen OID: `nobody`",
    ];
    let pem = "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n";
    fs::write(path("broken.pem"), pem).unwrap();
    for (old, new, told) in [
        (
            "trust = [\"",
            "trust = [\"none.pem\", \"",
            at("none.pem", not_there),
        ),
        ("\"server.pem\"", "\"none.pem\"", at("none.pem", no_file)),
        (
            "\"server.pem\"",
            "\"server-key.pem\"",
            at("server-key.pem", no_certificate),
        ),
        (
            "\"server-key.pem\"",
            "\"server.pem\"",
            at("server.pem", no_key),
        ),
        ("\"server.pem\"", "\"broken.pem\"", at("broken.pem", broken)),
        (
            "[audit]",
            "[own]\naccess_point = \"nobody\"\n\n[audit]",
            unknown.map(str::to_owned),
        ),
    ] {
        let file = written(folder.path(), &server_certificate(), |text| {
            text.replacen(old, new, 1)
        });
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let answer = checked(&file, &["--lang", lang]);
            assert_eq!(answer.status, 2);
            assert!(answer.stderr.contains(&told), "{told}: {}", answer.stderr);
        }
    }
}
