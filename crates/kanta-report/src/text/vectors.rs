//! What became of vectors, as a table for people.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};
use kanta_source::{Form, reader_words};

use crate::view::{Became, OfVectors, VectorFailure, VectorsReport};

const KIND: Text = text! { en: "kind", fi: "laji", sv: "slag" };
const ALL: Text = text! { en: "vectors", fi: "tapauksia", sv: "fall" };
const RIGHT: Text = text! { en: "right", fi: "oikein", sv: "rätt" };
const WRONG: Text = text! { en: "wrong", fi: "väärin", sv: "fel" };
const UNSUPPORTED: Text = text! { en: "unsupported", fi: "ei tueta", sv: "stöds inte" };
const TOGETHER: Text = text! { en: "together", fi: "yhteensä", sv: "totalt" };
const EXPECTED: Text = text! { en: "expected", fi: "odotettu", sv: "väntat" };
const FOUND: Text = text! { en: "found", fi: "saatu", sv: "fått" };
const CANARY_RIGHT: Text = text! {
    en: "the answer agrees with a verdict that is wrong on purpose: either the program repeats what it is not told, or this runner compares nothing",
    fi: "vastaus on sama kuin tahallaan väärä ratkaisu: joko ohjelma toistaa sen, mitä sille ei kerrota, tai tämä ajo ei vertaa mitään",
    sv: "svaret är detsamma som ett avsiktligt felaktigt: antingen upprepar programmet det som det inte får veta, eller så jämför körningen ingenting",
};
const CANARIES: Text = text! {
    en: "wrong on purpose, and found wrong",
    fi: "tahallaan vääriä, ja vääriksi havaittuja",
    sv: "avsiktligt felaktiga, och befunna felaktiga",
};
const NO_ANSWER: Text = text! {
    en: "no answer of the protocol",
    fi: "ei protokollan mukainen vastaus",
    sv: "inget svar enligt protokollet",
};
const TIMED_OUT: Text = text! {
    en: "no answer in time",
    fi: "ei vastausta ajoissa",
    sv: "inget svar i tid",
};
const ENDED: Text = text! {
    en: "the program ended without an answer",
    fi: "ohjelma päättyi vastaamatta",
    sv: "programmet avslutades utan att svara",
};
const TOO_LONG: Text = text! {
    en: "the answer is longer than a mebibyte",
    fi: "vastaus on yli mebitavun pituinen",
    sv: "svaret är längre än en mebibyte",
};
const GIVEN_UP: Text = text! {
    en: "not asked: the program was started as often as it may be",
    fi: "ei kysytty: ohjelma on käynnistetty niin usein kuin saa",
    sv: "inte frågat: programmet har startats så ofta som det får",
};

/// How many failures are told one by one.
const TOLD: usize = 50;

/// Writes how many vectors of each kind came to what, whether those were noticed that are wrong on purpose, and what is not
/// as it has to be.
///
/// # Errors
/// Those of `out`.
pub fn vectors(view: &VectorsReport, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let heads = [KIND, ALL, RIGHT, WRONG, UNSUPPORTED].map(say);
    let [kind, all, right, wrong, unsupported] = heads;
    writeln!(
        out,
        "{kind:<14}{all:>12}{right:>10}{wrong:>10}{unsupported:>12}"
    )?;
    for counts in &view.kinds {
        row(counts.kind.as_deref().unwrap_or_default(), counts, out)?;
    }
    row(say(TOGETHER), &view.together, out)?;
    let (noticed, planted) = (view.canaries_noticed, view.canaries);
    writeln!(out, "{}: {noticed}/{planted}", say(CANARIES))?;
    if !view.failures.is_empty() {
        writeln!(out)?;
    }
    for its in view.failures.iter().take(TOLD) {
        failure(its, language, out)?;
    }
    match view.failures.len().saturating_sub(TOLD) {
        0 => Ok(()),
        more => writeln!(out, "… +{more}"),
    }
}

fn row(name: &str, counts: &OfVectors, out: &mut dyn Write) -> io::Result<()> {
    let OfVectors {
        vectors,
        right,
        wrong,
        unsupported,
        ..
    } = counts;
    writeln!(
        out,
        "{name:<14}{vectors:>12}{right:>10}{wrong:>10}{unsupported:>12}"
    )
}

fn failure(its: &VectorFailure, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let became = match &its.became {
        Became::Wrong {
            member,
            expected,
            found,
        } => {
            let (expects, finds) = (say(EXPECTED), say(FOUND));
            format!("{expects} {member} `{expected}`, {finds} `{found}`")
        }
        Became::NoAnswer { why } => {
            let why = reader_words(Form::JsonLines, why, language);
            format!("{}: {why}", say(NO_ANSWER))
        }
        Became::Right => say(CANARY_RIGHT).to_owned(),
        Became::Unsupported => say(UNSUPPORTED).to_owned(),
        Became::TimedOut => say(TIMED_OUT).to_owned(),
        Became::Ended => say(ENDED).to_owned(),
        Became::TooLong => say(TOO_LONG).to_owned(),
        Became::GivenUp => say(GIVEN_UP).to_owned(),
    };
    let why = format!("{}: {}", its.clause, its.reason);
    writeln!(out, "{}", Escaped(&its.id))?;
    writeln!(out, "  {}\n  {}", Escaped(&became), Escaped(&why))
}
