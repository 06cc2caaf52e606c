//! The optional features, and that nothing allocates.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use crate::common::SAMPLES;
use arbitrary::{Arbitrary, Unstructured};
use kanta_oid::{
    AccessPointOid, BusinessId, MAX_DER_LEN, MAX_TEXT_LEN, Oid, OidBuf, OidForm, OwnerOid, diagnose,
};

#[test]
fn serde_writes_and_reads_the_text() {
    for sample in &SAMPLES {
        let oid = AccessPointOid::parse(sample.text).unwrap();
        let json = format!("\"{}\"", sample.text);
        assert_eq!(serde_json::to_string(&oid).unwrap(), json);
        assert_eq!(serde_json::from_str::<AccessPointOid>(&json).unwrap(), oid);
        let json = format!("\"{}\"", sample.owner);
        assert_eq!(serde_json::to_string(&oid.owner()).unwrap(), json);
        assert_eq!(
            serde_json::from_str::<OwnerOid>(&json).unwrap(),
            oid.owner()
        );
    }
    let id: BusinessId = serde_json::from_str("\"12345671\"").unwrap();
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"1234567-1\"");
}

#[test]
fn an_oid_of_its_own_is_kept_and_sent_as_its_text() {
    for text in [
        "2.5.4.5",
        "1.2.246.10.12345671.10.0",
        "2.999.340282366920938463463374607431768211456",
    ] {
        let oid = OidBuf::parse(text).unwrap();
        let json = format!("\"{text}\"");
        assert_eq!(serde_json::to_string(&oid).unwrap(), json);
        assert_eq!(serde_json::to_string(&oid.as_oid()).unwrap(), json);
        assert_eq!(serde_json::from_str::<OidBuf>(&json).unwrap(), oid);
        assert_eq!(oid, Oid::parse(text).unwrap());
        assert_eq!(
            (oid.to_string(), oid.kind()),
            (text.to_owned(), oid.as_oid().kind())
        );
    }
    for text in [
        "",
        "1",
        "1.2.03",
        "3.1",
        "1.40",
        "urn:oid:1.2.3",
        "1.2.",
        " 1.2",
    ] {
        assert_eq!(
            OidBuf::parse(text).unwrap_err(),
            Oid::parse(text).unwrap_err()
        );
        assert!(
            serde_json::from_str::<OidBuf>(&format!("\"{text}\"")).is_err(),
            "{text}"
        );
    }
    for sample in &SAMPLES {
        let oid = AccessPointOid::parse(sample.text).unwrap();
        assert_eq!(OidBuf::from(oid).as_str(), sample.text);
        assert_eq!(OidBuf::from(oid.owner()).as_str(), sample.owner);
    }
}

/// Every way from a text gives the one answer, and every way back the one text.
fn text_and_back<T, E>(text: &str, printed: &str)
where
    T: FromStr<Err = E> + Clone + PartialEq + Debug + Display + Into<String>,
    T: for<'a> TryFrom<&'a str, Error = E> + TryFrom<String, Error = E>,
    E: PartialEq + Debug,
{
    let value: T = text.parse().unwrap();
    assert_eq!(T::try_from(text).unwrap(), value);
    assert_eq!(T::try_from(text.to_owned()).unwrap(), value);
    assert_eq!(value.to_string(), printed);
    assert_eq!(Into::<String>::into(value), printed);
    for fault in [
        "",
        " ",
        "1.2.03",
        "1.2.246.10.12345671.10.1.",
        "1234567-",
        "٣",
    ] {
        let error = fault.parse::<T>().unwrap_err();
        assert_eq!(T::try_from(fault).unwrap_err(), error, "{fault}");
        assert_eq!(T::try_from(fault.to_owned()).unwrap_err(), error, "{fault}");
    }
}

