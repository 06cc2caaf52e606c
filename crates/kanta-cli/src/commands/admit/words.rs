//! The words of a decision that are not those of a requirement.

use kanta_conformance::Text;

pub(super) const PERMIT: Text = Text::new("PERMIT", "SALLITTU", "TILLÅTET");
pub(super) const DENY: Text = Text::new("DENY", "KIELLETTY", "NEKAT");
pub(super) const MISSING: Text = Text::new("Missing links", "Puuttuvat ehdot", "Saknade villkor");
pub(super) const QUESTIONS: Text = Text::new(
    "Questions that the guide leaves open",
    "Kysymykset, jotka ohje jättää avoimiksi",
    "Frågor som anvisningen lämnar öppna",
);
pub(super) const LOOKED_AT: Text =
    Text::new("Also looked at", "Lisäksi tarkasteltu", "Även granskat");
pub(super) const PEER: Text = Text::new("peer", "osapuoli", "motpart");
pub(super) const UNKNOWN: Text = Text::new(
    "nobody that is known",
    "ei kukaan tunnettu",
    "ingen som är känd",
);
pub(super) const ACCESS_POINT: Text =
    Text::new("access point", "liityntäpiste", "anslutningspunkt");
pub(super) const SYSTEM: Text = Text::new("system", "järjestelmä", "system");
pub(super) const FROM: Text = Text::new("from address", "osoitteesta", "från adressen");
pub(super) const NEAREST: Text = Text::new("nearest", "lähin", "närmast");
pub(super) const BY: Text = Text::new("by", "peruste", "genom");
pub(super) const WHO: Text = Text::new("who", "kuka", "vem");
pub(super) const RECORD: Text = Text::new("record", "kirjaus", "logg");
pub(super) const RESTS_ON: Text = Text::new("index", "aineisto", "index");
pub(super) const NO_CLAUSE: Text = Text::new(
    "no document asks for it: it is this gateway's own condition",
    "mikään asiakirja ei vaadi sitä: se on yhdyskäytävän oma ehto",
    "inget dokument kräver det: det är gatewayens eget villkor",
);
