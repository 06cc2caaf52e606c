//! What a trust store takes in, and what it tells of a certificate.

use crate::path_chains::{GOOD, good, letters, question};
use kanta_cert::{Certificate, Language, ReadError, TrustError, TrustStore};
use kanta_conformance::FieldPath;
use kanta_testkit::{ca, crl, request, root, root_crl};

#[test]
fn each_ca_and_each_list_is_told_with_its_file() {
    let mut store = TrustStore::new();
    store.trust("root.pem", root().pem().as_bytes()).unwrap();
    store.add_intermediates("ca.der", &ca().der()).unwrap();
    store.add_crls("list.crl", &crl().der()).unwrap();
    let roots: Vec<&str> = store.roots().iter().map(|root| root.file()).collect();
    let between: Vec<&str> = store.intermediates().iter().map(|ca| ca.file()).collect();
    let lists: Vec<&str> = store.crls().map(|(file, _)| file).collect();
    assert_eq!(
        (roots, between, lists),
        (vec!["root.pem"], vec!["ca.der"], vec!["list.crl"])
    );
}

#[test]
fn a_list_in_der_is_taken_in_with_what_is_trusted() {
    let mut store = TrustStore::new();
    store.trust("root.crl", &root_crl().der()).unwrap();
    store.add_intermediates("ca.crl", &crl().der()).unwrap();
    let lists: Vec<&str> = store.crls().map(|(file, _)| file).collect();
    assert_eq!(lists.len(), 2);
    assert!(lists.contains(&"root.crl") && lists.contains(&"ca.crl"));
    assert!(store.is_empty() && store.intermediates().is_empty());
}

#[test]
fn lists_in_pem_alone_are_taken_in_with_what_is_trusted() {
    let mut store = TrustStore::new();
    store
        .trust("root.pem", root_crl().pem().as_bytes())
        .unwrap();
    store
        .add_intermediates("ca.pem", crl().pem().as_bytes())
        .unwrap();
    assert_eq!(store.crls().count(), 2);
    // What calls itself a certificate has to be one, whatever stands beside it.
    let mislabelled = crl().pem().replace("X509 CRL", "CERTIFICATE");
    let both = format!("{}{mislabelled}", root_crl().pem());
    let error = store.trust("both.pem", both.as_bytes()).unwrap_err();
    assert!(matches!(error, TrustError::Read(_)), "{error}");
}

#[test]
fn of_a_text_with_something_broken_in_it_nothing_is_taken_in() {
    let broken = ca().pem().replacen("MII", "MI*", 1);
    let text = format!("{}{}{broken}", crl().pem(), root().pem());
    let mut store = TrustStore::new();
    for error in [
        store.trust("all.pem", text.as_bytes()).unwrap_err(),
        store
            .add_intermediates("all.pem", format!("{}{broken}", crl().pem()).as_bytes())
            .unwrap_err(),
        store
            .trust(
                "all.pem",
                format!("{}{}", crl().pem(), request().pem()).as_bytes(),
            )
            .unwrap_err(),
    ] {
        assert!(
            matches!(
                error,
                TrustError::Read(ReadError::Base64 { .. }) | TrustError::Request
            ),
            "{error}"
        );
        let told = Language::ALL.map(|language| error.message(language));
        assert!(told[0] != told[1] && told[1] != told[2], "{told:?}");
    }
    assert!(store.is_empty());
    assert_eq!(store.crls().count(), 0);
}

#[test]
fn findings_are_the_outcomes_with_the_place_of_the_certificate() {
    let chain = good();
    let mut store = TrustStore::new();
    store
        .trust("all.pem", chain.trust_pem().as_bytes())
        .unwrap();
    let expired = chain.end_entity.clone().expired();
    let at = FieldPath::named("access_point", "ap1");
    for (end_entity, expected) in [(&chain.end_entity, GOOD), (&expired, "SSVSSSSS")] {
        let certificate = Certificate::from_der(&end_entity.der()).unwrap();
        let outcomes = store.outcomes(&certificate, &question());
        assert_eq!(letters(&outcomes), expected);
        let findings = store.findings(&certificate, &question(), &at);
        assert_eq!(findings.len(), outcomes.len());
        for (finding, (requirement, outcome)) in findings.iter().zip(&outcomes) {
            assert_eq!(finding.requirement.id(), requirement.id());
            assert_eq!(finding.outcome, *outcome);
            assert_eq!(finding.path, at);
        }
    }
}
