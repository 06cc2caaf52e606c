//! Files that somebody damaged end in an error, and never in a crash.

use std::fs;

use crate::harness::{made, run};

const SQL: &str = "SELECT count(*), min(source), max(party), min(service), max(access_point), \
    max(kanta_decide(kanta_index(), party, access_point, service, at)) FROM 'bad.parquet'";

/// Damages a file of Parquet in many ways, and asks a question of each.
#[test]
fn a_damaged_file_of_parquet_is_an_error_or_is_read() {
    let folder = made(3_000, 1);
    let folder = folder.path();
    let whole = fs::read(folder.join("log/part-00000.parquet")).unwrap();
    let words = ["--index", "index.jsonl", "--memory", "64M", "-c", SQL];
    let mut errors = 0;
    let mut tried = 0;
    let mut ask = |bytes: &[u8], what: &str| {
        fs::write(folder.join("bad.parquet"), bytes).unwrap();
        let output = run(folder, &words);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        // A thread of the engine that panics is caught by it and told as an error.
        assert!(
            matches!(output.status.code(), Some(0 | 2)),
            "{what}: {error}"
        );
        tried += 1;
        errors += usize::from(!output.status.success());
    };
    for cut in [
        0,
        1,
        4,
        8,
        whole.len() / 2,
        whole.len() - 8,
        whole.len() - 1,
    ] {
        ask(&whole[..cut], &format!("cut at {cut}"));
    }
    // The footer, and the length of it.
    for back in [1_usize, 5, 6, 7, 8, 20, 100, 400, 700, 1_000] {
        let mut bytes = whole.clone();
        let at = bytes.len().saturating_sub(back);
        bytes[at] ^= 0x5a;
        ask(&bytes, &format!("{back} from the end"));
    }
    // The pages.
    for part in 1..12 {
        let mut bytes = whole.clone();
        let at = bytes.len() * part / 14;
        bytes[at] ^= 0xff;
        ask(&bytes, &format!("at {at}"));
    }
    assert!(errors > tried / 2, "{errors} of {tried}");
}
