//! What a spreadsheet does to a text, as sentences.

use kanta_conformance::{Language, Text, Value, text};

use super::{NoDay, SheetProblem};

pub(crate) fn message(problem: &SheetProblem, language: Language) -> String {
    let say = |en, fi, sv| text! { en: en, fi: fi, sv: sv }.get(language);
    let quoted = |text: &str| Value::words(text).display(language).to_string();
    match problem {
        SheetProblem::OtherEncoding { name, letter } => {
            let letter = letter.map(|letter| {
                let found = say("found", "löytyi", "hittade");
                format!(", {found} {}", quoted(&letter.to_string()))
            });
            format!(
                "{} {name}{}; {}",
                say(
                    "the text is not UTF-8 but seems to be",
                    "teksti ei ole UTF-8:aa vaan ilmeisesti",
                    "texten är inte UTF-8 utan tycks vara",
                ),
                letter.unwrap_or_default(),
                say(
                    "save it as “CSV UTF-8”, or convert it with --encoding windows-1252",
                    "tallenna se muodossa ”CSV UTF-8” tai muunna valitsimella --encoding windows-1252",
                    "spara den som ”CSV UTF-8”, eller konvertera den med --encoding windows-1252",
                ),
            )
        }
        SheetProblem::OpenQuote => say(
            "a quotation mark opens here and is never closed",
            "lainausmerkki avautuu tässä eikä sulkeudu",
            "ett citattecken öppnas här och stängs aldrig",
        )
        .into(),
        SheetProblem::BehindQuote => say(
            "something stands behind a closing quotation mark; one inside a cell stands twice",
            "sulkevan lainausmerkin jäljessä on jotakin; solun sisällä lainausmerkki on kahdesti",
            "något står efter ett avslutande citattecken; ett inne i en cell står två gånger",
        )
        .into(),
        SheetProblem::NoColumns => say(
            "no row names the columns",
            "mikään rivi ei nimeä sarakkeita",
            "ingen rad ger kolumnerna namn",
        )
        .into(),
        SheetProblem::NoColumn { name } => format!(
            "{} `{name}`",
            say(
                "no column is named",
                "mikään sarake ei ole",
                "ingen kolumn heter"
            ),
        ),
        SheetProblem::UnknownColumn { name, nearest } => {
            let meant = nearest.map(|nearest| {
                let meant = say("did you mean", "tarkoititko", "menade du");
                format!("; {meant} {}", quoted(nearest))
            });
            format!(
                "{} {}{}",
                say("unknown column", "tuntematon sarake", "okänd kolumn"),
                quoted(name),
                meant.unwrap_or_default(),
            )
        }
        SheetProblem::ColumnTwice { name, first } => format!(
            "{} {}: {} {first}",
            say(
                "two columns say the same,",
                "kaksi saraketta sanoo saman,",
                "två kolumner säger samma sak,",
            ),
            quoted(name),
            say(
                "the first is column",
                "ensimmäinen on sarake",
                "den första är kolumn"
            ),
        ),
        SheetProblem::Nameless { found } => format!(
            "{} {}",
            say(
                "the column has no name and holds",
                "sarakkeella ei ole nimeä, ja siinä on",
                "kolumnen har inget namn och innehåller",
            ),
            quoted(found),
        ),
        SheetProblem::Shortened { found } => format!(
            "{}: {}; {}",
            say(
                "a spreadsheet has shortened a number, and its digits are lost",
                "taulukkolaskenta on lyhentänyt luvun, ja sen numerot ovat kadonneet",
                "ett kalkylprogram har förkortat ett tal, och dess siffror är borta",
            ),
            quoted(found),
            say(
                "format the column as text and enter the number anew",
                "muotoile sarake tekstiksi ja kirjoita luku uudelleen",
                "formatera kolumnen som text och skriv in talet på nytt",
            ),
        ),
        SheetProblem::TooMany { limit } => format!(
            "{} {limit}",
            say(
                "the cell lists more than",
                "solu luettelee enemmän kuin",
                "cellen räknar upp mer än",
            ),
        ),
        SheetProblem::Day { found, why } => format!(
            "{} {}; {}",
            quoted(found),
            no_day(*why).get(language),
            say(
                "write 2026-12-31 or 31.12.2026",
                "kirjoita 2026-12-31 tai 31.12.2026",
                "skriv 2026-12-31 eller 31.12.2026",
            ),
        ),
    }
}

const fn no_day(why: NoDay) -> Text {
    match why {
        NoDay::Order => text! {
            en: "can be read as several days, by which part is the month",
            fi: "voidaan lukea usealla tavalla sen mukaan, mikä osa on kuukausi",
            sv: "kan läsas på flera sätt, beroende på vilken del som är månaden",
        },
        NoDay::Century => text! {
            en: "does not say the century",
            fi: "ei kerro vuosisataa",
            sv: "anger inte århundradet",
        },
        NoDay::Number => text! {
            en: "is a spreadsheet's own number of a day, whose meaning depends on its settings",
            fi: "on taulukkolaskennan oma päivän numero, jonka merkitys riippuu asetuksista",
            sv: "är kalkylprogrammets eget nummer på en dag, vars betydelse beror på inställningarna",
        },
        NoDay::Time => text! {
            en: "has a time of day behind the day",
            fi: "sisältää päivän jäljessä kellonajan",
            sv: "har ett klockslag efter dagen",
        },
    }
}
