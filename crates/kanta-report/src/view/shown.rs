//! What stands in a certificate or request, field by field.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Words};

/// What stands in a certificate or request; nothing is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ShownCertificate {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub file: String,
    /// Its number in the file, counted from 1.
    pub number: usize,
    /// How many the file has.
    pub count: usize,
    /// Whether it is a request.
    pub request: bool,
    /// What kind it is, as a word for machines.
    pub kind: String,
    /// The same in people's words.
    pub kind_name: Words,
    /// Whose it is: the parts of the name, in the order of the certificate.
    pub subject: Vec<NamePart>,
    /// The other names in it.
    pub other_names: Vec<OtherName>,
    /// The kind of its key, and how long it is.
    pub key: String,
    /// What the key may be used for, by RFC 5280's words.
    pub key_usage: Vec<String>,
    /// What it serves for (extended key usage).
    pub purposes: Vec<Purpose>,
    /// Whether it is a CA's.
    pub ca: bool,
    /// What only an issuer writes; none in a request.
    pub issued: Option<Issued>,
    /// The policies under which it was issued, by OID.
    pub policies: Vec<String>,
    /// How many bytes it has.
    pub size: usize,
    /// What is odd about how it is written.
    pub oddities: Vec<Oddity>,
}

/// Several certificates that speak of one access point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SharedAccessPoint {
    /// The OID of the access point.
    pub oid: String,
    /// Whether it is one certificate in several places: the guide takes its servers as one access point (3.1.2).
    pub same_certificate: bool,
    /// The files, as they were called.
    pub files: Vec<String>,
}

/// What only an issuer writes into a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Issued {
    /// Who issued it: the parts of the name, in the order of the certificate.
    pub issuer: Vec<NamePart>,
    /// The first moment of its validity.
    pub not_before: String,
    /// The last moment of its validity.
    pub not_after: String,
    /// The day of the first moment, in Finland.
    pub first_day: Day,
    /// The day of the last moment, in Finland.
    pub last_day: Day,
    /// The certificate's own serial number, in hexadecimal digits.
    pub serial: String,
    /// By which algorithm it is signed.
    pub signed_with: String,
    /// Where lists of revoked certificates are.
    pub crl: Vec<String>,
    /// Where the issuer's certificate is, and answers on revocation (OCSP).
    pub authority: Vec<String>,
}

/// A part of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NamePart {
    /// What it is: a short name such as `CN`, otherwise an OID.
    pub kind: String,
    /// What it says; none where that is no text.
    pub text: Option<String>,
}

/// Another name in a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OtherName {
    /// What it is: `dns`, `ip`, `email`, `uri`, `directory`, `oid`, `unreadable` or `other`.
    pub kind: String,
    /// The name; of what is not read, its octets in hexadecimal digits.
    pub name: String,
}

/// What a certificate serves for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Purpose {
    /// Its OID.
    pub oid: String,
    /// What it is called, where that is known.
    pub name: Option<String>,
}

/// Something odd about how a certificate is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Oddity {
    /// What it is.
    pub name: Words,
    /// At which byte.
    pub byte: usize,
}
