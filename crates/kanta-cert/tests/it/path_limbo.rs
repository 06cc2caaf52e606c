//! The public suite x509-limbo, for whoever has its file: name it in X509_LIMBO.
//!
//! Its cases about names, purposes and key sizes for the public web are not ours: only the path is
//! asked for. Where we differ, `path_limbo/differences.txt` says why; a difference that is not
//! there fails, and one that has gone fails too.

use std::collections::BTreeMap;

use kanta_cert::{Certificate, CertificateOrRequest, Moment, Question, TrustStore};
use kanta_conformance::Outcome;
use serde_json::Value;

fn texts<'a>(case: &'a Value, field: &str) -> impl Iterator<Item = &'a [u8]> {
    let list = case[field].as_array().into_iter().flatten();
    list.map(|text| text.as_str().unwrap().as_bytes())
}

/// Whether the path verifies; revocation counts where the case brings lists. The word is what the
/// first row that does not hold says, or at what an input failed.
fn ours(case: &Value) -> Result<(), String> {
    let mut store = TrustStore::new();
    for text in texts(case, "trusted_certs") {
        store
            .trust("trusted", text)
            .map_err(|error| format!("trust: {error}"))?;
    }
    for text in texts(case, "untrusted_intermediates") {
        store
            .add_intermediates("untrusted", text)
            .map_err(|error| format!("intermediate: {error}"))?;
    }
    let mut has_lists = false;
    for text in texts(case, "crls") {
        has_lists = true;
        store
            .add_crls("crl", text)
            .map_err(|error| format!("list: {error}"))?;
    }
    let pem = case["peer_certificate"].as_str().unwrap().as_bytes();
    let documents =
        CertificateOrRequest::read_all(pem).map_err(|error| format!("peer: {error}"))?;
    let [CertificateOrRequest::Certificate(certificate)] = &documents[..] else {
        return Err("peer: not one certificate".into());
    };
    let certificate: &Certificate = certificate;
    // Cases without a time are meant for now; the suite's certificates live for a thousand years.
    let time = case["validation_time"]
        .as_str()
        .unwrap_or("2026-11-01T00:00:00Z");
    let time: jiff::Timestamp = time.parse().unwrap();
    let question = Question::at(Moment::from_unix_seconds(time.as_second()));
    for (row, outcome) in store.outcomes(certificate, &question) {
        // Lists are not asked for where the case brings none, and no row was in force before 2019.
        if row.id().ends_with("certificate-revoked") && !has_lists {
            continue;
        }
        if outcome != Outcome::Satisfied {
            return Err(row.id().to_owned());
        }
    }
    Ok(())
}

#[test]
fn x509_limbo_is_followed_but_for_what_is_written_down() {
    let Some(path) = std::env::var_os("X509_LIMBO") else {
        eprintln!("SKIPPED: x509-limbo is not here; name its limbo.json in X509_LIMBO");
        return;
    };
    let suite: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut known: BTreeMap<&str, &str> = include_str!("path_limbo/differences.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(": ").unwrap())
        .collect();
    let mut surprises = Vec::new();
    let mut cases = 0;
    for case in suite["testcases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        // What the web's names are held against, and what was fetched from it, is not ours.
        if id.starts_with("bettertls::") || id.starts_with("online::") {
            continue;
        }
        cases += 1;
        let expected = case["expected_result"].as_str().unwrap() == "SUCCESS";
        let ours = ours(case);
        let differs = ours.is_ok() != expected;
        match (differs, known.remove(id)) {
            (true, None) => {
                surprises.push(format!("new: {id}: expected {expected}, ours {ours:?}"))
            }
            (false, Some(_)) => surprises.push(format!("gone: {id}: ours {ours:?}")),
            _ => {}
        }
    }
    surprises.extend(known.keys().map(|id| format!("no such case: {id}")));
    assert!(
        surprises.is_empty(),
        "{cases} cases\n{}",
        surprises.join("\n")
    );
}