#[test]
fn each_identifier_is_read_from_and_printed_to_borrowed_and_owned_texts() {
    for sample in &SAMPLES {
        text_and_back::<AccessPointOid, _>(sample.text, sample.text);
        text_and_back::<OwnerOid, _>(sample.owner, sample.owner);
        text_and_back::<OidBuf, _>(sample.text, sample.text);
    }
    text_and_back::<OidBuf, _>("2.5.4.5", "2.5.4.5");
    text_and_back::<BusinessId, _>("12345671", "1234567-1");
    text_and_back::<BusinessId, _>("0204819-8", "0204819-8");
    let lent = Oid::try_from("2.5.4.5").unwrap();
    assert_eq!(lent, OidBuf::from(lent));
    let other = OidBuf::try_from("2.5.4.6").unwrap();
    assert_ne!(lent, other);
    assert_ne!(other, lent);
    assert_eq!(AsRef::<str>::as_ref(&OidBuf::from(lent)), "2.5.4.5");
}

#[test]
fn an_owned_text_becomes_an_oid_without_a_copy() {
    let text = String::from("1.2.246.10.12345671.10.0");
    // A string as long as its room is handed over as it is.
    assert_eq!(text.len(), text.capacity());
    let mut held = None;
    let counted = allocation_counter::measure(|| held = OidBuf::try_from(text).ok());
    assert_eq!(counted.count_total, 0);
    let mut back = String::new();
    let counted = allocation_counter::measure(|| back = held.unwrap().into());
    assert_eq!(
        (counted.count_total, &*back),
        (0, "1.2.246.10.12345671.10.0")
    );
}

#[test]
fn serde_gives_our_messages() {
    let error = serde_json::from_str::<AccessPointOid>("\"1.2.246.553.1.7.14.1\"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "access-point node: expected `13` (arc 7, character 17) at line 1 column 22"
    );
    let error = serde_json::from_str::<OwnerOid>("7").unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid type: integer `7`, expected the text of an owner's OID at line 1 column 1"
    );
    // An escape in the JSON text is read as the character that it stands for.
    let oid: AccessPointOid = serde_json::from_str(r#""1.2.246.553.1.7.13.\u0031""#).unwrap();
    assert_eq!(oid.number(), 1);
}

#[test]
fn arbitrary_values_are_right_and_of_every_form() {
    let octets = |seed: u32| -> Vec<u8> {
        let octet = |i| (seed.wrapping_mul(2_654_435_761).rotate_left(i) >> 3) as u8;
        (0..64).map(octet).collect()
    };
    let mut seen = [false; 5];
    for seed in 0..500 {
        let bytes = octets(seed);
        let mut u = Unstructured::new(&bytes);
        let oid = AccessPointOid::arbitrary(&mut u).unwrap();
        assert_eq!(AccessPointOid::parse(&oid.to_string()), Ok(oid));
        let form = OidForm::ALL
            .iter()
            .position(|form| *form == oid.form())
            .unwrap();
        seen[form] = true;
        assert!(BusinessId::arbitrary(&mut u).unwrap().to_arc().is_some());
    }
    assert_eq!(seen, [true; 5]);
    // Arcs have every length, short ones too.
    let lengths = (0..5_000).map(|seed| {
        let owner = OwnerOid::arbitrary(&mut Unstructured::new(&octets(seed))).unwrap();
        owner.code().to_string().len()
    });
    assert_eq!(lengths.collect::<BTreeSet<_>>(), (1..=20).collect());
    // No bytes are enough, too.
    assert!(AccessPointOid::arbitrary(&mut Unstructured::new(&[])).is_ok());
}

#[test]
fn nothing_allocates() {
    let texts = [
        "1.2.246.10.0204819-8.10.1.14.02.",
        "2.5.4.5",
        " urn:oid:1.2.246.553.1.7.13.1",
    ];
    let mut sum = 0;
    let counted = allocation_counter::measure(|| {
        for sample in &SAMPLES {
            let oid = AccessPointOid::parse(sample.text).unwrap();
            sum += oid.encode_text(&mut [0; MAX_TEXT_LEN]).len();
            let mut buffer = [0; MAX_DER_LEN];
            sum += usize::from(
                AccessPointOid::from_der_content(oid.encode_der_content(&mut buffer)) == Ok(oid),
            );
            sum += Oid::parse(sample.text).unwrap().kind().as_str().len();
        }
        for text in texts {
            let diagnosis = diagnose(text).unwrap_err();
            sum += diagnosis.hints().count() + diagnosis.span().len();
            sum += usize::from(diagnosis.suggestion().is_some());
        }
    });
    assert!(sum > 0);
    assert_eq!(counted.count_total, 0);
}
