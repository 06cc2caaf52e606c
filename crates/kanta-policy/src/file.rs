//! The plan file: TOML text in, a plan with the places of its values out, or every fault at once.

mod actors;
mod claims;
mod document;
mod fault;
mod files;
mod ids;
mod readiness;
mod statements;
#[cfg(feature = "serde")]
pub(crate) mod table;
mod technical;

use std::collections::BTreeMap;

use kanta_conformance::{Date, FieldPath};
use kanta_source::{Form, Place, Position, decode};

use crate::plan::ConnectionPlan;

use files::Load;

pub use fault::{Fault, FaultKind, Faults, FileFault};

/// What is gathered while a plan is read.
type Diagnostics = kanta_source::Diagnostics<FaultKind>;

/// The most bytes that a plan file may have.
pub const PLAN_LIMIT: usize = 1 << 20;

/// A plan that was read, with what only its file knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanFile {
    /// The plan.
    pub plan: ConnectionPlan,
    /// The day to judge by, where the file names one.
    pub as_of: Option<Date>,
    places: BTreeMap<String, Position>,
    absent: BTreeMap<FieldPath, String>,
}

impl PlanFile {
    /// Reads a plan.
    ///
    /// `load` is asked for the bytes of each certificate by the name that the plan gives it; this crate opens no file.
    /// A file that it does not find leaves unknown what the file would have shown: see [`PlanFile::absent`].
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    ///
    /// ```
    /// use kanta_policy::{FileFault, PlanFile};
    ///
    /// let text = "format = 1\n[party]\nkind = \"provder\"\n";
    /// let faults = PlanFile::read(text.as_bytes(), &mut |_| Err(FileFault::NotFound)).unwrap_err();
    /// assert_eq!(
    ///     faults[0].to_string(),
    ///     "line 3, column 8: `kind` does not take `provder`; did you mean `provider`; expected one of \
    ///      `provider`, `pharmacist`, `hospital-pharmacy`, `medicine-centre`, `intermediary`",
    /// );
    /// ```
    pub fn read(
        bytes: &[u8],
        load: &mut dyn FnMut(&str) -> Result<Vec<u8>, FileFault>,
    ) -> Result<Self, Faults> {
        Self::read_form(Form::Toml, bytes, load)
    }

    /// Reads a plan in JSON: the same tables and values, and days as texts.
    ///
    /// # Errors
    /// Every fault of the text, in the order of its lines.
    pub fn read_json(
        bytes: &[u8],
        load: &mut dyn FnMut(&str) -> Result<Vec<u8>, FileFault>,
    ) -> Result<Self, Faults> {
        Self::read_form(Form::Json, bytes, load)
    }

    fn read_form(form: Form, bytes: &[u8], load: &mut Load<'_>) -> Result<Self, Faults> {
        let text = decode(bytes, PLAN_LIMIT).map_err(|refused| {
            let place = refused.place(0);
            Faults::from(Fault::new(place, refused.problem.into()))
        })?;
        if text.trim().is_empty() {
            let empty = Fault::new(Place::of_source(0), FaultKind::Empty);
            return Err(empty.into());
        }
        document::read(form, text, load)
    }

    /// The files that the plan names and that are not there, by the value that names each.
    pub fn absent(&self) -> impl Iterator<Item = (&FieldPath, &str)> {
        let absent = self.absent.iter();
        absent.map(|(path, file)| (path, file.as_str()))
    }

    /// The file that the value at that path, or one inside it, names and that is not there.
    #[must_use]
    pub fn absent_at(&self, path: &FieldPath) -> Option<&str> {
        let around = |of: &FieldPath| {
            core::iter::successors(Some(of.clone()), FieldPath::outer).any(|its| its == *path)
        };
        let mut absent = self.absent();
        absent.find(|(of, _)| around(of)).map(|(_, file)| file)
    }

    /// Where in the file the value at that path stands, or else the nearest thing around it that is there.
    ///
    /// `link.mpls-b.halls` that is not filled in is answered with the place of `link.mpls-b`.
    #[must_use]
    pub fn place(&self, path: &FieldPath) -> Option<Position> {
        let mut around = core::iter::successors(Some(path.clone()), FieldPath::outer);
        around.find_map(|its| self.places.get(&its.to_string()).copied())
    }
}
