//! `kanta requirements`: the catalogue, printed from the rows.

use std::collections::BTreeSet;

use crate::harness::{LANGUAGES, assert_fits, kanta};
use kanta_address_index::AddressIndex;
use kanta_policy::{readiness, requirements};
use serde_json::Value;

/// The rows that the tool prints for those options.
fn rows(options: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["requirements", "--format", "json"];
    arguments.extend_from_slice(options);
    let answer = kanta(&arguments);
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
    answer.json().as_array().unwrap().clone()
}

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap()
}

fn ids(rows: &[Value]) -> BTreeSet<&str> {
    rows.iter().map(id).collect()
}

/// Whether every text of a row is there in each language, and in no two the same.
fn assert_translated(row: &Value) {
    for key in ["statement", "fault", "remedy", "reading", "purpose"] {
        let optional = matches!(key, "reading" | "purpose");
        if optional && row[key].is_null() {
            continue;
        }
        let told = LANGUAGES.map(|language| row[key][language].as_str().unwrap());
        assert!(
            told.iter().all(|words| !words.is_empty()),
            "{} {key}",
            id(row)
        );
        assert!(
            told[0] != told[1] && told[1] != told[2] && told[0] != told[2],
            "{} {key} is translated",
            id(row)
        );
    }
}

#[test]
fn the_checklist_before_going_live_is_listed_where_asked_for() {
    let listed = rows(&["--checklist"]);
    let all: Vec<&str> = readiness::requirements()
        .map(|requirement| requirement.id())
        .collect();
    assert_eq!(listed.iter().map(id).collect::<Vec<_>>(), all);
    assert!(ids(&listed).is_disjoint(&ids(&rows(&[]))));
    for row in &listed {
        assert_translated(row);
    }
    for language in LANGUAGES {
        let answer = kanta(&["requirements", "--checklist", "--lang", language]);
        let title = answer.stdout.lines().next().unwrap();
        assert!(title.ends_with(&format!(": {}", all.len())), "{title}");
        assert_fits(&answer.stdout);
    }
    // Its pages have no clauses of the guide.
    let both = kanta(&["requirements", "--checklist", "--clause", "5.2"]);
    assert_eq!(both.status, 2);
}

#[test]
fn the_requirements_on_an_index_are_listed_where_asked_for() {
    let listed = rows(&["--index"]);
    let all: Vec<&str> = AddressIndex::requirements()
        .map(|requirement| requirement.id())
        .collect();
    assert_eq!(listed.iter().map(id).collect::<Vec<_>>(), all);
    let names = ids(&listed);
    assert_eq!(names.len(), all.len(), "an id stands for one row");
    // What plans are held against too is told in the same words.
    let of_plans = rows(&[]);
    let shared: Vec<_> = names.intersection(&ids(&of_plans)).copied().collect();
    assert!(shared.len() >= 21, "{shared:?}");
    assert!(names.is_disjoint(&ids(&rows(&["--checklist"]))));
    for row in &listed {
        assert_translated(row);
    }
    for language in LANGUAGES {
        let answer = kanta(&["requirements", "--index", "--lang", language]);
        let title = answer.stdout.lines().next().unwrap();
        assert!(title.ends_with(&format!(": {}", all.len())), "{title}");
        assert_fits(&answer.stdout);
    }
    // KG-4.2.1-f: a tenant is given no rights in access management.
    let of_tenants = rows(&["--index", "--clause", "4.2.1"]);
    assert!(ids(&of_tenants).contains("connection-models/use-by-a-tenant"));
    assert!(of_tenants.len() < all.len());
    let both = kanta(&["requirements", "--checklist", "--index"]);
    assert_eq!(both.status, 2);
}

