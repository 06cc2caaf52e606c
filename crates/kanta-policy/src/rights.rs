//! From a plan to the entitlements to apply for, and how they stand beside an address index.

mod compare;
mod records;

use std::collections::BTreeSet;

use kanta_address_index::{Order, Period, Request, Right, Service};
use kanta_conformance::{Date, FieldPath};
use kanta_oid::{AccessPointOid, OwnerOid};

pub use compare::{Comparison, Contradiction, compare};

use crate::plan::{Claim, ConnectionPlan, Use, Who};

/// One entitlement that a use of the plan needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entitlement {
    /// The use, as a path of the plan: `use[0]`.
    pub at: FieldPath,
    /// Who uses the service: `party`, or an id of the plan.
    pub user: String,
    /// The joining party or the pharmacy that has the right.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The tenant that acts with the right.
    pub tenant: Option<OwnerOid>,
    /// The service units that receive renewal requests.
    pub units: Vec<OwnerOid>,
}

impl Entitlement {
    /// The questions to an index that have to be answered with permit, on that day: one for each service unit.
    pub fn requests(&self, day: Date) -> impl Iterator<Item = Request> + '_ {
        let mut plain = Request::new(self.subject, self.access_point, self.service, day);
        plain.tenant = self.tenant;
        let alone = self.units.is_empty().then_some(plain);
        let units = self.units.iter().map(move |unit| plain.for_unit(*unit));
        alone.into_iter().chain(units)
    }
}

/// The entitlements that a plan needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rights {
    /// The day from which they are asked for: the start of production, else the approval, else the day asked about.
    pub from: Date,
    /// What to apply for, as an order to an index without records.
    pub order: Order,
    /// The same, use by use.
    pub entitlements: Vec<Entitlement>,
    /// Uses that rest on the agreement with Kela and need no right.
    pub on_agreement: Vec<FieldPath>,
    /// Uses for which nobody can have a right: services outside the guide, and users that do not join.
    pub without_right: Vec<FieldPath>,
    /// Fields without which an entitlement cannot be written.
    pub missing: Vec<FieldPath>,
    /// Actors of whom the index has to hold a record already, as the plan does not tell their kind.
    pub assumed: Vec<FieldPath>,
}

/// Works out the entitlements of a plan, as of a day.
///
/// A right is asked for once for each joining party or pharmacy, access point and service; a tenant has none of its own
/// and acts with the joining party's. Kela's reimbursement services rest on the agreement with Kela: the order carries
/// the agreement, and no right. Where the plan does not tell since when a pharmacy is held or an annotation stands, the
/// order says from the day from which the rights are asked for.
///
/// ```
/// use kanta_policy::{ConnectionPlan, rights};
///
/// let rights = rights::of(&ConnectionPlan::default(), "2025-12-01".parse()?);
/// assert!(rights.order.add.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn of(plan: &ConnectionPlan, on: Date) -> Rights {
    let approved = plan
        .party
        .as_ref()
        .and_then(|its| match its.joining.last_approved() {
            Some(Claim::Stated(day)) => day,
            _ => None,
        });
    let from = plan.readiness.production_start.or(approved).unwrap_or(on);
    let mut rights = Rights {
        from,
        order: Order::default(),
        entitlements: Vec::new(),
        on_agreement: Vec::new(),
        without_right: Vec::new(),
        missing: Vec::new(),
        assumed: Vec::new(),
    };
    for (index, its) in plan.uses.iter().enumerate() {
        rights.add(plan, its, FieldPath::entry("use", index));
    }
    records::collect(plan, &mut rights);
    let mut seen = BTreeSet::new();
    for entitlement in &rights.entitlements {
        let right = Right::new(
            entitlement.subject,
            entitlement.access_point,
            entitlement.service,
            Period::since(from),
        );
        if seen.insert(right.clone()) {
            rights.order.add.rights.push(right);
        }
    }
    rights.organisers(plan);
    rights.missing.sort_unstable();
    rights.missing.dedup();
    rights.assumed.sort_unstable();
    rights.assumed.dedup();
    rights
}

impl Rights {
    fn add(&mut self, plan: &ConnectionPlan, its: &Use, at: FieldPath) {
        let who = plan.who(&its.user);
        if its.service.is_reimbursement() {
            self.on_agreement.push(at);
            return;
        }
        if !its.service.in_scope() || matches!(who, Some(Who::Intermediary(_) | Who::Organiser(_)))
        {
            self.without_right.push(at);
            return;
        }
        let (subject, tenant) = match who {
            Some(Who::Tenant(tenant)) => {
                let host = plan.party.as_ref().and_then(|party| party.oid);
                self.ask(host.is_none(), &FieldPath::table("party"), "oid");
                self.ask(tenant.oid.is_none(), &Who::Tenant(tenant).path(), "oid");
                if tenant.oid.is_none() {
                    return;
                }
                (host, tenant.oid)
            }
            Some(who) => {
                self.ask(who.oid().is_none(), &who.path(), "oid");
                (who.oid(), None)
            }
            None => {
                self.ask(true, &FieldPath::table("party"), "oid");
                (None, None)
            }
        };
        let point = plan.access_point(&its.access_point);
        let oid = point.and_then(|point| point.oid);
        self.ask(
            oid.is_none(),
            &FieldPath::named("access_point", &its.access_point),
            "oid",
        );
        let (Some(subject), Some(access_point)) = (subject, oid) else {
            return;
        };
        let units = its.service_units.iter().flatten();
        let units = units.filter_map(|unit| OwnerOid::parse(unit.oid.as_deref()?).ok());
        self.entitlements.push(Entitlement {
            at,
            user: its.user.clone(),
            subject,
            access_point,
            service: its.service,
            tenant,
            units: match its.service {
                Service::RenewalRequests => units.collect(),
                _ => Vec::new(),
            },
        });
    }

    fn ask(&mut self, is_open: bool, at: &FieldPath, field: &'static str) {
        if is_open {
            self.missing.push(at.field(field));
        }
    }

    /// In the parallel model a right names the organiser.
    fn organisers(&mut self, plan: &ConnectionPlan) {
        for right in &mut self.order.add.rights {
            let through = plan
                .access_points
                .iter()
                .find(|point| point.oid == Some(right.access_point));
            let Some(point) = through else { continue };
            let organiser = plan.organisers.iter().find(|organiser| {
                let uses = organiser.uses_access_points.iter().flatten();
                right.service == Service::SocialWelfare
                    && uses.into_iter().any(|id| *id == point.id)
            });
            if let Some(organiser) = organiser {
                right.organiser = Some(organiser.id.clone());
                self.assumed.push(Who::Organiser(organiser).path());
            }
        }
    }
}
