//! The words of a report that are not those of a requirement.

use kanta_conformance::{Date, Edition, Escaped, FieldPath, Language, Text};
use kanta_policy::PlanFile;
use kanta_policy::readiness::LeadTime;

use crate::dates::{self, As};
use crate::view::{Bound, Certainty, Evidence, Gap, InForce, JudgedOn, Level, Outcome, Verdict};
pub use crate::view::{clause, clauses, place};

pub const VIOLATED: Text = Text::new("VIOLATED", "RIKOTTU", "BRYTER MOT ANVISNINGEN");
pub const NOT_KNOWN: Text = Text::new("NOT KNOWN", "EI TIEDOSSA", "INTE KÄNT");
pub const ADVICE: Text = Text::new("RECOMMENDATIONS", "SUOSITUKSIA", "REKOMMENDATIONER");
pub const NOTES: Text = Text::new("WORTH KNOWING", "HYVÄ TIETÄÄ", "BRA ATT VETA");
pub const RESTS_ON: Text = Text::new(
    "ON SOMEBODY'S WORD",
    "VAKUUTUKSEN TAI RATKAISUN VARASSA",
    "PÅ INTYG ELLER AVGÖRANDE",
);
pub const UNUSED: Text = Text::new("WITHOUT EFFECT", "VAILLA VAIKUTUSTA", "UTAN VERKAN");
pub const NOT_IN_FORCE: Text = Text::new(
    "NOT IN FORCE ON THE EVALUATION DAY",
    "EI VOIMASSA ARVIOINTIPÄIVÄNÄ",
    "GÄLLER INTE PÅ BEDÖMNINGSDAGEN",
);
pub const SATISFIED: Text = Text::new("SATISFIED", "TÄYTTYY", "UPPFYLLT");
pub const NOT_APPLICABLE: Text = Text::new("DOES NOT APPLY", "EI KOSKE", "TILLÄMPAS INTE");

pub const FOUND: Text = Text::new("found", "todettu", "hittat");
pub const REQUIRED: Text = Text::new("required", "vaadittu", "krävs");
pub const AT: Text = Text::new("where", "missä", "var");
pub const ASKS: Text = Text::new("rule", "sääntö", "regel");
pub const CLAUSE: Text = Text::new("clause", "kohta", "avsnitt");
pub const DO: Text = Text::new("to do", "tehtävä", "att göra");
pub const FILL_IN: Text = Text::new("fill in", "täydennä", "fyll i");
pub const OPEN: Text = Text::new("open", "avoinna", "öppet");
pub const READING: Text = Text::new("read as", "tulkinta", "tolkning");
/// What a finding that is not known opens with, before the statement.
pub const QUESTION: Text = Text::new(
    "not known whether",
    "ei tiedossa, täyttyykö:",
    "inte känt om",
);
pub const ONLY_THIS_DOCUMENT: Text = Text::new(
    "only this document can tell, or somebody's attestation:",
    "vain tämä asiakirja tai jonkun vakuutus voi kertoa sen:",
    "bara detta dokument eller någons intyg kan avgöra det:",
);
pub const NOT_ASKED: Text = Text::new("not asked", "ei kysytty", "inte frågat");
pub const LATER_EDITION: Text = Text::new(
    "A later edition may exist: 3.18 (2025-11-03) is the last that this version knows.",
    "Uudempi versio voi olla olemassa: 3.18 (3.11.2025) on viimeinen, jonka tämä ohjelma tuntee.",
    "En nyare version kan finnas: 3.18 (3.11.2025) är den sista som detta program känner till.",
);
pub const GUIDE: Text = Text::new(
    "Kela's guide \"Technical connection models\"",
    "Kelan ohje \"Tekniset liittymismallit\"",
    "FPA:s anvisning \"Tekniska anslutningsmodeller\"",
);
pub const ATTESTED: Text = Text::new("attested", "vakuutus", "intygat");
pub const RULED: Text = Text::new("ruling", "ratkaisu", "beslut");
pub const CONFORMS: Text = Text::new(
    "conforms as far as this guide can be checked",
    "on ohjeen mukainen siltä osin kuin sen voi tarkistaa",
    "följer anvisningen så långt den kan kontrolleras",
);
/// The same where there is little room.
pub const CONFORMS_SHORT: Text = Text::new("conforms", "on ohjeen mukainen", "följer anvisningen");
pub const CONFORMS_NOT: Text = Text::new(
    "does not conform",
    "ei ole ohjeen mukainen",
    "följer inte anvisningen",
);
pub const UNDETERMINED: Text = Text::new("undetermined", "ei ratkaistavissa", "kan inte avgöras");
pub const UNREADABLE: Text = Text::new("cannot be read", "ei ole luettavissa", "kan inte läsas");
pub const ID: Text = Text::new("id", "tunnus", "id");

