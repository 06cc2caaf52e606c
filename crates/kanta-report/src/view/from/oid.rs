//! From an identifier to its view.

use std::fmt::Display;

use kanta_conformance::Language;
use kanta_oid::{self as of, Diagnosis, KnownNode, Oid, OidForm};

use crate::view::{BusinessId, KnownOid, OidReport, Words};

impl OidReport {
    /// What a text is as an access-point OID, or how to mend it; told in that language.
    #[must_use]
    pub fn new(text: &str, language: Language) -> Self {
        let any = Oid::parse(text.strip_prefix("urn:oid:").unwrap_or(text)).ok();
        let view = Self {
            input: text.to_owned(),
            kind: any.map(|oid| oid.kind().as_str().to_owned()),
            owner: any.and_then(|oid| oid.owner()).map(said),
            ..Self::default()
        };
        match of::diagnose(text) {
            Ok(oid) => view.of_access_point(&oid),
            Err(diagnosis) => Self {
                known: any.as_ref().and_then(known),
                ..view.mended(&diagnosis, language)
            },
        }
    }

    fn of_access_point(self, oid: &of::AccessPointOid) -> Self {
        let (owner, kind) = (oid.owner(), oid.owner().kind());
        let business_id = owner.business_id().map(|id| {
            let digit = id.check_digit();
            BusinessId {
                id: id.to_string(),
                check_digit: words(digit.en(), digit.fi(), digit.sv()),
            }
        });
        Self {
            valid: true,
            form: Some(said(oid.form())),
            number: Some(oid.number()),
            owner_kind: Some(words(kind.en(), kind.fi(), kind.sv())),
            business_id,
            ..self
        }
    }

    fn mended(self, its: &Diagnosis<'_>, language: Language) -> Self {
        let messages = words(its.en(), its.fi(), its.sv());
        let hints = its.hints();
        let hints: Vec<Words> = hints.map(|it| words(it.en(), it.fi(), it.sv())).collect();
        Self {
            error: Some(messages.get(language).to_owned()),
            hints: hints.iter().map(|it| it.get(language).to_owned()).collect(),
            suggestion: its.suggestion().map(said),
            offset: Some(its.span().start),
            length: Some(its.span().len()),
            arc: Some(its.error().arc()),
            messages: Some(messages),
            hint_messages: hints,
            ..self
        }
    }
}

/// What is known of an OID besides the register in which it stands.
fn known(oid: &Oid<'_>) -> Option<KnownOid> {
    let known = KnownNode::of(oid)?;
    let is_register = OidForm::ALL.iter().any(|form| form.root() == known.node());
    (!is_register).then(|| KnownOid {
        name: words(known.en(), known.fi(), known.sv()),
        node: known.node().to_owned(),
        source: known.source().to_owned(),
    })
}

fn said(value: impl Display) -> String {
    value.to_string()
}

fn words(en: impl Display, fi: impl Display, sv: impl Display) -> Words {
    Words {
        en: said(en).into(),
        fi: said(fi).into(),
        sv: said(sv).into(),
    }
}
