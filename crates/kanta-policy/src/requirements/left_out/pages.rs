//! What of the checkable statements of Kanta's dated pages is no row, and why.

use super::{DEFINITION, INFORMATIVE, JUDGEMENT, LeftOut, of};
use kanta_conformance::text;

/// The checkable statements of Kanta's pages of 2017, 2019 and 2024 that are no row, each with its reason.
pub static LEFT_OUT_OF_PAGES: &[LeftOut] = &[
    of(
        "KP-03",
        text! {
            en: "a plan without an access point is not judged as one: it stays undetermined",
            fi: "suunnitelmaa ilman liityntäpistettä ei arvioida sellaisena: se jää ratkaisematta",
            sv: "en plan utan anslutningspunkt bedöms inte som en sådan: den förblir oavgjord",
        },
    ),
    of(
        "KP-13",
        text! {
            en: "what is \"generally\" used; that the certificates are there is a row",
            fi: "mitä ”yleisesti” käytetään; että varmenteet ovat olemassa, on rivi",
            sv: "vad som ”i allmänhet” används; att certifikaten finns är en rad",
        },
    ),
    of("KP-15", INFORMATIVE),
    of("KP-17", MONITORING),
    of(
        "KP-18",
        text! {
            en: "says who answers for it; what is asked of the connection are rows",
            fi: "sanoo, kuka siitä vastaa; yhteyden vaatimukset ovat rivejä",
            sv: "säger vem som svarar för det; kraven på teleförbindelsen är rader",
        },
    ),
    of("KP-20", OF_SUPPLIERS),
    of("KC-04", INFORMATIVE),
    of("KC-09", JUDGEMENT),
    of("KD-04", DEFINITION),
    of("KD-05", OF_SUPPLIERS),
    of(
        "KD-07",
        text! {
            en: "asked of the first that deploys a new system; that the system passed joint testing is a row",
            fi: "koskee uuden järjestelmän ensimmäistä käyttöönottajaa; yhteistestauksen läpäisy on rivi",
            sv: "gäller den första som tar ett nytt system i bruk; att systemet har klarat samtestningen är en rad",
        },
    ),
    of("KD-18", DEFINITION),
    of("KD-21", DEFINITION),
    of(
        "KS-03",
        text! {
            en: "shows in the data that are stored, not in a plan",
            fi: "näkyy tallennettavista tiedoista, ei suunnitelmasta",
            sv: "framgår av de uppgifter som lagras, inte av en plan",
        },
    ),
    of("KS-11", MONITORING),
    of("KS-13", INFORMATIVE),
];

const MONITORING: kanta_conformance::Text = text! {
    en: "how an organisation monitors itself; that its plan is there and up to date are rows",
    fi: "miten organisaatio valvoo itseään; että suunnitelma on olemassa ja ajan tasalla, on rivejä",
    sv: "hur en organisation övervakar sig själv; att dess plan finns och är aktuell är rader",
};

const OF_SUPPLIERS: kanta_conformance::Text = text! {
    en: "asked of suppliers; that the system is approved is a row",
    fi: "koskee toimittajia; että järjestelmä on hyväksytty, on rivi",
    sv: "gäller leverantörer; att systemet är godkänt är en rad",
};