#[test]
fn every_row_is_there_once_with_all_that_is_known_of_it() {
    let rows = rows(&[]);
    let all: Vec<&str> = requirements::all()
        .map(|requirement| requirement.id())
        .collect();
    assert_eq!(rows.iter().map(id).collect::<Vec<_>>(), all);
    assert_eq!(ids(&rows).len(), rows.len(), "an id stands for one row");
    for row in &rows {
        let one_of = |key: &str, words: &[&str]| {
            assert!(
                words.contains(&row[key].as_str().unwrap()),
                "{} {key}",
                id(row)
            );
        };
        one_of("level", &["must", "should", "note"]);
        one_of(
            "certainty",
            &["documented", "interpreted", "inferred", "observed"],
        );
        one_of("evidence", &["computed", "stated", "attested"]);
        one_of("judged_on", &["day-asked", "day-issued"]);
        match row["certainty"].as_str().unwrap() {
            "documented" => {}
            "interpreted" => assert!(
                row["level"] != "note" && !row["reading"].is_null(),
                "what is interpreted binds by a printed reading: {}",
                id(row)
            ),
            _ => assert_eq!(
                row["level"],
                "note",
                "only what a text says binds: {}",
                id(row)
            ),
        }
        assert_translated(row);
        let citations = row["citations"].as_array().unwrap();
        assert!(!citations.is_empty(), "{} stands nowhere", id(row));
        for citation in citations {
            assert!(citation["document"].is_string() && citation["clause"].is_string());
            let of_the_guide = citation["document"] == "connection-models";
            assert_eq!(
                citation["editions"].is_object(),
                of_the_guide,
                "{}",
                id(row)
            );
        }
        assert!(row["in_force"].is_object());
        let fields = row["fields"].as_array().unwrap();
        assert!(
            fields
                .iter()
                .all(|field| !field.as_str().unwrap().is_empty())
        );
    }
}

#[test]
fn one_row_as_machines_read_it() {
    let rows = rows(&["--clause", "2.3"]);
    let row = rows
        .iter()
        .find(|row| id(row) == "connection-models/access-point-outside-finland")
        .unwrap();
    let expected = serde_json::json!([
        {
            "document": "connection-models",
            "clause": "2.3",
            "editions": { "first": "3.9", "last": "3.12" },
        },
        {
            "document": "connection-models",
            "clause": "5",
            "editions": { "first": "3.9", "last": "3.12" },
        },
        {
            "document": "connection-models",
            "clause": "3.1.1",
            "editions": { "first": "3.13", "last": "3.16" },
        },
        {
            "document": "connection-models",
            "clause": "7",
            "editions": { "first": "3.13", "last": "3.16" },
        },
    ]);
    // Beside it, each says what the document is called and which day it carries; the guide's editions carry its days.
    let mut citations = row["citations"].clone();
    for citation in citations.as_array_mut().unwrap() {
        let fields = citation.as_object_mut().unwrap();
        let title = fields.remove("title").unwrap();
        assert_eq!(
            title["en"],
            "Technical connection models for the Kanta Services (Kela)"
        );
        assert_eq!(fields.remove("date"), Some(Value::Null));
    }
    assert_eq!(citations, expected);
    assert_eq!(row["level"], "must");
    assert_eq!(row["evidence"], "stated");
    assert_eq!(
        row["in_force"],
        serde_json::json!({ "from": { "on": "2021-02-16" }, "until": { "on": "2025-09-01" } })
    );
    assert_eq!(
        row["statement"],
        serde_json::json!({
            "en": "the access point is in Finland",
            "fi": "liityntäpiste sijaitsee Suomessa",
            "sv": "anslutningspunkten finns i Finland",
        })
    );
    assert_eq!(row["fields"], serde_json::json!(["country"]));
}

/// Whether a row is cited in the guide under exactly one of those clauses.
fn cited(row: &Value, is_meant: impl Fn(&str) -> bool) -> bool {
    let citations = row["citations"].as_array().unwrap().iter();
    citations
        .filter(|citation| citation["document"] == "connection-models")
        .any(|citation| is_meant(citation["clause"].as_str().unwrap()))
}

