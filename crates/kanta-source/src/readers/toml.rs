//! The words of the reader of TOML: what is wrong, and what was expected instead.

mod expected;

use kanta_conformance::{Language, Text, text};

use super::find;

/// What is wrong.
const WRONG: &[Text] = &[
    text! {
        en: "`_` may only go between digits",
        fi: "`_` saa olla vain numeroiden välissä",
        sv: "`_` får bara stå mellan siffror",
    },
    text! {
        en: "cannot recurse further; max recursion depth met",
        fi: "taulut ja luettelot ovat syvemmällä kuin luetaan",
        sv: "tabeller och listor ligger djupare än vad som läses",
    },
    text! {
        en: "recursion limit",
        fi: "taulut ja luettelot ovat syvemmällä kuin luetaan",
        sv: "tabeller och listor ligger djupare än vad som läses",
    },
    text! {
        en: "carriage return must be followed by newline",
        fi: "CR-merkin perässä on oltava rivinvaihto",
        sv: "efter tecknet CR måste en radbrytning följa",
    },
    text! {
        en: "could not allocate for string",
        fi: "muisti ei riitä tekstille",
        sv: "minnet räcker inte till texten",
    },
    text! { en: "duplicate key", fi: "avain on annettu kahdesti", sv: "nyckeln har angetts två gånger" },
    text! { en: "extra `=`", fi: "ylimääräinen `=`", sv: "ett `=` för mycket" },
    text! {
        en: "extra assignment between key-value pairs",
        fi: "ylimääräinen `=` avainten ja arvojen välissä",
        sv: "ett `=` för mycket mellan nycklar och värden",
    },
    text! {
        en: "extra comma in array",
        fi: "ylimääräinen pilkku luettelossa",
        sv: "ett kommatecken för mycket i en lista",
    },
    text! {
        en: "extra comma in inline table",
        fi: "ylimääräinen pilkku aaltosulkeissa olevassa taulussa",
        sv: "ett kommatecken för mycket i en tabell inom klammerparenteser",
    },
    text! {
        en: "integers with a radix cannot be signed",
        fi: "luvulla, jonka edessä on `0x`, `0o` tai `0b`, ei voi olla etumerkkiä",
        sv: "ett tal som börjar med `0x`, `0o` eller `0b` kan inte ha förtecken",
    },
    text! {
        en: "invalid basic string",
        fi: "teksti lainausmerkeissä on kirjoitettu väärin",
        sv: "en felskriven text inom citattecken",
    },
    text! {
        en: "invalid multi-line basic string",
        fi: "monirivinen teksti (`\"\"\"`) on kirjoitettu väärin",
        sv: "en felskriven text på flera rader (`\"\"\"`)",
    },
    text! {
        en: "invalid literal string",
        fi: "teksti yksinkertaisissa lainausmerkeissä on kirjoitettu väärin",
        sv: "en felskriven text inom enkla citattecken",
    },
    text! {
        en: "invalid multi-line literal string",
        fi: "monirivinen teksti (`'''`) on kirjoitettu väärin",
        sv: "en felskriven text på flera rader (`'''`)",
    },
    text! { en: "invalid string", fi: "teksti on kirjoitettu väärin", sv: "en felskriven text" },
    text! {
        en: "invalid boolean",
        fi: "totuusarvo on kirjoitettu väärin",
        sv: "ett felskrivet sanningsvärde",
    },
    text! {
        en: "invalid date-time",
        fi: "päivä tai kellonaika on kirjoitettu väärin",
        sv: "ett felskrivet datum eller klockslag",
    },
    text! {
        en: "invalid datetime",
        fi: "päivä tai kellonaika on kirjoitettu väärin",
        sv: "ett felskrivet datum eller klockslag",
    },
    text! { en: "invalid date", fi: "päivä on kirjoitettu väärin", sv: "ett felskrivet datum" },
    text! { en: "invalid time", fi: "kellonaika on kirjoitettu väärin", sv: "ett felskrivet klockslag" },
    text! { en: "invalid offset", fi: "aikaero on kirjoitettu väärin", sv: "en felskriven tidsskillnad" },
    text! { en: "invalid float", fi: "desimaaliluku on kirjoitettu väärin", sv: "ett felskrivet decimaltal" },
    text! {
        en: "invalid mantissa",
        fi: "desimaaliluvun kokonaisosa on kirjoitettu väärin",
        sv: "ett decimaltal med felskriven heltalsdel",
    },
    text! {
        en: "invalid fraction",
        fi: "desimaaliluvun desimaalit on kirjoitettu väärin",
        sv: "ett decimaltal med felskrivna decimaler",
    },
    text! {
        en: "invalid exponent",
        fi: "desimaaliluvun eksponentti on kirjoitettu väärin",
        sv: "ett decimaltal med felskriven exponent",
    },
    text! {
        en: "invalid integer number",
        fi: "kokonaisluku on kirjoitettu väärin",
        sv: "ett felskrivet heltal",
    },
    text! {
        en: "invalid hexadecimal number",
        fi: "heksadesimaaliluku on kirjoitettu väärin",
        sv: "ett felskrivet hexadecimalt tal",
    },
    text! {
        en: "invalid octal number",
        fi: "oktaaliluku on kirjoitettu väärin",
        sv: "ett felskrivet oktalt tal",
    },
    text! {
        en: "invalid binary number",
        fi: "binaariluku on kirjoitettu väärin",
        sv: "ett felskrivet binärt tal",
    },
    text! {
        en: "invalid comment character",
        fi: "merkki ei kelpaa kommenttiin",
        sv: "ett tecken som inte får stå i en kommentar",
    },
    text! {
        en: "invalid inline table element",
        fi: "aaltosulkeissa olevan taulun kohta on kirjoitettu väärin",
        sv: "en felskriven post i en tabell inom klammerparenteser",
    },
    text! { en: "invalid key", fi: "avain on kirjoitettu väärin", sv: "en felskriven nyckel" },
    text! {
        en: "invalid key-value pair",
        fi: "avain ja sen arvo on kirjoitettu väärin",
        sv: "en felskriven nyckel med värde",
    },
    text! {
        en: "invalid table",
        fi: "taulun otsikko on kirjoitettu väärin",
        sv: "en felskriven tabellrubrik",
    },
    text! {
        en: "invalid unquoted key",
        fi: "avaimessa on merkki, joka vaatii lainausmerkit",
        sv: "nyckeln har ett tecken som kräver citattecken",
    },
    text! { en: "invalid value", fi: "arvo on kirjoitettu väärin", sv: "ett felskrivet värde" },
    text! { en: "key with no value", fi: "avaimella ei ole arvoa", sv: "nyckeln har inget värde" },
    text! {
        en: "keys cannot be multi-line basic strings",
        fi: "avain ei voi olla monirivinen teksti (`\"\"\"`)",
        sv: "en nyckel kan inte vara en text på flera rader (`\"\"\"`)",
    },
    text! {
        en: "keys cannot be multi-line literal strings",
        fi: "avain ei voi olla monirivinen teksti (`'''`)",
        sv: "en nyckel kan inte vara en text på flera rader (`'''`)",
    },
    text! {
        en: "missing array opening",
        fi: "luettelon alkusulku puuttuu",
        sv: "listans första parentes saknas",
    },
    text! {
        en: "missing assignment between key-value pairs",
        fi: "avaimen ja arvon välistä puuttuu `=`",
        sv: "ett `=` saknas mellan nyckel och värde",
    },
    text! {
        en: "missing comma between array elements",
        fi: "luettelon kohtien välistä puuttuu pilkku",
        sv: "ett kommatecken saknas mellan listans poster",
    },
    text! {
        en: "missing comma between key-value pairs",
        fi: "taulun kohtien välistä puuttuu pilkku",
        sv: "ett kommatecken saknas mellan tabellens poster",
    },
    text! {
        en: "missing comment start",
        fi: "kommentin alkumerkki puuttuu",
        sv: "kommentarens första tecken saknas",
    },
    text! {
        en: "missing escaped value",
        fi: "kenoviivan perässä on merkki, joka ei siihen kelpaa",
        sv: "efter ett omvänt snedstreck står ett tecken som inte får stå där",
    },
    text! {
        en: "missing inline table opening",
        fi: "taulun alkusulku puuttuu",
        sv: "tabellens första parentes saknas",
    },
    text! {
        en: "missing key for inline table element",
        fi: "aaltosulkeissa olevan taulun arvolta puuttuu avain",
        sv: "ett värde i en tabell inom klammerparenteser saknar nyckel",
    },
    text! {
        en: "missing opening quote",
        fi: "alkulainausmerkki puuttuu",
        sv: "det första citattecknet saknas",
    },
    text! {
        en: "missing table open",
        fi: "taulun otsikon alkusulku puuttuu",
        sv: "tabellrubrikens första parentes saknas",
    },
    text! { en: "missing value", fi: "arvo puuttuu", sv: "värdet saknas" },
    text! { en: "missing value for key", fi: "avaimelta puuttuu arvo", sv: "nyckelns värde saknas" },
    text! {
        en: "radix must be lowercase",
        fi: "`0x`, `0o` ja `0b` kirjoitetaan pienin kirjaimin",
        sv: "`0x`, `0o` och `0b` skrivs med små bokstäver",
    },
    text! {
        en: "redundant integer number prefix",
        fi: "luvun edessä on tarpeetonta",
        sv: "något överflödigt står före talet",
    },
    text! {
        en: "redundant numeric sign",
        fi: "luvulla on tarpeeton etumerkki",
        sv: "talet har ett överflödigt förtecken",
    },
    text! {
        en: "string values must be quoted",
        fi: "teksti on kirjoitettava lainausmerkkeihin",
        sv: "en text måste stå inom citattecken",
    },
    text! {
        en: "too few unicode value digits",
        fi: "Unicode-merkin koodissa on liian vähän numeroita",
        sv: "koden för ett Unicode-tecken har för få siffror",
    },
    text! { en: "unclosed array", fi: "luettelo jää sulkematta", sv: "listan är inte avslutad" },
    text! {
        en: "unclosed array table",
        fi: "kaksoishakasulkuotsikko jää sulkematta",
        sv: "en rubrik inom dubbla hakparenteser är inte avslutad",
    },
    text! {
        en: "unclosed inline table",
        fi: "aaltosulkeissa oleva taulu jää sulkematta",
        sv: "en tabell inom klammerparenteser är inte avslutad",
    },
    text! {
        en: "unclosed table",
        fi: "taulun otsikko jää sulkematta",
        sv: "en tabellrubrik är inte avslutad",
    },
    text! {
        en: "unexpected `=` in array",
        fi: "luettelossa on `=`, joka ei kuulu siihen",
        sv: "i en lista står ett `=` som inte hör dit",
    },
    text! {
        en: "unexpected content",
        fi: "jotain, mikä ei kuulu tähän",
        sv: "något som inte hör hit",
    },
    text! {
        en: "unexpected content between comment and newline",
        fi: "kommentin perässä on jotain, mikä ei kuulu siihen",
        sv: "efter en kommentar står något som inte hör dit",
    },
    text! {
        en: "unexpected key or value",
        fi: "avain tai arvo, joka ei kuulu tähän",
        sv: "en nyckel eller ett värde som inte hör hit",
    },
    text! { en: "unexpected leading zero", fi: "luvun alussa on nolla", sv: "talet börjar med en nolla" },
    text! {
        en: "unexpected sign",
        fi: "luvulla on etumerkki, joka ei kuulu siihen",
        sv: "talet har ett förtecken som inte hör dit",
    },
    text! {
        en: "unquoted keys cannot be empty",
        fi: "tyhjä avain vaatii lainausmerkit",
        sv: "en tom nyckel kräver citattecken",
    },
];

