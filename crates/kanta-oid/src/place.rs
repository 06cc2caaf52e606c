//! The grammar of the five forms as a tree: where a parser stands, and what may follow.

use crate::{ArcRole, OidForm};

/// The arc that is expected next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// `1`
    Iso,
    /// `1.2`
    MemberBody,
    /// `1.2.246`
    Finland,
    /// The arc after `1.2.246`.
    Branch,
    /// The arc after `1.2.246.537`.
    HealthCare,
    /// The arc after `1.2.246.553`.
    Pharmacies,
    /// The arc after `1.2.246.537.6`.
    CodeSets,
    /// The arc after `1.2.246.537.6.918`.
    Intermediaries,
    /// The owner's code, `xxx`.
    Code(OidForm),
    UnitNode,
    Unit,
    AccessPointNode,
    Number,
    End,
    /// The first arc of any OID.
    First,
    /// Another arc of any OID.
    Arc,
}

impl Place {
    /// The place after an arc that is fixed, if `value` can stand here.
    pub(crate) const fn next(self, value: u64) -> Option<Self> {
        Some(match (self, value) {
            (Self::Iso, 1) => Self::MemberBody,
            (Self::MemberBody, 2) => Self::Finland,
            (Self::Finland, 246) => Self::Branch,
            (Self::Branch, 10) => Self::Code(OidForm::Sote),
            (Self::Branch, 537) => Self::HealthCare,
            (Self::Branch, 553) => Self::Pharmacies,
            (Self::HealthCare, 6) => Self::CodeSets,
            (Self::HealthCare, 10) => Self::Code(OidForm::Sote537),
            (Self::HealthCare, 28) => Self::Code(OidForm::Valvira),
            (Self::Pharmacies, 1) => Self::Code(OidForm::Pharmacy),
            (Self::CodeSets, 918) => Self::Intermediaries,
            (Self::UnitNode, 10) => Self::Unit,
            (Self::AccessPointNode, 13) => Self::Number,
            (Self::Intermediaries, 18) => Self::Code(OidForm::Intermediary),
            _ => return None,
        })
    }

    /// The values that can stand here; empty where any can.
    pub(crate) const fn expected(self) -> &'static [u64] {
        match self {
            Self::Iso | Self::Pharmacies => &[1],
            Self::First => &[0, 1, 2],
            Self::MemberBody => &[2],
            Self::Finland => &[246],
            Self::Branch => &[10, 537, 553],
            Self::HealthCare => &[6, 10, 28],
            Self::CodeSets => &[918],
            Self::Intermediaries => &[18],
            Self::UnitNode => &[10],
            Self::AccessPointNode => &[13],
            Self::Code(_) | Self::Unit | Self::Number | Self::End | Self::Arc => &[],
        }
    }

    pub(crate) const fn role(self) -> ArcRole {
        match self {
            Self::Iso
            | Self::MemberBody
            | Self::Finland
            | Self::Branch
            | Self::HealthCare
            | Self::Pharmacies
            | Self::CodeSets
            | Self::Intermediaries => ArcRole::Root,
            Self::Code(OidForm::Sote | OidForm::Sote537) => ArcRole::OrganisationCode,
            Self::Code(OidForm::Valvira) => ArcRole::PractitionerCode,
            Self::Code(OidForm::Pharmacy) => ArcRole::PharmacyCode,
            Self::Code(OidForm::Intermediary) => ArcRole::IntermediaryCode,
            Self::UnitNode => ArcRole::UnitNode,
            Self::Unit => ArcRole::Unit,
            Self::AccessPointNode => ArcRole::AccessPointNode,
            Self::Number => ArcRole::Number,
            Self::End => ArcRole::End,
            Self::First | Self::Arc => ArcRole::Arc,
        }
    }
}