#[test]
fn a_clause_finds_itself_and_what_stands_under_it_and_no_namesake() {
    let all = rows(&[]);
    let found = |clause: &str| -> BTreeSet<String> {
        let rows = rows(&["--clause", clause]);
        rows.iter().map(|row| id(row).to_owned()).collect()
    };
    let meant = |is_meant: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
        let rows = all.iter().filter(|row| cited(row, is_meant));
        rows.map(|row| id(row).to_owned()).collect()
    };
    // Clause 5.2 has no clauses under it; table 1 stands in 5.1; chapter 5 holds 5.1 to 5.6.
    assert_eq!(found("5.2"), meant(&|clause| clause == "5.2"));
    assert_eq!(
        found("5.1"),
        meant(&|clause| ["5.1", "5.1, table 1"].contains(&clause))
    );
    assert_eq!(
        found("3.1"),
        meant(&|c| ["3.1", "3.1.1", "3.1.2", "3.1.3"].contains(&c))
    );
    assert_eq!(found("5"), meant(&|clause| clause.starts_with('5')));
    let address = "connection-models/address-not-fixed";
    assert!(found("5.2").contains(address) && !found("5.1").contains(address));
    assert!(found("5.2").len() >= 8, "clause 5.2 holds many rules");
    for nothing in ["15.2", "2", "", "5.", "9"] {
        let named = meant(&|clause| clause.split(['.', ',']).next() == Some(nothing));
        assert_eq!(found(nothing), named, "{nothing:?}");
    }
}

#[test]
fn a_day_keeps_what_is_in_force_and_marks_what_is_not_known() {
    let finland = "connection-models/access-point-outside-finland";
    let eu = "connection-models/access-point-outside-eu";
    let fixed = "connection-models/address-not-fixed";
    let force = |row: &str, day: &str| {
        let rows = rows(&["--on", day]);
        let row = rows.iter().find(|found| id(found) == row)?;
        assert_eq!(row["on"]["day"], day);
        Some(row["on"]["in_force"].as_str().unwrap().to_owned())
    };
    for (row, day, expected) in [
        (finland, "2021-02-15", None),
        (finland, "2021-02-16", Some("yes")),
        (finland, "2025-08-31", Some("yes")),
        (finland, "2025-09-01", None),
        (eu, "2025-08-31", None),
        (eu, "2025-09-01", Some("yes")),
        (fixed, "2025-08-31", Some("unknown")),
        (fixed, "2025-09-01", Some("yes")),
    ] {
        assert_eq!(force(row, day).as_deref(), expected, "{row} on {day}");
    }
    let text = kanta(&["requirements", "--on", "2025-08-31", "--clause", "5.2"]).stdout;
    let expected = "
connection-models/address-not-fixed
     rule     the IP addresses of access points are fixed
     level    binding; a text states it
     clause   5.2; 6
     in force at the latest from edition 3.17 (2025-09-01); since when is not
              known
     open     the documents do not tell whether it was in force on that day
     rests on what the plan states
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn an_empty_list_is_a_list() {
    assert_eq!(rows(&["--clause", "15.2"]), Vec::<Value>::new());
    let text = kanta(&["requirements", "--clause", "15.2\u{1b}[31m"]);
    assert_eq!(text.status, 0);
    assert_eq!(
        text.stdout,
        "\
Requirements of Kela's guide \"Technical connection models\" and of what stands
beside it; clause 15.2\\u{1b}[31m: 0
"
    );
}

#[test]
fn wrong_usage_ends_with_status_2() {
    for arguments in [
        &["requirements", "--on", "1.9.2025"][..],
        &["requirements", "--format", "yaml"],
        &["requirements", "--lang", "de"],
        &["requirements", "clinic.toml"],
    ] {
        let answer = kanta(arguments);
        assert_eq!(
            (answer.status, answer.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn three_forms_and_three_languages_tell_the_same_rows() {
    let all: Vec<String> = rows(&[]).iter().map(|row| id(row).to_owned()).collect();
    for language in LANGUAGES {
        let text = kanta(&["requirements", "--lang", language]).stdout;
        assert_fits(&text);
        let told: Vec<&str> = text
            .lines()
            .filter(|line| all.iter().any(|id| id == line))
            .collect();
        assert_eq!(told, all);
        let markdown = kanta(&["requirements", "--format", "markdown", "--lang", language]).stdout;
        assert_fits(&markdown);
        let sections: Vec<&str> = markdown
            .lines()
            .filter_map(|line| line.strip_prefix("## `")?.strip_suffix('`'))
            .collect();
        assert_eq!(sections, all);
        assert!(markdown.starts_with("# "));
    }
}
