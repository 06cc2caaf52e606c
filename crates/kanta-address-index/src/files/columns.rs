//! The columns of an index written as a sheet, and their names in three languages.

use kanta_conformance::{Language, Text, text};

/// A column: the key that its cells stand under, and its name.
pub(super) struct Column {
    pub(super) key: &'static str,
    name: Text,
    pub(super) holds: Holds,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Number,
    Flag,
    Day,
    /// A day, or false.
    DayOrNo,
    /// Texts without blanks, separated by them.
    List,
    /// The first side of an agreement, and the second.
    Side,
}

const fn column(key: &'static str, holds: Holds, name: Text) -> Column {
    Column { key, name, holds }
}

/// The second side of an agreement; the first stands under `between` itself.
pub(super) const OTHER_SIDE: &str = "between_2";

/// The kind of a row that holds a certificate of an access point.
pub(super) const CERTIFICATE: &str = "certificate";

/// Every column, in the order in which they are written.
pub(super) const COLUMNS: &[Column] = &[
    column(
        "record",
        Holds::Text,
        text! { en: "record", fi: "tietue", sv: "post" },
    ),
    column(
        "order",
        Holds::Text,
        text! { en: "order", fi: "tilaus", sv: "beställning" },
    ),
    column(
        "format",
        Holds::Number,
        text! { en: "format", fi: "muoto", sv: "format" },
    ),
    column(
        "version",
        Holds::Text,
        text! { en: "version", fi: "versio", sv: "version" },
    ),
    column(
        "issued",
        Holds::Day,
        text! { en: "issued", fi: "annettu", sv: "utgiven" },
    ),
    column(
        "expires",
        Holds::Day,
        text! { en: "expires", fi: "vanhenee", sv: "upphör" },
    ),
    column(
        "id",
        Holds::Text,
        text! { en: "id", fi: "tunnus", sv: "id" },
    ),
    column(
        "oid",
        Holds::Text,
        text! { en: "oid", fi: "oid", sv: "oid" },
    ),
    column(
        "name",
        Holds::Text,
        text! { en: "name", fi: "nimi", sv: "namn" },
    ),
    column(
        "kind",
        Holds::Text,
        text! { en: "kind", fi: "laji", sv: "slag" },
    ),
    column(
        "sector",
        Holds::Text,
        text! { en: "sector", fi: "sektori", sv: "sektor" },
    ),
    column(
        "health_care",
        Holds::Flag,
        text! { en: "health_care", fi: "terveydenhuolto", sv: "hälso- och sjukvård" },
    ),
    column(
        "social_welfare",
        Holds::Flag,
        text! { en: "social_welfare", fi: "sosiaalihuolto", sv: "socialvård" },
    ),
    column(
        "register",
        Holds::Text,
        text! { en: "register", fi: "rekisteri", sv: "register" },
    ),
    column(
        "register_entry",
        Holds::DayOrNo,
        text! { en: "register_entry", fi: "rekisterissä alkaen", sv: "i registret från" },
    ),
    column(
        "register_entry_until",
        Holds::Day,
        text! { en: "register_entry_until", fi: "rekisterissä ennen", sv: "i registret före" },
    ),
    column(
        "pharmacist",
        Holds::Text,
        text! { en: "pharmacist", fi: "apteekkari", sv: "apotekare" },
    ),
    column(
        "branch",
        Holds::Flag,
        text! { en: "branch", fi: "sivuapteekki", sv: "filialapotek" },
    ),
    column(
        "held_from",
        Holds::Day,
        text! { en: "held_from", fi: "hallussa alkaen", sv: "innehas från" },
    ),
    column(
        "held_until",
        Holds::Day,
        text! { en: "held_until", fi: "hallussa ennen", sv: "innehas före" },
    ),
    column(
        "host",
        Holds::Text,
        text! { en: "host", fi: "isäntä", sv: "värd" },
    ),
    column(
        "administrator",
        Holds::Text,
        text! { en: "administrator", fi: "hallinnoija", sv: "administratör" },
    ),
    column(
        "addresses",
        Holds::List,
        text! { en: "addresses", fi: "osoitteet", sv: "adresser" },
    ),
    column(
        "between",
        Holds::Side,
        text! { en: "between", fi: "sopijapuoli", sv: "avtalspart" },
    ),
    column(
        OTHER_SIDE,
        Holds::Side,
        text! { en: "between_2", fi: "sopijapuoli 2", sv: "avtalspart 2" },
    ),
    column(
        "states_duties",
        Holds::Flag,
        text! { en: "states_duties", fi: "velvollisuudet sovittu", sv: "skyldigheter avtalade" },
    ),
    column(
        "party",
        Holds::Text,
        text! { en: "party", fi: "osapuoli", sv: "part" },
    ),
    column(
        "unit",
        Holds::Text,
        text! { en: "unit", fi: "palveluyksikkö", sv: "serviceenhet" },
    ),
    column(
        "for",
        Holds::Text,
        text! { en: "for", fi: "kenelle", sv: "för" },
    ),
    column(
        "access_point",
        Holds::Text,
        text! { en: "access_point", fi: "liityntäpiste", sv: "anslutningspunkt" },
    ),
    column(
        "service",
        Holds::Text,
        text! { en: "service", fi: "palvelu", sv: "tjänst" },
    ),
    column(
        "serial",
        Holds::Text,
        text! { en: "serial", fi: "sarjanumero", sv: "serienummer" },
    ),
    column(
        "from",
        Holds::Day,
        text! { en: "from", fi: "alkaen", sv: "från och med" },
    ),
    column(
        "until",
        Holds::Day,
        text! { en: "until", fi: "ennen", sv: "före" },
    ),
    column(
        "organiser",
        Holds::Text,
        text! { en: "organiser", fi: "järjestäjä", sv: "anordnare" },
    ),
    column(
        "basis",
        Holds::Text,
        text! { en: "basis", fi: "peruste", sv: "grund" },
    ),
    column(
        "agreed",
        Holds::Day,
        text! { en: "agreed", fi: "sovittu", sv: "avtalat" },
    ),
    column(
        "reference",
        Holds::Text,
        text! { en: "reference", fi: "viite", sv: "referens" },
    ),
];

/// The names of all columns in one language.
pub(super) fn names(language: Language) -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(move |column| column.name.get(language))
}

/// A name without what a spreadsheet or a hand changes: case, underlines and blanks.
fn plain(name: &str) -> String {
    let words = name.split(|it: char| it.is_whitespace() || it == '_');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// The column of that name, in whatever language.
pub(super) fn named(name: &str) -> Option<&'static Column> {
    let name = plain(name);
    COLUMNS.iter().find(|column| {
        plain(column.key) == name
            || Language::ALL
                .into_iter()
                .any(|language| plain(column.name.get(language)) == name)
    })
}

/// The nearest of the names in the three languages.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    let all = Language::ALL.into_iter().flat_map(names);
    kanta_source::nearest(name, all)
}

/// The days of a record: what TOML writes without quotation marks.
pub(super) fn is_day(key: &str) -> bool {
    let column = COLUMNS.iter().find(|column| column.key == key);
    column.is_some_and(|column| matches!(column.holds, Holds::Day | Holds::DayOrNo))
}
