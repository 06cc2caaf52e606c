//! From a text that is no access-point OID to the one that was meant.
//!
//! First every character is corrected on its own, then every arc, then the order of the arcs. What
//! had to be changed are the hints.

use crate::{AccessPointOid, ArcRole, BuildError, Hint, Kind, Oid, OidForm, OwnerOid, character};

/// A longer text is not looked at: it is no near miss.
const MAX_CORRECTED_LEN: usize = 256;
/// An access point has ten arcs at most; the rest is room for superfluous ones.
const MAX_ARCS: usize = 16;
/// One for each kind of fault in the characters and in the order, and one for each arc.
const MAX_HINTS: usize = 28;

pub(crate) struct Hints {
    list: [Option<Hint>; MAX_HINTS],
    count: usize,
}

impl Hints {
    pub(crate) fn into_iter(self) -> impl Iterator<Item = Hint> {
        self.list.into_iter().flatten()
    }

    fn push(&mut self, hint: Hint) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = Some(hint);
            self.count = self.count.saturating_add(1);
        }
    }
}

/// The hints to a text, and the access-point OID that comes out where all are followed.
pub(crate) fn suggest(text: &str) -> (Hints, Option<AccessPointOid>) {
    let mut hints = Hints {
        list: [None; MAX_HINTS],
        count: 0,
    };
    let suggestion = if text.len() > MAX_CORRECTED_LEN {
        None
    } else {
        correct_text(text, &mut hints)
    };
    (hints, suggestion)
}

fn correct_text(text: &str, hints: &mut Hints) -> Option<AccessPointOid> {
    let mut corrected = [0; MAX_CORRECTED_LEN];
    let corrected = correct_characters(text, &mut corrected, hints)?;
    let (corrected, dot) = match corrected {
        [rest @ .., b'.'] => (rest, true),
        _ => (corrected, false),
    };
    let mut arcs = [0; MAX_ARCS];
    let arcs = correct_arcs(corrected, &mut arcs, hints)?;
    let order = correct_order(corrected, arcs);
    // A dot before a missing number is not one too many.
    if dot
        && !order
            .iter()
            .flatten()
            .any(|hint| matches!(hint, Hint::NumberMissing { .. }))
    {
        hints.push(Hint::TrailingDot);
    }
    order
        .into_iter()
        .flatten()
        .for_each(|hint| hints.push(hint));
    build(arcs)
}

/// Copies the text, without what stands around it and with ASCII digits, dots and hyphens only.
fn correct_characters<'b>(
    text: &str,
    buffer: &'b mut [u8; MAX_CORRECTED_LEN],
    hints: &mut Hints,
) -> Option<&'b [u8]> {
    let (before, rest) = skip_blanks(text);
    let urn = character::starts_with_urn_oid(rest.as_bytes());
    let prefix = if urn { "urn:oid:".len() } else { 0 };
    let (between, rest) = skip_blanks(rest.get(prefix..)?);
    let core = rest.trim_end_matches(character::is_blank);
    if before > 0 || between > 0 || core.len() < rest.len() {
        hints.push(Hint::BlanksAround);
    }
    if urn {
        hints.push(Hint::UrnPrefix);
    }

    let (mut blank, mut separator, mut digit) = (None, None, None);
    let mut position = before.saturating_add(prefix).saturating_add(between);
    let mut length = 0_usize;
    let mut last = b'.';
    let mut chars = core.chars();
    while let Some(c) = chars.next() {
        let byte = match c {
            '0'..='9' | '.' => c as u8,
            _ if character::is_blank(c) => {
                let (more, rest) = skip_blanks(chars.as_str());
                if last != b'.' && !rest.starts_with('.') {
                    return None; // Between two digits it may stand for anything.
                }
                blank.get_or_insert(Hint::BlankInside { position });
                position = position.saturating_add(1).saturating_add(more);
                chars = rest.chars();
                continue;
            }
            _ if character::is_separator(c) => {
                separator.get_or_insert(Hint::Separator { found: c, position });
                b'.'
            }
            _ if character::is_hyphen(c) => b'-',
            _ => {
                let value = character::foreign_digit(c)?;
                digit.get_or_insert(Hint::ForeignDigit {
                    found: c,
                    digit: value,
                    position,
                });
                b'0' | value
            }
        };
        *buffer.get_mut(length)? = byte;
        length = length.saturating_add(1);
        position = position.saturating_add(1);
        last = byte;
    }
    [blank, separator, digit]
        .into_iter()
        .flatten()
        .for_each(|hint| hints.push(hint));
    buffer.get(..length)
}

/// The number of blanks at the front, and what follows them.
fn skip_blanks(text: &str) -> (usize, &str) {
    let rest = text.trim_start_matches(character::is_blank);
    let length = text.len().saturating_sub(rest.len());
    (text.get(..length).unwrap_or_default().chars().count(), rest)
}

