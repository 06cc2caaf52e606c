//! Dates, countries and text from outside: what reads is printed as it was, and nothing shown holds a control character.
#![no_main]

use kanta_conformance::{Country, Date, Escaped, Language, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string(), text);
        assert!(date <= date.plus_days(1) && date.plus_days(-1) <= date);
        assert!(date.plus_years(1) >= date);
    }
    if let Ok(country) = text.parse::<Country>() {
        assert_eq!(country.to_string(), text);
    }
    assert!(!Escaped(text).to_string().chars().any(char::is_control));
    for language in Language::ALL {
        let shown = Value::words(text).display(language).to_string();
        assert!(!shown.chars().any(char::is_control));
    }
});
