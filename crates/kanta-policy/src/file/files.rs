//! The files that a plan names.

use std::collections::BTreeMap;

use kanta_conformance::FieldPath;

use super::fault::FileFault;

pub(super) type Load<'l> = dyn FnMut(&str) -> Result<Vec<u8>, FileFault> + 'l;

/// The files that a plan names, and those of them that are not there.
pub(super) struct Files<'l> {
    load: &'l mut Load<'l>,
    /// By the path of the value that names each.
    absent: BTreeMap<FieldPath, String>,
}

impl<'l> Files<'l> {
    pub(super) const fn new(load: &'l mut Load<'l>) -> Self {
        Self {
            load,
            absent: BTreeMap::new(),
        }
    }

    pub(super) fn load(&mut self, file: &str) -> Result<Vec<u8>, FileFault> {
        (self.load)(file)
    }

    /// A file that the value at that path names is not there.
    pub(super) fn absent(&mut self, path: FieldPath, file: String) {
        self.absent.insert(path, file);
    }

    /// Whether a file that is named in that table is not there.
    pub(super) fn is_absent(&self, table: &FieldPath) -> bool {
        self.absent.keys().any(|path| path.is_of(table))
    }

    pub(super) fn into_absent(self) -> BTreeMap<FieldPath, String> {
        self.absent
    }
}
