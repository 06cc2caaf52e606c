//! A certificate against its profile, for people.

use std::io::{self, Write};

use anstyle::Style;
use kanta_cert::CertificateOrRequest;
use kanta_conformance::{Escaped, Finding, Language, Level, Outcome, OutcomeKind, Text, Why, text};

use kanta_report::layout::{self, BOLD, RED, YELLOW};
use kanta_report::view::CheckedCertificate;
use kanta_report::words;

/// Writes the report on one certificate or request.
pub(crate) fn text(
    checked: &CheckedCertificate<'_>,
    language: Language,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = super::title(checked.name, checked.number);
    let kind = super::kind_words(checked.document, checked.issuers, language);
    writeln!(out, "{BOLD}{title}{BOLD:#}: {kind}")?;
    if let CertificateOrRequest::Certificate(certificate) = checked.document {
        let validity = certificate.validity();
        let (first, last) = (
            validity.not_before.finnish_day(),
            validity.not_after.finnish_day(),
        );
        let left = checked.assessment.on.days_until(last);
        let (valid, days) = match language {
            Language::En => ("valid", format!("{left} days left")),
            Language::Fi => ("voimassa", format!("{left} päivää jäljellä")),
            Language::Sv => ("giltigt", format!("{left} dagar kvar")),
        };
        let period = format!("{} – {}", first.display(language), last.display(language));
        if left >= 0 {
            writeln!(out, "{valid} {period}, {days}")?;
        } else {
            writeln!(out, "{valid} {period}")?;
        }
    }
    let report = Report { checked, language };
    report.section(
        out,
        RED,
        words::VIOLATED,
        Level::Must,
        &[OutcomeKind::Violated],
    )?;
    report.section(
        out,
        YELLOW,
        words::NOT_KNOWN,
        Level::Must,
        &[OutcomeKind::Undetermined],
    )?;
    let open = [OutcomeKind::Violated, OutcomeKind::Undetermined];
    report.section(out, BOLD, words::ADVICE, Level::Should, &open)?;
    report.section(out, BOLD, words::NOTES, Level::Note, &open)?;
    if all {
        report.list(out, words::SATISFIED, OutcomeKind::Satisfied)?;
        report.list(out, words::NOT_APPLICABLE, OutcomeKind::NotApplicable)?;
        report.list(out, words::NOT_IN_FORCE, OutcomeKind::NotInForce)?;
    }
    report.closing(out)
}

struct Report<'a> {
    checked: &'a CheckedCertificate<'a>,
    language: Language,
}

