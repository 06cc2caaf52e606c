//! The calendar, counted back from going live.

use std::io;

use kanta_conformance::{Language, Text, text};

use crate::layout::{self, BOLD, Lines as _, Page, RED};
use crate::view::{Calendar, Day, Deadline};
use crate::words;

pub(super) fn dated(
    calendar: &Calendar,
    on: Day,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let words = format!(
        "{} {}",
        say(words::CALENDAR),
        calendar.by.0.display(language)
    );
    layout::heading(out, BOLD, &words, calendar.dates.len())?;
    out.line(format_args!(""))?;
    if calendar.by < on {
        layout::paragraph(out, RED, say(PAST))?;
    }
    let mut dates = calendar.dates.iter();
    dates.try_for_each(|date| layout::entry(out, &entry(date, language)))
}

fn entry(date: &Deadline, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let latest = match (date.latest, date.before) {
        (Some(latest), _) => latest.0.display(language).to_string(),
        (None, Some(_)) => say(NO_DAY).to_owned(),
        (None, None) => say(END_NOT_KNOWN).to_owned(),
    };
    let state = say(words::deadline(date.done, date.late, date.over));
    let mut line = format!("{latest}  {state}: {}", date.what.get(language));
    if let Some(about) = &date.about_name {
        line.push_str(&format!(" ({})", about.get(language)));
    }
    line.push_str(&format!("; {}", date.lead_time.get(language)));
    if let Some(earliest) = date.earliest {
        let day = earliest.0.display(language);
        line.push_str(&format!(", {} {day}", say(EARLIEST)));
    }
    line.push_str(&format!("; {}", date.source.get(language)));
    line
}

const PAST: Text = text! {
    en: "That day has passed: what was not done is late.",
    fi: "Se päivä on mennyt: tekemättä jäänyt on myöhässä.",
    sv: "Den dagen har passerat: det som inte är gjort är försenat.",
};
const NO_DAY: Text = text! { en: "no day", fi: "ei päivää", sv: "ingen dag" };
const END_NOT_KNOWN: Text = text! {
    en: "end of the assessment not known",
    fi: "arvioinnin loppu ei tiedossa",
    sv: "bedömningens slut inte känt",
};
const EARLIEST: Text = text! { en: "earliest", fi: "aikaisintaan", sv: "tidigast" };
