//! The labels of the page.

use kanta_conformance::Text;

pub(super) const REPORT: Text = Text::new(
    "Report on Kanta connections",
    "Raportti Kanta-liitynnöistä",
    "Rapport om Kanta-anslutningar",
);
pub(super) const MADE_BY: Text = Text::new("Made by", "Tehty ohjelmalla", "Gjord med");
pub(super) const NOT_KELA: Text = Text::new(
    "Not Kela's own tool, and no legal advice.",
    "Ei Kelan oma työkalu eikä juridista neuvontaa.",
    "Inte FPA:s eget verktyg och ingen juridisk rådgivning.",
);
pub(super) const AS_OF: Text = Text::new("as of", "arvioitu päivän mukaan:", "bedömd per");
pub(super) const FILE: Text = Text::new("File", "Tiedosto", "Fil");
pub(super) const VERDICT: Text = Text::new("Verdict", "Tulos", "Utslag");
pub(super) const FAULTS: Text = Text::new(
    "Why it cannot be read",
    "Miksi sitä ei voi lukea",
    "Varför den inte kan läsas",
);
pub(super) const VIOLATED: Text = Text::new("violated", "rikottu", "brutna");
pub(super) const NOT_KNOWN: Text = Text::new("not known", "ei tiedossa", "inte kända");
pub(super) const SATISFIED: Text = Text::new("satisfied", "täyttyy", "uppfyllda");
pub(super) const ON_WORD: Text = Text::new(
    "of those, on somebody's word",
    "niistä vakuutuksen tai ratkaisun varassa",
    "av dem på intyg eller avgörande",
);
pub(super) const REQUIREMENT: Text = Text::new("Requirement", "Vaatimus", "Krav");
pub(super) const CLAUSE: Text = Text::new("Clause", "Kohta", "Avsnitt");
pub(super) const PLACES: Text = Text::new("Places", "Kohteita", "Ställen");
pub(super) const ID: Text = Text::new("Id", "Tunnus", "Id");
pub(super) const CHECKLIST: Text = Text::new(
    "Before going live",
    "Ennen tuotantoon siirtymistä",
    "Före produktionsstarten",
);
pub(super) const CALENDAR: Text = Text::new(
    "Calendar, going live on",
    "Kalenteri, tuotantoon",
    "Kalender, i produktion",
);
pub(super) const LATEST: Text = Text::new("At the latest", "Viimeistään", "Senast");
pub(super) const STATE: Text = Text::new("State", "Tila", "Läge");
pub(super) const WHAT: Text = Text::new("What", "Mitä", "Vad");
pub(super) const SOURCE: Text = Text::new("Source", "Lähde", "Källa");
