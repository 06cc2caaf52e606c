//! Access points and consolidation points.

use core::net::IpAddr;

use kanta_conformance::{Country, FieldPath, Text, text};
use kanta_oid::AccessPointOid;
use kanta_source::{SourceValue, TableReader};

use super::certificates::{certificate, claimed_certificate};
use crate::file::Diagnostics;
use crate::file::claims::{claim, done, words};
use crate::file::files::Files;
use crate::file::ids::{Ids, Kind, actor, oid, references};
use crate::plan::{
    AccessPoint, Address, Approval, Claim, ConsolidationPoint, FullDuplication, Server, TlsVersion,
};

pub(super) fn access_point(
    mut table: TableReader<'_, '_>,
    ids: &mut Ids<'_>,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> AccessPoint {
    let id = ids.define(Kind::Point, &mut table, "access_point", notes);
    let at = FieldPath::named("access_point", id.as_deref().unwrap_or_default());
    let point = AccessPoint {
        id: id.unwrap_or_default(),
        oid: oid(&table, AccessPointOid::parse, notes),
        administrator: actor(&table, "administrator", ids, notes),
        systems: references(&table, "systems", Kind::System, ids, notes),
        country: country(&table, notes),
        approval: approval(&table, notes),
        dns_name: table.text("dns_name", notes),
        certificate: claimed_certificate(&table, &at, files, notes),
        addresses: addresses(&table, notes),
        tls: words(&table, "tls", TlsVersion::ALL, TlsVersion::code, notes),
        stateful_firewall: table.flag("stateful_firewall", notes),
        malware_protection: table.flag("malware_protection", notes),
        servers: servers(&table, &at, files, notes),
        declared: done(&table, "declared", notes),
        full_duplication: full_duplication(&table, notes),
    };
    table.close(notes);
    point
}

fn servers(
    table: &TableReader<'_, '_>,
    at: &FieldPath,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> Option<Vec<Server>> {
    let items = table.list("servers", notes)?;
    let mut servers = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let Some(table) = item.table(notes) else {
            continue;
        };
        let at = at.inner_entry("servers", index);
        let certificate = certificate(&table, &at, "certificate", files, notes);
        servers.push(Server {
            name: table.text("name", notes),
            certificate,
        });
        table.close(notes);
    }
    Some(servers)
}

fn addresses(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<Vec<Address>> {
    let items = table.list("addresses", notes)?;
    let mut addresses = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        addresses.push(Address {
            ip: ip(&table, notes),
            fixed: table.flag("fixed", notes),
            registered_to: table.text("registered_to", notes),
            assignment_record: table.flag("assignment_record", notes),
        });
        table.close(notes);
    }
    Some(addresses)
}

fn ip(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<IpAddr> {
    const EXPECTED: Text = text! {
        en: "an IP address such as 192.31.196.7 or 2620:4f:8000::7",
        fi: "IP-osoite kuten 192.31.196.7 tai 2620:4f:8000::7",
        sv: "en IP-adress såsom 192.31.196.7 eller 2620:4f:8000::7",
    };
    let item = table.field("ip", notes)?;
    match item.text(notes)?.parse() {
        Ok(address) => Some(address),
        Err(_) => item.not_a(EXPECTED, notes),
    }
}

pub(super) fn consolidation_point(
    mut table: TableReader<'_, '_>,
    ids: &mut Ids<'_>,
    notes: &mut Diagnostics,
) -> ConsolidationPoint {
    let id = ids.define(Kind::Point, &mut table, "consolidation_point", notes);
    let point = ConsolidationPoint {
        id: id.unwrap_or_default(),
        administrator: table.text("administrator", notes),
        country: country(&table, notes),
        approval: approval(&table, notes),
        tls_terminated: table.flag("tls_terminated", notes),
        data_in_clear: table.flag("data_in_clear", notes),
        full_duplication: full_duplication(&table, notes),
    };
    table.close(notes);
    point
}

fn full_duplication(
    table: &TableReader<'_, '_>,
    notes: &mut Diagnostics,
) -> Option<FullDuplication> {
    let table = table.table("full_duplication", notes)?;
    let stated = FullDuplication {
        possible: table.flag("possible", notes),
        reason: table.text("reason", notes),
        extent: claim(&table, "extent", notes),
    };
    table.close(notes);
    Some(stated)
}

fn country(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<Country> {
    let item = table.field("country", notes)?;
    match item.text(notes)?.parse() {
        Ok(country) => Some(country),
        Err(_) => item.not_a(
            text! {
                en: "a country code of ISO 3166-1 in capital letters, such as FI",
                fi: "ISO 3166-1 -maakoodi isoin kirjaimin, kuten FI",
                sv: "en landskod enligt ISO 3166-1 med versaler, såsom FI",
            },
            notes,
        ),
    }
}

fn approval(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<Claim<Approval>> {
    let item = table.field("approval", notes)?;
    if let SourceValue::Flag(false) = item.value() {
        return Some(Claim::Denied);
    }
    let inner = item.table(notes)?;
    let approval = Approval {
        by: inner.text("by", notes),
        on: inner.date("on", notes),
        reference: inner.text("reference", notes),
    };
    inner.close(notes);
    Some(Claim::Stated(approval))
}
