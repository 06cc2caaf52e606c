//! The catalogue as a table, read back by a reader of such tables.

use kanta_conformance::Language;
use kanta_policy::{readiness, requirements};
use kanta_report::format::csv;
use kanta_report::view::Requirement;

fn written(requirements: &[Requirement]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut out = Vec::new();
    csv(requirements, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap();
    let header = header.iter().map(str::to_owned).collect();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    (header, rows.collect())
}

#[test]
fn every_requirement_is_a_row_with_each_text_in_each_language() {
    let all: Vec<Requirement> = requirements::all()
        .chain(readiness::requirements())
        .map(|row| Requirement::new(row, None))
        .collect();
    let (header, rows) = written(&all);
    assert_eq!(header.len(), 5 + 5 * 3);
    assert_eq!(rows.len(), all.len());
    let column = |name: &str| header.iter().position(|its| its == name).unwrap();
    for (row, requirement) in rows.iter().zip(&all) {
        assert_eq!(row[column("id")], requirement.id);
        for language in Language::ALL {
            let of = |text: &str| row[column(&format!("{text}.{language}"))].as_str();
            assert_eq!(of("statement"), requirement.statement.get(language));
            assert_eq!(of("remedy"), requirement.remedy.get(language));
            let reading = requirement.reading.as_ref().map(|its| its.get(language));
            assert_eq!(of("reading"), reading.unwrap_or_default());
        }
    }
    let several = rows
        .iter()
        .find(|row| row[0].ends_with("tenant-agreement-missing"));
    assert_eq!(
        several.unwrap()[column("clauses")],
        "2.3 (3.17–); 4.1.1 (3.17–); 7.4 (3.17–)"
    );
}

#[test]
fn no_requirement_is_a_header_alone() {
    let (header, rows) = written(&[]);
    assert_eq!(header[..2], ["id", "level"]);
    assert!(rows.is_empty());
}
