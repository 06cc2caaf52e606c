//! A folder to try a gateway with: an index, certificates that anyone can work out, and the configuration.

use std::fs;
use std::io;
use std::path::Path;

use kanta_cert::Moment;
use kanta_testkit::{
    CertificateBuilder, ChainBuilder, RevocationReason, chain, system_signature_certificate,
};

/// The clinic, which has the right to the Prescription Service, and not to the archive of imaging data.
pub const CLINIC: &str = "1.2.246.10.12345671.10.0";
/// The pharmacy, whose access point speaks from another address.
pub const PHARMACY: &str = "1.2.246.553.1.1234";

const ON_RECORD: [u8; 3] = [0x4f, 0x2a, 0x01];
const OF_PHARMACY: [u8; 3] = [0x4f, 0x2a, 0x02];
const REVOKED: [u8; 3] = [0x4f, 0x2a, 0x03];
const EXPIRED: [u8; 3] = [0x4f, 0x2a, 0x04];
const DAY: i64 = 86_400;

/// A peer's certificate, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Client {
    /// The name of its files: `NAME.pem` and `NAME-key.pem`.
    pub name: &'static str,
    /// Whether the handshake lets it in; what it asks for is another question.
    pub shakes_hands: bool,
    /// The certificate.
    pub certificate: CertificateBuilder,
}

/// A chain that is good around an instant, whose lists revoke one certificate.
pub fn chain_at(now: Moment) -> ChainBuilder {
    let at = |seconds: i64| moment(now, seconds).to_string();
    let lists = (at(-3600), at(30 * DAY));
    let chain = chain().quick();
    let chain = chain.with_end_entity(|it| {
        it.certificate_serial(&ON_RECORD)
            .valid(&at(-10 * DAY), &at(30 * DAY))
    });
    let reason = Some(RevocationReason::KeyCompromise);
    chain
        .with_crl(|it| {
            let it = it.this_update(&lists.0).next_update(&lists.1);
            it.revoke(&REVOKED, &at(-DAY), reason)
        })
        .with_root_crl(|it| it.this_update(&lists.0).next_update(&lists.1))
}

/// The peers that come: the good one first.
#[must_use]
pub fn clients(now: Moment) -> Vec<Client> {
    let at = |seconds: i64| moment(now, seconds).to_string();
    let good = || chain_at(now).end_entity;
    let client = |name, shakes_hands, certificate| Client {
        name,
        shakes_hands,
        certificate,
    };
    let pharmacy = good()
        .certificate_serial(&OF_PHARMACY)
        .organisation("Esimerkkiapteekki")
        .serial_number(&format!("{PHARMACY}.13.1"));
    let signature = system_signature_certificate()
        .issuer_key(kanta_testkit::TestKey::P256)
        .valid(&at(-10 * DAY), &at(30 * DAY));
    vec![
        client("clinic", true, good()),
        client("other-access-point", true, pharmacy),
        client("not-on-record", true, good().certificate_serial(&[0x77])),
        client("wrong-profile", false, signature),
        client(
            "expired",
            false,
            good()
                .certificate_serial(&EXPIRED)
                .valid(&at(-20 * DAY), &at(-DAY)),
        ),
        client("revoked", false, good().certificate_serial(&REVOKED)),
        client("wrong-ca", false, good().other_issuer_key()),
        client(
            "test-ca",
            false,
            good().issuer(
                "C=FI, O=Digi- ja vaestotietovirasto TEST, \
                 CN=DVV TEST Social Welfare and Healthcare Service Certificates - G3E",
            ),
        ),
    ]
}

/// The gateway's own certificate: for `gate.valittaja.example`, `localhost` and 127.0.0.1.
pub fn own(now: Moment) -> CertificateBuilder {
    chain_at(now)
        .end_entity
        .certificate_serial(&[0x11, 0x22])
        .organisation("Esimerkkivälittäjä Oy")
        .serial_number("1.2.246.537.6.918.18.42.13.1")
        .common_name("gate.valittaja.example")
        .without_san()
        .dns_name("gate.valittaja.example")
        .dns_name("localhost")
        .ip_address("127.0.0.1")
}

