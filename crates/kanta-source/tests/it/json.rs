//! JSON and JSON Lines.

use kanta_source::{Form, FormFault, Lazy, Limits, Shape, SourceValue, Span, json, json_lines};

use crate::harness::faults;

#[test]
fn what_is_no_json_is_told_where_it_breaks() {
    for (text, expected) in [
        (
            "{\"name\": 1,}",
            "line 1, column 12: this is not JSON: trailing comma",
        ),
        (
            "{\"name\":\n tru}",
            "line 2, column 5: this is not JSON: expected ident",
        ),
        (
            "{} x",
            "line 1, column 4: this is not JSON: trailing characters",
        ),
        (
            "{\"ä\": \"\\ud800\"}",
            "line 1, column 14: this is not JSON: unexpected end of hex escape",
        ),
    ] {
        assert_eq!(faults(Form::Json, text), [expected], "{text}");
    }
}

#[test]
fn a_key_that_stands_twice_counts_once_and_hides_nothing() {
    let text = "{\"name\": \"a\", \"staff\": true,\n \"n\\u0061me\": 7}";
    assert_eq!(
        faults(Form::Json, text),
        [
            "line 1, column 24: `staff` takes a whole number from 0 up, found true",
            "line 2, column 15: `name` is given twice: first on line 1 and again here",
        ]
    );
    // Among many keys, and inside a list.
    let many: String = (0..100).map(|n| format!("\"k{n}\":0,")).collect();
    let text = format!("{{\"a\":[0,{{{many}\"k7\":1,\"k99\":1}}]}}");
    let document = json(&text, &Limits::default()).unwrap();
    let keys: Vec<_> = document
        .faults
        .iter()
        .map(|fault| match fault {
            FormFault::Duplicate { key, path, .. } => format!("{path} {key}"),
            _ => String::new(),
        })
        .collect();
    assert_eq!(keys, ["a[1] k7", "a[1] k99"]);
}

#[test]
fn values_and_keys_know_where_they_stand() {
    let text = " {\"a\\\"b\" : [1, \"é\"] ,\"c\":{}}";
    let document = json(text, &Limits::default()).unwrap();
    let SourceValue::Table(entries) = &document.root.value else {
        panic!("an object is a table")
    };
    let at = |span: Span| &text[span.start as usize..span.end as usize];
    let told: Vec<_> = entries
        .iter()
        .map(|entry| (&*entry.key, at(entry.key_span), at(entry.item.span)))
        .collect();
    assert_eq!(
        told,
        [("a\"b", "\"a\\\"b\"", "[1, \"é\"]"), ("c", "\"c\"", "{}"),]
    );
}

#[test]
fn a_list_is_given_item_by_item() {
    let text = "{\"list\": [1, {\"a\": 2}, []], \"x\": 3}";
    let mut shapes = Vec::new();
    Lazy::json(text)
        .members(&mut |key, value| {
            shapes.push((key.into_owned(), value.shape(), value.span().start));
            value
                .items(&mut |item| shapes.push((String::new(), item.shape(), item.span().start)))
                .ok();
        })
        .unwrap();
    let single = |start| (String::new(), Shape::Single, start);
    assert_eq!(
        shapes,
        [
            ("list".into(), Shape::List, 9),
            single(10),
            (String::new(), Shape::Table, 13),
            (String::new(), Shape::List, 23),
            ("x".into(), Shape::Single, 33),
        ]
    );
}

#[test]
fn what_has_been_read_is_given_as_what_is_read_when_asked_for() {
    let text = "{\"list\": [1, {\"a\": 2}, []], \"x\": \"y\"}";
    let read = json(text, &Limits::default()).unwrap().root;
    let given = |lazy: Lazy<'_>| {
        let mut given = vec![(String::new(), lazy.shape(), lazy.span())];
        lazy.members(&mut |key, value| {
            given.push((key.into_owned(), value.shape(), value.span()));
            value
                .items(&mut |item| given.push(("item".into(), item.shape(), item.span())))
                .ok();
        })
        .unwrap();
        given
    };
    let given_of_read = given(read.into());
    assert_eq!(given_of_read, given(Lazy::json(text)));
    let shapes: Vec<_> = given_of_read.iter().map(|it| it.1).collect();
    let [table, list, single] = [Shape::Table, Shape::List, Shape::Single];
    assert_eq!(shapes, [table, list, single, table, list, single]);
}

#[test]
fn a_value_of_another_shape_is_told_as_what_was_expected() {
    let no_object = Lazy::json("[1]").members(&mut |_, _| {});
    let no_list = Lazy::json("{\"a\": 1}").items(&mut |_| {});
    assert_eq!(
        [no_object, no_list].map(|given| given.unwrap_err().to_string()),
        [
            "invalid type: sequence, expected an object",
            "invalid type: map, expected a list",
        ]
    );
}

#[test]
fn lines_know_their_numbers_and_their_bytes() {
    let text = "{\"a\": 1}\r\n\n  {\"é\": tru}\n{\"b\": true}";
    let told: Vec<_> = json_lines(text)
        .map(|(lines, lazy)| match lazy.read(&Limits::default()) {
            Ok(document) => (lines.first(), document.faults.len()),
            Err(fault) => (lines.start_of(fault.span()), 9),
        })
        .map(|(position, faults)| (position.line, position.column, position.byte, faults))
        .collect();
    assert_eq!(told, [(1, 0, 0, 0), (3, 12, 23, 9), (4, 0, 25, 0)]);
}
