//! Worlds for the tests, stated as tables of text, from which the crate reads JSON Lines.

use std::fmt::Write;

use kanta_address_index::{AddressIndex, Faults, Form, Request, Source};

use crate::oracle::{Question, Row, Tables};

/// A row from its fields.
pub(crate) fn row(fields: &[(&'static str, &str)]) -> Row {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    fields
        .map(|&(name, value)| (name, value.to_owned()))
        .collect()
}

/// The tables as JSON Lines.
pub(crate) fn lines(tables: &Tables) -> String {
    let mut text = format!(
        "{{\"record\":\"header\",\"format\":1,\"version\":\"t\",\"issued\":\"2020-01-01\",\"expires\":\"{}\"}}\n",
        tables.expires
    );
    for (kind, row) in &tables.rows {
        text.push_str(&line(kind, row, ""));
    }
    text
}

/// One record as a line, with more fields before its own.
pub(crate) fn line(kind: &str, row: &Row, more: &str) -> String {
    let mut text = format!("{{\"record\":\"{kind}\"{more}");
    for (field, value) in row {
        match (*field, value.as_str()) {
            ("one", value) => write!(text, ",\"between\":[\"{value}\",\"{}\"]", row["other"]),
            ("other", _) => Ok(()),
            ("register_entry", "false") => write!(text, ",\"register_entry\":false"),
            ("branch", value) => write!(text, ",\"branch\":{value}"),
            (field, value) => write!(text, ",\"{field}\":\"{value}\""),
        }
        .unwrap();
    }
    text.push_str("}\n");
    text
}

pub(crate) fn read(text: &str) -> Result<AddressIndex, Faults> {
    AddressIndex::read(&[Source {
        form: Form::JsonLines,
        bytes: text.as_bytes(),
    }])
}

pub(crate) fn index(tables: &Tables) -> AddressIndex {
    let text = lines(tables);
    read(&text).unwrap_or_else(|faults| panic!("{faults}\n{text}"))
}

pub(crate) fn request(ask: &Question) -> Request {
    let mut request = Request::new(
        ask.subject.parse().unwrap(),
        ask.point.parse().unwrap(),
        ask.service.parse().unwrap(),
        ask.day.parse().unwrap(),
    );
    request.tenant = ask.tenant.as_ref().map(|oid| oid.parse().unwrap());
    request.service_unit = ask.unit.as_ref().map(|oid| oid.parse().unwrap());
    request
}

/// A small generator of numbers; the same seed gives the same world. Bytes that it is fed decide
/// first.
pub(crate) struct Dice {
    state: u64,
    fed: std::vec::IntoIter<u8>,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self::fed(seed, Vec::new())
    }

    pub(crate) fn fed(seed: u64, bytes: Vec<u8>) -> Self {
        Self {
            state: seed,
            fed: bytes.into_iter(),
        }
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        if let Some(byte) = self.fed.next() {
            return usize::from(byte) % sides;
        }
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    pub(crate) fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    /// Disjoint times from the pool of days; an end may be open, the first start unknown.
    pub(crate) fn times(&mut self, most: usize) -> Vec<(&'static str, &'static str)> {
        let mut days: Vec<_> = DAYS.iter().copied().filter(|_| self.roll(3) == 0).collect();
        if days.is_empty() {
            days.push(DAYS[0]);
        }
        let mut times: Vec<_> = days
            .chunks(2)
            .map(|pair| (pair[0], pair.get(1).copied().unwrap_or("")))
            .collect();
        if self.roll(12) == 0 {
            times[0].0 = "";
        }
        times.truncate(self.roll(most) + 1);
        times
    }
}

/// Both sides of every day on which some rule changes, and days far from any.
pub(crate) const DAYS: &[&str] = &[
    "2015-06-18",
    "2021-12-14",
    "2021-12-15",
    "2023-06-13",
    "2024-01-01",
    "2024-01-02",
    "2025-08-31",
    "2025-09-01",
    "2025-09-02",
    "2025-12-31",
    "2026-01-01",
    "2027-02-28",
];

pub(crate) const SERVICES: &[&str] = &[
    "patient-data",
    "prescription",
    "social-welfare",
    "renewal-requests",
    "reimbursement-query",
    "phr",
];

/// Every kind of party, each with some facts unsaid or wrong.
pub(crate) fn world(seed: u64) -> Tables {
    world_of(&mut Dice::new(seed))
}

/// The same, from dice.
pub(crate) fn world_of(dice: &mut Dice) -> Tables {
    let mut rows = Vec::new();
    let mut party = |row: Row| rows.push(("party", row));
    let subjects = [
        ("clinic", "1.2.246.10.12345671.10.0", "provider"),
        ("unit", "1.2.246.10.12345671.10.7", "provider"),
        ("solo", "1.2.246.537.28.10000222116", "provider"),
        ("area", "1.2.246.537.10.22222229.10.0", "provider"),
        (
            "hospital-pharmacy",
            "1.2.246.10.33333338.10.0",
            "hospital-pharmacy",
        ),
        ("centre", "1.2.246.10.44444447.10.0", "medicine-centre"),
        ("relay", "1.2.246.537.6.918.18.42", "intermediary"),
        ("relay-2", "1.2.246.537.6.918.18.43", "intermediary"),
    ];
    for (id, oid, kind) in subjects {
        let usual = match id {
            "solo" => "valvira",
            _ => "sote",
        };
        let register = match dice.roll(8) {
            0 => "",
            1 => dice.pick(&["sote", "valvira", "pharmacy", "intermediary"]),
            _ if kind == "intermediary" => "",
            _ => usual,
        };
        let sector = dice.pick(&["private", "private", "public", ""]);
        let entry = match kind {
            "intermediary" => dice.pick(&["2023-06-13", "2023-06-13", "2025-09-01", "false", ""]),
            _ => "",
        };
        let until = match entry {
            "" | "false" => "",
            _ => dice.pick(&["", "", "2026-01-01"]),
        };
        party(row(&[
            ("id", id),
            ("oid", oid),
            ("kind", kind),
            ("sector", sector),
            ("register", register),
            ("register_entry", entry),
            ("register_entry_until", until),
        ]));
    }
    party(row(&[("id", "pharmacist"), ("kind", "pharmacist")]));
    for (id, oid) in [
        ("main", "1.2.246.553.1.1234"),
        ("branch", "1.2.246.553.1.5678"),
    ] {
        let (from, until) = match dice.roll(4) {
            0 => ("", ""),
            1 => ("2024-01-02", "2026-01-01"),
            _ => ("2015-06-18", ""),
        };
        rows.push((
            "pharmacy",
            row(&[
                ("id", id),
                ("oid", oid),
                ("pharmacist", "pharmacist"),
                ("held_from", from),
                ("held_until", until),
            ]),
        ));
    }
    for (id, oid, host) in [
        ("tenant", "1.2.246.10.76543212.10.0", "clinic"),
        ("tenant-2", "1.2.246.10.76543212.10.0", "solo"),
        // A joining party that is a tenant elsewhere.
        ("tenant-3", "1.2.246.10.44444447.10.0", "clinic"),
    ] {
        let sector = dice.pick(&["private", "private", "private", "public", ""]);
        let register = dice.pick(&["sote", "sote", "sote", "intermediary", ""]);
        rows.push((
            "tenant",
            row(&[
                ("id", id),
                ("oid", oid),
                ("host", host),
                ("sector", sector),
                ("register", register),
            ]),
        ));
    }
    let points = [
        ("clinic-ap", "1.2.246.10.12345671.10.0.13.1", "clinic"),
        ("unit-ap", "1.2.246.10.12345671.10.7.13.1", "clinic"),
        ("solo-ap", "1.2.246.537.28.10000222116.13.1", "solo"),
        ("area-ap", "1.2.246.537.10.22222229.10.0.13.1", "area"),
        ("area-ap-2", "1.2.246.537.10.22222229.10.0.13.2", "area"),
        ("main-ap", "1.2.246.553.1.1234.13.1", "main"),
        ("relay-ap", "1.2.246.537.6.918.18.42.13.1", "relay"),
        ("relay-2-ap", "1.2.246.537.6.918.18.43.13.1", "relay-2"),
        ("stray-ap", "1.2.246.10.12345671.10.0.13.9", "solo"),
    ];
    for (id, oid, administrator) in points {
        rows.push((
            "access_point",
            row(&[("id", id), ("oid", oid), ("administrator", administrator)]),
        ));
    }
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
            if dice.roll(2) == 0 {
                for (from, until) in dice.times(2) {
                    rows.push((
                        "agreement",
                        row(&[
                            ("one", actor),
                            ("other", with),
                            ("from", from),
                            ("until", until),
                        ]),
                    ));
                }
            }
        }
    }
    for (host, tenant) in [
        ("clinic", "tenant"),
        ("tenant-2", "solo"),
        ("clinic", "tenant-3"),
    ] {
        if dice.roll(3) > 0 {
            for (from, until) in dice.times(1) {
                rows.push((
                    "agreement",
                    row(&[
                        ("one", host),
                        ("other", tenant),
                        ("from", from),
                        ("until", until),
                    ]),
                ));
            }
        }
    }
    for party in ["clinic", "solo", "area"] {
        for unit in ["", "1.2.246.10.12345671.10.1", "1.2.246.10.12345671.10.2"] {
            if dice.roll(3) == 0 {
                for (from, until) in dice.times(2) {
                    rows.push((
                        "annotation",
                        row(&[
                            ("party", party),
                            ("unit", unit),
                            ("from", from),
                            ("until", until),
                        ]),
                    ));
                }
            }
        }
    }
    let subjects = rows
        .iter()
        .filter(|(kind, _)| ["party", "pharmacy", "tenant"].contains(kind));
    let oids: Vec<String> = subjects
        .filter_map(|(_, row)| row.get("oid").cloned())
        .collect();
    let mut rights = Vec::new();
    let dense = dice.roll(6) + 2;
    let mut seen = std::collections::BTreeSet::new();
    for oid in &oids {
        for (_, point, _) in points {
            for service in SERVICES {
                if dice.roll(dense) > 0 || !seen.insert((oid, point, service)) {
                    continue;
                }
                for (from, until) in dice.times(2) {
                    let parallel =
                        dice.roll(if *service == "social-welfare" { 2 } else { 12 }) == 0;
                    let link = dice.roll(8) == 0;
                    rights.push((
                        "right",
                        row(&[
                            ("for", oid),
                            ("access_point", point),
                            ("service", service),
                            ("from", from),
                            ("until", until),
                            ("organiser", if parallel { "area" } else { "" }),
                            ("basis", if link { "address-book-link" } else { "" }),
                            (
                                "agreed",
                                if link {
                                    dice.pick(&["2015-06-18", "2021-12-14", "2021-12-15", ""])
                                } else {
                                    ""
                                },
                            ),
                        ]),
                    ));
                }
            }
        }
    }
    rows.extend(rights);
    Tables {
        rows,
        expires: dice.pick(&["2027-02-28", "2030-01-01"]).to_owned(),
    }
}

