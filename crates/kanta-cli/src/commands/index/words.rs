//! The words of the reports on an index.

pub(super) use kanta_report::words::expired;

use kanta_address_index::{ChangeKind, Validity};
use kanta_conformance::{Bound, Citation, Date, Edition, InForce, Language, OutcomeKind, Text};

pub(super) const PERMIT: Text = Text::new("permit", "sallittu", "tillåtet");
pub(super) const DENY: Text = Text::new("deny", "kielletty", "nekat");
pub(super) const FOUND: Text = Text::new("found", "todettu", "hittat");
pub(super) const REQUIRED: Text = Text::new("required", "vaadittu", "krävs");
pub(super) const RULE: Text = Text::new("rule", "sääntö", "regel");
pub(super) const CLAUSE: Text = Text::new("clause", "kohta", "avsnitt");
pub(super) const READING: Text = Text::new("read as", "tulkinta", "tolkning");
pub(super) const TO_DO: Text = Text::new("to do", "tehtävä", "att göra");
pub(super) const WHO: Text = Text::new("who", "kuka", "vem");
pub(super) const ID: Text = Text::new("id", "tunnus", "id");
pub(super) const FILL_IN: Text = Text::new("fill in", "täydennä", "fyll i");
pub(super) const OPEN: Text = Text::new("open", "avoinna", "öppet");
pub(super) const WHERE: Text = Text::new("where", "missä", "var");
pub(super) const FILE: Text = Text::new("file", "tiedosto", "fil");
pub(super) const JUDGED_ON: Text = Text::new("judged on", "arvioitu", "bedömt den");
pub(super) const NOT_KNOWN: Text = Text::new(
    "not known whether",
    "ei tiedossa, täyttyykö:",
    "inte känt om",
);
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
pub(super) const NO_CHANGE: Text = Text::new("no change", "ei muutosta", "ingen ändring");
pub(super) const GAINED: Text = Text::new(
    "Rights gained",
    "Saadut käyttövaltuudet",
    "Vunna rättigheter",
);
pub(super) const LOST: Text = Text::new(
    "Rights lost",
    "Menetetyt käyttövaltuudet",
    "Förlorade rättigheter",
);
pub(super) const TENANTS_GAINED: Text =
    Text::new("Tenants gained", "Saadut vuokralaiset", "Vunna hyresgäster");
pub(super) const TENANTS_LOST: Text = Text::new(
    "Tenants lost",
    "Menetetyt vuokralaiset",
    "Förlorade hyresgäster",
);
pub(super) const UNITS_GAINED: Text = Text::new(
    "Service units gained",
    "Saadut palveluyksiköt",
    "Vunna serviceenheter",
);
pub(super) const UNITS_LOST: Text = Text::new(
    "Service units lost",
    "Menetetyt palveluyksiköt",
    "Förlorade serviceenheter",
);
pub(super) const ADDRESSES: Text = Text::new("Addresses", "Osoitteet", "Adresser");
pub(super) const RECORDS: Text = Text::new("Records", "Tietueet", "Poster");
pub(super) const NOBODY: Text = Text::new("nobody", "ei kenenkään", "ingens");
pub(super) const BROKEN: Text = Text::new(
    "Broken without being withdrawn",
    "Katkeaa, vaikkei poistettu",
    "Bryts utan att ha dragits tillbaka",
);
pub(super) const IDLE: Text = Text::new(
    "Rights that would never permit",
    "Käyttövaltuudet, jotka eivät sallisi minään päivänä",
    "Rättigheter som aldrig skulle tillåta något",
);
pub(super) const BROUGHT: Text = Text::new(
    "Findings that the order brings",
    "Havainnot, jotka tilaus tuo",
    "Iakttagelser som beställningen för med sig",
);
pub(super) const TAKEN: Text = Text::new(
    "Findings that the order takes away",
    "Havainnot, jotka tilaus poistaa",
    "Iakttagelser som beställningen tar bort",
);
pub(super) const BY_REQUIREMENT: Text = Text::new(
    "Findings by requirement",
    "Havainnot vaatimuksittain",
    "Iakttagelser per krav",
);
pub(super) const BY_PARTY: Text = Text::new(
    "Findings by party",
    "Havainnot osapuolittain",
    "Iakttagelser per part",
);
pub(super) const STOPS: Text = Text::new("stops:", "lakkaa:", "upphör:");
pub(super) const DATE_UNKNOWN: Text = Text::new(
    "it is not known whether this was required on that day",
    "ei ole tiedossa, vaadittiinko tätä sinä päivänä",
    "det är inte känt om detta krävdes den dagen",
);
pub(super) const UNKNOWN: Text = Text::new(
    "no id of the index and no OID",
    "ei hakemiston tunnus eikä OID-tunnus",
    "inget id i indexet och ingen OID",
);

/// `3 findings, 17 rights`.
pub(super) fn counted(findings: usize, rights: usize, language: Language) -> String {
    let [one, more, right, rights_word] = match language {
        Language::En => ["finding", "findings", "right", "rights"],
        Language::Fi => ["havainto", "havaintoa", "käyttövaltuus", "käyttövaltuutta"],
        Language::Sv => ["iakttagelse", "iakttagelser", "rättighet", "rättigheter"],
    };
    let found = if findings == 1 { one } else { more };
    let held = if rights == 1 { right } else { rights_word };
    format!("{findings} {found}, {rights} {held}")
}

