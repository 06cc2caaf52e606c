//! `kanta index` as people and scripts meet it: exit statuses, answers, input that cannot be read.

mod changes;
mod findings;
#[cfg(target_os = "linux")]
mod progress;
mod told;

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Scratch, data};
use serde_json::{Value, json};

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

fn machine(arguments: &str) -> (i32, Value) {
    let (status, out) = ask(&format!("{arguments} --format json"));
    assert_eq!(out.lines().count(), 1);
    (status, serde_json::from_str(&out).unwrap())
}

const CLINIC: &str = "index.toml --for clinic --through clinic-ap --on 2025-12-01";

const LATER: &str = "[[right]]
for = \"valittaja\"
access_point = \"valittaja-ap\"
service = \"patient-data\"
from = 2025-10-01
until = 2026-02-01

[[right]]
for = \"valittaja\"
access_point = \"valittaja-ap\"
service = \"patient-data\"
from = 2026-03-01
";

#[test]
fn the_example_is_clean_until_it_expires() {
    let clean = "index.toml
Conforms as far as this guide can be checked
Address index `2025-12-01.1`, judged as of 2025-12-01; Kela's guide \"Technical
connection models\", edition 3.18 (2025-11-03)

0 findings, 9 rights: conforms as far as this guide can be checked (edition
3.18, 2025-12-01)
";
    assert_eq!(
        ask("check index.toml --on 2025-12-01"),
        (0, clean.to_owned())
    );
    assert_eq!(ask("check index.toml --on 2026-11-30").0, 0);
    let (status, out) = ask("check index.toml --on 2026-12-01");
    assert_eq!(status, 1);
    assert!(
        out.starts_with("index.toml\nDoes not conform\n")
            && out.contains("\nthe data set expired on 2026-12-01: every answer is deny\n"),
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
      found      `1.2.246.10.12345671.10.2`
      required   an annotated service unit
      rule       in the SOTE register the service unit that receives renewal
                 requests is annotated
      clause     4.2.1 (edition 3.17 and later)
      to do      name the service unit, and have it annotated in the Code
                 Service
      who        whoever keeps the actor's data in the Code Service
      id         connection-models/service-unit-not-annotated
";
    assert_eq!(ask(asked), (1, told.to_owned()));
    let (status, report) = machine(asked);
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
    assert_eq!(link["responsible"]["code"], "register");
    assert_eq!(link["citations"][0]["clause"], "4.2.1");
    let editions = json!({ "first": "3.17", "last": null });
    assert_eq!(link["citations"][0]["editions"], editions);
    assert_eq!(link["reading"], Value::Null);
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
    let (_, report) = machine("what index.toml --for clinic --on 2025-12-01");
    assert_eq!(report["rights"].as_array().unwrap().len(), 4);
    let (_, report) = machine("what index.toml --rests-on valittaja --on 2025-12-01");
    assert_eq!(report["rights"][0]["permits"]["until"], "2027-02-01");
    assert_eq!(
        ask("what index.toml --from ::ffff:192.175.48.3 --on 2025-12-01"),
        (
            0,
            "`valittaja-ap` 1.2.246.537.6.918.18.42.13.1, 192.175.48.0/28\n".to_owned()
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

/// The example with one text replaced, as a file of its own.
fn instead(name: &str, of: &str, is: &str) -> Scratch {
    Scratch::from("index.toml", name, &[(of, is)])
}

/// The example with records more.
fn with(name: &str, more: &str) -> Scratch {
    let example = std::fs::read_to_string(data().join("index.toml")).unwrap();
    Scratch::new(name, &format!("{example}\n{more}"))
}

#[test]
fn input_that_cannot_be_read_is_named() {
    for (arguments, input, told) in [
        ("check no-such-file.toml", "", "no-such-file.toml: "),
        ("check -", "format = 1\n", "-: no source gives the version"),
        (
            "check -",
            "format = \n",
            "-:1:10: format: the source cannot be read",
        ),
        (
            "check -",
            "{\"record\":\"right\",\"service\":\"imagin\"}\n",
            "-:1: right[0]: field missing: `access_point`",
        ),
        (
            "decide index.toml --for nobody --through clinic-ap --service imaging",
            "",
            "--for `nobody`: no id of the index and no OID",
        ),
    ] {
        let (status, out, err) = run(arguments, input.as_bytes());
        assert_eq!((status, out.as_str()), (2, ""), "{arguments}");
        assert!(err.contains(told), "{err}");
    }
    let (status, told) = machine("decide index.toml --for clinic --through nope --service imaging");
    assert_eq!(status, 2);
    let unknown = json!({
        "place": null,
        "option": "--through",
        "word": "nope",
        "message": "no id of the index and no OID",
        "messages": {
            "en": "no id of the index and no OID",
            "fi": "ei hakemiston tunnus eikä OID-tunnus",
            "sv": "inget id i indexet och ingen OID",
        },
    });
    assert_eq!(told["faults"], json!([unknown]));
    let (status, out, _) = run("check - --format json", b"{\"record\":\"right\"}");
    assert_eq!(status, 2);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["faults"].as_array().unwrap().len(), 4);
    assert_eq!(run("decide index.toml --for clinic", b"").0, 2);
    assert_eq!(run("what index.toml", b"").0, 2);
}
