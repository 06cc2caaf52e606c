//! Diagnosis: each hint, in each form, at each place where it can occur.

use crate::common::{SAMPLES, Sample};
use kanta_oid::{AccessPointOid, Form, Hint, diagnose};

/// Checks the whole diagnosis of a text: its message, its hints and what is suggested.
#[track_caller]
fn check(text: &str, message: &str, hints: &[&str], suggestion: Option<&str>) {
    let diagnosis = diagnose(text).expect_err(text);
    assert_eq!(diagnosis.to_string(), message, "{text:?}");
    let told: Vec<String> = diagnosis.hints().map(|hint| hint.to_string()).collect();
    assert_eq!(told, hints, "{text:?}");
    let meant = diagnosis.suggestion().map(|oid| oid.to_string());
    assert_eq!(meant.as_deref(), suggestion, "{text:?}");
    assert_eq!(Err(diagnosis.error()), AccessPointOid::parse(text));
    assert_eq!(diagnosis.found(), &text[diagnosis.span()]);
}

fn sote() -> impl Iterator<Item = &'static Sample> {
    SAMPLES.iter().filter(|sample| sample.form.has_unit())
}

#[test]
fn a_urn_prefix() {
    for sample in &SAMPLES {
        for prefix in ["urn:oid:", "URN:OID:"] {
            check(
                &format!("{prefix}{}", sample.text),
                "`urn:oid:` stands before the OID",
                &["leave out `urn:oid:`"],
                Some(sample.text),
            );
        }
    }
}

#[test]
fn blanks_around() {
    for sample in &SAMPLES {
        for (blank, shown) in [(" ", " "), ("\t", "\\t"), ("\u{a0}", "\\u{a0}")] {
            let hints = ["leave out the blanks around the OID"];
            check(
                &format!("{blank}{}", sample.text),
                &format!("root: blank (arc 1, character 1), found `{shown}`"),
                &hints,
                Some(sample.text),
            );
            let message = sample.message(sample.arcs().len() - 1, sample.text.len(), "blank");
            check(
                &format!("{}{blank}", sample.text),
                &format!("{message}, found `{shown}`"),
                &hints,
                Some(sample.text),
            );
        }
    }
}

#[test]
fn a_blank_beside_a_dot() {
    for sample in &SAMPLES {
        for arc in 1..sample.arcs().len() {
            let hint = |at: usize| {
                format!(
                    "leave out the blank at character {} (where the guide prints one after `10.`, \
                     that is typesetting)",
                    at + 1
                )
            };
            let offset = sample.offset(arc);
            check(
                &sample.with_arc(arc, &format!(" {}", sample.arcs()[arc])),
                &format!("{}, found ` `", sample.message(arc, offset, "blank")),
                &[&hint(offset)],
                Some(sample.text),
            );
            let offset = offset - 1;
            check(
                &sample.with_arc(arc - 1, &format!("{} ", sample.arcs()[arc - 1])),
                &format!("{}, found ` `", sample.message(arc - 1, offset, "blank")),
                &[&hint(offset)],
                Some(sample.text),
            );
        }
    }
}

#[test]
fn a_blank_between_digits_may_mean_anything() {
    check(
        "1.2.246.10.1234 5671.10.1.13.2",
        "organisation code: blank (arc 5, character 16), found ` `",
        &[],
        None,
    );
}

#[test]
fn another_character_in_place_of_a_dot() {
    for sample in &SAMPLES {
        for found in [
            ',', '·', '•', '․', '‧', '∙', '⋅', '。', '﹒', '，', '．', '｡',
        ] {
            for arc in 1..sample.arcs().len() {
                let at = sample.offset(arc) - 1;
                let text = format!("{}{found}{}", &sample.text[..at], &sample.text[at + 1..]);
                let message = sample.message(arc - 1, at, "another character in place of the dot");
                check(
                    &text,
                    &format!("{message}, found `{found}`"),
                    &[&format!(
                        "write a dot in place of `{found}` at character {}",
                        at + 1
                    )],
                    Some(sample.text),
                );
            }
        }
    }
}

#[test]
fn a_digit_of_another_script() {
    for sample in &SAMPLES {
        for zero in ['０', '٠', '۰'] {
            for (at, digit) in sample
                .text
                .char_indices()
                .filter(|(_, c)| c.is_ascii_digit())
            {
                let value = digit.to_digit(10).unwrap();
                let found = char::from_u32(zero as u32 + value).unwrap();
                let text = format!("{}{found}{}", &sample.text[..at], &sample.text[at + 1..]);
                let arc = sample.text[..at].matches('.').count();
                let message = sample.message(arc, at, "digit of another script");
                check(
                    &text,
                    &format!("{message}, found `{found}`"),
                    &[&format!(
                        "write `{value}` in place of `{found}` at character {}",
                        at + 1
                    )],
                    Some(sample.text),
                );
            }
        }
    }
}

