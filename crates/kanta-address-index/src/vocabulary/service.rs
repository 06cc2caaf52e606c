use kanta_conformance::words;

/// A service that is reached, or might be thought to be reached, through an access point.
///
/// The guide covers four (chapter 1). Through the same access points run the reception of
/// renewal requests (section 4.2.1) and Kela's four reimbursement services for pharmacies
/// (section 4.2.2). The others are named by chapter 1 as outside the guide.
///
/// ```
/// use kanta_address_index::Service;
///
/// let service: Service = "prescription".parse()?;
/// assert!(service.is_one_of_the_four());
/// assert!(!Service::Phr.in_scope());
/// # Ok::<(), kanta_conformance::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Service {
    /// The Patient Data Repository (chapter 1).
    PatientData,
    /// The Imaging Data Repository (chapter 1).
    Imaging,
    /// The Prescription Service (chapter 1).
    Prescription,
    /// The Client Data Repository for Social Welfare Services (chapter 1).
    SocialWelfare,
    /// Reception of renewal requests from pharmacies and MyKanta, inbound (section 4.2.1).
    RenewalRequests,
    /// Kela: query on direct-reimbursement data (section 4.2.2, mentioned since 3.17).
    ReimbursementQuery,
    /// Kela: reception of medicine purchase and settlement data (section 4.2.2, since 3.17).
    PurchaseReception,
    /// Kela: the pharmacy's query on its settlement data (section 4.2.2, since 3.17).
    SettlementQuery,
    /// Kela: settlement data for basic social assistance, P2 (section 4.2.2, since 3.17).
    SettlementP2,
    /// The personal health data repository: outside the guide (chapter 1).
    Phr,
    /// The national Code Service: needs no separate joining (chapter 1).
    CodeService,
    /// The Validation Service: needs no separate joining (chapter 1).
    Validation,
    /// Joint testing: outside the guide (chapter 1).
    JointTesting,
    /// The customer test service: outside the guide (chapter 1).
    CustomerTest,
    /// The information transmission and query service: outside the guide (chapter 1).
    InformationTransmission,
    /// The interface for wellbeing applications: outside the guide (chapter 1).
    WellbeingInterface,
}

words! { Service, "service",
    PatientData => "patient-data",
    Imaging => "imaging",
    Prescription => "prescription",
    SocialWelfare => "social-welfare",
    RenewalRequests => "renewal-requests",
    ReimbursementQuery => "reimbursement-query",
    PurchaseReception => "purchase-reception",
    SettlementQuery => "settlement-query",
    SettlementP2 => "settlement-p2",
    Phr => "phr",
    CodeService => "code-service",
    Validation => "validation",
    JointTesting => "joint-testing",
    CustomerTest => "customer-test",
    InformationTransmission => "information-transmission",
    WellbeingInterface => "wellbeing-interface",
}

impl Service {
    /// One of the four services that the guide covers (chapter 1).
    #[must_use]
    pub const fn is_one_of_the_four(self) -> bool {
        matches!(
            self,
            Self::PatientData | Self::Imaging | Self::Prescription | Self::SocialWelfare
        )
    }

    /// One of Kela's four reimbursement services for pharmacies (section 4.2.2).
    #[must_use]
    pub const fn is_reimbursement(self) -> bool {
        matches!(
            self,
            Self::ReimbursementQuery
                | Self::PurchaseReception
                | Self::SettlementQuery
                | Self::SettlementP2
        )
    }

    /// Spoken of by the guide's rules: the four, renewal requests and the reimbursement services.
    #[must_use]
    pub const fn in_scope(self) -> bool {
        self.is_one_of_the_four()
            || self.is_reimbursement()
            || matches!(self, Self::RenewalRequests)
    }
}
