//! DER: read or refused at a place inside, judged without a panic; and where nothing is odd, a
//! second reader reads the same.
#![no_main]

use kanta_cert::{Certificate, CertificateOrRequest, Environment, Holder, Profile, Question};
use kanta_conformance::{Date, Language};
use libfuzzer_sys::fuzz_target;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

fuzz_target!(|der: &[u8]| {
    let document = match CertificateOrRequest::from_der(der) {
        Ok(document) => document,
        Err(error) => {
            assert!(error.offset().is_none_or(|offset| offset <= der.len()));
            for language in Language::ALL {
                assert!(!error.message(language).is_empty());
            }
            return;
        }
    };
    let question = Question::on(Date::constant(2025, 12, 1))
        .environment(Environment::Production)
        .access_point("1.2.246.10.12345671.10.0.13.1")
        .dns_name("kanta.klinikka.example")
        .holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others: &["Toinen Oy"],
        });
    for &profile in Profile::ALL {
        for (requirement, outcome) in profile.outcomes(&document, &question) {
            assert!(!requirement.id().is_empty() && !outcome.kind().code().is_empty());
        }
    }
    if let CertificateOrRequest::Certificate(certificate) = &document {
        assert_eq!(certificate.der(), der);
        if certificate.oddities().is_empty() {
            agree(certificate, der);
        }
    }
});

fn agree(ours: &Certificate, der: &[u8]) {
    let Ok((_, theirs)) = X509Certificate::from_der(der) else {
        return;
    };
    assert_eq!(ours.certificate_serial(), theirs.raw_serial());
    let validity = ours.validity();
    assert_eq!(
        validity.not_before.unix_seconds(),
        theirs.validity().not_before.timestamp()
    );
    assert_eq!(
        validity.not_after.unix_seconds(),
        theirs.validity().not_after.timestamp()
    );
    let subject = theirs.subject().iter_attributes().count();
    assert_eq!(ours.subject().attributes().count(), subject);
    let issuer = theirs.issuer().iter_attributes().count();
    assert_eq!(ours.issuer().attributes().count(), issuer);
    if let Ok(Some(usage)) = theirs.key_usage() {
        let sign = usage.value.digital_signature();
        let ours = ours.key_usage().expect("read by the other reader");
        assert_eq!(ours.contains(kanta_cert::KeyUsage::DIGITAL_SIGNATURE), sign);
    }
    if let Ok(Some(names)) = theirs.subject_alternative_name() {
        let theirs: Vec<&str> = names
            .value
            .general_names
            .iter()
            .filter_map(|name| match name {
                GeneralName::DNSName(name) => Some(*name),
                _ => None,
            })
            .collect();
        assert_eq!(ours.dns_names().collect::<Vec<_>>(), theirs);
    }
}
