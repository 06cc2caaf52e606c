//! Tag, length, content: a reader of DER that lends what it reads and knows where it stands.

/// Why the next value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The bytes end inside the value, or its length reaches past the structure around it.
    Truncated { offset: usize },
    /// The tag or the length is written in a way that no certificate needs.
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
    /// Whether its length is written in the shortest way, as DER asks.
    pub(crate) minimal: bool,
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
        self.inner.saturating_add(self.content.len())
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
        let offset = self.at;
        let (tag, length, header, minimal) = match *self.rest {
            [] => return Ok(None),
            [_] => return Err(Fault::Truncated { offset }),
            [tag, length, ..] if length < 0x80 => (tag, usize::from(length), 2_usize, true),
            [tag, 0x81, length, ..] => (tag, usize::from(length), 3, length >= 0x80),
            [tag, 0x82, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([high, low]));
                (tag, length, 4, length >= 0x100)
            }
            [tag, 0x83, high, middle, low, ..] => {
                let length = u32::from_be_bytes([0, high, middle, low]);
                (
                    tag,
                    usize::try_from(length).unwrap_or(usize::MAX),
                    5,
                    length >= 0x1_0000,
                )
            }
            [tag, 0x84, a, b, c, d, ..] => {
                let length = u32::from_be_bytes([a, b, c, d]);
                (
                    tag,
                    usize::try_from(length).unwrap_or(usize::MAX),
                    6,
                    length >= 0x100_0000,
                )
            }
            [_, 0x81..=0x84, ..] => return Err(Fault::Truncated { offset }),
            _ => return Err(Fault::Header { offset }),
        };
        // A tag number over 30 takes more octets; nothing in a certificate has one.
        if tag & 0x1f == 0x1f {
            return Err(Fault::Header { offset });
        }
        let end = header.saturating_add(length);
        let (Some(content), Some(rest)) = (self.rest.get(header..end), self.rest.get(end..)) else {
            return Err(Fault::Truncated { offset });
        };
        self.rest = rest;
        self.at = offset.saturating_add(end);
        Ok(Some(Tlv {
            tag,
            content,
            offset,
            inner: offset.saturating_add(header),
            minimal,
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
    pub(crate) fn of(tlv: &Tlv<'_>) -> Self {
        // Inputs are limited to 1 MB long before this.
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: narrow(tlv.inner),
            end: narrow(tlv.end()),
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
