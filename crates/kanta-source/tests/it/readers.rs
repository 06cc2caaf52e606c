//! What the readers of TOML and JSON say, in Finnish and Swedish.

use std::collections::BTreeSet;

use kanta_source::kanta_conformance::Language;
use kanta_source::{FaultMessage as _, Form, Problem, reader_words, system_words};

use crate::harness::{document, shop};

/// What is told of a text, in the three languages.
fn told(form: Form, text: &str) -> [String; 3] {
    let faults = shop(form, text).expect_err(text);
    Language::ALL.map(|language| faults[0].display(language).to_string())
}

#[test]
fn what_breaks_json_is_told_in_three_languages() {
    for (text, en, fi, sv) in [
        (
            "{\"name\": }",
            "line 1, column 10: this is not JSON: expected value",
            "rivi 1, sarake 10: tämä ei ole JSON-kieltä: odotettu arvo",
            "rad 1, kolumn 10: detta är inte JSON: väntat ett värde",
        ),
        (
            "{name: 1}",
            "line 1, column 2: this is not JSON: key must be a string",
            "rivi 1, sarake 2: tämä ei ole JSON-kieltä: avaimen on oltava teksti lainausmerkeissä",
            "rad 1, kolumn 2: detta är inte JSON: en nyckel måste vara en text inom citattecken",
        ),
        (
            "{\"name\": \"a\",\n}",
            "line 2, column 1: this is not JSON: trailing comma",
            "rivi 2, sarake 1: tämä ei ole JSON-kieltä: viimeisen kohdan perässä on pilkku",
            "rad 2, kolumn 1: detta är inte JSON: ett kommatecken efter den sista posten",
        ),
        (
            "{\"name\": \"a\"",
            "line 1, column 12: this is not JSON: EOF while parsing an object",
            "rivi 1, sarake 12: tämä ei ole JSON-kieltä: teksti päättyy kesken taulun",
            "rad 1, kolumn 12: detta är inte JSON: texten slutar mitt i en tabell",
        ),
    ] {
        assert_eq!(told(Form::Json, text), [en, fi, sv], "{text}");
    }
}

#[test]
fn what_breaks_toml_is_told_in_three_languages() {
    for (text, en, fi, sv) in [
        (
            "name = Väinö\n",
            "line 1, column 8: this is not TOML: string values must be quoted, expected literal string",
            "rivi 1, sarake 8: tämä ei ole TOML-kieltä: teksti on kirjoitettava lainausmerkkeihin, odotettu teksti \
             yksinkertaisissa lainausmerkeissä",
            "rad 1, kolumn 8: detta är inte TOML: en text måste stå inom citattecken, väntat text inom enkla citattecken",
        ),
        (
            "name\n",
            "line 1, column 5: this is not TOML: key with no value, expected `=`",
            "rivi 1, sarake 5: tämä ei ole TOML-kieltä: avaimella ei ole arvoa, odotettu `=`",
            "rad 1, kolumn 5: detta är inte TOML: nyckeln har inget värde, väntat `=`",
        ),
        (
            "since = 2025-02-30\n",
            "line 1, column 9: this is not TOML: invalid date, expected day between 01 and 28",
            "rivi 1, sarake 9: tämä ei ole TOML-kieltä: päivä on kirjoitettu väärin, odotettu päivä väliltä 01–28",
            "rad 1, kolumn 9: detta är inte TOML: ett felskrivet datum, väntat en dag från 01 till 28",
        ),
        (
            "name = \"a\" open\n",
            "line 1, column 12: this is not TOML: unexpected key or value, expected newline, `#`",
            "rivi 1, sarake 12: tämä ei ole TOML-kieltä: avain tai arvo, joka ei kuulu tähän, odotettu jokin näistä: \
             rivinvaihto, `#`",
            "rad 1, kolumn 12: detta är inte TOML: en nyckel eller ett värde som inte hör hit, väntat något av \
             radbrytning, `#`",
        ),
    ] {
        assert_eq!(told(Form::Toml, text), [en, fi, sv], "{text}");
    }
}

/// A key with dots makes tables, and goes through nothing that is none.
#[test]
fn a_key_with_dots_that_goes_through_another_value_is_told_in_three_languages() {
    for (value, en, fi, sv) in [
        ("\"a\"", "string", "teksti", "en text"),
        ("7", "integer", "luku", "ett tal"),
        ("1.5", "float", "desimaaliluku", "ett decimaltal"),
        ("true", "boolean", "true tai false", "true eller false"),
        (
            "2025-09-01",
            "datetime",
            "päivä tai kellonaika",
            "ett datum eller klockslag",
        ),
        ("[1]", "array", "luettelo", "en lista"),
        (
            "{ a = 1 }",
            "inline table",
            "taulu aaltosulkeissa",
            "en tabell inom klammerparenteser",
        ),
    ] {
        let text = format!("a = {value}\na.b = 1\n");
        assert_eq!(
            told(Form::Toml, &text),
            [
                format!(
                    "line 2, column 1: this is not TOML: cannot extend value of type {en} with a dotted key"
                ),
                format!(
                    "rivi 2, sarake 1: tämä ei ole TOML-kieltä: pisteellinen avain jatkuu paikkaan, jossa on jo {fi}"
                ),
                format!(
                    "rad 2, kolumn 1: detta är inte TOML: en nyckel med punkter går vidare där det redan står {sv}"
                ),
            ]
        );
    }
}