#[test]
fn every_character_can_be_full_width() {
    for sample in &SAMPLES {
        let wide = |c: char| match c {
            '.' => '．',
            digit => char::from_u32('０' as u32 + digit.to_digit(10).unwrap()).unwrap(),
        };
        check(
            &sample.text.chars().map(wide).collect::<String>(),
            "root: digit of another script (arc 1, character 1), found `１`",
            &[
                "write a dot in place of `．` at character 2",
                "write `1` in place of `１` at character 1",
            ],
            Some(sample.text),
        );
    }
}

#[test]
fn a_business_id_with_its_hyphen() {
    for sample in sote() {
        let arc = sample.varying()[0];
        let (offset, meant) = (sample.offset(arc), sample.with_arc(arc, "12345671"));
        for hyphen in ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'] {
            let message = sample.message(arc, offset + 7, "sign or hyphen");
            check(
                &sample.with_arc(arc, &format!("1234567{hyphen}1")),
                &format!("{message}, found `{hyphen}`"),
                &["write the business ID without its hyphen: `12345671`"],
                Some(&meant),
            );
        }
        check(
            &sample.with_arc(arc, "0204819-8"),
            &format!(
                "{}, found `0204819`",
                sample.message(arc, offset, "leading zero")
            ),
            &[
                "write the business ID without its hyphen: `2048198`",
                "drop the business ID's leading zero: `2048198`",
            ],
            Some(&sample.with_arc(arc, "2048198")),
        );
        // Seven digits and one, or it is no business ID.
        for other in ["123456-71", "12345671-", "1234567-12", "-2345671"] {
            let text = sample.with_arc(arc, other);
            let count = diagnose(&text).unwrap_err().hints().count();
            assert_eq!(count, 0, "{other}");
        }
    }
    // Only organisations have one.
    check(
        "1.2.246.553.1.1234567-1.13.5",
        "pharmacy code: sign or hyphen (arc 6, character 22), found `-`",
        &[],
        None,
    );
}

#[test]
fn a_business_id_with_its_leading_zero() {
    for sample in sote() {
        let arc = sample.varying()[0];
        let message = sample.message(arc, sample.offset(arc), "leading zero");
        check(
            &sample.with_arc(arc, "02048198"),
            &format!("{message}, found `02048198`"),
            &["drop the business ID's leading zero: `2048198`"],
            Some(&sample.with_arc(arc, "2048198")),
        );
    }
}

#[test]
fn a_leading_zero_in_every_arc() {
    for sample in &SAMPLES {
        for (arc, digits) in sample.arcs().into_iter().enumerate() {
            // With a zero before it the eight-digit organisation code has nine digits, the seven-digit
            // one eight: that is the case above.
            if digits == "2048198" {
                continue;
            }
            let message = sample.message(arc, sample.offset(arc), "leading zero");
            check(
                &sample.with_arc(arc, &format!("0{digits}")),
                &format!("{message}, found `0{digits}`"),
                &[&format!(
                    "{}: write `{digits}` without a leading zero",
                    sample.roles[arc]
                )],
                Some(sample.text),
            );
        }
    }
}

#[test]
fn a_dot_at_the_end() {
    for sample in &SAMPLES {
        let (arc, at) = (sample.arcs().len() + 1, sample.text.len() + 1);
        check(
            &format!("{}.", sample.text),
            &format!("after the end: nothing may follow (arc {arc}, character {at}), found `.`"),
            &["leave out the dot at the end"],
            Some(sample.text),
        );
    }
}

#[test]
fn a_node_beside_13() {
    for sample in &SAMPLES {
        let arc = sample.arcs().len() - 2;
        for node in ["10", "11", "12", "14"] {
            let message = sample.message(arc, sample.offset(arc), "expected `13`");
            check(
                &sample.with_arc(arc, node),
                &format!("{message}, found `{node}`"),
                &[&format!(
                    "access points stand in node `13`, not in `{node}`"
                )],
                Some(sample.text),
            );
        }
        check(
            &sample.with_arc(arc, "15"),
            &format!(
                "{}, found `15`",
                sample.message(arc, sample.offset(arc), "expected `13`")
            ),
            &[],
            None,
        );
    }
}

