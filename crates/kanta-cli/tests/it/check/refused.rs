//! What cannot be judged, and what is said of it.

use serde_json::Value;

use super::{Scratch, data, kanta, status, stderr, stdout};

/// The one line on standard error, behind the file's name.
fn refusal(name: &str, bytes: &[u8]) -> String {
    let file = Scratch::new(name, bytes);
    let output = kanta(&["check", file.path()]);
    assert_eq!(status(&output), 2, "{name}");
    assert_eq!(stdout(&output), "", "{name}");
    let errors = stderr(&output);
    errors
        .replace(&format!("{}:", file.path()), "")
        .trim()
        .to_owned()
}

#[test]
fn input_that_cannot_be_read_is_refused_with_its_place() {
    assert_eq!(
        refusal("empty.toml", b""),
        "the file is empty: a plan begins with `format = 1`"
    );
    assert_eq!(
        refusal("utf16.toml", b"format = 1\nname = \"\xff\"\n"),
        "2:9: byte 19 is not UTF-8 text"
    );
    assert_eq!(
        refusal("key.toml", b"format = 1\n[party]\nsecter = \"private\"\n"),
        "3:1: unknown key `secter`; did you mean `sector`"
    );
    assert_eq!(
        refusal(
            "type.toml",
            b"format = 1\n[[access_point]]\nid = \"ap1\"\nstateful_firewall = \"yes\"\n"
        ),
        "4:21: `stateful_firewall` takes true or false, found a text"
    );
    assert_eq!(
        refusal("twice.toml", b"format = 1\nformat = 1\n"),
        "2:1: `format` is given twice: first on line 1 and again here"
    );
    assert_eq!(
        refusal("format.toml", b"format = 2\n"),
        "1:10: unknown plan format `2`, expected `1`"
    );
    assert_eq!(
        refusal("dangling.toml", b"format = 1\n[[access_point]]\nid = \"ap1\"\nadministrator = \"valitaja\"\n[[intermediary]]\nid = \"valittaja\"\n"),
        "4:17: `administrator`: `valitaja` names nothing in this plan; did you mean `valittaja`"
    );
    assert_eq!(
        refusal(
            "id.toml",
            b"format = 1\n[[system]]\nid = \"emr\"\n[[system]]\nid = \"emr\"\n"
        ),
        "5:6: the id `emr` is already used on line 3"
    );
    assert_eq!(
        refusal(
            "file.toml",
            b"format = 1\n[[access_point]]\nid = \"ap1\"\ncertificate = \".\"\n"
        ),
        "4:15: certificate `.`: this is a directory, not a file"
    );
    assert_eq!(
        refusal("requirement.toml", b"format = 1\n[[attested]]\nrequirement = \"connection-models/cryptography-below-tl-v\"\nmet = true\nby = \"x\"\non = 2025-01-01\nground = \"y\"\n"),
        "3:15: there is no requirement `connection-models/cryptography-below-tl-v`; did you mean `connection-models/cryptography-below-tl-iv`"
    );
    assert_eq!(
        refusal("computed.toml", b"format = 1\n[[attested]]\nrequirement = \"connection-models/address-not-fixed\"\nmet = true\nby = \"x\"\non = 2025-01-01\nground = \"y\"\n"),
        "3:15: nobody can attest `connection-models/address-not-fixed` because it is computed or stated in the plan itself"
    );
}

#[test]
fn every_fault_of_a_file_is_reported_at_once() {
    let errors = refusal(
        "many.toml",
        b"format = 1\ncolour = 1\n[party]\nkind = \"provder\"\noid = \"1.2.246.10.12345671.10\"\n\
          [[access_point]]\ncountry = \"Suomi\"\naddresses = [{ ip = \"10.0.0\" }]\n\
          [[link]]\nid = \"a b\"\nfrom = \"ap9\"\n",
    );
    let places: Vec<&str> = errors
        .lines()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "2:1", "4:8", "5:7", "6:1", "7:11", "8:21", "9:1", "10:6", "11:8"
        ]
    );
}

