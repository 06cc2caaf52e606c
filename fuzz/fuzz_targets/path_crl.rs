//! Any bytes as a CA's list of revoked certificates: only the very lists that the CA signed let a certificate pass.
#![no_main]

use std::sync::OnceLock;

use kanta_cert::{Certificate, Crl, Moment, Question, TrustStore};
use kanta_conformance::{Language, Outcome, Why};
use kanta_testkit::chain;
use libfuzzer_sys::fuzz_target;

struct Good {
    root: Vec<u8>,
    ca: Vec<u8>,
    root_crl: Vec<u8>,
    /// Without a scope, and with the place that the certificate names.
    crls: [Vec<u8>; 2],
    certificate: Certificate,
}

fn good() -> &'static Good {
    static GOOD: OnceLock<Good> = OnceLock::new();
    GOOD.get_or_init(|| {
        let made = chain().quick();
        let crl = made.crl.expect("there");
        let placed = crl
            .clone()
            .published_at("http://proxy.fineid.fi/crl/dvvshsp3ec.crl");
        Good {
            root: made.root.der(),
            ca: made.ca.expect("there").der(),
            root_crl: made.root_crl.expect("there").der(),
            crls: [crl.der(), placed.der()],
            certificate: Certificate::from_der(&made.end_entity.der()).expect("good"),
        }
    })
}

fuzz_target!(|bytes: &[u8]| {
    let lists = match Crl::read_all(bytes) {
        Ok(lists) => lists,
        Err(error) => {
            for language in Language::ALL {
                assert!(!error.message(language).is_empty());
            }
            return;
        }
    };
    let good = good();
    let mut store = TrustStore::new();
    store.trust("root", &good.root).expect("good");
    store.add_intermediates("ca", &good.ca).expect("good");
    store.add_crls("root.crl", &good.root_crl).expect("good");
    store
        .add_crls("fuzzed.crl", bytes)
        .expect("it was read before");
    // 1.12.2025 at two o'clock in Finland.
    let question = Question::at(Moment::from_unix_seconds(1_764_547_200));
    let mut passes = true;
    for (_, outcome) in store.outcomes(&good.certificate, &question) {
        passes &= outcome == Outcome::Satisfied;
        if let Outcome::Violated { found: value, .. }
        | Outcome::Undetermined(Why::Unchecked(value)) = &outcome
        {
            for language in Language::ALL {
                let told = value.display(language).to_string();
                assert!(!told.chars().any(char::is_control), "{told:?}");
            }
        }
    }
    let is_there = lists
        .iter()
        .any(|list| good.crls.iter().any(|crl| crl == list.der()));
    assert!(
        !passes || is_there,
        "passed without the list that the CA signed"
    );
});
