//! Reads a certificate or a request in one pass over the bytes.

mod certificate;
mod checks;
mod request;

use crate::content::Content;
use crate::error::{ReadError, Structure};
use crate::form::{self, FileForm};
use crate::oddity::{Oddity, OddityKind};
use crate::tlv::{Fault, INTEGER, Reader, SEQUENCE, SET, Tlv, first_indefinite};

/// The largest input that is read: 1 MB.
pub const SIZE_LIMIT: usize = 1 << 20;

/// What the outermost structure looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Certificate,
    Request,
}

/// Reads DER as a certificate or a request, whichever it is.
pub(crate) fn read(der: &[u8]) -> Result<Content, ReadError> {
    if der.len() > SIZE_LIMIT {
        return Err(ReadError::TooLarge { size: der.len() });
    }
    if der.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(form) = FileForm::of_bytes(der) {
        return Err(ReadError::OtherForm(form));
    }
    // No certificate, request or key starts with anything but a SEQUENCE.
    if der.first() != Some(&SEQUENCE) {
        return Err(ReadError::NotFound);
    }
    let mut input = Reader::new(der, 0);
    let outer = input.expect(SEQUENCE).map_err(at(Structure::Certificate))?;
    if form::is_private_key(&outer) {
        return Err(ReadError::PrivateKey { offset: 0 });
    }
    if let Some(form) = FileForm::of_der(&outer) {
        return Err(ReadError::OtherForm(form));
    }
    match shape(&outer) {
        Shape::Certificate => certificate::read(der, &outer),
        Shape::Request => request::read(der, &outer),
    }
    .map(|mut content| {
        let odd = |kind, offset| Oddity { kind, offset };
        if !input.is_empty() {
            content
                .oddities
                .push(odd(OddityKind::TrailingBytes, input.offset()));
        }
        if let Some(offset) = first_indefinite(der) {
            content.oddities.push(odd(OddityKind::NotDer, offset));
        }
        content
    })
}

/// A request has its subject where a certificate has its signature algorithm.
fn shape(outer: &Tlv<'_>) -> Shape {
    let Ok(Some(first)) = outer.reader().next() else {
        return Shape::Certificate;
    };
    let mut fields = first.reader();
    if first.tag != SEQUENCE || !matches!(fields.optional(INTEGER), Ok(Some(_))) {
        return Shape::Certificate;
    }
    match fields.next() {
        Ok(Some(name)) if name.tag == SEQUENCE => match name.reader().peek() {
            Some(SET) | None => Shape::Request,
            _ => Shape::Certificate,
        },
        _ => Shape::Certificate,
    }
}

/// Whether DER is shaped like a request.
pub(crate) fn is_request(der: &[u8]) -> bool {
    let outer = Reader::new(der, 0).expect(SEQUENCE);
    outer.is_ok_and(|outer| shape(&outer) == Shape::Request)
}

pub(crate) fn at(structure: Structure) -> impl Fn(Fault) -> ReadError {
    move |fault| ReadError::from_fault(fault, structure)
}
