//! SARIF 2.1.0: one log with one run, only the rules that occur, places in code points.
//!
//! | Finding | Result |
//! |---|---|
//! | violated | kind `fail`; level `error` where it is binding, `warning` where it is recommended, `note` else |
//! | not known | kind `open` |
//! | rests on somebody's word | kind `review` |
//! | satisfied, does not apply or not in force | left out, unless everything is asked for: `pass`, `notApplicable` |
//! | accepted | the same with a suppression; the caller can leave it out |
//! | fault of a file | kind `fail`, level `error`, rule `input`; the run was then no success |

mod log;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::ser::{Serialize, SerializeSeq as _, Serializer};

use self::log::{
    Artifact, Configuration, Driver, Invocation, Location, Log, Logical, Message, Physical, Region,
    Rule, Run, SarifResult, Suppression, Tool,
};
use super::beside::in_order;
use crate::told;
use crate::view::{Fault, Finding, Level, Outcome, Place, ReportSheet};

/// The rule under which faults of files are told.
const INPUT: &str = "input";
const INPUT_WORDS: Text = text! {
    en: "a file that cannot be read cannot be judged",
    fi: "tiedostoa, jota ei voi lukea, ei voi arvioida",
    sv: "en fil som inte kan läsas kan inte bedömas",
};

/// Writes one log; with `all`, also what is satisfied and what does not apply.
///
/// # Errors
/// Those of `out`.
pub fn sarif(
    sheets: &[ReportSheet<'_>],
    language: Language,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rules = Rules::default();
    for sheet in sheets {
        if !sheet.faults.is_empty() {
            rules.add(INPUT, || unread_rule(language));
        }
        for finding in findings(sheet, all) {
            rules.add(&finding.requirement, || rule(finding, language));
        }
    }
    let (index, list) = (rules.index, rules.list);
    let results = Results {
        sheets,
        language,
        all,
        index,
    };
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "kanta",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: list,
                },
            },
            invocations: [Invocation {
                execution_successful: sheets.iter().all(|sheet| sheet.faults.is_empty()),
            }],
            language: language.code(),
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    serde_json::to_writer(&mut *out, &log)?;
    writeln!(out)
}

/// The findings of a file that are told.
fn findings<'a>(sheet: &ReportSheet<'a>, all: bool) -> impl Iterator<Item = &'a Finding> {
    let told = move |its: &&Finding| all || told::is_open(its) || its.ground.is_some();
    sheet.findings().filter(told)
}

/// The rules that occurred, in that order.
#[derive(Default)]
struct Rules<'a> {
    index: BTreeMap<&'a str, usize>,
    list: Vec<Rule>,
}

impl<'a> Rules<'a> {
    fn add(&mut self, id: &'a str, rule: impl FnOnce() -> Rule) {
        if let Entry::Vacant(entry) = self.index.entry(id) {
            entry.insert(self.list.len());
            self.list.push(rule());
        }
    }
}

/// What is told of the files, each result with the number of its rule; made while they are written.
struct Results<'a> {
    sheets: &'a [ReportSheet<'a>],
    language: Language,
    all: bool,
    index: BTreeMap<&'a str, usize>,
}

impl Results<'_> {
    fn of(&self, sheet: &ReportSheet<'_>) -> Vec<SarifResult> {
        let rule = |id: &str| self.index.get(id).copied().unwrap_or_default();
        let language = self.language;
        let faults = sheet.faults.iter();
        let faults = faults.map(|fault| unread(sheet, fault, language, rule(INPUT)));
        let found = findings(sheet, self.all);
        let found = found.map(|its| result(sheet, its, language, rule(&its.requirement)));
        faults.chain(found).collect()
    }
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        in_order(
            self.sheets,
            |_, sheet| self.of(sheet),
            |some| {
                some.iter()
                    .try_for_each(|result| list.serialize_element(result))
            },
        )?;
        list.end()
    }
}

const fn level_of(level: Level) -> &'static str {
    match level {
        Level::Must => "error",
        Level::Should => "warning",
        Level::Note => "note",
    }
}

