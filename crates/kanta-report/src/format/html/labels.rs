//! The labels of the page.

use kanta_conformance::{Text, text};

pub(super) use crate::words::{
    CALENDAR, COUNT_NOT_KNOWN as NOT_KNOWN, COUNT_VIOLATED as VIOLATED, DONE,
};

pub(super) const REPORT: Text = text! {
    en: "Report on Kanta connections",
    fi: "Raportti Kanta-liitynnöistä",
    sv: "Rapport om Kanta-anslutningar",
};
pub(super) const MADE_BY: Text = text! { en: "Made by", fi: "Tehty ohjelmalla", sv: "Gjord med" };
pub(super) const NOT_KELA: Text = text! {
    en: "Not Kela's own tool, and no legal advice.",
    fi: "Ei Kelan oma työkalu eikä juridista neuvontaa.",
    sv: "Inte FPA:s eget verktyg och ingen juridisk rådgivning.",
};
pub(super) const AS_OF: Text =
    text! { en: "as of", fi: "arvioitu päivän mukaan:", sv: "bedömd per" };
pub(super) const FILE: Text = text! { en: "File", fi: "Tiedosto", sv: "Fil" };
pub(super) const VERDICT: Text = text! { en: "Verdict", fi: "Tulos", sv: "Utslag" };
pub(super) const FAULTS: Text = text! {
    en: "Why it cannot be read",
    fi: "Miksi sitä ei voi lukea",
    sv: "Varför den inte kan läsas",
};
pub(super) const SATISFIED: Text = text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllda" };
pub(super) const ON_WORD: Text = text! {
    en: "of those, on somebody's word",
    fi: "niistä vakuutuksen tai ratkaisun varassa",
    sv: "av dem på intyg eller avgörande",
};
pub(super) const REQUIREMENT: Text = text! { en: "Requirement", fi: "Vaatimus", sv: "Krav" };
pub(super) const CLAUSE: Text = text! { en: "Clause", fi: "Kohta", sv: "Avsnitt" };
pub(super) const PLACES: Text = text! { en: "Places", fi: "Kohteita", sv: "Ställen" };
pub(super) const ID: Text = text! { en: "Id", fi: "Tunnus", sv: "Id" };
pub(super) const CHECKLIST: Text = text! {
    en: "Before going live",
    fi: "Ennen tuotantoon siirtymistä",
    sv: "Före produktionsstarten",
};
pub(super) const LATEST: Text = text! { en: "At the latest", fi: "Viimeistään", sv: "Senast" };
pub(super) const STATE: Text = text! { en: "State", fi: "Tila", sv: "Läge" };
pub(super) const WHAT: Text = text! { en: "What", fi: "Mitä", sv: "Vad" };
pub(super) const SOURCE: Text = text! { en: "Source", fi: "Lähde", sv: "Källa" };
pub(super) const PICTURE: Text = text! {
    en: "The connection as a picture",
    fi: "Liittyminen kuvana",
    sv: "Anslutningen som bild",
};
pub(super) const SAME_FACTS: Text = text! {
    en: "The same facts as a table",
    fi: "Samat tiedot taulukkona",
    sv: "Samma uppgifter som tabell",
};
pub(super) const ONE_FAILURE: Text =
    text! { en: "When one thing fails", fi: "Kun yksi asia pettää", sv: "När en sak fallerar" };
pub(super) const FAILS: Text = text! { en: "Fails", fi: "Pettää", sv: "Fallerar" };
pub(super) const CUT_OFF: Text = text! { en: "Cut off", fi: "Katkeaa", sv: "Bryts" };
pub(super) const PERHAPS: Text =
    text! { en: "Perhaps cut off", fi: "Ehkä katkeaa", sv: "Bryts kanske" };
