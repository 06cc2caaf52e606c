//! Entries of accepted findings that have expired or accept nothing, as findings of our own.

use kanta_conformance::{Date, Escaped, text};

use crate::view::{Certainty, Evidence, Finding, Level, Outcome, Place, Words};

pub(super) enum Kind {
    /// Its last day has passed.
    Expired {
        /// The day asked about.
        on: Date,
    },
    /// It accepts nothing that is found.
    Unused,
}

/// The finding of an entry: worth knowing, and no duty, for what it accepted counts again by itself.
pub(super) fn finding(
    kind: &Kind,
    requirement: &str,
    subject: &str,
    until: Date,
    at: Place,
) -> Finding {
    let id = match kind {
        Kind::Expired { .. } => "accepted-findings/expired",
        Kind::Unused => "accepted-findings/unused",
    };
    let entry = text! { en: "entry", fi: "kohta", sv: "posten" };
    let mut view = Finding {
        requirement: id.to_owned(),
        level: Level::Note,
        certainty: Certainty::Documented,
        evidence: Evidence::Computed,
        outcome: Outcome::Violated,
        subject: format!("{requirement} {subject}").trim_end().to_owned(),
        place: Some(at),
        clause: text! {
            en: "the file of accepted findings",
            fi: "hyväksyttyjen löydösten tiedosto",
            sv: "filen med accepterade fynd",
        }
        .into(),
        ..Finding::default()
    };
    view.location =
        Words::said(|language| format!("{} `{}`", entry.get(language), Escaped(&view.subject)));
    view.path.clone_from(&view.subject);
    match kind {
        Kind::Expired { on } => {
            view.statement = text! {
                en: "a finding is accepted until a day that has not passed",
                fi: "löydös on hyväksytty päivään asti, joka ei ole mennyt",
                sv: "ett fynd är accepterat till en dag som inte har passerat",
            }
            .into();
            view.fault = text! {
                en: "the last day of an accepted finding has passed",
                fi: "hyväksytyn löydöksen viimeinen päivä on mennyt",
                sv: "sista dagen för ett accepterat fynd har passerat",
            }
            .into();
            view.remedy = text! {
                en: "mend what was accepted, or have it accepted anew; take the entry out where it is mended",
                fi: "korjaa hyväksytty asia tai hae uusi hyväksyntä; poista kohta, jos asia on korjattu",
                sv: "åtgärda det som accepterades eller låt det accepteras på nytt; ta bort posten om det är åtgärdat",
            }
            .into();
            view.found = Some(Words::said(|language| until.display(language).to_string()));
            view.required = Some(Words::said(|language| on.display(language).to_string()));
        }
        Kind::Unused => {
            view.statement = text! {
                en: "an accepted finding is one that is found",
                fi: "hyväksytty löydös on sellainen, joka löytyy",
                sv: "ett accepterat fynd är ett som finns",
            }
            .into();
            view.fault = text! {
                en: "an entry accepts nothing that is found",
                fi: "kohta ei hyväksy mitään, mitä löytyy",
                sv: "en post accepterar ingenting som finns",
            }
            .into();
            view.remedy = text! {
                en: "take the entry out, or correct its requirement, subject or found value",
                fi: "poista kohta tai korjaa sen vaatimus, kohde tai todettu arvo",
                sv: "ta bort posten eller rätta dess krav, objekt eller hittade värde",
            }
            .into();
        }
    }
    view
}
