//! The tables as they stand on the page, and nothing more.

use std::sync::OnceLock;

use crate::cell::Cell;

/// The files, in the order of the guide's chapters where it has one.
const FILES: &[(&str, &str)] = &[
    ("identifiers", include_str!("../tables/identifiers.csv")),
    ("access-point", include_str!("../tables/access-point.csv")),
    ("location", include_str!("../tables/location.csv")),
    ("addresses", include_str!("../tables/addresses.csv")),
    (
        "server-certificate",
        include_str!("../tables/server-certificate.csv"),
    ),
    (
        "signature-certificate",
        include_str!("../tables/signature-certificate.csv"),
    ),
    ("joining", include_str!("../tables/joining.csv")),
    ("tenants", include_str!("../tables/tenants.csv")),
    ("parallel", include_str!("../tables/parallel.csv")),
    (
        "intermediaries",
        include_str!("../tables/intermediaries.csv"),
    ),
    ("pharmacies", include_str!("../tables/pharmacies.csv")),
    ("open-internet", include_str!("../tables/open-internet.csv")),
    ("redundancy", include_str!("../tables/redundancy.csv")),
    ("capacity", include_str!("../tables/capacity.csv")),
    ("attested", include_str!("../tables/attested.csv")),
];

/// One file: its input columns, and its lines in order. The first line that covers the inputs answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name without `.csv`.
    pub name: &'static str,
    /// The names of the inputs, in the order of the columns.
    pub columns: Vec<&'static str>,
    /// The lines, without the heading.
    pub lines: Vec<Line>,
}

/// One line: which row of the law it belongs to, what it covers, what it answers and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The row of the law, a fault in words.
    pub row: &'static str,
    /// One cell for each input column.
    pub cells: Vec<Cell>,
    /// The answer.
    pub answer: &'static str,
    /// Ids of `catalogue.csv` and numbers of `readings.csv`.
    pub because: &'static str,
}

impl Table {
    /// Reads `row,<inputs …>,answer,because` and the lines below it.
    fn read(name: &'static str, text: &'static str) -> Self {
        let mut columns = Vec::new();
        let mut lines = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let fields: Vec<&'static str> = line.split(',').map(str::trim).collect();
            if let [row, inputs @ .., answer, because] = fields.as_slice() {
                if *row == "row" {
                    columns = inputs.to_vec();
                } else {
                    let cells = inputs.iter().copied().map(Cell::read).collect();
                    lines.push(Line {
                        row,
                        cells,
                        answer,
                        because,
                    });
                }
            }
        }
        Self {
            name,
            columns,
            lines,
        }
    }

    /// The lines of one row of the law, in order.
    pub fn lines_of<'a>(&'a self, row: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.row == row)
    }

    /// The inputs that a row of the law looks at, in the order of the columns.
    #[must_use]
    pub fn inputs_of(&self, row: &str) -> Vec<&'static str> {
        let looked_at = |index: usize| {
            self.lines_of(row)
                .any(|line| line.cells.get(index) != Some(&Cell::Any))
        };
        let compared = |name: &str| {
            self.lines_of(row).any(|line| {
                line.cells
                    .iter()
                    .any(|cell| matches!(cell, Cell::Compared(_, right) if *right == name))
            })
        };
        let named = self.columns.iter().copied().enumerate();
        named
            .filter(|(index, name)| looked_at(*index) || compared(name))
            .map(|(_, name)| name)
            .collect()
    }
}

/// Every table, read once.
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        FILES
            .iter()
            .map(|(name, text)| Table::read(name, text))
            .collect()
    })
}

/// The table in which a row of the law stands.
#[must_use]
pub fn table_of(row: &str) -> Option<&'static Table> {
    tables()
        .iter()
        .find(|table| table.lines.iter().any(|line| line.row == row))
}

/// Every row of the law, in the order of the tables, each once.
#[must_use]
pub fn rows() -> Vec<&'static str> {
    let mut rows = Vec::new();
    for line in tables().iter().flat_map(|table| &table.lines) {
        if !rows.contains(&line.row) {
            rows.push(line.row);
        }
    }
    rows
}
