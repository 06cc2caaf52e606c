//! How far reading has come is told to a terminal, and to nobody else.

use std::process::{Command, Stdio};

use super::run;

/// A large index in lines: parties with an access point and a right each.
fn lines(parties: u32) -> String {
    use std::fmt::Write as _;

    let mut lines = String::from(
        "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n",
    );
    for n in 1..=parties {
        let oid = format!("1.2.246.10.{n}.10.0");
        writeln!(
            lines,
            r#"{{"record":"party","id":"p{n}","oid":"{oid}","kind":"provider","sector":"private","register":"sote","register_entry":"2020-01-01"}}
{{"record":"access_point","id":"a{n}","oid":"{oid}.13.1","administrator":"p{n}"}}
{{"record":"right","for":"p{n}","access_point":"a{n}","service":"prescription","from":"2025-01-01"}}"#
        )
        .unwrap();
    }
    lines
}

/// What a terminal is shown while the tool reads; standard output is none. Nothing where the
/// machine has no terminals to give.
fn shown_on_a_terminal(arguments: &[&str], input: String) -> Option<String> {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use std::io::{Read, Write};

    let Ok(terminal) = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY) else {
        eprintln!("SKIPPED: this machine gives no pseudo-terminal");
        return None;
    };
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let seen_by_the_tool = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(name.to_str().unwrap())
        .unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .arg("index")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(seen_by_the_tool)
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let written = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    // Reading ends with an error when nobody holds the other end any more.
    let mut shown = Vec::new();
    let mut terminal = std::fs::File::from(terminal);
    drop(terminal.read_to_end(&mut shown));
    assert_eq!(child.wait().unwrap().code(), Some(0));
    written.join().unwrap().unwrap();
    Some(String::from_utf8(shown).unwrap())
}

#[test]
fn a_terminal_is_told_how_far_reading_has_come_and_nothing_else_is() {
    let large = lines(4_000);
    assert!(large.len() > 1 << 20);
    let arguments = ["check", "-", "--on", "2025-12-01"];
    let Some(shown) = shown_on_a_terminal(&arguments, large.clone()) else {
        return;
    };
    // Each line writes over the one before it, and the last is wiped.
    let told = shown.strip_suffix("\r\u{1b}[K").unwrap();
    let mut last = (0, 0);
    let mut count = 0;
    for line in told.split('\r').filter(|line| !line.is_empty()) {
        let (percent, rest) = line.split_once(" % ").unwrap();
        let (records, rate) = rest.split_once(", ").unwrap();
        let now = (
            percent.trim_start().parse::<u32>().unwrap(),
            records.parse::<u32>().unwrap(),
        );
        assert!(last <= now && now <= (100, 12_001), "{shown:?}");
        assert!(
            rate.trim_end()
                .strip_suffix("/s")
                .unwrap()
                .parse::<u32>()
                .is_ok()
        );
        last = now;
        count += 1;
    }
    assert!(count > 1, "{shown:?}");
    // A small index is read before anybody could look, and a file is no terminal.
    assert_eq!(shown_on_a_terminal(&arguments, lines(3)).unwrap(), "");
    let (status, _, err) = run("check - --on 2025-12-01", large.as_bytes());
    assert_eq!((status, err.as_str()), (0, ""));
}
