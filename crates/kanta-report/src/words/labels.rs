//! The labels of a report.

use kanta_conformance::{Text, text};

pub(crate) const VIOLATED: Text =
    text! { en: "VIOLATED", fi: "RIKOTTU", sv: "BRYTER MOT ANVISNINGEN" };
pub(crate) const NOT_KNOWN: Text = text! { en: "NOT KNOWN", fi: "EI TIEDOSSA", sv: "INTE KÄNT" };
pub(crate) const ADVICE: Text =
    text! { en: "RECOMMENDATIONS", fi: "SUOSITUKSIA", sv: "REKOMMENDATIONER" };
pub(crate) const NOTES: Text = text! { en: "WORTH KNOWING", fi: "HYVÄ TIETÄÄ", sv: "BRA ATT VETA" };
pub(crate) const RESTS_ON: Text = text! {
    en: "ON SOMEBODY'S WORD",
    fi: "VAKUUTUKSEN TAI RATKAISUN VARASSA",
    sv: "PÅ INTYG ELLER AVGÖRANDE",
};
pub(crate) const UNUSED: Text =
    text! { en: "WITHOUT EFFECT", fi: "VAILLA VAIKUTUSTA", sv: "UTAN VERKAN" };
pub(crate) const NOT_IN_FORCE: Text = text! {
    en: "NOT IN FORCE ON THE EVALUATION DAY",
    fi: "EI VOIMASSA ARVIOINTIPÄIVÄNÄ",
    sv: "GÄLLER INTE PÅ BEDÖMNINGSDAGEN",
};
pub(crate) const SATISFIED: Text = text! { en: "SATISFIED", fi: "TÄYTTYY", sv: "UPPFYLLT" };
pub(crate) const NOT_APPLICABLE: Text =
    text! { en: "DOES NOT APPLY", fi: "EI KOSKE", sv: "TILLÄMPAS INTE" };
pub(crate) const FOUND: Text = text! { en: "found", fi: "todettu", sv: "hittat" };
pub(crate) const REQUIRED: Text = text! { en: "required", fi: "vaadittu", sv: "krävs" };
pub(crate) const AT: Text = text! { en: "where", fi: "missä", sv: "var" };
pub(crate) const ASKS: Text = text! { en: "rule", fi: "sääntö", sv: "regel" };
pub(crate) const CLAUSE: Text = text! { en: "clause", fi: "kohta", sv: "avsnitt" };
pub(crate) const DO: Text = text! { en: "to do", fi: "tehtävä", sv: "att göra" };
pub(crate) const FILL_IN: Text = text! { en: "fill in", fi: "täydennä", sv: "fyll i" };
pub(crate) const OPEN: Text = text! { en: "open", fi: "avoinna", sv: "öppet" };
pub(crate) const READING: Text = text! { en: "read as", fi: "tulkinta", sv: "tolkning" };
/// What a finding that is not known opens with, before the statement.
pub(crate) const QUESTION: Text =
    text! { en: "not known whether", fi: "ei tiedossa, täyttyykö:", sv: "inte känt om" };
pub(crate) const ONLY_THIS_DOCUMENT: Text = text! {
    en: "only this document can tell, or somebody's attestation:",
    fi: "vain tämä asiakirja tai jonkun vakuutus voi kertoa sen:",
    sv: "bara detta dokument eller någons intyg kan avgöra det:",
};
pub(crate) const COUNT_VIOLATED: Text = text! { en: "violated", fi: "rikottu", sv: "brutna" };
pub(crate) const COUNT_NOT_KNOWN: Text =
    text! { en: "not known", fi: "ei tiedossa", sv: "inte kända" };
pub(crate) const COUNT_SET_ASIDE: Text =
    text! { en: "set aside", fi: "sivuun jätetty", sv: "lagda åt sidan" };
pub(crate) const COUNT_FAULTS: Text = text! { en: "faults", fi: "vikaa", sv: "fel" };
/// The label of what somebody accepted, and of what was there before.
pub(crate) const ACCEPTED: Text = text! { en: "accepted", fi: "poikkeus", sv: "undantag" };
pub(crate) const KNOWN: Text = text! { en: "known", fi: "ennalta", sv: "känt" };
pub(crate) const IN_THE_BASELINE: Text = text! {
    en: "in the baseline",
    fi: "vertailupohjassa",
    sv: "finns i baslinjen",
};
pub(crate) const ACCEPTED_FINDINGS: Text =
    text! { en: "ACCEPTED", fi: "HYVÄKSYTYT POIKKEUKSET", sv: "ACCEPTERADE UNDANTAG" };
