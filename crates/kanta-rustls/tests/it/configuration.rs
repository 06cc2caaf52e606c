//! The configuration of a gateway.

use std::fs;
use std::path::Path;
use std::time::Duration;

use kanta_admission::audit::OnFull;
use kanta_conformance::Language;
use kanta_rustls::Watch;
use kanta_rustls::settings::Settings;
use kanta_rustls::sink::SyncPolicy;

use crate::harness::{ADDRESS, CLINIC, INDEX, good, now, own, prescription};

const SMALL: &str = r#"
format = 1
index = ["index.toml"]
trust = ["trust.pem"]

[listener]
address = "127.0.0.1:8443"
certificate = "server.pem"
key = "server-key.pem"

[backend]
address = "127.0.0.1:8081"

[audit]
origin = "gate.valittaja.example/audit"
log = "audit.jsonl"
checkpoints = "elsewhere/checkpoints.txt"
on_full = "refuse"
"#;

fn faults(text: &str) -> String {
    Settings::read(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_small_configuration_has_careful_defaults() {
    let read = Settings::read(SMALL.as_bytes()).unwrap();
    assert_eq!(read.listener.handshake, Duration::from_secs(10));
    assert_eq!(read.listener.sessions, 0, "nobody comes back to a session");
    assert_eq!(read.listener.connections, 4096);
    assert_eq!(read.audit.on_full, OnFull::Refuse);
    assert_eq!(read.audit.files.sync, SyncPolicy::EveryCheckpoint);
    assert_eq!((read.audit.queue, read.audit.files.rotate_at), (0, None));
    assert_eq!((read.own, read.metrics), (None, None));
    let there = Settings::read(SMALL.as_bytes()).unwrap();
    let there = there.in_folder(Path::new("/etc/gate"));
    assert_eq!(there.index, [Path::new("/etc/gate/index.toml")]);
    assert_eq!(there.audit.files.log, Path::new("/etc/gate/audit.jsonl"));
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let text = SMALL
        .replace("format = 1", "format = 2")
        .replace("127.0.0.1:8443", "127.0.0.1")
        .replace("\"refuse\"", "\"refuses\"\nqueu = 7\ncheckpoint_every = 0");
    assert_eq!(
        faults(&text),
        "line 2, column 10: `format` takes 1, found a number\n\
         line 7, column 11: `address`: `127.0.0.1` is not an address with a port, such as `127.0.0.1:8443`\n\
         line 18, column 11: `on_full` does not take `refuses`; did you mean `refuse`; \
         expected one of `block`, `refuse`, `count`\n\
         line 19, column 1: unknown key `queu`; did you mean `queue`\n\
         line 20, column 20: `checkpoint_every` takes at least 1, found a number"
    );
}

#[test]
fn what_has_to_be_said_is_asked_for() {
    for (line, key) in [
        ("format = 1\n", "format"),
        ("index = [\"index.toml\"]\n", "index"),
        ("trust = [\"trust.pem\"]\n", "trust"),
        ("key = \"server-key.pem\"\n", "key"),
        (
            "checkpoints = \"elsewhere/checkpoints.txt\"\n",
            "checkpoints",
        ),
        ("on_full = \"refuse\"\n", "on_full"),
        ("[backend]\naddress = \"127.0.0.1:8081\"\n", "backend"),
    ] {
        let text = faults(&SMALL.replace(line, ""));
        assert!(text.contains(&format!("`{key}`")), "{key}: {text}");
    }
    assert!(!faults("").is_empty());
}

#[test]
fn systems_are_known_by_digest_or_by_issuer_and_serial_and_not_by_both() {
    let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let with = |certificate: &str| {
        format!(
            "{SMALL}\n[own]\naccess_point = \"clinic-ap\"\n[[own.system]]\nid = \"ward\"\n\
             certificates = [{certificate}]\nprofile = \"server\"\naddresses = [\"10.1.0.0/16\", \"10.2.0.1\"]\n\
             for = [\"clinic\"]\n"
        )
    };
    for good in [
        format!("{{ sha256 = \"{digest}\" }}"),
        "{ issuer = \"CA\", serial = \"4f2a01\", from = 2025-01-01 }".to_owned(),
    ] {
        let read = Settings::read(with(&good).as_bytes());
        let own = read
            .unwrap_or_else(|faults| panic!("{faults}"))
            .own
            .unwrap();
        assert_eq!(own.systems[0].certificates.len(), 1);
        assert_eq!(own.systems[0].addresses.len(), 2);
    }
    for bad in [
        "{}".to_owned(),
        "{ issuer = \"CA\" }".to_owned(),
        format!("{{ sha256 = \"{digest}\", issuer = \"CA\", serial = \"1\" }}"),
        "{ sha256 = \"00\" }".to_owned(),
    ] {
        faults(&with(&bad));
    }
}

/// Everything that the small configuration names, in a folder.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("index.toml", INDEX);
    write("trust.pem", &good().trust_pem());
    write("server.pem", &own().pem());
    write("server-key.pem", &own().private_key_pem());
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    folder
}

#[test]
fn what_is_configured_is_loaded_and_what_does_not_load_leaves_what_was() {
    let folder = folder();
    let settings = Settings::read(SMALL.as_bytes()).unwrap();
    let settings = settings.in_folder(folder.path());
    settings.identity(Language::En).unwrap();
    let loaded = settings.gate(now(), Language::En).unwrap();
    let gate = loaded.gate;
    let source = ADDRESS.parse().unwrap();
    let presented = kanta_admission::Presented::from_der(&good().end_entity.der(), source);
    let connection = kanta_admission::Connection::new(presented);
    let admits = || gate.admit(&connection, &prescription(now())).answer.is_ok();
    assert!(admits());
    let mut watch = Watch::new(settings.exchanged());
    assert!(!watch.changed());
    let index = folder.path().join("index.toml");
    fs::write(&index, "format = 1\n").unwrap();
    assert!(watch.changed() && !watch.changed());
    let error = settings.reload(&gate, Language::En).unwrap_err();
    assert_eq!(Path::new(&error.file), index);
    assert_eq!(gate.live().health().failing, 1);
    assert!(admits(), "the set of before decides");
    fs::write(&index, INDEX.replace(CLINIC, "1.2.246.10.76543212.10.9")).unwrap();
    assert!(watch.changed());
    settings.reload(&gate, Language::En).ok();
    fs::remove_file(&index).unwrap();
    assert!(watch.changed());
    fs::write(&index, INDEX.replace("\"prescription\"", "\"imaging\"")).unwrap();
    settings.reload(&gate, Language::En).unwrap();
    assert!(!admits());
    assert_eq!(gate.live().health().failing, 0);
}

#[test]
fn what_cannot_be_used_is_told_with_its_file() {
    let folder = folder();
    let settings = || {
        Settings::read(SMALL.as_bytes())
            .unwrap()
            .in_folder(folder.path())
    };
    fs::write(folder.path().join("trust.pem"), own().pem()).unwrap();
    let error = settings().state(Language::En).unwrap_err();
    assert!(
        error.to_string().ends_with("only those of CAs are trusted"),
        "{error}"
    );
    fs::remove_file(folder.path().join("server-key.pem")).unwrap();
    let error = settings().identity(Language::En).unwrap_err();
    assert!(error.file.ends_with("server-key.pem"), "{error}");
    let mut other = settings();
    other.index = vec![folder.path().join("index.toml")];
    other.trust.clear();
    other.own = Settings::read(format!("{SMALL}\n[own]\naccess_point = \"nobody\"\n").as_bytes())
        .unwrap()
        .own;
    let error = other.state(Language::En).unwrap_err();
    assert_eq!(
        error.to_string(),
        "own.access_point: no id of the index and no OID: `nobody`"
    );
}

#[test]
fn the_words_of_a_configuration_read_back() {
    for &on_full in OnFull::ALL {
        assert_eq!(on_full.to_string().parse(), Ok(on_full));
    }
    for &sync in SyncPolicy::ALL {
        assert_eq!(sync.to_string().parse(), Ok(sync));
    }
    let unknown = "blok".parse::<OnFull>().unwrap_err();
    assert_eq!(
        (unknown.expected(), unknown.nearest()),
        (&["block", "refuse", "count"][..], Some("block"))
    );
}
