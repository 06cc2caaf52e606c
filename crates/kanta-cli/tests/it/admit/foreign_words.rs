//! What other programs say of lines of a batch and of files beside it: in the language asked for.

use std::fs;

use serde_json::Value;

use super::batch;
use crate::harness::{LANGUAGES, kanta};

#[test]
fn a_line_that_is_not_the_json_of_an_attempt_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attempts.jsonl");
    let cases = [
        (
            r#"{"source":}"#,
            [
                "expected value at line 1 column 11",
                "odotettu arvo: sarake 11",
                "väntat ett värde: kolumn 11",
            ],
        ),
        (
            r#"{"source":"192.31.196.7",}"#,
            [
                "trailing comma at line 1 column 26",
                "viimeisen kohdan perässä on pilkku: sarake 26",
                "ett kommatecken efter den sista posten: kolumn 26",
            ],
        ),
        (
            r#"{"source":"192.31.196.7"}"#,
            [
                "missing field `for` at line 1 column 25",
                "avain `for` puuttuu: sarake 25",
                "nyckeln `for` saknas: kolumn 25",
            ],
        ),
        (
            r#"{"source":7}"#,
            [
                "invalid type: integer `7`, expected a string at line 1 column 11",
                "väärä tyyppi: kokonaisluku `7`, odotettu teksti: sarake 11",
                "fel typ: heltalet `7`, väntat en text: kolumn 11",
            ],
        ),
        (
            r#"{"colour":"red"}"#,
            [
                "unknown field `colour`, expected one of `cert`, `source`, `for`, `service`, `tenant`, `unit`, `at` at line 1 \
                 column 9",
                "tuntematon avain `colour`; odotettu jokin näistä: `cert`, `source`, `for`, `service`, `tenant`, `unit`, \
                 `at`: sarake 9",
                "okänd nyckel `colour`; väntat något av `cert`, `source`, `for`, `service`, `tenant`, `unit`, `at`: kolumn 9",
            ],
        ),
    ];
    let lines = cases.map(|(line, _)| line.to_owned() + "\n").concat();
    fs::write(&file, lines).unwrap();
    for (at, lang) in LANGUAGES.into_iter().enumerate() {
        let (status, out) = batch(&file, &["--lang", lang]);
        assert_eq!(status, 2);
        let answers = out.lines().map(|it| serde_json::from_str(it).unwrap());
        let answers: Vec<Value> = answers.collect();
        let messages = answers.iter().map(|it| it["message"].as_str().unwrap());
        let expected = cases.iter().map(|(_, told)| told[at]);
        assert_eq!(messages.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

#[test]
fn a_cell_that_is_no_text_and_files_that_cannot_be_opened_are_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attempts.csv");
    fs::write(&file, b"source,for,service\n192.31.196.7,a\xff,imaging\n").unwrap();
    let told = [
        "CSV parse error: record 0 (line 1, field: 1, byte: 0): invalid utf-8: invalid UTF-8 in field 1 near byte index 1",
        "solu 2: tavu 1 ei ole UTF-8-tekstiä",
        "cell 2: byte 1 är inte UTF-8-text",
    ];
    for (lang, told) in LANGUAGES.into_iter().zip(told) {
        let (status, out) = batch(&file, &["--lang", lang]);
        assert_eq!(status, 2);
        assert!(out.contains(told), "{told}: {out}");
    }
    let told = [
        "No such file or directory (os error 2)",
        "tiedostoa tai kansiota ei ole",
        "filen eller mappen finns inte",
    ];
    for (lang, told) in LANGUAGES.into_iter().zip(told) {
        for command in [
            &["admit", "--index", "index.toml", "--batch", "nosuch"][..],
            &["audit", "summary", "nosuch"],
        ] {
            let answer = kanta(&[command, &["--lang", lang]].concat());
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert_eq!(answer.stderr, format!("nosuch: {told}\n"));
        }
    }
}

#[test]
fn a_file_of_systems_that_is_not_its_json_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let systems = folder.path().join("systems.json");
    let name = systems.to_str().unwrap();
    for (text, told) in [
        (
            "{\"systems\": [\n{\"id\": }]}",
            [
                "expected value at line 2 column 8",
                "odotettu arvo: rivi 2, sarake 8",
                "väntat ett värde: rad 2, kolumn 8",
            ],
        ),
        (
            "{\"systems\": [{\"id\": \"a\", \"certificates\": [], \"for\": [], \"addresses\": [\"x\"]}]}",
            [
                "invalid IP address syntax at line 1 column 73",
                "odotettu IPv4- tai IPv6-verkko kuten `192.0.2.0/24`: rivi 1, sarake 73",
                "väntat ett IPv4- eller IPv6-nät såsom `192.0.2.0/24`: rad 1, kolumn 73",
            ],
        ),
    ] {
        fs::write(&systems, text).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let command = [
                "admit",
                "--index",
                "index.toml",
                "--own",
                OWN,
                "--systems",
                name,
                "--batch",
                "nosuch",
                "--lang",
                lang,
            ];
            let answer = kanta(&command);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert_eq!(answer.stderr, format!("{name}: {told}\n"));
        }
    }
}

