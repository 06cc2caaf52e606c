//! Values that know where they stand.

use core::fmt;
use core::ops::Range;
use std::borrow::Cow;

use kanta_conformance::{Date, Escaped};

/// A part of a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Span {
    /// Of what does not stand in the text.
    pub const NOWHERE: Self = Self {
        start: u32::MAX,
        end: u32::MAX,
    };

    /// Whether it stands in the text.
    #[must_use]
    pub const fn is_somewhere(self) -> bool {
        self.start != u32::MAX
    }

    pub(crate) fn of(range: &Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: byte(range.start),
            end: byte(range.end),
        }
    }

    pub(crate) fn range(self) -> Range<usize> {
        let byte = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        byte(self.start)..byte(self.end)
    }
}

/// A value, and where it stands.
#[derive(Clone, Debug)]
pub struct SpannedValue<'t> {
    /// The value; of a broken one, what it was probably meant to be.
    pub value: SourceValue<'t>,
    /// Where it stands.
    pub span: Span,
    /// How it breaks the form, where it does so by itself.
    pub broken: Option<Box<Broken>>,
}

/// A value that breaks its form, and alone: the rest of the text is what it seems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The value as it is written.
    pub written: String,
    /// What the reader of the form says.
    pub words: String,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceValue<'t> {
    /// A text.
    Text(Cow<'t, str>),
    /// A number.
    Number(Number<'t>),
    /// True or false.
    Flag(bool),
    /// A day, where the form has a way to write one: TOML.
    Date(Date),
    /// A time of day, with or without its day.
    Time,
    /// Nothing: JSON's `null`.
    Null,
    /// A list.
    List(Vec<SpannedValue<'t>>),
    /// A table.
    Table(Entries<'t>),
}

/// Two items are equal when their values are, wherever they stand.
impl PartialEq for SpannedValue<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for SpannedValue<'_> {}

/// The keys and values of a table, in the order of the text; each key once.
pub type Entries<'t> = Vec<Entry<'t>>;

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry<'t> {
    /// The key.
    pub key: Cow<'t, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub item: SpannedValue<'t>,
}

/// Two entries are equal when keys and values are, wherever they stand.
impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.item == other.item
    }
}

impl Eq for Entry<'_> {}

impl<'t> SpannedValue<'t> {
    /// A value that does not stand in a text.
    #[must_use]
    pub const fn of(value: SourceValue<'t>) -> Self {
        Self {
            value,
            span: Span::NOWHERE,
            broken: None,
        }
    }
}

impl<'t> Entry<'t> {
    /// An entry that does not stand in a text.
    #[must_use]
    pub const fn of(key: &'t str, value: SourceValue<'t>) -> Self {
        Self {
            key: Cow::Borrowed(key),
            key_span: Span::NOWHERE,
            item: SpannedValue::of(value),
        }
    }
}

/// A number as it is written, so that nothing of it is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number<'t> {
    pub(crate) digits: Cow<'t, str>,
    pub(crate) radix: u8,
    pub(crate) is_whole: bool,
}

impl<'t> Number<'t> {
    /// The number that these digits write, a sign before them if there is one.
    #[must_use]
    pub fn whole(written: &'t str) -> Option<Self> {
        let digits = written.strip_prefix('-').unwrap_or(written);
        let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_whole.then(|| Self::decimal(written))
    }

    pub(crate) fn decimal(written: &'t str) -> Self {
        Self {
            is_whole: !written.contains(['.', 'e', 'E']),
            digits: Cow::Borrowed(written),
            radix: 10,
        }
    }

    pub(crate) fn owned(written: String) -> Self {
        Self {
            is_whole: !written.contains('.'),
            digits: Cow::Owned(written),
            radix: 10,
        }
    }

    /// Whether it is written without a fraction and an exponent.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// A whole number, if it is one.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let whole = self.is_whole.then_some(&*self.digits)?;
        i64::from_str_radix(whole, self.radix.into()).ok()
    }

    /// A whole number from 0 up, if it is one.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        let whole = self.is_whole.then_some(&*self.digits)?;
        u64::from_str_radix(whole, self.radix.into()).ok()
    }

    /// The digits of a decimal number.
    #[must_use]
    pub fn as_decimal(&self) -> Option<&str> {
        (self.radix == 10).then_some(&*self.digits)
    }
}

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.radix {
            2 => "0b",
            8 => "0o",
            16 => "0x",
            _ => "",
        })?;
        f.write_str(&self.digits)
    }
}

/// A text that was read.
#[derive(Clone, Debug)]
pub struct ParsedText<'t> {
    /// What it holds.
    pub root: SpannedValue<'t>,
    /// Every fault of the form, in the order of the text.
    pub faults: Vec<FormFault>,
}

/// How a text breaks its form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormFault {
    /// It is not of its form; the words are those of the reader of the form.
    Syntax {
        /// Where.
        span: Span,
        /// The reader's words.
        words: String,
        /// It is one value that is broken ([`SpannedValue::broken`]), and the rest can be read beside it.
        in_value: bool,
    },
    /// A key stands twice; the first counts.
    Duplicate {
        /// Where it stands again: the key in TOML, its value in JSON.
        span: Span,
        /// The key.
        key: String,
        /// The path of its table.
        path: String,
        /// Where it stands first, if that can be told.
        first: Option<u32>,
        /// The rest can be read beside it. It cannot where a table has taken the place of a list.
        is_readable: bool,
    },
    /// Tables and lists lie deeper than is read.
    TooDeep {
        /// Where.
        span: Span,
    },
    /// There are more values than are read.
    TooManyValues {
        /// Where what holds them begins.
        span: Span,
        /// The most that are read.
        limit: usize,
    },
}

/// What is wrong, in English; where, says the span.
impl fmt::Display for FormFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { words, .. } => f.write_str(words),
            Self::Duplicate { key, .. } => write!(f, "the key `{}` stands twice", Escaped(key)),
            Self::TooDeep { .. } => f.write_str("tables and lists lie too deep"),
            Self::TooManyValues { limit, .. } => write!(f, "there are more than {limit} values"),
        }
    }
}

impl core::error::Error for FormFault {}

impl FormFault {
    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        match self {
            Self::Syntax { span, .. }
            | Self::Duplicate { span, .. }
            | Self::TooDeep { span }
            | Self::TooManyValues { span, .. } => *span,
        }
    }

    /// Whether the rest of the text may be something else than it seems.
    #[must_use]
    pub const fn is_fatal(&self) -> bool {
        match self {
            Self::Syntax { in_value, .. } => !*in_value,
            Self::Duplicate { is_readable, .. } => !*is_readable,
            Self::TooDeep { .. } | Self::TooManyValues { .. } => true,
        }
    }
}

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep tables and lists may lie within each other; the root lies at 0.
    pub depth: usize,
    /// The most values of one JSON text, or of one line of JSON Lines.
    pub values: usize,
}

/// As deep as the reader of TOML goes, and a million values.
impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: 80,
            values: 1 << 20,
        }
    }
}
