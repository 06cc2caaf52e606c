//! Text with PEM blocks, or anything else that a file can hold.
#![no_main]

use kanta_cert::{Certificate, CertificateOrRequest, CertificateRequest};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let all = CertificateOrRequest::read_all(bytes);
    match &all {
        Ok(documents) => assert!(!documents.is_empty()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if Certificate::from_pem_or_der(bytes).is_ok()
        || CertificateRequest::from_pem_or_der(bytes).is_ok()
    {
        assert!(all.is_ok());
    }
    // A private key is never read past, wherever it stands.
    let key = b"-----BEGIN PRIVATE KEY-----";
    if bytes.first() != Some(&0x30) && bytes.windows(key.len()).any(|window| window == key) {
        assert!(all.is_err());
    }
});
