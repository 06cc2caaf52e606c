//! Replays attempts from several threads, and tells the rate, the times and every wrong answer.
//!
//! ```text
//! kanta-load gateway.toml attempts.jsonl [--count N] [--threads T]                    the library, nothing recorded
//! kanta-load gateway.toml attempts.jsonl [--count N] [--threads T] --record          the library, with the audit log
//! kanta-load gateway.toml attempts.jsonl [--count N] [--threads T] --through CLIENT  a gateway that runs
//! ```
//!
//! A line of attempts is as `kanta admit --batch` takes it (`cert`, `source`, `for`, `service`, `tenant`, `unit`), with
//! `expect`: `permit` or `deny`. Through a gateway, `CLIENT.pem` and `CLIENT-key.pem` are presented, and `cert` and
//! `source` are not looked at.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use kanta_address_index::AddressIndex;
use kanta_admission::{Attempt, Connection, Gate, Presented, State};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::Language;
use kanta_oid::OwnerOid;
use kanta_rustls::settings::Settings;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ClientConnection, StreamOwned};
use serde::Deserialize;

const USAGE: &str = "usage: kanta-load CONFIGURATION ATTEMPTS [--count N] [--threads T] [--record | --through CLIENT]";
/// So many attempts at the most: their times are kept.
const MOST: usize = 10_000_000;

#[derive(Deserialize)]
struct Line {
    cert: Option<String>,
    source: Option<IpAddr>,
    #[serde(rename = "for")]
    subject: String,
    service: String,
    tenant: Option<String>,
    unit: Option<String>,
    expect: Option<String>,
}

/// An attempt, ready to be replayed.
struct Replayed {
    connection: Arc<Connection>,
    attempt: Attempt,
    request: String,
    expected: Option<bool>,
}

struct Options {
    configuration: PathBuf,
    attempts: PathBuf,
    count: usize,
    threads: usize,
    record: bool,
    through: Option<String>,
}

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let Some(options) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Option<Options> {
    let mut words = std::env::args().skip(1);
    let mut options = Options {
        configuration: words.next()?.into(),
        attempts: words.next()?.into(),
        count: 100_000,
        threads: 1,
        record: false,
        through: None,
    };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--count" => options.count = words.next()?.parse().ok().filter(|it| *it <= MOST)?,
            "--threads" => options.threads = words.next()?.parse().ok().filter(|it| *it > 0)?,
            "--record" => options.record = true,
            "--through" => options.through = Some(words.next()?),
            _ => return None,
        }
    }
    (!(options.record && options.through.is_some())).then_some(options)
}

fn run(options: &Options) -> Result<usize, Failed> {
    let file = &options.configuration;
    let settings = Settings::read(&fs::read(file)?)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let settings = settings.in_folder(folder);
    let now = Moment::from(SystemTime::now());
    let state = Arc::new(settings.state(Language::En)?);
    let attempts = read(&options.attempts, state.index(), now)?;
    let gate = match options.record {
        true => Some(settings.gate(now, Language::En)?.gate),
        false => None,
    };
    let client = match &options.through {
        Some(name) => Some(client(folder, name)?),
        None => None,
    };
    let each = options.count.div_ceil(options.threads);
    let started = Instant::now();
    let answers = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..options.threads)
            .map(|thread| {
                let (attempts, state, gate) = (&attempts, &state, &gate);
                let (client, settings) = (client.clone(), &settings);
                scope.spawn(move || {
                    let mut ask: Ask<'_> = match (client, gate) {
                        (Some(client), _) => through(client, settings.listener.address)?,
                        (None, Some(gate)) => recorded(gate),
                        (None, None) => bare(state),
                    };
                    let own = attempts.iter().cycle().skip(thread).take(each);
                    replay(own, &mut ask)
                })
            })
            .collect();
        let joined = threads.into_iter().map(|thread| {
            let crashed = |_| Failed::from("a thread crashed");
            thread.join().map_err(crashed).and_then(|it| it)
        });
        joined.collect::<Result<Vec<_>, _>>()
    })?;
    let took = started.elapsed();
    if let Some(gate) = &gate {
        gate.log().seal(&now.to_string())?;
    }
    let wrong: usize = answers.iter().map(|answers| answers.wrong).sum();
    let mut times: Vec<u64> = answers.into_iter().flat_map(|it| it.times).collect();
    times.sort_unstable();
    tell(&times, took, wrong)?;
    Ok(wrong)
}

struct Answers {
    /// In nanoseconds.
    times: Vec<u64>,
    wrong: usize,
}

fn replay<'r>(
    attempts: impl Iterator<Item = &'r Replayed>,
    ask: &mut Ask<'_>,
) -> Result<Answers, Failed> {
    let mut answers = Answers {
        times: Vec::new(),
        wrong: 0,
    };
    for replayed in attempts {
        let started = Instant::now();
        let permits = ask(replayed)?;
        let took = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        answers.times.push(took);
        if replayed
            .expected
            .is_some_and(|expected| expected != permits)
        {
            answers.wrong = answers.wrong.saturating_add(1);
        }
    }
    Ok(answers)
}

type Ask<'a> = Box<dyn FnMut(&Replayed) -> Result<bool, Failed> + 'a>;

