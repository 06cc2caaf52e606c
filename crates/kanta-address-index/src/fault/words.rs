use kanta_conformance::{Language, Text, Value, text};
use kanta_oid::{AccessPointOid, OwnerOid, ParseError};
use kanta_source::{Expected, FaultMessage as _, Problem, reader_words};

use super::{ExpectedRecord, FaultKind};

/// User input in backticks, control characters escaped.
fn quoted(text: &str, language: Language) -> String {
    Value::words(text).display(language).to_string()
}

fn list(words: &[&str], language: Language) -> String {
    let values = words.iter().map(|word| Value::words(word)).collect();
    Value::OneOf(values).display(language).to_string()
}

/// Why an OID is none, after a comma.
fn reason(error: Option<ParseError>, language: Language) -> String {
    match (error, language) {
        (None, _) => String::new(),
        (Some(error), Language::En) => format!(", {}", error.en()),
        (Some(error), Language::Fi) => format!(", {}", error.fi()),
        (Some(error), Language::Sv) => format!(", {}", error.sv()),
    }
}

pub(super) fn message(kind: &FaultKind, language: Language) -> String {
    use FaultKind as F;
    let say = |en, fi, sv| text! { en: en, fi: fi, sv: sv }.get(language);
    let about = |text: &str, en, fi, sv| format!("{}: {}", say(en, fi, sv), quoted(text, language));
    match kind {
        F::Source(problem) => of_source(problem, language),
        F::InColumn { column, fault } => format!(
            "{} {}: {}",
            say("column", "sarake", "kolumnen"),
            quoted(column, language),
            message(fault, language)
        ),
        F::TooLargeForToml { limit } => format!(
            "{} {limit}; {}",
            say(
                "the source is larger than the limit for TOML in bytes,",
                "lähde ylittää TOML-muodon tavurajan",
                "källan överskrider gränsen för TOML i byte,",
            ),
            say(
                "a larger index belongs into JSON Lines",
                "suurempi hakemisto kirjoitetaan JSON Lines -muotoon",
                "ett större index skrivs som JSON Lines",
            )
        ),
        F::NotAnAccessPoint(text) => format!(
            "{}{}",
            about(
                text,
                "not the OID of an access point",
                "ei liityntäpisteen OID-tunnus",
                "inte en anslutningspunkts OID"
            ),
            reason(AccessPointOid::parse(text).err(), language)
        ),
        F::NotAnOwner(text) => format!(
            "{}{}",
            about(
                text,
                "not the OID of a party or a pharmacy",
                "ei osapuolen eikä apteekin OID-tunnus",
                "inte en parts eller ett apoteks OID"
            ),
            reason(OwnerOid::parse(text).err(), language)
        ),
        F::NotADate(text) => about(
            text,
            "not a day of the calendar, expected year-month-day such as 2025-09-01",
            "ei kalenterin päivä, odotettiin muotoa vuosi-kuukausi-päivä kuten 2025-09-01",
            "inte en dag i kalendern, väntade år-månad-dag som 2025-09-01",
        ),
        F::NotAPrefix(text) => about(
            text,
            "not an address or a prefix",
            "ei osoite eikä osoitealue",
            "inte en adress eller ett prefix",
        ),
        F::HostBits(text) => about(
            text,
            "the prefix has bits beyond its length",
            "osoitealueessa on bittejä sen pituuden jälkeen",
            "prefixet har bitar utöver sin längd",
        ),
        F::UnknownFormat => say(
            "unknown format, expected 1",
            "tuntematon muoto, odotettiin 1",
            "okänt format, väntade 1",
        )
        .into(),
        F::NoHeader => say(
            "no source gives the version, the day of issue and the expiry",
            "mikään lähde ei kerro versiota, antopäivää ja vanhenemista",
            "ingen källa anger version, utgivningsdag och utgång",
        )
        .into(),
        F::HeadersDisagree => say(
            "the sources disagree on the version, the day of issue or the expiry",
            "lähteet ovat eri mieltä versiosta, antopäivästä tai vanhenemisesta",
            "källorna är oense om version, utgivningsdag eller utgång",
        )
        .into(),
        F::DuplicateId(id) => about(
            id,
            "two records have the same id",
            "kahdella tietueella on sama tunnus",
            "två poster har samma id",
        ),
        F::ReservedId(id) => about(
            id,
            "this id cannot be used",
            "tätä tunnusta ei voi käyttää",
            "detta id kan inte användas",
        ),
        F::DuplicateOid(oid) => about(
            oid,
            "two records have the same OID",
            "kahdella tietueella on sama OID-tunnus",
            "två poster har samma OID",
        ),
        F::ForeignOid(id) => about(
            id,
            "the id is the OID of something else",
            "tunnus on jonkin muun OID-tunnus",
            "id är något annats OID",
        ),
        F::OwnTenant(oid) => about(
            oid,
            "the tenant has the OID of its own host",
            "vuokralaisella on oman isäntänsä OID-tunnus",
            "hyresgästen har sin egen värds OID",
        ),
        F::DuplicateSerial(serial) => about(
            serial,
            "two certificates have the same serial number",
            "kahdella varmenteella on sama sarjanumero",
            "två certifikat har samma serienummer",
        ),
        F::EmptyField(field) => about(
            field,
            "the field is empty",
            "kenttä on tyhjä",
            "fältet är tomt",
        ),
        F::DuplicateRecord => say(
            "two records say the same",
            "kaksi tietuetta sanoo saman",
            "två poster säger samma sak",
        )
        .into(),
        F::Overlap => say(
            "two records speak of the same thing on the same day",
            "kaksi tietuetta koskee samaa asiaa samana päivänä",
            "två poster gäller samma sak samma dag",
        )
        .into(),
        F::Inverted => say(
            "the end does not lie after the start",
            "loppu ei ole alun jälkeen",
            "slutet ligger inte efter början",
        )
        .into(),
        F::Dangling(id) => about(
            id,
            "no record has this id or OID",
            "millään tietueella ei ole tätä tunnusta",
            "ingen post har detta id eller denna OID",
        ),
        F::WrongKind { id, expected } => format!(
            "{}, {} {}",
            about(
                id,
                "the record is of another kind",
                "tietue on toista lajia",
                "posten är av annat slag"
            ),
            say("expected", "odotettiin", "väntade"),
            asked(*expected).get(language)
        ),
        F::PharmacistWithOid => say(
            "a pharmacist is a person and has no OID here, the pharmacies have",
            "apteekkari on henkilö, eikä hänellä ole tässä OID-tunnusta, apteekeilla on",
            "en apotekare är en person och har ingen OID här, apoteken har",
        )
        .into(),
        F::NotThere => say(
            "the order withdraws a record that is not there",
            "tilaus poistaa tietueen, jota ei ole",
            "beställningen drar tillbaka en post som inte finns",
        )
        .into(),
        F::Differs(fields) => {
            let fields = fields.iter().map(|(field, value)| {
                let field = quoted(field, language);
                match value {
                    Some(value) => format!("{field} {}", quoted(value, language)),
                    None => {
                        let unsaid = say("not stated", "ei kerrottu", "inte angivet");
                        format!("{field} {unsaid}")
                    }
                }
            });
            format!(
                "{}: {}",
                say(
                    "the order withdraws a record that is otherwise in the index",
                    "tilaus poistaa tietueen, joka on hakemistossa toisenlainen",
                    "beställningen drar tillbaka en post som är annorlunda i indexet",
                ),
                fields.collect::<Vec<_>>().join(", ")
            )
        }
        F::Several(count) => match language {
            Language::En => format!(
                "the order withdraws one of {count} records with this key, say which by its other fields"
            ),
            Language::Fi => format!(
                "tilaus poistaa yhden {count} tietueesta, joilla on sama avain, kerro muilla kentillä minkä"
            ),
            Language::Sv => format!(
                "beställningen drar tillbaka en av {count} poster med denna nyckel, säg vilken med de andra fälten"
            ),
        },
        F::TooManyChanges { limit } => format!(
            "{}: {limit}",
            say(
                "the days on which the right permits change more often than",
                "päivät, joina käyttövaltuus on voimassa, vaihtuvat useammin kuin",
                "dagarna då rättigheten gäller växlar oftare än",
            )
        ),
    }
}

