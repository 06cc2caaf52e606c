//! One HTML page that stands alone: no script, no address outside, light, dark and on paper.

mod checklist;
mod failures;
mod finding;
mod labels;
mod picture;
mod word;

use std::io::{self, Write};

use kanta_conformance::{Edition, Escaped, Language, Text};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::finding::Findings;
use super::beside::in_order;
use crate::told;
use crate::view::{Finding, Level, Outcome, ReportSheet, Verdict};
use crate::words;

const STYLE: &str = include_str!("html/style.css");

/// The style of the page, for the head of one that shows a [`fragment`].
#[must_use]
pub fn style() -> String {
    format!("{STYLE}{}", crate::picture::STYLE)
}

/// What the page tells of files, as a part of another page, below a heading of its own.
///
/// There is no style in it, not even in attributes, so that a strict policy of content can hold; each place in the first file
/// is a button with `data-line` and `data-column`.
///
/// ```
/// use kanta_conformance::{Date, Language};
/// use kanta_policy::{FileFault, PlanFile, evaluate};
/// use kanta_report::Report as _;
/// use kanta_report::format::{fragment, style};
/// use kanta_report::view::PlanReport;
///
/// let text = "format = 1\n[party]\nkind = \"provider\"\n[[access_point]]\nid = \"ap1\"\ncountry = \"NO\"\n";
/// let file = PlanFile::read(text.as_bytes(), &mut |_| Err(FileFault::NotFound)).unwrap();
/// let assessment = evaluate(&file.plan, Date::constant(2025, 12, 1));
/// let report = PlanReport::new("plan.toml", &file, &assessment).with_annexes(&file);
///
/// let part = fragment(&[report.sheet()], Language::Fi);
/// assert!(part.contains("data-line=\"6\""));
/// assert!(!part.contains(" style=") && !part.contains("<script"));
/// let page = format!("<style>{}</style><h1>…</h1>{part}", style());
/// ```
#[must_use]
pub fn fragment(sheets: &[ReportSheet<'_>], language: Language) -> String {
    let parts = sheets.iter().enumerate().map(|(index, sheet)| Page {
        sheet,
        language,
        top: 2,
        index,
        live: index == 0,
    });
    parts.map(|page| page.show().into_string()).collect()
}

/// Writes one page: of each file the verdict, then what was found by outcome, on whose word it rests, the checklist.
///
/// # Errors
/// Those of `out`.
pub fn html(sheets: &[ReportSheet<'_>], language: Language, out: &mut dyn Write) -> io::Result<()> {
    let several = sheets.len() > 1;
    let title = match sheets {
        [sheet] => title(sheet),
        _ => labels::REPORT.get(language).to_owned(),
    };
    // File by file, so that of thousands only a few stand in memory.
    let opening = html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"")) (language.code()) (PreEscaped("\">"))
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(STYLE)) }
            @if sheets.iter().any(|sheet| sheet.annexes.picture.is_some()) {
                style { (PreEscaped(crate::picture::STYLE)) }
            }
        }
        (PreEscaped("<body><main>"))
        @if several { (overview(sheets, language)) }
    };
    out.write_all(opening.into_string().as_bytes())?;
    let top = if several { 2 } else { 1 };
    let write = |index, sheet| {
        let page = Page {
            sheet,
            language,
            top,
            index,
            live: false,
        };
        page.show().into_string()
    };
    in_order(sheets, write, |part| out.write_all(part.as_bytes()))?;
    let closing = html! {
        (PreEscaped("</main>"))
        footer {
            p { (labels::MADE_BY.get(language)) " kanta " (env!("CARGO_PKG_VERSION")) ". "
                (labels::NOT_KELA.get(language)) }
        }
        (PreEscaped("</body></html>"))
    };
    out.write_all(closing.into_string().as_bytes())?;
    writeln!(out)
}