/// What was there already where a dotted key would put a table; the words around it.
const EXTENDED: &[Text] = &[
    text! { en: "string", fi: "teksti", sv: "en text" },
    text! { en: "integer", fi: "luku", sv: "ett tal" },
    text! { en: "float", fi: "desimaaliluku", sv: "ett decimaltal" },
    text! { en: "boolean", fi: "true tai false", sv: "true eller false" },
    text! { en: "datetime", fi: "päivä tai kellonaika", sv: "ett datum eller klockslag" },
    text! { en: "array", fi: "luettelo", sv: "en lista" },
    text! { en: "inline table", fi: "taulu aaltosulkeissa", sv: "en tabell inom klammerparenteser" },
    text! { en: "table", fi: "taulu", sv: "en tabell" },
];

pub(super) fn told(words: &str, language: Language) -> Option<String> {
    let (wrong, instead) = match words.split_once(", expected ") {
        Some((wrong, instead)) => (wrong, Some(instead)),
        None => (words, None),
    };
    let wrong = find(WRONG, wrong, language).or_else(|| extended(wrong, language))?;
    match instead {
        None => Some(wrong),
        Some("nothing") => Some(wrong),
        Some(instead) => {
            let instead = expected::told(instead, language)?;
            Some(format!("{wrong}, {instead}"))
        }
    }
}

/// A key with dots goes through what is no table of its own.
fn extended(wrong: &str, language: Language) -> Option<String> {
    let found = wrong.strip_prefix("cannot extend value of type ")?;
    let found = found.strip_suffix(" with a dotted key")?;
    let found = find(EXTENDED, found, language)?;
    let words = text! {
        en: "a key with dots goes on where another value stands",
        fi: "pisteellinen avain jatkuu paikkaan, jossa on jo",
        sv: "en nyckel med punkter går vidare där det redan står",
    };
    Some(format!("{} {found}", words.get(language)))
}