fn rule(finding: &Finding, language: Language) -> Rule {
    let say = |label: Text, words: &str| format!("{}: {words}", label.get(language));
    let mut help = vec![
        say(crate::words::CLAUSE, &told::clause(finding, language)),
        say(crate::words::DO, finding.remedy.get(language)),
    ];
    if let Some(reading) = &finding.reading {
        help.push(say(crate::words::READING, reading.get(language)));
    }
    Rule {
        id: finding.requirement.clone(),
        short_description: Message::new(finding.statement.get(language)),
        full_description: Message::new(finding.fault.get(language)),
        help: Message::new(&help.join("\n")),
        default_configuration: Configuration {
            level: level_of(finding.level),
        },
    }
}

fn unread_rule(language: Language) -> Rule {
    let words = INPUT_WORDS.get(language);
    Rule {
        id: INPUT.to_owned(),
        short_description: Message::new(words),
        full_description: Message::new(words),
        help: Message::new(words),
        default_configuration: Configuration { level: "error" },
    }
}

fn unread(
    sheet: &ReportSheet<'_>,
    fault: &Fault,
    language: Language,
    rule_index: usize,
) -> SarifResult {
    let message = &told::fault(fault, language);
    SarifResult {
        rule_id: INPUT.to_owned(),
        rule_index,
        kind: "fail",
        level: "error",
        message: Message::new(message),
        locations: [location(sheet.file, fault.place.as_ref(), None)],
        partial_fingerprints: fingerprint(INPUT, message),
        baseline_state: None,
        suppressions: None,
    }
}

fn result(
    sheet: &ReportSheet<'_>,
    finding: &Finding,
    language: Language,
    rule_index: usize,
) -> SarifResult {
    let kind = match finding.outcome {
        Outcome::Violated => "fail",
        Outcome::Undetermined => "open",
        Outcome::Satisfied if finding.ground.is_some() => "review",
        Outcome::Satisfied => "pass",
        Outcome::NotApplicable | Outcome::NotInForce => "notApplicable",
    };
    let mut message = told::headline(finding, language);
    for (label, words) in told::details(finding, language) {
        message.push_str(&format!("\n{label}: {words}"));
    }
    SarifResult {
        rule_id: finding.requirement.clone(),
        rule_index,
        kind,
        // Of what is no failure, the standard allows no other.
        level: if kind == "fail" {
            level_of(finding.level)
        } else {
            "none"
        },
        message: Message::new(&message),
        locations: [location(
            sheet.file,
            finding.place.as_ref(),
            Some(&finding.path),
        )],
        partial_fingerprints: fingerprint(&finding.requirement, &finding.subject),
        baseline_state: finding.against,
        suppressions: finding.accepted.as_ref().map(|_| {
            let said = told::settled(finding, language);
            let justification = said.into_iter().next().map(|(_, words)| words);
            [Suppression {
                kind: "external",
                status: "accepted",
                justification: Escaped(&justification.unwrap_or_default()).to_string(),
            }]
        }),
    }
}

/// What stays when lines move: the requirement and the subject.
fn fingerprint(requirement: &str, subject: &str) -> BTreeMap<&'static str, String> {
    BTreeMap::from([(
        "requirementAndSubject/v1",
        format!("{requirement} {subject}"),
    )])
}

fn location(file: &str, place: Option<&Place>, path: Option<&str>) -> Location {
    let named = place.map_or(file, |place| place.file.as_str());
    let region = place.and_then(|place| {
        Some(Region {
            start_line: place.line?,
            start_column: place.column,
        })
    });
    Location {
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(named) },
            region,
        },
        logical_locations: path.filter(|path| !path.is_empty()).map(|path| {
            [Logical {
                fully_qualified_name: path.to_owned(),
            }]
        }),
    }
}

/// What stands in a path of an address as it is.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A file's name as an address: relative where the name is, never empty.
fn uri(file: &str) -> String {
    let relative = file.strip_prefix("./").unwrap_or(file);
    let encoded = utf8_percent_encode(relative, IN_PATH).to_string();
    if encoded.is_empty() {
        "-".to_owned()
    } else if encoded.starts_with('/') {
        format!("file://{encoded}")
    } else {
        encoded
    }
}
