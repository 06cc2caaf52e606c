//! Whoever a plan names, as tables.

use kanta_source::{Filled, SourceValue};

use super::{by_service, claim, done, unless_empty};
use crate::plan::{
    Agreement, Claim, Intermediary, Joining, Organiser, OtherParty, Party, Pharmacy, Tenant,
};

pub(crate) fn party(party: &Party) -> Filled {
    Filled::default()
        .maybe_text("name", party.name.as_ref())
        .maybe_text("kind", party.kind)
        .maybe_text("sector", party.sector)
        .maybe("health_care", party.health_care)
        .maybe("social_welfare", party.social_welfare)
        .maybe_text("register", party.register)
        .maybe("registered", party.registered.as_ref().map(done))
        .maybe_text("oid", party.oid)
        .maybe_text("model", party.model)
        .maybe("security_plan", party.security_plan.as_ref().map(done))
        .maybe("joining", unless_empty(joining(&party.joining)))
}

pub(crate) fn joining(steps: &Joining) -> Filled {
    let whole_or_each = |whole: Option<&_>, each| whole.map(done).or_else(|| by_service(each));
    Filled::default()
        .maybe_text("stage", steps.stage.map(|it| it.code()))
        .maybe(
            "applied",
            whole_or_each(steps.applied.as_ref(), &steps.applied_for),
        )
        .maybe("commitment", steps.commitment.as_ref().map(done))
        .maybe("terms_of_supply", steps.terms_of_supply.as_ref().map(done))
        .maybe(
            "service_descriptions",
            by_service(&steps.service_descriptions),
        )
        .maybe(
            "approved",
            whole_or_each(steps.approved.as_ref(), &steps.approved_for),
        )
        .maybe("declared", steps.declared.as_ref().map(done))
}

pub(crate) fn agreement(agreement: &Agreement) -> Filled {
    let until = agreement.until.as_ref();
    Filled::default()
        .maybe("signed", agreement.signed)
        .maybe("until", until.map(|it| claim(it, |day| *day)))
        .maybe("states_duties", agreement.states_duties)
        .maybe(
            "covers_signature_certificate",
            agreement.covers_signature_certificate,
        )
}

fn agreed(of: Option<&Claim<Agreement>>) -> Option<SourceValue<'static>> {
    of.map(|it| claim(it, agreement))
}

pub(crate) fn intermediary(its: &Intermediary) -> Filled {
    Filled::default()
        .text("id", &its.id)
        .maybe_text("name", its.name.as_ref())
        .maybe_text("oid", its.oid)
        .maybe("registered", its.registered.as_ref().map(done))
        .maybe("security_plan", its.security_plan.as_ref().map(done))
        .maybe("agreement", agreed(its.agreement.as_ref()))
        .maybe("traffic_encrypted", its.traffic_encrypted)
        .maybe(
            "identified_by_server_certificate",
            its.identified_by_server_certificate,
        )
}

pub(crate) fn other_party(its: &OtherParty) -> Filled {
    Filled::default()
        .text("id", &its.id)
        .maybe_text("name", its.name.as_ref())
        .maybe_text("oid", its.oid)
        .maybe("agreement", agreed(its.agreement.as_ref()))
        .maybe("traffic_encrypted", its.traffic_encrypted)
        .maybe(
            "identified_by_server_certificate",
            its.identified_by_server_certificate,
        )
}

pub(crate) fn organiser(its: &Organiser) -> Filled {
    let points = its.uses_access_points.as_ref();
    Filled::default()
        .text("id", &its.id)
        .maybe_text("name", its.name.as_ref())
        .maybe_text("oid", its.oid)
        .maybe("uses_access_points", points.map(SourceValue::texts))
        .maybe("provides_system", its.provides_system)
}

pub(crate) fn tenant(its: &Tenant) -> Filled {
    Filled::default()
        .text("id", &its.id)
        .maybe_text("name", its.name.as_ref())
        .maybe_text("oid", its.oid)
        .maybe_text("sector", its.sector)
        .maybe_text("register", its.register)
        .maybe("registered", its.registered.as_ref().map(done))
        .maybe("in_party_premises", its.in_party_premises)
        .maybe("uses_party_system", its.uses_party_system)
        .maybe("agreement", agreed(its.agreement.as_ref()))
        .maybe("named_in_messages", its.named_in_messages)
        .maybe(
            "uses_party_signature_certificate",
            its.uses_party_signature_certificate,
        )
}

pub(crate) fn pharmacy(its: &Pharmacy) -> Filled {
    let reimbursement = its.reimbursement_agreement.as_ref();
    Filled::default()
        .text("id", &its.id)
        .maybe_text("name", its.name.as_ref())
        .maybe_text("oid", its.oid)
        .maybe_text("kind", its.kind.map(|it| it.code()))
        .maybe_text("size", its.size.map(|it| it.code()))
        .maybe("reimbursement_agreement", agreed(reimbursement))
}
