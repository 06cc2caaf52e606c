//! Everything that a configuration names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kanta_address_index::{AddressIndex, Form, Source};
use kanta_admission::audit::{Log, Sink};
use kanta_admission::{Gate, Live, OnRecord, Policy, State, System};
use kanta_cert::{CRL_SIZE_LIMIT, Moment, TrustStore};
use kanta_conformance::{Escaped, Language, Text, text};
use kanta_source::system_words;
use rustls_pki_types::pem::{self, PemObject};
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use thiserror::Error;

use super::{OwnAccessPoint, Settings};
use crate::sink::{FileSink, Queue, QueueHealth};

/// The longest file of an index that is read.
const INDEX_LIMIT: u64 = 1 << 30;

/// Why something that a configuration names cannot be used: one line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}: {message}", Escaped(.file))]
#[non_exhaustive]
pub struct LoadError {
    /// The file, or the word of the configuration.
    pub file: String,
    /// Why.
    pub message: String,
}

impl LoadError {
    fn of(file: &Path, message: impl ToString) -> Self {
        Self {
            file: file.display().to_string(),
            message: message.to_string(),
        }
    }

    fn word(key: &str, message: String) -> Self {
        Self {
            file: key.to_owned(),
            message,
        }
    }
}

/// A gate, and what its operator watches beside it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// The gate.
    pub gate: Arc<Gate>,
    /// The queue before the log, where there is one.
    pub queue: Option<QueueHealth>,
}

impl Settings {
    /// The set that decisions rest on, from the files as they are now.
    ///
    /// # Errors
    /// A file cannot be read, or what it holds cannot be used.
    pub fn state(&self, language: Language) -> Result<State, LoadError> {
        self.state_of(&self.index, language)
    }

    /// The set that is decided beside the live one, where the configuration names one: with the same trust anchors and
    /// the same policy.
    ///
    /// # Errors
    /// As for [`state`](Self::state).
    pub fn shadow_state(&self, language: Language) -> Result<Option<State>, LoadError> {
        if self.shadow.is_empty() {
            return Ok(None);
        }
        self.state_of(&self.shadow, language).map(Some)
    }

    fn state_of(&self, files: &[PathBuf], language: Language) -> Result<State, LoadError> {
        let index = index(files, language)?;
        let trust = self.trust_store(language)?;
        let mut policy = match &self.own {
            None => Policy::access_points(),
            Some(own) => own_policy(own, &index, language)?,
        };
        policy.on_record = match self.own {
            None => self.on_record,
            Some(_) => OnRecord::Required,
        };
        policy.environment = self.environment;
        Ok(State::new(index, trust, policy))
    }

    fn trust_store(&self, language: Language) -> Result<TrustStore, LoadError> {
        let mut store = TrustStore::new();
        let limit = u64::try_from(CRL_SIZE_LIMIT).unwrap_or(u64::MAX);
        for file in &self.trust {
            let taken = store.trust(&file.display().to_string(), &read(file, limit, language)?);
            taken.map_err(|error| LoadError::of(file, error.message(language)))?;
        }
        for file in &self.crls {
            let taken = store.add_crls(&file.display().to_string(), &read(file, limit, language)?);
            taken.map_err(|error| LoadError::of(file, error.message(language)))?;
        }
        Ok(store)
    }

    /// Our own certificate, with those of the CAs between, and its key.
    ///
    /// # Errors
    /// A file cannot be read, or holds something else.
    pub fn identity(
        &self,
        language: Language,
    ) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>), LoadError> {
        let file = &self.listener.certificate;
        let chain = CertificateDer::pem_file_iter(file)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| LoadError::of(file, pem_words(&error, language)))?;
        if chain.is_empty() {
            let none = text! {
                en: "no certificate in PEM",
                fi: "ei varmennetta PEM-muodossa",
                sv: "inget certifikat i PEM",
            };
            return Err(LoadError::of(file, none.get(language)));
        }
        let file = &self.listener.key;
        let key = PrivateKeyDer::from_pem_file(file)
            .map_err(|error| LoadError::of(file, pem_words(&error, language)))?;
        Ok((chain, key))
    }

    /// A gate that decides by the files as they are now and records in the log; with a shadow where one is configured.
    ///
    /// # Errors
    /// A file cannot be used, or the log does not verify.
    pub fn gate(&self, now: Moment, language: Language) -> Result<Loaded, LoadError> {
        let live = Live::new(self.state(language)?);
        let audit = &self.audit;
        let (head, files) = FileSink::open(&audit.origin, &audit.files, now)
            .map_err(|error| LoadError::word("audit", error.message(language)))?;
        let (sink, queue): (Box<dyn Sink>, _) = match audit.queue {
            0 => (Box::new(files), None),
            lines => {
                let queue = Queue::new(Box::new(files), lines);
                let health = queue.health();
                (Box::new(queue), Some(health))
            }
        };
        let log = Log::new(
            &audit.origin,
            head,
            sink,
            audit.on_full,
            audit.checkpoint_every,
        );
        let log = log.map_err(|error| LoadError::word("audit", error.message(language)))?;
        let mut gate = Gate::new(live, log);
        if let Some(shadow) = self.shadow_state(language)? {
            gate = gate.with_shadow(shadow);
        }
        Ok(Loaded {
            gate: Arc::new(gate),
            queue,
        })
    }

    /// Takes the files as they are now into use, index and shadow; what does not load leaves everything as it was.
    ///
    /// # Errors
    /// Why it does not load: it is counted, and to be told to the operator.
    pub fn reload(&self, gate: &Gate, language: Language) -> Result<(), LoadError> {
        let mut next = None;
        gate.live().reload(|| {
            next = self.shadow_state(language)?;
            self.state(language)
        })?;
        if let (Some(shadow), Some(state)) = (gate.shadow(), next) {
            shadow.live().replace(state);
        }
        Ok(())
    }
}

