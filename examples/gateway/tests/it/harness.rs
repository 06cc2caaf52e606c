//! A gateway in a folder of its own, a backend behind it, and peers that talk to it.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kanta_admission::Gate;
use kanta_admission::audit::{Checkpoint, Line, Verified, Verifier};
use kanta_cert::Moment;
use kanta_gateway::{Counters, Serving, Stopped, demo, serve};
use kanta_rustls::Clock;
use kanta_rustls::settings::Settings;
use kanta_rustls::sink::verify_files;
use rustls::ClientConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

pub(crate) fn now() -> Moment {
    Moment::from(SystemTime::now())
}

/// A folder with everything, the configuration changed.
pub(crate) fn folder(
    backend: SocketAddr,
    change: impl Fn(&str) -> String,
) -> (tempfile::TempDir, Settings) {
    let folder = tempfile::tempdir().unwrap();
    let any = "127.0.0.1:0";
    demo::write(folder.path(), now(), [any, &backend.to_string(), any]).unwrap();
    let file = folder.path().join("gateway.toml");
    let text = change(&fs::read_to_string(&file).unwrap());
    fs::write(&file, &text).unwrap();
    let settings = Settings::read(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults}"));
    let settings = settings.in_folder(folder.path());
    (folder, settings)
}

/// Answers everything with 200 and two bytes.
pub(crate) async fn backend() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let Ok((mut stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(10)).await;
                continue;
            };
            tokio::spawn(async move {
                let mut read = Vec::new();
                let mut buffer = [0; 4096];
                while let Ok(length @ 1..) = stream.read(&mut buffer).await {
                    read.extend_from_slice(&buffer[..length]);
                    while let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") {
                        read.drain(..end + 4);
                        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
                        if stream.write_all(answer).await.is_err() {
                            return;
                        }
                    }
                }
            });
        }
    });
    address
}

pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) metrics: SocketAddr,
    pub(crate) gate: Arc<Gate>,
    pub(crate) counters: Arc<Counters>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Stopped>,
}

pub(crate) async fn run(settings: Settings) -> Running {
    let serving = Serving::new(settings, Clock::system()).await.unwrap();
    let (stop, stopped) = oneshot::channel();
    Running {
        address: serving.address().unwrap(),
        metrics: serving.metrics_address().unwrap(),
        gate: Arc::clone(serving.gate()),
        counters: Arc::clone(serving.counters()),
        stop,
        serving: tokio::spawn(async move {
            let stop = async move { stopped.await.unwrap_or(()) };
            serve(serving, stop).await.unwrap()
        }),
    }
}

impl Running {
    pub(crate) async fn stop(self) -> Stopped {
        self.stop.send(()).ok();
        self.serving.await.unwrap()
    }
}

/// A client with the certificate of that name, or none, that trusts the root of the demo.
pub(crate) fn client(folder: &Path, name: Option<&str>) -> TlsConnector {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    let root = CertificateDer::from_pem_file(folder.join("ca.pem")).unwrap();
    roots.add(root).unwrap();
    let builder = ClientConfig::builder_with_provider(provider);
    let builder = builder.with_safe_default_protocol_versions().unwrap();
    let builder = builder.with_root_certificates(roots);
    let config = match name {
        None => builder.with_no_client_auth(),
        Some(name) => {
            let chain = CertificateDer::from_pem_file(folder.join(format!("{name}.pem")));
            let key = PrivateKeyDer::from_pem_file(folder.join(format!("{name}-key.pem")));
            builder
                .with_client_auth_cert(vec![chain.unwrap()], key.unwrap())
                .unwrap()
        }
    };
    TlsConnector::from(Arc::new(config))
}

pub(crate) async fn connect(
    client: &TlsConnector,
    address: SocketAddr,
) -> std::io::Result<TlsStream<TcpStream>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    client
        .connect("localhost".try_into().unwrap(), stream)
        .await
}

/// Asks once on an open connection; the status of the answer.
pub(crate) async fn ask(stream: &mut TlsStream<TcpStream>, service: &str) -> std::io::Result<u16> {
    let request = format!(
        "GET /asked HTTP/1.1\r\nhost: localhost\r\nkanta-for: {}\r\nkanta-service: {service}\r\n\r\n",
        demo::CLINIC
    );
    stream.write_all(request.as_bytes()).await?;
    let gone = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let mut read = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let length = stream.read(&mut buffer).await?;
        if length == 0 {
            return Err(gone());
        }
        read.extend_from_slice(&buffer[..length]);
        let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
        let body = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let body: usize = body.map_or(0, |length| length.trim().parse().unwrap());
        if read.len() >= end + 4 + body {
            return head
                .get(9..12)
                .and_then(|status| status.parse().ok())
                .ok_or_else(gone);
        }
    }
}

/// Connects and asks once; none where there is no connection.
pub(crate) async fn once(client: &TlsConnector, address: SocketAddr, service: &str) -> Option<u16> {
    let mut stream = connect(client, address).await.ok()?;
    ask(&mut stream, service).await.ok()
}

/// The metrics, as text.
pub(crate) async fn metrics(address: SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    text
}

/// What verifying the log of a folder comes to, with its lines.
pub(crate) fn verified(folder: &Path) -> (Verified, Vec<Line>) {
    let text = fs::read_to_string(folder.join("checkpoints.txt")).unwrap();
    let verifier = Verifier::new(Checkpoint::read_all(&text).unwrap()).unwrap();
    let mut logs: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("audit.jsonl."))
        .collect();
    logs.sort();
    logs.push(folder.join("audit.jsonl"));
    let mut lines = Vec::new();
    let (verified, _) = verify_files(verifier, &logs, |line| lines.push(line.clone())).unwrap();
    (verified, lines)
}
