//! `kanta index` as people and scripts meet it: exit statuses, reports, input that cannot be read.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{LANGUAGES, Scratch, assert_fits, data};
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

#[test]
fn the_example_is_clean_until_it_expires() {
    let clean = "0 findings, 9 rights; `2025-12-01.1`, edition 3.18, 2025-12-01\n";
    assert_eq!(
        ask("check index.toml --on 2025-12-01"),
        (0, clean.to_owned())
    );
    assert_eq!(ask("check index.toml --on 2026-11-30").0, 0);
    let (status, out) = ask("check index.toml --on 2026-12-01");
    assert_eq!(status, 1);
    assert!(
        out.starts_with("the data set expired on 2026-12-01: every answer is deny\n"),
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

#[test]
fn an_order_is_tried_and_a_difference_is_an_order() {
    let (status, report) = machine("try index.toml --order index-order.toml --on 2025-12-01");
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

/// The example with one text replaced, as a file of its own.
fn instead(name: &str, of: &str, is: &str) -> Scratch {
    Scratch::from("index.toml", name, &[(of, is)])
}

/// The example with records more.
fn with(name: &str, more: &str) -> Scratch {
    let example = std::fs::read_to_string(data().join("index.toml")).unwrap();
    Scratch::new(name, &format!("{example}\n{more}"))
}

const PHYSIO: &str = "[[agreement]]\nbetween = [\"clinic\", \"physio\"]\nfrom = 2024-05-01\n";

#[test]
fn a_difference_is_told_whatever_it_is() {
    let no_agreement = instead("index-diff-agreement.toml", PHYSIO, "");
    let arguments = format!("diff index.toml {}", no_agreement.path());
    let told = "Tenants lost (1)
  tenant `physio` of `clinic`, 2024-05-01 – 2026-12-01
Records (1)
  withdrawn `agreement.clinic+physio`
";
    assert_eq!(ask(&arguments), (1, told.to_owned()));
    let (status, told) = machine(&arguments);
    assert_eq!((status, &told["equal"]), (1, &json!(false)));
    let lost = json!([{
        "host": "1.2.246.10.12345671.10.0",
        "tenant": "1.2.246.10.76543212.10.0",
        "from": "2024-05-01",
        "until": "2026-12-01",
    }]);
    assert_eq!(told["tenants"], json!({ "gained": [], "lost": lost }));
    let record = json!({ "record": "agreement", "id": "clinic+physio", "change": "withdrawn", "fields": [] });
    assert_eq!(told["records"], json!([record]));

    let unit = "[[annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let no_unit = instead("index-diff-unit.toml", unit, "");
    let (status, told) = machine(&format!("diff index.toml {}", no_unit.path()));
    assert_eq!(status, 1);
    let lost = &told["units"]["lost"][0];
    assert_eq!(lost["party"], "1.2.246.10.12345671.10.0");
    assert_eq!(lost["unit"], "1.2.246.10.12345671.10.1");

    let address = instead("index-diff-address.toml", "192.31.196.7", "192.31.196.8");
    let (status, told) = machine(&format!("diff index.toml {}", address.path()));
    assert_eq!(status, 1);
    let clinic = "1.2.246.10.12345671.10.0.13.1";
    assert_eq!(
        told["addresses"],
        json!([
            { "prefix": "192.31.196.7/32", "change": "withdrawn", "before": [clinic], "after": [] },
            { "prefix": "192.31.196.8/32", "change": "added", "before": [], "after": [clinic] },
        ])
    );
    for (name, of, is, kind) in [
        (
            "version",
            "version = \"2025-12-01.1\"",
            "version = \"2\"",
            "header",
        ),
        ("reference", "hakemus 2024-18", "hakemus 9", "right"),
        ("serial", "4f2a01", "4f2a02", "access_point"),
        ("name", "N.N., apteekkari", "M.M., apteekkari", "party"),
    ] {
        let other = instead(&format!("index-diff-{name}.toml"), of, is);
        let (status, told) = machine(&format!("diff index.toml {}", other.path()));
        assert_eq!((status, &told["records"][0]["record"]), (1, &json!(kind)));
        assert_eq!(told["records"].as_array().unwrap().len(), 1);
    }
    let (status, told) = machine("diff index.toml index.toml");
    assert_eq!((status, &told["equal"]), (0, &json!(true)));
    for language in LANGUAGES {
        for other in [&no_agreement, &no_unit, &address] {
            let there = format!("diff index.toml {} --lang {language}", other.path());
            assert_fits(&ask(&there).1);
            let back = format!("diff {} index.toml --lang {language}", other.path());
            assert_fits(&ask(&back).1);
        }
    }
}

#[test]
fn an_order_that_breaks_a_tenant_says_so() {
    let order = format!("format = 1\n{}", PHYSIO.replace("[[", "[[withdraw."));
    let order = Scratch::new("index-order-tenant.toml", &order);
    let (status, told) = machine(&format!("try index.toml --order {}", order.path()));
    assert_eq!(status, 1);
    assert_eq!(told["broken"], json!([]));
    assert_eq!(told["broken_tenants"], told["tenants"]["lost"]);
    assert_eq!(told["broken_tenants"].as_array().unwrap().len(), 1);
    assert_eq!(told["broken_units"], json!([]));
    let (_, text) = ask(&format!("try index.toml --order {}", order.path()));
    let last = "Broken without being withdrawn (1)
  tenant `physio` of `clinic`, 2024-05-01 – 2026-12-01
";
    assert!(text.contains(last), "{text}");
}

/// Every name of a field that a report holds.
fn fields(report: &Value, into: &mut Vec<String>) {
    match report {
        Value::Object(object) => {
            for (name, value) in object {
                into.push(name.clone());
                fields(value, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| fields(value, into)),
        _ => {}
    }
}

#[test]
fn the_help_names_every_field_of_a_comparison() {
    let other = instead("index-diff-fields.toml", PHYSIO, "");
    let (_, diff) = machine(&format!("diff index.toml {}", other.path()));
    let (_, mut tried) = machine("try index.toml --order index-order.toml");
    // A finding there has the form of one of `check`, which the help says.
    for list in ["brought", "taken"] {
        assert!(tried["findings"][list].is_array());
        tried["findings"][list] = json!([]);
    }
    for (command, report) in [("diff", diff), ("try", tried)] {
        let helps =
            [command, "diff"].map(|name| crate::harness::kanta(&["index", name, "--help"]).stdout);
        let mut names = Vec::new();
        fields(&report, &mut names);
        for name in names.iter().filter(|name| *name != "format") {
            let told = helps.iter().any(|help| help.contains(name.as_str()));
            assert!(told, "{command} {name}");
        }
    }
}

#[test]
fn an_index_of_several_files_is_compared_and_an_order_is_json_too() {
    let rest = Scratch::new("index-rest.toml", &format!("format = 1\n{PHYSIO}"));
    let most = instead("index-most.toml", PHYSIO, "");
    let (most, rest) = (most.path(), rest.path());
    for arguments in [
        format!("diff index.toml --to {most} {rest}"),
        format!("diff {rest} {most} --to index.toml"),
    ] {
        assert_eq!(ask(&arguments), (0, "no change\n".to_owned()));
    }
    for arguments in ["diff index.toml", "diff index.toml index.toml index.toml"] {
        let (status, out, err) = run(arguments, b"");
        assert_eq!((status, out.as_str()), (2, ""));
        assert_eq!(
            err,
            "--to: name two files, or the files before and, behind --to, those after\n"
        );
    }
    let (status, order) = machine(&format!("diff index.toml {most} --as-order"));
    assert_eq!(status, 1);
    let agreement = json!({ "between": ["clinic", "physio"], "from": "2024-05-01" });
    assert_eq!(
        order,
        json!({ "format": 1, "withdraw": { "agreement": [agreement] } })
    );
    let order = Scratch::new("index-as-order.json", &order.to_string());
    let (_, told) = machine(&format!("try index.toml --order {}", order.path()));
    assert_eq!(told["records"][0]["id"], "clinic+physio");
    let (status, order) = machine("diff index.toml index.toml --as-order");
    assert_eq!((status, order), (0, json!({ "format": 1 })));
}

#[test]
fn a_pharmacist_s_rights_are_the_pharmacies() {
    let (status, out) = ask("what index.toml --for apteekkari --on 2025-12-01");
    assert_eq!(status, 0);
    let subject = |line: &str| line.split(' ').next().unwrap().to_owned();
    let subjects: Vec<_> = out.lines().map(subject).collect();
    let expected = ["`main-pharmacy`", "`main-pharmacy`", "`branch-pharmacy`"];
    assert_eq!(subjects, expected);
    let asked =
        "decide index.toml --for apteekkari --through main-pharmacy-ap --service prescription";
    let (status, out, err) = run(asked, b"");
    assert_eq!((status, out.as_str()), (2, ""));
    let told = "--for `apteekkari`: rights are a pharmacy's and not its pharmacist's; name the
  pharmacy: `branch-pharmacy`, `main-pharmacy`
";
    assert_eq!(err, told);
    let (status, told) = machine(asked);
    assert_eq!(status, 2);
    let fault = &told["faults"][0];
    assert_eq!(
        fault["pharmacies"],
        json!(["branch-pharmacy", "main-pharmacy"])
    );
    for language in LANGUAGES {
        let message = fault["messages"][language].as_str().unwrap();
        assert!(message.ends_with(": `branch-pharmacy`, `main-pharmacy`"));
        let (_, _, err) = run(&format!("{asked} --lang {language}"), b"");
        assert_fits(&err);
    }
}

#[test]
fn an_expired_data_set_is_never_passed_over_in_silence() {
    for (arguments, list, rest) in [
        ("who index.toml --service prescription", "rights", "none\n"),
        ("what index.toml --for clinic", "rights", "none\n"),
        (
            "what index.toml --from 192.31.196.7",
            "access_points",
            "`clinic-ap` 1.2.246.10.12345671.10.0.13.1, 192.31.196.7/32\n",
        ),
        ("expiring index.toml --days 1", "expiring", "none\n"),
    ] {
        let over = format!("{arguments} --on 2026-12-01");
        let told = format!("the data set expired on 2026-12-01: every answer is deny\n{rest}");
        assert_eq!(ask(&over), (1, told), "{arguments}");
        let (status, told) = machine(&over);
        assert_eq!((status, &told["expired"]), (1, &json!(true)));
        assert_eq!(told["expires"], "2026-12-01");
        assert!(told[list].is_array());
        let (_, told) = machine(&format!("{arguments} --on 2026-11-29"));
        assert_eq!(told["expired"], false, "{arguments}");
        for (language, told) in [
            (
                "fi",
                "aineisto vanheni 1.12.2026: jokainen vastaus on kielto\n",
            ),
            (
                "sv",
                "datamängden gick ut den 1.12.2026: varje svar är nekande\n",
            ),
        ] {
            let (_, out) = ask(&format!("{over} --lang {language}"));
            assert!(out.starts_with(told), "{out}");
        }
    }
}

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
fn a_finding_names_its_day_edition_reading_and_id() {
    let later = with("index-later.toml", LATER);
    let arguments = format!("check {} --on 2025-12-01", later.path());
    let (status, told) = machine(&arguments);
    assert_eq!((status, &told["edition"]), (1, &json!("3.18")));
    let findings = told["findings"].as_array().unwrap();
    let days: Vec<_> = findings.iter().map(|it| &it["judged_on"]).collect();
    let half = findings.len() / 2;
    assert!(half > 0 && findings.len() == 2 * half);
    assert!(days[..half].iter().all(|day| **day == "2025-12-01"));
    assert!(days[half..].iter().all(|day| **day == "2026-03-01"));
    let (_, text) = ask(&arguments);
    assert_fits(&text);
    let first = "
  - the service is used by an intermediary, which joins nothing itself
      where      `right.valittaja.valittaja-ap.patient-data`
      file       ";
    assert!(text.starts_with(first), "{text}");
    assert_eq!(text.matches("      judged on  2026-03-01\n").count(), half);
    let id = "      id         connection-models/service-used-by-intermediary\n";
    assert_eq!(text.matches(id).count(), 2);
    assert!(text.contains("      clause     2.1; 2.2 (edition 3.17 and later)\n"));
    for (language, day) in [("fi", "arvioitu   1.3.2026"), ("sv", "bedömt den 1.3.2026")] {
        let (_, text) = ask(&format!("{arguments} --lang {language}"));
        assert_fits(&text);
        assert!(text.contains(day), "{text}");
    }
    // The reading stands beside the clause, and `kanta explain` knows the id.
    let unit = "[[annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let moved = instead("index-read-as.toml", unit, "");
    let (_, text) = ask(&format!("check {} --on 2026-02-01", moved.path()));
    let reading = "      read as    the annotation stands at each service unit in the SOTE
                 register, and at the provider in Valvira's; whether one";
    assert!(text.contains(reading), "{text}");
    let (_, told) = machine(&format!("check {} --on 2026-02-01", moved.path()));
    let fault = &told["findings"][0];
    assert!(fault["reading"]["fi"].as_str().is_some());
    let id = fault["requirement"].as_str().unwrap();
    assert_eq!(crate::harness::kanta(&["explain", id]).status, 0);
}

#[test]
fn a_question_is_printed_as_one_and_a_missing_unit_is_the_sender_s() {
    let asked = "--on 2025-12-01 --for clinic --service renewal-requests";
    // Renewal requests through one access point, prescriptions through the other.
    let relay = with(
        "index-question.toml",
        "[[right]]\nfor = \"clinic\"\naccess_point = \"valittaja-ap\"\nservice = \"renewal-requests\"\nfrom = 2024-03-01\n",
    );
    let path = relay.path();
    let unit = "--unit 1.2.246.10.12345671.10.1";
    let (status, out) = ask(&format!(
        "explain {path} {asked} --through valittaja-ap {unit}"
    ));
    assert_eq!(status, 0);
    let question = "
What the guide leaves open (1)

  - must renewal requests run through an access point that carries the
    Prescription Service?
      rule       the right to receive renewal requests is given to whoever uses
                 the Prescription Service
";
    assert!(out.contains(question), "{out}");
    assert!(!out.contains("without a right"), "{out}");
    // It permits, and still no check is clean: 3, as the help says.
    assert_eq!(ask(&format!("check {path} --on 2025-12-01")).0, 3);
    let help = crate::harness::kanta(&["index", "check", "--help"]).stdout;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("3 nothing is forbidden, but something is not known or is a question"));

    let arguments = format!("explain index.toml {asked} --through clinic-ap");
    let (status, told) = machine(&arguments);
    assert_eq!(status, 3);
    assert_eq!(told["missing"][0]["responsible"]["code"], "sender");
    let (_, text) = ask(&arguments);
    assert!(
        text.contains("      who        whoever sends the request\n"),
        "{text}"
    );
    for language in LANGUAGES {
        assert_fits(&ask(&format!("{arguments} --all --lang {language}")).1);
    }
}

#[test]
fn reports_speak_the_language_asked_for() {
    let asked = "explain index.toml --for clinic --through clinic-ap --service prescription \
                 --on 2025-12-01 --all";
    let (_, text) = ask(&format!("{asked} --lang fi"));
    assert!(text.contains("`clinic-ap`, 1.3.2024 –,\n"), "{text}");
    assert!(
        text.contains("(täyttyy)") && text.contains("(ei koske)"),
        "{text}"
    );
    let (_, text) = ask(&format!("{asked} --lang sv"));
    assert!(
        text.contains("(uppfyllt)") && text.contains("(tillämpas inte)"),
        "{text}"
    );
    for language in ["fi", "sv"] {
        let (_, text) = ask(&format!("{asked} --lang {language}"));
        assert!(
            !text.contains("satisfied") && !text.contains("2024-03-01"),
            "{text}"
        );
        let (_, out) = ask(&format!(
            "who index.toml --service social-welfare --on 2025-12-01 --lang {language}"
        ));
        assert!(out.contains("1.1.2025 – 1.1.2028"), "{out}");
    }
    let only = "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}
{\"record\":\"party\",\"id\":\"p\",\"oid\":\"1.2.246.10.1.10.0\",\"kind\":\"intermediary\",\"register_entry\":\"2020-01-01\"}
{\"record\":\"access_point\",\"id\":\"a\",\"oid\":\"1.2.246.10.1.10.0.13.1\",\"administrator\":\"p\"}
{\"record\":\"agreement\",\"between\":[\"p\",\"kela\"],\"from\":\"2020-01-01\"}
{\"record\":\"right\",\"for\":\"p\",\"access_point\":\"a\",\"service\":\"phr\",\"from\":\"2025-01-01\"}";
    for (language, findings, right) in [
        ("en", "findings", "1 right;"),
        ("fi", "havaintoa", "1 käyttövaltuus;"),
        ("sv", "iakttagelser", "1 rättighet;"),
    ] {
        let (_, out, _) = run(
            &format!("check - --on 2025-12-01 --lang {language}"),
            only.as_bytes(),
        );
        let last = out.lines().last().unwrap();
        assert!(last.contains(right) && last.contains(findings), "{last}");
    }
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
            "--for: no id of the index and no OID: `nobody`",
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

/// What a terminal is shown while the tool reads; standard output is none. Nothing where the
/// machine has no terminals to give.
#[cfg(target_os = "linux")]
fn shown_on_a_terminal(arguments: &[&str], input: String) -> Option<String> {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use std::io::Read;

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

#[cfg(target_os = "linux")]
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

/// The example without the agreement with the intermediary, and with three more rights through it.
fn without_agreement() -> Scratch {
    let agreement = "[[agreement]]\nbetween = [\"clinic\", \"valittaja\"]\nfrom = 2024-02-01\nuntil = 2027-02-01\n";
    let example = std::fs::read_to_string(data().join("index.toml")).unwrap();
    assert_eq!(example.matches(agreement).count(), 1);
    let rights = ["imaging", "prescription"].map(|service| {
        format!("[[right]]\nfor = \"clinic\"\naccess_point = \"valittaja-ap\"\nservice = \"{service}\"\nfrom = 2024-03-01\n")
    });
    let text = format!("{}\n{}", example.replace(agreement, ""), rights.concat());
    Scratch::new("index-one-cause.toml", &text)
}

#[test]
fn one_missing_agreement_is_one_finding_with_its_file_line_party_and_rights() {
    let file = without_agreement();
    let arguments = format!("check {} --on 2025-12-01", file.path());
    let (status, told) = machine(&arguments);
    assert_eq!(status, 1);
    let findings = told["findings"].as_array().unwrap();
    let id = "connection-models/agreement-with-intermediary-missing";
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let finding = &findings[0];
    assert_eq!(finding["requirement"], id);
    assert_eq!(finding["path"], "agreement.clinic+valittaja");
    assert_eq!(finding["party"], "clinic");
    assert_eq!(finding["rights"].as_array().unwrap().len(), 3);
    // Where there is no agreement, the record of the party that ought to have one.
    let text = std::fs::read_to_string(file.path()).unwrap();
    let at = text.find("[[party]]\nid = \"clinic\"").unwrap();
    let line = text[..at].matches('\n').count() + 1;
    assert_eq!(finding["place"]["file"], file.path());
    assert_eq!(finding["place"]["line"], line);
    assert_eq!(
        told["counts"]["requirements"],
        json!([{ "id": id, "violated": 1, "undetermined": 0 }])
    );
    assert_eq!(
        told["counts"]["parties"],
        json!([{ "party": "clinic", "violated": 1, "undetermined": 0 }])
    );
    for (language, rest) in [
        ("en", "3 rights rest on it"),
        ("fi", "koskee 3 käyttövaltuutta"),
        ("sv", "gäller 3 rättigheter"),
    ] {
        let (_, out) = ask(&format!("{arguments} --lang {language}"));
        assert!(
            out.contains(&format!("`agreement.clinic+valittaja`; {rest}\n")),
            "{out}"
        );
        assert!(out.contains(&format!("{}:{line}\n", file.path())), "{out}");
    }
}

#[test]
fn findings_are_counted_where_there_are_several() {
    let later = with("index-counted.toml", LATER);
    for (language, requirement, party, two) in [
        (
            "en",
            "Findings by requirement (",
            "Findings by party (1)",
            "2 violated",
        ),
        (
            "fi",
            "Havainnot vaatimuksittain (",
            "Havainnot osapuolittain (1)",
            "2 rikottua",
        ),
        (
            "sv",
            "Iakttagelser per krav (",
            "Iakttagelser per part (1)",
            "2 brutna",
        ),
    ] {
        let arguments = format!("check {} --on 2025-12-01 --lang {language}", later.path());
        let (_, out) = ask(&arguments);
        assert_fits(&out);
        for words in [requirement, party] {
            assert!(out.contains(words), "{out}");
        }
        let line = format!("  connection-models/service-used-by-intermediary: {two}");
        assert!(out.contains(&line), "{out}");
    }
}

#[test]
fn an_order_tells_what_it_brings_and_which_right_would_never_permit() {
    let right = "format = 1\n[[add.right]]\nfor = \"home-care\"\naccess_point = \"valittaja-ap\"\nservice = \"imaging\"\nfrom = 2026-01-01\n";
    let order = Scratch::new("index-order-dead.toml", right);
    let arguments = format!("try index.toml --order {} --on 2025-12-01", order.path());
    let (status, told) = machine(&arguments);
    assert_eq!(status, 1);
    let id = "connection-models/agreement-with-intermediary-missing";
    assert_eq!(told["findings"]["brought"][0]["requirement"], id);
    assert_eq!(told["findings"]["taken"], json!([]));
    assert_eq!(told["never_permitting"][0]["missing"][0]["requirement"], id);
    assert_eq!(told["never_permitting"][0]["right"]["from"], "2026-01-01");
    for (language, titles) in [
        (
            "en",
            [
                "Rights that would never permit (1)",
                "Findings that the order brings (1)",
            ],
        ),
        (
            "fi",
            [
                "Käyttövaltuudet, jotka eivät sallisi minään päivänä (1)",
                "Havainnot, jotka tilaus tuo (1)",
            ],
        ),
        (
            "sv",
            [
                "Rättigheter som aldrig skulle tillåta något (1)",
                "Iakttagelser som beställningen för med sig (1)",
            ],
        ),
    ] {
        let (status, out) = ask(&format!("{arguments} --lang {language}"));
        assert_eq!(status, 1);
        for title in titles {
            assert!(out.contains(title), "{out}");
        }
    }
    // With the agreement it brings nothing.
    let agreement =
        "[[add.agreement]]\nbetween = [\"home-care\", \"valittaja\"]\nfrom = 2026-01-01\n";
    let order = Scratch::new("index-order-alive.toml", &format!("{right}{agreement}"));
    let (status, told) = machine(&format!(
        "try index.toml --order {} --on 2025-12-01",
        order.path()
    ));
    assert_eq!(status, 0);
    assert_eq!(told["findings"], json!({ "brought": [], "taken": [] }));
    assert_eq!(told["never_permitting"], json!([]));
}

#[test]
fn what_ends_names_the_rights_that_stop() {
    let (_, told) = machine("expiring index.toml --on 2025-12-01 --days 800");
    let ending = told["expiring"].as_array().unwrap();
    let stops = |what: &str| {
        let end = ending.iter().find(|end| end["what"] == what).unwrap();
        end["stops"].as_array().unwrap().len()
    };
    assert_eq!(stops("agreement.clinic+valittaja"), 1);
    assert_eq!(stops("data_set"), 0);
    for (language, word) in [("en", "stops:"), ("fi", "lakkaa:"), ("sv", "upphör:")] {
        let (_, out) = ask(&format!(
            "expiring index.toml --on 2025-12-01 --days 800 --lang {language}"
        ));
        let line = format!("    {word} `clinic` → patient-data");
        assert!(out.contains(&line), "{out}");
        assert_fits(&out);
    }
}

#[test]
fn everybody_who_speaks_from_an_address_is_listed_the_narrowest_first() {
    let wide = "[[access_point]]\nid = \"wide\"\noid = \"1.2.246.537.6.918.18.42.13.9\"\nadministrator = \"valittaja\"\naddresses = [\"192.31.196.0/24\"]\n";
    let index = with("index-wide.toml", wide);
    for address in ["192.31.196.7", "64:ff9b::192.31.196.7", "::192.31.196.7"] {
        let (status, told) = machine(&format!(
            "what {} --from {address} --on 2025-12-01",
            index.path()
        ));
        assert_eq!(status, 0);
        let points = told["access_points"].as_array().unwrap();
        let told: Vec<_> = points.iter().map(|it| (&it["id"], &it["range"])).collect();
        assert_eq!(
            told,
            [
                (&json!("clinic-ap"), &json!("192.31.196.7/32")),
                (&json!("wide"), &json!("192.31.196.0/24")),
            ]
        );
    }
}
