//! What changed between two editions: what the change log says, and which requirements start, end or become known.

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{
    Bound, Date, EDITIONS, Edition, Force, InForce, JudgedOn, Language, Requirement, Text, text,
};
use kanta_policy::requirements;

use kanta_report::layout;
use kanta_report::view::{self, EditionChanges};
use kanta_report::{dates, words};

/// What changed from one edition to a later one.
pub(crate) struct Changes {
    first: &'static Edition,
    last: &'static Edition,
    /// The editions after the first, up to the last.
    editions: Vec<&'static Edition>,
    /// By day, and on a day in the order of the catalogue.
    turns: Vec<Turn>,
}

/// A day on which it changes whether a requirement is in force, or whether that is known.
struct Turn {
    day: Date,
    before: Force,
    after: Force,
    requirement: &'static Requirement,
}

impl Changes {
    pub(crate) fn between(first: &'static Edition, last: &'static Edition) -> Self {
        let between = |day: Date| first.date < day && day <= last.date;
        let editions = EDITIONS
            .iter()
            .filter(|edition| between(edition.date))
            .collect();
        let mut turns: Vec<Turn> = requirements::all()
            .flat_map(turns)
            .filter(|turn| between(turn.day))
            .collect();
        turns.sort_by_key(|turn| (turn.day, rank(turn.before, turn.after)));
        Self {
            first,
            last,
            editions,
            turns,
        }
    }

    /// For people.
    pub(crate) fn text(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        let say = |text: Text| text.get(language);
        let [first, last] = [self.first, self.last].map(|e| words::edition(e, language));
        let title = match language {
            Language::En => format!("From {first} to {last}"),
            Language::Fi => format!("Muutokset: {first} – {last}"),
            Language::Sv => format!("Från {first} till {last}"),
        };
        layout::paragraph(out, layout::BOLD, &title)?;
        let log = text! {
            en: "WHAT THE CHANGE LOG SAYS",
            fi: "MUUTOSLUETTELON MUKAAN",
            sv: "ENLIGT ÄNDRINGSLOGGEN",
        };
        layout::heading(out, layout::BOLD, say(log), self.editions.len())?;
        writeln!(out)?;
        for edition in &self.editions {
            super::row(edition, say(edition.changes), language, out)?;
        }
        let rows = text! {
            en: "REQUIREMENTS THAT START, END OR BECOME KNOWN",
            fi: "VAATIMUKSET, JOTKA ALKAVAT, PÄÄTTYVÄT TAI TULEVAT TUNNETUIKSI",
            sv: "KRAV SOM BÖRJAR, UPPHÖR ELLER BLIR KÄNDA",
        };
        layout::heading(out, layout::BOLD, say(rows), self.turns.len())?;
        let same = |one: &Turn, other: &Turn| {
            (one.day, one.before, one.after) == (other.day, other.before, other.after)
        };
        for group in self.turns.chunk_by(same) {
            let Some(turn) = group.first() else { continue };
            let words = format!(
                "{}: {}",
                dates::day(turn.day, language),
                say(turned(turn.before, turn.after))
            );
            writeln!(out)?;
            layout::paragraph(out, Style::new(), &layout::capitalised(&words))?;
            for turn in group {
                layout::entry(out, &turn.words(language))?;
            }
        }
        Ok(())
    }

    /// The same as a view.
    pub(crate) fn view(&self) -> EditionChanges {
        let turns = self.turns.iter().map(Turn::view).collect();
        EditionChanges::new(self.first, self.last, &self.editions, turns)
    }
}

impl Turn {
    fn words(&self, language: Language) -> String {
        let statement = self.requirement.statement().get(language);
        let mut words = format!("{statement} ({})", self.requirement.id());
        if self.requirement.judged_on() == JudgedOn::DayIssued {
            let issued = text! {
                en: "by the day on which the certificate was issued",
                fi: "varmenteen myöntämispäivän mukaan",
                sv: "enligt dagen då certifikatet utfärdades",
            };
            words = format!("{words}; {}", issued.get(language));
        }
        words
    }

    fn view(&self) -> view::Turn {
        view::Turn::new(self.requirement, self.day, self.before, self.after)
    }
}

/// The days on which a requirement's being in force, or what is known of it, changes.
fn turns(requirement: &'static Requirement) -> impl Iterator<Item = Turn> {
    let InForce { from, until } = requirement.in_force();
    let mut days: Vec<Date> = [from, until].into_iter().flat_map(days).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter_map(move |day| {
        let before = requirement.in_force().on(day.plus_days(-1));
        let after = requirement.in_force().on(day);
        (before != after).then_some(Turn {
            day,
            before,
            after,
            requirement,
        })
    })
}

fn days(bound: Bound) -> Vec<Date> {
    match bound {
        Bound::Open => Vec::new(),
        Bound::On(date) => vec![date],
        Bound::Between { not_yet, seen } => {
            let after = not_yet.map(|day| day.plus_days(1));
            after.into_iter().chain([seen]).collect()
        }
        Bound::NotYet(day) => vec![day.plus_days(1)],
    }
}

/// What it means that this was so, and now is that.
const fn turned(before: Force, after: Force) -> Text {
    match (before, after) {
        (Force::No, Force::Yes) => text! { en: "starts", fi: "alkaa", sv: "börjar gälla" },
        (Force::Yes, Force::No) => text! { en: "ends", fi: "päättyy", sv: "upphör att gälla" },
        (Force::Unknown, Force::Yes) => text! {
            en: "known to be in force; whether it was before is not known",
            fi: "tiedetään olevan voimassa; aiemmasta ei tiedetä",
            sv: "känt att det gäller; om det gällde tidigare är inte känt",
        },
        (Force::Unknown, _) => text! {
            en: "known not to be in force; whether it was before is not known",
            fi: "tiedetään, ettei ole voimassa; aiemmasta ei tiedetä",
            sv: "känt att det inte gäller; om det gällde tidigare är inte känt",
        },
        (Force::Yes, _) => text! {
            en: "from here on it is not known whether it is still in force",
            fi: "tästä eteenpäin ei tiedetä, onko vielä voimassa",
            sv: "härefter är det inte känt om det ännu gäller",
        },
        (Force::No, _) => text! {
            en: "from here on it is not known whether it is in force already",
            fi: "tästä eteenpäin ei tiedetä, onko jo voimassa",
            sv: "härefter är det inte känt om det redan gäller",
        },
    }
}

/// Starts first, then ends, then what becomes known, then what becomes unknown.
const fn rank(before: Force, after: Force) -> u8 {
    match (before, after) {
        (Force::No, Force::Yes) => 0,
        (Force::Yes, Force::No) => 1,
        (Force::Unknown, Force::Yes) => 2,
        (Force::Unknown, _) => 3,
        (Force::Yes, _) => 4,
        (Force::No, _) => 5,
    }
}
