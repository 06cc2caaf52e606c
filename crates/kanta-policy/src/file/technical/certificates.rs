//! Certificates and what is trusted, by the names of their files.

use kanta_cert::{Certificate, TrustStore};
use kanta_conformance::Language;
use toml::de::DeValue;

use crate::file::cursor::{Item, Notes, TEXT, Table};
use crate::file::document::{Ids, Kind, Load};
use crate::file::fault::{FaultKind, FileFault};
use crate::plan::{Claim, PlanCertificate, SignatureCertificate, TrustFile};

pub(super) fn signature_certificate(
    item: &Item<'_, '_>,
    ids: &mut Ids,
    load: &mut Load<'_>,
    notes: &mut Notes<'_>,
) -> Option<Claim<SignatureCertificate>> {
    if let DeValue::Boolean(false) = item.value {
        return Some(Claim::Denied);
    }
    let table = item.table(notes)?;
    let table_path = table.path.clone();
    let certificate = certificate(&table, "file", load, notes);
    let holder = table.item("holder", notes).and_then(|item| {
        let id = item.text(notes)?;
        if id != "supplier" && id != "party" {
            ids.refer(&item.span, "holder", Kind::Actor, &id);
        }
        Some(id)
    });
    table.close(notes);
    if notes.is_absent(&table_path) {
        // Whether there is one that can be used is not known, whoever is to hold it.
        return None;
    }
    Some(Claim::Stated(SignatureCertificate {
        certificate,
        holder,
    }))
}

/// A server certificate by the name of its file; `certificate = false` when there is none.
pub(super) fn claimed_certificate(
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
pub(super) fn certificate(
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
        Err(FileFault::NotFound) => {
            // What is not there is not known, as if the plan did not name it.
            notes.absent(&item.path, file);
            None
        }
        Err(why) => {
            notes.fault(&item.span, FaultKind::Certificate { file, why });
            None
        }
    }
}

/// The files of what is trusted; each is tried, so that a fault is told at its place.
pub(super) fn trust(
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
            Err(FileFault::NotFound) => {
                notes.absent(&item.path, file.clone());
                let bytes = Vec::new();
                files.push(TrustFile { file, bytes });
            }
            Err(why) => notes.fault(&item.span, FaultKind::Certificate { file, why }),
        }
    }
    Some(files)
}
