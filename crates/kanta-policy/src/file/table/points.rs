//! Access points and consolidation points, as tables.

use kanta_conformance::FieldPath;
use kanta_source::{Filled, SourceValue};

use super::{Absent, claim, done, list, words};
use crate::plan::{
    AccessPoint, Address, Approval, Claim, ConsolidationPoint, FullDuplication, PlanCertificate,
    Server,
};

pub(crate) fn access_point(point: &AccessPoint) -> Filled {
    access_point_with(point, &Absent::new())
}

/// An access point with the files of its certificates that are not there.
pub(super) fn access_point_with(point: &AccessPoint, absent: &Absent) -> Filled {
    let at = FieldPath::named("access_point", &point.id);
    let own = point.certificate.as_ref();
    let own = own.map(|it| claim(it, certificate));
    let servers = point.servers.as_ref().map(|servers| {
        let servers = servers.iter().enumerate();
        SourceValue::list(servers.map(|(index, server)| {
            let at = at.inner_entry("servers", index).field("certificate");
            server_with(server, absent.get(&at))
        }))
    });
    Filled::default()
        .text("id", &point.id)
        .maybe_text("oid", point.oid)
        .maybe_text("administrator", point.administrator.as_ref())
        .maybe("systems", point.systems.as_ref().map(SourceValue::texts))
        .maybe_text("country", point.country)
        .maybe("approval", approved(point.approval.as_ref()))
        .maybe_text("dns_name", point.dns_name.as_ref())
        .maybe(
            "certificate",
            own.or_else(|| absent.get(&at.field("certificate")).map(SourceValue::text)),
        )
        .maybe(
            "addresses",
            point.addresses.as_ref().map(|all| list(all, address)),
        )
        .maybe(
            "tls",
            point
                .tls
                .as_ref()
                .map(|all| list(all, |it| SourceValue::text(it.code()))),
        )
        .maybe("stateful_firewall", point.stateful_firewall)
        .maybe("malware_protection", point.malware_protection)
        .maybe("servers", servers)
        .maybe("declared", point.declared.as_ref().map(done))
        .maybe(
            "full_duplication",
            point.full_duplication.as_ref().map(full_duplication),
        )
}

pub(crate) fn server(server: &Server) -> Filled {
    server_with(server, None)
}

fn server_with(server: &Server, absent: Option<&String>) -> Filled {
    let own = server.certificate.as_ref().map(certificate);
    Filled::default()
        .maybe_text("name", server.name.as_ref())
        .maybe("certificate", own.or_else(|| absent.map(SourceValue::text)))
}

/// A certificate, by the name of its file.
pub(crate) fn certificate(certificate: &PlanCertificate) -> SourceValue<'static> {
    SourceValue::text(&certificate.file)
}

pub(crate) fn address(address: &Address) -> Filled {
    Filled::default()
        .maybe_text("ip", address.ip)
        .maybe("fixed", address.fixed)
        .maybe_text("registered_to", address.registered_to.as_ref())
        .maybe("assignment_record", address.assignment_record)
}

pub(crate) fn full_duplication(stated: &FullDuplication) -> Filled {
    Filled::default()
        .maybe("possible", stated.possible)
        .maybe_text("reason", stated.reason.as_ref())
        .maybe("extent", stated.extent.as_ref().map(words))
}

pub(crate) fn approval(approval: &Approval) -> Filled {
    Filled::default()
        .maybe_text("by", approval.by.as_ref())
        .maybe("on", approval.on)
        .maybe_text("reference", approval.reference.as_ref())
}

fn approved(of: Option<&Claim<Approval>>) -> Option<SourceValue<'static>> {
    of.map(|it| claim(it, approval))
}

pub(crate) fn consolidation_point(point: &ConsolidationPoint) -> Filled {
    Filled::default()
        .text("id", &point.id)
        .maybe_text("administrator", point.administrator.as_ref())
        .maybe_text("country", point.country)
        .maybe("approval", approved(point.approval.as_ref()))
        .maybe("tls_terminated", point.tls_terminated)
        .maybe("data_in_clear", point.data_in_clear)
        .maybe(
            "full_duplication",
            point.full_duplication.as_ref().map(full_duplication),
        )
}
