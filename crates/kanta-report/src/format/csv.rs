//! The catalogue of requirements as a table: every text in the three languages side by side, for whoever reads law or
//! translates.
//!
//! A row for each requirement, UTF-8 with a byte order mark, as spreadsheets open it.

use std::io::{self, Write};

use kanta_conformance::Language;

use crate::view::{Citation, Requirement, Words};

/// The columns before the texts, and the texts, of which each has a column for each language.
const COLUMNS: [&str; 5] = ["id", "level", "certainty", "evidence", "clauses"];
const TEXTS: [&str; 5] = ["statement", "fault", "remedy", "reading", "purpose"];

/// Writes requirements as CSV, separated by commas.
///
/// # Errors
/// Where the output cannot be written.
pub fn csv(requirements: &[Requirement], out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::Writer::from_writer(out);
    let texts = TEXTS.iter().flat_map(|text| {
        let languages = Language::ALL.into_iter();
        languages.map(move |language| format!("{text}.{language}"))
    });
    table.write_record(COLUMNS.iter().map(ToString::to_string).chain(texts))?;
    for requirement in requirements {
        table.write_record(row(requirement))?;
    }
    table.flush()
}

fn row(requirement: &Requirement) -> Vec<String> {
    let clauses: Vec<String> = requirement.citations.iter().map(clause).collect();
    let mut row = vec![
        requirement.id.clone(),
        requirement.level.code().to_owned(),
        requirement.certainty.code().to_owned(),
        requirement.evidence.code().to_owned(),
        clauses.join("; "),
    ];
    let none = Words::default();
    let texts = [
        &requirement.statement,
        &requirement.fault,
        &requirement.remedy,
        requirement.reading.as_ref().unwrap_or(&none),
        requirement.purpose.as_ref().unwrap_or(&none),
    ];
    for text in texts {
        let languages = Language::ALL.into_iter();
        row.extend(languages.map(|language| text.get(language).to_owned()));
    }
    row
}

/// Where it stands, in short: the clause of the guide with its editions, or the document.
fn clause(citation: &Citation) -> String {
    match &citation.editions {
        Some(editions) => match &editions.last {
            Some(last) => format!("{} ({}–{last})", citation.clause, editions.first),
            None => format!("{} ({}–)", citation.clause, editions.first),
        },
        None if citation.clause.is_empty() => citation.document.clone(),
        None => format!("{} {}", citation.document, citation.clause),
    }
}