#[test]
fn the_number_is_missing() {
    let kinds = [
        "service unit",
        "operating unit",
        "self-employed practitioner",
        "pharmacy",
        "Kanta intermediary",
    ];
    for (sample, kind) in SAMPLES.iter().zip(kinds) {
        let (last, owner) = (sample.arcs().len() - 1, sample.owner);
        let full = format!("in full: `{owner}.13.n`, where n is the access-point number");
        check(
            &format!("{owner}.13"),
            &sample.message(last, owner.len() + 3, "missing"),
            &[&full],
            None,
        );
        check(
            &format!("{owner}.13."),
            &sample.message(last, owner.len() + 4, "empty"),
            &[&full],
            None,
        );
        check(
            owner,
            &sample.message(last - 1, owner.len(), "missing"),
            &[&format!("kind of OID: {kind}, not an access point"), &full],
            None,
        );
    }
}

const WITH_UNIT: &str = "`1.2.246.10.xxx.10.y.13.n`, `1.2.246.537.10.xxx.10.y.13.n`";
const WITHOUT_UNIT: &str = "`1.2.246.537.28.xxx.13.n`, `1.2.246.553.1.xxx.13.n`, \
                            `1.2.246.537.6.918.18.xxx.13.n`";

#[test]
fn the_end_of_each_form_under_the_root_of_each_other() {
    for root in &SAMPLES {
        for end in &SAMPLES {
            let end = &end.text[end.form.root().len()..];
            let text = format!("{}{end}", root.form.root());
            let pattern = root.form.pattern();
            match (root.form.has_unit(), end.matches('.').count() == 5) {
                (true, true) | (false, false) => {
                    assert_eq!(AccessPointOid::parse(&text).unwrap().form(), root.form);
                }
                (true, false) => {
                    let at = text.len() - ".13.n".len() + 1;
                    let arc = root.form.root_arcs().len() + 1;
                    check(
                        &text,
                        &format!("{}, found `13`", root.message(arc, at, "expected `10`")),
                        &[&format!(
                            "under this root a unit is needed: `{pattern}`; \
                             forms without a unit: {WITHOUT_UNIT}"
                        )],
                        None,
                    );
                }
                (false, true) => {
                    let at = text.len() - ".10.y.13.n".len() + 1;
                    let arc = root.form.root_arcs().len() + 1;
                    check(
                        &text,
                        &format!("{}, found `10`", root.message(arc, at, "expected `13`")),
                        &[&format!(
                            "under this root there is no unit: `{pattern}`; \
                             forms with a unit: {WITH_UNIT}"
                        )],
                        None,
                    );
                }
            }
        }
    }
}

#[test]
fn a_unit_of_several_arcs() {
    for sample in sote() {
        let arc = sample.arcs().len() - 2;
        for (extra, count) in [("7", 1), ("20.1010", 2), ("14010.2013.947", 3)] {
            let found = extra.split('.').next().unwrap();
            let message = sample.message(arc, sample.offset(arc), "expected `13`");
            check(
                &format!("{}.{extra}.13.1", sample.owner),
                &format!("{message}, found `{found}`"),
                &[&format!(
                    "the unit number is one arc: {count} too many before node `13`"
                )],
                None,
            );
        }
    }
}

#[test]
fn the_root_of_another_register() {
    let roots = [
        (
            "1.2.246.562",
            "root: expected `10`, `537` or `553` (arc 4, character 9), found `562`",
        ),
        (
            "1.2.246.537.26",
            "root: expected `6`, `10` or `28` (arc 5, character 13), found `26`",
        ),
        (
            "1.2.246.537.6.203",
            "root: expected `918` (arc 6, character 15), found `203`",
        ),
        (
            "1.2.246.537.6.918.17",
            "root: expected `18` (arc 7, character 19), found `17`",
        ),
        (
            "1.2.246.554.1",
            "root: expected `10`, `537` or `553` (arc 4, character 9), found `554`",
        ),
        (
            "1.2.752.11",
            "root: expected `246` (arc 3, character 5), found `752`",
        ),
        (
            "2.16.246",
            "root: expected `1` (arc 1, character 1), found `2`",
        ),
    ];
    for (root, message) in roots {
        for (end, patterns) in [(".7.10.1.13.2", WITH_UNIT), (".7.13.2", WITHOUT_UNIT)] {
            check(
                &format!("{root}{end}"),
                message,
                &[&format!("the end fits another root: {patterns}")],
                None,
            );
        }
    }
}

