//! Allocations of one access-point OID, ours and the peers'. `-- --nocapture` shows the table.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use std::fmt::Write;
use std::hint::black_box;

use kanta_oid::{AccessPointOid, MAX_DER_LEN, MAX_TEXT_LEN};

fn count(name: &str, work: impl FnOnce()) -> u64 {
    let count = allocation_counter::measure(work).count_total;
    println!("{name:24} {count}");
    count
}

#[test]
fn allocations_are_counted() {
    let text = "1.2.246.10.12345671.10.1.13.2";
    let oid = AccessPointOid::parse(text).unwrap();
    let octets = oid.encode_der_content(&mut [0; MAX_DER_LEN]).to_vec();
    let whole = [&[6, u8::try_from(octets.len()).unwrap()], octets.as_slice()].concat();
    let const_oid = const_oid::ObjectIdentifier::new_unwrap(text);
    let peer: oid::ObjectIdentifier = text.try_into().unwrap();
    let asn1: asn1_rs::Oid<'_> = text.parse().unwrap();
    let rasn: rasn::types::ObjectIdentifier = rasn::der::decode(&whole).unwrap();
    let mut buffer = String::with_capacity(MAX_TEXT_LEN);

    let ours = [
        count("parse, kanta-oid", || {
            black_box(AccessPointOid::parse(text)).unwrap();
        }),
        count("print, kanta-oid", || {
            black_box(oid.encode_text(&mut [0; MAX_TEXT_LEN]));
        }),
        count("read DER, kanta-oid", || {
            black_box(AccessPointOid::from_der_content(&octets)).unwrap();
        }),
    ];
    assert_eq!(ours, [0; 3]);

    count("parse, const-oid", || {
        black_box(const_oid::ObjectIdentifier::new(text)).unwrap();
    });
    count("parse, oid", || {
        black_box(oid::ObjectIdentifier::try_from(text)).unwrap();
    });
    count("parse, asn1-rs", || {
        black_box(text.parse::<asn1_rs::Oid<'_>>()).unwrap();
    });
    count("print, const-oid", || {
        write!(buffer, "{const_oid}").unwrap()
    });
    count("print, oid", || drop(black_box(String::from(&peer))));
    count("print, asn1-rs", || drop(black_box(asn1.to_id_string())));
    buffer.clear();
    count("print, rasn", || write!(buffer, "{rasn}").unwrap());
    count("read DER, oid", || {
        black_box(oid::ObjectIdentifier::try_from(octets.as_slice())).unwrap();
    });
    count("read DER, rasn", || {
        black_box(rasn::der::decode::<rasn::types::ObjectIdentifier>(&whole)).unwrap();
    });
}
