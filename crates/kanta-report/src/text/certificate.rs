//! A certificate against its profile, for people.

use std::io;

use anstyle::Style;
use kanta_cert::Moment;
use kanta_conformance::{Escaped, Language, Text, Value, text};

use super::entries::Entries;
use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{Authority, CertificateReport, Finding, Outcome, RevocationList, Validity};
use crate::words;

/// Writes what a certificate or request came to; with `all`, also what is satisfied and what does not apply.
///
/// # Errors
/// Those of `out`.
pub fn certificate(
    view: &CertificateReport,
    language: Language,
    all: bool,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let report = Report { view, language };
    report.opening(out)?;
    let findings: Vec<&Finding> = view.findings.iter().collect();
    let mut entries = Entries::new(language, None);
    entries.open(&findings, out)?;
    if all {
        entries.plain(words::SATISFIED, &findings, Outcome::Satisfied, out)?;
        entries.plain(
            words::NOT_APPLICABLE,
            &findings,
            Outcome::NotApplicable,
            out,
        )?;
        entries.plain(words::NOT_IN_FORCE, &findings, Outcome::NotInForce, out)?;
    }
    report.closing(out)
}

struct Report<'a> {
    view: &'a CertificateReport,
    language: Language,
}

impl Report<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// `it does not serve as: …`
    fn verdict(&self) -> String {
        let profile = self.view.profile_name.get(self.language);
        format!("{} {profile}", self.say(words::fitness(self.view.verdict)))
    }

    fn opening(&self, out: &mut Page<'_>) -> io::Result<()> {
        let view = self.view;
        let name = Escaped(&view.file);
        let title = if view.count > 1 {
            format!("{name} ({}/{})", view.number, view.count)
        } else {
            name.to_string()
        };
        let kind = view.kind_name.get(self.language);
        out.line(format_args!("{BOLD}{title}{BOLD:#}: {kind}"))?;
        let verdict = layout::capitalised(&self.verdict());
        layout::paragraph(out, layout::verdict(view.verdict), &verdict)?;
        match &view.validity {
            Some(validity) => layout::paragraph(out, Style::new(), &self.validity(validity)),
            None => Ok(()),
        }
    }

    fn validity(&self, validity: &Validity) -> String {
        let [first, last] =
            [validity.first_day, validity.last_day].map(|day| day.0.display(self.language));
        let left = validity.days_left;
        let (valid, days) = match self.language {
            Language::En => ("valid", format!("{left} days left")),
            Language::Fi => ("voimassa", format!("{left} päivää jäljellä")),
            Language::Sv => ("giltigt", format!("{left} dagar kvar")),
        };
        if left >= 0 {
            format!("{valid} {first} – {last}, {days}")
        } else {
            format!("{valid} {first} – {last}")
        }
    }

    fn closing(&self, out: &mut Page<'_>) -> io::Result<()> {
        let view = self.view;
        let plain = |out: &mut Page<'_>, words: &str| layout::paragraph(out, Style::new(), words);
        out.line(format_args!(""))?;
        for code in &view.not_judged {
            let judged = self.say(NOT_JUDGED_HERE);
            plain(out, &format!("{judged}: {}", self.say(not_judged(code))))?;
        }
        if let Some(trust) = &view.trust {
            for (label, authorities) in [(TRUSTED, &trust.anchors), (BETWEEN, &trust.between)] {
                for authority in authorities {
                    plain(out, &self.authority(label, authority))?;
                }
            }
            for list in &trust.lists {
                plain(out, &self.list(list))?;
            }
        }
        for statement in &view.not_asked_names {
            let label = self.say(words::NOT_ASKED);
            plain(out, &format!("{label}: {}", statement.get(self.language)))?;
        }
        let counts = view.counts;
        let open = counts.undetermined.saturating_add(view.gaps.len());
        let satisfied = text! { en: "satisfied", fi: "täyttyy", sv: "uppfyllda" };
        let line = format!(
            "{} {}, {open} {}, {} {}: {} ({})",
            counts.violated,
            self.say(words::COUNT_VIOLATED),
            self.say(words::COUNT_NOT_KNOWN),
            counts.satisfied,
            self.say(satisfied),
            self.verdict(),
            view.on.0.display(self.language),
        );
        layout::paragraph(out, layout::verdict(view.verdict), &line)
    }

    /// What was trusted, with its place among the CAs of DVV.
    fn authority(&self, label: Text, authority: &Authority) -> String {
        let name = Value::words(&authority.subject);
        format!(
            "{}: {} ({}): {}",
            self.say(label),
            name.display(self.language),
            Escaped(&authority.file),
            authority.place_name.get(self.language),
        )
    }

    fn list(&self, list: &RevocationList) -> String {
        let day = |moment: &str| match moment.parse::<Moment>() {
            Ok(moment) => moment.finnish_day().display(self.language).to_string(),
            Err(_) => Escaped(moment).to_string(),
        };
        let next = list.next_update.as_deref();
        format!(
            "{}: {} ({}): {}{}",
            self.say(LIST),
            Value::words(&list.issuer).display(self.language),
            Escaped(&list.file),
            day(&list.this_update),
            next.map_or_else(String::new, |next| format!(" – {}", day(next))),
        )
    }
}

const TRUSTED: Text = text! { en: "trusted", fi: "luotettu", sv: "betrodd" };
const BETWEEN: Text = text! { en: "between", fi: "välissä", sv: "mellan" };
const LIST: Text = text! { en: "list of revoked certificates", fi: "sulkulista", sv: "spärrlista" };
const NOT_JUDGED_HERE: Text =
    text! { en: "not judged here", fi: "ei arvioida tässä", sv: "bedöms inte här" };

/// What no program can compute, or what was not computed.
fn not_judged(code: &str) -> Text {
    if code == "tl-iv" {
        text! {
            en: "cryptographic strength at level TL IV: its table is not public, so somebody has to attest it",
            fi: "kryptografinen vahvuus tasolla TL IV: taulukko ei ole julkinen, joten jonkun on vakuutettava se",
            sv: "kryptografisk styrka på nivå TL IV: tabellen är inte offentlig, så någon måste intyga den",
        }
    } else {
        text! {
            en: "path and revocation: signatures are not verified and no revocation is asked for",
            fi: "varmennepolku ja sulkutila: allekirjoituksia ei tarkisteta eikä sulkutilaa kysytä",
            sv: "certifieringskedja och spärrstatus: signaturer verifieras inte och spärrning efterfrågas inte",
        }
    }
}
