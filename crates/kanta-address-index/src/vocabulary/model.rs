use kanta_conformance::words;

/// How a party has come to use the services (section 4.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JoiningModel {
    /// The party has itself joined.
    Direct,
    /// Tenants use the services with a private joining party's rights.
    Joint,
    /// A producer of social welfare services uses the organiser's client data system.
    Parallel,
}

words! { JoiningModel, "joining model",
    Direct => "direct",
    Joint => "joint",
    Parallel => "parallel",
}

/// Who administers an access point, seen from a party that uses it (section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AdministratorKind {
    /// The joining party that uses it.
    Party,
    /// Another joining party.
    OtherParty,
    /// The main or branch pharmacy that uses it (section 4.2.2).
    Pharmacy,
    /// A Kanta intermediary (section 2.4).
    Intermediary,
}

words! { AdministratorKind, "kind of administrator",
    Party => "party",
    OtherParty => "other-party",
    Pharmacy => "pharmacy",
    Intermediary => "intermediary",
}
