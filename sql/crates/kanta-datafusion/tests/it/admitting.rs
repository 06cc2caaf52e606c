//! Admission in SQL beside the library's, which `kanta admit --batch` asks as well.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;

use datafusion::arrow::array::{
    ArrayRef, AsArray, BinaryArray, RecordBatch, StringArray, TimestampSecondArray,
};
use datafusion::prelude::SessionContext;
use kanta_address_index::{AddressIndex, Form, Service, Source};
use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Sink, SinkError};
use kanta_admission::{Attempt, Connection, Gate, Live, Policy, Presented, State};
use kanta_cert::{Certificate, Moment, TrustStore};
use kanta_datafusion::{Snapshots, register};
use kanta_testkit::chain;

use crate::harness::{ask, counts_of, lists_of, session, truths_of};

/// Ten in the morning of the first of December 2025, in UTC.
const AT: i64 = 1_764_583_200;
const PARTY: &str = "1.2.246.10.12345671.10.0";

/// An index, what is trusted, and certificates: one on record, and one that is not.
struct World {
    folder: tempfile::TempDir,
    good: Vec<u8>,
    other: Vec<u8>,
}

fn world() -> World {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(crate::harness::example()).unwrap();
    fs::write(folder.path().join("index.toml"), text).unwrap();
    let with = |serial: &[u8]| {
        let serial = serial.to_vec();
        chain().with_end_entity(move |it| it.certificate_serial(&serial))
    };
    let chain = with(&[0x4f, 0x2a, 0x01]);
    fs::write(folder.path().join("trust.pem"), chain.trust_pem()).unwrap();
    World {
        good: chain.end_entity.der().to_vec(),
        other: with(&[0x4f, 0x2a, 0x02]).end_entity.der().to_vec(),
        folder,
    }
}

fn state(folder: &Path) -> State {
    let bytes = &fs::read(folder.join("index.toml")).unwrap();
    let index = AddressIndex::read(&[Source {
        form: Form::Toml,
        bytes,
    }])
    .unwrap();
    let mut trust = TrustStore::new();
    trust
        .trust("trust.pem", &fs::read(folder.join("trust.pem")).unwrap())
        .unwrap();
    State::new(index, trust, Policy::access_points())
}

/// Every mix of certificates, addresses, parties, services and times, and what cannot be read.
type Row<'a> = (Option<&'a [u8]>, &'a str, &'a str, &'a str, Option<i64>);

fn rows(world: &World) -> Vec<Row<'_>> {
    let certificates = [
        Some(&world.good[..]),
        Some(&world.other[..]),
        Some(&b"none"[..]),
        None,
    ];
    let mut rows = Vec::new();
    for certificate in certificates {
        for source in [
            "192.31.196.7",
            "192.31.196.8",
            "::ffff:192.31.196.7",
            "here",
        ] {
            for party in [PARTY, "clinic", "valittaja", "nobody"] {
                for service in ["prescription", "imaging", "nothing"] {
                    for at in [Some(AT), Some(AT + 400 * 86_400), None] {
                        rows.push((certificate, source, party, service, at));
                    }
                }
            }
        }
    }
    rows
}

/// The decision and the missing requirements, by the library.
fn library(state: &State, row: &Row<'_>) -> Option<(bool, Vec<String>)> {
    let (certificate, source, party, service, at) = row;
    let source = source.parse().ok()?;
    let presented = match certificate {
        Some(der) => Presented::from_read(Certificate::from_pem_or_der(der), source),
        None => Presented::without_certificate(source),
    };
    let attempt = Attempt::new(
        state.index().owner_named(party)?,
        Service::from_code(service)?,
        Moment::from_unix_seconds((*at)?),
    );
    let explanation = state.explain(&Connection::new(presented), &attempt);
    let missing = explanation
        .missing()
        .map(|link| link.requirement.id().to_owned());
    Some((explanation.evaluation.would_permit(), missing.collect()))
}

