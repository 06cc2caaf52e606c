//! `kanta cert --trust`, and `trust` in a plan, as people and scripts meet them.

use std::path::{Path, PathBuf};

use crate::harness::{Scratch, kanta};
use kanta_testkit::{RevocationReason, SERIAL, chain};

const SERVER: &str = "certificates/clinic-server.pem";
const TRUST: &str = "certificates/trust.pem";
const AT: [&str; 2] = ["--at", "2025-12-01T12:00:00+02:00"];

fn write(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn with_what_is_trusted_path_and_revocation_are_checked() {
    let answer = kanta(&[&["cert", SERVER, "--trust", TRUST], &AT[..]].concat());
    assert_eq!(answer.status, 0, "{}{}", answer.stdout, answer.stderr);
    assert!(
        !answer.stdout.contains("path and revocation: "),
        "{}",
        answer.stdout
    );
    for line in [
        "trusted: `DVV Gov. Root CA - G3 ECC` (certificates/trust.pem): bears the name of a root",
        "between: `DVV Social Welfare and Healthcare Service Certificates - G3E`",
        "CN=DVV Gov. Root CA - G3 ECC` (certificates/trust.pem): 2025-12-01",
    ] {
        let flat = answer
            .stdout
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(flat.contains(line), "{line}\n{}", answer.stdout);
    }
    let answer = kanta(&[&["cert", SERVER], &AT[..]].concat());
    assert!(
        answer.stdout.contains("path and revocation: "),
        "{}",
        answer.stdout
    );
}

#[test]
fn a_revoked_certificate_fails_and_the_report_says_when_and_why() {
    let made = chain().with_crl(|it| {
        it.revoke(
            &SERIAL,
            "2025-11-20T10:00:00Z",
            Some(RevocationReason::KeyCompromise),
        )
    });
    let trust = write("revoked-trust.pem", &made.root.pem());
    let ca = write("revoked-ca.pem", &made.ca.as_ref().unwrap().pem());
    let crl = write("revoked.crl", &made.crl.as_ref().unwrap().pem());
    let root_crl = write("revoked-root.crl", &made.root_crl.as_ref().unwrap().pem());
    let options = [
        "--trust",
        &trust,
        "--intermediate",
        &ca,
        "--crl",
        &crl,
        "--crl",
        &root_crl,
    ];
    let answer = kanta(&[&["cert", SERVER], &options[..], &AT].concat());
    assert_eq!(answer.status, 1, "{}", answer.stdout);
    let flat = answer
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        flat.contains(
            "revoked: `kanta.klinikka.example`, on: 2025-11-20 and reason: the key was compromised"
        ),
        "{}",
        answer.stdout
    );
    let json = kanta(&[&["cert", SERVER, "--format", "json"], &options[..], &AT].concat()).json();
    assert_eq!(json["not_judged"], serde_json::json!(["tl-iv"]));
    assert_eq!(
        json["trust"]["anchors"][0]["subject"],
        "DVV Gov. Root CA - G3 ECC"
    );
}

#[test]
fn without_lists_the_report_says_where_they_are() {
    let trust = write("no-lists.pem", &chain().without_crls().trust_pem());
    let answer = kanta(&[&["cert", SERVER, "--trust", &trust], &AT[..]].concat());
    assert_eq!(answer.status, 3, "{}", answer.stdout);
    let flat = answer
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for words in [
        "Not known whether no certificate of the path is revoked",
        "it is published at: `http://proxy.fineid.fi/crl/dvvshsp3ec.crl` and of: `kanta.klinikka.example`",
    ] {
        assert!(flat.contains(words), "{words}\n{}", answer.stdout);
    }
}

#[test]
fn a_folder_is_read_and_what_is_no_ca_is_refused_by_its_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust-folder");
    std::fs::create_dir_all(&folder).unwrap();
    let made = chain();
    std::fs::write(folder.join("b-root.crt"), made.root.der()).unwrap();
    std::fs::write(folder.join("a-ca.pem"), made.ca.as_ref().unwrap().pem()).unwrap();
    std::fs::write(folder.join("lists.crl"), made.crl.as_ref().unwrap().der()).unwrap();
    std::fs::write(
        folder.join("root.crl"),
        made.root_crl.as_ref().unwrap().der(),
    )
    .unwrap();
    std::fs::write(folder.join("notes.txt"), "not a certificate").unwrap();
    let folder = folder.to_str().unwrap();
    let answer = kanta(&[&["cert", SERVER, "--trust", folder], &AT[..]].concat());
    assert_eq!(answer.status, 0, "{}{}", answer.stdout, answer.stderr);

    let answer = kanta(&["cert", SERVER, "--trust", SERVER]);
    assert_eq!(answer.status, 2);
    assert_eq!(
        answer.stderr,
        "certificates/clinic-server.pem: `kanta.klinikka.example` is not a CA's certificate: only those of CAs are trusted\n"
    );
}

#[test]
fn a_moment_that_is_none_is_refused() {
    let answer = kanta(&["cert", SERVER, "--at", "2025-12-01"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer
            .stderr
            .contains("expected a moment such as `2025-12-01T12:00:00+02:00`"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_plan_that_trusts_has_its_certificates_verified() {
    let before = kanta(&[
        "check",
        "clinic.toml",
        "--on",
        "2025-12-01",
        "--format",
        "json",
    ])
    .json();
    assert_eq!(
        before["not_checked"],
        serde_json::json!(["path-and-revocation"])
    );
    let environment = "environment = \"production\"";
    let trusting = format!("{environment}\ntrust = [\"{TRUST}\"]");
    let plan = Scratch::from("clinic.toml", "trusting.toml", &[(environment, &trusting)]);
    let answer = kanta(&[
        "check",
        plan.path(),
        "--on",
        "2025-12-01",
        "--format",
        "json",
    ]);
    let after = answer.json();
    assert_eq!(after["not_checked"], serde_json::json!([]));
    assert_eq!(after["verdict"], before["verdict"]);
    let paths: Vec<&str> = after["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["requirement"] == "private-network/certificate-revoked")
        .map(|finding| finding["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        paths,
        ["access_point.ap1.certificate", "signature_certificate"]
    );
    // After the list is due no revocation is known any more.
    let answer = kanta(&["check", plan.path(), "--on", "2025-12-10"]);
    assert_eq!(answer.status, 3, "{}", answer.stdout);
    assert!(answer.stdout.contains("is stale"), "{}", answer.stdout);
    let text = kanta(&["check", plan.path(), "--on", "2025-12-01"]).stdout;
    assert!(
        !text.to_lowercase().contains("path and revocation"),
        "{text}"
    );
}

#[test]
fn a_plan_that_trusts_no_ca_is_told_so_at_its_place() {
    let environment = "environment = \"production\"";
    let trusting = format!("{environment}\ntrust = [\"{SERVER}\"]");
    let plan = Scratch::from(
        "clinic.toml",
        "trusting-wrong.toml",
        &[(environment, &trusting)],
    );
    let answer = kanta(&["check", plan.path()]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.stderr.contains("is not a CA's certificate"),
        "{}",
        answer.stderr
    );
}
