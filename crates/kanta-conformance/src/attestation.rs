//! Attestations and rulings: what people add to what a program can find.

use alloc::string::String;

use crate::{Date, Document, Evidence, Finding, Ground, Outcome, Text, Value, Why, text};

/// Somebody attests what no program can compute.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Attestation {
    /// The id of the requirement.
    pub requirement: String,
    /// The path of the subject; none when it covers every subject of the requirement.
    pub subject: Option<String>,
    /// Whether it is met.
    pub met: bool,
    /// Who attests it.
    pub by: String,
    /// When.
    pub on: Date,
    /// On what ground.
    pub ground: String,
}

/// Somebody decided a question on which the guide is silent or ambiguous.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Ruling {
    /// The id of the requirement.
    pub requirement: String,
    /// The path of the subject; none when it covers every subject of the requirement.
    pub subject: Option<String>,
    /// Whether the requirement was decided to be met.
    pub met: bool,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// Where the decision is written down.
    pub reference: String,
}

const NOT_MET: Text = text! { en: "not met", fi: "ei täyty", sv: "uppfylls inte" };
const MET: Text = text! { en: "met", fi: "täyttyy", sv: "uppfylls" };

/// Lets attestations and rulings speak, each where it may.
///
/// An attestation settles only an outcome whose evidence lies outside ([`Why::EvidenceOutside`]) of a requirement
/// whose evidence is [`Evidence::Attested`]: nothing computable can be attested. A ruling settles only
/// what the guide leaves open ([`Why::takes_a_ruling`]). One dated after the day asked about does not count, and a denial
/// outweighs any number of the others.
pub fn apply_attestations(
    findings: &mut [Finding],
    attested: &[Attestation],
    rulings: &[Ruling],
    on: Date,
) {
    for finding in findings {
        let Outcome::Undetermined(why) = &finding.outcome else {
            continue;
        };
        let ground = match why {
            Why::EvidenceOutside(_) if finding.requirement.evidence() == Evidence::Attested => {
                let speaks = |a: &&Attestation| {
                    a.on <= on && covers(finding, &a.requirement, a.subject.as_deref())
                };
                let denied = attested.iter().filter(speaks).find(|a| !a.met);
                denied
                    .or_else(|| attested.iter().find(speaks))
                    .map(|a| (a.met, Ground::Attested(a.clone()), &a.ground))
            }
            why if why.takes_a_ruling() => {
                let speaks = |r: &&Ruling| {
                    r.on <= on && covers(finding, &r.requirement, r.subject.as_deref())
                };
                let denied = rulings.iter().filter(speaks).find(|r| !r.met);
                denied
                    .or_else(|| rulings.iter().find(speaks))
                    .map(|r| (r.met, Ground::Ruled(r.clone()), &r.reference))
            }
            _ => None,
        };
        if let Some((met, ground, words)) = ground {
            finding.outcome = if met {
                Outcome::Satisfied
            } else {
                let found = Value::About(NOT_MET, alloc::boxed::Box::new(Value::words(words)));
                Outcome::violated(found, Value::Term(MET))
            };
            finding.ground = Some(ground);
        }
    }
}

fn covers(finding: &Finding, requirement: &str, subject: Option<&str>) -> bool {
    finding.requirement.id() == requirement
        && subject.is_none_or(|subject| finding.path.lies_in(subject))
}

impl Outcome {
    /// Not known by a program: only that document, or an attestation, can tell.
    #[must_use]
    pub const fn outside(document: &'static Document) -> Self {
        Self::Undetermined(Why::EvidenceOutside(document))
    }
}
