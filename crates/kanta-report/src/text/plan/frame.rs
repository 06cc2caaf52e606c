//! How the report begins and how it ends.

use std::io;

use kanta_conformance::{Escaped, Language, Value, text};

use super::Report;
use crate::layout::{self, BOLD, Lines as _, Page};
use crate::words;

impl Report<'_> {
    pub(super) fn opening(&self, out: &mut Page<'_>) -> io::Result<()> {
        let name = Escaped(&self.view.plan).to_string();
        layout::paragraph(out, BOLD, &name)?;
        let verdict = self.view.verdict;
        let words = layout::capitalised(self.say(words::conformity(verdict)));
        layout::paragraph(out, layout::verdict(verdict), &words)?;
        let party = self.view.party.as_deref();
        let party = party.map(|name| Value::words(name).display(self.language).to_string());
        let on = self.view.on.0.display(self.language);
        let edition = self.view.edition();
        let edition = edition.map(|edition| words::edition(edition, self.language));
        let subject = match (self.language, party) {
            (Language::En, Some(party)) => format!("Connection plan of {party}, judged as of {on}"),
            (Language::En, None) => format!("Connection plan, judged as of {on}"),
            (Language::Fi, Some(party)) => {
                format!("Liittymissuunnitelma: {party}, arvioitu päivän {on} mukaan")
            }
            (Language::Fi, None) => format!("Liittymissuunnitelma, arvioitu päivän {on} mukaan"),
            (Language::Sv, Some(party)) => format!("Anslutningsplan för {party}, bedömd per {on}"),
            (Language::Sv, None) => format!("Anslutningsplan, bedömd per {on}"),
        };
        let guide = self.say(words::GUIDE);
        let guide = match edition {
            Some(edition) => format!("{guide}, {edition}"),
            None => guide.to_owned(),
        };
        layout::paragraph(out, anstyle::Style::new(), &format!("{subject}; {guide}"))?;
        if self.view.later_edition_possible {
            let words = self.say(words::LATER_EDITION);
            layout::paragraph(out, anstyle::Style::new(), words)?;
        }
        Ok(())
    }

    pub(super) fn closing(&self, out: &mut Page<'_>) -> io::Result<()> {
        out.line(format_args!(""))?;
        super::super::missing_files(&self.view.missing_files, self.language, out)?;
        if !self.view.not_checked.is_empty() {
            layout::paragraph(
                out,
                anstyle::Style::new(),
                self.say(words::PATH_NOT_CHECKED),
            )?;
        }
        let counts = self.view.counts;
        let verdict = self.view.verdict;
        let [violated, unknown, satisfied] = [
            text! { en: "violated", fi: "rikottu", sv: "brutna" },
            text! { en: "not known", fi: "ei tiedossa", sv: "inte kända" },
            text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllda" },
        ]
        .map(|text| self.say(text));
        let style = layout::verdict(verdict);
        let open = counts.undetermined.saturating_add(self.view.gaps.len());
        let edition = words::edition_of(self.view.edition.as_deref(), self.language);
        let words = format!(
            "{} {violated}, {open} {unknown}, {} {satisfied}: {} ({edition}, {})",
            counts.violated,
            counts.satisfied,
            words::verdict(verdict, counts.attested, counts.ruled, self.language),
            self.view.on.0.display(self.language),
        );
        layout::paragraph(out, style, &words)
    }
}
