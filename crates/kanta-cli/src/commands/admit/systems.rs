//! The systems at an access point of one's own, as an operator writes them.

use std::path::Path;

use ipnet::IpNet;
use kanta_address_index::{AddressIndex, Period};
use kanta_admission::{CertificateId, Fingerprint, System};
use kanta_cert::Profile;
use kanta_conformance::{Date, Escaped, Language};
use serde::Deserialize;

use crate::files;

/// The longest file that is read.
const LIMIT: usize = 1 << 24;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SystemsFile {
    systems: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    certificates: Vec<WrittenCertificate>,
    profile: Option<String>,
    addresses: Vec<IpNet>,
    #[serde(rename = "for")]
    parties: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCertificate {
    sha256: Option<String>,
    issuer: Option<String>,
    serial: Option<String>,
    from: Option<String>,
    until: Option<String>,
}

/// Reads a file of systems; an error is the line to be printed.
pub(super) fn read(
    file: &Path,
    index: &AddressIndex,
    language: Language,
) -> Result<Vec<System>, String> {
    let told = |message: String| format!("{}: {message}", Escaped(&file.display().to_string()));
    let bytes = files::read(file, LIMIT).map_err(|fault| told(fault.message(language)))?;
    let read: SystemsFile =
        serde_json::from_slice(&bytes).map_err(|error| told(error.to_string()))?;
    let systems = read.systems.into_iter();
    let systems = systems.map(|system| {
        let id = system.id.clone();
        of(system, index).map_err(|message| told(format!("system `{}`: {message}", Escaped(&id))))
    });
    systems.collect()
}

fn of(written: Written, index: &AddressIndex) -> Result<System, String> {
    let parties = written.parties.iter().map(|name| {
        let oid = index.owner_named(name);
        oid.ok_or_else(|| format!("no id of the index and no OID: `{}`", Escaped(name)))
    });
    let profile = match written.profile.as_deref() {
        None => None,
        Some("server") => Some(Profile::Server),
        Some("signature") => Some(Profile::SystemSignature),
        Some(other) => return Err(format!("no profile: `{}`", Escaped(other))),
    };
    Ok(System {
        parties: parties.collect::<Result<_, _>>()?,
        certificates: written
            .certificates
            .into_iter()
            .map(certificate)
            .collect::<Result<_, _>>()?,
        id: written.id,
        profile,
        addresses: written.addresses,
    })
}

fn certificate(written: WrittenCertificate) -> Result<(CertificateId, Period), String> {
    let id = match (written.sha256, written.issuer, written.serial) {
        (Some(text), None, None) => Fingerprint::parse(&text)
            .map(CertificateId::Fingerprint)
            .ok_or_else(|| format!("no SHA-256 digest: `{}`", Escaped(&text)))?,
        (None, Some(issuer), Some(serial)) => CertificateId::IssuerAndSerial { issuer, serial },
        _ => return Err("a certificate has `sha256`, or `issuer` and `serial`".to_owned()),
    };
    let day = |text: Option<String>| {
        let day = text.map(|text| text.parse::<Date>());
        day.transpose().map_err(|error| error.to_string())
    };
    Ok((id, Period::new(day(written.from)?, day(written.until)?)))
}
