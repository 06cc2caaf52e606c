//! Where something stands in a plan or an index.

use alloc::{boxed::Box, string::ToString, sync::Arc, vec::Vec};
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

/// A place in a plan or an index: a table or one of its entries, what lies inside it, and perhaps a field.
///
/// Cheap to clone. Printed as people write it: `link.mpls-b.halls`, `access_point.ap1.addresses[0].fixed`, `use[2]`.
///
/// ```
/// use kanta_conformance::FieldPath;
///
/// let point = FieldPath::named("access_point", "ap1");
/// let fixed = point.inner_entry("addresses", 0).field("fixed");
/// assert_eq!(fixed.to_string(), "access_point.ap1.addresses[0].fixed");
/// assert!(fixed.lies_in("access_point.ap1"));
/// ```
#[derive(Clone)]
pub struct FieldPath {
    subject: Option<Arc<Step>>,
    field: &'static str,
}

/// A table, or an entry of it, inside another.
#[derive(PartialEq, Eq, Hash)]
struct Step {
    outer: Option<Arc<Step>>,
    table: &'static str,
    key: EntryKey<Box<str>>,
}

/// Which entry of a table is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey<T> {
    /// The table itself.
    Whole,
    /// The entry with that id: `link.mpls-b`.
    Id(T),
    /// The entry at that position, from 0: `use[0]`.
    Index(usize),
}

impl Step {
    fn key(&self) -> EntryKey<&str> {
        match &self.key {
            EntryKey::Whole => EntryKey::Whole,
            EntryKey::Id(id) => EntryKey::Id(id),
            EntryKey::Index(index) => EntryKey::Index(*index),
        }
    }
}

impl FieldPath {
    /// The plan or the index as a whole.
    pub const ROOT: Self = Self {
        subject: None,
        field: "",
    };

    /// A table of which there is one: `party`.
    #[must_use]
    pub fn table(table: &'static str) -> Self {
        Self::ROOT.step(table, EntryKey::Whole)
    }

    /// The entry of a table that has that id: `link.mpls-b`.
    #[must_use]
    pub fn named(table: &'static str, id: &str) -> Self {
        Self::ROOT.step(table, EntryKey::Id(id.into()))
    }

    /// The entry of a list at that position: `use[0]`.
    #[must_use]
    pub fn entry(list: &'static str, index: usize) -> Self {
        Self::ROOT.step(list, EntryKey::Index(index))
    }

    /// A table inside this one: `party.joining`.
    #[must_use]
    pub fn inner(&self, table: &'static str) -> Self {
        self.step(table, EntryKey::Whole)
    }

    /// An entry of a list inside this table: `access_point.ap1.addresses[0]`.
    #[must_use]
    pub fn inner_entry(&self, list: &'static str, index: usize) -> Self {
        self.step(list, EntryKey::Index(index))
    }

    /// A field of it; empty for the subject as a whole.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        Self {
            subject: self.subject.clone(),
            field,
        }
    }

    fn step(&self, table: &'static str, key: EntryKey<Box<str>>) -> Self {
        let outer = self.subject.clone();
        Self {
            subject: Some(Arc::new(Step { outer, table, key })),
            field: "",
        }
    }

    /// The subject without the field, for example `link.mpls-b`.
    #[must_use]
    pub fn subject(&self) -> Self {
        self.field("")
    }

    /// The name of the field, for example `halls`; empty when the subject as a whole is meant.
    #[must_use]
    pub const fn field_name(&self) -> &'static str {
        self.field
    }

    /// The names that lead to it, the outermost first: tables, each with the entry that is meant, and the field.
    #[must_use]
    pub fn names(&self) -> Vec<(&'static str, EntryKey<&str>)> {
        let outwards = core::iter::successors(self.subject.as_deref(), |its| its.outer.as_deref());
        let mut names: Vec<_> = outwards.map(|its| (its.table, its.key())).collect();
        names.reverse();
        let fields = self.field.split('.').filter(|name| !name.is_empty());
        names.extend(fields.map(|name| (name, EntryKey::Whole)));
        names
    }

    /// What it lies in: of a field the subject, of an entry its table, of a table the one around it; none of what
    /// stands at the top.
    #[must_use]
    pub fn outer(&self) -> Option<Self> {
        let outer = if let Some((outer, _)) = self.field.rsplit_once('.') {
            self.field(outer)
        } else if !self.field.is_empty() {
            self.subject()
        } else {
            let step = self.subject.as_ref()?;
            let outer = Self {
                subject: step.outer.clone(),
                field: "",
            };
            match step.key {
                EntryKey::Whole => outer,
                _ => outer.inner(step.table),
            }
        };
        (outer != Self::ROOT).then_some(outer)
    }

    /// Whether it is that subject or a field of it.
    #[must_use]
    pub fn is_of(&self, subject: &Self) -> bool {
        self.subject == subject.subject
    }

    /// Whether it is the place that somebody wrote, or lies in it; or is the subject of a field that was written.
    ///
    /// `link.mpls-b` covers `link.mpls-b.halls` and not `link.mpls-b2`.
    #[must_use]
    pub fn lies_in(&self, written: &str) -> bool {
        let mut left = Left(Some(written));
        let _ = fmt::write(&mut left, format_args!("{self}"));
        left.0 == Some("")
    }
}

