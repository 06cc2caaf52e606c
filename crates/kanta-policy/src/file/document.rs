//! The plan's top level.

use kanta_source::{
    Expected, Form, Limits, Lines, ParsedText, Problem, SourceValue, SpannedValue, TableReader,
    json, toml,
};

use super::fault::{FaultKind, Faults};
use super::files::{Files, Load};
use super::ids::Ids;
use super::statements::Statements;
use super::{Diagnostics, PlanFile, actors, readiness, technical};
use crate::plan::{ConnectionPlan, Environment};

/// The most faults that are listed one by one.
const MOST_FAULTS: usize = 100;

pub(super) fn read(form: Form, text: &str, load: &mut Load<'_>) -> Result<PlanFile, Faults> {
    let lines = Lines::new(text);
    let document = match form {
        Form::Json => json(text, &Limits::default()).unwrap_or_else(|fault| ParsedText {
            root: SpannedValue::of(SourceValue::Null),
            faults: vec![fault],
        }),
        _ => toml(text, &Limits::default()),
    };
    let mut notes = Diagnostics::new(form, MOST_FAULTS).with_places();
    let mut files = Files::new(load);
    let mut file = PlanFile::default();
    let is_readable = notes.form_faults(&document, &lines);
    // What follows a broken line may be read as something it is not: report what is broken, and stop.
    match &document.root.value {
        _ if !is_readable => {}
        SourceValue::Table(entries) => {
            let root = TableReader::new(entries, document.root.span, "", &mut notes);
            whole(root, &mut file, Ids::new(&lines), &mut files, &mut notes);
        }
        other => {
            let wrong = Problem::WrongType {
                key: String::new(),
                expected: Expected::Table,
                found: other.kind(),
            };
            notes.fault(document.root.span, "", wrong);
        }
    }
    let places = notes.take_places().into_iter();
    notes.finish(&lines)?;
    file.places = places
        .map(|(path, span)| (path, lines.start_of(span)))
        .collect();
    file.absent = files.into_absent();
    Ok(file)
}

fn whole(
    root: TableReader<'_, '_>,
    file: &mut PlanFile,
    mut ids: Ids<'_>,
    files: &mut Files<'_>,
    notes: &mut Diagnostics,
) {
    let format = root.field("format", notes);
    if let Some(format) = root.need("format", format, notes) {
        match format.value() {
            SourceValue::Number(number) if number.is_whole() => {
                if number.to_string() != "1" {
                    let unknown = || FaultKind::UnknownFormat(number.to_string());
                    format.fault::<(), _>(unknown, notes);
                }
            }
            _ => {
                format.number(notes);
            }
        }
    }
    file.as_of = root.date("as_of", notes);
    let environment = root.word("environment", Environment::ALL, Environment::code, notes);
    let mut plan = ConnectionPlan {
        environment,
        ..ConnectionPlan::default()
    };
    actors::read(&root, &mut plan, &mut ids, notes);
    technical::read(&root, &mut plan, &mut ids, files, notes);
    plan.readiness = readiness::read(&root, notes);
    ids.resolve(notes);
    let statements = Statements {
        attested: root.tables("attested", notes),
        rulings: root.tables("ruling", notes),
    };
    statements.read(&mut plan, notes);
    root.close(notes);
    file.plan = plan;
}
