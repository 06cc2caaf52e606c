//! What is forbidden or open in an address index, for people.

use std::io;

use anstyle::Style;
use kanta_conformance::{Edition, Escaped, Language, Text, text};

use super::entries::Entries;
use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{Finding, IndexFinding, IndexReport, Words};
use crate::words;

/// Writes what an address index came to.
///
/// # Errors
/// Those of `out`.
pub fn index(view: &IndexReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let files: Vec<String> = view
        .files
        .iter()
        .map(|it| Escaped(it).to_string())
        .collect();
    layout::paragraph(out, BOLD, &files.join(", "))?;
    let style = layout::verdict(view.verdict);
    let verdict = layout::capitalised(say(words::conformity(view.verdict)));
    layout::paragraph(out, style, &verdict)?;
    let day = view.on.0.display(language);
    let version = Escaped(&view.version);
    let mut subject = match language {
        Language::En => format!("Address index `{version}`, judged as of {day}"),
        Language::Fi => format!("Osoitehakemisto `{version}`, arvioitu päivän {day} mukaan"),
        Language::Sv => format!("Adressindexet `{version}`, bedömt per {day}"),
    };
    if let Some(edition) = view.edition.as_ref().and(Edition::on(view.on.0)) {
        let edition = words::edition(edition, language);
        subject = format!("{subject}; {}, {edition}", say(words::GUIDE));
    }
    layout::paragraph(out, Style::new(), &subject)?;
    if view.expired {
        let expired = words::expired(view.expires.0, language);
        layout::paragraph(out, layout::RED, &expired)?;
    }
    let findings = view.findings.iter().map(|its| told(its, view));
    let findings: Vec<Finding> = findings.collect();
    let findings: Vec<&Finding> = findings.iter().collect();
    Entries::new(language, None).open(&findings, out)?;
    if view.findings.len() > 1 {
        counts(view, language, out)?;
    }
    out.line(format_args!(""))?;
    let counted = words::counted(view.findings.len(), view.rights, language);
    let conforms = say(words::conformity(view.verdict));
    let edition = words::edition_of(view.edition.as_deref(), language);
    let line = format!("{counted}: {conforms} ({edition}, {day})");
    layout::paragraph(out, style, &line)
}

/// A finding whose place says, too, how many rights rest on it and by which day it was judged where that is another.
fn told(its: &IndexFinding, view: &IndexReport) -> Finding {
    let mut finding = its.finding.clone();
    let own = its.finding.subject.starts_with("right") && its.rights.len() == 1;
    finding.location = Words::said(|language| {
        let mut words = format!("`{}`", Escaped(&its.finding.subject));
        if !its.rights.is_empty() && !own {
            words.push_str("; ");
            words.push_str(&words::resting(its.rights.len(), language));
        }
        if its.judged_on != view.on {
            let judged = JUDGED_ON.get(language);
            words.push_str(&format!("; {judged} {}", its.judged_on.0.display(language)));
        }
        words
    });
    finding
}

const JUDGED_ON: Text = text! { en: "judged on", fi: "arvioitu", sv: "bedömt den" };

/// A requirement or a party, and how much of it is violated and not known.
type Counted = (String, usize, usize);

/// How many findings there are of each requirement, and of each party.
fn counts(view: &IndexReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let requirements = view.counts.requirements.iter();
    let requirements = requirements.map(|its| (its.id.clone(), its.violated, its.undetermined));
    let parties = view.counts.parties.iter();
    let parties = parties.map(|its| {
        let party = format!("`{}`", Escaped(&its.party));
        (party, its.violated, its.undetermined)
    });
    let lists: [(Text, Vec<Counted>); 2] = [
        (words::BY_REQUIREMENT, requirements.collect()),
        (words::BY_PARTY, parties.collect()),
    ];
    for (title, lines) in lists {
        layout::heading(out, BOLD, title.get(language), lines.len())?;
        for (what, violated, undetermined) in lines {
            let tally = words::tally(violated, undetermined, language);
            layout::entry(out, &format!("{what}: {tally}"))?;
        }
    }
    Ok(())
}
