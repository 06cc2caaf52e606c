//! What has to be done before going live.

use kanta_conformance::Date;

use super::words::{Claim, Done};

/// What has to be done before going live, as far as no other table of the plan tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoingLive {
    /// The first day of production use.
    pub production_start: Option<Date>,
    /// When the data in the register were found to be up to date.
    pub register_data_checked: Option<Done>,
    /// When the licence of a private provider was found to be up to date.
    pub licence_checked: Option<Done>,
    /// When the certificate of the security assessment was given to Kela.
    pub assessment_delivered: Option<Done>,
    /// Whether the body that assessed the system is an approved one.
    pub assessor_approved: Option<bool>,
    /// When the data security plan was last brought up to date.
    pub security_plan_reviewed: Option<Done>,
    /// The data protection officer.
    pub data_protection_officer: Option<Claim<String>>,
    /// Whether every processing of client data is logged.
    pub logging: Option<bool>,
    /// Whether professionals identify themselves strongly.
    pub strong_identification: Option<bool>,
    /// Whether professionals have their cards.
    pub professional_cards: Option<bool>,
    /// When the certificate for tests was obtained.
    pub test_certificate: Option<Done>,
    /// Who gets the notices of disruptions.
    pub disruption_notices: Option<Claim<String>>,
}
