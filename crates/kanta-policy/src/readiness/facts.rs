//! What the rows of the checklist ask in the same way.

use kanta_address_index::{PartyKind, Register, Sector, Service};
use kanta_conformance::{FieldPath, Outcome, Text, Value, text};

use crate::plan::{Claim, Done};
use crate::requirements::About;
use crate::requirements::facts::{Applies, done};

/// Before the day on which something ended.
pub(super) const RAN_OUT: Text = text! { en: "ran out on", fi: "päättyi", sv: "gick ut" };

pub(super) const FILL_IN: Text = text! {
    en: "do it, and fill in the day on which it was done",
    fi: "tee se ja kirjaa päivä, jona se tehtiin",
    sv: "gör det, och ange dagen då det gjordes",
};

pub(super) const ATTEST: Text = text! {
    en: "see to it, and let whoever answers for it record it in the plan under [[attested]]",
    fi: "huolehdi siitä, ja siitä vastaava kirjaa sen suunnitelman kohtaan [[attested]]",
    sv: "se till att det görs, och låt den som svarar för det anteckna det i planen under [[attested]]",
};

/// The facts on going live.
pub(super) fn going_live<'a>(about: &About<'a, ()>) -> &'a crate::plan::GoingLive {
    &about.plan.readiness
}

/// Something that has to be done, in the table of the plan on going live.
pub(super) fn done_in(about: &About<'_, ()>, fact: Option<&Done>, field: &'static str) -> Outcome {
    done(about, fact, || about.path(field))
}

/// Somebody who has to be named.
pub(super) fn named(
    about: &About<'_, ()>,
    fact: Option<&Claim<String>>,
    field: &'static str,
) -> Outcome {
    const NOBODY: Text = text! { en: "nobody", fi: "ei ketään", sv: "ingen" };
    const SOMEBODY: Text =
        text! { en: "somebody named", fi: "nimetty henkilö", sv: "någon som är utsedd" };
    match fact {
        Some(Claim::Denied) => Outcome::violated(Value::Term(NOBODY), Value::Term(SOMEBODY)),
        Some(Claim::Stated(name)) if name.trim().is_empty() => {
            Outcome::violated(Value::Term(NOBODY), Value::Term(SOMEBODY))
        }
        Some(Claim::Stated(_)) => Outcome::Satisfied,
        None => about.missing(field),
    }
}

fn kind(about: &About<'_, ()>) -> Option<PartyKind> {
    about.plan.party.as_ref().and_then(|party| party.kind)
}

/// Whether the party joins: an intermediary does not.
pub(super) fn joins(about: &About<'_, ()>) -> Applies {
    Applies::known_or(kind(about).map(PartyKind::can_join), || {
        FieldPath::table("party").field("kind")
    })
}

/// Whether the party's data are kept in the SOTE organisation register.
pub(super) fn in_sote_register(about: &About<'_, ()>) -> Applies {
    let register = about.plan.party.as_ref().and_then(|party| party.register);
    Applies::known_or(register.map(|its| its == Register::Sote), || {
        FieldPath::table("party").field("register")
    })
}

/// Whether the party provides social welfare in that sector: it provides no health care, or uses the client data
/// repository for social welfare.
pub(super) fn social_welfare(about: &About<'_, ()>, sector: Sector) -> Applies {
    let party = about.plan.party.as_ref();
    let provides = match kind(about) {
        Some(kind) if kind != PartyKind::Provider => Some(false),
        None => None,
        Some(_) => {
            let of_its_own = |user: &str| user == "party";
            let uses = about
                .plan
                .uses
                .iter()
                .any(|its| its.service == Service::SocialWelfare && of_its_own(&its.user));
            if uses {
                Some(true)
            } else {
                party.and_then(|party| party.health_care).map(|care| !care)
            }
        }
    };
    let of_sector = party
        .and_then(|party| party.sector)
        .map(|its| its == sector);
    if provides == Some(false) || of_sector == Some(false) {
        return Applies::No;
    }
    let open = [
        (kind(about).is_none(), "kind"),
        (kind(about).is_some() && provides.is_none(), "health_care"),
        (of_sector.is_none(), "sector"),
    ];
    let open: Vec<FieldPath> = open
        .into_iter()
        .filter(|(is_open, _)| *is_open)
        .map(|(_, field)| FieldPath::table("party").field(field))
        .collect();
    if open.is_empty() {
        Applies::Yes
    } else {
        Applies::Unknown(open)
    }
}
