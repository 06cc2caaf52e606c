//! `kanta diff`: which findings appear, vanish or change from one plan to another.

use crate::harness::{LANGUAGES, Scratch, assert_fits, help, kanta, plans};
use serde_json::Value;

const THREE_HALLS: &str = "halls = [\"A\", \"B\", \"C\"]";
const TWO_HALLS: &str = "halls = [\"A\", \"B\"]";
/// Both links of the clinic: together they miss a hall.
const BOTH_LINKS: [(&str, &str); 2] = [(THREE_HALLS, TWO_HALLS); 2];

/// What differs, and the exit status.
fn diff(before: &str, after: &str, options: &[&str]) -> (i32, Value) {
    let mut arguments = vec!["diff", before, after, "--format", "json"];
    arguments.extend_from_slice(options);
    let answer = kanta(&arguments);
    (answer.status, answer.json())
}

/// The changes, each as `worse changes hall-not-reached: satisfied -> violated`.
fn told(report: &Value) -> Vec<String> {
    let outcome = |side: &Value| side["outcome"].as_str().unwrap_or("none").to_owned();
    let changes = report["changes"].as_array().unwrap().iter();
    changes
        .map(|change| {
            let word = |key: &str| change[key].as_str().unwrap();
            format!(
                "{} {} {}: {} -> {}",
                word("way"),
                word("change"),
                word("requirement").trim_start_matches("connection-models/"),
                outcome(&change["before"]),
                outcome(&change["after"])
            )
        })
        .collect()
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    for plan in plans() {
        for options in [&[][..], &["--on", "2010-01-01"], &["--on", "2021-02-16"]] {
            let (status, report) = diff(&plan, &plan, options);
            assert_eq!(status, 0, "{plan}");
            assert_eq!(told(&report), Vec::<String>::new());
            assert_eq!(report["before"], report["after"]);
        }
        let text = kanta(&["diff", &plan, &plan]).stdout;
        assert!(text.ends_with("\nNo finding differs.\n"), "{text}");
    }
}

#[test]
fn a_fault_that_comes_in_is_worse_and_one_that_is_mended_is_better() {
    let broken = Scratch::from("clinic.toml", "diff-halls.toml", &BOTH_LINKS);
    let (status, report) = diff("clinic.toml", broken.path(), &[]);
    assert_eq!(status, 1);
    assert_eq!(
        told(&report),
        ["worse changes hall-not-reached: satisfied -> violated"; 2]
    );
    assert_eq!(report["before"]["verdict"], "conforming");
    assert_eq!(report["after"]["verdict"], "non-conforming");
    let finding = &report["changes"][0]["after"];
    assert_eq!(finding["path"], "link.mpls-a.halls");
    assert_eq!(finding["found"]["en"], "hall A and hall B");

    let (status, report) = diff(broken.path(), "clinic.toml", &[]);
    assert_eq!(status, 0);
    assert_eq!(
        told(&report),
        ["better changes hall-not-reached: violated -> satisfied"; 2]
    );
}

#[test]
fn the_report_names_the_place_both_outcomes_and_the_clause() {
    let broken = Scratch::from("clinic.toml", "diff-report.toml", &BOTH_LINKS);
    let answer = kanta(&["diff", "clinic.toml", broken.path()]);
    assert_eq!(answer.status, 1);
    let start = answer.stdout.find("\nWORSE (2)\n").expect("the heading");
    // The file's own path is the machine's: it is as long as it is.
    let shown: Vec<&str> = answer.stdout[start..]
        .lines()
        .filter(|line| !line.contains(broken.path().rsplit('/').next().unwrap()))
        .filter(|line| !line.trim_start().starts_with(['(', '/']))
        .collect();
    let expected = "
WORSE (2)

  1. The link does not reach all of Kanta's halls
     where    link `mpls-a`, field `halls`
     before   satisfied
     after    violated: found hall A and hall B, required hall A, hall B and
              hall C
     clause   6; 5.2
     id       connection-models/hall-not-reached

  2. The link does not reach all of Kanta's halls
     where    link `mpls-b`, field `halls`
     before   satisfied
     after    violated: found hall A and hall B, required hall A, hall B and
              hall C
     clause   6; 5.2
     id       connection-models/hall-not-reached

2 worse, 0 better, 0 other changes";
    assert_eq!(shown.join("\n"), expected);
}