/// Reads the arcs, without leading zeros, and an organisation code without its hyphen.
fn correct_arcs<'b>(
    text: &[u8],
    buffer: &'b mut [u64; MAX_ARCS],
    hints: &mut Hints,
) -> Option<&'b [u64]> {
    let mut count = 0_usize;
    for arc in split(text) {
        *buffer.get_mut(count)? = value(arc)?;
        count = count.saturating_add(1);
    }
    let arcs = buffer.get(..count)?;
    let form = split_root(arcs).map(|(form, _)| form);
    for (index, (arc, &value)) in split(text).zip(arcs).enumerate() {
        let role = form.map_or(ArcRole::Arc, |form| role(form, index));
        let organisation = role == ArcRole::OrganisationCode;
        let hyphen = arc.contains(&b'-');
        if hyphen && organisation {
            hints.push(Hint::BusinessIdHyphen { code: value });
        } else if hyphen {
            return None;
        }
        if matches!(arc, [b'0', _, ..]) {
            hints.push(if organisation && (hyphen || arc.len() == 8) {
                Hint::BusinessIdZero { code: value }
            } else {
                Hint::LeadingZero { role, value }
            });
        }
    }
    Some(arcs)
}

fn split(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'.')
}

/// The value of an arc, which may be written with leading zeros or as `1234567-1`.
fn value(arc: &[u8]) -> Option<u64> {
    if arc.is_empty() {
        return None;
    }
    let (number, check) = match arc {
        [number @ .., b'-', check] if number.len() == 7 => (number, core::slice::from_ref(check)),
        _ => (arc, &[][..]),
    };
    number.iter().chain(check).try_fold(0_u64, |value, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value.checked_mul(10)?.checked_add(digit.into())
    })
}

/// The part that the arc with this index plays in a form.
fn role(form: OidForm, index: usize) -> ArcRole {
    let code = match form {
        OidForm::Sote | OidForm::Sote537 => ArcRole::OrganisationCode,
        OidForm::Valvira => ArcRole::PractitionerCode,
        OidForm::Pharmacy => ArcRole::PharmacyCode,
        OidForm::Intermediary => ArcRole::IntermediaryCode,
    };
    match (index.checked_sub(form.root_arcs().len()), form.has_unit()) {
        (None, _) => ArcRole::Root,
        (Some(0), _) => code,
        (Some(1), true) => ArcRole::UnitNode,
        (Some(2), true) => ArcRole::Unit,
        (Some(3), true) | (Some(1), false) => ArcRole::AccessPointNode,
        (Some(4), true) | (Some(2), false) => ArcRole::Number,
        (Some(_), _) => ArcRole::End,
    }
}

/// What is wrong with the order of the arcs, or what they are instead.
fn correct_order(text: &[u8], arcs: &[u64]) -> [Option<Hint>; 2] {
    let Some((form, tail)) = split_root(arcs) else {
        return match arcs {
            [_, .., _, 10, _, 13, _] => [Some(Hint::UnknownRoot { has_unit: true }), None],
            [_, .., _, 13, _] => [Some(Hint::UnknownRoot { has_unit: false }), None],
            _ => [other_kind(text), None],
        };
    };
    let missing = |owner| Some(Hint::NumberMissing { owner });
    match (form.has_unit(), tail) {
        (true, [_, 10, _, found @ (10 | 11 | 12 | 14), _])
        | (false, [_, found @ (10 | 11 | 12 | 14), _]) => {
            [Some(Hint::WrongNode { found: *found }), None]
        }
        (true, [code, 10, unit]) => [other_kind(text), missing(owner(form, *code, *unit))],
        (true, [code, 10, unit, 13]) => [missing(owner(form, *code, *unit)), None],
        (false, [code]) => [other_kind(text), missing(owner(form, *code, 0))],
        (false, [code, 13]) => [missing(owner(form, *code, 0)), None],
        (true, [_, 13] | [_, 13, _]) => [Some(Hint::UnitMissing { form }), None],
        (false, [_, 10, _, 13] | [_, 10, _, 13, _]) => [Some(Hint::UnitNotInForm { form }), None],
        (true, [_, 10, _, 13, ..]) => [None, None], // It is in order, or goes on after the number.
        (true, [_, 10, _, extra @ .., 13, _]) => {
            [Some(Hint::ExtraUnitArcs { count: extra.len() }), None]
        }
        _ => [other_kind(text), None],
    }
}

/// Says what the OID is, if that tells anything.
fn other_kind(text: &[u8]) -> Option<Hint> {
    match Oid::parse(core::str::from_utf8(text).ok()?).ok()?.kind() {
        Kind::AccessPoint | Kind::OtherNode => None,
        kind => Some(Hint::OtherKind(kind)),
    }
}

/// The access point of corrected arcs.
fn build(arcs: &[u64]) -> Option<AccessPointOid> {
    let (form, tail) = split_root(arcs)?;
    let oid: Result<AccessPointOid, BuildError> = match (form.has_unit(), tail) {
        (true, [code, 10, unit, 10..=14, number]) => {
            owner(form, *code, *unit).access_point(*number)
        }
        (false, [code, 10..=14, number]) => owner(form, *code, 0).access_point(*number),
        _ => return None,
    };
    oid.ok()
}

fn split_root(arcs: &[u64]) -> Option<(OidForm, &[u64])> {
    OidForm::ALL
        .into_iter()
        .find_map(|form| Some((form, arcs.strip_prefix(form.root_arcs())?)))
}

const fn owner(form: OidForm, code: u64, unit: u64) -> OwnerOid {
    OwnerOid { form, code, unit }
}
