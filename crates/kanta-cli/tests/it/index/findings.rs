//! What is forbidden in an index, told once and counted.

use super::{LATER, ask, machine, with};
use crate::harness::{Scratch, assert_fits, data};
use serde_json::json;

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
            out.contains(&format!("`agreement.clinic+valittaja`; {rest}")),
            "{out}"
        );
        assert!(
            out.contains(&format!("({}:{line}:1)\n", file.path())),
            "{out}"
        );
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
        let line = format!("   - connection-models/service-used-by-intermediary: {two}");
        assert!(out.contains(&line), "{out}");
    }
}
