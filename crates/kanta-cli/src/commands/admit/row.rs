//! One attempt of a batch, as people and machines write it.

use std::fmt::Display;
use std::net::IpAddr;

use kanta_address_index::{AddressIndex, Service};
use kanta_admission::Attempt;
use kanta_cert::{Moment, MomentError};
use kanta_conformance::{Language, Text, UnknownWord, text};
use kanta_oid::OwnerOid;
use kanta_report::view::RefusedInput;
use kanta_source::{FaultMessage as _, Form, Problem, reader_words};
use serde::Deserialize;

/// The columns of CSV, and the members of a line of JSON.
const COLUMNS: [&str; 7] = ["cert", "source", "for", "service", "tenant", "unit", "at"];

const CELL: Text = text! { en: "cell", fi: "solu", sv: "cell" };
const EMPTY: Text = text! { en: "an empty line", fi: "tyhjä rivi", sv: "en tom rad" };
const NO_ADDRESS: Text = text! { en: "no address", fi: "ei osoite", sv: "ingen adress" };
const NO_MOMENT: Text = text! {
    en: "expected a moment such as `2025-12-01T12:00:00+02:00`",
    fi: "odotettiin hetki kuten `2025-12-01T12:00:00+02:00`",
    sv: "väntat en tidpunkt såsom `2025-12-01T12:00:00+02:00`",
};

/// A name that the index does not hold, and no OID either.
pub(super) fn unknown(name: &str, language: Language) -> String {
    let refusal = RefusedInput::unknown("", name, language);
    let why = refusal.faults.first();
    let why = why.map_or("", |fault| fault.message.as_str());
    format!("{why}: `{name}`")
}

fn no_service(unknown: &UnknownWord, language: Language) -> String {
    let found = unknown.found();
    let meant = |word: &str| {
        let nearest = unknown.nearest();
        nearest.map_or_else(String::new, |nearest| format!(" ({word} `{nearest}`?)"))
    };
    let expected = || {
        let expected = unknown.expected().iter();
        let expected: Vec<_> = expected.map(|word| format!("`{word}`")).collect();
        expected.join(", ")
    };
    match language {
        Language::En => unknown.to_string(),
        Language::Fi => format!(
            "tuntematon palvelu `{found}`{}; odotettiin jokin näistä: {}",
            meant("tarkoititko"),
            expected()
        ),
        Language::Sv => format!(
            "okänd tjänst `{found}`{}; väntat en av {}",
            meant("menade du"),
            expected()
        ),
    }
}

/// A line of a batch.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// The file of the certificate.
    pub(super) cert: Option<String>,
    source: String,
    #[serde(rename = "for")]
    subject: String,
    service: String,
    tenant: Option<String>,
    unit: Option<String>,
    at: Option<String>,
}

/// Which column of CSV is which.
#[derive(Debug)]
pub(super) struct Columns(Vec<usize>);

impl Columns {
    /// Reads the first line of CSV.
    pub(super) fn read(line: &[u8], language: Language) -> Result<Self, String> {
        let names = cells(line, language)?;
        let place = |name: &String| {
            let known = COLUMNS.iter().position(|column| column == name);
            known.ok_or_else(|| {
                let columns = COLUMNS.join(", ");
                match language {
                    Language::En => format!("no column `{name}`: expected {columns}"),
                    Language::Fi => format!("saraketta `{name}` ei ole: odotettiin {columns}"),
                    Language::Sv => format!("ingen kolumn `{name}`: väntat {columns}"),
                }
            })
        };
        let places: Vec<usize> = names.iter().map(place).collect::<Result<_, _>>()?;
        for (at, needed) in COLUMNS.iter().enumerate() {
            let times = places.iter().filter(|place| **place == at).count();
            let is_needed = matches!(*needed, "source" | "for" | "service");
            if times > 1 || (times == 0 && is_needed) {
                return Err(match language {
                    Language::En => format!("column `{needed}` stands there {times} times"),
                    Language::Fi => format!("sarakkeen `{needed}` esiintymiä on {times}"),
                    Language::Sv => format!("kolumnen `{needed}` förekommer {times} gånger"),
                });
            }
        }
        Ok(Self(places))
    }
}

