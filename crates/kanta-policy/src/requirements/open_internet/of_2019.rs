//! What the article of 10.5.2019 says of the open internet, before the present body is seen.

use kanta_address_index::{PartyKind, Service};
use kanta_conformance::{Date, Outcome, Text, Value, text};

use super::bars::HOSPITAL_PHARMACIES;
use super::link::{LinkView, carried};
use super::reasons::BACKUP_JUSTIFICATION;
use crate::plan::{Link, LinkRole, Network};

/// The day of the article.
pub(super) const ARTICLE: Date = Date::constant(2019, 5, 10);

/// The edition in which the present body is first seen.
const EDITION_3_17: Date = Date::constant(2025, 9, 1);

/// Before table 1 is seen.
pub(super) fn before_table_1(on: Date) -> bool {
    on < EDITION_3_17
}

const EXCEPTIONS: Text = text! {
    en: "which cases were excepted before 1.9.2025, and whom the duty bound beside social welfare and health care providers, is not told",
    fi: "mitä poikkeuksia sallittiin ennen 1.9.2025 ja keitä muita kuin sosiaali- ja terveydenhuollon palvelunantajia velvollisuus sitoi, ei kerrota",
    sv: "vilka fall som var undantagna före 1.9.2025, och vilka skyldigheten band förutom tillhandahållare av social- och hälsovård, sägs inte",
};

const UNTIL_WHEN: Text = text! {
    en: "on 10.5.2019 pharmacies were allowed an open primary connection with a private backup; since when and until when is not told",
    fi: "10.5.2019 apteekeille sallittiin avoin ensisijainen yhteys, kun varayhteys on yksityinen; mistä ja mihin asti, ei kerrota",
    sv: "den 10.5.2019 tilläts apotek en öppen primär förbindelse med en privat reservförbindelse; från när och till när sägs inte",
};

/// An open internet connection: the duty of whoever provides social welfare or health care to use a private network.
pub(super) fn duty(
    about: &LinkView<'_>,
    kind: PartyKind,
    role: LinkRole,
    is_justified: bool,
) -> Outcome {
    match (kind, role) {
        _ if is_justified => Outcome::silent(EXCEPTIONS),
        (PartyKind::Provider, LinkRole::Backup) => Outcome::silent(BACKUP_JUSTIFICATION),
        (PartyKind::Provider, LinkRole::Primary) => Outcome::violated(
            Value::Term(Network::OpenInternet.name()),
            Value::Term(Network::Private.name()),
        ),
        (PartyKind::Pharmacist, LinkRole::Primary) if about.on() == ARTICLE => {
            match backed_up(about) {
                Some(true) => Outcome::Satisfied,
                _ => Outcome::silent(EXCEPTIONS),
            }
        }
        _ => Outcome::silent(EXCEPTIONS),
    }
}

/// What the allowance for pharmacies makes of a primary connection that nobody justifies; none where it has no say.
pub(super) fn pharmacies_allowance(about: &LinkView<'_>, kind: PartyKind) -> Option<Outcome> {
    let mut uses = carried(about.plan, about.item).into_iter();
    if !before_table_1(about.on()) || !uses.any(|its| its.service == Service::Prescription) {
        return None;
    }
    match kind {
        PartyKind::HospitalPharmacy | PartyKind::MedicineCentre => {
            Some(Outcome::ambiguous(HOSPITAL_PHARMACIES))
        }
        PartyKind::Pharmacist => match backed_up(about) {
            Some(true) if about.on() == ARTICLE => Some(Outcome::NotApplicable),
            Some(false) if about.on() == ARTICLE => None,
            _ => Some(Outcome::silent(UNTIL_WHEN)),
        },
        _ => None,
    }
}

/// Whether a private backup stands beside that link; not known where a link does not say enough.
fn backed_up(about: &LinkView<'_>) -> Option<bool> {
    let beside = |other: &&Link| other.from == about.item.from && other.id != about.item.id;
    let serves = about.plan.links.iter().filter(beside).map(|other| {
        let is_backup = other.role.map(|role| role == LinkRole::Backup);
        let is_private = other.network.map(|network| network == Network::Private);
        match (is_backup, is_private) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    });
    let serves: Vec<_> = serves.collect();
    if serves.contains(&Some(true)) {
        return Some(true);
    }
    if serves.contains(&None) {
        return None;
    }
    Some(false)
}
