//! What lies beside the plan: settings, accepted findings and a baseline.

use std::process::Command;

use super::{Served, sentence};
use crate::harness::data;

/// A folder with a clinic of two faults, one accepted and one in the baseline, settings that name both, and an entry that has
/// expired.
fn settled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let text = std::fs::read_to_string(data().join("clinic.toml")).unwrap();
    let known = text.replacen("malware_protection = true", "malware_protection = false", 1);
    write("plan.toml", &known);
    let base = data().canonicalize().unwrap();
    let check = ["check", "plan.toml", "--base"];
    let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
    tool.args(check).arg(&base);
    tool.args(["--write-baseline", "base.json"]);
    let output = tool.current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    write(
        "plan.toml",
        &known.replacen("fixed = true", "fixed = false", 1),
    );
    let entry = |requirement: &str, subject: &str, until: &str| {
        format!(
            "[[accept]]\nrequirement = \"connection-models/{requirement}\"\nsubject = '{subject}'\n\
             reason = \"in spring\"\napprover = \"Maija Meikäläinen\"\nuntil = {until}\n"
        )
    };
    let fixed = entry(
        "address-not-fixed",
        "access_point.ap1.addresses[0]",
        "9999-12-31",
    );
    let stale = entry(
        "address-not-public",
        "access_point.ap1.addresses[0]",
        "2024-12-31",
    );
    write("accept.toml", &format!("format = 1\n{fixed}{stale}"));
    let settings = format!(
        "lang = \"sv\"\naccept = \"accept.toml\"\nbaseline = \"base.json\"\nbase = '{}'\n",
        base.display()
    );
    write("kanta.toml", &settings);
    folder
}

#[test]
fn what_somebody_lives_with_is_shown_as_check_shows_it() {
    let folder = settled();
    let told = |arguments: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
        tool.args(["check", "plan.toml", "--format", "html"]);
        let output = tool.args(arguments).current_dir(folder.path()).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let served = Served::start(&["plan.toml"], folder.path(), None);
    assert_eq!(served.ask("GET /plan", "").json()["lang"], "sv");
    let text = served.text();
    for (language, accepted, known, left, expired) in [
        (
            "en",
            "accepted",
            "in the baseline",
            "Set aside: 1 accepted, 1 in the baseline. Without them: conforms",
            "the last day of an accepted finding has passed",
        ),
        (
            "fi",
            "poikkeus",
            "vertailupohjassa",
            "1 ",
            "hyväksytyn löydöksen viimeinen päivä on mennyt",
        ),
        (
            "sv",
            "undantag",
            "finns i baslinjen",
            "1 ",
            "sista dagen för ett accepterat fynd har passerat",
        ),
    ] {
        let page = served.ask(&format!("POST /report?lang={language}"), &text);
        assert_eq!(page.body, told(&["--lang", language]), "{language}");
        let part = served.ask(&format!("POST /check?lang={language}"), &text);
        for words in [accepted, known, left, expired, "Maija Meikäläinen", "2024"] {
            let found = part.body.to_lowercase().contains(&words.to_lowercase());
            assert!(found, "{language}: {words}: {}", part.body);
        }
    }
    // The verdict stays what it is, and no place in another file leads into the text of the plan.
    let part = served.ask("POST /check?lang=en", &text).body;
    assert_eq!(sentence(&part), "Does not conform");
    let places = part.split("<button class=\"place\"").skip(1);
    for place in places {
        let (_, rest) = place.split_once('>').unwrap();
        assert!(rest.starts_with("plan.toml:"), "{rest}");
    }
    // What is new is neither; and the day that is asked about is that of the acceptances, too.
    let mended = text.replacen("malware_protection = false", "malware_protection = true", 1);
    let page = served.ask("POST /check?lang=en", &mended).body;
    assert!(page.contains("1 accepted, 0 in the baseline"), "{page}");
    let earlier = served.ask("POST /report?lang=en&on=2025-12-01", &text).body;
    assert_eq!(earlier, told(&["--on", "2025-12-01", "--lang", "en"]));
    // What cannot be read is told beside what has expired.
    let unread = served.ask("POST /check?lang=en", "format = 1\n[[").body;
    assert!(unread.contains("Why it cannot be read"));
}

#[test]
fn options_outrank_the_settings_and_what_is_wrong_with_them_ends_the_command() {
    let folder = settled();
    let path = folder.path();
    std::fs::write(path.join("none.toml"), "").unwrap();
    let base = data().canonicalize().unwrap();
    let base = base.to_str().unwrap();
    let check = |arguments: &[&str]| {
        let arguments = [&["plan.toml", "--base", base][..], arguments].concat();
        let served = Served::start(&arguments, path, None);
        served.ask("POST /check?lang=en", &served.text()).body
    };
    let bare = check(&["--settings", "none.toml"]);
    assert!(!bare.contains("Set aside"), "{bare}");
    let baseline = check(&["--settings", "none.toml", "--baseline", "base.json"]);
    assert!(baseline.contains("0 accepted, 1 in the baseline"));
    let accept = check(&["--settings", "none.toml", "--accept", "accept.toml"]);
    assert!(accept.contains("1 accepted, 0 in the baseline"));
    for (name, text, told) in [
        ("kanta.toml", "langs = \"fi\"\n", "kanta.toml:1:1"),
        ("accept.toml", "format = 2\n", "accept.toml:1:10"),
        ("base.json", "no\n", "base.json:1"),
    ] {
        let before = std::fs::read(path.join(name)).unwrap();
        std::fs::write(path.join(name), text).unwrap();
        let mut tool = Command::new(env!("CARGO_BIN_EXE_kanta"));
        let output = tool.args(["serve", "plan.toml"]).current_dir(path).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(told), "{name}: {said}");
        assert!(output.stdout.is_empty());
        std::fs::write(path.join(name), before).unwrap();
    }
}
