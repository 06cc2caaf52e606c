//! What is counted, as Prometheus reads it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use kanta_admission::{AdmissionReport, Gate};
use kanta_rustls::sink::QueueHealth;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

/// What became of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Handshake {
    /// A certificate was presented, and is in order.
    Done,
    /// A session was come back to.
    Resumed,
    /// The certificate was refused.
    Refused,
    /// It was no handshake, or the peer gave up, or presented nothing.
    Broken,
    /// It took too long.
    TooSlow,
    /// The system could not accept a connection.
    NotAccepted,
}

impl Handshake {
    const ALL: [(Self, &str); 6] = [
        (Self::Done, "done"),
        (Self::Resumed, "resumed"),
        (Self::Refused, "refused"),
        (Self::Broken, "broken"),
        (Self::TooSlow, "too-slow"),
        (Self::NotAccepted, "not-accepted"),
    ];
}

/// What is counted beside what the gate counts.
#[derive(Debug, Default)]
pub struct Counters {
    handshakes: [AtomicU64; 6],
    permitted: AtomicU64,
    denied: AtomicU64,
}

impl Counters {
    pub(crate) fn handshake(&self, what: Handshake) {
        if let Some(count) = self.handshakes.get(what as usize) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(crate) fn decided(&self, report: &AdmissionReport) {
        let permits = report.explanation.evaluation.would_permit();
        let stands = permits && report.line.is_some();
        let count = if stands {
            &self.permitted
        } else {
            &self.denied
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    /// How many connections came to that.
    #[must_use]
    pub fn of(&self, what: Handshake) -> u64 {
        let count = self.handshakes.get(what as usize);
        count.map_or(0, |count| count.load(Ordering::Relaxed))
    }

    /// How many requests were permitted, and how many were denied.
    #[must_use]
    pub fn requests(&self) -> (u64, u64) {
        let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
        (read(&self.permitted), read(&self.denied))
    }

    /// The text that Prometheus reads. It names no party, no certificate and no address.
    #[must_use]
    pub fn text(&self, gate: &Gate, queue: Option<&QueueHealth>) -> String {
        let mut text = String::new();
        let mut say = |name: &str, kind: &str, values: &[(&str, u64)]| {
            writeln!(text, "# TYPE kanta_gateway_{name} {kind}").ok();
            for (labels, value) in values {
                writeln!(text, "kanta_gateway_{name}{labels} {value}").ok();
            }
        };
        let handshakes =
            Handshake::ALL.map(|(what, word)| (format!("{{result=\"{word}\"}}"), self.of(what)));
        let handshakes: Vec<(&str, u64)> = handshakes
            .iter()
            .map(|(it, count)| (it.as_str(), *count))
            .collect();
        say("handshakes_total", "counter", &handshakes);
        let (permitted, denied) = self.requests();
        let answers = [
            ("{answer=\"permit\"}", permitted),
            ("{answer=\"deny\"}", denied),
        ];
        say("requests_total", "counter", &answers);
        let log = gate.log().counts();
        say("audit_lines_total", "counter", &[("", log.written)]);
        say("audit_unrecorded_total", "counter", &[("", log.unrecorded)]);
        say("audit_refused_total", "counter", &[("", log.refused)]);
        say(
            "audit_checkpoints_failed_total",
            "counter",
            &[("", log.checkpoints_failed)],
        );
        if let Some(queue) = queue {
            say("audit_queue_waiting", "gauge", &[("", queue.waiting())]);
            let failing = u64::from(queue.failing().is_some());
            say("audit_queue_failing", "gauge", &[("", failing)]);
        }
        let health = gate.live().health();
        say("sets_loaded_total", "counter", &[("", health.loaded)]);
        say("sets_failed_total", "counter", &[("", health.failed)]);
        say("sets_failing", "gauge", &[("", health.failing)]);
        if let Some(shadow) = gate.shadow() {
            let counts = shadow.counts();
            let differences = [
                ("{shadow=\"permit\"}", counts.would_permit),
                ("{shadow=\"deny\"}", counts.would_deny),
            ];
            say("shadow_compared_total", "counter", &[("", counts.compared)]);
            say("shadow_differences_total", "counter", &differences);
        }
        let versions = health.versions;
        let escaped = |text: &str| {
            text.replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('\n', "\\n")
        };
        let labels = format!(
            "{{version=\"{}\",issued=\"{}\",expires=\"{}\"}}",
            escaped(&versions.index),
            escaped(&versions.index_issued),
            escaped(&versions.index_expires)
        );
        say("index", "gauge", &[(labels.as_str(), 1)]);
        text
    }
}

/// Answers whoever asks for metrics, whatever they ask: put it where only your own monitoring reaches it.
pub(crate) async fn serve(
    listener: TcpListener,
    gate: Arc<Gate>,
    queue: Option<QueueHealth>,
    counters: Arc<Counters>,
) {
    loop {
        let Ok((mut stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let text = counters.text(&gate, queue.as_ref());
        tokio::spawn(async move {
            timeout(Duration::from_secs(5), answer(&mut stream, &text))
                .await
                .ok();
        });
    }
}

async fn answer(stream: &mut TcpStream, text: &str) {
    // The request is read up to its empty line, or to as much as any request needs.
    let mut read = Vec::new();
    let mut buffer = [0; 1024];
    while !read.windows(4).any(|it| it == b"\r\n\r\n") && read.len() < 8192 {
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return,
            Ok(length) => read.extend_from_slice(buffer.get(..length).unwrap_or_default()),
        }
    }
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/plain; version=0.0.4\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        text.len()
    );
    stream.write_all(head.as_bytes()).await.ok();
    stream.write_all(text.as_bytes()).await.ok();
    stream.shutdown().await.ok();
}
