//! The gateway: a handshake with our verifier beside one with webpki's own, knowing who the peer is beside the
//! handshake before it, and requests through the gateway beside the same server without us; all of them answered
//! alike first.
//!
//! Arguments and output: `kanta_benches::table`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::hint::black_box;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kanta_benches::table::{Bench, Unit, nanos_each};
use kanta_cert::Moment;
use kanta_conformance::Language;
use kanta_gateway::{Serving, demo, serve};
use kanta_rustls::settings::Settings;
use kanta_rustls::{Clock, Listening, TlsPeer, keep_no_sessions};
use rustls::client::Resumption;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{ClientConfig, ClientConnection, RootCertStore, ServerConfig, ServerConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;

fn settings(folder: &Path, backend: &str) -> Settings {
    let now = Moment::from(SystemTime::now());
    demo::write(folder, now, ["127.0.0.1:0", backend, "127.0.0.1:0"]).unwrap();
    let text = std::fs::read(folder.join("gateway.toml")).unwrap();
    Settings::read(&text).unwrap().in_folder(folder)
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Webpki's own verifier, as strict as it can be with the same trust.
fn without_us(settings: &Settings) -> ServerConfig {
    let mut roots = RootCertStore::empty();
    let file = &settings.trust[0];
    for certificate in CertificateDer::pem_file_iter(file).unwrap() {
        roots.add(certificate.unwrap()).unwrap();
    }
    let lists = CertificateRevocationListDer::pem_file_iter(file).unwrap();
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider())
        .with_crls(lists.map(Result::unwrap))
        .only_check_end_entity_revocation()
        .enforce_revocation_expiration()
        .build()
        .unwrap();
    let (chain, key) = settings.identity(Language::En).unwrap();
    let mut config = ServerConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(verifier)
        .with_single_cert(chain, key)
        .unwrap();
    keep_no_sessions(&mut config);
    config
}

fn client(folder: &Path) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    let root = CertificateDer::from_pem_file(folder.join("ca.pem")).unwrap();
    roots.add(root).unwrap();
    let chain = CertificateDer::from_pem_file(folder.join("clinic.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(folder.join("clinic-key.pem")).unwrap();
    let mut config = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_client_auth_cert(vec![chain], key)
        .unwrap();
    config.resumption = Resumption::disabled();
    Arc::new(config)
}

/// A full handshake of both ends, in memory.
fn handshake(client: &Arc<ClientConfig>, server: &Arc<ServerConfig>) -> ServerConnection {
    let name = "localhost".try_into().unwrap();
    let mut client = ClientConnection::new(Arc::clone(client), name).unwrap();
    let mut server = ServerConnection::new(Arc::clone(server)).unwrap();
    let mut sent = Vec::with_capacity(8192);
    while client.is_handshaking() || server.is_handshaking() {
        sent.clear();
        while client.wants_write() {
            client.write_tls(&mut sent).unwrap();
        }
        let mut rest = &sent[..];
        while !rest.is_empty() {
            server.read_tls(&mut rest).unwrap();
            server.process_new_packets().unwrap();
        }
        sent.clear();
        while server.wants_write() {
            server.write_tls(&mut sent).unwrap();
        }
        let mut rest = &sent[..];
        while !rest.is_empty() {
            client.read_tls(&mut rest).unwrap();
            client.process_new_packets().unwrap();
        }
    }
    server
}

/// Answers everything with 200 and two bytes.
async fn backend() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            tokio::spawn(async move {
                let (mut read, mut buffer) = (Vec::new(), [0; 4096]);
                while let Ok(length @ 1..) = stream.read(&mut buffer).await {
                    read.extend_from_slice(&buffer[..length]);
                    while let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") {
                        read.drain(..end + 4);
                        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
                        stream.write_all(answer).await.unwrap();
                    }
                }
            });
        }
    });
    address
}

