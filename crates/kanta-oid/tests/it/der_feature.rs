//! The feature `der`: with tag and length, alone and in a structure.

use crate::common::SAMPLES;
use der::asn1::OctetStringRef;
use der::{Decode, Encode, ErrorKind, FixedTag, Sequence, Tag};
use kanta_oid::{AccessPointOid, MAX_DER_LEN, OwnerOid};
use proptest::prelude::*;

/// An OBJECT IDENTIFIER of these content octets, with a length of one octet.
fn object_identifier(content: &[u8]) -> Vec<u8> {
    [&[6, u8::try_from(content.len()).unwrap()], content].concat()
}

fn kind_of_fault(der: &[u8]) -> ErrorKind {
    AccessPointOid::from_der_with_tag(der).unwrap_err().kind()
}

trait WithTag: Sized {
    fn from_der_with_tag(der: &[u8]) -> der::Result<Self>;
}

impl<T: for<'a> Decode<'a, Error = der::Error>> WithTag for T {
    fn from_der_with_tag(der: &[u8]) -> der::Result<Self> {
        <T as Decode<'_>>::from_der(der)
    }
}

#[test]
fn it_is_an_object_identifier() {
    assert_eq!(AccessPointOid::TAG, Tag::ObjectIdentifier);
    assert_eq!(OwnerOid::TAG, Tag::ObjectIdentifier);
    let oid = AccessPointOid::parse("1.2.246.553.1.1234.13.1").unwrap();
    let der = [6, 10, 0x2a, 0x81, 0x76, 0x84, 0x29, 1, 0x89, 0x52, 13, 1];
    assert_eq!(oid.to_der().unwrap(), der);
    assert_eq!(AccessPointOid::from_der_with_tag(&der), Ok(oid));
}

#[test]
fn every_form_comes_back_as_it_was_written() {
    for sample in &SAMPLES {
        let oid = AccessPointOid::parse(sample.text).unwrap();
        let mut buffer = [0; MAX_DER_LEN];
        let der = oid.to_der().unwrap();
        assert_eq!(der, object_identifier(oid.encode_der_content(&mut buffer)));
        assert_eq!(AccessPointOid::from_der_with_tag(&der), Ok(oid));
        let der = oid.owner().to_der().unwrap();
        assert_eq!(OwnerOid::from_der_with_tag(&der), Ok(oid.owner()));
    }
}

#[test]
fn another_tag_is_refused() {
    let oid = AccessPointOid::parse("1.2.246.553.1.1234.13.1").unwrap();
    let mut der = oid.to_der().unwrap();
    der[0] = 13; // RELATIVE-OID
    assert!(matches!(
        kind_of_fault(&der),
        ErrorKind::TagUnexpected { .. }
    ));
}

#[test]
fn hostile_arcs_are_refused_at_their_octet() {
    let good = [0x2a, 0x81, 0x76, 0x84, 0x29, 1];
    let big = [0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0];
    for (tail, position) in [
        // A padded arc, an arc over 64 bits, an arc without an end, nothing, and one arc too many.
        (&[0x80, 7, 13, 1][..], 8),
        (&[&big[..], &[13, 1]].concat(), 8),
        (&[7, 13, 0x81], 10),
        (&[7, 13], 10),
        (&[7, 13, 1, 1], 11),
        // 2^32 + 13 in the place of node 13.
        (&[7, 0x90, 0x80, 0x80, 0x80, 13, 1], 9),
    ] {
        let der = object_identifier(&[&good[..], tail].concat());
        let error = AccessPointOid::from_der_with_tag(&der).unwrap_err();
        let tag = Tag::ObjectIdentifier;
        assert_eq!(error.kind(), ErrorKind::Value { tag }, "{tail:x?}");
        assert_eq!(
            error.position(),
            Some(der::Length::new(position)),
            "{tail:x?}"
        );
    }
}

#[test]
fn an_arc_of_64_bits_is_read_and_one_more_is_not() {
    let largest = AccessPointOid::parse("1.2.246.553.1.18446744073709551615.13.1").unwrap();
    let der = largest.to_der().unwrap();
    assert_eq!(AccessPointOid::from_der_with_tag(&der), Ok(largest));
}

#[test]
fn a_length_in_long_form_is_der_only_where_it_has_to_be() {
    let oid = AccessPointOid::parse("1.2.246.553.1.7.13.1").unwrap();
    let der = oid.to_der().unwrap();
    let long = [&[6, 0x81, der[1]], &der[2..]].concat();
    assert!(AccessPointOid::from_der_with_tag(&long).is_err());
    // 128 octets need one, and are more than any access point has.
    let content = [&[0x2a][..], &[1; 127]].concat();
    let many = [&[6, 0x81, 128], &content[..]].concat();
    let tag = Tag::ObjectIdentifier;
    assert_eq!(kind_of_fault(&many), ErrorKind::Length { tag });
}

#[test]
fn it_stands_as_a_field_of_a_structure() {
    #[derive(Debug, PartialEq, Eq, Sequence)]
    struct Entry<'a> {
        point: AccessPointOid,
        #[asn1(optional = "true")]
        owner: Option<OwnerOid>,
        note: &'a OctetStringRef,
    }
    let point = AccessPointOid::parse("1.2.246.10.12345671.10.0.13.1").unwrap();
    for owner in [None, Some(point.owner())] {
        let note = OctetStringRef::new(b"kanta").unwrap();
        let entry = Entry { point, owner, note };
        let der = entry.to_der().unwrap();
        assert_eq!(Entry::from_der(&der).unwrap(), entry);
    }
}

proptest! {
    #[test]
    fn whatever_is_read_is_written_as_it_stood(content in prop::collection::vec(any::<u8>(), 0..40)) {
        let der = object_identifier(&content);
        let with_tag = AccessPointOid::from_der_with_tag(&der);
        prop_assert_eq!(with_tag.ok(), AccessPointOid::from_der_content(&content).ok());
        if let Ok(oid) = with_tag {
            prop_assert_eq!(oid.to_der().unwrap(), der);
        }
    }

    #[test]
    fn every_access_point_comes_back(oid in kanta_oid::strategies::access_point_oids()) {
        prop_assert_eq!(AccessPointOid::from_der_with_tag(&oid.to_der().unwrap()), Ok(oid));
    }
}