#[test]
fn the_oid_of_something_else() {
    for (text, message, kind) in [
        (
            "1.2.246.10.12345671",
            "unit node: missing (arc 6, character 20)",
            "organisation",
        ),
        (
            "1.2.246.10.12345671.93.2026.855",
            "unit node: expected `10` (arc 6, character 21), found `93`",
            "document",
        ),
        (
            "1.2.246.537.28",
            "practitioner code: missing (arc 6, character 15)",
            "root of a register",
        ),
        (
            "2.5.4.5",
            "root: expected `1` (arc 1, character 1), found `2`",
            "outside the Kanta registers",
        ),
    ] {
        check(
            text,
            message,
            &[&format!("kind of OID: {kind}, not an access point")],
            None,
        );
    }
}

#[test]
fn all_hints_together_lead_to_what_was_meant() {
    check(
        " urn:oid:1.2.246.537. 10.0204819-8,10.０1.14.02. ",
        "root: blank (arc 1, character 1), found ` `",
        &[
            "leave out the blanks around the OID",
            "leave out `urn:oid:`",
            "leave out the blank at character 22 (where the guide prints one after `10.`, that is \
             typesetting)",
            "write a dot in place of `,` at character 35",
            "write `0` in place of `０` at character 39",
            "write the business ID without its hyphen: `2048198`",
            "drop the business ID's leading zero: `2048198`",
            "unit number: write `1` without a leading zero",
            "access-point number: write `2` without a leading zero",
            "leave out the dot at the end",
            "access points stand in node `13`, not in `14`",
        ],
        Some("1.2.246.537.10.2048198.10.1.13.2"),
    );
}

#[test]
fn what_is_found_is_shown_safely_and_in_short() {
    check(
        "\u{1b}[31m1.2",
        "root: character that is neither a digit nor a dot (arc 1, character 1), found `\\u{1b}`",
        &[],
        None,
    );
    check(
        "\u{202e}1.2",
        "root: character that is neither a digit nor a dot (arc 1, character 1), found `\\u{202e}`",
        &[],
        None,
    );
    check(
        &format!("1.2.246.553.1.{}", "9".repeat(100)),
        &format!(
            "pharmacy code: over 18446744073709551615 (arc 6, character 15), found `{}…`",
            "9".repeat(40)
        ),
        &[],
        None,
    );
}

#[test]
fn a_text_over_256_bytes_is_no_near_miss() {
    let blanks = " ".repeat(256 - SAMPLES[0].text.len());
    let text = format!("{blanks}{}", SAMPLES[0].text);
    assert_eq!(diagnose(&text).unwrap_err().hints().count(), 1);
    assert_eq!(
        diagnose(&format!(" {text}")).unwrap_err().hints().count(),
        0
    );
}

