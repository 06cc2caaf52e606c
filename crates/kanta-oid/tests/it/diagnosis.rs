//! Diagnosis: each hint, in each form, at each place where it can occur.

mod ends;
mod told;

use crate::common::{SAMPLES, Sample};
use kanta_oid::{AccessPointOid, OidForm, diagnose};

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
    assert_eq!(diagnosis.text(), text);
}

#[test]
fn the_span_is_what_is_wrong_and_empty_where_something_is_missing() {
    for (text, span) in [
        ("", 0..0),
        ("1.2.246.10..10.0.13.1", 11..11),
        ("1.2.246", 7..7),
        ("urn:oid:1.2.246.553.1.1234.13.1", 0..8),
        ("1.2.246.553.1.01234.13.1", 14..19),
        ("1.2.246.553.1.1234.14.1", 19..21),
        ("1.2.246.553.1.1234.13.1.7", 23..25),
        ("1.2.246.553.1.12é4.13.1", 16..18),
    ] {
        let diagnosis = diagnose(text).expect_err(text);
        assert_eq!(diagnosis.span(), span, "{text}");
    }
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
fn a_blank_behind_a_urn_prefix_is_one_around_the_oid() {
    let hints = [
        "leave out the blanks around the OID",
        "leave out `urn:oid:`",
    ];
    check(
        "urn:oid: 1.2.246.553.1.1234.13.1",
        "`urn:oid:` stands before the OID",
        &hints,
        Some("1.2.246.553.1.1234.13.1"),
    );
    // What stands inside is counted from the start of the text.
    check(
        " urn:oid: 1.2.246·553.1.1234.13.1",
        "root: blank (arc 1, character 1), found ` `",
        &[
            hints[0],
            hints[1],
            "write a dot in place of `·` at character 18",
        ],
        Some("1.2.246.553.1.1234.13.1"),
    );
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
        for other in [
            "123456-7",
            "12345678-1",
            "123456-71",
            "12345671-",
            "1234567-12",
            "-2345671",
        ] {
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
fn what_goes_on_after_the_number_has_no_arcs_too_many_before_it() {
    check(
        "1.2.246.10.12345671.10.1.13.2.13.5",
        "after the end: nothing may follow (arc 10, character 30), found `.13.5`",
        &[],
        None,
    );
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
fn what_parses_needs_no_diagnosis() {
    for sample in &SAMPLES {
        assert_eq!(diagnose(sample.text).unwrap().form(), sample.form);
    }
    assert_eq!(OidForm::ALL.len(), SAMPLES.len());
}
