//! TBSCertificate, RFC 5280 section 4.1.

use super::at;
use super::checks::{check_algorithm, check_oids, read_name};
use crate::content::{Content, Issued};
use crate::error::{ReadError, Structure};
use crate::extension::Extensions;
use crate::key::{SignatureAlgorithm, SubjectKey};
use crate::oddity::{Oddity, OddityKind};
use crate::signed::Signed;
use crate::time::{Moment, Validity};
use crate::tlv::{BIT_STRING, INTEGER, SEQUENCE, Span, Tlv};

pub(super) fn read(der: &[u8], outer: &Tlv<'_>) -> Result<Content, ReadError> {
    let mut oddities = Vec::new();
    let mut odd = |kind, offset| oddities.push(Oddity { kind, offset });

    let mut fields = outer.reader();
    let signed = fields.expect(SEQUENCE).map_err(at(Structure::ToBeSigned))?;
    let outer_algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    let signature = fields
        .expect(BIT_STRING)
        .map_err(at(Structure::Signature))?;
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }

    let mut fields = signed.reader();
    let version = match fields.optional(0xa0).map_err(at(Structure::ToBeSigned))? {
        Some(version) => {
            let number = version
                .reader()
                .expect(INTEGER)
                .map_err(at(Structure::ToBeSigned))?;
            number.content.last().copied().unwrap_or(0)
        }
        None => 0,
    };
    let serial = fields
        .expect(INTEGER)
        .map_err(at(Structure::SerialNumber))?;
    match *serial.content {
        [] | [0] | [0x80..=0xff, ..] => odd(OddityKind::SerialNotPositive, serial.offset),
        // A leading zero octet is part of the encoding where the number itself needs it.
        [0, 0..=0x7f, ..] => odd(OddityKind::NotDer, serial.offset),
        _ => {}
    }
    if serial.content.len() > 20 {
        odd(OddityKind::SerialTooLong, serial.offset);
    }
    let algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    if algorithm.content != outer_algorithm.content {
        odd(OddityKind::AlgorithmMismatch, outer_algorithm.offset);
    }
    check_oids(&algorithm, &mut odd);
    check_oids(&outer_algorithm, &mut odd);
    let issuer = fields.expect(SEQUENCE).map_err(at(Structure::Issuer))?;
    let issuer_name = read_name(&issuer, &mut odd);
    let validity = fields.expect(SEQUENCE).map_err(at(Structure::Validity))?;
    let (validity, proper) = read_validity(&validity)?;
    if !proper {
        odd(OddityKind::NotDer, issuer.end());
    }
    let subject = fields.expect(SEQUENCE).map_err(at(Structure::Subject))?;
    let subject = read_name(&subject, &mut odd);
    let key = fields.expect(SEQUENCE).map_err(at(Structure::PublicKey))?;
    check_algorithm(&key, &mut odd);
    let key = SubjectKey::read(&key)?;
    let signed_parts = Signed::of(&signed, &outer_algorithm, &signature);
    // Unique identifiers of version 2.
    fields.optional(0x81).map_err(at(Structure::ToBeSigned))?;
    fields.optional(0x82).map_err(at(Structure::ToBeSigned))?;
    let list = match fields.optional(0xa3).map_err(at(Structure::Extensions))? {
        Some(wrapper) => {
            if version != 2 {
                odd(OddityKind::Version, signed.inner);
            }
            let list = wrapper
                .reader()
                .expect(SEQUENCE)
                .map_err(at(Structure::Extensions))?;
            if list.content.is_empty() {
                odd(OddityKind::UnreadableExtension, list.offset);
            }
            Some(list)
        }
        None => None,
    };
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }
    let extensions = list
        .map(|list| Extensions::read(&list, &mut oddities))
        .unwrap_or_default();
    Ok(Content {
        issued: Some(Issued {
            serial: Span::of(&serial),
            issuer: issuer_name,
            validity,
            algorithm: SignatureAlgorithm::read(Span::of(&algorithm), der),
        }),
        bytes: der.into(),
        signed: signed_parts,
        subject,
        key,
        extensions,
        oddities,
    })
}

fn read_validity(validity: &Tlv<'_>) -> Result<(Validity, bool), ReadError> {
    let mut fields = validity.reader();
    let mut time = || {
        let offset = fields.offset();
        let tlv = fields.next().map_err(at(Structure::Validity))?;
        let read = tlv.as_ref().and_then(Moment::read);
        read.ok_or(ReadError::Time { offset })
    };
    let (not_before, first) = time()?;
    let (not_after, second) = time()?;
    Ok((
        Validity {
            not_before,
            not_after,
        },
        first && second,
    ))
}