#[test]
fn every_hint_is_told_in_three_languages() {
    let long = "1.2.246.10.xxx.10.y.13.n";
    let cases: [(&str, usize, [&str; 3]); 15] = [
        (
            "urn:oid:1.2.246.553.1.1.13.1",
            0,
            [
                "leave out `urn:oid:`",
                "jätä `urn:oid:` pois",
                "utelämna `urn:oid:`",
            ],
        ),
        (
            " 1.2.246.553.1.1.13.1",
            0,
            [
                "leave out the blanks around the OID",
                "poista välilyönnit OID-tunnuksen ympäriltä",
                "ta bort blankstegen kring OID-koden",
            ],
        ),
        (
            "1. 2.246.553.1.1.13.1",
            0,
            [
                "leave out the blank at character 3 (where the guide prints one after `10.`, that is typesetting)",
                "poista välilyönti merkin 3 kohdalta (oppaassa solmun `10.` jälkeen oleva väli on ladontaa)",
                "ta bort blanksteget vid tecken 3 (mellanrummet efter `10.` i anvisningen är sättning)",
            ],
        ),
        (
            "1·2.246.553.1.1.13.1",
            0,
            [
                "write a dot in place of `·` at character 2",
                "kirjoita piste merkin `·` tilalle (merkki 2)",
                "skriv en punkt i stället för `·` vid tecken 2",
            ],
        ),
        (
            "１.2.246.553.1.1.13.1",
            0,
            [
                "write `1` in place of `１` at character 1",
                "kirjoita `1` merkin `１` tilalle (merkki 1)",
                "skriv `1` i stället för `１` vid tecken 1",
            ],
        ),
        (
            "1.2.246.10.0204819-8.10.1.13.1",
            0,
            [
                "write the business ID without its hyphen: `2048198`",
                "kirjoita Y-tunnus ilman yhdysmerkkiä: `2048198`",
                "skriv FO-numret utan bindestreck: `2048198`",
            ],
        ),
        (
            "1.2.246.10.0204819-8.10.1.13.1",
            1,
            [
                "drop the business ID's leading zero: `2048198`",
                "jätä Y-tunnuksen etunolla pois: `2048198`",
                "utelämna FO-numrets inledande nolla: `2048198`",
            ],
        ),
        (
            "1.2.246.10.1.10.01.13.1",
            0,
            [
                "unit number: write `1` without a leading zero",
                "yksikkönumero: kirjoita `1` ilman etunollaa",
                "enhetsnummer: skriv `1` utan inledande nolla",
            ],
        ),
        (
            "1.2.246.553.1.1.13.1.",
            0,
            [
                "leave out the dot at the end",
                "poista piste lopusta",
                "ta bort punkten i slutet",
            ],
        ),
        (
            "1.2.246.553.1.1.12.1",
            0,
            [
                "access points stand in node `13`, not in `12`",
                "liityntäpisteet ovat solmussa `13`, eivät solmussa `12`",
                "anslutningspunkter finns i nod `13`, inte i nod `12`",
            ],
        ),
        (
            "1.2.246.553.1.1.13",
            0,
            [
                "in full: `1.2.246.553.1.1.13.n`, where n is the access-point number",
                "kokonaan: `1.2.246.553.1.1.13.n`, jossa n on liityntäpisteen numero",
                "i sin helhet: `1.2.246.553.1.1.13.n`, där n är anslutningspunktens nummer",
            ],
        ),
        (
            "1.2.246.10.7.13.1",
            0,
            [
                &format!(
                    "under this root a unit is needed: `{long}`; forms without a unit: {WITHOUT_UNIT}"
                ),
                &format!(
                    "tämän juuren alla tarvitaan yksikkö: `{long}`; muodot ilman yksikköä: {WITHOUT_UNIT}"
                ),
                &format!(
                    "under denna rot behövs en enhet: `{long}`; former utan enhet: {WITHOUT_UNIT}"
                ),
            ],
        ),
        (
            "1.2.246.553.1.7.10.1.13.1",
            0,
            [
                &format!(
                    "under this root there is no unit: `1.2.246.553.1.xxx.13.n`; forms with a unit: {WITH_UNIT}"
                ),
                &format!(
                    "tämän juuren alla ei ole yksikköä: `1.2.246.553.1.xxx.13.n`; muodot, joissa on yksikkö: {WITH_UNIT}"
                ),
                &format!(
                    "under denna rot finns ingen enhet: `1.2.246.553.1.xxx.13.n`; former med enhet: {WITH_UNIT}"
                ),
            ],
        ),
        (
            "1.2.246.10.7.10.1.5.13.1",
            0,
            [
                "the unit number is one arc: 1 too many before node `13`",
                "yksikkönumero on yksi solmu: 1 liikaa ennen solmua `13`",
                "enhetsnumret är en nod: 1 för mycket före nod `13`",
            ],
        ),
        (
            "1.2.246.553.1",
            0,
            [
                "kind of OID: root of a register, not an access point",
                "tunnuksen laji: rekisterin juuri, ei liityntäpiste",
                "kodens slag: registerrot, inte en anslutningspunkt",
            ],
        ),
    ];
    for (text, index, [en, fi, sv]) in cases {
        let diagnosis = diagnose(text).unwrap_err();
        let hint: Hint = diagnosis.hints().nth(index).unwrap();
        assert_eq!(hint.en().to_string(), en);
        assert_eq!(hint.fi().to_string(), fi);
        assert_eq!(hint.sv().to_string(), sv);
    }
    let root = Hint::UnknownRoot { has_unit: true };
    assert_eq!(
        root.fi().to_string(),
        format!("loppuosa sopii toiseen juureen: {WITH_UNIT}")
    );
    assert_eq!(
        root.sv().to_string(),
        format!("slutet passar en annan rot: {WITH_UNIT}")
    );
    let diagnosis = diagnose("1.2.246.10.7.10.1.14.1").unwrap_err();
    assert_eq!(
        diagnosis.fi().to_string(),
        "liityntäpistesolmu: pitäisi olla `13` (solmu 8, merkki 19), tässä on `14`"
    );
    assert_eq!(
        diagnosis.sv().to_string(),
        "anslutningspunktsnod: ska vara `13` (nod 8, tecken 19), här står `14`"
    );
}

#[test]
fn what_parses_needs_no_diagnosis() {
    for sample in &SAMPLES {
        assert_eq!(diagnose(sample.text).unwrap().form(), sample.form);
    }
    assert_eq!(Form::ALL.len(), SAMPLES.len());
}
