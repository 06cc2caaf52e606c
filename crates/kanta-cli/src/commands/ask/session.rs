//! A plan being asked about: its text, what it says, and what is left.

use std::io;
use std::path::{Path, PathBuf};

use kanta_conformance::{Date, Finding};
use kanta_policy::fields;
use kanta_policy::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, Place as At, PlanFile};
use kanta_source::nearest;

use super::place::Place;
use super::question::{self, Question};
use super::{answer, document, save};
use crate::files;
use crate::options::{self, Base};

/// A plan, and the answers that it was given.
pub(super) struct Session {
    path: PathBuf,
    /// The folder of its certificates.
    folder: PathBuf,
    on: Option<Date>,
    text: String,
    /// What the file held when it was read or written last.
    saved: String,
    file: PlanFile,
    answers: Vec<(String, String)>,
}

/// What is wrong with an answer.
pub(super) enum Wrong {
    /// No field is called that; the nearest of those that are.
    NoField(Option<String>),
    /// The plan has no such entry, or something else stands in its way.
    NoPlace,
    /// The field takes something else.
    NotThat,
    /// The plan could not be read with it.
    Faults(Faults),
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
        let file = read(&bytes, &folder)?;
        // What could be read is UTF-8.
        let text = String::from_utf8(bytes).unwrap_or_default();
        Ok(Self {
            path: path.to_owned(),
            folder,
            on,
            saved: text.clone(),
            text,
            file,
            answers: Vec::new(),
        })
    }

    fn day(&self) -> Date {
        self.on.or(self.file.as_of).unwrap_or_else(options::today)
    }

    /// What is open.
    pub(super) fn questions(&self) -> Vec<Question> {
        question::open(&self.file, self.day())
    }

    /// The answers that were given, each as the plan says it.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.answers
            .iter()
            .map(|(path, value)| (path.as_str(), value.as_str()))
    }

    /// Takes an answer; what it newly breaks of the guide.
    pub(super) fn answer(&mut self, path: &str, said: &str) -> Result<Vec<Finding>, Wrong> {
        let place = Place::of(path).ok_or_else(|| Wrong::NoField(nearest_to(path)))?;
        let value = answer::value(&place.takes, said).ok_or(Wrong::NotThat)?;
        let text = document::put(&self.text, &place, &value).ok_or(Wrong::NoPlace)?;
        let file = read(text.as_bytes(), &self.folder).map_err(Wrong::Faults)?;
        let before = question::violated(&self.file, self.day());
        self.text = text;
        self.file = file;
        self.answers
            .push((path.to_owned(), value.to_string().trim().to_owned()));
        let mut broken = question::violated(&self.file, self.day());
        broken.retain(|finding| {
            let is_same = |old: &Finding| {
                old.requirement.id() == finding.requirement.id() && old.path == finding.path
            };
            !before.iter().any(is_same)
        });
        Ok(broken)
    }

    /// Writes what was answered since it was written last, unless somebody else has changed the file. What came from
    /// standard input has none.
    pub(super) fn save(&mut self) -> io::Result<()> {
        if self.text == self.saved || files::is_standard_input(&self.path) {
            return Ok(());
        }
        let now = files::read_file(&self.path, PLAN_LIMIT);
        let now = now.map_err(|_| io::Error::from(io::ErrorKind::NotFound))?;
        if now != self.saved.as_bytes() || self.text.len() > PLAN_LIMIT {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        save::replace(&self.path, &self.text)?;
        self.saved.clone_from(&self.text);
        Ok(())
    }

    /// The plan's text as it stands.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

fn read(bytes: &[u8], folder: &Path) -> Result<PlanFile, Faults> {
    PlanFile::read(bytes, &mut |name| {
        files::read_file(&folder.join(name), kanta_cert::CRL_SIZE_LIMIT)
    })
}

/// The path with the part that leads nowhere mended, if that is near to a field.
fn nearest_to(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('.').collect();
    for good in (0..parts.len()).rev() {
        let before = parts.get(..good)?.join(".");
        let inner = match (good, Place::of(&before)) {
            (0, _) => fields::all(),
            (_, Some(place)) => place.field.inner(),
            _ => continue,
        };
        let part = parts.get(good)?;
        let key = nearest(part, inner.iter().map(|field| field.key()))?;
        let mut mended: Vec<&str> = parts.clone();
        *mended.get_mut(good)? = key;
        let mended = mended.join(".");
        return Place::of(&mended).is_some().then_some(mended);
    }
    None
}
