//! Two random worlds: whatever is answered differently is told, and what is told is so.

use crate::oracle::Tables;
use crate::worlds::Dice;
use kanta_address_index::{AddressIndex, Changes, Covers, Period, Request, Service};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;
use proptest::prelude::*;
use std::collections::BTreeSet;

const TENANT_ROWS: [&str; 6] = [
    "connection-models/tenant-not-of-this-party",
    "connection-models/tenant-in-no-register",
    "connection-models/tenant-agreement-missing",
    "connection-models/tenant-oid-of-another-register",
    "connection-models/tenant-not-private",
    "connection-models/host-of-tenant-not-private",
];
const UNIT_ROW: &str = "connection-models/service-unit-not-annotated";

fn permits(index: &AddressIndex, request: &Request) -> bool {
    index.decide(request).is_permit()
}

/// None of these rows stands in the way.
fn in_order(index: &AddressIndex, request: &Request, rows: &[&str]) -> bool {
    let explanation = index.explain(request);
    let mut missing = explanation.missing();
    !missing.any(|link| rows.contains(&link.requirement.id()))
}

/// No unit, one without an annotation, and every one with an annotation.
fn units(indexes: [&AddressIndex; 2]) -> BTreeSet<Option<OwnerOid>> {
    let annotations = indexes.map(|index| index.to_data_set().annotations);
    let annotated = annotations.iter().flatten().map(|it| it.unit);
    let others = [None, Some(OwnerOid::sote(12_345_671, 99))];
    annotated.chain(others).collect()
}

fn received_by(mut request: Request, unit: Option<OwnerOid>) -> Request {
    request.service_unit = unit;
    request
}

fn asked_on(mut request: Request, day: Date) -> Request {
    request.day = day;
    request
}

/// Requests for the triples that two indexes hold, of a party.
fn uses(indexes: [&AddressIndex; 2], party: OwnerOid) -> Vec<Request> {
    let rights = indexes.into_iter().flat_map(AddressIndex::rights);
    let triples: BTreeSet<_> = rights
        .filter(|right| right.subject == party)
        .map(|right| (right.access_point, right.service))
        .collect();
    let units = units(indexes);
    let requests = triples.into_iter().flat_map(|(point, service)| {
        let request = Request::new(party, point, service, Date::constant(2025, 1, 1));
        units.iter().map(move |&unit| received_by(request, unit))
    });
    requests.collect()
}

/// The days inside a span at its ends, and those outside beside them.
fn ends(days: Period) -> ([Date; 2], [Date; 2]) {
    let (from, until) = (days.from.unwrap(), days.until.unwrap());
    ([from, until.plus_days(-1)], [from.plus_days(-1), until])
}

/// Every span told as lost is a permit before and a denial after, at both its ends and not beyond.
fn spans_are_true(old: &AddressIndex, new: &AddressIndex, changes: &Changes) {
    let is_lost = |request: &Request| permits(old, request) && !permits(new, request);
    let units = units([old, new]);
    for span in &changes.lost {
        let (inside, outside) = ends(span.days);
        let of_right = |day: Date| -> Vec<Request> {
            let request = Request::new(span.subject, span.access_point, span.service, day);
            let units = units.iter();
            units.map(|&unit| received_by(request, unit)).collect()
        };
        for day in inside {
            assert!(
                of_right(day).iter().any(|it| permits(old, it)),
                "{span:?} {day}"
            );
            assert!(
                !of_right(day).iter().any(|it| permits(new, it)),
                "{span:?} {day}"
            );
        }
        for day in outside {
            let before = of_right(day).iter().any(|it| permits(old, it));
            let after = of_right(day).iter().any(|it| permits(new, it));
            assert!(!before || after, "{span:?} {day}");
        }
    }
    for span in &changes.tenants_lost {
        let (inside, outside) = ends(span.days);
        let held = uses([old, new], span.host);
        let lost = |day: Date| {
            let uses = held.iter().map(|&request| asked_on(request, day));
            let mut uses = uses.map(|request| request.by_tenant(span.tenant));
            uses.any(|it| is_lost(&it) && !in_order(new, &it, &TENANT_ROWS))
        };
        assert!(inside.into_iter().all(lost), "{span:?}");
        assert!(!outside.into_iter().any(lost), "{span:?}");
    }
    for span in &changes.units_lost {
        let (inside, outside) = ends(span.days);
        let held = uses([old, new], span.party);
        let lost_for = |unit: Option<OwnerOid>, day: Date| {
            let uses = held.iter().map(|&request| asked_on(request, day));
            let uses = uses.filter(|it| it.service == Service::RenewalRequests);
            let mut uses = uses.filter(|it| it.service_unit == unit);
            uses.any(|it| is_lost(&it) && !in_order(new, &it, &[UNIT_ROW]))
        };
        for day in inside {
            assert!(lost_for(span.unit, day), "{span:?} {day}");
        }
        for day in outside {
            // What every unit loses is told under none.
            let told_elsewhere = span.unit.is_some() && lost_for(None, day);
            assert!(
                !lost_for(span.unit, day) || told_elsewhere,
                "{span:?} {day}"
            );
        }
    }
}

