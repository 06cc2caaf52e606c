//! Reads whoever the plan names.

use kanta_address_index::{JoiningModel, PartyKind, Register, Sector, Service};
use kanta_conformance::{Date, Text};
use kanta_oid::OwnerOid;
use toml::de::DeValue;

use super::cursor::{DONE, Item, Notes, Table};
use super::document::{Ids, Kind};
use super::fault::FaultKind;
use crate::plan::{
    Agreement, Claim, ConnectionPlan, Done, Intermediary, Joining, Organiser, OtherParty, Party,
    Pharmacy, PharmacyKind, PharmacySize, Stage, Tenant,
};

pub(super) fn read(
    root: &Table<'_, '_>,
    plan: &mut ConnectionPlan,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) {
    plan.party = root.table("party", notes).map(|table| party(table, notes));
    for mut table in root.tables("intermediary", notes) {
        let id = ids.define(Kind::Actor, &mut table, "intermediary", notes);
        let intermediary = Intermediary {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: owner_oid(&table, notes),
            registered: done(&table, "registered", notes),
            security_plan: done(&table, "security_plan", notes),
            agreement: agreement(&table, "agreement", notes),
            traffic_encrypted: table.flag("traffic_encrypted", notes),
            identified_by_server_certificate: table.flag("identified_by_server_certificate", notes),
        };
        table.close(notes);
        plan.intermediaries.push(intermediary);
    }
    for mut table in root.tables("other_party", notes) {
        let id = ids.define(Kind::Actor, &mut table, "other_party", notes);
        let other = OtherParty {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: owner_oid(&table, notes),
            agreement: agreement(&table, "agreement", notes),
            traffic_encrypted: table.flag("traffic_encrypted", notes),
            identified_by_server_certificate: table.flag("identified_by_server_certificate", notes),
        };
        table.close(notes);
        plan.other_parties.push(other);
    }
    for mut table in root.tables("organiser", notes) {
        let id = ids.define(Kind::Actor, &mut table, "organiser", notes);
        let uses = table.list("uses_access_points", notes);
        let organiser = Organiser {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: owner_oid(&table, notes),
            uses_access_points: uses
                .map(|items| references(&items, "uses_access_points", Kind::Point, ids, notes)),
            provides_system: table.flag("provides_system", notes),
        };
        table.close(notes);
        plan.organisers.push(organiser);
    }
    for mut table in root.tables("tenant", notes) {
        let id = ids.define(Kind::Actor, &mut table, "tenant", notes);
        let tenant = Tenant {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: owner_oid(&table, notes),
            sector: table.word("sector", Sector::ALL, Sector::code, notes),
            register: table.word("register", Register::ALL, Register::code, notes),
            registered: done(&table, "registered", notes),
            in_party_premises: table.flag("in_party_premises", notes),
            uses_party_system: table.flag("uses_party_system", notes),
            agreement: agreement(&table, "agreement", notes),
            named_in_messages: table.flag("named_in_messages", notes),
            uses_party_signature_certificate: table.flag("uses_party_signature_certificate", notes),
        };
        table.close(notes);
        plan.tenants.push(tenant);
    }
    for mut table in root.tables("pharmacy", notes) {
        let id = ids.define(Kind::Actor, &mut table, "pharmacy", notes);
        let pharmacy = Pharmacy {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: owner_oid(&table, notes),
            kind: table.word("kind", PharmacyKind::ALL, PharmacyKind::code, notes),
            size: table.word("size", PharmacySize::ALL, PharmacySize::code, notes),
            reimbursement_agreement: agreement(&table, "reimbursement_agreement", notes),
        };
        table.close(notes);
        plan.pharmacies.push(pharmacy);
    }
}

fn party(table: Table<'_, '_>, notes: &mut Notes<'_>) -> Party {
    let party = Party {
        name: table.text("name", notes),
        kind: table.word("kind", PartyKind::ALL, PartyKind::code, notes),
        sector: table.word("sector", Sector::ALL, Sector::code, notes),
        health_care: table.flag("health_care", notes),
        social_welfare: table.flag("social_welfare", notes),
        register: table.word("register", Register::ALL, Register::code, notes),
        registered: done(&table, "registered", notes),
        oid: owner_oid(&table, notes),
        model: table.word("model", JoiningModel::ALL, JoiningModel::code, notes),
        joining: table
            .table("joining", notes)
            .map(|table| joining(table, notes))
            .unwrap_or_default(),
        security_plan: done(&table, "security_plan", notes),
    };
    table.close(notes);
    party
}

fn joining(table: Table<'_, '_>, notes: &mut Notes<'_>) -> Joining {
    let descriptions = table.table("service_descriptions", notes);
    let (applied, applied_for) = done_as_a_whole_or_by_service(&table, "applied", notes);
    let (approved, approved_for) = done_as_a_whole_or_by_service(&table, "approved", notes);
    let joining = Joining {
        stage: table.word("stage", Stage::ALL, Stage::code, notes),
        applied,
        applied_for,
        commitment: done(&table, "commitment", notes),
        terms_of_supply: done(&table, "terms_of_supply", notes),
        service_descriptions: descriptions
            .map(|table| by_services(&table, notes))
            .unwrap_or_default(),
        approved,
        approved_for,
        declared: done(&table, "declared", notes),
    };
    table.close(notes);
    joining
}

