//! Any text as TOML, JSON and JSON Lines: whatever it is, it is read or refused with places that lie in it, alike each time;
//! what JSON gives item by item is what it gives as a whole, and the first fault stands no later than the last.
#![no_main]

use kanta_source::{
    Diagnostics, Faults, Form, Lazy, Limits, Lines, ParsedText, Problem, SourceValue, TableReader,
    decode, json, json_lines, toml,
};
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits {
    depth: 16,
    values: 10_000,
};

fuzz_target!(|bytes: &[u8]| {
    let text = match decode(bytes, 1 << 20) {
        Ok(text) => text,
        Err(refused) => return assert!(!refused.to_string().is_empty()),
    };
    let document = toml(text, &LIMITS);
    checked(Form::Toml, text, &document);
    match json(text, &LIMITS) {
        Err(fault) => inside(text, fault.span().start),
        Ok(document) => {
            checked(Form::Json, text, &document);
            same_item_by_item(text, &document);
        }
    }
    for (lines, line) in json_lines(text) {
        match line.read(&LIMITS) {
            Err(fault) => assert!(lines.start_of(fault.span()).line >= lines.first().line),
            Ok(document) => assert_eq!(
                document.root.value,
                json(lines.text(), &LIMITS).unwrap().root.value
            ),
        }
    }
    let _ = (Form::guess(bytes, &["record"]), Form::foreign(text));
});

fn inside(text: &str, byte: u32) {
    assert!(text.is_char_boundary(byte as usize), "{byte}");
}

fn checked(form: Form, text: &str, document: &ParsedText<'_>) {
    let read = || -> Result<(), Faults<Problem>> {
        let lines = Lines::new(text);
        let mut notes = Diagnostics::new(form, 20).with_places();
        let is_readable = notes.form_faults(document, &lines);
        if let (true, SourceValue::Table(entries)) = (is_readable, &document.root.value) {
            let table = TableReader::new(entries, document.root.span, "", &mut notes);
            let _ = (
                table.text("name", &mut notes),
                table.flag("open", &mut notes),
            );
            let _ = (
                table.number("staff", &mut notes),
                table.date("since", &mut notes),
            );
            for door in table.tables("door", &mut notes) {
                let street = door.text("street", &mut notes);
                door.need("street", street, &mut notes);
                door.close(&mut notes);
            }
            table.close(&mut notes);
        }
        notes.finish(&lines)
    };
    let told = read();
    if let Err(faults) = &told {
        let lines = text.split('\n').count();
        assert!(
            faults
                .windows(2)
                .all(|pair| pair[0].place <= pair[1].place || pair[1].place.column == 0)
        );
        for fault in faults {
            assert!(!fault.to_string().is_empty());
            inside(text, fault.place.byte);
            assert!((1..=lines).contains(&(fault.place.line as usize)));
        }
    }
    assert_eq!(told, read());
}

/// The items of a list and the values of an object, each read by itself.
fn same_item_by_item(text: &str, document: &ParsedText<'_>) {
    match &document.root.value {
        SourceValue::List(list) => {
            let mut items = list.iter();
            let given = Lazy::json(text).items(&mut |item| {
                let item = item.read(&LIMITS).unwrap();
                assert_eq!(items.next(), Some(&item.root));
            });
            assert!(given.is_ok() && items.next().is_none());
        }
        SourceValue::Table(entries) => {
            let given = Lazy::json(text).members(&mut |key, value| {
                let entry = entries.iter().find(|entry| entry.key == key).unwrap();
                let value = value.read(&LIMITS).unwrap();
                assert!(value.root == entry.item || document.faults.len() > value.faults.len());
            });
            assert!(given.is_ok());
        }
        _ => {}
    }
}
