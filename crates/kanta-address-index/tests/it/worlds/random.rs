//! Worlds at random: every kind of party and of record, with facts unsaid and wrong.

use std::collections::BTreeSet;

use super::{Dice, UNITS, row};
use crate::oracle::{Row, Tables};

type Rows = Vec<(&'static str, Row)>;

/// A world from dice.
pub(crate) fn world_of(dice: &mut Dice) -> Tables {
    let mut rows = Vec::new();
    parties(dice, &mut rows);
    pharmacies(dice, &mut rows);
    tenants(dice, &mut rows);
    access_points(dice, &mut rows);
    agreements(dice, &mut rows);
    annotations(dice, &mut rows);
    rights(dice, &mut rows);
    Tables {
        version: dice.pick(&["1", "2"]).to_owned(),
        issued: dice.pick(&["2020-01-01", "2025-09-01"]).to_owned(),
        ..Tables::new(rows, dice.pick(&["2027-02-28", "2030-01-01"]))
    }
}

/// The OIDs that each may have: the first, or another under the same id.
const PARTIES: &[(&str, &[&str], &str)] = &[
    ("clinic", &["1.2.246.10.12345671.10.0"], "provider"),
    (
        "unit",
        &["1.2.246.10.12345671.10.7", "1.2.246.10.12345671.10.8"],
        "provider",
    ),
    ("solo", &["1.2.246.537.28.10000222116"], "provider"),
    (
        "area",
        &["1.2.246.537.10.22222229.10.0", "1.2.246.10.22222229.10.0"],
        "provider",
    ),
    (
        "hospital-pharmacy",
        &["1.2.246.10.33333338.10.0"],
        "hospital-pharmacy",
    ),
    ("centre", &["1.2.246.10.44444447.10.0"], "medicine-centre"),
    ("relay", &["1.2.246.537.6.918.18.42"], "intermediary"),
    (
        "relay-2",
        &["1.2.246.537.6.918.18.43", "1.2.246.537.6.918.18.44"],
        "intermediary",
    ),
];

fn oid_of<'a>(dice: &mut Dice, oids: &[&'a str]) -> &'a str {
    match oids {
        [only] => only,
        _ if dice.one_in(4) => dice.pick(oids),
        _ => oids[0],
    }
}

fn parties(dice: &mut Dice, rows: &mut Rows) {
    let mut parties = Vec::new();
    for &(id, oids, kind) in PARTIES {
        let usual = match id {
            _ if kind == "intermediary" => "",
            "solo" => "valvira",
            _ => "sote",
        };
        let register = match dice.roll(20) {
            0 => "",
            1 => dice.pick(&["sote", "valvira", "pharmacy", "intermediary"]),
            _ => usual,
        };
        let sector = dice.pick(&["private", "private", "private", "public", ""]);
        let entry = match kind {
            "intermediary" => dice.pick(&[
                "2021-12-14",
                "2021-12-14",
                "2021-12-14",
                "2023-06-13",
                "2023-06-13",
                "2025-09-01",
                "false",
                "",
            ]),
            _ => "",
        };
        let until = match entry {
            "" | "false" => "",
            _ => dice.pick(&["", "", "2026-01-01"]),
        };
        parties.push(row(&[
            ("id", id),
            ("oid", oid_of(dice, oids)),
            ("name", dice.pick(&["", "A name", "Another name"])),
            ("kind", kind),
            ("sector", sector),
            (
                "health_care",
                dice.pick(&["true", "true", "true", "true", "true", "false", ""]),
            ),
            (
                "social_welfare",
                dice.pick(&["true", "true", "true", "true", "false", ""]),
            ),
            ("register", register),
            ("register_entry", entry),
            ("register_entry_until", until),
        ]));
    }
    // Two that have changed OIDs with each other.
    if dice.one_in(8) {
        let (clinic, unit) = (parties[0]["oid"].clone(), parties[1]["oid"].clone());
        parties[0].insert("oid", unit);
        parties[1].insert("oid", clinic);
    }
    parties.push(row(&[("id", "pharmacist"), ("kind", "pharmacist")]));
    rows.extend(parties.into_iter().map(|row| ("party", row)));
}

fn pharmacies(dice: &mut Dice, rows: &mut Rows) {
    for (id, oids, branch) in [
        ("main", &["1.2.246.553.1.1234"][..], ""),
        (
            "branch",
            &["1.2.246.553.1.5678", "1.2.246.553.1.5679"],
            "true",
        ),
    ] {
        let (from, until) = match dice.roll(5) {
            0 => ("", ""),
            1 => ("2024-01-02", "2026-01-01"),
            _ => ("2015-06-18", ""),
        };
        let fields = [
            ("id", id),
            ("oid", oid_of(dice, oids)),
            ("name", dice.pick(&["", "A name"])),
            ("branch", branch),
            ("pharmacist", "pharmacist"),
            ("held_from", from),
            ("held_until", until),
        ];
        rows.push(("pharmacy", row(&fields)));
    }
}

