//! The file of accepted findings: read whole, every fault at once.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use kanta_conformance::{Date, Escaped, Language, text};
use kanta_source::{
    Diagnostics, Fault, FaultMessage, Faults, Form, Limits, Lines, Position, Problem, SourceValue,
    TableReader, decode, nearest, toml,
};

use super::stale;
use crate::view::{AcceptanceReport, Accepted, Finding, Place};

/// The most bytes that a file of accepted findings may have.
const LIMIT: usize = 1 << 20;
/// The most faults that are told one by one.
const FAULTS: usize = 100;

/// What can be wrong with a file of accepted findings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AcceptFault {
    /// What can be wrong with any text.
    Text(Problem),
    /// The number of the form is another than 1.
    Format(u64),
    /// No requirement has that id.
    UnknownRequirement {
        /// The id.
        found: String,
        /// The nearest that there is.
        nearest: Option<&'static str>,
    },
    /// A text that has to say something says nothing.
    Empty {
        /// Its key.
        key: &'static str,
    },
}

impl From<Problem> for AcceptFault {
    fn from(problem: Problem) -> Self {
        Self::Text(problem)
    }
}

impl FaultMessage for AcceptFault {
    fn message(&self, language: Language) -> String {
        match self {
            Self::Text(problem) => problem.message(language),
            Self::Format(found) => {
                let words = text! {
                    en: "this version reads `format = 1`, found",
                    fi: "tämä versio lukee muodon `format = 1`, löytyi",
                    sv: "denna version läser `format = 1`, hittade",
                };
                format!("{} {found}", words.get(language))
            }
            Self::UnknownRequirement { found, nearest } => {
                let words = text! {
                    en: "no requirement is called",
                    fi: "minkään vaatimuksen tunnus ei ole",
                    sv: "inget krav heter",
                };
                let meant = text! {
                    en: "; did you mean",
                    fi: "; tarkoititko",
                    sv: "; menade du",
                };
                let meant = nearest.map(|near| format!("{} `{near}`", meant.get(language)));
                let found = Escaped(found);
                let words = words.get(language);
                format!("{words} `{found}`{}", meant.unwrap_or_default())
            }
            Self::Empty { key } => {
                let words = text! {
                    en: "has to say something",
                    fi: "ei voi olla tyhjä",
                    sv: "får inte vara tom",
                };
                format!("`{key}` {}", words.get(language))
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Entry {
    requirement: String,
    subject: String,
    found: Option<String>,
    plan: Option<String>,
    reason: String,
    approver: String,
    until: Date,
    at: Position,
    /// Whether a file was judged that it speaks about.
    is_asked: bool,
    /// Whether it names something that is found.
    is_met: bool,
}

/// The findings that somebody accepted, each with reason, name and last day.
#[derive(Clone, Debug)]
pub struct Acceptances {
    name: String,
    entries: Vec<Entry>,
    on: Date,
    judged: BTreeSet<&'static str>,
}

impl Acceptances {
    /// Reads such a file, which is called `name`; `known` are the ids of all requirements.
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    pub fn read(
        name: &str,
        bytes: &[u8],
        known: impl IntoIterator<Item = &'static str>,
    ) -> Result<Self, Faults<AcceptFault>> {
        let text = decode(bytes, LIMIT).map_err(|refused| {
            let place = refused.place(0);
            Faults::from(Fault::new(place, AcceptFault::Text(refused.problem)))
        })?;
        let known: Vec<&'static str> = known.into_iter().collect();
        let lines = Lines::new(text);
        let mut notes = Diagnostics::new(Form::Toml, FAULTS);
        let document = toml(text, &Limits::default());
        let is_readable = notes.form_faults(&document, &lines);
        let mut entries = Vec::new();
        if let (true, SourceValue::Table(root)) = (is_readable, &document.root.value) {
            let root = TableReader::new(root, document.root.span, "", &mut notes);
            if let Some(field) = root.field("format", &mut notes) {
                match field.number(&mut notes) {
                    Some(1) | None => {}
                    Some(other) => {
                        field.fault::<(), _>(|| AcceptFault::Format(other), &mut notes);
                    }
                }
            } else {
                root.missing("format", &mut notes);
            }
            for table in root.tables("accept", &mut notes) {
                entries.extend(entry(table, &known, &lines, &mut notes));
            }
            root.close(&mut notes);
        }
        notes.finish(&lines)?;
        Ok(Self {
            name: name.to_owned(),
            entries,
            on: Date::constant(1970, 1, 1),
            judged: BTreeSet::new(),
        })
    }

    pub(super) fn on(self, on: Date, judged: BTreeSet<&'static str>) -> Self {
        Self { on, judged, ..self }
    }

    /// A file is judged now.
    pub(super) fn look_at(&mut self, file: &str) {
        for entry in &mut self.entries {
            entry.is_asked |= entry.is_about(file);
        }
    }

    /// Who accepted a finding. An entry that has expired accepts nothing any more, but is not unused.
    pub(super) fn covering(&mut self, file: &str, finding: &Finding) -> Option<Accepted> {
        let mut covering = None;
        for entry in &mut self.entries {
            if !entry.is_about(file) || !entry.names(finding) {
                continue;
            }
            entry.is_met = true;
            if entry.until >= self.on && covering.is_none() {
                covering = Some(Accepted {
                    approver: entry.approver.clone(),
                    until: entry.until.into(),
                    reason: entry.reason.clone(),
                    place: Some(place(&self.name, entry.at)),
                });
            }
        }
        covering
    }

    /// What is wrong with its entries.
    pub(super) fn stale(&self) -> Option<AcceptanceReport> {
        let expired = |entry: &&Entry| entry.until < self.on;
        let unused = |entry: &&Entry| {
            !expired(entry)
                && entry.is_asked
                && !entry.is_met
                && self.judged.contains(entry.requirement.as_str())
        };
        let told = |entry: &Entry, kind: &stale::Kind| {
            let at = place(&self.name, entry.at);
            stale::finding(kind, &entry.requirement, &entry.subject, entry.until, at)
        };
        let count = |chosen: &dyn Fn(&&Entry) -> bool| self.entries.iter().filter(chosen).count();
        let mut findings = Vec::new();
        for entry in &self.entries {
            if expired(&entry) {
                findings.push(told(entry, &stale::Kind::Expired { on: self.on }));
            } else if unused(&entry) {
                findings.push(told(entry, &stale::Kind::Unused));
            }
        }
        (!findings.is_empty()).then(|| AcceptanceReport {
            format: crate::view::FORMAT,
            file: self.name.clone(),
            on: self.on.into(),
            verdict: crate::view::Verdict::Conforming,
            entries: self.entries.len(),
            expired: count(&expired),
            unused: count(&unused),
            findings,
        })
    }
}

impl Entry {
    /// Whether it speaks about a file: `plan` is the end of its name, folder by folder.
    fn is_about(&self, file: &str) -> bool {
        let Some(plan) = &self.plan else {
            return true;
        };
        let parts = |path: &str| -> Vec<String> {
            let parts = Path::new(path).components();
            parts
                .filter(|part| !matches!(part, Component::CurDir))
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect()
        };
        parts(file).ends_with(&parts(plan))
    }

    fn names(&self, finding: &Finding) -> bool {
        // The subject of what has no name of its own, by what it says.
        let nameless = finding.identity.as_ref().and_then(|its| {
            let of = its.strip_suffix(&finding.field)?;
            of.strip_suffix('.')
        });
        let subjects = [
            Some(finding.subject.as_str()),
            Some(finding.path.as_str()),
            finding.identity.as_deref(),
            nameless,
        ];
        self.requirement == finding.requirement
            && subjects
                .into_iter()
                .flatten()
                .any(|its| its == self.subject)
            && self.found.as_ref().is_none_or(|expected| {
                let found = finding.found.as_ref();
                found.is_some_and(|found| {
                    Language::ALL
                        .iter()
                        .any(|&language| found.get(language) == expected)
                })
            })
    }
}

fn place(name: &str, at: Position) -> Place {
    let number = |number: u32| usize::try_from(number).ok().filter(|&it| it > 0);
    Place {
        file: name.to_owned(),
        line: number(at.line),
        column: number(at.column),
        path: None,
    }
}

/// A text that has to be there and to say something.
fn said(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics<AcceptFault>,
) -> Option<String> {
    let field = table.field(key, notes);
    let read = field.as_ref().and_then(|field| field.text(notes));
    let read = table.need(key, read, notes)?;
    if read.trim().is_empty() {
        field?.fault::<(), _>(|| AcceptFault::Empty { key }, notes);
        return None;
    }
    Some(read)
}

fn entry(
    table: TableReader<'_, '_>,
    known: &[&'static str],
    lines: &Lines<'_>,
    notes: &mut Diagnostics<AcceptFault>,
) -> Option<Entry> {
    let requirement = said(&table, "requirement", notes);
    if let (Some(found), Some(field)) = (&requirement, table.field("requirement", notes))
        && !known.contains(&found.as_str())
    {
        let unknown = || AcceptFault::UnknownRequirement {
            found: found.clone(),
            nearest: nearest(found, known.iter().copied()),
        };
        field.fault::<(), _>(unknown, notes);
    }
    // The whole of a certificate, or of a plan, has no name: its subject is the empty text.
    let subject = table.text("subject", notes);
    let subject = table.need("subject", subject, notes);
    let found = table.text("found", notes);
    let plan = table.text("plan", notes);
    let reason = said(&table, "reason", notes);
    let approver = said(&table, "approver", notes);
    let until = table.date("until", notes);
    let until = table.need("until", until, notes);
    let at = lines.start_of(table.span());
    table.close(notes);
    Some(Entry {
        requirement: requirement?,
        subject: subject?,
        found,
        plan,
        reason: reason?,
        approver: approver?,
        until: until?,
        at,
        is_asked: false,
        is_met: false,
    })
}
