//! What a baseline that is written lacks: files that cannot be judged, and what is open beside findings.

use std::fs;
use std::path::Path;

use crate::harness::{Answer, LANGUAGES, data};
use crate::settled::{FIXED, kanta, one_fault};

const BROKEN: &str = "x = 1\n";

/// What is said of the baseline itself, whatever is said of the files.
fn of_baseline(answer: &Answer) -> Vec<&str> {
    let lines = answer.stderr.lines();
    lines
        .filter(|line| line.starts_with("kanta: base.json"))
        .collect()
}

fn base(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("base.json")).ok()
}

#[test]
fn a_plan_that_cannot_be_read_is_named_as_missing_from_the_baseline() {
    let folder = one_fault();
    let path = folder.path();
    fs::create_dir(path.join("plans")).unwrap();
    fs::rename(path.join("plan.toml"), path.join("plans/plan.toml")).unwrap();
    fs::write(path.join("plans/broken.toml"), BROKEN).unwrap();
    let told = [
        "could not be judged, and its findings are not in here",
        "jäi arvioimatta, ja sen havainnot puuttuvat tästä",
        "kunde inte bedömas, och dess iakttagelser saknas här",
    ];
    for (lang, told) in LANGUAGES.into_iter().zip(told) {
        // By name, as a table of a folder, quietly, and in every way in which files are told for machines.
        for arguments in [
            &["plans/plan.toml", "plans/broken.toml"][..],
            &["plans"],
            &["plans", "--quiet"],
            &["plans", "--format", "json"],
            &["plans", "--format", "sarif"],
            &["plans", "--format", "github"],
        ] {
            drop(fs::remove_file(path.join("base.json")));
            let write = ["--write-baseline", "base.json", "--lang", lang];
            let answer = kanta(path, &[&["check"], arguments, &write].concat());
            let expected = format!("kanta: base.json: plans/broken.toml {told}");
            assert_eq!(of_baseline(&answer), [expected], "{arguments:?}");
            assert_eq!(answer.status, 2, "{arguments:?}");
            let written = base(path).unwrap();
            assert!(written.contains(FIXED), "{written}");
            assert!(!written.contains("broken.toml"), "{written}");
        }
    }
    // A baseline that is whole says nothing.
    fs::remove_file(path.join("plans/broken.toml")).unwrap();
    let answer = kanta(path, &["check", "plans", "--write-baseline", "base.json"]);
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
    // Its findings count as soon as it can be read.
    fs::copy(path.join("plans/plan.toml"), path.join("plans/broken.toml")).unwrap();
    let answer = kanta(path, &["check", "plans", "--baseline", "base.json"]);
    assert_eq!(answer.status, 1);
}

#[test]
fn where_nothing_can_be_judged_an_earlier_baseline_stays() {
    let folder = one_fault();
    let path = folder.path();
    for name in ["broken.toml", "broken.pem"] {
        fs::write(path.join(name), BROKEN).unwrap();
    }
    fs::create_dir(path.join("empty")).unwrap();
    let told = [
        "not written, because nothing could be judged",
        "ei kirjoitettu, koska mitään ei voitu arvioida",
        "skrevs inte, eftersom inget kunde bedömas",
    ];
    for command in [
        &["check", "broken.toml"][..],
        &["check", "empty"],
        &["check", "broken.toml", "--format", "json"],
        &["ready", "broken.toml"],
        &["cert", "broken.pem"],
        &["index", "check", "broken.toml"],
    ] {
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let write = ["--write-baseline", "base.json", "--lang", lang];
            let command = [command, &write].concat();
            let answer = kanta(path, &command);
            assert_eq!(answer.status, 2, "{command:?}");
            assert_eq!(of_baseline(&answer), [format!("kanta: base.json: {told}")]);
            assert_eq!(base(path), None, "{command:?}");
            fs::write(path.join("base.json"), "earlier\n").unwrap();
            kanta(path, &command);
            assert_eq!(base(path).as_deref(), Some("earlier\n"), "{command:?}");
            fs::remove_file(path.join("base.json")).unwrap();
        }
    }
}

#[test]
fn a_certificate_that_cannot_be_read_is_named_beside_one_that_can() {
    let folder = one_fault();
    let path = folder.path();
    fs::write(path.join("broken.pem"), BROKEN).unwrap();
    let good = data()
        .canonicalize()
        .unwrap()
        .join("certificates/wrong-server.pem");
    let good = good.to_str().unwrap();
    let command = [
        "cert",
        good,
        "broken.pem",
        "--on",
        "2025-12-01",
        "--write-baseline",
        "base.json",
    ];
    let answer = kanta(path, &command);
    assert_eq!(answer.status, 2);
    assert_eq!(
        of_baseline(&answer),
        ["kanta: base.json: broken.pem could not be judged, and its findings are not in here"]
    );
    assert_eq!(base(path).unwrap().lines().count(), 1);
}

#[test]
fn what_is_open_beside_findings_is_in_no_baseline_and_the_status_says_so() {
    let folder = one_fault();
    let path = folder.path();
    // A plan of nothing, and a day before the first edition of the guide.
    fs::write(path.join("empty.toml"), "format = 1\n").unwrap();
    let told = [
        "more is open in FILE than findings, and that is not in here",
        "FILE: auki on muutakin kuin havaintoja, eikä se ole tässä",
        "FILE: annat än iakttagelser är öppet, och det finns inte här",
    ];
    for arguments in [
        &["empty.toml"][..],
        &["empty.toml", "--quiet"],
        &["empty.toml", "--format", "json"],
        &["plan.toml", "--on", "2009-01-01"],
    ] {
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let command = [&["check"], arguments, &["--lang", lang]].concat();
            let answer = kanta(
                path,
                &[&command[..], &["--write-baseline", "base.json"]].concat(),
            );
            let told = told.replace("FILE", arguments[0]);
            assert_eq!(of_baseline(&answer), [format!("kanta: base.json: {told}")]);
            // What is written at once holds what findings there are, and gives the same status.
            assert_eq!(answer.status, 3, "{arguments:?}");
            let answer = kanta(path, &[&command[..], &["--baseline", "base.json"]].concat());
            assert_eq!(answer.status, 3, "{arguments:?}");
        }
    }
    // What `ready` only counts of the guide, and an index that has expired.
    let of = |name| data().canonicalize().unwrap().join(name);
    let (index, plan) = (of("index.toml"), of("unknown.toml"));
    let (index, plan) = (index.to_str().unwrap(), plan.to_str().unwrap());
    for (command, status) in [
        (&["ready", plan][..], 3),
        (&["index", "check", index, "--on", "2030-01-01"], 1),
    ] {
        for option in ["--write-baseline", "--baseline"] {
            let answer = kanta(path, &[command, &[option, "base.json"]].concat());
            assert_eq!(answer.status, status, "{command:?} {option}");
        }
    }
    // Findings alone, violated or not known, count for neither.
    for arguments in [&["plan.toml"][..], &["plan.toml", "--on", "2025-12-01"]] {
        let write = [&["check"], arguments, &["--write-baseline", "base.json"]].concat();
        let answer = kanta(path, &write);
        assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
        let read = [&["check"], arguments, &["--baseline", "base.json"]].concat();
        assert_eq!(kanta(path, &read).status, 0);
    }
}
