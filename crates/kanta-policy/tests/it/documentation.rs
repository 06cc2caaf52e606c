//! `docs/plan.md` shows everything that a plan can say, and the reader takes it.

use std::path::PathBuf;

use kanta_policy::{FaultKind, Problem};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown_plan() -> String {
    let page = std::fs::read_to_string(root().join("../../docs/plan.md")).unwrap();
    let block = page.split("```toml\n").nth(1).unwrap();
    block.split("\n```").next().unwrap().to_owned()
}

#[test]
fn the_plan_that_is_shown_can_be_read() {
    let file = crate::harness::plan(&shown_plan());
    assert_eq!(file.plan.links.len(), 2);
    assert_eq!(file.plan.rulings.len(), 1);
}

#[test]
fn every_key_that_the_reader_asks_for_is_shown() {
    let shown = shown_plan();
    let mut keys = Vec::new();
    for file in [
        "actors.rs",
        "technical.rs",
        "technical/certificates.rs",
        "technical/links.rs",
        "technical/points.rs",
        "technical/uses.rs",
        "readiness.rs",
        "document.rs",
    ] {
        let source = std::fs::read_to_string(root().join("src/file").join(file)).unwrap();
        // A key stands as a literal right behind the bracket or the table that it is asked of.
        for (start, _) in source.match_indices('"') {
            let before = source[..start].trim_end();
            let word = source[start + 1..].split('"').next().unwrap();
            let is_key =
                !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_key && (before.ends_with('(') || before.ends_with("&table,")) {
                keys.push(word.to_owned());
            }
        }
    }
    keys.sort();
    keys.dedup();
    assert!(keys.len() > 70, "{keys:?}");
    for key in keys {
        let there = shown.lines().any(|line| {
            let code = line.split(" #").next().unwrap();
            code.contains(&format!("{key} = "))
                || code.contains(&format!("[{key}]"))
                || code.contains(&format!(".{key}]"))
        });
        assert!(there, "docs/plan.md does not show `{key}`");
    }
}

/// The texts in quotation marks of a plan, each with another text in its place.
fn each_text_replaced(plan: &str, by: &str) -> Vec<String> {
    let quotes: Vec<usize> = plan.match_indices('"').map(|(at, _)| at).collect();
    quotes
        .chunks_exact(2)
        .map(|pair| format!("{}{by}{}", &plan[..=pair[0]], &plan[pair[1]..]))
        .collect()
}

#[test]
fn every_word_that_the_reader_takes_is_shown() {
    let shown = shown_plan();
    let mut keys = 0;
    for changed in each_text_replaced(&shown, "no-such-word") {
        let Err(faults) = crate::harness::read(&changed) else {
            continue;
        };
        for fault in faults {
            let FaultKind::Source(Problem::UnknownWord { key, expected, .. }) = fault.kind else {
                continue;
            };
            keys += 1;
            for word in expected {
                // A word stands by itself: between blanks, quotation marks or bars.
                let mut words = shown.split(|c: char| !(c.is_alphanumeric() || "-.".contains(c)));
                assert!(
                    words.any(|other| other == word),
                    "docs/plan.md does not show `{word}` of `{key}`"
                );
            }
        }
    }
    assert!(keys > 15, "{keys}");
}
