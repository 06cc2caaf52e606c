//! Distinguished names, kept as text until they are written.

use der::asn1::{Any, SetOfVec};
use der::{Encode, Sequence, Tag, ValueOrd};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{RdnSequence, RelativeDistinguishedName};

use crate::write;

/// The string type that the values of a name are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StringType {
    /// UTF8String, as in DVV's certificates since 2021.
    Utf8,
    /// PrintableString. The characters are written as they are, whether the type allows them or
    /// not.
    Printable,
    /// TeletexString, one octet a character (ISO 8859-1).
    Teletex,
    /// BMPString, two octets a character.
    Bmp,
}

/// One attribute of a name.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    pub(crate) oid: String,
    pub(crate) value: String,
}

/// A name as a list of attributes, one in each relative distinguished name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name(pub(crate) Vec<Attribute>);

const SHORT: [(&str, &str); 12] = [
    ("C", "2.5.4.6"),
    ("ST", "2.5.4.8"),
    ("L", "2.5.4.7"),
    ("O", "2.5.4.10"),
    ("OU", "2.5.4.11"),
    ("serialNumber", "2.5.4.5"),
    ("CN", "2.5.4.3"),
    ("SN", "2.5.4.4"),
    ("GN", "2.5.4.42"),
    ("T", "2.5.4.12"),
    ("pseudonym", "2.5.4.65"),
    ("emailAddress", "1.2.840.113549.1.9.1"),
];

impl Name {
    /// Reads `C=FI, O=…, CN=…`: attributes in the order of the certificate, parted by a comma and
    /// a blank; a type is a short name or a dotted OID.
    pub(crate) fn parse(text: &str) -> Name {
        let attributes = text.split(", ").filter_map(|part| {
            let (kind, value) = part.split_once('=')?;
            Some(Attribute {
                oid: long(kind).to_owned(),
                value: value.to_owned(),
            })
        });
        Name(attributes.collect())
    }

    /// Gives the attribute this value where it stands, or adds it before the common name.
    pub(crate) fn set(&mut self, kind: &str, value: &str) {
        let oid = long(kind);
        if let Some(attribute) = self.0.iter_mut().find(|attribute| attribute.oid == oid) {
            value.clone_into(&mut attribute.value);
            return;
        }
        let new = Attribute {
            oid: oid.to_owned(),
            value: value.to_owned(),
        };
        let cn = self
            .0
            .iter()
            .position(|attribute| attribute.oid == "2.5.4.3");
        self.0.insert(cn.unwrap_or(self.0.len()), new);
    }

    /// Takes away every attribute of this type.
    pub(crate) fn remove(&mut self, kind: &str) {
        let oid = long(kind);
        self.0.retain(|attribute| attribute.oid != oid);
    }

    /// Writes the name, whatever its OIDs are.
    pub(crate) fn der(&self, strings: StringType) -> Vec<u8> {
        let parts = self.0.iter().filter_map(|attribute| {
            let pair = AnyAttribute {
                kind: write::oid(&attribute.oid)?,
                value: attribute.value(strings)?,
            };
            SetOfVec::try_from(vec![pair]).ok()
        });
        let parts: Vec<SetOfVec<AnyAttribute>> = parts.collect();
        parts.to_der().unwrap_or_default()
    }

    /// It as `x509-cert` has it; none where one of its OIDs is none to `const-oid`.
    pub(crate) fn x509(&self, strings: StringType) -> Option<x509_cert::name::Name> {
        let mut parts = RdnSequence::default();
        for attribute in &self.0 {
            let pair = AttributeTypeAndValue {
                oid: attribute.oid.parse().ok()?,
                value: attribute.value(strings)?,
            };
            parts.push(RelativeDistinguishedName::try_from(vec![pair]).ok()?);
        }
        Some(x509_cert::name::Name::hazmat_from_rdn_sequence(parts))
    }
}

/// An attribute whose OID is any: what `x509-cert`'s would be, but for that.
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
struct AnyAttribute {
    kind: Any,
    value: Any,
}

impl Attribute {
    /// Its value. Country and serialNumber are PrintableString, which is what X.520 allows them,
    /// unless another type than UTF8String is asked for.
    fn value(&self, strings: StringType) -> Option<Any> {
        let Self { oid, value } = self;
        let printable = matches!(oid.as_str(), "2.5.4.6" | "2.5.4.5");
        match strings {
            StringType::Utf8 if !printable => Any::new(Tag::Utf8String, value.as_bytes()),
            StringType::Utf8 | StringType::Printable => {
                Any::new(Tag::PrintableString, value.as_bytes())
            }
            StringType::Teletex => {
                let latin1 = value
                    .chars()
                    .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
                Any::new(Tag::TeletexString, latin1.collect::<Vec<_>>())
            }
            StringType::Bmp => {
                let units = value.encode_utf16().flat_map(u16::to_be_bytes);
                Any::new(Tag::BmpString, units.collect::<Vec<_>>())
            }
        }
        .ok()
    }
}

fn long(kind: &str) -> &str {
    SHORT
        .iter()
        .find(|(short, _)| *short == kind)
        .map_or(kind, |(_, oid)| oid)
}