/// A request that is permitted before and denied after lies in a span.
fn is_told(changes: &Changes, request: &Request) -> bool {
    let on = |days: Period| days.covers(request.day) == Covers::Yes;
    let triple = (request.subject, request.access_point, request.service);
    changes
        .lost
        .iter()
        .any(|span| (span.subject, span.access_point, span.service) == triple && on(span.days))
        || changes.tenants_lost.iter().any(|span| {
            (span.host, Some(span.tenant)) == (request.subject, request.tenant) && on(span.days)
        })
        || changes.units_lost.iter().any(|span| {
            let unit = span.unit.is_none() || span.unit == request.service_unit;
            span.party == request.subject
                && request.service == Service::RenewalRequests
                && unit
                && on(span.days)
        })
}

fn compare(before: &Tables, after: &Tables, seed: u64) -> Changes {
    let (old, new) = (crate::worlds::index(before), crate::worlds::index(after));
    let (changes, back) = (old.changes_to(&new), new.changes_to(&old));
    assert_eq!(changes.is_empty(), old == new);
    assert_eq!(changes.gained, back.lost);
    assert_eq!(changes.tenants_gained, back.tenants_lost);
    assert_eq!(changes.units_gained, back.units_lost);
    assert_eq!(changes.records.len(), back.records.len());
    spans_are_true(&old, &new, &changes);
    spans_are_true(&new, &old, &back);
    let mut dice = Dice::new(seed);
    for round in 0..400 {
        let tables = if round % 2 == 0 { before } else { after };
        let request = crate::worlds::request(&crate::worlds::question(&mut dice, tables));
        match [&old, &new].map(|index| permits(index, &request)) {
            [true, false] => assert!(is_told(&changes, &request), "{request:?}"),
            [false, true] => assert!(is_told(&back, &request), "{request:?}"),
            _ => assert!(!changes.is_empty() || old == new),
        }
    }
    changes
}

