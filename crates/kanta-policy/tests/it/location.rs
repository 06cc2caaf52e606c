//! Where an access point may lie: every class of country × each side of each date × approval.

use crate::harness::{edited, example, outcome};
use kanta_conformance::{Country, Date};

const NE: &str = "not-in-force";
const NA: &str = "not-applicable";
const OK: &str = "satisfied";
const NO: &str = "violated";
const ASK: &str = "undetermined: input-missing";
const AMB: &str = "undetermined: guide-ambiguous";

/// 3.9 (16.2.2021) until 3.17 (1.9.2025): Finland. From 3.17: Finland or the EU, with an approval outside Finland.
const DAYS: [(&str, usize); 6] = [
    ("2021-02-15", 0),
    ("2021-02-16", 1),
    ("2025-08-31", 1),
    ("2025-09-01", 2),
    ("2025-11-03", 2),
    ("2030-01-01", 2),
];

/// Class, a country of it, and what the rows say: of Finland (while that is the rule), of the EU (from 3.17 on), and of
/// the approval (from 3.17 on) when it is given, denied, unsaid.
const CLASSES: [(&str, &str, &str, &str, [&str; 3]); 7] = [
    ("Finland", "\"FI\"", OK, OK, [NA, NA, NA]),
    ("a member state", "\"SE\"", NO, OK, [OK, NO, ASK]),
    ("EEA, not EU", "\"NO\"", NO, NO, [OK, NO, ASK]),
    ("a third country", "\"GB\"", NO, NO, [OK, NO, ASK]),
    (
        "a member state's territory",
        "\"GL\"",
        NO,
        AMB,
        [OK, NO, ASK],
    ),
    ("Åland under its own code", "\"AX\"", OK, OK, [NA, NA, NA]),
    ("unsaid", "", ASK, ASK, [ASK, ASK, ASK]),
];

const APPROVALS: [&str; 3] = [
    "{ by = \"Kanta-palvelut\", on = 2021-01-01, reference = \"1\" }",
    "false",
    "",
];

#[test]
fn every_country_class_on_each_side_of_each_date_with_each_approval() {
    let base = example("clinic-abroad.toml");
    let mut seen = 0;
    for (class, country, finland, eu, approvals) in CLASSES {
        for (approval, expected) in APPROVALS.into_iter().zip(approvals) {
            let text = edited(
                &base,
                &[
                    ("access_point.ap1.country", country),
                    ("access_point.ap1.approval", approval),
                ],
            );
            for (day, era) in DAYS {
                let on: Date = day.parse().unwrap();
                let of = |row| outcome(&text, row, "access_point.ap1", on);
                let what = format!("{class} on {day}, approval {approval}");
                let rows = match era {
                    0 => [NE, NE, NE],
                    1 => [finland, NE, NE],
                    _ => [NE, eu, expected],
                };
                assert_eq!(of("access-point-outside-finland"), rows[0], "{what}");
                assert_eq!(of("access-point-outside-eu"), rows[1], "{what}");
                assert_eq!(of("access-point-abroad-not-approved"), rows[2], "{what}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 7 * 3 * 6);
}

#[test]
fn every_country_of_the_world_has_its_answer() {
    // The 27 member states, written out from the Union's own list of 2020 and not taken from the code.
    let members =
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
    let territories = "GL FO GP MQ GF RE YT MF BL PM NC PF WF TF AW CW SX BQ";
    let base = example("clinic-abroad.toml");
    let on = Date::constant(2025, 12, 1);
    for country in Country::all() {
        let code = country.code();
        let text = edited(
            &base,
            &[("access_point.ap1.country", &format!("\"{code}\""))],
        );
        let expected = if code == "AX" || members.split(' ').any(|member| member == code) {
            OK
        } else if territories.split(' ').any(|territory| territory == code) {
            AMB
        } else {
            NO
        };
        assert_eq!(
            outcome(&text, "access-point-outside-eu", "access_point.ap1", on),
            expected,
            "{code}"
        );
    }
}

#[test]
fn an_approval_counts_from_its_own_day_and_needs_one() {
    let base = example("clinic-abroad.toml");
    let on: Date = "2025-12-01".parse().unwrap();
    for (approval, expected) in [
        ("{ by = \"Kanta-palvelut\", on = 2025-11-30 }", OK),
        ("{ by = \"Kanta-palvelut\", on = 2025-12-01 }", OK),
        ("{ by = \"Kanta-palvelut\", on = 2025-12-02 }", NO),
        ("{ by = \"Kanta-palvelut\" }", ASK),
    ] {
        let text = edited(&base, &[("access_point.ap1.approval", approval)]);
        let row = "access-point-abroad-not-approved";
        assert_eq!(
            outcome(&text, row, "access_point.ap1", on),
            expected,
            "{approval}"
        );
    }
}

/// 3.1.1: a place abroad is approved in Kanta Services, whatever name they are called by.
#[test]
fn nobody_but_kanta_services_approves_a_place_abroad() {
    let base = example("clinic-abroad.toml");
    let day = Date::constant(2025, 12, 1);
    let row = "access-point-abroad-not-approved";
    for (by, expected) in [
        ("\"Kanta-palvelut\"", OK),
        ("\"Kanta-tjänsterna\"", OK),
        ("\"Kanta Services\"", OK),
        ("\"Kela\"", OK),
        ("\"FPA\"", OK),
        ("\"Traficom\"", NO),
        ("\"Kelan tilaaja Oy\"", NO),
        ("", ASK),
    ] {
        let text = edited(&base, &[("access_point.ap1.approval.by", by)]);
        let found = outcome(&text, row, "access_point.ap1", day);
        assert_eq!(found, expected, "{by}");
    }
}

/// The change log of 3.9 names clause 2.3 and the beginning of chapter 5; after 3.13 they are 3.1.1 and 7.
#[test]
fn the_rule_on_finland_is_cited_from_both_of_its_places() {
    let id = "connection-models/access-point-outside-finland";
    let row = kanta_policy::catalogue::find(id).unwrap();
    let clauses: Vec<&str> = row.citations().iter().map(|its| its.clause).collect();
    assert_eq!(clauses, ["2.3", "5", "3.1.1", "7"]);
}
