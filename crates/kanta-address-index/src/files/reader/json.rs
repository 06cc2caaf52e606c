//! JSON of the TOML form's shape: no more than one record of it is held at once.

use std::borrow::Cow;

use super::{HEADER, KINDS, Part, Reader, TOP, TOP_OF_ORDER};
use crate::build::Kind;
use crate::fault::{Expected, Fault, FaultKind, Place};
use crate::files::fields;
use crate::files::json;
use crate::files::place::At;
use crate::files::tree::{Node, Spot, Table};

/// A whole text.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a> {
    pub(super) text: &'a str,
    pub(super) at: At<'a>,
}

/// The lists that have been read, and where they began.
type Lists = Vec<((Kind, Part), usize)>;

impl Whole<'_> {
    /// Where a part of the text stands.
    fn place(self, part: &str, path: impl Into<String>) -> Place {
        let offset = json::offset(self.text, part);
        self.at.at(Some(offset), path)
    }
}

impl Reader<'_> {
    /// The header's fields, and a list for each kind of record.
    pub(super) fn json(&mut self, whole: Whole<'_>, order: bool) {
        if !whole.text.trim_ascii_start().starts_with('{') {
            let (offset, kind) = match json::read(whole.text) {
                Err(broken) => broken,
                Ok(_) => return,
            };
            return self.broken_form(whole.at, offset, kind);
        }
        let mut header = Table::new();
        let mut lists = Lists::new();
        let before = self.read.bytes;
        let read = json::members(whole.text, &mut |name, value| {
            self.read.bytes = before.saturating_add(json::offset(whole.text, value));
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == name);
            match (kind, &*name, order) {
                (Some(kind), _, false) => {
                    self.json_list((kind, Part::Index), value, whole, &mut lists);
                }
                (None, "add", true) => {
                    self.json_half(Part::Add, value, whole, &mut lists);
                }
                (None, "withdraw", true) => {
                    self.json_half(Part::Withdraw, value, whole, &mut lists);
                }
                _ => self.json_field(name, value, whole, &mut header, order),
            }
        });
        self.read.bytes = before;
        match read {
            Ok(()) => self.header(header, HEADER, whole.at),
            Err((offset, kind)) => self.broken_form(whole.at, offset, kind),
        }
    }

    /// A field of the header.
    fn json_field<'a>(
        &mut self,
        name: Cow<'a, str>,
        value: &'a str,
        whole: Whole<'_>,
        header: &mut Table<'a>,
        order: bool,
    ) {
        if !HEADER.contains(&&*name) {
            self.unread.nameless |= value.starts_with(['[', '{']);
            let known = if order { TOP_OF_ORDER } else { TOP };
            return self.told.with(|| Fault {
                place: whole.place(value, &*name),
                kind: FaultKind::UnknownField {
                    nearest: fields::nearest(&name, known),
                    field: name.into_owned(),
                },
                other: None,
            });
        }
        if let Some((_, first)) = header.iter().find(|(field, _)| *field == name) {
            return self.told.with(|| Fault {
                place: whole.place(value, &*name),
                kind: FaultKind::DuplicateField(name.clone().into_owned()),
                other: Some(whole.at.at(first.at, &*name)),
            });
        }
        match json::value(value) {
            Ok(node) => {
                let at = Some(json::offset(whole.text, value));
                header.push((name, Spot { node, at }));
            }
            Err((_, kind)) => self.torn(whole.place(value, name), kind),
        }
    }

    /// What an order adds, or withdraws.
    fn json_half(&mut self, part: Part, value: &str, whole: Whole<'_>, lists: &mut Lists) {
        let name = if part == Part::Add { "add" } else { "withdraw" };
        if !value.starts_with('{') {
            self.unread.nameless = true;
            let expected = Expected::Table;
            return self.fault(whole.place(value, name), FaultKind::WrongType { expected });
        }
        let read = json::members(value, &mut |field, value| match Kind::ALL
            .into_iter()
            .find(|kind| kind.word() == field)
        {
            Some(kind) => self.json_list((kind, part), value, whole, lists),
            None => {
                self.unread.nameless = true;
                let unknown = FaultKind::UnknownField {
                    nearest: fields::nearest(&field, KINDS),
                    field: field.clone().into_owned(),
                };
                self.fault(whole.place(value, format!("{name}.{field}")), unknown);
            }
        });
        self.part_read(read, value, whole);
    }

    /// A list of records; it stands once.
    fn json_list(
        &mut self,
        (kind, part): (Kind, Part),
        list: &str,
        whole: Whole<'_>,
        lists: &mut Lists,
    ) {
        let path = |index: Option<u32>| part.path(kind, index);
        let first = lists.iter().find(|(name, ..)| *name == (kind, part));
        if let Some(&(_, first)) = first {
            return self.told.with(|| Fault {
                place: whole.place(list, path(None)),
                kind: FaultKind::DuplicateField(kind.word().to_owned()),
                other: Some(whole.at.at(Some(first), path(None))),
            });
        }
        lists.push(((kind, part), json::offset(whole.text, list)));
        if !list.starts_with('[') {
            self.unread.nameless = true;
            let expected = Expected::List;
            let wrong = FaultKind::WrongType { expected };
            return self.fault(whole.place(list, path(None)), wrong);
        }
        let mut index = 0_u32;
        let read = json::items(list, &mut |item| {
            let table = if item.starts_with('{') {
                json::value(item)
            } else {
                let expected = Expected::Table;
                Err((0, FaultKind::WrongType { expected }))
            };
            let offset = json::offset(whole.text, item);
            match table {
                Ok(Node::Table(table)) => {
                    self.record(kind, table, whole.at, Some((index, Some(offset))), part);
                }
                Ok(_) => {}
                Err((within, fault)) => {
                    self.unread.nameless = true;
                    let at = Some(offset.saturating_add(within));
                    self.told.at(|| whole.at.at(at, path(Some(index))), fault);
                }
            }
            index = index.saturating_add(1);
        });
        self.part_read(read, list, whole);
    }

    /// A part was looked through with the whole, and has its form.
    fn part_read(&mut self, read: Result<(), json::Broken>, part: &str, whole: Whole<'_>) {
        if let Err((offset, kind)) = read {
            let start = json::offset(whole.text, part);
            self.broken_form(whole.at, start.saturating_add(offset), kind);
        }
    }
}
