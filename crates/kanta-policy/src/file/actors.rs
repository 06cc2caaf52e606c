//! Reads whoever the plan names.

use kanta_address_index::{JoiningModel, PartyKind, Register, Sector};
use kanta_oid::OwnerOid;
use kanta_source::TableReader;

use super::Diagnostics;
use super::claims::{agreement, by_services, done, done_as_a_whole_or_by_service};
use super::ids::{Ids, Kind, oid, references};
use crate::plan::{
    ConnectionPlan, Intermediary, Joining, Organiser, OtherParty, Party, Pharmacy, PharmacyKind,
    PharmacySize, Stage, Tenant,
};

pub(super) fn read(
    root: &TableReader<'_, '_>,
    plan: &mut ConnectionPlan,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) {
    plan.party = root.table("party", notes).map(|table| party(table, notes));
    for mut table in root.tables("intermediary", notes) {
        let id = ids.define(Kind::Actor, &mut table, "intermediary", notes);
        let intermediary = Intermediary {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: oid(&table, OwnerOid::parse, notes),
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
            oid: oid(&table, OwnerOid::parse, notes),
            agreement: agreement(&table, "agreement", notes),
            traffic_encrypted: table.flag("traffic_encrypted", notes),
            identified_by_server_certificate: table.flag("identified_by_server_certificate", notes),
        };
        table.close(notes);
        plan.other_parties.push(other);
    }
    for mut table in root.tables("organiser", notes) {
        let id = ids.define(Kind::Actor, &mut table, "organiser", notes);
        let organiser = Organiser {
            id: id.unwrap_or_default(),
            name: table.text("name", notes),
            oid: oid(&table, OwnerOid::parse, notes),
            uses_access_points: references(&table, "uses_access_points", Kind::Point, ids, notes),
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
            oid: oid(&table, OwnerOid::parse, notes),
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
            oid: oid(&table, OwnerOid::parse, notes),
            kind: table.word("kind", PharmacyKind::ALL, PharmacyKind::code, notes),
            size: table.word("size", PharmacySize::ALL, PharmacySize::code, notes),
            reimbursement_agreement: agreement(&table, "reimbursement_agreement", notes),
        };
        table.close(notes);
        plan.pharmacies.push(pharmacy);
    }
}

fn party(table: TableReader<'_, '_>, notes: &mut Diagnostics) -> Party {
    let party = Party {
        name: table.text("name", notes),
        kind: table.word("kind", PartyKind::ALL, PartyKind::code, notes),
        sector: table.word("sector", Sector::ALL, Sector::code, notes),
        health_care: table.flag("health_care", notes),
        social_welfare: table.flag("social_welfare", notes),
        register: table.word("register", Register::ALL, Register::code, notes),
        registered: done(&table, "registered", notes),
        oid: oid(&table, OwnerOid::parse, notes),
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

fn joining(table: TableReader<'_, '_>, notes: &mut Diagnostics) -> Joining {
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