fn tenants(dice: &mut Dice, rows: &mut Rows) {
    for (id, oid, host) in [
        ("tenant", "1.2.246.10.76543212.10.0", "clinic"),
        ("tenant-2", "1.2.246.10.76543212.10.0", "solo"),
        // A joining party that is a tenant elsewhere.
        ("tenant-3", "1.2.246.10.44444447.10.0", "clinic"),
    ] {
        let fields = [
            ("id", id),
            ("oid", oid),
            ("name", dice.pick(&["", "A name"])),
            ("host", host),
            (
                "sector",
                dice.pick(&["private", "private", "private", "public", ""]),
            ),
            (
                "register",
                dice.pick(&["sote", "sote", "sote", "valvira", "pharmacy", ""]),
            ),
        ];
        rows.push(("tenant", row(&fields)));
    }
}

const POINTS: &[(&str, &[&str], &str)] = &[
    ("clinic-ap", &["1.2.246.10.12345671.10.0.13.1"], "clinic"),
    ("unit-ap", &["1.2.246.10.12345671.10.7.13.1"], "clinic"),
    ("solo-ap", &["1.2.246.537.28.10000222116.13.1"], "solo"),
    ("area-ap", &["1.2.246.537.10.22222229.10.0.13.1"], "area"),
    (
        "area-ap-2",
        &[
            "1.2.246.537.10.22222229.10.0.13.2",
            "1.2.246.537.10.22222229.10.0.13.3",
        ],
        "area",
    ),
    ("main-ap", &["1.2.246.553.1.1234.13.1"], "main"),
    ("relay-ap", &["1.2.246.537.6.918.18.42.13.1"], "relay"),
    ("relay-2-ap", &["1.2.246.537.6.918.18.43.13.1"], "relay-2"),
    ("stray-ap", &["1.2.246.10.12345671.10.0.13.9"], "solo"),
];

fn access_points(dice: &mut Dice, rows: &mut Rows) {
    for &(id, oids, usual) in POINTS {
        let administrator = match dice.roll(10) {
            0 => dice.pick(&["unit", "relay", "relay-2", "branch"]),
            _ => usual,
        };
        let fields = [
            ("id", id),
            ("oid", oid_of(dice, oids)),
            ("administrator", administrator),
            (
                "addresses",
                &dice.some(&[
                    "192.31.196.7",
                    "192.31.196.0/24",
                    "::ffff:192.31.196.8",
                    "2001:db8::/32",
                    "2001:db8::1",
                ]),
            ),
            (
                "certificates",
                &dice.some(&["4f2a/2024-01-01/2026-01-01", "4f2b/2026-01-01/", "4f2c//"]),
            ),
        ];
        rows.push(("access_point", row(&fields)));
    }
}

fn agreements(dice: &mut Dice, rows: &mut Rows) {
    let mut agree = |dice: &mut Dice, one: &str, other: &str, most| {
        for (from, until) in dice.times(most) {
            // The two in either order.
            let (one, other) = if dice.one_in(2) {
                (one, other)
            } else {
                (other, one)
            };
            let fields = [
                ("one", one),
                ("other", other),
                ("from", from),
                ("until", until),
            ];
            rows.push(("agreement", row(&fields)));
        }
    };
    let actors = [
        "clinic",
        "unit",
        "solo",
        "area",
        "hospital-pharmacy",
        "centre",
        "pharmacist",
        "main",
        "branch",
    ];
    for with in ["relay", "relay-2", "kela"] {
        for actor in actors {
            let often = actor == "pharmacist" && with == "relay-2";
            if !dice.one_in(if often { 8 } else { 3 }) {
                agree(dice, actor, with, 2);
            }
        }
    }
    for (host, tenant) in [
        ("clinic", "tenant"),
        ("solo", "tenant-2"),
        ("clinic", "tenant-3"),
    ] {
        if !dice.one_in(3) {
            agree(dice, host, tenant, 1);
        }
    }
}

fn annotations(dice: &mut Dice, rows: &mut Rows) {
    for party in ["clinic", "unit", "solo", "area"] {
        for unit in [""].iter().chain(UNITS) {
            if !dice.one_in(if unit.is_empty() { 6 } else { 3 }) {
                continue;
            }
            for (from, until) in dice.times(2) {
                let fields = [
                    ("party", party),
                    ("unit", unit),
                    ("from", from),
                    ("until", until),
                ];
                rows.push(("annotation", row(&fields)));
            }
        }
    }
}

/// Renewal requests and what they rest on, the parallel model's, and one of each other kind.
fn services(dice: &mut Dice) -> [&'static str; 6] {
    [
        "prescription",
        "renewal-requests",
        "social-welfare",
        dice.pick(&["patient-data", "imaging"]),
        dice.pick(&[
            "reimbursement-query",
            "purchase-reception",
            "settlement-query",
            "settlement-p2",
        ]),
        dice.pick(&[
            "phr",
            "code-service",
            "validation",
            "joint-testing",
            "customer-test",
            "information-transmission",
            "wellbeing-interface",
        ]),
    ]
}

