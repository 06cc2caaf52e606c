//! What an operating system says of files, programs and addresses.

use kanta_conformance::{Language, Text, text};

use super::{find, one_line, unknown};

/// The texts of POSIX systems, and those of Rust's own.
const SAID: &[Text] = &[
    text! {
        en: "No such file or directory",
        fi: "tiedostoa tai kansiota ei ole",
        sv: "filen eller mappen finns inte",
    },
    text! { en: "Permission denied", fi: "pääsy on estetty", sv: "åtkomst nekad" },
    text! { en: "Operation not permitted", fi: "toimintoa ei sallita", sv: "åtgärden tillåts inte" },
    text! { en: "Is a directory", fi: "se on kansio", sv: "det är en mapp" },
    text! {
        en: "Not a directory",
        fi: "polun osa ei ole kansio",
        sv: "en del av sökvägen är ingen mapp",
    },
    text! { en: "Directory not empty", fi: "kansio ei ole tyhjä", sv: "mappen är inte tom" },
    text! { en: "File exists", fi: "se on jo olemassa", sv: "den finns redan" },
    text! { en: "File name too long", fi: "tiedoston nimi on liian pitkä", sv: "filnamnet är för långt" },
    text! { en: "File too large", fi: "tiedosto on liian suuri", sv: "filen är för stor" },
    text! {
        en: "Too many levels of symbolic links",
        fi: "symbolisia linkkejä on liian monta peräkkäin",
        sv: "för många symboliska länkar efter varandra",
    },
    text! { en: "Too many open files", fi: "liian monta tiedostoa on auki", sv: "för många filer är öppna" },
    text! { en: "Text file busy", fi: "tiedosto on käytössä", sv: "filen används" },
    text! { en: "Device or resource busy", fi: "laite on käytössä", sv: "enheten används" },
    text! { en: "Read-only file system", fi: "levylle ei voi kirjoittaa", sv: "disken kan inte skrivas" },
    text! { en: "No space left on device", fi: "levy on täynnä", sv: "disken är full" },
    text! { en: "Disk quota exceeded", fi: "levytila on käytetty", sv: "diskutrymmet är förbrukat" },
    text! {
        en: "Input/output error",
        fi: "lukeminen tai kirjoittaminen epäonnistui",
        sv: "läsningen eller skrivningen misslyckades",
    },
    text! {
        en: "Stale file handle",
        fi: "tiedosto on poistettu palvelimelta",
        sv: "filen har tagits bort från servern",
    },
    text! { en: "Cannot allocate memory", fi: "muisti ei riitä", sv: "minnet räcker inte" },
    text! { en: "Exec format error", fi: "se ei ole ohjelma", sv: "det är inget program" },
    text! {
        en: "Argument list too long",
        fi: "ohjelman sanoja on liikaa",
        sv: "programmet har för många ord",
    },
    text! {
        en: "No such device or address",
        fi: "laitetta tai osoitetta ei ole",
        sv: "enheten eller adressen finns inte",
    },
    text! { en: "Address already in use", fi: "osoite on jo käytössä", sv: "adressen används redan" },
    text! {
        en: "Cannot assign requested address",
        fi: "osoite ei ole tämän koneen",
        sv: "adressen hör inte till denna dator",
    },
    text! { en: "Broken pipe", fi: "kukaan ei lue enää", sv: "ingen läser längre" },
    text! { en: "Invalid argument", fi: "pyyntö ei kelpaa", sv: "begäran är ogiltig" },
    text! { en: "invalid input parameter", fi: "pyyntö ei kelpaa", sv: "begäran är ogiltig" },
    text! { en: "unexpected end of file", fi: "tiedosto päättyy kesken", sv: "filen slutar för tidigt" },
    text! {
        en: "stream did not contain valid UTF-8",
        fi: "teksti ei ole UTF-8-tekstiä",
        sv: "texten är inte UTF-8-text",
    },
];

/// What an operating system said, in one language; as [`reader_words`](super::reader_words) tells the words of readers.
///
/// ```
/// use kanta_source::kanta_conformance::Language;
/// use kanta_source::system_words;
///
/// let said = |language| system_words("Permission denied (os error 13)", language);
/// assert_eq!(said(Language::En), "Permission denied (os error 13)");
/// assert_eq!(said(Language::Fi), "pääsy on estetty");
/// assert_eq!(said(Language::Sv), "åtkomst nekad");
/// ```
#[must_use]
pub fn system_words(words: &str, language: Language) -> String {
    if language == Language::En {
        return one_line(words);
    }
    let said = words.split(" (os error ").next().unwrap_or(words);
    find(SAID, said, language).unwrap_or_else(|| unknown(said, language))
}