impl Report<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    fn findings(&self, level: Level, kinds: &[OutcomeKind]) -> Vec<&Finding> {
        let chosen = |finding: &&Finding| {
            finding.requirement.level() == level && kinds.contains(&finding.outcome.kind())
        };
        self.checked
            .assessment
            .findings
            .iter()
            .filter(chosen)
            .collect()
    }

    fn section(
        &self,
        out: &mut dyn Write,
        style: Style,
        heading: Text,
        level: Level,
        kinds: &[OutcomeKind],
    ) -> io::Result<()> {
        let findings = self.findings(level, kinds);
        if findings.is_empty() {
            return Ok(());
        }
        layout::heading(out, style, self.say(heading), findings.len())?;
        for (index, finding) in findings.iter().enumerate() {
            let title = if matches!(finding.outcome, Outcome::Undetermined(_)) {
                let statement = self.say(finding.requirement.statement());
                format!("{} {statement}", self.say(words::QUESTION))
            } else {
                self.say(finding.requirement.fault()).to_owned()
            };
            layout::title(out, index.saturating_add(1), &title)?;
            self.finding(finding, out)?;
        }
        Ok(())
    }

    fn finding(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let requirement = finding.requirement;
        let line =
            |out: &mut dyn Write, label, words: &str| layout::labelled(out, self.say(label), words);
        match &finding.outcome {
            Outcome::Violated { found, required } => {
                line(out, words::FOUND, &found.display(self.language).to_string())?;
                line(
                    out,
                    words::REQUIRED,
                    &required.display(self.language).to_string(),
                )?;
            }
            // The title has what is asked; the reason comes first.
            Outcome::Undetermined(why) => {
                line(out, words::OPEN, &self.why(why))?;
                let profile = self.checked.profile;
                if let Some(found) = profile.found(requirement, self.checked.document) {
                    line(out, words::FOUND, &found.display(self.language).to_string())?;
                }
            }
            _ => {}
        }
        if matches!(finding.outcome, Outcome::Violated { .. }) {
            line(out, words::ASKS, self.say(requirement.statement()))?;
        }
        let edition = self.checked.assessment.edition;
        let clause = words::clauses(requirement.citations(), edition, self.language);
        let guide = requirement
            .citations()
            .iter()
            .any(|citation| citation.editions.is_some());
        let clause = match edition.filter(|_| guide) {
            Some(edition) => format!("{clause}, {}", words::edition(edition, self.language)),
            None => clause,
        };
        line(out, words::CLAUSE, &clause)?;
        if let Some(reading) = requirement.reading() {
            line(out, words::READING, self.say(reading))?;
        }
        line(out, words::DO, self.say(requirement.remedy()))?;
        line(out, words::ID, requirement.id())
    }

    fn why(&self, why: &Why) -> String {
        match why {
            Why::GuideSilent(question) | Why::GuideAmbiguous(question) => {
                self.say(*question).to_owned()
            }
            Why::ByReading(by) => {
                let [found, required] =
                    [&by.found, &by.required].map(|value| value.display(self.language).to_string());
                format!(
                    "{} ({} {found}, {} {required})",
                    self.say(words::BY_READING),
                    self.say(words::FOUND),
                    self.say(words::REQUIRED)
                )
            }
            Why::EvidenceOutside(document) => {
                let only = text! {
                    en: "only this document can tell:",
                    fi: "vain tämä asiakirja voi kertoa sen:",
                    sv: "bara detta dokument kan avgöra det:",
                };
                format!("{} {}", self.say(only), self.say(document.title))
            }
            Why::DateUnknown => self
                .say(text! {
                    en: "the documents do not tell whether this was already required on that day",
                    fi: "asiakirjat eivät kerro, vaadittiinko tätä jo silloin",
                    sv: "dokumenten säger inte om detta redan krävdes den dagen",
                })
                .to_owned(),
            Why::Unchecked(obstacle) => obstacle.display(self.language).to_string(),
            Why::InputMissing(_) => String::new(),
        }
    }

    fn list(&self, out: &mut dyn Write, heading: Text, kind: OutcomeKind) -> io::Result<()> {
        let findings: Vec<&Finding> = self
            .checked
            .assessment
            .findings
            .iter()
            .filter(|finding| finding.outcome.kind() == kind)
            .collect();
        if findings.is_empty() {
            return Ok(());
        }
        layout::heading(out, BOLD, self.say(heading), findings.len())?;
        writeln!(out)?;
        for finding in findings {
            layout::entry(out, self.say(finding.requirement.statement()))?;
        }
        Ok(())
    }

    fn closing(&self, out: &mut dyn Write) -> io::Result<()> {
        let not_asked: Vec<&str> = self
            .checked
            .profile
            .not_asked(self.checked.question)
            .filter(|requirement| requirement.level() != Level::Note)
            .map(|requirement| self.say(requirement.statement()))
            .collect();
        writeln!(out)?;
        let judged = NOT_JUDGED_HERE.get(self.language);
        for words in super::not_judged(self.checked) {
            layout::paragraph(out, Style::new(), &format!("{judged}: {}", self.say(words)))?;
        }
        super::trust::text(self.checked, self.language, out)?;
        for words in not_asked {
            let label = words::NOT_ASKED.get(self.language);
            layout::paragraph(out, Style::new(), &format!("{label}: {words}"))?;
        }
        let assessment = &self.checked.assessment;
        let counts = assessment.counts();
        let verdict = assessment.verdict();
        let verdict = kanta_report::view::Verdict::from(verdict);
        let (style, words) = (layout::verdict(verdict), words::fitness(verdict));
        let open = counts.undetermined.saturating_add(assessment.gaps.len());
        let [violated, unknown, satisfied] = [
            text! { en: "violated", fi: "rikottu", sv: "brutna" },
            text! { en: "not known", fi: "ei tiedossa", sv: "inte kända" },
            text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllda" },
        ]
        .map(|text| self.say(text));
        let line = format!(
            "{} {violated}, {open} {unknown}, {} {satisfied}: {} {} ({})",
            counts.violated,
            counts.satisfied,
            self.say(words),
            self.say(self.checked.profile.name()),
            assessment.on.display(self.language),
        );
        layout::paragraph(out, style, &line)
    }
}

const NOT_JUDGED_HERE: Text =
    text! { en: "not judged here", fi: "ei arvioida tässä", sv: "bedöms inte här" };
/// Says where several certificates speak of one access point.
pub(crate) fn together(
    seen: &[(String, CertificateOrRequest)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let certificates: Vec<(&str, &kanta_cert::Certificate)> = seen
        .iter()
        .filter_map(|(name, document)| match document {
            CertificateOrRequest::Certificate(certificate) => Some((name.as_str(), &**certificate)),
            CertificateOrRequest::Request(_) => None,
        })
        .collect();
    let bound = kanta_cert::shared_access_points(certificates.iter().map(|(_, one)| *one));
    for shared in bound {
        let names: Vec<String> = shared
            .members
            .iter()
            .filter_map(|index| certificates.get(*index))
            .map(|(name, _)| Escaped(name).to_string())
            .collect();
        let words = if shared.same_certificate {
            text! {
                en: "one certificate in several places: the guide takes the servers as one access point (3.1.2)",
                fi: "sama varmenne useassa paikassa: ohje käsittelee palvelimia yhtenä liityntäpisteenä (3.1.2)",
                sv: "ett certifikat på flera ställen: anvisningen behandlar servrarna som en anslutningspunkt (3.1.2)",
            }
        } else {
            text! {
                en: "several certificates with one OID: the guide does not say whether they are one access point or two",
                fi: "useita varmenteita, joilla on sama OID-tunnus: ohje ei kerro, onko kyse yhdestä vai kahdesta liityntäpisteestä",
                sv: "flera certifikat med samma OID-kod: anvisningen säger inte om de är en eller två anslutningspunkter",
            }
        };
        writeln!(out)?;
        let line = format!(
            "{}: {} ({})",
            shared.oid,
            words.get(language),
            names.join(", ")
        );
        layout::paragraph(out, YELLOW, &line)?;
    }
    Ok(())
}
