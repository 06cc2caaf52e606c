//! What changes from one index to another, for people.

use std::io;

use kanta_conformance::{Escaped, Language, Text, text};

use super::asked::{Names, days, heading, wrapped};
use super::reasons::headline;
use crate::layout::{Lines as _, Page};
use crate::view::{
    AddressChange, IdleRight, IndexChanges, IndexFinding, RecordChange, RightSpan, TenantSpan,
    TrialReport, UnitSpan,
};

/// Writes what changes from one index to another.
///
/// # Errors
/// Those of `out`.
pub fn index_changes(
    view: &IndexChanges,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    if view.equal {
        let none = text! { en: "no change", fi: "ei muutosta", sv: "ingen ändring" };
        return out.line(format_args!("{}", none.get(language)));
    }
    let told = Told::of(view, language);
    let right = |span: &RightSpan| told.right(span);
    told.list(GAINED, &view.gained, right, out)?;
    told.list(LOST, &view.lost, right, out)?;
    let tenant = |span: &TenantSpan| told.tenant(span);
    told.list(TENANTS_GAINED, &view.tenants.gained, tenant, out)?;
    told.list(TENANTS_LOST, &view.tenants.lost, tenant, out)?;
    let unit = |span: &UnitSpan| told.unit(span);
    told.list(UNITS_GAINED, &view.units.gained, unit, out)?;
    told.list(UNITS_LOST, &view.units.lost, unit, out)?;
    let address = |change: &AddressChange| told.address(change);
    told.list(ADDRESSES, &view.addresses, address, out)?;
    let record = |change: &RecordChange| told.record(change);
    told.list(RECORDS, &view.records, record, out)
}

/// Writes what an order to an index would do.
///
/// # Errors
/// Those of `out`.
pub fn trial(view: &TrialReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    index_changes(&view.changes, language, out)?;
    let told = Told::of(&view.changes, language);
    let rights = view.broken.iter().map(|span| told.right(span));
    let tenants = view.broken_tenants.iter().map(|span| told.tenant(span));
    let units = view.broken_units.iter().map(|span| told.unit(span));
    let broken: Vec<String> = rights.chain(tenants).chain(units).collect();
    told.list(BROKEN, &broken, Clone::clone, out)?;
    let idle = |idle: &IdleRight| told.idle(idle);
    told.list(IDLE, &view.never_permitting, idle, out)?;
    let finding = |its: &IndexFinding| told.finding(its);
    told.list(BROUGHT, &view.findings.brought, finding, out)?;
    told.list(TAKEN, &view.findings.taken, finding, out)
}

#[derive(Clone, Copy)]
struct Told<'a> {
    names: Names<'a>,
    language: Language,
}

impl<'a> Told<'a> {
    const fn of(view: &'a IndexChanges, language: Language) -> Self {
        Self {
            names: Names(&view.ids),
            language,
        }
    }

