//! A plan as the tables of its file again: what the readers beside this file read.

mod actors;
mod points;
mod technical;

use std::collections::BTreeMap;

use kanta_address_index::Service;
use kanta_conformance::{Attestation, Date, FieldPath, Ruling};
use kanta_source::{Filled, SourceValue};

use super::PlanFile;
use crate::plan::{Claim, ConnectionPlan, Done, GoingLive};

pub(crate) use actors::{
    agreement, intermediary, joining, organiser, other_party, party, pharmacy, tenant,
};
pub(crate) use points::{
    access_point, address, approval, certificate, consolidation_point, full_duplication, server,
};
pub(crate) use technical::{
    link, separate_route, separate_routes, service_unit, signature_certificate, system, trust_file,
    use_, volume,
};

/// The files that a plan names and that are not there, by the value that names each.
type Absent = BTreeMap<FieldPath, String>;

/// What of a plan was read, with the day to judge by and the files that are not there.
pub(crate) fn file(file: &PlanFile) -> Filled {
    whole(&file.plan, file.as_of, &file.absent)
}

pub(crate) fn plan(plan: &ConnectionPlan) -> Filled {
    whole(plan, None, &Absent::new())
}

fn whole(plan: &ConnectionPlan, as_of: Option<Date>, absent: &Absent) -> Filled {
    let signature_file = FieldPath::table("signature_certificate").field("file");
    let trust = plan.trust.as_ref();
    Filled::default()
        .put("format", 1)
        .maybe("as_of", as_of)
        .maybe_text("environment", plan.environment.map(|it| it.code()))
        .maybe("trust", trust.map(|files| list(files, trust_file)))
        .maybe("party", plan.party.as_ref().map(party))
        .maybe("intermediary", tables(&plan.intermediaries, intermediary))
        .maybe("other_party", tables(&plan.other_parties, other_party))
        .maybe("organiser", tables(&plan.organisers, organiser))
        .maybe("tenant", tables(&plan.tenants, tenant))
        .maybe("pharmacy", tables(&plan.pharmacies, pharmacy))
        .maybe("system", tables(&plan.systems, system))
        .maybe(
            "access_point",
            tables(&plan.access_points, |point| {
                points::access_point_with(point, absent)
            }),
        )
        .maybe(
            "consolidation_point",
            tables(&plan.consolidation_points, consolidation_point),
        )
        .maybe("use", tables(&plan.uses, use_))
        .maybe("link", tables(&plan.links, link))
        .maybe(
            "signature_certificate",
            match (&plan.signature_certificate, absent.get(&signature_file)) {
                (None, Some(file)) => Some(Filled::default().text("file", file).into()),
                (stated, _) => stated.as_ref().map(|it| claim(it, signature_certificate)),
            },
        )
        .maybe("volume", unless_empty(volume(&plan.volume)))
        .maybe("readiness", unless_empty(readiness(&plan.readiness)))
        .maybe("attested", tables(&plan.attested, attested))
        .maybe("ruling", tables(&plan.rulings, ruling))
}

pub(crate) fn readiness(facts: &GoingLive) -> Filled {
    Filled::default()
        .maybe("production_start", facts.production_start)
        .maybe(
            "register_data_checked",
            facts.register_data_checked.as_ref().map(done),
        )
        .maybe("licence_checked", facts.licence_checked.as_ref().map(done))
        .maybe(
            "assessment_delivered",
            facts.assessment_delivered.as_ref().map(done),
        )
        .maybe("assessor_approved", facts.assessor_approved)
        .maybe(
            "security_plan_reviewed",
            facts.security_plan_reviewed.as_ref().map(done),
        )
        .maybe(
            "data_protection_officer",
            facts.data_protection_officer.as_ref().map(words),
        )
        .maybe("logging", facts.logging)
        .maybe("strong_identification", facts.strong_identification)
        .maybe("professional_cards", facts.professional_cards)
        .maybe(
            "test_certificate",
            facts.test_certificate.as_ref().map(done),
        )
        .maybe(
            "disruption_notices",
            facts.disruption_notices.as_ref().map(words),
        )
}

fn attested(stated: &Attestation) -> Filled {
    about(&stated.requirement, stated.subject.as_ref())
        .put("met", stated.met)
        .text("by", &stated.by)
        .put("on", stated.on)
        .text("ground", &stated.ground)
}

fn ruling(stated: &Ruling) -> Filled {
    about(&stated.requirement, stated.subject.as_ref())
        .put("met", stated.met)
        .text("by", &stated.by)
        .put("on", stated.on)
        .text("reference", &stated.reference)
}

fn about(requirement: &str, subject: Option<&String>) -> Filled {
    Filled::default()
        .text("requirement", requirement)
        .maybe_text("subject", subject)
}

/// A fact that can be denied.
pub(crate) fn claim<T, V: Into<SourceValue<'static>>>(
    claim: &Claim<T>,
    stated: impl FnOnce(&T) -> V,
) -> SourceValue<'static> {
    match claim {
        Claim::Denied => false.into(),
        Claim::Stated(it) => stated(it).into(),
    }
}

/// A fact in words.
pub(crate) fn words(words: &Claim<String>) -> SourceValue<'static> {
    claim(words, |text| SourceValue::text(text))
}

/// A fact with its day.
pub(crate) fn done(fact: &Done) -> SourceValue<'static> {
    claim(fact, |day| day.map_or(true.into(), SourceValue::from))
}

/// A fact with its day for each service, where there are any.
fn by_service(facts: &[(Service, Done)]) -> Option<SourceValue<'static>> {
    let table = facts
        .iter()
        .fold(Filled::default(), |table, (service, it)| {
            table.put(service.code(), done(it))
        });
    unless_empty(table)
}

fn unless_empty(table: Filled) -> Option<SourceValue<'static>> {
    let entries = table.entries();
    (!entries.is_empty()).then_some(SourceValue::Table(entries))
}

/// A list that may be empty: that there is none is known.
fn list<'a, T: 'a, V: Into<SourceValue<'static>>>(
    items: impl IntoIterator<Item = &'a T>,
    each: impl Fn(&'a T) -> V,
) -> SourceValue<'static> {
    SourceValue::list(items.into_iter().map(each))
}

/// The tables of a list of the plan's own, where there are any.
fn tables<T>(items: &[T], each: impl Fn(&T) -> Filled) -> Option<SourceValue<'static>> {
    (!items.is_empty()).then(|| list(items, each))
}
