//! Certificate requests: read or refused, and judged by both profiles.
#![no_main]

use kanta_cert::{CertificateRequest, Profile, Question};
use kanta_conformance::{Date, OutcomeKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|der: &[u8]| {
    let Ok(request) = CertificateRequest::from_der(der) else {
        return;
    };
    let question = Question::on(Date::constant(2025, 12, 1));
    for &profile in Profile::ALL {
        for (requirement, outcome) in profile.outcomes(&request, &question) {
            // A request has no issuer and no validity: nothing is found about them.
            if requirement.id().starts_with("private-network/") {
                assert_eq!(outcome.kind(), OutcomeKind::NotApplicable);
            }
        }
    }
});
