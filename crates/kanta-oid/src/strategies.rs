//! Strategies for the property tests of software that takes identifiers (feature `proptest`).
//!
//! ```
//! use kanta_oid::{AccessPointOid, strategies};
//! use proptest::prelude::*;
//!
//! proptest!(|(oid in strategies::access_point_oids(), miss in strategies::near_misses())| {
//!     prop_assert_eq!(AccessPointOid::parse(&oid.to_string()), Ok(oid));
//!     prop_assert!(AccessPointOid::parse(&miss).is_err());
//! });
//! ```

use std::format;
use std::string::{String, ToString};

use proptest::arbitrary::Arbitrary;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::BoxedStrategy;

use crate::{AccessPointOid, OidForm, OwnerOid};

/// Arcs of any length, short ones as likely as long ones.
pub fn arcs() -> impl Strategy<Value = u64> {
    (any::<u64>(), 0..64_u32).prop_map(|(value, shift)| value >> shift)
}

/// Owners in the five forms.
pub fn owner_oids() -> impl Strategy<Value = OwnerOid> {
    (select(&OidForm::ALL[..]), arcs(), arcs()).prop_map(|(form, code, unit)| {
        let unit = if form.has_unit() { unit } else { 0 };
        OwnerOid { form, code, unit }
    })
}

/// Access points in the five forms.
pub fn access_point_oids() -> impl Strategy<Value = AccessPointOid> {
    (owner_oids(), arcs()).prop_filter_map("at most 64 characters", |(owner, number)| {
        owner.access_point(number).ok()
    })
}

/// Texts that nearly are access-point OIDs, as people and other software write them: each is an
/// access-point OID with one fault. None of them parses.
pub fn near_misses() -> impl Strategy<Value = String> {
    (access_point_oids(), 0..12_u8, any::<Index>()).prop_map(|(oid, fault, index)| {
        let text = oid.to_string();
        let (owner, n) = (oid.owner().to_string(), oid.number());
        let dots = text.matches('.').count();
        let dot = index.index(dots);
        let at = text.match_indices('.').nth(dot).map_or(0, |(at, _)| at);
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let after = after.strip_prefix('.').unwrap_or_default();
        match fault {
            0 => format!("urn:oid:{text}"),
            1 => format!(" {text}"),
            2 => format!("{text}\n"),
            3 => format!("{text}."),
            4 => owner,
            5 => format!("{owner}.13"),
            6 => format!("{owner}.{}.{n}", select_node(index)),
            7 => format!("{before}.0{after}"),
            8 => format!("{before}. {after}"),
            9 => format!("{before}..{after}"),
            10 => format!("{before},{after}"),
            _ => format!("{text}.{n}"),
        }
    })
}

fn select_node(index: Index) -> u64 {
    *index.get(&[10, 11, 12, 14])
}

impl Arbitrary for OwnerOid {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        owner_oids().boxed()
    }
}

impl Arbitrary for AccessPointOid {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        access_point_oids().boxed()
    }
}
