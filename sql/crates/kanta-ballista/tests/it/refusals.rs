//! What cannot be asked, said by name.

use std::fs;

use crate::harness::{Cluster, World, fails};

#[test]
fn what_cannot_be_answered_is_told_by_name() {
    let world = World::of(2, 3_000);
    let cluster = Cluster::of(2);
    // Another version of the index than the query rests on: each executor looks for itself.
    let index = world.index.display();
    let wrong = "0".repeat(64);
    let sql = format!(
        "SELECT party, count(*) FROM log WHERE kanta_decide('{index}@sha256:{wrong}', \
         party, access_point, service, at) GROUP BY party"
    );
    let error = cluster.refused(&world, &sql);
    let expected = format!("`{index}` is another version: expected sha256:{wrong}, found sha256:");
    assert!(error.contains(&expected), "{error}");
    // An index that is there for the client and not for executors.
    let gone = world.folder.path().join("gone.jsonl");
    let sql = format!(
        "SELECT count(*) FROM log WHERE kanta_decide('{}@sha256:{wrong}', party, access_point, service, at)",
        gone.display()
    );
    let error = cluster.refused(&world, &sql);
    let expected = format!("`{}` cannot be read", gone.display());
    assert!(error.contains(&expected), "{error}");
    // Lines that are read as they are needed stay where they are.
    let audit = world.folder.path().join("audit.jsonl");
    fs::write(&audit, "no line\n").unwrap();
    let sql = format!("SELECT count(*) FROM kanta_audit('{}')", audit.display());
    let error = cluster.refused(&world, &sql);
    assert!(
        error.contains("the table `kanta_audit()` cannot be sent to executors: it is neither of files nor in memory"),
        "{error}"
    );
    // So do tables that are too large.
    let sql = "CREATE TABLE large AS SELECT repeat(party, 200) AS party FROM log; SELECT count(*) FROM large";
    let error = cluster.refused(&world, sql);
    assert!(
        error.contains("the table `large` cannot be sent to executors: it holds "),
        "{error}"
    );
    let error = cluster.refused(&world, "SELECT kanta_nothing(party) FROM log");
    assert!(
        error.contains("Invalid function 'kanta_nothing'"),
        "{error}"
    );
    // After all that, it answers.
    let sql = "SELECT count(*) AS lines FROM log";
    assert_eq!(cluster.ask(&world, sql), world.ask(sql));
}

#[test]
fn nobody_there_and_everybody_listening_are_errors() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    drop(free);
    let error = fails(&["query", "--scheduler", &address, "SELECT 1"]);
    assert!(
        error.contains(&format!("no scheduler at {address}")),
        "{error}"
    );
    let error = fails(&["executor", "--scheduler", &address]);
    assert!(error.contains(&address), "{error}");
    for command in ["scheduler", "executor"] {
        let error = fails(&[command, "--bind", "0.0.0.0:0"]);
        assert!(
            error.contains("0.0.0.0:0 can be reached by others")
                && error.contains("--trusted-network"),
            "{error}"
        );
    }
}
