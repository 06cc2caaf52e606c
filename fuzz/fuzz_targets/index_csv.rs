//! Any text as an index in CSV: understood, or refused with places that are cells of it; what is understood is the same again
//! from every form, and as an order it is read or refused.
#![no_main]

use kanta_address_index::{AddressIndex, Form, Order, Source};
use kanta_source::{Sheet, decode_sheet, from_cell, to_cell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let form = Form::Csv;
    let source = Source { form, bytes };
    match AddressIndex::read(&[source]) {
        Err(faults) => {
            for fault in &faults {
                assert!(!fault.to_string().is_empty());
                if let Ok(text) = decode_sheet(bytes, 1 << 20) {
                    let last = Sheet::new(text).rows().last().map_or(0, |row| row.number);
                    assert!(fault.place.line <= last, "{fault}");
                }
            }
        }
        Ok(index) => {
            for form in [Form::Csv, Form::Toml, Form::Json, Form::JsonLines] {
                let mut text = String::new();
                index.write(form, &mut text).unwrap();
                let bytes = text.as_bytes();
                let again = AddressIndex::read(&[Source { form, bytes }]);
                let again = again.unwrap_or_else(|faults| panic!("{faults}\n{text}"));
                assert!(again == index, "{text}");
            }
            // As an order it is understood or refused.
            if let Ok(order) = Order::read(&source, &index) {
                let _ = index.try_order(&order);
            }
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let line = format!("{};x\n", to_cell(text));
        let row = Sheet::new(&format!("a;b\n{line}"))
            .rows()
            .nth(1)
            .map(|row| {
                let cell = &row.cells[0];
                (from_cell(&cell.text).to_owned(), cell.broken.clone())
            });
        assert_eq!(row, Some((text.to_owned(), None)));
    }
});
