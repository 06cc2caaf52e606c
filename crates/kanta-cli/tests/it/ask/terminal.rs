//! The dialogue of `kanta ask` on a pseudo-terminal.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Stdio};

use super::*;

/// The tool on a pseudo-terminal.
struct Talk {
    child: Child,
    terminal: File,
    shown: String,
}

impl Talk {
    /// None where the machine has no terminals to give.
    fn new(plan: &Plan, language: &str) -> Option<Self> {
        use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

        let Ok(terminal) = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY) else {
            eprintln!("SKIPPED: this machine gives no pseudo-terminal");
            return None;
        };
        grantpt(&terminal).unwrap();
        unlockpt(&terminal).unwrap();
        let name = ptsname(&terminal, Vec::new()).unwrap();
        let open = || {
            let file = fs::OpenOptions::new()
                .read(true)
                .write(true)
                .open(name.to_str().unwrap());
            Stdio::from(file.unwrap())
        };
        let child = Command::new(env!("CARGO_BIN_EXE_kanta"))
            .args(["ask", "plan.toml", "--on", "2025-12-01", "--lang", language])
            .current_dir(&plan.0)
            .stdin(open())
            .stdout(open())
            .stderr(open())
            .spawn()
            .unwrap();
        let mut talk = Self {
            child,
            terminal: File::from(terminal),
            shown: String::new(),
        };
        talk.read_to_prompt();
        Some(talk)
    }

    fn read_to_prompt(&mut self) -> String {
        let mut said = Vec::new();
        let mut byte = [0];
        while !said.ends_with(b"> ") && self.terminal.read(&mut byte).is_ok_and(|read| read == 1) {
            said.push(byte[0]);
        }
        self.shown = String::from_utf8(said).unwrap();
        self.shown.clone()
    }

    /// Types a line; what is shown until the next question, or the end.
    fn say(&mut self, line: &str) -> String {
        writeln!(self.terminal, "{line}").unwrap();
        self.read_to_prompt()
    }

    fn end(mut self) -> i32 {
        self.child.wait().unwrap().code().unwrap()
    }
}

#[test]
fn an_answer_is_checked_as_it_is_given_and_written_at_once() {
    for (language, wrong, how) in [
        ("en", "is not what is asked for", "Type an answer"),
        ("fi", "ei ole, mitä kysytään", "Kirjoita vastaus"),
        ("sv", "är inte det som frågas", "Skriv ett svar"),
    ] {
        let plan = Plan::new(&format!("talk-{language}"), "clinic");
        let before = plan.text();
        let Some(mut talk) = Talk::new(&plan, language) else {
            return;
        };
        assert!(
            talk.shown.contains(how) && talk.shown.contains("party.register ("),
            "{}",
            talk.shown
        );
        assert!(talk.shown.contains("1 sote: "), "{}", talk.shown);
        // A word that is none, then its number in the list; asked again, then written, and the next is asked.
        assert!(talk.say("soto").contains(wrong), "{}", talk.shown);
        assert_eq!(plan.text(), before);
        let next = talk.say("1");
        let after = before.replacen("#register = \"sote\"", "register = \"sote\"", 1);
        assert_eq!(plan.text(), after);
        assert!(!next.contains("party.register ("), "{next}");
        // A wrong day is told at once, an empty line leaves the question open, and why it is asked can be asked.
        assert!(next.contains("readiness.register_data_checked"), "{next}");
        assert!(talk.say("31.2.2025").contains(wrong), "{}", talk.shown);
        assert!(
            talk.say("?").contains("deployment-requirements/"),
            "{}",
            talk.shown
        );
        assert!(
            !talk.say("").contains("readiness.register_data_checked ("),
            "{}",
            talk.shown
        );
        assert_eq!(plan.text(), after);
        talk.say(".");
        assert_eq!(talk.end(), 3);
        assert_eq!(plan.text(), after);
    }
}

#[test]
fn an_interruption_loses_no_answer() {
    let plan = Plan::new("interrupted", "clinic");
    let Some(mut talk) = Talk::new(&plan, "en") else {
        return;
    };
    talk.say("sote");
    talk.child.kill().unwrap();
    talk.child.wait().unwrap();
    assert!(plan.text().contains("\nregister = \"sote\"\n"));
    let files: Vec<_> = fs::read_dir(&plan.0)
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(files, ["plan.toml"]);
}

#[test]
fn a_file_that_somebody_else_has_changed_stays_as_it_is() {
    let plan = Plan::new("changed", "clinic");
    let Some(mut talk) = Talk::new(&plan, "en") else {
        return;
    };
    let theirs = plan.text() + "\n# theirs\n";
    fs::write(plan.0.join("plan.toml"), &theirs).unwrap();
    let told = talk.say("sote");
    assert!(told.contains("was changed by somebody else"), "{told}");
    assert_eq!(talk.end(), 2);
    assert_eq!(plan.text(), theirs);
}

#[test]
fn an_answer_that_the_guide_forbids_is_written_and_told() {
    let plan = Plan::new("forbidden", "clinic");
    plan.ask(&[
        "--answer",
        "access_point.ap1.oid=1.2.246.10.12345671.10.0.13.1",
    ]);
    let Some(mut talk) = Talk::new(&plan, "en") else {
        return;
    };
    let mut shown = talk.shown.clone();
    for _ in 0..80 {
        if shown.contains("access_point.ap1.country (") {
            break;
        }
        shown = talk.say("");
    }
    let told = talk.say("NO");
    assert!(
        told.contains("written, and the guide forbids it") && told.contains("outside-eu"),
        "{told}"
    );
    assert!(plan.text().contains("\ncountry = \"NO\"\n"));
    talk.say(".");
    assert_eq!(talk.end(), 3);
}
