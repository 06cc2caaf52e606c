//! Stopping lets requests end, seals the log, and cuts off who takes too long.

use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

use crate::harness::{ask, backend, client, connect, folder, run, verified};

/// Takes half a second for each answer, or for ever.
async fn slow(forever: bool) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut kept = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut buffer = [0; 1024];
            let _ = stream.read(&mut buffer).await;
            if !forever {
                sleep(Duration::from_millis(500)).await;
                let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
                tokio::io::AsyncWriteExt::write_all(&mut stream, answer)
                    .await
                    .unwrap();
            }
            kept.push(stream);
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_is_under_way_is_answered_and_nothing_new_is_accepted() {
    let (folder, settings) = folder(slow(false).await, str::to_owned);
    let running = run(settings).await;
    let (address, client) = (running.address, client(folder.path(), Some("clinic")));
    let mut stream = connect(&client, address).await.unwrap();
    let asking = tokio::spawn(async move {
        let first = ask(&mut stream, "prescription").await;
        (first, ask(&mut stream, "prescription").await)
    });
    sleep(Duration::from_millis(150)).await;
    let stopped = running.stop().await;
    assert_eq!(stopped.cut_off, 0);
    let (first, second) = asking.await.unwrap();
    assert_eq!(first.unwrap(), 200, "it was under way");
    assert!(second.is_err(), "the connection ends behind it");
    assert!(connect(&client, address).await.is_err());
    let (verified, lines) = verified(folder.path());
    assert_eq!((verified.unsealed(), lines.len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_takes_longer_than_the_time_of_grace_is_cut_off() {
    let (folder, settings) = folder(slow(true).await, |text| {
        text.replace("grace_seconds = 5", "grace_seconds = 1")
    });
    let running = run(settings).await;
    let client = client(folder.path(), Some("clinic"));
    let mut stream = connect(&client, running.address).await.unwrap();
    let asking = tokio::spawn(async move { ask(&mut stream, "prescription").await });
    sleep(Duration::from_millis(150)).await;
    let stopped = timeout(Duration::from_secs(5), running.stop())
        .await
        .unwrap();
    assert_eq!(stopped.cut_off, 1);
    assert!(asking.await.unwrap().is_err());
    assert_eq!(verified(folder.path()).0.unsealed(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backend_that_is_not_there_or_too_slow_is_told_as_such() {
    let nowhere = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap()
    };
    for (backend, status) in [
        (nowhere, 502),
        (slow(true).await, 504),
        (backend().await, 200),
    ] {
        let (folder, settings) = folder(backend, |text| {
            text.replace("request_seconds = 10", "request_seconds = 1")
        });
        let running = run(settings).await;
        let client = client(folder.path(), Some("clinic"));
        let mut stream = connect(&client, running.address).await.unwrap();
        assert_eq!(ask(&mut stream, "prescription").await.unwrap(), status);
        running.stop().await;
    }
}