/// In the words of POSIX systems, with the number behind them that Rust adds, and in those of Rust's own.
#[test]
fn what_an_operating_system_says_is_told_in_three_languages() {
    for (words, fi, sv) in [
        (
            "No such file or directory (os error 2)",
            "tiedostoa tai kansiota ei ole",
            "filen eller mappen finns inte",
        ),
        (
            "Is a directory (os error 21)",
            "se on kansio",
            "det är en mapp",
        ),
        (
            "stream did not contain valid UTF-8",
            "teksti ei ole UTF-8-tekstiä",
            "texten är inte UTF-8-text",
        ),
        (
            "Owner died (os error 130)",
            "sanottu englanniksi: `Owner died`",
            "sagt på engelska: `Owner died`",
        ),
    ] {
        let said = |language| system_words(words, language);
        assert_eq!(Language::ALL.map(said), [words, fi, sv]);
    }
    assert_eq!(
        Language::ALL.map(|language| system_words("a\n\u{7}b", language)),
        [
            "a \\u{7}b",
            "sanottu englanniksi: `a \\u{7}b`",
            "sagt på engelska: `a \\u{7}b`",
        ]
    );
}

/// What serde says where a value is not of the type that is read, in the words of its documentation.
#[test]
fn what_is_json_and_not_what_is_read_is_told_in_three_languages() {
    for (words, fi, sv) in [
        (
            "missing field `kind` at line 1 column 12",
            "avain `kind` puuttuu: rivi 1, sarake 12",
            "nyckeln `kind` saknas: rad 1, kolumn 12",
        ),
        (
            "duplicate field `kind`",
            "`kind` on annettu kahdesti",
            "`kind` har angetts två gånger",
        ),
        (
            "unknown field `knd`, expected one of `id`, `kind`, `input` at line 1 column 6",
            "tuntematon avain `knd`; odotettu jokin näistä: `id`, `kind`, `input`: rivi 1, sarake 6",
            "okänd nyckel `knd`; väntat något av `id`, `kind`, `input`: rad 1, kolumn 6",
        ),
        (
            "unknown field `knd`, expected `id` or `kind`",
            "tuntematon avain `knd`; odotettu jokin näistä: `id`, `kind`",
            "okänd nyckel `knd`; väntat något av `id`, `kind`",
        ),
        (
            "unknown field `knd`, expected `id`",
            "tuntematon avain `knd`; odotettu `id`",
            "okänd nyckel `knd`; väntat `id`",
        ),
        (
            "unknown field `knd`, there are no fields",
            "tuntematon avain `knd`",
            "okänd nyckel `knd`",
        ),
        (
            "unknown variant `deni`, expected one of `permit`, `deny`",
            "tuntematon sana `deni`; odotettu jokin näistä: `permit`, `deny`",
            "okänt ord `deni`; väntat något av `permit`, `deny`",
        ),
        (
            "invalid type: integer `1`, expected a string",
            "väärä tyyppi: kokonaisluku `1`, odotettu teksti",
            "fel typ: heltalet `1`, väntat en text",
        ),
        (
            "invalid type: string \"a, expected b\", expected a boolean",
            "väärä tyyppi: teksti \"a, expected b\", odotettu true tai false",
            "fel typ: texten \"a, expected b\", väntat true eller false",
        ),
        (
            "invalid type: sequence, expected struct Row at line 2 column 4",
            "väärä tyyppi: luettelo, odotettu taulu: rivi 2, sarake 4",
            "fel typ: en lista, väntat en tabell: rad 2, kolumn 4",
        ),
        (
            "invalid value: integer `300`, expected u8",
            "väärä arvo: kokonaisluku `300`, odotettu kokonaisluku 0–255",
            "fel värde: heltalet `300`, väntat ett heltal från 0 till 255",
        ),
        (
            "invalid length 2, expected struct Row with 7 elements",
            "väärä pituus: 2, odotettu taulu",
            "fel längd: 2, väntat en tabell",
        ),
    ] {
        let said = |language| reader_words(Form::Json, words, language);
        assert_eq!(Language::ALL.map(said), [words, fi, sv]);
    }
    // Each line of JSON Lines is read by itself.
    let said = |language| {
        reader_words(
            Form::JsonLines,
            "expected value at line 1 column 5",
            language,
        )
    };
    assert_eq!(said(Language::Fi), "odotettu arvo: sarake 5");
    assert_eq!(said(Language::Sv), "väntat ett värde: kolumn 5");
}

