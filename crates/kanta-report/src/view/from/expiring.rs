//! From what was read to what ends in it.

use std::collections::BTreeSet;

use kanta_address_index::AddressIndex;
use kanta_cert::{Certificate, CertificateOrRequest, Crl};
use kanta_conformance::Date;
use kanta_policy::PlanFile;
use kanta_policy::plan::{Agreement, Claim, PlanCertificate};

use crate::view::{Ending, EndingKind, ExpiringReport, FORMAT, RefusedInput, UnreadableFile};

/// An agreement with its path and the name of its other side.
type Named<'a> = (String, &'a Option<String>, &'a Option<Claim<Agreement>>);

/// Gathers what ends, file by file.
#[derive(Clone, Debug)]
pub struct Endings {
    report: ExpiringReport,
    /// The certificates that were read from files of their own.
    seen: BTreeSet<Vec<u8>>,
    /// Those that a plan names: told only where their own file was not read.
    named: Vec<(Vec<u8>, Ending)>,
}

impl Endings {
    /// Nothing yet: what ends within so many days after a day, or has ended by then; with [`u16::MAX`] all that has an end.
    #[must_use]
    pub fn new(on: Date, within: u16) -> Self {
        let report = ExpiringReport {
            format: FORMAT,
            on: on.into(),
            within,
            ..ExpiringReport::default()
        };
        Self {
            report,
            seen: BTreeSet::new(),
            named: Vec::new(),
        }
    }

    /// The certificates of a file; a request does not end.
    pub fn certificates(&mut self, file: &str, documents: &[CertificateOrRequest]) {
        self.report.files = self.report.files.saturating_add(1);
        for (index, document) in documents.iter().enumerate() {
            if let CertificateOrRequest::Certificate(certificate) = document {
                self.seen.insert(certificate.der().to_vec());
                let number = index.saturating_add(1).to_string();
                let ending = self.certificate(file, certificate, number, None);
                self.report.ending.push(ending);
            }
        }
    }

    /// The lists of revoked certificates of a file that is counted already, each by its next update; one that names none
    /// has no end. They are renewed by themselves, so that one is told from its last day on, whatever is asked about.
    pub fn lists(&mut self, file: &str, lists: &[Crl]) {
        for (index, list) in lists.iter().enumerate() {
            if let Some(next) = list.next_update() {
                let number = index.saturating_add(1).to_string();
                let name = list.issuer().common_name();
                let name = name.map(|name| name.into_owned()).unwrap_or_default();
                self.add(
                    file,
                    EndingKind::RevocationList,
                    number,
                    name,
                    next.finnish_day(),
                );
            }
        }
    }

    fn certificate(
        &self,
        file: &str,
        certificate: &Certificate,
        what: String,
        name: Option<&str>,
    ) -> Ending {
        let last = certificate.validity().not_after.finnish_day();
        let own = certificate.common_name().map(|name| name.into_owned());
        let name = name.map(str::to_owned).or(own).unwrap_or_default();
        let on = self.report.on;
        Ending::new(file, EndingKind::Certificate, what, name, last.into(), on)
    }

