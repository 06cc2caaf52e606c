//! Values: text, octets, parts and order all lead back to the same value.
#![no_main]

use kanta_oid::{AccessPointOid, BusinessId, MAX_DER_LEN, MAX_TEXT_LEN, OwnerOid};
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    |values: (AccessPointOid, AccessPointOid, BusinessId, u64)| {
        let (a, b, business_id, number) = values;
        let text = a.to_string();
        assert!(text.len() <= MAX_TEXT_LEN);
        assert_eq!(AccessPointOid::parse(&text), Ok(a));
        assert_eq!(
            AccessPointOid::from_der_content(a.encode_der_content(&mut [0; MAX_DER_LEN])),
            Ok(a)
        );

        let owner = a.owner();
        assert_eq!(text, format!("{owner}.13.{}", a.number()));
        assert_eq!(OwnerOid::parse(&owner.to_string()), Ok(owner));
        assert_eq!(
            OwnerOid::from_der_content(owner.encode_der_content(&mut [0; MAX_DER_LEN])),
            Ok(owner)
        );
        let length = format!("{owner}.13.{number}").len();
        assert_eq!(owner.access_point(number).is_ok(), length <= MAX_TEXT_LEN);
        if let Ok(next) = owner.next_access_point([a, b]) {
            assert!(next > a && next.owner() == owner);
        }

        let arcs = |oid: AccessPointOid| -> Vec<u64> {
            oid.to_string()
                .split('.')
                .map(|arc| arc.parse().expect("an arc"))
                .collect()
        };
        assert_eq!(a.cmp(&b), arcs(a).cmp(&arcs(b)));

        assert_eq!(BusinessId::parse(&business_id.to_string()), Ok(business_id));
        if let Some(arc) = business_id.to_arc() {
            assert_eq!(OwnerOid::sote(arc, number).business_id(), Some(business_id));
        }
    }
);
