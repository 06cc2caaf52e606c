//! Makes the seeds of the fuzz targets that read certificates; the same bytes each time:
//! `cargo run -p kanta-testkit --example fuzz_seeds -- fuzz/seeds`.

use std::path::Path;
use std::process::ExitCode;

use kanta_testkit::{
    StringType, TestKey, ca, request, server_certificate, system_signature_certificate,
    system_signature_request,
};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: fuzz_seeds FOLDER");
        return ExitCode::from(2);
    };
    let odd = server_certificate()
        .certificate_serial(&[0])
        .dns_name("lääkäri.example")
        .raw_alt_name(0x87, &[1])
        .duplicate_extension("2.5.29.15")
        .trailing_bytes(b"x");
    let certificates = [
        ("server", server_certificate()),
        ("signature", system_signature_certificate()),
        ("ca", ca()),
        ("rsa", server_certificate().key(TestKey::Rsa2048)),
        ("bmp", server_certificate().strings(StringType::Bmp)),
        (
            "names",
            server_certificate()
                .ip_address("2001:db8::1")
                .email("a@b.example")
                .uri("x:y"),
        ),
        ("odd", odd),
    ];
    let requests = [
        ("server", request()),
        ("signature", system_signature_request()),
        ("bare", request().without_extensions()),
    ];
    let pem = server_certificate().pem();
    let texts = [
        ("one", pem.clone()),
        ("chain", format!("text\n{}{pem}", ca().pem())),
        ("request", request().pem()),
        (
            "key",
            format!("{pem}{}", server_certificate().private_key_pem()),
        ),
        ("unfinished", pem.replace("END", "")),
    ];
    let der = certificates
        .iter()
        .map(|(name, one)| ("cert_der", *name, one.der()));
    let asked = requests
        .iter()
        .map(|(name, one)| ("cert_request", *name, one.der()));
    let text = texts
        .iter()
        .map(|(name, one)| ("cert_pem", *name, one.clone().into_bytes()));
    // Which certificate, which second, and no change yet.
    let mutated = (0..5_u8).map(|n| ("cert_mutated", "start", vec![n, 0, 0, 0, 0, 0x69, 0, 0, n]));
    for (index, (target, name, bytes)) in der.chain(asked).chain(text).chain(mutated).enumerate() {
        let path = Path::new(&folder)
            .join(target)
            .join(format!("{name}-{index}"));
        let written = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = written.and_then(|()| std::fs::write(&path, bytes)) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
