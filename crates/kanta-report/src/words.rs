//! The words of a report that are not those of a requirement.

mod failures;
mod index;
mod labels;

use kanta_conformance::{Date, Edition, Escaped, Language, Text, text};
use kanta_policy::readiness::LeadTime;

use crate::dates::{self, As};
pub(crate) use crate::view::clause;
use crate::view::{Bound, Certainty, Evidence, Gap, InForce, JudgedOn, Level, Outcome, Verdict};
pub(crate) use failures::{
    CUTS_OFF, FAILURES, HOLDS, JOINING_PARTY, LEFT, ON_PAPER_ONLY, resilience,
};
pub(crate) use index::{BY_PARTY, BY_REQUIREMENT, counted, resting, tally};
pub(crate) use labels::*;

/// How binding it is, where it is not a Must.
pub(crate) fn level(level: impl Into<Level>) -> Text {
    match level.into() {
        Level::Must => text! { en: "binding", fi: "sitova", sv: "bindande" },
        Level::Should => text! { en: "recommended", fi: "suositus", sv: "rekommendation" },
        Level::Note => text! {
            en: "observed, not a duty",
            fi: "havainto, ei velvoite",
            sv: "iakttagelse, ingen plikt",
        },
    }
}

/// How it is known.
pub(crate) fn certainty(certainty: impl Into<Certainty>) -> Text {
    match certainty.into() {
        Certainty::Documented => {
            text! { en: "a text states it", fi: "luetaan tekstistä", sv: "står i en text" }
        }
        Certainty::Interpreted => text! {
            en: "our reading of a text",
            fi: "oma tulkintamme tekstistä",
            sv: "vår tolkning av en text",
        },
        Certainty::Inferred => text! {
            en: "follows from texts",
            fi: "päätelty teksteistä",
            sv: "följer av texter",
        },
        Certainty::Observed => text! {
            en: "seen in real certificates",
            fi: "nähty oikeissa varmenteissa",
            sv: "sett i riktiga certifikat",
        },
    }
}

/// What its findings rest on.
pub(crate) fn evidence(evidence: impl Into<Evidence>) -> Text {
    match evidence.into() {
        Evidence::Computed => text! { en: "computation", fi: "laskenta", sv: "beräkning" },
        Evidence::Stated => text! {
            en: "what the plan states",
            fi: "mitä suunnitelma kertoo",
            sv: "vad planen uppger",
        },
        Evidence::Attested => text! { en: "an attestation", fi: "vakuutus", sv: "ett intyg" },
    }
}

/// What a verdict says of a plan or an index.
pub(crate) const fn conformity(verdict: Verdict) -> Text {
    match verdict {
        Verdict::NonConforming => CONFORMS_NOT,
        Verdict::Undetermined => UNDETERMINED,
        Verdict::Conforming => CONFORMS,
    }
}

/// What a verdict says of a certificate, before the name of the profile.
pub(crate) const fn fitness(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conforming => text! {
            en: "as far as it was asked and can be checked, it serves as",
            fi: "siltä osin kuin kysyttiin ja voi tarkistaa, kelpaa:",
            sv: "så långt det frågades och kan kontrolleras duger det som",
        },
        Verdict::NonConforming => {
            text! { en: "it does not serve as", fi: "ei kelpaa:", sv: "det duger inte som" }
        }
        Verdict::Undetermined => text! {
            en: "it is undetermined whether it serves as",
            fi: "ei ratkaistavissa, kelpaako:",
            sv: "det kan inte avgöras om det duger som",
        },
    }
}

/// What a verdict says of a checklist.
pub(crate) const fn readiness(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conforming => text! {
            en: "everything binding is done",
            fi: "kaikki sitova on tehty",
            sv: "allt bindande är gjort",
        },
        Verdict::NonConforming => text! { en: "not ready", fi: "ei valmis", sv: "inte klart" },
        Verdict::Undetermined => text! {
            en: "not known whether ready",
            fi: "valmius ei tiedossa",
            sv: "inte känt om klart",
        },
    }
}

