//! The one parser: it reads from the left and stops at the first fault, so it never looks at more
//! than the longest identifier, however long the text is. It is `const`, for constants.

use crate::place::Place;
use crate::{AccessPointOid, MAX_TEXT_LEN, OidFault, OidForm, OwnerOid, ParseError, character};

/// `?` for constant functions.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Err(error),
        }
    };
}

pub(crate) const fn access_point(text: &str) -> Result<AccessPointOid, ParseError> {
    let mut cursor = Cursor::new(text);
    let owner = tri!(cursor.owner());
    tri!(cursor.node(b".13.", Place::AccessPointNode, Place::Number));
    let number = tri!(cursor.arc(Place::Number));
    tri!(cursor.end());
    if text.len() > MAX_TEXT_LEN {
        return Err(ParseError {
            fault: OidFault::TooLong,
            place: Place::Number,
            in_der: false,
            arc: cursor.arc,
            offset: MAX_TEXT_LEN as u32,
        });
    }
    Ok(AccessPointOid { owner, number })
}

pub(crate) const fn owner(text: &str) -> Result<OwnerOid, ParseError> {
    let mut cursor = Cursor::new(text);
    let owner = tri!(cursor.owner());
    tri!(cursor.end());
    Ok(owner) // No owner's OID has more than 59 characters.
}

/// The owner's OID with which the text begins.
pub(crate) fn owner_prefix(text: &str) -> Option<OwnerOid> {
    Cursor::new(text).owner().ok()
}

/// Checks that the text is an OID, with arcs of any size.
pub(crate) fn any(text: &str) -> Result<(), ParseError> {
    let mut cursor = Cursor::new(text);
    let first = cursor.any_arc(Place::First)?;
    let Some(first @ 0..=2) = first else {
        return Err(Cursor::new(text).fault(OidFault::UnexpectedArc, Place::First));
    };
    cursor.dot(Place::Arc)?;
    let at = cursor;
    let second = cursor.any_arc(Place::Arc)?;
    if first < 2 && second.is_none_or(|second| second > 39) {
        return Err(at.fault(OidFault::SecondArcTooLarge, Place::Arc));
    }
    while !cursor.rest.is_empty() {
        cursor.dot(Place::Arc)?;
        cursor.any_arc(Place::Arc)?;
    }
    Ok(())
}

struct Cursor<'a> {
    text: &'a str,
    rest: &'a [u8],
    arc: u32,
}

