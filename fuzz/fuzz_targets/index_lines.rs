//! Any text as an index in JSON Lines and in JSON: understood, or refused with places. A line that
//! is understood by itself is refused nowhere else.
#![no_main]

use kanta_address_index::{AddressIndex, Form, Order, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for form in [Form::JsonLines, Form::Json] {
        let source = Source { form, bytes };
        match AddressIndex::read(&[source]) {
            Err(faults) => assert!(!faults.to_string().is_empty()),
            Ok(index) => {
                // Nothing changes what is the same.
                let none = index.order_to(&index);
                assert_eq!(none, Order::default());
                let trial = index.try_order(&none).unwrap();
                assert!(trial.index == index && trial.broken.is_empty());
                // Read as one with itself, every record is there twice.
                let twice = AddressIndex::read(&[source, source]);
                assert!(twice.is_err() || index.to_data_set().parties.is_empty());
                // As an order it is understood or refused.
                if let Ok(order) = Order::read(&source, &index) {
                    let _ = index.try_order(&order);
                }
            }
        }
    }
});
