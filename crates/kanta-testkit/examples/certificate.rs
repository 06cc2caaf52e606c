//! Prints a certificate or a request that differs from a good one, as PEM text:
//! `cargo run -p kanta-testkit --example certificate`.

use kanta_testkit::{TestKey, server_certificate};

fn main() {
    let certificate = server_certificate()
        .serial_number("1.2.246.10.12345671.10.0.13.2")
        .primary_name("kanta.toinen.example")
        .ip_address("192.31.196.7")
        .key(TestKey::P384);
    print!("{}", certificate.pem());
}
