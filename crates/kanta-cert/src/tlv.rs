//! Tag, length, content: `der`'s reading of them, lent with their places.
//!
//! DER is tried first. An indefinite length, which DER does not have, is read once more by the BER
//! that `der` knows, and marked; what is neither is a fault.

use der::{Decode, EncodingRules, ErrorKind, Header, Length, Reader as _, SliceReader};

/// Why the next value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The bytes end inside the value, or its length reaches past the structure around it.
    Truncated { offset: usize },
    /// The tag or the length is neither DER nor BER as far as that is read.
    Header { offset: usize },
    /// Another value was expected.
    Tag { offset: usize, found: u8 },
    /// Nothing is left where a value was expected.
    Missing { offset: usize },
}

/// One value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tlv<'a> {
    pub(crate) tag: u8,
    pub(crate) content: &'a [u8],
    /// Where its tag stands in the whole input.
    pub(crate) offset: usize,
    /// Where its content starts in the whole input.
    pub(crate) inner: usize,
    /// Where it ends in the whole input.
    end: usize,
    /// Whether its tag and length are DER.
    pub(crate) is_der: bool,
}

impl<'a> Tlv<'a> {
    /// Reads what it holds.
    pub(crate) const fn reader(&self) -> Reader<'a> {
        Reader {
            rest: self.content,
            at: self.inner,
        }
    }

    /// Where it ends in the whole input.
    pub(crate) const fn end(&self) -> usize {
        self.end
    }

    /// What it holds as a type of `der`, where it is one in DER, or else in BER.
    pub(crate) fn decode<T>(&self, rules: EncodingRules) -> Result<T, T::Error>
    where
        T: der::DecodeValue<'a> + der::FixedTag + 'a,
    {
        der::AnyRef::new(T::TAG, self.content)?.decode_as_encoding(rules)
    }
}

/// Reads one value after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { rest: bytes, at }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Where the next value stands.
    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next value; none at the end.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<Tlv<'a>>, Fault> {
        let Some(tag) = self.peek() else {
            return Ok(None);
        };
        let offset = self.at;
        // A tag number over 30 takes more octets; nothing in a certificate has one.
        if tag & 0x1f == 0x1f {
            return Err(Fault::Header { offset });
        }
        let mut is_der = true;
        let value = match value(self.rest, EncodingRules::Der) {
            Err(ErrorKind::IndefiniteLength) => {
                is_der = false;
                value(self.rest, EncodingRules::Ber)
            }
            read => read,
        };
        let Value {
            header,
            content,
            rest,
        } = value.map_err(|kind| match kind {
            ErrorKind::Incomplete { .. } => Fault::Truncated { offset },
            _ => Fault::Header { offset },
        })?;
        let end = offset.saturating_add(self.rest.len().saturating_sub(rest.len()));
        self.rest = rest;
        self.at = end;
        Ok(Some(Tlv {
            tag,
            content,
            offset,
            inner: offset.saturating_add(header),
            end,
            is_der,
        }))
    }

    /// The next value, which has to bear this tag.
    #[inline]
    pub(crate) fn expect(&mut self, tag: u8) -> Result<Tlv<'a>, Fault> {
        let offset = self.at;
        match self.next()? {
            Some(tlv) if tlv.tag == tag => Ok(tlv),
            Some(tlv) => Err(Fault::Tag {
                offset,
                found: tlv.tag,
            }),
            None => Err(Fault::Missing { offset }),
        }
    }

    /// The next value if it bears this tag.
    #[inline]
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Tlv<'a>>, Fault> {
        if self.peek() == Some(tag) {
            self.next()
        } else {
            Ok(None)
        }
    }
}

/// A value at the front of some bytes.
struct Value<'a> {
    /// How many octets tag and length take.
    header: usize,
    content: &'a [u8],
    rest: &'a [u8],
}

#[inline]
fn value(bytes: &[u8], rules: EncodingRules) -> Result<Value<'_>, ErrorKind> {
    let kind = |error: der::Error| error.kind();
    let mut reader = SliceReader::new_with_encoding_rules(bytes, rules).map_err(kind)?;
    let header = Header::decode(&mut reader).map(|header| header.length());
    let length = match header.map_err(kind) {
        // UniversalString and the other old string types, which `der` has no names for: its length is read all the same.
        Err(ErrorKind::TagUnknown { byte: 0x01..=0x1e }) => {
            let behind = bytes.get(1..).unwrap_or_default();
            reader =
                SliceReader::new_with_encoding_rules(behind, EncodingRules::Der).map_err(kind)?;
            Length::decode(&mut reader).map_err(kind)?
        }
        read => read?,
    };
    let rest = usize::try_from(reader.remaining_len()).map_err(kind)?;
    let header = bytes.len().saturating_sub(rest);
    let used = header.saturating_add(usize::try_from(length).map_err(kind)?);
    let Some((value, rest)) = bytes.split_at_checked(used) else {
        return Err(ErrorKind::Incomplete {
            expected_len: length,
            actual_len: reader.remaining_len(),
        });
    };
    let content = value.get(header..).unwrap_or_default();
    // An indefinite length counts the two octets that end the value.
    let content = match rules {
        EncodingRules::Der => content,
        EncodingRules::Ber => content.strip_suffix(&[0, 0]).unwrap_or(content),
    };
    Ok(Value {
        header,
        content,
        rest,
    })
}

/// Where the first value of indefinite length stands, however deep: BER has it, and DER does not.
pub(crate) fn first_indefinite(bytes: &[u8]) -> Option<usize> {
    // Hardly any input has such a header, so that nothing has to be walked through. No early way out: compilers look at
    // many octets at once where all of them are looked at.
    let headers = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let found = headers.fold(false, |found, (&tag, &length)| {
        found | ((tag & 0xfe == 0x30) | (tag & 0xf0 == 0xa0)) & (length == 0x80)
    });
    if !found {
        return None;
    }
    let mut open = vec![Reader::new(bytes, 0)];
    while let Some(mut reader) = open.pop() {
        let Ok(Some(value)) = reader.next() else {
            continue;
        };
        if !value.is_der {
            return Some(value.offset);
        }
        open.push(reader);
        // An extension's value is itself DER inside an OCTET STRING.
        let is_wrapped = value.tag == OCTET_STRING && value.content.first() == Some(&SEQUENCE);
        if value.tag & 0x20 != 0 || is_wrapped {
            open.push(value.reader());
        }
    }
    None
}

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const UTC_TIME: u8 = 0x17;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// A stretch of the input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Where a value's content stands.
    pub(crate) fn of(tlv: &Tlv<'_>) -> Self {
        Self::from(tlv.inner, tlv.inner.saturating_add(tlv.content.len()))
    }

    /// Where a value stands, its tag and length included.
    pub(crate) fn whole(tlv: &Tlv<'_>) -> Self {
        Self::from(tlv.offset, tlv.end)
    }

    fn from(start: usize, end: usize) -> Self {
        // Inputs are limited to 16 MB long before this.
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    pub(crate) fn offset(self) -> usize {
        usize::try_from(self.start).unwrap_or(usize::MAX)
    }

    pub(crate) fn of_bytes(self, bytes: &[u8]) -> &[u8] {
        let end = usize::try_from(self.end).unwrap_or(usize::MAX);
        bytes.get(self.offset()..end).unwrap_or_default()
    }
}