/// What any text may have wrong, in the words of an index.
fn of_source(problem: &Problem, language: Language) -> String {
    use Problem as P;
    let say = |en, fi, sv| text! { en: en, fi: fi, sv: sv }.get(language);
    let about = |text: &str, en, fi, sv| format!("{}: {}", say(en, fi, sv), quoted(text, language));
    match problem {
        P::TooLarge { limit } => format!(
            "{} {limit}",
            say(
                "the source is larger than the limit in bytes,",
                "lähde ylittää tavurajan",
                "källan överskrider gränsen i byte,",
            )
        ),
        P::NotUtf8 { .. } => say(
            "the source is not UTF-8 text",
            "lähde ei ole UTF-8-tekstiä",
            "källan är inte UTF-8-text",
        )
        .into(),
        P::Syntax { form, words } => {
            let unread = say(
                "the source cannot be read",
                "lähdettä ei voi lukea",
                "källan kan inte läsas",
            );
            match language {
                Language::En => format!("{unread}: {}", quoted(words, language)),
                _ => format!("{unread}: {}", reader_words(*form, words, language)),
            }
        }
        P::TooDeep => say(
            "the tables lie deeper than any record does",
            "taulukot ovat syvemmällä kuin mikään tietue",
            "tabellerna ligger djupare än någon post",
        )
        .into(),
        P::TooManyValues { limit } => format!(
            "{} {limit}",
            say(
                "the record holds more values than are read,",
                "tietueessa on enemmän arvoja kuin luetaan,",
                "posten har fler värden än vad som läses,",
            )
        ),
        P::UnknownKey { key, nearest } => {
            let what = about(key, "unknown field", "tuntematon kenttä", "okänt fält");
            match nearest {
                Some(nearest) => format!(
                    "{what}, {} {}",
                    say("perhaps", "ehkä", "kanske"),
                    quoted(nearest, language)
                ),
                None => what,
            }
        }
        P::DuplicateKey { key, .. } => about(
            key,
            "the field stands twice",
            "kenttä on kahdesti",
            "fältet står två gånger",
        ),
        P::MissingKey { key } => about(key, "field missing", "kenttä puuttuu", "fält saknas"),
        P::WrongType { expected, .. } => format!(
            "{} {}",
            say("expected", "odotettiin", "väntade"),
            taken(*expected).get(language)
        ),
        P::UnknownWord {
            found, expected, ..
        } => format!(
            "{}, {} {}",
            about(found, "unknown word", "tuntematon sana", "okänt ord"),
            say("expected", "odotettiin", "väntade"),
            list(expected, language)
        ),
        P::More { count } => format!(
            "{}: {count}",
            say("more faults", "lisää virheitä", "fler fel")
        ),
        other => other.message(language),
    }
}

