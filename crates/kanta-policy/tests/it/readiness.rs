//! What is left before going live: every row done, not done and not known; both sides of each date.

mod calendar;
mod stated;
mod systems;

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{edited, plan, word};
use kanta_conformance::{Certainty, Date, Evidence, Language, Level, Outcome, Verdict, Why};
use kanta_policy::readiness::{checklist, requirements};

const DAY: Date = Date::constant(2025, 12, 1);

/// What the page of 11.7.2019 states for the archive of social welfare alone.
pub(crate) const BY_READING: [&str; 12] = [
    "deployment-requirements/register-data-not-up-to-date",
    "deployment-requirements/self-monitoring-plan-missing",
    "deployment-requirements/test-certificate-missing",
    "deployment-requirements/professional-cards-missing",
    "deployment-requirements/recording-definitions-not-followed",
    "deployment-requirements/requirements-of-kanta-not-implemented",
    "deployment-requirements/security-practices-not-implemented",
    "deployment-requirements/operating-models-not-deployed",
    "deployment-requirements/staff-not-trained",
    "deployment-requirements/production-models-not-agreed",
    "deployment-requirements/supplier-not-at-preparation",
    "deployment-requirements/supplier-gives-no-support",
];

/// A clinic of which everything that a plan can state is stated.
fn stated() -> String {
    edited(
        &crate::bases::clinic(),
        &[
            ("party.security_plan", "2025-02-01"),
            (
                "readiness",
                "{ production_start = 2026-02-02, register_data_checked = 2025-10-20, \
                 assessment_delivered = 2025-10-01, assessor_approved = true, \
                 security_plan_reviewed = 2025-09-30, data_protection_officer = \"N.N.\", logging = true, \
                 strong_identification = true, professional_cards = true, test_certificate = 2025-08-15, \
                 disruption_notices = \"N.N.\" }",
            ),
        ],
    )
}

/// And of which everything else is attested.
fn ready() -> String {
    let mut text = stated();
    for row in requirements().filter(|row| row.evidence() == Evidence::Attested) {
        text.push_str(&format!(
            "\n[[attested]]\nrequirement = \"{}\"\nmet = true\nby = \"N.N.\"\non = 2025-11-01\nground = \"protocol 1\"\n",
            row.id()
        ));
    }
    text
}

/// Outcomes by `requirement @ path`.
fn outcomes(text: &str, on: Date) -> BTreeMap<String, String> {
    let list = checklist(&plan(text).plan, on);
    let findings = &list.assessment().findings;
    let all = findings.iter().map(|f| {
        (
            format!("{} @ {}", f.requirement.id(), f.path.subject()),
            word(&f.outcome),
        )
    });
    let map: BTreeMap<_, _> = all.collect();
    assert_eq!(map.len(), findings.len());
    map
}

fn one(text: &str, row: &str, on: Date) -> String {
    let all = outcomes(text, on);
    let mut found = all
        .iter()
        .filter(|(key, _)| key.starts_with(&format!("{row} @ ")));
    let (_, outcome) = found.next().unwrap_or_else(|| panic!("no {row}"));
    outcome.clone()
}

fn states(text: &str, on: Date) -> BTreeMap<String, &'static str> {
    let file = plan(text);
    let list = checklist(&file.plan, on);
    list.items()
        .map(|item| (item.finding.requirement.id().to_owned(), item.state.code()))
        .collect()
}

#[test]
fn a_clinic_that_has_done_everything_is_ready_and_one_that_has_said_nothing_is_not_known_to_be() {
    let list = checklist(&plan(&ready()).plan, DAY);
    let open: Vec<_> = list.items().filter(|item| !item.state.is_done()).collect();
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(list.verdict(), Verdict::Conforming);
    let steps: Vec<_> = list.items().map(|item| item.step).collect();
    assert!(steps.is_sorted(), "{steps:?}");

    let silent = checklist(&plan("format = 1\n").plan, DAY);
    assert_eq!(silent.verdict(), Verdict::Undetermined);
    assert!(silent.items().all(|item| !item.state.is_done()));
    assert!(silent.items().count() > 15);
}