/// The cells of a line of CSV.
fn cells(line: &[u8], language: Language) -> Result<Vec<String>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .buffer_capacity(512)
        .from_reader(line);
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => Ok(record.iter().map(str::to_owned).collect()),
        Ok(false) => Err(EMPTY.get(language).to_owned()),
        Err(error) => Err(match (error.kind(), language) {
            (csv::ErrorKind::Utf8 { err, .. }, Language::Fi | Language::Sv) => {
                let cell = err.field().saturating_add(1);
                let offset = err.valid_up_to();
                let why = Problem::NotUtf8 { offset }.message(language);
                format!("{} {cell}: {why}", CELL.get(language))
            }
            _ => reader_words(Form::Csv, &error.to_string(), language),
        }),
    }
}

impl Row {
    /// Reads a line of JSON Lines.
    pub(super) fn from_json(line: &[u8], language: Language) -> Result<Self, String> {
        serde_json::from_slice(line)
            .map_err(|error| reader_words(Form::JsonLines, &error.to_string(), language))
    }

    /// Reads a line of CSV; an empty cell says nothing.
    pub(super) fn from_csv(
        columns: &Columns,
        line: &[u8],
        language: Language,
    ) -> Result<Self, String> {
        let cells = cells(line, language)?;
        let (found, expected) = (cells.len(), columns.0.len());
        if found != expected {
            return Err(match language {
                Language::En => format!("{found} cells, expected {expected}"),
                Language::Fi => format!("soluja {found}, odotettiin {expected}"),
                Language::Sv => format!("{found} celler, väntat {expected}"),
            });
        }
        let mut row = Self::default();
        for (cell, column) in cells.into_iter().zip(&columns.0) {
            let said = Some(cell.clone()).filter(|cell| !cell.is_empty());
            match COLUMNS.get(*column) {
                Some(&"cert") => row.cert = said,
                Some(&"source") => row.source = cell,
                Some(&"for") => row.subject = cell,
                Some(&"service") => row.service = cell,
                Some(&"tenant") => row.tenant = said,
                Some(&"unit") => row.unit = said,
                _ => row.at = said,
            }
        }
        Ok(row)
    }

    /// The address that it comes from, and what it wants.
    pub(super) fn attempt(
        &self,
        index: &AddressIndex,
        at: Moment,
        language: Language,
    ) -> Result<(IpAddr, Attempt), String> {
        let wrong =
            |field: &str, why: &dyn Display, said: &str| format!("{field}: {why}: `{said}`");
        let say = |text: Text| text.get(language);
        let owner = |field: &str, name: &str| {
            let oid = index.owner_named(name);
            oid.ok_or_else(|| format!("{field}: {}", unknown(name, language)))
        };
        let source = self.source.parse();
        let source = source.map_err(|_| wrong("source", &say(NO_ADDRESS), &self.source))?;
        let service: Result<Service, UnknownWord> = self.service.parse();
        let service =
            service.map_err(|unknown| format!("service: {}", no_service(&unknown, language)))?;
        let at = match &self.at {
            Some(text) => {
                let read = text.parse();
                read.map_err(|_: MomentError| format!("at: {}", say(NO_MOMENT)))?
            }
            None => at,
        };
        let mut attempt = Attempt::new(owner("for", &self.subject)?, service, at);
        if let Some(tenant) = &self.tenant {
            attempt.tenant = Some(owner("tenant", tenant)?);
        }
        if let Some(unit) = &self.unit {
            let oid = OwnerOid::parse(unit);
            let oid = oid.map_err(|error| wrong("unit", &error.display(language), unit))?;
            attempt.service_unit = Some(oid);
        }
        Ok((source, attempt))
    }
}
