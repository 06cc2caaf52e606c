use kanta_oid::OidForm;

use kanta_conformance::words;

/// What kind of actor a party is (sections 2.2, 2.4, 4.1.2 and 4.1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PartyKind {
    /// A social or health care service provider (section 2.2).
    Provider,
    /// A pharmacist, a person, who joins for the pharmacies held (section 4.1.2).
    Pharmacist,
    /// A hospital pharmacy (section 4.1.3).
    HospitalPharmacy,
    /// A medicine centre (section 4.1.3).
    MedicineCentre,
    /// A Kanta intermediary: sets up access points, joins nothing itself (section 2.4).
    Intermediary,
}

words! { PartyKind, "party kind",
    Provider => "provider",
    Pharmacist => "pharmacist",
    HospitalPharmacy => "hospital-pharmacy",
    MedicineCentre => "medicine-centre",
    Intermediary => "intermediary",
}

impl PartyKind {
    /// May be a joining party: everyone but an intermediary (section 2.2).
    #[must_use]
    pub const fn can_join(self) -> bool {
        !matches!(self, Self::Intermediary)
    }
}

impl PartyKind {
    /// The registers in which a party of that kind stands; a pharmacist's is the pharmacies' (sections 2.2, 2.4 and 3.1.3).
    #[must_use]
    pub const fn registers(self) -> &'static [Register] {
        match self {
            Self::Provider => &[Register::Sote, Register::Valvira],
            Self::Pharmacist => &[Register::Pharmacy],
            Self::HospitalPharmacy | Self::MedicineCentre => &[Register::Sote],
            Self::Intermediary => &[Register::Intermediary],
        }
    }
}

/// Whether a provider is public or private (section 4.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sector {
    /// A public provider.
    Public,
    /// A private provider; the joint model is meant for these alone (section 4.1.1, since 3.14).
    Private,
}

words! { Sector, "sector", Public => "public", Private => "private" }

/// Whether somebody who says this much provides social welfare: whoever provides no health care provides social welfare
/// alone.
#[must_use]
pub const fn provides_social_welfare(
    health_care: Option<bool>,
    social_welfare: Option<bool>,
) -> Option<bool> {
    match (health_care, social_welfare) {
        (Some(false), None) => Some(true),
        (_, stated) => stated,
    }
}

/// The register in which an actor stands (sections 2.2 and 2.4).
///
/// Joining parties and tenants stand in one of the first three; a Kanta intermediary in the
/// fourth, unless it is itself a pharmacy or a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Register {
    /// THL's SOTE organisation register.
    Sote,
    /// Valvira's register of self-employed health professionals.
    Valvira,
    /// Fimea's pharmacy register.
    Pharmacy,
    /// THL's register of Kanta intermediaries.
    Intermediary,
}

words! { Register, "register",
    Sote => "sote",
    Valvira => "valvira",
    Pharmacy => "pharmacy",
    Intermediary => "intermediary",
}

impl Register {
    /// The register whose OIDs have that form (section 3.1.3).
    #[must_use]
    pub const fn of(form: OidForm) -> Self {
        match form {
            OidForm::Sote | OidForm::Sote537 => Self::Sote,
            OidForm::Valvira => Self::Valvira,
            OidForm::Pharmacy => Self::Pharmacy,
            OidForm::Intermediary => Self::Intermediary,
        }
    }
}
