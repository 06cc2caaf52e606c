//! The words of the reports on an index.

use kanta_conformance::{Language, Text};

pub(super) const PERMIT: Text = Text::new("permit", "sallittu", "tillåtet");
pub(super) const DENY: Text = Text::new("deny", "kielletty", "nekat");
pub(super) const FOUND: Text = Text::new("found", "löytyi", "hittat");
pub(super) const REQUIRED: Text = Text::new("required", "vaaditaan", "krävs");
pub(super) const CLAUSE: Text = Text::new("clause", "kohta", "avsnitt");
pub(super) const TO_DO: Text = Text::new("to do", "tehtävä", "att göra");
pub(super) const WHO: Text = Text::new("who", "kuka", "vem");
pub(super) const FILL_IN: Text = Text::new("fill in", "täydennä", "fyll i");
pub(super) const QUESTION: Text = Text::new("open", "avoinna", "öppet");
pub(super) const WHERE: Text = Text::new("where", "missä", "var");
pub(super) const MISSING: Text = Text::new("Missing links", "Puuttuvat ehdot", "Saknade villkor");
pub(super) const QUESTIONS: Text = Text::new(
    "What the guide leaves open",
    "Mitä ohje jättää avoimeksi",
    "Vad anvisningen lämnar öppet",
);
pub(super) const LOOKED_AT: Text =
    Text::new("Also looked at", "Lisäksi katsottiin", "Även granskat");
pub(super) const RIGHT: Text = Text::new("by the right", "käyttövaltuus", "genom rättigheten");
pub(super) const NEAREST: Text = Text::new(
    "the nearest right",
    "lähin käyttövaltuus",
    "närmaste rättighet",
);
pub(super) const THROUGH: Text = Text::new("through", "liityntäpiste", "via");
pub(super) const NONE: Text = Text::new("none", "ei mitään", "inget");
pub(super) const GAINED: Text = Text::new("Gained", "Saatu", "Vunnet");
pub(super) const LOST: Text = Text::new("Lost", "Menetetty", "Förlorat");
pub(super) const BROKEN: Text = Text::new(
    "Broken without being withdrawn",
    "Katkeaa, vaikkei poistettu",
    "Bryts utan att ha dragits tillbaka",
);
pub(super) const NO_CHANGE: Text = Text::new("no change", "ei muutosta", "ingen ändring");
pub(super) const DATE_UNKNOWN: Text = Text::new(
    "it is not known whether this was required on that day",
    "ei ole tiedossa, vaadittiinko tätä sinä päivänä",
    "det är inte känt om detta krävdes den dagen",
);
pub(super) const EXPIRED: Text = Text::new(
    "the data set has expired: every answer is deny",
    "aineisto on vanhentunut: jokainen vastaus on kielto",
    "materialet har gått ut: varje svar är nekande",
);

/// `3 findings on 17 rights`.
pub(super) fn counted(findings: usize, rights: usize, language: Language) -> String {
    match language {
        Language::En => format!("{findings} findings, {rights} rights"),
        Language::Fi => format!("{findings} havaintoa, {rights} käyttövaltuutta"),
        Language::Sv => format!("{findings} iakttagelser, {rights} rättigheter"),
    }
}
