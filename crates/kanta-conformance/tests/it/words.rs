use kanta_conformance::{Environment, Language};

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
