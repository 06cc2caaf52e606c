//! The words of a report that are not those of a requirement.

use kanta_conformance::{
    Bound, Certainty, Citation, Edition, Editions, Escaped, Evidence, Gap, InForce, Language,
    Level, Requirement, Text, Verdict,
};
use kanta_policy::PlanFile;

use super::dates::{self, As};

pub(super) const VIOLATED: Text = Text::new("VIOLATED", "RIKOTTU", "BRYTER MOT ANVISNINGEN");
pub(super) const NOT_KNOWN: Text = Text::new("NOT KNOWN", "EI TIEDOSSA", "INTE KÄNT");
pub(super) const ADVICE: Text = Text::new("RECOMMENDATIONS", "SUOSITUKSIA", "REKOMMENDATIONER");
pub(super) const NOTES: Text = Text::new("WORTH KNOWING", "HYVÄ TIETÄÄ", "BRA ATT VETA");
pub(super) const RESTS_ON: Text = Text::new(
    "ON SOMEBODY'S WORD",
    "VAKUUTUKSEN TAI RATKAISUN VARASSA",
    "PÅ INTYG ELLER AVGÖRANDE",
);
pub(super) const UNUSED: Text = Text::new("WITHOUT EFFECT", "VAILLA VAIKUTUSTA", "UTAN VERKAN");
pub(super) const NOT_IN_FORCE: Text = Text::new(
    "NOT IN FORCE ON THE EVALUATION DAY",
    "EI VOIMASSA ARVIOINTIPÄIVÄNÄ",
    "GÄLLER INTE PÅ BEDÖMNINGSDAGEN",
);
pub(super) const SATISFIED: Text = Text::new("SATISFIED", "TÄYTTYY", "UPPFYLLT");
pub(super) const NOT_APPLICABLE: Text = Text::new("DOES NOT APPLY", "EI KOSKE", "TILLÄMPAS INTE");

pub(super) const FOUND: Text = Text::new("found", "todettu", "hittat");
pub(super) const REQUIRED: Text = Text::new("required", "vaadittu", "krävs");
pub(super) const AT: Text = Text::new("where", "missä", "var");
pub(super) const ASKS: Text = Text::new("rule", "sääntö", "regel");
pub(super) const CLAUSE: Text = Text::new("clause", "kohta", "avsnitt");
pub(super) const DO: Text = Text::new("to do", "tehtävä", "att göra");
pub(super) const FILL_IN: Text = Text::new("fill in", "täydennä", "fyll i");
pub(super) const OPEN: Text = Text::new("open", "avoinna", "öppet");
pub(super) const READING: Text = Text::new("read as", "tulkinta", "tolkning");
/// What a finding that is not known opens with, before the statement.
pub(super) const QUESTION: Text = Text::new(
    "not known whether",
    "ei tiedossa, täyttyykö:",
    "inte känt om",
);
pub(super) const ID: Text = Text::new("id", "tunnus", "id");

pub(super) const RULING_HINT: Text = Text::new(
    "the guide leaves this open; where somebody has decided it, record a [[ruling]] in the plan",
    "ohje jättää tämän avoimeksi; jos joku on ratkaissut sen, kirjaa suunnitelmaan [[ruling]]",
    "anvisningen lämnar detta öppet; om någon har avgjort det, anteckna en [[ruling]] i planen",
);
/// Of what rests on a reading alone.
pub(crate) const BY_READING: Text = Text::new(
    "it falls short by our reading alone; the text does not state it as a duty",
    "ei täyty vain oman tulkintamme mukaan; teksti ei sano sitä velvoitteeksi",
    "uppfylls inte enligt enbart vår tolkning; texten anger det inte som en skyldighet",
);
pub(super) const DATE_UNKNOWN: Text = Text::new(
    "The documents do not tell whether these were required on the evaluation day:",
    "Asiakirjat eivät kerro, vaadittiinko näitä arviointipäivänä:",
    "Dokumenten säger inte om detta krävdes på bedömningsdagen:",
);
pub(super) const DATE_UNKNOWN_OF_ONE: Text = Text::new(
    "the documents do not tell whether this was required on that day",
    "asiakirjat eivät kerro, vaadittiinko tätä kyseisenä päivänä",
    "dokumenten säger inte om detta krävdes den dagen",
);
pub(super) const PATH_NOT_CHECKED: Text = Text::new(
    "Path and revocation of the certificates are not checked.",
    "Varmenteiden varmennepolkua ja sulkutilaa ei ole tarkistettu.",
    "Certifikatens certifieringskedja och spärrstatus har inte kontrollerats.",
);

