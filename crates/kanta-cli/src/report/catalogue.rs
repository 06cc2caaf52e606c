//! The catalogue of requirements, printed from the rows: for people, for machines, as Markdown.

use std::io::{self, Write};

use anstyle::Style;
use kanta_address_index::AddressIndex;
use kanta_conformance::{Date, Evidence, Force, Language, Requirement, Text, text};
use kanta_policy::{readiness, requirements};

use kanta_report::layout::{self, BOLD};
use kanta_report::{dates, words};

/// What requirements are held against: each has a list of its own. A requirement that plans and indexes are both held
/// against stands in two lists, once in each, with the fields and the example of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// Plans and certificates.
    Plans,
    /// A plan before it goes live.
    Checklist,
    /// The rights of an address index.
    Index,
}

impl Held {
    const ALL: [Self; 3] = [Self::Plans, Self::Checklist, Self::Index];

    /// Its requirements, in their order.
    pub(crate) fn requirements(self) -> Vec<&'static Requirement> {
        match self {
            Self::Plans => requirements::all().collect(),
            Self::Checklist => readiness::requirements().collect(),
            Self::Index => AddressIndex::requirements().collect(),
        }
    }

    /// Every requirement that a command may name, with the list in which it stands.
    pub(crate) fn every() -> impl Iterator<Item = (Self, &'static Requirement)> {
        let listed = |held: Self| held.requirements().into_iter().map(move |one| (held, one));
        Self::ALL.into_iter().flat_map(listed)
    }

    /// Its word in machine-readable output.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Checklist => "checklist",
            Self::Index => "index",
        }
    }

    const fn title(self) -> Text {
        match self {
            Self::Plans => text! {
                en: "Requirements of Kela's guide \"Technical connection models\" and of what stands beside it",
                fi: "Kelan ohjeen \"Tekniset liittymismallit\" ja sen rinnalla olevien lähteiden vaatimukset",
                sv: "Kraven i FPA:s anvisning \"Tekniska anslutningsmodeller\" och i källorna bredvid den",
            },
            Self::Checklist => text! {
                en: "Requirements of the checklist before going live",
                fi: "Tuotantoon siirtymisen tarkistuslistan vaatimukset",
                sv: "Kraven i checklistan före produktionsstarten",
            },
            Self::Index => text! {
                en: "Requirements on the rights of an address index and on what is asked of it",
                fi: "Osoitehakemiston käyttövaltuuksien ja kyselyjen vaatimukset",
                sv: "Kraven på rättigheterna i ett adressindex och på det som frågas av det",
            },
        }
    }
}

/// The requirements that were chosen, and what they were chosen by.
pub(crate) struct Catalogue<'a> {
    pub(crate) requirements: Vec<&'static Requirement>,
    pub(crate) held: Held,
    pub(crate) on: Option<Date>,
    pub(crate) clause: Option<&'a str>,
    pub(crate) language: Language,
}

pub(super) const EVIDENCE: Text = text! { en: "rests on", fi: "perusta", sv: "grund" };
pub(super) const FIELDS: Text = text! { en: "reads", fi: "lukee", sv: "läser" };
pub(super) const IN_FORCE: Text = text! { en: "in force", fi: "voimassa", sv: "gäller" };
pub(super) const LEVEL: Text = text! { en: "level", fi: "taso", sv: "nivå" };

