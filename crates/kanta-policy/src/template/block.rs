//! The tables of a plan to start from, and those that several kinds share.

use crate::fields::Field;

/// A table of a plan to start from.
#[derive(Clone, Copy)]
pub(super) struct Block {
    /// Its keys, such as `party.joining`; empty at the top of the plan.
    pub(super) table: &'static str,
    /// What the kind settles.
    given: &'static [(&'static str, &'static str)],
    /// Examples that fit the kind better than the field's own.
    hints: &'static [(&'static str, &'static str)],
    /// Fields that are not asked for in such a plan.
    without: &'static [&'static str],
    /// Whether the whole table stands in comments, for it states something by being there.
    pub(super) is_offered: bool,
}

pub(super) type Values = &'static [(&'static str, &'static str)];

impl Block {
    pub(super) const fn new(table: &'static str, given: Values, hints: Values) -> Self {
        Self {
            table,
            given,
            hints,
            without: &[],
            is_offered: false,
        }
    }

    pub(super) const fn without(mut self, keys: &'static [&'static str]) -> Self {
        self.without = keys;
        self
    }

    pub(super) const fn offered(mut self) -> Self {
        self.is_offered = true;
        self
    }

    /// Whether it has a line for a field. A table below it has a block of its own.
    pub(super) fn has(&self, field: &Field) -> bool {
        let key = field.key();
        let has_a_value = field.example().is_some() || self.hint(key).is_some();
        has_a_value && !self.without.contains(&key)
    }

    pub(super) fn given(&self, key: &str) -> Option<&'static str> {
        value(self.given, key)
    }

    pub(super) fn hint(&self, key: &str) -> Option<&'static str> {
        value(self.hints, key)
    }
}

fn value(values: Values, key: &str) -> Option<&'static str> {
    let mut values = values.iter();
    values.find(|(of, _)| *of == key).map(|(_, value)| *value)
}

pub(super) const TOP: Block = Block::new("", &[("format", "1")], &[]);
pub(super) const JOINING: Block = Block::new("party.joining", &[], &[]);
pub(super) const SYSTEM: Block = Block::new("system", &[("id", "\"emr\"")], &[]);
pub(super) const POINT: Block = Block::new(
    "access_point",
    &[
        ("id", "\"ap1\""),
        ("administrator", "\"party\""),
        ("systems", "[\"emr\"]"),
    ],
    &[],
);
pub(super) const SIGNATURE: Block = Block::new("signature_certificate", &[], &[]).offered();
pub(super) const PRIMARY: Block = Block::new(
    "link",
    &[
        ("id", "\"line-a\""),
        ("from", "\"ap1\""),
        ("to", "\"kanta\""),
    ],
    &[],
)
.without(&["separate_route"]);
pub(super) const SEPARATE_ROUTE: &str =
    "{ from = \"line-a\", confirmed_by = \"Operaattori A\", on = 2025-08-20 }";
pub(super) const BACKUP: Block = Block::new(
    "link",
    &[
        ("id", "\"line-b\""),
        ("from", "\"ap1\""),
        ("to", "\"kanta\""),
    ],
    &[("role", "\"backup\""), ("separate_route", SEPARATE_ROUTE)],
);
pub(super) const VOLUME: Block = Block::new("volume", &[], &[]);
pub(super) const READINESS: Block = Block::new("readiness", &[], &[]);
pub(super) const SECURITY: Block = Block::new("attested", &[], &[])
    .without(&["subject"])
    .offered();
pub(super) const CRYPTOGRAPHY: Block = Block::new(
    "attested",
    &[],
    &[(
        "requirement",
        "\"connection-models/cryptography-below-tl-iv\"",
    )],
)
.without(&["subject"])
.offered();

/// Only of an intermediary.
pub(super) const OF_INTERMEDIARIES: &[&str] = &["security_plan"];
/// Only where renewal requests are received.
pub(super) const OF_RENEWALS: &[&str] = &["service_units", "annotated"];

pub(super) const PATIENT_DATA: Block = Block::new(
    "use",
    &[
        ("service", "\"patient-data\""),
        ("for", "\"party\""),
        ("access_point", "\"ap1\""),
        ("system", "\"emr\""),
    ],
    &[],
)
.without(OF_RENEWALS);
pub(super) const PRESCRIPTION: Block = Block::new(
    "use",
    &[
        ("service", "\"prescription\""),
        ("for", "\"party\""),
        ("access_point", "\"ap1\""),
        ("system", "\"emr\""),
    ],
    &[],
)
.without(OF_RENEWALS);
pub(super) const CLIENT_DATA: Block = Block::new(
    "use",
    &[
        ("service", "\"social-welfare\""),
        ("for", "\"party\""),
        ("access_point", "\"ap1\""),
        ("system", "\"asj\""),
    ],
    &[],
)
.without(OF_RENEWALS);
pub(super) const CLIENT_DATA_SYSTEM: Block = Block::new(
    "system",
    &[("id", "\"asj\""), ("kind", "\"client-data-system\"")],
    &[],
);
pub(super) const CLIENT_DATA_POINT: Block = Block::new(
    "access_point",
    &[
        ("id", "\"ap1\""),
        ("administrator", "\"party\""),
        ("systems", "[\"asj\"]"),
    ],
    &[],
);
pub(super) const OF_CLIENT_DATA: Block = Block::new(
    "party.joining",
    &[],
    &[("service_descriptions", "{ social-welfare = 2025-09-15 }")],
);
pub(super) const PRIVATE_PROVIDER: Block = Block::new(
    "party",
    &[
        ("kind", "\"provider\""),
        ("sector", "\"private\""),
        ("health_care", "true"),
        ("model", "\"direct\""),
    ],
    &[],
)
.without(OF_INTERMEDIARIES);
