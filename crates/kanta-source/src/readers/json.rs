//! The words of `serde_json`, and of serde where a value is not of the type that is read.

use kanta_conformance::{Language, Text, text};

use super::find;

/// What breaks the form.
const FORM: &[Text] = &[
    text! {
        en: "EOF while parsing a list",
        fi: "teksti päättyy kesken luettelon",
        sv: "texten slutar mitt i en lista",
    },
    text! {
        en: "EOF while parsing an object",
        fi: "teksti päättyy kesken taulun",
        sv: "texten slutar mitt i en tabell",
    },
    text! {
        en: "EOF while parsing a string",
        fi: "teksti päättyy ennen loppulainausmerkkiä",
        sv: "texten slutar före det avslutande citattecknet",
    },
    text! {
        en: "EOF while parsing a value",
        fi: "teksti päättyy kohtaan, jossa pitäisi olla arvo",
        sv: "texten slutar där ett värde borde stå",
    },
    text! { en: "expected `:`", fi: "odotettu `:`", sv: "väntat `:`" },
    text! { en: "expected `,` or `]`", fi: "odotettu `,` tai `]`", sv: "väntat `,` eller `]`" },
    text! { en: "expected `,` or `}`", fi: "odotettu `,` tai `}`", sv: "väntat `,` eller `}`" },
    text! {
        en: "expected ident",
        fi: "odotettu `true`, `false` tai `null`",
        sv: "väntat `true`, `false` eller `null`",
    },
    text! { en: "expected value", fi: "odotettu arvo", sv: "väntat ett värde" },
    text! { en: "expected `\"`", fi: "odotettu `\"`", sv: "väntat `\"`" },
    text! {
        en: "invalid escape",
        fi: "kenoviivan perässä on merkki, joka ei siihen kelpaa",
        sv: "efter ett omvänt snedstreck står ett tecken som inte får stå där",
    },
    text! { en: "invalid number", fi: "luku on kirjoitettu väärin", sv: "ett tal som är felskrivet" },
    text! { en: "number out of range", fi: "luku on liian suuri", sv: "talet är för stort" },
    text! {
        en: "invalid unicode code point",
        fi: "merkki ei ole Unicode-merkki",
        sv: "tecknet är inget Unicode-tecken",
    },
    text! {
        en: "control character (\\u0000-\\u001F) found while parsing a string",
        fi: "tekstissä on ohjausmerkki (`\\u0000`–`\\u001F`)",
        sv: "ett styrtecken (`\\u0000`–`\\u001F`) i en text",
    },
    text! {
        en: "key must be a string",
        fi: "avaimen on oltava teksti lainausmerkeissä",
        sv: "en nyckel måste vara en text inom citattecken",
    },
    text! {
        en: "invalid value: expected key to be a number in quotes",
        fi: "avaimen on oltava luku lainausmerkeissä",
        sv: "nyckeln måste vara ett tal inom citattecken",
    },
    text! {
        en: "float key must be finite (got NaN or +/-inf)",
        fi: "avaimena olevan luvun on oltava äärellinen",
        sv: "ett tal som är nyckel måste vara ändligt",
    },
    text! {
        en: "lone leading surrogate in hex escape",
        fi: "`\\u`-merkinnästä puuttuu parin toinen puolisko",
        sv: "den andra hälften av ett par `\\u` saknas",
    },
    text! {
        en: "trailing comma",
        fi: "viimeisen kohdan perässä on pilkku",
        sv: "ett kommatecken efter den sista posten",
    },
    text! {
        en: "trailing characters",
        fi: "arvon perässä on jotain muuta",
        sv: "något annat följer efter värdet",
    },
    text! {
        en: "unexpected end of hex escape",
        fi: "`\\u`-merkintä on liian lyhyt",
        sv: "en angivelse `\\u` är för kort",
    },
    text! {
        en: "recursion limit exceeded",
        fi: "taulut ja luettelot ovat syvemmällä kuin luetaan",
        sv: "tabeller och listor ligger djupare än vad som läses",
    },
    text! {
        en: "invalid IP address syntax",
        fi: "odotettu IPv4- tai IPv6-verkko kuten `192.0.2.0/24`",
        sv: "väntat ett IPv4- eller IPv6-nät såsom `192.0.2.0/24`",
    },
];

/// What was found, without its value.
const FOUND: &[Text] = &[
    text! { en: "null", fi: "null", sv: "null" },
    text! { en: "map", fi: "taulu", sv: "en tabell" },
    text! { en: "sequence", fi: "luettelo", sv: "en lista" },
    text! { en: "unit value", fi: "tyhjä arvo", sv: "ett tomt värde" },
    text! { en: "boolean", fi: "totuusarvo", sv: "sanningsvärdet" },
    text! { en: "integer", fi: "kokonaisluku", sv: "heltalet" },
    text! { en: "floating point", fi: "desimaaliluku", sv: "decimaltalet" },
    text! { en: "string", fi: "teksti", sv: "texten" },
    text! { en: "character", fi: "merkki", sv: "tecknet" },
];

