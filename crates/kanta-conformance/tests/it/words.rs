use kanta_conformance::{Date, EDITIONS, Edition, Environment, Language, Version};

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
