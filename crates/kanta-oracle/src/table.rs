//! The tables as they stand on the page, and nothing more.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::cell::Cell;

/// The files, in the order of the guide's chapters.
const FILES: &[(&str, &str)] = &[
    ("joining", include_str!("../tables/joining.csv")),
    ("tenants", include_str!("../tables/tenants.csv")),
    (
        "intermediaries",
        include_str!("../tables/intermediaries.csv"),
    ),
    ("location", include_str!("../tables/location.csv")),
    ("identifiers", include_str!("../tables/identifiers.csv")),
    ("access-point", include_str!("../tables/access-point.csv")),
    (
        "server-certificate",
        include_str!("../tables/server-certificate.csv"),
    ),
    (
        "signature-certificate",
        include_str!("../tables/signature-certificate.csv"),
    ),
    ("parallel", include_str!("../tables/parallel.csv")),
    ("pharmacies", include_str!("../tables/pharmacies.csv")),
    ("open-internet", include_str!("../tables/open-internet.csv")),
    ("addresses", include_str!("../tables/addresses.csv")),
    ("redundancy", include_str!("../tables/redundancy.csv")),
    ("capacity", include_str!("../tables/capacity.csv")),
    ("attested", include_str!("../tables/attested.csv")),
];

/// One row of the law: a fault in words, what it depends on, and its lines in order. The first line that covers the inputs
/// answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The fault in words, `access-point-outside-eu`.
    pub name: &'static str,
    /// The file in which it stands, without `.csv`.
    pub file: &'static str,
    /// The names of the file's input columns.
    pub columns: Vec<&'static str>,
    /// Those of the columns that the row looks at.
    pub inputs: Vec<&'static str>,
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// One line: what it covers, what it answers and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// The answer.
    pub answer: &'static str,
    /// Ids of `catalogue.csv`, and `reading-` with the numbers of `readings.csv`.
    pub because: &'static str,
}

/// Every row of the law, in the order of the tables.
pub fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        FILES
            .iter()
            .flat_map(|(file, text)| read(file, text))
            .collect()
    })
}

/// The row of that name.
#[must_use]
pub fn row(name: &str) -> Option<&'static Row> {
    static BY_NAME: OnceLock<BTreeMap<&'static str, &'static Row>> = OnceLock::new();
    BY_NAME
        .get_or_init(|| rows().iter().map(|row| (row.name, row)).collect())
        .get(name)
        .copied()
}

/// Reads `row,<inputs …>,answer,because` and the lines below it. A row's lines stand together.
fn read(file: &'static str, text: &'static str) -> Vec<Row> {
    let mut columns = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let fields: Vec<&'static str> = line.split(',').collect();
        let [name, inputs @ .., answer, because] = fields.as_slice() else {
            continue;
        };
        if *name == "row" {
            columns = inputs.to_vec();
            continue;
        }
        if rows.last().is_none_or(|row| row.name != *name) {
            let columns = columns.clone();
            rows.push(Row {
                name,
                file,
                columns,
                inputs: Vec::new(),
                lines: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            let cells = inputs.iter().copied().map(Cell::read).collect();
            row.lines.push(Line {
                cells,
                answer,
                because,
            });
        }
    }
    for row in &mut rows {
        row.inputs = looked_at(row);
    }
    rows
}

/// The columns in which some line has more than `*`, or that stand to the right of a comparison sign.
fn looked_at(row: &Row) -> Vec<&'static str> {
    let here = |index: usize| {
        row.lines
            .iter()
            .any(|line| line.cells.get(index) != Some(&Cell::Any))
    };
    let cells: Vec<&Cell> = row.lines.iter().flat_map(|line| &line.cells).collect();
    let right = |name: &str| {
        cells
            .iter()
            .any(|cell| matches!(cell, Cell::Compared(_, right) if *right == name))
    };
    let columns = row.columns.iter().enumerate();
    columns
        .filter(|(index, name)| here(*index) || right(name))
        .map(|(_, name)| *name)
        .collect()
}
