//! One attempt of a batch, as people and machines write it.

use std::net::IpAddr;

use kanta_address_index::AddressIndex;
use kanta_admission::Attempt;
use kanta_cert::Moment;
use kanta_oid::OwnerOid;
use serde::Deserialize;

use crate::options;

/// The columns of CSV, and the members of a line of JSON.
const COLUMNS: [&str; 7] = ["cert", "source", "for", "service", "tenant", "unit", "at"];

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
    pub(super) fn read(line: &[u8]) -> Result<Self, String> {
        let names = cells(line)?;
        let place = |name: &String| {
            let known = COLUMNS.iter().position(|column| column == name);
            known.ok_or_else(|| format!("no column `{name}`: expected {}", COLUMNS.join(", ")))
        };
        let places: Vec<usize> = names.iter().map(place).collect::<Result<_, _>>()?;
        for (at, needed) in COLUMNS.iter().enumerate() {
            let times = places.iter().filter(|place| **place == at).count();
            let is_needed = matches!(*needed, "source" | "for" | "service");
            if times > 1 || (times == 0 && is_needed) {
                return Err(format!("column `{needed}` stands there {times} times"));
            }
        }
        Ok(Self(places))
    }
}

/// The cells of a line of CSV.
fn cells(line: &[u8]) -> Result<Vec<String>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .buffer_capacity(512)
        .from_reader(line);
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => Ok(record.iter().map(str::to_owned).collect()),
        Ok(false) => Err("an empty line".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

impl Row {
    /// Reads a line of JSON Lines.
    pub(super) fn from_json(line: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(line).map_err(|error| error.to_string())
    }

    /// Reads a line of CSV; an empty cell says nothing.
    pub(super) fn from_csv(columns: &Columns, line: &[u8]) -> Result<Self, String> {
        let cells = cells(line)?;
        if cells.len() != columns.0.len() {
            return Err(format!(
                "{} cells, expected {}",
                cells.len(),
                columns.0.len()
            ));
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
    ) -> Result<(IpAddr, Attempt), String> {
        let owner = |field: &str, name: &str| {
            let oid = index.owner_named(name);
            oid.ok_or_else(|| format!("{field}: no id of the index and no OID: `{name}`"))
        };
        let source = self.source.parse();
        let source = source.map_err(|_| format!("source: no address: `{}`", self.source))?;
        let service = self.service.parse();
        let service = service.map_err(|error| format!("service: {error}: `{}`", self.service))?;
        let at = match &self.at {
            Some(text) => options::moment(text).map_err(|error| format!("at: {error}"))?,
            None => at,
        };
        let mut attempt = Attempt::new(owner("for", &self.subject)?, service, at);
        if let Some(tenant) = &self.tenant {
            attempt.tenant = Some(owner("tenant", tenant)?);
        }
        if let Some(unit) = &self.unit {
            let oid = OwnerOid::parse(unit).map_err(|error| format!("unit: {error}: `{unit}`"))?;
            attempt.service_unit = Some(oid);
        }
        Ok((source, attempt))
    }
}
