//! What is left before going live: every row done, not done and not known; both sides of each date.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{edited, plan, word};
use kanta_conformance::{Certainty, Date, Evidence, Language, Level, Outcome, Verdict, Why};
use kanta_policy::readiness::{LeadTime, calendar, checklist, requirements};

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
fn every_row_that_a_plan_states_is_violated_by_denying_it_and_open_without_it() {
    // The row, the field, and what denies it.
    let cases = [
        (
            "deployment-requirements/register-data-not-up-to-date",
            "readiness.register_data_checked",
            "false",
        ),
        (
            "data-security/assessment-missing-or-out-of-date",
            "system.emr.assessed_until",
            "2025-11-30",
        ),
        (
            "deployment-requirements/joint-testing-not-passed-before-production",
            "system.emr.joint_tested",
            "false",
        ),
        (
            "deployment-requirements/system-not-in-register",
            "system.emr.in_register",
            "false",
        ),
        (
            "data-security/assessment-not-given-to-kela",
            "readiness.assessment_delivered",
            "false",
        ),
        (
            "data-security/assessment-body-not-approved",
            "readiness.assessor_approved",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.applied",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.commitment",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.terms_of_supply",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.declared",
            "false",
        ),
        (
            "deployment-requirements/administrative-steps-not-done",
            "party.joining.approved",
            "2025-12-02",
        ),
        (
            "data-security/data-security-plan-missing",
            "party.security_plan",
            "false",
        ),
        (
            "data-security/data-security-plan-not-kept-up-to-date",
            "readiness.security_plan_reviewed",
            "false",
        ),
        (
            "data-security/data-protection-officer-missing",
            "readiness.data_protection_officer",
            "false",
        ),
        (
            "data-security/processing-not-logged",
            "readiness.logging",
            "false",
        ),
        (
            "data-security/professionals-not-strongly-identified",
            "readiness.strong_identification",
            "false",
        ),
        (
            "deployment-requirements/test-certificate-missing",
            "readiness.test_certificate",
            "false",
        ),
        (
            "deployment-requirements/server-certificate-not-installed",
            "access_point.ap1.certificate",
            "false",
        ),
        (
            "deployment-requirements/signature-certificate-missing",
            "signature_certificate",
            "false",
        ),
        (
            "deployment-requirements/professional-cards-missing",
            "readiness.professional_cards",
            "false",
        ),
        (
            "availability/nobody-named-for-disruption-notices",
            "readiness.disruption_notices",
            "false",
        ),
    ];
    let base = ready();
    let before = outcomes(&base, DAY);
    for (row, field, denied) in cases {
        assert_eq!(one(&base, row, DAY), "satisfied", "{row}");
        let broken = match BY_READING.contains(&row) {
            true => "undetermined: guide-ambiguous",
            false => "violated",
        };
        for (value, expected) in [(denied, broken), ("", "undetermined: input-missing")] {
            let after = outcomes(&edited(&base, &[(field, value)]), DAY);
            let changed: Vec<_> = after
                .iter()
                .filter(|(key, word)| before.get(*key) != Some(word))
                .map(|(key, word)| (key.split(" @ ").next().unwrap(), word.as_str()))
                .filter(|(key, _)| !key.starts_with("certification-renewal/"))
                .collect();
            assert_eq!(changed, [(row, expected)], "{field} = {value:?}");
        }
    }
    let covered: BTreeSet<&str> = cases.iter().map(|(row, ..)| *row).collect();
    // These have a test of their own, as they speak about social welfare, past days or a length.
    let elsewhere = [
        "certification-renewal/assessment-longer-than-three-years",
        "deployment-requirements/licence-not-up-to-date",
        "deployment-requirements/public-provider-not-in-sote-register",
        "deployment-requirements/self-monitoring-plan-missing",
    ];
    let rest: Vec<&str> = requirements()
        .filter(|row| row.evidence() != Evidence::Attested)
        .map(|row| row.id())
        .filter(|id| !covered.contains(id) && !elsewhere.contains(id))
        .collect();
    assert!(rest.is_empty(), "not tested: {rest:?}");
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
fn an_assessment_holds_on_its_last_day_and_lasts_three_years_at_most() {
    let base = ready();
    let until = |day: &str| edited(&base, &[("system.emr.assessed_until", day)]);
    let row = "data-security/assessment-missing-or-out-of-date";
    assert_eq!(states(&until("2025-12-01"), DAY)[row], "done");
    assert_eq!(states(&until("2025-11-30"), DAY)[row], "out-of-date");
    let long = "certification-renewal/assessment-longer-than-three-years";
    assert_eq!(one(&until("2028-12-01"), long, DAY), "satisfied");
    assert_eq!(one(&until("2028-12-02"), long, DAY), "violated");
    // It is worth knowing, and binds nobody.
    assert_eq!(
        checklist(&plan(&until("2028-12-02")).plan, DAY).verdict(),
        Verdict::Conforming
    );
}

#[test]
fn joint_testing_is_passed_before_production_and_not_asked_of_class_a1() {
    let row = "deployment-requirements/joint-testing-not-passed-before-production";
    let base = ready();
    let with = |edits: &[(&str, &str)]| one(&edited(&base, edits), row, DAY);
    let tested = "system.emr.joint_tested";
    let start = "readiness.production_start";
    assert_eq!(
        with(&[(tested, "2025-11-19"), (start, "2025-11-20")]),
        "satisfied"
    );
    assert_eq!(
        with(&[(tested, "2025-11-20"), (start, "2025-11-20")]),
        "violated"
    );
    assert_eq!(
        with(&[(tested, "2025-11-21"), (start, "2025-11-20")]),
        "violated"
    );
    assert_eq!(
        with(&[(tested, "2025-12-02"), (start, "2026-02-02")]),
        "violated",
        "not yet done"
    );
    assert_eq!(with(&[(start, "")]), "undetermined: input-missing");
    for (class, expected) in [
        ("A1", "not-applicable"),
        ("A2", "violated"),
        ("A3", "violated"),
        ("B", "not-applicable"),
    ] {
        let class = format!("\"{class}\"");
        assert_eq!(
            with(&[(tested, "false"), ("system.emr.class", &class)]),
            expected
        );
    }
    assert_eq!(
        with(&[(tested, "false"), ("system.emr.class", "")]),
        "undetermined: input-missing"
    );
}

#[test]
fn social_welfare_public_stands_in_the_sote_register_and_private_has_its_licence() {
    let public_row = "deployment-requirements/public-provider-not-in-sote-register";
    let private_row = "deployment-requirements/licence-not-up-to-date";
    let base = edited(&ready(), &[("party.health_care", "false")]);
    let of = |row, edits: &[(&str, &str)]| one(&edited(&base, edits), row, DAY);
    let public = ("party.sector", "\"public\"");
    assert_eq!(of(public_row, &[public]), "satisfied");
    assert_eq!(
        of(public_row, &[public, ("party.register", "\"valvira\"")]),
        "violated"
    );
    assert_eq!(
        of(public_row, &[public, ("party.registered", "2025-12-02")]),
        "violated"
    );
    assert_eq!(
        of(public_row, &[public, ("party.registered", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(of(public_row, &[]), "not-applicable");
    assert_eq!(of(private_row, &[public]), "not-applicable");
    assert_eq!(of(private_row, &[]), "undetermined: input-missing");
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "2025-12-01")]),
        "satisfied"
    );
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "2025-12-02")]),
        "violated"
    );
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "false")]),
        "violated"
    );
    // A provider of health care is asked where it uses the social welfare repository.
    assert_eq!(one(&ready(), private_row, DAY), "not-applicable");
    let uses = edited(&ready(), &[("use[0].service", "\"social-welfare\"")]);
    assert_eq!(one(&uses, private_row, DAY), "undetermined: input-missing");
    assert_eq!(
        of(private_row, &[("party.sector", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(
        of(private_row, &[("party.kind", "\"pharmacist\"")]),
        "not-applicable"
    );
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
fn the_calendar_counts_back_with_the_lead_times_that_are_stated() {
    let by = Date::constant(2026, 2, 2);
    let base = edited(
        &ready(),
        &[("party.joining.declared", ""), ("link.mpls-a.ready", "")],
    );
    let dates = calendar(&plan(&base).plan, by, DAY);
    let row = |words: &str| {
        dates
            .iter()
            .find(|date| date.what.en.contains(words))
            .unwrap_or_else(|| panic!("no {words}"))
    };
    let notice = row("notice to Kanta");
    assert_eq!(
        (notice.lead, notice.latest),
        (LeadTime::Days(21), Some(Date::constant(2026, 1, 12)))
    );
    assert_eq!((notice.done, notice.late), (Some(false), false));
    let assessor = row("contacts Kela and the assessor");
    assert_eq!(
        (assessor.lead, assessor.latest),
        (LeadTime::Months(6), Some(Date::constant(2026, 11, 30)))
    );
    let tests = row("registers for joint testing");
    assert_eq!(
        (tests.lead, tests.latest),
        (LeadTime::Months(2), Some(Date::constant(2027, 3, 31)))
    );
    let link = row("private link");
    assert!(matches!(link.lead, LeadTime::Words(words) if words.en == "several weeks"));
    assert_eq!(
        link.latest, None,
        "no number is stated, so no day is made up"
    );
    let known = dates.iter().filter_map(|date| date.latest);
    assert!(known.is_sorted());
    assert!(dates.iter().any(|date| date.lead == LeadTime::NotStated));

    // Both sides of the last day.
    let late = |on| {
        let dates = calendar(&plan(&base).plan, by, on);
        dates
            .iter()
            .find(|date| date.what.en.contains("notice to Kanta"))
            .unwrap()
            .late
    };
    assert!(!late(Date::constant(2026, 1, 12)));
    assert!(late(Date::constant(2026, 1, 13)));
}

#[test]
fn a_notice_given_less_than_three_weeks_before_is_done_and_late() {
    let by = Date::constant(2025, 12, 20);
    let notice = |declared: &str| {
        let text = edited(&ready(), &[("party.joining.declared", declared)]);
        let dates = calendar(&plan(&text).plan, by, DAY);
        let notice = dates
            .iter()
            .find(|date| date.what.en.contains("notice to Kanta"));
        notice.map(|date| (date.done, date.late)).unwrap()
    };
    assert_eq!(notice("2025-11-29"), (Some(true), false));
    assert_eq!(notice("2025-11-30"), (Some(true), true));
    assert_eq!(
        notice("2025-12-02"),
        (Some(false), true),
        "not yet done on the day asked about"
    );
}

#[test]
fn a_day_of_going_live_that_has_passed_is_answered_with_what_is_late() {
    let base = edited(
        &ready(),
        &[("party.joining.declared", ""), ("readiness.logging", "")],
    );
    let dates = calendar(&plan(&base).plan, Date::constant(2025, 11, 1), DAY);
    let late: Vec<&str> = dates
        .iter()
        .filter(|date| date.late)
        .map(|date| date.what.en)
        .collect();
    assert_eq!(
        late,
        [
            "notice to Kanta of the systems and access points that are used, where they change",
            "joining as a customer",
            "data protection and data security",
        ]
    );
}

#[test]
fn a_pharmacist_applies_three_weeks_before_taking_over_and_not_earlier_than_thirty_days() {
    let by = Date::constant(2026, 2, 2);
    let dates = calendar(&plan(&crate::bases::pharmacist()).plan, by, DAY);
    let apply = dates
        .iter()
        .find(|date| date.what.en.contains("Fimea"))
        .unwrap();
    assert_eq!(apply.latest, Some(Date::constant(2026, 1, 12)));
    assert_eq!(apply.earliest, Some(Date::constant(2026, 1, 3)));
    let clinic = calendar(&plan(&crate::bases::clinic()).plan, by, DAY);
    assert!(clinic.iter().all(|date| !date.what.en.contains("Fimea")));
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
