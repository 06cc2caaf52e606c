//! Worlds for the tests, stated as tables of text, from which the crate reads JSON Lines.

// The path is told so that the fuzz target, which takes this file by its path, finds it too.
#[path = "worlds/random.rs"]
pub(crate) mod random;

use std::collections::BTreeSet;
use std::fmt::Write;

use kanta_address_index::{AddressIndex, Faults, Form, Request, Source};

pub(crate) use self::random::world_of;
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
        "{{\"record\":\"header\",\"format\":1,\"version\":\"{}\",\"issued\":\"{}\",\"expires\":\"{}\"}}\n",
        tables.version, tables.issued, tables.expires
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
            (flag @ ("branch" | "health_care" | "social_welfare"), value) => {
                write!(text, ",\"{flag}\":{value}")
            }
            ("addresses", value) => {
                let list: Vec<_> = value.split(' ').map(|one| format!("\"{one}\"")).collect();
                write!(text, ",\"addresses\":[{}]", list.join(","))
            }
            ("certificates", value) => {
                let list: Vec<_> = value.split(' ').map(certificate).collect();
                write!(text, ",\"certificates\":[{}]", list.join(","))
            }
            (field, value) => write!(text, ",\"{field}\":\"{value}\""),
        }
        .unwrap();
    }
    text.push_str("}\n");
    text
}

/// A certificate, stated as `serial/from/until`.
fn certificate(text: &str) -> String {
    let mut parts = text.split('/');
    let serial = parts.next().unwrap();
    let mut object = format!("{{\"serial\":\"{serial}\"");
    for (name, value) in ["from", "until"].iter().zip(parts) {
        if !value.is_empty() {
            write!(object, ",\"{name}\":\"{value}\"").unwrap();
        }
    }
    object.push('}');
    object
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

    pub(crate) fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    /// Some of the words, with a blank between them.
    pub(crate) fn some(&mut self, of: &[&str]) -> String {
        let some: Vec<_> = of.iter().copied().filter(|_| self.one_in(3)).collect();
        some.join(" ")
    }

    /// A list in any order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.roll(at + 1);
            list.swap(at, other);
        }
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
    "imaging",
    "prescription",
    "social-welfare",
    "renewal-requests",
    "reimbursement-query",
    "purchase-reception",
    "settlement-query",
    "settlement-p2",
    "phr",
    "code-service",
    "validation",
    "joint-testing",
    "customer-test",
    "information-transmission",
    "wellbeing-interface",
];

/// The days on which anything in such a world may change, and the day before the first: between
/// two of them every answer stays as it was.
pub(crate) fn every_day() -> impl Iterator<Item = &'static str> {
    ["2015-06-17"]
        .into_iter()
        .chain(DAYS.iter().copied())
        .chain(["2029-12-31", "2030-01-01"])
}

/// Units for annotations: two of the clinic's, one of another organisation's, and no unit at all
/// in the SOTE register.
pub(crate) const UNITS: &[&str] = &[
    "1.2.246.10.12345671.10.1",
    "1.2.246.10.12345671.10.2",
    "1.2.246.10.55555550.10.1",
    "1.2.246.537.28.10000333333",
];

pub(crate) const TENANTS: &[&str] = &["1.2.246.10.76543212.10.0", "1.2.246.10.44444447.10.0"];

/// Every kind of party, each with some facts unsaid or wrong.
pub(crate) fn world(seed: u64) -> Tables {
    world_of(&mut Dice::new(seed))
}

/// The OIDs of the records of a kind.
fn oids(tables: &Tables, kind: &str) -> Vec<String> {
    tables
        .all(kind)
        .filter_map(|row| row.get("oid").cloned())
        .collect()
}

/// Those who may be asked about, and one who is in no index.
pub(crate) fn subjects(tables: &Tables) -> Vec<String> {
    let mut subjects: Vec<_> = ["party", "pharmacy", "tenant"]
        .iter()
        .flat_map(|kind| oids(tables, kind))
        .collect();
    subjects.push("1.2.246.10.1602257.10.1".to_owned());
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}

/// The access points, and one that is in no index.
pub(crate) fn points(tables: &Tables) -> Vec<String> {
    let mut points = oids(tables, "access_point");
    points.push("1.2.246.553.1.99.13.1".to_owned());
    points
}

/// The services to which the world holds rights, renewal requests, and another.
pub(crate) fn services(tables: &Tables) -> Vec<String> {
    let held: BTreeSet<&str> = tables.all("right").map(|row| &*row["service"]).collect();
    let other = SERVICES.iter().find(|&&service| !held.contains(service));
    let mut services: BTreeSet<&str> = held.iter().copied().chain(other.copied()).collect();
    services.insert("renewal-requests");
    services.into_iter().map(str::to_owned).collect()
}

/// Every request of a world's right-subjects, access points and services, and of a stranger to
/// each, on every day between which an answer may change; with every tenant and none, and for
/// renewal requests with every service unit and none.
pub(crate) fn every_request(tables: &Tables) -> impl Iterator<Item = Question> {
    let (points, services) = (points(tables), services(tables));
    let maybe = |of: &[&str]| -> Vec<Option<String>> {
        let some = of.iter().map(|&oid| Some(oid.to_owned()));
        some.chain([None]).collect()
    };
    let (tenants, units) = (maybe(TENANTS), maybe(UNITS));
    let mut carried = Vec::new();
    for service in services {
        let units = match &*service {
            "renewal-requests" => &units[..],
            _ => &units[units.len() - 1..],
        };
        for tenant in &tenants {
            for unit in units {
                carried.push((service.clone(), tenant.clone(), unit.clone()));
            }
        }
    }
    let subjects = subjects(tables).into_iter();
    let pairs = subjects.flat_map(move |subject| {
        let points = points.clone().into_iter();
        points.map(move |point| (subject.clone(), point))
    });
    pairs.flat_map(move |(subject, point)| {
        let carried = carried.clone().into_iter();
        carried.flat_map(move |(service, tenant, unit)| {
            let ask = Question {
                subject: subject.clone(),
                point: point.clone(),
                service,
                day: String::new(),
                tenant,
                unit,
            };
            every_day().map(move |day| Question {
                day: day.to_owned(),
                ..ask.clone()
            })
        })
    })
}

/// A question about such a world.
pub(crate) fn question(dice: &mut Dice, tables: &Tables) -> Question {
    let (subjects, points) = (subjects(tables), points(tables));
    let subject = subjects[dice.roll(subjects.len())].clone();
    let point = points[dice.roll(points.len())].clone();
    let mut ask = Question {
        subject,
        point,
        service: dice.pick(SERVICES).to_owned(),
        day: dice.pick(DAYS).to_owned(),
        tenant: match dice.roll(8) {
            0 => Some(dice.pick(TENANTS).to_owned()),
            _ => None,
        },
        unit: match dice.roll(3) {
            0 => None,
            _ => Some(dice.pick(UNITS).to_owned()),
        },
    };
    // Half of the questions are about a right that the world holds.
    let rights: Vec<&Row> = tables.all("right").collect();
    if dice.roll(2) == 0 && !rights.is_empty() {
        let right = rights[dice.roll(rights.len())];
        ask.subject.clone_from(&right["for"]);
        ask.point.clone_from(&right["access_point"]);
        ask.service.clone_from(&right["service"]);
        // Half of these on its own first day.
        if let (Some(from), true) = (right.get("from"), dice.one_in(2)) {
            ask.day.clone_from(from);
        }
    }
    ask
}
