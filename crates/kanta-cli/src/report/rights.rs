//! The entitlements of a plan, told for people and for machines.

use std::io::{self, Write};

use kanta_address_index::Right;
use kanta_conformance::{Date, Escaped, FieldPath, Key, Language, Text, Value, text};
use kanta_policy::ConnectionPlan;
use kanta_policy::rights::{Comparison, Entitlement, Rights};
use serde_json::{Value as Json, json};

use kanta_report::layout::{self, BOLD, GREEN, RED, YELLOW};
use kanta_report::words;

/// What is told.
pub(crate) struct Shown<'a> {
    /// The file, as it was called.
    pub(crate) name: &'a str,
    pub(crate) plan: &'a ConnectionPlan,
    pub(crate) needed: &'a Rights,
    pub(crate) compared: Option<&'a Comparison>,
    pub(crate) on: Date,
}

impl Shown<'_> {
    /// The report for people.
    pub(crate) fn text(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        let say = |text: Text| text.get(language);
        layout::paragraph(out, BOLD, &Escaped(self.name).to_string())?;
        let title = text! {
            en: "User rights to apply for, from",
            fi: "Haettavat käyttövaltuudet, alkaen",
            sv: "Rättigheter att ansöka om, från och med",
        };
        let from = self.needed.from.display(language);
        layout::paragraph(
            out,
            anstyle::Style::new(),
            &format!("{} {from}", say(title)),
        )?;
        let lines = |rights: &[Entitlement]| -> Vec<String> {
            rights
                .iter()
                .map(|its| entitlement(its, language))
                .collect()
        };
        section(
            BOLD,
            say(text! { en: "User rights", fi: "Käyttövaltuudet", sv: "Rättigheter" }),
            &lines(&self.needed.entitlements),
            out,
        )?;
        let uses = |paths: &[FieldPath]| -> Vec<String> {
            paths.iter().map(|path| self.used(path, language)).collect()
        };
        section(
            BOLD,
            say(text! {
                en: "On the agreement with Kela, without a right",
                fi: "Kelan kanssa tehdyn sopimuksen nojalla, ilman käyttövaltuutta",
                sv: "På avtalet med FPA, utan rättighet",
            }),
            &uses(&self.needed.on_agreement),
            out,
        )?;
        section(
            YELLOW,
            say(text! {
                en: "Nobody can have a right to this",
                fi: "Tähän ei voi saada käyttövaltuutta",
                sv: "Ingen kan få rätt till detta",
            }),
            &uses(&self.needed.without_right),
            out,
        )?;
        let places = |paths: &[FieldPath]| -> Vec<String> {
            paths
                .iter()
                .map(|path| words::place(path, language))
                .collect()
        };
        section(
            YELLOW,
            say(text! { en: "Fill in", fi: "Täydennä", sv: "Fyll i" }),
            &places(&self.needed.missing),
            out,
        )?;
        section(
            BOLD,
            say(text! {
                en: "The index has to hold already",
                fi: "Hakemistossa on oltava jo",
                sv: "Indexet ska redan innehålla",
            }),
            &places(&self.needed.assumed),
            out,
        )?;
        let Some(compared) = self.compared else {
            writeln!(out)?;
            let next = text! {
                en: "`--as-order` prints them as an order for the index; `--index` compares.",
                fi: "`--as-order` tulostaa ne tilauksena hakemistoon; `--index` vertaa.",
                sv: "`--as-order` skriver dem som en order till indexet; `--index` jämför.",
            };
            return layout::paragraph(out, anstyle::Style::new(), say(next));
        };
        section(
            RED,
            say(
                text! { en: "Missing from the index", fi: "Puuttuu hakemistosta", sv: "Saknas i indexet" },
            ),
            &lines(&compared.missing),
            out,
        )?;
        let rights: Vec<String> = compared
            .too_much
            .iter()
            .map(|its| right(its, language))
            .collect();
        section(
            RED,
            say(text! {
                en: "In the index, and in no use of the plan",
                fi: "Hakemistossa, mutta ei suunnitelman käytöissä",
                sv: "I indexet, men inte i planens användning",
            }),
            &rights,
            out,
        )?;
        let contradictions: Vec<String> = compared
            .contradictions
            .iter()
            .map(|its| {
                format!(
                    "{}: {} {}, {} {}",
                    words::place(&its.at, language),
                    say(text! { en: "the plan says", fi: "suunnitelma:", sv: "planen säger" }),
                    its.plan.display(language),
                    say(text! { en: "the index says", fi: "hakemisto:", sv: "indexet säger" }),
                    its.index.display(language)
                )
            })
            .collect();
        section(
            RED,
            say(text! { en: "Contradictions", fi: "Ristiriidat", sv: "Motsägelser" }),
            &contradictions,
            out,
        )?;
        writeln!(out)?;
        let (style, verdict) = if compared.agrees() {
            (
                GREEN,
                text! {
                    en: "plan and index agree on",
                    fi: "suunnitelma ja hakemisto vastaavat toisiaan päivänä",
                    sv: "planen och indexet stämmer överens den",
                },
            )
        } else {
            (
                RED,
                text! {
                    en: "plan and index do not agree on",
                    fi: "suunnitelma ja hakemisto eivät vastaa toisiaan päivänä",
                    sv: "planen och indexet stämmer inte överens den",
                },
            )
        };
        let words = format!("{} {}", say(verdict), self.on.display(language));
        layout::paragraph(out, style, &layout::capitalised(&words))
    }

    fn used(&self, path: &FieldPath, language: Language) -> String {
        let place = words::place(path, language);
        let index = match path.names().first() {
            Some((_, Key::Index(index))) => Some(*index),
            _ => None,
        };
        let used = index.and_then(|index| self.plan.uses.get(index));
        used.map_or_else(
            || place.clone(),
            |its| {
                let user = Value::words(&its.user);
                format!(
                    "{place}: {} ({})",
                    its.service.name().get(language),
                    user.display(language)
                )
            },
        )
    }

    /// One JSON object on one line.
    pub(crate) fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let all =
            |rights: &[Entitlement]| -> Vec<Json> { rights.iter().map(entitlement_json).collect() };
        let compared = self.compared.map(|its| {
            let too_much: Vec<Json> = its.too_much.iter().map(right_json).collect();
            let contradictions: Vec<Json> = its
                .contradictions
                .iter()
                .map(|its| {
                    json!({
                        "path": its.at.to_string(),
                        "plan": super::json::value(&its.plan),
                        "index": super::json::value(&its.index),
                    })
                })
                .collect();
            json!({
                "agrees": its.agrees(),
                "missing": all(&its.missing),
                "too_much": too_much,
                "contradictions": contradictions,
            })
        });
        let paths = |paths: &[FieldPath]| -> Vec<String> {
            paths.iter().map(ToString::to_string).collect()
        };
        let report = json!({
            "format": 1,
            "plan": self.name,
            "on": self.on.to_string(),
            "from": self.needed.from.to_string(),
            "entitlements": all(&self.needed.entitlements),
            "on_agreement": paths(&self.needed.on_agreement),
            "without_right": paths(&self.needed.without_right),
            "missing": paths(&self.needed.missing),
            "assumed": paths(&self.needed.assumed),
            "index": compared,
        });
        writeln!(out, "{report}")
    }
}