#[test]
fn what_is_not_known_any_more_is_worse_than_satisfied_and_better_than_violated() {
    let country = "country = \"FI\"\n";
    let unknown = Scratch::from("clinic.toml", "diff-unknown.toml", &[(country, "")]);
    let norway = Scratch::from(
        "clinic.toml",
        "diff-norway.toml",
        &[(country, "country = \"NO\"\n")],
    );
    let (status, report) = diff("clinic.toml", unknown.path(), &[]);
    assert_eq!(status, 1);
    assert_eq!(
        told(&report),
        [
            "worse changes access-point-outside-eu: satisfied -> undetermined",
            "worse appears access-point-abroad-not-approved: none -> undetermined",
        ]
    );
    let (status, report) = diff(norway.path(), unknown.path(), &[]);
    assert_eq!(status, 0);
    // Of the approval, first the approval was asked for; now, the country.
    assert_eq!(
        told(&report),
        [
            "better changes access-point-outside-eu: violated -> undetermined",
            "other changes access-point-abroad-not-approved: undetermined -> undetermined",
        ]
    );
}

#[test]
fn a_finding_on_what_is_no_longer_there_vanishes() {
    let (status, report) = diff("clinic-abroad.toml", "clinic.toml", &[]);
    assert_eq!(status, 0);
    let gone = "other vanishes access-point-abroad-not-approved: satisfied -> none";
    assert!(
        told(&report).iter().any(|change| change == gone),
        "{:?}",
        told(&report)
    );
}

#[test]
fn other_figures_of_the_same_outcome_are_a_change_that_is_neither() {
    let speeds = |down: u32, up: u32| format!("down_mbit = {down}\nup_mbit = {up}");
    let slow = |name: &str, up| {
        Scratch::from("clinic.toml", name, &[(&speeds(100, 100), &speeds(up, up))])
    };
    let (ten, twenty) = (slow("diff-10.toml", 10), slow("diff-20.toml", 20));
    let (status, report) = diff(ten.path(), twenty.path(), &[]);
    assert_eq!(status, 0);
    assert!(told(&report).len() >= 2, "{:?}", told(&report));
    for change in told(&report) {
        assert!(change.starts_with("other changes "), "{change}");
        assert!(change.ends_with(": violated -> violated"), "{change}");
    }
}

/// One use lacks its system, and one address is not fixed: told by position, they would seem to have changed.
#[test]
fn the_order_of_entries_without_a_name_makes_no_difference() {
    let uses = [
        "[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n\n",
        "[[use]]\nservice = \"prescription\"\naccess_point = \"ap1\"\nsystem = \"emr\"\n\n",
    ];
    let addresses = [
        "{ ip = \"192.31.196.7\", fixed = true, registered_to = \"party\" }",
        "{ ip = \"192.31.196.8\", fixed = false }",
    ];
    let stands = [
        format!(
            "{}system = \"emr\"\n\n{}",
            uses[0].trim_end().to_owned() + "\n",
            uses[1]
        ),
        format!("addresses = [{}]", addresses[0]),
    ];
    let plan = |name: &str, turned: bool| {
        let [mut u, mut a] = [uses, addresses];
        if turned {
            u.reverse();
            a.reverse();
        }
        let instead = [u.concat(), format!("addresses = [{}]", a.join(", "))];
        let changes = [(&*stands[0], &*instead[0]), (&*stands[1], &*instead[1])];
        Scratch::from("clinic.toml", name, &changes)
    };
    let (before, after) = (
        plan("diff-order.toml", false),
        plan("diff-turned.toml", true),
    );
    let (_, report) = diff("clinic.toml", before.path(), &[]);
    assert!(told(&report).len() >= 3, "{:?}", told(&report));
    let (status, report) = diff(before.path(), after.path(), &[]);
    assert_eq!((status, told(&report)), (0, Vec::new()));
}

