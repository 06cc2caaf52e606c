//! The words of a decision that are not those of a requirement.

use kanta_conformance::{Text, text};

pub(super) const PERMIT: Text = text! { en: "PERMIT", fi: "SALLITTU", sv: "TILLÅTET" };
pub(super) const DENY: Text = text! { en: "DENY", fi: "KIELLETTY", sv: "NEKAT" };
pub(super) const MISSING: Text =
    text! { en: "Missing links", fi: "Puuttuvat ehdot", sv: "Saknade villkor" };
pub(super) const QUESTIONS: Text = text! {
    en: "Questions that the guide leaves open",
    fi: "Kysymykset, jotka ohje jättää avoimiksi",
    sv: "Frågor som anvisningen lämnar öppna",
};
pub(super) const LOOKED_AT: Text =
    text! { en: "Also looked at", fi: "Lisäksi tarkasteltu", sv: "Även granskat" };
pub(super) const PEER: Text = text! { en: "peer", fi: "osapuoli", sv: "motpart" };
pub(super) const UNKNOWN: Text = text! {
    en: "nobody that is known",
    fi: "ei kukaan tunnettu",
    sv: "ingen som är känd",
};
pub(super) const ACCESS_POINT: Text =
    text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" };
pub(super) const SYSTEM: Text = text! { en: "system", fi: "järjestelmä", sv: "system" };
pub(super) const FROM: Text = text! { en: "from address", fi: "osoitteesta", sv: "från adressen" };
pub(super) const NEAREST: Text = text! { en: "nearest", fi: "lähin", sv: "närmast" };
pub(super) const BY: Text = text! { en: "by", fi: "peruste", sv: "genom" };
pub(super) const WHO: Text = text! { en: "who", fi: "kuka", sv: "vem" };
pub(super) const RECORD: Text = text! { en: "record", fi: "kirjaus", sv: "logg" };
pub(super) const RESTS_ON: Text = text! { en: "index", fi: "aineisto", sv: "index" };
pub(super) const NO_CLAUSE: Text = text! {
    en: "no document asks for it: it is this gateway's own condition",
    fi: "mikään asiakirja ei vaadi sitä: se on yhdyskäytävän oma ehto",
    sv: "inget dokument kräver det: det är gatewayens eget villkor",
};
pub(super) const SHADOW: Text = text! { en: "shadow", fi: "varjo", sv: "skugga" };
pub(super) const AGREES: Text =
    text! { en: "decides the same", fi: "päättää samoin", sv: "beslutar lika" };
pub(super) const COMPARED: Text = text! { en: "compared", fi: "verrattu", sv: "jämförda" };
pub(super) const WOULD_PERMIT: Text = text! {
    en: "denied, which the other index would permit",
    fi: "kielletty, jotka toinen aineisto sallisi",
    sv: "nekade som det andra indexet skulle tillåta",
};
pub(super) const WOULD_DENY: Text = text! {
    en: "permitted, which the other index would deny",
    fi: "sallittu, jotka toinen aineisto kieltäisi",
    sv: "tillåtna som det andra indexet skulle neka",
};
