//! The load tool: what it replays, and that it notices a wrong answer.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::harness::{backend, folder, run, verified};

const ATTEMPTS: &str = r#"{"cert":"clinic.pem","source":"127.0.0.1","for":"clinic","service":"prescription","expect":"permit"}
{"cert":"clinic.pem","source":"127.0.0.1","for":"clinic","service":"imaging","expect":"deny"}
"#;

fn load(folder: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kanta-load"))
        .arg(folder.join("gateway.toml"))
        .arg(folder.join("attempts.jsonl"))
        .args(["--count", "200", "--threads", "2"])
        .args(more)
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.is_empty(), "{error}");
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn attempts_are_replayed_in_the_library_with_the_log_and_through_a_gateway() {
    let (folder, mut settings) = folder(backend().await, str::to_owned);
    let file = folder.path().join("attempts.jsonl");
    fs::write(&file, ATTEMPTS).unwrap();
    let bare = load(folder.path(), &[]);
    let text = told(&bare);
    assert!(text.starts_with("200 attempts in "), "{text}");
    assert!(
        text.contains("\np50 ") && text.ends_with("\n0 wrong answers\n"),
        "{text}"
    );
    assert_eq!(bare.status.code(), Some(0));
    let recorded = load(folder.path(), &["--record"]);
    assert!(told(&recorded).ends_with("\n0 wrong answers\n"));
    let (log, lines) = verified(folder.path());
    assert!(log.is_whole());
    assert_eq!((lines.len(), log.unsealed()), (200, 0));
    // Through a gateway, at the address of the configuration.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    settings.listener.address = free.local_addr().unwrap();
    drop(free);
    let configuration = folder.path().join("gateway.toml");
    let text = fs::read_to_string(&configuration).unwrap();
    let text = text.replacen("127.0.0.1:0", &settings.listener.address.to_string(), 1);
    fs::write(&configuration, text).unwrap();
    let running = run(settings).await;
    let there = folder.path().to_owned();
    let asked = tokio::task::spawn_blocking(move || load(&there, &["--through", "clinic"]));
    assert!(told(&asked.await.unwrap()).ends_with("\n0 wrong answers\n"));
    assert_eq!(running.counters.requests(), (100, 100));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_answer_is_counted_and_is_an_exit_status() {
    let (folder, _) = folder(backend().await, str::to_owned);
    let attempts = ATTEMPTS.replace("\"deny\"", "\"permit\"");
    fs::write(folder.path().join("attempts.jsonl"), attempts).unwrap();
    let output = load(folder.path(), &[]);
    assert!(told(&output).ends_with("\n100 wrong answers\n"));
    assert_eq!(output.status.code(), Some(1));
    fs::write(folder.path().join("attempts.jsonl"), "{").unwrap();
    assert_eq!(load(folder.path(), &[]).status.code(), Some(2));
    assert_eq!(
        load(folder.path(), &["--everything"]).status.code(),
        Some(2)
    );
}
