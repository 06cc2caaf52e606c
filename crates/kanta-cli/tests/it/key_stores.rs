//! Key stores, made by OpenSSL and by Java's keytool: read, or told how to get a certificate out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{Answer, LANGUAGES, data};

fn kanta(folder: &Path, arguments: &[&str]) -> Answer {
    let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    Answer {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs another program there; false where this machine does not have it.
fn run(folder: &Path, program: &str, arguments: &[&str]) -> bool {
    match Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
    {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{program} {arguments:?}: {said}");
            true
        }
        Err(error) => {
            eprintln!("SKIPPED: {program}: {error}");
            false
        }
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command between backticks of a message, with a file in place of its stand-in.
fn command(message: &str, file: &str) -> Vec<String> {
    let command = message.split('`').nth(1).unwrap();
    command
        .split(' ')
        .map(|word| word.replace("FILE", file).replace("NAME", "kanta"))
        .collect()
}

#[test]
fn certificates_packed_in_pkcs7_are_checked_as_their_pem_is() {
    let folder = folder("key-stores-p7b");
    let pem = data()
        .join("certificates/clinic-server.pem")
        .canonicalize()
        .unwrap();
    let pem = pem.to_str().unwrap();
    let packed = ["crl2pkcs7", "-nocrl", "-certfile", pem, "-out", "chain.p7b"];
    if !run(&folder, "openssl", &packed) {
        return;
    }
    let der = [&packed[..4], &["-outform", "DER", "-out", "chain.p7c"]].concat();
    run(&folder, "openssl", &der);
    let report = |file: &str| {
        let answer = kanta(&folder, &["cert", file, "--on", "2025-12-01"]);
        (
            answer.status,
            answer.stdout.replace(file, "FILE"),
            answer.stderr,
        )
    };
    let plain = report(pem);
    assert_eq!(plain.2, "");
    assert_eq!(report("chain.p7b"), plain);
    assert_eq!(report("chain.p7c"), plain);
}

#[test]
fn the_page_on_key_stores_shows_what_happens() {
    let folder = folder("key-stores-page");
    let subject = "/C=FI/O=Esimerkki/CN=kanta.klinikka.example";
    let new = [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "one.pem",
        "-subj", subject,
    ];
    let pack = [
        "pkcs12",
        "-export",
        "-inkey",
        "key.pem",
        "-in",
        "one.pem",
        "-name",
        "kanta",
        "-passout",
        "pass:secret",
        "-out",
        "store.p12",
    ];
    if !run(&folder, "openssl", &new) || !run(&folder, "openssl", &pack) {
        return;
    }
    let import = [
        "-importcert",
        "-noprompt",
        "-alias",
        "kanta",
        "-file",
        "one.pem",
        "-keystore",
        "store.jks",
        "-storetype",
        "JKS",
        "-storepass",
        "secret",
    ];
    if !run(&folder, "keytool", &import) {
        return;
    }
    let page = fs::read_to_string(data().join("../../docs/key-stores.md")).unwrap();
    let block = page
        .split("```text\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let mut messages = Vec::new();
    for shown in block.split("$ kanta ").skip(1) {
        let (command, expected) = shown.split_once('\n').unwrap();
        let arguments: Vec<&str> = command.split(' ').collect();
        let answer = kanta(&folder, &arguments);
        assert_eq!((answer.status, answer.stderr.as_str()), (2, expected));
        for language in LANGUAGES {
            let told = kanta(&folder, &[&arguments[..], &["--lang", language]].concat()).stderr;
            assert!(told.contains(expected.split('`').nth(1).unwrap()), "{told}");
        }
        messages.push(expected.to_owned());
    }
    // The commands get the certificate out, and nothing but it.
    for (message, file, password) in [
        (&messages[0], "store.p12", ["-passin", "pass:secret"]),
        (&messages[1], "store.jks", ["-storepass", "secret"]),
    ] {
        let command = command(message, file);
        let mut words: Vec<&str> = command.iter().map(String::as_str).collect();
        words.extend(password);
        assert!(run(&folder, words[0], &words[1..]));
        let text = fs::read_to_string(folder.join("certificate.pem")).unwrap();
        assert!(!text.contains("PRIVATE KEY"), "{text}");
        let answer = kanta(&folder, &["cert", "show", "certificate.pem"]);
        assert_eq!(answer.status, 0, "{}", answer.stderr);
        assert!(answer.stdout.contains("kanta.klinikka.example"));
        fs::remove_file(folder.join("certificate.pem")).unwrap();
    }
    // The key itself is refused.
    assert_eq!(kanta(&folder, &["cert", "key.pem"]).status, 2);
}
