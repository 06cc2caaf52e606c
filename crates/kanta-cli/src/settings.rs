//! Settings that lie beside the plans, in `kanta.toml`: a flag outranks the environment, and that the file.

use std::path::{Path, PathBuf};

use kanta_conformance::{Escaped, Language};
use kanta_report::Format;
use kanta_source::{
    Diagnostics, Fault, Faults, Form, Limits, Lines, Problem, SourceValue, TableReader, decode,
    toml,
};

use crate::files;

/// What the file is called where nobody names another.
pub(crate) const NAME: &str = "kanta.toml";
const LIMIT: usize = 1 << 16;
const FAULTS: usize = 100;

/// What a file of settings says; its paths are seen from its own folder.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) lang: Option<Language>,
    pub(crate) format: Option<Format>,
    pub(crate) quiet: bool,
    pub(crate) all: bool,
    pub(crate) base: Option<PathBuf>,
    pub(crate) accept: Option<PathBuf>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) trust: Vec<PathBuf>,
    pub(crate) intermediate: Vec<PathBuf>,
    pub(crate) crl: Vec<PathBuf>,
}

impl Settings {
    /// The settings that are named, or those beside the first file that is; none where there is no such file.
    ///
    /// # Errors
    /// Every fault of the file, a line each.
    pub(crate) fn of(
        named: Option<&Path>,
        first: Option<&Path>,
        language: Language,
    ) -> Result<Self, String> {
        let beside = || {
            let first = first?;
            let folder = if files::is_standard_input(first) {
                Path::new("")
            } else if first.is_dir() {
                first
            } else {
                first.parent().unwrap_or(Path::new(""))
            };
            Some(folder.join(NAME)).filter(|file| file.is_file())
        };
        let Some(path) = named.map(Path::to_owned).or_else(beside) else {
            return Ok(Self::default());
        };
        let name = path.display().to_string();
        let name = Escaped(&name);
        let bytes = files::read(&path, LIMIT)
            .map_err(|fault| format!("{name}: {}\n", fault.message(language)))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Self::read(&bytes, folder).map_err(|faults| {
            let lines = faults.iter().map(|fault| {
                let at = fault.place.position();
                let at = at.map(|at| format!(":{}:{}", at.line, at.column));
                format!(
                    "{name}{}: {}\n",
                    at.unwrap_or_default(),
                    fault.message(language)
                )
            });
            lines.collect()
        })
    }

    fn read(bytes: &[u8], folder: &Path) -> Result<Self, Faults<Problem>> {
        let text = decode(bytes, LIMIT)
            .map_err(|refused| Faults::from(Fault::new(refused.place(0), refused.problem)))?;
        let lines = Lines::new(text);
        let mut notes = Diagnostics::new(Form::Toml, FAULTS);
        let document = toml(text, &Limits::default());
        let is_readable = notes.form_faults(&document, &lines);
        let mut read = Self::default();
        if let (true, SourceValue::Table(root)) = (is_readable, &document.root.value) {
            let root = TableReader::new(root, document.root.span, "", &mut notes);
            read.lang = root.word("lang", &Language::ALL, Language::code, &mut notes);
            read.format = root.word("format", Format::ALL, Format::code, &mut notes);
            read.quiet = root.flag("quiet", &mut notes).unwrap_or_default();
            read.all = root.flag("all", &mut notes).unwrap_or_default();
            let mut path = |key| root.text(key, &mut notes).map(|it| folder.join(it));
            read.base = path("base");
            read.accept = path("accept");
            read.baseline = path("baseline");
            let mut paths = |key| -> Vec<PathBuf> {
                let list = root.list(key, &mut notes).unwrap_or_default();
                let texts = list.iter().filter_map(|it| it.text(&mut notes));
                texts.map(|it| folder.join(it)).collect()
            };
            read.trust = paths("trust");
            read.intermediate = paths("intermediate");
            read.crl = paths("crl");
            root.close(&mut notes);
        }
        notes.finish(&lines)?;
        Ok(read)
    }
}
