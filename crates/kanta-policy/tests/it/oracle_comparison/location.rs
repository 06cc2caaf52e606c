//! Where a point lies and who approved it: every country, every approval, every edition's day and both its neighbours.

use kanta_conformance::Country;
use kanta_policy::plan::{AccessPoint, Approval, Claim, ConsolidationPoint};
use kanta_policy::{ConnectionPlan, evaluate};

use super::compare::{Comparison, Difference, Found, date, days_of_editions};

const ROWS: [&str; 5] = [
    "access-point-outside-finland",
    "access-point-outside-eu",
    "access-point-abroad-not-approved",
    "consolidation-point-abroad-not-approved",
    "consolidation-point-outside-eu",
];

const APPROVALS: [&str; 7] = [
    "given",
    "given-later-than-the-day",
    "given-by-another",
    "given-by-nobody-named",
    "undated",
    "denied",
    "unknown",
];

/// Both take a ruling: the oracle calls it silence that the guide does not treat such territories, the engine calls it two
/// readings of its words "Finland" and "EU area".
const TWO_READINGS: &str = "two readings of the guide's words, not silence";

const DIFFERENCES: &[Difference] = &[
    Difference {
        row: "access-point-outside-eu",
        when: &[("country", &["special-territory"])],
        oracle: "undetermined:silent",
        engine: "undetermined:ambiguous",
        because: TWO_READINGS,
    },
    Difference {
        row: "consolidation-point-outside-eu",
        when: &[("country", &["special-territory"])],
        oracle: "undetermined:silent",
        engine: "undetermined:ambiguous",
        because: TWO_READINGS,
    },
];

/// The oracle's class of a country, from a list of its own.
fn class(code: &str) -> &'static str {
    const EU: &str =
        "AT BE BG CY CZ DE DK EE ES FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
    const TERRITORIES: &str = "AW BL BQ CW FO GF GL GP MF MQ NC PF PM RE SX TF WF YT";
    let among = |list: &str| list.split(' ').any(|listed| listed == code);
    match code {
        "FI" => "finland",
        "AX" => "aland",
        "IS" | "LI" | "NO" => "eea-not-eu",
        "" => "unknown",
        _ if among(EU) => "eu",
        _ if among(TERRITORIES) => "special-territory",
        _ => "third",
    }
}

fn approval(word: &str, day: &str) -> Option<Claim<Approval>> {
    let by = |by: &str, day| {
        let mut approval = Approval::default();
        approval.on = day;
        approval.by = (!by.is_empty()).then(|| by.to_owned());
        Some(Claim::Stated(approval))
    };
    const KANTA: &str = "Kanta-palvelut";
    match word {
        "given" => by(KANTA, Some(date(day))),
        "given-later-than-the-day" => by(KANTA, Some(date(day).plus_days(1))),
        "given-by-another" => by("Operaattori A", Some(date(day))),
        "given-by-nobody-named" => by("", Some(date(day))),
        "undated" => by(KANTA, None),
        "denied" => Some(Claim::Denied),
        _ => None,
    }
}

/// One plan with an access point and a consolidation point for each country and approval, put to both on each day.
fn compare(codes: &[&str], days: &[String], comparison: &mut Comparison) {
    for day in days {
        let mut plan = ConnectionPlan::default();
        for code in codes {
            for word in APPROVALS {
                let id = format!("{code}-{word}");
                let country: Option<Country> = code.parse().ok();
                let mut point = AccessPoint::default();
                point.id = id.clone();
                point.country = country;
                point.approval = approval(word, day);
                plan.access_points.push(point);
                let mut point = ConsolidationPoint::default();
                point.id = id;
                point.country = country;
                point.approval = approval(word, day);
                plan.consolidation_points.push(point);
            }
        }
        let assessment = evaluate(&plan, date(day));
        let found = Found::of(&assessment);
        for code in codes {
            for word in APPROVALS {
                for (kind, table) in [
                    ("access-point", "access_point"),
                    ("consolidation-point", "consolidation_point"),
                ] {
                    let subject = format!("{table}.{code}-{word}");
                    for row in ROWS {
                        let question = [
                            ("kind", kind),
                            ("country", class(code)),
                            ("approval", word),
                            ("day", day.as_str()),
                        ];
                        let outcome = found.outcome(row, &subject);
                        // A row about the other kind of point has no finding here.
                        if row.starts_with(kind) {
                            comparison.put(row, &question, outcome);
                        } else {
                            assert_eq!(outcome, None, "{row} {subject}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_class_of_country_and_every_approval_on_every_editions_day() {
    let days = days_of_editions();
    let mut comparison = Comparison::new(DIFFERENCES);
    compare(
        &["FI", "SE", "NO", "AX", "GL", "US", ""],
        &days,
        &mut comparison,
    );
    assert_eq!(days.len(), 69);
    comparison.finish(7 * APPROVALS.len() * 69 * 5);
}

#[test]
fn every_country_of_the_world_on_both_sides_of_the_two_dates() {
    let codes: Vec<String> = Country::all().map(|country| country.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let days = ["2021-02-15", "2021-02-16", "2025-08-31", "2025-09-01"].map(str::to_owned);
    let mut comparison = Comparison::new(DIFFERENCES);
    compare(&codes, &days, &mut comparison);
    comparison.finish(249 * APPROVALS.len() * 4 * 5);
}