/// `4 rights rest on it`.
pub(super) fn resting(rights: usize, language: Language) -> String {
    match (language, rights) {
        (Language::En, 1) => "1 right rests on it".to_owned(),
        (Language::En, _) => format!("{rights} rights rest on it"),
        (Language::Fi, 1) => "koskee yhtä käyttövaltuutta".to_owned(),
        (Language::Fi, _) => format!("koskee {rights} käyttövaltuutta"),
        (Language::Sv, 1) => "gäller 1 rättighet".to_owned(),
        (Language::Sv, _) => format!("gäller {rights} rättigheter"),
    }
}

/// `2 violated, 1 not known`, with no word of what there is none of.
pub(super) fn tally(violated: usize, undetermined: usize, language: Language) -> String {
    let [forbidden, open] = match language {
        Language::En => ["violated", "not known"],
        Language::Fi => ["rikottua", "ei tiedossa"],
        Language::Sv => ["brutna", "inte kända"],
    };
    let parts = [(violated, forbidden), (undetermined, open)];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    parts.join(", ")
}

/// A time as people write it: `1.1.2025 – 1.1.2026`.
pub(super) fn days(validity: Validity, language: Language) -> String {
    let day = |date: Option<Date>| date.map(|date| date.display(language).to_string());
    let from = day(validity.from).unwrap_or_else(|| "?".to_owned());
    match day(validity.until) {
        Some(until) => format!("{from} – {until}"),
        None => format!("{from} –"),
    }
}

/// What a row came to, where it is no fault.
pub(super) const fn outcome(kind: OutcomeKind) -> Text {
    match kind {
        OutcomeKind::NotInForce => Text::new("not in force", "ei voimassa", "gäller inte"),
        OutcomeKind::NotApplicable => Text::new("does not apply", "ei koske", "tillämpas inte"),
        OutcomeKind::Satisfied => Text::new("satisfied", "täyttyy", "uppfyllt"),
        OutcomeKind::Violated => Text::new("violated", "rikottu", "bryts"),
        OutcomeKind::Undetermined => Text::new("not known", "ei tiedossa", "inte känt"),
    }
}

/// What happened to a record or an address.
pub(super) const fn change(kind: ChangeKind) -> Text {
    match kind {
        ChangeKind::Added => Text::new("added", "lisätty", "tillagt"),
        ChangeKind::Withdrawn => Text::new("withdrawn", "poistettu", "borttaget"),
        ChangeKind::Changed => Text::new("changed", "muuttunut", "ändrat"),
    }
}

/// A tenant of a joining party, both in backticks.
pub(super) fn tenant(tenant: &str, host: &str, language: Language) -> String {
    match language {
        Language::En => format!("tenant {tenant} of {host}"),
        Language::Fi => format!("vuokralainen {tenant}, liittyjä {host}"),
        Language::Sv => format!("hyresgästen {tenant} hos {host}"),
    }
}

/// A service unit of a joining party, or all that have no annotation of their own.
pub(super) fn unit(unit: Option<&str>, party: &str, language: Language) -> String {
    match (language, unit) {
        (Language::En, Some(unit)) => format!("unit {unit} of {party}"),
        (Language::Fi, Some(unit)) => format!("yksikkö {unit}, liittyjä {party}"),
        (Language::Sv, Some(unit)) => format!("enheten {unit} hos {party}"),
        (Language::En, None) => {
            format!("every unit of {party} without an annotation of its own")
        }
        (Language::Fi, None) => {
            format!("jokainen yksikkö, jolla ei ole omaa merkintää, liittyjä {party}")
        }
        (Language::Sv, None) => format!("varje enhet utan egen anteckning hos {party}"),
    }
}

/// `edition 3.18`.
pub(super) fn edition(on: Date, language: Language) -> Option<String> {
    let word = Text::new("edition", "versio", "version").get(language);
    Edition::on(on).map(|edition| format!("{word} {}", edition.version))
}

/// Where a rule stands, with the editions that have it there: `2.3; 4.1.1 (edition 3.17 and
/// later)`.
pub(super) fn clauses(citations: &[Citation], in_force: InForce, language: Language) -> String {
    let groups = citations.chunk_by(|one, other| one.editions == other.editions);
    let groups = groups.map(|group| {
        let clauses: Vec<&str> = group.iter().map(|citation| citation.clause).collect();
        let clauses = clauses.join("; ");
        let Some(editions) = group.first().and_then(|citation| citation.editions) else {
            return clauses;
        };
        let first = editions.first;
        let words = match (language, editions.last) {
            (Language::En, None) => format!("edition {first} and later"),
            (Language::Fi, None) => format!("versiosta {first} alkaen"),
            (Language::Sv, None) => format!("från och med version {first}"),
            (_, Some(last)) => {
                let word = Text::new("edition", "versio", "version").get(language);
                format!("{word} {first}–{last}")
            }
        };
        format!("{clauses} ({words})")
    });
    let mut words = groups.collect::<Vec<_>>().join("; ");
    if let Bound::On(day) = in_force.from {
        let day = day.display(language);
        words.push_str(&match language {
            Language::En => format!("; in force from {day}"),
            Language::Fi => format!("; voimassa {day} alkaen"),
            Language::Sv => format!("; gäller från och med {day}"),
        });
    }
    words
}
