//! What rows speak about.

use kanta_conformance::{AskedDay, Date, FieldPath, Outcome, Subject};

use crate::plan::{
    AccessPoint, Address, ConnectionPlan, ConsolidationPoint, Intermediary, Link, OtherParty,
    Party, Pharmacy, PlanCertificate, System, Tenant, Use, Volume,
};

/// Something a row speaks about, with the plan around it.
#[derive(Clone, Copy)]
pub(crate) struct About<'a, T> {
    pub(crate) plan: &'a ConnectionPlan,
    pub(crate) asked: &'a AskedDay,
    pub(crate) item: T,
    /// Where it stands, for example `link.mpls-b`.
    pub(crate) at: &'a FieldPath,
}

impl<T> About<'_, T> {
    /// The day asked about.
    pub(crate) fn on(&self) -> Date {
        self.asked.get()
    }

    /// A field of it.
    pub(crate) fn path(&self, field: &'static str) -> FieldPath {
        self.at.field(field)
    }

    /// Not known, because this field of it has to be filled in.
    pub(crate) fn missing(&self, field: &'static str) -> Outcome {
        Outcome::missing(self.path(field))
    }
}

macro_rules! subjects {
    ($a:lifetime; $($(#[$doc:meta])* $name:ident: $item:ty;)+) => {
        $($(#[$doc])*
        pub(crate) struct $name;

        impl Subject for $name {
            type View<$a> = About<$a, $item>;
        })+
    };
}

subjects! {
    'a;
    /// The plan as a whole.
    OfPlan: ();
    /// The joining party; the rows look it up, as it may be missing.
    OfParty: ();
    /// Its volume of traffic.
    OfVolume: &'a Volume;
    /// An intermediary of the plan, or the joining party, which may be one itself.
    OfAnyIntermediary: AnyIntermediary<'a>;
    /// Somebody with whom the joining party may share an access point.
    OfCounterpart: Counterpart<'a>;
    /// A tenant.
    OfTenant: &'a Tenant;
    /// A pharmacy.
    OfPharmacy: &'a Pharmacy;
    /// An information system.
    OfSystem: &'a System;
    /// An access point.
    OfAccessPoint: &'a AccessPoint;
    /// An address of an access point; none where the plan does not say which addresses it has.
    OfAddress: (&'a AccessPoint, Option<&'a Address>);
    /// The use of a service.
    OfUse: &'a Use;
    /// A link.
    OfLink: &'a Link;
    /// Two links that start at one point; the subject is the second.
    OfLinkPair: (&'a Link, &'a Link);
    /// An access point or a consolidation point.
    OfPoint: Point<'a>;
    /// A certificate.
    OfCertificate: &'a PlanCertificate;
    /// A consolidation point.
    OfConsolidationPoint: &'a ConsolidationPoint;
}

/// Whoever may be an intermediary.
#[derive(Clone, Copy)]
pub(crate) enum AnyIntermediary<'a> {
    Named(&'a Intermediary),
    Party(&'a Party),
}

/// Whoever may share an access point with the joining party.
#[derive(Clone, Copy)]
pub(crate) enum Counterpart<'a> {
    Intermediary(&'a Intermediary),
    OtherParty(&'a OtherParty),
}

/// Where links start.
#[derive(Clone, Copy)]
pub(crate) enum Point<'a> {
    Access(&'a AccessPoint),
    Consolidation(&'a ConsolidationPoint),
}

impl<'a> Point<'a> {
    pub(crate) fn id(self) -> &'a str {
        match self {
            Self::Access(point) => &point.id,
            Self::Consolidation(point) => &point.id,
        }
    }

    /// Whether the joining party (or a pharmacy of the joining pharmacist) administers it: only then is a list
    /// without entries known to be empty.
    pub(crate) fn is_own(self, plan: &ConnectionPlan) -> bool {
        match self {
            Self::Access(point) => plan.administrator(point).is_some_and(|who| who.is_own()),
            Self::Consolidation(point) => point
                .administrator
                .as_deref()
                .and_then(|id| plan.who(id))
                .is_some_and(|who| who.is_own()),
        }
    }
}
