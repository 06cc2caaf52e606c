//! What many rows ask in the same way: a fact, a thing done on a day, an agreement.

use kanta_conformance::{FieldPath, Outcome, Text, Value, Why, text};

use super::About;
use crate::plan::{Agreement, Claim, Done};

const YES: Value = Value::Term(text! { en: "yes", fi: "kyllä", sv: "ja" });
const NO: Value = Value::Term(text! { en: "no", fi: "ei", sv: "nej" });
const NOT_DONE: Text = text! { en: "not done", fi: "ei tehty", sv: "inte gjort" };
const DONE: Text = text! { en: "done", fi: "tehty", sv: "gjort" };
const NO_AGREEMENT: Text = text! { en: "no agreement", fi: "ei sopimusta", sv: "inget avtal" };
const AGREEMENT: Text = text! {
    en: "an agreement in force",
    fi: "voimassa oleva sopimus",
    sv: "ett gällande avtal",
};
const ENDED: Text = text! { en: "ended", fi: "päättynyt", sv: "upphört" };

/// A fact that has to be so.
pub(crate) fn demand<T>(about: &About<'_, T>, fact: Option<bool>, field: &'static str) -> Outcome {
    demand_at(fact, || about.path(field))
}

/// A fact that must not be so.
pub(crate) fn forbid<T>(about: &About<'_, T>, fact: Option<bool>, field: &'static str) -> Outcome {
    match fact {
        Some(false) => Outcome::Satisfied,
        Some(true) => Outcome::violated(YES, NO),
        None => about.missing(field),
    }
}

/// A fact that has to be so, at a place of its own.
pub(crate) fn demand_at(fact: Option<bool>, field: impl FnOnce() -> FieldPath) -> Outcome {
    match fact {
        Some(true) => Outcome::Satisfied,
        Some(false) => Outcome::violated(NO, YES),
        None => Outcome::missing(field()),
    }
}

/// Something that has to be done on the day asked about or before; done without a day, the day is asked for.
pub(crate) fn done<T>(
    about: &About<'_, T>,
    fact: Option<&Done>,
    field: impl FnOnce() -> FieldPath,
) -> Outcome {
    match fact {
        Some(Claim::Denied) => Outcome::violated(Value::Term(NOT_DONE), Value::Term(DONE)),
        Some(Claim::Stated(Some(day))) if *day > about.on() => {
            Outcome::violated(Value::Date(*day), Value::Date(about.on()).at_most())
        }
        Some(Claim::Stated(Some(_))) => Outcome::Satisfied,
        Some(Claim::Stated(None)) | None => Outcome::missing(field()),
    }
}

/// The fields of an agreement, as a plan names them.
pub(crate) struct AgreementFields {
    pub(crate) whole: &'static str,
    pub(crate) signed: &'static str,
    pub(crate) until: &'static str,
}

pub(crate) const AGREEMENT_FIELDS: AgreementFields = AgreementFields {
    whole: "agreement",
    signed: "agreement.signed",
    until: "agreement.until",
};

/// An agreement that is in force on the day asked about: signed, and not yet ended.
pub(crate) fn in_force<T>(
    about: &About<'_, T>,
    agreement: Option<&Claim<Agreement>>,
    at: &FieldPath,
    fields: &AgreementFields,
) -> Outcome {
    let agreement = match agreement {
        None => return Outcome::missing(at.field(fields.whole)),
        Some(Claim::Denied) => {
            return Outcome::violated(Value::Term(NO_AGREEMENT), Value::Term(AGREEMENT));
        }
        Some(Claim::Stated(agreement)) => agreement,
    };
    if let Some(signed) = agreement.signed.filter(|signed| *signed > about.on()) {
        return Outcome::violated(Value::Date(signed), Value::Date(about.on()).at_most());
    }
    match agreement.until {
        Some(Claim::Stated(end)) if end <= about.on() => {
            let found = Value::About(ENDED, Box::new(Value::Date(end)));
            return Outcome::violated(found, Value::Term(AGREEMENT));
        }
        _ => {}
    }
    let open = [
        (agreement.signed.is_none(), fields.signed),
        (agreement.until.is_none(), fields.until),
    ];
    let open: Vec<FieldPath> = open
        .into_iter()
        .filter(|(is_open, _)| *is_open)
        .map(|(_, field)| at.field(field))
        .collect();
    if open.is_empty() {
        Outcome::Satisfied
    } else {
        Outcome::Undetermined(Why::InputMissing(open))
    }
}

/// What an agreement has to state. Of an agreement that is not there, nothing is asked.
pub(crate) fn stated(
    agreement: Option<&Claim<Agreement>>,
    content: impl FnOnce(&Agreement) -> Option<bool>,
    at: &FieldPath,
    field: &'static str,
) -> Outcome {
    match agreement {
        None => Outcome::missing(at.field("agreement")),
        Some(Claim::Denied) => Outcome::NotApplicable,
        Some(Claim::Stated(agreement)) => demand_at(content(agreement), || at.field(field)),
    }
}

/// An outcome of a row that speaks about some subjects only, where it may be unknown whether this is one of them:
/// then the fields that would tell are asked for, beside those that the outcome itself asks for.
pub(crate) fn where_it_applies(applies: Applies, outcome: Outcome) -> Outcome {
    match (applies, outcome) {
        (Applies::Yes, outcome) => outcome,
        (Applies::No, _) | (Applies::Unknown(_), Outcome::NotApplicable) => Outcome::NotApplicable,
        (Applies::Unknown(mut fields), Outcome::Undetermined(Why::InputMissing(more))) => {
            fields.extend(more);
            Outcome::Undetermined(Why::InputMissing(fields))
        }
        (Applies::Unknown(fields), _) => Outcome::Undetermined(Why::InputMissing(fields)),
    }
}

/// Whether a row speaks about a subject.
pub(crate) enum Applies {
    Yes,
    No,
    /// These fields have to be filled in to know.
    Unknown(Vec<FieldPath>),
}

impl Applies {
    /// Known, or told by one field.
    pub(crate) fn known_or(known: Option<bool>, field: impl FnOnce() -> FieldPath) -> Self {
        match known {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown(vec![field()]),
        }
    }
}

/// The worst of several outcomes, so that one violation shows, and what is not known is asked for all at once.
pub(crate) fn worst(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
    let mut worst = Outcome::NotApplicable;
    for outcome in outcomes {
        worst = match (worst, outcome) {
            (violated @ Outcome::Violated { .. }, _) => violated,
            (_, violated @ Outcome::Violated { .. }) => violated,
            (
                Outcome::Undetermined(Why::InputMissing(mut fields)),
                Outcome::Undetermined(Why::InputMissing(more)),
            ) => {
                fields.extend(more);
                Outcome::Undetermined(Why::InputMissing(fields))
            }
            (missing @ Outcome::Undetermined(Why::InputMissing(_)), _) => missing,
            (_, missing @ Outcome::Undetermined(Why::InputMissing(_))) => missing,
            (open @ Outcome::Undetermined(_), _) => open,
            (_, open @ Outcome::Undetermined(_)) => open,
            (Outcome::Satisfied, _) | (_, Outcome::Satisfied) => Outcome::Satisfied,
            (other, _) => other,
        };
    }
    worst
}
