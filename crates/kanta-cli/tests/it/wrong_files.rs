//! Files of another kind, places that cannot be written, and how few are counted.

use std::fs;

use crate::harness::{LANGUAGES, kanta};

/// The first line of standard error.
fn first(arguments: &[&str]) -> (i32, String) {
    let answer = kanta(arguments);
    let first = answer.stderr.lines().next().unwrap_or_default();
    (answer.status, first.to_owned())
}

#[test]
fn a_file_of_another_kind_is_named_as_such_with_the_command_that_reads_it() {
    let index = "index.toml: this looks like an address index and not like a plan: \
                 `kanta index check` reads it";
    for command in ["check", "ready", "failures", "rights", "draw"] {
        assert_eq!(
            first(&[command, "index.toml"]),
            (2, index.to_owned()),
            "{command}"
        );
    }
    let certificate = kanta(&["check", "certificates/trust.pem"]);
    assert_eq!(certificate.status, 2);
    assert_eq!(
        certificate.stderr,
        "certificates/trust.pem: this looks like a certificate and not like a plan: \
         `kanta cert` reads it\n",
        "and none of its lines is a fault of TOML"
    );
    for asked in [
        &["index", "check", "clinic.toml"][..],
        &["index", "who", "clinic.toml", "--service", "imaging"],
        &["rights", "clinic.toml", "--index", "clinic.toml"],
    ] {
        let plan = "clinic.toml: this looks like a plan and not like an address index: \
                    `kanta check` reads it";
        assert_eq!(first(asked), (2, plan.to_owned()), "{asked:?}");
    }
    let json = kanta(&["check", "index.toml", "--format", "json"]).json();
    for language in LANGUAGES {
        let message = json["faults"][0]["messages"][language].as_str().unwrap();
        assert!(message.contains("`kanta index check`"), "{message}");
    }
}

#[test]
fn what_is_wrong_in_a_plan_or_not_there_is_told_without_a_guess() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.toml");
    fs::write(&plan, "format = 1\n[party]\nkint = 1\n").unwrap();
    let plan = plan.to_str().unwrap();
    let none = folder.path().join("none.pem");
    for file in [plan, none.to_str().unwrap(), "."] {
        let (status, told) = first(&["ready", file]);
        assert_eq!(status, 2);
        assert!(!told.contains("looks like"), "{told}");
    }
}

#[test]
fn why_a_file_is_not_written_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let none = folder.path().join("none/out");
    let (none, here) = (none.to_str().unwrap(), folder.path().to_str().unwrap());
    for (language, no_folder, directory) in [
        ("en", "there is no such folder", "this is a directory"),
        ("fi", "kansiota, johon kirjoittaa, ei ole", "tämä on kansio"),
        ("sv", "det finns ingen sådan mapp", "detta är en mapp"),
    ] {
        for (file, why) in [(none, no_folder), (here, directory)] {
            for command in [
                &["new", "clinic", "--force", "--out", file][..],
                &["draw", "clinic.toml", "--out", file],
                &["check", "clinic.toml", "--write-baseline", file],
            ] {
                let (status, told) = first(&[command, &["--lang", language]].concat());
                assert_eq!(status, 2, "{command:?}");
                assert!(told.contains(why), "{command:?}: {told}");
                assert!(!told.contains("os error"), "{command:?}: {told}");
            }
        }
    }
}

#[test]
fn an_answer_of_no_field_says_how_one_is_given() {
    let answer = kanta(&["ask", "clinic.toml", "--answer", "sote"]);
    assert_eq!(answer.status, 2);
    let told = "expected a field and its value, such as `party.register=sote`";
    assert!(answer.stderr.contains(told), "{}", answer.stderr);
}

#[test]
fn one_is_counted_as_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.toml"), "format = 1\n").unwrap();
    fs::write(folder.path().join("notes.txt"), "words").unwrap();
    let folder = folder.path().to_str().unwrap();
    for (language, plan, left_out) in [
        ("en", "\n1 plan: ", "1 file of another kind left out"),
        (
            "fi",
            "\n1 suunnitelma: ",
            "1 muunlainen tiedosto jätetty pois",
        ),
        ("sv", "\n1 plan: ", "1 fil av annat slag utelämnad"),
    ] {
        let told = kanta(&["check", folder, "--lang", language]).stdout;
        assert!(told.contains(plan), "{told}");
        assert!(told.replace('\n', " ").contains(left_out), "{told}");
    }
    let (_, told) = first(&["expiring", "nosuch.pem"]);
    assert!(told.starts_with("nosuch.pem: "), "{told}");
    let told = kanta(&["expiring", "nosuch.pem"]).stdout;
    assert!(told.contains("; 1 file, 1 cannot be read"), "{told}");
}

#[test]
fn certificates_of_one_file_are_told_apart_where_each_has_one_line() {
    let told = kanta(&["cert", "certificates/trust.pem", "--quiet"]).stdout;
    let lines: Vec<&str> = told.lines().collect();
    for (line, number) in lines.iter().zip(1..) {
        let of = format!("certificates/trust.pem ({number}/{}) (", lines.len());
        assert!(line.contains(&of), "{line}");
    }
    assert!(lines.len() > 1);
    let told = kanta(&["cert", "certificates/clinic-server.pem", "--quiet"]).stdout;
    assert!(told.contains("clinic-server.pem ("), "{told}");
    assert!(!told.contains("(1/1)"), "{told}");
}
