//! From the cells of a row to the entries of a record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use kanta_source::{
    Broken, Cell, CellDay, Entries, Entry, Number, SheetProblem, SheetRow, SourceValue, Span,
    SpannedValue, from_cell, is_shortened,
};

use super::columns::{self, Column, Holds, OTHER_SIDE};

/// The columns of one sheet, in their order; those without a name hold nothing.
pub(super) struct Headings {
    columns: Vec<Option<&'static Column>>,
    names: Names,
}

/// The columns by their keys: the number of each, counted from 1, and its name as the sheet writes it.
pub(super) type Names = BTreeMap<&'static str, (u32, String)>;

/// The most that a cell lists.
const MOST_ITEMS: usize = 65_536;

/// A problem, where it stands, and the key of its column.
pub(super) type Located = (Span, &'static str, SheetProblem);

impl Headings {
    /// The columns that a row names.
    pub(super) fn of(row: &SheetRow<'_>, problems: &mut Vec<Located>) -> Self {
        let mut columns: Vec<Option<&'static Column>> = Vec::new();
        let mut names = Names::new();
        for (number, cell) in (1_u32..).zip(&row.cells) {
            let name = cell.text.trim();
            let column = columns::named(name);
            match column {
                _ if name.is_empty() => {}
                None => {
                    let unknown = SheetProblem::UnknownColumn {
                        name: name.to_owned(),
                        nearest: columns::nearest(name),
                    };
                    problems.push((cell.span, "", unknown));
                }
                Some(column) => match names.get(column.key) {
                    None => {
                        names.insert(column.key, (number, name.to_owned()));
                    }
                    Some(&(first, _)) => {
                        let name = name.to_owned();
                        let twice = SheetProblem::ColumnTwice { name, first };
                        problems.push((cell.span, "", twice));
                    }
                },
            }
            columns.push(column);
        }
        if !names.contains_key("record") {
            problems.push((row.span, "", SheetProblem::NoColumn { name: "record" }));
        }
        Self { columns, names }
    }

    pub(super) fn into_names(self) -> Names {
        self.names
    }

    /// The entries of a row; what is empty is not said.
    pub(super) fn entries<'t>(
        &self,
        row: SheetRow<'t>,
        problems: &mut Vec<Located>,
    ) -> Entries<'t> {
        let mut entries = Entries::new();
        for (at, cell) in row.cells.into_iter().enumerate() {
            if cell.text.is_empty() {
                continue;
            }
            let Some(column) = self.columns.get(at).copied().flatten() else {
                let found = cell.text.into_owned();
                problems.push((cell.span, "", SheetProblem::Nameless { found }));
                continue;
            };
            let (value, problem) = read(column, &cell);
            let broken = problem.is_some().then(|| {
                Box::new(Broken {
                    written: cell.text.clone().into_owned(),
                    words: String::new(),
                })
            });
            problems.extend(problem.map(|problem| (cell.span, column.key, problem)));
            let item = SpannedValue {
                value,
                span: cell.span,
                broken,
            };
            let key = if column.holds == Holds::Side {
                "between"
            } else {
                column.key
            };
            if column.key == OTHER_SIDE {
                let first = entries.iter_mut().find(|entry| entry.key == key);
                if let Some(SourceValue::List(sides)) = first.map(|entry| &mut entry.item.value) {
                    sides.push(item);
                    continue;
                }
            }
            let item = match column.holds {
                Holds::Side => SpannedValue {
                    span: item.span,
                    broken: None,
                    value: SourceValue::List(vec![item]),
                },
                _ => item,
            };
            entries.push(Entry {
                key: Cow::Borrowed(key),
                key_span: cell.span,
                item,
            });
        }
        entries
    }
}

/// What a cell says in its column, and what is wrong with it.
fn read<'t>(column: &Column, cell: &Cell<'t>) -> (SourceValue<'t>, Option<SheetProblem>) {
    let text = &cell.text;
    let said = || SourceValue::Text(said(text));
    if let Some(broken) = &cell.broken {
        return (said(), Some(broken.clone()));
    }
    if is_shortened(text) {
        let found = text.clone().into_owned();
        return (said(), Some(SheetProblem::Shortened { found }));
    }
    let value = match column.holds {
        Holds::Text | Holds::Side => None,
        Holds::Number => match text {
            Cow::Borrowed(written) => Number::whole(written).map(SourceValue::Number),
            Cow::Owned(_) => None,
        },
        Holds::Flag => flag(text).map(SourceValue::Flag),
        Holds::DayOrNo if flag(text) == Some(false) => Some(SourceValue::Flag(false)),
        Holds::Day | Holds::DayOrNo => match CellDay::read(text) {
            CellDay::Is(date) => Some(SourceValue::Date(date)),
            CellDay::Not(why) => {
                let found = text.clone().into_owned();
                return (said(), Some(SheetProblem::Day { found, why }));
            }
            CellDay::Other => None,
        },
        Holds::List if items(text).nth(MOST_ITEMS).is_some() => {
            return (said(), Some(SheetProblem::TooMany { limit: MOST_ITEMS }));
        }
        Holds::List => Some(list(text, cell.span)),
    };
    (value.unwrap_or_else(said), None)
}

fn said<'t>(text: &Cow<'t, str>) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(from_cell(text)),
        Cow::Owned(text) => Cow::Owned(from_cell(text).to_owned()),
    }
}

/// What a cell lists, with blanks, commas or semicolons between.
fn items(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|it: char| it.is_whitespace() || it == ',' || it == ';');
    parts.filter(|part| !part.is_empty())
}

fn list<'t>(text: &str, span: Span) -> SourceValue<'t> {
    let items = items(text).map(|part| SpannedValue {
        value: SourceValue::Text(Cow::Owned(part.to_owned())),
        span,
        broken: None,
    });
    SourceValue::List(items.collect())
}

/// True or false, as spreadsheets and people write them in three languages.
fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "tosi" | "sant" | "yes" | "kyllä" | "ja" => Some(true),
        "false" | "epätosi" | "falskt" | "no" | "ei" | "nej" => Some(false),
        _ => None,
    }
}