fn table(context: &SessionContext, rows: &[Row<'_>]) {
    let texts = |text: fn(&Row<'_>) -> String| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(rows.iter().map(text)))
    };
    let certificates: BinaryArray = rows.iter().map(|row| row.0).collect();
    let at: TimestampSecondArray = rows.iter().map(|row| row.4).collect();
    let batch = RecordBatch::try_from_iter([
        ("certificate", Arc::new(certificates) as ArrayRef),
        ("source", texts(|row| row.1.to_owned())),
        ("party", texts(|row| row.2.to_owned())),
        ("service", texts(|row| row.3.to_owned())),
        ("at", Arc::new(at) as ArrayRef),
    ]);
    context.register_batch("log", batch.unwrap()).unwrap();
}

#[tokio::test]
async fn sql_admits_whom_the_library_admits() {
    let world = world();
    let folder = world.folder.path();
    let context = SessionContext::new();
    let index = folder.join("index.toml");
    register(&context, &Snapshots::with_index(&index).unwrap()).unwrap();
    let rows = rows(&world);
    table(&context, &rows);
    let attempt = format!(
        "kanta_index(), kanta_pin('{}'), certificate, source, party, service, at",
        folder.join("trust.pem").display()
    );
    let sql = format!(
        "SELECT kanta_admit({attempt}) AS admitted, kanta_admit_why({attempt}) AS why, \
         kanta_admit_fault({attempt}, 'en') AS fault FROM log"
    );
    let batches = context.sql(&sql).await.unwrap().collect().await.unwrap();
    let batch = datafusion::arrow::compute::concat_batches(&batches[0].schema(), &batches).unwrap();
    let state = state(folder);
    let expected: Vec<_> = rows.iter().map(|row| library(&state, row)).collect();
    let admitted: Vec<_> = expected
        .iter()
        .map(|it| it.as_ref().map(|it| it.0))
        .collect();
    let why: Vec<_> = expected
        .iter()
        .map(|it| it.as_ref().map(|it| it.1.clone()))
        .collect();
    assert_eq!(truths_of(batch.column(0)), admitted);
    assert_eq!(lists_of(batch.column(1)), why);
    let faults = crate::harness::texts_of(batch.column(2));
    for (fault, expected) in faults.iter().zip(&expected) {
        assert_eq!(fault.is_some(), expected.is_none(), "{fault:?}");
    }
    let mut counts = std::collections::BTreeMap::<String, i64>::new();
    for requirement in why.iter().flatten().flatten() {
        *counts.entry(requirement.clone()).or_default() += 1;
    }
    let sql = format!("SELECT kanta_admit_why_counts({attempt}) FROM log");
    let batches = context.sql(&sql).await.unwrap().collect().await.unwrap();
    assert_eq!(counts_of(batches[0].column(0).as_map(), 0), counts);
    assert!(counts.len() > 3, "{counts:?}");
    // Somebody is admitted, and the test tests something.
    assert!(admitted.contains(&Some(true)) && admitted.contains(&Some(false)));
}

#[tokio::test]
async fn certificates_are_read_and_judged() {
    let pem = kanta_testkit::server_certificate().pem();
    let context = session();
    let batch = RecordBatch::try_from_iter([(
        "pem",
        Arc::new(StringArray::from(vec![pem.as_str()])) as ArrayRef,
    )]);
    context
        .register_batch("certificates", batch.unwrap())
        .unwrap();
    let rows = ask(
        &context,
        "SELECT kanta_cert_subject_oid(pem), kanta_cert_not_before(pem), \
         kanta_cert_verdict(pem, 'server', '2025-12-01'), kanta_cert_why(pem, 'server', '2025-12-01'), \
         kanta_cert_verdict(pem, 'server', '2045-12-01'), kanta_cert_fault(pem), \
         kanta_cert_fault('not one', 'en') IS NULL, kanta_cert_sha256('not one'), \
         kanta_cert_verdict(pem, 'server', 'soon') FROM certificates",
    );
    assert_eq!(
        rows.await.unwrap(),
        [[
            "1.2.246.10.12345671.10.0.13.1",
            "2025-08-31T21:00:00Z",
            "conforming",
            "[]",
            "non-conforming",
            "NULL",
            "false",
            "NULL",
            "NULL",
        ]]
    );
    let error = ask(
        &context,
        "SELECT kanta_cert_verdict(pem, 'client', '2025-12-01') FROM certificates",
    );
    let error = error.await.unwrap_err().to_string();
    assert!(
        error.contains("no profile `client`: expected `server` or `system-signature`"),
        "{error}"
    );
}

/// Holds lines.
#[derive(Debug, Default)]
struct Kept(Arc<Mutex<String>>);

impl Sink for Kept {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.0
            .lock()
            .unwrap()
            .push_str(std::str::from_utf8(line).unwrap());
        Ok(())
    }

    fn checkpoint(&mut self, _: &Checkpoint) -> Result<(), SinkError> {
        Ok(())
    }

    fn wait(&mut self) {}
}

/// An audit log of so many lines.
pub(crate) fn log(lines: i64) -> String {
    let world = world();
    let kept = Kept::default();
    let text = Arc::clone(&kept.0);
    let head = Head::empty("example.invalid/audit");
    let log = Log::new(
        "example.invalid/audit",
        head,
        Box::new(kept),
        OnFull::Refuse,
        100,
    );
    let gate = Gate::new(Live::new(state(world.folder.path())), log.unwrap());
    let source = "192.31.196.7".parse().unwrap();
    let connection = Connection::new(Presented::from_der(&world.good, source));
    for number in 0..lines {
        let at = Moment::from_unix_seconds(AT + number);
        let attempt = Attempt::new(PARTY.parse().unwrap(), Service::Prescription, at);
        let _ = gate.admit(&connection, &attempt);
    }
    text.lock().unwrap().clone()
}