pub const RULING_HINT: Text = Text::new(
    "the guide leaves this open; where somebody has decided it, record a [[ruling]] in the plan",
    "ohje jättää tämän avoimeksi; jos joku on ratkaissut sen, kirjaa suunnitelmaan [[ruling]]",
    "anvisningen lämnar detta öppet; om någon har avgjort det, anteckna en [[ruling]] i planen",
);
/// Of what rests on a reading alone.
pub const BY_READING: Text = Text::new(
    "it falls short by our reading alone; the text does not state it as a duty",
    "ei täyty vain oman tulkintamme mukaan; teksti ei sano sitä velvoitteeksi",
    "uppfylls inte enligt enbart vår tolkning; texten anger det inte som en skyldighet",
);
pub const DATE_UNKNOWN: Text = Text::new(
    "The documents do not tell whether these were required on the evaluation day:",
    "Asiakirjat eivät kerro, vaadittiinko näitä arviointipäivänä:",
    "Dokumenten säger inte om detta krävdes på bedömningsdagen:",
);
pub const DATE_UNKNOWN_OF_ONE: Text = Text::new(
    "the documents do not tell whether this was required on that day",
    "asiakirjat eivät kerro, vaadittiinko tätä kyseisenä päivänä",
    "dokumenten säger inte om detta krävdes den dagen",
);
pub const PATH_NOT_CHECKED: Text = Text::new(
    "Path and revocation of the certificates are not checked.",
    "Varmenteiden varmennepolkua ja sulkutilaa ei ole tarkistettu.",
    "Certifikatens certifieringskedja och spärrstatus har inte kontrollerats.",
);

/// How binding it is, where it is not a Must.
pub fn level(level: impl Into<Level>) -> Text {
    match level.into() {
        Level::Must => Text::new("binding", "sitova", "bindande"),
        Level::Should => Text::new("recommended", "suositus", "rekommendation"),
        Level::Note => Text::new(
            "observed, not a duty",
            "havainto, ei velvoite",
            "iakttagelse, ingen plikt",
        ),
    }
}

/// How it is known.
pub fn certainty(certainty: impl Into<Certainty>) -> Text {
    match certainty.into() {
        Certainty::Documented => {
            Text::new("a text states it", "luetaan tekstistä", "står i en text")
        }
        Certainty::Interpreted => Text::new(
            "our reading of a text",
            "oma tulkintamme tekstistä",
            "vår tolkning av en text",
        ),
        Certainty::Inferred => Text::new(
            "follows from texts",
            "päätelty teksteistä",
            "följer av texter",
        ),
        Certainty::Observed => Text::new(
            "seen in real certificates",
            "nähty oikeissa varmenteissa",
            "sett i riktiga certifikat",
        ),
    }
}

