//! Certificates and what is trusted, by the names of their files.

use kanta_cert::{Certificate, TrustStore};
use kanta_conformance::{FieldPath, Language};
use kanta_source::{Expected, FieldReader, SourceValue, TableReader};

use crate::file::Diagnostics;
use crate::file::fault::{FaultKind, FileFault};
use crate::file::files::Files;
use crate::file::ids::{Ids, Kind};
use crate::plan::{Claim, PlanCertificate, SignatureCertificate, TrustFile};

pub(super) fn signature_certificate(
    item: &FieldReader<'_, '_>,
    ids: &mut Ids<'_>,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> Option<Claim<SignatureCertificate>> {
    if let SourceValue::Flag(false) = item.value() {
        return Some(Claim::Denied);
    }
    let table = item.table(notes)?;
    let at = FieldPath::table("signature_certificate");
    let certificate = certificate(&table, &at, "file", files, notes);
    let holder = table.field("holder", notes);
    let holder =
        holder.and_then(|item| ids.refer_but(&["supplier", "party"], &item, Kind::Actor, notes));
    table.close(notes);
    if files.is_absent(&at) {
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
    table: &TableReader<'_, '_>,
    at: &FieldPath,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> Option<Claim<PlanCertificate>> {
    let item = table.field("certificate", notes)?;
    match item.value() {
        SourceValue::Flag(false) => Some(Claim::Denied),
        _ => certificate(table, at, "certificate", files, notes).map(Claim::Stated),
    }
}

/// A certificate by the name of its file.
pub(super) fn certificate(
    table: &TableReader<'_, '_>,
    at: &FieldPath,
    key: &'static str,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> Option<PlanCertificate> {
    let item = table.field(key, notes)?;
    let SourceValue::Text(file) = item.value() else {
        return item.wrong(Expected::Text, notes);
    };
    let file = file.to_string();
    let read = |bytes: Vec<u8>| {
        Certificate::from_pem_or_der(&bytes).map_err(|error| FileFault::NotACertificate {
            en: error.message(Language::En),
            fi: error.message(Language::Fi),
            sv: error.message(Language::Sv),
        })
    };
    match files.load(&file).and_then(read) {
        Ok(certificate) => Some(PlanCertificate { file, certificate }),
        Err(FileFault::NotFound) => {
            // What is not there is not known, as if the plan did not name it.
            files.absent(at.field(key), file);
            None
        }
        Err(why) => item.fault(|| FaultKind::Certificate { file, why }, notes),
    }
}

/// The files of what is trusted; each is tried, so that a fault is told at its place.
pub(super) fn trust(
    root: &TableReader<'_, '_>,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) -> Option<Vec<TrustFile>> {
    let mut trusted = Vec::new();
    let items = root.field("trust", notes)?.items(notes)?;
    for (index, item) in items.into_iter().enumerate() {
        let SourceValue::Text(file) = item.value() else {
            item.wrong::<(), _>(Expected::Text, notes);
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
        match files.load(&file).and_then(tried) {
            Ok(bytes) => trusted.push(TrustFile { file, bytes }),
            Err(FileFault::NotFound) => {
                files.absent(FieldPath::entry("trust", index), file.clone());
                let bytes = Vec::new();
                trusted.push(TrustFile { file, bytes });
            }
            Err(why) => {
                item.fault::<(), _>(|| FaultKind::Certificate { file, why }, notes);
            }
        }
    }
    Some(trusted)
}
