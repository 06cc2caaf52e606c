//! Ids of requirements are kept: a report names them, and rulings, accepted findings and vectors hang on them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::harness::kanta;

/// Every id that the tool prints.
fn ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for more in [&[][..], &["--index"], &["--checklist"]] {
        let args = [&["requirements", "--format", "json"], more].concat();
        let list = kanta(&args).json();
        for requirement in list.as_array().unwrap() {
            ids.insert(requirement["id"].as_str().unwrap().to_owned());
        }
    }
    let own = kanta_admission::requirements().map(|it| it.id().to_owned());
    ids.extend(own);
    ids
}

/// `KANTA_IDS=1` appends new ids; none is ever taken away: a requirement that falls away keeps its line, with its heir.
#[test]
fn an_id_that_was_published_is_never_taken_away() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/ids.txt");
    let mut text = std::fs::read_to_string(&file).unwrap_or_default();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let told: BTreeSet<&str> = lines
        .iter()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let heirs: Vec<(&str, &str)> = lines
        .iter()
        .filter_map(|line| line.split_once(" -> "))
        .collect();
    let ids = ids();
    for id in &told {
        let heir = heirs.iter().find(|(gone, _)| gone == id);
        let now = heir.map_or(*id, |(_, heir)| *heir);
        assert!(
            ids.contains(now),
            "{id} is gone; write `{id} -> HEIR` beside it"
        );
    }
    let new: Vec<&String> = ids
        .iter()
        .filter(|id| !told.contains(id.as_str()))
        .collect();
    if std::env::var_os("KANTA_IDS").is_some() {
        for id in &new {
            writeln!(text, "{id}").unwrap();
        }
        std::fs::write(&file, text).unwrap();
    } else {
        assert!(
            new.is_empty(),
            "KANTA_IDS=1 cargo test -p kanta-cli ids: {new:?}"
        );
    }
}