/// The OID of an access point of the example index.
const OWN: &str = "1.2.246.10.12345671.10.0.13.1";

const CHECKPOINT: &str =
    "gate\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2025-12-01T10:00:00Z\n\n";

#[test]
fn checkpoints_that_are_none_are_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("checkpoints.txt");
    let name = file.to_str().unwrap();
    let no_checkpoint = |line: usize| {
        [
            format!(
                "line {line}: not a checkpoint: expected origin, size, hash and time, each on a line, and an empty line"
            ),
            format!(
                "rivi {line}: ei tarkistuspiste: odotettu lokin nimi, koko, tiiviste ja aika, kukin omalla rivillään, ja tyhjä rivi"
            ),
            format!(
                "rad {line}: ingen kontrollpunkt: väntat loggens namn, storlek, hash och tid, var och en på sin rad, och en tom rad"
            ),
        ]
    };
    let all = |told: [&str; 3]| told.map(str::to_owned);
    let none = [
        "no checkpoint",
        "ei yhtään tarkistuspistettä",
        "ingen kontrollpunkt",
    ];
    let others = [
        "checkpoints of different logs",
        "tarkistuspisteet ovat eri lokeista",
        "kontrollpunkterna är från olika loggar",
    ];
    let no_text = [
        "invalid utf-8 sequence of 1 bytes from index 1",
        "tavu 1 ei ole UTF-8-tekstiä",
        "byte 1 är inte UTF-8-text",
    ];
    let other = CHECKPOINT.replace("gate", "door");
    for (text, told) in [
        (Vec::new(), all(none)),
        (b"gate".to_vec(), no_checkpoint(1)),
        // The name of the log, its size, the hash, the time, and the empty line.
        (
            CHECKPOINT.replace("gate", "g\u{1}").into(),
            no_checkpoint(1),
        ),
        (
            CHECKPOINT.replace("\n0\n", "\n00\n").into(),
            no_checkpoint(1),
        ),
        (CHECKPOINT.replace("47DE", "47D!").into(), no_checkpoint(1)),
        (CHECKPOINT.replace("time ", "").into(), no_checkpoint(1)),
        (format!("{CHECKPOINT}gate\n0\n").into(), no_checkpoint(6)),
        (format!("{CHECKPOINT}{other}").into(), all(others)),
        (b"g\xff".to_vec(), all(no_text)),
    ] {
        fs::write(&file, &text).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let verify = ["audit", "verify", "index.toml", "--checkpoint", name];
            let answer = kanta(&[&verify[..], &["--lang", lang]].concat());
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert_eq!(answer.stderr, format!("{name}: {told}\n"));
        }
    }
}

#[test]
fn a_log_that_is_not_gone_on_from_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (log, checkpoints, batch) = (path("audit.jsonl"), path("checkpoints"), path("a.jsonl"));
    fs::write(&batch, "").unwrap();
    let none = [
        "the checkpoints are of the log `gate`".to_owned(),
        "tarkistuspisteet ovat lokista `gate`".to_owned(),
        "kontrollpunkterna är från loggen `gate`".to_owned(),
    ];
    let broken = [
        format!(
            "{checkpoints}: line 1: not a checkpoint: expected origin, size, hash and time, each on a line, and an empty line"
        ),
        format!(
            "{checkpoints}: rivi 1: ei tarkistuspiste: odotettu lokin nimi, koko, tiiviste ja aika, kukin omalla rivillään, ja tyhjä rivi"
        ),
        format!(
            "{checkpoints}: rad 1: ingen kontrollpunkt: väntat loggens namn, storlek, hash och tid, var och en på sin rad, och en tom rad"
        ),
    ];
    let damaged = [
        format!("{log}: does not verify: it is not gone on from"),
        format!("{log}: loki ei ole eheä: siitä ei jatketa"),
        format!("{log}: loggen är inte hel: den fortsätts inte"),
    ];
    let own = CHECKPOINT.replace("gate", "kanta-admit");
    let own = own.replace("\n0\n", "\n7\n");
    for (text, told) in [
        (CHECKPOINT, none),
        ("gate\n", broken),
        (own.as_str(), damaged),
    ] {
        fs::write(&checkpoints, text).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let command = [
                "admit",
                "--index",
                "index.toml",
                "--batch",
                &batch,
                "--log",
                &log,
                "--checkpoint",
                &checkpoints,
                "--lang",
                lang,
            ];
            let answer = kanta(&command);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert_eq!(answer.stderr, format!("{told}\n"));
        }
    }
}
