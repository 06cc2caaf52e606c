//! What the reports of an index tell, in words.

use super::{LATER, ask, instead, machine, run, with};
use crate::harness::{LANGUAGES, assert_fits};
use serde_json::json;

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
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = "1. The service is used by an intermediary, which joins nothing itself";
    assert!(text.contains(first), "{text}");
    let where_it_is = "where `right.valittaja.valittaja-ap.patient-data` (";
    assert!(flat(&text).contains(where_it_is), "{text}");
    assert_eq!(
        flat(&text).matches("; judged on 2026-03-01 (").count(),
        half
    );
    let id = "     id       connection-models/service-used-by-intermediary\n";
    assert_eq!(text.matches(id).count(), 1, "told once with both places");
    assert!(text.contains("     clause   2.1; 2.2\n"), "{text}");
    for (language, day) in [("fi", "arvioitu 1.3.2026"), ("sv", "bedömt den 1.3.2026")] {
        let (_, text) = ask(&format!("{arguments} --lang {language}"));
        assert_fits(&text);
        assert!(flat(&text).contains(day), "{text}");
    }
    // The reading stands beside the clause, and `kanta explain` knows the id.
    let unit = "[[annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let moved = instead("index-read-as.toml", unit, "");
    let (_, text) = ask(&format!("check {} --on 2026-02-01", moved.path()));
    let reading = "read as the annotation stands at each service unit in the SOTE register, and at \
                   the provider in Valvira's; whether one";
    assert!(flat(&text).contains(reading), "{text}");
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
        ("en", "findings", "1 right:"),
        ("fi", "havaintoa", "1 käyttövaltuus:"),
        ("sv", "iakttagelser", "1 rättighet:"),
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
