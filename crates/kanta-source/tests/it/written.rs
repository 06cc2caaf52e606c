//! Values that are serialised, and tables that are filled to be.

use kanta_conformance::{Date, Mbit};
use kanta_source::{Filled, Limits, SourceValue, json, toml};

#[test]
fn what_was_read_is_serialised_as_it_was() {
    let text =
        r#"{"a":"x\"\u0007","b":[1,-2,18446744073709551615,0.125],"c":{"d":true,"e":null},"f":[]}"#;
    let document = json(text, &Limits::default()).unwrap();
    let written: serde_json::Value = serde_json::to_value(&document.root.value).unwrap();
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(text).unwrap()
    );
}

/// JSON has no days, and its numbers no signs of another base.
#[test]
fn what_toml_alone_can_write_is_serialised_as_json_has_it() {
    let document = toml(
        "day = 2025-09-01\nhex = 0xff\ntime = 12:00:00\n",
        &Limits::default(),
    );
    assert_eq!(
        serde_json::to_string(&document.root.value).unwrap(),
        r#"{"day":"2025-09-01","hex":255,"time":null}"#
    );
}

#[test]
fn a_table_that_is_filled_holds_what_is_known_in_the_order_given() {
    let table = Filled::default()
        .text("id", "a")
        .maybe("off", None::<bool>)
        .maybe_text("name", None::<&str>)
        .put("on", true)
        .put("day", Date::constant(2025, 9, 1))
        .put("count", 7)
        .maybe("speed", "9.875".parse::<Mbit>().ok())
        .put("whole", Mbit::whole(10))
        .put("halls", SourceValue::texts(["A", "B"]))
        .put("inner", Filled::default().text("x", 1));
    assert_eq!(
        serde_json::to_string(&SourceValue::from(table)).unwrap(),
        r#"{"id":"a","on":true,"day":"2025-09-01","count":7,"speed":9.875,"whole":10,"halls":["A","B"],"inner":{"x":"1"}}"#
    );
}
