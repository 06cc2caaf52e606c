use crate::language::tell_in_three_languages;
use crate::{ArcRole, Kind, OidForm, OwnerOid};

/// How to put right a text that nearly is an access-point OID, or what it is instead.
///
/// Positions count the characters before the place, from zero; the messages count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Hint {
    /// `urn:oid:` stands before the OID.
    UrnPrefix,
    /// Blanks stand before or after the OID.
    BlanksAround,
    /// A blank stands beside a dot, as the guide prints one after `10.`.
    BlankInside {
        /// The characters before it.
        position: usize,
    },
    /// Another character stands in place of a dot.
    Separator {
        /// The first such character.
        found: char,
        /// The characters before it.
        position: usize,
    },
    /// A digit of another script stands in place of an ASCII digit.
    ForeignDigit {
        /// The first such digit.
        found: char,
        /// Its value.
        digit: u8,
        /// The characters before it.
        position: usize,
    },
    /// The organisation code is a business ID with its hyphen.
    BusinessIdHyphen {
        /// The code that it stands for.
        code: u64,
    },
    /// The organisation code is a business ID with its leading zero.
    BusinessIdZero {
        /// The code that it stands for.
        code: u64,
    },
    /// An arc has a leading zero.
    LeadingZero {
        /// The part that the arc plays.
        role: ArcRole,
        /// The value that it would have.
        value: u64,
    },
    /// A dot stands at the end.
    TrailingDot,
    /// Node 10, 11, 12 or 14 stands in place of node 13.
    WrongNode {
        /// The node that was found.
        found: u64,
    },
    /// The access-point number is missing.
    NumberMissing {
        /// What stands before `.13`.
        owner: OwnerOid,
    },
    /// The form has a unit number, and the text has none.
    UnitMissing {
        /// The form of the root.
        form: OidForm,
    },
    /// The form has no unit number, and the text has one.
    UnitNotInForm {
        /// The form of the root.
        form: OidForm,
    },
    /// The unit number is one arc, and the text has more.
    ExtraUnitArcs {
        /// The number of arcs too many.
        count: usize,
    },
    /// The end fits a form, and the root is none of the five.
    UnknownRoot {
        /// Whether the end has a unit number, as in the SOTE forms.
        has_unit: bool,
    },
    /// It is the OID of something else.
    OtherKind(Kind),
}

tell_in_three_languages!(Hint);
