//! What is wrong with a file of vectors, with a program and with its answers: in the language asked for.

use std::fs;
use std::path::Path;

use crate::harness::{LANGUAGES, kanta};

const GOOD: &str = r#"{"id":"oid/a","kind":"oid","input":{"text":"1"},"verdict":"invalid","clause":"3.1.3","reason":"r","source":[]}"#;

/// Runs a program on the vectors of a folder, of one kind, in one language.
fn run(entrypoint: &str, folder: &Path, lang: &str) -> crate::harness::Answer {
    let folder = folder.to_str().unwrap();
    kanta(&[
        "vectors",
        "run",
        "--entrypoint",
        entrypoint,
        "--vectors",
        folder,
        "--kind",
        "oid",
        "--lang",
        lang,
    ])
}

#[test]
fn what_is_wrong_with_a_file_of_vectors_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("oid.jsonl");
    for (line, told) in [
        (
            "{\"id\":}".to_owned(),
            [
                "line 2: expected value at line 1 column 7",
                "rivi 2: odotettu arvo: sarake 7",
                "rad 2: väntat ett värde: kolumn 7",
            ],
        ),
        (
            GOOD[..GOOD.len() - 1].to_owned(),
            [
                "line 2: EOF while parsing an object at line 1 column 109",
                "rivi 2: teksti päättyy kesken taulun: sarake 109",
                "rad 2: texten slutar mitt i en tabell: kolumn 109",
            ],
        ),
        (
            GOOD.replace("\"verdict\":\"invalid\",", ""),
            [
                "line 2: missing field `verdict` at line 1 column 90",
                "rivi 2: avain `verdict` puuttuu: sarake 90",
                "rad 2: nyckeln `verdict` saknas: kolumn 90",
            ],
        ),
        (
            GOOD.replace("\"3.1.3\"", "3"),
            [
                "line 2: invalid type: integer `3`, expected a string at line 1 column 78",
                "rivi 2: väärä tyyppi: kokonaisluku `3`, odotettu teksti: sarake 78",
                "rad 2: fel typ: heltalet `3`, väntat en text: kolumn 78",
            ],
        ),
        (
            GOOD.replace("\"kind\":\"oid\"", "\"kind\":\"plan\""),
            [
                "line 2: a vector of another kind",
                "rivi 2: toisen lajin tapaus",
                "rad 2: ett fall av annat slag",
            ],
        ),
    ] {
        fs::write(&file, format!("{GOOD}\n{line}\n")).unwrap();
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let answer = run("cat", folder.path(), lang);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""), "{line}");
            let expected = format!("kanta: {}: {told}\n", file.display());
            assert_eq!(answer.stderr, expected);
        }
    }
    fs::remove_file(&file).unwrap();
    let told = [
        "No such file or directory (os error 2)",
        "tiedostoa tai kansiota ei ole",
        "filen eller mappen finns inte",
    ];
    for (lang, told) in LANGUAGES.into_iter().zip(told) {
        let answer = run("cat", folder.path(), lang);
        let expected = format!("kanta: {}: {told}\n", file.display());
        assert_eq!((answer.status, answer.stderr), (2, expected));
    }
}

#[test]
fn a_program_that_does_not_start_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("oid.jsonl"), GOOD).unwrap();
    for (entrypoint, told) in [
        (
            "/nowhere/at/all",
            [
                "No such file or directory (os error 2)",
                "tiedostoa tai kansiota ei ole",
                "filen eller mappen finns inte",
            ],
        ),
        (
            " ",
            [
                "no program is named",
                "ohjelmaa ei ole nimetty",
                "inget program har angetts",
            ],
        ),
    ] {
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let answer = run(entrypoint, folder.path(), lang);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert_eq!(answer.stderr, format!("kanta: --entrypoint: {told}\n"));
        }
    }
}

#[cfg(unix)]
#[test]
fn an_answer_that_is_none_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("oid.jsonl"), GOOD).unwrap();
    for (program, told) in [
        (
            "yes",
            [
                "no answer of the protocol: expected value at line 1 column 1",
                "ei protokollan mukainen vastaus: odotettu arvo: sarake 1",
                "inget svar enligt protokollet: väntat ett värde: kolumn 1",
            ],
        ),
        (
            "yes {}",
            [
                "no answer of the protocol: missing field `verdict` at line 1 column 2",
                "ei protokollan mukainen vastaus: avain `verdict` puuttuu: sarake 2",
                "inget svar enligt protokollet: nyckeln `verdict` saknas: kolumn 2",
            ],
        ),
        (
            "yes {\"verdict\":[]}",
            [
                "no answer of the protocol: invalid type: sequence, expected a string at line 1 column 11",
                "ei protokollan mukainen vastaus: väärä tyyppi: luettelo, odotettu teksti: sarake 11",
                "inget svar enligt protokollet: fel typ: en lista, väntat en text: kolumn 11",
            ],
        ),
    ] {
        for (lang, told) in LANGUAGES.into_iter().zip(told) {
            let answer = run(program, folder.path(), lang);
            assert_eq!(answer.status, 1);
            let lines: Vec<&str> = answer.stdout.lines().map(str::trim).collect();
            assert!(lines.contains(&told), "{told}: {lines:#?}");
        }
    }
}
