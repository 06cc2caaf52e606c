//! Whoever a plan names.

use kanta_address_index::{JoiningModel, PartyKind, Register, Sector, Service};
use kanta_conformance::{Date, FieldPath};
use kanta_oid::OwnerOid;

use super::words::{Claim, Done, PharmacyKind, PharmacySize, Stage};

/// The joining party (guide, clause 2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Party {
    /// Its name.
    pub name: Option<String>,
    /// What kind of party it is.
    pub kind: Option<PartyKind>,
    /// Public or private.
    pub sector: Option<Sector>,
    /// Whether it provides health care; social welfare alone when it does not.
    pub health_care: Option<bool>,
    /// Whether it provides social welfare.
    pub social_welfare: Option<bool>,
    /// The register in which it stands.
    pub register: Option<Register>,
    /// Since when it stands there.
    pub registered: Option<Done>,
    /// Its identifier: of the operating unit, practitioner, pharmacy or intermediary.
    pub oid: Option<OwnerOid>,
    /// How it joins; a joint model shows in the plan's tenants.
    pub model: Option<JoiningModel>,
    /// What was done to join.
    pub joining: Joining,
    /// The data security plan (an intermediary draws one up).
    pub security_plan: Option<Done>,
}

/// The administrative steps of joining (guide, clauses 2.2 and 4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Joining {
    /// How far it has come, where it is not asked about as a whole.
    pub stage: Option<Stage>,
    /// Joining was applied for.
    pub applied: Option<Done>,
    /// Each service was applied for, where that was on days of its own.
    pub applied_for: Vec<(Service, Done)>,
    /// The commitment was signed.
    pub commitment: Option<Done>,
    /// The general terms of supply were accepted.
    pub terms_of_supply: Option<Done>,
    /// The description of each service was accepted.
    pub service_descriptions: Vec<(Service, Done)>,
    /// Kanta approved the application.
    pub approved: Option<Done>,
    /// Kanta approved the application for each service, where that was on days of its own.
    pub approved_for: Vec<(Service, Done)>,
    /// Kanta was told with which systems and through which access points the services are used.
    pub declared: Option<Done>,
}

impl Joining {
    /// Where it stands in a plan.
    #[must_use]
    pub fn path() -> FieldPath {
        FieldPath::table("party").inner("joining")
    }

    /// When the first service was applied for.
    #[must_use]
    pub fn first_applied(&self) -> Option<Done> {
        let days = self.applied_for.iter().filter_map(|(_, done)| match done {
            Claim::Stated(day) => *day,
            Claim::Denied => None,
        });
        let first = days.min().map(|day| Claim::Stated(Some(day)));
        let any = || self.applied_for.first().map(|(_, done)| done.clone());
        self.applied.clone().or(first).or_else(any)
    }

    /// When every service was approved; denied or without its day where one of them is.
    #[must_use]
    pub fn last_approved(&self) -> Option<Done> {
        let each = || self.approved_for.iter().map(|(_, done)| done);
        let open = each().find(|done| !matches!(done, Claim::Stated(Some(_))));
        let last = each().max_by_key(|done| match done {
            Claim::Stated(day) => *day,
            Claim::Denied => None,
        });
        self.approved.clone().or_else(|| open.or(last).cloned())
    }
}

/// An agreement between two actors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Agreement {
    /// When it was signed.
    pub signed: Option<Date>,
    /// The day it ends, which is no longer part of it; denied when it has no end.
    pub until: Option<Claim<Date>>,
    /// Whether it states that Kanta's operating models and instructions are followed, with duties and responsibilities.
    pub states_duties: Option<bool>,
    /// Whether it settles the use of the system signature certificate.
    pub covers_signature_certificate: Option<bool>,
}

/// A Kanta intermediary (guide, clause 2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Intermediary {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its identifier in the intermediary register.
    pub oid: Option<OwnerOid>,
    /// It stands in THL's register of Kanta intermediaries.
    pub registered: Option<Done>,
    /// It has drawn up its data security plan.
    pub security_plan: Option<Done>,
    /// The agreement with the joining party.
    pub agreement: Option<Claim<Agreement>>,
    /// Whether traffic between the party and its access point is encrypted.
    pub traffic_encrypted: Option<bool>,
    /// Whether that traffic's parties are identified with a server certificate.
    pub identified_by_server_certificate: Option<bool>,
}

/// Another joining party (guide, clause 7.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtherParty {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its identifier.
    pub oid: Option<OwnerOid>,
    /// The agreement with the joining party.
    pub agreement: Option<Claim<Agreement>>,
    /// Whether traffic between the party and its access point is encrypted.
    pub traffic_encrypted: Option<bool>,
    /// Whether that traffic's parties are identified with a server certificate.
    pub identified_by_server_certificate: Option<bool>,
}

/// The organiser in parallel joining (guide, clause 4.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Organiser {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its identifier.
    pub oid: Option<OwnerOid>,
    /// The access points that it uses, by their ids.
    pub uses_access_points: Option<Vec<String>>,
    /// Whether the producer works in its client data system.
    pub provides_system: Option<bool>,
}

/// A tenant in joint joining (guide, clause 2.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tenant {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its identifier.
    pub oid: Option<OwnerOid>,
    /// Public or private.
    pub sector: Option<Sector>,
    /// The register in which it stands.
    pub register: Option<Register>,
    /// Since when it stands there.
    pub registered: Option<Done>,
    /// Whether it works in the joining party's premises.
    pub in_party_premises: Option<bool>,
    /// Whether it uses the joining party's data system.
    pub uses_party_system: Option<bool>,
    /// The agreement with the joining party.
    pub agreement: Option<Claim<Agreement>>,
    /// Whether messages and documents name it.
    pub named_in_messages: Option<bool>,
    /// Whether it signs with the joining party's system signature certificate.
    pub uses_party_signature_certificate: Option<bool>,
}

/// A main or branch pharmacy of a pharmacist (guide, clause 4.2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pharmacy {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its identifier in Fimea's pharmacy register.
    pub oid: Option<OwnerOid>,
    /// Main or branch.
    pub kind: Option<PharmacyKind>,
    /// Small or large.
    pub size: Option<PharmacySize>,
    /// The agreement with Kela on the reimbursement services.
    pub reimbursement_agreement: Option<Claim<Agreement>>,
}
