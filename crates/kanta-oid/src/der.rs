//! DER content octets, in and out.

use crate::place::Place;
use crate::{AccessPointOid, MAX_DER_LEN, MAX_TEXT_LEN, OidFault, OwnerOid, ParseError, display};

impl AccessPointOid {
    /// Reads the content octets of a DER OBJECT IDENTIFIER, without tag and length.
    ///
    /// # Errors
    ///
    /// The first fault from the left: octets that are not minimal or that end within an arc, an arc
    /// over 2⁶⁴ − 1, or whatever [`parse`](Self::parse) refuses. Its offset counts octets.
    ///
    /// ```
    /// use kanta_oid::{AccessPointOid, MAX_DER_LEN};
    ///
    /// let octets = [0x2a, 0x81, 0x76, 0x84, 0x29, 0x01, 0x89, 0x52, 0x0d, 0x01];
    /// let oid = AccessPointOid::from_der_content(&octets)?;
    /// assert_eq!(oid.to_string(), "1.2.246.553.1.1234.13.1");
    /// assert_eq!(oid.encode_der_content(&mut [0; MAX_DER_LEN]), octets);
    /// # Ok::<(), kanta_oid::ParseError>(())
    /// ```
    pub fn from_der_content(content: &[u8]) -> Result<Self, ParseError> {
        let mut reader = Reader::new(content);
        let owner = reader.owner()?;
        reader.node(Place::AccessPointNode)?;
        let number = reader.arc(Place::Number)?;
        reader.end()?;
        let oid = Self { owner, number };
        if display::length(&oid) > MAX_TEXT_LEN {
            return Err(reader.fault(OidFault::TooLong, Place::Number));
        }
        Ok(oid)
    }

    /// Writes the DER content octets into the buffer and gives them; they lie at its end.
    pub fn encode_der_content<'b>(&self, buffer: &'b mut [u8; MAX_DER_LEN]) -> &'b [u8] {
        let mut writer = Writer {
            buffer,
            start: MAX_DER_LEN,
        };
        writer.arc(self.number);
        writer.arc(13);
        writer.owner(&self.owner);
        writer.finish()
    }
}

impl OwnerOid {
    /// Reads the content octets of a DER OBJECT IDENTIFIER, without tag and length.
    ///
    /// # Errors
    ///
    /// As for [`AccessPointOid::from_der_content`].
    pub fn from_der_content(content: &[u8]) -> Result<Self, ParseError> {
        let mut reader = Reader::new(content);
        let owner = reader.owner()?;
        reader.end()?;
        Ok(owner)
    }

    /// Writes the DER content octets into the buffer and gives them; they lie at its end.
    pub fn encode_der_content<'b>(&self, buffer: &'b mut [u8; MAX_DER_LEN]) -> &'b [u8] {
        let mut writer = Writer {
            buffer,
            start: MAX_DER_LEN,
        };
        writer.owner(self);
        writer.finish()
    }
}

struct Reader<'a> {
    content: &'a [u8],
    rest: &'a [u8],
    /// The second arc, which shares its octets with the first.
    second: Option<u64>,
    /// The number of arcs begun.
    begun: u32,
    /// Where the last arc that was read begins.
    offset: usize,
}

impl<'a> Reader<'a> {
    fn new(content: &'a [u8]) -> Self {
        Self {
            content,
            rest: content,
            second: None,
            begun: 0,
            offset: 0,
        }
    }

    fn owner(&mut self) -> Result<OwnerOid, ParseError> {
        let mut place = Place::Iso;
        let form = loop {
            let value = self.arc(place)?;
            match place.next(value) {
                Some(Place::Code(form)) => break form,
                Some(next) => place = next,
                None => return Err(self.fault(OidFault::UnexpectedArc, place)),
            }
        };
        let code = self.arc(Place::Code(form))?;
        let mut unit = 0;
        if form.has_unit() {
            self.node(Place::UnitNode)?;
            unit = self.arc(Place::Unit)?;
        }
        Ok(OwnerOid { form, code, unit })
    }

    fn arc(&mut self, place: Place) -> Result<u64, ParseError> {
        self.begun = self.begun.saturating_add(1);
        if let Some(second) = self.second.take() {
            return Ok(second);
        }
        self.offset = self.content.len().saturating_sub(self.rest.len());
        match self.rest {
            [] if place == Place::Iso => return Err(self.fault(OidFault::Empty, place)),
            [] => return Err(self.fault(OidFault::Missing, place)),
            [0x80, ..] => return Err(self.fault(OidFault::NonMinimal, place)),
            _ => {}
        }
        let mut value = 0_u64;
        while let [octet, rest @ ..] = self.rest {
            self.rest = rest;
            if value >> 57 != 0 {
                return Err(self.fault(OidFault::ArcTooLarge, place));
            }
            value = value << 7 | u64::from(octet & 0x7f);
            if octet & 0x80 == 0 {
                return Ok(if place == Place::Iso {
                    self.split(value)
                } else {
                    value
                });
            }
        }
        Err(self.fault(OidFault::Truncated, place))
    }

    /// Takes the first two arcs apart: `40 × first + second`, where the first is at most 2.
    fn split(&mut self, value: u64) -> u64 {
        let first = (value / 40).min(2);
        self.second = Some(value.saturating_sub(first.saturating_mul(40)));
        first
    }

    fn node(&mut self, place: Place) -> Result<(), ParseError> {
        let value = self.arc(place)?;
        place
            .next(value)
            .map(|_| ())
            .ok_or(self.fault(OidFault::UnexpectedArc, place))
    }

    fn end(&mut self) -> Result<(), ParseError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        self.offset = self.content.len().saturating_sub(self.rest.len());
        self.begun = self.begun.saturating_add(1);
        Err(self.fault(OidFault::Extra, Place::End))
    }

    fn fault(&self, fault: OidFault, place: Place) -> ParseError {
        let offset = u32::try_from(self.offset).unwrap_or(u32::MAX);
        ParseError {
            fault,
            place,
            in_der: true,
            arc: self.begun.saturating_sub(1),
            offset,
        }
    }
}

/// Writes from the last octet to the first.
struct Writer<'b> {
    buffer: &'b mut [u8; MAX_DER_LEN],
    start: usize,
}

impl<'b> Writer<'b> {
    fn owner(&mut self, owner: &OwnerOid) {
        if owner.form.has_unit() {
            self.arc(owner.unit);
            self.arc(10);
        }
        self.arc(owner.code);
        if let [1, 2, rest @ ..] = owner.form.root_arcs() {
            rest.iter().rev().for_each(|&arc| self.arc(arc));
            self.arc(42); // 1.2
        }
    }

    fn arc(&mut self, mut value: u64) {
        self.octet(value as u8 & 0x7f);
        while value > 0x7f {
            value >>= 7;
            self.octet(value as u8 | 0x80);
        }
    }

    fn octet(&mut self, octet: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(place) = self.buffer.get_mut(self.start) {
            *place = octet;
        }
    }

    fn finish(self) -> &'b [u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }
}
