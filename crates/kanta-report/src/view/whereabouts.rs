//! Where a finding stands and where its rule does, in words.

use kanta_conformance::{Citation, Edition, Editions, Escaped, FieldPath, Key, Language, Text};

use super::Words;

/// A path in people's words, in each language.
pub(crate) fn location(path: &FieldPath) -> Words {
    Words::said(|language| place(path, language))
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
pub fn clause(clause: &str, language: Language) -> String {
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

/// A path in people's words: access point `ap1`, field `addresses[0].fixed`.
pub fn place(path: &FieldPath, language: Language) -> String {
    let mut names = path.names().into_iter();
    let (table, key) = names.next().unwrap_or(("", Key::Whole));
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
        _ => return format!("`{}`", Escaped(&path.to_string())),
    };
    let field_word = Text::new("field", "kenttä", "fält").get(language);
    let name = name.get(language);
    let id = match key {
        Key::Whole => String::new(),
        Key::Id(id) => format!(" `{}`", Escaped(id)),
        Key::Index(index) => format!(" {}", index.saturating_add(1)),
    };
    let inside = names.map(|(table, key)| format!("{table}{key}"));
    let field = inside.collect::<Vec<_>>().join(".");
    if field.is_empty() {
        format!("{name}{id}")
    } else {
        format!("{name}{id}, {field_word} `{}`", Escaped(&field))
    }
}