/// What is left of a written place when the parts of another have been taken off; none where they differ.
struct Left<'a>(Option<&'a str>);

impl fmt::Write for Left<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let left = self.0.ok_or(fmt::Error)?;
        if left.is_empty() && !part.is_empty() {
            // All that was written has been found; what follows must not go on with the same name.
            self.0 = part.starts_with(['.', '[']).then_some("");
            return Err(fmt::Error);
        }
        self.0 = left.strip_prefix(part);
        self.0.map(|_| ()).ok_or(fmt::Error)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(subject) = &self.subject {
            fmt::Display::fmt(subject, f)?;
            if !self.field.is_empty() {
                f.write_str(".")?;
            }
        }
        f.write_str(self.field)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(outer) = &self.outer {
            fmt::Display::fmt(outer, f)?;
            f.write_str(".")?;
        }
        write!(f, "{}{}", self.table, self.key)
    }
}

/// As it follows the name of its table: `.mpls-b`, `[0]`, or nothing.
impl<T: fmt::Display> fmt::Display for EntryKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Id(id) => write!(f, ".{id}"),
            Self::Index(index) => write!(f, "[{index}]"),
        }
    }
}

impl fmt::Debug for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Two are equal that are printed alike, whether a table was named as a field or gone into.
impl PartialEq for FieldPath {
    fn eq(&self, other: &Self) -> bool {
        (self.field == other.field && self.subject == other.subject) || self.cmp(other).is_eq()
    }
}

impl Eq for FieldPath {}

/// Whether it is printed so.
impl PartialEq<&str> for FieldPath {
    fn eq(&self, other: &&str) -> bool {
        self.to_string() == **other
    }
}

impl Hash for FieldPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.names().hash(state);
    }
}

/// By the tables from the outside in, then by the field.
impl Ord for FieldPath {
    fn cmp(&self, other: &Self) -> Ordering {
        self.names().cmp(&other.names())
    }
}

impl PartialOrd for FieldPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for FieldPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_lies_in_its_subject_and_not_in_a_namesake() {
        let path = FieldPath::named("link", "mpls-b").field("halls");
        assert!(path.lies_in("link.mpls-b"));
        assert!(path.lies_in("link.mpls-b.halls"));
        assert!(!path.lies_in("link.mpls-b.operator"));
        assert!(!path.lies_in("link.mpls-b.halls2"));
        assert!(!path.lies_in("link.mpls-b.hall"));
        assert!(!path.lies_in("link.mpls"));
        assert!(!path.lies_in("link.mpls-b2"));
        let point = FieldPath::named("access_point", "ap1");
        assert!(point.lies_in("access_point.ap1"));
        assert!(!point.lies_in("access_point.ap10"));
        let address = point.inner_entry("addresses", 0).field("fixed");
        assert!(address.lies_in("access_point.ap1"));
        assert!(address.lies_in("access_point.ap1.addresses"));
        assert!(address.lies_in("access_point.ap1.addresses[0]"));
        assert!(!address.lies_in("access_point.ap1.addresses[1]"));
        assert!(!address.lies_in("access_point.ap1.addresses[0"));
        assert!(!point.lies_in("access_point.ap1.addresses[0]"));
    }

    #[test]
    fn what_it_lies_in_is_told_step_by_step() {
        let point = FieldPath::named("access_point", "ap1");
        let server = point.inner_entry("servers", 1).inner("certificate");
        let around = |path: &FieldPath| path.outer().map(|outer| outer.to_string());
        assert_eq!(server.field("subject.name").field_name(), "subject.name");
        assert_eq!(server.field_name(), "");
        assert_eq!(
            server.field("subject.name").to_string(),
            "access_point.ap1.servers[1].certificate.subject.name"
        );
        assert_eq!(
            around(&server.field("subject.name")).as_deref(),
            Some("access_point.ap1.servers[1].certificate.subject")
        );
        assert_eq!(
            around(&server).as_deref(),
            Some("access_point.ap1.servers[1]")
        );
        assert_eq!(around(&point).as_deref(), Some("access_point"));
        assert_eq!(FieldPath::table("party").outer(), None);
        assert_eq!(FieldPath::ROOT.field("environment").outer(), None);
    }

    #[test]
    fn entries_are_in_the_order_of_their_positions() {
        let at = |index| FieldPath::entry("use", index);
        assert!(at(2) < at(10));
        assert!(FieldPath::named("link", "a").field("halls") < FieldPath::named("link", "b"));
        assert!(FieldPath::ROOT < FieldPath::table("party"));
    }

    #[test]
    fn what_is_printed_alike_is_equal() {
        let party = FieldPath::table("party");
        let applied = party.inner("joining").field("applied");
        assert_eq!(party.field("joining.applied"), applied);
        assert_eq!(FieldPath::ROOT.field("party"), party);
        assert_ne!(party.field("joining"), applied);
        assert_ne!(FieldPath::named("link", "a"), FieldPath::named("link", "b"));
        assert!(applied.is_of(&party.inner("joining")));
        assert!(!applied.is_of(&party));
    }
}
