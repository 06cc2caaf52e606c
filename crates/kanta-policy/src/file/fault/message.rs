//! Each fault as a sentence.

use kanta_conformance::{Language, Value, text};
use kanta_source::FaultMessage as _;

use super::FaultKind;

impl FaultKind {
    /// The fault as a sentence in one language, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: &'static str, fi: &'static str, sv: &'static str| {
            text! { en: en, fi: fi, sv: sv }.get(language)
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
            Self::Source(problem) => problem.message(language),
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
            Self::Empty => say(
                "the file is empty: a plan begins with `format = 1`",
                "tiedosto on tyhjä: suunnitelma alkaa rivillä `format = 1`",
                "filen är tom: en plan börjar med `format = 1`",
            )
            .into(),
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
        }
    }
}
