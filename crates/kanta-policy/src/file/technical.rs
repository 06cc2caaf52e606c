//! Reads systems, access points, links and certificates.

use core::net::IpAddr;

use kanta_address_index::Service;
use kanta_cert::{Certificate, TrustStore};
use kanta_conformance::{Country, Language, Text};
use kanta_oid::AccessPointOid;
use toml::de::DeValue;

use super::actors::{bad_oid, done, references};
use super::cursor::{Item, Notes, TEXT, Table};
use super::document::{Ids, Kind, Load};
use super::fault::{FaultKind, FileFault};
use crate::plan::{
    AccessPoint, Address, Approval, Claim, ConnectionPlan, ConsolidationPoint, Hall, Link, Network,
    PlanCertificate, Role, SeparateRoute, Server, ServiceUnit, SignatureCertificate, System,
    SystemClass, SystemKind, TlsVersion, Traffic, TrustFile, Use, Volume,
};

pub(super) fn read(
    root: &Table<'_, '_>,
    plan: &mut ConnectionPlan,
    ids: &mut Ids,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) {
    for table in root.tables("system", notes) {
        plan.systems.push(system(table, ids, notes));
    }
    for table in root.tables("access_point", notes) {
        plan.access_points
            .push(access_point(table, ids, load, notes));
    }
    for table in root.tables("consolidation_point", notes) {
        plan.consolidation_points
            .push(consolidation_point(table, ids, notes));
    }
    for table in root.tables("use", notes) {
        plan.uses.extend(a_use(table, ids, notes));
    }
    for table in root.tables("link", notes) {
        plan.links.push(link(table, ids, notes));
    }
    if let Some(item) = root.item("signature_certificate", notes) {
        plan.signature_certificate = signature_certificate(&item, ids, load, notes);
    }
    plan.trust = trust(root, load, notes);
    plan.volume = root
        .table("volume", notes)
        .map(|table| volume(table, notes))
        .unwrap_or_default();
}

