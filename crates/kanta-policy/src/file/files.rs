//! The files that a plan names.

use std::collections::BTreeMap;

use super::fault::FileFault;

pub(super) type Load<'l> = dyn FnMut(&str) -> Result<Vec<u8>, FileFault> + 'l;

/// The files that a plan names, and those of them that are not there.
pub(super) struct Files<'l> {
    load: &'l mut Load<'l>,
    /// By the path of the value that names each.
    absent: BTreeMap<String, String>,
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
    pub(super) fn absent(&mut self, path: &str, file: String) {
        self.absent.insert(path.to_owned(), file);
    }

    /// Whether a file that is named in that table is not there.
    pub(super) fn is_absent(&self, table: &str) -> bool {
        let inside = |path: &String| path.strip_prefix(table).is_some_and(|p| p.starts_with('.'));
        self.absent.keys().any(inside)
    }

    pub(super) fn into_absent(self) -> BTreeMap<String, String> {
        self.absent
    }
}
