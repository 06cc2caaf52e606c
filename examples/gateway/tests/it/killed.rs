//! A gateway that is killed in the middle of requests leaves a log that verifies up to its last whole line.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::time::{sleep, timeout};

use crate::harness::{backend, client, folder, once, verified};

fn free() -> std::net::SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}

fn start(folder: &std::path::Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_kanta-gateway"))
        .arg("serve")
        .arg(folder.join("gateway.toml"))
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_of_a_killed_gateway_verifies_and_is_gone_on_from() {
    let address = free();
    let (folder, _) = folder(backend().await, |text| {
        text.replacen("127.0.0.1:0", &address.to_string(), 1)
            .replace("checkpoint_every = 1000", "checkpoint_every = 7")
    });
    let client = client(folder.path(), Some("clinic"));
    let mut before = 0;
    for round in 0..3 {
        let mut gateway = start(folder.path());
        let up = async {
            while once(&client, address, "prescription").await != Some(200) {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(Duration::from_secs(20), up).await.unwrap();
        let asking: Vec<_> = (0..4)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move {
                    let mut answered = 0_usize;
                    while once(&client, address, "prescription").await == Some(200) {
                        answered += 1;
                    }
                    answered
                })
            })
            .collect();
        sleep(Duration::from_millis(300)).await;
        gateway.kill().unwrap();
        gateway.wait().unwrap();
        let mut answered = 1;
        for task in asking {
            answered += task.await.unwrap();
        }
        let (verified, lines) = verified(folder.path());
        assert!(verified.is_whole(), "{round}: {verified:?}");
        // Who was answered has a line; at most the four that were under way have one without an answer.
        let new = lines.len() - before;
        assert!(
            (answered..=answered + 4).contains(&new),
            "{answered} answered, {new} lines"
        );
        before = lines.len();
    }
}