fn system(mut table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> System {
    let id = ids.define(Kind::System, &mut table, "system", notes);
    let system = System {
        id: id.unwrap_or_default(),
        name: table.text("name", notes),
        kind: table.word("kind", SystemKind::ALL, SystemKind::code, notes),
        class: table.word("class", SystemClass::ALL, SystemClass::code, notes),
        transfer_functions: table.flag("transfer_functions", notes),
        in_register: table.flag("in_register", notes),
        assessed_until: table.date("assessed_until", notes),
        joint_tested: done(&table, "joint_tested", notes),
        packaged_service: table.flag("packaged_service", notes),
    };
    table.close(notes);
    system
}

fn access_point(
    mut table: Table<'_, '_>,
    ids: &mut Ids,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> AccessPoint {
    let id = ids.define(Kind::Point, &mut table, "access_point", notes);
    let systems = table.list("systems", notes);
    let point = AccessPoint {
        id: id.unwrap_or_default(),
        oid: access_point_oid(&table, notes),
        administrator: actor(&table, "administrator", ids, notes),
        systems: systems.map(|items| references(&items, "systems", Kind::System, ids, notes)),
        country: country(&table, notes),
        approval: approval(&table, notes),
        dns_name: table.text("dns_name", notes),
        certificate: claimed_certificate(&table, load, notes),
        addresses: addresses(&table, notes),
        tls: words(&table, "tls", TlsVersion::ALL, TlsVersion::code, notes),
        stateful_firewall: table.flag("stateful_firewall", notes),
        malware_protection: table.flag("malware_protection", notes),
        servers: servers(&table, load, notes),
        declared: done(&table, "declared", notes),
    };
    table.close(notes);
    point
}

fn servers(
    table: &Table<'_, '_>,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<Vec<Server>> {
    let items = table.list("servers", notes)?;
    let mut servers = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        let certificate = certificate(&table, "certificate", load, notes);
        servers.push(Server {
            name: table.text("name", notes),
            certificate,
        });
        table.close(notes);
    }
    Some(servers)
}

fn addresses(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Vec<Address>> {
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

fn ip(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<IpAddr> {
    const EXPECTED: Text = Text::new(
        "an IP address such as 192.31.196.7 or 2620:4f:8000::7",
        "IP-osoite kuten 192.31.196.7 tai 2620:4f:8000::7",
        "en IP-adress såsom 192.31.196.7 eller 2620:4f:8000::7",
    );
    let item = table.item("ip", notes)?;
    match item.text(notes)?.parse() {
        Ok(address) => Some(address),
        Err(_) => item.not_a(EXPECTED, notes),
    }
}

fn consolidation_point(
    mut table: Table<'_, '_>,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> ConsolidationPoint {
    let id = ids.define(Kind::Point, &mut table, "consolidation_point", notes);
    let point = ConsolidationPoint {
        id: id.unwrap_or_default(),
        administrator: table.text("administrator", notes),
        country: country(&table, notes),
        approval: approval(&table, notes),
        tls_terminated: table.flag("tls_terminated", notes),
        data_in_clear: table.flag("data_in_clear", notes),
    };
    table.close(notes);
    point
}

fn a_use(table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> Option<Use> {
    let service = table.item("service", notes);
    let access_point = table.item("access_point", notes);
    for (key, given) in [
        ("service", service.is_some()),
        ("access_point", access_point.is_some()),
    ] {
        if !given {
            table.missing(key, notes);
        }
    }
    let service = service.and_then(|item| item.word(Service::ALL, Service::code, notes));
    let access_point = access_point.and_then(|item| {
        let id = item.text(notes)?;
        ids.refer(&item.span, "access_point", Kind::Point, &id);
        Some(id)
    });
    let user = actor(&table, "for", ids, notes);
    let system = table.item("system", notes).and_then(|item| {
        let id = item.text(notes)?;
        ids.refer(&item.span, "system", Kind::System, &id);
        Some(id)
    });
    let service_units = service_units(&table, notes);
    let annotated = table.flag("annotated", notes);
    table.close(notes);
    let mut a_use = Use::new(service?, &access_point?);
    a_use.user = user.unwrap_or_else(|| "party".into());
    a_use.system = system;
    a_use.service_units = service_units;
    a_use.annotated = annotated;
    Some(a_use)
}

fn service_units(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Vec<ServiceUnit>> {
    let items = table.list("service_units", notes)?;
    let mut units = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        units.push(ServiceUnit {
            oid: table.text("oid", notes),
            annotated: table.flag("annotated", notes),
        });
        table.close(notes);
    }
    Some(units)
}

fn link(mut table: Table<'_, '_>, ids: &mut Ids, notes: &mut Notes<'_>) -> Link {
    let id = ids.define(Kind::Link, &mut table, "link", notes);
    let from = end(&table, "from", ids, notes);
    let to = end(&table, "to", ids, notes);
    let link = Link {
        id: id.unwrap_or_default(),
        from: from.unwrap_or_default(),
        to: to.unwrap_or_default(),
        role: table.word("role", Role::ALL, Role::code, notes),
        network: table.word("network", Network::ALL, Network::code, notes),
        technology: table.text("technology", notes),
        operator: table.text("operator", notes),
        halls: words(&table, "halls", Hall::ALL, Hall::code, notes),
        down_mbit: table.number("down_mbit", notes),
        up_mbit: table.number("up_mbit", notes),
        justification: claim(&table, "justification", notes),
        risks: claim(&table, "risks", notes),
        ready: done(&table, "ready", notes),
        separate_routes: separate_routes(&table, ids, notes),
    };
    table.close(notes);
    link
}

/// One end of a link; `kanta` is nobody's id, and may stand only where the link ends.
fn end(
    table: &Table<'_, '_>,
    key: &'static str,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let Some(item) = table.item(key, notes) else {
        table.missing(key, notes);
        return None;
    };
    let id = item.text(notes)?;
    if key != "to" || id != "kanta" {
        ids.refer(&item.span, key, Kind::Point, &id);
    }
    Some(id)
}

/// `separate_route = false`, one table, or a list of tables.
fn separate_routes(
    table: &Table<'_, '_>,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<Claim<Vec<SeparateRoute>>> {
    let item = table.item("separate_route", notes)?;
    let items = match item.value {
        DeValue::Boolean(false) => return Some(Claim::Denied),
        DeValue::Table(_) => vec![item],
        DeValue::Array(_) => item.items(notes)?,
        _ => {
            return item.wrong(
                Text::new(
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, a list of such, or false",
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, luettelo sellaisia tai false",
                    "{ from = \"…\", confirmed_by = \"…\", on = … }, en lista med sådana eller false",
                ),
                notes,
            );
        }
    };
    let mut routes = Vec::new();
    for item in items {
        let Some(table) = item.table(notes) else {
            continue;
        };
        let from = table.item("from", notes);
        if from.is_none() {
            table.missing("from", notes);
        }
        let from = from.and_then(|item| {
            let id = item.text(notes)?;
            ids.refer(&item.span, "from", Kind::Link, &id);
            Some(id)
        });
        routes.push(SeparateRoute {
            from: from.unwrap_or_default(),
            confirmed_by: claim(&table, "confirmed_by", notes),
            on: table.date("on", notes),
        });
        table.close(notes);
    }
    Some(Claim::Stated(routes))
}

fn signature_certificate(
    item: &Item<'_, '_>,
    ids: &mut Ids,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<Claim<SignatureCertificate>> {
    if let DeValue::Boolean(false) = item.value {
        return Some(Claim::Denied);
    }
    let table = item.table(notes)?;
    let certificate = certificate(&table, "file", load, notes);
    let holder = table.item("holder", notes).and_then(|item| {
        let id = item.text(notes)?;
        if id != "supplier" && id != "party" {
            ids.refer(&item.span, "holder", Kind::Actor, &id);
        }
        Some(id)
    });
    table.close(notes);
    Some(Claim::Stated(SignatureCertificate {
        certificate,
        holder,
    }))
}

fn volume(table: Table<'_, '_>, notes: &mut Notes<'_>) -> Volume {
    let need = table
        .item("assessed_need_mbit", notes)
        .and_then(|item| match item.value {
            DeValue::Boolean(false) => Some(Claim::Denied),
            _ => item.number(notes).map(Claim::Stated),
        });
    let volume = Volume {
        documents_per_day: table.number("documents_per_day", notes),
        assessed_need_mbit: need,
        message_traffic: table.word("message_traffic", Traffic::ALL, Traffic::code, notes),
        scalable: table.flag("scalable", notes),
    };
    table.close(notes);
    volume
}

/// Somebody's id; `party` is the joining party and nobody's id.
fn actor(
    table: &Table<'_, '_>,
    key: &'static str,
    ids: &mut Ids,
    notes: &mut Notes<'_>,
) -> Option<String> {
    let item = table.item(key, notes)?;
    let id = item.text(notes)?;
    if id != "party" {
        ids.refer(&item.span, key, Kind::Actor, &id);
    }
    Some(id)
}

fn words<T: Copy>(
    table: &Table<'_, '_>,
    key: &'static str,
    all: &[T],
    code: fn(T) -> &'static str,
    notes: &mut Notes<'_>,
) -> Option<Vec<T>> {
    let items = table.list(key, notes)?;
    Some(
        items
            .iter()
            .filter_map(|item| item.word(all, code, notes))
            .collect(),
    )
}

/// A fact in words that can be denied with `false`.
pub(super) fn claim(
    table: &Table<'_, '_>,
    key: &'static str,
    notes: &mut Notes<'_>,
) -> Option<Claim<String>> {
    let item = table.item(key, notes)?;
    match item.value {
        DeValue::Boolean(false) => Some(Claim::Denied),
        DeValue::String(text) => Some(Claim::Stated(text.to_string())),
        _ => item.wrong(
            Text::new(
                "a text in quotes, or false",
                "teksti lainausmerkeissä, tai false",
                "en text inom citattecken, eller false",
            ),
            notes,
        ),
    }
}

fn country(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Country> {
    let item = table.item("country", notes)?;
    match item.text(notes)?.parse() {
        Ok(country) => Some(country),
        Err(_) => item.not_a(
            Text::new(
                "a country code of ISO 3166-1 in capital letters, such as FI",
                "ISO 3166-1 -maakoodi isoin kirjaimin, kuten FI",
                "en landskod enligt ISO 3166-1 med versaler, såsom FI",
            ),
            notes,
        ),
    }
}

fn approval(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<Claim<Approval>> {
    let item = table.item("approval", notes)?;
    if let DeValue::Boolean(false) = item.value {
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

fn access_point_oid(table: &Table<'_, '_>, notes: &mut Notes<'_>) -> Option<AccessPointOid> {
    let item = table.item("oid", notes)?;
    let text = item.text(notes)?;
    match AccessPointOid::parse(&text) {
        Ok(oid) => Some(oid),
        Err(error) => {
            notes.fault(&item.span, bad_oid(&item, text, &error));
            None
        }
    }
}

/// A server certificate by the name of its file; `certificate = false` when there is none.
fn claimed_certificate(
    table: &Table<'_, '_>,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<Claim<PlanCertificate>> {
    let item = table.item("certificate", notes)?;
    match item.value {
        DeValue::Boolean(false) => Some(Claim::Denied),
        _ => certificate(table, "certificate", load, notes).map(Claim::Stated),
    }
}

/// A certificate by the name of its file.
fn certificate(
    table: &Table<'_, '_>,
    key: &'static str,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<PlanCertificate> {
    let item = table.item(key, notes)?;
    let DeValue::String(file) = item.value else {
        return item.wrong(TEXT, notes);
    };
    let file = file.to_string();
    let read = |bytes: Vec<u8>| {
        Certificate::from_pem_or_der(&bytes).map_err(|error| FileFault::NotACertificate {
            en: error.message(Language::En),
            fi: error.message(Language::Fi),
            sv: error.message(Language::Sv),
        })
    };
    match load(&file).and_then(read) {
        Ok(certificate) => Some(PlanCertificate { file, certificate }),
        Err(why) => {
            notes.fault(&item.span, FaultKind::Certificate { file, why });
            None
        }
    }
}

/// The files of what is trusted; each is tried, so that a fault is told at its place.
fn trust(
    root: &Table<'_, '_>,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<Vec<TrustFile>> {
    let mut files = Vec::new();
    for item in root.item("trust", notes)?.items(notes)? {
        let DeValue::String(file) = item.value else {
            item.wrong::<()>(TEXT, notes);
            continue;
        };
        let file = file.to_string();
        let tried = |bytes: Vec<u8>| match TrustStore::new().trust(&file, &bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(FileFault::NotACertificate {
                en: error.message(Language::En),
                fi: error.message(Language::Fi),
                sv: error.message(Language::Sv),
            }),
        };
        match load(&file).and_then(tried) {
            Ok(bytes) => files.push(TrustFile { file, bytes }),
            Err(why) => notes.fault(&item.span, FaultKind::Certificate { file, why }),
        }
    }
    Some(files)
}