/// The outcome as a word.
pub(crate) const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::NotInForce => text! { en: "not in force", fi: "ei voimassa", sv: "gäller inte" },
        Outcome::NotApplicable => {
            text! { en: "does not apply", fi: "ei koske", sv: "tillämpas inte" }
        }
        Outcome::Satisfied => text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllt" },
        Outcome::Violated => text! { en: "violated", fi: "rikottu", sv: "bryts" },
        Outcome::Undetermined => text! { en: "not known", fi: "ei tiedossa", sv: "inte känt" },
    }
}

/// The verdict as the end of a sentence.
pub(crate) fn verdict(
    verdict: impl Into<Verdict>,
    attested: usize,
    ruled: usize,
    language: Language,
) -> String {
    let verdict = verdict.into();
    let words = conformity(verdict);
    let (on_attestation, on_ruling) = match language {
        Language::En => ("on attestation", "on ruling"),
        Language::Fi => ("vakuutuksen varassa", "ratkaisun varassa"),
        Language::Sv => ("på intyg", "på avgörande"),
    };
    match verdict {
        Verdict::Conforming => {
            format!(
                "{}; {attested} {on_attestation}, {ruled} {on_ruling}",
                words.get(language)
            )
        }
        _ => words.get(language).to_owned(),
    }
}

/// Why no plan could conform.
pub(crate) fn gap(gap: impl Into<Gap>) -> Text {
    match gap.into() {
        Gap::NoParty => text! {
            en: "the plan names no joining party: fill in `[party]`",
            fi: "suunnitelma ei nimeä liittyjää: täydennä `[party]`",
            sv: "planen anger ingen anslutande aktör: fyll i `[party]`",
        },
        Gap::NoService => text! {
            en: "the plan uses no service: fill in `[[use]]`",
            fi: "suunnitelma ei käytä mitään palvelua: täydennä `[[use]]`",
            sv: "planen använder ingen tjänst: fyll i `[[use]]`",
        },
        Gap::NoAccessPoint => text! {
            en: "the plan has no access point: fill in `[[access_point]]`",
            fi: "suunnitelmassa ei ole liityntäpistettä: täydennä `[[access_point]]`",
            sv: "planen har ingen anslutningspunkt: fyll i `[[access_point]]`",
        },
        Gap::NoApplicableMust => text! {
            en: "no binding requirement applies to what the plan says",
            fi: "mikään sitova vaatimus ei koske sitä, mitä suunnitelmassa on",
            sv: "inget bindande krav gäller det som planen säger",
        },
        Gap::BeforeFirstEdition => text! {
            en: "the day lies before the first known edition of the guide (2.6 of 29.4.2010)",
            fi: "päivä on ennen ohjeen ensimmäistä tunnettua versiota (2.6, 29.4.2010)",
            sv: "dagen ligger före anvisningens första kända version (2.6 av 29.4.2010)",
        },
        Gap::Other => {
            text! { en: "something is missing", fi: "jotain puuttuu", sv: "något saknas" }
        }
    }
}

/// `edition 3.18`, or that there was none.
pub(crate) fn edition_of(version: Option<&str>, language: Language) -> String {
    match version {
        Some(version) => {
            let word = text! { en: "edition", fi: "versio", sv: "version" };
            format!("{} {version}", word.get(language))
        }
        None => {
            let none = text! { en: "no edition", fi: "ei versiota", sv: "ingen version" };
            none.get(language).to_owned()
        }
    }
}

/// `edition 3.17 (2025-09-01)`.
pub(crate) fn edition(edition: &Edition, language: Language) -> String {
    let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
    format!(
        "{word} {} ({})",
        edition.version,
        edition.date.display(language)
    )
}

/// Why nothing is known of a requirement on the day, and what is known of its days.
pub(crate) fn date_unknown(
    in_force: impl Into<InForce>,
    judged_on: impl Into<JudgedOn>,
    language: Language,
) -> String {
    let days = dates::in_force(in_force, judged_on, language);
    format!("{}: {days}", DATE_UNKNOWN_OF_ONE.get(language))
}

/// What is said of a file that the plan names and that is not there.
pub(crate) fn absent(file: &str, language: Language) -> String {
    let (before, after) = match language {
        Language::En => ("the file", "is not there"),
        Language::Fi => ("tiedostoa", "ei ole"),
        Language::Sv => ("filen", "finns inte"),
    };
    format!("{before} `{}` {after}", Escaped(file))
}

