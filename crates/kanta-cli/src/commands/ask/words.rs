//! The words of the dialogue, and of its file.

use std::io;
use std::path::Path;

use kanta_conformance::{Escaped, Language, Text, text};
use kanta_source::system_words;

pub(super) const HOW: Text = text! {
    en: "Type an answer; nothing leaves the question open, ? tells why it is asked, a full stop ends. Each answer is written at once.",
    fi: "Kirjoita vastaus; tyhjä jättää kysymyksen avoimeksi, ? kertoo, miksi sitä kysytään, piste lopettaa. Jokainen vastaus tallennetaan heti.",
    sv: "Skriv ett svar; ett tomt svar lämnar frågan öppen, ? säger varför den ställs, en punkt avslutar. Varje svar sparas genast.",
};

/// Why answers were not written.
pub(super) fn unsaved(path: &Path, error: &io::Error, language: Language) -> String {
    let file = path.display().to_string();
    let file = Escaped(&file);
    if error.kind() != io::ErrorKind::ResourceBusy {
        return format!("{file}: {}", system_words(&error.to_string(), language));
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
