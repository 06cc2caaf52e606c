//! What the reader of TOML expected instead.

use kanta_conformance::{Language, Text, text};

use crate::readers::find;

/// What was expected; marks that stand for themselves are in backticks, and in no table.
const EXPECTED: &[Text] = &[
    text! { en: "newline", fi: "rivinvaihto", sv: "radbrytning" },
    text! { en: "'`'", fi: "'`'", sv: "'`'" },
    text! { en: "etc", fi: "muuta", sv: "annat" },
    text! { en: "key", fi: "avain", sv: "nyckel" },
    text! { en: "value", fi: "arvo", sv: "värde" },
    text! { en: "digits", fi: "numeroita", sv: "siffror" },
    text! { en: "letters", fi: "kirjaimia", sv: "bokstäver" },
    text! { en: "numbers", fi: "numeroita", sv: "siffror" },
    text! { en: "characters", fi: "merkkejä", sv: "tecken" },
    text! {
        en: "literal string",
        fi: "teksti yksinkertaisissa lainausmerkeissä",
        sv: "text inom enkla citattecken",
    },
    text! { en: "basic string", fi: "teksti lainausmerkeissä", sv: "text inom citattecken" },
    text! { en: "multi-line basic string", fi: "monirivinen teksti", sv: "text på flera rader" },
    text! {
        en: "unquoted string",
        fi: "kirjaimia ja numeroita ilman lainausmerkkejä",
        sv: "bokstäver och siffror utan citattecken",
    },
    text! {
        en: "non-double-quote visible characters",
        fi: "näkyviä merkkejä paitsi `\"`",
        sv: "synliga tecken utom `\"`",
    },
    text! {
        en: "non-single-quote visible characters",
        fi: "näkyviä merkkejä paitsi `'`",
        sv: "synliga tecken utom `'`",
    },
    text! { en: "non-single-quote characters", fi: "merkkejä paitsi `'`", sv: "tecken utom `'`" },
    text! { en: "printable characters", fi: "näkyviä merkkejä", sv: "synliga tecken" },
    text! {
        en: "unicode hexadecimal value",
        fi: "Unicode-merkin koodi heksadesimaalina",
        sv: "koden för ett Unicode-tecken, hexadecimalt",
    },
    text! { en: "year or hour", fi: "vuosi tai tunti", sv: "år eller timme" },
    text! { en: "month", fi: "kuukausi", sv: "månad" },
    text! { en: "day", fi: "päivä", sv: "dag" },
    text! { en: "hour", fi: "tunti", sv: "timme" },
    text! { en: "minute", fi: "minuutti", sv: "minut" },
    text! { en: "second", fi: "sekunti", sv: "sekund" },
    text! { en: "nanosecond", fi: "sekunnin osat", sv: "delar av en sekund" },
    text! {
        en: "`-` (YYYY-MM) or `:` (HH:MM)",
        fi: "`-` (VVVV-KK) tai `:` (TT:MM)",
        sv: "`-` (ÅÅÅÅ-MM) eller `:` (TT:MM)",
    },
    text! { en: "`-` (MM-DD)", fi: "`-` (KK-PP)", sv: "`-` (MM-DD)" },
    text! { en: "`:` (HH:MM)", fi: "`:` (TT:MM)", sv: "`:` (TT:MM)" },
    text! {
        en: "a four-digit year (YYYY)",
        fi: "nelinumeroinen vuosi (VVVV)",
        sv: "ett år med fyra siffror (ÅÅÅÅ)",
    },
    text! {
        en: "a two-digit month (MM)",
        fi: "kaksinumeroinen kuukausi (KK)",
        sv: "en månad med två siffror (MM)",
    },
    text! { en: "a two-digit day (DD)", fi: "kaksinumeroinen päivä (PP)", sv: "en dag med två siffror (DD)" },
    text! {
        en: "a two-digit hour (HH)",
        fi: "kaksinumeroinen tunti (TT)",
        sv: "en timme med två siffror (TT)",
    },
    text! {
        en: "a two-digit minute (MM)",
        fi: "kaksinumeroinen minuutti (MM)",
        sv: "en minut med två siffror (MM)",
    },
    text! {
        en: "a two-digit second (SS)",
        fi: "kaksinumeroinen sekunti (SS)",
        sv: "en sekund med två siffror (SS)",
    },
    text! { en: "month between 01 and 12", fi: "kuukausi väliltä 01–12", sv: "en månad från 01 till 12" },
    text! { en: "day between 01 and 28", fi: "päivä väliltä 01–28", sv: "en dag från 01 till 28" },
    text! { en: "day between 01 and 29", fi: "päivä väliltä 01–29", sv: "en dag från 01 till 29" },
    text! { en: "day between 01 and 30", fi: "päivä väliltä 01–30", sv: "en dag från 01 till 30" },
    text! { en: "day between 01 and 31", fi: "päivä väliltä 01–31", sv: "en dag från 01 till 31" },
    text! {
        en: "`T` between date and time",
        fi: "`T` päivän ja kellonajan välissä",
        sv: "`T` mellan datum och klockslag",
    },
    text! { en: "hour between 00 and 23", fi: "tunti väliltä 00–23", sv: "en timme från 00 till 23" },
    text! { en: "minute between 00 and 59", fi: "minuutti väliltä 00–59", sv: "en minut från 00 till 59" },
    text! { en: "second between 00 and 60", fi: "sekunti väliltä 00–60", sv: "en sekund från 00 till 60" },
    text! { en: "nanoseconds overflowed", fi: "lyhyemmät sekunnin osat", sv: "kortare delar av en sekund" },
    text! { en: "hours between 00 and 23", fi: "tunnit väliltä 00–23", sv: "timmar från 00 till 23" },
    text! { en: "minutes between 00 and 59", fi: "minuutit väliltä 00–59", sv: "minuter från 00 till 59" },
    text! {
        en: "`Z`, +OFFSET, -OFFSET",
        fi: "`Z`, `+` tai `-` aikaeroineen",
        sv: "`Z`, `+` eller `-` med tidsskillnad",
    },
];

/// Things that were expected, parted by commas.
pub(super) fn told(wanted: &str, language: Language) -> Option<String> {
    let one = find(EXPECTED, wanted, language).map(|one| vec![one]);
    let all = one.or_else(|| wanted.split(", ").map(|it| thing(it, language)).collect())?;
    let expects = match (language, all.len()) {
        (Language::Sv, 1) => "väntat",
        (Language::Sv, _) => "väntat något av",
        (_, 1) => "odotettu",
        (_, _) => "odotettu jokin näistä:",
    };
    Some(format!("{expects} {}", all.join(", ")))
}

fn thing(wanted: &str, language: Language) -> Option<String> {
    find(EXPECTED, wanted, language).or_else(|| {
        let is_mark = wanted.len() > 2 && wanted.starts_with('`') && wanted.ends_with('`');
        is_mark.then(|| wanted.to_owned())
    })
}
