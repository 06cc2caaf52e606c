//! Each fault as a sentence.

use kanta_conformance::{Language, Text, Value};

use super::{FaultKind, one_line};

impl FaultKind {
    /// The fault as a sentence in one language, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: &'static str, fi: &'static str, sv: &'static str| {
            Text::new(en, fi, sv).get(language)
        };
        let quoted = |text: &str| Value::words(text).display(language).to_string();
        let nearest = |nearest: Option<&str>| match nearest {
            Some(word) => {
                format!(
                    "; {} {}",
                    say("did you mean", "tarkoititko", "menade du"),
                    quoted(word)
                )
            }
            None => String::new(),
        };
        match self {
            Self::TooLarge { limit } => format!(
                "{} {limit} {}",
                say(
                    "the file is larger than a plan may be:",
                    "tiedosto on suurempi kuin suunnitelma saa olla:",
                    "filen är större än en plan får vara:"
                ),
                say("bytes", "tavua", "byte"),
            ),
            Self::File(why) => why.message(language),
            Self::NotUtf8 { offset } => format!(
                "{} {offset} {}",
                say("byte", "tavu", "byte"),
                say(
                    "is not UTF-8 text",
                    "ei ole UTF-8-tekstiä",
                    "är inte UTF-8-text"
                ),
            ),
            Self::Empty => say(
                "the file is empty: a plan begins with `format = 1`",
                "tiedosto on tyhjä: suunnitelma alkaa rivillä `format = 1`",
                "filen är tom: en plan börjar med `format = 1`",
            )
            .into(),
            Self::NotToml(words) => format!(
                "{}: {}",
                say(
                    "this is not TOML",
                    "tämä ei ole TOML-kieltä",
                    "detta är inte TOML"
                ),
                one_line(words),
            ),
            Self::UnknownFormat(found) => format!(
                "{} {}, {} `1`",
                say(
                    "unknown plan format",
                    "tuntematon suunnitelman muoto",
                    "okänt planformat"
                ),
                quoted(found),
                say("expected", "odotettu", "väntat"),
            ),
            Self::UnknownKey { key, nearest: near } => format!(
                "{} {}{}",
                say("unknown key", "tuntematon avain", "okänd nyckel"),
                quoted(key),
                nearest(*near),
            ),
            Self::KeyMissing { key } => format!(
                "{} `{key}` {}",
                say("the key", "avain", "nyckeln"),
                say(
                    "is missing, and nothing here can be understood without it",
                    "puuttuu, eikä tätä kohtaa voi ymmärtää ilman sitä",
                    "saknas, och utan den kan stället inte förstås"
                ),
            ),
            Self::WrongType {
                key,
                expected,
                found,
            } => format!(
                "{} {} {}, {} {}",
                quoted(key),
                say("takes", "ottaa arvoksi:", "tar"),
                expected.get(language),
                say("found", "löytyi", "hittade"),
                found.get(language),
            ),
            Self::UnknownWord {
                key,
                found,
                expected,
                nearest: near,
            } => {
                let words: Vec<String> = expected.iter().map(|word| format!("`{word}`")).collect();
                format!(
                    "{} {} {}{}; {} {}",
                    quoted(key),
                    say("does not take", "ei voi olla", "tar inte"),
                    quoted(found),
                    nearest(*near),
                    say(
                        "expected one of",
                        "odotettu jokin näistä:",
                        "väntat något av"
                    ),
                    words.join(", "),
                )
            }
            Self::NotA {
                key,
                expected,
                found,
            } => format!(
                "{}: {} {} {}",
                quoted(key),
                quoted(found),
                say("is not", "ei ole", "är inte"),
                expected.get(language),
            ),
            Self::BadOid {
                key,
                found,
                en,
                fi,
                sv,
            } => {
                let words = match language {
                    Language::En => en,
                    Language::Fi => fi,
                    Language::Sv => sv,
                };
                format!("{}: {}: {words}", quoted(key), quoted(found))
            }
            Self::DuplicateKey { key, line } => format!(
                "{} {}: {} {line} {}",
                quoted(key),
                say(
                    "is given twice",
                    "on annettu kahdesti",
                    "har angetts två gånger"
                ),
                say("first on line", "ensin rivillä", "först på rad"),
                say("and again here", "ja uudelleen tässä", "och på nytt här"),
            ),
            Self::DuplicateId { id, line } => format!(
                "{} {} {} {}",
                say("the id", "tunnus", "id"),
                quoted(id),
                say(
                    "is already used on line",
                    "on jo käytössä rivillä",
                    "används redan på rad"
                ),
                line,
            ),
            Self::Dangling {
                key,
                id,
                nearest: near,
            } => format!(
                "{}: {} {}{}",
                quoted(key),
                quoted(id),
                say(
                    "names nothing in this plan",
                    "ei viittaa mihinkään tässä suunnitelmassa",
                    "pekar inte på något i planen"
                ),
                nearest(near.as_deref()),
            ),
            Self::UnknownRequirement { id, nearest: near } => format!(
                "{} {}{}",
                say(
                    "there is no requirement",
                    "vaatimusta ei ole:",
                    "det finns inget krav"
                ),
                quoted(id),
                nearest(*near),
            ),
            Self::NotAttestable { id } => format!(
                "{} {} {}",
                say(
                    "nobody can attest",
                    "kukaan ei voi vakuuttaa vaatimusta",
                    "ingen kan intyga"
                ),
                quoted(id),
                say(
                    "because it is computed or stated in the plan itself",
                    "koska se lasketaan tai ilmoitetaan suunnitelmassa itsessään",
                    "eftersom det räknas ut eller anges i planen själv",
                ),
            ),
            Self::UnknownSubject { path } => format!(
                "{} {}",
                say(
                    "this plan has no",
                    "suunnitelmassa ei ole kohtaa",
                    "planen har inget ställe"
                ),
                quoted(path),
            ),
            Self::Certificate { file, why } => {
                format!(
                    "{} {}: {}",
                    say("certificate", "varmenne", "certifikatet"),
                    quoted(file),
                    why.message(language)
                )
            }
            Self::TooMany { key, limit } => format!(
                "{} {} {limit}",
                quoted(key),
                say(
                    "has more entries than",
                    "sisältää enemmän kohtia kuin",
                    "har fler poster än"
                ),
            ),
            Self::More { count } => format!(
                "{count} {}",
                say(
                    "more faults are not listed",
                    "muuta virhettä ei luetella",
                    "fel till listas inte"
                ),
            ),
        }
    }
}