/// `in force from edition 3.17 (2025-09-01)`, where the days are known.
pub(crate) fn in_force(in_force: impl Into<InForce>, language: Language) -> Option<String> {
    let InForce { from, until } = in_force.into();
    let day = |bound: Option<Bound>, stands: As| match bound {
        Some(Bound::On { on }) => Some(dates::when(on.0, stands, language)),
        _ => None,
    };
    let from = day(from, As::Since);
    let until = day(until, As::Until);
    let word = text! { en: "in force", fi: "voimassa", sv: "gäller" }.get(language);
    match (from, until) {
        (Some(from), Some(until)) => Some(format!("{word} {from} {until}")),
        (Some(day), None) | (None, Some(day)) => Some(format!("{word} {day}")),
        (None, None) => None,
    }
}

/// How long before something has to be done.
pub(crate) fn lead(lead: LeadTime, language: Language) -> String {
    match (lead, language) {
        (LeadTime::Days(days), Language::En) => format!("at least {days} days before"),
        (LeadTime::Days(days), Language::Fi) => format!("vähintään {days} päivää ennen"),
        (LeadTime::Days(days), Language::Sv) => format!("minst {days} dagar före"),
        (LeadTime::Months(months), Language::En) => format!("at least {months} months before"),
        (LeadTime::Months(months), Language::Fi) => format!("vähintään {months} kuukautta ennen"),
        (LeadTime::Months(months), Language::Sv) => format!("minst {months} månader före"),
        (LeadTime::Words(words), _) => words.get(language).to_owned(),
        _ => text! { en: "no lead time is stated", fi: "aikaa ei ole ilmoitettu", sv: "ingen tid är angiven" }
        .get(language)
        .to_owned(),
    }
}

/// That the data set expired on that day.
pub(crate) fn expired(on: Date, language: Language) -> String {
    let on = on.display(language);
    match language {
        Language::En => format!("the data set expired on {on}: every answer is deny"),
        Language::Fi => format!("aineisto vanheni {on}: jokainen vastaus on kielto"),
        Language::Sv => format!("datamängden gick ut den {on}: varje svar är nekande"),
    }
}

/// How an entry of the calendar stands: whether it is done, too late, and whether its last day is over.
pub(crate) const fn deadline(done: Option<bool>, late: bool, over: bool) -> Text {
    match (done, over) {
        (Some(true), _) if late => {
            text! { en: "done too late", fi: "tehty myöhässä", sv: "gjort för sent" }
        }
        (Some(true), _) => text! { en: "done", fi: "tehty", sv: "gjort" },
        (Some(false), true) => text! { en: "late", fi: "myöhässä", sv: "försenat" },
        (None, true) => text! { en: "day passed", fi: "päivä mennyt", sv: "dagen passerad" },
        (_, false) => text! { en: "to do", fi: "tehtävä", sv: "att göra" },
    }
}

/// What is out of date in a file of accepted findings.
pub(crate) fn stale(report: &crate::view::AcceptanceReport, language: Language) -> String {
    let [entries, expired, unused] = match language {
        Language::En => [
            "accepted findings",
            "expired",
            "accept nothing that is found",
        ],
        Language::Fi => [
            "hyväksyttyä löydöstä",
            "vanhentunut",
            "ei hyväksy mitään, mitä löytyy",
        ],
        Language::Sv => [
            "accepterade fynd",
            "har upphört",
            "accepterar ingenting som finns",
        ],
    };
    let (all, old, idle) = (report.entries, report.expired, report.unused);
    format!("{all} {entries}: {old} {expired}, {idle} {unused}")
}

/// What is set aside of a file's findings, and what is left.
pub(crate) fn set_aside(left: crate::view::SetAside, language: Language) -> String {
    let (accepted, unchanged) = (left.accepted, left.unchanged);
    let verdict = conformity(left.verdict).get(language);
    match language {
        Language::En => format!(
            "Set aside: {accepted} accepted, {unchanged} in the baseline. Without them: {verdict}."
        ),
        Language::Fi => format!(
            "Sivuun jätetty: {accepted} hyväksyttyä, {unchanged} vertailupohjassa. Ilman niitä: {verdict}."
        ),
        Language::Sv => format!(
            "Lagt åt sidan: {accepted} accepterade, {unchanged} i baslinjen. Utan dem: {verdict}."
        ),
    }
}