    /// The agreements, assessments and certificates of a plan.
    pub fn plan(&mut self, file: &str, read: &PlanFile) {
        self.report.files = self.report.files.saturating_add(1);
        let plan = &read.plan;
        let named = |of: &str, id: &str| format!("{of}.{id}.agreement");
        let mut agreements: Vec<Named<'_>> = Vec::new();
        for one in &plan.intermediaries {
            agreements.push((named("intermediary", &one.id), &one.name, &one.agreement));
        }
        for one in &plan.other_parties {
            agreements.push((named("other_party", &one.id), &one.name, &one.agreement));
        }
        for one in &plan.tenants {
            agreements.push((named("tenant", &one.id), &one.name, &one.agreement));
        }
        for one in &plan.pharmacies {
            let what = format!("pharmacy.{}.reimbursement_agreement", one.id);
            agreements.push((what, &one.name, &one.reimbursement_agreement));
        }
        for (what, name, agreement) in agreements {
            if let Some(Claim::Stated(agreement)) = agreement
                && let Some(Claim::Stated(until)) = agreement.until
            {
                // The day it ends is no longer part of it.
                let last = until.plus_days(-1);
                let name = name.clone().unwrap_or_default();
                self.add(file, EndingKind::Agreement, what, name, last);
            }
        }
        for system in &plan.systems {
            if let Some(last) = system.assessed_until {
                let what = format!("system.{}.assessed_until", system.id);
                let name = system.name.clone().unwrap_or_default();
                self.add(file, EndingKind::Assessment, what, name, last);
            }
        }
        let mut certificates: Vec<(String, &PlanCertificate)> = Vec::new();
        for point in &plan.access_points {
            let of = format!("access_point.{}", point.id);
            if let Some(Claim::Stated(certificate)) = &point.certificate {
                certificates.push((format!("{of}.certificate"), certificate));
            }
            for (nth, server) in point.servers.iter().flatten().enumerate() {
                if let Some(certificate) = &server.certificate {
                    certificates.push((format!("{of}.servers[{nth}].certificate"), certificate));
                }
            }
        }
        if let Some(Claim::Stated(signature)) = &plan.signature_certificate
            && let Some(certificate) = &signature.certificate
        {
            certificates.push(("signature_certificate".to_owned(), certificate));
        }
        for (what, its) in certificates {
            let ending = self.certificate(file, &its.certificate, what, Some(&its.file));
            self.named.push((its.certificate.der().to_vec(), ending));
        }
    }

    /// The rights, agreements and other records of an index, and the index itself.
    pub fn index(&mut self, file: &str, index: &AddressIndex) {
        self.report.files = self.report.files.saturating_add(1);
        let on = self.report.on.0;
        if index.is_expired(on) {
            let last = index.header().expires.plus_days(-1);
            self.add(
                file,
                EndingKind::DataSet,
                "data_set".to_owned(),
                String::new(),
                last,
            );
        }
        // There the first day without it is counted, here the last day with it.
        for end in index.expiring(on, self.report.within.saturating_add(1)) {
            let kind = match end.what.split('.').next().unwrap_or_default() {
                "data_set" => EndingKind::DataSet,
                "right" => EndingKind::Right,
                "agreement" => EndingKind::Agreement,
                _ if end.what.contains(".certificate[") => EndingKind::Certificate,
                _ => EndingKind::Record,
            };
            self.add(file, kind, end.what, String::new(), end.on.plus_days(-1));
        }
    }

    /// A file that cannot be read.
    pub fn refused(&mut self, refusal: RefusedInput) {
        self.report.files = self.report.files.saturating_add(1);
        self.report.unreadable.push(UnreadableFile {
            file: refusal.file,
            faults: refusal.faults,
        });
    }

    /// Whether no file was looked into.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.report.files == 0
    }

    /// A file of another kind.
    pub const fn skipped(&mut self) {
        self.report.skipped = self.report.skipped.saturating_add(1);
    }

    fn add(&mut self, file: &str, kind: EndingKind, what: String, name: String, last: Date) {
        let ending = Ending::new(file, kind, what, name, last.into(), self.report.on);
        self.report.ending.push(ending);
    }

    /// What ends, soonest first.
    #[must_use]
    pub fn report(mut self) -> ExpiringReport {
        let named = self.named.into_iter();
        let named = named.filter(|(der, _)| !self.seen.contains(der));
        let mut report = self.report;
        report.ending.extend(named.map(|(_, ending)| ending));
        let within = i32::from(report.within);
        let everything = report.within == u16::MAX;
        report.ending.retain(|its| {
            let is_renewed = its.kind == EndingKind::RevocationList && !everything;
            its.days_left <= if is_renewed { 0 } else { within }
        });
        report.ending.sort();
        report.ending.dedup();
        self.seen.clear();
        report
    }
}
