//! The user rights that a plan needs, for people.

use std::io;

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout::{self, BOLD, GREEN, Lines as _, Page, RED, YELLOW};
use crate::view::{Compared, Contradiction, Entitlement, RightsReport, TooMuch, Words};

/// Writes the user rights to apply for, and how they stand beside an index where one was named.
///
/// # Errors
/// Those of `out`.
pub fn rights(view: &RightsReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    layout::paragraph(out, BOLD, &Escaped(&view.plan).to_string())?;
    let title = text! {
        en: "User rights to apply for, from",
        fi: "Haettavat käyttövaltuudet, alkaen",
        sv: "Rättigheter att ansöka om, från och med",
    };
    let from = view.from.0.display(language);
    layout::paragraph(out, Style::new(), &format!("{} {from}", say(title)))?;
    let needed: Vec<String> = view
        .entitlements
        .iter()
        .map(|its| entitlement(its, language))
        .collect();
    section(BOLD, say(RIGHTS), &needed, out)?;
    for (style, heading, names) in [
        (BOLD, ON_AGREEMENT, &view.on_agreement_names),
        (YELLOW, WITHOUT_RIGHT, &view.without_right_names),
        (YELLOW, FILL_IN, &view.missing_names),
        (BOLD, ASSUMED, &view.assumed_names),
    ] {
        section(style, say(heading), &said(names, language), out)?;
    }
    match &view.index {
        Some(compared) => self::compared(compared, view, language, out),
        None => {
            out.line(format_args!(""))?;
            layout::paragraph(out, Style::new(), say(NEXT))
        }
    }
}

fn said(all: &[Words], language: Language) -> Vec<String> {
    all.iter().map(|its| its.get(language).to_owned()).collect()
}

fn compared(
    its: &Compared,
    view: &RightsReport,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let missing: Vec<String> = its
        .missing
        .iter()
        .map(|its| entitlement(its, language))
        .collect();
    let too_much: Vec<String> = its
        .too_much
        .iter()
        .map(|its| right(its, language))
        .collect();
    let told = |its: &Contradiction| contradiction(its, language);
    let contradictions: Vec<String> = its.contradictions.iter().map(told).collect();
    for (heading, lines) in [
        (MISSING, missing),
        (TOO_MUCH, too_much),
        (CONTRADICTIONS, contradictions),
    ] {
        section(RED, heading.get(language), &lines, out)?;
    }
    out.line(format_args!(""))?;
    let (style, verdict) = if its.agrees {
        (GREEN, AGREES)
    } else {
        (RED, DISAGREES)
    };
    let on = view.on.0.display(language);
    let words = format!("{} {on}", verdict.get(language));
    layout::paragraph(out, style, &layout::capitalised(&words))
}

fn section(style: Style, heading: &str, lines: &[String], out: &mut Page<'_>) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    layout::heading(out, style, heading, lines.len())?;
    out.line(format_args!(""))?;
    lines.iter().try_for_each(|line| layout::entry(out, line))
}

fn entitlement(its: &Entitlement, language: Language) -> String {
    let mut line = triple(&its.service_name, &its.subject, &its.access_point, language);
    if let Some(tenant) = &its.tenant {
        let words = text! { en: "tenant", fi: "vuokralainen", sv: "hyresgäst" };
        line.push_str(&format!(", {} {tenant}", words.get(language)));
    }
    for unit in &its.units {
        let words = text! { en: "service unit", fi: "palveluyksikkö", sv: "serviceenhet" };
        line.push_str(&format!(", {} {unit}", words.get(language)));
    }
    line
}

fn right(its: &TooMuch, language: Language) -> String {
    triple(&its.service_name, &its.subject, &its.access_point, language)
}

fn triple(service: &Words, subject: &str, access_point: &str, language: Language) -> String {
    let through = text! { en: "through", fi: "liityntäpiste", sv: "via" }.get(language);
    let service = service.get(language);
    format!("{service}: {subject}, {through} {access_point}")
}

fn contradiction(its: &Contradiction, language: Language) -> String {
    let say = |text: Text| text.get(language);
    format!(
        "{}: {} {}, {} {}",
        its.location.get(language),
        say(text! { en: "the plan says", fi: "suunnitelma:", sv: "planen säger" }),
        its.plan.get(language),
        say(text! { en: "the index says", fi: "hakemisto:", sv: "indexet säger" }),
        its.index.get(language)
    )
}

const RIGHTS: Text = text! { en: "User rights", fi: "Käyttövaltuudet", sv: "Rättigheter" };
const ON_AGREEMENT: Text = text! {
    en: "On the agreement with Kela, without a right",
    fi: "Kelan kanssa tehdyn sopimuksen nojalla, ilman käyttövaltuutta",
    sv: "På avtalet med FPA, utan rättighet",
};
const WITHOUT_RIGHT: Text = text! {
    en: "Nobody can have a right to this",
    fi: "Tähän ei voi saada käyttövaltuutta",
    sv: "Ingen kan få rätt till detta",
};
const FILL_IN: Text = text! { en: "Fill in", fi: "Täydennä", sv: "Fyll i" };
const ASSUMED: Text = text! {
    en: "The index has to hold already",
    fi: "Hakemistossa on oltava jo",
    sv: "Indexet ska redan innehålla",
};
const NEXT: Text = text! {
    en: "`--as-order` prints them as an order for the index; `--index` compares.",
    fi: "`--as-order` tulostaa ne tilauksena hakemistoon; `--index` vertaa.",
    sv: "`--as-order` skriver dem som en order till indexet; `--index` jämför.",
};
const MISSING: Text = text! {
    en: "Missing from the index",
    fi: "Puuttuu hakemistosta",
    sv: "Saknas i indexet",
};
const TOO_MUCH: Text = text! {
    en: "In the index, and in no use of the plan",
    fi: "Hakemistossa, mutta ei suunnitelman käytöissä",
    sv: "I indexet, men inte i planens användning",
};
const CONTRADICTIONS: Text = text! { en: "Contradictions", fi: "Ristiriidat", sv: "Motsägelser" };
const AGREES: Text = text! {
    en: "plan and index agree on",
    fi: "suunnitelma ja hakemisto vastaavat toisiaan päivänä",
    sv: "planen och indexet stämmer överens den",
};
const DISAGREES: Text = text! {
    en: "plan and index do not agree on",
    fi: "suunnitelma ja hakemisto eivät vastaa toisiaan päivänä",
    sv: "planen och indexet stämmer inte överens den",
};
