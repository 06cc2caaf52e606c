//! The certificates of a SignedData (RFC 5652 section 5.1), such as a `.p7b` holds: taken out, and nothing else of it looked
//! at. Its signatures are not verified: certificates alone have none.

use crate::error::{ReadError, Structure};
use crate::form::FileForm;
use crate::read::at;
use crate::tlv::{INTEGER, OID, Reader, SEQUENCE, SET, Span, Tlv};

/// The content of the OID 1.2.840.113549.1.7.2.
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];

/// The first of two tags in context: the content, and the certificates.
const CONTEXT_0: u8 = 0xa0;

/// Each certificate in it, as it stands there. None if the bytes are no SignedData.
pub(crate) fn certificates(bytes: &[u8]) -> Result<Option<Vec<&[u8]>>, ReadError> {
    if !matches!(FileForm::of_bytes(bytes), Some(FileForm::Pkcs7 { .. })) {
        return Ok(None);
    }
    let fault = at(Structure::Pkcs7);
    let outer = Reader::new(bytes, 0).expect(SEQUENCE).map_err(&fault)?;
    let mut fields = outer.reader();
    if fields.expect(OID).map_err(&fault)?.content != SIGNED_DATA {
        return Ok(None);
    }
    let content = fields.expect(CONTEXT_0).map_err(&fault)?;
    let signed = content.reader().expect(SEQUENCE).map_err(&fault)?;
    let mut fields = signed.reader();
    fields.expect(INTEGER).map_err(&fault)?;
    fields.expect(SET).map_err(&fault)?;
    fields.expect(SEQUENCE).map_err(&fault)?;
    let list = fields.optional(CONTEXT_0).map_err(&fault)?;
    let mut certificates = Vec::new();
    let mut items = list.as_ref().map_or(Reader::new(&[], 0), Tlv::reader);
    while let Some(item) = items.next().map_err(&fault)? {
        // Attribute certificates and other formats have tags in context.
        if item.tag == SEQUENCE {
            certificates.push(Span::whole(&item).of_bytes(bytes));
        }
    }
    if certificates.is_empty() {
        return Err(ReadError::NoCertificate);
    }
    Ok(Some(certificates))
}
