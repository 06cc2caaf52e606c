//! Facts that can be denied, and facts with their days.

use kanta_address_index::Service;
use kanta_conformance::{Date, Mbit, Text, text};
use kanta_source::{FieldReader, Problem, SourceValue, TableReader, nearest};

use super::Diagnostics;
use crate::plan::{Agreement, Claim, Done};

const DONE: Text = text! {
    en: "the date on which it was done, or true or false",
    fi: "tekopäivä, tai true tai false",
    sv: "datumet då det gjordes, eller true eller false",
};

/// A fact with its day, or one for each service: `{ prescription = 2025-09-15 }`.
pub(super) fn done_as_a_whole_or_by_service(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics,
) -> (Option<Done>, Vec<(Service, Done)>) {
    let Some(item) = table.field(key, notes) else {
        return (None, Vec::new());
    };
    if let SourceValue::Table(_) = item.value() {
        let by_service = item.table(notes);
        return (
            None,
            by_service
                .map(|table| by_services(&table, notes))
                .unwrap_or_default(),
        );
    }
    (as_done(&item, notes), Vec::new())
}

/// A fact with its day for each service.
pub(super) fn by_services(
    table: &TableReader<'_, '_>,
    notes: &mut Diagnostics,
) -> Vec<(Service, Done)> {
    let mut descriptions = Vec::new();
    for (key, item) in table.entries(notes) {
        match Service::from_code(item.key()) {
            Some(service) => descriptions.extend(as_done(&item, notes).map(|done| (service, done))),
            None => {
                let known = Service::ALL.iter().map(|service| service.code());
                let unknown = Problem::UnknownKey {
                    key: item.key().to_owned(),
                    nearest: nearest(item.key(), known),
                };
                notes.fault(key, item.path(), unknown);
            }
        }
    }
    descriptions
}

/// A fact with its day: `true`, `false` or the day.
pub(super) fn done(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics,
) -> Option<Done> {
    as_done(&table.field(key, notes)?, notes)
}

fn as_done(item: &FieldReader<'_, '_>, notes: &mut Diagnostics) -> Option<Done> {
    match item.value() {
        SourceValue::Flag(false) => Some(Claim::Denied),
        SourceValue::Flag(true) => Some(Claim::Stated(None)),
        _ => match item.as_date() {
            Some(date) => Some(Claim::Stated(Some(date))),
            None => item.not(DONE, notes),
        },
    }
}

/// An agreement: `false`, or `{ signed = …, states_duties = … }`.
pub(super) fn agreement(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics,
) -> Option<Claim<Agreement>> {
    let item = table.field(key, notes)?;
    let inner = match item.value() {
        SourceValue::Flag(false) => return Some(Claim::Denied),
        SourceValue::Flag(true) => return Some(Claim::Stated(Agreement::default())),
        SourceValue::Table(_) => item.table(notes)?,
        _ => return item.not(AGREEMENT, notes),
    };
    let agreement = Agreement {
        signed: inner.date("signed", notes),
        until: until(&inner, notes),
        states_duties: inner.flag("states_duties", notes),
        covers_signature_certificate: inner.flag("covers_signature_certificate", notes),
    };
    inner.close(notes);
    Some(Claim::Stated(agreement))
}

/// The day on which an agreement ends; `false` when it has no end.
fn until(table: &TableReader<'_, '_>, notes: &mut Diagnostics) -> Option<Claim<Date>> {
    const EXPECTED: Text = text! {
        en: "the day on which it ends, or false when it has no end",
        fi: "päättymispäivä, tai false, jos loppua ei ole",
        sv: "dagen då det upphör, eller false om det saknar slut",
    };
    let item = table.field("until", notes)?;
    match (item.value(), item.as_date()) {
        (SourceValue::Flag(false), _) => Some(Claim::Denied),
        (_, Some(date)) => Some(Claim::Stated(date)),
        _ => item.not(EXPECTED, notes),
    }
}

const AGREEMENT: Text = text! {
    en: "an agreement such as { signed = 2025-09-01 }, or true or false",
    fi: "sopimus kuten { signed = 2025-09-01 }, tai true tai false",
    sv: "ett avtal såsom { signed = 2025-09-01 }, eller true eller false",
};

/// A fact in words that can be denied with `false`.
pub(super) fn claim(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics,
) -> Option<Claim<String>> {
    let item = table.field(key, notes)?;
    match item.value() {
        SourceValue::Flag(false) => Some(Claim::Denied),
        SourceValue::Text(text) => Some(Claim::Stated(text.to_string())),
        _ => item.not(
            text! {
                en: "a text in quotes, or false",
                fi: "teksti lainausmerkeissä, tai false",
                sv: "en text inom citattecken, eller false",
            },
            notes,
        ),
    }
}

/// A speed, to three decimals of a Mbit/s.
pub(super) fn speed(
    table: &TableReader<'_, '_>,
    key: &'static str,
    notes: &mut Diagnostics,
) -> Option<Mbit> {
    as_speed(&table.field(key, notes)?, notes)
}

pub(super) fn as_speed(item: &FieldReader<'_, '_>, notes: &mut Diagnostics) -> Option<Mbit> {
    const EXPECTED: Text = text! {
        en: "a number of Mbit/s with at most three decimals",
        fi: "luku (Mbit/s), jossa on enintään kolme desimaalia",
        sv: "ett tal (Mbit/s) med högst tre decimaler",
    };
    let found = match item.value() {
        SourceValue::Number(number) => number.as_decimal().and_then(|digits| digits.parse().ok()),
        _ => None,
    };
    found.or_else(|| item.not(EXPECTED, notes))
}

/// A list of words.
pub(super) fn words<T: Copy>(
    table: &TableReader<'_, '_>,
    key: &'static str,
    all: &[T],
    code: fn(T) -> &'static str,
    notes: &mut Diagnostics,
) -> Option<Vec<T>> {
    let items = table.list(key, notes)?.into_iter();
    let words = items.filter_map(|item| item.word(all, code, notes));
    Some(words.collect())
}
