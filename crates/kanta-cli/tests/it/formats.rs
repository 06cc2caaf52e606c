//! The forms in which findings are told, and the schemas that the JSON keeps to.

use jsonschema::Validator;
use serde_json::Value;

use crate::harness::{LANGUAGES, data, kanta, plans};

/// A command line of each command that has every form.
const COMMANDS: [&[&str]; 6] = [
    &["check", "broken.toml", "nosuch.toml", "clinic.toml"],
    &["ready", "going-live.toml", "--by", "2026-03-01"],
    &["ready", "nosuch.toml"],
    &[
        "cert",
        "certificates/clinic-server.pem",
        "nosuch.pem",
        "--on",
        "2025-12-01",
    ],
    &["index", "check", "index.toml", "--on", "2025-12-01"],
    &["index", "check", "clinic.toml", "--on", "2025-12-01"],
];

pub(crate) fn validator(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&kanta(&["schema", name]).stdout).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

pub(crate) fn keeps(schema: &str, arguments: &[&str]) {
    let validator = validator(schema);
    let out = kanta(arguments).stdout;
    assert!(!out.is_empty(), "{arguments:?}");
    for line in out.lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&json)
            .map(|it| it.to_string())
            .collect();
        assert!(faults.is_empty(), "{arguments:?}: {faults:?}");
    }
}

#[test]
fn the_status_is_the_same_in_every_form_and_language() {
    for command in COMMANDS {
        let status = kanta(command).status;
        for format in ["json", "sarif", "junit", "github", "markdown", "html"] {
            for language in LANGUAGES {
                let mut arguments = command.to_vec();
                arguments.extend(["--format", format, "--lang", language]);
                let answer = kanta(&arguments);
                assert_eq!(answer.status, status, "{arguments:?}");
                assert_eq!(answer.stderr, "", "{arguments:?}");
                assert!(!answer.stdout.is_empty(), "{arguments:?}");
                assert_eq!(kanta(&arguments).stdout, answer.stdout, "{arguments:?}");
            }
        }
    }
}

#[test]
fn the_json_of_each_command_keeps_to_its_schema() {
    for command in COMMANDS {
        let schema = match command[0] {
            "index" => "index-check",
            name => name,
        };
        let mut arguments = command.to_vec();
        arguments.extend(["--format", "json"]);
        keeps(schema, &arguments);
    }
    for plan in plans() {
        keeps("check", &["check", &plan, "--format", "json"]);
        keeps(
            "failures",
            &["failures", &plan, "--pairs", "--format", "json"],
        );
        keeps("draw", &["draw", &plan, "--format", "json"]);
    }
    keeps("failures", &["failures", "nosuch.toml", "--format", "json"]);
    let day = ["--on", "2025-12-01", "--format", "json"];
    let through = ["--for", "clinic", "--through", "clinic-ap"];
    for (schema, command) in [
        ("diff", &["diff", "clinic.toml", "broken.toml"][..]),
        ("diff", &["diff", "clinic.toml", "nosuch.toml"]),
        ("rights", &["rights", "clinic.toml"]),
        (
            "rights",
            &["rights", "clinic.toml", "--index", "index.toml"],
        ),
        (
            "index-who",
            &["index", "who", "index.toml", "--service", "prescription"],
        ),
        (
            "index-what",
            &["index", "what", "index.toml", "--for", "clinic"],
        ),
        (
            "index-what",
            &["index", "what", "index.toml", "--from", "192.31.196.7"],
        ),
        (
            "index-expiring",
            &["index", "expiring", "index.toml", "--days", "400"],
        ),
    ] {
        keeps(schema, &[command, &day].concat());
    }
    for (schema, question) in [("index-decide", "decide"), ("index-explain", "explain")] {
        let asked = ["index", question, "index.toml", "--service", "prescription"];
        keeps(schema, &[&asked[..], &through, &day].concat());
    }
    for index in [&[][..], &["--shadow", "index.toml", "--all"]] {
        let admit = "admit --index index.toml --trust certificates/trust.pem --source 192.31.196.7 \
                     --cert certificates/clinic-on-record.pem --for clinic --service imaging \
                     --at 2025-12-01T12:00:00+02:00 --format json";
        let admit: Vec<&str> = admit.split_whitespace().collect();
        keeps("admit", &[&admit[..], index].concat());
    }
    for (schema, command) in [
        (
            "oid",
            &["oid", "1.2.246.553.1.1.13.1", "1.2.246.553.1.1.14.1", "1.2"][..],
        ),
        ("ask", &["ask", "unknown.toml"]),
        ("ask", &["ask", "unknown.toml", "--answer", "party.nam=A"]),
        ("ask", &["ask", "nosuch.toml"]),
        ("gateway", &["gateway", "nosuch.toml"]),
        ("gateway", &["gateway", "clinic.toml"]),
        ("editions", &["editions"][..]),
        ("editions", &["editions", "--changes", "3.16", "3.18"]),
        ("editions", &["editions", "clinic.toml"]),
        ("editions", &["editions", "nosuch.toml"]),
        ("index-diff", &["index", "diff", "index.toml", "index.toml"]),
        (
            "index-try",
            &["index", "try", "index.toml", "--order", "index-order.toml"],
        ),
    ] {
        keeps(schema, &[command, &["--format", "json"]].concat());
    }
    for file in [
        "certificates/clinic-server.pem",
        "certificates/trust.pem",
        "nosuch.pem",
    ] {
        keeps("cert-show", &["cert", "show", file, "--format", "json"]);
    }
    for name in ["address-not-fixed", "no-such-requirement"] {
        keeps("explain", &["explain", name, "--format", "json"]);
    }
    let validator = validator("requirements");
    for list in [
        &["requirements"][..],
        &["requirements", "--index", "--on", "2025-12-01"],
    ] {
        let mut arguments = list.to_vec();
        arguments.extend(["--format", "json"]);
        let json: Value = serde_json::from_str(&kanta(&arguments).stdout).unwrap();
        assert!(validator.is_valid(&json), "{arguments:?}");
    }
}

#[test]
fn the_names_of_the_schemas_are_listed_and_each_is_a_file() {
    let names = kanta(&["schema"]).stdout;
    for name in names.lines() {
        let file = match name {
            "plan" => "crates/kanta-policy/schema/kanta-plan-1.schema.json".into(),
            "index" => "crates/kanta-address-index/schema/kanta-address-index-1.schema.json".into(),
            written => format!("docs/schemas/{written}.json"),
        };
        let file = data().join("../..").join(file);
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            kanta(&["schema", name]).stdout
        );
    }
    assert_eq!(names.lines().count(), 30);
}