    fn list<T>(
        self,
        title: Text,
        items: &[T],
        tell: impl Fn(&T) -> String,
        out: &mut Page<'_>,
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

    fn right(self, span: &RightSpan) -> String {
        let triple = [&span.subject, &span.access_point, &span.service];
        let triple = self.names.triple(triple.map(String::as_str), self.language);
        format!("{triple}, {}", days([span.from, span.until], self.language))
    }

    /// A right, and why it permits on no day.
    fn idle(self, idle: &IdleRight) -> String {
        let days = [idle.right.from, idle.right.until];
        let right = self.names.right(&idle.right, days, self.language);
        let missing = idle.missing.iter();
        let missing = missing.map(|its| headline(&its.finding, self.language));
        format!("{right}: {}", missing.collect::<Vec<_>>().join("; "))
    }

    fn finding(self, its: &IndexFinding) -> String {
        let finding = &its.finding;
        let headline = headline(finding, self.language);
        let path = Escaped(&finding.path);
        format!("{headline}: `{path}` ({})", finding.requirement)
    }

    /// A tenant of a joining party, both in backticks.
    fn tenant(self, span: &TenantSpan) -> String {
        let (tenant, host) = (self.names.of(&span.tenant), self.names.of(&span.host));
        let words = match self.language {
            Language::En => format!("tenant {tenant} of {host}"),
            Language::Fi => format!("vuokralainen {tenant}, liittyjä {host}"),
            Language::Sv => format!("hyresgästen {tenant} hos {host}"),
        };
        format!("{words}, {}", days([span.from, span.until], self.language))
    }

    /// A service unit of a joining party, or all that have no annotation of their own.
    fn unit(self, span: &UnitSpan) -> String {
        let party = self.names.of(&span.party);
        let unit = span.unit.as_ref().map(|unit| self.names.of(unit));
        let words = match (self.language, unit) {
            (Language::En, Some(unit)) => format!("unit {unit} of {party}"),
            (Language::Fi, Some(unit)) => format!("yksikkö {unit}, liittyjä {party}"),
            (Language::Sv, Some(unit)) => format!("enheten {unit} hos {party}"),
            (Language::En, None) => {
                format!("every unit of {party} without an annotation of its own")
            }
            (Language::Fi, None) => {
                format!("jokainen yksikkö, jolla ei ole omaa merkintää, liittyjä {party}")
            }
            (Language::Sv, None) => format!("varje enhet utan egen anteckning hos {party}"),
        };
        format!("{words}, {}", days([span.from, span.until], self.language))
    }

    fn address(self, change: &AddressChange) -> String {
        let points = |oids: &[String]| {
            if oids.is_empty() {
                return NOBODY.get(self.language).to_owned();
            }
            let points = oids.iter().map(|oid| self.names.of(oid));
            points.collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (points(&change.before), points(&change.after));
        format!("{}: {before} → {after}", change.prefix)
    }

    fn record(self, its: &RecordChange) -> String {
        let word = change(&its.change).get(self.language);
        let dot = if its.id.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{}", its.record, its.id);
        let fields: Vec<_> = its
            .fields
            .iter()
            .map(|field| format!("`{field}`"))
            .collect();
        let colon = if fields.is_empty() { "" } else { ": " };
        format!("{word} `{}`{colon}{}", Escaped(&path), fields.join(", "))
    }
}

/// What happened to a record.
fn change(code: &str) -> Text {
    match code {
        "added" => text! { en: "added", fi: "lisätty", sv: "tillagt" },
        "withdrawn" => text! { en: "withdrawn", fi: "poistettu", sv: "borttaget" },
        _ => text! { en: "changed", fi: "muuttunut", sv: "ändrat" },
    }
}

const GAINED: Text = text! {
    en: "Rights gained",
    fi: "Saadut käyttövaltuudet",
    sv: "Vunna rättigheter",
};
const LOST: Text = text! {
    en: "Rights lost",
    fi: "Menetetyt käyttövaltuudet",
    sv: "Förlorade rättigheter",
};
const TENANTS_GAINED: Text =
    text! { en: "Tenants gained", fi: "Saadut vuokralaiset", sv: "Vunna hyresgäster" };
const TENANTS_LOST: Text = text! {
    en: "Tenants lost",
    fi: "Menetetyt vuokralaiset",
    sv: "Förlorade hyresgäster",
};
const UNITS_GAINED: Text = text! {
    en: "Service units gained",
    fi: "Saadut palveluyksiköt",
    sv: "Vunna serviceenheter",
};
const UNITS_LOST: Text = text! {
    en: "Service units lost",
    fi: "Menetetyt palveluyksiköt",
    sv: "Förlorade serviceenheter",
};
const ADDRESSES: Text = text! { en: "Addresses", fi: "Osoitteet", sv: "Adresser" };
const RECORDS: Text = text! { en: "Records", fi: "Tietueet", sv: "Poster" };
const NOBODY: Text = text! { en: "nobody", fi: "ei kenenkään", sv: "ingens" };
const BROKEN: Text = text! {
    en: "Broken without being withdrawn",
    fi: "Katkeaa, vaikkei poistettu",
    sv: "Bryts utan att ha dragits tillbaka",
};
const IDLE: Text = text! {
    en: "Rights that would never permit",
    fi: "Käyttövaltuudet, jotka eivät sallisi minään päivänä",
    sv: "Rättigheter som aldrig skulle tillåta något",
};
const BROUGHT: Text = text! {
    en: "Findings that the order brings",
    fi: "Havainnot, jotka tilaus tuo",
    sv: "Iakttagelser som beställningen för med sig",
};
const TAKEN: Text = text! {
    en: "Findings that the order takes away",
    fi: "Havainnot, jotka tilaus poistaa",
    sv: "Iakttagelser som beställningen tar bort",
};
