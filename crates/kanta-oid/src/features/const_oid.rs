//! Exact conversions to and from `const_oid::ObjectIdentifier`, over the octets: its own text and
//! arcs are never asked, since they can differ from the octets that it was made of.

use const_oid::ObjectIdentifier;

use crate::{AccessPointOid, BuildError, MAX_DER_LEN, OwnerOid, ParseError};

impl TryFrom<&ObjectIdentifier> for AccessPointOid {
    type Error = ParseError;

    fn try_from(oid: &ObjectIdentifier) -> Result<Self, ParseError> {
        Self::from_der_content(oid.as_bytes())
    }
}

impl TryFrom<&ObjectIdentifier> for OwnerOid {
    type Error = ParseError;

    fn try_from(oid: &ObjectIdentifier) -> Result<Self, ParseError> {
        Self::from_der_content(oid.as_bytes())
    }
}

impl TryFrom<AccessPointOid> for ObjectIdentifier {
    type Error = BuildError;

    fn try_from(oid: AccessPointOid) -> Result<Self, BuildError> {
        let arcs = [oid.owner.code, oid.owner.unit, oid.number];
        convert(&arcs, oid.encode_der_content(&mut [0; MAX_DER_LEN]))
    }
}

impl TryFrom<OwnerOid> for ObjectIdentifier {
    type Error = BuildError;

    fn try_from(oid: OwnerOid) -> Result<Self, BuildError> {
        convert(
            &[oid.code, oid.unit],
            oid.encode_der_content(&mut [0; MAX_DER_LEN]),
        )
    }
}

fn convert(arcs: &[u64], content: &[u8]) -> Result<ObjectIdentifier, BuildError> {
    let largest = arcs.iter().copied().max().unwrap_or(0);
    let over = BuildError::ArcOver32Bits { arc: largest };
    if u32::try_from(largest).is_err() {
        return Err(over);
    }
    ObjectIdentifier::from_bytes(content).map_err(|_| over)
}