/// Whose report it is: the party's, or that of a file.
fn title(sheet: &ReportSheet<'_>) -> String {
    Escaped(sheet.party.unwrap_or(sheet.file)).to_string()
}

/// Several files: each with its verdict, and a way to it.
fn overview(sheets: &[ReportSheet<'_>], language: Language) -> Markup {
    html! {
        header { h1 { (labels::REPORT.get(language)) } }
        table {
            thead { tr {
                th scope="col" { (labels::FILE.get(language)) }
                th scope="col" { (labels::VERDICT.get(language)) }
            } }
            tbody {
                @for (index, sheet) in sheets.iter().enumerate() {
                    tr {
                        td { a href={ "#file-" (index) } { (Escaped(sheet.file)) } }
                        td { (told::verdict(sheet, language)) }
                    }
                }
            }
        }
    }
}

/// A heading of a level.
fn heading(level: u8, content: &Markup) -> Markup {
    html! {
        @match level {
            1 => h1 { (content) },
            2 => h2 { (content) },
            3 => h3 { (content) },
            4 => h4 { (content) },
            _ => h5 { (content) },
        }
    }
}

struct Page<'a> {
    sheet: &'a ReportSheet<'a>,
    language: Language,
    /// The level of its own heading.
    top: u8,
    index: usize,
    /// Whether it is a part of a page in which places lead somewhere.
    live: bool,
}

