use kanta_conformance::{
    Assessment, Date, EDITIONS, Edition, Environment, Language, Verdict, Version,
};

#[test]
fn the_two_environments_read_back() {
    for &environment in Environment::ALL {
        assert_eq!(environment.to_string().parse(), Ok(environment));
    }
    let unknown = "tets".parse::<Environment>().unwrap_err();
    assert_eq!(unknown.vocabulary(), "environment");
    assert!(
        unknown
            .to_string()
            .starts_with("unknown environment `tets`")
            && unknown
                .to_string()
                .ends_with("; expected one of `production`, `test`"),
        "{unknown}"
    );
    #[cfg(feature = "std")]
    assert_eq!(unknown.nearest(), Some("test"));
}

#[test]
fn the_three_languages_read_back() {
    for language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(language));
    }
    let unknown = "FI".parse::<Language>().unwrap_err();
    assert_eq!(unknown.to_string(), "not a language: expected en, fi or sv");
}

#[test]
fn an_edition_is_found_by_its_number_and_by_its_day() {
    for edition in EDITIONS {
        assert_eq!(Edition::numbered(edition.version), Some(edition));
        assert_eq!(Edition::dated(edition.date), Some(edition));
        assert_eq!(Edition::dated(edition.date.plus_days(1)), None);
    }
    let numbered = Edition::numbered(Version::new(3, 17)).unwrap();
    assert_eq!(numbered.date, Date::constant(2025, 9, 1));
    assert_eq!(Edition::numbered(Version::new(3, 99)), None);
}

#[test]
#[cfg(feature = "serde")]
fn a_speed_is_a_number_of_megabits_whole_where_it_is() {
    for (text, json) in [
        ("0", "0"),
        ("10", "10"),
        ("9.9", "9.9"),
        ("300.125", "300.125"),
        ("0.001", "0.001"),
    ] {
        let speed: kanta_conformance::Mbit = text.parse().unwrap();
        assert_eq!(serde_json::to_string(&speed).unwrap(), json);
    }
}

#[test]
#[cfg(feature = "std")]
fn a_word_of_64_letters_is_still_compared_and_one_of_65_is_nobodys_slip() {
    let known = "a".repeat(64);
    let near = |length| kanta_conformance::nearest(&"a".repeat(length), [known.as_str()]).is_some();
    assert!(near(63) && near(64));
    assert!(!near(65));
}

#[test]
#[cfg(feature = "serde")]
fn a_kind_of_outcome_has_one_word_however_it_is_asked_for() {
    let words = kanta_conformance::OutcomeKind::ALL.map(|kind| kind.code());
    assert_eq!(
        words,
        [
            "violated",
            "undetermined",
            "satisfied",
            "not-applicable",
            "not-in-force"
        ]
    );
    for kind in kanta_conformance::OutcomeKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
    }
}

#[test]
#[cfg(feature = "std")]
fn the_closest_words_are_those_that_contain_it_then_those_that_differ_least() {
    let words = ["a/service", "price", "slice", "ice", "dice", "cat", "ice"];
    let closest = |word, most| kanta_conformance::closest(word, words, most);
    assert_eq!(
        closest("ice", 5),
        ["ice", "dice", "price", "slice", "a/service"]
    );
    assert_eq!(closest("cap", 1), ["cat"]);
    // Nothing is contained in every word, and makes none nearer: the shortest are.
    assert_eq!(closest("", 2), ["cat", "ice"]);
    // Behind the last `/`, it differs in one letter.
    assert_eq!(closest("servise", 1), ["a/service"]);
}

#[test]
fn a_speed_that_is_none_is_told_with_what_was_expected() {
    let error = "fast".parse::<kanta_conformance::Mbit>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a number of Mbit/s with at most three decimals"
    );
}

#[test]
fn a_verdict_has_one_word_and_may_be_outdated_after_the_last_editions_day() {
    let verdicts = [
        Verdict::NonConforming,
        Verdict::Undetermined,
        Verdict::Conforming,
    ];
    assert_eq!(
        verdicts.map(Verdict::code),
        ["non-conforming", "undetermined", "conforming"]
    );
    #[cfg(feature = "serde")]
    for verdict in verdicts {
        assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.code());
    }
    // Edition 3.18 is the last one that is known.
    let last = Date::constant(2025, 11, 3);
    let on = |day| Assessment::new(day, Vec::new(), Vec::new()).may_be_outdated();
    assert_eq!(
        [-1, 0, 1].map(|by| on(last.plus_days(by))),
        [false, false, true]
    );
}
