//! The systems at an access point of one's own, as an operator writes them.

use std::path::Path;

use ipnet::IpNet;
use kanta_address_index::{AddressIndex, Period};
use kanta_admission::{CertificateId, Fingerprint, System};
use kanta_cert::Profile;
use kanta_conformance::{Date, Escaped, Language, Text, text};
use kanta_source::{Form, reader_words};
use serde::Deserialize;

use super::row::unknown;
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

const SYSTEM: Text = text! { en: "system", fi: "järjestelmä", sv: "system" };
const NO_PROFILE: Text = text! { en: "no profile", fi: "ei profiili", sv: "ingen profil" };
const NO_DIGEST: Text = text! {
    en: "no SHA-256 digest",
    fi: "ei SHA-256-tiiviste",
    sv: "ingen SHA-256-hash",
};
const NO_DAY: Text = text! {
    en: "not a day of the calendar: expected year-month-day such as 2025-09-01",
    fi: "ei kalenterin päivä: odotettiin vuosi-kuukausi-päivä kuten 2025-09-01",
    sv: "ingen dag i kalendern: väntat år-månad-dag såsom 2025-09-01",
};
const WHICH_CERTIFICATE: Text = text! {
    en: "a certificate has `sha256`, or `issuer` and `serial`",
    fi: "varmenteella on `sha256`, tai `issuer` ja `serial`",
    sv: "ett certifikat har `sha256`, eller `issuer` och `serial`",
};

fn wrong(why: Text, said: &str, language: Language) -> String {
    format!("{}: `{}`", why.get(language), Escaped(said))
}

/// Reads a file of systems; an error is the line to be printed.
pub(super) fn read(
    file: &Path,
    index: &AddressIndex,
    language: Language,
) -> Result<Vec<System>, String> {
    let told = |message: String| format!("{}: {message}", Escaped(&file.display().to_string()));
    let bytes = files::read(file, LIMIT).map_err(|fault| told(fault.message(language)))?;
    let read: SystemsFile = serde_json::from_slice(&bytes)
        .map_err(|error| told(reader_words(Form::Json, &error.to_string(), language)))?;
    let systems = read.systems.into_iter();
    let word = SYSTEM.get(language);
    let systems = systems.map(|system| {
        let id = system.id.clone();
        of(system, index, language)
            .map_err(|message| told(format!("{word} `{}`: {message}", Escaped(&id))))
    });
    systems.collect()
}

fn of(written: Written, index: &AddressIndex, language: Language) -> Result<System, String> {
    let parties = written.parties.iter().map(|name| {
        let oid = index.owner_named(name);
        oid.ok_or_else(|| unknown(&Escaped(name).to_string(), language))
    });
    let profile = match written.profile.as_deref() {
        None => None,
        Some("server") => Some(Profile::Server),
        Some("signature") => Some(Profile::SystemSignature),
        Some(other) => return Err(wrong(NO_PROFILE, other, language)),
    };
    let parties = parties.collect::<Result<_, _>>()?;
    let certificates = written.certificates.into_iter();
    let certificates = certificates.map(|its| certificate(its, language));
    let certificates = certificates.collect::<Result<_, _>>()?;
    let mut system = System::new(written.id, certificates, written.addresses, parties);
    system.profile = profile;
    Ok(system)
}

fn certificate(
    written: WrittenCertificate,
    language: Language,
) -> Result<(CertificateId, Period), String> {
    let id = match (written.sha256, written.issuer, written.serial) {
        (Some(text), None, None) => Fingerprint::parse(&text)
            .map(CertificateId::Fingerprint)
            .ok_or_else(|| wrong(NO_DIGEST, &text, language))?,
        (None, Some(issuer), Some(serial)) => CertificateId::IssuerAndSerial { issuer, serial },
        _ => return Err(WHICH_CERTIFICATE.get(language).to_owned()),
    };
    let day = |text: Option<String>| {
        let day = text.map(|text| text.parse::<Date>());
        day.transpose().map_err(|_| NO_DAY.get(language).to_owned())
    };
    Ok((id, Period::new(day(written.from)?, day(written.until)?)))
}
