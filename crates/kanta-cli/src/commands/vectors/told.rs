//! What became of the vectors, as a table.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};

use super::entrypoint::Silence;
use super::file::Vector;
use super::judge::Judged;
use super::run::is_good;

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

fn silence(silence: Silence) -> Text {
    match silence {
        Silence::TimedOut => text! {
            en: "no answer in time",
            fi: "ei vastausta ajoissa",
            sv: "inget svar i tid",
        },
        Silence::Ended => text! {
            en: "the program ended without an answer",
            fi: "ohjelma päättyi vastaamatta",
            sv: "programmet avslutades utan att svara",
        },
        Silence::TooLong => text! {
            en: "the answer is longer than a mebibyte",
            fi: "vastaus on yli mebitavun pituinen",
            sv: "svaret är längre än en mebibyte",
        },
        Silence::GivenUp => text! {
            en: "not asked: the program was started as often as it may be",
            fi: "ei kysytty: ohjelma on käynnistetty niin usein kuin saa",
            sv: "inte frågat: programmet har startats så ofta som det får",
        },
    }
}

/// How many failures are told one by one.
const TOLD: usize = 50;

pub(super) fn write(
    kinds: &[&str],
    pairs: &[(&Vector, &Judged)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = [KIND, ALL, RIGHT, WRONG, UNSUPPORTED].map(|word| word.get(language));
    let [kind, all, right, wrong, unsupported] = words;
    writeln!(
        out,
        "{kind:<14}{all:>12}{right:>10}{wrong:>10}{unsupported:>12}"
    )?;
    for kind in kinds {
        let its = |(vector, _): &&(&Vector, &Judged)| vector.kind == *kind;
        row(kind, pairs.iter().filter(its), out)?;
    }
    row(TOGETHER.get(language), pairs.iter(), out)?;
    let canaries = pairs.iter().filter(|(vector, _)| vector.canary);
    let (noticed, planted) = canaries.fold((0_u32, 0_u32), |(noticed, planted), (vector, its)| {
        let is_noticed = matches!(its, Judged::Wrong { .. }) && is_good(vector, its);
        (
            noticed.saturating_add(u32::from(is_noticed)),
            planted.saturating_add(1),
        )
    });
    writeln!(out, "{}: {noticed}/{planted}", CANARIES.get(language))?;
    let bad = pairs.iter().filter(|(vector, its)| !is_good(vector, its));
    for (at, (vector, judged)) in bad.clone().enumerate() {
        if at == 0 {
            writeln!(out)?;
        }
        if at == TOLD {
            let more = bad.count().saturating_sub(TOLD);
            return writeln!(out, "… +{more}");
        }
        failure(vector, judged, language, out)?;
    }
    Ok(())
}

/// The counts of some vectors; those that are wrong on purpose count as right where they are found wrong.
fn row<'a>(
    name: &str,
    pairs: impl Iterator<Item = &'a (&'a Vector, &'a Judged)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (mut all, mut right, mut wrong, mut unsupported) = (0_u32, 0_u32, 0_u32, 0_u32);
    for (vector, judged) in pairs {
        all = all.saturating_add(1);
        let count = match judged {
            Judged::Unsupported => &mut unsupported,
            _ if is_good(vector, judged) => &mut right,
            _ => &mut wrong,
        };
        *count = count.saturating_add(1);
    }
    writeln!(
        out,
        "{name:<14}{all:>12}{right:>10}{wrong:>10}{unsupported:>12}"
    )
}

fn failure(
    vector: &Vector,
    judged: &Judged,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", Escaped(&vector.id))?;
    match judged {
        Judged::Wrong {
            member,
            expected,
            found,
        } => {
            let (label, was) = (EXPECTED.get(language), FOUND.get(language));
            let member = Escaped(member);
            writeln!(
                out,
                "  {label} {member} `{}`, {was} `{}`",
                Escaped(expected),
                Escaped(found)
            )?;
        }
        Judged::NoAnswer(why) => {
            writeln!(out, "  {}: {}", NO_ANSWER.get(language), Escaped(why))?;
        }
        Judged::Silent(its) => writeln!(out, "  {}", silence(*its).get(language))?,
        Judged::Right => writeln!(out, "  {}", CANARY_RIGHT.get(language))?,
        Judged::Unsupported => {}
    }
    writeln!(
        out,
        "  {}: {}",
        Escaped(&vector.clause),
        Escaped(&vector.reason)
    )
}
