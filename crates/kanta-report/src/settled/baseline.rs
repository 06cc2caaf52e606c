//! The findings of an earlier report, told apart by requirement, subject and what was found.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use kanta_conformance::{Language, text};
use serde::Serialize;
use serde_json::Value;

use crate::told;
use crate::view::{FORMAT, Finding, Outcome, ReportSheet};

/// What tells findings apart: the file, the requirement, the subject, what became of it and what was found. No line, no
/// number: what moves in a file is no new finding, and what gets worse is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    file: String,
    requirement: String,
    subject: String,
    outcome: String,
    found: String,
}

/// The findings that were there before.
#[derive(Clone, Debug, Default)]
pub struct Baseline(BTreeSet<Key>);

/// A line is no report of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotABaseline {
    /// The line, counted from 1.
    pub line: usize,
}

impl NotABaseline {
    /// The message in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let words = text! {
            en: "this is neither what `--write-baseline` nor what `--format json` writes",
            fi: "tämä ei ole `--write-baseline`- eikä `--format json` -valinnan kirjoittama",
            sv: "detta är varken vad `--write-baseline` eller `--format json` skriver",
        };
        words.get(language).to_owned()
    }
}

/// In English.
impl fmt::Display for NotABaseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message(Language::En))
    }
}

impl core::error::Error for NotABaseline {}

/// A line of the file: the open findings of one judged file.
#[derive(Serialize)]
struct Line<'a> {
    format: u32,
    file: &'a str,
    findings: Vec<Known<'a>>,
}

#[derive(Serialize)]
struct Known<'a> {
    requirement: &'a str,
    outcome: &'a str,
    subject: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    found: &'a str,
}

impl Baseline {
    /// Reads what [`Baseline::line`] wrote, or the JSON of an earlier report: an object a line.
    ///
    /// # Errors
    /// The first line that is neither.
    pub fn read(text: &str) -> Result<Self, NotABaseline> {
        let mut known = BTreeSet::new();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let keys = serde_json::from_str(line).ok().and_then(|its| keys(&its));
            let line = index.saturating_add(1);
            known.extend(keys.ok_or(NotABaseline { line })?);
        }
        Ok(Self(known))
    }

    /// The line for a judged file.
    #[must_use]
    pub fn line(sheet: &ReportSheet<'_>) -> String {
        let open = sheet.findings().filter(|its| told::is_open(its));
        let mut findings: Vec<Known<'_>> = open
            .map(|its| Known {
                requirement: &its.requirement,
                outcome: its.outcome.code(),
                subject: subject(its),
                found: found(its),
            })
            .collect();
        findings.sort_by_key(|its| (its.requirement, its.subject, its.outcome, its.found));
        findings.dedup_by_key(|its| (its.requirement, its.subject, its.outcome, its.found));
        let line = Line {
            format: FORMAT,
            file: sheet.file,
            findings,
        };
        // Strings and a number: this cannot fail.
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Whether a finding of a file was there before.
    #[must_use]
    pub fn has(&self, file: &str, finding: &Finding) -> bool {
        self.0.contains(&Key::of(file, finding))
    }

    /// Only what was there in one file, where no other is judged.
    #[must_use]
    pub fn of_file(&self, file: &str) -> Self {
        let own = self.0.iter().filter(|key| key.file() == plain(file));
        Self(own.cloned().collect())
    }

    /// The same without what is gone, and how much that is.
    pub(super) fn without(&self, is_gone: impl Fn(&Key) -> bool) -> (Self, usize) {
        let kept: BTreeSet<Key> = self.0.iter().filter(|key| !is_gone(key)).cloned().collect();
        let gone = self.0.len().saturating_sub(kept.len());
        (Self(kept), gone)
    }

    /// All of it as [`Baseline::line`] writes it, a line a file.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut files: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
        for key in &self.0 {
            files.entry(&key.file).or_default().push(Known {
                requirement: &key.requirement,
                outcome: &key.outcome,
                subject: &key.subject,
                found: &key.found,
            });
        }
        let lines = files.into_iter().map(|(file, mut findings)| {
            findings.sort_by_key(|its| (its.requirement, its.subject, its.outcome, its.found));
            let line = Line {
                format: FORMAT,
                file,
                findings,
            };
            serde_json::to_string(&line).unwrap_or_default() + "\n"
        });
        lines.collect()
    }
}

impl Key {
    pub(super) fn of(file: &str, finding: &Finding) -> Self {
        Self {
            file: plain(file).to_owned(),
            requirement: finding.requirement.clone(),
            subject: subject(finding).to_owned(),
            outcome: finding.outcome.code().to_owned(),
            found: found(finding).to_owned(),
        }
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    pub(super) fn requirement(&self) -> &str {
        &self.requirement
    }
}

pub(super) fn plain(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

/// The thing, by what it says where it has no name, so that its place among others does not matter.
fn subject(finding: &Finding) -> &str {
    finding.identity.as_deref().unwrap_or(&finding.path)
}

fn found(finding: &Finding) -> &str {
    finding.found.as_ref().map_or("", |words| &words.en)
}

/// The keys of a line, whoever wrote it.
fn keys(json: &Value) -> Option<Vec<Key>> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    json.get("format")?.as_u64().filter(|&it| it == 1)?;
    let file = text(json, "file")
        .or_else(|| text(json, "plan"))
        .or_else(|| Some(json.get("files")?.get(0)?.as_str()?.to_owned()))?;
    if json.get("faults").is_some() {
        return Some(Vec::new());
    }
    let lists = [
        json.get("findings"),
        json.get("items"),
        json.get("guide").and_then(|its| its.get("refused")),
    ];
    let mut lists = lists.into_iter().flatten().peekable();
    lists.peek()?;
    let mut keys = Vec::new();
    for list in lists {
        for finding in list.as_array()? {
            let outcome = text(finding, "outcome")?;
            if ![Outcome::Violated, Outcome::Undetermined]
                .map(Outcome::code)
                .contains(&outcome.as_str())
            {
                continue;
            }
            let subject = ["identity", "path", "subject"];
            let found = finding.get("found");
            let found = found.and_then(|its| its.get("en").unwrap_or(its).as_str());
            keys.push(Key {
                file: plain(&file).to_owned(),
                requirement: text(finding, "requirement")?,
                subject: subject.into_iter().find_map(|key| text(finding, key))?,
                outcome,
                found: found.unwrap_or_default().to_owned(),
            });
        }
    }
    Some(keys)
}
