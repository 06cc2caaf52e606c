use crate::language::tell_in_three_languages;
use crate::place::Place;

/// Why a text, or DER content octets, are not the identifier that they should be: the first fault
/// from the left.
///
/// It is small and costs nothing to make; [`diagnose`](crate::diagnose) works out what was found
/// and how to put it right. Displayed in English; [`fi`](Self::fi) and [`sv`](Self::sv) give the other
/// languages. The message counts arcs and characters from one, the methods count from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseError {
    pub(crate) fault: OidFault,
    pub(crate) place: Place,
    pub(crate) in_der: bool,
    pub(crate) arc: u32,
    pub(crate) offset: u32,
}

/// What is wrong at the place of a [`ParseError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OidFault {
    /// There is nothing to read.
    Empty,
    /// The OID is right but over 64 characters, more than X.520's serialNumber can carry.
    TooLong,
    /// `urn:oid:` stands before the OID.
    UrnPrefix,
    /// Nothing stands where an arc should.
    EmptyArc,
    /// An arc of several digits begins with zero.
    LeadingZero,
    /// A blank or another invisible character.
    Blank,
    /// A plus, a minus or a hyphen.
    Sign,
    /// A digit of another script, such as a full-width or an Arabic one.
    ForeignDigit,
    /// Another character in place of the dot, such as a middle dot or a comma.
    Separator,
    /// Any other character that is neither a digit nor a dot.
    Character,
    /// The arc is over 2⁶⁴ − 1.
    ArcTooLarge,
    /// Under 0 and 1 the second arc is at most 39.
    SecondArcTooLarge,
    /// DER: the octets of an arc begin with 0x80, so that they are not minimal.
    NonMinimal,
    /// DER: the octets end within an arc.
    Truncated,
    /// A well-formed arc with a value that cannot stand here.
    UnexpectedArc,
    /// The text ends where this arc should follow.
    Missing,
    /// The text goes on after its end.
    Extra,
}

impl ParseError {
    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> OidFault {
        self.fault
    }

    /// The part of the identifier in which it is wrong.
    #[must_use]
    pub const fn role(&self) -> ArcRole {
        self.place.role()
    }

    /// The index of the arc at fault, counted from zero.
    #[must_use]
    pub const fn arc(&self) -> usize {
        self.arc as usize
    }

    /// The offset of the fault in bytes of the text or in octets, counted from zero.
    ///
    /// Text before a fault is ASCII, so it is the number of characters before the fault as well.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset as usize
    }

    /// The values that the arc can have, where they are fixed; empty where any number will do.
    #[must_use]
    pub const fn expected(&self) -> &'static [u64] {
        self.place.expected()
    }
}

tell_in_three_languages!(ParseError);

impl core::error::Error for ParseError {}

/// The part that an arc plays in an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArcRole {
    /// An arc of the register's root.
    Root,
    /// The organisation's code in the SOTE organisation register: `xxx` of the SOTE forms.
    OrganisationCode,
    /// The practitioner's code in Valvira's register.
    PractitionerCode,
    /// The pharmacy's code in Fimea's register.
    PharmacyCode,
    /// The code in the register of Kanta intermediaries.
    IntermediaryCode,
    /// The node under which units stand: always 10.
    UnitNode,
    /// The unit number: `y`.
    Unit,
    /// The node under which access points stand: always 13.
    AccessPointNode,
    /// The access-point number: `n`.
    Number,
    /// What stands after the last arc of the form.
    End,
    /// An arc of an OID that need not be a Kanta identifier.
    Arc,
}

tell_in_three_languages!(ArcRole);

/// Why an identifier cannot be built from its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BuildError {
    /// It would print in more characters than X.520's serialNumber can carry.
    TooLong {
        /// The number of characters that it would have; at most 64 are allowed.
        length: usize,
    },
    /// A `const_oid::ObjectIdentifier` has arcs of 32 bits.
    ArcOver32Bits {
        /// The arc that it cannot hold.
        arc: u64,
    },
    /// The owner's highest number is 2⁶⁴ − 1 already.
    NumbersExhausted,
}

tell_in_three_languages!(BuildError);

impl core::error::Error for BuildError {}
