//! The public face: one call for a verdict, and one shape for what is sent and stored.

use kanta_cert::{
    Certificate, CertificateOrRequest, CertificateRequest, Date, Environment, KeyUsage, Moment,
    OddityKind, Profile, Question, ReadError, Verdict, check, kind_of,
};
use kanta_conformance::FieldPath;
use kanta_testkit::{ca, request, root, server_certificate, system_signature_certificate};
use serde_json::json;

const DAY: Date = Date::constant(2025, 12, 1);

#[test]
fn one_call_gives_the_verdict_on_a_file() {
    let verdict = |bytes: &[u8], profile| check(bytes, profile, DAY).unwrap().verdict();
    let good = server_certificate();
    let whole_chain = [ca().pem(), good.pem(), root().pem()].concat();
    for bytes in [
        good.der(),
        good.pem().into_bytes(),
        whole_chain.into_bytes(),
    ] {
        assert_eq!(verdict(&bytes, Profile::Server), Verdict::Conforming);
        let other = verdict(&bytes, Profile::SystemSignature);
        assert_eq!(other, Verdict::NonConforming);
    }
    let signature = system_signature_certificate().der();
    assert_eq!(
        verdict(&signature, Profile::SystemSignature),
        Verdict::Conforming
    );
}

#[test]
fn the_call_finds_what_the_profile_finds() {
    for file in [server_certificate().der(), request().der()] {
        let question = Question::on(DAY).dns_name("muu.klinikka.example");
        let document = CertificateOrRequest::from_der(&file).unwrap();
        let findings = Profile::Server.findings(&document, &question, &FieldPath::ROOT);
        let assessment = check(&file, Profile::Server, question.clone()).unwrap();
        assert_eq!(assessment.findings, findings);
        assert_eq!(assessment.on, DAY);
        assert_eq!(assessment.verdict(), Verdict::NonConforming);
    }
}

#[test]
fn a_moment_is_asked_about_as_well_as_a_day() {
    // On its last day the certificate ends with the day; a second later it has expired.
    let file = server_certificate().der();
    let end: Moment = "2026-08-31T20:59:59Z".parse().unwrap();
    let later = Moment::from_unix_seconds(end.unix_seconds() + 1);
    let verdict = |moment| check(&file, Profile::Server, moment).unwrap().verdict();
    assert_eq!(verdict(end), Verdict::Conforming);
    assert_eq!(verdict(later), Verdict::NonConforming);
}

#[test]
fn what_is_no_single_certificate_is_an_error_and_no_verdict() {
    let two = [
        server_certificate().pem(),
        system_signature_certificate().pem(),
    ]
    .concat();
    let error = |bytes: &[u8]| check(bytes, Profile::Server, DAY).unwrap_err();
    assert_eq!(
        error(two.as_bytes()),
        ReadError::Ambiguous { end_entities: 2 }
    );
    let only_cas = [ca().pem(), root().pem()].concat();
    assert_eq!(
        error(only_cas.as_bytes()),
        ReadError::Ambiguous { end_entities: 0 }
    );
    assert_eq!(error(b"nothing"), ReadError::NotFound);
    let with_request = [server_certificate().pem(), request().pem()].concat();
    assert_eq!(error(with_request.as_bytes()), ReadError::IsRequest);
}

#[test]
fn a_certificate_and_a_request_are_the_base64_of_their_der() {
    let certificate = Certificate::from_der(&server_certificate().der()).unwrap();
    let json = serde_json::to_string(&certificate).unwrap();
    // The same as in PEM, in one line.
    let pem = server_certificate().pem();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    assert_eq!(json, format!("\"{body}\""));
    assert_eq!(
        serde_json::from_str::<Certificate>(&json).unwrap(),
        certificate
    );

    let asked = CertificateRequest::from_der(&request().der()).unwrap();
    let json = serde_json::to_string(&asked).unwrap();
    assert_eq!(
        serde_json::from_str::<CertificateRequest>(&json).unwrap(),
        asked
    );
    let error = serde_json::from_str::<Certificate>(&json).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a certificate request, not a certificate"),
        "{error}"
    );
    let error = serde_json::from_str::<Certificate>("\"MII*\"").unwrap_err();
    assert!(
        error.to_string().starts_with("not base64 at byte 3"),
        "{error}"
    );
}

#[test]
fn everything_else_has_one_shape_too() {
    let certificate = Certificate::from_der(&server_certificate().der()).unwrap();
    let shape = |value: &dyn erased::Json| value.json();
    assert_eq!(
        shape(&certificate.validity()),
        json!({ "not_before": "2025-08-31T21:00:00Z", "not_after": "2026-08-31T20:59:59Z" })
    );
    assert_eq!(shape(&certificate.key()), json!("EC P-256"));
    assert_eq!(shape(&certificate.key_usage()), json!(["digitalSignature"]));
    assert_eq!(shape(&KeyUsage::default()), json!([]));
    let kind = kind_of(&certificate, kanta_cert::IssuerList::built_in());
    assert_eq!(shape(&kind), json!("server"));
    assert_eq!(shape(&Profile::SystemSignature), json!("system-signature"));
    assert_eq!(shape(&Environment::Production), json!("production"));
    for &profile in Profile::ALL {
        assert_eq!(shape(&profile), json!(profile.code()));
        assert_eq!(profile.to_string().parse(), Ok(profile));
    }
    assert_eq!(
        shape(&OddityKind::NonAsciiDnsName),
        json!("non-ascii-dns-name")
    );
    let policies: Vec<_> = certificate.policies().collect();
    assert_eq!(
        shape(&policies),
        json!(["0.4.0.2042.1.7", "1.2.246.517.1.10.358.1"])
    );
    let subject = shape(&certificate.subject());
    assert_eq!(subject[0], json!({ "type": "C", "value": "FI" }));
    assert_eq!(
        subject[4],
        json!({ "type": "serialNumber", "value": "1.2.246.10.12345671.10.0.13.1" })
    );
    let moment: Moment = serde_json::from_value(json!("2025-12-01T12:00:00+02:00")).unwrap();
    assert_eq!(shape(&moment), json!("2025-12-01T10:00:00Z"));
    assert!(serde_json::from_value::<Moment>(json!("2025-12-01")).is_err());
}

mod erased {
    /// Whatever can be serialised.
    pub(super) trait Json {
        fn json(&self) -> serde_json::Value;
    }

    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> serde_json::Value {
            serde_json::to_value(self).unwrap()
        }
    }
}
