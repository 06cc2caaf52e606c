//! `kanta index` as people and scripts meet it: exit statuses, reports, input that cannot be read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

/// Runs `kanta index`; gives its exit status, standard output and standard error.
fn run(arguments: &str, input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .arg("index")
        .args(arguments.split_whitespace())
        .current_dir(data())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdin.take().unwrap().write_all(input));
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn ask(arguments: &str) -> (i32, String) {
    let (status, out, err) = run(arguments, b"");
    assert_eq!(err, "", "{arguments}");
    (status, out)
}

fn json(arguments: &str) -> (i32, Value) {
    let (status, out) = ask(&format!("{arguments} --format json"));
    assert_eq!(out.lines().count(), 1);
    (status, serde_json::from_str(&out).unwrap())
}

const CLINIC: &str = "index.toml --for clinic --through clinic-ap --on 2025-12-01";

#[test]
fn the_example_is_clean_until_it_expires() {
    let clean = "0 findings, 9 rights; `2025-12-01.1`, 2025-12-01\n";
    assert_eq!(
        ask("check index.toml --on 2025-12-01"),
        (0, clean.to_owned())
    );
    assert_eq!(ask("check index.toml --on 2026-11-30").0, 0);
    let (status, out) = ask("check index.toml --on 2026-12-01");
    assert_eq!(status, 1);
    assert!(
        out.starts_with("the data set has expired: every answer is deny\n"),
        "{out}"
    );
}

#[test]
fn the_answer_is_the_exit_status() {
    let asked = |service: &str, more: &str| {
        let (decided, word) = ask(&format!("decide {CLINIC} --service {service} {more}"));
        let (explained, _) = ask(&format!("explain {CLINIC} --service {service} {more}"));
        assert_eq!(decided, explained);
        (decided, word)
    };
    assert_eq!(asked("prescription", ""), (0, "permit\n".to_owned()));
    assert_eq!(asked("imaging", ""), (1, "deny\n".to_owned()));
    assert_eq!(asked("prescription", "--tenant physio").0, 0);
    assert_eq!(asked("prescription", "--tenant home-care").0, 1);
    // The service unit is not said: not known, and no permit.
    assert_eq!(asked("renewal-requests", ""), (3, "deny\n".to_owned()));
    let unit = "--unit 1.2.246.10.12345671.10.1";
    assert_eq!(asked("renewal-requests", unit).0, 0);
    assert_eq!(asked("prescription", "--lang fi").1, "sallittu\n");
    assert_eq!(asked("imaging", "--lang sv").1, "nekat\n");
}

#[test]
fn a_denial_is_explained_whole() {
    let asked = "explain index.toml --on 2026-01-01 --for clinic --through clinic-ap \
                 --service renewal-requests --unit 1.2.246.10.12345671.10.2";
    let told = "DENY  `clinic` → renewal-requests, through `clinic-ap`, 2026-01-01
  the nearest right: `clinic` → renewal-requests, through `clinic-ap`,
  2024-03-01 –, `hakemus 2024-18`

Missing links (1)

  - the service unit is not annotated as receiving renewal requests
      found     `1.2.246.10.12345671.10.2`
      required  an annotated service unit
      clause    4.2.1
      to do     name the service unit, and have it annotated in the Code Service
      who       whoever keeps the actor's data in the Code Service
";
    assert_eq!(ask(asked), (1, told.to_owned()));
    let (status, report) = json(asked);
    assert_eq!(status, 1);
    assert_eq!(report["decision"], "deny");
    assert_eq!(report["undetermined"], false);
    assert_eq!(report["missing"].as_array().unwrap().len(), 1);
    let link = &report["missing"][0];
    assert_eq!(
        link["requirement"],
        "connection-models/service-unit-not-annotated"
    );
    assert_eq!(link["outcome"], "violated");
    assert_eq!(link["mender"]["code"], "register");
    assert_eq!(link["citations"][0]["clause"], "4.2.1");
    for language in ["en", "fi", "sv"] {
        assert!(link["fault"][language].as_str().is_some());
    }
}

