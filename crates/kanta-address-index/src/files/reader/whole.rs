//! A whole text, TOML or JSON: a header, and lists of records. Of JSON no more than one record is held at once.

use std::borrow::Cow;

use kanta_source::{Entries, Entry, Expected, Lazy, Problem, Shape, Span, Type, nearest};

use super::{At, HEADER, KINDS, LIMITS, Part, Reader, TOP, TOP_OF_ORDER};
use crate::build::Kind;
use crate::fault::Fault;

/// A whole text as far as it has been read.
struct Whole<'t> {
    /// The bytes of the sources before it.
    before: usize,
    /// The fields of its header.
    header: Entries<'t>,
    /// The lists that have been read, and where they began.
    lists: Vec<((Kind, Part), Span)>,
}

/// The problem of a value of another shape than the one expected.
fn wrong(key: &str, expected: Expected, value: &Lazy<'_>) -> Problem {
    let found = match value.shape() {
        Shape::Table => Type::Table,
        Shape::List => Type::List,
        Shape::Single => Type::Text,
    };
    Problem::WrongType {
        key: key.to_owned(),
        expected,
        found,
    }
}

fn unknown(key: &str, known: &[&'static str]) -> Problem {
    Problem::UnknownKey {
        nearest: nearest(key, known.iter().copied()),
        key: key.to_owned(),
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.word() == name)
}

impl Reader<'_> {
    /// The header's fields, and a list for each kind of record.
    pub(super) fn whole(&mut self, root: Lazy<'_>, at: At<'_>, order: bool) {
        if root.shape() != Shape::Table {
            let problem = wrong("", Expected::Table, &root);
            let place = at.place(root.span(), "");
            return match root.read(&LIMITS) {
                Err(fault) => self.fatal_form_fault(at, &fault),
                Ok(_) => self.fatal(place, problem),
            };
        }
        let mut whole = Whole {
            before: self.read.bytes,
            header: Entries::new(),
            lists: Vec::new(),
        };
        let read = root.members(&mut |name, value| match (kind_of(&name), &*name, order) {
            (Some(kind), _, false) => self.list((kind, Part::Index), value, at, &mut whole),
            (None, "add", true) => self.half(Part::Add, value, at, &mut whole),
            (None, "withdraw", true) => self.half(Part::Withdraw, value, at, &mut whole),
            _ => self.field(name, value, at, &mut whole.header, order),
        });
        self.read.bytes = whole.before;
        match read {
            Ok(()) => self.header(&whole.header, Span::NOWHERE, at),
            Err(fault) => self.fatal_form_fault(at, &fault),
        }
    }

    /// A field of the header.
    fn field<'t>(
        &mut self,
        name: Cow<'t, str>,
        value: Lazy<'t>,
        at: At<'_>,
        header: &mut Entries<'t>,
        order: bool,
    ) {
        let span = value.span();
        if !HEADER.contains(&&*name) {
            // Records under a name that is not known.
            self.unread.nameless |= value.shape() != Shape::Single;
            let known = if order { TOP_OF_ORDER } else { TOP };
            return self
                .faults
                .push_with(|| Fault::new(at.place(span, &*name), unknown(&name, known).into()));
        }
        if let Some(first) = header.iter().find(|entry| entry.key == name) {
            return self.twice(&name, &name, at, [first.item.span, span]);
        }
        match value.read(&LIMITS) {
            Ok(document) => header.push(Entry {
                key: name,
                key_span: span,
                item: document.root,
            }),
            Err(fault) => {
                self.may_have_header = true;
                self.unread.nameless = true;
                self.form_fault(at, &fault, &name);
            }
        }
    }

    /// What stands twice, under a path of its own.
    fn twice(&mut self, key: &str, path: &str, at: At<'_>, [first, again]: [Span; 2]) {
        self.faults.push_with(|| {
            let key = key.to_owned();
            Fault {
                place: at.place(again, path),
                kind: Problem::DuplicateKey { key, line: None }.into(),
                other: Some(at.place(first, path)),
            }
        });
    }

    /// What an order adds, or withdraws.
    fn half(&mut self, part: Part, value: Lazy<'_>, at: At<'_>, whole: &mut Whole<'_>) {
        let name = if part == Part::Add { "add" } else { "withdraw" };
        if value.shape() != Shape::Table {
            self.unread.nameless = true;
            let problem = wrong(name, Expected::Table, &value);
            return self.fault(at.place(value.span(), name), problem);
        }
        let read = value.members(&mut |field, value| match kind_of(&field) {
            Some(kind) => self.list((kind, part), value, at, whole),
            None => {
                self.unread.nameless = true;
                let place = at.place(value.span(), format!("{name}.{field}"));
                self.fault(place, unknown(&field, KINDS));
            }
        });
        if let Err(fault) = read {
            self.fatal_form_fault(at, &fault);
        }
    }

    /// A list of records; it stands once.
    fn list(
        &mut self,
        (kind, part): (Kind, Part),
        list: Lazy<'_>,
        at: At<'_>,
        whole: &mut Whole<'_>,
    ) {
        let span = list.span();
        let first = whole.lists.iter().find(|(name, _)| *name == (kind, part));
        if let Some(&(_, first)) = first {
            return self.twice(kind.word(), &part.path(kind, None), at, [first, span]);
        }
        whole.lists.push(((kind, part), span));
        if list.shape() != Shape::List {
            self.unread.nameless = true;
            let problem = wrong(kind.word(), Expected::List, &list);
            return self.fault(at.place(span, part.path(kind, None)), problem);
        }
        let mut index = 0_u32;
        let read = list.items(&mut |item| {
            let span = item.span();
            let come = usize::try_from(span.start).unwrap_or(0);
            self.read.bytes = whole.before.saturating_add(come);
            if item.shape() == Shape::Table {
                match item.read(&LIMITS) {
                    Ok(document) => self.record(kind, document, at, Some(index), part),
                    Err(fault) => {
                        self.unread.nameless = true;
                        self.form_fault(at, &fault, &part.path(kind, Some(index)));
                    }
                }
            } else {
                self.unread.nameless = true;
                self.faults.push_with(|| {
                    let problem = wrong(kind.word(), Expected::Table, &item);
                    let place = at.place(span, part.path(kind, Some(index)));
                    Fault::new(place, problem.into())
                });
            }
            index = index.saturating_add(1);
        });
        if let Err(fault) = read {
            self.fatal_form_fault(at, &fault);
        }
    }
}
