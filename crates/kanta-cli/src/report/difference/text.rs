//! What differs between two plans, told to people.

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{
    Escaped, FieldPath, Finding, Ground, Language, Outcome, Text, Value, text,
};

use super::{Change, Difference, Way, outcomes};
use crate::commands::check::Checked;
use kanta_report::layout;
use kanta_report::words;

const BEFORE: Text = text! { en: "before", fi: "ennen", sv: "före" };
const AFTER: Text = text! { en: "after", fi: "jälkeen", sv: "efter" };

impl Difference<'_> {
    /// For people.
    pub(crate) fn text(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        let say = |text: Text| text.get(language);
        let title = text! {
            en: "What differs between two connection plans",
            fi: "Kahden liittymissuunnitelman erot",
            sv: "Skillnader mellan två anslutningsplaner",
        };
        layout::paragraph(out, layout::BOLD, say(title))?;
        writeln!(out)?;
        layout::labelled(out, say(BEFORE), &summary(self.before, language))?;
        layout::labelled(out, say(AFTER), &summary(self.after, language))?;
        for gap in self.new_gaps() {
            writeln!(out)?;
            layout::entry(out, say(words::gap(gap)))?;
        }
        let mut number = 0_usize;
        for (way, style, heading) in [
            (
                Way::Worse,
                layout::RED,
                text! { en: "WORSE", fi: "HUONONTUNUT", sv: "SÄMRE" },
            ),
            (
                Way::Better,
                layout::GREEN,
                text! { en: "BETTER", fi: "PARANTUNUT", sv: "BÄTTRE" },
            ),
            (
                Way::Other,
                layout::YELLOW,
                text! { en: "OTHER CHANGES", fi: "MUITA MUUTOKSIA", sv: "ANDRA ÄNDRINGAR" },
            ),
        ] {
            let count = self.count(way);
            if count == 0 {
                continue;
            }
            layout::heading(out, style, say(heading), count)?;
            for change in self.changes.iter().filter(|change| change.way() == way) {
                number = number.saturating_add(1);
                self.changed(change, number, language, out)?;
            }
        }
        self.closing(language, out)
    }

    fn changed(
        &self,
        change: &Change<'_>,
        number: usize,
        language: Language,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(finding) = change.after.or(change.before) else {
            return Ok(());
        };
        let requirement = finding.requirement;
        let statement = requirement.statement().get(language);
        let title = match change.after.map(|finding| &finding.outcome) {
            Some(Outcome::Violated { .. }) => requirement.fault().get(language).to_owned(),
            Some(Outcome::Undetermined(_)) => {
                format!("{} {statement}", words::QUESTION.get(language))
            }
            _ => statement.to_owned(),
        };
        layout::title(out, number, &title)?;
        let checked = if change.after.is_some() {
            self.after
        } else {
            self.before
        };
        let place = located(checked, &finding.path, language);
        layout::labelled(out, words::AT.get(language), &place)?;
        layout::labelled(out, BEFORE.get(language), &told(change.before, language))?;
        layout::labelled(out, AFTER.get(language), &told(change.after, language))?;
        let edition = checked.assessment.edition;
        let clauses = words::clauses(requirement.citations(), edition, language);
        layout::labelled(out, words::CLAUSE.get(language), &clauses)?;
        layout::labelled(out, words::ID.get(language), requirement.id())
    }

    fn closing(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out)?;
        let [worse, better, other] =
            [Way::Worse, Way::Better, Way::Other].map(|way| self.count(way));
        let words = if self.changes.is_empty() {
            let none = text! {
                en: "No finding differs.",
                fi: "Yksikään havainto ei eroa.",
                sv: "Ingen iakttagelse skiljer sig.",
            };
            none.get(language).to_owned()
        } else {
            match language {
                Language::En => format!("{worse} worse, {better} better, {other} other changes"),
                Language::Fi => {
                    format!("{worse} huonontunut, {better} parantunut, {other} muuta muutosta")
                }
                Language::Sv => format!("{worse} sämre, {better} bättre, {other} andra ändringar"),
            }
        };
        layout::paragraph(out, Style::new(), &words)
    }
}

/// `clinic.toml, judged as of 2025-12-01 (edition 3.18): undetermined`.
fn summary(checked: &Checked, language: Language) -> String {
    let assessment = &checked.assessment;
    let counts = assessment.counts();
    let on = assessment.on.display(language);
    let judged =
        text! { en: "judged as of", fi: "arvioitu päivän mukaan:", sv: "bedömd per" }.get(language);
    let edition = assessment.edition.map_or_else(
        || {
            text! { en: "no edition", fi: "ei versiota", sv: "ingen version" }
                .get(language)
                .to_owned()
        },
        |edition| {
            let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
            format!("{word} {}", edition.version)
        },
    );
    let verdict = words::verdict(
        assessment.verdict(),
        counts.attested,
        counts.ruled,
        language,
    );
    format!(
        "{}, {judged} {on} ({edition}): {verdict}",
        Escaped(&checked.name)
    )
}

/// A place in words, and where it stands in the file.
fn located(checked: &Checked, path: &FieldPath, language: Language) -> String {
    let words = words::place(path, language);
    let name = Escaped(&checked.name);
    match checked.file.place(path) {
        Some(place) => format!("{words} ({name}:{}:{})", place.line, place.column),
        None => format!("{words} ({name})"),
    }
}

/// An outcome, and on whose word it rests.
fn told(finding: Option<&Finding>, language: Language) -> String {
    let Some(finding) = finding else {
        let none = text! { en: "no finding", fi: "ei havaintoa", sv: "ingen iakttagelse" };
        return none.get(language).to_owned();
    };
    let outcome = outcomes::told(&finding.outcome, language);
    let quoted = |text: &str| Value::words(text).display(language).to_string();
    match &finding.ground {
        None => outcome,
        Some(Ground::Attested(a)) => {
            let word =
                text! { en: "attested by", fi: "vakuuttaja:", sv: "intygat av" }.get(language);
            let (by, on) = (quoted(&a.by), a.on.display(language));
            format!("{outcome}; {word} {by}, {on}: {}", quoted(&a.ground))
        }
        Some(Ground::Ruled(r)) => {
            let word = text! { en: "ruled by", fi: "ratkaisija:", sv: "avgjort av" }.get(language);
            let (by, on) = (quoted(&r.by), r.on.display(language));
            format!("{outcome}; {word} {by}, {on}: {}", quoted(&r.reference))
        }
    }
}
