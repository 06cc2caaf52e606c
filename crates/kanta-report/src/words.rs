//! The words of a report that are not those of a requirement.

mod failures;

use kanta_conformance::{Date, Edition, Escaped, FieldPath, Language, Text, text};
use kanta_policy::PlanFile;
use kanta_policy::readiness::LeadTime;

use crate::dates::{self, As};
use crate::view::{Bound, Certainty, Evidence, Gap, InForce, JudgedOn, Level, Outcome, Verdict};
pub use crate::view::{clause, clauses, place};
pub use failures::{CUTS_OFF, FAILURES, HOLDS, JOINING_PARTY, LEFT, ON_PAPER_ONLY, resilience};

pub const VIOLATED: Text = text! { en: "VIOLATED", fi: "RIKOTTU", sv: "BRYTER MOT ANVISNINGEN" };
pub const NOT_KNOWN: Text = text! { en: "NOT KNOWN", fi: "EI TIEDOSSA", sv: "INTE KÄNT" };
pub const ADVICE: Text = text! { en: "RECOMMENDATIONS", fi: "SUOSITUKSIA", sv: "REKOMMENDATIONER" };
pub const NOTES: Text = text! { en: "WORTH KNOWING", fi: "HYVÄ TIETÄÄ", sv: "BRA ATT VETA" };
pub const RESTS_ON: Text = text! {
    en: "ON SOMEBODY'S WORD",
    fi: "VAKUUTUKSEN TAI RATKAISUN VARASSA",
    sv: "PÅ INTYG ELLER AVGÖRANDE",
};
pub const UNUSED: Text = text! { en: "WITHOUT EFFECT", fi: "VAILLA VAIKUTUSTA", sv: "UTAN VERKAN" };
pub const NOT_IN_FORCE: Text = text! {
    en: "NOT IN FORCE ON THE EVALUATION DAY",
    fi: "EI VOIMASSA ARVIOINTIPÄIVÄNÄ",
    sv: "GÄLLER INTE PÅ BEDÖMNINGSDAGEN",
};
pub const SATISFIED: Text = text! { en: "SATISFIED", fi: "TÄYTTYY", sv: "UPPFYLLT" };
pub const NOT_APPLICABLE: Text =
    text! { en: "DOES NOT APPLY", fi: "EI KOSKE", sv: "TILLÄMPAS INTE" };

pub const FOUND: Text = text! { en: "found", fi: "todettu", sv: "hittat" };
pub const REQUIRED: Text = text! { en: "required", fi: "vaadittu", sv: "krävs" };
pub const AT: Text = text! { en: "where", fi: "missä", sv: "var" };
pub const ASKS: Text = text! { en: "rule", fi: "sääntö", sv: "regel" };
pub const CLAUSE: Text = text! { en: "clause", fi: "kohta", sv: "avsnitt" };
pub const DO: Text = text! { en: "to do", fi: "tehtävä", sv: "att göra" };
pub const FILL_IN: Text = text! { en: "fill in", fi: "täydennä", sv: "fyll i" };
pub const OPEN: Text = text! { en: "open", fi: "avoinna", sv: "öppet" };
pub const READING: Text = text! { en: "read as", fi: "tulkinta", sv: "tolkning" };
/// What a finding that is not known opens with, before the statement.
pub const QUESTION: Text =
    text! { en: "not known whether", fi: "ei tiedossa, täyttyykö:", sv: "inte känt om" };
pub const ONLY_THIS_DOCUMENT: Text = text! {
    en: "only this document can tell, or somebody's attestation:",
    fi: "vain tämä asiakirja tai jonkun vakuutus voi kertoa sen:",
    sv: "bara detta dokument eller någons intyg kan avgöra det:",
};
pub const COUNT_VIOLATED: Text = text! { en: "violated", fi: "rikottu", sv: "brutna" };
pub const COUNT_NOT_KNOWN: Text = text! { en: "not known", fi: "ei tiedossa", sv: "inte kända" };
pub const COUNT_SET_ASIDE: Text =
    text! { en: "set aside", fi: "sivuun jätetty", sv: "lagda åt sidan" };
