use kanta_oid::OwnerOid;

use super::Period;
use crate::{PartyKind, Register, Sector, provides_social_welfare};

/// A joining party, or a Kanta intermediary (sections 2.2 and 2.4).
///
/// A fact that is absent is not known; a right that hangs on it does not permit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Party {
    /// The author's own word for it, by which other records name it.
    pub id: String,
    /// Its OID. A pharmacist, being a person, has none here: the pharmacies have.
    pub oid: Option<OwnerOid>,
    /// What it is called.
    pub name: Option<String>,
    /// What kind of actor it is.
    pub kind: PartyKind,
    /// Public or private, for a provider.
    pub sector: Option<Sector>,
    /// Whether it provides health care; social welfare alone when it does not.
    pub health_care: Option<bool>,
    /// Whether it provides social welfare.
    pub social_welfare: Option<bool>,
    /// The register of the Code Service in which it stands (section 2.2).
    pub register: Option<Register>,
    /// For an intermediary: its entry in THL's register of Kanta intermediaries (section 2.4).
    pub register_entry: Option<RegisterEntry>,
}

impl Party {
    /// A party of which no fact is known but its kind.
    ///
    /// ```
    /// use kanta_address_index::{Party, PartyKind, Sector};
    ///
    /// let mut clinic = Party::new("clinic", PartyKind::Provider);
    /// clinic.oid = Some("1.2.246.10.12345671.10.0".parse()?);
    /// clinic.sector = Some(Sector::Private);
    /// assert_eq!(clinic.health_care, None);
    /// # Ok::<(), kanta_oid::ParseError>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, kind: PartyKind) -> Self {
        Self {
            id: id.into(),
            oid: None,
            name: None,
            kind,
            sector: None,
            health_care: None,
            social_welfare: None,
            register: None,
            register_entry: None,
        }
    }

    /// Whether it provides social welfare; one that provides no health care provides social welfare alone.
    #[must_use]
    pub const fn provides_social_welfare(&self) -> Option<bool> {
        provides_social_welfare(self.health_care, self.social_welfare)
    }
}

/// What is known of an intermediary's entry in THL's register (section 2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegisterEntry {
    /// It has none.
    Denied,
    /// It has one, for that time.
    Entered(Period),
}

/// A main or branch pharmacy; it has the rights, its pharmacist joins (sections 4.1.2 and 4.2.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Pharmacy {
    /// The author's own word for it.
    pub id: String,
    /// Its OID, under Fimea's pharmacy register.
    pub oid: OwnerOid,
    /// What it is called.
    pub name: Option<String>,
    /// The pharmacist, by id: a party of that kind.
    pub pharmacist: String,
    /// A branch pharmacy, and not the main one.
    pub branch: bool,
    /// The time for which the pharmacist holds it; the commitment covers no other (section 4.1.2).
    pub held: Period,
}

impl Pharmacy {
    /// A main pharmacy, held by that pharmacist for that time.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        oid: OwnerOid,
        pharmacist: impl Into<String>,
        held: Period,
    ) -> Self {
        Self {
            id: id.into(),
            oid,
            name: None,
            pharmacist: pharmacist.into(),
            branch: false,
            held,
        }
    }
}

/// A tenant of the joint model: acts with the joining party's rights and has none of its own
/// (sections 2.3 and 4.2.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Tenant {
    /// The author's own word for it.
    pub id: String,
    /// Its OID.
    pub oid: OwnerOid,
    /// What it is called.
    pub name: Option<String>,
    /// The joining party in whose premises and with whose system it works, by id.
    pub host: String,
    /// Public or private; the joint model is for private providers (section 4.1.1).
    pub sector: Option<Sector>,
    /// The register of the Code Service in which it stands (section 2.2).
    pub register: Option<Register>,
}

impl Tenant {
    /// A tenant of that joining party, of which no other fact is known.
    #[must_use]
    pub fn new(id: impl Into<String>, oid: OwnerOid, host: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            oid,
            name: None,
            host: host.into(),
            sector: None,
            register: None,
        }
    }
}
