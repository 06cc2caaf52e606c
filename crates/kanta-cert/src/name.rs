//! Names of subjects and issuers: read attribute by attribute, compared by their text.

use std::borrow::Cow;
use std::fmt;

use kanta_conformance::Escaped;

use crate::oid::RawOid;
use crate::tlv::{Fault, OID, Reader, SEQUENCE, SET, Span, Tlv};

pub(crate) use crate::oid::known::attribute::{
    COMMON_NAME, COUNTRY, EMAIL_ADDRESS, GIVEN_NAME, LOCALITY, ORGANISATION, ORGANISATIONAL_UNIT,
    PSEUDONYM, SERIAL_NUMBER, STATE, SURNAME, TITLE,
};

/// A distinguished name.
///
/// Two names are compared with [`Name::same_as`], by the text of their attributes: DVV has changed
/// string types over the years, so equal names differ in their bytes.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    content: &'a [u8],
    /// Its attributes, where they were read before, and what their places count from.
    known: Option<(&'a [KnownAttribute], &'a [u8])>,
}

/// An attribute that was read before, by its places in the input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownAttribute {
    kind: Span,
    tag: u8,
    value: Span,
}

/// One attribute of a name.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    kind: &'a [u8],
    tag: u8,
    value: &'a [u8],
}

impl<'a> Attribute<'a> {
    /// Its type.
    #[must_use]
    pub const fn kind(&self) -> RawOid<'a> {
        RawOid(self.kind)
    }

    /// The usual short name of its type: `CN`, `O`, `serialNumber` …
    #[must_use]
    pub fn short_name(&self) -> Option<&'static str> {
        Some(match self.kind {
            COMMON_NAME => "CN",
            SURNAME => "SN",
            SERIAL_NUMBER => "serialNumber",
            COUNTRY => "C",
            LOCALITY => "L",
            STATE => "ST",
            ORGANISATION => "O",
            ORGANISATIONAL_UNIT => "OU",
            TITLE => "T",
            GIVEN_NAME => "GN",
            PSEUDONYM => "pseudonym",
            EMAIL_ADDRESS => "emailAddress",
            _ => return None,
        })
    }

    /// Its text; none when the octets are not what their string type says. TeletexString is taken
    /// as ISO 8859-1, which is what it holds in practice.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'a, str>> {
        match self.tag {
            // UTF8String
            0x0c => std::str::from_utf8(self.value).ok().map(Cow::Borrowed),
            // NumericString, PrintableString, IA5String, VisibleString: ASCII
            0x12 | 0x13 | 0x16 | 0x1a => {
                let text = std::str::from_utf8(self.value)
                    .ok()
                    .filter(|text| text.is_ascii());
                text.map(Cow::Borrowed)
            }
            // TeletexString
            0x14 if self.value.is_ascii() => {
                std::str::from_utf8(self.value).ok().map(Cow::Borrowed)
            }
            0x14 => Some(self.value.iter().copied().map(char::from).collect()),
            // BMPString
            0x1e => {
                let units = self.value.chunks_exact(2);
                let rest = units.remainder();
                let units = units.filter_map(|unit| unit.try_into().ok().map(u16::from_be_bytes));
                let text: Option<String> = char::decode_utf16(units).map(Result::ok).collect();
                text.filter(|_| rest.is_empty()).map(Cow::Owned)
            }
            // UniversalString
            0x1c => {
                let units = self.value.chunks_exact(4);
                let rest = units.remainder();
                let units = units.map(|unit| {
                    let unit = unit.try_into().ok()?;
                    char::from_u32(u32::from_be_bytes(unit))
                });
                let text: Option<String> = units.collect();
                text.filter(|_| rest.is_empty()).map(Cow::Owned)
            }
            _ => None,
        }
    }
}

/// Reads the attributes of a name up to the first one that cannot be read.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    names: Reader<'a>,
    set: Reader<'a>,
    known: std::slice::Iter<'a, KnownAttribute>,
    /// What the places of the known ones count from.
    input: &'a [u8],
}

impl<'a> Attributes<'a> {
    /// Those of a name as it stands in the input.
    pub(crate) fn of(name: &Tlv<'a>) -> Self {
        Self::new(name.reader())
    }

    fn new(names: Reader<'a>) -> Self {
        Self {
            names,
            set: Reader::new(&[], 0),
            known: [].iter(),
            input: &[],
        }
    }

    /// The next attribute; an error where the name breaks off.
    pub(crate) fn read(&mut self) -> Result<Option<(Attribute<'a>, KnownAttribute)>, Fault> {
        while self.set.is_empty() {
            if self.names.is_empty() {
                return Ok(None);
            }
            self.set = self.names.expect(SET)?.reader();
        }
        let mut pair = self.set.expect(SEQUENCE)?.reader();
        let kind = pair.expect(OID)?;
        let offset = pair.offset();
        let value = pair.next()?.ok_or(Fault::Missing { offset })?;
        let attribute = Attribute {
            kind: kind.content,
            tag: value.tag,
            value: value.content,
        };
        let known = KnownAttribute {
            kind: Span::of(&kind),
            tag: value.tag,
            value: Span::of(&value),
        };
        Ok(Some((attribute, known)))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        if let Some(known) = self.known.next() {
            return Some(Attribute {
                kind: known.kind.of_bytes(self.input),
                tag: known.tag,
                value: known.value.of_bytes(self.input),
            });
        }
        match self.read() {
            Ok(attribute) => attribute.map(|(attribute, _)| attribute),
            Err(_) => {
                self.names = Reader::new(&[], 0);
                self.set = Reader::new(&[], 0);
                None
            }
        }
    }
}