/// What its findings rest on.
pub fn evidence(evidence: impl Into<Evidence>) -> Text {
    match evidence.into() {
        Evidence::Computed => Text::new("computation", "laskenta", "beräkning"),
        Evidence::Stated => Text::new(
            "what the plan states",
            "mitä suunnitelma kertoo",
            "vad planen uppger",
        ),
        Evidence::Attested => Text::new("an attestation", "vakuutus", "ett intyg"),
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
        Verdict::Conforming => Text::new(
            "as far as it was asked and can be checked, it serves as",
            "siltä osin kuin kysyttiin ja voi tarkistaa, kelpaa:",
            "så långt det frågades och kan kontrolleras duger det som",
        ),
        Verdict::NonConforming => {
            Text::new("it does not serve as", "ei kelpaa:", "det duger inte som")
        }
        Verdict::Undetermined => Text::new(
            "it is undetermined whether it serves as",
            "ei ratkaistavissa, kelpaako:",
            "det kan inte avgöras om det duger som",
        ),
    }
}

/// What a verdict says of a checklist.
pub const fn readiness(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conforming => Text::new(
            "everything binding is done",
            "kaikki sitova on tehty",
            "allt bindande är gjort",
        ),
        Verdict::NonConforming => Text::new("not ready", "ei valmis", "inte klart"),
        Verdict::Undetermined => Text::new(
            "not known whether ready",
            "valmius ei tiedossa",
            "inte känt om klart",
        ),
    }
}

/// The outcome as a word.
pub const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::NotInForce => Text::new("not in force", "ei voimassa", "gäller inte"),
        Outcome::NotApplicable => Text::new("does not apply", "ei koske", "tillämpas inte"),
        Outcome::Satisfied => Text::new("satisfied", "täyttyy", "uppfyllt"),
        Outcome::Violated => Text::new("violated", "rikottu", "bryts"),
        Outcome::Undetermined => Text::new("not known", "ei tiedossa", "inte känt"),
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
        Gap::NoParty => Text::new(
            "the plan names no joining party: fill in `[party]`",
            "suunnitelma ei nimeä liittyjää: täydennä `[party]`",
            "planen anger ingen anslutande aktör: fyll i `[party]`",
        ),
        Gap::NoService => Text::new(
            "the plan uses no service: fill in `[[use]]`",
            "suunnitelma ei käytä mitään palvelua: täydennä `[[use]]`",
            "planen använder ingen tjänst: fyll i `[[use]]`",
        ),
        Gap::NoAccessPoint => Text::new(
            "the plan has no access point: fill in `[[access_point]]`",
            "suunnitelmassa ei ole liityntäpistettä: täydennä `[[access_point]]`",
            "planen har ingen anslutningspunkt: fyll i `[[access_point]]`",
        ),
        Gap::NoApplicableMust => Text::new(
            "no binding requirement applies to what the plan says",
            "mikään sitova vaatimus ei koske sitä, mitä suunnitelmassa on",
            "inget bindande krav gäller det som planen säger",
        ),
        Gap::BeforeFirstEdition => Text::new(
            "the day lies before the first known edition of the guide (2.6 of 29.4.2010)",
            "päivä on ennen ohjeen ensimmäistä tunnettua versiota (2.6, 29.4.2010)",
            "dagen ligger före anvisningens första kända version (2.6 av 29.4.2010)",
        ),
        Gap::Other => Text::new("something is missing", "jotain puuttuu", "något saknas"),
    }
}

/// `edition 3.17 (2025-09-01)`.
pub fn edition(edition: &Edition, language: Language) -> String {
    let word = Text::new("edition", "versio", "version").get(language);
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
    let word = Text::new("in force", "voimassa", "gäller").get(language);
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
        _ => Text::new(
            "no lead time is stated",
            "aikaa ei ole ilmoitettu",
            "ingen tid är angiven",
        )
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
        (Some(true), _) if late => Text::new("done too late", "tehty myöhässä", "gjort för sent"),
        (Some(true), _) => Text::new("done", "tehty", "gjort"),
        (Some(false), true) => Text::new("late", "myöhässä", "försenat"),
        (None, true) => Text::new("day passed", "päivä mennyt", "dagen passerad"),
        (_, false) => Text::new("to do", "tehtävä", "att göra"),
    }
}
