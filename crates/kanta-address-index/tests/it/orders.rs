//! Comparing two indexes, and orders that make the one the other.

use crate::example::{EXAMPLE, read};
use std::collections::BTreeSet;

use crate::oracle::Tables;
use crate::worlds::Dice;
use kanta_address_index::{
    AddressIndex, Covers, Form, Order, Period, Records, RightSpan, Service, Source, TenantSpan,
    UnitSpan,
};
use proptest::prelude::*;

/// Two worlds, far from each other or near.
fn two_worlds(seed: u64, other: u64) -> [Tables; 2] {
    let (before, after) = (crate::worlds::world(seed), crate::worlds::world(other));
    let mut dice = Dice::new(seed ^ other);
    match dice.roll(2) {
        0 => [before, after],
        _ => {
            let changed = crate::worlds::random::changed(&before, &after, &mut dice);
            [before, changed]
        }
    }
}

/// An order as a file and read again.
fn written_and_read(order: &Order, index: &AddressIndex) -> Order {
    let mut text = String::new();
    order.write_json_lines(&mut text).unwrap();
    let source = Source {
        form: Form::JsonLines,
        bytes: text.as_bytes(),
    };
    Order::read(&source, index).unwrap_or_else(|faults| panic!("{faults}"))
}

fn shuffle(records: &mut Records, dice: &mut Dice) {
    dice.shuffle(&mut records.parties);
    dice.shuffle(&mut records.pharmacies);
    dice.shuffle(&mut records.tenants);
    dice.shuffle(&mut records.access_points);
    dice.shuffle(&mut records.agreements);
    dice.shuffle(&mut records.annotations);
    dice.shuffle(&mut records.rights);
    // So are the lists within records.
    for agreement in &mut records.agreements {
        dice.shuffle(&mut agreement.between);
    }
    for point in &mut records.access_points {
        dice.shuffle(&mut point.addresses);
        dice.shuffle(&mut point.certificates);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// The order from one index to another, applied, answers every request as the other does, of
    /// tenants and of service units too; also as a file. It makes the one the other.
    #[test]
    fn the_difference_applied_is_the_target(seed in any::<u64>(), other in any::<u64>()) {
        let [before, after] = two_worlds(seed, other);
        let (old, new) = (crate::worlds::index(&before), crate::worlds::index(&after));
        let order = old.order_to(&new);
        let read = written_and_read(&order, &old);
        for order in [order, read] {
            let trial = old.try_order(&order).unwrap_or_else(|faults| panic!("{faults}"));
            for tables in [&before, &after] {
                for ask in crate::worlds::every_request(tables) {
                    let request = crate::worlds::request(&ask);
                    prop_assert_eq!(trial.index.decide(&request), new.decide(&request), "{:?}", ask);
                }
            }
            let mut dice = Dice::new(seed ^ other);
            for _ in 0..150 {
                let ask = crate::worlds::question(&mut dice, &after);
                let request = crate::worlds::request(&ask);
                let expected = after.missing(&ask).is_empty();
                prop_assert_eq!(trial.index.decide(&request).is_permit(), expected, "{:?}", ask);
                prop_assert_eq!(trial.index.explain(&request), new.explain(&request), "{:?}", ask);
            }
            prop_assert!(trial.index == new);
            prop_assert_eq!(trial.index.header(), new.header());
            prop_assert_eq!(&trial.changes, &old.changes_to(&new));
        }
        // And there is nothing left to do.
        prop_assert_eq!(new.order_to(&new), Order::default());
    }

    /// The rights gained and lost are those that the two answer differently, day by day.
    #[test]
    fn what_is_gained_and_lost_is_what_is_answered_differently(seed in any::<u64>(), other in any::<u64>()) {
        let [before, after] = two_worlds(seed, other);
        let changes = crate::worlds::index(&before).changes_to(&crate::worlds::index(&after));
        let mut dice = Dice::new(seed ^ other);
        for at in 0..400 {
            let mut ask = crate::worlds::question(&mut dice, [&before, &after][at % 2]);
            ask.tenant = None;
            let request = crate::worlds::request(&ask);
            let allowed = |tables: &Tables| {
                let mut missing = tables.missing(&ask);
                // It is asked of the service unit, and not of the right.
                missing.remove("connection-models/service-unit-not-annotated");
                missing.is_empty()
            };
            let allowed = [&before, &after].map(allowed);
            let within = |spans: &[RightSpan]| spans.iter().any(|span| {
                let triple = (span.subject, span.access_point, span.service);
                triple == (request.subject, request.access_point, request.service)
                    && span.days.covers(request.day) == Covers::Yes
            });
            prop_assert_eq!(within(&changes.gained), allowed == [false, true], "{:?}", ask);
            prop_assert_eq!(within(&changes.lost), allowed == [true, false], "{:?}", ask);
        }
    }

    /// Every request that the one allows and the other does not, of a tenant or of a service unit
    /// too, is told; and what is told of tenants and units is so. Nothing is told of equal ones.
    #[test]
    fn every_request_that_is_answered_differently_is_told(seed in any::<u64>(), other in any::<u64>()) {
        let [before, after] = two_worlds(seed, other);
        let [old, new] = [&before, &after].map(crate::worlds::index);
        let changes = old.changes_to(&new);
        prop_assert_eq!(changes.is_empty(), old == new);
        prop_assert!(new.changes_to(&new).is_empty());
        let mut dice = Dice::new(seed ^ other ^ 4);
        for at in 0..2_000 {
            let ask = crate::worlds::question(&mut dice, [&before, &after][at % 2]);
            let request = crate::worlds::request(&ask);
            let on = |days: Period| days.covers(request.day) == Covers::Yes;
            let of_rights = |spans: &[RightSpan]| spans.iter().any(|span| {
                let triple = (span.subject, span.access_point, span.service);
                triple == (request.subject, request.access_point, request.service) && on(span.days)
            });
            let of_tenants = |spans: &[TenantSpan]| spans.iter().any(|span| {
                (span.host, Some(span.tenant)) == (request.subject, request.tenant) && on(span.days)
            });
            let of_units = |spans: &[UnitSpan]| spans.iter().any(|span| {
                let unit = span.unit.is_none() || span.unit == request.service_unit;
                span.party == request.subject && unit && on(span.days)
            });
            let missing = [&before, &after].map(|tables| tables.missing(&ask));
            let told = [
                of_rights(&changes.lost)
                    || of_tenants(&changes.tenants_lost)
                    || of_units(&changes.units_lost),
                of_rights(&changes.gained)
                    || of_tenants(&changes.tenants_gained)
                    || of_units(&changes.units_gained),
            ];
            match missing.each_ref().map(BTreeSet::is_empty) {
                [true, false] => prop_assert!(told[0], "lost and not told: {:?}", ask),
                [false, true] => prop_assert!(told[1], "gained and not told: {:?}", ask),
                _ => {}
            }
            let order = |rules: &[&str]| missing.each_ref().map(|missing| {
                !missing.iter().any(|id| rules.contains(id))
            });
            let tenant = order(&[
                "address-index/data-set-expired",
                "connection-models/tenant-not-of-this-party",
                "connection-models/tenant-in-no-register",
                "connection-models/tenant-agreement-missing",
                "connection-models/tenant-oid-of-another-register",
                "connection-models/tenant-not-private",
                "connection-models/host-of-tenant-not-private",
            ]);
            if of_tenants(&changes.tenants_gained) {
                prop_assert_eq!(tenant, [false, true], "{:?}", ask);
            }
            if of_tenants(&changes.tenants_lost) {
                prop_assert_eq!(tenant, [true, false], "{:?}", ask);
            }
            // What is told of a unit runs from the first day to the last: in between every unit may receive them.
            let every_unit = || {
                let of_none = crate::oracle::Question { unit: None, ..ask.clone() };
                let annotated = |tables: &Tables| {
                    !tables.missing(&of_none).contains("connection-models/service-unit-not-annotated")
                };
                annotated(&before) || annotated(&after)
            };
            // Of the unit itself, where nothing is told of all that are not annotated.
            let of_this = |spans: &[UnitSpan]| {
                let of_party = spans.iter().filter(|span| span.party == request.subject);
                let mut of_this = of_party.filter(|span| span.unit == request.service_unit);
                ask.service == "renewal-requests" && of_this.any(|span| on(span.days))
            };
            let unit = order(&[
                "address-index/data-set-expired",
                "connection-models/right-subject-not-in-index",
                "connection-models/renewals-outside-health-care",
                "connection-models/service-unit-not-annotated",
            ]);
            if of_this(&changes.units_gained) && !every_unit() {
                prop_assert_eq!(unit, [false, true], "{:?}", ask);
            }
            if of_this(&changes.units_lost) && !every_unit() {
                prop_assert_eq!(unit, [true, false], "{:?}", ask);
            }
        }
    }

    /// Additions and withdrawals in any order come to the same.
    #[test]
    fn the_order_of_an_order_is_irrelevant(seed in any::<u64>(), other in any::<u64>()) {
        let [before, after] = two_worlds(seed, other);
        let (old, new) = (crate::worlds::index(&before), crate::worlds::index(&after));
        let straight = old.order_to(&new);
        let expected = old.try_order(&straight).unwrap();
        let mut dice = Dice::new(seed ^ other ^ 3);
        for _ in 0..4 {
            let mut order = straight.clone();
            shuffle(&mut order.add, &mut dice);
            shuffle(&mut order.withdraw, &mut dice);
            for order in [written_and_read(&order, &old), order] {
                let trial = old.try_order(&order).unwrap_or_else(|faults| panic!("{faults}"));
                prop_assert!(trial.index == new);
                prop_assert_eq!(&trial.changes, &expected.changes);
                prop_assert_eq!(&trial.broken, &expected.broken);
                prop_assert_eq!(&trial.broken_tenants, &expected.broken_tenants);
                prop_assert_eq!(&trial.broken_units, &expected.broken_units);
            }
        }
    }
}

/// Withdrawing the agreement breaks the right that rests on it, and changes nothing else.
#[test]
fn an_order_is_tried_before_it_is_applied() {
    let index = read(EXAMPLE);
    let order = |text: &str| {
        let source = Source {
            form: Form::Toml,
            bytes: text.as_bytes(),
        };
        Order::read(&source, &index).unwrap()
    };
    let withdraw = order(
        "format = 1\n[[withdraw.agreement]]\nbetween = [\"valittaja\", \"clinic\"]\nfrom = 2024-02-01\nuntil = 2027-02-01\n",
    );
    let trial = index.try_order(&withdraw).unwrap();
    assert_eq!(trial.changes.gained, []);
    assert_eq!(trial.broken, trial.changes.lost);
    let lost = trial.broken[0];
    assert_eq!(trial.broken.len(), 1);
    assert_eq!(
        index.id_of_access_point(lost.access_point),
        Some("valittaja-ap")
    );
    assert_eq!(lost.service, Service::PatientData);
    assert_eq!(lost.days.to_string(), "2024-03-01 – 2026-12-01");
    // The index itself stands as it was.
    assert!(index == read(EXAMPLE));
    let mut not_there =
        order("format = 1\n[[withdraw.agreement]]\nbetween = [\"valittaja\", \"clinic\"]\n");
    not_there.withdraw.agreements[0].validity.from = Some("2024-02-02".parse().unwrap());
    assert_eq!(
        index.try_order(&not_there).unwrap_err().to_string(),
        "withdraw.agreement[0]: the order withdraws a record that is not there"
    );
    let imaging = order(
        "format = 1\n[[add.right]]\nfor = \"clinic\"\naccess_point = \"clinic-ap\"\nservice = \"imaging\"\nfrom = 2026-01-01\n",
    );
    let trial = index.try_order(&imaging).unwrap();
    assert_eq!(trial.broken, []);
    assert_eq!(trial.changes.gained.len(), 1);
    assert_eq!(
        trial.changes.gained[0].days.to_string(),
        "2026-01-01 – 2026-12-01"
    );
}
