//! The feature `serde`, in one shape: a certificate or request is the base64 of its DER, as in the
//! `x5c` of RFC 7515; a moment is its text in UTC; an OID is its text; what is one of a list of kinds
//! is its code, a lower-case word with hyphens. Names and usages are lists in their order.

use std::borrow::Cow;

use data_encoding::BASE64;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::certificate::{Certificate, CertificateRequest};
use crate::error::ReadError;
use crate::extension::KeyUsage;
use crate::key::{Key, SignatureAlgorithm};
use crate::kind::CertificateKind;
use crate::name::Name;
use crate::oid::RawOid;
use crate::profile::Profile;
use crate::time::Moment;

macro_rules! base64 {
    ($($type:ident),+) => { $(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&BASE64.encode(self.der()))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text: Cow<'de, str> = Deserialize::deserialize(deserializer)?;
                let der = BASE64.decode(text.as_bytes()).map_err(|error| {
                    let offset = error.position;
                    D::Error::custom(ReadError::Base64 { offset })
                })?;
                Self::from_der(&der).map_err(D::Error::custom)
            }
        }
    )+ };
}

base64!(Certificate, CertificateRequest);

macro_rules! as_text {
    ($($type:ty: $text:expr;)+) => { $(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text: fn(&Self) -> _ = $text;
                serializer.collect_str(&text(self))
            }
        }
    )+ };
}

as_text! {
    Moment: |moment| *moment;
    RawOid<'_>: |oid| oid.to_string();
    CertificateKind: |kind| kind.code();
    Profile: |profile| profile.code();
    Key: |key| key.to_string();
    SignatureAlgorithm: |algorithm| algorithm.to_string();
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: Cow<'de, str> = Deserialize::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Serialize for KeyUsage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

/// One attribute of a name.
#[derive(serde::Serialize)]
struct Attribute<'a> {
    /// Its short name, or its OID.
    #[serde(rename = "type")]
    kind: Cow<'static, str>,
    /// Its text; none where it cannot be read.
    value: Option<Cow<'a, str>>,
}

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.attributes().map(|attribute| {
            Attribute {
                kind: attribute
                    .short_name()
                    .map_or_else(|| Cow::Owned(attribute.kind().to_string()), Cow::Borrowed),
                value: attribute.text(),
            }
        }))
    }
}
