//! The line form, written: reading it gives the same records again.

use core::fmt::{self, Display, Write};

use kanta_conformance::Date;

use crate::order::Records;
use crate::{AddressIndex, BasisKind, Certificate, Header, Order, RegisterEntry, Validity};

impl AddressIndex {
    /// Writes the index as JSON Lines: a header, and one record a line.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write_json_lines(&self, out: &mut dyn Write) -> fmt::Result {
        header(out, self.header())?;
        records(out, &Records::of(self.to_data_set()), "")
    }
}

impl Order {
    /// Writes the order as JSON Lines; [`Order::read`] reads it.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write_json_lines(&self, out: &mut dyn Write) -> fmt::Result {
        match &self.header {
            Some(head) => header(out, head)?,
            None => writeln!(out, r#"{{"record":"header","format":1}}"#)?,
        }
        records(out, &self.withdraw, "withdraw")?;
        records(out, &self.add, "add")
    }
}

fn header(out: &mut dyn Write, header: &Header) -> fmt::Result {
    let mut line = Line::new(out, "header", "")?;
    line.raw("format", 1)?;
    line.text("version", &header.version)?;
    line.date("issued", Some(header.issued))?;
    line.date("expires", Some(header.expires))?;
    line.end()
}

fn records(out: &mut dyn Write, records: &Records, order: &str) -> fmt::Result {
    for party in &records.parties {
        let mut line = Line::new(out, "party", order)?;
        line.text("id", &party.id)?;
        line.words("oid", party.oid)?;
        line.text_if("name", party.name.as_deref())?;
        line.words("kind", Some(party.kind))?;
        line.words("sector", party.sector)?;
        line.flag("health_care", party.health_care)?;
        line.flag("social_welfare", party.social_welfare)?;
        line.words("register", party.register)?;
        match party.register_entry {
            None => {}
            Some(RegisterEntry::Denied) => line.raw("register_entry", false)?,
            Some(RegisterEntry::Entered(entry)) => {
                line.date("register_entry", entry.from)?;
                line.date("register_entry_until", entry.until)?;
            }
        }
        line.end()?;
    }
    for pharmacy in &records.pharmacies {
        let mut line = Line::new(out, "pharmacy", order)?;
        line.text("id", &pharmacy.id)?;
        line.words("oid", Some(pharmacy.oid))?;
        line.text_if("name", pharmacy.name.as_deref())?;
        line.text("pharmacist", &pharmacy.pharmacist)?;
        line.raw("branch", pharmacy.branch)?;
        line.date("held_from", pharmacy.held.from)?;
        line.date("held_until", pharmacy.held.until)?;
        line.end()?;
    }
    for tenant in &records.tenants {
        let mut line = Line::new(out, "tenant", order)?;
        line.text("id", &tenant.id)?;
        line.words("oid", Some(tenant.oid))?;
        line.text_if("name", tenant.name.as_deref())?;
        line.text("host", &tenant.host)?;
        line.words("sector", tenant.sector)?;
        line.words("register", tenant.register)?;
        line.end()?;
    }
    for point in &records.access_points {
        let mut line = Line::new(out, "access_point", order)?;
        line.text("id", &point.id)?;
        line.words("oid", Some(point.oid))?;
        line.text("administrator", &point.administrator)?;
        line.list("addresses", &point.addresses)?;
        line.certificates(&point.certificates)?;
        line.end()?;
    }
    for agreement in &records.agreements {
        let [a, b] = agreement.between.each_ref().map(|id| quoted(id));
        let mut line = Line::new(out, "agreement", order)?;
        line.raw("between", format_args!("[{a},{b}]"))?;
        line.times(agreement.validity)?;
        line.end()?;
    }
    for annotation in &records.annotations {
        let mut line = Line::new(out, "annotation", order)?;
        line.text("party", &annotation.party)?;
        line.words("unit", annotation.unit)?;
        line.times(annotation.validity)?;
        line.end()?;
    }
    for right in &records.rights {
        let mut line = Line::new(out, "right", order)?;
        line.words("for", Some(right.subject))?;
        line.words("access_point", Some(right.access_point))?;
        line.words("service", Some(right.service))?;
        line.times(right.validity)?;
        line.text_if("organiser", right.organiser.as_deref())?;
        if right.basis.kind != BasisKind::Application {
            line.words("basis", Some(right.basis.kind))?;
        }
        line.date("agreed", right.basis.agreed)?;
        line.text_if("reference", right.basis.reference.as_deref())?;
        line.end()?;
    }
    Ok(())
}

/// A text in quotation marks, escaped.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

struct Line<'o> {
    out: &'o mut dyn Write,
}

impl<'o> Line<'o> {
    fn new(out: &'o mut dyn Write, kind: &str, order: &str) -> Result<Self, fmt::Error> {
        write!(out, r#"{{"record":"{kind}""#)?;
        if !order.is_empty() {
            write!(out, r#","order":"{order}""#)?;
        }
        Ok(Self { out })
    }

    fn raw(&mut self, field: &str, value: impl Display) -> fmt::Result {
        write!(self.out, r#","{field}":{value}"#)
    }

    fn text(&mut self, field: &str, text: &str) -> fmt::Result {
        self.raw(field, quoted(text))
    }

    fn text_if(&mut self, field: &str, text: Option<&str>) -> fmt::Result {
        text.map_or(Ok(()), |text| self.text(field, text))
    }

    /// Words that need no escaping: codes, OIDs, days, prefixes.
    fn words(&mut self, field: &str, words: Option<impl Display>) -> fmt::Result {
        match words {
            Some(words) => write!(self.out, r#","{field}":"{words}""#),
            None => Ok(()),
        }
    }

    fn flag(&mut self, field: &str, flag: Option<bool>) -> fmt::Result {
        flag.map_or(Ok(()), |flag| self.raw(field, flag))
    }

    fn date(&mut self, field: &str, date: Option<Date>) -> fmt::Result {
        self.words(field, date)
    }

    fn times(&mut self, validity: Validity) -> fmt::Result {
        self.date("from", validity.from)?;
        self.date("until", validity.until)
    }

    fn list(&mut self, field: &str, items: &[impl Display]) -> fmt::Result {
        if items.is_empty() {
            return Ok(());
        }
        let items: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
        self.raw(field, format_args!("[{}]", items.join(",")))
    }

    fn certificates(&mut self, certificates: &[Certificate]) -> fmt::Result {
        if certificates.is_empty() {
            return Ok(());
        }
        let items = certificates.iter().map(|certificate| {
            let mut item = format!("{{\"serial\":{}", quoted(&certificate.serial));
            let (from, until) = (certificate.validity.from, certificate.validity.until);
            for (field, date) in [("from", from), ("until", until)] {
                if let Some(date) = date {
                    item.push_str(&format!(",\"{field}\":\"{date}\""));
                }
            }
            item.push('}');
            item
        });
        let items: Vec<String> = items.collect();
        self.raw("certificates", format_args!("[{}]", items.join(",")))
    }

    fn end(self) -> fmt::Result {
        writeln!(self.out, "}}")
    }
}
