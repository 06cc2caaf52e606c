//! Files named together with their digests, and what was read from them: once a process, whoever asks.

use std::any::Any;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::HEXLOWER;
use datafusion::error::DataFusionError;
use foldhash::HashMap;
use kanta_address_index::{AddressIndex, Form, LINE_KEYS, SOURCE_LIMIT, Source};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::coded::Known;

/// A file and the SHA-256 digest that it must have, written `index.jsonl@sha256:` and 64 hexadecimal digits.
///
/// A query names what it rests on, so that it gives the same answers on every machine, or none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pinned {
    path: PathBuf,
    digest: [u8; 32],
}

/// Why a file that a query names is not what the query rests on.
#[derive(Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// It is named without a digest.
    #[error(
        "`{0}` is named without its digest: expected PATH@sha256: and 64 hexadecimal digits, as `kanta_index('{0}')` gives"
    )]
    NotPinned(String),
    /// It is not the version that the query rests on.
    #[error("`{path}` is another version: expected sha256:{expected}, found sha256:{found}")]
    Digest {
        /// The file.
        path: String,
        /// The digest that the query names.
        expected: String,
        /// The digest of the file.
        found: String,
    },
    /// It cannot be read.
    #[error("`{path}` cannot be read: {problem}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        problem: String,
    },
    /// It can be read and not be understood.
    #[error("`{path}` cannot be understood: {problem}")]
    Content {
        /// The file.
        path: String,
        /// Every fault, a line each.
        problem: String,
    },
    /// No index was named, and none is the session's.
    #[error("no index is named: `kanta_index('FILE')`, or `--index FILE` of the shell")]
    NoDefault,
}

/// In words: an executor tells of its errors by this.
impl fmt::Debug for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<SnapshotError> for DataFusionError {
    fn from(error: SnapshotError) -> Self {
        Self::External(Box::new(error))
    }
}

impl Pinned {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn now(path: &Path) -> Result<Self, SnapshotError> {
        let octets = read(path)?;
        Ok(Self {
            path: path.to_owned(),
            digest: Sha256::digest(&octets).into(),
        })
    }

    /// The octets of the file, if they are those that are named.
    pub(crate) fn read(&self) -> Result<Vec<u8>, SnapshotError> {
        let octets = read(&self.path)?;
        let found: [u8; 32] = Sha256::digest(&octets).into();
        if found == self.digest {
            return Ok(octets);
        }
        Err(SnapshotError::Digest {
            path: shown(&self.path),
            expected: HEXLOWER.encode(&self.digest),
            found: HEXLOWER.encode(&found),
        })
    }

    pub(crate) fn not_understood(&self, problem: impl fmt::Display) -> SnapshotError {
        SnapshotError::Content {
            path: shown(&self.path),
            problem: problem.to_string(),
        }
    }
}

impl FromStr for Pinned {
    type Err = SnapshotError;

    fn from_str(text: &str) -> Result<Self, SnapshotError> {
        let not_pinned = || SnapshotError::NotPinned(text.to_owned());
        let (path, digest) = text.rsplit_once("@sha256:").ok_or_else(not_pinned)?;
        let digest = HEXLOWER.decode(digest.to_ascii_lowercase().as_bytes());
        let digest = digest.ok().and_then(|digest| digest.try_into().ok());
        Ok(Self {
            path: path.into(),
            digest: digest.ok_or_else(not_pinned)?,
        })
    }
}

impl fmt::Display for Pinned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        write!(f, "{path}@sha256:{}", HEXLOWER.encode(&self.digest))
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn read(path: &Path) -> Result<Vec<u8>, SnapshotError> {
    let failed = |problem: String| SnapshotError::File {
        path: shown(path),
        problem,
    };
    let length = std::fs::metadata(path).map_err(|error| failed(error.to_string()))?;
    if length.len() > u64::try_from(SOURCE_LIMIT).unwrap_or(u64::MAX) {
        return Err(failed(format!("over {SOURCE_LIMIT} bytes")));
    }
    std::fs::read(path).map_err(|error| failed(error.to_string()))
}

/// What a process holds of the files that queries name; shared by all functions that were registered together.
#[derive(Clone, Default)]
pub struct Snapshots(Arc<Held>);

/// What was read, by the text by which a query names it.
type ByName = HashMap<String, Arc<dyn Any + Send + Sync>>;

#[derive(Default)]
struct Held {
    default: Option<String>,
    read: Mutex<ByName>,
    known: Known,
}

impl fmt::Debug for Snapshots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let read = self.0.read.lock().unwrap_or_else(PoisonError::into_inner);
        f.debug_set().entries(read.keys()).finish()
    }
}

impl Snapshots {
    /// With an index that a query need not name: `kanta_index()` stands for it as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn with_index(path: &Path) -> Result<Self, SnapshotError> {
        let default = Some(Pinned::now(path)?.to_string());
        let read = Mutex::default();
        let known = Known::default();
        Ok(Self(Arc::new(Held {
            default,
            read,
            known,
        })))
    }

    /// What was worked out of dictionaries.
    pub(crate) fn known(&self) -> &Known {
        &self.0.known
    }

    /// The index that a query need not name.
    pub(crate) fn default_index(&self) -> Result<&str, SnapshotError> {
        self.0.default.as_deref().ok_or(SnapshotError::NoDefault)
    }

    /// The index that a text names.
    ///
    /// # Errors
    /// It is another version than the text says, or cannot be read or understood.
    pub fn index(&self, name: &str) -> Result<Arc<AddressIndex>, SnapshotError> {
        self.read(name, |name| {
            let pinned: Pinned = name.parse()?;
            let bytes = &pinned.read()?;
            let ending = pinned.path.extension().and_then(|ending| ending.to_str());
            let form = ending.and_then(Form::of_ending);
            let form = form.unwrap_or_else(|| Form::guess(bytes, LINE_KEYS));
            AddressIndex::read(&[Source { form, bytes }]).map_err(|it| pinned.not_understood(it))
        })
    }

    /// What a text names: read when it is asked for the first time, by one thread.
    pub(crate) fn read<T: Send + Sync + 'static>(
        &self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, SnapshotError>,
    ) -> Result<Arc<T>, SnapshotError> {
        let mut held = self.0.read.lock().unwrap_or_else(PoisonError::into_inner);
        let found = held.get(name).cloned();
        if let Some(found) = found.and_then(|found| found.downcast().ok()) {
            return Ok(found);
        }
        let made = Arc::new(read(name)?);
        held.insert(
            name.to_owned(),
            Arc::clone(&made) as Arc<dyn Any + Send + Sync>,
        );
        Ok(made)
    }
}
