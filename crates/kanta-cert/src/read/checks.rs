//! What is noted of names and algorithms while the structure around them is read.

use crate::name::Name;
use crate::oddity::OddityKind;
use crate::oid::is_der;
use crate::tlv::{OID, Tlv};

pub(super) fn check_name(name: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    let mut attributes = Name::new(name.content).attributes();
    loop {
        match attributes.read() {
            Ok(None) => break,
            Ok(Some(attribute)) => {
                if attribute.text().is_none() {
                    odd(OddityKind::UnreadableName, name.offset);
                }
                if !is_der(attribute.kind().octets()) {
                    odd(OddityKind::NotDer, name.offset);
                }
            }
            Err(_) => {
                odd(OddityKind::UnreadableName, name.offset);
                break;
            }
        }
    }
}

/// Whether the OIDs of a SubjectPublicKeyInfo's algorithm are DER.
pub(super) fn check_algorithm(info: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    if let Ok(Some(algorithm)) = info.reader().next() {
        check_oids(&algorithm, odd);
    }
}

/// Whether the OIDs that an AlgorithmIdentifier begins with are DER.
pub(super) fn check_oids(algorithm: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) {
    let mut fields = algorithm.reader();
    while let Ok(Some(field)) = fields.next() {
        if field.tag == OID && !is_der(field.content) {
            odd(OddityKind::NotDer, field.offset);
        }
    }
}