#[test]
fn another_day_changes_what_is_asked() {
    let later = Scratch::from(
        "clinic-abroad.toml",
        "diff-day.toml",
        &[("as_of = 2025-12-01", "as_of = 2025-08-31")],
    );
    let (status, report) = diff("clinic-abroad.toml", later.path(), &[]);
    assert_eq!(status, 1);
    let finland = "worse appears access-point-outside-finland: none -> violated";
    assert!(
        told(&report).iter().any(|change| change == finland),
        "{:?}",
        told(&report)
    );
    assert_eq!(report["before"]["on"], "2025-12-01");
    assert_eq!(report["after"]["on"], "2025-08-31");
    let (status, report) = diff("clinic-abroad.toml", later.path(), &["--on", "2025-12-01"]);
    assert_eq!((status, told(&report)), (0, Vec::new()));
}

#[test]
fn there_and_back_every_change_is_turned_round() {
    let plans = plans();
    for (one, other) in plans.iter().zip(plans.iter().cycle().skip(1)) {
        let (status, there) = diff(one, other, &[]);
        let (_, back) = diff(other, one, &[]);
        assert_eq!(there["worse"], back["better"], "{one} {other}");
        assert_eq!(there["other"], back["other"], "{one} {other}");
        assert_eq!(told(&there).len(), told(&back).len(), "{one} {other}");
        assert_eq!(
            (&there["before"], &there["after"]),
            (&back["after"], &back["before"])
        );
        let rank = |side: &Value| {
            let order = ["conforming", "undetermined", "non-conforming"];
            order
                .iter()
                .position(|verdict| side["verdict"] == *verdict)
                .unwrap()
        };
        let lost = there["before"]["gaps"] != there["after"]["gaps"];
        if !lost {
            let worse = there["worse"] != 0 || rank(&there["after"]) > rank(&there["before"]);
            assert_eq!(status, i32::from(worse), "{one} {other}");
        }
    }
}

#[test]
fn what_cannot_be_read_ends_with_status_2_and_names_every_file() {
    let answer = kanta(&["diff", "no-such.toml", "expected-statuses.txt"]);
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(
        answer.stderr.starts_with("no-such.toml: "),
        "{}",
        answer.stderr
    );
    assert!(
        answer.stderr.contains("\nexpected-statuses.txt:"),
        "{}",
        answer.stderr
    );
    let answer = kanta(&["diff", "clinic.toml", "no-such.toml", "--format", "json"]);
    assert_eq!(answer.status, 2);
    assert_eq!(answer.json()["plan"], "no-such.toml");
    assert_eq!(kanta(&["diff", "clinic.toml"]).status, 2);
}

#[test]
fn everything_fits_80_columns_in_every_language_and_is_escaped() {
    let hostile = Scratch::from(
        "clinic.toml",
        "diff-hostile.toml",
        &[(
            "registered_to = \"party\"",
            "registered_to = \"a\\u001b[31m\\u202eb\", assignment_record = false",
        )],
    );
    for language in LANGUAGES {
        for (one, other) in [
            ("clinic.toml", "broken.toml"),
            ("unknown.toml", "clinic-abroad.toml"),
        ] {
            assert_fits(&kanta(&["diff", one, other, "--lang", language]).stdout);
        }
        let answer = kanta(&["diff", "clinic.toml", hostile.path(), "--lang", language]);
        assert_eq!(answer.status, 1);
        assert!(
            answer.stdout.contains("`a\\u{1b}[31m\\u{202e}b`"),
            "{}",
            answer.stdout
        );
        assert!(!answer.stdout.contains(['\u{1b}', '\u{202e}']));
    }
}

#[test]
fn the_help_says_the_exit_statuses() {
    let statuses = "Exit status: 0 nothing got worse, 1 something did (a finding or the verdict), 2 unreadable input or \
                    wrong usage.";
    assert!(help("diff").contains(statuses), "{}", help("diff"));
}

/// A plan that loses its only party says less, and that is worse.
#[test]
fn a_plan_that_loses_what_every_plan_needs_is_worse() {
    let bare = |name: &str, text: &str| Scratch::new(name, text);
    let with = bare(
        "diff-with.toml",
        "format = 1\nas_of = 2025-12-01\n[party]\nname = \"A\"\n",
    );
    let without = bare("diff-without.toml", "format = 1\nas_of = 2025-12-01\n");
    let (status, report) = diff(with.path(), without.path(), &[]);
    assert_eq!(status, 1);
    assert_eq!(report["after"]["gaps"][0], "no-party");
    let text = kanta(&["diff", with.path(), without.path()]).stdout;
    assert!(
        text.contains("   - the plan names no joining party: fill in `[party]`\n"),
        "{text}"
    );
}
