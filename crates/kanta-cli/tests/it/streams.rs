//! Standard input and output, and files that are not there.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Answer, LANGUAGES, Scratch, data, kanta};

/// Runs the tool with that on standard input, in the folder of the examples or in another.
fn fed(arguments: &[&str], input: &[u8], folder: &std::path::Path) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads nothing may have ended already.
    drop(child.stdin.take().unwrap().write_all(input));
    let output = child.wait_with_output().unwrap();
    Answer {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The exit status where nobody reads standard output, nor standard error.
fn unread(arguments: &[&str]) -> Option<i32> {
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(data())
        .stdin(Stdio::null())
        .stdout(closed())
        .stderr(closed())
        .spawn()
        .unwrap();
    child.wait().unwrap().code()
}

/// A command line for every command and every status that it can have.
const COMMANDS: [&[&str]; 27] = [
    &["check", "clinic.toml"],
    &["check", "broken.toml"],
    &["check", "unknown.toml", "clinic.toml"],
    &["check", "no-such-plan.toml"],
    &["check", "broken.toml", "--format", "json"],
    &[
        "cert",
        "certificates/clinic-server.pem",
        "--on",
        "2025-12-01",
    ],
    &[
        "cert",
        "certificates/clinic-server.pem",
        "--on",
        "2020-12-01",
    ],
    &["cert", "show", "certificates/clinic-server.pem"],
    &["requirements"],
    &["requirements", "--format", "markdown"],
    &["ready", "going-live.toml"],
    &["ready", "clinic.toml", "--format", "json"],
    &["failures", "clinic.toml"],
    &["rights", "clinic.toml"],
    &["rights", "clinic.toml", "--as-order"],
    &["diff", "clinic.toml", "broken.toml"],
    &["diff", "broken.toml", "clinic.toml"],
    &["explain", "address-not-fixed"],
    &["explain", "no-such-requirement"],
    &["editions"],
    &["editions", "clinic.toml"],
    &["editions", "--changes", "3.10", "3.18"],
    &["index", "check", "index.toml", "--on", "2025-12-01"],
    &["index", "check", "no-such-index.toml"],
    &["--help"],
    &["check", "--help"],
    &["no-such-command"],
];

#[test]
fn where_nobody_reads_the_exit_status_is_still_the_verdict() {
    for command in COMMANDS {
        assert_eq!(unread(command), Some(kanta(command).status), "{command:?}");
    }
}

#[test]
fn where_nobody_reads_identifiers_are_not_asked_for_any_more() {
    // What the shell tells of a program that SIGPIPE ended, whatever the identifiers are.
    for text in ["1.2.246.553.1.1234.13.1", "1.2.3"] {
        assert_eq!(unread(&["oid", text]), Some(141));
    }
}

#[test]
fn a_plan_on_standard_input_takes_its_certificates_from_a_folder_that_is_named() {
    let plan = std::fs::read(data().join("clinic.toml")).unwrap();
    let elsewhere = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let folder = data().canonicalize().unwrap();
    let folder = folder.to_str().unwrap();
    for command in ["check", "ready", "failures", "rights", "editions"] {
        let beside = kanta(&[command, "clinic.toml", "--format", "json"]);
        let named = |text: &str| text.replace("\"clinic.toml\"", "\"-\"");
        let answer = fed(
            &[command, "-", "--base", folder, "--format", "json"],
            &plan,
            &elsewhere,
        );
        assert_eq!(
            (answer.status, answer.stdout),
            (beside.status, named(&beside.stdout)),
            "{command}"
        );
    }
    let same = fed(&["diff", "-", "clinic.toml"], &plan, &data());
    assert_eq!(same.status, 0, "{}{}", same.stdout, same.stderr);
    // Another folder than the plan's own, for a plan that is a file.
    let copy = Scratch::new("plan-away-from-its-certificates.toml", "");
    std::fs::write(copy.path(), &plan).unwrap();
    assert_eq!(kanta(&["check", copy.path(), "--base", "."]).status, 0);
    assert_eq!(kanta(&["check", copy.path()]).status, 3);
}

#[test]
fn standard_input_is_read_once() {
    let plan = std::fs::read(data().join("clinic.toml")).unwrap();
    for (language, words) in [
        (
            "en",
            "standard input can be read once, and it was named before",
        ),
        (
            "fi",
            "vakiosyötteen voi lukea vain kerran, ja se on jo nimetty",
        ),
        (
            "sv",
            "standardindata kan läsas en gång, och den har redan angetts",
        ),
    ] {
        let answer = fed(&["diff", "-", "-", "--lang", language], &plan, &data());
        assert_eq!((answer.status, answer.stderr), (2, format!("-: {words}\n")));
    }
}

#[test]
fn a_byte_order_mark_is_skipped_everywhere() {
    for (arguments, name) in [
        (&["check", "-"][..], "clinic.toml"),
        (&["index", "check", "-", "--on", "2025-12-01"], "index.toml"),
        (
            &["cert", "-", "--on", "2025-12-01"],
            "certificates/clinic-server.pem",
        ),
    ] {
        let plain = std::fs::read(data().join(name)).unwrap();
        let marked = [b"\xef\xbb\xbf", plain.as_slice()].concat();
        let (plain, marked) = (
            fed(arguments, &plain, &data()),
            fed(arguments, &marked, &data()),
        );
        assert_ne!(plain.status, 2, "{}", plain.stderr);
        assert_eq!(
            (marked.status, marked.stdout),
            (plain.status, plain.stdout),
            "{name}"
        );
    }
}

#[test]
fn a_certificate_that_is_not_there_leaves_its_rows_unknown_and_is_named() {
    let plan = Scratch::from(
        "clinic.toml",
        "certificate-not-there.toml",
        &[(
            "\"certificates/clinic-server.pem\"",
            "\"certificates/not-yet.pem\"",
        )],
    );
    let name = "not-yet.pem";
    for (language, words) in LANGUAGES
        .iter()
        .zip(["is not there", "ei ole", "finns inte"])
    {
        for command in ["check", "ready"] {
            let answer = kanta(&[command, plan.path(), "--lang", language]);
            assert_eq!(
                answer.status,
                if command == "check" { 3 } else { answer.status }
            );
            let told = answer
                .stdout
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(told.contains(&format!("{name}` {words}")), "{told}");
        }
    }
    let report = kanta(&["check", plan.path(), "--format", "json"]).json();
    assert_eq!(report["verdict"], "undetermined");
    assert_eq!(
        report["missing_files"][0]["path"],
        "access_point.ap1.certificate"
    );
    let unknown = |requirement: &str, path: &str| {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().any(|finding| {
            finding["requirement"] == requirement
                && finding["outcome"] == "undetermined"
                && finding["missing"][0]["path"] == path
        })
    };
    assert!(unknown(
        "connection-models/server-certificate-missing",
        "access_point.ap1.certificate"
    ));
    // The same of the certificate that signs.
    let plan = Scratch::from(
        "clinic.toml",
        "signature-certificate-not-there.toml",
        &[(
            "\"certificates/clinic-signature.pem\"",
            "\"certificates/not-yet.pem\"",
        )],
    );
    let answer = kanta(&["check", plan.path()]);
    let told = answer
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(answer.status, 3, "{told}");
    assert!(
        told.contains("fill in system signature certificate: the file"),
        "{told}"
    );
    // What is there and is no certificate is refused as before.
    let plan = Scratch::from(
        "clinic.toml",
        "no-certificate.toml",
        &[("\"certificates/clinic-server.pem\"", "\"clinic.toml\"")],
    );
    assert_eq!(kanta(&["check", plan.path(), "--base", "."]).status, 2);
}

#[test]
fn what_is_trusted_and_not_there_leaves_every_path_unknown() {
    let text = std::fs::read_to_string(data().join("clinic.toml")).unwrap();
    let trusting = |files: &str| text.replacen("\n\n", &format!("\ntrust = [{files}]\n\n"), 1);
    let whole = Scratch::new("trust-there.toml", &trusting("\"certificates/trust.pem\""));
    let parted = Scratch::new(
        "trust-not-there.toml",
        &trusting("\"certificates/trust.pem\", \"certificates/not-yet.crl\""),
    );
    let paths = |plan: &Scratch| -> Vec<(String, String)> {
        let report = kanta(&["check", plan.path(), "--format", "json"]).json();
        let findings = report["findings"].as_array().unwrap().clone();
        let of_path = findings.iter().filter(|finding| {
            let missing = &finding["missing"][0]["path"];
            finding["requirement"].as_str().unwrap().contains("path") || missing == "trust[1]"
        });
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        of_path
            .map(|f| (text(&f["requirement"]), text(&f["outcome"])))
            .collect()
    };
    let (known, unknown) = (paths(&whole), paths(&parted));
    assert!(
        known.iter().any(|(_, outcome)| outcome == "satisfied"),
        "{known:?}"
    );
    assert!(!unknown.is_empty());
    assert!(
        unknown.iter().all(|(_, outcome)| outcome == "undetermined"),
        "{unknown:?}"
    );
}

/// A certificate that is not there is named by every command that reads a plan, and refuses nothing.
#[test]
fn every_command_on_a_plan_names_the_files_that_are_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    std::fs::copy(data().join("clinic.toml"), &path).unwrap();
    let plan = path.to_str().unwrap();
    for (lang, words) in [
        ("en", "what it would show is not known"),
        ("fi", "ei ole tiedossa"),
        ("sv", "är inte känt"),
    ] {
        for command in [
            &["failures", plan][..],
            &["rights", plan],
            &["editions", plan],
            &["diff", plan, plan],
            &["draw", plan],
        ] {
            let told = kanta(&[command, &["--lang", lang]].concat());
            assert_ne!(told.status, 2, "{command:?}");
            let stderr = told.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(stderr.contains(words), "{command:?}: {stderr}");
            assert!(
                stderr.contains("clinic-server.pem"),
                "{command:?}: {stderr}"
            );
            assert!(!told.stdout.is_empty());
        }
        let own = kanta(&["failures", "clinic.toml", "--lang", lang]);
        assert_eq!(own.stderr, "");
    }
}