/// A question about such a world.
pub(crate) fn question(dice: &mut Dice, tables: &Tables) -> Question {
    let of = |kind: &str| -> Vec<String> {
        let rows = tables.rows.iter().filter(|(of, _)| *of == kind);
        rows.filter_map(|(_, row)| row.get("oid").cloned())
            .collect()
    };
    let mut subjects = of("party");
    subjects.extend(of("pharmacy"));
    subjects.extend(of("tenant"));
    subjects.push("1.2.246.10.1602257.10.1".to_owned());
    let mut points = of("access_point");
    points.push("1.2.246.553.1.5678.13.1".to_owned());
    let subject = subjects[dice.roll(subjects.len())].clone();
    let point = points[dice.roll(points.len())].clone();
    let mut ask = Question {
        subject,
        point,
        service: dice.pick(SERVICES).to_owned(),
        day: dice.pick(DAYS).to_owned(),
        tenant: match dice.roll(6) {
            0 => Some("1.2.246.10.76543212.10.0".to_owned()),
            1 => Some("1.2.246.10.44444447.10.0".to_owned()),
            _ => None,
        },
        unit: match dice.roll(3) {
            0 => Some("1.2.246.10.12345671.10.1".to_owned()),
            1 => Some("1.2.246.10.12345671.10.2".to_owned()),
            _ => None,
        },
    };
    // Half of the questions are about a right that the world holds.
    let rights: Vec<&Row> = tables
        .rows
        .iter()
        .filter(|(kind, _)| *kind == "right")
        .map(|(_, row)| row)
        .collect();
    if dice.roll(2) == 0 && !rights.is_empty() {
        let right = rights[dice.roll(rights.len())];
        ask.subject.clone_from(&right["for"]);
        ask.point.clone_from(&right["access_point"]);
        ask.service.clone_from(&right["service"]);
    }
    ask
}