#[test]
fn what_is_not_known_is_told_as_what_was_said_in_english() {
    for form in [Form::Toml, Form::Json] {
        let said = |language| reader_words(form, "too much\nof \u{1b}[1m it", language);
        assert_eq!(
            Language::ALL.map(said),
            [
                "too much of \\u{1b}[1m it",
                "sanottu englanniksi: `too much of \\u{1b}[1m it`",
                "sagt på engelska: `too much of \\u{1b}[1m it`",
            ]
        );
    }
    // Of what was expected, marks are told as they are, and nothing else that is not known.
    let told = |words: &str| reader_words(Form::Toml, words, Language::Fi);
    for unknown in [
        "expected a `mark`",
        "expected `mark",
        "expected mark`",
        "expected ``",
    ] {
        let words = format!("invalid key, {unknown}");
        assert_eq!(told(&words), format!("sanottu englanniksi: `{words}`"));
    }
}

/// A good text with one thing taken out, put in or replaced, at every place.
fn broken(good: &str, with: &str) -> Vec<String> {
    let places = good.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
    let mut all = Vec::new();
    for (at, end) in places {
        let (before, after) = (&good[..at], &good[end..]);
        all.extend([before.to_owned(), format!("{before}{after}")]);
        for c in with.chars() {
            all.push(format!("{before}{c}{}", &good[at..]));
            all.push(format!("{before}{c}{after}"));
        }
    }
    all
}

/// Words that Finnish or Swedish has too, or that the files write.
const SHARED: [&str; 8] = [
    "true", "false", "null", "unicode", "mm", "dd", "ss", "exponent",
];

/// The words of a sentence that stand in no quotation.
fn words(sentence: &str) -> BTreeSet<String> {
    let mut outside = String::new();
    for (at, part) in sentence.split('`').enumerate() {
        outside += if at % 2 == 0 { part } else { " " };
    }
    let words = outside.split(|c: char| !c.is_alphabetic());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Every message of the readers for these texts is known, and none of its words is left in the other languages.
fn no_english(form: Form, texts: &[String]) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for text in texts {
        let faults = match document(form, text) {
            Ok(document) => {
                let of = |fault| Problem::of_form(fault, form, |_| 1);
                document.faults.iter().map(of).collect()
            }
            Err(faults) => vec![faults[0].kind.clone()],
        };
        for fault in &faults {
            let Problem::Syntax { words: said, .. } = fault else {
                continue;
            };
            if !kinds.insert(said.clone()) {
                continue;
            }
            let english = words(said);
            for language in [Language::Fi, Language::Sv] {
                let told = fault.message(language);
                for word in words(&told) {
                    let is_left = english.contains(&word) && !SHARED.contains(&&*word);
                    assert!(!is_left, "{said}: {told}: {text:?}");
                }
                for unknown in ["englanniksi", "engelska"] {
                    assert!(!told.contains(unknown), "{said}: {told}: {text:?}");
                }
            }
        }
    }
    kinds
}

#[test]
fn no_word_of_the_readers_is_left_in_finnish_and_swedish() {
    let good = "a = \"x\\n\\u00e4\" # c\r\nb.c = 'y'\nd = [1, 2.5e3, +0x1f, 0o7, 0b1, inf, true]\ne = { f = 1, g = \"\"\"z\"\"\" }\n\
                [h]\ni = 2025-02-03T04:05:06.7+08:09\nj = '''k'''\n[[l]]\n\"m\" = 1_000\nn = 04:05:06\n";
    let kinds = no_english(
        Form::Toml,
        &broken(good, "=,[]{}\"'#._+-09xXoTZ:\\\n\r\u{1}é "),
    );
    assert!(kinds.len() > 60, "{kinds:#?}");
    let good =
        r#"{"a": ["x\né", "\ud83d\ude00", 1.5e-3, -1, true, false, null, {}], "b": {"c": []}}"#;
    let kinds = no_english(Form::Json, &broken(good, "=,[]{}\"'#.-09eu:\\\n\u{1}é x"));
    assert!(kinds.len() > 15, "{kinds:#?}");
}

#[test]
fn what_lies_too_deep_for_the_readers_has_no_english_either() {
    let deep = |open: &str, close: &str| open.repeat(200) + &close.repeat(200);
    let texts = [deep("[", "]"), deep("{\"a\":", "}")];
    no_english(Form::Json, &texts);
    let texts = [deep("[", "]"), deep("{a=", "}")].map(|it| format!("a = {it}\n"));
    no_english(Form::Toml, &texts);
}
