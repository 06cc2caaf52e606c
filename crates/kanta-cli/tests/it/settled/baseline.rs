//! Findings that were there before.

use std::fs;

use super::{FIXED, edit, found, kanta, one_fault};
use crate::harness::LANGUAGES;

#[test]
fn what_the_baseline_has_does_not_count_and_what_is_new_does() {
    let folder = one_fault();
    let path = folder.path();
    assert_eq!(kanta(path, &["check", "plan.toml"]).status, 1);
    // Once written, everything is known; the verdict is told all the same.
    let written = kanta(
        path,
        &["check", "plan.toml", "--write-baseline", "base.json"],
    );
    assert_eq!(written.status, 0);
    assert!(written.stdout.contains("does not conform"));
    let known = kanta(path, &["check", "plan.toml", "--baseline", "base.json"]);
    assert_eq!(known.status, 0, "{}", known.stdout);
    assert!(known.stdout.contains("does not conform"));
    let told = "Set aside: 0 accepted, 1 in the baseline. Without them: conforms as far as";
    assert!(known.stdout.contains(told), "{}", known.stdout);
    // The JSON of an earlier report does as well.
    let json = kanta(path, &["check", "plan.toml", "--format", "json"]).stdout;
    fs::write(path.join("earlier.json"), json).unwrap();
    let arguments = [
        "check",
        "plan.toml",
        "--baseline",
        "earlier.json",
        "--format",
        "json",
    ];
    let known = kanta(path, &arguments);
    assert_eq!(known.status, 0);
    let report = known.json();
    assert_eq!(report["verdict"], "non-conforming");
    assert_eq!(report["set_aside"]["verdict"], "conforming");
    assert_eq!(found(&report, FIXED)["against"], "unchanged");
    // Lines that move are nothing new.
    edit(path, "format = 1\n", "format = 1\n\n# moved\n\n");
    for baseline in ["base.json", "earlier.json"] {
        let moved = kanta(path, &["check", "plan.toml", "--baseline", baseline]);
        assert_eq!(moved.status, 0, "{baseline}: {}", moved.stdout);
    }
    // Another fault of the same requirement at another address is.
    let text = fs::read_to_string(path.join("plan.toml")).unwrap();
    let line = text
        .lines()
        .find(|it| it.contains("fixed = false"))
        .unwrap();
    let ip = line
        .split("ip = \"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let another = line.replace(ip, "192.31.196.99");
    let mut swapped = text.replace(line, &another);
    fs::write(path.join("plan.toml"), &swapped).unwrap();
    let report = kanta(path, &arguments).json();
    assert_eq!(found(&report, FIXED)["against"], "new");
    // And so is what gets worse: from not known to violated, or the other way.
    swapped = text
        .replace("fixed = false, ", "")
        .replace(", fixed = false", "");
    assert!(!swapped.contains("fixed = false"));
    fs::write(path.join("plan.toml"), &swapped).unwrap();
    let worse = kanta(path, &arguments);
    assert_eq!(worse.status, 3);
    assert_eq!(found(&worse.json(), FIXED)["outcome"], "undetermined");
    assert_eq!(found(&worse.json(), FIXED)["against"], "new");
}

#[test]
fn a_finding_of_another_plan_is_new_and_what_is_no_baseline_is_refused() {
    let folder = one_fault();
    let path = folder.path();
    kanta(
        path,
        &["check", "plan.toml", "--write-baseline", "base.json"],
    );
    fs::copy(path.join("plan.toml"), path.join("other.toml")).unwrap();
    let both = kanta(
        path,
        &[
            "check",
            "plan.toml",
            "other.toml",
            "--baseline",
            "base.json",
        ],
    );
    assert_eq!(both.status, 1);
    let folder_of_both = kanta(path, &["check", ".", "--write-baseline", "all.json"]);
    assert_eq!(folder_of_both.status, 0);
    let again = kanta(
        path,
        &["check", ".", "--baseline", "all.json", "--format", "json"],
    );
    assert_eq!(again.status, 0, "{}", again.stderr);
    fs::write(
        path.join("base.json"),
        "{\"format\":1,\"file\":\"a\",\"findings\":[]}\n[]\n",
    )
    .unwrap();
    let refused = kanta(path, &["check", "plan.toml", "--baseline", "base.json"]);
    assert_eq!(
        (refused.status, refused.stderr.as_str()),
        (
            2,
            "base.json:2: this is neither what `--write-baseline` nor what `--format json` writes\n"
        )
    );
    let absent = kanta(path, &["check", "plan.toml", "--baseline", "no-such.json"]);
    assert_eq!(
        (absent.status, absent.stderr.as_str()),
        (2, "no-such.json: there is no such file\n")
    );
}

#[test]
fn what_occurs_no_longer_is_taken_out_of_the_baseline_and_nothing_comes_in() {
    let folder = one_fault();
    let path = folder.path();
    let text = fs::read_to_string(path.join("plan.toml")).unwrap();
    for name in ["other.toml", "gone.toml"] {
        fs::write(path.join(name), &text).unwrap();
    }
    let write = [
        "check",
        "plan.toml",
        "other.toml",
        "gone.toml",
        "--write-baseline",
        "base.json",
    ];
    assert_eq!(kanta(path, &write).status, 0);
    let base = || fs::read_to_string(path.join("base.json")).unwrap();
    let whole = base();
    assert_eq!(whole.matches(FIXED).count(), 3, "{whole}");
    let prune = |more: &[&str]| {
        let prune = [
            "check",
            "plan.toml",
            "--baseline",
            "base.json",
            "--prune-baseline",
            "--quiet",
        ];
        kanta(path, &[&prune[..], more].concat())
    };
    // All of it occurs, or was not looked at: the file stays as it is.
    let answer = prune(&[]);
    assert_eq!(answer.status, 0);
    assert_eq!(
        answer.stderr,
        "kanta: base.json: 0 findings occur no longer and were taken out\n"
    );
    assert_eq!(base(), whole);
    // One is mended, another is new, a file is gone, and one was not looked at.
    edit(path, "fixed = false", "fixed = true");
    edit(
        path,
        "malware_protection = true",
        "malware_protection = false",
    );
    fs::remove_file(path.join("gone.toml")).unwrap();
    let answer = prune(&[]);
    assert_eq!(answer.status, 1, "what is new counts");
    assert_eq!(
        answer.stderr,
        "kanta: base.json: 2 findings occur no longer and were taken out\n"
    );
    let lines: Vec<String> = base().lines().map(str::to_owned).collect();
    let other = whole
        .lines()
        .find(|line| line.contains("other.toml"))
        .unwrap();
    assert_eq!(lines.iter().filter(|line| line.contains(FIXED)).count(), 1);
    assert!(lines.contains(&other.to_owned()), "{lines:?}");
    assert!(!base().contains("no-malware-protection") && !base().contains("gone.toml"));
    // What another command judges stays: of the checklist nothing is the guide's.
    let before = base();
    let ready = [
        "ready",
        "other.toml",
        "--baseline",
        "base.json",
        "--prune-baseline",
        "--quiet",
    ];
    kanta(path, &ready);
    assert_eq!(base(), before);
    // A file that cannot be read says nothing of what is in it.
    let before = base();
    fs::write(path.join("plan.toml"), "x = 1\n").unwrap();
    assert_eq!(prune(&[]).status, 2);
    assert_eq!(base(), before);
    for (lang, words) in
        LANGUAGES
            .into_iter()
            .zip(["needs the file", "tarvitsee tiedoston", "behöver filen"])
    {
        let answer = kanta(
            path,
            &["check", "other.toml", "--prune-baseline", "--lang", lang],
        );
        assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
        assert!(answer.stderr.contains(words), "{}", answer.stderr);
    }
    // The file that the settings name is meant, too.
    fs::write(path.join("kanta.toml"), "baseline = \"base.json\"\n").unwrap();
    fs::write(
        path.join("other.toml"),
        text.replace("fixed = false", "fixed = true"),
    )
    .unwrap();
    assert_eq!(
        kanta(path, &["check", "other.toml", "--prune-baseline"]).status,
        0
    );
    assert!(!base().contains(FIXED), "{}", base());
}
