//! CertificationRequest, RFC 2986 section 4.
//!
//! The attributes are read one by one: the one of `x509-cert` holds a SET OF, which is refused where
//! its values are not in DER's order, and would hide the extensions that are asked for.

use super::at;
use super::checks::{check_algorithm, check_oids, read_name};
use crate::content::Content;
use crate::error::{ReadError, Structure};
use crate::extension::Extensions;
use crate::key::SubjectKey;
use crate::oddity::{Oddity, OddityKind};
use crate::oid::known::request as known;
use crate::signed::Signed;
use crate::tlv::{BIT_STRING, INTEGER, OID, SEQUENCE, SET, Tlv};

/// extensionRequest of PKCS #9, and the older one of Microsoft's tools.
const EXTENSION_REQUESTS: [&[u8]; 2] = [known::EXTENSIONS, known::MICROSOFT_EXTENSIONS];

pub(super) fn read(der: &[u8], outer: &Tlv<'_>) -> Result<Content, ReadError> {
    let mut oddities = Vec::new();
    let mut odd = |kind, offset| oddities.push(Oddity { kind, offset });
    let mut fields = outer.reader();
    let info = fields.expect(SEQUENCE).map_err(at(Structure::Request))?;
    let algorithm = fields
        .expect(SEQUENCE)
        .map_err(at(Structure::SignatureAlgorithm))?;
    check_oids(&algorithm, &mut odd);
    let signature = fields
        .expect(BIT_STRING)
        .map_err(at(Structure::Signature))?;
    let signed = Signed::of(&info, &algorithm, &signature);
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }

    let mut fields = info.reader();
    fields.expect(INTEGER).map_err(at(Structure::Request))?;
    let subject = fields.expect(SEQUENCE).map_err(at(Structure::Subject))?;
    let subject = read_name(&subject, &mut odd);
    let key = fields.expect(SEQUENCE).map_err(at(Structure::PublicKey))?;
    check_algorithm(&key, &mut odd);
    let key = SubjectKey::read(&key)?;
    let attributes = fields.optional(0xa0).map_err(at(Structure::Attributes))?;
    if !fields.is_empty() {
        odd(OddityKind::TrailingBytes, fields.offset());
    }
    let mut extensions = None;
    if let Some(attributes) = attributes {
        let mut list = attributes.reader();
        while let Some(attribute) = list.next().map_err(at(Structure::Attributes))? {
            let mut parts = attribute.reader();
            let kind = parts.expect(OID).map_err(at(Structure::Attributes))?;
            if !EXTENSION_REQUESTS.contains(&kind.content) {
                continue;
            }
            let values = parts.expect(SET).map_err(at(Structure::Attributes))?;
            let list = values
                .reader()
                .expect(SEQUENCE)
                .map_err(at(Structure::Extensions))?;
            if extensions.is_some() {
                oddities.push(Oddity {
                    kind: OddityKind::DuplicateExtension,
                    offset: attribute.offset,
                });
            } else {
                extensions = Some(Extensions::read(&list, &mut oddities));
            }
        }
    }
    Ok(Content {
        bytes: der.into(),
        signed,
        subject,
        key,
        extensions: extensions.unwrap_or_default(),
        issued: None,
        oddities,
    })
}