pub(crate) const NOT_ASKED: Text = text! { en: "not asked", fi: "ei kysytty", sv: "inte frågat" };
pub(crate) const LATER_EDITION: Text = text! {
    en: "A later edition may exist: 3.18 (2025-11-03) is the last that this version knows.",
    fi: "Uudempi versio voi olla olemassa: 3.18 (3.11.2025) on viimeinen, jonka tämä ohjelma tuntee.",
    sv: "En nyare version kan finnas: 3.18 (3.11.2025) är den sista som detta program känner till.",
};
pub(crate) const GUIDE: Text = text! {
    en: "Kela's guide \"Technical connection models\"",
    fi: "Kelan ohje \"Tekniset liittymismallit\"",
    sv: "FPA:s anvisning \"Tekniska anslutningsmodeller\"",
};
pub(crate) const ATTESTED: Text = text! { en: "attested", fi: "vakuutus", sv: "intygat" };
pub(crate) const RULED: Text = text! { en: "ruling", fi: "ratkaisu", sv: "beslut" };
pub(crate) const CONFORMS: Text = text! {
    en: "conforms as far as this guide can be checked",
    fi: "on ohjeen mukainen siltä osin kuin sen voi tarkistaa",
    sv: "följer anvisningen så långt den kan kontrolleras",
};
/// The same where there is little room.
pub(crate) const CONFORMS_SHORT: Text =
    text! { en: "conforms", fi: "on ohjeen mukainen", sv: "följer anvisningen" };
pub(crate) const CONFORMS_NOT: Text = text! {
    en: "does not conform",
    fi: "ei ole ohjeen mukainen",
    sv: "följer inte anvisningen",
};
pub(crate) const UNDETERMINED: Text =
    text! { en: "undetermined", fi: "ei ratkaistavissa", sv: "kan inte avgöras" };
pub(crate) const UNREADABLE: Text =
    text! { en: "cannot be read", fi: "ei ole luettavissa", sv: "kan inte läsas" };
pub(crate) const ID: Text = text! { en: "id", fi: "tunnus", sv: "id" };
pub(crate) const RULING_HINT: Text = text! {
    en: "the guide leaves this open; where somebody has decided it, record a [[ruling]] in the plan",
    fi: "ohje jättää tämän avoimeksi; jos joku on ratkaissut sen, kirjaa suunnitelmaan [[ruling]]",
    sv: "anvisningen lämnar detta öppet; om någon har avgjort det, anteckna en [[ruling]] i planen",
};
/// Of what rests on a reading alone.
pub(crate) const BY_READING: Text = text! {
    en: "it falls short by our reading alone; the text does not state it as a duty",
    fi: "ei täyty vain oman tulkintamme mukaan; teksti ei sano sitä velvoitteeksi",
    sv: "uppfylls inte enligt enbart vår tolkning; texten anger det inte som en skyldighet",
};
pub(crate) const DATE_UNKNOWN: Text = text! {
    en: "The documents do not tell whether these were required on the evaluation day:",
    fi: "Asiakirjat eivät kerro, vaadittiinko näitä arviointipäivänä:",
    sv: "Dokumenten säger inte om detta krävdes på bedömningsdagen:",
};
pub(crate) const DATE_UNKNOWN_OF_ONE: Text = text! {
    en: "the documents do not tell whether this was required on that day",
    fi: "asiakirjat eivät kerro, vaadittiinko tätä kyseisenä päivänä",
    sv: "dokumenten säger inte om detta krävdes den dagen",
};
pub(crate) const PATH_NOT_CHECKED: Text = text! {
    en: "Path and revocation of the certificates are not checked.",
    fi: "Varmenteiden varmennepolkua ja sulkutilaa ei ole tarkistettu.",
    sv: "Certifikatens certifieringskedja och spärrstatus har inte kontrollerats.",
};
/// What is done, in a checklist.
pub(crate) const DONE: Text = text! { en: "done", fi: "tehty", sv: "gjort" };
/// The heading of the calendar, before the day.
pub(crate) const CALENDAR: Text = text! {
    en: "Calendar, going live on",
    fi: "Kalenteri, tuotantoon",
    sv: "Kalender, i produktion",
};