#[test]
fn a_private_key_in_the_place_of_a_certificate_is_refused_and_said_so() {
    let folder = std::env::temp_dir().join(format!("kanta-check-key-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let key = "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n";
    std::fs::write(folder.join("key.pem"), key).unwrap();
    let good = std::fs::read(data().join("certificates/clinic-server.pem")).unwrap();
    let der_of_half = &good[..good.len() / 2];
    std::fs::write(folder.join("half.pem"), der_of_half).unwrap();
    std::fs::write(
        folder.join("half.der"),
        [0x30, 0x82, 0x03, 0x00, 0x30, 0x03],
    )
    .unwrap();
    std::fs::create_dir_all(folder.join("folder.pem")).unwrap();
    let mut texts = Vec::new();
    for file in ["key.pem", "half.pem", "half.der", "folder.pem"] {
        let plan =
            format!("format = 1\n[[access_point]]\nid = \"ap1\"\ncertificate = \"{file}\"\n");
        let path = folder.join("plan.toml");
        std::fs::write(&path, plan).unwrap();
        let output = kanta(&["check", path.to_str().unwrap()]);
        assert_eq!(status(&output), 2, "{file}");
        assert_eq!(stdout(&output), "");
        let errors = stderr(&output);
        assert!(errors.contains(":4:15: certificate"), "{errors}");
        texts.push(errors);
    }
    assert!(texts[0].contains("private key"), "{}", texts[0]);
    assert!(
        texts[3].contains("this is a directory, not a file"),
        "{}",
        texts[3]
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_directory_a_missing_file_and_a_huge_one_are_refused() {
    let refused = |path: &str| {
        let output = kanta(&["check", path]);
        assert_eq!(status(&output), 2, "{path}");
        assert_eq!(stdout(&output), "");
        stderr(&output)
    };
    // A folder is every plan in it, and where there is none nothing was checked.
    assert_eq!(
        refused("certificates"),
        "certificates: there is no plan in this folder\n"
    );
    assert!(refused("no-such-plan.toml").contains("there is no such file"));
    let huge = std::env::temp_dir().join(format!("kanta-check-huge-{}.toml", std::process::id()));
    let file = std::fs::File::create(&huge).unwrap();
    file.set_len(100 << 20).unwrap();
    let message = refused(huge.to_str().unwrap());
    assert!(
        message.contains("larger than a plan may be: 1048576 bytes"),
        "{message}"
    );
    std::fs::remove_file(&huge).unwrap();
}

#[test]
fn wrong_usage_ends_with_2_and_help_with_0() {
    for wrong in [
        vec!["check"],
        vec!["check", "clinic.toml", "--on", "2025-02-29"],
        vec!["check", "clinic.toml", "--lang", "de"],
        vec!["check", "clinic.toml", "--format", "yaml"],
        vec!["chek", "clinic.toml"],
    ] {
        let output = kanta(&wrong);
        assert_eq!(status(&output), 2, "{wrong:?}");
        assert_eq!(stdout(&output), "");
        assert!(!stderr(&output).is_empty());
    }
    let help = kanta(&["check", "--help"]);
    assert_eq!(status(&help), 0);
    let words: Vec<String> = stdout(&help)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let words = words.join(" ");
    for documented in [
        "0 conforming",
        "1 non-conforming",
        "3 undetermined",
        "2 unreadable input",
    ] {
        assert!(words.contains(documented), "{words}");
    }
}

#[test]
fn faults_come_as_json_where_json_is_asked_for() {
    let file = Scratch::new("json.toml", b"format = 1\nx = 1\n");
    for language in ["en", "fi", "sv"] {
        let asked = ["check", file.path(), "--format", "json", "--lang", language];
        let output = kanta(&asked);
        assert_eq!(status(&output), 2);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["verdict"], Value::Null);
        let fault = &report["faults"][0];
        assert_eq!(fault["place"]["line"], 2);
        assert_eq!(fault["place"]["file"], file.path());
        assert_eq!(fault["message"], fault["messages"][language]);
        for language in ["en", "fi", "sv"] {
            let message = fault["messages"][language].as_str().unwrap();
            assert!(message.contains("`x`"));
        }
    }
}
