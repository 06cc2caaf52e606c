//! A long text: broken values are looked for one by one, and the rest is read beside them.

use core::ops::Range;
use std::borrow::Cow;

use toml::de::DeTable;

use super::Break;
use crate::Span;

/// The most broken values that are looked for in a long text: each costs a reading of it.
const MOST_VALUES: usize = 32;

/// A long text with its broken values replaced by good ones of the same length.
pub(super) struct Mended<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) breaks: Vec<Break>,
}

impl<'t> Mended<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut mended = Self {
            text: Cow::Borrowed(text),
            breaks: Vec::new(),
        };
        while mended.breaks.len() < MOST_VALUES {
            let Err(error) = DeTable::parse(&mended.text) else {
                break;
            };
            let at = error.span().map_or(0, |span| span.start);
            let Some(span) = bare(&mended.text, at) else {
                break;
            };
            let good = match span.len().checked_sub(2) {
                Some(within) => format!("\"{}\"", " ".repeat(within)),
                None => "0".to_owned(),
            };
            mended.breaks.push(Break {
                span: Span::of(&span),
                ..Break::of(&error)
            });
            mended.text.to_mut().replace_range(span, &good);
        }
        mended
    }
}

/// The bare value around a place.
fn bare(text: &str, at: usize) -> Option<Range<usize>> {
    let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:+/".contains(byte);
    let (before, after) = text.as_bytes().split_at_checked(at)?;
    let start = at.saturating_sub(before.iter().rev().take_while(|byte| is_bare(byte)).count());
    let end = at.saturating_add(after.iter().take_while(|byte| is_bare(byte)).count());
    let before = text.get(..start)?.trim_end_matches([' ', '\t']);
    (start < end && before.ends_with(['=', ',', '['])).then_some(start..end)
}
