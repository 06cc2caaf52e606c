//! Where a finding stands and where its rule does, in words.

use core::fmt::Write as _;

use kanta_conformance::{
    Citation, Edition, Editions, EntryKey, Escaped, FieldPath, Language, Text, text,
};

use super::Words;

/// A path in people's words, in each language.
pub(crate) fn location(path: &FieldPath) -> Words {
    let spoken = Spoken::of(path);
    Words::said(|language| spoken.say(language))
}

/// Where a rule stands on a day: its clauses in the edition of that day, or in the first that has it.
pub fn clauses(citations: &[Citation], on: Option<&Edition>, language: Language) -> String {
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
            let editions = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
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
pub fn clause(clause: &str, language: Language) -> String {
    let parts = clause.split(", ").map(|part| {
        let (word, number) = part.split_once(' ').unwrap_or((part, ""));
        let word = match word {
            "abbreviations" => text! { en: "abbreviations", fi: "lyhenteet", sv: "förkortningar" },
            "note" => text! { en: "note", fi: "huomautus", sv: "anmärkning" },
            "table" => text! { en: "table", fi: "taulukko", sv: "tabell" },
            _ => return part.to_owned(),
        };
        format!("{} {number}", word.get(language))
            .trim_end()
            .to_owned()
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// A path in people's words: access point `ap1`, field `addresses[0].fixed`.
pub fn place(path: &FieldPath, language: Language) -> String {
    Spoken::of(path).say(language)
}

/// A path, taken apart once for every language.
struct Spoken<'a> {
    path: &'a FieldPath,
    table: &'a str,
    key: EntryKey<&'a str>,
    /// What is inside the entry.
    field: String,
}

impl<'a> Spoken<'a> {
    fn of(path: &'a FieldPath) -> Self {
        let mut names = path.names().into_iter();
        let (table, key) = names.next().unwrap_or(("", EntryKey::Whole));
        let mut field = String::new();
        for (table, key) in names {
            if !field.is_empty() {
                field.push('.');
            }
            // Writing to a string cannot fail.
            write!(field, "{table}{key}").ok();
        }
        Self {
            path,
            table,
            key,
            field,
        }
    }

    fn say(&self, language: Language) -> String {
        let Some(name) = table_name(self.table) else {
            return format!("`{}`", Escaped(&self.path.to_string()));
        };
        let mut place = name.get(language).to_owned();
        match self.key {
            EntryKey::Whole => {}
            EntryKey::Id(id) => {
                place.push_str(" `");
                write!(place, "{}", Escaped(id)).ok();
                place.push('`');
            }
            EntryKey::Index(index) => {
                write!(place, " {}", index.saturating_add(1)).ok();
            }
        }
        if !self.field.is_empty() {
            let word = text! { en: ", field `", fi: ", kenttä `", sv: ", fält `" };
            place.push_str(word.get(language));
            write!(place, "{}", Escaped(&self.field)).ok();
            place.push('`');
        }
        place
    }
}

/// What an entry of a table of a plan is called.
fn table_name(table: &str) -> Option<Text> {
    Some(match table {
        "access_point" => text! { en: "access point", fi: "liityntäpiste", sv: "anslutningspunkt" },
        "link" => text! { en: "link", fi: "yhteys", sv: "teleförbindelse" },
        "use" => text! { en: "use", fi: "käyttö", sv: "användning" },
        "consolidation_point" => {
            text! { en: "consolidation point", fi: "kokoamispiste", sv: "samlingspunkt" }
        }
        "party" => text! { en: "joining party", fi: "liittyjä", sv: "anslutande aktör" },
        "trust" => text! { en: "trust", fi: "luottamus", sv: "förtroende" },
        "volume" => text! { en: "volume", fi: "volyymi", sv: "volym" },
        "intermediary" => {
            text! { en: "Kanta intermediary", fi: "Kanta-välittäjä", sv: "Kanta-förmedlare" }
        }
        "other_party" => {
            text! { en: "other party", fi: "toinen liittyjä", sv: "annan anslutande aktör" }
        }
        "organiser" => text! { en: "organiser", fi: "palvelunjärjestäjä", sv: "tjänsteanordnare" },
        "tenant" => text! { en: "tenant", fi: "vuokralainen", sv: "hyresgäst" },
        "pharmacy" => text! { en: "pharmacy", fi: "apteekki", sv: "apotek" },
        "system" => text! { en: "system", fi: "järjestelmä", sv: "system" },
        "attested" => text! { en: "attestation", fi: "vakuutus", sv: "intyg" },
        "ruling" => text! { en: "ruling", fi: "ratkaisu", sv: "avgörande" },
        "readiness" => {
            text! { en: "going live", fi: "tuotantoon siirtyminen", sv: "produktionsstart" }
        }
        "signature_certificate" => text! {
            en: "system signature certificate",
            fi: "järjestelmäallekirjoitusvarmenne",
            sv: "systemsignaturcertifikat",
        },
        _ => return None,
    })
}
