//! Many connections at once, half of them hostile: every good one is served, no bad one is admitted, every request has
//! its line, and nothing stays open.
//!
//! `KANTA_STORM=10000 cargo test -p kanta-gateway --release storm` runs the full number; a smaller one otherwise.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kanta_admission::audit::RecordedDecision;
use kanta_gateway::Handshake;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::harness::{ask, backend, client, connect, folder, once, run, verified};

/// So many at a time.
const AT_ONCE: usize = 64;

/// Resident memory in KiB, where the system tells it.
fn resident() -> Option<usize> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_good_connection_is_served_and_no_bad_one_is_admitted() {
    let number = std::env::var("KANTA_STORM").ok();
    let number: usize = number.map_or(600, |text| text.parse().unwrap());
    let (folder, settings) = folder(backend().await, |text| {
        text.replace("handshake_seconds = 5", "handshake_seconds = 1")
            .replace("rotate_mib = 64", "rotate_mib = 1")
    });
    let running = run(settings).await;
    let address = running.address;
    let good = client(folder.path(), Some("clinic"));
    let bad: Vec<_> = ["expired", "revoked", "wrong-ca", "test-ca", "wrong-profile"]
        .map(|name| client(folder.path(), Some(name)))
        .into();
    let nobody = client(folder.path(), None);
    let other = client(folder.path(), Some("other-access-point"));
    let before = resident();
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let [served, refused, denied] = [0; 3].map(|it| Arc::new(AtomicUsize::new(it)));
    let mut all = JoinSet::new();
    for at in 0..number {
        let place = Arc::clone(&room).acquire_owned().await.unwrap();
        let (good, nobody, other) = (good.clone(), nobody.clone(), other.clone());
        let bad = bad[at % bad.len()].clone();
        let count = [&served, &refused, &denied].map(Arc::clone);
        all.spawn(async move {
            let [served, refused, denied] = count;
            let talk = async {
                match at % 20 {
                    // Half of them are good, and ask twice on one connection.
                    it if it % 2 == 0 => {
                        let mut stream = connect(&good, address).await.expect("a good handshake");
                        for (service, status) in [("prescription", 200), ("imaging", 403)] {
                            let answer = ask(&mut stream, service).await.expect("an answer");
                            assert_eq!(answer, status);
                        }
                        served.fetch_add(1, Ordering::Relaxed);
                    }
                    1 | 3 | 5 => {
                        assert_eq!(once(&bad, address, "prescription").await, None);
                        refused.fetch_add(1, Ordering::Relaxed);
                    }
                    7 => assert_eq!(once(&nobody, address, "prescription").await, None),
                    9 => {
                        let answer = once(&other, address, "prescription").await;
                        assert_eq!(answer, Some(403));
                        denied.fetch_add(1, Ordering::Relaxed);
                    }
                    // Garbage, from the first byte or behind a head that looks like a handshake's.
                    11 | 13 => {
                        let mut stream = TcpStream::connect(address).await.unwrap();
                        let head: &[u8] = if at % 40 < 20 {
                            b""
                        } else {
                            b"\x16\x03\x01\x02\x00\x01\x00"
                        };
                        stream.write_all(head).await.ok();
                        stream.write_all(&[0x5a; 700]).await.ok();
                        let mut rest = Vec::new();
                        stream.read_to_end(&mut rest).await.ok();
                    }
                    // Half-open: connects, and says nothing, or gives up at once.
                    15 => {
                        let mut stream = TcpStream::connect(address).await.unwrap();
                        if at % 40 < 20 {
                            let mut rest = Vec::new();
                            stream.read_to_end(&mut rest).await.ok();
                        }
                    }
                    // Slow: a byte of a handshake at a time, and never the whole.
                    17 => {
                        let mut stream = TcpStream::connect(address).await.unwrap();
                        for byte in b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" {
                            if stream.write_all(&[*byte]).await.is_err() {
                                break;
                            }
                            sleep(Duration::from_millis(150)).await;
                        }
                    }
                    // A good certificate, and a head that is larger than any.
                    _ => {
                        let mut stream = connect(&good, address).await.expect("a good handshake");
                        let head = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "y".repeat(1 << 17));
                        stream.write_all(head.as_bytes()).await.ok();
                        let mut rest = Vec::new();
                        stream.read_to_end(&mut rest).await.ok();
                        assert!(!String::from_utf8_lossy(&rest).starts_with("HTTP/1.1 2"));
                    }
                }
            };
            timeout(Duration::from_secs(30), talk)
                .await
                .expect("in time");
            drop(place);
        });
    }
    while let Some(done) = all.join_next().await {
        done.unwrap();
    }
    let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    let counters = Arc::clone(&running.counters);
    let (permits, denials) = counters.requests();
    assert_eq!(of(&served), number / 2);
    assert_eq!(permits, u64::try_from(number / 2).unwrap());
    let expected = number / 2 + of(&denied);
    assert_eq!(denials, u64::try_from(expected).unwrap());
    assert_eq!(
        counters.of(Handshake::Refused),
        u64::try_from(of(&refused)).unwrap()
    );
    assert!(counters.of(Handshake::TooSlow) > 0 && counters.of(Handshake::Broken) > 0);
    let after = resident();
    let stopped = running.stop().await;
    assert_eq!(stopped.cut_off, 0);
    let (verified, lines) = verified(folder.path());
    assert!(
        verified.is_whole() && verified.torn.is_empty(),
        "{verified:?}"
    );
    assert_eq!(
        lines.len(),
        number / 2 + expected,
        "every request has its line"
    );
    let permitted = lines
        .iter()
        .filter(|it| it.record.decision == RecordedDecision::Permit);
    let clinics = |serial: &str| serial == "4f2a01";
    for line in permitted {
        let certificate = line.record.peer.certificate.as_ref().unwrap();
        assert!(clinics(&certificate.serial));
        assert_eq!(line.record.service, "prescription");
    }
    if let (Some(before), Some(after)) = (before, after) {
        eprintln!("{number} connections, resident {before} KiB before and {after} KiB after");
        assert!(
            after < before + (64 << 10),
            "{before} KiB, then {after} KiB"
        );
    }
}