#[test]
fn the_index_is_asked() {
    let (status, out) = ask("who index.toml --service social-welfare --on 2025-12-01");
    assert_eq!(status, 0);
    assert_eq!(
        out,
        "`home-care` → social-welfare, through `welfare-area-ap`, 2025-01-01 – 2028-01-01\n\
         `welfare-area` → social-welfare, through `welfare-area-ap`, 2023-01-01 –\n"
    );
    assert_eq!(
        ask("who index.toml --service phr --on 2025-12-01"),
        (1, "none\n".to_owned())
    );
    let (_, report) = json("what index.toml --for clinic --on 2025-12-01");
    assert_eq!(report["rights"].as_array().unwrap().len(), 4);
    let (_, report) = json("what index.toml --rests-on valittaja --on 2025-12-01");
    assert_eq!(report["rights"][0]["permits"]["until"], "2027-02-01");
    assert_eq!(
        ask("what index.toml --from ::ffff:192.175.48.3 --on 2025-12-01"),
        (
            0,
            "`valittaja-ap` 1.2.246.537.6.918.18.42.13.1\n".to_owned()
        )
    );
    assert_eq!(
        ask("expiring index.toml --on 2025-12-01 --days 31"),
        (
            1,
            "2026-01-01  annotation.clinic[1.2.246.10.12345671.10.2]\n".to_owned()
        )
    );
    assert_eq!(ask("expiring index.toml --on 2025-12-01 --days 30").0, 0);
}

#[test]
fn an_order_is_tried_and_a_difference_is_an_order() {
    let (status, report) = json("try index.toml --order index-order.toml --on 2025-12-01");
    assert_eq!(status, 1);
    assert_eq!(report["gained"][0]["service"], "imaging");
    assert_eq!(report["gained"][0]["from"], "2026-01-15");
    assert_eq!(report["broken"], report["lost"]);
    assert_eq!(report["broken"][0]["from"], "2026-02-01");
    assert_eq!(
        ask("diff index.toml index.toml"),
        (0, "no change\n".to_owned())
    );
    let (status, out) = ask("diff index.toml index.toml --as-order");
    assert_eq!(
        (status, out.as_str()),
        (0, "{\"record\":\"header\",\"format\":1}\n")
    );
}

#[test]
fn input_that_cannot_be_read_is_named() {
    for (arguments, input, told) in [
        ("check no-such-file.toml", "", "no-such-file.toml: "),
        ("check -", "format = 1\n", "-: no source gives the version"),
        (
            "check -",
            "format = \n",
            "-:1:10: the source cannot be read",
        ),
        (
            "check -",
            "{\"record\":\"right\",\"service\":\"imagin\"}\n",
            "-:1: right[0]: field missing: `access_point`",
        ),
        (
            "decide index.toml --for nobody --through clinic-ap --service imaging",
            "",
            "--for: no id of the index and no OID: `nobody`",
        ),
    ] {
        let (status, out, err) = run(arguments, input.as_bytes());
        assert_eq!((status, out.as_str()), (2, ""), "{arguments}");
        assert!(err.starts_with(told), "{err}");
    }
    let (status, out, _) = run("check - --format json", b"{\"record\":\"right\"}");
    assert_eq!(status, 2);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["faults"].as_array().unwrap().len(), 3);
    assert_eq!(run("decide index.toml --for clinic", b"").0, 2);
    assert_eq!(run("what index.toml", b"").0, 2);
}

/// A large index in lines: parties with an access point and a right each.
#[cfg(target_os = "linux")]
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

/// What a terminal is shown while the tool reads; standard output is none.
#[cfg(target_os = "linux")]
fn shown_on_a_terminal(arguments: &[&str], input: String) -> String {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use std::io::Read;

    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
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
    String::from_utf8(shown).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_told_how_far_reading_has_come_and_nothing_else_is() {
    let large = lines(4_000);
    assert!(large.len() > 1 << 20);
    let arguments = ["check", "-", "--on", "2025-12-01"];
    let shown = shown_on_a_terminal(&arguments, large.clone());
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
    assert_eq!(shown_on_a_terminal(&arguments, lines(3)), "");
    let (status, _, err) = run("check - --on 2025-12-01", large.as_bytes());
    assert_eq!((status, err.as_str()), (0, ""));
}