fn section(
    style: anstyle::Style,
    heading: &str,
    lines: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    layout::heading(out, style, heading, lines.len())?;
    writeln!(out)?;
    for line in lines {
        layout::entry(out, line)?;
    }
    Ok(())
}

fn entitlement(its: &Entitlement, language: Language) -> String {
    let through = text! { en: "through", fi: "liityntäpiste", sv: "via" }.get(language);
    let mut line = format!(
        "{}: {}, {through} {}",
        its.service.name().get(language),
        its.subject,
        its.access_point
    );
    if let Some(tenant) = its.tenant {
        let words = text! { en: "tenant", fi: "vuokralainen", sv: "hyresgäst" }.get(language);
        line.push_str(&format!(", {words} {tenant}"));
    }
    for unit in &its.units {
        let words =
            text! { en: "service unit", fi: "palveluyksikkö", sv: "serviceenhet" }.get(language);
        line.push_str(&format!(", {words} {unit}"));
    }
    line
}

fn right(its: &Right, language: Language) -> String {
    let through = text! { en: "through", fi: "liityntäpiste", sv: "via" }.get(language);
    format!(
        "{}: {}, {through} {}",
        its.service.name().get(language),
        its.subject,
        its.access_point
    )
}

fn entitlement_json(its: &Entitlement) -> Json {
    json!({
        "path": its.at.to_string(),
        "for": its.user,
        "subject": its.subject.to_string(),
        "access_point": its.access_point.to_string(),
        "service": its.service.code(),
        "tenant": its.tenant.map(|oid| oid.to_string()),
        "units": its.units.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn right_json(its: &Right) -> Json {
    json!({
        "subject": its.subject.to_string(),
        "access_point": its.access_point.to_string(),
        "service": its.service.code(),
        "from": its.validity.from.map(|day| day.to_string()),
        "until": its.validity.until.map(|day| day.to_string()),
    })
}
