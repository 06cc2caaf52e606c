//! `kanta cert` as people and scripts meet it.

use std::path::PathBuf;

use crate::harness::{LANGUAGES, assert_fits, kanta};
use serde_json::Value;

const SERVER: &str = "certificates/clinic-server.pem";
const SIGNATURE: &str = "certificates/clinic-signature.pem";
const WRONG: &str = "certificates/wrong-server.pem";
const GENERAL: &str = "certificates/general-server.pem";
const REQUEST: &str = "certificates/clinic-server-request.pem";
const ON: [&str; 2] = ["--on", "2025-12-01"];
const ASKED: [&str; 8] = [
    "--access-point",
    "1.2.246.10.12345671.10.0.13.1",
    "--dns-name",
    "kanta.klinikka.example",
    "--holder",
    "Esimerkkiklinikka Oy",
    "--environment",
    "production",
];

fn cert(files: &[&str], options: &[&str]) -> crate::harness::Answer {
    kanta(&[&["cert"], files, &ON, options].concat())
}

/// A file of a test's own, gone at its end.
struct File(PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

/// The violated requirements of each certificate, from the machine's report.
fn violated(files: &[&str], options: &[&str]) -> Vec<Vec<String>> {
    let answer = cert(files, &[options, &["--format", "json"]].concat());
    answer
        .stdout
        .lines()
        .map(|line| {
            let report: Value = serde_json::from_str(line).unwrap();
            let findings = report["findings"].as_array().unwrap();
            findings
                .iter()
                .filter(|finding| finding["outcome"] == "violated")
                .map(|finding| finding["requirement"].as_str().unwrap().to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn a_good_certificate_and_the_request_for_it_exit_0() {
    for file in [SERVER, REQUEST] {
        let answer = cert(&[file], &ASKED);
        assert_eq!(answer.status, 0, "{}", answer.stdout);
        assert_eq!(answer.stderr, "");
        assert_eq!(violated(&[file], &ASKED), [[""; 0]]);
    }
    let answer = cert(&[SIGNATURE], &["--environment", "production"]);
    assert_eq!(answer.status, 0, "{}", answer.stdout);
    let last = answer.stdout.trim_end().replace('\n', " ");
    assert!(
        last.ends_with(
            "as far as it was asked and can be checked, it serves as a system signature \
             certificate for social welfare and health care (2025-12-01)"
        ),
        "{last}"
    );
}

#[test]
fn the_wrong_certificate_exits_1_with_each_fault_once() {
    let answer = cert(&[WRONG], &ASKED);
    assert_eq!(answer.status, 1);
    assert_eq!(
        violated(&[WRONG], &ASKED),
        [[
            "connection-models/server-certificate-of-another-point",
            "connection-models/server-certificate-name-not-in-subject",
            "connection-models/server-certificate-name-not-in-alternative-names",
            "private-network/certificate-not-valid",
            "observed-certificates/basic-constraints",
        ]]
    );
    for id in &violated(&[WRONG], &ASKED)[0] {
        let told = |line: &str| line.trim_start().starts_with("id ") && line.ends_with(id);
        assert!(answer.stdout.lines().any(told), "{id}: {}", answer.stdout);
    }
}

#[test]
fn a_certificate_of_the_wrong_kind_is_named_for_what_it_is() {
    let answer = cert(&[GENERAL], &[]);
    assert_eq!(answer.status, 1);
    let first = answer.stdout.lines().next().unwrap();
    assert_eq!(
        first,
        "certificates/general-server.pem: a server certificate of DVV's general service"
    );
    let answer = cert(&[SIGNATURE], &["--profile", "server"]);
    assert_eq!(answer.status, 1);
    let words: Vec<&str> = answer.stdout.split_whitespace().collect();
    let told = "found a system signature certificate for social welfare and health care required";
    assert!(words.join(" ").contains(told), "{}", answer.stdout);
    let answer = cert(&[SERVER], &["--profile", "system-signature"]);
    assert_eq!(answer.status, 1);
}

#[test]
fn what_nobody_asked_for_is_listed_and_does_not_count() {
    let answer = cert(&[SERVER], &["--format", "json"]);
    assert_eq!(answer.status, 0);
    let report = answer.json();
    assert_eq!(
        report["not_asked"],
        serde_json::json!([
            "connection-models/server-certificate-of-another-point",
            "connection-models/server-certificate-name-not-in-subject",
            "connection-models/server-certificate-of-someone-else",
            "deployment-requirements/test-certificate-in-production",
            "observed-certificates/production-certificate-in-test",
        ])
    );
    assert_eq!(
        report["not_judged"],
        serde_json::json!(["tl-iv", "path-and-revocation"])
    );
    let text = cert(&[SERVER], &[]).stdout;
    assert!(
        text.contains("\nnot judged here: cryptographic strength at level TL IV"),
        "{text}"
    );
    assert!(text.contains("\nnot asked: "), "{text}");
    assert!(!cert(&[SERVER], &ASKED).stdout.contains("not asked"));
}

#[test]
fn what_cannot_be_decided_exits_3() {
    let answer = cert(&[SERVER], &["--dns-name", "kanta.klinikka.example."]);
    assert_eq!(answer.status, 3, "{}", answer.stdout);
    // Before the article that tells that validity is verified.
    let answer = kanta(&["cert", SERVER, "--on", "2009-06-01"]);
    assert_eq!(answer.status, 3);
}

#[test]
fn of_several_files_the_worst_counts() {
    assert_eq!(cert(&[SERVER, SIGNATURE], &[]).status, 0);
    assert_eq!(cert(&[SERVER, GENERAL], &[]).status, 1);
    assert_eq!(cert(&[GENERAL, "nothing.pem", SERVER], &[]).status, 2);
    let answer = cert(&["nothing.pem", SERVER], &[]);
    assert_eq!(answer.stderr, "nothing.pem: there is no such file\n");
    assert!(
        answer
            .stdout
            .starts_with("certificates/clinic-server.pem: ")
    );
}

#[test]
fn certificates_of_one_access_point_are_told() {
    let text = |files: &[&str]| cert(files, &[]).stdout.replace('\n', " ");
    let renewed = text(&[SERVER, "certificates/clinic-abroad-server.pem"]);
    let several = "1.2.246.10.12345671.10.0.13.1: several certificates with one OID: the guide \
                   does not say whether they are one access point or two";
    assert!(renewed.contains(several), "{renewed}");
    let cluster = text(&[SERVER, SERVER]);
    let one = "1.2.246.10.12345671.10.0.13.1: one certificate in several places: the guide takes \
               the servers as one access point (3.1.2)";
    assert!(cluster.contains(one), "{cluster}");
    let other = text(&[SERVER, WRONG]);
    assert!(!other.contains("several"), "{other}");
}

#[test]
fn what_cannot_be_read_exits_2_with_the_reason() {
    let key = kanta_testkit::server_certificate().private_key_pem();
    let key = File::new("cert-key.pem", key.as_bytes());
    let large = File::new("cert-large.pem", &vec![b'x'; (1 << 20) + 1]);
    let der = kanta_testkit::server_certificate().der();
    let truncated = File::new("cert-truncated.der", &der[..500]);
    let empty = File::new("cert-empty.pem", b"");
    let words = File::new("cert-words.pem", b"hello");
    for (file, message) in [
        (
            key.path(),
            "holds a private key (byte 0): take it out, a private key is never passed on",
        ),
        (
            truncated.path(),
            "the certificate is cut off: the value at byte 0 has no end",
        ),
        (empty.path(), "empty"),
        (
            words.path(),
            "no certificate and no certificate request in it, neither as PEM nor as DER",
        ),
        (".", "this is a directory, not a file"),
    ] {
        let answer = cert(&[file], &[]);
        assert_eq!(answer.status, 2, "{file}");
        assert_eq!(answer.stdout, "", "{file}");
        assert_eq!(answer.stderr, format!("{file}: {message}\n"));
        let json = cert(&[file], &["--format", "json"]);
        assert_eq!(json.status, 2);
        assert_eq!(json.json()["verdict"], Value::Null);
        let fault = &json.json()["faults"][0];
        assert_eq!(fault["message"], message);
        assert_eq!(fault["messages"]["en"], message);
    }
    assert_eq!(cert(&[large.path()], &[]).status, 2);
}

#[test]
fn wrong_usage_exits_2_and_writes_no_report() {
    for arguments in [
        &["cert"][..],
        &[
            "cert",
            SERVER,
            "--access-point",
            "1.2.246.10.12345671.10.0.13.01",
        ],
        &["cert", SERVER, "--on", "1.12.2025"],
        &["cert", SERVER, "--profile", "other"],
        &["cert", SERVER, "--issuers", "clinic.toml"],
        &["cert", "show"],
    ] {
        let answer = kanta(arguments);
        assert_eq!(answer.status, 2, "{arguments:?}");
        assert_eq!(answer.stdout, "", "{arguments:?}");
        assert!(!answer.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_list_of_cas_can_be_replaced() {
    let own = "branch;hierarchy;organisation;common name;not before;not after\n\
               sote;production;Digi- ja vaestotietovirasto CA;DVV Service Certificates - G5E;;\n";
    let list = File::new("cert-issuers.csv", own.as_bytes());
    let found = violated(&[GENERAL], &["--issuers", list.path()]);
    let issuer = "connection-models/server-certificate-of-another-issuer".to_owned();
    assert!(!found[0].contains(&issuer), "{found:?}");
    assert!(violated(&[GENERAL], &[])[0].contains(&issuer));
}

#[test]
fn reports_fit_the_page_in_every_language() {
    for language in LANGUAGES {
        for file in [SERVER, WRONG, GENERAL, REQUEST] {
            for options in [&["--lang", language][..], &["--lang", language, "--all"]] {
                let answer = cert(&[file], &[options, &ASKED].concat());
                // The first line carries the file's name.
                let (_, rest) = answer.stdout.split_once('\n').unwrap();
                assert_fits(rest);
            }
            let page = kanta(&["cert", "show", file, "--lang", language]);
            assert_eq!(page.status, 0);
            assert_fits(page.stdout.split_once('\n').unwrap().1);
        }
    }
}

#[test]
fn a_certificate_is_shown_field_by_field() {
    let page = kanta(&["cert", "show", SERVER]).stdout;
    for line in [
        "  subject           C=FI\n",
        "                    serialNumber=1.2.246.10.12345671.10.0.13.1\n",
        "  other names       DNS kanta.klinikka.example\n",
        "  key               EC P-256\n",
        "  key usage         digitalSignature\n",
        "  purposes          TLS client, TLS server\n",
        "  valid from        2025-09-01 (2025-08-31T21:00:00Z)\n",
        "  valid to          2026-08-31 (2026-08-31T20:59:59Z)\n",
        "  signed with       ECDSA, SHA-384\n",
    ] {
        assert!(page.contains(line), "{line}{page}");
    }
    // What is odd is shown with its place, and nothing reaches the terminal.
    let odd = kanta_testkit::server_certificate()
        .organisation("Klinikka\u{1b}[31m")
        .certificate_serial(&[0])
        .der();
    let odd = File::new("cert-odd.der", &odd);
    let page = kanta(&["cert", "show", odd.path()]).stdout;
    assert!(page.contains("O=Klinikka\\u{1b}[31m\n"), "{page}");
    assert!(
        page.contains(
            "  odd               the certificate's serial number is not positive (at byte 13)\n"
        ),
        "{page}"
    );
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn of_a_chain_the_end_entity_is_checked() {
    let chain = format!(
        "{}{}",
        kanta_testkit::ca().pem(),
        kanta_testkit::server_certificate().pem()
    );
    let chain = File::new("cert-chain.pem", chain.as_bytes());
    let answer = cert(&[chain.path()], &ASKED);
    assert_eq!(answer.status, 0, "{}", answer.stdout);
    let page = kanta(&["cert", "show", chain.path()]).stdout;
    assert!(page.contains(" (1/2): a CA's certificate\n"), "{page}");
    assert!(
        page.contains(" (2/2): a server certificate for social welfare"),
        "{page}"
    );
}

#[test]
fn what_is_open_is_titled_as_open_with_the_reason_first() {
    // The day before the guide is known to have asked for it, with years left.
    for (language, title, reason) in [
        (
            "en",
            "1. Not known whether the common name of the subject is the DNS name of the primary connection",
            "open",
        ),
        (
            "fi",
            "1. Ei tiedossa, täyttyykö: haltijan commonName on ensisijaisen yhteyden DNS-nimi",
            "avoinna",
        ),
        (
            "sv",
            "1. Inte känt om Subject commonName är den primära förbindelsens DNS-namn",
            "öppet",
        ),
    ] {
        let options = ["--dns-name", "kanta.klinikka.example.", "--lang", language];
        let text = cert(&[SERVER], &options).stdout;
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(title), "{text}");
        // Neither the fault's sentence nor the statement a second time.
        let after = &flat[flat.find(title).unwrap() + title.len()..];
        assert!(after.trim_start().starts_with(reason), "{after}");
        assert!(after.contains("`kanta.klinikka.example`"), "{after}");
    }
    let text = cert(&[SERVER], &["--dns-name", "kanta.klinikka.example."]).stdout;
    assert!(!text.contains("The common name is not"), "{text}");
}

#[test]
fn a_holder_who_differs_is_shown() {
    let options = ["--holder", "Esimerkkiklinikka Oyj"];
    let text = cert(&[SERVER], &options).stdout;
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("found `Esimerkkiklinikka Oy`"), "{text}");
    let json = cert(&[SERVER], &[&options[..], &["--format", "json"]].concat()).json();
    let findings = json["findings"].as_array().unwrap();
    let holder = "connection-models/server-certificate-of-someone-else";
    let finding = findings
        .iter()
        .find(|it| it["requirement"] == holder)
        .unwrap();
    assert_eq!(finding["outcome"], "undetermined");
    assert_eq!(finding["found"]["en"], "`Esimerkkiklinikka Oy`");
}

#[test]
fn a_requests_own_signature_is_verified() {
    let request = kanta_testkit::request();
    let good = File::new("cert-request-good.pem", request.pem().as_bytes());
    let broken = File::new(
        "cert-request-broken.pem",
        request.broken_signature().pem().as_bytes(),
    );
    assert_eq!(cert(&[good.path()], &ASKED).status, 0);
    assert_eq!(cert(&[broken.path()], &ASKED).status, 1);
    assert_eq!(
        violated(&[broken.path()], &ASKED),
        [["rfc-2986/signature-false"]]
    );
    // A request has no path.
    assert!(!cert(&[good.path()], &[]).stdout.contains("revocation"));
}

#[test]
fn another_form_of_file_is_named_with_the_command_that_helps() {
    let list = File::new("cert-list.pem", kanta_testkit::crl().pem().as_bytes());
    let answer = cert(&[list.path()], &[]);
    assert_eq!(answer.status, 2);
    let message = "a list of revoked certificates (CRL), not a certificate; what it holds is shown by \
                   `openssl crl -in FILE -noout -text`";
    assert_eq!(answer.stderr, format!("{}: {message}\n", list.path()));
}