#[test]
fn what_only_people_can_tell_is_attested_denied_or_open() {
    let base = stated();
    let rows: Vec<_> = requirements()
        .filter(|row| row.evidence() == Evidence::Attested)
        .collect();
    assert_eq!(rows.len(), 9);
    for row in rows {
        assert_eq!(states(&base, DAY)[row.id()], "to-attest", "{}", row.id());
        let with = |met: bool, on: &str| {
            let statement = format!(
                "\n[[attested]]\nrequirement = \"{}\"\nmet = {met}\nby = \"N.N.\"\non = {on}\nground = \"g\"\n",
                row.id()
            );
            states(&format!("{base}{statement}"), DAY)[row.id()]
        };
        assert_eq!(with(true, "2025-12-01"), "attested");
        assert_eq!(
            with(true, "2025-12-02"),
            "to-attest",
            "attested after the day asked about"
        );
        let denied = match BY_READING.contains(&row.id()) {
            true => "open",
            false => "not-done",
        };
        assert_eq!(with(false, "2025-12-01"), denied, "{}", row.id());
    }
}

#[test]
fn the_self_monitoring_plan_gives_way_to_its_successor() {
    let old = "deployment-requirements/self-monitoring-plan-missing";
    let new = "data-security/data-security-plan-missing";
    let text = edited(&ready(), &[("party.security_plan", "false")]);
    let days = [
        (
            Date::constant(2019, 7, 10),
            "undetermined: date-unknown",
            "undetermined: date-unknown",
        ),
        (
            Date::constant(2019, 7, 11),
            "undetermined: guide-ambiguous",
            "undetermined: date-unknown",
        ),
        (
            Date::constant(2019, 7, 12),
            "undetermined: date-unknown",
            "undetermined: date-unknown",
        ),
        (
            Date::constant(2024, 11, 20),
            "undetermined: date-unknown",
            "undetermined: date-unknown",
        ),
        (Date::constant(2024, 11, 21), "not-in-force", "violated"),
        (Date::constant(2026, 1, 1), "not-in-force", "violated"),
    ];
    for (day, before, after) in days {
        assert_eq!(one(&text, old, day), before, "{day}");
        assert_eq!(one(&text, new, day), after, "{day}");
    }
}

#[test]
fn the_authority_that_keeps_the_register_changed_on_the_first_day_of_2026() {
    let row = requirements()
        .find(|row| row.id().ends_with("/system-not-in-register"))
        .unwrap();
    for language in Language::ALL {
        assert!(
            row.statement().get(language).contains("1.1.2026"),
            "{}",
            row.statement().get(language)
        );
        assert!(row.statement().get(language).contains("Valvira"));
    }
    for day in [Date::constant(2025, 12, 31), Date::constant(2026, 1, 1)] {
        assert_eq!(one(&ready(), row.id(), day), "satisfied");
    }
}

#[test]
fn every_row_has_an_id_of_its_own_and_is_told_in_three_languages() {
    let guide: BTreeSet<&str> = kanta_policy::requirements::all()
        .map(|row| row.id())
        .collect();
    let mut ids = BTreeSet::new();
    for row in requirements() {
        assert!(
            ids.insert(row.id()) && !guide.contains(row.id()),
            "{} twice",
            row.id()
        );
        assert_eq!(kanta_policy::catalogue::find(row.id()), Some(row));
        assert_eq!(
            row.id().split('/').next().unwrap(),
            row.citations()[0].document.id
        );
        assert!(row.certainty() == Certainty::Documented || row.level() == Level::Note);
        for text in [row.statement(), row.fault(), row.remedy()]
            .into_iter()
            .chain(row.reading())
        {
            for language in Language::ALL {
                let words = text.get(language);
                assert!(
                    !words.is_empty() && !words.ends_with('.'),
                    "{}: {words}",
                    row.id()
                );
            }
        }
    }
    assert!(ids.len() > 25);
}

#[test]
fn the_verdict_of_the_guide_does_not_change() {
    let guide = |text: &str| kanta_policy::evaluate(&plan(text).plan, DAY).verdict();
    assert_eq!(guide(&crate::bases::clinic()), Verdict::Conforming);
    let unready = edited(&ready(), &[("readiness.logging", "false")]);
    assert_eq!(guide(&unready), Verdict::Conforming);
    assert_eq!(
        checklist(&plan(&unready).plan, DAY).verdict(),
        Verdict::NonConforming
    );
}