/// How binding it is, where it is not a Must.
pub(super) const fn level(level: Level) -> Text {
    match level {
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
pub(super) const fn certainty(certainty: Certainty) -> Text {
    match certainty {
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
pub(super) const fn evidence(evidence: Evidence) -> Text {
    match evidence {
        Evidence::Computed => Text::new("computation", "laskenta", "beräkning"),
        Evidence::Stated => Text::new(
            "what the plan states",
            "mitä suunnitelma kertoo",
            "vad planen uppger",
        ),
        Evidence::Attested => Text::new("an attestation", "vakuutus", "ett intyg"),
    }
}

/// The verdict as the end of a sentence.
pub(super) fn verdict(
    verdict: Verdict,
    attested: usize,
    ruled: usize,
    language: Language,
) -> String {
    let words = match verdict {
        Verdict::NonConforming => Text::new(
            "does not conform",
            "ei ole ohjeen mukainen",
            "följer inte anvisningen",
        ),
        Verdict::Undetermined => Text::new("undetermined", "ei ratkaistavissa", "kan inte avgöras"),
        Verdict::Conforming => Text::new(
            "conforms as far as this guide can be checked",
            "on ohjeen mukainen siltä osin kuin sen voi tarkistaa",
            "följer anvisningen så långt den kan kontrolleras",
        ),
    };
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
pub(super) const fn gap(gap: Gap) -> Text {
    match gap {
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
        _ => Text::new("something is missing", "jotain puuttuu", "något saknas"),
    }
}

/// `edition 3.17 (2025-09-01)`.
pub(super) fn edition(edition: &Edition, language: Language) -> String {
    let word = Text::new("edition", "versio", "version").get(language);
    format!(
        "{word} {} ({})",
        edition.version,
        edition.date.display(language)
    )
}

/// Where a rule stands on a day: its clauses in the edition of that day, or in the first that has it.
pub(super) fn clauses(citations: &[Citation], on: Option<&Edition>, language: Language) -> String {
    let current: Vec<&Citation> = citations
        .iter()
        .filter(|c| on.is_some_and(|edition| c.covers(edition.version)))
        .collect();
    let shown: Vec<&Citation> = if current.is_empty() {
        citations.iter().collect()
    } else {
        current
    };
    let mut words: Vec<String> = Vec::new();
    for citation in shown {
        let mut place = String::new();
        let clause = clause(citation.clause, language);
        if let Some(Editions { first, last }) = citation.editions {
            place.push_str(&clause);
            let editions = Text::new("edition", "versio", "version").get(language);
            match last {
                Some(last) if last == first => place.push_str(&format!(" ({editions} {first})")),
                Some(last) => place.push_str(&format!(" ({editions} {first}–{last})")),
                None => {}
            }
        } else {
            place.push_str(citation.document.title.get(language));
            if let Some(date) = citation.document.date {
                place.push_str(&format!(", {}", date.display(language)));
            }
            if !clause.is_empty() {
                place.push_str(&format!(", {clause}"));
            }
        }
        words.push(place);
    }
    words.join("; ")
}

/// A clause as it is cited, its words in the language of the report: `5.1, table 1`.
pub(crate) fn clause(clause: &str, language: Language) -> String {
    let parts = clause.split(", ").map(|part| {
        let (word, number) = part.split_once(' ').unwrap_or((part, ""));
        let word = match word {
            "abbreviations" => Text::new("abbreviations", "lyhenteet", "förkortningar"),
            "note" => Text::new("note", "huomautus", "anmärkning"),
            "table" => Text::new("table", "taulukko", "tabell"),
            _ => return part.to_owned(),
        };
        format!("{} {number}", word.get(language))
            .trim_end()
            .to_owned()
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// Why nothing is known of a requirement on the day, and what is known of its days.
pub(super) fn date_unknown(requirement: &Requirement, language: Language) -> String {
    let days = dates::in_force(requirement, language);
    format!("{}: {days}", DATE_UNKNOWN_OF_ONE.get(language))
}

/// What is said of a file that the plan names and that is not there.
pub(super) fn absent(file: &str, language: Language) -> String {
    let (before, after) = match language {
        Language::En => ("the file", "is not there"),
        Language::Fi => ("tiedostoa", "ei ole"),
        Language::Sv => ("filen", "finns inte"),
    };
    format!("{before} `{}` {after}", Escaped(file))
}

/// A place of a plan in people's words, with the file that is missing there.
pub(super) fn place_in(file: &PlanFile, path: &str, language: Language) -> String {
    let place = place(path, language);
    match file.absent_at(path) {
        Some(name) => format!("{place}: {}", absent(name, language)),
        None => place,
    }
}

/// `in force from edition 3.17 (2025-09-01)`, where the days are known.
pub(super) fn in_force(in_force: InForce, language: Language) -> Option<String> {
    let day = |bound: Bound, stands: As| match bound {
        Bound::On(date) => Some(dates::when(date, stands, language)),
        _ => None,
    };
    let from = day(in_force.from, As::Since);
    let until = day(in_force.until, As::Until);
    let word = Text::new("in force", "voimassa", "gäller").get(language);
    match (from, until) {
        (Some(from), Some(until)) => Some(format!("{word} {from} {until}")),
        (Some(day), None) | (None, Some(day)) => Some(format!("{word} {day}")),
        (None, None) => None,
    }
}

/// A path in people's words: access point `ap1`, field `addresses[0].fixed`.
pub(super) fn place(path: &str, language: Language) -> String {
    let (table, rest) = match path.split_once(['.', '[']) {
        Some((table, _)) => (table, path.get(table.len()..).unwrap_or_default()),
        None => (path, ""),
    };
    let name = match table {
        "access_point" => Text::new("access point", "liityntäpiste", "anslutningspunkt"),
        "link" => Text::new("link", "yhteys", "teleförbindelse"),
        "use" => Text::new("use", "käyttö", "användning"),
        "consolidation_point" => Text::new("consolidation point", "kokoamispiste", "samlingspunkt"),
        "party" => Text::new("joining party", "liittyjä", "anslutande aktör"),
        "trust" => Text::new("trust", "luottamus", "förtroende"),
        "volume" => Text::new("volume", "volyymi", "volym"),
        "intermediary" => Text::new("Kanta intermediary", "Kanta-välittäjä", "Kanta-förmedlare"),
        "other_party" => Text::new("other party", "toinen liittyjä", "annan anslutande aktör"),
        "organiser" => Text::new("organiser", "palvelunjärjestäjä", "tjänsteanordnare"),
        "tenant" => Text::new("tenant", "vuokralainen", "hyresgäst"),
        "pharmacy" => Text::new("pharmacy", "apteekki", "apotek"),
        "system" => Text::new("system", "järjestelmä", "system"),
        "attested" => Text::new("attestation", "vakuutus", "intyg"),
        "ruling" => Text::new("ruling", "ratkaisu", "avgörande"),
        "readiness" => Text::new("going live", "tuotantoon siirtyminen", "produktionsstart"),
        "signature_certificate" => Text::new(
            "system signature certificate",
            "järjestelmäallekirjoitusvarmenne",
            "systemsignaturcertifikat",
        ),
        _ => return format!("`{}`", Escaped(path)),
    };
    let field_word = Text::new("field", "kenttä", "fält").get(language);
    let name = name.get(language);
    let (id, field) = if let Some(inner) = rest.strip_prefix('[') {
        let (index, field) = inner.split_once(']').unwrap_or((inner, ""));
        let number = index
            .parse::<usize>()
            .map_or(0, |index| index.saturating_add(1));
        (format!(" {number}"), field.trim_start_matches('.'))
    } else if matches!(
        table,
        "party" | "volume" | "signature_certificate" | "readiness"
    ) {
        (String::new(), rest.trim_start_matches('.'))
    } else if rest.is_empty() {
        // All of them together.
        (String::new(), "")
    } else {
        let inner = rest.trim_start_matches('.');
        let (id, field) = inner.split_once('.').unwrap_or((inner, ""));
        (format!(" `{}`", Escaped(id)), field)
    };
    if field.is_empty() {
        format!("{name}{id}")
    } else {
        format!("{name}{id}, {field_word} `{}`", Escaped(field))
    }
}