impl Page<'_> {
    fn say(&self, text: Text) -> &'static str {
        text.get(self.language)
    }

    /// What a part is called that can be scrolled: with its file, where the page tells of several.
    fn region(&self, name: &str) -> String {
        if self.top > 1 && !self.live {
            format!("{name}, {}", Escaped(self.sheet.file))
        } else {
            name.to_owned()
        }
    }

    fn show(&self) -> Markup {
        let open = |level: Level| move |f: &Finding| told::is_open(f) && f.level == level;
        let must =
            |outcome: Outcome| move |f: &Finding| f.outcome == outcome && f.level == Level::Must;
        html! {
            article id={ "file-" (self.index) } {
                (self.header())
                (self.verdict())
                @if !self.sheet.faults.is_empty() { (self.faults()) }
                @if let Some(picture) = self.sheet.annexes.picture { (self.picture(picture)) }
                (self.section("bad", words::VIOLATED, must(Outcome::Violated)))
                (self.section("ask", words::NOT_KNOWN, must(Outcome::Undetermined)))
                (self.section("ask", words::ADVICE, open(Level::Should)))
                (self.section("note", words::NOTES, open(Level::Note)))
                (self.rests_on())
                (self.checklist(self.sheet.items))
                (self.checklist(self.sheet.annexes.checklist))
                @if let Some(failures) = self.sheet.annexes.failures { (self.failures(failures)) }
                (self.rest())
            }
        }
    }

    fn header(&self) -> Markup {
        let sheet = self.sheet;
        let on = sheet.on.map(|on| on.0.display(self.language).to_string());
        let edition = sheet
            .edition
            .and(sheet.on)
            .and_then(|on| Edition::on(on.0))
            .map(|edition| words::edition(edition, self.language));
        html! {
            header {
                (heading(self.top, &html! { (title(sheet)) }))
                p.soft {
                    @if sheet.party.is_some() { (Escaped(sheet.file)) " · " }
                    @if let Some(on) = on { (self.say(labels::AS_OF)) " " (on) " · " }
                    (self.say(words::GUIDE))
                    @if let Some(edition) = edition { ", " (edition) }
                }
            }
        }
    }

    fn verdict(&self) -> Markup {
        let (class, sign) = match self.sheet.verdict {
            Some(Verdict::Conforming) => ("good", "✓"),
            Some(Verdict::Undetermined) => ("ask", "?"),
            Some(Verdict::NonConforming) | None => ("bad", "✕"),
        };
        let count = |chosen: &dyn Fn(&Finding) -> bool| {
            self.sheet.findings().filter(|its| chosen(its)).count()
        };
        let must = |outcome| move |f: &Finding| f.outcome == outcome && f.level == Level::Must;
        let word = |f: &Finding| f.outcome == Outcome::Satisfied && f.ground.is_some();
        let counts = [
            (labels::VIOLATED, count(&must(Outcome::Violated))),
            (labels::NOT_KNOWN, count(&must(Outcome::Undetermined))),
            (
                labels::SATISFIED,
                count(&|f| f.outcome == Outcome::Satisfied),
            ),
            (labels::ON_WORD, count(&word)),
        ];
        html! {
            section.verdict.(class) {
                p.sentence { span.sign aria-hidden="true" { (sign) } " "
                    (crate::layout::capitalised(&told::verdict(self.sheet, self.language))) }
                @if self.sheet.faults.is_empty() {
                    dl.counts {
                        @for (label, count) in counts {
                            div { dt { (self.say(label)) } dd { (count) } }
                        }
                    }
                }
                @if !self.sheet.notes.is_empty() {
                    ul {
                        @for note in &self.sheet.notes {
                            li { (Escaped(note.get(self.language))) }
                        }
                    }
                }
            }
        }
    }

    fn faults(&self) -> Markup {
        html! {
            section {
                (heading(self.top.saturating_add(1), &html! { (self.say(labels::FAULTS)) }))
                ul {
                    @for fault in self.sheet.faults {
                        li { (told::fault(fault, self.language))
                            @if let Some(place) = &fault.place { " " (finding::place(place, self.live)) } }
                    }
                }
            }
        }
    }

    fn section(
        &self,
        class: &'static str,
        title: Text,
        chosen: impl Fn(&Finding) -> bool,
    ) -> Markup {
        let found = self.sheet.found.iter().copied();
        Findings {
            groups: told::grouped(found.filter(|its| chosen(its))),
            class,
            title,
            level: self.top.saturating_add(1),
            language: self.language,
            live: self.live,
        }
        .show()
    }

    /// What is satisfied, does not apply or is not in force: each requirement once, folded away.
    fn rest(&self) -> Markup {
        let is = |outcome: Outcome| move |f: &Finding| f.outcome == outcome;
        let held = |f: &Finding| f.outcome == Outcome::Satisfied && f.ground.is_none();
        html! {
            (self.table(words::SATISFIED, held))
            (self.table(words::NOT_APPLICABLE, is(Outcome::NotApplicable)))
            (self.table(words::NOT_IN_FORCE, is(Outcome::NotInForce)))
        }
    }

    fn table(&self, title: Text, chosen: impl Fn(&Finding) -> bool) -> Markup {
        let found = self.sheet.found.iter().copied();
        let mut rows: Vec<(&Finding, usize)> = Vec::new();
        for finding in found.filter(|its| chosen(its)) {
            // Findings of one requirement follow each other.
            match rows.last_mut() {
                Some((last, count)) if last.requirement == finding.requirement => {
                    *count = count.saturating_add(1);
                }
                _ => rows.push((finding, 1)),
            }
        }
        let total: usize = rows.iter().map(|(_, count)| count).sum();
        html! {
            @if total > 0 {
                details {
                    summary { (finding::sentence(self.say(title))) " (" (total) ")" }
                    div.wide tabindex="0" role="region" aria-label=(self.region(&finding::sentence(self.say(title)))) {
                        table {
                            thead { tr {
                                th scope="col" { (self.say(labels::REQUIREMENT)) }
                                th scope="col" { (self.say(labels::CLAUSE)) }
                                th scope="col" { (self.say(labels::PLACES)) }
                            } }
                            tbody {
                                @for (finding, count) in rows {
                                    tr {
                                        td { (Escaped(finding.statement.get(self.language))) }
                                        td { (Escaped(finding.clause.get(self.language))) }
                                        td.number { (count) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