/// Asks so often over each of so many connections.
async fn ask(client: Arc<ClientConfig>, address: SocketAddr, connections: usize, each: usize) {
    let request = format!(
        "GET / HTTP/1.1\r\nhost: localhost\r\nkanta-for: {}\r\nkanta-service: prescription\r\n\r\n",
        demo::CLINIC
    );
    let asking: Vec<_> = (0..connections)
        .map(|_| {
            let (client, request) = (TlsConnector::from(Arc::clone(&client)), request.clone());
            tokio::spawn(async move {
                let stream = TcpStream::connect(address).await.unwrap();
                stream.set_nodelay(true).unwrap();
                let name = "localhost".try_into().unwrap();
                let mut stream = client.connect(name, stream).await.unwrap();
                let mut buffer = [0; 4096];
                for _ in 0..each {
                    stream.write_all(request.as_bytes()).await.unwrap();
                    let mut read = Vec::new();
                    while !read.ends_with(b"\r\n\r\nok") {
                        let length = stream.read(&mut buffer).await.unwrap();
                        assert!(length > 0);
                        read.extend_from_slice(&buffer[..length]);
                    }
                    assert!(read.starts_with(b"HTTP/1.1 200"));
                }
            })
        })
        .collect();
    for task in asking {
        task.await.unwrap();
    }
}

fn handshakes(bench: &mut Bench, folder: &Path, settings: &Settings) {
    let now = Moment::from(SystemTime::now());
    let gate = settings.gate(now, Language::En).unwrap().gate;
    let (chain, key) = settings.identity(Language::En).unwrap();
    let ours = Listening::new(gate.clone(), provider());
    let ours = Arc::new(ours.server(chain, key).unwrap());
    let theirs = Arc::new(without_us(settings));
    let client = client(folder);
    let source: IpAddr = "127.0.0.1".parse().unwrap();
    // Both let the good one in, and we know who it is.
    handshake(&client, &theirs);
    let done = handshake(&client, &ours);
    let state = gate.live().state();
    let identity = TlsPeer::of(&done, source).identity(&state, now);
    assert!(identity.is_in_order());
    const EACH: usize = 20;
    let [webpki, with_us, known] = bench.race(
        [
            &mut || {
                for _ in 0..EACH {
                    black_box(handshake(&client, &theirs));
                }
            },
            &mut || {
                for _ in 0..EACH {
                    black_box(handshake(&client, &ours));
                }
            },
            // All that is done of a connection behind its handshake.
            &mut || {
                for _ in 0..EACH {
                    let peer = TlsPeer::of(black_box(&done), source);
                    black_box(peer.identity(&state, now));
                }
            },
        ],
        30,
    );
    let each = |time| nanos_each(time, EACH);
    let (webpki, with_us, known) = (each(webpki), each(with_us), each(known));
    bench.section("A handshake with both certificates", "webpki's verifier");
    bench.at_most(
        "handshake with our verifier",
        Unit::Time,
        webpki,
        with_us,
        1.03,
    );
    bench.at_most(
        "who the peer is, beside the handshake",
        Unit::Time,
        webpki,
        known,
        0.03,
    );
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    let each = bench.size(400, 2);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let address = runtime.block_on(backend());
    let mut settings = settings(folder.path(), &address.to_string());
    // Forcing the disk at a checkpoint is the disk's time, not ours; a queue takes it out of the way of requests.
    settings.audit.queue = 8192;
    handshakes(&mut bench, folder.path(), &settings);
    let client = client(folder.path());
    let start = |serving: Serving| {
        let address = serving.address().unwrap();
        runtime.spawn(async move { serve(serving, std::future::pending()).await });
        address
    };
    let ours = start(
        runtime
            .block_on(Serving::new(settings.clone(), Clock::system()))
            .unwrap(),
    );
    // Its log is another's, though it writes none.
    let other = tempfile::tempdir().unwrap();
    let mut apart = settings;
    apart.audit.files.log = other.path().join("audit.jsonl");
    apart.audit.files.checkpoints = other.path().join("checkpoints.txt");
    let theirs = start(
        runtime
            .block_on(Serving::for_comparison(apart, Clock::system()))
            .unwrap(),
    );
    const CONNECTIONS: usize = 8;
    let asked = |address| runtime.block_on(ask(Arc::clone(&client), address, CONNECTIONS, each));
    let [without, with] = bench.race([&mut || asked(theirs), &mut || asked(ours)], 40);
    let number = f64::from(u32::try_from(CONNECTIONS * each).unwrap());
    let rate = |time: Duration| number / time.as_secs_f64();
    bench.section("Through the gateway", "the same server without us");
    bench.at_least(
        "requests a second, each decided and on record",
        Unit::PerSecond,
        rate(without),
        rate(with),
        0.8,
    );
    bench.finish()
}
