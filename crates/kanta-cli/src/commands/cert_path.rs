//! The trust store of `kanta cert`: what `--trust`, `--intermediate` and `--crl` name.

use std::fs;
use std::path::{Path, PathBuf};

use kanta_cert::{CRL_SIZE_LIMIT, CertificateOrRequest, TrustError, TrustStore};
use kanta_conformance::{Escaped, Language};

use crate::files;
use crate::settings::Settings;

/// What is trusted. Path and revocation are checked only where something is.
#[derive(Clone, clap::Args)]
pub(crate) struct TrustArgs {
    /// A file or folder of what is trusted: roots become trust anchors, other CAs stand between. Can be given again.
    #[arg(long, value_name = "FILE")]
    trust: Vec<PathBuf>,
    /// A file or folder of CAs between; none of them becomes a trust anchor. Can be given again.
    #[arg(long, value_name = "FILE", requires = "trust")]
    intermediate: Vec<PathBuf>,
    /// A file or folder of lists of revoked certificates. Can be given again. Nothing is ever fetched.
    #[arg(long, value_name = "FILE", requires = "trust")]
    crl: Vec<PathBuf>,
}

type Take = fn(&mut TrustStore, &str, &[u8]) -> Result<(), TrustError>;

impl TrustArgs {
    /// What was named, or else what the settings name.
    pub(crate) fn or(&self, settings: &Settings) -> Self {
        let or = |named: &[PathBuf], set: &[PathBuf]| {
            if named.is_empty() { set } else { named }.to_vec()
        };
        Self {
            trust: or(&self.trust, &settings.trust),
            intermediate: or(&self.intermediate, &settings.intermediate),
            crl: or(&self.crl, &settings.crl),
        }
    }

    /// Reads what is trusted; none where nothing is named, an error as the line to be printed.
    pub(crate) fn store(&self, language: Language) -> Result<Option<TrustStore>, String> {
        if self.trust.is_empty() {
            return Ok(None);
        }
        let mut store = TrustStore::new();
        let parts: [(&[PathBuf], Take); 3] = [
            (&self.trust, TrustStore::trust),
            (&self.intermediate, TrustStore::add_intermediates),
            (&self.crl, TrustStore::add_crls),
        ];
        for (paths, take) in parts {
            for path in paths {
                for file in files_of(path) {
                    let name = file.display().to_string();
                    let told = |message: String| format!("{}: {message}", Escaped(&name));
                    let bytes = files::read(&file, CRL_SIZE_LIMIT)
                        .map_err(|fault| told(fault.message(language)))?;
                    take(&mut store, &name, &bytes)
                        .map_err(|error| told(error.message(language)))?;
                }
            }
        }
        Ok(Some(store))
    }
}

/// Takes the CAs' certificates that came with a certificate: they may stand between.
pub(crate) fn take_chain(store: &mut TrustStore, file: &str, documents: &[CertificateOrRequest]) {
    for document in documents {
        if let CertificateOrRequest::Certificate(certificate) = document
            && certificate.is_ca()
        {
            // It was read before, so it is read again.
            let _ = store.add_intermediates(file, certificate.der());
        }
    }
}

/// The file itself, or the certificates and lists of a folder by their names, in the order of the names.
fn files_of(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| {
            let ending = file.extension().and_then(|ending| ending.to_str());
            let ending = ending.map(str::to_ascii_lowercase);
            matches!(
                ending.as_deref(),
                Some("pem" | "crt" | "cer" | "der" | "crl" | "p7b" | "p7c")
            )
        })
        .collect();
    files.sort();
    files
}
