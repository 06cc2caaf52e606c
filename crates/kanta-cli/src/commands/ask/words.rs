//! The words of the questions.

use std::io;
use std::path::Path;

use kanta_conformance::{Escaped, Language, Text, text};
use kanta_policy::fields::Takes;

use super::place::Place;
use super::sheet;

pub(super) const HOW: Text = text! {
    en: "Type an answer; nothing leaves the question open, ? tells why it is asked, a full stop ends. Each answer is written at once.",
    fi: "Kirjoita vastaus; tyhjä jättää kysymyksen avoimeksi, ? kertoo, miksi sitä kysytään, piste lopettaa. Jokainen vastaus tallennetaan heti.",
    sv: "Skriv ett svar; ett tomt svar lämnar frågan öppen, ? säger varför den ställs, en punkt avslutar. Varje svar sparas genast.",
};
pub(super) const NOTHING_LEFT: Text = text! {
    en: "nothing is asked for any more",
    fi: "mitään ei enää kysytä",
    sv: "ingenting frågas längre",
};
pub(super) const EXAMPLE: Text = text! {
    en: "for example",
    fi: "esimerkiksi",
    sv: "till exempel",
};
pub(super) const BROKEN: Text = text! {
    en: "written, and the guide forbids it",
    fi: "tallennettu, ja ohje kieltää sen",
    sv: "sparat, och anvisningen förbjuder det",
};
pub(super) const NO_PLACE: Text = text! {
    en: "the plan has no such entry, or something else stands there",
    fi: "suunnitelmassa ei ole tällaista kohtaa, tai siinä on jotakin muuta",
    sv: "planen har ingen sådan post, eller så står något annat där",
};

/// How many questions are open.
pub(super) fn left(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("{count} left open"),
        Language::Fi => format!("avoimeksi jäi {count}"),
        Language::Sv => format!("{count} lämnades öppna"),
    }
}

/// How many questions follow this one.
pub(super) fn more_to_come(count: usize, language: Language) -> String {
    match language {
        Language::En => format!("{count} more after this"),
        Language::Fi => format!("tämän jälkeen vielä {count}"),
        Language::Sv => format!("ytterligare {count} efter denna"),
    }
}

/// A field that does not exist.
pub(super) fn no_field(nearest: Option<&str>, language: Language) -> String {
    let none = text! {
        en: "a plan has no such field",
        fi: "suunnitelmassa ei ole tällaista kenttää",
        sv: "en plan har inget sådant fält",
    };
    let meant = text! { en: "did you mean", fi: "tarkoititko", sv: "menade du" };
    match nearest {
        Some(nearest) => format!(
            "{}; {} `{}`",
            none.get(language),
            meant.get(language),
            Escaped(nearest)
        ),
        None => none.get(language).to_owned(),
    }
}

/// An answer that is none of what the field takes.
pub(super) fn not_that(place: &Place, said: &str, plan: &str, language: Language) -> String {
    let said = Escaped(said);
    let taken = match place.takes {
        Takes::Word(words) => {
            let words: Vec<_> = words()
                .iter()
                .map(|word| format!("`{}`", word.code))
                .collect();
            words.join(", ")
        }
        takes => format!(
            "{}, `{}`",
            kind(&takes).get(language),
            sheet::example(place, plan)
        ),
    };
    match language {
        Language::En => format!("`{said}` is not what is asked for, expected: {taken}"),
        Language::Fi => format!("`{said}` ei ole, mitä kysytään, odotettiin: {taken}"),
        Language::Sv => format!("`{said}` är inte det som frågas, väntat: {taken}"),
    }
}

fn kind(takes: &Takes) -> Text {
    match takes {
        Takes::Day => text! {
            en: "a day such as 2026-12-31 or 31.12.2026, for example",
            fi: "päivä kuten 2026-12-31 tai 31.12.2026, esimerkiksi",
            sv: "en dag såsom 2026-12-31 eller 31.12.2026, till exempel",
        },
        Takes::Flag => text! {
            en: "yes or no, for example",
            fi: "kyllä tai ei, esimerkiksi",
            sv: "ja eller nej, till exempel",
        },
        Takes::Number | Takes::Speed => text! {
            en: "a number from 0 up, for example",
            fi: "luku nollasta ylöspäin, esimerkiksi",
            sv: "ett tal från noll uppåt, till exempel",
        },
        Takes::List(_) => text! {
            en: "a list, with commas or in square brackets, for example",
            fi: "luettelo, pilkuilla tai hakasulkeissa, esimerkiksi",
            sv: "en lista, med kommatecken eller inom hakparenteser, till exempel",
        },
        _ => EXAMPLE,
    }
}

/// Why answers were not written.
pub(super) fn unsaved(path: &Path, error: &io::Error, language: Language) -> String {
    let file = path.display().to_string();
    let file = Escaped(&file);
    if error.kind() != io::ErrorKind::ResourceBusy {
        return format!("{file}: {error}");
    }
    match language {
        Language::En => {
            format!("{file} was changed by somebody else meanwhile and stays as it is; ask again")
        }
        Language::Fi => {
            format!("joku muu on muuttanut tiedostoa {file}, ja se jää ennalleen; kysy uudelleen")
        }
        Language::Sv => {
            format!("någon annan har ändrat {file}, och den lämnas som den är; fråga igen")
        }
    }
}