impl<'a> Name<'a> {
    pub(crate) const fn new(content: &'a [u8]) -> Self {
        let known = None;
        Self { content, known }
    }

    /// A name whose attributes were read before: their places count from the start of the input.
    pub(crate) const fn of_known(
        content: &'a [u8],
        attributes: &'a [KnownAttribute],
        input: &'a [u8],
    ) -> Self {
        let known = Some((attributes, input));
        Self { content, known }
    }

    /// The content octets.
    #[cfg(feature = "_path")]
    pub(crate) const fn content(&self) -> &'a [u8] {
        self.content
    }

    /// The attributes, in the order of the certificate.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'a> {
        match self.known {
            Some((known, input)) => Attributes {
                known: known.iter(),
                input,
                ..Attributes::new(Reader::new(&[], 0))
            },
            None => Attributes::new(Reader::new(self.content, 0)),
        }
    }

    /// Whether there is no attribute.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attributes().next().is_none()
    }

    pub(crate) fn all(&self, kind: &'static [u8]) -> impl Iterator<Item = Attribute<'a>> + use<'a> {
        self.attributes()
            .filter(move |attribute| attribute.kind == kind)
    }

    pub(crate) fn has(&self, kind: &'static [u8]) -> bool {
        self.all(kind).next().is_some()
    }

    pub(crate) fn first(&self, kind: &'static [u8]) -> Option<Cow<'a, str>> {
        self.all(kind).find_map(|attribute| attribute.text())
    }

    /// What stands in an attribute, where it stands there once.
    pub(crate) fn only(&self, kind: &'static [u8]) -> Option<Cow<'a, str>> {
        let mut all = self.all(kind);
        let only = all.next()?.text()?;
        all.next().is_none().then_some(only)
    }

    /// All common names that can be read.
    pub fn common_names(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        self.all(COMMON_NAME)
            .filter_map(|attribute| attribute.text())
    }

    /// All organisations that can be read.
    pub fn organisations(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        self.all(ORGANISATION)
            .filter_map(|attribute| attribute.text())
    }

    /// All serialNumber attributes that can be read.
    pub fn serial_numbers(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        self.all(SERIAL_NUMBER)
            .filter_map(|attribute| attribute.text())
    }

    /// The common name; the first, if there are several.
    #[must_use]
    pub fn common_name(&self) -> Option<Cow<'a, str>> {
        self.first(COMMON_NAME)
    }

    /// The organisation; the first, if there are several.
    #[must_use]
    pub fn organisation(&self) -> Option<Cow<'a, str>> {
        self.first(ORGANISATION)
    }

    /// The serialNumber attribute (not a certificate's own serial number); the first, if there are
    /// several.
    #[must_use]
    pub fn serial_number(&self) -> Option<Cow<'a, str>> {
        self.first(SERIAL_NUMBER)
    }

    /// Whether both names have the same attributes with the same texts, in the same order.
    ///
    /// Texts are the same when they differ only in string type, in letter case, and in blanks at
    /// the ends or in a row (the matching that RFC 5280 section 7.1 asks for, for the characters
    /// that occur in these names). An attribute without readable text is compared by its octets.
    #[must_use]
    pub fn same_as(&self, other: &Name<'_>) -> bool {
        let (mut ours, mut theirs) = (self.attributes(), other.attributes());
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if a.kind == b.kind => match (a.text(), b.text()) {
                    (Some(a), Some(b)) if same_text(&a, &b) => {}
                    (None, None) if a.tag == b.tag && a.value == b.value => {}
                    _ => return false,
                },
                _ => return false,
            }
        }
    }
}

/// Whether two texts of a name are the same: letter case and superfluous blanks do not count.
pub(crate) fn same_text(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) => {
                let (a, b) = (a.chars(), b.chars());
                if !a
                    .flat_map(char::to_lowercase)
                    .eq(b.flat_map(char::to_lowercase))
                {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

impl fmt::Display for Name<'_> {
    /// For people: `C=FI, O=…, CN=…` in the order of the certificate. Control characters are
    /// escaped. Not for comparing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, attribute) in self.attributes().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match attribute.short_name() {
                Some(name) => f.write_str(name)?,
                None => write!(f, "{}", attribute.kind())?,
            }
            f.write_str("=")?;
            match attribute.text() {
                Some(text) => write!(f, "{}", Escaped(&text))?,
                None => {
                    f.write_str("#")?;
                    attribute
                        .value
                        .iter()
                        .try_for_each(|octet| write!(f, "{octet:02x}"))?;
                }
            }
        }
        Ok(())
    }
}
