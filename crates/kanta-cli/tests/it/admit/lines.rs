//! Lines of a batch, and files beside it, that cannot be read: in the language asked for.

use std::fs;

use serde_json::Value;

use super::batch;
use crate::harness::{LANGUAGES, kanta};

const SOURCE: &str = "\"source\":\"192.31.196.7\"";

/// A line, and the message in each language.
fn lines() -> Vec<(String, [&'static str; 3])> {
    let line = |more: &str| format!("{{{SOURCE},{more}}}");
    vec![
        (
            line("\"for\":\"nobody\",\"service\":\"imaging\""),
            [
                "for: no id of the index and no OID: `nobody`",
                "for: ei hakemiston tunnus eikä OID-tunnus: `nobody`",
                "for: inget id i indexet och ingen OID: `nobody`",
            ],
        ),
        (
            line("\"for\":\"clinic\",\"service\":\"imaging\",\"at\":\"noon\""),
            [
                "at: expected a moment such as `2025-12-01T12:00:00+02:00`",
                "at: odotettiin hetki kuten `2025-12-01T12:00:00+02:00`",
                "at: väntat en tidpunkt såsom `2025-12-01T12:00:00+02:00`",
            ],
        ),
        (
            "{\"source\":\"nowhere\",\"for\":\"clinic\",\"service\":\"imaging\"}".to_owned(),
            [
                "source: no address: `nowhere`",
                "source: ei osoite: `nowhere`",
                "source: ingen adress: `nowhere`",
            ],
        ),
        (
            format!("{{{SOURCE},\"for\":\"{}\"}}", "x".repeat(1 << 16)),
            [
                "a line longer than 65536 bytes",
                "rivi on pidempi kuin 65536 tavua",
                "en rad längre än 65536 byte",
            ],
        ),
    ]
}

#[test]
fn a_line_that_is_no_attempt_says_why_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attempts.jsonl");
    let (lines, messages): (Vec<_>, Vec<_>) = lines().into_iter().unzip();
    let service = format!("{{{SOURCE},\"for\":\"clinic\",\"service\":\"x-rays\"}}");
    fs::write(&file, lines.join("\n") + "\n" + &service + "\n").unwrap();
    let unknown = [
        "unknown service `x-rays`; expected one of `patient-data`",
        "tuntematon palvelu `x-rays`; odotettiin jokin näistä: `patient-data`",
        "okänd tjänst `x-rays`; väntat en av `patient-data`",
    ];
    for (at, lang) in LANGUAGES.into_iter().enumerate() {
        let (status, out) = batch(&file, &["--lang", lang]);
        assert_eq!(status, 2);
        let answers: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        for (answer, message) in answers.iter().zip(&messages) {
            assert_eq!(answer["message"], message[at]);
        }
        let told = answers.last().unwrap()["message"].as_str().unwrap();
        assert!(
            told.starts_with(&format!("service: {}", unknown[at])),
            "{told}"
        );
    }
}

#[test]
fn columns_and_cells_are_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attempts.csv");
    for (text, told) in [
        (
            "source,for,service\nx,y\n",
            [
                "2 cells, expected 3",
                "soluja 2, odotettiin 3",
                "2 celler, väntat 3",
            ],
        ),
        (
            "source,for,color\n",
            [
                "no column `color`: expected cert, source,",
                "saraketta `color` ei ole: odotettiin cert, source,",
                "ingen kolumn `color`: väntat cert, source,",
            ],
        ),
        (
            "source,for\n",
            [
                "column `service` stands there 0 times",
                "sarakkeen `service` esiintymiä on 0",
                "kolumnen `service` förekommer 0 gånger",
            ],
        ),
    ] {
        fs::write(&file, text).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let file = file.to_str().unwrap();
            let command = [
                "admit",
                "--index",
                "index.toml",
                "--batch",
                file,
                "--lang",
                lang,
            ];
            let answer = kanta(&command);
            assert_eq!(answer.status, 2);
            let all = answer.stdout + &answer.stderr;
            assert!(all.contains(told), "{told}: {all}");
        }
    }
}

#[test]
fn a_list_of_issuers_that_cannot_be_read_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("issuers.csv");
    for (bytes, told) in [
        (
            &b"branch\nsote;x\n"[..],
            [
                "line 2 of the list of CAs: expected branch;hierarchy;",
                "CA-luettelon rivi 2: odotettiin branch;hierarchy;",
                "rad 2 i CA-förteckningen: väntat branch;hierarchy;",
            ],
        ),
        (b"\xff\n", ["not UTF-8", "ei UTF-8-muodossa", "inte UTF-8"]),
    ] {
        fs::write(&file, bytes).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let file = file.to_str().unwrap();
            let server = "certificates/clinic-server.pem";
            let answer = kanta(&["cert", server, "--issuers", file, "--lang", lang]);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert!(answer.stderr.contains(told), "{told}: {}", answer.stderr);
        }
    }
}

#[test]
fn checkpoints_that_are_not_there_are_told_in_the_language_asked_for() {
    let told = [
        "there is no such file",
        "tiedostoa ei ole",
        "det finns ingen sådan fil",
    ];
    for (lang, told) in LANGUAGES.into_iter().zip(told) {
        let verify = ["audit", "verify", "index.toml", "--checkpoint", "nosuch"];
        let answer = kanta(&[&verify[..], &["--lang", lang]].concat());
        assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
        assert_eq!(answer.stderr, format!("nosuch: {told}\n"));
    }
}