const ORGANISERS: &[&str] = &["clinic", "unit", "solo", "relay", "pharmacist", "centre"];

/// Rights that most worlds hold: everybody's own, a producer's, and a pharmacy's through an
/// intermediary.
const USUAL: &[(&str, &str, &str)] = &[
    ("clinic", "clinic-ap", "prescription"),
    ("clinic", "relay-ap", "prescription"),
    ("clinic", "clinic-ap", "renewal-requests"),
    ("clinic", "clinic-ap", "social-welfare"),
    ("clinic", "area-ap", "social-welfare"),
    ("clinic", "area-ap", "prescription"),
    ("unit", "unit-ap", "prescription"),
    ("unit", "clinic-ap", "renewal-requests"),
    ("unit", "area-ap", "social-welfare"),
    ("solo", "solo-ap", "renewal-requests"),
    ("solo", "relay-ap", "prescription"),
    ("area", "area-ap", "social-welfare"),
    ("area", "area-ap", "prescription"),
    ("area", "area-ap-2", "renewal-requests"),
    ("main", "main-ap", "prescription"),
    ("main", "relay-2-ap", "prescription"),
];

fn rights(dice: &mut Dice, rows: &mut Rows) {
    let of = |kinds: &[&str]| -> Vec<(String, String)> {
        let rows = rows.iter().filter(|(kind, _)| kinds.contains(kind));
        rows.filter_map(|(_, row)| Some((row["id"].clone(), row.get("oid")?.clone())))
            .collect()
    };
    let subjects = of(&["party", "pharmacy", "tenant"]);
    let points = of(&["access_point"]);
    let services = services(dice);
    let dense = dice.roll(9) + 2;
    // An intermediary's access point that few but one pharmacy use.
    let quiet = !dice.one_in(4);
    let mut seen = BTreeSet::new();
    let mut rights = Vec::new();
    for (id, oid) in &subjects {
        for (point_id, point) in &points {
            for service in services {
                let usual = USUAL.contains(&(id.as_str(), point_id.as_str(), service));
                let few = quiet && point_id == "relay-2-ap" && id != "main";
                let thin = match usual {
                    true => 2,
                    false if few => dense * 9,
                    false => dense,
                };
                if !dice.one_in(thin) || !seen.insert((oid, point, service)) {
                    continue;
                }
                for (from, until) in dice.times(2) {
                    let producer = service == "social-welfare" && id != "area";
                    let organiser = match dice.roll(24) {
                        0..8 if producer => "area",
                        8..10 if producer => dice.pick(ORGANISERS),
                        10..14 if point_id == "area-ap" => "area",
                        10..12 => id.as_str(),
                        12 => dice.pick(ORGANISERS),
                        _ => "",
                    };
                    // Organisers are parties.
                    let organiser = match organiser {
                        "main" | "branch" | "tenant" | "tenant-2" | "tenant-3" => "area",
                        other => other,
                    };
                    let link = dice.one_in(10);
                    let agreed = match link || dice.one_in(10) {
                        true => dice.pick(&["2015-06-18", "2021-12-14", "2021-12-15", ""]),
                        false => "",
                    };
                    let fields = [
                        ("for", oid.as_str()),
                        ("access_point", point),
                        ("service", service),
                        ("from", from),
                        ("until", until),
                        ("organiser", organiser),
                        ("basis", if link { "address-book-link" } else { "" }),
                        ("agreed", agreed),
                        ("reference", dice.pick(&["", "", "a number"])),
                    ];
                    rights.push(("right", row(&fields)));
                }
            }
        }
    }
    rows.extend(rights);
}

/// A world that has changed a little: some rights, agreements and annotations have gone, and some
/// facts about parties and access points are another world's.
pub(crate) fn changed(tables: &Tables, other: &Tables, dice: &mut Dice) -> Tables {
    let mut tables = tables.clone();
    tables.rows.retain(|(kind, _)| {
        !["right", "agreement", "annotation"].contains(kind) || !dice.one_in(8)
    });
    for (kind, row) in &mut tables.rows {
        let same =
            |row: &Row, other: &Row| row.get("id").is_some() && row.get("id") == other.get("id");
        let Some(theirs) = other.all(kind).find(|theirs| same(row, theirs)) else {
            continue;
        };
        for fields in [
            &["name"][..],
            &["sector"],
            &["health_care"],
            &["social_welfare"],
            &["register"],
            &["register_entry", "register_entry_until"],
            &["held_from", "held_until"],
            &["administrator"],
            &["addresses"],
            &["certificates"],
        ] {
            if !dice.one_in(4) {
                continue;
            }
            for field in fields {
                match theirs.get(field) {
                    Some(value) => row.insert(field, value.clone()),
                    None => row.remove(field),
                };
            }
        }
    }
    if dice.one_in(2) {
        tables.version.clone_from(&other.version);
        tables.expires.clone_from(&other.expires);
    }
    tables
}
