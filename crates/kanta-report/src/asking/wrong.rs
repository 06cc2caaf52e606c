//! What is wrong with an answer.

use core::fmt;

use kanta_conformance::{Escaped, Language, Text, text};
use kanta_policy::Faults;
use kanta_policy::fields::Takes;

use super::example;
use super::place::Place;
use crate::view::{Fault, Place as At, RefusedInput, Words};

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WrongAnswer {
    /// No field is called that.
    NoField {
        /// The nearest of those that are, where one is near.
        nearest: Option<String>,
    },
    /// The plan has no such entry, or something else stands in its way.
    NoPlace,
    /// The field takes something else.
    NotThat {
        /// What was said.
        said: String,
        /// What it takes.
        expected: Words,
    },
    /// The plan could not be read with it.
    Faults(Faults),
}

impl WrongAnswer {
    pub(super) fn not_that(place: &Place, said: &str, plan: &str) -> Self {
        let expected = match place.takes {
            Takes::Word(words) => {
                let words = words().into_iter();
                let words: Vec<_> = words.map(|word| format!("`{}`", word.code)).collect();
                let words = words.join(", ");
                Words::said(|_| words.clone())
            }
            takes => {
                let example = example::of(place, plan);
                let example = Escaped(&example);
                let kind = kind(&takes).unwrap_or(EXAMPLE);
                Words::said(|language| format!("{} `{example}`", kind.get(language)))
            }
        };
        Self::NotThat {
            said: said.to_owned(),
            expected,
        }
    }

    /// What is wrong, a sentence for each fault.
    #[must_use]
    pub fn messages(&self) -> Vec<Words> {
        match self {
            Self::NoField { nearest } => vec![no_field(nearest.as_deref())],
            Self::NoPlace => vec![NO_PLACE.into()],
            Self::NotThat { said, expected } => vec![Words::said(|language| {
                let (said, taken) = (Escaped(said), expected.get(language));
                match language {
                    Language::En => {
                        format!("`{said}` is not what is asked for, expected: {taken}")
                    }
                    Language::Fi => {
                        format!("`{said}` ei ole, mitä kysytään, odotettiin: {taken}")
                    }
                    Language::Sv => format!("`{said}` är inte det som frågas, väntat: {taken}"),
                }
            })],
            Self::Faults(faults) => {
                let faults = faults.iter();
                let message =
                    |fault: &kanta_policy::Fault| Words::said(|language| fault.message(language));
                faults.map(message).collect()
            }
        }
    }
}

/// In English, a sentence for each fault, with `; ` between them.
impl fmt::Display for WrongAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, words) in self.messages().iter().enumerate() {
            let between = if at == 0 { "" } else { "; " };
            write!(f, "{between}{}", words.get(Language::En))?;
        }
        Ok(())
    }
}

impl core::error::Error for WrongAnswer {}

impl RefusedInput {
    /// A plan with answers that were refused, each by its field, told in that language.
    #[must_use]
    pub fn of_answers(plan: &str, wrong: &[(String, WrongAnswer)], language: Language) -> Self {
        let faults = wrong.iter().flat_map(|(field, wrong)| {
            let place = At {
                file: plan.to_owned(),
                path: Some(field.clone()),
                ..At::default()
            };
            let messages = wrong.messages().into_iter();
            messages.map(move |its| Fault::new(its, Some(place.clone()), language))
        });
        Self {
            plan: Some(plan.to_owned()),
            ..Self::new(plan, faults.collect())
        }
    }
}

const NO_PLACE: Text = text! {
    en: "the plan has no such entry, or something else stands there",
    fi: "suunnitelmassa ei ole tällaista kohtaa, tai siinä on jotakin muuta",
    sv: "planen har ingen sådan post, eller så står något annat där",
};

fn no_field(nearest: Option<&str>) -> Words {
    let none = text! {
        en: "a plan has no such field",
        fi: "suunnitelmassa ei ole tällaista kenttää",
        sv: "en plan har inget sådant fält",
    };
    let meant = text! { en: "did you mean", fi: "tarkoititko", sv: "menade du" };
    let Some(nearest) = nearest else {
        return none.into();
    };
    let nearest = Escaped(nearest);
    Words::said(|language| {
        let (none, meant) = (none.get(language), meant.get(language));
        format!("{none}; {meant} `{nearest}`")
    })
}

const EXAMPLE: Text = text! { en: "for example", fi: "esimerkiksi", sv: "till exempel" };

/// What kind of answer is taken, where it is not told by an example alone.
fn kind(takes: &Takes) -> Option<Text> {
    Some(match takes {
        Takes::Either(all) => return all.iter().find_map(kind),
        Takes::Day => text! {
            en: "a day such as 2026-12-31 or 31.12.2026, for example",
            fi: "päivä kuten 2026-12-31 tai 31.12.2026, esimerkiksi",
            sv: "en dag såsom 2026-12-31 eller 31.12.2026, till exempel",
        },
        Takes::Flag => text! {
            en: "yes or no, for example",
            fi: "kyllä tai ei, esimerkiksi",
            sv: "ja eller nej, till exempel",
        },
        Takes::Number | Takes::Speed => text! {
            en: "a number from 0 up, for example",
            fi: "luku nollasta ylöspäin, esimerkiksi",
            sv: "ett tal från noll uppåt, till exempel",
        },
        Takes::List(_) => text! {
            en: "a list, with commas or in square brackets, for example",
            fi: "luettelo, pilkuilla tai hakasulkeissa, esimerkiksi",
            sv: "en lista, med kommatecken eller inom hakparenteser, till exempel",
        },
        _ => return None,
    })
}