/// What is read.
const EXPECTED: &[Text] = &[
    text! { en: "a string", fi: "teksti", sv: "en text" },
    text! { en: "a boolean", fi: "true tai false", sv: "true eller false" },
    text! { en: "a map", fi: "taulu", sv: "en tabell" },
    text! { en: "an object", fi: "taulu", sv: "en tabell" },
    text! { en: "a sequence", fi: "luettelo", sv: "en lista" },
    text! { en: "a list", fi: "luettelo", sv: "en lista" },
    text! { en: "a name", fi: "avain", sv: "en nyckel" },
    text! { en: "any value", fi: "arvo", sv: "ett värde" },
    text! { en: "any valid JSON value", fi: "arvo", sv: "ett värde" },
    text! { en: "u8", fi: "kokonaisluku 0–255", sv: "ett heltal från 0 till 255" },
    text! { en: "u16", fi: "kokonaisluku 0–65535", sv: "ett heltal från 0 till 65535" },
    text! { en: "u32", fi: "kokonaisluku nollasta ylöspäin", sv: "ett heltal från noll uppåt" },
    text! { en: "u64", fi: "kokonaisluku nollasta ylöspäin", sv: "ett heltal från noll uppåt" },
    text! { en: "usize", fi: "kokonaisluku nollasta ylöspäin", sv: "ett heltal från noll uppåt" },
    text! { en: "i64", fi: "kokonaisluku", sv: "ett heltal" },
    text! { en: "f64", fi: "luku", sv: "ett tal" },
    text! {
        en: "IPv4 or IPv6 network address",
        fi: "IPv4- tai IPv6-verkko",
        sv: "ett IPv4- eller IPv6-nät",
    },
];

pub(super) fn told(words: &str, language: Language) -> Option<String> {
    find(FORM, words, language).or_else(|| data(words, language))
}

/// What is JSON and not what is read.
fn data(words: &str, language: Language) -> Option<String> {
    let say = |fi, sv| match language {
        Language::Sv => sv,
        _ => fi,
    };
    let quoted = |words: &str, before| {
        let name = words.strip_prefix(before)?.strip_suffix('`')?;
        Some(format!("`{name}`"))
    };
    if let Some(key) = quoted(words, "missing field `") {
        return Some(format!(
            "{} {key} {}",
            say("avain", "nyckeln"),
            say("puuttuu", "saknas")
        ));
    }
    if let Some(key) = quoted(words, "duplicate field `") {
        let twice = say("on annettu kahdesti", "har angetts två gånger");
        return Some(format!("{key} {twice}"));
    }
    if let Some(unknown) = words.strip_prefix("unknown field ") {
        return one_of(say("tuntematon avain", "okänd nyckel"), unknown, language);
    }
    if let Some(unknown) = words.strip_prefix("unknown variant ") {
        return one_of(say("tuntematon sana", "okänt ord"), unknown, language);
    }
    let (found, wanted) = words.rsplit_once(", expected ")?;
    let wanted = expected(wanted, language)?;
    let (what, found) = if let Some(found) = found.strip_prefix("invalid type: ") {
        (say("väärä tyyppi", "fel typ"), thing(found, language)?)
    } else if let Some(found) = found.strip_prefix("invalid value: ") {
        (say("väärä arvo", "fel värde"), thing(found, language)?)
    } else {
        let length = found.strip_prefix("invalid length ")?;
        (say("väärä pituus", "fel längd"), length.to_owned())
    };
    let expects = say("odotettu", "väntat");
    Some(format!("{what}: {found}, {expects} {wanted}"))
}

/// A name that is none of those that are known.
fn one_of(what: &str, said: &str, language: Language) -> Option<String> {
    let (found, known) = match said.rsplit_once(", expected ") {
        Some((found, known)) => (found, known),
        None => return Some(format!("{what} {}", said.split_once(", there are no ")?.0)),
    };
    let known = known.strip_prefix("one of ").unwrap_or(known);
    let known = known.replace("` or `", "`, `");
    let expects = match (language, known.contains(", ")) {
        (Language::Sv, true) => "väntat något av",
        (Language::Sv, false) => "väntat",
        (_, true) => "odotettu jokin näistä:",
        (_, false) => "odotettu",
    };
    Some(format!("{what} {found}; {expects} {known}"))
}

/// A value that was found: its kind, and the value as the reader quotes it.
fn thing(found: &str, language: Language) -> Option<String> {
    find(FOUND, found, language).or_else(|| {
        let at = found.find(['`', '"'])?;
        let (kind, value) = found.split_at_checked(at)?;
        let kind = find(FOUND, kind.trim_end(), language)?;
        Some(format!("{kind} {value}"))
    })
}

/// What was expected; the names of the tool's own types say nothing to its users.
fn expected(wanted: &str, language: Language) -> Option<String> {
    let is_type = wanted.starts_with("struct ");
    find(EXPECTED, if is_type { "a map" } else { wanted }, language)
}
