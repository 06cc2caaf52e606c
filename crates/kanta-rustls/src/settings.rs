//! The configuration of a gateway: read, and everything that it names loaded.

mod load;
mod read;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use kanta_address_index::Period;
use kanta_admission::audit::OnFull;
use kanta_admission::{CertificateId, OnRecord};
use kanta_cert::{Environment, Profile};

use crate::sink::LogFiles;

pub use load::{LoadError, Loaded};

/// The longest configuration that is read.
pub const SIZE_LIMIT: usize = 1 << 24;

/// What a gateway is configured with. Paths are as they stand in the text, or made absolute by
/// [`in_folder`](Self::in_folder).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The files of the index.
    pub index: Vec<PathBuf>,
    /// Trust anchors, the CAs between, and lists of revoked certificates.
    pub trust: Vec<PathBuf>,
    /// More lists of revoked certificates.
    pub crls: Vec<PathBuf>,
    /// The files of an index that is decided beside the live one, and only counted.
    pub shadow: Vec<PathBuf>,
    /// The environment of which certificates are taken; absent: of whichever the trust anchors are.
    pub environment: Option<Environment>,
    /// Whether certificates have to be on record.
    pub on_record: OnRecord,
    /// Systems at our own access point; absent: the peers are access points.
    pub own: Option<OwnAccessPoint>,
    /// Where and how is listened.
    pub listener: Listener,
    /// To whom admitted requests are forwarded.
    pub backend: SocketAddr,
    /// Where metrics are given out; absent: nowhere.
    pub metrics: Option<SocketAddr>,
    /// The audit log.
    pub audit: Audit,
    /// How often is looked whether a file changed.
    pub reload: Duration,
}

/// Our own access point, and the systems behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OwnAccessPoint {
    /// An id of the index, or an OID.
    pub access_point: String,
    /// The systems.
    pub systems: Vec<SystemSettings>,
}

/// A system at our own access point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SystemSettings {
    /// The operator's word for it.
    pub id: String,
    /// Its certificates, each with the days for which it is known.
    pub certificates: Vec<(CertificateId, Period)>,
    /// The profile that its certificate follows; absent: none is asked for.
    pub profile: Option<Profile>,
    /// The addresses that it speaks from.
    pub addresses: Vec<IpNet>,
    /// The parties that it speaks for: ids of the index, or OIDs.
    pub parties: Vec<String>,
}

/// Where and how is listened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listener {
    /// The address.
    pub address: SocketAddr,
    /// Our certificate, with those of the CAs between.
    pub certificate: PathBuf,
    /// Its key.
    pub key: PathBuf,
    /// A handshake that takes longer is ended.
    pub handshake: Duration,
    /// Head and body of a request that take longer are ended.
    pub request: Duration,
    /// So many connections at a time; others wait.
    pub connections: usize,
    /// So many sessions to come back to; 0: none.
    pub sessions: usize,
    /// So long after it is told to stop, requests may still take.
    pub grace: Duration,
}

/// The audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Audit {
    /// Whose log it is, in its checkpoints.
    pub origin: String,
    /// Its files.
    pub files: LogFiles,
    /// A checkpoint after so many lines.
    pub checkpoint_every: u64,
    /// What becomes of a decision that finds no room.
    pub on_full: OnFull,
    /// So many lines wait for the disk; 0: a line is written before the decision can be acted on.
    pub queue: usize,
}

impl Settings {
    /// The same with relative paths taken from a folder: that of the configuration.
    #[must_use]
    pub fn in_folder(mut self, folder: &std::path::Path) -> Self {
        let lists = [
            &mut self.index,
            &mut self.trust,
            &mut self.crls,
            &mut self.shadow,
        ];
        let single = [
            &mut self.listener.certificate,
            &mut self.listener.key,
            &mut self.audit.files.log,
            &mut self.audit.files.checkpoints,
        ];
        for path in lists.into_iter().flatten().chain(single) {
            *path = folder.join(&*path);
        }
        self
    }

    /// The files that can be exchanged while serving.
    #[must_use]
    pub fn exchanged(&self) -> Vec<PathBuf> {
        let lists = [&self.index, &self.trust, &self.crls, &self.shadow];
        lists.into_iter().flatten().cloned().collect()
    }
}
