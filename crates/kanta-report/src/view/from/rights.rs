//! From the user rights of a plan to their view.

use kanta_address_index::Right;
use kanta_conformance::{Date, EntryKey, FieldPath, Value};
use kanta_policy::ConnectionPlan;
use kanta_policy::rights::{self, Comparison, Rights};

use crate::view::whereabouts::{location, place};
use crate::view::{Compared, Contradiction, Entitlement, FORMAT, RightsReport, TooMuch, Words};

impl RightsReport {
    /// The rights that a plan needs, and how they stand beside an index; `name` is what its file is called.
    #[must_use]
    pub fn new(
        name: &str,
        plan: &ConnectionPlan,
        needed: &Rights,
        compared: Option<&Comparison>,
        on: Date,
    ) -> Self {
        let paths = |all: &[FieldPath]| all.iter().map(ToString::to_string).collect();
        let places = |all: &[FieldPath]| all.iter().map(location).collect();
        let uses = |all: &[FieldPath]| all.iter().map(|path| used(plan, path)).collect();
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            on: on.into(),
            from: needed.from.into(),
            entitlements: entitlements(&needed.entitlements),
            on_agreement: paths(&needed.on_agreement),
            on_agreement_names: uses(&needed.on_agreement),
            without_right: paths(&needed.without_right),
            without_right_names: uses(&needed.without_right),
            missing: paths(&needed.missing),
            missing_names: places(&needed.missing),
            assumed: paths(&needed.assumed),
            assumed_names: places(&needed.assumed),
            index: compared.map(|its| Compared {
                agrees: its.agrees(),
                missing: entitlements(&its.missing),
                too_much: its.too_much.iter().map(TooMuch::from).collect(),
                contradictions: its.contradictions.iter().map(Contradiction::from).collect(),
            }),
        }
    }
}

/// A use in people's words, with its service and whose it is.
fn used(plan: &ConnectionPlan, path: &FieldPath) -> Words {
    let index = match path.names().first() {
        Some((_, EntryKey::Index(index))) => Some(*index),
        _ => None,
    };
    let its = index.and_then(|index| plan.uses.get(index));
    Words::said(|language| {
        let place = place(path, language);
        let Some(its) = its else { return place };
        let user = Value::words(&its.user);
        let service = its.service.name().get(language);
        format!("{place}: {service} ({})", user.display(language))
    })
}

fn entitlements(all: &[rights::Entitlement]) -> Vec<Entitlement> {
    let entitlement = |its: &rights::Entitlement| Entitlement {
        path: its.at.to_string(),
        user: its.user.clone(),
        subject: its.subject.to_string(),
        access_point: its.access_point.to_string(),
        service: its.service.code().to_owned(),
        service_name: its.service.name().into(),
        tenant: its.tenant.map(|oid| oid.to_string()),
        units: its.units.iter().map(ToString::to_string).collect(),
    };
    all.iter().map(entitlement).collect()
}

impl From<&Right> for TooMuch {
    fn from(its: &Right) -> Self {
        Self {
            subject: its.subject.to_string(),
            access_point: its.access_point.to_string(),
            service: its.service.code().to_owned(),
            service_name: its.service.name().into(),
            from: its.validity.from.map(Into::into),
            until: its.validity.until.map(Into::into),
        }
    }
}

impl From<&rights::Contradiction> for Contradiction {
    fn from(its: &rights::Contradiction) -> Self {
        Self {
            path: its.at.to_string(),
            location: location(&its.at),
            plan: (&its.plan).into(),
            index: (&its.index).into(),
        }
    }
}
