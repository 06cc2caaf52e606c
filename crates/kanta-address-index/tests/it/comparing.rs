//! Two states of an index: whatever is answered differently is told, what is told is answered
//! differently, and no change at all means that nothing differs.

use std::collections::BTreeSet;

use crate::oracle::Tables;
use crate::worlds::Dice;
use kanta_address_index::{
    AddressIndex, ChangeKind, Changes, Covers, Form, Order, Request, Service, Source, TenantSpan,
    Trial, UnitSpan, Validity,
};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../../../examples/data/index.toml");

fn read(text: &str) -> AddressIndex {
    let source = Source {
        form: Form::Toml,
        bytes: text.as_bytes(),
    };
    AddressIndex::read(&[source]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// What changes when the example has one text replaced.
fn instead(of: &str, is: &str) -> Changes {
    assert_eq!(EXAMPLE.matches(of).count(), 1, "{of}");
    read(EXAMPLE).changes_to(&read(&EXAMPLE.replace(of, is)))
}

/// The same, of an order.
fn tried(order: &str) -> Trial {
    let index = read(EXAMPLE);
    let source = Source {
        form: Form::Toml,
        bytes: order.as_bytes(),
    };
    index
        .try_order(&Order::read(&source, &index).unwrap())
        .unwrap()
}

fn records(changes: &Changes) -> Vec<String> {
    let told = changes.records.iter().map(|it| {
        let (kind, id, change) = (it.record, &it.id, it.change);
        format!("{change} {kind} {id} {}", it.fields.join(","))
    });
    told.map(|line| line.trim_end().to_owned()).collect()
}

fn of_tenants(spans: &[TenantSpan]) -> Vec<String> {
    let told = spans
        .iter()
        .map(|it| format!("{} {} {}", it.host, it.tenant, it.days));
    told.collect()
}

fn of_units(spans: &[UnitSpan]) -> Vec<String> {
    let unit = |unit: Option<OwnerOid>| unit.map_or("any".to_owned(), |oid| oid.to_string());
    let told = spans
        .iter()
        .map(|it| format!("{} {} {}", it.party, unit(it.unit), it.days));
    told.collect()
}

const PHYSIO: &str = "1.2.246.10.12345671.10.0 1.2.246.10.76543212.10.0 2024-05-01 – 2026-12-01";

#[test]
fn a_tenant_that_may_no_longer_act_is_told() {
    let agreement = "[[agreement]]\nbetween = [\"clinic\", \"physio\"]\nfrom = 2024-05-01\n";
    let changes = instead(agreement, "");
    assert_eq!(of_tenants(&changes.tenants_lost), [PHYSIO]);
    assert_eq!(records(&changes), ["withdrawn agreement clinic+physio"]);
    assert!(changes.lost.is_empty() && !changes.is_empty());
    // An agreement that leaves the duties out is not the one asked for (2.3, 7.4).
    for (said, lost) in [("false", &[PHYSIO][..]), ("true", &[])] {
        let stated = format!("{agreement}states_duties = {said}\n");
        let changes = instead(agreement, &stated);
        assert_eq!(of_tenants(&changes.tenants_lost), lost);
        assert_eq!(
            records(&changes),
            ["changed agreement clinic+physio states_duties"]
        );
    }
    let ended = agreement.replace("2024-05-01", "2024-05-01\nuntil = 2026-03-01");
    let changes = instead(agreement, &ended);
    let rest = "1.2.246.10.12345671.10.0 1.2.246.10.76543212.10.0 2026-03-01 – 2026-12-01";
    assert_eq!(of_tenants(&changes.tenants_lost), [rest]);
    assert_eq!(records(&changes), ["changed agreement clinic+physio until"]);

    let host = "host = \"clinic\"\nsector = \"private\"\nregister = \"sote\"";
    for (is, field) in [
        (
            "host = \"clinic\"\nsector = \"public\"\nregister = \"sote\"",
            "sector",
        ),
        ("host = \"clinic\"\nregister = \"sote\"", "sector"),
        ("host = \"clinic\"\nsector = \"private\"", "register"),
    ] {
        let changes = instead(host, is);
        // Before 2.1.2024 it is not known whether the model was for private providers.
        assert_eq!(of_tenants(&changes.tenants_lost), [PHYSIO], "{is}");
        assert_eq!(
            records(&changes),
            [format!("changed tenant physio {field}")]
        );
    }
    let gained = read(&EXAMPLE.replace(agreement, "")).changes_to(&read(EXAMPLE));
    assert_eq!(of_tenants(&gained.tenants_gained), [PHYSIO]);
    assert!(gained.tenants_lost.is_empty());
}

#[test]
fn a_service_unit_that_no_longer_receives_requests_is_told() {
    let unit = "unit = \"1.2.246.10.12345671.10.1\"\nfrom = 2024-03-01\n";
    let annotation = format!("[[annotation]]\nparty = \"clinic\"\n{unit}");
    let changes = instead(&annotation, "");
    let first = "1.2.246.10.12345671.10.0 1.2.246.10.12345671.10.1";
    // The other unit's annotation ends on 1.1.2026, and with it the right: that is told as a right.
    assert_eq!(
        of_units(&changes.units_lost),
        [format!("{first} 2024-03-01 – 2026-12-01")]
    );
    assert_eq!(changes.lost.len(), 1);
    assert_eq!(changes.lost[0].days.to_string(), "2026-01-01 – 2026-12-01");
    // Each unit, and every other one, stands under an annotation of the whole organisation.
    let whole = format!("[[annotation]]\nparty = \"clinic\"\nfrom = 2025-01-01\n\n{annotation}");
    let changes = instead(&annotation, &whole);
    let any = "1.2.246.10.12345671.10.0 any 2025-01-01 – 2026-12-01";
    assert_eq!(of_units(&changes.units_gained), [any]);
    assert!(changes.gained.is_empty() && changes.units_lost.is_empty());
}

/// The whole organisation's annotation outlives a unit's: where it stands the unit loses nothing,
/// and where it has ended there is nothing left to lose.
#[test]
fn a_unit_loses_the_days_on_which_it_alone_was_annotated() {
    let whole = "[[annotation]]\nparty = \"clinic\"\nfrom = 2024-09-01\nuntil = 2025-06-01\n";
    let third = "[[annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.3\"\nfrom = 2024-06-01\nuntil = 2025-01-01\n";
    let after = format!("{EXAMPLE}\n{whole}");
    let before = read(&format!("{after}\n{third}"));
    let changes = before.changes_to(&read(&after));
    let lost = "1.2.246.10.12345671.10.0 1.2.246.10.12345671.10.3 2024-06-01 – 2024-09-01";
    assert_eq!(of_units(&changes.units_lost), [lost]);
}

#[test]
fn an_address_that_is_another_s_or_nobody_s_is_told() {
    let own = "addresses = [\"192.31.196.7\"]";
    let told = |changes: &Changes| {
        let lines = changes.addresses.iter().map(|it| {
            let list = |oids: &[kanta_oid::AccessPointOid]| {
                let oids = oids.iter().map(ToString::to_string);
                oids.collect::<Vec<_>>().join(" ")
            };
            format!(
                "{} {}: {} → {}",
                it.kind(),
                it.prefix,
                list(&it.before),
                list(&it.after)
            )
        });
        lines.collect::<Vec<_>>()
    };
    let clinic = "1.2.246.10.12345671.10.0.13.1";
    let changes = instead(own, "addresses = [\"192.31.196.8\"]");
    assert_eq!(
        told(&changes),
        [
            format!("withdrawn 192.31.196.7/32: {clinic} → "),
            format!("added 192.31.196.8/32:  → {clinic}"),
        ]
    );
    assert_eq!(
        records(&changes),
        ["changed access_point clinic-ap addresses"]
    );
    // One address out of the intermediary's prefix.
    let changes = instead(own, "addresses = [\"192.31.196.7\", \"192.175.48.5\"]");
    let relay = "1.2.246.537.6.918.18.42.13.1";
    assert_eq!(
        told(&changes),
        [format!("changed 192.175.48.5/32: {relay} → {clinic}")]
    );
    assert_eq!(changes.addresses[0].kind(), ChangeKind::Changed);
    // The same address written as IPv6 is the same.
    let changes = instead(own, "addresses = [\"::ffff:192.31.196.7\"]");
    assert!(changes.is_empty());
}

#[test]
fn every_other_record_that_differs_is_told_with_its_fields() {
    for (of, is, told) in [
        (
            "version = \"2025-12-01.1\"",
            "version = \"2\"",
            "changed header  version",
        ),
        (
            "reference = \"hakemus 2024-18\"",
            "",
            "changed right clinic.clinic-ap.renewal-requests reference",
        ),
        (
            "name = \"Esimerkkiapteekki\"",
            "",
            "changed pharmacy main-pharmacy name",
        ),
        (
            "name = \"N.N., apteekkari\"",
            "",
            "changed party apteekkari name",
        ),
        (
            ", until = 2027-03-11 }",
            " }",
            "changed access_point clinic-ap certificates",
        ),
    ] {
        let changes = instead(of, is);
        assert_eq!(records(&changes), [told]);
        assert!(!changes.is_empty());
        let only = Changes {
            records: changes.records.clone(),
            ..Changes::default()
        };
        assert_eq!(changes, only, "{is}");
    }
    // The expiry ends rights; what stands beside them is as it was.
    let changes = instead("expires = 2026-12-01 ", "expires = 2025-12-31 ");
    assert_eq!(records(&changes), ["changed header  expires"]);
    assert!(!changes.lost.is_empty() && changes.tenants_lost.is_empty());
    assert!(changes.units_lost.is_empty() && changes.addresses.is_empty());
    assert!(
        changes
            .lost
            .iter()
            .all(|it| it.days.to_string() == "2025-12-31 – 2026-12-01")
    );
}

#[test]
fn an_order_breaks_what_it_takes_from_others_and_not_what_it_withdraws() {
    let agreement =
        "[[withdraw.agreement]]\nbetween = [\"physio\", \"clinic\"]\nfrom = 2024-05-01\n";
    let annotation = "[[withdraw.annotation]]\nparty = \"clinic\"\nunit = \"1.2.246.10.12345671.10.2\"\nfrom = 2024-03-01\nuntil = 2026-01-01\n";
    let tenant = "[[withdraw.tenant]]\nid = \"physio\"\noid = \"1.2.246.10.76543212.10.0\"\nname = \"Fysioterapia Esimerkki\"\nhost = \"clinic\"\nsector = \"private\"\nregister = \"sote\"\n";
    let public = tenant
        .replace("withdraw", "add")
        .replace("private", "public");
    let trial = tried(&format!("format = 1\n{agreement}{annotation}"));
    assert_eq!(of_tenants(&trial.broken_tenants), [PHYSIO]);
    assert_eq!(trial.changes.units_lost.len(), 1);
    assert!(trial.breaks() && trial.broken_units.is_empty() && trial.broken.is_empty());
    // The tenant itself is withdrawn: that is what the order wants.
    let trial = tried(&format!("format = 1\n{agreement}{tenant}"));
    assert_eq!(of_tenants(&trial.changes.tenants_lost), [PHYSIO]);
    assert!(!trial.breaks());
    // It is changed, and no longer in order.
    let trial = tried(&format!("format = 1\n{tenant}{public}"));
    assert_eq!(of_tenants(&trial.broken_tenants), [PHYSIO]);
    assert!(trial.breaks());
}

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
        let with = move |&unit: &Option<OwnerOid>| Request {
            service_unit: unit,
            ..request
        };
        units.iter().map(with)
    });
    requests.collect()
}

/// The days inside a span at its ends, and those outside beside them.
fn ends(days: Validity) -> ([Date; 2], [Date; 2]) {
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
            let with = |&unit: &Option<OwnerOid>| Request {
                service_unit: unit,
                ..request
            };
            units.iter().map(with).collect()
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
            let uses = held.iter().map(|&request| Request { day, ..request });
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
            let uses = held.iter().map(|&request| Request { day, ..request });
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
    let on = |days: Validity| days.covers(request.day) == Covers::Yes;
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