/// The index around an instant: the clinic speaks from 127.0.0.1, the pharmacy from 127.0.0.2.
#[must_use]
pub fn index(now: Moment, version: &str) -> String {
    let day = |seconds: i64| moment(now, seconds).finnish_day().to_string();
    let (issued, expires) = (day(-2 * DAY), day(30 * DAY));
    let since = day(-300 * DAY);
    format!(
        r#"format = 1
version = "{version}"
issued = {issued}
expires = {expires}

[[party]]
id = "clinic"
oid = "{CLINIC}"
name = "Esimerkkiklinikka Oy"
kind = "provider"
sector = "private"
register = "sote"
health_care = true

[[party]]
id = "apteekkari"
name = "Proviisori Erkki Esimerkki"
kind = "pharmacist"

[[pharmacy]]
id = "main-pharmacy"
oid = "{PHARMACY}"
name = "Esimerkkiapteekki"
pharmacist = "apteekkari"
held_from = {since}

[[access_point]]
id = "clinic-ap"
oid = "{CLINIC}.13.1"
administrator = "clinic"
addresses = ["127.0.0.1"]
certificates = [
    {{ serial = "4f2a01", from = {since} }},
    {{ serial = "4f2a03", from = {since} }},
    {{ serial = "4f2a04", from = {since} }},
]

[[access_point]]
id = "pharmacy-ap"
oid = "{PHARMACY}.13.1"
administrator = "main-pharmacy"
addresses = ["127.0.0.2"]
certificates = [{{ serial = "4f2a02", from = {since} }}]

[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "prescription"
from = {since}
reference = "hakemus 2026-1"
"#
    )
}

/// The configuration: addresses of the gateway, of the backend and of the metrics.
#[must_use]
pub fn configuration(gateway: &str, backend: &str, metrics: &str) -> String {
    format!(
        r#"# A gateway on this machine. `kanta gateway gateway.toml` checks it.
format = 1
index = ["index.toml"]
trust = ["trust.pem"]
reload_seconds = 1

[listener]
address = "{gateway}"
certificate = "server.pem"
key = "server-key.pem"
handshake_seconds = 5
request_seconds = 10
grace_seconds = 5
connections = 1024

[backend]
address = "{backend}"

[metrics]
address = "{metrics}"

[audit]
origin = "gateway.example/audit"
log = "audit.jsonl"
checkpoints = "checkpoints.txt"    # keep it elsewhere, best on another machine
checkpoint_every = 1000
rotate_mib = 64
sync = "every-checkpoint"
on_full = "refuse"
"#
    )
}

/// Writes everything into a folder, which is made where it is not there.
///
/// # Errors
/// A file cannot be written.
pub fn write(folder: &Path, now: Moment, addresses: [&str; 3]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let put = |name: &str, text: &str| fs::write(folder.join(name), text);
    let [gateway, backend, metrics] = addresses;
    put("gateway.toml", &configuration(gateway, backend, metrics))?;
    put("index.toml", &index(now, "1"))?;
    put("trust.pem", &chain_at(now).trust_pem())?;
    put("ca.pem", &chain_at(now).root.pem())?;
    let chain = chain_at(now);
    let between = chain.ca.map(|ca| ca.pem()).unwrap_or_default();
    put("server.pem", &format!("{}{between}", own(now).pem()))?;
    put("server-key.pem", &own(now).private_key_pem())?;
    for client in clients(now) {
        let name = client.name;
        put(&format!("{name}.pem"), &client.certificate.pem())?;
        let key = client.certificate.private_key_pem();
        put(&format!("{name}-key.pem"), &key)?;
    }
    Ok(())
}

fn moment(now: Moment, seconds: i64) -> Moment {
    Moment::from_unix_seconds(now.unix_seconds().saturating_add(seconds))
}
