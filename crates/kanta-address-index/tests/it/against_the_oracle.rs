//! The index against a naive search over plain strings.

use std::collections::{BTreeMap, BTreeSet};

use crate::oracle::{Question, Row, Tables};
use crate::worlds::{Dice, row};
use kanta_address_index::{
    AccessPoint, AddressIndex, Agreement, Annotation, DataSet, Header, Party, PartyKind, Period,
    Register, RegisterEntry, Request, Right, Sector, Service,
};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;
use proptest::prelude::*;

fn missing(index: &AddressIndex, request: &Request) -> BTreeSet<&'static str> {
    let explanation = index.explain(request);
    assert_eq!(explanation.decision, index.decide(request), "{request:?}");
    let missing: BTreeSet<_> = explanation
        .missing()
        .map(|link| link.requirement.id())
        .collect();
    assert_eq!(explanation.decision.is_permit(), missing.is_empty());
    missing
}

/// The same missing links as the naive search finds, deciding as explaining, one by one as in a
/// batch.
fn answers_as_the_oracle(
    index: &AddressIndex,
    tables: &Tables,
    asked: impl Iterator<Item = Question>,
) {
    let asked: Vec<Question> = asked.collect();
    let requests: Vec<Request> = asked.iter().map(crate::worlds::request).collect();
    let batch = index.decide_all(&requests);
    assert_eq!(batch.len(), asked.len());
    for ((ask, request), decision) in asked.iter().zip(&requests).zip(batch) {
        assert_eq!(missing(index, request), tables.missing(ask), "{ask:?}");
        assert_eq!(decision, index.decide(request), "{ask:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// Every kind of party, every kind of record, facts unsaid and wrong: every request.
    #[test]
    fn every_answer_of_a_random_world_is_the_oracles(seed in any::<u64>()) {
        let tables = crate::worlds::world(seed);
        answers_as_the_oracle(&crate::worlds::index(&tables), &tables, crate::worlds::every_request(&tables));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// More worlds, and some requests of each, of every service that has a name.
    #[test]
    fn some_answers_of_many_random_worlds_are_the_oracles(seed in any::<u64>()) {
        let tables = crate::worlds::world(seed);
        let mut dice = Dice::new(seed ^ 1);
        let asked = std::iter::repeat_with(|| crate::worlds::question(&mut dice, &tables));
        answers_as_the_oracle(&crate::worlds::index(&tables), &tables, asked.take(300));
    }
}

const OWNER_OID: &str = "connection-models/owner-oid-of-another-register";
const TENANT_OID: &str = "connection-models/tenant-oid-of-another-register";

/// The worlds at random are of use only if each requirement makes a difference in some of them:
/// there is a request that nothing else stands in the way of.
#[test]
fn each_requirement_decides_alone_in_some_random_world() {
    let mut alone: BTreeMap<&str, u32> = BTreeMap::new();
    let mut permits = 0;
    for seed in 0..80 {
        let tables = crate::worlds::world(seed);
        let mut dice = Dice::new(seed);
        for _ in 0..2_000 {
            let mut missing = tables.missing(&crate::worlds::question(&mut dice, &tables));
            permits += u32::from(missing.is_empty());
            // Where the register is not known or none of the three, its OID cannot be the right one.
            for (register, its_oid) in [
                ("connection-models/party-in-no-register", OWNER_OID),
                ("connection-models/tenant-in-no-register", TENANT_OID),
            ] {
                if missing.contains(register) {
                    missing.remove(its_oid);
                }
            }
            if missing.len() == 1 {
                *alone.entry(missing.first().unwrap()).or_default() += 1;
            }
        }
    }
    // What the index does not hold has no right either.
    let accompanied = [
        "connection-models/right-subject-not-in-index",
        "connection-models/access-point-not-in-index",
    ];
    // What is at most a question stands in nobody's way.
    let questions = [
        "connection-models/agreement-with-other-party-not-settled",
        "connection-models/another-service-for-a-pharmacy",
        "connection-models/reimbursement-service-outside-pharmacies",
    ];
    // No right hangs on what is found about access points and annotations.
    let no_answers = [
        "connection-models/address-not-public",
        "connection-models/address-not-attributable",
        "connection-models/certificate-of-two-access-points",
        "connection-models/annotation-of-anothers-unit",
    ];
    println!("{permits} permits; {alone:#?}");
    let missed: Vec<_> = AddressIndex::requirements()
        .map(|row| row.id())
        .filter(|id| !accompanied.contains(id) && !questions.contains(id))
        .filter(|id| !no_answers.contains(id) && !alone.contains_key(id))
        .collect();
    assert_eq!(missed, [""; 0]);
    assert!(permits > 3_000, "{permits}");
}

fn is<'a>(row: &'a Row, field: &str) -> &'a str {
    row.get(field).map_or("", String::as_str)
}

/// In which ways a right that stands on a day hangs on others.
fn cases_of(tables: &Tables, right: &Row, day: &str) -> Vec<String> {
    let stands = |row: &Row| {
        let (from, until) = (is(row, "from"), is(row, "until"));
        !from.is_empty() && from <= day && (until.is_empty() || day < until)
    };
    let question = |right: &Row| Question {
        subject: right["for"].clone(),
        point: right["access_point"].clone(),
        service: right["service"].clone(),
        day: day.to_owned(),
        tenant: None,
        // Of another organisation than anybody here.
        unit: Some(crate::worlds::UNITS[2].to_owned()),
    };
    if !stands(right) {
        return Vec::new();
    }
    let missing = tables.missing(&question(right));
    let permits = missing.is_empty();
    let only = |rule: &str| missing.len() == 1 && missing.iter().all(|id| id.ends_with(rule));
    let here = |row: &&Row| row["access_point"] == right["access_point"];
    let of = |row: &&Row, oid: &str| row["for"] == oid && is(row, "organiser").is_empty();
    let mut cases = Vec::new();
    let mut add = |holds: bool, case: &str| {
        if holds {
            cases.push(case.to_owned());
        }
    };

    let organiser = is(right, "organiser");
    let organiser = tables.all("party").find(|row| is(row, "id") == organiser);
    if let Some(organiser) = organiser {
        let itself = is(organiser, "oid") == right["for"];
        add(itself, "its own organiser");
        let kind = format!("an organiser of the kind {}", is(organiser, "kind"));
        add(!itself, &kind);
        add(permits, "a producer permitted");
        let mut own = tables.all("right").filter(here);
        let stands = own.any(|row| of(&row, is(organiser, "oid")) && stands(row));
        add(
            only("producer-not-through-organisers-point") && stands,
            "a producer denied beside an organiser's right that stands",
        );
    }

    let own: Vec<_> = tables
        .all("right")
        .filter(|row| row["service"] == "prescription")
        .filter(|row| of(row, &right["for"]) && stands(row))
        .collect();
    if right["service"] == "renewal-requests" {
        add(
            only("renewals-without-prescription-service") && !own.is_empty(),
            "renewals denied beside a prescription that stands",
        );
        add(
            permits && !own.iter().any(here),
            "renewals permitted through another access point",
        );
        let parties = tables
            .all("party")
            .find(|row| is(row, "oid") == right["for"]);
        let id = parties.map_or("", |row| is(row, "id"));
        let mut places = tables.all("annotation").filter(|row| row["party"] == id);
        add(
            permits && places.all(|row| !is(row, "unit").is_empty()),
            "renewals permitted to another organisation's unit",
        );
    }

    if tables.all("pharmacy").any(|row| row["oid"] == right["for"]) {
        let others = tables.all("right").filter(here);
        let others: Vec<_> = others.filter(|row| row["for"] != right["for"]).collect();
        let relayed = right["access_point"].starts_with("1.2.246.537.6.918.18.");
        let permits = permits && relayed;
        let gone = |row: &&Row| !is(row, "until").is_empty() && is(row, "until") <= day;
        add(
            permits && others.iter().any(gone),
            "a pharmacy alone after others have gone",
        );
        let later = |row: &&Row| is(row, "from") > day;
        add(
            permits && others.iter().any(later),
            "a pharmacy alone before others come",
        );
        let never = |row: &&Row| !tables.missing(&question(row)).is_empty();
        add(
            only("pharmacy-without-own-access-point")
                && relayed
                && others.iter().filter(|row| stands(row)).all(never),
            "a pharmacy denied for others who are not permitted",
        );
    }
    cases
}

/// So are they of use for rules about other rights only if these are there in each way that
/// matters.
#[test]
fn the_random_worlds_hold_each_way_in_which_a_right_hangs_on_others() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 0..80 {
        let tables = crate::worlds::world(seed);
        for right in tables.all("right") {
            for day in crate::worlds::DAYS {
                for case in cases_of(&tables, right, day) {
                    *seen.entry(case).or_default() += 1;
                }
            }
        }
    }
    println!("{seen:#?}");
    for case in [
        "its own organiser",
        "an organiser of the kind provider",
        "an organiser of the kind intermediary",
        "an organiser of the kind pharmacist",
        "an organiser of the kind medicine-centre",
        "a producer permitted",
        "a producer denied beside an organiser's right that stands",
        "renewals denied beside a prescription that stands",
        "renewals permitted through another access point",
        "renewals permitted to another organisation's unit",
        "a pharmacy alone after others have gone",
        "a pharmacy alone before others come",
        "a pharmacy denied for others who are not permitted",
    ] {
        assert!(seen.get(case).is_some_and(|&times| times >= 5), "{case}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// The order of the records is no part of the index.
    #[test]
    fn the_order_of_the_input_is_irrelevant(seed in any::<u64>()) {
        let mut tables = crate::worlds::world(seed);
        let index = crate::worlds::index(&tables);
        Dice::new(seed ^ 2).shuffle(&mut tables.rows);
        let shuffled = crate::worlds::index(&tables);
        prop_assert!(index == shuffled);
        for ask in crate::worlds::every_request(&tables) {
            let request = crate::worlds::request(&ask);
            prop_assert_eq!(index.decide(&request), shuffled.decide(&request), "{:?}", ask);
        }
    }
}

const DAY_1: Date = Date::constant(2025, 12, 1);
const DAY_2: Date = Date::constant(2025, 12, 2);
const DAY_3: Date = Date::constant(2025, 12, 3);

/// Two clinics; an access point of the first one's own and an intermediary's. The second clinic's
/// agreement with the intermediary begins on the second day, and so does the annotation of the
/// first clinic's service unit.
fn small_world() -> (DataSet, Tables) {
    let clinic = |id: &str, org| {
        let mut clinic = Party::new(id, PartyKind::Provider);
        clinic.oid = Some(OwnerOid::sote(org, 0));
        clinic.sector = Some(Sector::Private);
        clinic.health_care = Some(true);
        clinic.register = Some(Register::Sote);
        clinic
    };
    let mut relay = Party::new("relay", PartyKind::Intermediary);
    relay.oid = Some(OwnerOid::intermediary(42));
    relay.register_entry = Some(RegisterEntry::Entered(Period::since(DAY_1)));
    let point = |id: &str, owner: OwnerOid, administrator: &str| {
        AccessPoint::new(id, owner.access_point(1).unwrap(), administrator)
    };
    let agreement = |with: &str, from| Agreement::new(with, "relay", Period::since(from));
    let annotation = |party: &str, from| {
        let mut annotation = Annotation::new(party, Period::since(from));
        annotation.unit = Some(OwnerOid::sote(12345671, 1));
        annotation
    };
    let mut data = DataSet::new(Header::new("small", DAY_1, DAY_3.plus_days(1)));
    data.parties = vec![clinic("a", 12345671), clinic("b", 22222229), relay];
    data.access_points = vec![
        point("own", OwnerOid::sote(12345671, 0), "a"),
        point("relay-ap", OwnerOid::intermediary(42), "relay"),
    ];
    data.agreements = vec![agreement("a", DAY_1), agreement("b", DAY_2)];
    data.annotations = vec![annotation("a", DAY_2), annotation("b", DAY_1)];
    let party = |id, oid| {
        let fields = [
            ("id", id),
            ("oid", oid),
            ("kind", "provider"),
            ("sector", "private"),
            ("health_care", "true"),
            ("register", "sote"),
        ];
        ("party", row(&fields))
    };
    let rows = vec![
        party("a", "1.2.246.10.12345671.10.0"),
        party("b", "1.2.246.10.22222229.10.0"),
        (
            "party",
            row(&[
                ("id", "relay"),
                ("oid", "1.2.246.537.6.918.18.42"),
                ("kind", "intermediary"),
                ("register_entry", "2025-12-01"),
            ]),
        ),
        (
            "access_point",
            row(&[
                ("id", "own"),
                ("oid", "1.2.246.10.12345671.10.0.13.1"),
                ("administrator", "a"),
            ]),
        ),
        (
            "access_point",
            row(&[
                ("id", "relay-ap"),
                ("oid", "1.2.246.537.6.918.18.42.13.1"),
                ("administrator", "relay"),
            ]),
        ),
        (
            "agreement",
            row(&[("one", "a"), ("other", "relay"), ("from", "2025-12-01")]),
        ),
        (
            "agreement",
            row(&[("one", "b"), ("other", "relay"), ("from", "2025-12-02")]),
        ),
        (
            "annotation",
            row(&[
                ("party", "a"),
                ("unit", "1.2.246.10.12345671.10.1"),
                ("from", "2025-12-02"),
            ]),
        ),
        (
            "annotation",
            row(&[
                ("party", "b"),
                ("unit", "1.2.246.10.12345671.10.1"),
                ("from", "2025-12-01"),
            ]),
        ),
    ];
    (data, Tables::new(rows, "2025-12-04"))
}

/// 2 parties × 2 access points × 2 services × 2 days: each of the 16 rights is there or not.
#[test]
fn all_65_536_small_worlds_agree_with_the_oracle() {
    let (data, tables) = small_world();
    let mut all = Vec::new();
    for party in [12345671, 22222229] {
        for owner in [OwnerOid::sote(12345671, 0), OwnerOid::intermediary(42)] {
            for service in [Service::Prescription, Service::RenewalRequests] {
                for (day, next) in [(DAY_1, DAY_2), (DAY_2, DAY_3)] {
                    let subject = OwnerOid::sote(party, 0);
                    let point = owner.access_point(1).unwrap();
                    let validity = Period::new(Some(day), Some(next));
                    let request = Request::new(subject, point, service, day)
                        .for_unit(OwnerOid::sote(12345671, 1));
                    let right = Right::new(subject, point, service, validity);
                    all.push((right, request));
                }
            }
        }
    }
    assert_eq!(all.len(), 16);
    let text: Vec<_> = all
        .iter()
        .map(|(right, request)| {
            let ask = Question {
                subject: right.subject.to_string(),
                point: right.access_point.to_string(),
                service: right.service.code().into(),
                day: request.day.to_string(),
                tenant: None,
                unit: Some("1.2.246.10.12345671.10.1".into()),
            };
            let until = right.validity.until.unwrap().to_string();
            let fields = row(&[
                ("for", &ask.subject),
                ("access_point", &ask.point),
                ("service", &ask.service),
                ("from", &ask.day),
                ("until", &until),
            ]);
            (fields, ask)
        })
        .collect();
    let mut permits = 0_u32;
    for world in 0_u32..1 << 16 {
        let held = |at: &usize| world & (1 << at) != 0;
        let mut data = data.clone();
        data.rights = (0..16).filter(held).map(|at| all[at].0.clone()).collect();
        let index = AddressIndex::build(data).unwrap();
        let mut tables = tables.clone();
        let rights = (0..16).filter(held).map(|at| ("right", text[at].0.clone()));
        tables.rows.extend(rights);
        // Every question is decided and explained.
        for ((_, request), (_, ask)) in all.iter().zip(&text) {
            let missing = missing(&index, request);
            let expected = tables.missing(ask);
            assert_eq!(missing, expected, "world {world:#06x}, {request:?}");
            permits += u32::from(missing.is_empty());
        }
    }
    // Counted by hand. Of the eight rights to prescription seven permit by themselves (b's agreement
    // with the intermediary begins on the second day), each in half of the worlds: 7 × 32,768.
    // Renewal requests need a right to prescription that permits, of the same party on the same
    // day, as well. Five of the eight rights to them are annotated and agreed: a's on the second
    // day (two), b's through a's access point on both days (two) and through the intermediary on
    // the second (one). For four of these prescription may run through either access point: three
    // of the four combinations, hence 3/8 of the worlds, 4 × 24,576. For b's on the first day only
    // through a's own: a quarter, 16,384.
    assert_eq!(permits, 7 * 32_768 + 4 * 24_576 + 16_384);
}
