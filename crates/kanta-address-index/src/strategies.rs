//! Strategies for the property tests of software that asks an index (feature `proptest`).
//!
//! ```
//! use kanta_address_index::strategies;
//! use proptest::prelude::*;
//!
//! let asked = strategies::rights().prop_flat_map(|right| (Just(right.clone()), strategies::requests_of(right)));
//! proptest!(|((right, request) in asked)| {
//!     prop_assert_eq!(request.subject, right.subject);
//!     prop_assert_eq!(request.access_point.owner(), right.subject);
//! });
//! ```

use kanta_conformance::Date;
use kanta_oid::strategies::{access_point_oids, owner_oids};
use proptest::prelude::*;
use proptest::sample::select;

use crate::{Period, Request, Right, Service};

/// Days from 2010 to 2030.
pub fn days() -> impl Strategy<Value = Date> {
    (0_i32..7_670).prop_map(|days| Date::constant(2010, 1, 1).plus_days(days))
}

/// Any of the services.
pub fn services() -> impl Strategy<Value = Service> {
    select(Service::ALL)
}

/// Times that begin before they end, or have no end.
pub fn validities() -> impl Strategy<Value = Period> {
    (days(), proptest::option::of(1_i32..4_000)).prop_map(|(from, length)| {
        Period::new(Some(from), length.map(|length| from.plus_days(length)))
    })
}

/// Rights on an approved application, in the direct model; each access point stands under its right-subject.
pub fn rights() -> impl Strategy<Value = Right> {
    (access_point_oids(), services(), validities())
        .prop_map(|(point, service, validity)| Right::new(point.owner(), point, service, validity))
}

/// Requests of anybody for anything; half of them name a tenant or a service unit.
pub fn requests() -> impl Strategy<Value = Request> {
    let beside = || proptest::option::of(owner_oids());
    (
        owner_oids(),
        access_point_oids(),
        services(),
        days(),
        beside(),
        beside(),
    )
        .prop_map(|(subject, point, service, day, tenant, unit)| {
            let mut request = Request::new(subject, point, service, day);
            request.tenant = tenant;
            request.service_unit = unit;
            request
        })
}

/// Requests that ask for what a right gives, on any day.
pub fn requests_of(right: Right) -> impl Strategy<Value = Request> {
    days().prop_map(move |day| Request::new(right.subject, right.access_point, right.service, day))
}
