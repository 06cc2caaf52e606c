//! Identifiers as text, with the messages of this crate.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

#[cfg(feature = "alloc")]
use crate::OidBuf;
use crate::{AccessPointOid, BusinessId, BusinessIdError, MAX_TEXT_LEN, Oid, OwnerOid, ParseError};

impl Serialize for AccessPointOid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.encode_text(&mut [0; MAX_TEXT_LEN]))
    }
}

impl Serialize for OwnerOid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.encode_text(&mut [0; MAX_TEXT_LEN]))
    }
}

impl Serialize for Oid<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "alloc")]
impl Serialize for OidBuf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for BusinessId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccessPointOid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

impl<'de> Deserialize<'de> for OwnerOid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

#[cfg(feature = "alloc")]
impl<'de> Deserialize<'de> for OidBuf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

impl<'de> Deserialize<'de> for BusinessId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

struct Text<T>(PhantomData<T>);

trait FromText: Sized {
    const EXPECTED: &'static str;
    type Error: fmt::Display;

    fn from_text(text: &str) -> Result<Self, Self::Error>;
}

impl FromText for AccessPointOid {
    const EXPECTED: &'static str = "the text of an access-point OID";
    type Error = ParseError;

    fn from_text(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl FromText for OwnerOid {
    const EXPECTED: &'static str = "the text of an owner's OID";
    type Error = ParseError;

    fn from_text(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

#[cfg(feature = "alloc")]
impl FromText for OidBuf {
    const EXPECTED: &'static str = "the text of an OID";
    type Error = ParseError;

    fn from_text(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl FromText for BusinessId {
    const EXPECTED: &'static str = "the text of a business ID";
    type Error = BusinessIdError;

    fn from_text(text: &str) -> Result<Self, BusinessIdError> {
        Self::parse(text)
    }
}

impl<T: FromText> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(E::custom)
    }
}
