//! What changes from one index to another.

use std::io::{self, Write};

use kanta_address_index::{
    AddressChange, AddressIndex, Changes, FindingChanges, IdleRight, IndexFinding, RecordChange,
    Span, TenantSpan, Trial, UnitSpan,
};
use kanta_conformance::{Escaped, Language, Text};
use kanta_oid::AccessPointOid;

use super::found::headline;
use super::{Names, heading, words, wrapped};

pub(in super::super) fn changes(
    indexes: [&AddressIndex; 2],
    changes: &Changes,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if changes.is_empty() {
        return writeln!(out, "{}", words::NO_CHANGE.get(language));
    }
    // What is lost may be known to the index before alone.
    let [before, after] = indexes;
    let told = Told {
        names: Names(&[after, before]),
        language,
    };
    let right = |span: &Span| told.right(span);
    told.list(words::GAINED, &changes.gained, right, out)?;
    told.list(words::LOST, &changes.lost, right, out)?;
    let tenant = |span: &TenantSpan| told.tenant(span);
    told.list(words::TENANTS_GAINED, &changes.tenants_gained, tenant, out)?;
    told.list(words::TENANTS_LOST, &changes.tenants_lost, tenant, out)?;
    let unit = |span: &UnitSpan| told.unit(span);
    told.list(words::UNITS_GAINED, &changes.units_gained, unit, out)?;
    told.list(words::UNITS_LOST, &changes.units_lost, unit, out)?;
    let address = |change: &AddressChange| told.address(change);
    told.list(words::ADDRESSES, &changes.addresses, address, out)?;
    let record = |change: &RecordChange| told.record(change);
    told.list(words::RECORDS, &changes.records, record, out)
}

pub(in super::super) fn trial(
    index: &AddressIndex,
    trial: &Trial,
    findings: &FindingChanges,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    changes([index, &trial.index], &trial.changes, language, out)?;
    let told = Told {
        names: Names(&[&trial.index, index]),
        language,
    };
    let rights = trial.broken.iter().map(|span| told.right(span));
    let tenants = trial.broken_tenants.iter().map(|span| told.tenant(span));
    let units = trial.broken_units.iter().map(|span| told.unit(span));
    let broken: Vec<String> = rights.chain(tenants).chain(units).collect();
    told.list(words::BROKEN, &broken, Clone::clone, out)?;
    let idle = |idle: &IdleRight| told.idle(idle);
    told.list(words::IDLE, &trial.idle, idle, out)?;
    let finding = |it: &IndexFinding| told.finding(it);
    told.list(words::BROUGHT, &findings.brought, finding, out)?;
    told.list(words::TAKEN, &findings.taken, finding, out)
}

#[derive(Clone, Copy)]
struct Told<'a> {
    names: Names<'a>,
    language: Language,
}

impl Told<'_> {
    fn list<T>(
        self,
        title: Text,
        items: &[T],
        tell: impl Fn(&T) -> String,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        heading(out, title, items.len(), self.language)?;
        for item in items {
            wrapped(out, "  ", "    ", &tell(item))?;
        }
        Ok(())
    }

    fn right(self, span: &Span) -> String {
        let triple = (span.subject, span.access_point, span.service);
        let days = words::days(span.days, self.language);
        format!("{}, {days}", self.names.triple(triple, self.language))
    }

    /// A right, and why it permits on no day.
    fn idle(self, idle: &IdleRight) -> String {
        let right = self.names.right(&idle.right, self.language);
        let missing = idle.missing.iter();
        let missing = missing.map(|it| headline(it.requirement, &it.outcome, self.language));
        format!("{right}: {}", missing.collect::<Vec<_>>().join("; "))
    }

    fn finding(self, finding: &IndexFinding) -> String {
        let path = finding.path.to_string();
        let (requirement, outcome) = (finding.requirement, &finding.outcome);
        let headline = headline(requirement, outcome, self.language);
        format!("{headline}: `{}` ({})", Escaped(&path), requirement.id())
    }

    fn tenant(self, span: &TenantSpan) -> String {
        let (tenant, host) = (self.names.owner(span.tenant), self.names.owner(span.host));
        let days = words::days(span.days, self.language);
        format!("{}, {days}", words::tenant(&tenant, &host, self.language))
    }

    fn unit(self, span: &UnitSpan) -> String {
        let party = self.names.owner(span.party);
        let unit = span.unit.map(|unit| self.names.owner(unit));
        let days = words::days(span.days, self.language);
        let unit = words::unit(unit.as_deref(), &party, self.language);
        format!("{unit}, {days}")
    }

    fn address(self, change: &AddressChange) -> String {
        let points = |oids: &[AccessPointOid]| {
            if oids.is_empty() {
                return words::NOBODY.get(self.language).to_owned();
            }
            let points = oids.iter().map(|&oid| self.names.point(oid));
            points.collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (points(&change.before), points(&change.after));
        format!("{}: {before} → {after}", change.prefix)
    }

    fn record(self, change: &RecordChange) -> String {
        let word = words::change(change.change).get(self.language);
        let dot = if change.id.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{}", change.record, change.id);
        let fields: Vec<_> = change.fields.iter().map(|it| format!("`{it}`")).collect();
        let colon = if fields.is_empty() { "" } else { ": " };
        format!("{word} `{}`{colon}{}", Escaped(&path), fields.join(", "))
    }
}