impl<'a> Cursor<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            text,
            rest: text.as_bytes(),
            arc: 0,
        }
    }

    const fn owner(&mut self) -> Result<OwnerOid, ParseError> {
        let form = tri!(self.root());
        let code = tri!(self.arc(Place::Code(form)));
        let mut unit = 0;
        if form.has_unit() {
            tri!(self.node(b".10.", Place::UnitNode, Place::Unit));
            unit = tri!(self.arc(Place::Unit));
        }
        Ok(OwnerOid { form, code, unit })
    }

    /// Reads the root and the dot after it.
    const fn root(&mut self) -> Result<OidForm, ParseError> {
        let Some((head, rest)) = self.rest.split_first_chunk::<8>() else {
            return self.root_by_arcs();
        };
        if u64::from_le_bytes(*head) != u64::from_le_bytes(*b"1.2.246.") {
            return self.root_by_arcs();
        }
        let (form, rest) = match rest {
            [b'1', b'0', b'.', rest @ ..] => (OidForm::Sote, rest),
            [b'5', b'5', b'3', b'.', b'1', b'.', rest @ ..] => (OidForm::Pharmacy, rest),
            [b'5', b'3', b'7', b'.', rest @ ..] => match rest {
                [b'1', b'0', b'.', rest @ ..] => (OidForm::Sote537, rest),
                [b'2', b'8', b'.', rest @ ..] => (OidForm::Valvira, rest),
                _ => match rest.split_first_chunk::<9>() {
                    Some((b"6.918.18.", rest)) => (OidForm::Intermediary, rest),
                    _ => return self.root_by_arcs(),
                },
            },
            _ => return self.root_by_arcs(),
        };
        self.rest = rest;
        self.arc = form.root_arcs().len() as u32;
        Ok(form)
    }

    /// The same, arc by arc, to find the first that is wrong.
    #[cold]
    const fn root_by_arcs(&mut self) -> Result<OidForm, ParseError> {
        let mut place = Place::Iso;
        loop {
            let at = *self;
            let value = tri!(self.arc(place));
            place = match place.next(value) {
                Some(next) => next,
                None => return Err(at.fault(OidFault::UnexpectedArc, place)),
            };
            tri!(self.dot(place));
            if let Place::Code(form) = place {
                return Ok(form);
            }
        }
    }

    /// Reads one arc, up to the next dot or the end.
    #[inline]
    const fn arc(&mut self, place: Place) -> Result<u64, ParseError> {
        let mut value = 0_u64;
        let mut rest = self.rest;
        while let [digit @ b'0'..=b'9', after @ ..] = rest {
            value = value.wrapping_mul(10).wrapping_add((*digit & 0x0f) as u64);
            rest = after;
        }
        // Nineteen digits cannot wrap; one digit cannot have a leading zero.
        let length = self.rest.len().wrapping_sub(rest.len());
        let plain = match self.rest {
            [b'0', ..] => length == 1,
            _ => length >= 1 && length <= 19,
        };
        if plain && matches!(rest, [] | [b'.', ..]) {
            self.rest = rest;
            return Ok(value);
        }
        let (result, rest) = self.arc_with_care(place);
        self.rest = rest;
        result
    }

    /// The same, digit by digit, to find the first that is wrong; gives what is left, too.
    #[cold]
    const fn arc_with_care(mut self, place: Place) -> (Result<u64, ParseError>, &'a [u8]) {
        let at = self;
        let zero = matches!(self.rest, [b'0', ..]);
        let mut value = 0_u64;
        let mut digits = 0_u32;
        while let [digit @ b'0'..=b'9', after @ ..] = self.rest {
            if zero && digits == 1 {
                return (Err(at.fault(OidFault::LeadingZero, place)), self.rest);
            }
            let Some(tens) = value.checked_mul(10) else {
                return (Err(at.fault(OidFault::ArcTooLarge, place)), self.rest);
            };
            value = match tens.checked_add((*digit & 0x0f) as u64) {
                Some(value) => value,
                None => return (Err(at.fault(OidFault::ArcTooLarge, place)), self.rest),
            };
            digits = digits.saturating_add(1);
            self.rest = after;
        }
        if digits == 0 || !matches!(self.rest, [] | [b'.', ..]) {
            return (Err(self.character_fault(place)), self.rest);
        }
        (Ok(value), self.rest)
    }

    /// Reads one arc of any size; gives its value if it is one below 100.
    fn any_arc(&mut self, place: Place) -> Result<Option<u8>, ParseError> {
        let digits = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let (arc, rest) = self
            .rest
            .split_at_checked(digits)
            .unwrap_or((self.rest, &[]));
        if let [b'0', _, ..] = arc {
            return Err(self.fault(OidFault::LeadingZero, place));
        }
        if arc.is_empty() || !matches!(rest, [] | [b'.', ..]) {
            self.rest = rest;
            return Err(self.character_fault(place));
        }
        self.rest = rest;
        Ok(match arc {
            [digit] => Some(digit & 0x0f),
            [tens, ones] => Some((tens & 0x0f).saturating_mul(10).saturating_add(ones & 0x0f)),
            _ => None,
        })
    }

    /// Reads a node that can have one value only, with the dots before and after it.
    #[inline]
    const fn node(&mut self, text: &[u8; 4], place: Place, next: Place) -> Result<(), ParseError> {
        match self.rest.split_first_chunk::<4>() {
            Some((head, rest)) if u32::from_le_bytes(*head) == u32::from_le_bytes(*text) => {
                self.rest = rest;
                self.arc = self.arc.wrapping_add(2);
                return Ok(());
            }
            _ => {}
        }
        // It is not that node, or the text ends here.
        tri!(self.dot(place));
        let at = *self;
        let value = tri!(self.arc(place));
        if place.next(value).is_none() {
            return Err(at.fault(OidFault::UnexpectedArc, place));
        }
        self.dot(next)
    }

    /// Steps over the dot before the arc at `next`.
    #[inline]
    const fn dot(&mut self, next: Place) -> Result<(), ParseError> {
        self.arc = self.arc.saturating_add(1);
        match self.rest {
            [] => Err(self.fault(OidFault::Missing, next)),
            [_, rest @ ..] => {
                self.rest = rest;
                Ok(())
            }
        }
    }

    #[inline]
    const fn end(&mut self) -> Result<(), ParseError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        let mut after = *self;
        after.arc = after.arc.saturating_add(1);
        Err(after.fault(OidFault::Extra, Place::End))
    }

    /// The fault of a text that has no digit and no dot here.
    #[cold]
    const fn character_fault(self, place: Place) -> ParseError {
        let fault = match self.rest {
            [] if self.text.is_empty() => OidFault::Empty,
            [] | [b'.', ..] => OidFault::EmptyArc,
            _ if self.arc == 0 && character::starts_with_urn_oid(self.rest) => OidFault::UrnPrefix,
            rest => character::fault(rest),
        };
        self.fault(fault, place)
    }

    #[cold]
    const fn fault(self, fault: OidFault, place: Place) -> ParseError {
        let offset = self.text.len().saturating_sub(self.rest.len());
        let offset = if offset > u32::MAX as usize {
            u32::MAX
        } else {
            offset as u32
        };
        ParseError {
            fault,
            place,
            in_der: false,
            arc: self.arc,
            offset,
        }
    }
}

impl Clone for Cursor<'_> {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Cursor<'_> {}
