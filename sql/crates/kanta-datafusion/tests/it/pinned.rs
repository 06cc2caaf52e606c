//! A query names the version that it rests on, and another is an error that says which.

use std::fs;

use datafusion::prelude::SessionContext;
use kanta_datafusion::{Pinned, SnapshotError, Snapshots, register};

use crate::harness::{ask, example, pinned, session};

fn decide(index: &str) -> String {
    format!("SELECT kanta_decide('{index}', 'clinic', 'clinic-ap', 'imaging', '2025-12-01')")
}

#[tokio::test]
async fn another_version_is_an_error_by_name() {
    let other = pinned().replace("sha256:", "sha256:00");
    let other = &other[..other.len() - 2];
    let error = ask(&session(), &decide(other)).await.unwrap_err();
    let text = error.to_string();
    let found = pinned();
    let (path, digest) = found.rsplit_once("@sha256:").unwrap();
    let expected = &other[other.len() - 64..];
    assert!(
        text.contains(&format!(
            "`{path}` is another version: expected sha256:{expected}, found sha256:{digest}"
        )),
        "{text}"
    );
}

#[tokio::test]
async fn an_index_without_its_digest_is_refused() {
    for (index, expected) in [
        ("index.toml", "`index.toml` is named without its digest"),
        ("index.toml@sha256:abc", "is named without its digest"),
        (
            &format!("nowhere.toml@sha256:{}", "0".repeat(64)),
            "`nowhere.toml` cannot be read",
        ),
    ] {
        let error = ask(&session(), &decide(index)).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{index}: {error}");
    }
    let bare = SessionContext::new();
    register(&bare, &Snapshots::default()).unwrap();
    let error = ask(&bare, "SELECT kanta_index()").await.unwrap_err();
    assert!(error.to_string().contains("no index is named"), "{error}");
}

/// A file that changes changes no answer of a query that names it, and is another for the next.
#[tokio::test]
async fn a_file_that_changes_is_another_version() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("index.toml");
    let text = fs::read_to_string(example()).unwrap();
    fs::write(&file, &text).unwrap();
    let before = Pinned::now(&file).unwrap().to_string();
    let context = session();
    assert_eq!(ask(&context, &decide(&before)).await.unwrap(), [["false"]]);
    fs::write(&file, text.replacen("2025-12-01.1", "2025-12-01.2", 1)).unwrap();
    let after = Pinned::now(&file).unwrap().to_string();
    assert_ne!(before, after);
    // Whoever has read it holds it; whoever has not cannot.
    assert_eq!(ask(&context, &decide(&before)).await.unwrap(), [["false"]]);
    let error = ask(&session(), &decide(&before)).await.unwrap_err();
    assert!(error.to_string().contains("is another version"), "{error}");
    assert_eq!(ask(&context, &decide(&after)).await.unwrap(), [["false"]]);
    fs::write(&file, "format = 7").unwrap();
    let broken = Pinned::now(&file).unwrap().to_string();
    let error = ask(&context, &decide(&broken)).await.unwrap_err();
    assert!(
        error.to_string().contains("cannot be understood"),
        "{error}"
    );
}

#[test]
fn a_name_with_its_digest_is_read_as_it_is_written() {
    let name = pinned();
    let read: Pinned = name.parse().unwrap();
    assert_eq!(read.to_string(), name);
    assert_eq!(
        name.to_uppercase().parse::<Pinned>().unwrap_err(),
        SnapshotError::NotPinned(name.to_uppercase())
    );
}
