use crate::language::tell_in_three_languages;
use crate::{OidForm, OwnerOid};

/// What an OID stands for, as far as its text tells.
///
/// Access points and their owners are those of clause 3.1.3 of the guide; unit number 0 and the
/// document nodes follow the national OID guide of the social and health care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// An access point, in one of the five forms.
    AccessPoint,
    /// An organisation in the SOTE organisation register.
    Organisation,
    /// The operating unit of such an organisation: unit number 0.
    OperatingUnit,
    /// A service unit of such an organisation: any other unit number.
    ServiceUnit,
    /// A self-employed practitioner in Valvira's register.
    Practitioner,
    /// A main or branch pharmacy.
    Pharmacy,
    /// A Kanta intermediary.
    Intermediary,
    /// A document of an organisation or a unit: under node 11, 91, 92, 93 or 94, or a five-digit
    /// node that begins with one of them.
    Document,
    /// The controller of a register: under node 19 of an organisation or a unit.
    Controller,
    /// The root of one of the five registers.
    Register,
    /// A code set of the national code service, or a code in one.
    CodeSet,
    /// Another node under one of the five roots.
    OtherNode,
    /// Outside the five registers and the national code sets.
    Foreign,
}

impl Kind {
    /// The short name, such as `access-point` or `operating-unit`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccessPoint => "access-point",
            Self::Organisation => "organisation",
            Self::OperatingUnit => "operating-unit",
            Self::ServiceUnit => "service-unit",
            Self::Practitioner => "practitioner",
            Self::Pharmacy => "pharmacy",
            Self::Intermediary => "intermediary",
            Self::Document => "document",
            Self::Controller => "controller",
            Self::Register => "register",
            Self::CodeSet => "code-set",
            Self::OtherNode => "other-node",
            Self::Foreign => "foreign",
        }
    }

    /// The kind of what stands under the root of `form`; `tail` is not an access point's.
    pub(crate) fn of_node(form: OidForm, tail: &str) -> Self {
        let mut arcs = tail.split('.');
        let mut next = || arcs.next();
        match (form, [next(), next(), next(), next(), next()]) {
            (OidForm::Valvira, [_, None, ..]) => Self::Practitioner,
            (OidForm::Pharmacy, [_, None, ..]) => Self::Pharmacy,
            (OidForm::Intermediary, [_, None, ..]) => Self::Intermediary,
            (OidForm::Sote | OidForm::Sote537, arcs) => match arcs {
                [_, None, ..] => Self::Organisation,
                [_, Some("10"), Some("0"), None, _] => Self::OperatingUnit,
                [_, Some("10"), Some(_), None, _] => Self::ServiceUnit,
                [_, Some(node), Some(_), ..] if is_document_node(node) => Self::Document,
                [_, Some("10"), _, Some(node), Some(_)] if is_document_node(node) => Self::Document,
                [_, Some("19"), Some(_), None, _] | [_, Some("10"), _, Some("19"), Some(_)] => {
                    Self::Controller
                }
                _ => Self::OtherNode,
            },
            _ => Self::OtherNode,
        }
    }
}

/// Document nodes have two or five digits.
fn is_document_node(node: &str) -> bool {
    matches!(node.len(), 2 | 5)
        && ["11", "91", "92", "93", "94"]
            .iter()
            .any(|class| node.starts_with(class))
}

impl OwnerOid {
    /// What kind of owner it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.form {
            OidForm::Sote | OidForm::Sote537 if self.unit == 0 => Kind::OperatingUnit,
            OidForm::Sote | OidForm::Sote537 => Kind::ServiceUnit,
            OidForm::Valvira => Kind::Practitioner,
            OidForm::Pharmacy => Kind::Pharmacy,
            OidForm::Intermediary => Kind::Intermediary,
        }
    }
}

tell_in_three_languages!(Kind);
