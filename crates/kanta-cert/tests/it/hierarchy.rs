//! The hierarchy that a certificate stands in: by the list of CAs, by the policies, and by the issuer's name.

use crate::common::{DAY, certificate, in_each};
use kanta_cert::{Environment, IssuerList, Profile, Question};
use kanta_conformance::{Outcome, OutcomeKind};
use kanta_testkit::{CertificateBuilder, server_certificate};

const TEST: &str = "deployment-requirements/test-certificate-in-production";
const PRODUCTION: &str = "observed-certificates/production-certificate-in-test";
const TEST_POLICY: &str = "1.2.246.517.99.10.358.1";

fn outcome(
    builder: &CertificateBuilder,
    issuers: &IssuerList,
    environment: Environment,
    id: &str,
) -> Outcome {
    let question = Question::on(DAY).environment(environment).issuers(issuers);
    let certificate = certificate(builder);
    let outcomes = Profile::Server.outcomes(&certificate, &question);
    let found = outcomes.into_iter().find(|(row, _)| row.id() == id);
    found.unwrap().1
}

/// The hierarchy that both rows take the certificate to stand in.
fn hierarchy(builder: &CertificateBuilder, issuers: &IssuerList) -> Option<Environment> {
    let in_production = outcome(builder, issuers, Environment::Production, TEST);
    let in_test = outcome(builder, issuers, Environment::Test, PRODUCTION);
    match (in_production.kind(), in_test.kind()) {
        (OutcomeKind::Violated, OutcomeKind::Satisfied) => Some(Environment::Test),
        (OutcomeKind::Satisfied, OutcomeKind::Violated) => Some(Environment::Production),
        (OutcomeKind::NotApplicable, OutcomeKind::NotApplicable) => None,
        other => panic!("{other:?}"),
    }
}

/// CAs of DVV that are in no list, with whether their names are those of a test hierarchy.
const UNLISTED: [(&str, bool); 5] = [
    (
        "O=Digi- ja vaestotietovirasto CA, CN=DVV New Certificates - G9E",
        false,
    ),
    (
        "O=Digi- ja vaestotietovirasto TEST, CN=DVV New Certificates - G9E",
        true,
    ),
    (
        "O=Digi- ja vaestotietovirasto CA, CN=DVV TEST New Certificates - G9E",
        true,
    ),
    (
        "O=Digi- ja vaestotietovirasto CA, CN=DVV TESTING Certificates - G9E",
        false,
    ),
    (
        "O=Digi- ja vaestotietovirasto TESTING, CN=DVV New Certificates - G9E",
        false,
    ),
];

#[test]
fn a_ca_in_no_list_is_placed_by_its_name() {
    for (issuer, is_test) in UNLISTED {
        let builder = server_certificate().issuer(issuer);
        let expected = if is_test {
            Environment::Test
        } else {
            Environment::Production
        };
        let found = hierarchy(&builder, IssuerList::built_in());
        assert_eq!(found, Some(expected), "{issuer}");
    }
}

#[test]
fn a_foreign_certificate_stands_in_no_hierarchy_unless_its_policy_names_one() {
    for issuer in ["O=Someone, CN=CA", "O=Someone TEST, CN=TEST CA"] {
        let foreign = server_certificate().issuer(issuer);
        let list = IssuerList::built_in();
        assert_eq!(hierarchy(&foreign, list), None, "{issuer}");
        let tests = foreign.policies(&[TEST_POLICY]);
        assert_eq!(hierarchy(&tests, list), Some(Environment::Test), "{issuer}");
    }
}

#[test]
fn of_a_ca_in_the_list_the_list_tells_and_not_its_name() {
    let list = IssuerList::parse(
        "headings\n\
         sote;test;Vaestorekisterikeskus CA;Plain CA;;\n\
         sote;production;Vaestorekisterikeskus TEST;TEST CA;;\n",
    )
    .unwrap();
    let of = |issuer: &str| server_certificate().issuer(issuer);
    let plain = of("O=Vaestorekisterikeskus CA, CN=Plain CA");
    assert_eq!(hierarchy(&plain, &list), Some(Environment::Test));
    let named = of("O=Vaestorekisterikeskus TEST, CN=TEST CA");
    assert_eq!(hierarchy(&named, &list), Some(Environment::Production));
    // A policy of the test hierarchy weighs more.
    let policy = named.policies(&[TEST_POLICY]);
    assert_eq!(hierarchy(&policy, &list), Some(Environment::Test));
}

#[test]
fn both_hierarchies_are_told_in_three_languages() {
    let production = [
        "the production hierarchy",
        "tuotantohierarkia",
        "produktionshierarkin",
    ];
    let test = ["the test hierarchy", "testihierarkia", "testhierarkin"];
    let good = server_certificate();
    let tests = server_certificate().policies(&[TEST_POLICY]);
    for (builder, environment, id, is, should_be) in [
        (&tests, Environment::Production, TEST, test, production),
        (&good, Environment::Test, PRODUCTION, production, test),
    ] {
        match outcome(builder, IssuerList::built_in(), environment, id) {
            Outcome::Violated { found, required } => {
                assert_eq!(in_each(&found), is);
                assert_eq!(in_each(&required), should_be);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
#[cfg(feature = "_path")]
fn a_ca_of_the_trust_store_has_a_role_by_the_same_names() {
    use kanta_cert::{AuthorityRole, Branch, TrustStore};
    use kanta_testkit::ca;

    let role = |subject: &str| {
        let mut store = TrustStore::new();
        let pem = ca().subject(subject).pem();
        store.trust("cas.pem", pem.as_bytes()).unwrap();
        let [only] = store.intermediates() else {
            panic!("{subject}")
        };
        only.role(IssuerList::built_in())
    };
    for (subject, is_test) in UNLISTED {
        let expected = if is_test {
            AuthorityRole::Test
        } else {
            AuthorityRole::Unknown
        };
        assert_eq!(role(subject), expected, "{subject}");
    }
    assert_eq!(
        role("O=Vaestorekisterikeskus TEST, CN=VRK TEST CA for Healthcare Service Providers"),
        AuthorityRole::Issuing(Branch::Sote, Environment::Test)
    );
    // Which of two names counts is not settled.
    assert_eq!(
        role("O=Digi- ja vaestotietovirasto TEST, CN=One CA, CN=Another CA"),
        AuthorityRole::Unknown
    );
}