/// A fact with its day, or one for each service: `{ prescription = 2025-09-15 }`.
fn done_as_a_whole_or_by_service(
    table: &Table<'_, '_>,
    key: &'static str,
    notes: &mut Notes<'_>,
) -> (Option<Done>, Vec<(Service, Done)>) {
    let Some(item) = table.item(key, notes) else {
        return (None, Vec::new());
    };
    if let DeValue::Table(_) = item.value {
        let by_service = item.table(notes);
        return (
            None,
            by_service
                .map(|table| by_services(&table, notes))
                .unwrap_or_default(),
        );
    }
    (as_done(&item, notes), Vec::new())
}

/// A fact with its day for each service.
fn by_services(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Vec<(Service, Done)> {
    let mut descriptions = Vec::new();
    for (key, item) in table.entries(notes) {
        match Service::from_code(&item.key) {
            Some(service) => descriptions.extend(as_done(&item, notes).map(|done| (service, done))),
            None => notes.fault_with(&key, || FaultKind::UnknownKey {
                key: item.key.clone(),
                nearest: super::cursor::nearest(&item.key, Service::ALL.iter().map(|s| s.code())),
            }),
        }
    }
    descriptions
}

/// A fact with its day: `true`, `false` or the day.
pub(super) fn done(
    table: &Table<'_, '_>,
    key: &'static str,
    notes: &mut Notes<'_>,
) -> Option<Done> {
    as_done(&table.item(key, notes)?, notes)
}

fn as_done(item: &Item<'_, '_>, notes: &mut Notes<'_>) -> Option<Done> {
    match item.value {
        DeValue::Boolean(false) => Some(Claim::Denied),
        DeValue::Boolean(true) => Some(Claim::Stated(None)),
        _ => match item.as_date() {
            Some(date) => Some(Claim::Stated(Some(date))),
            None => item.wrong(DONE, notes),
        },
    }
}

/// An agreement: `false`, or `{ signed = …, states_duties = … }`.
fn agreement(
    table: &Table<'_, '_>,
    key: &'static str,
    notes: &mut Notes<'_>,
) -> Option<Claim<Agreement>> {
    let item = table.item(key, notes)?;
    let inner = match item.value {
        DeValue::Boolean(false) => return Some(Claim::Denied),
        DeValue::Boolean(true) => return Some(Claim::Stated(Agreement::default())),
        DeValue::Table(_) => item.table(notes)?,
        _ => return item.wrong(AGREEMENT, notes),
    };
    let agreement = Agreement {
        signed: inner.date("signed", notes),
        until: until(&inner, notes),
        states_duties: inner.flag("states_duties", notes),
        covers_signature_certificate: inner.flag("covers_signature_certificate", notes),
    };
    inner.close(notes);
    Some(Claim::Stated(agreement))
}

/// The day on which an agreement ends; `false` when it has no end.
fn until(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Claim<Date>> {
    const EXPECTED: Text = Text::new(
        "the day on which it ends, or false when it has no end",
        "päättymispäivä, tai false, jos loppua ei ole",
        "dagen då det upphör, eller false om det saknar slut",
    );
    let item = table.item("until", notes)?;
    match (item.value, item.as_date()) {
        (DeValue::Boolean(false), _) => Some(Claim::Denied),
        (_, Some(date)) => Some(Claim::Stated(date)),
        _ => item.wrong(EXPECTED, notes),
    }
}

const AGREEMENT: Text = Text::new(
    "an agreement such as { signed = 2025-09-01 }, or true or false",
    "sopimus kuten { signed = 2025-09-01 }, tai true tai false",
    "ett avtal såsom { signed = 2025-09-01 }, eller true eller false",
);

fn owner_oid(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<OwnerOid> {
    let item = table.item("oid", notes)?;
    let text = item.text(notes)?;
    match OwnerOid::parse(&text) {
        Ok(oid) => Some(oid),
        Err(error) => {
            notes.fault(&item.span, bad_oid(&item, text, &error));
            None
        }
    }
}

/// The fault of an identifier that was refused.
pub(super) fn bad_oid(
    item: &Item<'_, '_>,
    found: String,
    error: &kanta_oid::ParseError,
) -> FaultKind {
    FaultKind::BadOid {
        key: item.key.clone(),
        found,
        en: error.en().to_string(),
        fi: error.fi().to_string(),
        sv: error.sv().to_string(),
    }
}

/// Ids of other things of the plan.
pub(super) fn references(
    items: &[Item<'_, '_>],
    key: &'static str,
    kind: Kind,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Vec<String> {
    let read = |item: &Item<'_, '_>| {
        let id = item.text(notes)?;
        ids.refer(&item.span, key, kind, &id);
        Some(id)
    };
    items.iter().filter_map(read).collect()
}