/// A world with a few records gone and a few fields said otherwise.
fn edited(tables: &Tables, dice: &mut Dice) -> Tables {
    let mut tables = tables.clone();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(tables.rows.len());
        let (kind, row) = &mut tables.rows[at];
        match *kind {
            "agreement" | "annotation" | "right" | "tenant" if dice.roll(2) == 0 => {
                let tenant = *kind == "tenant";
                let id = row.get("id").cloned().unwrap_or_default();
                tables.rows.remove(at);
                if tenant {
                    let names = |row: &crate::oracle::Row| {
                        ["one", "other"]
                            .iter()
                            .any(|end| row.get(*end) == Some(&id))
                    };
                    tables.rows.retain(|(_, row)| !names(row));
                }
            }
            "party" | "tenant" => {
                let (field, of): (_, &[&str]) = if dice.roll(2) == 0 {
                    ("sector", &["private", "public"])
                } else {
                    ("register", &["sote", "valvira"])
                };
                row.insert(field, dice.pick(of).to_owned());
            }
            "agreement" | "annotation" => {
                // Shorter times overlap with nothing new.
                let until = row
                    .get("until")
                    .is_none_or(|day| day.as_str() > "2025-09-01");
                let from = row
                    .get("from")
                    .is_none_or(|day| day.as_str() < "2025-09-01");
                if until && from {
                    row.insert("until", "2025-09-01".to_owned());
                } else {
                    tables.rows.remove(at);
                }
            }
            _ => {}
        }
    }
    tables
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same tables in another order: no change, and every answer is the same.
    #[test]
    fn no_change_is_no_difference(seed in any::<u64>()) {
        let tables = crate::worlds::world(seed);
        let mut turned = tables.clone();
        turned.rows.reverse();
        let changes = compare(&tables, &turned, seed);
        prop_assert_eq!(changes, Changes::default());
    }

    #[test]
    fn what_differs_between_two_worlds_is_told(seed in any::<u64>(), other in any::<u64>()) {
        compare(&crate::worlds::world(seed), &crate::worlds::world(other), seed ^ other);
    }

    #[test]
    fn what_a_few_edits_change_is_told(seed in any::<u64>(), edits in any::<u64>()) {
        let tables = crate::worlds::world(seed);
        let after = edited(&tables, &mut Dice::new(edits));
        compare(&tables, &after, seed ^ edits);
    }

    /// Of every address of a small space, the longest prefix told is right, and where none is told
    /// nothing changed.
    #[test]
    fn every_address_that_changes_hands_is_told(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut index = || {
            let mut text = String::from("{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n{\"record\":\"party\",\"id\":\"p\",\"oid\":\"1.2.246.10.1.10.0\",\"kind\":\"provider\"}\n");
            for point in 1..=3 {
                let mut prefixes = BTreeSet::new();
                for _ in 0..dice.roll(4) {
                    let length = 27 + dice.roll(6);
                    let first = dice.roll(32) & !((1_usize << (32 - length)) - 1);
                    prefixes.insert(match dice.roll(3) {
                        0 => format!("\"::ffff:192.0.2.{first}/{}\"", length + 96),
                        1 => format!("\"2001:db8::{first:x}/{}\"", length + 96),
                        _ => format!("\"192.0.2.{first}/{length}\""),
                    });
                }
                let prefixes: Vec<_> = prefixes.into_iter().collect();
                text.push_str(&format!(
                    "{{\"record\":\"access_point\",\"id\":\"a{point}\",\"oid\":\"1.2.246.10.1.10.0.13.{point}\",\"administrator\":\"p\",\"addresses\":[{}]}}\n",
                    prefixes.join(",")
                ));
            }
            crate::worlds::read(&text).unwrap()
        };
        let (old, new) = (index(), index());
        let changes = old.changes_to(&new);
        for last in 0..32_u32 {
            for address in [format!("192.0.2.{last}"), format!("2001:db8::{last:x}")] {
                let address = address.parse().unwrap();
                let at = |index: &AddressIndex| {
                    let mut oids: Vec<_> = index.access_points_at(address).map(|it| it.oid).collect();
                    oids.sort_unstable();
                    oids
                };
                let told = changes.addresses.iter().filter(|it| it.prefix.contains(&address));
                match told.max_by_key(|it| it.prefix.prefix_len()) {
                    None => prop_assert_eq!(at(&old), at(&new)),
                    // A narrower prefix that did not change may stand inside.
                    Some(_) if at(&old) == at(&new) => {}
                    Some(it) => prop_assert_eq!((&it.before, &it.after), (&at(&old), &at(&new))),
                }
            }
        }
    }
}

/// Units and annotations of the whole, both many: what is told does not multiply.
#[test]
fn what_is_told_grows_with_the_records() {
    let mut text = String::from(
        "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2030-12-01\"}
{\"record\":\"party\",\"id\":\"p\",\"oid\":\"1.2.246.10.1.10.0\",\"kind\":\"provider\",\"sector\":\"private\",\"health_care\":true,\"register\":\"sote\"}
{\"record\":\"access_point\",\"id\":\"a\",\"oid\":\"1.2.246.10.1.10.0.13.1\",\"administrator\":\"p\"}
{\"record\":\"right\",\"for\":\"p\",\"access_point\":\"a\",\"service\":\"prescription\",\"from\":\"2024-01-01\"}
{\"record\":\"right\",\"for\":\"p\",\"access_point\":\"a\",\"service\":\"renewal-requests\",\"from\":\"2024-01-01\"}
{\"record\":\"annotation\",\"party\":\"p\",\"unit\":\"1.2.246.10.1.10.999\",\"from\":\"2020-01-01\"}\n",
    );
    let after = text.clone();
    let day: Date = "2024-01-01".parse().unwrap();
    let unit = |number| format!("\"unit\":\"1.2.246.10.1.10.{number}\",\"from\":\"2024-01-01\"");
    // More changes than this are refused of one right.
    let whole = (1..=30).map(|number| {
        let (from, until) = (day.plus_days(number * 2), day.plus_days(number * 2 + 1));
        format!("\"from\":\"{from}\",\"until\":\"{until}\"")
    });
    for times in whole.chain((1..=400).map(unit)) {
        text.push_str(&format!(
            "{{\"record\":\"annotation\",\"party\":\"p\",{times}}}\n"
        ));
    }
    let (old, new) = (
        crate::worlds::read(&text).unwrap(),
        crate::worlds::read(&after).unwrap(),
    );
    let changes = old.changes_to(&new);
    assert!(changes.lost.is_empty());
    assert_eq!(changes.units_lost.len(), 30 + 400);
    assert_eq!(changes.records.len(), 30 + 400);
}
