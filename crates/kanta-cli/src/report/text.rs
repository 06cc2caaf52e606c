//! The report for people.

use std::io::{self, Write};

use kanta_conformance::{
    Assessment, Finding, Ground, Language, Level, Outcome, OutcomeKind, Text, Verdict, Why,
};

use super::layout::{self, BOLD, GREEN, RED, YELLOW};
use super::words;
use crate::commands::check::Checked;

/// Writes the report on one plan.
pub(crate) fn write(
    checked: &Checked,
    language: Language,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    Report {
        checked,
        assessment: &checked.assessment,
        language,
        number: 0,
    }
    .write(all, out)
}

struct Report<'a> {
    checked: &'a Checked,
    assessment: &'a Assessment,
    language: Language,
    number: usize,
}

/// Findings that say the same of several subjects.
type Group<'a> = Vec<&'a Finding>;

impl<'a> Report<'a> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn select(&self, chosen: impl Fn(&Finding) -> bool) -> Vec<Group<'a>> {
        let mut groups: Vec<Group<'a>> = Vec::new();
        for finding in self
            .assessment
            .findings
            .iter()
            .filter(|finding| chosen(finding))
        {
            let same = |group: &&mut Group<'a>| {
                group.first().is_some_and(|first| {
                    first.requirement == finding.requirement
                        && first.ground == finding.ground
                        && alike(&first.outcome, &finding.outcome)
                })
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
        groups
    }

    fn write(mut self, all: bool, out: &mut dyn Write) -> io::Result<()> {
        self.opening(out)?;
        let is = |kind: OutcomeKind, level: Level| {
            move |f: &Finding| f.outcome.kind() == kind && f.requirement.level == level
        };
        let open = |level: Level| {
            move |f: &Finding| {
                matches!(
                    f.outcome.kind(),
                    OutcomeKind::Violated | OutcomeKind::Undetermined
                ) && f.requirement.level == level
            }
        };
        self.section(
            RED,
            words::VIOLATED,
            is(OutcomeKind::Violated, Level::Must),
            out,
        )?;
        self.not_known(out)?;
        self.section(YELLOW, words::ADVICE, open(Level::Should), out)?;
        self.section(YELLOW, words::NOTES, open(Level::Note), out)?;
        self.rests_on(out)?;
        self.not_in_force(out)?;
        if all {
            self.plain(words::SATISFIED, OutcomeKind::Satisfied, out)?;
            self.plain(words::NOT_APPLICABLE, OutcomeKind::NotApplicable, out)?;
        }
        self.closing(out)
    }

    fn opening(&self, out: &mut dyn Write) -> io::Result<()> {
        let name = kanta_conformance::Escaped(&self.checked.name).to_string();
        layout::paragraph(out, BOLD, &name)?;
        let plan = &self.checked.file.plan;
        let party = plan.party.as_ref().and_then(|party| party.name.as_deref());
        let party = party.map(|name| {
            kanta_conformance::Value::words(name)
                .display(self.language)
                .to_string()
        });
        let on = self.assessment.on.display(self.language);
        let edition = self
            .assessment
            .edition
            .map(|edition| words::edition(edition, self.language));
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
        let guide = self.say(Text::new(
            "Kela's guide \"Technical connection models\"",
            "Kelan ohje \"Tekniset liittymismallit\"",
            "FPA:s anvisning \"Tekniska anslutningsmodeller\"",
        ));
        let guide = match edition {
            Some(edition) => format!("{guide}, {edition}"),
            None => guide.to_owned(),
        };
        layout::paragraph(out, anstyle::Style::new(), &format!("{subject}; {guide}"))?;
        if self.assessment.may_be_outdated() {
            let words = self.say(Text::new(
                "A later edition may exist: 3.18 (2025-11-03) is the last that this version knows.",
                "Uudempi versio voi olla olemassa: 3.18 (3.11.2025) on viimeinen, jonka tämä ohjelma tuntee.",
                "En nyare version kan finnas: 3.18 (3.11.2025) är den sista som detta program känner till.",
            ));
            layout::paragraph(out, anstyle::Style::new(), words)?;
        }
        Ok(())
    }

    fn section(
        &mut self,
        style: anstyle::Style,
        heading: Text,
        chosen: impl Fn(&Finding) -> bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let groups = self.select(chosen);
        if groups.is_empty() {
            return Ok(());
        }
        layout::heading(
            out,
            style,
            self.say(heading),
            groups.iter().map(Vec::len).sum(),
        )?;
        for group in groups {
            self.group(&group, out)?;
        }
        Ok(())
    }

    /// What is not known: first what can be filled in or asked, then what no document tells.
    fn not_known(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let open = |f: &Finding| {
            f.outcome.kind() == OutcomeKind::Undetermined && f.requirement.level == Level::Must
        };
        let undated = |f: &Finding| f.outcome == Outcome::Undetermined(Why::DateUnknown);
        let groups = self.select(|f| open(f) && !undated(f));
        let dateless = self.select(|f| open(f) && undated(f));
        let count = |groups: &[Group<'_>]| groups.iter().map(Vec::len).sum::<usize>();
        let total = count(&groups)
            .saturating_add(count(&dateless))
            .saturating_add(self.assessment.gaps.len());
        if total == 0 {
            return Ok(());
        }
        layout::heading(out, YELLOW, self.say(words::NOT_KNOWN), total)?;
        if !self.assessment.gaps.is_empty() {
            writeln!(out)?;
        }
        for gap in &self.assessment.gaps {
            layout::entry(out, self.say(words::gap(*gap)))?;
        }
        for group in &groups {
            self.group(group, out)?;
        }
        if !dateless.is_empty() {
            writeln!(out)?;
            layout::paragraph(out, anstyle::Style::new(), self.say(words::DATE_UNKNOWN))?;
            for finding in dateless.iter().filter_map(|group| group.first()) {
                layout::entry(out, self.say(finding.requirement.statement))?;
            }
        }
        Ok(())
    }

    fn group(&mut self, group: &[&Finding], out: &mut dyn Write) -> io::Result<()> {
        let Some(finding) = group.first() else {
            return Ok(());
        };
        let requirement = finding.requirement;
        let language = self.language;
        self.number = self.number.saturating_add(1);
        match &finding.outcome {
            Outcome::Violated { found, required } => {
                layout::title(out, self.number, self.say(requirement.fault))?;
                layout::labelled(
                    out,
                    self.say(words::FOUND),
                    &found.display(language).to_string(),
                )?;
                layout::labelled(
                    out,
                    self.say(words::REQUIRED),
                    &required.display(language).to_string(),
                )?;
            }
            _ => {
                let question = Text::new(
                    "not known whether",
                    "ei tiedossa, täyttyykö:",
                    "inte känt om",
                );
                let words = format!("{} {}", self.say(question), self.say(requirement.statement));
                layout::title(out, self.number, &words)?;
            }
        }
        for finding in group {
            self.place(finding, out)?;
        }
        if finding.outcome.kind() == OutcomeKind::Violated {
            layout::labelled(out, self.say(words::ASKS), self.say(requirement.statement))?;
        }
        let mut clause = words::clauses(requirement.citations, self.assessment.edition, language);
        if let Some(in_force) = words::in_force(requirement.in_force, language) {
            clause = format!("{clause}; {in_force}");
        }
        if requirement.level != Level::Must {
            clause = format!("{clause} ({})", self.say(words::level(requirement.level)));
        }
        layout::labelled(out, self.say(words::CLAUSE), &clause)?;
        match &finding.outcome {
            Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)) => {
                layout::labelled(out, self.say(words::OPEN), self.say(*question))?;
                layout::labelled(out, self.say(words::DO), self.say(words::RULING_HINT))?;
            }
            Outcome::Undetermined(Why::EvidenceOutside(document)) => {
                let only = Text::new(
                    "only this document can tell, or somebody's attestation:",
                    "vain tämä asiakirja tai jonkun vakuutus voi kertoa sen:",
                    "bara detta dokument eller någons intyg kan avgöra det:",
                );
                let words = format!("{} {}", self.say(only), self.say(document.title));
                layout::labelled(out, self.say(words::OPEN), &words)?;
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
            Outcome::Undetermined(Why::Unchecked(obstacle)) => {
                let obstacle = obstacle.display(language).to_string();
                layout::labelled(out, self.say(words::OPEN), &obstacle)?;
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
            Outcome::Undetermined(Why::InputMissing(_)) => {}
            _ => {
                if let Some(reading) = requirement.reading {
                    layout::labelled(out, self.say(words::READING), self.say(reading))?;
                }
                layout::labelled(out, self.say(words::DO), self.say(requirement.remedy))?;
            }
        }
        self.ground(finding, out)?;
        layout::labelled(out, self.say(words::ID), requirement.id)
    }

    /// Where a finding stands, and which fields it asks for.
    fn place(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        if let Outcome::Undetermined(Why::InputMissing(fields)) = &finding.outcome {
            for field in fields {
                let words = self.located(&field.to_string());
                layout::labelled(out, self.say(words::FILL_IN), &words)?;
            }
            return Ok(());
        }
        layout::labelled(
            out,
            self.say(words::AT),
            &self.located(&finding.path.to_string()),
        )
    }

    fn located(&self, path: &str) -> String {
        let words = words::place(path, self.language);
        let name = kanta_conformance::Escaped(&self.checked.name).to_string();
        match self.checked.file.place(path) {
            Some(place) => format!("{words} ({name}:{}:{})", place.line, place.column),
            None => format!("{words} ({name})"),
        }
    }

    /// Who said so, and when.
    fn ground(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let language = self.language;
        let quoted = |text: &str| {
            kanta_conformance::Value::words(text)
                .display(language)
                .to_string()
        };
        let (label, words) = match &finding.ground {
            None => return Ok(()),
            Some(Ground::Attested(a)) => (
                Text::new("attested", "vakuutus", "intygat"),
                format!(
                    "{}, {}: {}",
                    quoted(&a.by),
                    a.on.display(language),
                    quoted(&a.ground)
                ),
            ),
            Some(Ground::Ruled(r)) => (
                Text::new("ruling", "ratkaisu", "beslut"),
                format!(
                    "{}, {}: {}",
                    quoted(&r.by),
                    r.on.display(language),
                    quoted(&r.reference)
                ),
            ),
        };
        layout::labelled(out, self.say(label), &words)
    }

    /// What is satisfied because somebody says so.
    fn rests_on(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let groups = self.select(|f| f.outcome == Outcome::Satisfied && f.ground.is_some());
        if groups.is_empty() {
            return Ok(());
        }
        layout::heading(
            out,
            GREEN,
            self.say(words::RESTS_ON),
            groups.iter().map(Vec::len).sum(),
        )?;
        for group in groups {
            let Some(finding) = group.first() else {
                continue;
            };
            self.number = self.number.saturating_add(1);
            layout::title(out, self.number, self.say(finding.requirement.statement))?;
            for finding in &group {
                self.place(finding, out)?;
            }
            self.ground(finding, out)?;
            layout::labelled(out, self.say(words::ID), finding.requirement.id)?;
        }
        Ok(())
    }

    fn not_in_force(&self, out: &mut dyn Write) -> io::Result<()> {
        let binding = |f: &Finding| f.requirement.level != Level::Note;
        let groups = self.select(|f| f.outcome == Outcome::NotInForce && binding(f));
        if groups.is_empty() {
            return Ok(());
        }
        layout::heading(out, BOLD, self.say(words::NOT_IN_FORCE), groups.len())?;
        writeln!(out)?;
        for finding in groups.iter().filter_map(|group| group.first()) {
            let mut words = self.say(finding.requirement.statement).to_owned();
            if let Some(in_force) = words::in_force(finding.requirement.in_force, self.language) {
                words = format!("{words}; {in_force}");
            }
            layout::entry(out, &words)?;
        }
        Ok(())
    }

    fn plain(&self, heading: Text, kind: OutcomeKind, out: &mut dyn Write) -> io::Result<()> {
        let findings: Vec<&Finding> = self
            .assessment
            .findings
            .iter()
            .filter(|f| f.outcome.kind() == kind)
            .collect();
        if findings.is_empty() {
            return Ok(());
        }
        layout::heading(out, BOLD, self.say(heading), findings.len())?;
        writeln!(out)?;
        for finding in findings {
            let place = words::place(&finding.path.to_string(), self.language);
            layout::entry(
                out,
                &format!("{}: {place}", self.say(finding.requirement.statement)),
            )?;
        }
        Ok(())
    }

    fn closing(&self, out: &mut dyn Write) -> io::Result<()> {
        let plan = &self.checked.file.plan;
        let has_certificates = plan
            .access_points
            .iter()
            .any(|point| point.certificate.is_some())
            || plan.signature_certificate.is_some();
        writeln!(out)?;
        if has_certificates && plan.trust.is_none() {
            layout::paragraph(
                out,
                anstyle::Style::new(),
                self.say(words::PATH_NOT_CHECKED),
            )?;
        }
        let counts = self.assessment.counts();
        let verdict = self.assessment.verdict();
        let [violated, unknown, satisfied] = [
            Text::new("violated", "rikottu", "brutna"),
            Text::new("not known", "ei tiedossa", "inte kända"),
            Text::new("satisfied", "täyttyy", "uppfyllda"),
        ]
        .map(|text| self.say(text));
        let style = match verdict {
            Verdict::Conforming => GREEN,
            Verdict::Undetermined => YELLOW,
            Verdict::NonConforming => RED,
        };
        let open = counts
            .undetermined
            .saturating_add(self.assessment.gaps.len());
        let edition = self.assessment.edition.map_or_else(
            || {
                self.say(Text::new("no edition", "ei versiota", "ingen version"))
                    .to_owned()
            },
            |edition| {
                format!(
                    "{} {}",
                    self.say(Text::new("edition", "versio", "version")),
                    edition.version
                )
            },
        );
        let words = format!(
            "{} {violated}, {open} {unknown}, {} {satisfied}: {} ({edition}, {})",
            counts.violated,
            counts.satisfied,
            words::verdict(verdict, counts.attested, counts.ruled, self.language),
            self.assessment.on.display(self.language),
        );
        layout::paragraph(out, style, &words)
    }
}

/// Whether two outcomes read the same but for their place.
fn alike(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (
            Outcome::Undetermined(Why::InputMissing(_)),
            Outcome::Undetermined(Why::InputMissing(_)),
        ) => true,
        _ => one == other,
    }
}
