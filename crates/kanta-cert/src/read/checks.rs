//! What is noted of names and algorithms while the structure around them is read.

use crate::content::ReadName;
use crate::name::Attributes;
use crate::oddity::OddityKind;
use crate::oid::is_der;
use crate::tlv::{OID, Span, Tlv};

/// Reads a name as far as it goes.
pub(super) fn read_name(name: &Tlv<'_>, odd: &mut impl FnMut(OddityKind, usize)) -> ReadName {
    let mut attributes = Attributes::of(name);
    // Most names have seven.
    let mut known = Vec::with_capacity(8);
    loop {
        match attributes.read() {
            Ok(None) => break,
            Ok(Some((attribute, place))) => {
                known.push(place);
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
    ReadName {
        content: Span::of(name),
        attributes: known,
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
