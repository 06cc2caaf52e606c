//! Index, trust and shadow exchanged in the middle of requests.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kanta_admission::audit::RecordedDecision;
use kanta_conformance::Language;
use kanta_gateway::demo;
use tokio::time::sleep;

use crate::harness::{ask, backend, client, connect, folder, metrics, now, once, run, verified};

/// Version `b` has no right to prescriptions, and its lists revoke the certificate.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_mixes_two_sets_while_they_are_exchanged() {
    let (folder, settings) = folder(backend().await, |text| {
        text.replace("reload_seconds = 1", "reload_seconds = 3600")
    });
    let path = folder.path().to_owned();
    let running = run(settings.clone()).await;
    let address = running.address;
    let stop = Arc::new(AtomicBool::new(false));
    // One connection for all requests, made before anything is exchanged: what it lost is noticed at the next request.
    let mut streams = Vec::new();
    for _ in 0..4 {
        let client = client(&path, Some("clinic"));
        streams.push(connect(&client, address).await.unwrap());
    }
    let asking: Vec<_> = streams
        .into_iter()
        .map(|mut stream| {
            let stop = Arc::clone(&stop);
            tokio::spawn(async move {
                let mut asked = 0_usize;
                while !stop.load(Ordering::Relaxed) && asked < 5000 {
                    let status = ask(&mut stream, "prescription").await.unwrap();
                    assert!(status == 200 || status == 403, "{status}");
                    asked += 1;
                }
                asked
            })
        })
        .collect();
    let a = demo::index(now(), "a");
    let b = demo::index(now(), "b").replace("\"prescription\"", "\"imaging\"");
    let chain = demo::chain_at(now());
    let trust_a = chain.trust_pem();
    let since = now().to_string();
    let trust_b = chain
        .with_crl(|it| it.revoke(&[0x4f, 0x2a, 0x01], &since, None))
        .trust_pem();
    for turn in 0..20 {
        let (index, trust) = if turn % 2 == 0 {
            (&b, &trust_b)
        } else {
            (&a, &trust_a)
        };
        fs::write(path.join("index.toml"), index).unwrap();
        fs::write(path.join("trust.pem"), trust).unwrap();
        settings.reload(&running.gate, Language::En).unwrap();
        sleep(Duration::from_millis(20)).await;
    }
    stop.store(true, Ordering::Relaxed);
    let mut asked = 0;
    for task in asking {
        asked += task.await.unwrap();
    }
    running.stop().await;
    let (verified, lines) = verified(&path);
    assert!(verified.is_whole());
    assert_eq!(lines.len(), asked, "every request has its line");
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &lines {
        let record = &line.record;
        let reasons = record.reasons.iter().map(|it| it.requirement.as_str());
        let reasons: Vec<&str> = reasons.collect();
        match record.rests_on.index.as_str() {
            "b" => assert_eq!(
                reasons,
                [
                    "private-network/certificate-revoked",
                    "connection-models/no-right-on-the-day"
                ]
            ),
            _ => assert_eq!(record.decision, RecordedDecision::Permit, "{reasons:?}"),
        }
        *seen.entry(record.rests_on.index.as_str()).or_default() += 1;
    }
    assert!(seen.contains_key("a") && seen.contains_key("b"), "{seen:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_file_is_noticed_and_a_broken_one_leaves_what_was() {
    let (folder, settings) = folder(backend().await, |text| {
        text.replace(
            "trust = [\"trust.pem\"]",
            "trust = [\"trust.pem\"]\nshadow = [\"next.toml\"]",
        )
    });
    let next = demo::index(now(), "next").replace("\"prescription\"", "\"imaging\"");
    fs::write(folder.path().join("next.toml"), next).unwrap();
    let running = run(settings).await;
    let client = client(folder.path(), Some("clinic"));
    let ask = |service: &'static str| once(&client, running.address, service);
    let until = |what: &'static str| async move {
        for _ in 0..100 {
            if metrics(running.metrics).await.contains(what) {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
        panic!("{what}: {}", metrics(running.metrics).await);
    };
    assert_eq!(
        ask("prescription").await,
        Some(200),
        "the live index decides"
    );
    assert_eq!(ask("imaging").await, Some(403));
    until("kanta_gateway_shadow_differences_total{shadow=\"deny\"} 1").await;
    until("kanta_gateway_shadow_differences_total{shadow=\"permit\"} 1").await;
    let file = folder.path().join("index.toml");
    let withdrawn = demo::index(now(), "2").replace("\"prescription\"", "\"imaging\"");
    fs::write(&file, withdrawn).unwrap();
    until("version=\"2\"").await;
    assert_eq!(ask("prescription").await, Some(403));
    fs::write(&file, "version = ").unwrap();
    until("kanta_gateway_sets_failing 1").await;
    assert_eq!(ask("imaging").await, Some(200), "the set of before decides");
    running.stop().await;
}
