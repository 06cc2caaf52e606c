//! The files that `kanta index` reads: their forms, and where their faults stand.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// A directory of files that goes when it is dropped.
struct Files(PathBuf);

impl Files {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("kanta-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (name, text) in files {
            fs::write(path.join(name), text).unwrap();
        }
        Self(path)
    }

    /// Runs `kanta index` there; gives its exit status, standard output and standard error.
    fn run(&self, arguments: &str, input: &str) -> (i32, String, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
            .arg("index")
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

const HEADER: &str = "format = 1\nversion = \"1\"\nissued = 2025-12-01\nexpires = 2026-12-01\n";

const INDEX: &str = r#"
[[party]]
id = "clinic"
oid = "1.2.246.10.12345671.10.0"
kind = "provider"

[[access_point]]
id = "ap"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "clinic"

[[right]]
for = "clinic"
access_point = "ap"
service = "prescription"
from = 2025-10-06
"#;

#[test]
fn faults_of_a_tried_order_name_the_file_that_has_them() {
    let order = "format = 1\n[[add.right]]\nfor = \"clinic\"\naccess_point = \"ap\"\nservice = \"prescription\"\nfrom = 2025-11-01\n";
    let gone = "format = 1\n[[withdraw.agreement]]\nbetween = [\"clinic\", \"kela\"]\n";
    let bad = "{\"order\":\"add\",\"record\":\"right\",\"for\":\"x\",\"access_point\":\"ap\",\"service\":\"imaging\"}\n";
    let files = Files::new(
        "order-faults",
        &[
            ("head.toml", HEADER),
            ("index.toml", &format!("format = 1\n{INDEX}")),
            ("order.toml", order),
            ("gone.toml", gone),
            ("bad.jsonl", bad),
        ],
    );
    let tried = |order: &str, more: &str| {
        files.run(
            &format!("try head.toml index.toml --order {order}{more}"),
            "",
        )
    };
    assert_eq!(
        tried("order.toml", ""),
        (
            2,
            String::new(),
            "order.toml:2:1: add.right[0]: two records speak of the same thing on the same day (the other: index.toml:13:1: right[0])\n".to_owned()
        )
    );
    assert_eq!(
        tried("gone.toml", " --lang sv"),
        (
            2,
            String::new(),
            "gone.toml:2:1: withdraw.agreement[0]: beställningen drar tillbaka en post som inte finns\n".to_owned()
        )
    );
    assert_eq!(
        tried("bad.jsonl", ""),
        (
            2,
            String::new(),
            "bad.jsonl:1: add.right[0].for: no record has this id or OID: `x`\n".to_owned()
        )
    );
    let (status, out, err) = tried("order.toml", " --format json");
    assert_eq!((status, err.as_str()), (2, ""));
    let out: Value = serde_json::from_str(&out).unwrap();
    let fault = &out["faults"][0];
    assert_eq!(fault["place"]["file"], "order.toml");
    assert_eq!(fault["place"]["line"], 2);
    assert_eq!(fault["other"]["file"], "index.toml");
    assert_eq!(fault["other"]["line"], 13);
}

#[test]
fn an_inverted_expiry_is_told_of_the_file_that_has_it() {
    let inverted = HEADER.replace("2026-12-01", "2025-12-01");
    let files = Files::new(
        "header",
        &[("only.toml", "format = 1\n"), ("inverted.toml", &inverted)],
    );
    assert_eq!(
        files.run("check only.toml inverted.toml", ""),
        (
            2,
            String::new(),
            "inverted.toml:4:11: expires: the end does not lie after the start\n".to_owned()
        )
    );
}

#[test]
fn standard_input_is_taken_for_what_it_is() {
    let files = Files::new("stdin", &[]);
    let json = r#"{"format":1,"version":"1","issued":"2025-12-01","expires":"2026-12-01","party":[{"oid":"1.2.246.10.12345671.10.0","kind":"provider"}]}"#;
    let lines = "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n{\"record\":\"party\",\"oid\":\"1.2.246.10.12345671.10.0\",\"kind\":\"provider\"}\n";
    let toml = format!("{HEADER}{INDEX}");
    for text in [json, &json.replace('[', "[\n"), lines, &toml] {
        for bom in ["", "\u{feff}"] {
            let (status, _, err) = files.run("check - --on 2025-12-01", &format!("{bom}{text}"));
            assert_ne!(status, 2, "{bom}{text}");
            assert_eq!(err, "", "{bom}{text}");
        }
    }
}

#[test]
fn an_index_too_long_for_toml_is_sent_to_json_lines() {
    let long = format!("{HEADER}{}", "#".repeat(2 << 20));
    let files = Files::new("long", &[("long.toml", &long)]);
    assert_eq!(
        files.run("check long.toml", ""),
        (
            2,
            String::new(),
            "long.toml: the source is larger than the limit for TOML in bytes, 2097152; a larger index belongs into JSON Lines\n".to_owned()
        )
    );
}

#[test]
fn a_fault_of_json_has_its_line() {
    let json = "{\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\",\n \"right\":[\n  {\"for\":\"x\"}]}";
    let files = Files::new("json", &[("index.json", json)]);
    assert_eq!(
        files.run("check index.json", "").2,
        "index.json:3:3: right[0]: field missing: `access_point`\nindex.json:3:3: right[0]: field missing: `service`\n"
    );
}