pub const COUNT_FAULTS: Text = text! { en: "faults", fi: "vikaa", sv: "fel" };
/// The label of what somebody accepted, and of what was there before.
pub const ACCEPTED: Text = text! { en: "accepted", fi: "poikkeus", sv: "undantag" };
pub const KNOWN: Text = text! { en: "known", fi: "ennalta", sv: "känt" };
pub const IN_THE_BASELINE: Text = text! {
    en: "in the baseline",
    fi: "vertailupohjassa",
    sv: "finns i baslinjen",
};
pub const ACCEPTED_FINDINGS: Text =
    text! { en: "ACCEPTED", fi: "HYVÄKSYTYT POIKKEUKSET", sv: "ACCEPTERADE UNDANTAG" };
pub const NOT_ASKED: Text = text! { en: "not asked", fi: "ei kysytty", sv: "inte frågat" };
pub const LATER_EDITION: Text = text! {
    en: "A later edition may exist: 3.18 (2025-11-03) is the last that this version knows.",
    fi: "Uudempi versio voi olla olemassa: 3.18 (3.11.2025) on viimeinen, jonka tämä ohjelma tuntee.",
    sv: "En nyare version kan finnas: 3.18 (3.11.2025) är den sista som detta program känner till.",
};
pub const GUIDE: Text = text! {
    en: "Kela's guide \"Technical connection models\"",
    fi: "Kelan ohje \"Tekniset liittymismallit\"",
    sv: "FPA:s anvisning \"Tekniska anslutningsmodeller\"",
};
pub const ATTESTED: Text = text! { en: "attested", fi: "vakuutus", sv: "intygat" };
pub const RULED: Text = text! { en: "ruling", fi: "ratkaisu", sv: "beslut" };
pub const CONFORMS: Text = text! {
    en: "conforms as far as this guide can be checked",
    fi: "on ohjeen mukainen siltä osin kuin sen voi tarkistaa",
    sv: "följer anvisningen så långt den kan kontrolleras",
};
/// The same where there is little room.
pub const CONFORMS_SHORT: Text =
    text! { en: "conforms", fi: "on ohjeen mukainen", sv: "följer anvisningen" };
pub const CONFORMS_NOT: Text = text! {
    en: "does not conform",
    fi: "ei ole ohjeen mukainen",
    sv: "följer inte anvisningen",
};
pub const UNDETERMINED: Text =
    text! { en: "undetermined", fi: "ei ratkaistavissa", sv: "kan inte avgöras" };
pub const UNREADABLE: Text =
    text! { en: "cannot be read", fi: "ei ole luettavissa", sv: "kan inte läsas" };
pub const ID: Text = text! { en: "id", fi: "tunnus", sv: "id" };

pub const RULING_HINT: Text = text! {
    en: "the guide leaves this open; where somebody has decided it, record a [[ruling]] in the plan",
    fi: "ohje jättää tämän avoimeksi; jos joku on ratkaissut sen, kirjaa suunnitelmaan [[ruling]]",
    sv: "anvisningen lämnar detta öppet; om någon har avgjort det, anteckna en [[ruling]] i planen",
};
/// Of what rests on a reading alone.
pub const BY_READING: Text = text! {
    en: "it falls short by our reading alone; the text does not state it as a duty",
    fi: "ei täyty vain oman tulkintamme mukaan; teksti ei sano sitä velvoitteeksi",
    sv: "uppfylls inte enligt enbart vår tolkning; texten anger det inte som en skyldighet",
};
pub const DATE_UNKNOWN: Text = text! {
    en: "The documents do not tell whether these were required on the evaluation day:",
    fi: "Asiakirjat eivät kerro, vaadittiinko näitä arviointipäivänä:",
    sv: "Dokumenten säger inte om detta krävdes på bedömningsdagen:",
};
pub const DATE_UNKNOWN_OF_ONE: Text = text! {
    en: "the documents do not tell whether this was required on that day",
    fi: "asiakirjat eivät kerro, vaadittiinko tätä kyseisenä päivänä",
    sv: "dokumenten säger inte om detta krävdes den dagen",
};
pub const PATH_NOT_CHECKED: Text = text! {
    en: "Path and revocation of the certificates are not checked.",
    fi: "Varmenteiden varmennepolkua ja sulkutilaa ei ole tarkistettu.",
    sv: "Certifikatens certifieringskedja och spärrstatus har inte kontrollerats.",
};