fn bare(state: &State) -> Ask<'_> {
    Box::new(|it| Ok(state.evaluate(&it.connection, &it.attempt).would_permit()))
}

fn recorded(gate: &Gate) -> Ask<'_> {
    Box::new(|it| Ok(gate.admit(&it.connection, &it.attempt).answer.is_ok()))
}

/// Asks a gateway over one connection of its own.
fn through(
    client: Arc<ClientConfig>,
    address: std::net::SocketAddr,
) -> Result<Ask<'static>, Failed> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let tls = ClientConnection::new(client, "localhost".try_into()?)?;
    let mut stream = StreamOwned::new(tls, stream);
    Ok(Box::new(move |it| {
        stream.write_all(it.request.as_bytes())?;
        match answer(&mut stream)? {
            200 => Ok(true),
            403 => Ok(false),
            other => Err(format!("an answer with status {other}").into()),
        }
    }))
}

/// Reads an answer whole, and tells its status.
fn answer(stream: &mut dyn Read) -> Result<u16, Failed> {
    let mut read = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let length = stream.read(&mut buffer)?;
        if length == 0 {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
        }
        read.extend_from_slice(buffer.get(..length).unwrap_or_default());
        let Some(end) = read.windows(4).position(|it| it == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(read.get(..end).unwrap_or_default()).to_lowercase();
        let body = head
            .lines()
            .find_map(|it| it.strip_prefix("content-length: "));
        let body = body.map_or(Ok(0), |it| it.trim().parse::<usize>())?;
        let whole = end.saturating_add(4).saturating_add(body);
        if read.len() >= whole {
            let status = head.get(9..12).ok_or("no answer of HTTP")?;
            return Ok(status.parse()?);
        }
    }
}

fn client(folder: &Path, name: &str) -> Result<Arc<ClientConfig>, Failed> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(folder.join("ca.pem"))?)?;
    let chain = CertificateDer::from_pem_file(folder.join(format!("{name}.pem")))?;
    let key = PrivateKeyDer::from_pem_file(folder.join(format!("{name}-key.pem")))?;
    let builder = ClientConfig::builder_with_provider(provider);
    let builder = builder.with_safe_default_protocol_versions()?;
    let builder = builder.with_root_certificates(roots);
    Ok(Arc::new(builder.with_client_auth_cert(vec![chain], key)?))
}

fn read(file: &Path, index: &AddressIndex, at: Moment) -> Result<Vec<Replayed>, Failed> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let text = fs::read_to_string(file)?;
    let mut open: HashMap<(Option<String>, IpAddr), Arc<Connection>> = HashMap::new();
    let mut attempts = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        let owner = |name: &str| {
            let oid = index.owner_named(name);
            oid.ok_or_else(|| Failed::from(format!("no id of the index and no OID: {name:?}")))
        };
        let mut attempt = Attempt::new(owner(&line.subject)?, line.service.parse()?, at);
        attempt.tenant = line.tenant.as_deref().map(owner).transpose()?;
        attempt.service_unit = line.unit.as_deref().map(OwnerOid::parse).transpose()?;
        let source = line.source.unwrap_or(IpAddr::from([127, 0, 0, 1]));
        let key = (line.cert.clone(), source);
        let connection = match open.get(&key) {
            Some(connection) => Arc::clone(connection),
            None => {
                let presented = match &line.cert {
                    None => Presented::without_certificate(source),
                    Some(name) => {
                        let bytes = fs::read(folder.join(name))?;
                        Presented::new(Certificate::from_pem_or_der(&bytes)?, source)
                    }
                };
                let connection = Arc::new(Connection::new(presented));
                open.insert(key, Arc::clone(&connection));
                connection
            }
        };
        let named = |name: &str, oid: Option<OwnerOid>| {
            oid.map_or_else(String::new, |oid| format!("{name}: {oid}\r\n"))
        };
        let request = format!(
            "GET / HTTP/1.1\r\nhost: localhost\r\nkanta-for: {}\r\nkanta-service: {}\r\n{}{}\r\n",
            attempt.subject,
            attempt.service.code(),
            named("kanta-tenant", attempt.tenant),
            named("kanta-service-unit", attempt.service_unit),
        );
        attempts.push(Replayed {
            connection,
            attempt,
            request,
            expected: line.expect.map(|it| it == "permit"),
        });
    }
    if attempts.is_empty() {
        return Err("no attempts".into());
    }
    Ok(attempts)
}

fn tell(times: &[u64], took: Duration, wrong: usize) -> io::Result<()> {
    let number = u32::try_from(times.len()).unwrap_or(u32::MAX);
    let rate = f64::from(number) / took.as_secs_f64();
    // The value below which so many thousandths of all lie.
    let quantile = |thousandths: usize| {
        let at = times.len().saturating_mul(thousandths) / 1000;
        let last = times.len().saturating_sub(1);
        let nanoseconds = times.get(at.min(last)).copied().unwrap_or(0);
        Duration::from_nanos(nanoseconds)
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{number} attempts in {took:.1?}: {rate:.0} a second")?;
    writeln!(
        out,
        "p50 {:.1?}, p99 {:.1?}, p99.9 {:.1?}",
        quantile(500),
        quantile(990),
        quantile(999)
    )?;
    writeln!(out, "{wrong} wrong answers")
}
