//! How near misses are told.

use kanta_oid::{Hint, diagnose};

use super::check;
use super::ends::{WITH_UNIT, WITHOUT_UNIT};

#[test]
fn what_is_found_is_shown_safely_and_in_short() {
    check(
        "\u{1b}[31m1.2",
        "root: character that is neither a digit nor a dot (arc 1, character 1), found `\\u{1b}`",
        &[],
        None,
    );
    check(
        "'1.2",
        "root: character that is neither a digit nor a dot (arc 1, character 1), found `'`",
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
