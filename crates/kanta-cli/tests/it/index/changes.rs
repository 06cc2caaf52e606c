//! What changes between two indexes, and what an order breaks and brings.

use super::{ask, instead, machine, run};
use crate::harness::{LANGUAGES, Scratch, assert_fits};
use serde_json::{Value, json};

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
    let (_, mut diff) = machine(&format!("diff index.toml {}", other.path()));
    let (_, mut tried) = machine("try index.toml --order index-order.toml");
    // A finding there has the form of one of `check`, which the help says.
    for list in ["brought", "taken"] {
        assert!(tried["findings"][list].is_array());
        tried["findings"][list] = json!([]);
    }
    // The keys there are OIDs.
    for report in [&mut diff, &mut tried] {
        assert!(report["ids"].is_object());
        report["ids"] = json!({});
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
