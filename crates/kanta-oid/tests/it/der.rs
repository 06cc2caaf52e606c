//! DER content octets: what is refused, and the longest.

use crate::common::SAMPLES;
use kanta_oid::{AccessPointOid, BuildError, MAX_DER_LEN, OidFault, OwnerOid};

/// `1.2.246.553.1.1234.13.1`, worked out by hand.
const OCTETS: [u8; 10] = [0x2a, 0x81, 0x76, 0x84, 0x29, 0x01, 0x89, 0x52, 0x0d, 0x01];

#[track_caller]
fn refused(octets: &[u8], fault: OidFault, message: &str) {
    let error = AccessPointOid::from_der_content(octets).expect_err(message);
    assert_eq!(error.fault(), fault);
    assert_eq!(error.to_string(), message);
}

#[test]
fn right_octets_are_read() {
    let oid = AccessPointOid::from_der_content(&OCTETS).unwrap();
    assert_eq!(oid.to_string(), "1.2.246.553.1.1234.13.1");
    assert_eq!(OwnerOid::from_der_content(&OCTETS[..8]), Ok(oid.owner()));
}

#[test]
fn every_cut_is_refused() {
    for sample in &SAMPLES {
        let oid = AccessPointOid::parse(sample.text).unwrap();
        let mut buffer = [0; MAX_DER_LEN];
        let octets = oid.encode_der_content(&mut buffer);
        for cut in 0..octets.len() {
            let error = AccessPointOid::from_der_content(&octets[..cut]).unwrap_err();
            let expected = match (cut, octets.get(cut.wrapping_sub(1))) {
                (0, _) => OidFault::Empty,
                (_, Some(0x80..)) => OidFault::Truncated,
                _ => OidFault::Missing,
            };
            assert_eq!(error.fault(), expected, "{:x?}", &octets[..cut]);
        }
        let longer = [octets, &[0]].concat();
        assert_eq!(
            AccessPointOid::from_der_content(&longer)
                .unwrap_err()
                .fault(),
            OidFault::Extra
        );
    }
}

#[test]
fn octets_are_refused_by_name() {
    refused(&[], OidFault::Empty, "nothing to read");
    refused(
        &[0x2a, 0x80, 0x01],
        OidFault::NonMinimal,
        "root: octets that are not minimal (arc 3, octet 2)",
    );
    refused(
        &[0x2a, 0x81, 0x76, 0x84, 0x29, 0x01, 0x80, 0x52, 0x0d, 0x01],
        OidFault::NonMinimal,
        "pharmacy code: octets that are not minimal (arc 6, octet 7)",
    );
    refused(
        &[0x2a, 0x81],
        OidFault::Truncated,
        "root: octets cut short (arc 3, octet 2)",
    );
    refused(
        &[0x2a, 0x81, 0x76],
        OidFault::Missing,
        "root: missing (arc 4, octet 4)",
    );
    refused(
        &[0x06, 0x0a, 0x2a],
        OidFault::UnexpectedArc,
        "root: expected `1` (arc 1, octet 1)",
    );
    refused(
        &[0x2b, 0x81, 0x76],
        OidFault::UnexpectedArc,
        "root: expected `2` (arc 2, octet 1)",
    );
    refused(
        &[0x2a, 0x81, 0x76, 0x84, 0x29, 0x01, 0x89, 0x52, 0x0e, 0x01],
        OidFault::UnexpectedArc,
        "access-point node: expected `13` (arc 7, octet 9)",
    );
    refused(
        &[OCTETS.as_slice(), &[0x05, 0x00]].concat(),
        OidFault::Extra,
        "after the end: nothing may follow (arc 9, octet 11)",
    );
    // The first subidentifier of 2.999, 2^64 and what wraps to 42.
    refused(
        &[0x88, 0x37],
        OidFault::UnexpectedArc,
        "root: expected `1` (arc 1, octet 1)",
    );
    refused(
        &[0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x2a],
        OidFault::ArcTooLarge,
        "root: over 18446744073709551615 (arc 1, octet 1)",
    );
}

#[test]
fn arcs_are_exact_up_to_2_to_the_64() {
    let number = |octets: &[u8]| {
        let octets = [&OCTETS[..9], octets].concat();
        AccessPointOid::from_der_content(&octets).map(|oid| oid.number())
    };
    assert_eq!(number(&[0x81, 0x80, 0x80, 0x80, 0x00]), Ok(1 << 28));
    assert_eq!(
        number(&[0x8f, 0xff, 0xff, 0xff, 0x7f]),
        Ok(u64::from(u32::MAX))
    );
    assert_eq!(number(&[0x90, 0x80, 0x80, 0x80, 0x00]), Ok(1 << 32));
    let ff = [0xff; 8];
    assert_eq!(number(&[&[0x81], &ff[..], &[0x7f]].concat()), Ok(u64::MAX));
    let zeros = [0x80; 8];
    assert_eq!(
        number(&[&[0x81], &zeros[..], &[0x00]].concat()),
        Ok(1 << 63)
    );
    for first in 0x82..=0xff {
        let error = number(&[&[first], &zeros[..], &[0x05]].concat()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "access-point number: over 18446744073709551615 (arc 8, octet 10)"
        );
    }
    // Two to the 64 and five, in eleven octets; and a million octets.
    let error = number(&[&[0x81], &[0x80; 9][..], &[0x05]].concat()).unwrap_err();
    assert_eq!(error.fault(), OidFault::ArcTooLarge);
    assert_eq!(
        number(&vec![0xff; 1_000_000]).unwrap_err().fault(),
        OidFault::ArcTooLarge
    );
}