/// How binding it is, where it is not a Must.
pub fn level(level: impl Into<Level>) -> Text {
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
pub fn certainty(certainty: impl Into<Certainty>) -> Text {
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
pub fn evidence(evidence: impl Into<Evidence>) -> Text {
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
pub const fn conformity(verdict: Verdict) -> Text {
    match verdict {
        Verdict::NonConforming => CONFORMS_NOT,
        Verdict::Undetermined => UNDETERMINED,
        Verdict::Conforming => CONFORMS,
    }
}

/// What a verdict says of a certificate, before the name of the profile.
pub const fn fitness(verdict: Verdict) -> Text {
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
pub const fn readiness(verdict: Verdict) -> Text {
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
pub const fn outcome(outcome: Outcome) -> Text {
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
pub fn verdict(
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
pub fn gap(gap: impl Into<Gap>) -> Text {
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

/// `edition 3.17 (2025-09-01)`.
pub fn edition(edition: &Edition, language: Language) -> String {
    let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
    format!(
        "{word} {} ({})",
        edition.version,
        edition.date.display(language)
    )
}

/// Why nothing is known of a requirement on the day, and what is known of its days.
pub fn date_unknown(
    in_force: impl Into<InForce>,
    judged_on: impl Into<JudgedOn>,
    language: Language,
) -> String {
    let days = dates::in_force(in_force, judged_on, language);
    format!("{}: {days}", DATE_UNKNOWN_OF_ONE.get(language))
}

/// What is said of a file that the plan names and that is not there.
pub fn absent(file: &str, language: Language) -> String {
    let (before, after) = match language {
        Language::En => ("the file", "is not there"),
        Language::Fi => ("tiedostoa", "ei ole"),
        Language::Sv => ("filen", "finns inte"),
    };
    format!("{before} `{}` {after}", Escaped(file))
}

/// `in force from edition 3.17 (2025-09-01)`, where the days are known.
pub fn in_force(in_force: impl Into<InForce>, language: Language) -> Option<String> {
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

/// A place of a plan in people's words, with the file that is missing there.
pub fn place_in(file: &PlanFile, path: &FieldPath, language: Language) -> String {
    let place = place(path, language);
    match file.absent_at(path) {
        Some(name) => format!("{place}: {}", absent(name, language)),
        None => place,
    }
}

/// How long before something has to be done.
pub fn lead(lead: LeadTime, language: Language) -> String {
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
pub fn expired(on: Date, language: Language) -> String {
    let on = on.display(language);
    match language {
        Language::En => format!("the data set expired on {on}: every answer is deny"),
        Language::Fi => format!("aineisto vanheni {on}: jokainen vastaus on kielto"),
        Language::Sv => format!("datamängden gick ut den {on}: varje svar är nekande"),
    }
}

/// How an entry of the calendar stands: whether it is done, too late, and whether its last day is over.
pub const fn deadline(done: Option<bool>, late: bool, over: bool) -> Text {
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
pub fn stale(report: &crate::view::AcceptanceReport, language: Language) -> String {
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
pub fn set_aside(left: crate::view::SetAside, language: Language) -> String {
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