/// What a field takes.
const fn taken(expected: Expected) -> Text {
    match expected {
        Expected::Text => text! { en: "text", fi: "tekstiä", sv: "text" },
        Expected::Date => text! { en: "a date", fi: "päivämäärää", sv: "ett datum" },
        Expected::Flag => {
            text! { en: "true or false", fi: "true tai false", sv: "true eller false" }
        }
        Expected::Number => text! { en: "a number", fi: "lukua", sv: "ett tal" },
        Expected::List => text! { en: "a list", fi: "luetteloa", sv: "en lista" },
        Expected::Table => text! { en: "a table", fi: "taulukkoa", sv: "en tabell" },
        other => other.words(),
    }
}

/// What a name has to lead to.
fn asked(expected: ExpectedRecord) -> Text {
    match expected {
        ExpectedRecord::Party => text! { en: "a party", fi: "osapuolta", sv: "en part" },
        ExpectedRecord::Actor => text! {
            en: "a party, a pharmacy or a tenant",
            fi: "osapuolta, apteekkia tai vuokralaista",
            sv: "en part, ett apotek eller en hyresgäst",
        },
        ExpectedRecord::Pharmacist => {
            text! { en: "a pharmacist", fi: "apteekkaria", sv: "en apotekare" }
        }
        ExpectedRecord::RightSubject => text! {
            en: "a pharmacy, or a party other than a pharmacist",
            fi: "apteekkia tai muuta osapuolta kuin apteekkaria",
            sv: "ett apotek eller en annan part än en apotekare",
        },
        ExpectedRecord::AccessPoint => {
            text! { en: "an access point", fi: "liityntäpistettä", sv: "en anslutningspunkt" }
        }
        ExpectedRecord::PartyOrPharmacy => text! {
            en: "a party or a pharmacy",
            fi: "osapuolta tai apteekkia",
            sv: "en part eller ett apotek",
        },
    }
}