#[test]
fn octets_whose_text_would_be_too_long_are_refused() {
    let arc = [&[0x81][..], &[0xff; 8], &[0x7f]].concat();
    let octets = [
        &[0x2a, 0x81, 0x76, 0x0a],
        &arc[..],
        &[10],
        &arc,
        &[13, 0x84, 0x80, 0x00],
    ];
    let error = AccessPointOid::from_der_content(&octets.concat()[..]).map(|oid| oid.to_string());
    // 11 + 20 + 4 + 20 + 4 characters, and five more for 65536.
    assert_eq!(error.unwrap().len(), 64);
    let octets = [
        &[0x2a, 0x81, 0x76, 0x0a],
        &arc[..],
        &[10],
        &arc,
        &[13, 0xbd, 0x84, 0x40],
    ];
    let error = AccessPointOid::from_der_content(&octets.concat()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the OID is over 64 characters, more than serialNumber can carry"
    );
}

#[test]
fn the_longest_octets_fit_into_the_buffer() {
    // The least number of each number of digits and of each number of octets.
    let tens = (0..20).map(|digits| 10_u64.pow(digits));
    let groups = (1..10).map(|groups| 1_u64 << (7 * groups));
    let arcs: Vec<u64> = tens.chain(groups).chain([0, u64::MAX]).collect();
    let mut longest = 0;
    for &code in &arcs {
        for &unit in &arcs {
            let owners = [
                OwnerOid::sote(code, unit),
                OwnerOid::sote_537(code, unit),
                OwnerOid::valvira(code),
                OwnerOid::pharmacy(code),
                OwnerOid::intermediary(code),
            ];
            for owner in owners {
                for &number in &arcs {
                    let Ok(oid) = owner.access_point(number) else {
                        continue;
                    };
                    let mut buffer = [0; MAX_DER_LEN];
                    let octets = oid.encode_der_content(&mut buffer);
                    longest = longest.max(octets.len());
                    assert_eq!(AccessPointOid::from_der_content(octets), Ok(oid));
                }
            }
        }
    }
    assert_eq!(longest, MAX_DER_LEN);
}

#[test]
fn const_oid_is_read_by_its_octets() {
    use const_oid::ObjectIdentifier;

    let peer = ObjectIdentifier::new_unwrap("1.2.246.553.1.1234.13.1");
    let oid = AccessPointOid::try_from(&peer).unwrap();
    assert_eq!(oid.encode_der_content(&mut [0; MAX_DER_LEN]), OCTETS);
    assert_eq!(ObjectIdentifier::try_from(oid), Ok(peer));
    let owner = ObjectIdentifier::try_from(oid.owner()).unwrap();
    assert_eq!(owner, ObjectIdentifier::new_unwrap("1.2.246.553.1.1234"));
    assert_eq!(OwnerOid::try_from(&owner), Ok(oid.owner()));

    for (number, holds) in [(u32::MAX.into(), true), (1 << 32, false), (u64::MAX, false)] {
        let oid = OwnerOid::pharmacy(1).access_point(number).unwrap();
        match ObjectIdentifier::try_from(oid) {
            Ok(peer) => {
                assert!(holds);
                assert_eq!(peer.to_string(), oid.to_string());
            }
            Err(error) => {
                assert!(!holds);
                assert_eq!(error, BuildError::ArcOver32Bits { arc: number });
                assert_eq!(
                    error.to_string(),
                    format!("the arc `{number}` does not fit in 32 bits")
                );
            }
        }
    }
    assert_eq!(
        ObjectIdentifier::try_from(OwnerOid::valvira(10_000_222_116)),
        Err(BuildError::ArcOver32Bits {
            arc: 10_000_222_116
        })
    );

    // Octets that are not minimal: the peer may read them as another number, we refuse them.
    let octets = [0x2a, 0x81, 0x76, 0x84, 0x29, 0x01, 0x80, 0x52, 0x0d, 0x01];
    if let Ok(peer) = ObjectIdentifier::<39>::from_bytes(&octets) {
        assert_eq!(
            AccessPointOid::try_from(&peer).unwrap_err().fault(),
            OidFault::NonMinimal
        );
    }
}
