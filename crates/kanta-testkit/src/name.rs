//! Distinguished names, kept as text until they are written.

use crate::der;

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

    /// Writes the name. Country and serialNumber are PrintableString, which is what X.520 allows
    /// them, unless another type than UTF8String is asked for.
    pub(crate) fn der(&self, strings: StringType) -> Vec<u8> {
        let mut content = Vec::new();
        for Attribute { oid, value } in &self.0 {
            let printable = matches!(oid.as_str(), "2.5.4.6" | "2.5.4.5");
            let value = match strings {
                StringType::Utf8 if printable => der::tlv(der::PRINTABLE_STRING, value.as_bytes()),
                StringType::Utf8 => der::tlv(der::UTF8_STRING, value.as_bytes()),
                StringType::Printable => der::tlv(der::PRINTABLE_STRING, value.as_bytes()),
                StringType::Teletex => {
                    let latin1 = value
                        .chars()
                        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
                    der::tlv(der::TELETEX_STRING, &latin1.collect::<Vec<_>>())
                }
                StringType::Bmp => {
                    let units = value.encode_utf16().flat_map(u16::to_be_bytes);
                    der::tlv(der::BMP_STRING, &units.collect::<Vec<_>>())
                }
            };
            let pair = der::of(der::SEQUENCE, &[&der::oid(oid), &value]);
            content.extend(der::tlv(der::SET, &pair));
        }
        der::tlv(der::SEQUENCE, &content)
    }
}

fn long(kind: &str) -> &str {
    SHORT
        .iter()
        .find(|(short, _)| *short == kind)
        .map_or(kind, |(_, oid)| oid)
}
