//! An OBJECT IDENTIFIER with tag and length, as the crate `der` reads and writes it: alone, or as a
//! field of a structure.

use der::{DecodeValue, EncodeValue, ErrorKind, FixedTag, Header, Length, Reader, Tag, Writer};

use crate::{AccessPointOid, MAX_DER_LEN, OwnerOid, ParseError};

/// Reads the content octets. `der` has no error of ours: its own tells that the value is not one,
/// and the octet at which it went wrong.
fn read<'r, R: Reader<'r>, T>(
    reader: &mut R,
    header: Header,
    from_der_content: fn(&[u8]) -> Result<T, ParseError>,
) -> der::Result<T> {
    let tag = Tag::ObjectIdentifier;
    let start = reader.position();
    let mut buffer = [0; MAX_DER_LEN];
    let content = usize::try_from(header.length())
        .ok()
        .and_then(|length| buffer.get_mut(..length));
    let Some(content) = content else {
        return Err(reader.error(ErrorKind::Length { tag }));
    };
    from_der_content(reader.read_into(content)?).map_err(|error| {
        let position = u32::try_from(error.offset())
            .ok()
            .and_then(|offset| u32::from(start).checked_add(offset))
            .map_or(start, Length::from);
        ErrorKind::Value { tag }.at(position)
    })
}

macro_rules! object_identifier {
    ($($type:ident),+) => { $(
        impl FixedTag for $type {
            const TAG: Tag = Tag::ObjectIdentifier;
        }

        impl<'r> DecodeValue<'r> for $type {
            type Error = der::Error;

            fn decode_value<R: Reader<'r>>(reader: &mut R, header: Header) -> der::Result<Self> {
                read(reader, header, Self::from_der_content)
            }
        }

        impl EncodeValue for $type {
            fn value_len(&self) -> der::Result<Length> {
                self.encode_der_content(&mut [0; MAX_DER_LEN]).len().try_into()
            }

            fn encode_value(&self, writer: &mut impl Writer) -> der::Result<()> {
                writer.write(self.encode_der_content(&mut [0; MAX_DER_LEN]))
            }
        }
    )+ };
}

object_identifier!(AccessPointOid, OwnerOid);
