//! The structures that are signed, with fields that hold anything: those of `x509-cert` are closed,
//! so that neither an odd serial number nor a time in the wrong type stands in them.

use der::asn1::{Any, BitString, SetOfVec};
use der::{Decode, Encode, Sequence, ValueOrd};

use crate::extension::{AnyExtension, Extension};

/// TBSCertificate of RFC 5280, section 4.1.
#[derive(Sequence)]
pub(crate) struct TbsCertificate {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(crate) version: Option<u8>,
    pub(crate) serial: Any,
    pub(crate) algorithm: Any,
    pub(crate) issuer: Any,
    pub(crate) validity: Times,
    pub(crate) subject: Any,
    pub(crate) key: Any,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT")]
    pub(crate) extensions: Vec<AnyExtension>,
}

/// Validity of RFC 5280, section 4.1.2.5.
#[derive(Sequence)]
pub(crate) struct Times {
    pub(crate) not_before: Any,
    pub(crate) not_after: Any,
}

/// TBSCertList of RFC 5280, section 5.1.
#[derive(Sequence)]
pub(crate) struct TbsCertList {
    #[asn1(optional = "true")]
    pub(crate) version: Option<u8>,
    pub(crate) algorithm: Any,
    pub(crate) issuer: Any,
    pub(crate) this_update: Any,
    #[asn1(optional = "true")]
    pub(crate) next_update: Option<Any>,
    #[asn1(optional = "true")]
    pub(crate) revoked: Option<Vec<Revoked>>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub(crate) extensions: Option<Vec<AnyExtension>>,
}

/// An entry of a list of revoked certificates.
#[derive(Sequence)]
pub(crate) struct Revoked {
    pub(crate) serial: Any,
    pub(crate) on: Any,
    #[asn1(optional = "true")]
    pub(crate) extensions: Option<Vec<AnyExtension>>,
}

/// Whatever is signed, with its signature.
#[derive(Sequence)]
struct Signed {
    message: Any,
    algorithm: Any,
    signature: BitString,
}

/// CertificationRequestInfo of RFC 2986, section 4.1.
#[derive(Sequence)]
pub(crate) struct RequestInfo {
    pub(crate) version: u8,
    pub(crate) subject: Any,
    pub(crate) key: Any,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    pub(crate) attributes: SetOfVec<Attribute>,
}

/// The attribute of a request that asks for extensions.
#[derive(Clone, Debug, PartialEq, Eq, Sequence, ValueOrd)]
pub(crate) struct Attribute {
    pub(crate) kind: Any,
    pub(crate) values: SetOfVec<Any>,
}

/// What is written already, as a field.
pub(crate) fn field(der: &[u8]) -> Option<Any> {
    Any::from_der(der).ok()
}

/// A signed structure in DER.
pub(crate) fn signed(message: &[u8], algorithm: &[u8], signature: &[u8]) -> Option<Vec<u8>> {
    let signed = Signed {
        message: field(message)?,
        algorithm: field(algorithm)?,
        signature: BitString::from_bytes(signature).ok()?,
    };
    signed.to_der().ok()
}

/// Extensions of any OID.
pub(crate) fn extensions<'a>(list: impl IntoIterator<Item = &'a Extension>) -> Vec<AnyExtension> {
    list.into_iter().filter_map(Extension::any).collect()
}
