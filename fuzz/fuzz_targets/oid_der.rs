//! DER content octets: what is read is written as the same octets, and the text agrees.
#![no_main]

use const_oid::ObjectIdentifier;
use kanta_oid::{AccessPointOid, MAX_DER_LEN, OwnerOid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    match AccessPointOid::from_der_content(content) {
        Ok(oid) => {
            assert_eq!(oid.encode_der_content(&mut [0; MAX_DER_LEN]), content);
            assert_eq!(AccessPointOid::parse(&oid.to_string()), Ok(oid));
            if let Ok(peer) = ObjectIdentifier::try_from(oid) {
                assert_eq!(peer.as_bytes(), content);
                assert_eq!(peer.to_string(), oid.to_string());
            }
        }
        Err(error) => assert!(error.offset() <= content.len()),
    }
    if let Ok(owner) = OwnerOid::from_der_content(content) {
        assert_eq!(owner.encode_der_content(&mut [0; MAX_DER_LEN]), content);
        assert_eq!(OwnerOid::parse(&owner.to_string()), Ok(owner));
    }
    // A peer's value of hostile octets is read by its octets or refused, never by its numbers.
    if let Ok(peer) = ObjectIdentifier::<39>::from_bytes(content) {
        assert_eq!(
            AccessPointOid::try_from(&peer),
            AccessPointOid::from_der_content(content)
        );
    }
});