/// What the reader of PEM says.
fn pem_words(error: &pem::Error, language: Language) -> String {
    let say = |text: Text| text.get(language).to_owned();
    match (language, error) {
        (Language::En, error) => error.to_string(),
        (_, pem::Error::Io(error)) => system_words(&error.to_string(), language),
        (_, pem::Error::NoItemsFound) => say(text! {
            en: "no items found",
            fi: "tiedostossa ei ole etsittyä PEM-muodossa",
            sv: "filen har inget sådant i PEM",
        }),
        _ => say(text! {
            en: "broken PEM",
            fi: "PEM-muoto on rikki",
            sv: "trasig PEM",
        }),
    }
}

fn read(file: &Path, limit: u64, language: Language) -> Result<Vec<u8>, LoadError> {
    let told = |error: io::Error| LoadError::of(file, system_words(&error.to_string(), language));
    if fs::metadata(file).map_err(told)?.len() > limit {
        let too_large = match language {
            Language::En => format!("more than {limit} bytes"),
            Language::Fi => format!("yli {limit} tavua"),
            Language::Sv => format!("mer än {limit} byte"),
        };
        return Err(LoadError::of(file, too_large));
    }
    fs::read(file).map_err(told)
}

fn index(files: &[PathBuf], language: Language) -> Result<AddressIndex, LoadError> {
    let bytes: Vec<Vec<u8>> = files
        .iter()
        .map(|file| read(file, INDEX_LIMIT, language))
        .collect::<Result<_, _>>()?;
    let form = |file: &Path| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        ending.and_then(Form::of_ending).unwrap_or(Form::Toml)
    };
    let sources = files.iter().zip(&bytes);
    let sources: Vec<Source<'_>> = sources
        .map(|(file, bytes)| Source {
            form: form(file),
            bytes,
        })
        .collect();
    AddressIndex::read(&sources).map_err(|faults| {
        let first = faults.as_slice().first();
        let place = first.and_then(|fault| usize::try_from(fault.place.source).ok());
        let file = files.get(place.unwrap_or(0));
        let file = file.map_or(Path::new("index"), PathBuf::as_path);
        LoadError::of(file, faults.display(language))
    })
}

fn own_policy(
    own: &OwnAccessPoint,
    index: &AddressIndex,
    language: Language,
) -> Result<Policy, LoadError> {
    let unknown = text! {
        en: "no id of the index and no OID",
        fi: "ei hakemiston tunnus eikä OID-tunnus",
        sv: "inget id i indexet och ingen OID",
    };
    let no = |name: &str| format!("{}: `{}`", unknown.get(language), Escaped(name));
    let point = index.access_point_named(&own.access_point);
    let point = point.ok_or_else(|| LoadError::word("own.access_point", no(&own.access_point)))?;
    let systems = own.systems.iter().map(|system| {
        let parties = system.parties.iter().map(|name| {
            let oid = index.owner_named(name);
            oid.ok_or_else(|| LoadError::word(&format!("own.system `{}`", system.id), no(name)))
        });
        let (id, certificates) = (system.id.clone(), system.certificates.clone());
        let parties = parties.collect::<Result<_, _>>()?;
        let mut known = System::new(id, certificates, system.addresses.clone(), parties);
        known.profile = system.profile;
        Ok(known)
    });
    Ok(Policy::own_access_point(
        point,
        systems.collect::<Result<_, _>>()?,
    ))
}
