//! A good certificate with some octets changed, through every profile, told in every language.
#![no_main]

use std::sync::OnceLock;

use kanta_cert::{CertificateOrRequest, Holder, IssuerList, Moment, Profile, Question, kind_of};
use kanta_conformance::{FieldPath, Language, Outcome};
use kanta_testkit::{ca, request, server_certificate, system_signature_certificate};
use libfuzzer_sys::fuzz_target;

fn good() -> &'static [Vec<u8>] {
    static GOOD: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    GOOD.get_or_init(|| {
        vec![
            server_certificate().der(),
            server_certificate()
                .ip_address("192.31.196.7")
                .email("a@b.example")
                .der(),
            system_signature_certificate().der(),
            ca().der(),
            request().der(),
        ]
    })
}

fuzz_target!(|input: (u8, i64, Vec<(u16, u8)>)| {
    let (choice, seconds, changes) = input;
    let mut der = good()[usize::from(choice) % good().len()].clone();
    for (position, octet) in changes.into_iter().take(16) {
        let position = usize::from(position) % der.len();
        der[position] = octet;
    }
    let Ok(document) = CertificateOrRequest::from_der(&der) else {
        return;
    };
    let question = Question::at(Moment::from_unix_seconds(seconds))
        .access_point("1.2.246.10.12345671.10.0.13.1")
        .dns_name("kanta.klinikka.example")
        .holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others: &[],
        });
    for &profile in Profile::ALL {
        for finding in profile.findings(&document, &question, &FieldPath::table("x")) {
            if let Outcome::Violated { found, required } = &finding.outcome {
                for language in Language::ALL {
                    for value in [found, required] {
                        let told = value.display(language).to_string();
                        assert!(!told.chars().any(char::is_control), "{told:?}");
                    }
                }
            }
        }
    }
    let _ = kind_of(&document, IssuerList::built_in());
});
