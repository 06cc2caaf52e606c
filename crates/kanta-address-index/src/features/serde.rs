//! Records and indexes, serialised as the files have them: the one shape of JSON, TOML and these.
//!
//! There is no `Deserialize`: [`AddressIndex::read`] reads, and says where each fault is.

use kanta_source::SourceValue;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::files::table;
use crate::{
    AccessPoint, AddressIndex, AdministratorKind, Agreement, Annotation, BasisKind, DataSet,
    Header, JoiningModel, Party, PartyKind, Pharmacy, Register, Right, Sector, Service, Tenant,
};

macro_rules! records {
    ($($record:ident: $table:ident;)+) => {
        $(impl Serialize for $record {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                SourceValue::Table(table::$table(self)).serialize(serializer)
            }
        })+
    };
}

records! {
    Party: party;
    Pharmacy: pharmacy;
    Tenant: tenant;
    AccessPoint: access_point;
    Agreement: agreement;
    Annotation: annotation;
    Right: right;
}

macro_rules! words {
    ($($word:ident)+) => {
        $(impl Serialize for $word {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        })+
    };
}

words!(AdministratorKind BasisKind JoiningModel PartyKind Register Sector Service);

impl Serialize for Header {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        header(self, &mut map)?;
        map.end()
    }
}

fn header<M: SerializeMap>(header: &Header, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("format", &1)?;
    map.serialize_entry("version", &header.version)?;
    map.serialize_entry("issued", &header.issued)?;
    map.serialize_entry("expires", &header.expires)
}

/// A list of records, where there are any.
fn list<M: SerializeMap, T: Serialize>(
    map: &mut M,
    kind: &'static str,
    records: &[T],
) -> Result<(), M::Error> {
    if records.is_empty() {
        return Ok(());
    }
    map.serialize_entry(kind, records)
}

impl Serialize for DataSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        header(&self.header, &mut map)?;
        list(&mut map, "party", &self.parties)?;
        list(&mut map, "pharmacy", &self.pharmacies)?;
        list(&mut map, "tenant", &self.tenants)?;
        list(&mut map, "access_point", &self.access_points)?;
        list(&mut map, "agreement", &self.agreements)?;
        list(&mut map, "annotation", &self.annotations)?;
        list(&mut map, "right", &self.rights)?;
        map.end()
    }
}

impl Serialize for AddressIndex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_data_set().serialize(serializer)
    }
}