#[test]
fn filling_in_a_fact_keeps_what_was_known() {
    let social = edited(
        &ready(),
        &[
            ("party.health_care", "false"),
            ("party.sector", "\"public\""),
        ],
    );
    for base in [ready(), social] {
        let full = outcomes(&base, DAY);
        for fact in crate::harness::facts(&base) {
            let less = outcomes(&edited(&base, &[(&fact, "")]), DAY);
            let denied = edited(&base, &[(&fact, "false")]);
            let denied = crate::harness::read(&denied)
                .is_ok()
                .then(|| outcomes(&denied, DAY));
            for more in denied.iter().chain([&full]) {
                for (key, outcome) in &less {
                    if !outcome.starts_with("undetermined") {
                        let filled = more.get(key).map_or("-", String::as_str);
                        assert_eq!(filled, outcome, "{key}: known without {fact}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_page_on_the_archive_of_social_welfare_binds_others_by_a_reading() {
    let mut denied = edited(
        &stated(),
        &[
            ("party.security_plan", "false"),
            ("readiness.register_data_checked", "false"),
            ("readiness.test_certificate", "false"),
            ("readiness.professional_cards", "false"),
        ],
    );
    for row in requirements().filter(|row| row.evidence() == Evidence::Attested) {
        denied.push_str(&format!(
            "\n[[attested]]\nrequirement = \"{}\"\nmet = false\nby = \"N.N.\"\non = 2019-07-01\nground = \"g\"\n",
            row.id()
        ));
    }
    let welfare = edited(&denied, &[("use[0].service", "\"social-welfare\"")]);
    for row in BY_READING {
        // The plan for self-monitoring is known of the page's own day alone.
        let day = match row.ends_with("self-monitoring-plan-missing") {
            true => Date::constant(2019, 7, 11),
            false => DAY,
        };
        assert_eq!(one(&welfare, row, day), "violated", "{row}");
        let file = plan(&denied);
        let list = checklist(&file.plan, day);
        let mut items = list.items();
        let item = items
            .find(|its| its.finding.requirement.id() == row)
            .unwrap();
        let Outcome::Undetermined(Why::ByReading(by)) = &item.finding.outcome else {
            panic!("{row}: {:?}", item.finding.outcome);
        };
        let reading = by.reading.get(Language::En);
        assert!(reading.contains("client data archive"), "{row}: {reading}");
        assert_eq!(item.state.code(), "open");
        let ruled = format!(
            "{denied}\n[[ruling]]\nrequirement = \"{row}\"\nmet = false\nby = \"Kanta-palvelut\"\non = 2019-07-11\nreference = \"1\"\n"
        );
        assert_eq!(one(&ruled, row, day), "violated", "{row}");
        let before = Date::constant(2019, 7, 10);
        for text in [&denied, &welfare] {
            assert_eq!(one(text, row, before), "undetermined: date-unknown");
        }
    }
}

#[test]
fn what_the_guide_states_for_all_binds_all_from_its_edition_on() {
    let (server, signature) = (
        "deployment-requirements/server-certificate-not-installed",
        "deployment-requirements/signature-certificate-missing",
    );
    let steps = "deployment-requirements/administrative-steps-not-done";
    let text = edited(
        &ready(),
        &[
            ("access_point.ap1.certificate", "false"),
            ("signature_certificate", "false"),
            ("party.joining.applied", "false"),
        ],
    );
    let open = "undetermined: guide-ambiguous";
    for (row, before, since) in [
        (
            server,
            Date::constant(2025, 8, 31),
            Date::constant(2025, 9, 1),
        ),
        (
            steps,
            Date::constant(2025, 8, 31),
            Date::constant(2025, 9, 1),
        ),
        (
            signature,
            Date::constant(2019, 12, 8),
            Date::constant(2019, 12, 9),
        ),
    ] {
        assert_eq!(one(&text, row, before), open, "{row}");
        assert_eq!(one(&text, row, since), "violated", "{row}");
    }
    // The page itself speaks of all systems.
    let system = "deployment-requirements/system-not-in-register";
    let denied = edited(&ready(), &[("system.emr.in_register", "false")]);
    assert_eq!(
        one(&denied, system, Date::constant(2019, 7, 11)),
        "violated"
    );
    let before = one(&denied, system, Date::constant(2019, 7, 10));
    assert_eq!(before, "undetermined: date-unknown");
}