impl Catalogue<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn title(&self) -> String {
        let mut words = self.say(self.held.title()).to_owned();
        if let Some(on) = self.on {
            let on = dates::day(on, self.language);
            words = format!(
                "{words}; {} {on}",
                self.say(text! { en: "in force on", fi: "voimassa:", sv: "i kraft:" })
            );
        }
        if let Some(clause) = self.clause {
            words = format!(
                "{words}; {} {}",
                self.say(words::CLAUSE),
                kanta_conformance::Escaped(clause)
            );
        }
        format!("{words}: {}", self.requirements.len())
    }

    /// For people.
    pub(crate) fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        layout::paragraph(out, Style::new(), &self.title())?;
        for requirement in &self.requirements {
            writeln!(out)?;
            layout::paragraph(out, BOLD, requirement.id())?;
            for (label, words) in self.lines(requirement) {
                layout::labelled(out, self.say(label), &words)?;
            }
        }
        Ok(())
    }

    /// As Markdown: a section for each requirement.
    pub(crate) fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        layout::hanging(out, "# ", "", &self.title())?;
        for requirement in &self.requirements {
            writeln!(out, "\n## `{}`\n", requirement.id())?;
            for (label, words) in self.lines(requirement) {
                let words = format!("**{}**: {words}", self.say(label));
                layout::hanging(out, "- ", "  ", &words)?;
            }
        }
        Ok(())
    }

    fn lines(&self, requirement: &Requirement) -> Vec<(Text, String)> {
        let language = self.language;
        let say = |text: Text| self.say(text).to_owned();
        let mut lines = vec![
            (words::ASKS, say(requirement.statement())),
            (LEVEL, level(requirement, language)),
            (
                words::CLAUSE,
                words::clauses(requirement.citations(), None, language),
            ),
            (
                IN_FORCE,
                dates::in_force(requirement.in_force(), requirement.judged_on(), language),
            ),
        ];
        if let Some(on) = self.on
            && requirement.in_force().on(on) == Force::Unknown
        {
            let words = text! {
                en: "the documents do not tell whether it was in force on that day",
                fi: "asiakirjat eivät kerro, oliko se voimassa sinä päivänä",
                sv: "dokumenten säger inte om det gällde den dagen",
            };
            lines.push((words::OPEN, say(words)));
        }
        lines.push((EVIDENCE, say(evidence(requirement, self.held))));
        if let Some(fields) = field_list(requirement) {
            lines.push((FIELDS, fields));
        }
        if let Some(reading) = requirement.reading() {
            lines.push((words::READING, say(reading)));
        }
        lines.push((words::DO, say(requirement.remedy())));
        lines
    }

    /// One array, a row a line.
    pub(crate) fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let rows: Result<Vec<String>, _> = self.views().iter().map(serde_json::to_string).collect();
        let rows = rows?;
        if rows.is_empty() {
            return writeln!(out, "[]");
        }
        writeln!(out, "[\n{}\n]", rows.join(",\n"))
    }

    /// What every format tells of them.
    pub(crate) fn views(&self) -> Vec<kanta_report::view::Requirement> {
        let rows = self.requirements.iter();
        rows.map(|row| kanta_report::view::Requirement::new(row, self.on))
            .collect()
    }
}

/// The fields that a requirement reads; the empty name, which stands for the subject as a whole, is none.
fn fields(requirement: &Requirement) -> impl Iterator<Item = &'static str> {
    requirement
        .fields()
        .iter()
        .copied()
        .filter(|field| !field.is_empty())
}

/// The fields in words, where there are any.
pub(super) fn field_list(requirement: &Requirement) -> Option<String> {
    let fields: Vec<String> = fields(requirement)
        .map(|field| format!("`{field}`"))
        .collect();
    (!fields.is_empty()).then(|| fields.join(", "))
}

/// What the findings of a requirement rest on.
pub(super) fn evidence(requirement: &Requirement, held: Held) -> Text {
    match requirement.evidence() {
        Evidence::Stated if held == Held::Index => text! {
            en: "what the index states",
            fi: "mitä osoitehakemisto kertoo",
            sv: "vad adressindexet uppger",
        },
        evidence => words::evidence(evidence),
    }
}

/// How binding it is and how that is known: `binding, documented`.
pub(super) fn level(requirement: &Requirement, language: Language) -> String {
    format!(
        "{}; {}",
        words::level(requirement.level()).get(language),
        words::certainty(requirement.certainty()).get(language)
    )
}
