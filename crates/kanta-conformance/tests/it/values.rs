//! Values in words, in each language.

use kanta_conformance::{Date, Language, Mbit, Value, text};

#[track_caller]
fn told(value: &Value, words: [&str; 3]) {
    let shown = Language::ALL.map(|language| value.display(language).to_string());
    assert_eq!(shown, words);
}

#[test]
fn speeds_days_and_lists_are_told_as_each_language_writes_them() {
    let mbit = |text: &str| text.parse::<Mbit>().unwrap();
    let day = |text: &str| text.parse::<Date>().unwrap();
    told(
        &Value::MbitPerSecond(mbit("9.9")),
        ["9.9 Mbit/s", "9,9 Mbit/s", "9,9 Mbit/s"],
    );
    told(
        &Value::Speed {
            down: mbit("10"),
            up: mbit("0.5"),
        },
        [
            "10 Mbit/s down, 0.5 Mbit/s up",
            "10 Mbit/s vastaanottoon, 0,5 Mbit/s lähetykseen",
            "10 Mbit/s ned, 0,5 Mbit/s upp",
        ],
    );
    told(
        &Value::Period(day("2025-09-01"), day("2026-01-31")),
        [
            "2025-09-01 – 2026-01-31",
            "1.9.2025 – 31.1.2026",
            "1.9.2025 – 31.1.2026",
        ],
    );
    told(&Value::Days(1), ["1 day", "1 päivä", "1 dag"]);
    told(
        &Value::Days(2).at_most(),
        ["at most 2 days", "enintään 2 päivää", "högst 2 dagar"],
    );
    told(
        &Value::Bits(2048).at_least(),
        [
            "at least 2048 bits",
            "vähintään 2048 bittiä",
            "minst 2048 bitar",
        ],
    );
    let date = Value::Date(day("2025-09-01"));
    told(
        &date.clone().at_least(),
        [
            "no earlier than 2025-09-01",
            "aikaisintaan 1.9.2025",
            "tidigast 1.9.2025",
        ],
    );
    told(
        &date.at_most(),
        [
            "no later than 2025-09-01",
            "viimeistään 1.9.2025",
            "senast 1.9.2025",
        ],
    );
    let [one, two, three] = [1, 2, 3].map(Value::Count);
    told(
        &Value::List(vec![one.clone(), two.clone(), three.clone()]),
        ["1, 2 and 3", "1, 2 ja 3", "1, 2 och 3"],
    );
    told(
        &Value::OneOf(vec![one.clone(), two]),
        ["1 or 2", "1 tai 2", "1 eller 2"],
    );
    told(&Value::OneOf(vec![three]), ["3", "3", "3"]);
    let about = Value::About(text! { en: "a", fi: "b", sv: "c" }, Box::new(one));
    told(&about, ["a: 1", "b: 1", "c: 1"]);
    told(&Value::words("x\u{1b}y"), ["`x\\u{1b}y`"; 3]);
}
