//! The words of the reports on an index.

pub(super) use kanta_report::words::{
    ASKS as RULE, CLAUSE, DO as TO_DO, FILL_IN, FOUND, ID, OPEN, QUESTION as NOT_KNOWN, READING,
    REQUIRED, expired,
};

use kanta_address_index::{ChangeKind, Validity};
use kanta_conformance::{Bound, Citation, Date, InForce, Language, OutcomeKind, Text, text};

pub(super) const PERMIT: Text = text! { en: "permit", fi: "sallittu", sv: "tillåtet" };
pub(super) const DENY: Text = text! { en: "deny", fi: "kielletty", sv: "nekat" };
pub(super) const WHO: Text = text! { en: "who", fi: "kuka", sv: "vem" };
pub(super) const MISSING: Text =
    text! { en: "Missing links", fi: "Puuttuvat ehdot", sv: "Saknade villkor" };
pub(super) const QUESTIONS: Text = text! {
    en: "What the guide leaves open",
    fi: "Mitä ohje jättää avoimeksi",
    sv: "Vad anvisningen lämnar öppet",
};
pub(super) const LOOKED_AT: Text =
    text! { en: "Also looked at", fi: "Lisäksi tarkasteltu", sv: "Även granskat" };
pub(super) const RIGHT: Text =
    text! { en: "by the right", fi: "käyttövaltuus", sv: "genom rättigheten" };
pub(super) const NEAREST: Text = text! {
    en: "the nearest right",
    fi: "lähin käyttövaltuus",
    sv: "närmaste rättighet",
};
pub(super) const THROUGH: Text = text! { en: "through", fi: "liityntäpiste", sv: "via" };
pub(super) const NONE: Text = text! { en: "none", fi: "ei mitään", sv: "inget" };
pub(super) const NO_CHANGE: Text =
    text! { en: "no change", fi: "ei muutosta", sv: "ingen ändring" };
pub(super) const GAINED: Text = text! {
    en: "Rights gained",
    fi: "Saadut käyttövaltuudet",
    sv: "Vunna rättigheter",
};
pub(super) const LOST: Text = text! {
    en: "Rights lost",
    fi: "Menetetyt käyttövaltuudet",
    sv: "Förlorade rättigheter",
};
pub(super) const TENANTS_GAINED: Text =
    text! { en: "Tenants gained", fi: "Saadut vuokralaiset", sv: "Vunna hyresgäster" };
pub(super) const TENANTS_LOST: Text = text! {
    en: "Tenants lost",
    fi: "Menetetyt vuokralaiset",
    sv: "Förlorade hyresgäster",
};
pub(super) const UNITS_GAINED: Text = text! {
    en: "Service units gained",
    fi: "Saadut palveluyksiköt",
    sv: "Vunna serviceenheter",
};
pub(super) const UNITS_LOST: Text = text! {
    en: "Service units lost",
    fi: "Menetetyt palveluyksiköt",
    sv: "Förlorade serviceenheter",
};
pub(super) const ADDRESSES: Text = text! { en: "Addresses", fi: "Osoitteet", sv: "Adresser" };
pub(super) const RECORDS: Text = text! { en: "Records", fi: "Tietueet", sv: "Poster" };
pub(super) const NOBODY: Text = text! { en: "nobody", fi: "ei kenenkään", sv: "ingens" };
pub(super) const BROKEN: Text = text! {
    en: "Broken without being withdrawn",
    fi: "Katkeaa, vaikkei poistettu",
    sv: "Bryts utan att ha dragits tillbaka",
};
pub(super) const IDLE: Text = text! {
    en: "Rights that would never permit",
    fi: "Käyttövaltuudet, jotka eivät sallisi minään päivänä",
    sv: "Rättigheter som aldrig skulle tillåta något",
};
pub(super) const BROUGHT: Text = text! {
    en: "Findings that the order brings",
    fi: "Havainnot, jotka tilaus tuo",
    sv: "Iakttagelser som beställningen för med sig",
};
pub(super) const TAKEN: Text = text! {
    en: "Findings that the order takes away",
    fi: "Havainnot, jotka tilaus poistaa",
    sv: "Iakttagelser som beställningen tar bort",
};
pub(super) const STOPS: Text = text! { en: "stops:", fi: "lakkaa:", sv: "upphör:" };
pub(super) const DATE_UNKNOWN: Text = text! {
    en: "it is not known whether this was required on that day",
    fi: "ei ole tiedossa, vaadittiinko tätä sinä päivänä",
    sv: "det är inte känt om detta krävdes den dagen",
};
pub(super) const UNKNOWN: Text = text! {
    en: "no id of the index and no OID",
    fi: "ei hakemiston tunnus eikä OID-tunnus",
    sv: "inget id i indexet och ingen OID",
};

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
        OutcomeKind::NotInForce => {
            text! { en: "not in force", fi: "ei voimassa", sv: "gäller inte" }
        }
        OutcomeKind::NotApplicable => {
            text! { en: "does not apply", fi: "ei koske", sv: "tillämpas inte" }
        }
        OutcomeKind::Satisfied => text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllt" },
        OutcomeKind::Violated => text! { en: "violated", fi: "rikottu", sv: "bryts" },
        OutcomeKind::Undetermined => text! { en: "not known", fi: "ei tiedossa", sv: "inte känt" },
    }
}

/// What happened to a record or an address.
pub(super) const fn change(kind: ChangeKind) -> Text {
    match kind {
        ChangeKind::Added => text! { en: "added", fi: "lisätty", sv: "tillagt" },
        ChangeKind::Withdrawn => text! { en: "withdrawn", fi: "poistettu", sv: "borttaget" },
        ChangeKind::Changed => text! { en: "changed", fi: "muuttunut", sv: "ändrat" },
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
                let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
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

/// A byte, counted from 0, that Windows-1252 has no letter for.
pub(super) fn no_letter(at: usize, language: Language) -> String {
    match language {
        Language::En => format!("byte {at} is no letter of Windows-1252"),
        Language::Fi => format!("tavu {at} ei ole Windows-1252:n kirjain"),
        Language::Sv => format!("byte {at} är ingen bokstav i Windows-1252"),
    }
}
