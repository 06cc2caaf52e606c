//! A plan being asked about, and its file.

use std::io;
use std::path::{Path, PathBuf};

use kanta_conformance::Date;
use kanta_policy::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, Place as At};
use kanta_report::asking::{AskedPlan, WrongAnswer};
use kanta_report::view::Finding;

use super::save;
use crate::files;
use crate::options::{self, Base};

/// A plan, the answers that it was given, and its file.
pub(super) struct Session {
    path: PathBuf,
    /// The folder of its certificates.
    folder: PathBuf,
    plan: AskedPlan,
    /// What the file held when it was read or written last.
    saved: String,
}

impl Session {
    /// Reads a plan, of a file or of standard input.
    pub(super) fn open(path: &Path, base: &Base, on: Option<Date>) -> Result<Self, Faults> {
        let bytes = files::read(path, PLAN_LIMIT).map_err(|fault| {
            let kind = match fault {
                FileFault::TooLarge { limit } => FaultKind::TooLarge { limit },
                other => FaultKind::File(other),
            };
            Faults::from(Fault::new(At::of_source(0), kind))
        })?;
        let folder = base.of(path).to_owned();
        let name = path.display().to_string();
        let load = &mut |name: &str| load(&folder, name);
        let mut plan = AskedPlan::read(name, bytes, options::today(), load)?;
        if let Some(on) = on {
            plan = plan.on(on);
        }
        Ok(Self {
            path: path.to_owned(),
            saved: plan.text().to_owned(),
            plan,
            folder,
        })
    }

    /// The plan as it stands.
    pub(super) const fn plan(&self) -> &AskedPlan {
        &self.plan
    }

    /// Takes an answer; what it newly breaks of the guide.
    pub(super) fn answer(&mut self, field: &str, said: &str) -> Result<Vec<Finding>, WrongAnswer> {
        let folder = &self.folder;
        self.plan
            .answer(field, said, &mut |name| load(folder, name))
    }

    /// Writes what was answered since it was written last, unless somebody else has changed the file. What came from
    /// standard input has none.
    pub(super) fn save(&mut self) -> io::Result<()> {
        let text = self.plan.text();
        if text == self.saved || files::is_standard_input(&self.path) {
            return Ok(());
        }
        let now = files::read_file(&self.path, PLAN_LIMIT);
        let now = now.map_err(|_| io::Error::from(io::ErrorKind::NotFound))?;
        if now != self.saved.as_bytes() || text.len() > PLAN_LIMIT {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        save::replace(&self.path, text)?;
        text.clone_into(&mut self.saved);
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// A file that the plan names.
fn load(folder: &Path, name: &str) -> Result<Vec<u8>, FileFault> {
    files::read_file(&folder.join(name), kanta_cert::CRL_SIZE_LIMIT)
}
